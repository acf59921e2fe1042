/* Questions asked of results: are the targets met? Where does a number come from? How do two runs differ? */
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

/* Receives what became of one scenario; verdicts and diagnostics live as long as the call.
 *
 *   verdicts      NULL when the scenario could not be checked
 *   diagnostics   what was found in it; NULL when memory ran out before anything could be */
typedef void seatsim_checked(void *context, const char *path, enum seatsim_status status, const struct seatsim_verdicts *verdicts,
                             const struct seatsim_diagnostics *diagnostics);

/* Checks scenarios: each is loaded, run and judged, several at once (option threads), and told in order on the caller's thread.
 * One that is wrong does not keep the others from being checked.
 *
 *   paths      [count] files, and folders: of a folder every file *.yaml and *.yml in it and below, by name, hidden ones left
 *              out, no folder twice. A file found so that says it is something else is left out: a standard
 *              (`standard_id`), a fragment (`fragment: true`), YAML of another program
 *   options    borrowed; their allocator is called from several threads
 *   checked    called for each scenario, and for a folder that cannot be read or has no scenario
 *   left_out   out, how many files were left out; may be NULL
 *
 * Returns the worst status, that of a missed target among them; SEATSIM_MACHINE, reported, without memory for the list. */
SEATSIM_API enum seatsim_status seatsim_check_files(const char *const *paths, int count, const struct seatsim_options *options,
                                                    seatsim_checked *checked, void *context, int *left_out,
                                                    struct seatsim_diagnostics *diagnostics);

/* How many targets were judged, each of its stages counted by itself (a target about every district is one, however many
 * there are), and how many of them are missed; what only warns does not count as missed. */
SEATSIM_API int seatsim_verdicts_count(const struct seatsim_verdicts *verdicts);
SEATSIM_API int seatsim_verdicts_missed(const struct seatsim_verdicts *verdicts);

struct seatsim_comparison;

/* Compares results with the first of them: what has the same names (district, stage, sector, indicator, target) in the years that
 * all have. What only one of two has is told in a warning and left out.
 *
 *   results    [count], count >= 1, borrowed by the comparison, as are
 *   verdicts   [count] the verdicts on their targets
 *   options    indicator, stage and district narrow what is compared
 *   comparison out, set on success only; the caller frees it before results and verdicts
 *
 * Errors: SEATSIM_BAD_INPUT when two have no year or no stage in common, or an option names what the first does not have;
 * SEATSIM_MACHINE without memory. Cost grows with the names of each; the differences are formed when they are written. */
SEATSIM_API enum seatsim_status seatsim_compare(const struct seatsim_results *const *results,
                                                const struct seatsim_verdicts *const *verdicts, int count,
                                                const struct seatsim_options *options, struct seatsim_comparison **comparison,
                                                struct seatsim_diagnostics *diagnostics);
SEATSIM_API void seatsim_comparison_free(struct seatsim_comparison *comparison);

/* How many targets the first meets and one of the others misses, summed over the others; one that only warns does not count. */
SEATSIM_API int seatsim_comparison_lost(const struct seatsim_comparison *comparison);

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
