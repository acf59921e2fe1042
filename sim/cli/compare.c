/* seatsim compare: scenarios and variants side by side, as differences from the first. */
#include "cli/options.h"
#include "cli/output.h"
#include "cli/work.h"

#include <string.h>

/* More than a reader can hold apart. */
enum { COMPARED_MOST = 32, NAME_MOST = 1024 };

/* What is compared: every scenario of the command line as it is, or in each of the variants that are asked for. */
struct comparing {
    struct command_line *line;
    int count;
    struct work works[COMPARED_MOST];
};

static const char as_it_is[] = "base";

static bool is_base(const char *name, size_t length)
{
    return length == strlen(as_it_is) && memcmp(name, as_it_is, length) == 0;
}

/* Adds the variants of "one+other" to options, in this order; "base" adds none. */
static enum seatsim_status add_variants(struct command_line *line, struct seatsim_options *options, const char *name,
                                        size_t length)
{
    char list[NAME_MOST];
    if (is_base(name, length))
        return SEATSIM_OK;
    if (length >= sizeof list) {
        seatsim_diagnostics_add(line->diagnostics, "E504", "option", "variants", "argument", "NAME[,NAME]");
        return SEATSIM_BAD_INPUT;
    }
    memcpy(list, name, length);
    list[length] = '\0';
    for (char *plus = strchr(list, '+'); plus; plus = strchr(plus, '+'))
        *plus = ',';
    return seatsim_options_set(options, "variant", list, line->diagnostics);
}

/* Loads, runs and judges; a missed target is no failure here. */
static enum seatsim_status work_all(struct command_line *line, struct work *work)
{
    enum seatsim_status status = work_load(line, work);
    if (status == SEATSIM_OK)
        status = work_run(line, work);
    return status == SEATSIM_TARGET_MISSED ? SEATSIM_OK : status;
}

/* Takes a scenario in a variant. What is found in the file is told for the first of its variants; of the others only what
 * keeps them from being compared. */
static enum seatsim_status take(struct comparing *comparing, const char *path, const char *name, size_t length)
{
    struct command_line *line = comparing->line;
    if (comparing->count == COMPARED_MOST) {
        seatsim_diagnostics_add(line->diagnostics, "E533", "most", "32", NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    struct work *work = &comparing->works[comparing->count++];
    bool again = work > comparing->works && strcmp(work[-1].path, path) == 0;
    *work = (struct work){ .path = path, .options = seatsim_options_copy(line->options) };
    if (!work->options)
        return SEATSIM_MACHINE;
    enum seatsim_status status = add_variants(line, work->options, name, length);
    if (status == SEATSIM_OK)
        status = work_all(line, work);
    return worse(status, again && status == SEATSIM_OK ? forget_diagnostics(line) : print_diagnostics(line));
}

/* Whether a list of names, with commas between, has the scenario as it is among them. */
static bool has_base(const char *names)
{
    for (size_t length;; names += length + 1) {
        length = strcspn(names, ",");
        if (is_base(names, length))
            return true;
        if (!names[length])
            return false;
    }
}

/* Takes a scenario as it is, unless the names say where, and in each of the variants named. */
static enum seatsim_status take_all(struct comparing *comparing, const char *path)
{
    struct command_line *line = comparing->line;
    const char *names = line->variants ? line->variants : as_it_is;
    enum seatsim_status status = SEATSIM_OK;
    if (!has_base(names))
        status = take(comparing, path, as_it_is, strlen(as_it_is));
    for (size_t length; names && status == SEATSIM_OK; names += length + 1) {
        length = strcspn(names, ",");
        status = take(comparing, path, names, length);
        if (!names[length])
            break;
    }
    return status;
}

static enum seatsim_status print_comparison(struct command_line *line, const struct seatsim_comparison *comparison)
{
    const char *format = line->format ? line->format : "text";
    if (line->quiet && format_is(line, "text"))
        return SEATSIM_OK;
    enum seatsim_status status =
        seatsim_print_comparison(comparison, format, line->options, write_output, line, line->diagnostics);
    return line->write_error ? SEATSIM_OK : status;
}

static enum seatsim_status compare_taken(struct comparing *comparing)
{
    struct command_line *line = comparing->line;
    const struct seatsim_results *results[COMPARED_MOST];
    const struct seatsim_verdicts *verdicts[COMPARED_MOST];
    struct seatsim_comparison *comparison;
    for (int i = 0; i < comparing->count; i++) {
        results[i] = comparing->works[i].results;
        verdicts[i] = comparing->works[i].verdicts;
    }
    enum seatsim_status status =
        seatsim_compare(results, verdicts, comparing->count, line->options, &comparison, line->diagnostics);
    if (status != SEATSIM_OK)
        return status;
    status = print_comparison(line, comparison);
    if (line->check && seatsim_comparison_lost(comparison) > 0)
        status = worse(status, SEATSIM_TARGET_MISSED);
    seatsim_comparison_free(comparison);
    return status;
}

enum seatsim_status perform_compare(struct command_line *line)
{
    struct comparing comparing = { .line = line };
    enum seatsim_status status = SEATSIM_OK;
    seatsim_options_set(line->options, "facilities", "no", line->diagnostics); /* but where a target asks about them */
    for (int i = 0; i < line->n_scenarios && line->diagnostics; i++)
        status = worse(status, take_all(&comparing, line->scenarios[i]));
    if (status == SEATSIM_OK && comparing.count < 2) {
        seatsim_diagnostics_add(line->diagnostics, "E531", NULL, NULL, NULL, NULL);
        status = SEATSIM_BAD_INPUT;
    }
    if (status == SEATSIM_OK)
        status = compare_taken(&comparing);
    for (int i = 0; i < comparing.count; i++)
        work_clear(&comparing.works[i]);
    return status;
}
