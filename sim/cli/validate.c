/* seatsim validate: what is wrong or suspicious in a scenario; what it is when everything is put together. */
#include "cli/options.h"
#include "cli/output.h"
#include "cli/work.h"

#include <stdio.h>

static const char *const none[LANGUAGES] = { "no errors, no warnings", "无错误，无警告" };
static const char *const one[LANGUAGES] = { "no errors, 1 warning", "无错误，1 条警告" };
static const char *const several[LANGUAGES] = { "no errors, %d warnings", "无错误，%d 条警告" };

/* What is merged, for people and for programs. */
static enum seatsim_status print_resolved(struct command_line *line, struct work *work)
{
    enum seatsim_status status = seatsim_scenario_write(work->scenario, write_output, line, line->diagnostics);
    return line->write_error ? SEATSIM_OK : status;
}

static enum seatsim_status validate_one(struct command_line *line, struct work *work)
{
    char text[64];
    const char *const *form = work->warnings == 0 ? none : work->warnings == 1 ? one : several;
    enum seatsim_status status = seatsim_scenario_check_variants(work->scenario, line->options, line->diagnostics);
    if (line->resolved)
        return worse(status, print_resolved(line, work));
    if (line->quiet || status != SEATSIM_OK)
        return status;
    snprintf(text, sizeof text, form[line->language], work->warnings);
    print(line, work->path);
    print(line, ": ");
    print(line, text);
    print(line, "\n");
    return SEATSIM_OK;
}

/* The object of one scenario. A reader that went away is no failure; finish_output tells of any other. */
static enum seatsim_status validate_as_object(struct command_line *line, const char *path)
{
    struct work work = { .path = path };
    enum seatsim_status status = work_load(line, &work);
    if (status == SEATSIM_OK)
        status = seatsim_scenario_check_variants(work.scenario, line->options, line->diagnostics);
    enum seatsim_status written = seatsim_diagnostics_json(line->diagnostics, path, line->language, write_output, line);
    work_clear(&work);
    status = worse(status, forget_diagnostics(line));
    return line->write_error ? status : worse(status, written);
}

/* One document for all scenarios. */
static enum seatsim_status validate_as_json(struct command_line *line)
{
    enum seatsim_status worst = SEATSIM_OK;
    print(line, "{\"seatsim\": \"" SEATSIM_VERSION "\", \"scenarios\": [");
    for (int index = 0; index < line->n_scenarios && line->diagnostics; index++) {
        print(line, index > 0 ? ",\n" : "\n");
        worst = worse(worst, validate_as_object(line, line->scenarios[index]));
    }
    print(line, "]}\n");
    return worst;
}

enum seatsim_status perform_validate(struct command_line *line)
{
    if (format_is(line, "json") && line->resolved) {
        seatsim_diagnostics_add(line->diagnostics, "E518", "option", "resolved", "other", "format json");
        return SEATSIM_BAD_INPUT;
    }
    if (format_is(line, "json"))
        return validate_as_json(line);
    return for_each_scenario(line, validate_one);
}
