/* Comparisons that rounding cannot flip: what differs by less than a billionth counts as equal. */
#ifndef BASE_COMPARE_H
#define BASE_COMPARE_H

#include <stdbool.h>

/* Whether `a` lies below `b` by more than rounding: more than 1e-9 of the larger of |a|, |b| and 1. So a share of
 * exactly one half is not below 50 % however it was summed. False when either is NaN. */
bool number_below(double a, double b);

#endif
