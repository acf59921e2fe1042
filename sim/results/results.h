/* Results: what the engine fills and output and study read. One deterministic value a cell; NaN where there is none. */
#ifndef RESULTS_RESULTS_H
#define RESULTS_RESULTS_H

#include "base/diagnostic.h"
#include "base/text.h"
#include "model/allocation.h"
#include "model/indicators.h"

#include <seatsim/results.h>
#include <seatsim/run.h>

enum scope { SCOPE_REGION, SCOPE_DISTRICT, SCOPE_FACILITY, SCOPES };
extern const char *const scope_names[SCOPES + 1]; /* "region", "district", "facility", NULL */

/* Something with an id and a title; texts are the results' own. */
struct named {
    const char *id;
    struct title title;
};

/* A stage as charts and tables need it. Grades are numbered through all stages. */
struct result_stage {
    struct named name;
    int first_grade, grades;
    double class_limit; /* the largest of its grades */
    double planned_class, school_size; /* NaN when the scenario gives none */
    bool compulsory;
    enum policy policy;
};

/* Shares that depend on who fills public seats, and the policies between which they lie: under the first nobody is preferred,
 * under the second public seats are filled before all others. */
enum share { SHARE_PUBLIC, SHARE_INCLUSIVE, SHARES };
enum extreme { EXTREME_PROPORTIONAL, EXTREME_PUBLIC_FIRST, EXTREMES };
extern const char *const share_ids[SHARES]; /* "public_share", "inclusive_share" */
extern const enum policy extreme_policies[EXTREMES];

/* One row of facilities.csv's unit: a facility in one of its stages. */
struct result_part {
    int facility, stage;
};

/* The pupils of a school, and how many it may have. */
struct school {
    double pupils, limit;
};

/* Which cells a scope has: an indicator of a stage, for one sector or (-1) all of them. */
struct cell_key {
    int indicator, stage, sector;
};

struct seatsim_results {
    struct arena arena; /* owns everything below */

    const char *scenario; /* the scenario's name: its file without folder and ending */
    const char *variant;  /* "base", or the variants joined by '+' */
    struct title title;
    char hash[17];        /* of the merged scenario, hexadecimal */
    int base_year, years; /* years counted, the base year included */

    struct measures measures; /* the indicators there are: of every scenario, and of what this one names */
    int n_stages, n_grades, n_sectors, n_districts;
    int n_facilities, n_parts;    /* 0 when only the results of districts are kept */
    struct result_stage *stages;  /* [n_stages] */
    struct named *grades;         /* [n_grades] */
    struct named *sectors;        /* [n_sectors], in rank order */
    struct named *districts;      /* [n_districts] */
    struct named *facilities;     /* [n_facilities] */
    int *facility_district;       /* [n_facilities] */
    struct result_part *parts;    /* [n_parts], by facility, then stage */

    int n_keys;                   /* region and districts share these */
    struct cell_key *keys;        /* [n_keys] by indicator, stage, sector (all first) */
    double *values;               /* [1 + n_districts][n_keys][years]; row 0 is the region */

    int n_part_keys;              /* indicators that exist for a facility */
    int *part_indicators;         /* [n_part_keys] */
    double *part_values;          /* [n_parts][n_part_keys][years]; right behind values; NaN while the facility is not open */
    signed char *part_sector;     /* [n_parts][years]; sector, -1 while the facility is not open */

    double *extreme_shares;       /* [EXTREMES][1 + n_districts][n_stages][SHARES][years]; NULL when they were not asked for */
    bool *sector_open;            /* [n_stages][n_sectors] whether a facility of it is open in any year */
    struct school *schools;       /* [1 + n_districts][n_stages][years] which keeps its own limit worst; NaN where none has one */
    double *demand, *unmet;       /* [n_districts][n_grades][years] children who live there: all, and those without a seat */
    double *enrolled;             /* the same, children who sit there */

    /* The columns of the public interface, made when one is asked for: a row a cell, in the order of values and part_values,
     * which are one array. Ids: district d is key d, facility f is key n_districts + f. NULL before. */
    int *columns[SEATSIM_COLUMNS];
};

/* Series of one cell over the years: [years], or NULL when there is no such cell.
 *
 *   row      0 for the region, 1 + district
 *   sector   -1 for all together */
const double *results_series(const struct seatsim_results *results, int row, int indicator, int stage, int sector);

/* The same for a part of a facility. */
const double *results_part_series(const struct seatsim_results *results, int part, int indicator);

/* The series of a share under an extreme; NULL when they were not computed. */
double *results_extreme(const struct seatsim_results *results, enum extreme extreme, int row, int stage, enum share share);

/* Makes room for them; there are no values yet. False without memory. */
bool results_lay_out_extremes(struct seatsim_results *results);

/* Whether facilities of a stage ever have different sectors: otherwise shares of sectors say nothing. */
bool results_sectors_differ(const struct seatsim_results *results, int stage);

/* The schools of a row and stage over the years: [years]. */
struct school *results_schools(const struct seatsim_results *results, int row, int stage);

/* New results with an empty arena; NULL without memory. The engine fills every field. */
struct seatsim_results *results_new(const struct seatsim_allocator *allocator);

/* Lays keys[], part_indicators[] and the arrays of values, part_values, part_sector (-1), sector_open (none), schools, demand,
 * unmet and enrolled (NaN) out from the counts and `years` that are set. False without memory. */
bool results_lay_out(struct seatsim_results *results);

#endif
