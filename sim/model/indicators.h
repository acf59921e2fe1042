/* THE indicator table, and the quantities it is made of (model.md, section 7).
 *
 * A quantity is counted per facility and stage, or per district and stage, and is summed (or its maximum taken) upwards:
 * facility -> district -> region. An indicator is a quantity or a ratio of two. So ratios are never averaged. */
#ifndef MODEL_INDICATORS_H
#define MODEL_INDICATORS_H

#include <seatsim/diagnostic.h>

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
    X(LARGEST_SCHOOL, MAX, FACILITY) /* pupils of the largest school that serves the stage */    \
    X(RESIDENTS, SUM, DISTRICT)     /* children of the stage's ages; NaN where not known */      \
    X(POSTS, KNOWN, DISTRICT)       /* posts required */                                         \
    X(STAFF, KNOWN, DISTRICT)       /* posts filled, of the kinds that are known */              \
    X(STAFF_GAP, KNOWN, DISTRICT)   /* posts required and not filled, kind by kind */            \
    X(STAFF_SURPLUS, KNOWN, DISTRICT) /* posts filled and not required */                        \
    X(TEACHERS, SUM, DISTRICT)      /* posts filled by teachers */                               \
    X(TAUGHT, SUM, DISTRICT)        /* pupils seated where the teachers are known */             \
    X(CAPITAL, SUM, DISTRICT)       /* money for projects; NaN in a scenario without money */    \
    X(RECURRENT, SUM, DISTRICT)     /* money for pupils and posts */                             \
    X(PRESENT_VALUE, SUM, DISTRICT) /* all money so far, discounted to the base year */

enum quantity {
#define QUANTITY_ENUM(name, rule, level) QUANTITY_##name,
    QUANTITY_LIST(QUANTITY_ENUM)
#undef QUANTITY_ENUM
    QUANTITIES,
    QUANTITY_ONE = -1 /* as a denominator: the indicator is the numerator itself */
};

enum gather { GATHER_SUM, GATHER_MAX, GATHER_KNOWN /* the sum of what is known; NaN while nothing is */ };
enum level { LEVEL_FACILITY, LEVEL_DISTRICT };

struct quantity_row {
    const char *name;
    enum gather gather; /* how a district's and the region's value comes from the parts */
    enum level level;   /* the lowest level it is counted at */
};
extern const struct quantity_row quantities[QUANTITIES];

enum unit {
    UNIT_PUPILS, UNIT_SEATS, UNIT_ROOMS, UNIT_CLASSES, UNIT_SHARE, UNIT_PUPILS_PER_CLASS, UNIT_POSTS, UNIT_PUPILS_PER_TEACHER,
    UNIT_MONEY
};
extern const char *const unit_names[]; /* as indicators.csv prints them: "pupils", "seats", ... */

/* What the word `limit` means as a target's bound. */
enum limit { LIMIT_NONE, LIMIT_CLASS, LIMIT_PLANNED_CLASS, LIMIT_SCHOOL_SIZE };

struct indicator {
    const char *id;
    enum unit unit;
    enum quantity numerator, denominator;
    bool of_many;   /* a single facility has none: its share of itself says nothing */
    bool by_sector; /* also reported sector by sector (facility quantities only) */
    enum limit limit;
    const char *title[2]; /* by enum seatsim_language */
    const char *meaning;  /* its definition in a line, for the manual */
};

enum { INDICATORS_MOST = 64 };
extern const struct indicator indicators[]; /* ended by a NULL id */
extern const int n_indicators;

/* The index of an indicator's id; -1 when there is none. */
int indicator_of(const char *id);

/* The lowest level an indicator exists at: facility when its quantities do, district otherwise. */
enum level indicator_level(const struct indicator *indicator);

#endif
