/* Verdicts: what became of each target. Filled by study/target.c, read by output. */
#ifndef RESULTS_VERDICT_H
#define RESULTS_VERDICT_H

#include "base/compare.h"
#include "results/results.h"

#include <seatsim/study.h>

/* Which years a target asks for. */
enum asked { ASKED_IN, ASKED_FROM, ASKED_BY, ASKED_WAYS };
extern const char *const asked_names[ASKED_WAYS]; /* "in", "from", "by" */

/* One target at one stage and in one place. */
struct verdict {
    const char *target;   /* its id */
    struct title title;   /* of the target; may be empty */
    int indicator;        /* index into the indicators of the results */
    const char *indicator_id;
    enum unit unit;       /* of value and margin */
    const char *stage;    /* id */
    struct title stage_title;
    const char *sector;   /* id; "" for all together */
    enum scope scope;
    const char *id;       /* of the district or facility; "" for the region */
    enum comparison comparison;
    double bound;         /* the lower one of BETWEEN */
    double upper;         /* of BETWEEN; NaN otherwise */
    double tolerance;     /* beyond the bound */
    bool bound_is_limit;  /* the bound was the word `limit` */
    enum asked asked;
    int first_year, last_year; /* the years it is asked for; the same for `in` */
    int year;             /* that decides: the worst missed, else the first asked for; of `by` the one it is met in or the last */
    double value;         /* in that year */
    double margin;        /* how much better (> 0) or worse (< 0) than the bound, in the indicator's unit */
    bool met;
    bool warning;         /* severity: a miss does not count as missed */
    int first_met;        /* the first year of the whole run, base year included, that holds; 0 for never */
    int first_missed;     /* the first of the years it is asked for that does not hold, where it must hold in each; 0: none */
    struct place place;   /* of the target in the scenario; its source name is the verdicts' own copy, without text */
};

/* What people read as one line: a target at a stage, in one place or in each of many. */
struct verdict_line {
    int first, count;  /* its verdicts: list[first .. first + count) */
    bool each;         /* of every district, or of every facility */
    bool met, warning; /* met: in each of them */
    int first_met;     /* the first year in which all of them hold; 0 for never */
    int first_missed;  /* the first asked for in which one of them does not; 0 for none */
    int n_missed;
    const int *missed; /* [n_missed] indices into the list, worst first */
    int shown;         /* the index of the verdict that stands for all: the worst missed, else the one nearest to its bound */
};

struct seatsim_verdicts {
    struct arena arena;
    const char *scenario, *variant;
    int count;
    struct verdict *list; /* [count], in the order of the scenario */
    int n_lines, missed;  /* missed: lines not met whose severity is error */
    struct verdict_line *lines; /* [n_lines] */
};

#endif
