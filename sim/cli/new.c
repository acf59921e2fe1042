/* seatsim new: a scenario to begin with. */
#include "cli/output.h"

enum seatsim_status perform_new(struct command_line *line)
{
    const char *standard = line->standard ? line->standard : "cn-2017";
    return seatsim_scenario_new(standard, line->options, write_output, line, line->diagnostics);
}
