/* The one place that starts another program: gnuplot, and fc-list to ask for a Chinese font. */
#ifndef OUTPUT_CHART_GNUPLOT_H
#define OUTPUT_CHART_GNUPLOT_H

#include <stdbool.h>

enum program_end { PROGRAM_DONE, PROGRAM_MISSING, PROGRAM_FAILED, PROGRAM_TOO_SLOW };

/* Runs a program found on the PATH with its arguments, ended by NULL; no shell. Its standard output goes to `output` and what
 * it says on standard error to `errors` (paths). It is killed after `seconds`. */
enum program_end run_program(const char *const *arguments, const char *output, const char *errors, int seconds);

#endif
