/* Options by name, and the run that turns a scenario into results. */
#ifndef SEATSIM_RUN_H
#define SEATSIM_RUN_H

#include <seatsim/diagnostic.h>

#ifdef __cplusplus
extern "C" {
#endif

struct seatsim_options;
struct seatsim_scenario;
struct seatsim_results;

/* Options with every default; `allocator` NULL means the C library's, otherwise it is copied and used by every call
 * that takes these options. NULL when there is no memory. */
SEATSIM_API struct seatsim_options *seatsim_options_new(const struct seatsim_allocator *allocator);
SEATSIM_API void seatsim_options_free(struct seatsim_options *options);

/* A copy that can be changed by itself, with the allocator of the first. NULL without memory. */
SEATSIM_API struct seatsim_options *seatsim_options_copy(const struct seatsim_options *options);

/* Sets one option from text, as the command's option of the same name does. An option that may be repeated (set,
 * variant, data) adds to what is there.
 *
 * Returns SEATSIM_BAD_INPUT with a diagnostic for an unknown name or a value out of range, SEATSIM_MACHINE without memory. */
SEATSIM_API enum seatsim_status seatsim_options_set(struct seatsim_options *options, const char *name, const char *value,
                                                    struct seatsim_diagnostics *diagnostics);

/* The table of options, for a program that offers them: names, what their value is called ("" for none), meanings.
 * `index` runs from 0 to seatsim_option_count() - 1; the texts are static. */
SEATSIM_API int seatsim_option_count(void);
SEATSIM_API const char *seatsim_option_name(int index);
SEATSIM_API const char *seatsim_option_argument(int index);
SEATSIM_API const char *seatsim_option_meaning(int index, enum seatsim_language language);

/* Runs a scenario to its horizon. Of facilities nothing is kept when the option facilities is "no" and no target asks about
 * one: memory then grows with districts and years, not with facilities and years, and what is kept is the same to the last bit.
 *
 *   scenario      borrowed; the results do not refer to it afterwards
 *   options       borrowed
 *   results       out, set on success only; the caller frees
 *
 * Errors: SEATSIM_BAD_INPUT when the scenario asks for what cannot be computed, SEATSIM_MACHINE without memory. */
SEATSIM_API enum seatsim_status seatsim_run(const struct seatsim_scenario *scenario, const struct seatsim_options *options,
                                            struct seatsim_results **results, struct seatsim_diagnostics *diagnostics);

#ifdef __cplusplus
}
#endif
#endif
