/* Values of JSON documents that are written as they are made: the objects by jansson, whose members keep the order they are
 * given in. */
#ifndef OUTPUT_JSON_H
#define OUTPUT_JSON_H

#include "base/text.h"

#include <jansson.h>

/* Adds a value and gives it up; NULL is the lack of memory for it. */
void json_add(struct buffer *buffer, json_t *value);

/* A number, whole ones without a point; null for NaN. */
json_t *json_of(double number);

#endif
