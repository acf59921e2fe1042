/* seatsim explain: where one number of a run comes from. */
#include "cli/options.h"
#include "cli/output.h"
#include "cli/work.h"

static enum seatsim_status explain_one(struct command_line *line, struct work *work)
{
    struct seatsim_explanation *explanation;
    enum seatsim_status status = seatsim_explain(work->scenario, line->options, &explanation, line->diagnostics);
    if (status != SEATSIM_OK)
        return status;
    if (format_is(line, "json")) {
        status = seatsim_explanation_json(explanation, line->options, write_output, line);
        print(line, "\n");
    } else
        status = seatsim_print_explanation(explanation, line->options, write_output, line);
    seatsim_explanation_free(explanation);
    return line->write_error ? SEATSIM_OK : status;
}

enum seatsim_status perform_explain(struct command_line *line)
{
    return for_each_scenario(line, explain_one);
}
