/* Entrants of past years, and what they say of years to come. */
#ifndef ENGINE_PAST_H
#define ENGINE_PAST_H

#include "engine/plan.h"

/* Entrants of past years, the base year among them; [count], rising. */
struct past {
    int count;
    double *years, *values;
};

/* Those of the history up to the base year and the census, which counts unless the history has that year; of them the last
 * `window`. Their room is the plan's. False without memory. */
bool find_past(struct plan *plan, const struct plan_district *filled, int stage, struct past *past);

/* What a method that looks at past entrants (last, mean, linear) says of a year. */
double entrants_like_past(enum entry_method method, const struct past *past, int year);

#endif
