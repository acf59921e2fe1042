/* The short table of a run for a planner: a block a stage, a line a year. */
#include "base/compare.h"
#include "base/options.h"
#include "output/figures.h"
#include "output/grid.h"
#include "output/view.h"
#include "output/words.h"

#include <seatsim/export.h>

#include <math.h>
#include <string.h>

enum { HEAD_LINES = 2 };

/* A column: its head, the indicator it shows, and how. */
struct column {
    enum word head;
    const char *indicator;
    enum paint paint;   /* of a value above zero; zeros stand back */
    int decimals;       /* of a share or mean; counts have none */
    bool sectors_only;  /* only where facilities of a stage have different sectors */
};

static const struct column columns[] = {
    { WORD_HEAD_DEMAND, "demand", PAINT_PLAIN, 0, false },
    { WORD_HEAD_SEATS, "seats", PAINT_PLAIN, 0, false },
    { WORD_HEAD_SHORTAGE, "shortage", PAINT_SHORT, 0, false },
    { WORD_HEAD_SURPLUS, "surplus", PAINT_SPARE, 0, false },
    { WORD_HEAD_USE, "utilisation", PAINT_PLAIN, 0, false },
    { WORD_HEAD_CLASSES, "classes", PAINT_PLAIN, 0, false },
    { WORD_HEAD_CLASS_MEAN, "class_size_mean", PAINT_PLAIN, 1, false },
    { WORD_HEAD_CLASS_MAX, "class_size_max", PAINT_PLAIN, 0, false },
    { WORD_HEAD_OVER_LIMIT, "classes_over_limit", PAINT_SHORT, 0, false },
    { WORD_HEAD_UNMET, "unmet", PAINT_SHORT, 0, false },
    { WORD_HEAD_PUBLIC, "public_share", PAINT_PLAIN, 1, true },
    { WORD_HEAD_INCLUSIVE, "inclusive_share", PAINT_PLAIN, 1, true },
};
enum { COLUMNS = sizeof columns / sizeof columns[0], GRID_COLUMNS = 1 + COLUMNS + 1 }; /* year before, mark after */

struct printer {
    const struct seatsim_results *results;
    const struct seatsim_options *options;
    struct arena arena;
    struct buffer buffer;
    bool failed; /* no memory */
};

static const char *keep(struct printer *printer, struct number_text text)
{
    const char *kept = arena_text(&printer->arena, text.text);
    printer->failed = printer->failed || !kept;
    return kept;
}

/* One of the two lines of a head: "mean|class" stands in both, "seats" in the lower one only. */
static struct grid_cell head_cell(struct printer *printer, enum word head, int line)
{
    const char *text = word_text(head, printer->options->language), *bar = strchr(text, '|');
    struct grid_cell cell = { .paint = PAINT_FAINT };
    if (line == 0)
        cell.text = bar ? arena_copy(&printer->arena, text, (size_t)(bar - text)) : "";
    else
        cell.text = bar ? bar + 1 : text;
    printer->failed = printer->failed || !cell.text;
    return cell;
}

static struct grid_cell value_cell(struct printer *printer, const struct column *column, double value)
{
    struct number_text text = decimal_text(value, column->decimals);
    if (indicators[indicator_of(column->indicator)].unit == UNIT_SHARE)
        text = share_text(value, column->decimals);
    else if (column->decimals == 0)
        text = count_text(value);
    bool marked = column->paint != PAINT_PLAIN;
    if (isnan(value) || (marked && strcmp(text.text, "0") == 0))
        return (struct grid_cell) { .text = "-", .paint = PAINT_FAINT };
    return (struct grid_cell) { .text = keep(printer, text), .paint = column->paint };
}

/* Whether the stage has more children than seats or the reverse, by half a child at least. */
static struct grid_cell mark_cell(const struct printer *printer, double demand, double seats)
{
    enum seatsim_language language = printer->options->language;
    if (demand - seats >= 0.5)
        return (struct grid_cell) { word_text(WORD_MARK_SHORT, language), PAINT_SHORT, true, false };
    if (seats - demand >= 0.5)
        return (struct grid_cell) { word_text(WORD_MARK_SPARE, language), PAINT_SPARE, true, false };
    return (struct grid_cell) { 0 };
}

static bool shown(const struct column *column, bool sectors)
{
    return sectors || !column->sectors_only;
}

static void fill_heads(struct printer *printer, struct grid_cell *cells, bool sectors)
{
    for (int line = 0; line < HEAD_LINES; line++) {
        struct grid_cell *row = cells + line * GRID_COLUMNS;
        *row++ = head_cell(printer, WORD_HEAD_YEAR, line);
        for (int i = 0; i < COLUMNS; i++)
            if (shown(&columns[i], sectors))
                *row++ = head_cell(printer, columns[i].head, line);
    }
}

static void fill_year(struct printer *printer, struct grid_cell *row, int stage, int year, bool sectors)
{
    const double *demand = region_series(printer->results, "demand", stage);
    const double *seats = region_series(printer->results, "seats", stage);
    *row++ = (struct grid_cell) { .text = keep(printer, decimal_text(printer->results->base_year + year, 0)) };
    for (int i = 0; i < COLUMNS; i++) {
        const double *values = region_series(printer->results, columns[i].indicator, stage);
        if (shown(&columns[i], sectors))
            *row++ = value_cell(printer, &columns[i], values ? values[year] : NAN);
    }
    if (demand && seats)
        *row = mark_cell(printer, demand[year], seats[year]);
}

/* --- shares and policies ----------------------------------------------------------------------------------------- */

/* The columns of shares: what their rows are called takes LABEL, a year YEAR cells. */
enum { LABEL = 24, YEAR = 6, SHARE_ROWS = 1 + SHARES * EXTREMES };

/* From which year on, and how many years apart, so that they fit into the width; the last year is always there. */
struct years_shown {
    int first, step, count;
};

static struct years_shown years_shown(const struct printer *printer)
{
    int years = printer->results->years, most = (printer->options->width - LABEL) / YEAR;
    int step = (years + most - 1) / most;
    return (struct years_shown) { (years - 1) % step, step, (years - 1) / step + 1 };
}

static struct grid_cell label_cell(struct printer *printer, enum word word, enum policy policy)
{
    const struct slot slots[] = { { "policy", policy_names[policy] }, { NULL, NULL } };
    const char *text = sentence(&printer->arena, word, printer->options->language, slots);
    printer->failed = printer->failed || !text;
    return (struct grid_cell) { .text = text, .paint = PAINT_FAINT, .left = true };
}

/* "54.8%"; a round 100 without its decimal. */
static struct grid_cell share_cell(struct printer *printer, double share)
{
    struct number_text text = share_text(share, 1);
    if (isnan(share))
        return (struct grid_cell) { .text = "-", .paint = PAINT_FAINT };
    if (strcmp(text.text, "100.0%") == 0)
        text = share_text(share, 0);
    return (struct grid_cell) { .text = keep(printer, text) };
}

/* A stage's shares under both extremes of its policy: a column a year. */
static void fill_shares(struct printer *printer, struct grid_cell *cells, int stage, struct years_shown shown)
{
    static const enum word labels[SHARES] = { [SHARE_PUBLIC] = WORD_POLICY_PUBLIC, [SHARE_INCLUSIVE] = WORD_POLICY_INCLUSIVE };
    const struct seatsim_results *results = printer->results;
    int width = 1 + shown.count;
    cells[0] = label_cell(printer, WORD_POLICY_OWN, results->stages[stage].policy);
    for (int i = 0; i < shown.count; i++)
        cells[1 + i] = (struct grid_cell) {
            .text = keep(printer, decimal_text(results->base_year + shown.first + i * shown.step, 0)), .paint = PAINT_FAINT
        };
    for (int row = 0; row < SHARES * EXTREMES; row++) {
        struct grid_cell *line = cells + (1 + row) * width;
        const double *values =
            results_extreme(results, (enum extreme)(row % EXTREMES), 0, stage, (enum share)(row / EXTREMES));
        line[0] = label_cell(printer, labels[row / EXTREMES], extreme_policies[row % EXTREMES]);
        for (int i = 0; i < shown.count; i++)
            line[1 + i] = share_cell(printer, values[shown.first + i * shown.step]);
    }
}

static void shares_add(struct printer *printer, int stage)
{
    struct years_shown shown = years_shown(printer);
    bool colour = printer->options->colour, extremes = printer->results->extreme_shares;
    struct grid_cell *cells = arena_new(&printer->arena, SHARE_ROWS * (size_t)(1 + shown.count), sizeof *cells);
    if (!cells) {
        printer->failed = true;
        return;
    }
    if (extremes)
        fill_shares(printer, cells, stage, shown);
    else
        cells[0] = label_cell(printer, WORD_POLICY_OWN, printer->results->stages[stage].policy);
    grid_add(&printer->buffer, cells, extremes ? SHARE_ROWS : 1, 1 + shown.count, printer->options->width, colour);
}

/* --- stages ------------------------------------------------------------------------------------------------------ */

static void stage_add(struct printer *printer, int stage)
{
    const struct result_stage *of = &printer->results->stages[stage];
    bool sectors = results_sectors_differ(printer->results, stage);
    int rows = HEAD_LINES + printer->results->years;
    struct grid_cell *cells = arena_new(&printer->arena, (size_t)rows * GRID_COLUMNS, sizeof *cells);
    const char *title = shown_title(&printer->arena, &of->name.title, printer->options->language, of->name.id);
    if (!cells || !title) {
        printer->failed = true;
        return;
    }
    fill_heads(printer, cells, sectors);
    for (int year = 0; year < printer->results->years; year++)
        fill_year(printer, cells + (HEAD_LINES + year) * GRID_COLUMNS, stage, year, sectors);
    buffer_text(&printer->buffer, "\n");
    paint_add(&printer->buffer, title, PAINT_STRONG, printer->options->colour);
    buffer_text(&printer->buffer, "\n");
    grid_add(&printer->buffer, cells, rows, GRID_COLUMNS, printer->options->width, printer->options->colour);
    if (sectors)
        shares_add(printer, stage);
}

static void title_add(struct printer *printer)
{
    const struct seatsim_results *results = printer->results;
    enum seatsim_language language = printer->options->language;
    const char *title = shown_title(&printer->arena, &results->title, language, results->scenario);
    const struct slot slots[] = { { "title", title }, { "variant", results->variant }, { NULL, NULL } };
    if (title && strcmp(results->variant, "base") != 0)
        title = sentence(&printer->arena, WORD_TABLE_VARIANT, language, slots);
    printer->failed = printer->failed || !title;
    paint_add(&printer->buffer, title ? title : "", PAINT_STRONG, printer->options->colour);
    buffer_text(&printer->buffer, "\n");
}

static void meaning_add(struct printer *printer)
{
    bool sectors = false, colour = printer->options->colour;
    for (int stage = 0; stage < printer->results->n_stages; stage++)
        sectors = sectors || results_sectors_differ(printer->results, stage);
    buffer_text(&printer->buffer, "\n");
    paint_add(&printer->buffer, word_text(WORD_TABLE_MEANING, printer->options->language), PAINT_FAINT, colour);
    buffer_text(&printer->buffer, "\n");
    if (!sectors)
        return;
    paint_add(&printer->buffer, word_text(WORD_TABLE_POLICY, printer->options->language), PAINT_FAINT, colour);
    buffer_text(&printer->buffer, "\n");
}

enum seatsim_status seatsim_print_results(const struct seatsim_results *results, const struct seatsim_options *options,
                                          seatsim_write *write, void *context)
{
    struct printer printer = { .results = results, .options = options };
    arena_init(&printer.arena, &options->allocator);
    buffer_init(&printer.buffer, &options->allocator);
    title_add(&printer);
    for (int stage = 0; stage < results->n_stages; stage++)
        stage_add(&printer, stage);
    meaning_add(&printer);
    bool done = !printer.failed && !printer.buffer.failed && write(context, printer.buffer.text, printer.buffer.length);
    buffer_clear(&printer.buffer);
    arena_clear(&printer.arena);
    return done ? SEATSIM_OK : SEATSIM_MACHINE;
}
