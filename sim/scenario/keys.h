/* THE key table: every key of the scenario language, once. Loader, defaults, patches and documents read it. */
#ifndef SCENARIO_KEYS_H
#define SCENARIO_KEYS_H

#include "scenario/tree.h"

enum key_type {
    KEY_TEXT,     /* const char * */
    KEY_TITLE,    /* struct title: plain, or {zh:, en:} */
    KEY_ID,       /* const char *: [a-z0-9][a-z0-9-]* */
    KEY_COUNT,    /* double, >= 0 */
    KEY_NUMBER,   /* double */
    KEY_SHARE,    /* double: 0.5 or 50% */
    KEY_YEAR,     /* int */
    KEY_YEARS,    /* int[2]: 2020..2030 */
    KEY_DATE,     /* int[2]: month, day: 08-31 */
    KEY_CHOICE,   /* int: index into names */
    KEY_TRUTH,    /* bool */
    KEY_SERIES,   /* struct series: one value, a list from the base year, or {year: value} */
    KEY_NUMBERS,  /* struct numbers: a list; one number is a list of one */
    KEY_NAMES,    /* struct names: a list of ids; one id is a list of one */
    KEY_SECTION,  /* a struct in place, by `keys` */
    KEY_ITEMS,    /* int count at count_offset, pointer at offset: a list of sections with ids */
    KEY_NAMED,    /* the same from a map: name -> section, the name into its key `id` */
    KEY_BY_STAGE, /* pointer to [n_stages] of what `of` describes */
    KEY_CUSTOM,   /* by `read` */
    KEY_TYPES
};

struct reading;
struct key {
    const char *name; /* "YEAR" in a section: takes every key that is a year */
    enum key_type type;
    const char *unit;
    const char *fallback; /* text that the key's own reader reads; NULL: required; "": nothing (NaN, NULL, 0) */
    double min, max;
    const char *const *names;  /* KEY_CHOICE, NULL-ended */
    const struct key *keys;    /* of a section, ended by a NULL name */
    const struct key *of;      /* KEY_BY_STAGE: type and range of an element; its offset is not used */
    size_t offset, count_offset, size; /* size: of an element of KEY_ITEMS, KEY_NAMED, KEY_BY_STAGE */
    const char *scalar_key, *list_key; /* a section given as a bare scalar or list: the key it stands for */
    bool (*read)(struct reading *reading, const struct key *key, const struct node *node, void *target);
    const char *meaning, *example;
};

/* The keys of a scenario file, ended by a NULL name. */
extern const struct key scenario_keys[];

/* What a provenance may say. */
extern const char *const status_names[];

/* Whether a key is a year: four digits. */
bool is_year_key(const char *name);

/* The row of `name` among `keys`; NULL when there is none. A year finds the row "YEAR". */
const struct key *key_of(const struct key *keys, const char *name);

/* Names of `keys` for suggestions, provenance left out; writes at most `most` and returns how many. */
int key_names(const struct key *keys, const char **names, int most);

#endif
