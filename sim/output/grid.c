#include "output/grid.h"

#include <assert.h>
#include <string.h>

static const char *const paint_codes[] = {
    [PAINT_PLAIN] = "",           [PAINT_STRONG] = "\033[1m",  [PAINT_FAINT] = "\033[2m",
    [PAINT_SHORT] = "\033[1;31m", [PAINT_SPARE] = "\033[34m", [PAINT_GOOD] = "\033[32m",
};
static_assert(sizeof paint_codes / sizeof paint_codes[0] == PAINTS, "every paint has its code");

void paint_add(struct buffer *buffer, const char *text, enum paint paint, bool colour)
{
    bool painted = colour && paint != PAINT_PLAIN;
    if (painted)
        buffer_text(buffer, paint_codes[paint]);
    buffer_text(buffer, text);
    if (painted)
        buffer_text(buffer, "\033[0m");
}

static int cell_width(const struct grid_cell *cell)
{
    return cell->text && !cell->spans ? text_width(cell->text, strlen(cell->text)) : 0;
}

static int column_width(const struct grid_cell *cells, int rows, int columns, int column)
{
    int widest = 0;
    for (int row = 0; row < rows; row++) {
        int width = cell_width(&cells[row * columns + column]);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void spaces_add(struct buffer *buffer, int count)
{
    buffer_padded(buffer, "", count);
}

/* The last cells of a row are not padded where nothing follows. */
static void cell_add(struct buffer *buffer, const struct grid_cell *cell, int width, bool colour, bool last)
{
    int pad = width - cell_width(cell);
    if (!cell->left)
        spaces_add(buffer, pad);
    paint_add(buffer, cell->text ? cell->text : "", cell->paint, colour && cell->text && cell->text[0]);
    if (cell->left && !last)
        spaces_add(buffer, pad);
}

static int cells_used(const struct grid_cell *row, int columns)
{
    while (columns > 1 && cell_width(&row[columns - 1]) == 0)
        columns--;
    return columns;
}

void grid_add(struct buffer *buffer, const struct grid_cell *cells, int rows, int columns, int width, bool colour)
{
    int total = 0;
    for (int column = 0; column < columns; column++)
        total += column_width(cells, rows, columns, column);
    int gap = total + 2 * (columns - 1) <= width ? 2 : 1;
    for (int row = 0; row < rows; row++) {
        const struct grid_cell *line = cells + row * columns;
        int used = cells_used(line, columns);
        for (int column = 0; column < used; column++) {
            spaces_add(buffer, column > 0 ? gap : 0);
            cell_add(buffer, &line[column], column_width(cells, rows, columns, column), colour, column == used - 1);
        }
        buffer_text(buffer, "\n");
    }
}
