/* Tables: what {table: FILE, ...} stands for, read from CSV files. */
#ifndef SCENARIO_TABLE_H
#define SCENARIO_TABLE_H

#include "base/map.h"
#include "scenario/keys.h"

/* What all tables of a load together may come to: cells of the rows that are looked at, and what they are compared with. */
enum { TABLES_COST_MOST = 50 * 1000 * 1000 };

/* The files that were read so far, each once however many places name it. */
struct table_file;
struct tables {
    struct arena *arena; /* nodes, texts and sources, which live as long as the scenario */
    struct seatsim_diagnostics *diagnostics;
    const char *beside; /* the scenario's file: where paths begin that stand in no file of their own */
    struct arena own;   /* what is only needed until tables_clear */
    struct map by_name;
    struct table_file **files; /* [n_files] */
    int n_files, room;
    size_t cost; /* against TABLES_COST_MOST */
};
void tables_init(struct tables *tables, struct arena *arena, const char *beside, struct seatsim_diagnostics *diagnostics);
void tables_clear(struct tables *tables);

/* Replaces each mapping with the key `table` whose row of the key table may be one by what it stands for, down to the tables
 * that rows of tables name. Paths are relative to the file that names them. The nodes that are made have their places in the
 * table, and the origin of the mapping.
 *
 * False when something was reported: files that cannot be read, columns that are not there, rows that contradict each other.
 * Cost grows with the tree and the rows; a thing finds its rows through an index. */
bool expand_tables(struct tables *tables, struct node *root, const struct key *keys);

#endif
