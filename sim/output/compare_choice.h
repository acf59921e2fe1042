/* Which indicators of a stage a comparison shows to a reader. */
#ifndef OUTPUT_COMPARE_CHOICE_H
#define OUTPUT_COMPARE_CHOICE_H

#include "results/comparison.h"

/* Those that differ: of targets, and the others from the one that differs most on, until there are CHOSEN_MOST; one that the
 * options name whether it differs or not. A difference counts as part of the larger of its two values, so that all units are
 * alike; of several that differ alike the first of the indicator table.
 *
 *   chosen       [indicators of the first], out, in the order of the indicator table
 *   left         out, how many differ and are not among them
 *
 * Returns how many; -1 without memory. */
int choose_indicators(const struct seatsim_comparison *comparison, int district, int stage, struct arena *arena, int **chosen,
                      int *left);

#endif
