/* Questions asked of results: are the targets met? */
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

/* How many targets were judged, each of its stages counted by itself (a target about every district is one, however many
 * there are), and how many of them are missed; what only warns does not count as missed. */
SEATSIM_API int seatsim_verdicts_count(const struct seatsim_verdicts *verdicts);
SEATSIM_API int seatsim_verdicts_missed(const struct seatsim_verdicts *verdicts);

#ifdef __cplusplus
}
#endif
#endif
