/* Scenarios: loaded from a file or from memory, checked as a whole, never half-loaded. */
#ifndef SEATSIM_SCENARIO_H
#define SEATSIM_SCENARIO_H

#include <seatsim/diagnostic.h>

#ifdef __cplusplus
extern "C" {
#endif

struct seatsim_options;
struct seatsim_scenario;

/* Loads the scenario in the file at `path` with its standard, the variants and the patches that `options` name, and
 * checks it. Every error and warning of the scenario is reported, not only the first.
 *
 *   scenario   out, set on success only; the caller frees
 *
 * Errors: SEATSIM_BAD_INPUT with at least one diagnostic, SEATSIM_MACHINE without memory. */
SEATSIM_API enum seatsim_status seatsim_scenario_load(const char *path, const struct seatsim_options *options,
                                                      struct seatsim_scenario **scenario,
                                                      struct seatsim_diagnostics *diagnostics);

/* The same from text in memory; `name` stands for the file in messages, and files it names are looked for beside it. */
SEATSIM_API enum seatsim_status seatsim_scenario_load_text(const char *name, const char *text, size_t length,
                                                           const struct seatsim_options *options,
                                                           struct seatsim_scenario **scenario,
                                                           struct seatsim_diagnostics *diagnostics);
/* Writes a commented scenario to begin with, for the stages and sectors of a standard; it runs as it is.
 *
 *   standard   its name; it is looked for in the data folders of `options`
 *
 * Errors: SEATSIM_BAD_INPUT when there is no such standard, SEATSIM_MACHINE without memory or when `write` gave up. */
SEATSIM_API enum seatsim_status seatsim_scenario_new(const char *standard, const struct seatsim_options *options,
                                                     seatsim_write *write, void *context,
                                                     struct seatsim_diagnostics *diagnostics);

/* Writes the scenario language as a JSON Schema (2020-12), for editors and validators. SEATSIM_MACHINE without memory or when
 * `write` gave up. */
SEATSIM_API enum seatsim_status seatsim_schema_write(seatsim_write *write, void *context);

/* Writes all keys of the language as a Markdown page. SEATSIM_MACHINE when `write` gave up. */
SEATSIM_API enum seatsim_status seatsim_reference_write(seatsim_write *write, void *context);

SEATSIM_API void seatsim_scenario_free(struct seatsim_scenario *scenario);

#ifdef __cplusplus
}
#endif
#endif
