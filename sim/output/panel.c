#include "output/panel.h"

#include "output/figures.h"

#include <math.h>

const char *say(struct drawing *drawing, enum word word, const struct slot *slots)
{
    const char *text = sentence(drawing->arena, word, drawing->language, slots);
    drawing->failed = drawing->failed || !text;
    return text ? text : "";
}

const char *joined(struct drawing *drawing, const char *first, const char *join, const char *second)
{
    const char *parts[] = { first, *first && *second ? join : "", second };
    const char *text = arena_join(drawing->arena, parts, 3);
    drawing->failed = drawing->failed || !text;
    return text ? text : "";
}

void add_line(struct drawing *drawing, struct panel *panel, const double *values, double scale, const char *value, enum word name)
{
    if (!values || panel->n_lines == LINES_MOST)
        return;
    struct slot slots[] = { { "value", value }, { "name", word_text(name, drawing->language) }, { NULL, NULL } };
    panel->lines[panel->n_lines++] = (struct line){ say(drawing, WORD_LABEL, slots), values, scale, false, 0 };
}

void add_marks(struct panel *panel, const double *values)
{
    if (values && panel->n_lines < LINES_MOST)
        panel->lines[panel->n_lines++] = (struct line){ "", values, 1, false, 0 };
}

const char *capitalised(struct drawing *drawing, const char *title)
{
    char *copy = arena_text(drawing->arena, title);
    drawing->failed = drawing->failed || !copy;
    if (copy && copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy ? copy : "";
}

/* A round step (1, 2 or 5 times a power of ten, at least 1) that parts a range into four to eight. */
static double round_step(double range)
{
    double power = pow(10, floor(log10(range / 4)));
    double parts = range / power;
    return fmax(1, power * (parts <= 8 ? 1 : parts <= 16 ? 2 : 5));
}

static void stretch(double value, double *least, double *most)
{
    if (isnan(value))
        return;
    *least = fmin(*least, value);
    *most = fmax(*most, value);
}

/* Where the labels of a panel stand: first at the ends of their lines. Returns how many there are. */
static int place_labels(struct panel *panel, int years, double otherwise, double **at)
{
    int count = 0;
    for (int i = 0; i < panel->n_lines; i++) {
        double last = panel->lines[i].scale * panel->lines[i].values[years - 1];
        panel->lines[i].at = isnan(last) ? otherwise : last;
        if (*panel->lines[i].label)
            at[count++] = &panel->lines[i].at;
    }
    for (int i = 0; i < panel->n_bounds; i++) {
        panel->bounds[i].at = panel->bounds[i].value;
        at[count++] = &panel->bounds[i].at;
    }
    return count;
}

/* Moves two labels that are too close away from each other, evenly. */
static void part_two(double *low, double *high, double apart)
{
    double lack = apart - (*high - *low);
    if (lack <= 0)
        return;
    *low -= lack / 2;
    *high += lack / 2;
}

static void push_apart(struct panel *panel, int years, double bottom, double apart)
{
    double *at[LINES_MOST + BOUNDS_MOST];
    int count = place_labels(panel, years, bottom, at);
    for (int i = 1; i < count; i++) /* from the lowest to the highest */
        for (int j = i; j > 0 && *at[j] < *at[j - 1]; j--) {
            double *swap = at[j];
            at[j] = at[j - 1];
            at[j - 1] = swap;
        }
    for (int round = 0; round < 4 * count * count; round++)
        for (int i = 1; i < count; i++)
            part_two(at[i - 1], at[i], apart);
    if (count > 0 && *at[0] < bottom)
        *at[0] = bottom;
    for (int i = 1; i < count; i++)
        *at[i] = fmax(*at[i], *at[i - 1] + apart);
}

static void stretch_over(const struct panel *panel, int years, double *least, double *most)
{
    for (int i = 0; i < panel->n_lines; i++)
        for (int year = 0; year < years; year++)
            stretch(panel->lines[i].scale * panel->lines[i].values[year], least, most);
    for (int i = 0; i < panel->n_bounds; i++)
        stretch(panel->bounds[i].value, least, most);
}

static void fit_axis(struct chart *chart, bool from_zero)
{
    double least = from_zero ? 0 : INFINITY, most = from_zero ? 1 : -INFINITY;
    for (int i = 0; i < chart->n_panels; i++)
        stretch_over(&chart->panels[i], chart->years, &least, &most);
    if (!(most > least)) {
        least = isfinite(least) ? least - 1 : 0;
        most = least + 2;
    }
    chart->step = round_step(most - least);
    chart->bottom = floor(least / chart->step) * chart->step;
    chart->top = ceil(most / chart->step) * chart->step;
}

void finish_chart(struct chart *chart, bool from_zero)
{
    int rows = (chart->n_panels + COLUMNS_MOST - 1) / COLUMNS_MOST, row = rows > 1 ? ROW_OF_MANY : ONE_ROW;
    chart->height = HEAD_AND_FOOT + rows * row;
    fit_axis(chart, from_zero);
    double apart = (chart->top - chart->bottom) * LABEL_HEIGHT / (row - ROW_AROUND_PLOT);
    for (int i = 0; i < chart->n_panels; i++)
        push_apart(&chart->panels[i], chart->years, chart->bottom, apart);
}
