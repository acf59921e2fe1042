/* The two streams: results to standard output, diagnostics to standard error. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/command.h"

/* Whether text on a stream (1: standard output, 2: standard error) is coloured. */
bool coloured(const struct command_line *line, int stream);

/* A seatsim_write over standard output; `context` is the command line, which keeps the first error. */
bool write_output(void *context, const char *bytes, size_t length);
void print(struct command_line *line, const char *text);

/* Prints foreign text without control characters, which a terminal would obey: each becomes U+FFFD. */
void print_shown(struct command_line *line, const char *text);

/* Prints what was found to standard error; with --quiet only when errors are among it. NULL: memory ran out. */
void print_found(struct command_line *line, const struct seatsim_diagnostics *diagnostics);

/* Prints what was found since the last time to standard error in the same way, and forgets it. */
enum seatsim_status print_diagnostics(struct command_line *line);

/* Forgets what was found since then. Without memory `line->diagnostics` is NULL. */
enum seatsim_status forget_diagnostics(struct command_line *line);

/* Flushes standard output. A reader that went away has seen what it wanted: no failure. Anything else that kept
 * output from being written is reported and gives SEATSIM_MACHINE. */
enum seatsim_status finish_output(struct command_line *line);

/* The worse of two statuses: their numbers are in that order. */
enum seatsim_status worse(enum seatsim_status one, enum seatsim_status other);

#endif
