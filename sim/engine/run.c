#include "base/options.h"
#include "engine/collect.h"
#include "engine/extremes.h"
#include "engine/run.h"
#include "engine/year.h"
#include "model/measure.h"

#include <string.h>

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
    bool facilities; /* are kept too */
    struct seatsim_results *results;
    real *region;        /* see collect_year */
    struct trace *trace; /* NULL: nobody asks */
    int extreme;         /* whose policy the plan has and whose shares are kept; EXTREMES: as it is given, and everything */
};

static enum seatsim_status keep_year(const struct run *run, const struct block *block, struct seatsim_diagnostics *diagnostics)
{
    if (CHECK_EVERY_YEAR && !block_check(block, diagnostics))
        return SEATSIM_MACHINE;
    if (run->extreme < EXTREMES)
        collect_extreme_year(block, run->results, (enum extreme)run->extreme, run->region);
    else
        collect_year(block, run->results, run->region);
    if (run->trace)
        trace_end(block);
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
    bool ready = block_init(&block, run->plan, cluster, DETERMINISTIC, run->allocator);
    block.trace = run->trace;
    enum seatsim_status status = ready ? run_years(run, &block, diagnostics) : report_no_memory(diagnostics);
    block_clear(&block);
    return status;
}

static enum seatsim_status run_clusters(const struct run *run, struct seatsim_diagnostics *diagnostics)
{
    const struct plan *plan = run->plan;
    enum seatsim_status status = SEATSIM_OK;
    clear_totals(plan->measures, plan->years * plan->n_stages * (1 + plan->n_sectors), 1, run->region);
    for (int i = 0; i < plan->n_clusters && status == SEATSIM_OK; i++)
        status = run_cluster(run, &plan->clusters[i], diagnostics);
    return status;
}

static enum seatsim_status run_all(struct run *run, struct seatsim_diagnostics *diagnostics)
{
    const struct plan *plan = run->plan;
    run->results = results_for_plan(plan, run->facilities, run->allocator);
    run->region = memory_new(run->allocator, region_size(plan), sizeof *run->region);
    if (!run->results || !run->region)
        return report_no_memory(diagnostics);
    enum seatsim_status status = run_clusters(run, diagnostics);
    if (status != SEATSIM_OK)
        return status;
    collect_region(plan, run->results, run->region);
    if (run->trace)
        memcpy(run->trace->region, run->region, region_size(plan) * sizeof *run->region);
    return SEATSIM_OK;
}

enum seatsim_status run_plan(const struct plan *plan, const struct seatsim_allocator *allocator, bool facilities,
                             struct trace *trace, struct seatsim_results **results, struct seatsim_diagnostics *diagnostics)
{
    struct run run = { plan, allocator, facilities, NULL, NULL, trace, EXTREMES };
    enum seatsim_status status = run_all(&run, diagnostics);
    if (status == SEATSIM_OK && trace && trace->failed)
        status = report_no_memory(diagnostics);
    if (status == SEATSIM_OK)
        *results = run.results;
    else
        seatsim_results_free(run.results);
    memory_free(allocator, run.region);
    return status;
}

/* The same plan under one of the policies between which the shares of sectors lie. */
static enum seatsim_status run_extreme(struct run *run, struct plan *plan, struct seatsim_diagnostics *diagnostics)
{
    enum extreme extreme = (enum extreme)run->extreme;
    if (take_over_extreme(plan, run->results, extreme))
        return SEATSIM_OK;
    if (!plan_for_extreme(plan, extreme))
        return report_no_memory(diagnostics);
    enum seatsim_status status = run_clusters(run, diagnostics);
    if (status == SEATSIM_OK)
        collect_extreme_region(plan, run->results, extreme, run->region);
    return status;
}

static enum seatsim_status run_extremes(struct plan *plan, const struct seatsim_allocator *allocator,
                                        struct seatsim_results *results, struct seatsim_diagnostics *diagnostics)
{
    real *region = memory_new(allocator, region_size(plan), sizeof *region);
    struct run run = { plan, allocator, false, results, region, NULL, 0 };
    enum seatsim_status status = SEATSIM_OK;
    if (!region || !results_lay_out_extremes(results))
        status = report_no_memory(diagnostics);
    for (; run.extreme < EXTREMES && status == SEATSIM_OK; run.extreme++)
        status = run_extreme(&run, plan, diagnostics);
    memory_free(allocator, region);
    return status;
}

static bool asks_about_facilities(const struct seatsim_scenario *scenario)
{
    for (int i = 0; i < scenario->n_targets; i++)
        if (scenario->targets[i].scope == TARGET_FACILITY || scenario->targets[i].scope == TARGET_FACILITIES)
            return true;
    return false;
}

enum seatsim_status seatsim_run(const struct seatsim_scenario *scenario, const struct seatsim_options *options,
                                struct seatsim_results **results, struct seatsim_diagnostics *diagnostics)
{
    struct plan *plan;
    enum seatsim_status status = plan_new(scenario, &options->allocator, &plan, diagnostics);
    if (status != SEATSIM_OK)
        return status;
    struct seatsim_results *made = NULL;
    bool facilities = options->facilities || asks_about_facilities(scenario);
    status = run_plan(plan, &options->allocator, facilities, NULL, &made, diagnostics);
    if (status == SEATSIM_OK && options->policies && extremes_matter(made))
        status = run_extremes(plan, &options->allocator, made, diagnostics);
    if (status == SEATSIM_OK)
        *results = made;
    else
        seatsim_results_free(made);
    plan_free(plan);
    return status;
}
