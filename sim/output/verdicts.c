/* The lines of a check: for each target whether it is met, by how much, and when first. */
#include "base/options.h"
#include "output/grid.h"
#include "output/verdict_words.h"
#include "output/verdicts.h"
#include "output/words.h"

#include <limits.h>
#include <seatsim/export.h>

enum { CELL_RESULT, CELL_TARGET, CELL_STAGE, CELL_WHERE, CELL_VALUE, CELL_BOUND, CELL_MARGIN, CELL_FIRST, CELLS };

/* What the list of others that miss leaves room for: the indent, "also" and "and 1,234 more". */
enum { OTHERS_LESS = 28 };

/* What stands under a line begins where its target does. */
static const char *const below = "       ";

static void fill_row(const struct verdict_words *words, bool met, struct grid_cell *row)
{
    const char *const texts[CELLS] = {
        [CELL_RESULT] = words->result, [CELL_TARGET] = words->target, [CELL_STAGE] = words->stage,   [CELL_WHERE] = words->where,
        [CELL_VALUE] = words->value,   [CELL_BOUND] = words->bound,   [CELL_MARGIN] = words->margin, [CELL_FIRST] = words->first,
    };
    for (int cell = 0; cell < CELLS; cell++)
        row[cell] = (struct grid_cell){ .text = texts[cell], .left = true };
    row[CELL_RESULT].paint = met ? PAINT_GOOD : PAINT_SHORT;
}

/* Lays out the rows: one for each line, and one below it for the others that miss. Returns how many, -1 without memory. */
static int lay_out(struct arena *arena, const struct seatsim_verdicts *verdicts, const struct seatsim_options *options,
                   struct grid_cell *cells)
{
    const struct others_room room = { INT_MAX, options->width - OTHERS_LESS };
    int rows = 0;
    for (int i = 0; i < verdicts->n_lines; i++) {
        struct verdict_words words;
        if (!describe_line(arena, options->language, verdicts, &verdicts->lines[i], room, &words))
            return -1;
        fill_row(&words, verdicts->lines[i].met, cells + (ptrdiff_t)rows++ * CELLS);
        const char *others = words.others[0] ? arena_join(arena, (const char *[]){ below, words.others }, 2) : "";
        if (!others)
            return -1;
        if (others[0])
            cells[(ptrdiff_t)rows++ * CELLS] = (struct grid_cell){ .text = others, .left = true, .spans = true };
    }
    return rows;
}

static void count_add(struct buffer *buffer, const struct seatsim_verdicts *verdicts, enum seatsim_language language)
{
    struct number_text met = decimal_text(lines_met(verdicts), 0), count = decimal_text(verdicts->n_lines, 0);
    const struct slot slots[] = { { "met", met.text }, { "count", count.text }, { NULL, NULL } };
    sentence_add(buffer, verdicts->n_lines > 0 ? WORD_VERDICT_COUNT : WORD_VERDICT_NONE, language, slots);
    buffer_text(buffer, "\n");
}

int lines_met(const struct seatsim_verdicts *verdicts)
{
    int met = 0;
    for (int i = 0; i < verdicts->n_lines; i++)
        met += verdicts->lines[i].met;
    return met;
}

bool verdicts_add(struct buffer *buffer, const struct seatsim_verdicts *verdicts, const struct seatsim_options *options)
{
    struct arena arena;
    arena_init(&arena, &options->allocator);
    struct grid_cell *cells = arena_new(&arena, 2 * (size_t)verdicts->n_lines * CELLS, sizeof *cells);
    int rows = cells ? lay_out(&arena, verdicts, options, cells) : -1;
    if (rows >= 0) {
        grid_add(buffer, cells, rows, CELLS, options->width, options->colour);
        count_add(buffer, verdicts, options->language);
    }
    arena_clear(&arena);
    return rows >= 0 && !buffer->failed;
}

enum seatsim_status seatsim_print_verdicts(const struct seatsim_verdicts *verdicts, const struct seatsim_options *options,
                                           seatsim_write *write, void *context)
{
    struct buffer buffer;
    buffer_init(&buffer, &options->allocator);
    bool done = verdicts_add(&buffer, verdicts, options) && write(context, buffer.text, buffer.length);
    buffer_clear(&buffer);
    return done ? SEATSIM_OK : SEATSIM_MACHINE;
}
