/* What cells become: texts and numbers of keys, values by stage, grade and year, things with keys. */
#ifndef SCENARIO_TABLE_VALUE_H
#define SCENARIO_TABLE_VALUE_H

#include "scenario/table_file.h"

/* The text of a cell as the scalar that `key` takes: digits, percent signs and points of full width become plain ones and
 * the groups of thousands go, in numbers. Lists of names and numbers may stand in one cell. NULL after a message. */
struct node *cell_node(const struct table_view *view, const struct key *key, int row, int column);

/* A cell as the name of a year ("2014", "2014年"), month or grade in a map; NULL after a message. */
const char *cell_axis(const struct table_view *view, enum table_axis axis, int row, int column);

/* A header that is a year, as four digits; NULL when it is none, or without memory. */
const char *header_year(const struct table_view *view, int column);

/* What the selected rows are for a key that is a map: {stage: {grade: {year: value}}}, as many of these as it has. NULL after a
 * message. */
struct node *table_map(struct table_view *view, const struct key *key);

/* The same for a key that is a list of things: each row one of them. */
struct node *table_things(struct table_view *view, const struct key *key);

/* The same for sections by stage: each row one of them, its stage in a column. */
struct node *table_sections(struct table_view *view, const struct key *key);

/* Warns where a row that was skipped does not have the sum of the selected ones in a column of counts. */
void check_total(const struct table_view *view, const struct key *key, int column);

#endif
