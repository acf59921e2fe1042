/* What the files of THE key table share: how a row is written, and the sections that the file is made of. */
#ifndef SCENARIO_KEYS_ROWS_H
#define SCENARIO_KEYS_ROWS_H

#include "scenario/keys.h"

#include <math.h>

#define AT(type, field) .offset = offsetof(struct type, field)
#define ANY .min = -INFINITY, .max = INFINITY
#define FROM_0 .min = 0, .max = INFINITY
#define END { .name = NULL }

enum { YEAR_FIRST = 1800, YEAR_LAST = 2300 };

/* A list, or with names in front a map, of things that a struct keeps as a count and a pointer. */
#define THINGS(owner_, type_, list_, keys_)                                              \
    .keys = keys_, .offset = offsetof(struct owner_, list_), .count_offset = offsetof(struct owner_, n_##list_), \
    .size = sizeof(struct type_)

/* The sections of a file: keys_standard.c, keys_district.c, keys_facility.c, keys_goals.c. Each ends with a NULL name. */
extern const struct key stage_keys[], sector_keys[], pupils_keys[], district_keys[], facility_keys[], project_keys[], rule_keys[],
    allocation_keys[], uncertainty_keys[], target_keys[], variant_keys[], money_keys[];

#endif
