/* What the command takes from its surroundings. Nothing else in the program reads the environment. */
#ifndef CLI_ENVIRONMENT_H
#define CLI_ENVIRONMENT_H

#include "cli/command.h"

/* Sets the language (LC_ALL, LC_MESSAGES, LANG), the width (COLUMNS, the terminal) and NO_COLOR, before options are read. */
void environment_defaults(struct command_line *line);

/* Adds the folders with standards and chart templates that --data did not name: $SEATSIM_DATA, share/seatsim beside the
 * program or beside its folder, and the one installed. Those that do not exist are left out. */
enum seatsim_status environment_data(struct command_line *line);

#endif
