/* A table of short texts on a terminal: columns as wide as their widest cell, wide characters counted as two. */
#ifndef OUTPUT_GRID_H
#define OUTPUT_GRID_H

#include "base/text.h"

/* How a cell is painted when colours are wanted. */
enum paint { PAINT_PLAIN, PAINT_STRONG, PAINT_FAINT, PAINT_SHORT, PAINT_SPARE, PAINT_GOOD, PAINTS };

struct grid_cell {
    const char *text; /* NULL is "" */
    enum paint paint;
    bool left;        /* aligned to the left; numbers stand on the right */
    bool spans;       /* reaches over the columns behind it, whose widths it does not change */
};

/* Adds `text` in a paint. */
void paint_add(struct buffer *buffer, const char *text, enum paint paint, bool colour);

/* Adds the grid: two spaces between columns, one where two would not fit.
 *
 *   cells    [rows][columns]
 *   width    cells of the terminal */
void grid_add(struct buffer *buffer, const struct grid_cell *cells, int rows, int columns, int width, bool colour);

#endif
