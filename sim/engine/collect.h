/* From blocks to results: what a run keeps of each year. */
#ifndef ENGINE_COLLECT_H
#define ENGINE_COLLECT_H

#include "engine/block.h"
#include "results/results.h"

/* Makes results for a plan: names, counts and arrays, no values yet. NULL without memory.
 *
 *   facilities   whether those of facilities are kept too */
struct seatsim_results *results_for_plan(const struct plan *plan, bool facilities, const struct seatsim_allocator *allocator);

/* Keeps the year that a block of one draw is in: its districts, their pupils, and its parts where facilities are kept.
 *
 *   region   [years][stages][1 + sectors][n_quantities] the cluster's totals are gathered in the year's row */
void collect_year(const struct block *block, struct seatsim_results *results, real *region);

/* Fills the region's values when every cluster was collected. */
void collect_region(const struct plan *plan, struct seatsim_results *results, const real *region);

/* Reals in `region`. */
size_t region_size(const struct plan *plan);

#endif
