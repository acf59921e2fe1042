/* Reading a tree by the key table: the typed values, and the special shapes that some keys have. */
#ifndef SCENARIO_READ_H
#define SCENARIO_READ_H

#include "scenario/keys.h"

/* What a walk of the key table carries along. */
struct reading {
    struct seatsim_scenario *scenario; /* stages are known once `stages` is read */
    struct arena *arena;
    struct seatsim_diagnostics *diagnostics;
    const char *list, *id; /* the thing being read: its list's key and its name; NULL at the top */
    int stage;             /* the stage whose value is read; -1: of none */
    struct unused *unused; /* given keys that no result depends on; NULL: they are not collected */
    const char *stands_for, *said; /* a key that is not written and the one that is: {pupils: 90} is {pupils: {total: 90}} */
};

enum { UNUSED_MOST = 64 };
struct unused {
    int count;
    const char *names[UNUSED_MOST];
    struct place first;
};

/* The keys of events given as a map: YEAR. */
extern const struct key event_keys[];

/* Reads a whole mapping into a struct whose first member is a struct section. False when something was reported. */
bool read_section(struct reading *reading, const struct key *keys, const struct node *node, void *target);

/* Reads a plain number or, with `share`, a percentage; reports what is wrong with it. */
bool read_number(struct reading *reading, const struct key *key, const struct node *node, double *number);

/* Whether a percentage makes sense: a share, a ratio, a number without unit; not a count of something. */
bool takes_percentage(const struct key *key);

/* Reads a text, title, number, year, date, choice or truth. */
bool read_scalar(struct reading *reading, const struct key *key, const struct node *node, void *target);

/* Reads one value, a list from the base year, or {year: value}. */
bool read_series(struct reading *reading, const struct key *key, const struct node *node, struct series *series);

/* The same with what may stand beside the years: interpolate, provenance. */
bool read_whole_series(struct reading *reading, const struct key *key, const struct node *node, struct series *series);

/* Reads a list from the base year, or {year: amount}: nothing happens in the years between. */
bool read_events(struct reading *reading, const struct key *key, const struct node *node, struct series *events);

/* Reads one series for all grades of the reading's stage, or one a grade: a list, or {grade: series}. */
bool read_grade_series(struct reading *reading, const struct key *key, const struct node *node, struct grade_series *all);

/* {grade: value} of the reading's stage as a list in the order of its grades; every other node as it is. NULL after a message. */
const struct node *by_grade(struct reading *reading, const struct key *key, const struct node *node);

/* Whether a text is an id: [a-z0-9][a-z0-9-]*. */
bool is_id(const char *text);

/* Reads {id: number}. */
bool read_amounts(struct reading *reading, const struct key *key, const struct node *node, struct amounts *amounts);

/* Reads {years later: share}; the shares must add up to 1. */
bool read_distribution(struct reading *reading, const struct key *key, const struct node *node,
                       struct distribution *distribution);

/* Whether a list holds no more than its row of the key table allows (`max`); reports it otherwise. */
bool within_most(struct reading *reading, const struct key *key, const struct node *node);

bool read_numbers(struct reading *reading, const struct key *key, const struct node *node, struct numbers *numbers);
bool read_names(struct reading *reading, const struct key *key, const struct node *node, struct names *names);

/* The readers of KEY_CUSTOM rows. */
bool read_birth_years(struct reading *reading, const struct key *key, const struct node *node, void *target);
bool read_sector(struct reading *reading, const struct key *key, const struct node *node, void *target);
bool read_grades(struct reading *reading, const struct key *key, const struct node *node, void *target);
bool read_projection(struct reading *reading, const struct key *key, const struct node *node, void *target);
bool read_spread(struct reading *reading, const struct key *key, const struct node *node, void *target);
bool read_bound(struct reading *reading, const struct key *key, const struct node *node, void *target);
bool read_range(struct reading *reading, const struct key *key, const struct node *node, void *target);
bool read_patches(struct reading *reading, const struct key *key, const struct node *node, void *target);

/* Reports that a value is not what its key takes: code, the key's name and `text`. Returns false. */
bool wrong(struct reading *reading, const struct key *key, const struct node *node, const char *code);

#endif
