/* A comparison for a planner: the targets that change, then stage by stage the indicators that matter, a column a year. */
#include "output/compare_choice.h"
#include "output/compare_forms.h"
#include "output/figures.h"
#include "output/grid.h"
#include "output/verdict_words.h"
#include "output/verdicts.h"
#include "output/words.h"

#include <math.h>
#include <string.h>

/* --- words ------------------------------------------------------------------------------------------------------- */

static void line_add(struct comparison_page *page, const char *before, const char *text, enum paint paint)
{
    page->buffer.failed = page->buffer.failed || !text;
    buffer_text(&page->buffer, before);
    paint_add(&page->buffer, text ? text : "", paint, page->options->colour);
    buffer_text(&page->buffer, "\n");
}

static const char *say(struct comparison_page *page, enum word word, const struct slot *slots)
{
    return sentence(&page->arena, word, page->options->language, slots);
}

static const char *keep(struct comparison_page *page, struct number_text text)
{
    const char *kept = arena_text(&page->arena, text.text);
    page->buffer.failed = page->buffer.failed || !kept;
    return kept;
}

static void title_add(struct comparison_page *page)
{
    const struct compared *first = &page->comparison->list[0];
    const char *title = shown_title(&page->arena, &first->results->title, page->options->language, first->results->scenario);
    const struct slot slots[] = { { "title", title }, { "first", first->label }, { NULL, NULL } };
    line_add(page, "", title ? say(page, WORD_COMPARE_HEAD, slots) : NULL, PAINT_STRONG);
    buffer_text(&page->buffer, "\n");
}

/* --- targets ----------------------------------------------------------------------------------------------------- */

static bool describe(struct comparison_page *page, const struct compared *compared, int line, struct verdict_words *words)
{
    const struct others_room nobody = { 0, 0 };
    if (describe_line(&page->arena, page->options->language, compared->verdicts, compared->lines[line], nobody, words))
        return true;
    page->buffer.failed = true;
    return false;
}

/* "45 in 2023", of many places "93 of 100 districts, 54 in 2023 (west)". */
static const char *value_of(struct comparison_page *page, const struct verdict_words *words)
{
    const struct slot slots[] = { { "where", words->where }, { "value", words->value }, { NULL, NULL } };
    return words->each ? say(page, WORD_COMPARE_PLACE, slots) : words->value;
}

static const char *state(struct comparison_page *page, const char *from, const char *to)
{
    const struct slot slots[] = { { "from", from }, { "to", to }, { NULL, NULL } };
    return strcmp(from, to) == 0 ? to : say(page, WORD_COMPARE_STATE, slots);
}

/* What a target was and became: a line for its state and name, and one for its values and bound. */
static void change_add(struct comparison_page *page, const struct compared *compared, int line)
{
    struct verdict_words from, to;
    if (!describe(page, &page->comparison->list[0], line, &from) || !describe(page, compared, line, &to))
        return;
    const char *before = value_of(page, &from), *after = value_of(page, &to);
    const char *bound = state(page, from.bound, to.bound), *name = line_name(&page->arena, &from);
    const char *values = before && after ? state(page, before, after) : NULL, *result = state(page, from.result, to.result);
    const char *const top[] = { "  ", name, ": ", result }, *const below[] = { "      ", values, ", ", bound };
    if (!name || !result || !values || !bound) {
        page->buffer.failed = true;
        return;
    }
    line_add(page, "", arena_join(&page->arena, top, 4), compared->lines[line]->met ? PAINT_GOOD : PAINT_SHORT);
    line_add(page, "", arena_join(&page->arena, below, 4), PAINT_PLAIN);
}

/* How many targets are met, and those that are met in only one of the two. */
static void targets_add(struct comparison_page *page, int which)
{
    const struct compared *first = &page->comparison->list[0], *compared = &page->comparison->list[which];
    struct number_text met = decimal_text(lines_met(compared->verdicts), 0), count = decimal_text(compared->verdicts->n_lines, 0);
    const struct slot slots[] = { { "label", compared->label }, { "met", met.text }, { "count", count.text }, { NULL, NULL } };
    line_add(page, "", say(page, WORD_COMPARE_TARGETS, slots), PAINT_PLAIN);
    for (int line = 0; line < first->verdicts->n_lines; line++)
        if (compared->lines[line] && compared->lines[line]->met != first->lines[line]->met)
            change_add(page, compared, line);
}

/* --- cells ------------------------------------------------------------------------------------------------------- */

static struct grid_cell nothing(void)
{
    return (struct grid_cell){ .text = "-", .paint = PAINT_FAINT };
}

/* A number with its sign; one that would read as nothing is told to be small. */
static struct grid_cell signed_cell(struct comparison_page *page, double number, struct number_text text, const char *unit)
{
    if (!strpbrk(text.text, "123456789"))
        return (struct grid_cell){ .text = "~", .paint = PAINT_FAINT };
    const char *joined = arena_join(&page->arena, (const char *[]){ number > 0 ? "+" : "", text.text, unit }, 3);
    page->buffer.failed = page->buffer.failed || !joined;
    return (struct grid_cell){ .text = joined };
}

static struct grid_cell base_cell(struct comparison_page *page, enum unit unit, double value)
{
    return isnan(value) ? nothing() : (struct grid_cell){ .text = keep(page, value_text(unit, value, 1)) };
}

/* A difference: small ones of what is counted with a decimal, which a value has not. */
static struct grid_cell difference_cell(struct comparison_page *page, enum unit unit, double size)
{
    if (isnan(size))
        return nothing();
    if (size == 0)
        return (struct grid_cell){ .text = "=", .paint = PAINT_FAINT };
    if (unit == UNIT_SHARE)
        return signed_cell(page, size, decimal_text(100 * size, 1), "pp");
    if (fabs(size) < 10 && fabs(size - round(size)) > 1e-9 && unit != UNIT_VARIATION)
        return signed_cell(page, size, decimal_text(size, 1), "");
    return signed_cell(page, size, value_text(unit, size, 1), "");
}

static struct grid_cell relative_cell(struct comparison_page *page, struct difference difference)
{
    if (isnan(difference.relative) || difference.relative == 0)
        return (struct grid_cell){ 0 };
    return signed_cell(page, difference.relative, share_text(difference.relative, 1), "");
}

/* --- a stage ----------------------------------------------------------------------------------------------------- */

/* The rows of a stage for all years, before those that the width has room for are chosen. */
struct block {
    struct comparison_page *page;
    int district, stage;
    int rows, columns;       /* columns: a label and the years */
    struct grid_cell *cells; /* [rows][columns] */
};

static struct grid_cell *next_row(struct block *block, const char *label, const char *indent, enum paint paint)
{
    struct grid_cell *row = block->cells + (ptrdiff_t)block->rows++ * block->columns;
    const char *text = arena_join(&block->page->arena, (const char *[]){ indent, label }, 2);
    block->page->buffer.failed = block->page->buffer.failed || !text;
    row[0] = (struct grid_cell){ .text = text, .paint = paint, .left = true };
    return row + 1;
}

static void fill_head(struct block *block, const char *title)
{
    struct grid_cell *row = next_row(block, title, "", PAINT_STRONG);
    const struct seatsim_comparison *comparison = block->page->comparison;
    for (int year = 0; year < comparison->years; year++)
        row[year] =
            (struct grid_cell){ .text = keep(block->page, decimal_text(comparison->first_year + year, 0)), .paint = PAINT_FAINT };
}

static bool has_relative(const struct seatsim_comparison *comparison, int which, struct compared_cell cell)
{
    for (int year = 0; year < comparison->years; year++)
        if (fabs(compared_difference(comparison, which, cell, year).relative) > 0)
            return true;
    return false;
}

static void fill_compared(struct block *block, int which, struct compared_cell cell, enum unit unit)
{
    const struct seatsim_comparison *comparison = block->page->comparison;
    struct grid_cell *row = next_row(block, comparison->list[which].label, "  ", PAINT_PLAIN);
    for (int year = 0; year < comparison->years; year++)
        row[year] = difference_cell(block->page, unit, compared_difference(comparison, which, cell, year).absolute);
    if (!has_relative(comparison, which, cell))
        return;
    row = next_row(block, "", "", PAINT_PLAIN);
    for (int year = 0; year < comparison->years; year++)
        row[year] = relative_cell(block->page, compared_difference(comparison, which, cell, year));
}

static void fill_indicator(struct block *block, int index)
{
    const struct seatsim_comparison *comparison = block->page->comparison;
    const struct indicator *indicator = &comparison->list[0].results->measures.indicators[index];
    const struct compared_cell cell = { block->district, index, block->stage, -1 };
    struct grid_cell *row = next_row(block, indicator->title[block->page->options->language], "", PAINT_PLAIN);
    for (int year = 0; year < comparison->years; year++)
        row[year] = base_cell(block->page, indicator->unit, compared_value(comparison, 0, cell, year));
    for (int which = 1; which < comparison->count; which++)
        if (compared_differs(comparison, which, cell) || (comparison->indicator >= 0 && compared_has(comparison, which, cell)))
            fill_compared(block, which, cell, indicator->unit);
}

static int column_width(const struct block *block, int column)
{
    int most = 0;
    for (int row = 0; row < block->rows; row++) {
        const char *text = block->cells[(ptrdiff_t)row * block->columns + column].text;
        int width = text ? text_width(text, strlen(text)) : 0;
        most = width > most ? width : most;
    }
    return most;
}

/* Columns of the terminal that a block takes with every step-th year, the last among them, back to `first`. */
static int width_with(const struct block *block, int first, int step)
{
    int width = column_width(block, 0);
    for (int column = block->columns - 1; column > first; column -= step)
        width += 2 + column_width(block, column);
    return width;
}

/* Adds the block from year `first` on with as many years as there is room for, equally far apart, the last one among them. */
static void block_add(struct block *block, int first)
{
    struct comparison_page *page = block->page;
    int years = block->columns - 1 - first, step = 1;
    while (step < years && width_with(block, first, step) > page->options->width)
        step++;
    int shown = (years - 1) / step + 1, from = 1 + first + (years - 1) % step;
    struct grid_cell *cells = arena_new(&page->arena, (size_t)block->rows * (size_t)(1 + shown), sizeof *cells);
    if (!cells) {
        page->buffer.failed = true;
        return;
    }
    int rows = 0;
    for (int row = 0; row < block->rows; row++) {
        struct grid_cell *to = cells + (ptrdiff_t)rows * (1 + shown), *all = block->cells + (ptrdiff_t)row * block->columns;
        bool any = all[0].text && all[0].text[0];
        to[0] = all[0];
        for (int i = 0; i < shown; i++) {
            to[1 + i] = all[from + i * step];
            any = any || to[1 + i].text;
        }
        rows += any; /* percentages may all be of years that are not shown */
    }
    grid_add(&page->buffer, cells, rows, 1 + shown, page->options->width, page->options->colour);
}

/* The first year in which one of the indicators differs; 0 when none does. */
static int first_difference(const struct block *block, const int *chosen, int count)
{
    const struct seatsim_comparison *comparison = block->page->comparison;
    for (int year = 0; year < comparison->years; year++)
        for (int i = 0; i < count; i++)
            for (int which = 1; which < comparison->count; which++) {
                const struct compared_cell cell = { block->district, chosen[i], block->stage, -1 };
                if (compared_has(comparison, which, cell) && compared_differs_in(comparison, which, cell, year))
                    return year;
            }
    return 0;
}

static void before_add(struct comparison_page *page, int first)
{
    struct number_text year = decimal_text(page->comparison->first_year + first, 0);
    const struct slot slots[] = { { "year", year.text }, { NULL, NULL } };
    if (first > 0)
        line_add(page, "", say(page, WORD_COMPARE_BEFORE, slots), PAINT_FAINT);
}

static void left_add(struct comparison_page *page, int left)
{
    struct number_text count = decimal_text(left, 0);
    const struct slot slots[] = { { "count", count.text }, { NULL, NULL } };
    if (left > 0)
        line_add(page, "", say(page, WORD_COMPARE_MORE, slots), PAINT_FAINT);
}

/* Adds a stage, or its title to the names of those in which nothing differs. */
static void stage_add(struct comparison_page *page, int stage, struct buffer *same)
{
    const struct seatsim_comparison *comparison = page->comparison;
    const struct named *name = &comparison->list[0].results->stages[stage].name;
    const char *title = shown_title(&page->arena, &name->title, page->options->language, name->id);
    int *chosen, left, count = choose_indicators(comparison, comparison->district, stage, &page->arena, &chosen, &left);
    struct block block = { .page = page, .district = comparison->district, .stage = stage, .columns = 1 + comparison->years };
    size_t rows = 1 + (size_t)(count < 0 ? 0 : count) * (1 + 2 * (size_t)(comparison->count - 1));
    block.cells = arena_new(&page->arena, rows * (size_t)block.columns, sizeof *block.cells);
    if (!title || count < 0 || !block.cells) {
        page->buffer.failed = true;
        return;
    }
    if (count == 0) {
        buffer_text(same, same->length > 0 ? word_text(WORD_LABEL_JOIN, page->options->language) : "");
        buffer_text(same, title);
        return;
    }
    fill_head(&block, title);
    for (int i = 0; i < count; i++)
        fill_indicator(&block, chosen[i]);
    page->series += count;
    int first = first_difference(&block, chosen, count);
    buffer_text(&page->buffer, "\n");
    block_add(&block, first);
    before_add(page, first);
    left_add(page, left);
}

/* --- all --------------------------------------------------------------------------------------------------------- */

static bool is_shared(const struct seatsim_comparison *comparison, int stage)
{
    for (int which = 1; which < comparison->count; which++)
        if (comparison->list[which].maps[SEATSIM_COLUMN_STAGE][stage] >= 0)
            return true;
    return false;
}

static void same_add(struct comparison_page *page, const char *names)
{
    const struct slot slots[] = { { "names", names }, { NULL, NULL } };
    page->buffer.failed = page->buffer.failed || !names;
    if (!names || !names[0])
        return;
    buffer_text(&page->buffer, "\n");
    line_add(page, "", say(page, WORD_COMPARE_SAME, slots), PAINT_PLAIN);
}

void comparison_text(struct comparison_page *page)
{
    const struct seatsim_comparison *comparison = page->comparison;
    const struct slot slots[] = { { "first", comparison->list[0].label }, { NULL, NULL } };
    struct buffer same;
    buffer_init(&same, &page->options->allocator);
    title_add(page);
    for (int which = 0; which < comparison->count; which++)
        targets_add(page, which);
    for (int stage = 0; stage < comparison->list[0].results->n_stages; stage++)
        if ((comparison->stage < 0 || comparison->stage == stage) && is_shared(comparison, stage))
            stage_add(page, stage, &same);
    same_add(page, buffer_taken(&same, &page->arena));
    if (page->series == 0)
        return;
    buffer_text(&page->buffer, "\n");
    line_add(page, "", say(page, WORD_COMPARE_MEANING, slots), PAINT_FAINT);
}
