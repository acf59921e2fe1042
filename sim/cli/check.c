/* seatsim check: are the targets met? */
#include "cli/output.h"
#include "cli/work.h"

/* With several scenarios each begins with its name. */
static void print_head(struct command_line *line, const struct work *work)
{
    if (line->n_scenarios == 1)
        return;
    print(line, work->path);
    print(line, "\n");
}

static enum seatsim_status check_one(struct command_line *line, struct work *work)
{
    enum seatsim_status status = work_run(line, work);
    if (status > SEATSIM_TARGET_MISSED || line->quiet)
        return status;
    print_head(line, work);
    seatsim_print_verdicts(work->verdicts, line->options, write_output, line);
    return status;
}

enum seatsim_status perform_check(struct command_line *line)
{
    seatsim_options_set(line->options, "facilities", "no", line->diagnostics); /* targets ask for no more */
    return for_each_scenario(line, check_one);
}
