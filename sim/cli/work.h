/* What several commands do with a scenario: load it, run it, judge its targets. */
#ifndef CLI_WORK_H
#define CLI_WORK_H

#include "cli/command.h"

/* One scenario on its way; work_run fills results and verdicts. */
struct work {
    const char *path;
    struct seatsim_options *options; /* of its own, freed with it; NULL: those of the command line */
    struct seatsim_scenario *scenario;
    struct seatsim_results *results;
    struct seatsim_verdicts *verdicts;
    int warnings; /* found while loading */
};

/* Loads every scenario of the command line and calls `each` with it; goes on after one that is wrong. Diagnostics are
 * printed as they come. Returns the worst status. */
enum seatsim_status for_each_scenario(struct command_line *line,
                                      enum seatsim_status (*each)(struct command_line *line, struct work *work));

/* Loads the scenario at `work->path`; what is found stays in `line->diagnostics`. work_clear frees what is in `work`. */
enum seatsim_status work_load(struct command_line *line, struct work *work);
void work_clear(struct work *work);

/* Runs the scenario and judges its targets. Returns SEATSIM_TARGET_MISSED, results and verdicts set, when one is missed. */
enum seatsim_status work_run(struct command_line *line, struct work *work);

/* The name of a scenario: its file without folder and ending, the first `*length` bytes of the result. */
const char *work_name(const char *path, int *length);

#endif
