/* A run of a plan. */
#ifndef ENGINE_RUN_H
#define ENGINE_RUN_H

#include "engine/trace.h"
#include "results/results.h"

/* Runs a plan to its horizon.
 *
 *   facilities   whether their results are kept
 *   trace        of this plan, filled; NULL: nothing is kept beyond the results
 *   results      out, set on success only; the caller frees
 *
 * Errors: SEATSIM_MACHINE without memory. */
enum seatsim_status run_plan(const struct plan *plan, const struct seatsim_allocator *allocator, bool facilities,
                             struct trace *trace, struct seatsim_results **results, struct seatsim_diagnostics *diagnostics);

#endif
