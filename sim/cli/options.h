/* THE table of the command's options: its own rows, and the library's for whatever has none here. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/command.h"

/* One option as it is offered. */
struct option_row {
    const char *name;
    char letter;            /* its short form; 0: none */
    const char *argument;   /* what its value is called; NULL: it takes none */
    bool for_files;         /* only for commands that write files */
    const char *only;       /* the commands it is for, "compare|explain"; NULL: any */
    bool for_scenarios;     /* about scenarios and results: told by the help of a command, not by that of all */
    bool for_formats;       /* only for commands with formats to choose from */
    const char *library;    /* the library's option it sets; NULL: the command's own */
    const char *value;      /* what it sets the library's option to when it takes no value */
    bool (*apply)(struct command_line *line, const char *value); /* NULL: nothing beyond the library; false: a wrong value */
    const char *meaning[LANGUAGES];
};

enum { OPTIONS_MOST = 64 };

/* Lays all options out: the command's own first, then the library's. Returns how many. */
int options_offered(struct option_row rows[OPTIONS_MOST]);

/* Whether a command takes an option; for NULL, whether every command does. */
bool option_belongs(const struct option_row *row, const struct command *command);

/* Whether the command shall write this one of its formats. */
bool format_is(const struct command_line *line, const char *format);

/* Reads the arguments into `line`: options, the command, the scenarios. Every mistake is reported.
 * Returns SEATSIM_BAD_INPUT when there was one; `line->command` is NULL when no command was named. */
enum seatsim_status options_read(struct command_line *line, int argc, char **argv);

#endif
