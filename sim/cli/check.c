/* seatsim check: are the targets met? Of files and whole folders, in the form that the reader takes. */
#include "cli/options.h"
#include "cli/output.h"
#include "cli/work.h"

#include <string.h>
#include <sys/stat.h>

/* A check under way: where its results go. */
struct checking {
    struct command_line *line;
    struct seatsim_checklist *list; /* NULL: only the status counts */
    bool told;                      /* the document holds what was found; otherwise that is printed beside it */
    int left_out;                   /* files of folders that are no scenarios */
    enum seatsim_status status;     /* of writing */
};

/* A reader that went away is no failure; finish_output tells of any other. */
static void note_written(struct checking *checking, enum seatsim_status status)
{
    if (!checking->line->write_error)
        checking->status = worse(checking->status, status);
}

static void take(void *context, const char *path, enum seatsim_status status, const struct seatsim_verdicts *verdicts,
                 const struct seatsim_diagnostics *diagnostics)
{
    struct checking *checking = context;
    if (!checking->told)
        print_found(checking->line, diagnostics);
    if (checking->list)
        note_written(checking, seatsim_checklist_add(checking->list, path, status, verdicts, diagnostics));
}

static bool is_input(const char *path)
{
    return strcmp(path, "-") == 0;
}

static enum seatsim_status check_input(struct checking *checking)
{
    struct command_line *line = checking->line;
    struct work work = { .path = "-" };
    enum seatsim_status status = work_load(line, &work);
    if (status == SEATSIM_OK)
        status = work_run(line, &work);
    take(checking, "stdin", status, work.verdicts, line->diagnostics);
    work_clear(&work);
    return worse(status, forget_diagnostics(line));
}

/* Checks the files and folders from `first` on up to standard input, which the library does not read; `*next` is behind them. */
static enum seatsim_status check_named(struct checking *checking, int first, int *next)
{
    struct command_line *line = checking->line;
    int left_out = 0;
    *next = first;
    while (*next < line->n_scenarios && !is_input(line->scenarios[*next]))
        ++*next;
    enum seatsim_status status = seatsim_check_files((const char *const *)line->scenarios + first, *next - first, line->options,
                                                     take, checking, &left_out, line->diagnostics);
    checking->left_out += left_out;
    return status;
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

enum seatsim_status perform_check(struct command_line *line)
{
    bool several = line->n_scenarios > 1 || is_folder(line->scenarios[0]), silent = line->quiet && format_is(line, "text");
    struct checking checking = { .line = line, .told = !format_is(line, "text") && !format_is(line, "csv") };
    enum seatsim_status status = SEATSIM_OK;
    seatsim_options_set(line->options, "facilities", "no", line->diagnostics); /* but where a target asks about them */
    if (!silent)
        checking.list = seatsim_checklist_new(line->format ? line->format : "text", several, line->options, write_output, line,
                                              line->diagnostics);
    if (!silent && !checking.list)
        return SEATSIM_MACHINE;
    for (int next = 0; next < line->n_scenarios && line->diagnostics;) {
        bool input = is_input(line->scenarios[next]);
        status = worse(status, input ? check_input(&checking) : check_named(&checking, next, &next));
        next += input;
    }
    note_written(&checking, seatsim_checklist_end(checking.list, checking.left_out));
    return worse(status, checking.status);
}
