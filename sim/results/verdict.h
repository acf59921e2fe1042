/* Verdicts: what became of each target. Filled by study/target.c, read by output. */
#ifndef RESULTS_VERDICT_H
#define RESULTS_VERDICT_H

#include "results/results.h"

#include <seatsim/study.h>

enum comparison { AT_LEAST, AT_MOST, COMPARISONS };

/* One target at one stage and one scope. */
struct verdict {
    const char *target;   /* its id */
    struct title title;   /* of the target; may be empty */
    int indicator;        /* index into the indicators of the results */
    const char *indicator_id;
    enum unit unit;       /* of value and margin */
    const char *stage;    /* id */
    struct title stage_title;
    enum scope scope;
    const char *id;       /* of the district or facility; "" for the region */
    enum comparison comparison;
    double bound;
    bool bound_is_limit;  /* the bound was the word `limit` */
    int first_year, last_year; /* the years it is asked for; the same for `in` */
    int year;             /* the year judged: the first missed, else first_year */
    double value;         /* in that year */
    double margin;        /* how much better (> 0) or worse (< 0) than the bound, in the indicator's unit */
    bool met;
    bool warning;         /* severity: a miss does not count as missed */
    int first_met;        /* the first year of the whole run, base year included, that holds; 0 for never */
    struct place place;   /* of the target in the scenario; its source name is the verdicts' own copy, without text */
};

struct seatsim_verdicts {
    struct arena arena;
    const char *scenario, *variant;
    int count, missed;    /* missed: those not met whose severity is error */
    struct verdict *list; /* [count], in the order of the scenario */
};

#endif
