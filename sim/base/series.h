/* A quantity by year: a few given years, and how to fill the years between. */
#ifndef BASE_SERIES_H
#define BASE_SERIES_H

#include <stdbool.h>

enum interpolation { INTERPOLATE_LINEAR, INTERPOLATE_STEP, INTERPOLATE_MONOTONE, INTERPOLATIONS };
extern const char *const interpolation_names[INTERPOLATIONS + 1]; /* NULL-ended, for the key table */

struct series {
    int count;            /* given years, >= 1 once loaded */
    const int *years;     /* [count], rising; years[0] unused when count is 1 and `constant` */
    const double *values; /* [count] */
    bool constant;        /* one value for every year */
    enum interpolation interpolation;
};

/* Values of `count` years from `first_year` on. Before the first and after the last given year the value holds.
 * Monotone is Steffen's method (M. Steffen 1990, A&A 239, 443), from GSL, and linear below three points.
 * False without memory: the monotone kind asks the C library for it, as GSL does. */
bool series_fill(const struct series *series, int first_year, int count, double *values);

#endif
