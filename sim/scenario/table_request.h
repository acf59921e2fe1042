/* What a mapping {table: FILE, ...} asks for. */
#ifndef SCENARIO_TABLE_REQUEST_H
#define SCENARIO_TABLE_REQUEST_H

#include "scenario/keys.h"

/* The columns that say where in a value a row belongs, from the outside in. */
enum table_axis { AXIS_STAGE, AXIS_GRADE, AXIS_YEAR, AXIS_MONTH, AXES };
extern const char *const axis_names[AXES];

struct table_request {
    struct section section;
    const char *path;
    const char *axes[AXES];      /* headers; NULL: not said */
    const char *value, *by;      /* headers; NULL: not said */
    const char *thousands;       /* NULL: none */
    const char *encoding;        /* as iconv names it; NULL: UTF-8 */
    char separator;              /* 0: found by the header */
    const struct node *columns;  /* {key path: header} */
    const struct node *each;     /* keys of every row */
    const struct node *where, *skip; /* {header: text or list of texts} */
    const struct node *missing;  /* a text or a list of texts */
    int given_encoding, given_separator;
};

/* Reads the table keys of `node`, which may hold others; false when something was reported. */
bool read_request(const struct node *node, struct arena *arena, struct seatsim_diagnostics *diagnostics,
                  struct table_request *request);

/* Whether `text` is the scalar `given` or one of the list. */
bool is_among(const struct node *given, const char *text, size_t length);

#endif
