/* The checked scenario: what the loader makes of a file and the engine makes a plan of. Everything is resolved: names
 * are indices, capacity has all its forms, years lie inside the run, sums agree.
 *
 * Each struct begins with its section: the merged mapping it was read from. From that and a key's name the place, the
 * origin and the provenance of every value follow (see origin_of). */
#ifndef SCENARIO_SCENARIO_H
#define SCENARIO_SCENARIO_H

#include "base/compare.h"
#include "base/diagnostic.h"
#include "base/options.h"
#include "base/series.h"
#include "base/text.h"
#include "model/allocation.h"
#include "model/indicators.h"

#include <seatsim/scenario.h>

struct node;

/* Where a value comes from, by rank: a later one replaces an earlier one. */
#define ORIGIN_LIST(X)                                                                                                           \
    X(BUILT_IN, "built-in")                                                                                                      \
    X(STANDARD, "standard") X(EXTENDED, "extended file") X(FILE, "scenario") X(VARIANT, "variant") X(SET, "--set")
enum origin {
#define ORIGIN_ENUM(name, text) ORIGIN_##name,
    ORIGIN_LIST(ORIGIN_ENUM)
#undef ORIGIN_ENUM
        ORIGINS
};
extern const char *const origin_names[ORIGINS];

struct section {
    const struct node *node; /* NULL: the section is not in the file, all its values are defaults */
};

/* The place and origin of a key of a section; ORIGIN_BUILT_IN and the section's place when the key is not given. */
struct place place_of(const struct section *section, const char *key);
enum origin origin_of(const struct section *section, const char *key);

struct numbers {
    int count;
    const double *values;
    const struct place *places; /* [count] */
};
struct names {
    int count;
    const char **ids;
    const struct place *places; /* [count] */
};

/* Numbers by name: weights of sectors, prices of posts. */
struct amounts {
    int count;
    const char **names;         /* [count] */
    const double *values;       /* [count] */
    const struct place *places; /* [count] of the names */
};

/* What happens so many years later with which share; the shares add up to 1. A count of 0: nothing was given. */
struct distribution {
    int count;
    const int *years;     /* [count] rising, >= 0 */
    const double *shares; /* [count] */
};

/* A quantity by year for all grades of a stage together (count 1), or one for each (count n_grades); count 0: not given. */
struct grade_series {
    int count;
    const struct series *series; /* [count] */
};

/* --- the standard ------------------------------------------------------------------------------------------------ */

/* A kind of post, and how many of it are required: by pupils, by classes, or both together. */
struct post {
    struct section section;
    const char *id;
    struct title title;
    double pupils_per_post; /* NaN when pupils ask for none */
    double per_class;       /* posts for each class formed */
};

struct stage {
    struct section section;
    const char *id;
    struct title title;
    bool compulsory;
    double given_entry_age;          /* years */
    struct names given_grades;       /* ids; of a number n: "1" .. "n" */
    struct numbers given_limits;     /* one for all grades, or one a grade */
    int entry_age;                   /* years, of the stage's first grade */
    int first_grade, n_grades;       /* grades are numbered through all stages */
    const char **grade_ids;          /* [n_grades] "small", or "1", "2", ... */
    double *class_limit;             /* [n_grades] pupils a class may hold */
    double planned_class;            /* pupils a class is built for; the mean of class_limit when not given */
    double oversize, super_oversize; /* pupils from which a class is (super) oversize; NaN when the standard has none */
    double school_size;              /* pupils a school of this stage alone may have; NaN when there is no limit */
    int n_posts;
    struct post *posts;              /* [n_posts] */
};

struct sector {
    struct section section;
    const char *id;
    struct title title;
};

/* --- demand ------------------------------------------------------------------------------------------------------ */

enum projection { PROJECT_HOLD, PROJECT_RATE, PROJECT_VALUES };

struct births {
    struct section section;
    struct series given;        /* births by calendar year; the years as given */
    const double *months;       /* [given.count][12] births by month; NaN in a year that is not given by month */
    enum projection projection; /* after the last given year */
    double rate;                /* a year, -1..1, for PROJECT_RATE */
    struct series projected;    /* for PROJECT_VALUES */
};

enum spread { SPREAD_BIRTHS, SPREAD_EQUAL, SPREAD_WEIGHTS, SPREAD_GRADES };

/* Pupils of one stage at the base year's census. */
struct pupils {
    struct section section;
    double total;          /* NaN when the stage is not given */
    enum spread spread;    /* how total is dealt to grades */
    struct numbers grades; /* as given, and after checking: weights for SPREAD_WEIGHTS, whole counts for SPREAD_GRADES (then they
                              sum to total) */
};

enum entry_method {
    ENTRY_AUTOMATIC,
    ENTRY_BIRTHS,
    ENTRY_PROGRESSION,
    ENTRY_LAST,
    ENTRY_MEAN,
    ENTRY_LINEAR,
    ENTRY_AVERAGE,
    ENTRY_FIXED,
    ENTRY_METHODS
};

struct entry {
    struct section section;
    enum entry_method method;      /* resolved: never ENTRY_AUTOMATIC */
    struct series rate;            /* of the cohort, for ENTRY_BIRTHS */
    double window;                 /* years of history, for ENTRY_LAST, ENTRY_MEAN, ENTRY_LINEAR */
    struct names method_ids;       /* as given, for ENTRY_AVERAGE */
    int n_methods;
    enum entry_method *methods;    /* [n_methods] what is averaged, for ENTRY_AVERAGE; n_methods 0 otherwise */
    struct series values;          /* entrants, for ENTRY_FIXED; count 0 when not given */
};

/* New dwellings and the pupils they bring. */
struct housing {
    struct section section;
    const char *id;
    struct title title;
    struct series dwellings; /* completed in each of the given years, and in no other */
    double *yields;          /* [n_stages] pupils a dwelling; 0 where not given */
    double decay;            /* share of the way to the long run that a year goes */
    double long_run;         /* yield in the long run over the first year's */
};

/* Posts of one kind that are filled. */
struct staff {
    struct section section;
    const char *id;
    double available;    /* posts filled in the base year */
    double attrition;    /* share that leaves in a year */
    struct series hires; /* in each of the given years; count 0 when there are none */
};
struct staff_list {
    struct staff *staff; /* [n_staff]; first, since an element by stage is read from its beginning */
    int n_staff;
};

struct district {
    struct section section;
    const char *id;
    struct title title;
    struct births births;
    struct pupils *pupils;      /* [n_stages] */
    struct numbers *waiting; /* [n_stages] children without a seat in the base year: one number for all grades, or one a grade */
    struct entry *entry;        /* [n_stages] */
    struct series *history;     /* [n_stages] entrants by year; count 0 when not given */
    struct grade_series *progression; /* [n_stages] ratio from grade to grade inside the stage */
    struct grade_series *promotion, *repetition, *dropout; /* [n_stages] instead of progression; count 0 when not given */
    struct series *through;     /* [n_stages] share of the last grade that goes on to the next stage */
    struct grade_series
        *migration; /* [n_stages] net pupils a year: of all grades together, or by grade; count 0 when not given */
    int n_housing;
    struct housing *housing;
    struct series *population;  /* [n_stages] residents of the stage's ages; count 0 when not given */
    struct staff_list *staff;   /* [n_stages] */
    struct names neighbour_ids;
    int n_neighbours;
    int *neighbours;            /* [n_neighbours] districts, best first */
};

/* --- supply ------------------------------------------------------------------------------------------------------ */

/* A facility in one of its stages. */
struct part {
    struct section section;
    int stage;
    double rooms, seats;  /* of all its sites together; both always known after loading */
    struct pupils pupils; /* of the base year; total 0 for a facility that a project opens */
    double zone;          /* share of the district's children whose school this is; NaN when not given */
    double *resources;    /* [resources of the measures] at the opening; NaN where not known */
    int merged_in;        /* year of the merger that brings this stage to its facility; 0: it is there from the start */
};

/* A part as the file gives it: each form of capacity NaN when not given. */
struct given_part {
    struct section section;
    double rooms, classes, seats;
    struct pupils pupils;
    double zone; /* share of the district's children whose school this is; NaN when not given */
    struct amounts resources;
};

struct facility {
    struct section section;
    const char *id;
    struct title title;
    const char *district_id, *stage_id, *sector_id; /* as given; NULL when not */
    double given_sites;
    struct given_part given;         /* with `stage`: the facility's one part */
    struct given_part *given_stages; /* [n_stages], with `stages`; otherwise NULL */
    int district;
    int sector; /* -1 when a project's rule decides it at the opening */
    int sites;  /* >= 1: a pooled row of that many buildings */
    int n_parts;
    struct part *parts; /* [n_parts], by stage */
    bool through;       /* a combined school's leavers have first claim on its next stage */
    struct names overflow_ids;
    int n_overflow;
    int *overflow;      /* [n_overflow] facilities that children of its zone ask next, in this order */
    struct names tags;
    bool *tagged;       /* [tags of the measures] */
    int opened_by;      /* index of the project that opens it; -1: stands in the base year */
};

enum project_kind {
    PROJECT_OPEN, PROJECT_EXPAND, PROJECT_CONVERT_SECTOR, PROJECT_CONVERT_ROOMS, PROJECT_CLOSE, PROJECT_MERGE, PROJECT_KINDS
};
enum fill { FILL_ENTRY, FILL_ALL, FILLS };

struct project {
    struct section section;
    const char *id; /* NULL for most: a project goes by its facility */
    const char *open_id, *expand_id, *convert_id, *close_id, *merge_id; /* as given, one of them */
    const char *into_id;
    const char *district_id, *stage_id, *from_id, *to_stage_id, *sector_id, *to_sector_id;
    struct title title;
    double given_lag, given_sites, given_rooms, given_classes, given_seats;
    struct given_part *given_stages; /* [n_stages], OPEN with `stages`; otherwise NULL */
    bool through;                    /* OPEN */
    double zone;                     /* OPEN */
    struct names overflow_ids, tags; /* OPEN */
    struct amounts resources;        /* OPEN */
    struct rule *inline_rule;        /* a rule written where the sector stands; NULL */
    double cost;                     /* money of the base year; NaN when not given */
    const char *payer;               /* NULL when not given */
    struct distribution phasing;     /* of the cost over years from `year`; count 0: all in `year` */
    struct distribution delay;       /* in years; count 0: that of `uncertainty` */
    enum project_kind kind;
    int facility;        /* the one opened, changed, closed or merged away */
    int into;            /* MERGE: the facility that takes it over; -1 otherwise */
    int year, lag;       /* completion year; autumns until it is in use */
    int effective;       /* year + lag: base year + 1 .. horizon, or later than the horizon (a note was reported) */
    int until;           /* EXPAND: gone in this autumn; 0: stays */
    int stage, to_stage; /* EXPAND: stage; CONVERT_ROOMS: from and to; -1 otherwise. The facility has a
                          * part for each, of no rooms if need be */
    double rooms, seats; /* EXPAND: added; CONVERT_ROOMS: rooms moved, seats moved; OPEN: see the facility's parts */
    int sector;          /* OPEN, CONVERT_SECTOR: the sector it gets; -1: `rule` decides */
    int rule;            /* index into rules; -1: none */
    int sites;           /* CONVERT_SECTOR: how many of the facility's sites; all of them when not given */
    int split;           /* CONVERT_SECTOR of fewer sites than there are: the facility they become; else -1 */
    enum fill fill;      /* OPEN */
};

enum rule_scope { RULE_DISTRICT, RULE_REGION, RULE_SCOPES };

/* sector `sector` while the condition held in the year before, `otherwise` after. */
struct condition {
    struct section section;
    const char *indicator_id, *stage_id;
    double below, at_least; /* NaN when not given */
};

struct rule {
    struct section section;
    const char *id;
    const char *sector_id, *otherwise_id;
    struct condition given;
    int sector, otherwise;
    int indicator; /* index into the indicators of the measures */
    int stage;
    bool below; /* true: indicator < bound; false: indicator >= bound (`at_least`) */
    double bound;
    enum rule_scope scope;
};

/* --- allocation, targets ----------------------------------------------------------------------------------------- */

struct allocation {
    struct section section;
    enum policy policy;
    double transfer;  /* share of continuing children of lower sectors who ask for a better one */
    enum seating_order order;
    struct amounts given_weights;
    double *weights;  /* [n_sectors] for POLICY_PREFERENCE; 1 where not given */
    double max_share; /* of demand that may sit with neighbours */
};

/* How far a driver of the model may lie from its value: multiplied by exp(x), x an AR(1) process. */
struct driver {
    struct section section;
    double sd, persistence, shared;
    bool from_zero; /* the process starts at 0; otherwise it is stationary from the start */
};

struct uncertainty {
    struct section section;
    struct driver births, entry, progression, migration, housing, transfer, preference;
    struct distribution delay; /* of projects, in years */
};

struct unit_prices {
    struct section section;
    struct amounts pupil, post, seat; /* by stage, by kind of post, by stage */
};

struct money {
    struct section section;
    const char *currency; /* NULL when not given */
    double discount;
    struct names payers;
    struct unit_prices unit;
};

enum target_scope { TARGET_REGION, TARGET_DISTRICT, TARGET_DISTRICTS, TARGET_FACILITY, TARGET_FACILITIES, TARGET_SCOPES };

/* A bound: a number, a share, or the word `limit`. */
struct bound {
    bool given, limit;
    double number;
};

struct target {
    struct section section;
    const char *id;
    struct title title;
    const char *indicator_id, *sector_id, *scope_id;
    struct names stage_ids;
    struct bound given_at_least, given_at_most, given_equals;
    struct numbers given_between;
    int in, from, by; /* 0 when not given */
    int severity; /* 0 error, 1 warning */
    double probability; /* with which it must hold; NaN: in the mean */
    double tolerance;   /* beyond the bound, in the indicator's unit */
    int indicator;
    int n_stages;
    const int *stages; /* [n_stages] */
    int sector;        /* -1: all together */
    enum target_scope scope;
    int place;         /* TARGET_DISTRICT, TARGET_FACILITY: which */
    enum comparison comparison;
    double bound;      /* NaN when the bound is the word `limit`; the lower one of BETWEEN */
    double upper;      /* of BETWEEN */
    int first_year, last_year;
    bool one_year;     /* one of these years is enough; otherwise it must hold in each */
    bool warning;
};

struct variant {
    struct section section;
    const char *id;
    struct title title;
    const struct node *set; /* a map from path to value */
};

struct seatsim_scenario {
    struct arena arena;     /* owns everything below, the trees and the sources */
    struct section section; /* the whole merged document */
    const struct node *merged; /* the same before patches; the same node where there were none */
    const char *path;       /* of the file */
    const char *name;       /* the file's name without folder and ending */
    const char *variant;    /* "base", or the variants joined by '+' */
    char hash[17];          /* of the merged tree's canonical text, hexadecimal */
    struct title title;
    double version;
    const char *standard_id; /* NULL when no standard has one */
    int given_years[2], given_cutoff[2];
    bool fragment;           /* says of itself that others extend it */
    int n_variants;
    struct variant *variants;
    int base_year, horizon;
    int cutoff_month, cutoff_day; /* the last birthday of a cohort */
    double combined_school_size;  /* pupils; NaN when there is no limit */

    int n_stages, n_grades, n_sectors, n_districts, n_facilities, n_projects, n_rules, n_targets;
    struct stage *stages;   /* in order of entry age */
    struct sector *sectors; /* in rank order */
    struct district *districts;
    struct facility *facilities; /* those standing first, then those that projects open or split off */
    struct project *projects;    /* in order of the file */
    struct rule *rules;
    struct allocation *allocation; /* [n_stages] */
    struct target *targets;
    struct uncertainty uncertainty;
    struct money money;
    struct names allow; /* warnings that are silenced */
    struct measures measures; /* the indicators there are, of what the scenario names too */
};

/* The index of an id; -1 when there is none. */
int stage_of(const struct seatsim_scenario *scenario, const char *id);
int sector_of(const struct seatsim_scenario *scenario, const char *id);

/* What a facility is in a stage, by itself or after a merger; NULL where it does not serve it. */
const struct part *facility_part(const struct facility *facility, int stage);

/* How many pupils a facility may have in a year (model.md, section 7): a school of several stages has a limit of its own, which
 * one of them alone, `stage`, has not. NaN where there is no limit. */
double school_size_limit(const struct seatsim_scenario *scenario, const struct facility *facility, int stage, int year);

/* The amount of a name; `otherwise` where it is not given. */
double amount_named(const struct amounts *amounts, const char *name, double otherwise);

#endif
