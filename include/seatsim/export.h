/* Results and verdicts as text for people and files for programs. */
#ifndef SEATSIM_EXPORT_H
#define SEATSIM_EXPORT_H

#include <seatsim/diagnostic.h>

#ifdef __cplusplus
extern "C" {
#endif

struct seatsim_options;
struct seatsim_results;
struct seatsim_verdicts;
struct seatsim_explanation;
struct seatsim_comparison;

/* Writes one table as CSV (UTF-8, LF, header first): "indicators", "pupils", "facilities", "policies"
 * (shares of sectors, under the extremes too if the option `policies` had them computed) or "targets".
 *
 *   verdicts   needed by "targets" only, NULL otherwise
 *   write      receives the bytes; `context` is handed to it
 *
 * Errors: SEATSIM_BAD_INPUT for an unknown table, SEATSIM_MACHINE when `write` gave up. */
SEATSIM_API enum seatsim_status seatsim_export_table(const struct seatsim_results *results,
                                                     const struct seatsim_verdicts *verdicts, const char *table,
                                                     seatsim_write *write, void *context,
                                                     struct seatsim_diagnostics *diagnostics);

/* Writes every table and, unless the option plots is "no", every chart into `folder`, whole or not at all.
 *
 *   verdicts   of the scenario's targets; NULL leaves targets.csv out
 *   written    called once for each file that now stands, with its path; may be NULL
 *
 * Without gnuplot the tables are written and a warning is reported. Errors: SEATSIM_BAD_INPUT when `folder` is
 * something else than a folder, SEATSIM_MACHINE for a full disk and the like; then the folder is as it was. */
SEATSIM_API enum seatsim_status seatsim_export_folder(const struct seatsim_results *results,
                                                      const struct seatsim_verdicts *verdicts, const char *folder,
                                                      const struct seatsim_options *options,
                                                      void (*written)(void *context, const char *path), void *context,
                                                      struct seatsim_diagnostics *diagnostics);

/* Writes the short table of a run: the region's main indicators, a line a year, a block a stage. */
SEATSIM_API enum seatsim_status seatsim_print_results(const struct seatsim_results *results,
                                                      const struct seatsim_options *options, seatsim_write *write,
                                                      void *context);

/* Writes a line for each target: met or missed, its value and bound, by how much, and the year it is first met. */
SEATSIM_API enum seatsim_status seatsim_print_verdicts(const struct seatsim_verdicts *verdicts,
                                                       const struct seatsim_options *options, seatsim_write *write,
                                                       void *context);

/* Writes an explanation as an indented tree: a line a number, with the sign by which it enters the one above it, and at the
 * right the file and line where it is given (in brackets: where what it follows from by a rule is given). Of long sums the
 * largest are shown, the others as one. */
SEATSIM_API enum seatsim_status seatsim_print_explanation(const struct seatsim_explanation *explanation,
                                                          const struct seatsim_options *options, seatsim_write *write,
                                                          void *context);

/* Writes an explanation as one JSON object, without a line's end behind it:
 *
 *     {"scenario": path, "variant": ..., "indicator": id, "base_year": 2020, "explanation": {...}}
 *
 * where the explanation and each of its children is an object of text, term, value (as many digits as read back as the same
 * number), unit, operation (how the value follows from those of the children, in their order: docs/explain.md), district,
 * facility, stage, sector, grade, year, name, file, line, origin (built-in, standard, extended file, scenario, variant, --set),
 * because (what the rule of a project read that decided a facility's sector), more (true where there are children that the
 * depth left out) and children. What there is not is null; every member is there, in this order, and no child is left out of
 * a list.
 *
 * Errors: SEATSIM_MACHINE when `write` gave up or there is no memory. */
SEATSIM_API enum seatsim_status seatsim_explanation_json(const struct seatsim_explanation *explanation,
                                                         const struct seatsim_options *options, seatsim_write *write,
                                                         void *context);

/* Writes a comparison.
 *
 *   format   "text": the targets that change, and by stage the indicators of targets and those that differ most, a column a
 *            year, as many as the option width allows; "csv": a row for each value of each but the first, the columns of
 *            indicators.csv with base, difference and relative behind; "json": all of that as one object (docs/compare.md)
 *
 * Errors: SEATSIM_BAD_INPUT for an unknown format, SEATSIM_MACHINE when `write` gave up or without memory. */
SEATSIM_API enum seatsim_status seatsim_print_comparison(const struct seatsim_comparison *comparison, const char *format,
                                                         const struct seatsim_options *options, seatsim_write *write,
                                                         void *context, struct seatsim_diagnostics *diagnostics);

/* Checked scenarios as one document, written as they are told. */
struct seatsim_checklist;

/* Begins a document.
 *
 *   format    "text": lines for people; "json"; "csv": a row for each target and place; "junit": XML; "tap": the Test Anything
 *             Protocol; "github": workflow commands that annotate the target's line
 *   several   text only: scenarios are named, and counted at the end
 *   options   language, width and colour; must outlive the document
 *   write     receives the text; `context` is handed to it
 *
 * Every format but text and csv holds what was found in the scenarios, too. NULL, reported, for an unknown format and without
 * memory. */
SEATSIM_API struct seatsim_checklist *seatsim_checklist_new(const char *format, bool several,
                                                            const struct seatsim_options *options, seatsim_write *write,
                                                            void *context, struct seatsim_diagnostics *diagnostics);

/* Adds one scenario: what a seatsim_checked receives. SEATSIM_MACHINE when `write` gave up or without memory. */
SEATSIM_API enum seatsim_status seatsim_checklist_add(struct seatsim_checklist *list, const char *path,
                                                      enum seatsim_status status, const struct seatsim_verdicts *verdicts,
                                                      const struct seatsim_diagnostics *diagnostics);

/* Ends the document and frees it; fine on NULL. `left_out` is told in a summary. SEATSIM_MACHINE as above. */
SEATSIM_API enum seatsim_status seatsim_checklist_end(struct seatsim_checklist *list, int left_out);

#ifdef __cplusplus
}
#endif
#endif
