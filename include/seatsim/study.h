/* Questions asked of results: are the targets met? Where does a number come from? */
#ifndef SEATSIM_STUDY_H
#define SEATSIM_STUDY_H

#include <seatsim/diagnostic.h>

#ifdef __cplusplus
extern "C" {
#endif

struct seatsim_options;
struct seatsim_scenario;
struct seatsim_results;
struct seatsim_verdicts;

/* Judges every target of the scenario on its results.
 *
 *   verdicts   out, set on success only; the caller frees. They borrow nothing from scenario or results.
 *
 * Returns SEATSIM_OK when every target is met, SEATSIM_TARGET_MISSED (verdicts set too) when one is missed.
 * Errors: SEATSIM_BAD_INPUT when a target cannot be judged because its indicator has no value in a year it is asked for
 * (a share of nobody), SEATSIM_MACHINE without memory. */
SEATSIM_API enum seatsim_status seatsim_check(const struct seatsim_scenario *scenario, const struct seatsim_results *results,
                                              const struct seatsim_options *options, struct seatsim_verdicts **verdicts,
                                              struct seatsim_diagnostics *diagnostics);
SEATSIM_API void seatsim_verdicts_free(struct seatsim_verdicts *verdicts);

SEATSIM_API int seatsim_verdicts_count(const struct seatsim_verdicts *verdicts);
SEATSIM_API int seatsim_verdicts_missed(const struct seatsim_verdicts *verdicts);

struct seatsim_explanation;

/* Explains one number of a run: computes the scenario and keeps, as a tree, what the number is computed from, down to the lines
 * of the scenario and to earlier years. Which number stands in the options:
 *
 *   indicator, stage, year   needed (the stage not where there is only one)
 *   district, facility       one of them or none, which means the region
 *   sector                   of one sector only
 *   depth                    levels of the tree
 *   explanation              out, set on success only; the caller frees. It borrows nothing from the scenario.
 *
 * Errors: SEATSIM_BAD_INPUT for a question that has no answer (no such indicator, stage, ...; a year outside of the run; an
 * indicator that has no value there), SEATSIM_MACHINE without memory. A tree of very many numbers is cut with a warning.
 * Cost: a run that keeps every step, and the tree. */
SEATSIM_API enum seatsim_status seatsim_explain(const struct seatsim_scenario *scenario, const struct seatsim_options *options,
                                                struct seatsim_explanation **explanation,
                                                struct seatsim_diagnostics *diagnostics);
SEATSIM_API void seatsim_explanation_free(struct seatsim_explanation *explanation);

/* The number that is explained, the same as in the results of a run. */
SEATSIM_API double seatsim_explanation_value(const struct seatsim_explanation *explanation);

#ifdef __cplusplus
}
#endif
#endif
