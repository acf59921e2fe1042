/* Where the demand of a district comes from: the grade below, entrants, births, migration, housing. */
#include "study/explainer.h"

#include "engine/past.h"
#include "model/demand.h"

#include <math.h>

static const struct district *given_district(const struct explainer *explainer, struct subject at)
{
    return &explainer->scenario->districts[at.district];
}

/* A grade of an array [years][grades] of the plan, in the year of `at`. */
static double in_year(const struct explainer *explainer, const real *array, struct subject at)
{
    return array[(ptrdiff_t)explain_autumn(explainer, at) * explainer->plan->n_grades + at.grade];
}

static struct subject year_before(struct subject at)
{
    at.year--;
    return at;
}

/* The grade below, a year before. */
static struct subject below(const struct explainer *explainer, struct subject at)
{
    return explain_at_grade(explainer, year_before(at), at.grade - 1);
}

/* --- ratios ------------------------------------------------------------------------------------------------------ */

static bool by_flows(const struct district *district, int stage)
{
    return district->promotion[stage].count > 0 || district->repetition[stage].count > 0 || district->dropout[stage].count > 0;
}

/* A flow that is given; the grade of `at` is the one whose flow it is. */
static void explain_flow(struct explainer *explainer, struct explained *parent, enum term term, const struct grade_series *flow,
                         const char *key, struct subject at)
{
    const struct node *given = explain_key_of_stage(explainer, &given_district(explainer, at)->section, key, at.stage);
    int grade = flow->count == 1 ? 0 : explain_grade_of_stage(explainer, at);
    if (flow->count > 0)
        explain_series(explainer, parent, term, at, FIGURE_PLAIN, &flow->series[grade],
                       explain_grade(explainer, given, flow->count, at));
}

static void explain_one(struct explainer *explainer, struct explained *parent, struct subject at)
{
    explain_child_in(explainer, parent, TERM_WHOLE_GRADE, at, 1, FORMULA_CONSTANT, FIGURE_PLAIN);
}

/* The flow that is the rest of the others, or is given. */
static void explain_promotion(struct explainer *explainer, struct explained *parent, double value, struct subject at)
{
    const struct district *district = given_district(explainer, at);
    if (district->promotion[at.stage].count > 0) {
        explain_flow(explainer, parent, TERM_PROMOTION, &district->promotion[at.stage], "promotion", at);
        return;
    }
    struct explained *rest = explain_child_in(explainer, parent, TERM_PROMOTION, at, value, FORMULA_DIFFERENCE, FIGURE_PLAIN);
    if (!explain_opens(explainer, rest))
        return;
    explain_one(explainer, rest, at);
    explain_flow(explainer, rest, TERM_REPETITION, &district->repetition[at.stage], "repetition", at);
    explain_flow(explainer, rest, TERM_DROPOUT, &district->dropout[at.stage], "dropout", at);
}

void explain_ratio_up(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct district *district = given_district(explainer, at);
    struct subject from = explain_at_grade(explainer, at, at.grade - 1);
    if (by_flows(district, at.stage))
        explain_promotion(explainer, parent, in_year(explainer, explain_district(explainer, at)->ratio, at), from);
    else
        explain_flow(explainer, parent, TERM_PROGRESSION, &district->progression[at.stage], "progression", at);
}

void explain_ratio_stay(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct district *district = given_district(explainer, at);
    double value = in_year(explainer, explain_district(explainer, at)->stay, at);
    if (district->repetition[at.stage].count > 0) {
        explain_flow(explainer, parent, TERM_REPETITION, &district->repetition[at.stage], "repetition", at);
        return;
    }
    struct explained *rest = explain_child_in(explainer, parent, TERM_REPETITION, at, value, FORMULA_DIFFERENCE, FIGURE_PLAIN);
    if (!explain_opens(explainer, rest))
        return;
    explain_one(explainer, rest, at);
    explain_flow(explainer, rest, TERM_PROMOTION, &district->promotion[at.stage], "promotion", at);
    explain_flow(explainer, rest, TERM_DROPOUT, &district->dropout[at.stage], "dropout", at);
}

static double through_of(const struct explainer *explainer, struct subject at)
{
    const struct plan_district *district = explain_district(explainer, at);
    return district->through[(ptrdiff_t)explain_autumn(explainer, at) * explainer->plan->n_stages + at.stage];
}

/* `at` is the entry grade: from the last grade of the stage below. */
void explain_through(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct district *district = given_district(explainer, at);
    struct subject from = explain_at_grade(explainer, at, at.grade - 1);
    const struct node *given = explain_key_of_stage(explainer, &district->section, "through", from.stage);
    const struct series *series = &district->through[from.stage];
    double through = through_of(explainer, at), share;
    if (!by_flows(district, from.stage)) {
        explain_series(explainer, parent, TERM_THROUGH, from, FIGURE_PLAIN, series, given);
        return;
    }
    struct explained *child = explain_child_in(explainer, parent, TERM_THROUGH, at, through, FORMULA_PRODUCT, FIGURE_PLAIN);
    if (!explain_opens(explainer, child))
        return;
    explainer->failed |= !series_fill(series, at.year, 1, &share);
    explain_series(explainer, child, TERM_THROUGH, from, FIGURE_PLAIN, series, given);
    explain_promotion(explainer, child, share > 0 ? through / share : NAN, from);
}

/* --- births ------------------------------------------------------------------------------------------------------ */

static const struct birth_years *births_of(struct explainer *explainer, struct subject at)
{
    if (explainer->births_of != at.district)
        explainer->failed |= !births_fill(&explainer->births, &given_district(explainer, at)->births);
    explainer->births_of = at.district;
    return &explainer->births;
}

static const struct node *births_node(const struct explainer *explainer, struct subject at)
{
    return explain_key(&given_district(explainer, at)->section, "births");
}

/* Whether the births of a year are given by month. */
static bool by_month(const struct births *births, int year)
{
    for (int i = 0; births->months && !births->given.constant && i < births->given.count; i++)
        if (births->given.years[i] == year)
            return !isnan(births->months[i * 12]);
    return false;
}

/* Births that are given: a number, the sum of twelve. */
static void explain_given_births(struct explainer *explainer, struct explained *parent, enum term term,
                                 const struct series *given, struct subject at)
{
    const struct births *births = &given_district(explainer, at)->births;
    explain_series(explainer, parent, term, at, UNIT_PUPILS, given, births_node(explainer, at));
    if (by_month(births, at.year) && parent->n_children > 0)
        parent->children[parent->n_children - 1]->formula = FORMULA_RULE;
}

/* Births after the last given year. */
static void explain_projected(struct explainer *explainer, struct explained *parent, double value, struct subject at)
{
    const struct births *births = &given_district(explainer, at)->births;
    const struct node *given = births_node(explainer, at), *projection = given ? node_get(given, "projection") : NULL;
    int last = births->given.count - 1;
    if (births->projection == PROJECT_VALUES) {
        explain_series(explainer, parent, TERM_BIRTHS, at, UNIT_PUPILS, &births->projected, projection);
        return;
    }
    struct explained *grown = explain_child_in(explainer, parent, TERM_BIRTHS, at, value, FORMULA_GROWN, UNIT_PUPILS);
    if (!explain_opens(explainer, grown))
        return;
    struct subject then = at;
    then.year = births->given.years[last];
    struct series known = { 1, births->given.years + last, births->given.values + last, false, INTERPOLATE_STEP };
    explain_given_births(explainer, grown, TERM_LAST_BIRTHS, &known, then);
    double rate = births->projection == PROJECT_RATE ? births->rate : 0;
    explain_given(explainer, grown, TERM_BIRTHS_RATE, at, rate, FIGURE_PLAIN, projection)->formula =
        births->projection == PROJECT_RATE ? FORMULA_GIVEN : FORMULA_RULE;
}

/* Births of a calendar year, which `at` has as its year. */
static void explain_births(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct birth_years *years = births_of(explainer, at);
    const struct births *births = &given_district(explainer, at)->births;
    int last = births->given.constant ? at.year : births->given.years[births->given.count - 1];
    if (at.year > last)
        explain_projected(explainer, parent, years->births[at.year - years->first], at);
    else
        explain_given_births(explainer, parent, TERM_BIRTHS, &births->given, at);
}

/* A calendar year's part of a cohort. */
static void explain_born(struct explainer *explainer, struct explained *parent, enum term term, struct subject at, double value,
                         double part)
{
    const struct births *births = &given_district(explainer, at)->births;
    bool exact = by_month(births, at.year);
    struct explained *born = explain_child(explainer, parent, term, at, value, exact ? FORMULA_RULE : FORMULA_PRODUCT);
    if (exact) {
        explain_place(explainer, born, node_get(births_node(explainer, at), number_text(at.year).text));
        return;
    }
    if (!explain_opens(explainer, born))
        return;
    explain_births(explainer, born, at);
    struct explained *share = explain_child_in(explainer, born, TERM_PART_OF_YEAR, at, part, FORMULA_RULE, FIGURE_PLAIN);
    explain_place(explainer, share, explain_key(&explainer->scenario->section, "cutoff"));
}

/* The children of an age in the year of `at`. */
static void explain_cohort(struct explainer *explainer, struct explained *parent, struct subject at, int age)
{
    const struct birth_years *years = births_of(explainer, at);
    double part = cutoff_share(years->cutoff_month, years->cutoff_day);
    double size = births_cohort(years, at.year, age);
    int i = at.year - age - years->first;
    struct explained *cohort = explain_child_in(explainer, parent, TERM_COHORT, at, size, FORMULA_SUM, UNIT_PUPILS);
    if (!explain_opens(explainer, cohort))
        return;
    at.year -= age;
    at.grade = at.stage = -1;
    explain_born(explainer, cohort, TERM_BORN_FROM_CUTOFF, at, years->by_cutoff[i], part);
    at.year--;
    if (years->births[i - 1] - years->by_cutoff[i - 1] > 0)
        explain_born(explainer, cohort, TERM_BORN_AFTER_CUTOFF, at, years->births[i - 1] - years->by_cutoff[i - 1], 1 - part);
}

void explain_residents(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct series *population = &given_district(explainer, at)->population[at.stage];
    const struct stage *stage = &explainer->scenario->stages[at.stage];
    if (population->count > 0)
        explain_series(explainer, node, TERM_RESIDENTS, at, UNIT_PUPILS, population,
                       explain_key_of_stage(explainer, &given_district(explainer, at)->section, "population", at.stage));
    for (int grade = 0; population->count == 0 && grade < stage->n_grades; grade++)
        explain_cohort(explainer, node, explain_at_grade(explainer, at, stage->first_grade + grade), stage->entry_age + grade);
}

/* --- entrants ---------------------------------------------------------------------------------------------------- */

/* What one method says of a year's entrants. */
static double entrants_by(struct explainer *explainer, enum entry_method method, const struct past *past, struct subject at)
{
    const struct entry *entry = &given_district(explainer, at)->entry[at.stage];
    double value = 0;
    if (method == ENTRY_BIRTHS) {
        explainer->failed |= !series_fill(&entry->rate, at.year, 1, &value);
        return value * births_cohort(births_of(explainer, at), at.year, explainer->scenario->stages[at.stage].entry_age);
    }
    if (method == ENTRY_FIXED) {
        explainer->failed |= !series_fill(&entry->values, at.year, 1, &value);
        return value;
    }
    if (method != ENTRY_PROGRESSION)
        return entrants_like_past(method, past, at.year);
    return explain_year(explainer, at)->state.demand_before[explain_district_row(explainer, at) - 1] * through_of(explainer, at);
}

static void explain_past(struct explainer *explainer, struct explained *node, const struct past *past, int first,
                         struct subject at)
{
    const struct district *district = given_district(explainer, at);
    const struct series *history = &district->history[at.stage];
    const struct node *given = explain_key_of_stage(explainer, &district->section, "history", at.stage);
    for (int i = first; i < past->count; i++) {
        at.year = (int)past->years[i];
        bool of_history = false;
        for (int j = 0; j < history->count; j++)
            of_history |= history->constant || history->years[j] == at.year;
        if (of_history)
            explain_series(explainer, node, TERM_PAST_ENTRANTS, at, UNIT_PUPILS, history, given);
        else
            explain_demand(explainer, node, at);
    }
}

static void explain_method(struct explainer *explainer, struct explained *parent, enum entry_method method, struct past *past,
                           struct subject at)
{
    static const enum term terms[ENTRY_METHODS] = {
        [ENTRY_BIRTHS] = TERM_ENTRANTS_BIRTHS,
        [ENTRY_FIXED] = TERM_ENTRANTS_FIXED,
        [ENTRY_PROGRESSION] = TERM_ENTRANTS_FROM_BELOW,
        [ENTRY_LAST] = TERM_ENTRANTS_PAST,
        [ENTRY_MEAN] = TERM_ENTRANTS_PAST,
        [ENTRY_LINEAR] = TERM_ENTRANTS_PAST,
    };
    const struct entry *entry = &given_district(explainer, at)->entry[at.stage];
    double value = entrants_by(explainer, method, past, at);
    enum formula formula = method == ENTRY_LINEAR ? FORMULA_TREND : method == ENTRY_MEAN ? FORMULA_MEAN : FORMULA_PRODUCT;
    bool last = method == ENTRY_LAST || method == ENTRY_FIXED;
    struct explained *node = explain_child(explainer, parent, terms[method], at, value, last ? FORMULA_SUM : formula);
    if (!explain_opens(explainer, node))
        return;
    if (method == ENTRY_BIRTHS) {
        explain_cohort(explainer, node, at, explainer->scenario->stages[at.stage].entry_age);
        explain_series(explainer, node, TERM_ENTRY_RATE, at, FIGURE_PLAIN, &entry->rate, explain_key(&entry->section, "rate"));
    } else if (method == ENTRY_PROGRESSION) {
        explain_demand(explainer, node, below(explainer, at));
        explain_through(explainer, node, at);
    } else if (method == ENTRY_FIXED)
        explain_series(explainer, node, TERM_ENTRANTS, at, UNIT_PUPILS, &entry->values, explain_key(&entry->section, "values"));
    else
        explain_past(explainer, node, past, method == ENTRY_LAST ? past->count - 1 : 0, at);
}

/* Who enters a stage, which is the mean of its methods. */
static void explain_entry(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct entry *entry = &given_district(explainer, at)->entry[at.stage];
    bool average = entry->method == ENTRY_AVERAGE;
    struct past past;
    double sum = 0;
    explainer->failed |= !find_past(explainer->plan, explain_district(explainer, at), at.stage, &past);
    if (explainer->failed)
        return;
    for (int i = 0; average && i < entry->n_methods; i++)
        sum += entrants_by(explainer, entry->methods[i], &past, at);
    if (average)
        parent = explain_child(explainer, parent, TERM_ENTRANTS, at, sum / entry->n_methods, FORMULA_MEAN);
    if (average && !explain_opens(explainer, parent))
        return;
    for (int i = 0; i < (average ? entry->n_methods : 1); i++)
        explain_method(explainer, parent, average ? entry->methods[i] : entry->method, &past, at);
}

/* --- who moves here ---------------------------------------------------------------------------------------------- */

/* A grade's part of what comes to a stage. */
static void explain_part_of_stage(struct explainer *explainer, struct explained *parent, struct subject at)
{
    int grades = explainer->scenario->stages[at.stage].n_grades;
    explain_child_in(explainer, parent, TERM_PART_OF_STAGE, at, 1.0 / grades, FORMULA_CONSTANT, FIGURE_PLAIN);
}

static void explain_migration(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct grade_series *migration = &given_district(explainer, at)->migration[at.stage];
    int grades = explainer->scenario->stages[at.stage].n_grades;
    double value = 0;
    if (migration->count > 1)
        explain_flow(explainer, parent, TERM_MIGRATION, migration, "migration", at);
    if (migration->count != 1)
        return;
    explainer->failed |= !series_fill(&migration->series[0], at.year, 1, &value);
    struct explained *node = explain_child(explainer, parent, TERM_MIGRATION, at, value / grades, FORMULA_PRODUCT);
    if (!explain_opens(explainer, node))
        return;
    struct subject all = at;
    all.grade = -1;
    explain_series(explainer, node, TERM_MIGRATION_STAGE, all, UNIT_PUPILS, &migration->series[0],
                   explain_key_of_stage(explainer, &given_district(explainer, at)->section, "migration", at.stage));
    explain_part_of_stage(explainer, node, at);
}

/* What the dwellings of one year bring in the year of `at`. */
static double pupils_of(const struct housing *estate, int i, int grades, struct subject at)
{
    double change = yield_change(estate->decay, estate->long_run, at.year - estate->dwellings.years[i]);
    return estate->dwellings.values[i] * estate->yields[at.stage] * change / grades;
}

static void explain_completed(struct explainer *explainer, struct explained *parent, const struct housing *estate, int i,
                              struct subject at)
{
    int grades = explainer->scenario->stages[at.stage].n_grades, completed = estate->dwellings.years[i];
    double change = yield_change(estate->decay, estate->long_run, at.year - completed);
    struct subject then = { .district = at.district, -1, -1, -1, -1, completed };
    struct series dwellings = { 1, &completed, &estate->dwellings.values[i], false, INTERPOLATE_STEP };
    struct explained *node =
        explain_child(explainer, parent, TERM_COMPLETED, at, pupils_of(estate, i, grades, at), FORMULA_PRODUCT);
    if (!explain_opens(explainer, node))
        return;
    explain_series(explainer, node, TERM_DWELLINGS, then, FIGURE_PLAIN, &dwellings, explain_key(&estate->section, "dwellings"));
    explain_given(explainer, node, TERM_YIELD, at, estate->yields[at.stage], FIGURE_PLAIN,
                  explain_key_of_stage(explainer, &estate->section, "yield", at.stage));
    struct explained *of_year = explain_child_in(explainer, node, TERM_YIELD_CHANGE, at, change, FORMULA_RULE, FIGURE_PLAIN);
    explain_place(explainer, of_year, explain_key(&estate->section, "decay"));
    explain_part_of_stage(explainer, node, at);
}

static void explain_estate(struct explainer *explainer, struct explained *parent, const struct housing *estate, struct subject at)
{
    int grades = explainer->scenario->stages[at.stage].n_grades;
    double sum = 0;
    bool any = false;
    for (int i = 0; i < estate->dwellings.count; i++) {
        double pupils = pupils_of(estate, i, grades, at);
        any |= pupils < 0 || pupils > 0;
        sum += pupils;
    }
    if (!any)
        return;
    struct explained *node = explain_child(explainer, parent, TERM_HOUSING, at, sum, FORMULA_SUM);
    explain_name(explainer, node, estate->id);
    if (!explain_opens(explainer, node))
        return;
    for (int i = 0; i < estate->dwellings.count; i++)
        if (pupils_of(estate, i, grades, at) < 0 || pupils_of(estate, i, grades, at) > 0)
            explain_completed(explainer, node, estate, i, at);
}

/* --- demand ------------------------------------------------------------------------------------------------------ */

/* The census of a district by grade: given, or dealt to grades by its spread. */
static void explain_census(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct pupils *pupils = &given_district(explainer, at)->pupils[at.stage];
    const struct section *section = &pupils->section;
    const struct node *given = explain_key_of_stage(explainer, &given_district(explainer, at)->section, "pupils", at.stage);
    bool by_grade = pupils->spread == SPREAD_GRADES;
    const struct node *place = explain_key(section, by_grade ? "grades" : "total");
    double waiting = explain_district(explainer, at)->waiting[at.grade];
    struct explained *census =
        explain_given(explainer, node, TERM_CENSUS, at, explain_district(explainer, at)->pupils[at.grade], UNIT_PUPILS,
                      by_grade ? explain_grade(explainer, place ? place : given, pupils->grades.count, at)
                      : place  ? place
                               : given);
    census->formula = by_grade ? FORMULA_GIVEN : FORMULA_RULE;
    if (!(waiting > 0))
        return;
    struct explained *child =
        explain_given(explainer, node, TERM_CENSUS_WAITING, at, waiting, UNIT_PUPILS,
                      explain_key_of_stage(explainer, &given_district(explainer, at)->section, "waiting", at.stage));
    child->formula = FORMULA_RULE;
}

static void explain_flows(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct district *district = given_district(explainer, at);
    const struct plan_district *planned = explain_district(explainer, at);
    const real *before = explain_year(explainer, at)->state.demand_before + explain_district_row(explainer, at);
    double stay = in_year(explainer, planned->stay, at) * before[0];
    if (explain_grade_of_stage(explainer, at) == 0)
        explain_entry(explainer, node, at);
    else {
        double up = before[-1] * in_year(explainer, planned->ratio, at);
        struct explained *from = explain_child(explainer, node, TERM_FROM_BELOW, at, up, FORMULA_PRODUCT);
        if (explain_opens(explainer, from)) {
            explain_demand(explainer, from, below(explainer, at));
            explain_ratio_up(explainer, from, at);
        }
    }
    if (stay > 0) {
        struct explained *staying = explain_child(explainer, node, TERM_STAYING, at, stay, FORMULA_PRODUCT);
        if (explain_opens(explainer, staying)) {
            explain_demand(explainer, staying, year_before(at));
            explain_ratio_stay(explainer, staying, at);
        }
    }
    explain_migration(explainer, node, at);
    for (int i = 0; i < district->n_housing; i++)
        explain_estate(explainer, node, &district->housing[i], at);
}

void explain_demand(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const real *demand = explain_year(explainer, at)->state.demand;
    double value = demand[explain_district_row(explainer, at)];
    struct explained *node = explain_child_in(explainer, parent, TERM_DEMAND, at, value, FORMULA_SUM, UNIT_PUPILS);
    if (explain_autumn(explainer, at) > 0 && !(value > 0))
        node->formula = FORMULA_SUM_FROM_0;
    if (!explain_opens(explainer, node))
        return;
    if (explain_autumn(explainer, at) == 0)
        explain_census(explainer, node, at);
    else
        explain_flows(explainer, node, at);
}

/* Who has no seat: demand less those who sit in the district's facilities. */
void explain_waiting(struct explainer *explainer, struct explained *parent, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    int row = explain_district_row(explainer, at);
    struct explained *node =
        explain_child_in(explainer, parent, TERM_UNMET, at, state->waiting[row], FORMULA_DIFFERENCE, UNIT_PUPILS);
    if (!explain_opens(explainer, node))
        return;
    explain_demand(explainer, node, at);
    explain_child(explainer, node, TERM_SEATED, at, state->demand[row] - state->waiting[row], FORMULA_RECORDED);
}
