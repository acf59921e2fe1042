/* THE key table: every key of the scenario language, once. Loader, defaults, patches, schema, starter and documents read it. */
#ifndef SCENARIO_KEYS_H
#define SCENARIO_KEYS_H

#include "scenario/tree.h"

enum key_type {
    KEY_TEXT,         /* const char * */
    KEY_TITLE,        /* struct title: plain, or {zh:, en:} */
    KEY_ID,           /* const char *: [a-z0-9][a-z0-9-]* */
    KEY_COUNT,        /* double, >= 0 */
    KEY_NUMBER,       /* double */
    KEY_SHARE,        /* double: 0.5 or 50% */
    KEY_YEAR,         /* int */
    KEY_YEARS,        /* int[2]: 2020..2030 */
    KEY_DATE,         /* int[2]: month, day: 08-31 */
    KEY_CHOICE,       /* int: index into names */
    KEY_TRUTH,        /* bool */
    KEY_SERIES,       /* struct series: one value, a list from the base year, or {year: value} */
    KEY_EVENTS,       /* struct series: what happens in the given years only: a list from the base year, or {year: value} */
    KEY_GRADE_SERIES, /* struct grade_series: one series for all grades, or a series a grade */
    KEY_NUMBERS,      /* struct numbers: a list; one number is a list of one; of a stage also {grade: number} */
    KEY_AMOUNTS,      /* struct amounts: {name: number} */
    KEY_DISTRIBUTION, /* struct distribution: {years later: share}, adding up to 1 */
    KEY_NAMES,        /* struct names: a list of ids; one id is a list of one */
    KEY_SECTION,      /* a struct in place, by `keys` */
    KEY_ITEMS,        /* int count at count_offset, pointer at offset: a list of sections with ids */
    KEY_NAMED,        /* the same from a map: name -> section, the name into its key `id` */
    KEY_BY_STAGE,     /* pointer to [n_stages] of what `of` describes */
    KEY_CUSTOM,       /* by `read` */
    KEY_TYPES
};

/* The ways to write a KEY_CUSTOM value, for the schema and the reference; a row names those it takes. */
enum key_form {
    FORM_WORDS = 1,        /* one of `names` */
    FORM_NUMBER = 2,       /* a number or share within min and max */
    FORM_NUMBERS = 4,      /* a list of numbers */
    FORM_YEARS = 8,        /* {year: number} */
    FORM_ID = 16,          /* an id */
    FORM_IDS = 32,         /* a list of ids */
    FORM_MONTHS = 64,      /* a list of twelve numbers, beside FORM_YEARS: {year: [twelve numbers]} */
    FORM_PATCHES = 128,    /* {path: any value} */
    FORM_CONDITIONAL = 256 /* {name: section by `keys`, otherwise: id} */
};

/* The words of a KEY_TEXT or KEY_NAMES that are known from elsewhere, for the schema. */
enum vocabulary { WORDS_OF_THE_FILE, WORDS_INDICATORS, WORDS_WARNINGS };

struct reading;
struct key {
    const char *name; /* "YEAR" in a section: takes every key that is a year */
    enum key_type type;
    const char *unit;
    const char *fallback; /* text that the key's own reader reads; NULL: required; "": nothing (NaN, NULL, 0) */
    double min, max;
    bool whole;                /* a KEY_COUNT, KEY_NUMBER that has no fraction */
    const char *const *names;  /* KEY_CHOICE and FORM_WORDS, NULL-ended */
    enum vocabulary words;
    bool any_case;             /* KEY_CHOICE: GB18030 is gb18030 */
    const struct key *keys;    /* of a section, ended by a NULL name */
    const struct key *of;      /* KEY_BY_STAGE: type and range of an element; its offset is not used */
    bool when_given;           /* KEY_BY_STAGE: NULL where it is not given, instead of an element with its defaults a stage */
    size_t offset, count_offset, size; /* size: of an element of KEY_ITEMS, KEY_NAMED, KEY_BY_STAGE */
    bool list_of_years;        /* KEY_GRADE_SERIES: a list begins at the base year; otherwise it is by grade */
    const char *scalar_key, *list_key; /* a section given as a bare scalar or list: the key it stands for */
    bool (*read)(struct reading *reading, const struct key *key, const struct node *node, void *target);
    unsigned forms;            /* KEY_CUSTOM: of enum key_form */
    bool only_checked;         /* no result depends on it yet: a warning says so where it is given */
    const char *meaning[LANGUAGES]; /* one line without a full stop */
    const char *example;            /* a value as it stands in a file; of YEAR the key with it */
};

/* The keys of a scenario file, ended by a NULL name. */
extern const struct key scenario_keys[];

/* The keys of a stage's entry. */
extern const struct key entry_keys[];

/* The keys of a series given as a map: YEAR, interpolate. */
extern const struct key series_keys[];

/* The keys of {table: FILE, ...}, which stands for any value whose row may_be_table. */
extern const struct key table_keys[];
bool may_be_table(const struct key *key);

/* What any thing of a list or a named map may have beside its own keys: it takes away what a file inherits. */
extern const struct key remove_key;

/* A unit of the table in the words of a language; NULL for NULL. */
const char *unit_text(const char *unit, enum seatsim_language language);

/* What a provenance may say. */
extern const char *const status_names[];

/* Whether a key is a year: four digits, of which the first is not 0, so that a year has one spelling. */
bool is_year_key(const char *name);

/* The row of `name` among `keys`; NULL when there is none. A year finds the row "YEAR". */
const struct key *key_of(const struct key *keys, const char *name);

/* Names of `keys` for suggestions, provenance left out; writes at most `most` and returns how many. */
int key_names(const struct key *keys, const char **names, int most);

#endif
