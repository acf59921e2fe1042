/* The lines of a check: for each target whether it is met, by how much, and when first. */
#include "base/options.h"
#include "output/figures.h"
#include "output/grid.h"
#include "output/words.h"
#include "results/verdict.h"

#include <seatsim/export.h>

#include <math.h>
#include <string.h>

enum { CELL_RESULT, CELL_TARGET, CELL_STAGE, CELL_WHERE, CELL_VALUE, CELL_BOUND, CELL_MARGIN, CELL_FIRST, CELLS };
enum { DECIMALS = 2, DECIMALS_MOST = 8 };

struct printer {
    struct arena arena;
    enum seatsim_language language;
};

/* As many decimals as it takes to tell a value from its bound, so that 49.999 % does not read 50.00 % and missed. */
static int decimals_of(enum unit unit, const struct verdict *verdict)
{
    int decimals = DECIMALS;
    while (decimals < DECIMALS_MOST && !verdict->met &&
           strcmp(value_text(unit, verdict->value, decimals).text, value_text(unit, verdict->bound, decimals).text) == 0)
        decimals++;
    return decimals;
}

static const char *filled(struct printer *printer, enum word word, const char *name, const char *value)
{
    const struct slot slots[] = { { name, value }, { NULL, NULL } };
    return sentence(&printer->arena, word, printer->language, slots);
}

static const char *result_cell(struct printer *printer, const struct verdict *verdict)
{
    enum word word = verdict->met ? WORD_VERDICT_MET : verdict->warning ? WORD_VERDICT_WARNING : WORD_VERDICT_MISSED;
    return word_text(word, printer->language);
}

static const char *value_cell(struct printer *printer, const struct verdict *verdict)
{
    enum unit unit = verdict->unit;
    struct number_text value = value_text(unit, verdict->value, decimals_of(unit, verdict));
    struct number_text year = decimal_text(verdict->year, 0);
    const struct slot slots[] = { { "value", value.text }, { "year", year.text }, { NULL, NULL } };
    return sentence(&printer->arena, WORD_VERDICT_VALUE, printer->language, slots);
}

static const char *bound_cell(struct printer *printer, const struct verdict *verdict)
{
    enum unit unit = verdict->unit;
    struct number_text bound = unit == UNIT_SHARE ? round_share_text(verdict->bound) : value_text(unit, verdict->bound, 0);
    enum word word = verdict->bound_is_limit             ? WORD_VERDICT_LIMIT
                     : verdict->comparison == AT_LEAST ? WORD_VERDICT_AT_LEAST
                                                       : WORD_VERDICT_AT_MOST;
    return filled(printer, word, "bound", bound.text);
}

static const char *margin_cell(struct printer *printer, const struct verdict *verdict)
{
    enum unit unit = verdict->unit;
    if (isnan(verdict->margin))
        return "";
    double size = fabs(verdict->margin);
    struct number_text number = unit == UNIT_SHARE ? decimal_text(100 * size, decimals_of(unit, verdict))
                                                   : value_text(unit, size, 0);
    const char *text = unit == UNIT_SHARE ? filled(printer, WORD_VERDICT_POINTS, "number", number.text) : number.text;
    enum word word = verdict->met                      ? WORD_VERDICT_BETTER
                     : verdict->comparison == AT_LEAST ? WORD_VERDICT_WORSE
                                                       : WORD_VERDICT_TOO_MUCH;
    return text ? filled(printer, word, "margin", text) : NULL;
}

static const char *first_cell(struct printer *printer, const struct verdict *verdict)
{
    if (!verdict->first_met)
        return word_text(WORD_VERDICT_NEVER, printer->language);
    return filled(printer, WORD_VERDICT_FIRST, "year", decimal_text(verdict->first_met, 0).text);
}

/* Fills one line; false without memory. */
static bool fill_line(struct printer *printer, const struct verdict *verdict, struct grid_cell *line)
{
    enum seatsim_language language = printer->language;
    bool region = verdict->scope == SCOPE_REGION;
    line[CELL_RESULT].text = result_cell(printer, verdict);
    line[CELL_TARGET].text = shown_title(&printer->arena, &verdict->title, language, verdict->target);
    line[CELL_STAGE].text = shown_title(&printer->arena, &verdict->stage_title, language, verdict->stage);
    line[CELL_WHERE].text = region ? word_text(WORD_VERDICT_REGION, language) : verdict->id;
    line[CELL_VALUE].text = value_cell(printer, verdict);
    line[CELL_BOUND].text = bound_cell(printer, verdict);
    line[CELL_MARGIN].text = margin_cell(printer, verdict);
    line[CELL_FIRST].text = first_cell(printer, verdict);
    line[CELL_RESULT].paint = verdict->met ? PAINT_GOOD : PAINT_SHORT;
    bool complete = true;
    for (int cell = 0; cell < CELLS; cell++) {
        line[cell].left = true;
        complete = complete && line[cell].text;
    }
    return complete;
}

static bool lines_add(struct printer *printer, struct buffer *buffer, const struct seatsim_verdicts *verdicts,
                      const struct seatsim_options *options)
{
    struct grid_cell *cells = arena_new(&printer->arena, (size_t)verdicts->count * CELLS, sizeof *cells);
    int met = 0;
    for (int i = 0; cells && i < verdicts->count; i++) {
        met += verdicts->list[i].met;
        if (!fill_line(printer, &verdicts->list[i], cells + i * CELLS))
            return false;
    }
    if (!cells)
        return false;
    grid_add(buffer, cells, verdicts->count, CELLS, options->width, options->colour);
    struct number_text some = decimal_text(met, 0), all = decimal_text(verdicts->count, 0);
    const struct slot slots[] = { { "met", some.text }, { "count", all.text }, { NULL, NULL } };
    sentence_add(buffer, WORD_VERDICT_COUNT, options->language, slots);
    buffer_text(buffer, "\n");
    return !buffer->failed;
}

enum seatsim_status seatsim_print_verdicts(const struct seatsim_verdicts *verdicts, const struct seatsim_options *options,
                                           seatsim_write *write, void *context)
{
    struct printer printer = { .language = options->language };
    struct buffer buffer;
    arena_init(&printer.arena, &options->allocator);
    buffer_init(&buffer, &options->allocator);
    bool done = lines_add(&printer, &buffer, verdicts, options) && write(context, buffer.text, buffer.length);
    buffer_clear(&buffer);
    arena_clear(&printer.arena);
    return done ? SEATSIM_OK : SEATSIM_MACHINE;
}
