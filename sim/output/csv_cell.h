/* The cells of CSV (RFC 4180 quoting, numbers in the C locale). */
#ifndef OUTPUT_CSV_CELL_H
#define OUTPUT_CSV_CELL_H

#include "base/text.h"

/* Adds text, in quotes where it needs them. Text that begins like a formula gets an apostrophe in front: spreadsheets would run
 * it. */
void csv_text_add(struct buffer *buffer, const char *text);

/* Adds a number with up to twelve significant digits and no more than needed; nothing for NaN. */
void csv_number_add(struct buffer *buffer, double number);

#endif
