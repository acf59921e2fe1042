/* Shares of sectors under the two extremes of who fills public seats: the same plan, run with another policy. */
#ifndef ENGINE_EXTREMES_H
#define ENGINE_EXTREMES_H

#include "engine/block.h"
#include "results/results.h"

/* Whether the results have anything that a policy could change: a stage with facilities of different sectors. */
bool extremes_matter(const struct seatsim_results *results);

/* Whether the plan has the policy of an extreme in every stage; then its results are that extreme's, and are taken over. */
bool take_over_extreme(const struct plan *plan, struct seatsim_results *results, enum extreme extreme);

/* Gives every stage of a plan the policy of an extreme; all else of its allocation stays. False without memory. */
bool plan_for_extreme(struct plan *plan, enum extreme extreme);

/* Keeps the shares of the year that a block of one draw is in, as collect_year keeps all indicators; and the region's when
 * every cluster was kept.
 *
 *   region   [years][stages][1 + sectors][n_quantities] */
void collect_extreme_year(const struct block *block, struct seatsim_results *results, enum extreme extreme, real *region);
void collect_extreme_region(const struct plan *plan, struct seatsim_results *results, enum extreme extreme, const real *region);

#endif
