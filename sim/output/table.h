/* The names of the tables that a run writes. */
#ifndef OUTPUT_TABLE_H
#define OUTPUT_TABLE_H

/* The name of a table as seatsim_export_table takes it; NULL past the last. */
const char *table_name(int index);

#endif
