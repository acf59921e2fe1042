/* The command: reads its line, does what it says, prints what was found, and exits with the status of the work.
 *
 * SIGINT ends the process at once, which a shell sees as 130: files appear whole or not at all, so there is nothing to
 * tidy. A closed pipe or a file that may grow no more must not end it half-way through a folder: SIGPIPE and SIGXFSZ are
 * ignored and the failed write noticed. */
#include "cli/command.h"
#include "cli/environment.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"

#include <gsl/gsl_errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

const struct command commands[] = {
    { "new", perform_new, true, false, NULL,
      { "a commented scenario to begin with", "生成一份带注释的起始情景文件" },
      "seatsim new --standard cn-2017 > mine.yaml" },
    { "run", perform_run, false, true, NULL,
      { "the projection: a table, and with -o tables and charts as files", "推演：显示简表；加 -o 则写出表格和图表" },
      "seatsim run plan.yaml -o out --set projects.new-school.year=2024" },
    { "validate", perform_validate, false, false, "text|json",
      { "what is wrong or suspicious in a scenario", "检查情景文件中的错误和可疑之处" },
      "seatsim validate plan.yaml --variant one-year-late" },
    { "check", perform_check, false, false, "text|json|csv|junit|tap|github",
      { "do scenarios, or all those of a folder, meet their targets?", "情景（或整个文件夹的情景）是否达到各项目标？" },
      "seatsim check plan.yaml --set 'districts.*.births *= 0.9'" },
    { "compare", perform_compare, false, false, "text|csv|json",
      { "how scenarios or variants differ, and which targets change", "情景或变体之间的差别，以及哪些目标改变状态" },
      "seatsim compare plan.yaml --variants one-year-late,births-keep-falling" },
    { "explain", perform_explain, false, false, "text|json",
      { "where a number comes from, down to the lines of the scenario", "一个数的来历，直到情景文件的行" },
      "seatsim explain plan.yaml --indicator demand --stage kg --year 2023" },
    { "schema", perform_schema, true, false, "json|markdown",
      { "the scenario language as a JSON Schema, for editors", "情景语言的 JSON Schema，供编辑器使用" },
      "seatsim schema > seatsim.schema.json" },
    { NULL, NULL, false, false, NULL, { NULL, NULL }, NULL },
};

const struct command *command_of(const char *name)
{
    for (const struct command *command = commands; command->name; command++)
        if (strcmp(command->name, name) == 0)
            return command;
    return NULL;
}

static bool write_usage(void *context, const char *bytes, size_t length)
{
    (void)context;
    return fwrite(bytes, 1, length, stderr) == length;
}

static void print_version(struct command_line *line)
{
    print(line, "seatsim ");
    print(line, seatsim_version());
    print(line, "\n");
}

static enum seatsim_status perform(struct command_line *line)
{
    if (line->command->alone && line->n_scenarios > 0) {
        seatsim_diagnostics_add(line->diagnostics, "E519", "command", line->command->name, "path", line->scenarios[0]);
        return SEATSIM_BAD_INPUT;
    }
    if (line->n_scenarios == 0 && !line->command->alone) {
        seatsim_diagnostics_add(line->diagnostics, "E513", "command", line->command->name, NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    seatsim_options_set(line->options, "colour", coloured(line, 1) ? "yes" : "no", line->diagnostics);
    enum seatsim_status status = environment_data(line);
    return status == SEATSIM_OK ? line->command->perform(line) : status;
}

static enum seatsim_status obey(struct command_line *line, int argc, char **argv)
{
    environment_defaults(line);
    enum seatsim_status status = options_read(line, argc, argv);
    if (status != SEATSIM_OK)
        return status;
    if (line->version)
        print_version(line);
    else if (line->help)
        write_help(line->command, line->language, write_output, line);
    else if (line->command)
        return perform(line);
    else {
        write_help(NULL, line->language, write_usage, NULL);
        return SEATSIM_BAD_INPUT;
    }
    return SEATSIM_OK;
}

int main(int argc, char **argv)
{
    struct command_line line = {
        .options = seatsim_options_new(NULL),
        .diagnostics = seatsim_diagnostics_new(NULL),
        .program = argv[0],
    };
    enum seatsim_status status = SEATSIM_MACHINE;
    gsl_set_error_handler_off();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    if (line.options && line.diagnostics)
        status = obey(&line, argc, argv);
    if (line.diagnostics) {
        status = worse(status, finish_output(&line));
        print_diagnostics(&line);
    } else
        fprintf(stderr, "seatsim: %s\n", seatsim_status_text(SEATSIM_MACHINE));
    seatsim_diagnostics_free(line.diagnostics);
    seatsim_options_free(line.options);
    return (int)status;
}
