/* seatsim run: the projection as a table on the terminal, and with --output as files. */
#include "cli/output.h"
#include "cli/work.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static const char *const files_head[LANGUAGES] = { "\nFiles\n", "\n文件\n" };

struct written {
    struct command_line *line;
    bool any;
};

static void print_written(void *context, const char *path)
{
    struct written *written = context;
    struct command_line *line = written->line;
    if (line->quiet)
        return;
    if (!written->any)
        print(line, files_head[line->language]);
    written->any = true;
    print(line, "  ");
    print_shown(line, path);
    print(line, "\n");
}

static enum seatsim_status report_folder(struct command_line *line, int cause)
{
    seatsim_diagnostics_add(line->diagnostics, "E517", "path", line->output, "cause", strerror(cause));
    return SEATSIM_BAD_INPUT;
}

/* Where the files of a scenario go: --output itself, or for several scenarios a folder each inside it. */
static enum seatsim_status choose_folder(struct command_line *line, const char *path, char folder[PATH_MAX])
{
    int length;
    const char *name = work_name(path, &length);
    const char *form = line->n_scenarios > 1 ? "%s/%.*s" : "%s";
    bool fits = snprintf(folder, PATH_MAX, form, line->output, length, name) < PATH_MAX;
    return fits ? SEATSIM_OK : report_folder(line, ENAMETOOLONG);
}

static enum seatsim_status write_files(struct command_line *line, struct work *work)
{
    char folder[PATH_MAX];
    struct written written = { line, false };
    enum seatsim_status status = choose_folder(line, work->path, folder);
    if (status != SEATSIM_OK)
        return status;
    return seatsim_export_folder(work->results, work->verdicts, folder, line->options, print_written, &written,
                                 line->diagnostics);
}

static enum seatsim_status run_one(struct command_line *line, struct work *work)
{
    enum seatsim_status status = work_run(line, work);
    if (status > SEATSIM_TARGET_MISSED)
        return status;
    if (!line->quiet)
        seatsim_print_results(work->results, line->options, write_output, line);
    return line->output ? write_files(line, work) : SEATSIM_OK;
}

/* Two scenarios of one name would write over each other's files. */
static bool names_differ(struct command_line *line)
{
    for (int one = 0; one < line->n_scenarios; one++)
        for (int other = 0; other < one; other++) {
            int length, other_length;
            const char *name = work_name(line->scenarios[one], &length);
            const char *other_name = work_name(line->scenarios[other], &other_length);
            if (length != other_length || memcmp(name, other_name, (size_t)length) != 0)
                continue;
            seatsim_diagnostics_add(line->diagnostics, "E514", "path", line->scenarios[other], "other", line->scenarios[one]);
            return false;
        }
    return true;
}

enum seatsim_status perform_run(struct command_line *line)
{
    bool several = line->output && line->n_scenarios > 1;
    if (!line->no_policies && seatsim_options_set(line->options, "policies", "yes", line->diagnostics) != SEATSIM_OK)
        return SEATSIM_MACHINE;
    if (several && !names_differ(line))
        return SEATSIM_BAD_INPUT;
    if (several && mkdir(line->output, 0777) != 0 && errno != EEXIST)
        return report_folder(line, errno);
    if (!line->output)
        seatsim_options_set(line->options, "facilities", "no", line->diagnostics); /* the terminal shows no more */
    return for_each_scenario(line, run_one);
}
