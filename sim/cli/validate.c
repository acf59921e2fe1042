/* seatsim validate: what is wrong or suspicious in a scenario, and nothing else. */
#include "cli/output.h"
#include "cli/work.h"

#include <stdio.h>

static const char *const none[LANGUAGES] = { "no errors, no warnings", "无错误，无警告" };
static const char *const one[LANGUAGES] = { "no errors, 1 warning", "无错误，1 条警告" };
static const char *const several[LANGUAGES] = { "no errors, %d warnings", "无错误，%d 条警告" };

static enum seatsim_status validate_one(struct command_line *line, struct work *work)
{
    char text[64];
    const char *const *form = work->warnings == 0 ? none : work->warnings == 1 ? one : several;
    if (line->quiet)
        return SEATSIM_OK;
    snprintf(text, sizeof text, form[line->language], work->warnings);
    print(line, work->path);
    print(line, ": ");
    print(line, text);
    print(line, "\n");
    return SEATSIM_OK;
}

enum seatsim_status perform_validate(struct command_line *line)
{
    return for_each_scenario(line, validate_one);
}
