#include "base/options.h"
#include "engine/collect.h"
#include "engine/year.h"
#include "model/measure.h"

/* Builds for finding faults check the invariants after every year. */
#ifdef NDEBUG
enum { CHECK_EVERY_YEAR = 0 };
#else
enum { CHECK_EVERY_YEAR = 1 };
#endif

/* A run: one block after another, whose years are kept. */
struct run {
    const struct plan *plan;
    const struct seatsim_allocator *allocator;
    struct seatsim_results *results;
    real *region; /* see collect_year */
};

static enum seatsim_status keep_year(const struct run *run, const struct block *block, struct seatsim_diagnostics *diagnostics)
{
    if (CHECK_EVERY_YEAR && !block_check(block, diagnostics))
        return SEATSIM_MACHINE;
    collect_year(block, run->results, run->region);
    return SEATSIM_OK;
}

static enum seatsim_status run_years(const struct run *run, struct block *block, struct seatsim_diagnostics *diagnostics)
{
    begin(block);
    enum seatsim_status status = keep_year(run, block, diagnostics);
    for (int year = 1; year < run->plan->years && status == SEATSIM_OK; year++) {
        advance(block);
        status = keep_year(run, block, diagnostics);
    }
    return status;
}

static enum seatsim_status run_cluster(const struct run *run, const struct cluster *cluster,
                                       struct seatsim_diagnostics *diagnostics)
{
    enum { DETERMINISTIC = 1 };
    struct block block;
    enum seatsim_status status = block_init(&block, run->plan, cluster, DETERMINISTIC, run->allocator)
                                     ? run_years(run, &block, diagnostics)
                                     : report_no_memory(diagnostics);
    block_clear(&block);
    return status;
}

static enum seatsim_status run_plan(struct run *run, struct seatsim_diagnostics *diagnostics)
{
    const struct plan *plan = run->plan;
    run->results = results_for_plan(plan, run->allocator);
    run->region = memory_new(run->allocator, region_size(plan), sizeof *run->region);
    if (!run->results || !run->region)
        return report_no_memory(diagnostics);
    clear_totals(plan->measures, plan->years * plan->n_stages * (1 + plan->n_sectors), 1, run->region);
    for (int i = 0; i < plan->n_clusters; i++) {
        enum seatsim_status status = run_cluster(run, &plan->clusters[i], diagnostics);
        if (status != SEATSIM_OK)
            return status;
    }
    collect_region(plan, run->results, run->region);
    return results_columns(run->results) ? SEATSIM_OK : report_no_memory(diagnostics);
}

enum seatsim_status seatsim_run(const struct seatsim_scenario *scenario, const struct seatsim_options *options,
                                struct seatsim_results **results, struct seatsim_diagnostics *diagnostics)
{
    struct plan *plan;
    enum seatsim_status status = plan_new(scenario, &options->allocator, &plan, diagnostics);
    if (status != SEATSIM_OK)
        return status;
    struct run run = { plan, &options->allocator, NULL, NULL };
    status = run_plan(&run, diagnostics);
    if (status == SEATSIM_OK)
        *results = run.results;
    else
        seatsim_results_free(run.results);
    memory_free(&options->allocator, run.region);
    plan_free(plan);
    return status;
}
