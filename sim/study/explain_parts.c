/* Where the quantities of a facility come from: pupils by grade and step of the allocation, seats, rooms, classes. */
#include "study/explainer.h"

#include <math.h>

/* The district's own pupils of a part in a grade: of the year before and what the steps of the allocation did. */
static void explain_own(struct explainer *explainer, struct explained *parent, enum term term, struct subject at);

/* --- pupils: where they come from -------------------------------------------------------------------------------- */

/* Whether a step moved anybody; what rounding moved is nobody. */
static bool is_some(double pupils)
{
    return fabs(pupils) > ROUNDING / 10;
}

/* A row of a grade in an array [years][grades] of the plan. */
static double in_year(const struct explainer *explainer, const real *array, struct subject at)
{
    return array[(ptrdiff_t)explain_autumn(explainer, at) * explainer->plan->n_grades + at.grade];
}

/* Pupils of the year before as the projects of this autumn leave them. */
static void explain_before(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct trace *trace = &explainer->trace;
    int part = state->cluster->first_part + explain_part(explainer, at), grade = explain_grade_of_stage(explainer, at);
    struct subject before = at;
    struct explained *node = NULL;
    before.year--;
    for (int i = 0; i < trace->n_moved; i++) {
        const struct moved *moved = &trace->moved[i];
        if (moved->part != part || moved->stock != STOCK_PUPILS || moved->row != grade || moved->change->autumn != state->autumn)
            continue;
        if (!node) {
            double value = state->pupils_before[explain_pupil_row(explainer, at)];
            node = explain_child_in(explainer, parent, TERM_PUPILS_BEFORE, at, value, FORMULA_SUM, UNIT_PUPILS);
            if (!explain_opens(explainer, node))
                return;
            explain_own(explainer, node, TERM_PUPILS, before);
        }
        const struct node *project = explainer->scenario->projects[moved->change->project].section.node;
        struct explained *child = explain_child(explainer, node, TERM_MOVED_PUPILS, at, moved->amount, FORMULA_RULE);
        explain_place(explainer, child, project);
        explain_name(explainer, child, thing_name(project));
    }
    if (!node)
        explain_own(explainer, parent, TERM_PUPILS, before);
}

/* Children of the facility who move up or stay, before the district's demand is held against them. */
static void explain_continuing(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct plan_district *district = explain_district(explainer, at);
    const real *before = state->pupils_before + explain_pupil_row(explainer, at);
    struct subject below = explain_at_grade(explainer, at, at.grade - 1);
    double ratio = in_year(explainer, district->ratio, at), stay = in_year(explainer, district->stay, at);
    if (explain_grade_of_stage(explainer, at) > 0 && before[-1] > 0) {
        struct explained *up = explain_child(explainer, node, TERM_MOVED_UP, at, before[-1] * ratio, FORMULA_PRODUCT);
        if (explain_opens(explainer, up)) {
            explain_before(explainer, up, below);
            explain_ratio_up(explainer, up, at);
        }
    }
    if (before[0] * stay > 0) {
        struct explained *repeat = explain_child(explainer, node, TERM_REPEAT, at, before[0] * stay, FORMULA_PRODUCT);
        if (explain_opens(explainer, repeat)) {
            explain_before(explainer, repeat, at);
            explain_ratio_stay(explainer, repeat, at);
        }
    }
}

/* All of a grade in the district after a step, and those of it who sit elsewhere. */
static double seated_after(const struct explainer *explainer, enum step step, struct subject at)
{
    const struct traced_year *year = explain_year(explainer, at);
    const int *first = explain_district(explainer, at)->first_part;
    double sum = 0;
    for (int part = first[at.stage]; part < first[at.stage + 1]; part++) {
        int row = year->state.pupil_rows[part - year->state.cluster->first_part] + explain_grade_of_stage(explainer, at);
        sum += year->pupils[step][row];
    }
    return sum + explain_away_after(explainer, step, at);
}

/* What all facilities gave up, where demand fell below those who would go on: here times (demand / all of them - 1). */
static void explain_shrinking(struct explainer *explainer, struct explained *node, enum step before, struct subject at)
{
    const struct traced_year *year = explain_year(explainer, at);
    double here = year->pupils[before][explain_pupil_row(explainer, at)], all = seated_after(explainer, before, at);
    double demand = year->state.demand[explain_district_row(explainer, at)];
    explain_child(explainer, node, TERM_CONTINUING, at, here, FORMULA_RECORDED);
    struct explained *change =
        explain_child_in(explainer, node, TERM_SHRINKING, at, demand / all - 1, FORMULA_DIFFERENCE, FIGURE_PLAIN);
    if (!explain_opens(explainer, change))
        return;
    struct explained *ratio =
        explain_child_in(explainer, change, TERM_DEMAND_TO_CONTINUING, at, demand / all, FORMULA_RATIO, FIGURE_PLAIN);
    explain_child_in(explainer, change, TERM_WHOLE_GRADE, at, 1, FORMULA_CONSTANT, FIGURE_PLAIN);
    if (!explain_opens(explainer, ratio))
        return;
    explain_demand(explainer, ratio, at);
    explain_child_in(explainer, ratio, TERM_ALL_CONTINUING, at, all, FORMULA_RECORDED, UNIT_PUPILS);
}

/* The leavers of the stage below in the same facility, up to its free seats. */
static void explain_claims(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct traced_year *year = explain_year(explainer, at);
    const struct plan_district *district = explain_district(explainer, at);
    int part = explain_part(explainer, at);
    int feeder = explainer->plan->parts[year->state.cluster->first_part + part].feeder - year->state.cluster->first_part;
    double through = district->through[(ptrdiff_t)explain_autumn(explainer, at) * explainer->plan->n_stages + at.stage];
    double leavers = year->state.pupils_before[year->state.pupil_rows[feeder + 1] - 1];
    struct explained *claim = explain_child(explainer, node, TERM_CLAIM, at, leavers * through, FORMULA_PRODUCT);
    if (explain_opens(explainer, claim)) {
        explain_before(explainer, claim, explain_at_grade(explainer, at, at.grade - 1));
        explain_through(explainer, claim, at);
    }
    explain_child_in(explainer, node, TERM_FREE_SEATS, at, year->free[STEP_SHRUNK][part], FORMULA_RECORDED, UNIT_SEATS);
}

/* Newcomers who found a seat here: by the policy's rounds, of the district's and of the free seats. */
static void explain_newcomers(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct traced_year *year = explain_year(explainer, at);
    int row = explain_district_row(explainer, at);
    double waiting = year->waiting[STEP_TRANSFERRED][row], demand = year->state.demand[row];
    struct subject all = at;
    all.facility = all.sector = -1;
    struct explained *newcomers = explain_child(explainer, node, TERM_NEWCOMERS_WAITING, all, waiting, FORMULA_EXCESS);
    if (explain_opens(explainer, newcomers)) {
        explain_demand(explainer, newcomers, all);
        explain_child(explainer, newcomers, TERM_ALL_CONTINUING, all, demand - waiting, FORMULA_RECORDED)->value =
            seated_after(explainer, STEP_TRANSFERRED, at);
    }
    explain_child_in(explainer, node, TERM_FREE_SEATS, at, year->free[STEP_TRANSFERRED][explain_part(explainer, at)],
                     FORMULA_RECORDED, UNIT_SEATS);
}

static bool offers(const struct explainer *explainer, int part, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    return explain_grade_of_stage(explainer, at) < state->offered_grades[part - state->cluster->first_part];
}

/* All who offer the grade of `at`, and their seats. */
static int count_offers(const struct explainer *explainer, struct subject at, double *seats)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const int *first = explain_district(explainer, at)->first_part;
    int count = 0;
    *seats = 0;
    for (int part = first[at.stage]; part < first[at.stage + 1]; part++)
        if (offers(explainer, part, at)) {
            *seats += state->seats[part - state->cluster->first_part];
            count++;
        }
    return count;
}

/* Its seats and those of all who offer the grade. */
static void explain_seats_of_grade(struct explainer *explainer, struct explained *share, double seats, struct subject at)
{
    const int *first = explain_district(explainer, at)->first_part;
    struct subject of_part = at;
    of_part.grade = -1;
    explain_part_quantity(explainer, share, QUANTITY_SEATS, of_part);
    struct explained *all = explain_child_in(explainer, share, TERM_SEATS_OF_GRADE, at, seats, FORMULA_SUM, UNIT_SEATS);
    if (!explain_opens(explainer, all))
        return;
    for (int part = first[at.stage]; part < first[at.stage + 1]; part++) {
        of_part.facility = explainer->plan->parts[part].facility;
        if (offers(explainer, part, at))
            explain_part_quantity(explainer, all, QUANTITY_SEATS, of_part);
    }
}

/* Those for whom no seat was free: by the seats of all who offer the grade, or alike where these have none. */
static void explain_above(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct traced_year *year = explain_year(explainer, at);
    double seats, mine = year->state.seats[explain_part(explainer, at)];
    int all = count_offers(explainer, at, &seats);
    explain_child(explainer, node, TERM_STILL_WAITING, at, year->waiting[STEP_OVERFLOWED][explain_district_row(explainer, at)],
                  FORMULA_RECORDED);
    struct explained *share = explain_child_in(explainer, node, TERM_SHARE_OF_SEATS, at, seats > 0 ? mine / seats : 1.0 / all,
                                               FORMULA_RATIO, FIGURE_PLAIN);
    if (!explain_opens(explainer, share))
        return;
    if (seats > 0) {
        explain_seats_of_grade(explainer, share, seats, at);
        return;
    }
    explain_child_in(explainer, share, TERM_ITS_SHARE, at, 1, FORMULA_CONSTANT, FIGURE_PLAIN);
    explain_child_in(explainer, share, TERM_FACILITIES_OF_GRADE, at, all, FORMULA_RECORDED, FIGURE_PLAIN);
}

/* --- pupils ------------------------------------------------------------------------------------------------------ */

/* What a step after the first changed, and how that is explained. */
struct flow {
    enum step step;
    enum term term;
    enum formula formula;
    const char *key; /* of the allocation, that decides; NULL: none */
};
static const struct flow flows[] = {
    { STEP_SHRUNK, TERM_SHRUNK, FORMULA_PRODUCT, NULL },
    { STEP_CLAIMED, TERM_CLAIMED, FORMULA_MINIMUM, NULL },
    { STEP_SHRUNK_AGAIN, TERM_SHRUNK, FORMULA_PRODUCT, NULL },
    { STEP_TRANSFERRED, TERM_TRANSFERRED_IN, FORMULA_RECORDED, "transfer" },
    { STEP_SEATED, TERM_NEWCOMERS, FORMULA_ALLOCATED, "policy" },
    { STEP_SEATED_ABOVE, TERM_ABOVE_CAPACITY, FORMULA_PRODUCT, NULL },
};
_Static_assert(sizeof flows / sizeof *flows == STEPS - 2, "every step after the first is a flow, but that to neighbours");

/* A flow of so many pupils; none where it is nobody. */
static struct explained *explain_some(struct explainer *explainer, struct explained *parent, const struct flow *flow,
                                      double pupils, struct subject at)
{
    if (!is_some(pupils))
        return NULL;
    struct explained *node = explain_child(explainer, parent, flow->term, at, pupils, flow->formula);
    if (flow->key)
        explain_place(explainer, node, explain_key(&explainer->scenario->allocation[at.stage].section, flow->key));
    return node;
}

static void explain_flow(struct explainer *explainer, struct explained *parent, const struct flow *flow, struct subject at)
{
    static const struct flow out = { STEP_TRANSFERRED, TERM_TRANSFERRED_OUT, FORMULA_RECORDED, "transfer" };
    const struct traced_year *year = explain_year(explainer, at);
    int row = explain_pupil_row(explainer, at);
    double left = flow->step == STEP_TRANSFERRED && year->left ? year->left[row] : 0;
    double change = year->pupils[flow->step][row] - year->pupils[flow->step - 1][row]; /* neighbours take nobody of these */
    struct explained *node = explain_some(explainer, parent, flow, change + left, at);
    explain_some(explainer, parent, &out, -left, at);
    if (!node || !explain_opens(explainer, node))
        return;
    if (flow->term == TERM_SHRUNK)
        explain_shrinking(explainer, node, flow->step - 1, at);
    else if (flow->step == STEP_CLAIMED)
        explain_claims(explainer, node, at);
    else if (flow->step == STEP_SEATED)
        explain_newcomers(explainer, node, at);
    else if (flow->step == STEP_SEATED_ABOVE)
        explain_above(explainer, node, at);
}

/* Pupils of the base year: given by grade, or a part of the facility's total. */
static void explain_census(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct pupils *pupils = &explainer->plan->parts[state->cluster->first_part + explain_part(explainer, at)].given->pupils;
    const struct node *given = pupils->section.node, *total = explain_key(&pupils->section, "total");
    struct subject all = at;
    all.grade = -1;
    if (pupils->spread == SPREAD_GRADES || !(pupils->total > 0)) {
        const struct node *list = explain_key(&pupils->section, "grades");
        node->formula = FORMULA_GIVEN;
        explain_place(explainer, node, list ? explain_grade(explainer, list, pupils->grades.count, at) : given);
        return;
    }
    node->formula = FORMULA_PRODUCT;
    if (!explain_opens(explainer, node))
        return;
    explain_given(explainer, node, TERM_CENSUS_TOTAL, all, pupils->total, UNIT_PUPILS, total ? total : given);
    explain_child_in(explainer, node, TERM_CENSUS_SHARE, at, node->value / pupils->total, FORMULA_RULE, FIGURE_PLAIN);
}

/* The district's own children in a part and grade. */
static void explain_own(struct explainer *explainer, struct explained *parent, enum term term, struct subject at)
{
    const struct traced_year *year = explain_year(explainer, at);
    int row = explain_pupil_row(explainer, at), part = explain_part(explainer, at);
    struct explained *node = explain_child_in(explainer, parent, term, at, year->state.pupils[row], FORMULA_SUM, UNIT_PUPILS);
    if (explain_autumn(explainer, at) == 0) {
        explain_census(explainer, node, at);
        return;
    }
    if (!explain_opens(explainer, node))
        return;
    if (explain_grade_of_stage(explainer, at) < year->state.offered_grades[part])
        explain_continuing(explainer, node, at);
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
        explain_flow(explainer, node, &flows[i], at);
}

/* All who sit there: the district's own and guests. */
static void explain_pupils(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    double own = state->pupils[explain_pupil_row(explainer, at)];
    double seated = block_seated(state, explain_part(explainer, at))[explain_grade_of_stage(explainer, at)];
    if (!(seated > own)) {
        explain_own(explainer, parent, TERM_PUPILS, at);
        return;
    }
    struct explained *node = explain_child_in(explainer, parent, TERM_PUPILS, at, seated, FORMULA_SUM, UNIT_PUPILS);
    if (!explain_opens(explainer, node))
        return;
    explain_own(explainer, node, TERM_OWN, at);
    explain_guests(explainer, node, at);
}

/* --- seats and rooms --------------------------------------------------------------------------------------------- */

/* What is explained of a part's stocks. */
struct stock_row {
    enum stock stock;
    int row; /* STOCK_RESOURCES: which */
};

/* Seats or rooms as they are given: themselves, or by the rooms or classes that they are made of. */
static void explain_capacity(struct explainer *explainer, struct explained *parent, enum stock stock, double amount,
                             const struct part *part, struct subject at)
{
    const struct node *own = explain_key(&part->section, stock == STOCK_SEATS ? "seats" : "rooms");
    const struct node *classes = explain_key(&part->section, "classes"), *rooms = explain_key(&part->section, "rooms");
    const struct stage *stage = &explainer->scenario->stages[at.stage];
    if (stock == STOCK_ROOMS && !own)
        own = classes;
    if (own || stock == STOCK_ROOMS) {
        struct explained *given = explain_given(explainer, parent, TERM_AT_OPENING, at, amount, parent->unit,
                                                own ? own : explain_key(&part->section, "seats"));
        given->formula = own ? FORMULA_GIVEN : FORMULA_RULE;
        return;
    }
    struct explained *node = explain_child(explainer, parent, TERM_AT_OPENING, at, amount, FORMULA_PRODUCT);
    if (!explain_opens(explainer, node))
        return;
    explain_given(explainer, node, rooms ? TERM_ROOMS : TERM_CLASSES_GIVEN, at, part->rooms, UNIT_ROOMS, rooms ? rooms : classes);
    const struct node *planned = explain_key(&stage->section, "planned_class");
    struct explained *size = explain_given(explainer, node, TERM_PLANNED_CLASS, at, stage->planned_class, UNIT_SEATS,
                                           planned ? planned : explain_key(&stage->section, "class_limit"));
    size->formula = planned ? FORMULA_GIVEN : FORMULA_RULE;
}

/* A resource as its stage gives it, or as its part of what the whole school has. */
static void explain_resource(struct explainer *explainer, struct explained *parent, int resource, double amount,
                             const struct part *part, struct subject at)
{
    const struct facility *facility = &explainer->scenario->facilities[at.facility];
    const struct section of_stage = { explain_key(&part->section, "resources") },
                         of_school = { explain_key(&facility->section, "resources") };
    const char *id = explainer->scenario->measures.names[OF_RESOURCE].names[resource];
    const struct node *own = explain_key(&of_stage, id);
    struct explained *given =
        explain_given(explainer, parent, TERM_AT_OPENING, at, amount, parent->unit, own ? own : explain_key(&of_school, id));
    given->formula = own ? FORMULA_GIVEN : FORMULA_RULE;
}

/* What a part has of a stock when its facility opens. */
static void explain_opening(struct explainer *explainer, struct explained *parent, struct stock_row what, double amount,
                            const struct part *part, struct subject at)
{
    if (what.stock == STOCK_SITES)
        explain_given(explainer, parent, TERM_AT_OPENING, at, amount, parent->unit,
                      explain_key(&explainer->scenario->facilities[at.facility].section, "sites"));
    else if (what.stock == STOCK_RESOURCES)
        explain_resource(explainer, parent, what.row, amount, part, at);
    else
        explain_capacity(explainer, parent, what.stock, amount, part, at);
}

/* What a project added or took away in its autumn. */
static void explain_moved(struct explainer *explainer, struct explained *node, const struct moved *moved, struct subject at)
{
    const struct project *project = &explainer->scenario->projects[moved->change->project];
    const struct part *part = explainer->plan->parts[moved->part].given;
    at.year = explainer->scenario->base_year + moved->change->autumn;
    if (moved->change->kind == CHANGE_OPEN) {
        explain_opening(explainer, node, (struct stock_row){ moved->stock, moved->row }, moved->amount, part, at);
        struct explained *opening = node->n_children > 0 ? node->children[node->n_children - 1] : NULL;
        if (opening && opening->term == TERM_AT_OPENING)
            opening->term = TERM_BY_PROJECT;
        return;
    }
    struct explained *child = explain_child(explainer, node, TERM_BY_PROJECT, at, moved->amount, FORMULA_RULE);
    explain_place(explainer, child, project->section.node);
    explain_name(explainer, child, thing_name(project->section.node));
}

static double stock_at_start(const struct explainer *explainer, struct stock_row what, const struct plan_part *part)
{
    switch (what.stock) {
    case STOCK_SEATS:
        return part->given->seats;
    case STOCK_ROOMS:
        return part->given->rooms;
    case STOCK_SITES:
        return explainer->plan->facilities[part->facility].sites;
    default:
        return part->given->resources[what.row];
    }
}

/* What a part had from the start, and what projects made of it. */
static void explain_stock(struct explainer *explainer, struct explained *node, struct stock_row what, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    int part = state->cluster->first_part + explain_part(explainer, at);
    const struct plan_part *planned = &explainer->plan->parts[part];
    struct subject first = at;
    first.year = explainer->scenario->base_year;
    if (explainer->plan->facilities[at.facility].stands && !planned->merged_in)
        explain_opening(explainer, node, what, stock_at_start(explainer, what, planned), planned->given, first);
    for (int i = 0; i < explainer->trace.n_moved; i++) {
        const struct moved *moved = &explainer->trace.moved[i];
        if (moved->part == part && moved->stock == what.stock && moved->row == what.row && moved->change->autumn <= state->autumn)
            explain_moved(explainer, node, moved, at);
    }
}

/* --- classes and schools ----------------------------------------------------------------------------------------- */

/* Whether a project that did not open the facility has changed its sites. */
static bool sites_changed(const struct explainer *explainer, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    int part = state->cluster->first_part + explain_part(explainer, at);
    for (int i = 0; i < explainer->trace.n_moved; i++) {
        const struct moved *moved = &explainer->trace.moved[i];
        if (moved->part == part && moved->stock == STOCK_SITES && moved->change->kind != CHANGE_OPEN &&
            moved->change->autumn <= state->autumn)
            return true;
    }
    return false;
}

static void explain_sites(struct explainer *explainer, struct explained *parent, struct subject at)
{
    int sites = explain_year(explainer, at)->state.sites[explain_part(explainer, at)];
    bool changed = sites_changed(explainer, at);
    struct explained *node =
        explain_child_in(explainer, parent, TERM_SITES, at, sites, changed ? FORMULA_SUM : FORMULA_GIVEN, FIGURE_PLAIN);
    if (!changed)
        explain_place(explainer, node, explain_key(&explainer->scenario->facilities[at.facility].section, "sites"));
    else if (explain_opens(explainer, node))
        explain_stock(explainer, node, (struct stock_row){ STOCK_SITES, 0 }, at);
}

/* What classes are formed from: sites, rooms, and by grade pupils and the limit. */
static void explain_classes(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct stage *stage = &explainer->scenario->stages[at.stage];
    const struct node *limit = explain_key(&stage->section, "class_limit");
    explain_sites(explainer, node, at);
    explain_part_quantity(explainer, node, QUANTITY_ROOMS, at);
    if (node->row == QUANTITY_OVERSIZE)
        explain_given(explainer, node, TERM_OVERSIZE_FROM, at, stage->oversize, UNIT_PUPILS,
                      explain_key(&stage->section, "oversize"));
    if (node->row == QUANTITY_SUPER_OVERSIZE)
        explain_given(explainer, node, TERM_OVERSIZE_FROM, at, stage->super_oversize, UNIT_PUPILS,
                      explain_key(&stage->section, "super_oversize"));
    for (int grade = 0; grade < stage->n_grades; grade++) {
        struct subject of_grade = explain_at_grade(explainer, at, stage->first_grade + grade);
        explain_pupils(explainer, node, of_grade);
        explain_given(explainer, node, TERM_CLASS_LIMIT, of_grade, stage->class_limit[grade], UNIT_PUPILS,
                      explain_grade(explainer, limit, stage->given_limits.count, of_grade));
    }
}

/* Pupils that a school may have: one of several stages has a limit of its own. */
static void explain_school_limit(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct seatsim_scenario *scenario = explainer->scenario;
    const struct block *state = &explain_year(explainer, at)->state;
    int open = 0;
    for (int stage = 0; stage < scenario->n_stages; stage++) {
        int part = explainer->plan->facilities[at.facility].parts[stage];
        open += part >= 0 && state->sector[part - state->cluster->first_part] >= 0;
    }
    const struct stage *stage = &scenario->stages[at.stage];
    explain_given(
        explainer, node, TERM_SCHOOL_SIZE, at, open > 1 ? scenario->combined_school_size : stage->school_size, UNIT_PUPILS,
        open > 1 ? explain_key(&scenario->section, "combined_school_size") : explain_key(&stage->section, "school_size"));
}

/* A school's pupils are those of one site in all its stages. */
static void explain_school(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct seatsim_scenario *scenario = explainer->scenario;
    for (int stage = 0; stage < scenario->n_stages; stage++) {
        struct subject of_stage = at;
        of_stage.stage = stage;
        for (int i = 0; i < scenario->stages[stage].n_grades; i++)
            if (explainer->plan->facilities[at.facility].parts[stage] >= 0)
                explain_pupils(explainer, node, explain_at_grade(explainer, of_stage, scenario->stages[stage].first_grade + i));
    }
    explain_sites(explainer, node, at);
    if (node->formula == FORMULA_SITES_ABOVE)
        explain_school_limit(explainer, node, at);
}

/* --- quantities of a part ---------------------------------------------------------------------------------------- */

static void explain_enrolled(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct stage *stage = &explainer->scenario->stages[at.stage];
    const real *pupils = block_seated(&explain_year(explainer, at)->state, explain_part(explainer, at));
    for (int grade = 0; grade < stage->n_grades; grade++)
        if (pupils[grade] > 0)
            explain_pupils(explainer, node, explain_at_grade(explainer, at, stage->first_grade + grade));
}

static void explain_two(struct explainer *explainer, struct explained *node, enum quantity first, enum quantity second,
                        struct subject at)
{
    explain_part_quantity(explainer, node, first, at);
    explain_part_quantity(explainer, node, second, at);
}

/* How a quantity of a part follows from its children; those that are not here are as the engine recorded them. */
static const enum formula formulas[QUANTITIES] = {
    [QUANTITY_ENROLLED] = FORMULA_SUM,
    [QUANTITY_SEATS] = FORMULA_SUM,
    [QUANTITY_ROOMS] = FORMULA_SUM,
    [QUANTITY_SHORTAGE] = FORMULA_EXCESS,
    [QUANTITY_SURPLUS] = FORMULA_EXCESS,
    [QUANTITY_CLASSES] = FORMULA_CLASSES,
    [QUANTITY_CLASS_PUPILS] = FORMULA_CLASS_PUPILS,
    [QUANTITY_LARGEST_CLASS] = FORMULA_LARGEST_CLASS,
    [QUANTITY_OVER_LIMIT] = FORMULA_OVER_LIMIT,
    [QUANTITY_OVERSIZE] = FORMULA_OVERSIZE,
    [QUANTITY_SUPER_OVERSIZE] = FORMULA_OVERSIZE,
    [QUANTITY_LARGEST_SCHOOL] = FORMULA_FIRST_SITE,
    [QUANTITY_SCHOOLS_OVER] = FORMULA_SITES_ABOVE,
    [QUANTITY_SITES] = FORMULA_SUM,
    [QUANTITY_CAPITAL] = FORMULA_SUM,
};

void explain_part_quantity(struct explainer *explainer, struct explained *parent, enum quantity quantity, struct subject at)
{
    double value = explain_counts(explainer, at)[quantity];
    enum formula formula = formulas[quantity] == FORMULA_GIVEN ? FORMULA_RECORDED : formulas[quantity];
    struct explained *node =
        explain_child_in(explainer, parent, TERM_QUANTITY, at, value, formula, (int)quantity_words[quantity].unit);
    node->row = (int)quantity;
    if (!explain_opens(explainer, node))
        return;
    if (quantity == QUANTITY_ENROLLED)
        explain_enrolled(explainer, node, at);
    else if (quantity == QUANTITY_SEATS || quantity == QUANTITY_ROOMS)
        explain_stock(explainer, node, (struct stock_row){ quantity == QUANTITY_SEATS ? STOCK_SEATS : STOCK_ROOMS, 0 }, at);
    else if (quantity == QUANTITY_SHORTAGE)
        explain_two(explainer, node, QUANTITY_ENROLLED, QUANTITY_SEATS, at);
    else if (quantity == QUANTITY_SURPLUS)
        explain_two(explainer, node, QUANTITY_SEATS, QUANTITY_ENROLLED, at);
    else if (quantity == QUANTITY_SITES)
        explain_stock(explainer, node, (struct stock_row){ STOCK_SITES, 0 }, at);
    else if (quantity == QUANTITY_CAPITAL)
        explain_capital(explainer, node, NULL, at);
    else if (formula == FORMULA_FIRST_SITE || formula == FORMULA_SITES_ABOVE)
        explain_school(explainer, node, at);
    else if (formula != FORMULA_RECORDED)
        explain_classes(explainer, node, at);
}

void explain_amount(struct explainer *explainer, struct explained *parent, int resource, struct subject at)
{
    double amount = explain_counts(explainer, at)[named_quantity(explainer->plan->measures, NAMED_AMOUNT, resource)];
    struct explained *node = explain_child_in(explainer, parent, TERM_AMOUNT, at, amount, FORMULA_SUM, FIGURE_PLAIN);
    explain_name(explainer, node, explainer->scenario->measures.names[OF_RESOURCE].names[resource]);
    if (explain_opens(explainer, node))
        explain_stock(explainer, node, (struct stock_row){ STOCK_RESOURCES, resource }, at);
}
