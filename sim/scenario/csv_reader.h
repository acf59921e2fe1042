/* A table as a spreadsheet writes it: the text of a CSV file to rows of cells that know their places. Over libcsv. */
#ifndef SCENARIO_CSV_READER_H
#define SCENARIO_CSV_READER_H

#include "base/diagnostic.h"

/* What a file may hold; a larger one is refused. */
enum { CSV_BYTES_MOST = 256 * 1024 * 1024 };

/* Twelve bytes beside its text, so that a million rows stay about as large as their file. Offsets are into the file's text. */
struct csv_cell {
    uint32_t at;     /* where the cell begins, its opening quote included, blanks before it not */
    uint32_t text;   /* where what it says begins; with the highest bit set, in `rewritten` instead */
    uint32_t length; /* bytes of what it says */
};

/* Row 0 is the header; rows are numbered from there. All rows have the same number of cells. */
struct csv {
    const struct source *source; /* named by places */
    struct seatsim_allocator allocator;
    char separator;
    int n_columns, n_rows, cells_room, lines_room;
    struct csv_cell *cells;  /* [n_rows][n_columns] */
    int *lines;              /* [n_rows] where each row begins, 1-based */
    struct position reached; /* of the cell whose place was asked for last */
    struct buffer rewritten; /* cells that do not stand in the file as they are: quotes written twice */
};

/* Reads the text of a source, which is UTF-8 and at most 4 GiB / 2 long; the source must outlive the table.
 *
 *   separator   ',', ';' or '\t'; 0: the one that a first line "sep=;" names, or that the first line has most of
 *   csv         out; csv_clear it, after a failure too
 *
 * Cells may stand in quotes, and then hold separators, line ends and quotes written twice. Blanks around a cell are no part
 * of it. Lines end in LF, CR LF or CR; those without anything in them are skipped, a byte order mark too. Characters that
 * could deceive are kept as U+FFFD.
 * Errors, at their place: bytes that are not UTF-8, NUL, a row of other length than the header, a quote that is never closed or
 * stands inside a cell, a column without a name or with that of another, no row: SEATSIM_BAD_INPUT. SEATSIM_MACHINE without
 * memory. Cost grows with the length of the text. */
enum seatsim_status csv_read(const struct source *source, char separator, const struct seatsim_allocator *allocator,
                             struct csv *csv, struct seatsim_diagnostics *diagnostics);
void csv_clear(struct csv *csv); /* fine on a zeroed table */

/* What a cell says: `length` bytes without a NUL behind. */
const char *csv_text(const struct csv *csv, int row, int column, size_t *length);

/* Where a cell stands: its line, column and length in code points, quotes included, up to the end of its first line.
 * Cells that are asked for in the order in which they stand cost no more than their row is long. */
struct place csv_place(struct csv *csv, int row, int column);

#endif
