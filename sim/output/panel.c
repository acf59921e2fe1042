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
    panel->lines[panel->n_lines++] = (struct line){ say(drawing, WORD_LABEL, slots), values, scale, 0 };
}

void add_marks(struct panel *panel, const double *values)
{
    if (values && panel->n_lines < LINES_MOST)
        panel->lines[panel->n_lines++] = (struct line){ "", values, 1, 0 };
}

const char *capitalised(struct drawing *drawing, const char *title)
{
    char *copy = arena_text(drawing->arena, title);
    drawing->failed = drawing->failed || !copy;
    if (copy && copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy ? copy : "";
}

/* A round step that parts a range into four to eight. */
static double round_step(double range)
{
    double step = pow(10, floor(log10(range / 4)));
    while (range / step > 8)
        step *= range / step > 20 ? 5 : 2;
    return step;
}

static void stretch(double value, double *least, double *most)
{
    if (isnan(value))
        return;
    *least = fmin(*least, value);
    *most = fmax(*most, value);
}

/* Labels keep a fourteenth of the axis between them: from the lowest up, each at least so far above the one below. */
static void push_apart(struct panel *panel, int years)
{
    double apart = (panel->top - panel->bottom) / 13;
    for (int i = 0; i < panel->n_lines; i++) {
        double last = panel->lines[i].scale * panel->lines[i].values[years - 1];
        panel->lines[i].at = isnan(last) ? panel->bottom : last;
    }
    for (int round = 0; round < 3 * LINES_MOST; round++)
        for (int i = 0; i < panel->n_lines; i++)
            for (int j = 0; j < panel->n_lines; j++) {
                double gap = panel->lines[j].at - panel->lines[i].at;
                if (i == j || !*panel->lines[i].label || !*panel->lines[j].label || gap < 0 || gap >= apart ||
                    (gap == 0 && j < i))
                    continue;
                panel->lines[j].at += (apart - gap) / 2;
                panel->lines[i].at -= (apart - gap) / 2;
            }
}

void finish_panel(struct panel *panel, int years, bool from_zero, double top)
{
    double least = from_zero ? 0 : INFINITY, most = from_zero ? 1 : -INFINITY;
    for (int i = 0; i < panel->n_lines; i++)
        for (int year = 0; year < years; year++)
            stretch(panel->lines[i].scale * panel->lines[i].values[year], &least, &most);
    for (int i = 0; i < panel->n_bounds; i++)
        stretch(panel->bounds[i].at, &least, &most);
    if (!(most > least)) {
        least = isfinite(least) ? least - 1 : 0;
        most = least + 2;
    }
    double step = round_step(most - least);
    panel->bottom = floor(least / step) * step;
    panel->top = top > 0 ? top : ceil(most / step + 0.1) * step;
    push_apart(panel, years);
}
