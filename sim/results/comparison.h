/* Comparison: results side by side with the first of them. Filled by study/compare.c, read by output. */
#ifndef RESULTS_COMPARISON_H
#define RESULTS_COMPARISON_H

#include "results/verdict.h"

/* One of the results that are compared, and where what the first has stands in it. */
struct compared {
    const struct seatsim_results *results;   /* borrowed */
    const struct seatsim_verdicts *verdicts; /* borrowed */
    const char *label;                       /* what tells it from the others */
    int *maps[SEATSIM_COLUMNS]; /* of districts (ID), stages, sectors, indicators: index in the first -> its own, -1: none */
    const struct verdict_line **lines; /* [lines of the first] its verdict on the same target and stage; NULL: it has none */
    int lost, gained;                  /* targets that the first meets and it misses, and the reverse; warnings left out */
};

/* A series of the first: indices of the first, district -1 for the region, sector -1 for all together. */
struct compared_cell {
    int district, indicator, stage, sector;
};

struct seatsim_comparison {
    struct arena arena;
    int count;                      /* the first included */
    struct compared *list;          /* [count] */
    int first_year, years;          /* that all of them have */
    int district, indicator, stage; /* what the options narrow it to, indices in the first; -1: nothing said */
};

/* A value beside that of the first. */
struct difference {
    double base, value; /* NaN where there is none */
    double absolute;    /* value - base, 0 where only rounding tells them apart; NaN without one of them */
    double relative;    /* of the base; NaN for shares, whose difference is in points, and for a base of 0 */
};

/* How many keys the first has in a column: districts (ID), stages, sectors or indicators. */
int compared_keys(const struct seatsim_results *results, enum seatsim_column column);

/* A value of one of the list, NaN where it has none; `year` counts from first_year. */
double compared_value(const struct seatsim_comparison *comparison, int which, struct compared_cell cell, int year);
struct difference compared_difference(const struct seatsim_comparison *comparison, int which, struct compared_cell cell,
                                      int year);

/* Whether one of the list has what a cell of the first is about: otherwise there is nothing to compare. */
bool compared_has(const struct seatsim_comparison *comparison, int which, struct compared_cell cell);

/* Whether one of the list differs from the first in a cell that it has, in a year or in any: another value, or none where the
 * first has one, or the reverse. */
bool compared_differs_in(const struct seatsim_comparison *comparison, int which, struct compared_cell cell, int year);
bool compared_differs(const struct seatsim_comparison *comparison, int which, struct compared_cell cell);

#endif
