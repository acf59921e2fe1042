/* Comparisons that rounding cannot flip: what differs by less than a billionth counts as equal. */
#ifndef BASE_COMPARE_H
#define BASE_COMPARE_H

#include <stdbool.h>

/* What a value is asked to be, against a bound or two. */
enum comparison { AT_LEAST, AT_MOST, BETWEEN, EQUALS, COMPARISONS };
extern const char *const comparison_names[COMPARISONS]; /* "at_least", ... as a scenario writes them */

/* Whether `a` lies below `b` by more than rounding: more than 1e-9 of the larger of |a|, |b| and 1. So a share of
 * exactly one half is not below 50 % however it was summed. False when either is NaN. */
bool number_below(double a, double b);

/* Whether a value is as it is asked to be, to `tolerance` beyond the bound and to rounding.
 *
 *   lower   the bound, and the lower one of BETWEEN
 *   upper   the upper one of BETWEEN
 *
 * False when the value or a bound it needs is NaN. */
bool number_meets(double value, enum comparison comparison, double lower, double upper, double tolerance);

#endif
