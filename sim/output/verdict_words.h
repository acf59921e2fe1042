/* What is said of a target, part by part: for the lines of a check and for the formats that other programs read. */
#ifndef OUTPUT_VERDICT_WORDS_H
#define OUTPUT_VERDICT_WORDS_H

#include "results/verdict.h"

/* Texts in one language, each on one line and safe to show. */
struct verdict_words {
    const char *result; /* "met", "MISSED", "missed (warning)" */
    const char *target; /* its title, or its id */
    const char *stage;
    const char *scope;  /* "region", a name, "every district": the same whatever the results are */
    const char *where;  /* "region", a name, "93 of 100 districts" */
    const char *value;  /* "54 in 2023", "54 in 2023 (west)" */
    const char *bound;  /* "at least 50%" */
    const char *margin; /* "short by 1.6 points"; "" when it is not known */
    const char *first;  /* "first met in 2024", "first met in 2024, missed in 2027" */
    bool each;          /* about every district or facility */
    const char *others; /* "also north 53, east 52 and 7 more": what misses beside the worst; "" for nothing */
};

/* How much of what misses beside the worst is named. */
struct others_room {
    int most;  /* names */
    int width; /* terminal cells; at least one is named */
};

/* Fills `words` with what there is to say of a line. False without memory. */
bool describe_line(struct arena *arena, enum seatsim_language language, const struct seatsim_verdicts *verdicts,
                   const struct verdict_line *line, struct others_room room, struct verdict_words *words);

/* "Every class within its limit, Primary, region": which target it is. NULL without memory. */
const char *line_name(struct arena *arena, const struct verdict_words *words);

/* "93 of 100 districts, 54 in 2023 (west), limit 45, over by 9, never met": what became of it. NULL without memory. */
const char *line_finding(struct arena *arena, const struct verdict_words *words);

#endif
