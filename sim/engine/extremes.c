#include "engine/extremes.h"

#include "model/measure.h"

#include <string.h>

bool extremes_matter(const struct seatsim_results *results)
{
    for (int stage = 0; stage < results->n_stages; stage++)
        if (results_sectors_differ(results, stage))
            return true;
    return false;
}

bool plan_for_extreme(struct plan *plan, enum extreme extreme)
{
    struct allocation *all = arena_new(&plan->arena, (size_t)plan->n_stages, sizeof *all);
    for (int stage = 0; all && stage < plan->n_stages; stage++) {
        all[stage] = plan->scenario->allocation[stage];
        all[stage].policy = extreme_policies[extreme];
        plan->stages[stage].allocation = &all[stage];
    }
    return all;
}

static const double *share_of_run(const struct seatsim_results *results, int row, int stage, enum share share)
{
    return results_series(results, row, measure_of(&results->measures, share_ids[share]), stage, -1);
}

bool take_over_extreme(const struct plan *plan, struct seatsim_results *results, enum extreme extreme)
{
    for (int stage = 0; stage < plan->n_stages; stage++)
        if (plan->scenario->allocation[stage].policy != extreme_policies[extreme])
            return false;
    for (int row = 0; row <= results->n_districts; row++)
        for (int stage = 0; stage < results->n_stages; stage++)
            for (int share = 0; share < SHARES; share++)
                memcpy(results_extreme(results, extreme, row, stage, (enum share)share),
                       share_of_run(results, row, stage, (enum share)share), (size_t)results->years * sizeof(double));
    return true;
}

/* The shares of one row in one year.
 *
 *   totals   [stages][1 + sectors][n_quantities] */
static void keep_shares(const struct seatsim_results *results, enum extreme extreme, int row, int year, const real *totals)
{
    ptrdiff_t stage_size = (ptrdiff_t)(1 + results->n_sectors) * results->measures.n_quantities;
    for (int stage = 0; stage < results->n_stages; stage++)
        for (int share = 0; share < SHARES; share++) {
            const struct indicator *indicator =
                &results->measures.indicators[measure_of(&results->measures, share_ids[share])];
            real value;
            evaluate_indicator(indicator, 1, totals + stage * stage_size, &value);
            results_extreme(results, extreme, row, stage, (enum share)share)[year] = value;
        }
}

void collect_extreme_year(const struct block *block, struct seatsim_results *results, enum extreme extreme, real *region)
{
    const struct plan *plan = block->plan;
    int rows = plan->n_stages * (1 + plan->n_sectors);
    for (int district = 0; district < block->cluster->n_districts; district++)
        keep_shares(results, extreme, 1 + plan->districts[block->cluster->first_district + district].index, block->autumn,
                    block_totals(block, 1 + district, 0));
    gather(plan->measures, rows, 1, block_totals(block, 0, 0),
           region + (ptrdiff_t)block->autumn * rows * plan->measures->n_quantities);
}

void collect_extreme_region(const struct plan *plan, struct seatsim_results *results, enum extreme extreme, const real *region)
{
    ptrdiff_t year_size = (ptrdiff_t)plan->n_stages * (1 + plan->n_sectors) * plan->measures->n_quantities;
    for (int year = 0; year < plan->years; year++)
        keep_shares(results, extreme, 0, year, region + year * year_size);
}
