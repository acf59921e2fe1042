/* Where a number comes from: a tree whose root is the number; a node's children are what it is computed from. */
#ifndef RESULTS_EXPLANATION_H
#define RESULTS_EXPLANATION_H

#include "base/diagnostic.h"
#include "results/results.h"
#include "results/term.h"

#include <seatsim/study.h>

/* How a node's value follows from its children a, b, c, ... in their order. */
#define FORMULA_LIST(X)                                                                                            \
    X(GIVEN, "given")                 /* the number stands at the node's place, or is a default of the language */   \
    X(RULE, "rule")                   /* follows from what stands at the place by a rule that the term names */      \
    X(RECORDED, "recorded")           /* what a step of the engine did, as it was recorded */                        \
    X(CONSTANT, "constant")           /* a number of the model itself */                                             \
    X(SUM, "sum")                     /* a + b + ... ; 0 of nothing */                                               \
    X(SUM_FROM_0, "sum_from_0")       /* max(0, a + b + ...) */                                                      \
    X(DIFFERENCE, "difference")       /* a - b - ... */                                                              \
    X(EXCESS, "excess")               /* max(0, a - b) */                                                            \
    X(PRODUCT, "product")             /* a * b * ... */                                                              \
    X(RATIO, "ratio")                 /* a / b */                                                                    \
    X(MAXIMUM, "maximum")                                                                                            \
    X(MINIMUM, "minimum")                                                                                            \
    X(MEAN, "mean")                                                                                                  \
    X(TREND, "trend")                 /* the least-squares line through the children, by year; not below 0 */        \
    X(BETWEEN, "between")             /* on the line from a to b, by year */                                         \
    X(GROWN, "grown")                 /* a (1 + b)^(years since a) */                                                \
    X(LEFT, "left")                   /* a (1 - b)^(years since a) */                                                \
    X(DISCOUNT, "discount")           /* (1 + a)^(base year - year) */                                               \
    X(CEILING, "ceiling")             /* a + b + ... , up to a whole number */                                       \
    X(ALLOCATED, "allocated")         /* by the rounds of the allocation; neither more than a nor than b */          \
    X(CLASSES, "classes")             /* of classes formed from pupils and limits by grade, rooms and sites: */      \
    X(CLASS_PUPILS, "class_pupils")   /* ... the pupils in them, whole */                                            \
    X(LARGEST_CLASS, "largest_class")                                                                                \
    X(OVER_LIMIT, "classes_over_limit")                                                                              \
    X(OVERSIZE, "oversize_classes")                                                                                  \
    X(FIRST_SITE, "first_site")       /* whole pupils of the first of the sites (the last child) */                  \
    X(SITES_ABOVE, "sites_above")     /* of the sites (the last child but one) those with more than the last */      \
    X(VARIATION, "variation")         /* of a, c, ... that b, d, ... pupils have, weighted by these */

enum formula {
#define FORMULA_ENUM(name, text) FORMULA_##name,
    FORMULA_LIST(FORMULA_ENUM)
#undef FORMULA_ENUM
    FORMULAS
};
extern const char *const formula_names[FORMULAS]; /* as JSON has them */

/* What a node is about; -1 for what does not apply. Indices are those of the results. */
struct subject {
    int district, facility, stage, sector;
    int grade; /* through all stages */
    int year;
};

enum { FIGURE_PLAIN = -1 }; /* no unit: a ratio, a rate, a number of the model */

struct explained {
    enum term term;
    const struct indicator *indicator; /* TERM_INDICATOR: of the names' measures */
    int row;                     /* TERM_QUANTITY: in the table of quantities */
    struct subject subject;
    const char *name;            /* of a project, an estate, a kind of post; NULL */
    const char *because;         /* what a rule read that decided a sector: "public_share 48.4% < 50%, 2021"; NULL */
    double value;
    int unit;                    /* enum unit, or FIGURE_PLAIN */
    enum formula formula;
    const char *file;            /* where it is given; NULL: nowhere */
    int line;                    /* 0: the file as a whole */
    const char *origin;          /* "scenario", "standard", ... ; NULL without a place */
    int n_children, room;
    struct explained **children; /* [n_children] */
    int depth;                   /* levels of children that are still asked for */
    bool more;                   /* it has children that were not asked for */
};

/* What a node is, in a language. */
const char *explained_text(const struct explained *node, enum seatsim_language language);

struct seatsim_explanation {
    struct arena arena;
    struct seatsim_results *names; /* of districts, stages, ... ; owned */
    const char *path;              /* of the scenario */
    struct explained *root;
    int n_nodes;
};

#endif
