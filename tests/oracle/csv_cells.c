/* csv_cells [SEPARATOR]: reads a table from standard input and prints a line for each cell, "row line column length text", the
 * text in hexadecimal. For csv_table.py, which knows from another reader what it must print. */
#include "scenario/csv_reader.h"

#include <stdio.h>

enum { INPUT_MOST = 1 << 20 };

static void print_cell(struct csv *csv, int row, int column)
{
    size_t length;
    const char *text = csv_text(csv, row, column, &length);
    struct place place = csv_place(csv, row, column);
    printf("%d %d %d %d ", row, place.line, place.column, place.length);
    for (size_t at = 0; at < length; at++)
        printf("%02x", (unsigned)(unsigned char)text[at]);
    putchar('\n');
}

int main(int count, char **arguments)
{
    static char text[INPUT_MOST];
    struct source source = { .name = "stdin", .text = text, .length = fread(text, 1, sizeof text, stdin) };
    struct csv csv;
    enum seatsim_status status = csv_read(&source, count > 1 ? *arguments[1] : 0, NULL, &csv, NULL);
    for (int cell = 0; status == SEATSIM_OK && cell < csv.n_rows * csv.n_columns; cell++)
        print_cell(&csv, cell / csv.n_columns, cell % csv.n_columns);
    csv_clear(&csv);
    return (int)status;
}
