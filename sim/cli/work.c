#include "cli/work.h"

#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A scenario from standard input may have one byte more than the library takes, so that the library says no. */
enum { INPUT_MOST = 8 * 1024 * 1024 + 1 };

static const struct seatsim_options *options_of(const struct command_line *line, const struct work *work)
{
    return work->options ? work->options : line->options;
}

/* What stands on standard input, which can be read once: for a second variant of it, the same again. */
static enum seatsim_status load_input(struct command_line *line, struct work *work)
{
    static char text[INPUT_MOST];
    static size_t length;
    if (length == 0)
        length = fread(text, 1, sizeof text, stdin);
    if (ferror(stdin)) {
        seatsim_diagnostics_add(line->diagnostics, "E516", "cause", strerror(errno), NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    return seatsim_scenario_load_text("stdin", text, length, options_of(line, work), &work->scenario, line->diagnostics);
}

enum seatsim_status work_load(struct command_line *line, struct work *work)
{
    enum seatsim_status status;
    if (strcmp(work->path, "-") == 0)
        status = load_input(line, work);
    else
        status = seatsim_scenario_load(work->path, options_of(line, work), &work->scenario, line->diagnostics);
    work->warnings = seatsim_diagnostics_count(line->diagnostics, SEATSIM_WARNING);
    return status;
}

void work_clear(struct work *work)
{
    seatsim_verdicts_free(work->verdicts);
    seatsim_results_free(work->results);
    seatsim_scenario_free(work->scenario);
    seatsim_options_free(work->options);
}

enum seatsim_status for_each_scenario(struct command_line *line,
                                      enum seatsim_status (*each)(struct command_line *line, struct work *work))
{
    enum seatsim_status worst = SEATSIM_OK;
    for (int index = 0; index < line->n_scenarios && line->diagnostics; index++) {
        struct work work = { .path = line->scenarios[index] };
        enum seatsim_status status = work_load(line, &work);
        status = worse(status, print_diagnostics(line));
        if (status == SEATSIM_OK) {
            status = each(line, &work);
            status = worse(status, print_diagnostics(line));
        }
        work_clear(&work);
        worst = worse(worst, status);
    }
    return worst;
}

enum seatsim_status work_run(struct command_line *line, struct work *work)
{
    enum seatsim_status status = seatsim_run(work->scenario, options_of(line, work), &work->results, line->diagnostics);
    if (status != SEATSIM_OK)
        return status;
    return seatsim_check(work->scenario, work->results, options_of(line, work), &work->verdicts, line->diagnostics);
}

const char *work_name(const char *path, int *length)
{
    if (strcmp(path, "-") == 0)
        path = "stdin";
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    *length = (int)(dot && dot > name ? (size_t)(dot - name) : strlen(name));
    return name;
}
