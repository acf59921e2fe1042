/* What the files that explain numbers share. A node is made by explain_child under its parent, with the value that the engine
 * computed; its children follow where explain_opens says so. */
#ifndef STUDY_EXPLAINER_H
#define STUDY_EXPLAINER_H

#include "engine/births.h"
#include "engine/trace.h"
#include "results/explanation.h"
#include "scenario/tree.h"

/* A tree of more numbers is cut. */
enum { NODES_MOST = 50000 };

struct explainer {
    struct plan *plan;
    const struct seatsim_scenario *scenario;
    struct trace trace;
    struct seatsim_explanation *made;
    int *place, *cluster;        /* [n_districts] of the scenario: in the plan; its cluster */
    struct birth_years births;   /* of the district `births_of` */
    int births_of;               /* -1: of none */
    const struct source *source; /* whose name was copied last, to `file` */
    const char *file;
    struct explained spare; /* stands for nodes that there is no memory for */
    int depth;              /* levels below the root */
    bool failed, cut;       /* no memory; too many nodes */
};

/* --- nodes ------------------------------------------------------------------------------------------------------- */

/* A child of a node, in its unit; never NULL. */
struct explained *explain_child(struct explainer *explainer, struct explained *parent, enum term term, struct subject at,
                                double value, enum formula formula);

/* The same with a unit of its own (enum unit or FIGURE_PLAIN). */
struct explained *explain_child_in(struct explainer *explainer, struct explained *parent, enum term term, struct subject at,
                                   double value, enum formula formula, int unit);

/* Whether the children of a node are wanted; where they are not it is marked so. */
bool explain_opens(struct explainer *explainer, struct explained *node);

/* Gives a node its place and origin, and a name. A `given` of NULL is a default of the language. */
void explain_place(struct explainer *explainer, struct explained *node, const struct node *given);
void explain_name(struct explainer *explainer, struct explained *node, const char *name);

/* --- where it happened ------------------------------------------------------------------------------------------- */

/* The year of the district's cluster, its state, and rows in it: of the district, a part, its pupils in a grade. */
const struct traced_year *explain_year(const struct explainer *explainer, struct subject at);
const struct plan_district *explain_district(const struct explainer *explainer, struct subject at);
int explain_local_district(const struct explainer *explainer, struct subject at); /* in its cluster */
int explain_district_row(const struct explainer *explainer, struct subject at);   /* in [districts][grades] of the grade */
int explain_part(const struct explainer *explainer, struct subject at);           /* counted from the cluster's first */
int explain_pupil_row(const struct explainer *explainer, struct subject at);
int explain_autumn(const struct explainer *explainer, struct subject at);

/* The grade of a stage, and the subject of a grade of it. */
int explain_grade_of_stage(const struct explainer *explainer, struct subject at);
struct subject explain_at_grade(const struct explainer *explainer, struct subject at, int grade);

/* --- what is given ----------------------------------------------------------------------------------------------- */

/* A number that stands in the scenario: at a node, or under a key of a section. */
struct explained *explain_given(struct explainer *explainer, struct explained *parent, enum term term, struct subject at,
                                double value, int unit, const struct node *given);

/* The value of a series in the year of `at`: given, held, or between two given ones. */
void explain_series(struct explainer *explainer, struct explained *parent, enum term term, struct subject at, int unit,
                    const struct series *series, const struct node *given);

/* A key of a section; what it says of a stage; of a grade, where it says that of `count` grades. NULL when not given. */
const struct node *explain_key(const struct section *section, const char *key);
const struct node *explain_key_of_stage(const struct explainer *explainer, const struct section *section, const char *key,
                                        int stage);
const struct node *explain_grade(const struct explainer *explainer, const struct node *given, int count, struct subject at);

/* --- what it is made of ------------------------------------------------------------------------------------------ */

/* A quantity of a facility's part, a district or the region (1 + district -1), as `at` says. */
void explain_quantity(struct explainer *explainer, struct explained *parent, enum quantity quantity, struct subject at);

/* The quantities of a facility's part, a district or the region, [n_quantities], as the engine counted them. */
const real *explain_counts(const struct explainer *explainer, struct subject at);

/* That of a part. */
void explain_part_quantity(struct explainer *explainer, struct explained *parent, enum quantity quantity, struct subject at);

/* Children of a district in a grade; those without a seat; residents; ratios. */
void explain_demand(struct explainer *explainer, struct explained *parent, struct subject at);
void explain_waiting(struct explainer *explainer, struct explained *parent, struct subject at);
void explain_residents(struct explainer *explainer, struct explained *node, struct subject at);
void explain_ratio_up(struct explainer *explainer, struct explained *parent, struct subject at);
void explain_ratio_stay(struct explainer *explainer, struct explained *parent, struct subject at);
void explain_through(struct explainer *explainer, struct explained *parent, struct subject at);

/* Children of a node of staff or money in a district; where a price by name stands; NULL when it is not given. */
void explain_costs(struct explainer *explainer, struct explained *node, enum quantity quantity, struct subject at);
const struct node *explain_price(const struct explainer *explainer, const char *key, const char *name);

/* Children of a node of money: the projects of a district or facility that cost something in the year, all or those of a payer
 * (NULL: all); the years up to that of `at`, each discounted: all money, or that of a payer. */
void explain_capital(struct explainer *explainer, struct explained *node, const char *payer, struct subject at);
void explain_money_so_far(struct explainer *explainer, struct explained *node, struct subject at);
void explain_paid_so_far(struct explainer *explainer, struct explained *node, int payer, struct subject at);

/* A quantity of a tag or a payer in a district or the region: the name-th of its kind. */
void explain_named(struct explainer *explainer, struct explained *parent, enum named_quantity quantity, int name,
                   struct subject at);

/* Children of the variation of a resource between schools: what each has a pupil, and its pupils. What a part has of it. */
void explain_balance(struct explainer *explainer, struct explained *node, int resource, struct subject at);
void explain_amount(struct explainer *explainer, struct explained *parent, int resource, struct subject at);

/* Children of a node who sit away from home: in a part and grade; of a district in its stage. How many of a grade they were
 * after a step. */
void explain_guests(struct explainer *explainer, struct explained *node, struct subject at);
void explain_away(struct explainer *explainer, struct explained *node, struct subject at);
double explain_away_after(const struct explainer *explainer, enum step step, struct subject at);

#endif
