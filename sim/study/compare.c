/* Results side by side: what they have in common, by their names, and which targets change their state. */
#include "base/options.h"
#include "results/comparison.h"

#include <string.h>

/* How many names of a kind are told when only one of two results has them. */
enum { NAMES_TOLD = 5 };

struct comparing {
    struct seatsim_comparison *comparison;
    const struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    bool no_memory; /* for the names of what is not compared */
};

/* The columns that are matched by name, and what they are called in messages. */
static const struct kind {
    enum seatsim_column column;
    const char *name;
} kinds[] = {
    { SEATSIM_COLUMN_STAGE, "stage" },
    { SEATSIM_COLUMN_ID, "district" },
    { SEATSIM_COLUMN_SECTOR, "sector" },
    { SEATSIM_COLUMN_INDICATOR, "indicator" },
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

/* --- what is not compared ---------------------------------------------------------------------------------------- */

/* Names that only one of two results has, as a message tells them. */
struct only {
    int count;
    struct buffer names; /* the first of them */
};

static void only_add(struct only *only, const char *name)
{
    if (only->count < NAMES_TOLD) {
        buffer_text(&only->names, only->count > 0 ? ", " : "");
        buffer_text(&only->names, name);
    }
    only->count++;
}

static void only_tell(struct comparing *comparing, struct only *only, const char *label, const char *kind)
{
    struct number_text more = number_text(only->count - NAMES_TOLD);
    const struct slot slots[] = { { "label", label },
                                  { "kind", kind },
                                  { "names", only->names.text },
                                  { "more", only->count > NAMES_TOLD ? more.text : NULL },
                                  { NULL, NULL } };
    comparing->no_memory = comparing->no_memory || only->names.failed;
    if (only->count > 0 && !only->names.failed)
        report(comparing->diagnostics, (struct place){ 0 }, "W530", slots);
    buffer_clear(&only->names);
}

static struct only only_new(const struct comparing *comparing)
{
    struct only only = { 0 };
    buffer_init(&only.names, &comparing->options->allocator);
    return only;
}

/* --- names ------------------------------------------------------------------------------------------------------- */

/* The key of a name; `likely` is where it stands when both have the same. -1: there is none. */
static int key_of(const struct seatsim_results *results, enum seatsim_column column, const char *name, int likely)
{
    int count = compared_keys(results, column);
    if (likely < count && text_is(seatsim_results_name(results, column, likely), name))
        return likely;
    for (int key = 0; key < count; key++)
        if (text_is(seatsim_results_name(results, column, key), name))
            return key;
    return -1;
}

/* Tells what of a column one of two results has and the other has not. */
static void tell_missing(struct comparing *comparing, const struct compared *has, const struct compared *lacks, struct kind kind)
{
    struct only only = only_new(comparing);
    for (int key = 0; key < compared_keys(has->results, kind.column); key++) {
        const char *name = seatsim_results_name(has->results, kind.column, key);
        if (key_of(lacks->results, kind.column, name, key) < 0)
            only_add(&only, name);
    }
    only_tell(comparing, &only, has->label, kind.name);
}

/* Fills the map of a column. Returns how many names both have, -1 without memory. */
static int map_column(struct comparing *comparing, struct compared *compared, enum seatsim_column column)
{
    const struct seatsim_results *first = comparing->comparison->list[0].results;
    int count = compared_keys(first, column), common = 0;
    int *map = arena_new(&comparing->comparison->arena, (size_t)count, sizeof *map);
    if (!map)
        return -1;
    for (int key = 0; key < count; key++) {
        map[key] = key_of(compared->results, column, seatsim_results_name(first, column, key), key);
        common += map[key] >= 0;
    }
    compared->maps[column] = map;
    return common;
}

static enum seatsim_status report_nothing(struct comparing *comparing, const struct compared *compared, const char *kind)
{
    const struct slot slots[] = {
        { "label", comparing->comparison->list[0].label }, { "other", compared->label }, { "kind", kind }, { NULL, NULL }
    };
    report(comparing->diagnostics, (struct place){ 0 }, "E532", slots);
    return SEATSIM_BAD_INPUT;
}

static enum seatsim_status map_all(struct comparing *comparing, struct compared *compared)
{
    struct compared *first = &comparing->comparison->list[0];
    for (int i = 0; i < KINDS; i++) {
        int common = map_column(comparing, compared, kinds[i].column);
        if (common < 0)
            return report_no_memory(comparing->diagnostics);
        if (common == 0 && kinds[i].column == SEATSIM_COLUMN_STAGE)
            return report_nothing(comparing, compared, kinds[i].name);
        if (compared != first) {
            tell_missing(comparing, first, compared, kinds[i]);
            tell_missing(comparing, compared, first, kinds[i]);
        }
    }
    return SEATSIM_OK;
}

/* --- years ------------------------------------------------------------------------------------------------------- */

static int last_year(const struct seatsim_results *results)
{
    return results->base_year + results->years - 1;
}

static void tell_years(struct comparing *comparing, const struct compared *compared)
{
    const struct seatsim_comparison *comparison = comparing->comparison;
    struct only only = only_new(comparing);
    int last = comparison->first_year + comparison->years - 1;
    for (int year = compared->results->base_year; year <= last_year(compared->results); year++)
        if (year < comparison->first_year || year > last)
            only_add(&only, number_text(year).text);
    only_tell(comparing, &only, compared->label, "year");
}

/* The years that all have. */
static enum seatsim_status find_years(struct comparing *comparing)
{
    struct seatsim_comparison *comparison = comparing->comparison;
    int first = comparison->list[0].results->base_year, last = last_year(comparison->list[0].results);
    for (int i = 1; i < comparison->count; i++) {
        const struct seatsim_results *results = comparison->list[i].results;
        first = results->base_year > first ? results->base_year : first;
        last = last_year(results) < last ? last_year(results) : last;
        if (last < first)
            return report_nothing(comparing, &comparison->list[i], "year");
    }
    comparison->first_year = first;
    comparison->years = last - first + 1;
    for (int i = 0; i < comparison->count; i++)
        tell_years(comparing, &comparison->list[i]);
    return SEATSIM_OK;
}

/* --- targets ----------------------------------------------------------------------------------------------------- */

static const struct verdict_line *line_like(const struct seatsim_verdicts *verdicts, const struct verdict *sought)
{
    for (int i = 0; i < verdicts->n_lines; i++) {
        const struct verdict *verdict = &verdicts->list[verdicts->lines[i].first];
        if (text_is(verdict->target, sought->target) && text_is(verdict->stage, sought->stage))
            return &verdicts->lines[i];
    }
    return NULL;
}

/* Tells the targets that one of two has and the other has not, each once however many stages it is about. */
static void tell_targets(struct comparing *comparing, const struct compared *has, const struct compared *lacks)
{
    const char *told = "";
    struct only only = only_new(comparing);
    for (int i = 0; i < has->verdicts->n_lines; i++) {
        const struct verdict *verdict = &has->verdicts->list[has->verdicts->lines[i].first];
        if (line_like(lacks->verdicts, verdict) || text_is(told, verdict->target))
            continue;
        told = verdict->target;
        only_add(&only, told);
    }
    only_tell(comparing, &only, has->label, "target");
}

static enum seatsim_status match_targets(struct comparing *comparing, struct compared *compared)
{
    struct compared *first = &comparing->comparison->list[0];
    const struct seatsim_verdicts *verdicts = first->verdicts;
    compared->lines = arena_new(&comparing->comparison->arena, (size_t)verdicts->n_lines, sizeof(const struct verdict_line *));
    if (!compared->lines)
        return report_no_memory(comparing->diagnostics);
    for (int i = 0; i < verdicts->n_lines; i++) {
        const struct verdict_line *line = &verdicts->lines[i],
                                  *other = line_like(compared->verdicts, &verdicts->list[line->first]);
        compared->lines[i] = other;
        compared->lost += other && line->met && !other->met && !other->warning;
        compared->gained += other && !line->met && other->met && !line->warning;
    }
    if (compared != first) {
        tell_targets(comparing, first, compared);
        tell_targets(comparing, compared, first);
    }
    return SEATSIM_OK;
}

/* --- labels and options ------------------------------------------------------------------------------------------ */

/* A variant's name where all are of one scenario, a scenario's where none has a variant, else both; "plan #2" where another
 * before it is called the same. */
static const char *label_of(struct comparing *comparing, int which)
{
    struct seatsim_comparison *comparison = comparing->comparison;
    const struct seatsim_results *own = comparison->list[which].results;
    bool one_scenario = true, plain = true;
    struct number_text number = number_text(which + 1);
    for (int i = 0; i < comparison->count; i++) {
        one_scenario = one_scenario && text_is(comparison->list[i].results->scenario, own->scenario);
        plain = plain && text_is(comparison->list[i].results->variant, "base");
    }
    const char *parts[] = { plain || !one_scenario ? own->scenario : "", plain || one_scenario ? "" : "/",
                            plain ? "" : own->variant, "", "" };
    for (int i = 0; i < which; i++)
        if (text_is(comparison->list[i].results->scenario, own->scenario) &&
            text_is(comparison->list[i].results->variant, own->variant)) {
            parts[3] = " #";
            parts[4] = number.text;
        }
    return arena_join(&comparison->arena, parts, sizeof parts / sizeof parts[0]);
}

/* What an option narrows the comparison to: an index in the first, -1 when it is not given. */
static enum seatsim_status narrow(struct comparing *comparing, const char *option, const char *name, enum seatsim_column column,
                                  int *key)
{
    const struct seatsim_results *first = comparing->comparison->list[0].results;
    int count = compared_keys(first, column);
    *key = name ? key_of(first, column, name, 0) : -1;
    if (!name || *key >= 0)
        return SEATSIM_OK;
    const char **names = memory_new(&comparing->options->allocator, (size_t)count, sizeof(const char *));
    if (!names)
        return report_no_memory(comparing->diagnostics);
    for (int i = 0; i < count; i++)
        names[i] = seatsim_results_name(first, column, i);
    const struct slot slots[] = {
        { "option", option }, { "name", name }, { "nearest", text_nearest(name, names, count) }, { NULL, NULL }
    };
    report(comparing->diagnostics, (struct place){ 0 }, "E521", slots);
    memory_free(&comparing->options->allocator, names);
    return SEATSIM_BAD_INPUT;
}

static enum seatsim_status narrow_all(struct comparing *comparing)
{
    struct seatsim_comparison *comparison = comparing->comparison;
    const struct seatsim_options *options = comparing->options;
    enum seatsim_status status =
        narrow(comparing, "indicator", options->indicator, SEATSIM_COLUMN_INDICATOR, &comparison->indicator);
    if (status == SEATSIM_OK)
        status = narrow(comparing, "stage", options->stage, SEATSIM_COLUMN_STAGE, &comparison->stage);
    if (status == SEATSIM_OK)
        status = narrow(comparing, "district", options->district, SEATSIM_COLUMN_ID, &comparison->district);
    return status;
}

/* --- all --------------------------------------------------------------------------------------------------------- */

static enum seatsim_status label_all(struct comparing *comparing)
{
    struct seatsim_comparison *comparison = comparing->comparison;
    for (int i = 0; i < comparison->count; i++)
        if (!(comparison->list[i].label = label_of(comparing, i)))
            return report_no_memory(comparing->diagnostics);
    return SEATSIM_OK;
}

static enum seatsim_status compare_all(struct comparing *comparing)
{
    struct seatsim_comparison *comparison = comparing->comparison;
    enum seatsim_status status = label_all(comparing);
    if (status == SEATSIM_OK)
        status = find_years(comparing);
    for (int i = 0; i < comparison->count && status == SEATSIM_OK; i++) {
        status = map_all(comparing, &comparison->list[i]);
        if (status == SEATSIM_OK)
            status = match_targets(comparing, &comparison->list[i]);
    }
    if (status == SEATSIM_OK && comparing->no_memory)
        return report_no_memory(comparing->diagnostics);
    return status == SEATSIM_OK ? narrow_all(comparing) : status;
}

static struct seatsim_comparison *comparison_new(const struct seatsim_allocator *allocator, int count)
{
    struct seatsim_comparison *comparison = memory_new(allocator, 1, sizeof *comparison);
    if (!comparison)
        return NULL;
    arena_init(&comparison->arena, allocator);
    comparison->count = count;
    comparison->list = arena_new(&comparison->arena, (size_t)count, sizeof *comparison->list);
    if (comparison->list)
        return comparison;
    seatsim_comparison_free(comparison);
    return NULL;
}

enum seatsim_status seatsim_compare(const struct seatsim_results *const *results, const struct seatsim_verdicts *const *verdicts,
                                    int count, const struct seatsim_options *options, struct seatsim_comparison **comparison,
                                    struct seatsim_diagnostics *diagnostics)
{
    struct comparing comparing = { .comparison = comparison_new(&options->allocator, count),
                                   .options = options,
                                   .diagnostics = diagnostics };
    if (!comparing.comparison)
        return report_no_memory(diagnostics);
    for (int i = 0; i < count; i++)
        comparing.comparison->list[i] = (struct compared){ .results = results[i], .verdicts = verdicts[i] };
    enum seatsim_status status = compare_all(&comparing);
    if (status == SEATSIM_OK)
        *comparison = comparing.comparison;
    else
        seatsim_comparison_free(comparing.comparison);
    return status;
}
