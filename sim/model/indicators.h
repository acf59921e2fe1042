/* THE indicator table, and the quantities it is made of (model.md, section 7).
 *
 * A quantity is counted per facility and stage, or per district and stage, and is summed (or its maximum taken) upwards:
 * facility -> district -> region. An indicator is a quantity or a ratio of two. So ratios are never averaged.
 *
 * Some exist once for each tag, resource or payer that a scenario names: `quality_share.TAG`. What a scenario has of both
 * kinds are its measures. */
#ifndef MODEL_INDICATORS_H
#define MODEL_INDICATORS_H

#include "base/memory.h"

#define QUANTITY_LIST(X)                                                                         \
    X(DEMAND, SUM, DISTRICT)        /* pupils who want a place */                                \
    X(ENROLLED, SUM, FACILITY)      /* pupils seated */                                          \
    X(UNMET, SUM, DISTRICT)         /* pupils without a seat */                                  \
    X(ELSEWHERE, KNOWN, DISTRICT)   /* pupils seated in other districts; NaN where none may be */ \
    X(SEATS, SUM, FACILITY)         /* seats in use */                                           \
    X(ROOMS, SUM, FACILITY)         /* rooms in use */                                           \
    X(SHORTAGE, SUM, FACILITY)      /* pupils above a facility's seats; + unmet in the district */ \
    X(SURPLUS, SUM, FACILITY)       /* free seats */                                             \
    X(PUBLIC, SUM, FACILITY)        /* pupils in public facilities */                            \
    X(INCLUSIVE, SUM, FACILITY)     /* pupils in public and inclusive facilities */              \
    X(CLASSES, SUM, FACILITY)       /* classes formed */                                         \
    X(CLASS_PUPILS, SUM, FACILITY)  /* whole pupils in classes */                                \
    X(LARGEST_CLASS, MAX, FACILITY) /* pupils in the largest class */                            \
    X(OVER_LIMIT, SUM, FACILITY)    /* classes above their grade's limit */                      \
    X(OVERSIZE, SUM, FACILITY)      /* classes of `oversize` pupils and more */                  \
    X(SUPER_OVERSIZE, SUM, FACILITY) /* classes of `super_oversize` pupils and more */           \
    X(LARGEST_SCHOOL, MAX, FACILITY) /* pupils of the largest school that serves the stage */    \
    X(SCHOOLS_OVER, KNOWN, FACILITY) /* sites with more pupils than they may have; NaN without a limit */ \
    X(SITES, SUM, FACILITY)         /* sites in use */                                           \
    X(RESIDENTS, SUM, DISTRICT)     /* children of the stage's ages; NaN where not known */      \
    X(POSTS, KNOWN, DISTRICT)       /* posts required */                                         \
    X(STAFF, KNOWN, DISTRICT)       /* posts filled, of the kinds that are known */              \
    X(STAFF_GAP, KNOWN, DISTRICT)   /* posts required and not filled, kind by kind */            \
    X(STAFF_SURPLUS, KNOWN, DISTRICT) /* posts filled and not required */                        \
    X(TEACHERS, SUM, DISTRICT)      /* posts filled by teachers */                               \
    X(TAUGHT, SUM, DISTRICT)        /* pupils seated where the teachers are known */             \
    X(CAPITAL, SUM, FACILITY)       /* money for projects; NaN in a scenario without money */    \
    X(RECURRENT, SUM, DISTRICT)     /* money for pupils and posts */                             \
    X(PRESENT_VALUE, SUM, DISTRICT) /* all money so far, discounted to the base year */

enum quantity {
#define QUANTITY_ENUM(name, rule, level) QUANTITY_##name,
    QUANTITY_LIST(QUANTITY_ENUM)
#undef QUANTITY_ENUM
    QUANTITIES,
    QUANTITY_ONE = -1 /* as a denominator: the indicator is the numerator itself */
};

/* What a scenario names, one after another, and counts for each name; of no name: once for every scenario. */
enum of { OF_NOTHING, OF_TAG, OF_RESOURCE, OF_PAYER, OFS };

/* The quantities of each tag, resource and payer. Those of a resource stand side by side: SPREAD is gathered by the others. */
#define NAMED_QUANTITY_LIST(X)                                                                   \
    X(TAGGED, TAG, SUM, FACILITY)         /* sites in use that carry the tag */                  \
    X(SPREAD, RESOURCE, SPREAD, FACILITY) /* squares of the amount a pupil off its mean, summed over pupils */ \
    X(AMOUNT, RESOURCE, SUM, FACILITY)    /* of the resource, in schools with pupils that know theirs */ \
    X(USERS, RESOURCE, SUM, FACILITY)     /* whole pupils of these schools */                    \
    X(PAID, PAYER, SUM, FACILITY)         /* capital that the payer pays */                      \
    X(PAID_PRESENT, PAYER, SUM, FACILITY) /* all of it so far, discounted to the base year */

enum named_quantity {
#define NAMED_QUANTITY_ENUM(name, of, rule, level) NAMED_##name,
    NAMED_QUANTITY_LIST(NAMED_QUANTITY_ENUM)
#undef NAMED_QUANTITY_ENUM
    NAMED_QUANTITIES
};

enum gather {
    GATHER_SUM,
    GATHER_MAX,
    GATHER_KNOWN, /* the sum of what is known; NaN while nothing is */
    GATHER_SPREAD /* squares around the mean of a ratio, whose two quantities stand right behind */
};
enum level { LEVEL_FACILITY, LEVEL_DISTRICT };

struct quantity_row {
    const char *name;
    enum gather gather; /* how a district's and the region's value comes from the parts */
    enum level level;   /* the lowest level it is counted at */
};
extern const struct quantity_row quantities[QUANTITIES];

enum unit {
    UNIT_PUPILS, UNIT_SEATS, UNIT_ROOMS, UNIT_CLASSES, UNIT_SHARE, UNIT_PUPILS_PER_CLASS, UNIT_POSTS, UNIT_PUPILS_PER_TEACHER,
    UNIT_MONEY, UNIT_SCHOOLS, UNIT_VARIATION
};
extern const char *const unit_names[]; /* as indicators.csv prints them: "pupils", "seats", ... */

/* What the word `limit` means as a target's bound. */
enum limit { LIMIT_NONE, LIMIT_CLASS, LIMIT_PLANNED_CLASS, LIMIT_SCHOOL_SIZE };

struct indicator {
    const char *id;
    enum unit unit;
    int numerator, denominator; /* of enum quantity; of a named indicator enum named_quantity, until it is one of measures */
    bool variation;             /* the root of numerator (a SPREAD) / pupils, over the mean; no other ratio */
    bool of_many;               /* a single facility has none: its share of itself says nothing */
    bool by_sector;             /* also reported sector by sector (facility quantities only) */
    bool while_closed;          /* a facility has it where it is not open, too, unless it is 0 */
    enum of of;                 /* a named indicator: its ids are ID.NAME */
    enum limit limit;
    const char *title[2];       /* by enum seatsim_language */
    const char *meaning;        /* its definition in a line, for the manual */
};

extern const struct indicator indicators[]; /* of every scenario, ended by a NULL id */
extern const int n_indicators;
extern const struct indicator named_indicators[]; /* one for each name of their kind, ended by a NULL id */

/* The index of an indicator's id among those of every scenario; -1 when there is none. */
int indicator_of(const char *id);

/* Names of one kind, each once. */
struct name_list {
    int count;
    const char *const *names;
};

/* The indicators and quantities of a scenario: first those of every scenario, at the same indices, then those of its names. */
struct measures {
    int n_indicators, n_quantities;
    const struct indicator *indicators;     /* [n_indicators], numerator and denominator index quantities */
    const struct quantity_row *quantities;  /* [n_quantities] */
    struct name_list names[OFS];
};

/* Those of a scenario that names nothing. */
extern const struct measures plain_measures;

/* The measures of a scenario that names these things; everything in them, texts too, is the arena's. False, and
 * the plain ones, without memory. */
bool measures_make(const struct name_list names[OFS], struct arena *arena, struct measures *measures);

/* The index of an indicator's id; -1 when there is none. */
int measure_of(const struct measures *measures, const char *id);

/* The index of a quantity of the name-th name of its kind; and which it is by its index: false for one of every scenario. */
int named_quantity(const struct measures *measures, enum named_quantity quantity, int name);
bool find_named(const struct measures *measures, int index, enum named_quantity *quantity, int *name);

/* The lowest level an indicator exists at: facility when its quantities do, district otherwise. */
enum level indicator_level(const struct measures *measures, const struct indicator *indicator);

#endif
