/* The names of the tables that a run writes, and the table of a check. */
#ifndef OUTPUT_TABLE_H
#define OUTPUT_TABLE_H

#include <seatsim/export.h>

/* The name of a table as seatsim_export_table takes it; NULL past the last. */
const char *table_name(int index);

/* Writes the table of targets with the scenario's path in front of each row; its head first when `head`. `verdicts` NULL adds
 * no row. False when `write` gave up or without memory. */
bool csv_checked(const char *path, const struct seatsim_verdicts *verdicts, bool head, const struct seatsim_allocator *allocator,
                 seatsim_write *write, void *context);

#endif
