/* The command line as it was read, and the commands. The command is the first customer of the library: files of this
 * folder include the public headers and the C library's, nothing else. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <seatsim/seatsim.h>

enum { LANGUAGES = 2 };

enum colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct command_line;

/* A command: what it is called, what it does, and what follows its name. */
struct command {
    const char *name;
    enum seatsim_status (*perform)(struct command_line *line);
    bool alone;          /* takes no scenarios */
    bool writes_files;   /* takes --output and what belongs to it */
    const char *formats; /* what --format chooses from, "text|json", the first unless it is given; NULL: no --format */
    const char *meaning[LANGUAGES];
    const char *example;
};
extern const struct command commands[]; /* THE table of commands, ended by a NULL name */

/* The command of that name; NULL when there is none. */
const struct command *command_of(const char *name);

struct command_line {
    struct seatsim_options *options;         /* for the library */
    struct seatsim_diagnostics *diagnostics; /* found since they were last printed */
    enum seatsim_language language;
    enum colour colour;
    bool no_colour;      /* the environment asks for text without colour */
    bool quiet, verbose, help, version;
    bool no_policies;    /* shares of sectors under the plan's own policy only */
    bool check;          /* a target that the first meets and another misses fails */
    bool resolved;       /* print the merged scenario */
    const char *program; /* argv[0] */
    const char *output;  /* the folder for files; NULL: none */
    const char *standard; /* what --standard said; NULL: nothing */
    const char *variants; /* what --variants said, names with commas between; NULL: nothing */
    const char *format;  /* what --format said, one of the command's; NULL: nothing */
    const struct command *command;
    char **scenarios;    /* [n_scenarios] paths, "-" for standard input */
    int n_scenarios;
    int write_error;     /* errno of the first failure to write to standard output; 0: none */
};

enum seatsim_status perform_run(struct command_line *line);
enum seatsim_status perform_validate(struct command_line *line);
enum seatsim_status perform_check(struct command_line *line);
enum seatsim_status perform_compare(struct command_line *line);
enum seatsim_status perform_explain(struct command_line *line);
enum seatsim_status perform_new(struct command_line *line);
enum seatsim_status perform_schema(struct command_line *line);

#endif
