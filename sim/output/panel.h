/* What a chart shows, before gnuplot: panels with lines and labels, and the sentences around them. */
#ifndef OUTPUT_PANEL_H
#define OUTPUT_PANEL_H

#include "base/options.h"
#include "output/words.h"
#include "results/verdict.h"

enum { LINES_MOST = 4, BOUNDS_MOST = 4, PANELS_MOST = 9, COLUMNS_MOST = 3 };

/* The layout that the templates share, in pixels: plots/style.gp has the rest. */
enum { PICTURE_WIDTH = 1500, HEAD_AND_FOOT = 222, ONE_ROW = 598, ROW_OF_MANY = 420, ROW_AROUND_PLOT = 116, LABEL_HEIGHT = 26 };

struct line {
    const char *label;    /* at the line's end: value and name */
    const double *values; /* [years], NaN where there is none */
    double scale;         /* 100 for shares shown in percent */
    bool beyond;          /* ends beyond a limit */
    double at;            /* where the label stands on the y axis, pushed apart from the others */
};

/* A thin line across: a target. */
struct bound_line {
    const char *label;
    double value, at; /* where the line lies, and where its label stands */
};

struct panel {
    const char *title, *note; /* note: the finding of this panel, under its title */
    int n_lines, n_bounds;
    struct line lines[LINES_MOST];
    struct bound_line bounds[BOUNDS_MOST];
};

struct chart {
    const char *title, *subtitle, *footer, *description;
    int first_year, years, n_panels;
    struct panel panels[PANELS_MOST];
    double bottom, top, step; /* of the y axis, the same for all panels: they are there to be compared */
    int height;               /* of the picture, which is PICTURE_WIDTH wide */
};

/* What a builder of a chart works with. */
struct drawing {
    const struct seatsim_results *results;
    const struct seatsim_verdicts *verdicts; /* may be NULL */
    enum seatsim_language language;
    struct arena *arena;
    bool failed; /* no memory */
};

/* The builders of the chart table. */
void build_class_size(struct drawing *drawing, struct chart *chart);
void build_public_share(struct drawing *drawing, struct chart *chart);
void build_seats(struct drawing *drawing, struct chart *chart);

/* A sentence of the word table; "" and `failed` without memory. */
const char *say(struct drawing *drawing, enum word word, const struct slot *slots);

/* Two texts joined, with `join` between when the first is not empty. */
const char *joined(struct drawing *drawing, const char *first, const char *join, const char *second);

/* Adds a line and its label. */
void add_line(struct drawing *drawing, struct panel *panel, const double *values, double scale, const char *value,
              enum word name);

/* The first letter of a title, which may begin with a name in small letters, made a capital. */
const char *capitalised(struct drawing *drawing, const char *title);

/* Adds values that are drawn but not labelled. */
void add_marks(struct panel *panel, const double *values);

/* Sets the height of the picture, the y axis to round numbers around all lines, bounds and (with `from_zero`) 0, and pushes
 * the labels at the ends of lines apart. */
void finish_chart(struct chart *chart, bool from_zero);

#endif
