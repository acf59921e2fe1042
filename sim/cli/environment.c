#include "cli/environment.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* The value of the first of three variables that is set to something; "" when none is. */
static const char *first_set(const char *first, const char *second, const char *third)
{
    const char *const names[] = { first, second, third };
    for (int name = 0; name < 3; name++) {
        const char *value = names[name] ? getenv(names[name]) : NULL;
        if (value && value[0])
            return value;
    }
    return "";
}

static void take_language(struct command_line *line)
{
    if (strncmp(first_set("LC_ALL", "LC_MESSAGES", "LANG"), "zh", 2) != 0)
        return;
    line->language = SEATSIM_CHINESE;
    seatsim_options_set(line->options, "lang", "zh", line->diagnostics);
}

/* The terminal's width; a width that the library would refuse is nobody's mistake, so it is bent. */
static void take_width(struct command_line *line)
{
    struct winsize size;
    long width = strtol(first_set("COLUMNS", NULL, NULL), NULL, 10);
    if (width <= 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width <= 0)
        return;
    char text[32];
    snprintf(text, sizeof text, "%ld", width < 40 ? 40 : width > 1000 ? 1000 : width);
    seatsim_options_set(line->options, "width", text, line->diagnostics);
}

void environment_defaults(struct command_line *line)
{
    line->no_colour = first_set("NO_COLOR", NULL, NULL)[0] || strcmp(first_set("TERM", NULL, NULL), "dumb") == 0;
    take_language(line);
    take_width(line);
}

static enum seatsim_status add_data(struct command_line *line, const char *folder)
{
    if (!folder[0] || access(folder, R_OK) != 0)
        return SEATSIM_OK;
    return seatsim_options_set(line->options, "data", folder, line->diagnostics);
}

/* The folder the program stands in, links followed; false when it cannot be told. */
static bool program_folder(const char *program, char folder[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", folder, PATH_MAX - 1);
    if (length > 0)
        folder[length] = '\0';
    else if (!strchr(program, '/') || !realpath(program, folder))
        return false;
    *strrchr(folder, '/') = '\0';
    return true;
}

enum seatsim_status environment_data(struct command_line *line)
{
    static const char *const places[] = { "share/seatsim", "../share/seatsim" };
    char folder[PATH_MAX], path[PATH_MAX + 32];
    enum seatsim_status status = add_data(line, first_set("SEATSIM_DATA", NULL, NULL));
    bool known = program_folder(line->program, folder);
    for (int place = 0; place < 2 && known && status == SEATSIM_OK; place++) {
        snprintf(path, sizeof path, "%s/%s", folder, places[place]);
        status = add_data(line, path);
    }
    return status == SEATSIM_OK ? add_data(line, SEATSIM_INSTALLED) : status;
}
