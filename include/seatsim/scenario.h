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

/* Writes a commented scenario to begin with, for the stages and sectors of a standard; it runs as it is. Its
 * comments are in the language of `options`.
 *
 *   standard   its name; it is looked for in the data folders of `options`
 *
 * Errors: SEATSIM_BAD_INPUT when there is no such standard, SEATSIM_MACHINE without memory or when `write` gave up. */
SEATSIM_API enum seatsim_status seatsim_scenario_new(const char *standard, const struct seatsim_options *options,
                                                     seatsim_write *write, void *context,
                                                     struct seatsim_diagnostics *diagnostics);

/* Writes the scenario language as a JSON Schema (2020-12), for editors and validators, its descriptions in a language.
 * SEATSIM_MACHINE without memory or when `write` gave up. */
SEATSIM_API enum seatsim_status seatsim_schema_write(enum seatsim_language language, seatsim_write *write, void *context);

/* Writes all keys of the language as a Markdown page. SEATSIM_MACHINE when `write` gave up. */
SEATSIM_API enum seatsim_status seatsim_reference_write(enum seatsim_language language, seatsim_write *write, void *context);

/* Tries every variant of a loaded scenario that `options`, those it was loaded with, do not name: each alone, on a copy of
 * what the files say. Reports the errors there are, each with the variant's name. A file that is only right with the patches
 * of `options` cannot be tried: nothing is reported then.
 *
 * Errors: SEATSIM_BAD_INPUT when a variant has one, SEATSIM_MACHINE without memory. Cost: a load without reading for each. */
SEATSIM_API enum seatsim_status seatsim_scenario_check_variants(const struct seatsim_scenario *scenario,
                                                                const struct seatsim_options *options,
                                                                struct seatsim_diagnostics *diagnostics);

/* Writes the scenario as it is after standard, extended files, variants and patches were put together: one YAML document
 * that loads again from anywhere with the same results. A comment at each line's end says where its values come from, and
 * what a section does not give and has by default. `write` receives the text; `context` is handed to it.
 *
 * Errors: SEATSIM_MACHINE when `write` gave up or without memory. A text larger than a file may be is written with a
 * warning. */
SEATSIM_API enum seatsim_status seatsim_scenario_write(const struct seatsim_scenario *scenario, seatsim_write *write,
                                                       void *context, struct seatsim_diagnostics *diagnostics);
SEATSIM_API void seatsim_scenario_free(struct seatsim_scenario *scenario);

#ifdef __cplusplus
}
#endif
#endif
