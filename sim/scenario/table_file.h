/* Table files: read once, their columns by name, their rows by what stands in a column. */
#ifndef SCENARIO_TABLE_FILE_H
#define SCENARIO_TABLE_FILE_H

#include "scenario/csv_reader.h"
#include "scenario/table.h"
#include "scenario/table_request.h"

/* Rows that have one text in a column: the first, then from each to the next. */
struct column_index {
    struct map first; /* cell -> row */
    int *next;        /* [rows] 0: the last */
};

struct table_file {
    struct csv csv;
    struct map columns;            /* header -> column */
    const char **headers;          /* [columns] without blanks around */
    struct column_index **indexes; /* [columns] made when they are asked for */
    const struct source *source;   /* by whom the file was asked for last */
    bool good;                     /* false: what is wrong was reported */
};

/* A table as one mapping asks for it. */
struct table_view {
    struct tables *tables;
    const struct node *node; /* the mapping */
    const char *id;          /* of the thing around it; NULL: there is none */
    struct table_request request;
    struct table_file *file;
    const struct source *source; /* of its cells, with the mapping's place */
    int *rows, n_rows;           /* that are selected, in the order of the file */
    int *skipped, n_skipped;     /* that `skip` leaves out */
    int n_other;                 /* rows that `where` leaves out */
    bool *used;                  /* [columns] that select rows */
};

/* Opens the file of a view whose node, tables and request are there; false after a message. */
bool table_open(struct table_view *view);

/* Fills in the selected rows; false after a message, no row at all being one. */
bool table_select(struct table_view *view);

/* The column of that header; -1 when there is none. */
int table_find(const struct table_view *view, const char *header);

/* The same, with a message at `asked` that names the nearest. */
int table_column(const struct table_view *view, const char *header, struct place asked);

/* What a cell says, without blanks around it (the wide and the unbreakable one too), and whether that is anything. */
const char *table_cell(const struct table_view *view, int row, int column, size_t *length);
bool table_is_missing(const struct table_view *view, int row, int column);
struct place table_place(const struct table_view *view, int row, int column);

/* Its columns as one text, for messages; NULL without memory. */
const char *table_headers(const struct table_view *view);

/* Reports at a place, with the names and values of up to two slots. Returns false. */
bool table_wrong(const struct table_view *view, struct place place, const char *code, const char *name, const char *value,
                 const char *name2, const char *value2);

/* Notes that memory ran out. Returns false. */
bool table_no_memory(const struct table_view *view);

#endif
