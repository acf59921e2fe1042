/* Help that is made of the tables of commands and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/command.h"

/* The text of --help: for the program, or for one command. `write` receives it with `context`. */
void write_help(const struct command *command, enum seatsim_language language, seatsim_write *write, void *context);

#endif
