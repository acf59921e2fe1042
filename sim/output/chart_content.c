/* What each chart shows and finds. Findings are computed here, from the same numbers as the lines. */
#include "base/compare.h"
#include "output/figures.h"
#include "output/panel.h"
#include "output/view.h"

#include <math.h>
#include <string.h>

static const char *stage_title(struct drawing *drawing, int stage)
{
    const struct named *name = &drawing->results->stages[stage].name;
    const char *title = shown_title(drawing->arena, &name->title, drawing->language, name->id);
    drawing->failed = drawing->failed || !title;
    return title ? title : "";
}

static const char *years_said(struct drawing *drawing, const bool *in)
{
    const char *text = years_text(drawing->arena, drawing->language, drawing->results->base_year, in, drawing->results->years);
    drawing->failed = drawing->failed || !text;
    return text ? text : "";
}

static void add_finding(struct drawing *drawing, struct chart *chart, enum word join, const char *clause)
{
    chart->title = joined(drawing, chart->title, word_text(join, drawing->language), clause);
}

static bool *new_years(struct drawing *drawing)
{
    bool *years = arena_new(drawing->arena, (size_t)drawing->results->years, sizeof *years);
    drawing->failed = drawing->failed || !years;
    return years;
}

/* --- class size against its limit -------------------------------------------------------------------------------- */

static const double *constant(struct drawing *drawing, double value)
{
    double *values = arena_new(drawing->arena, (size_t)drawing->results->years, sizeof *values);
    drawing->failed = drawing->failed || !values;
    for (int year = 0; values && year < drawing->results->years; year++)
        values[year] = value;
    return values;
}

/* How many years have a class above its limit; marks them. */
static int years_over(const struct drawing *drawing, int stage, bool *in)
{
    const double *over = region_series(drawing->results, "classes_over_limit", stage);
    int count = 0;
    for (int year = 0; over && year < drawing->results->years; year++) {
        in[year] = over[year] > 0;
        count += in[year];
    }
    return count;
}

/* The largest class in the years in which any class is above its own grade's limit. */
static const double *marks_over(struct drawing *drawing, int stage, const double *largest)
{
    const double *over = region_series(drawing->results, "classes_over_limit", stage);
    double *marks = arena_new(drawing->arena, (size_t)drawing->results->years, sizeof *marks);
    drawing->failed = drawing->failed || !marks;
    for (int year = 0; marks && year < drawing->results->years; year++)
        marks[year] = over && over[year] > 0 ? largest[year] : NAN;
    return marks;
}

static void note_class_size(struct drawing *drawing, struct chart *chart, struct panel *panel, int stage)
{
    bool *in = new_years(drawing);
    int count = in ? years_over(drawing, stage, in) : 0;
    bool always = count == drawing->results->years;
    if (count == 0) {
        panel->note = word_text(WORD_CLASS_NOTE_WITHIN, drawing->language);
        return;
    }
    struct slot slots[] = { { "stage", panel->title }, { "years", years_said(drawing, in) }, { NULL, NULL } };
    panel->note = say(drawing, always ? WORD_CLASS_NOTE_ALWAYS : WORD_CLASS_NOTE_OVER, slots);
    add_finding(drawing, chart, WORD_LABEL_JOIN, say(drawing, always ? WORD_CLASS_ALWAYS : WORD_CLASS_OVER, slots));
}

static void add_class_panel(struct drawing *drawing, struct chart *chart, int stage)
{
    int last = drawing->results->years - 1;
    const double *mean = region_series(drawing->results, "class_size_mean", stage);
    const double *largest = region_series(drawing->results, "class_size_max", stage);
    if (!mean || !largest)
        return;
    struct panel *panel = &chart->panels[chart->n_panels++];
    double limit = drawing->results->stages[stage].class_limit;
    const double *marks = marks_over(drawing, stage, largest);
    panel->title = stage_title(drawing, stage);
    add_line(drawing, panel, mean, 1, value_text(UNIT_PUPILS_PER_CLASS, mean[last], 1).text, WORD_CLASS_MEAN);
    add_line(drawing, panel, largest, 1, count_text(largest[last]).text, WORD_CLASS_LARGEST);
    add_line(drawing, panel, constant(drawing, limit), 1, count_text(limit).text, WORD_CLASS_LIMIT);
    add_marks(panel, marks);
    panel->lines[0].beyond = number_below(limit, mean[last]);
    panel->lines[1].beyond = marks && !isnan(marks[last]);
    note_class_size(drawing, chart, panel, stage);
}

void build_class_size(struct drawing *drawing, struct chart *chart)
{
    const struct seatsim_results *results = drawing->results;
    chart->subtitle = word_text(WORD_CLASS_SUBTITLE, drawing->language);
    for (int stage = 0; stage < results->n_stages && chart->n_panels < PANELS_MOST && !drawing->failed; stage++)
        add_class_panel(drawing, chart, stage);
    if (!drawing->failed)
        finish_chart(chart, true);
    struct number_text end = number_text(results->base_year + results->years - 1);
    struct slot slots[] = { { "stages", chart->title }, { "year", end.text }, { NULL, NULL } };
    chart->title = say(drawing, *chart->title ? WORD_CLASS_TITLE : WORD_CLASS_NEVER, slots);
}

/* --- public and inclusive share ---------------------------------------------------------------------------------- */

static const enum word share_names[] = { WORD_SHARE_NAME_PUBLIC, WORD_SHARE_NAME_INCLUSIVE };
static const enum word share_lines[] = { WORD_SHARE_PUBLIC, WORD_SHARE_INCLUSIVE };

/* The stage whose share is drawn: the one a target names, else the first with several sectors. */
static int share_stage(const struct drawing *drawing)
{
    const struct seatsim_results *results = drawing->results;
    for (int i = 0; drawing->verdicts && i < drawing->verdicts->count; i++)
        for (int stage = 0; stage < results->n_stages; stage++)
            if (drawing->verdicts->list[i].indicator == indicator_of("public_share") &&
                strcmp(results->stages[stage].name.id, drawing->verdicts->list[i].stage) == 0)
                return stage;
    int stage = 0;
    while (stage + 1 < results->n_stages && !results_sectors_differ(results, stage))
        stage++;
    return stage;
}

static const struct verdict *share_target(const struct drawing *drawing, int share, int stage)
{
    for (int i = 0; drawing->verdicts && i < drawing->verdicts->count; i++) {
        const struct verdict *verdict = &drawing->verdicts->list[i];
        if (verdict->indicator == indicator_of(share_ids[share]) && verdict->scope == SCOPE_REGION &&
            verdict->comparison == AT_LEAST && strcmp(verdict->stage, drawing->results->stages[stage].name.id) == 0)
            return verdict;
    }
    return NULL;
}

/* The first year after it is met in which a target does not hold; 0 when it then always does. */
static int year_lost(const struct drawing *drawing, const struct verdict *target, const double *values)
{
    int base = drawing->results->base_year;
    for (int year = target->first_met - base; target->first_met && year < drawing->results->years; year++)
        if (number_below(values[year], target->bound))
            return base + year;
    return 0;
}

/* What became of the target in words. */
static const char *target_finding(struct drawing *drawing, const char *name, const struct verdict *target, const double *values)
{
    int lost = year_lost(drawing, target, values);
    struct number_text bound = round_share_text(target->bound), year = number_text(target->first_met), missed = number_text(lost);
    const struct slot slots[] = {
        { "name", name }, { "bound", bound.text }, { "year", year.text }, { "missed", missed.text }, { NULL, NULL },
    };
    if (target->first_met == 0)
        return say(drawing, WORD_SHARE_NEVER, slots);
    if (lost)
        return say(drawing, WORD_SHARE_LOST, slots);
    return say(drawing, target->first_met == drawing->results->base_year ? WORD_SHARE_START : WORD_SHARE_FIRST, slots);
}

static const char *share_finding(struct drawing *drawing, int share, const struct verdict *target, const double *values)
{
    int last = drawing->results->years - 1, base = drawing->results->base_year;
    struct number_text from = share_text(values[0], 1), to = share_text(values[last], 1), first = number_text(base),
                       end = number_text(base + last);
    struct slot slots[] = { { "name", word_text(share_names[share], drawing->language) },
                            { "from", from.text },
                            { "to", to.text },
                            { "first", first.text },
                            { "last", end.text },
                            { NULL, NULL } };
    return target ? target_finding(drawing, slots[0].value, target, values) : say(drawing, WORD_SHARE_MOVES, slots);
}

static void add_target(struct drawing *drawing, struct panel *panel, const struct verdict *target)
{
    int first = target->asked == ASKED_BY ? target->last_year : target->first_year;
    struct number_text bound = round_share_text(target->bound), year = number_text(first);
    enum word word = target->last_year > first ? WORD_SHARE_TARGET_FROM : WORD_SHARE_TARGET;
    panel->bounds[panel->n_bounds++] = (struct bound_line){
        say(drawing, word, (struct slot[]){ { "bound", bound.text }, { "year", year.text }, { NULL, NULL } }),
        100 * target->bound, 0,
    };
}

void build_public_share(struct drawing *drawing, struct chart *chart)
{
    int stage = share_stage(drawing), last = drawing->results->years - 1;
    struct panel *panel = &chart->panels[chart->n_panels++];
    panel->title = stage_title(drawing, stage);
    const char *policy = policy_names[drawing->results->stages[stage].policy];
    chart->subtitle =
        say(drawing, WORD_SHARE_SUBTITLE, (struct slot[]){ { "stage", panel->title }, { "policy", policy }, { NULL, NULL } });
    panel->note = "";
    for (int share = 0; share < 2; share++) {
        const double *values = region_series(drawing->results, share_ids[share], stage);
        const struct verdict *target = share_target(drawing, share, stage);
        if (!values)
            continue;
        add_line(drawing, panel, values, 100, share_text(values[last], 0).text, share_lines[share]);
        if (target)
            add_target(drawing, panel, target);
        add_finding(drawing, chart, WORD_CLAUSE_JOIN, share_finding(drawing, share, target, values));
    }
    if (!drawing->failed)
        finish_chart(chart, false);
}

/* --- seats against children -------------------------------------------------------------------------------------- */

/* The year in which `high` is furthest above `low`; -1 when it never is by half a child. */
static int furthest(const double *high, const double *low, int years)
{
    int found = -1;
    for (int year = 0; year < years; year++)
        if (high[year] - low[year] >= 0.5 && (found < 0 || high[year] - low[year] > high[found] - low[found]))
            found = year;
    return found;
}

/* "short of up to 3,500 (2030)", or that it never is. */
static const char *gap_said(struct drawing *drawing, enum word word, enum word never, const char *stage, const double *high,
                            const double *low)
{
    int year = furthest(high, low, drawing->results->years);
    if (year < 0)
        return word_text(never, drawing->language);
    struct number_text count = count_text(high[year] - low[year]), calendar = number_text(drawing->results->base_year + year);
    return say(drawing, word,
               (struct slot[]){ { "stage", stage }, { "count", count.text }, { "year", calendar.text }, { NULL, NULL } });
}

static double gap(const double *high, const double *low, int years)
{
    int year = furthest(high, low, years);
    return year < 0 ? 0 : high[year] - low[year];
}

/* The stages with the largest shortage and the largest surplus make the title: as plainly the one as the other. */
static void find_extremes(struct drawing *drawing, struct chart *chart)
{
    int years = drawing->results->years, worst[2] = { -1, -1 };
    for (int i = 0; i < chart->n_panels; i++) {
        const double *children = chart->panels[i].lines[0].values, *seats = chart->panels[i].lines[1].values;
        const double *at_worst = worst[0] < 0 ? NULL : chart->panels[worst[0]].lines[0].values;
        const double *seats_worst = worst[0] < 0 ? NULL : chart->panels[worst[0]].lines[1].values;
        if (!at_worst || gap(children, seats, years) > gap(at_worst, seats_worst, years))
            worst[0] = i;
        at_worst = worst[1] < 0 ? NULL : chart->panels[worst[1]].lines[0].values;
        seats_worst = worst[1] < 0 ? NULL : chart->panels[worst[1]].lines[1].values;
        if (!at_worst || gap(seats, children, years) > gap(seats_worst, at_worst, years))
            worst[1] = i;
    }
    if (chart->n_panels == 0)
        return;
    const struct panel *lack = &chart->panels[worst[0]], *spare = &chart->panels[worst[1]];
    add_finding(
        drawing, chart, WORD_CLAUSE_JOIN,
        gap_said(drawing, WORD_SEATS_SHORT, WORD_SEATS_NO_SHORT, lack->title, lack->lines[0].values, lack->lines[1].values));
    add_finding(
        drawing, chart, WORD_CLAUSE_JOIN,
        gap_said(drawing, WORD_SEATS_SPARE, WORD_SEATS_NO_SPARE, spare->title, spare->lines[1].values, spare->lines[0].values));
}

void build_seats(struct drawing *drawing, struct chart *chart)
{
    const struct seatsim_results *results = drawing->results;
    int last = results->years - 1;
    chart->subtitle = word_text(WORD_SEATS_SUBTITLE, drawing->language);
    for (int stage = 0; stage < results->n_stages && chart->n_panels < PANELS_MOST && !drawing->failed; stage++) {
        const double *children = region_series(results, "demand", stage), *seats = region_series(results, "seats", stage);
        if (!children || !seats)
            continue;
        struct panel *panel = &chart->panels[chart->n_panels++];
        panel->title = stage_title(drawing, stage);
        add_line(drawing, panel, children, 1, count_text(children[last]).text, WORD_SEATS_CHILDREN);
        add_line(drawing, panel, seats, 1, count_text(seats[last]).text, WORD_SEATS_SEATS);
        panel->note =
            joined(drawing, gap_said(drawing, WORD_SEATS_NOTE_SHORT, WORD_SEATS_NOTE_NO_SHORT, panel->title, children, seats),
                   word_text(WORD_CLAUSE_JOIN, drawing->language),
                   gap_said(drawing, WORD_SEATS_NOTE_SPARE, WORD_SEATS_NOTE_NO_SPARE, panel->title, seats, children));
    }
    if (!drawing->failed)
        finish_chart(chart, true);
    find_extremes(drawing, chart);
}
