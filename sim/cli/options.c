#include "cli/options.h"

#include <getopt.h>
#include <string.h>

static bool set_output(struct command_line *line, const char *value)
{
    line->output = value;
    return value[0] != '\0';
}

static bool set_standard(struct command_line *line, const char *value)
{
    line->standard = value;
    return value[0] != '\0';
}

static bool set_format(struct command_line *line, const char *value)
{
    line->format = value; /* held against the command's own when that is known */
    return true;
}

static bool set_colour(struct command_line *line, const char *value)
{
    static const char *const names[] = { [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never" };
    for (int name = COLOUR_AUTO; name <= COLOUR_NEVER; name++)
        if (strcmp(value, names[name]) == 0) {
            line->colour = (enum colour)name;
            return true;
        }
    return false;
}

static bool set_language(struct command_line *line, const char *value)
{
    line->language = strcmp(value, "zh") == 0 ? SEATSIM_CHINESE : SEATSIM_ENGLISH;
    return true;
}

static bool set_resolved(struct command_line *line, const char *value)
{
    (void)value;
    return line->resolved = true;
}

static bool set_no_policies(struct command_line *line, const char *value)
{
    (void)value;
    return line->no_policies = true;
}

static bool set_variants(struct command_line *line, const char *value)
{
    line->variants = value;
    return value[0] != '\0';
}

static bool set_check(struct command_line *line, const char *value)
{
    (void)value;
    return line->check = true;
}

static bool set_quiet(struct command_line *line, const char *value)
{
    (void)value;
    return line->quiet = true;
}

static bool set_verbose(struct command_line *line, const char *value)
{
    (void)value;
    return line->verbose = true;
}

static bool set_help(struct command_line *line, const char *value)
{
    (void)value;
    return line->help = true;
}

static bool set_version(struct command_line *line, const char *value)
{
    (void)value;
    return line->version = true;
}

/* A row that names an option of the library without a meaning of its own has the library's, and its argument. */
static const struct option_row own_rows[] = {
    { .name = "output", .letter = 'o', .argument = "DIR", .for_files = true, .apply = set_output,
      .meaning = { "write tables and charts into this folder", "将表格和图表写入此文件夹" } },
    { .name = "no-plots", .for_files = true, .library = "plots", .value = "no",
      .meaning = { "tables only, no charts", "只写表格，不绘图表" } },
    { .name = "no-policies", .for_files = true, .library = "policies", .value = "no", .apply = set_no_policies,
      .meaning = { "no shares under other allocation policies", "不另按其他分配方式计算占比" } },
    { .name = "no-facilities", .for_files = true, .library = "facilities", .value = "no",
      .meaning = { "results of districts only: less memory", "只保留区域的结果，节省内存" } },
    { .name = "format", .argument = "FORMAT", .for_formats = true, .apply = set_format,
      .meaning = { "form of the result; the first by default", "结果的格式（默认为第一种）" } },
    { .name = "standard", .argument = "NAME", .only = "new", .apply = set_standard,
      .meaning = { "the standard it is made for (cn-2017)", "所依据的标准（默认 cn-2017）" } },
    { .name = "resolved", .only = "validate", .apply = set_resolved,
      .meaning = { "print the merged scenario, with origins", "输出合并后的情景，并注明每个值的出处" } },
    { .name = "variants", .argument = "NAME[,NAME]", .only = "compare", .apply = set_variants,
      .meaning = { "beside the scenario itself; a+b: both at once", "与情景本身相比的变体；a+b 为两者并用" } },
    { .name = "check", .only = "compare", .apply = set_check,
      .meaning = { "status 1 if the first meets what another misses", "第一个达标而其他未达标时以 1 退出" } },
    { .name = "indicator", .only = "compare|explain", .library = "indicator" },
    { .name = "stage", .only = "compare|explain", .library = "stage" },
    { .name = "year", .only = "explain", .library = "year" },
    { .name = "district", .only = "compare|explain", .library = "district" },
    { .name = "facility", .only = "explain", .library = "facility" },
    { .name = "sector", .only = "explain", .library = "sector" },
    { .name = "depth", .only = "explain", .library = "depth" },
    { .name = "threads", .argument = "N", .only = "check", .library = "threads",
      .meaning = { "scenarios checked at once (all cores)", "同时检查的情景数（默认为全部核心）" } },
    { .name = "lang", .argument = "en|zh", .library = "lang", .apply = set_language,
      .meaning = { "language of tables and charts (from LANG)", "表格、图表和信息的语言（默认取自 LANG）" } },
    { .name = "color", .argument = "auto|always|never", .library = "colour", .value = "", .apply = set_colour,
      .meaning = { "colour: on a terminal, always or never", "着色：在终端上（auto）、总是或从不" } },
    { .name = "quiet", .letter = 'q', .apply = set_quiet,
      .meaning = { "nothing but errors", "只显示错误" } },
    { .name = "verbose", .letter = 'v', .apply = set_verbose,
      .meaning = { "every diagnostic, not the first twenty", "显示全部诊断信息，而不只前二十条" } },
    { .name = "help", .letter = 'h', .apply = set_help,
      .meaning = { "show this text, or that of a COMMAND", "显示本说明，或某个命令的说明" } },
    { .name = "version", .apply = set_version,
      .meaning = { "show the version", "显示版本" } },
};
enum { OWN_ROWS = sizeof own_rows / sizeof own_rows[0] };

static bool library_option_has_own_row(const char *name)
{
    for (int row = 0; row < OWN_ROWS; row++)
        if (own_rows[row].library && strcmp(own_rows[row].library, name) == 0)
            return true;
    return false;
}

/* What a row leaves to the library's option. */
static void complete(struct option_row *row)
{
    for (int index = 0; row->library && !row->meaning[0] && index < seatsim_option_count(); index++)
        if (strcmp(seatsim_option_name(index), row->library) == 0) {
            row->argument = seatsim_option_argument(index);
            row->meaning[SEATSIM_ENGLISH] = seatsim_option_meaning(index, SEATSIM_ENGLISH);
            row->meaning[SEATSIM_CHINESE] = seatsim_option_meaning(index, SEATSIM_CHINESE);
        }
}

int options_offered(struct option_row rows[OPTIONS_MOST])
{
    int count = OWN_ROWS;
    memcpy(rows, own_rows, sizeof own_rows);
    for (int row = 0; row < OWN_ROWS; row++)
        complete(&rows[row]);
    for (int index = 0; index < seatsim_option_count() && count < OPTIONS_MOST; index++) {
        const char *name = seatsim_option_name(index);
        if (!library_option_has_own_row(name))
            rows[count++] = (struct option_row) {
                .name = name, .argument = seatsim_option_argument(index), .library = name, .for_scenarios = true,
                .meaning = { seatsim_option_meaning(index, SEATSIM_ENGLISH), seatsim_option_meaning(index, SEATSIM_CHINESE) },
            };
    }
    return count;
}

/* Whether a word is the first of some, such as "text|json". */
static bool is_first(const char *words, const char *word)
{
    size_t length = strlen(word);
    return strncmp(words, word, length) == 0 && (words[length] == '|' || words[length] == '\0');
}

static bool is_among(const char *words, const char *word)
{
    if (strchr(word, '|'))
        return false;
    for (const char *bar; !is_first(words, word); words = bar + 1)
        if (!(bar = strchr(words, '|')))
            return false;
    return true;
}

bool option_belongs(const struct option_row *row, const struct command *command)
{
    if (!command)
        return !row->for_files && !row->for_formats && !row->only;
    return (!row->only || is_among(row->only, command->name)) && (!row->for_files || command->writes_files) &&
           (!row->for_formats || command->formats);
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* What getopt_long needs, and which options were given. An option's code is its row + FIRST_CODE, above all letters. */
enum { FIRST_CODE = 256 };
struct reading {
    int count;
    struct option_row rows[OPTIONS_MOST];
    struct option options[OPTIONS_MOST + 1];
    char letters[2 * OPTIONS_MOST + 2];
    bool given[OPTIONS_MOST];
};

static void prepare(struct reading *reading)
{
    reading->count = options_offered(reading->rows);
    char *letter = reading->letters;
    *letter++ = ':'; /* mistakes are ours to report */
    for (int row = 0; row < reading->count; row++) {
        const struct option_row *option = &reading->rows[row];
        reading->options[row] = (struct option) { option->name, option->argument ? required_argument : no_argument, NULL,
                                                  FIRST_CODE + row };
        if (option->letter)
            *letter++ = option->letter;
        if (option->letter && option->argument)
            *letter++ = ':';
    }
}

/* The row of a code that getopt_long returned; NULL for a mistake. */
static const struct option_row *row_of(struct reading *reading, int code)
{
    for (int row = 0; row < reading->count; row++)
        if (code == FIRST_CODE + row || (code != 0 && code == reading->rows[row].letter)) {
            reading->given[row] = true;
            return &reading->rows[row];
        }
    return NULL;
}

static void apply(struct command_line *line, const struct option_row *row, const char *value)
{
    const char *text = row->value ? row->value : value;
    bool to_library = row->library && (!row->argument || !row->value);
    if (to_library && seatsim_options_set(line->options, row->library, text, line->diagnostics) != SEATSIM_OK)
        return;
    if (row->apply && !row->apply(line, value))
        seatsim_diagnostics_add(line->diagnostics, "E504", "option", row->name, "argument", row->argument);
}

static void report_unknown(struct command_line *line, const struct reading *reading, const char *word)
{
    const char *names[OPTIONS_MOST];
    char name[64] = "";
    for (int row = 0; row < reading->count; row++)
        names[row] = reading->rows[row].name;
    strncat(name, word, strcspn(word, "=") < sizeof name ? strcspn(word, "=") : sizeof name - 1);
    seatsim_diagnostics_add(line->diagnostics, "E501", "option", name, "nearest",
                            seatsim_nearest(name, names, reading->count));
}

/* What getopt_long calls a mistake: `code` is ':' for a missing value; `word` is the argument it stands in. */
static void report_mistake(struct command_line *line, struct reading *reading, int code, const char *word)
{
    char letter[2] = { (char)optopt, '\0' };
    const struct option_row *row = row_of(reading, optopt);
    if (row && code == ':')
        seatsim_diagnostics_add(line->diagnostics, "E504", "option", row->name, "argument", row->argument);
    else if (row)
        seatsim_diagnostics_add(line->diagnostics, "E511", "option", row->name, NULL, NULL);
    else if (optopt > 0 && optopt < FIRST_CODE)
        report_unknown(line, reading, letter);
    else
        report_unknown(line, reading, word + strspn(word, "-"));
}

static void check_belonging(struct command_line *line, const struct reading *reading)
{
    for (int row = 0; row < reading->count; row++)
        if (line->command && reading->given[row] && !option_belongs(&reading->rows[row], line->command))
            seatsim_diagnostics_add(line->diagnostics, "E512", "command", line->command->name, "option",
                                    reading->rows[row].name);
}

bool format_is(const struct command_line *line, const char *format)
{
    return line->format ? strcmp(line->format, format) == 0 : is_first(line->command->formats, format);
}

static void check_format(struct command_line *line)
{
    const char *formats = line->command ? line->command->formats : NULL;
    if (formats && line->format && !is_among(formats, line->format))
        seatsim_diagnostics_add(line->diagnostics, "E504", "option", "format", "argument", formats);
}

/* The words that are no options: the command, then the scenarios. */
static void read_words(struct command_line *line, int count, char **words)
{
    if (count == 0)
        return;
    line->command = command_of(words[0]);
    line->scenarios = words + 1;
    line->n_scenarios = count - 1;
    if (line->command)
        return;
    const char *names[OPTIONS_MOST];
    int n_names = 0;
    for (const struct command *command = commands; command->name; command++)
        names[n_names++] = command->name;
    seatsim_diagnostics_add(line->diagnostics, "E510", "command", words[0], "nearest",
                            seatsim_nearest(words[0], names, n_names));
}

enum seatsim_status options_read(struct command_line *line, int argc, char **argv)
{
    struct reading reading = { 0 };
    prepare(&reading);
    for (int code; (code = getopt_long(argc, argv, reading.letters, reading.options, NULL)) != -1;) {
        const struct option_row *row = row_of(&reading, code);
        if (row)
            apply(line, row, optarg);
        else
            report_mistake(line, &reading, code, argv[optind - 1]);
    }
    read_words(line, argc - optind, argv + optind);
    check_belonging(line, &reading);
    check_format(line);
    return seatsim_diagnostics_count(line->diagnostics, SEATSIM_ERROR) > 0 ? SEATSIM_BAD_INPUT : SEATSIM_OK;
}
