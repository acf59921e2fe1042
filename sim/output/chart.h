/* Charts by gnuplot, from the templates in plots/. */
#ifndef OUTPUT_CHART_H
#define OUTPUT_CHART_H

#include "base/file.h"
#include "base/options.h"
#include "results/verdict.h"

/* Draws every chart of the chart table as charts/NAME.svg and charts/NAME.png of the set.
 *
 *   verdicts   for target lines; may be NULL
 *   seconds    that gnuplot may take for all of them
 *
 * Without gnuplot or its templates: a warning, SEATSIM_OK and no chart. SEATSIM_MACHINE for a full disk or no memory. */
enum seatsim_status draw_charts(const struct seatsim_results *results, const struct seatsim_verdicts *verdicts,
                                struct file_set *set, const struct seatsim_options *options, int seconds,
                                struct seatsim_diagnostics *diagnostics);

#endif
