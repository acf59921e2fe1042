#include "engine/assemble.h"
#include "engine/births.h"
#include "engine/past.h"
#include "model/demand.h"

#include <math.h>

/* --- the base year ----------------------------------------------------------------------------------------------- */

/* Deals a stage's pupils to its grades as their `spread` says.
 *
 *   weights   [n_grades] scratch
 *   grades    [n_grades] out */
static void spread_pupils(const struct pupils *pupils, const struct stage *stage, int base_year,
                          const struct birth_years *births, double *weights, double *grades)
{
    for (int i = 0; i < stage->n_grades; i++)
        switch (pupils->spread) {
        case SPREAD_BIRTHS: weights[i] = births_cohort(births, base_year, stage->entry_age + i); break;
        case SPREAD_EQUAL: weights[i] = 1; break;
        case SPREAD_WEIGHTS:
        case SPREAD_GRADES: weights[i] = pupils->grades.values[i]; break;
        }
    if (pupils->spread == SPREAD_GRADES)
        for (int i = 0; i < stage->n_grades; i++)
            grades[i] = weights[i];
    else
        deal_whole(isnan(pupils->total) ? 0 : pupils->total, stage->n_grades, weights, grades);
}

/* Children without a seat, given by grade or else spread as those with one; evenly where there are none. */
static void spread_waiting(const struct numbers *waiting, int n_grades, const real *pupils, real *grades)
{
    double sum = 0;
    for (int i = 0; i < n_grades && waiting->count == n_grades; i++)
        grades[i] = waiting->values[i];
    if (waiting->count == n_grades)
        return;
    for (int i = 0; i < n_grades; i++)
        sum += pupils[i];
    for (int i = 0; i < n_grades; i++)
        grades[i] = sum > 0 ? waiting->values[0] * pupils[i] / sum : waiting->values[0] / n_grades;
}

static void fill_census(const struct plan *plan, struct plan_district *filled, const struct birth_years *births,
                        double *weights)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    const struct district *district = &scenario->districts[filled->index];
    for (int i = 0; i < plan->n_stages; i++) {
        const struct stage *stage = &scenario->stages[i];
        real *pupils = filled->pupils + stage->first_grade;
        spread_pupils(&district->pupils[i], stage, scenario->base_year, births, weights, pupils);
        spread_waiting(&district->waiting[i], stage->n_grades, pupils, filled->waiting + stage->first_grade);
    }
}

/* --- flows between grades ---------------------------------------------------------------------------------------- */

/* What becomes of a grade from year to year, each [years]. */
struct flows {
    double *promotion, *repetition, *dropout;
};

static bool fill_flow(const struct plan *plan, const struct grade_series *given, int grade, double *values)
{
    for (int year = 0; year < plan->years; year++)
        values[year] = 0;
    if (given->count == 0)
        return true;
    return series_fill(&given->series[given->count == 1 ? 0 : grade], plan->scenario->base_year, plan->years, values);
}

/* The three add up to all of the grade: what is not given is the rest, first promotion, then repetition. */
static bool fill_flows(const struct plan *plan, const struct district *district, int stage, int grade, const struct flows *flows)
{
    const struct grade_series *promotion = &district->promotion[stage], *repetition = &district->repetition[stage],
                              *dropout = &district->dropout[stage];
    bool repetition_is_rest = promotion->count > 0 && dropout->count > 0 && repetition->count == 0;
    if (!fill_flow(plan, promotion, grade, flows->promotion) || !fill_flow(plan, repetition, grade, flows->repetition) ||
        !fill_flow(plan, dropout, grade, flows->dropout))
        return false;
    for (int year = 0; year < plan->years; year++)
        if (promotion->count == 0)
            flows->promotion[year] = 1 - flows->repetition[year] - flows->dropout[year];
        else if (repetition_is_rest)
            flows->repetition[year] = 1 - flows->promotion[year] - flows->dropout[year];
    return true;
}

/* Nobody repeats, and all of the last grade leave the stage. */
static bool fill_progression(const struct plan *plan, const struct district *district, int stage, int grade,
                             const struct flows *flows)
{
    const struct grade_series *progression = &district->progression[stage];
    bool last = grade == plan->stages[stage].n_grades - 1;
    for (int year = 0; year < plan->years; year++) {
        flows->promotion[year] = 1;
        flows->repetition[year] = 0;
    }
    return last || fill_flow(plan, progression, grade + 1, flows->promotion);
}

static bool fill_grade(const struct plan *plan, struct plan_district *filled, int stage, int grade, const struct flows *flows)
{
    const struct district *district = &plan->scenario->districts[filled->index];
    bool by_flows =
        district->promotion[stage].count > 0 || district->repetition[stage].count > 0 || district->dropout[stage].count > 0;
    int place = plan->stages[stage].first_grade + grade;
    bool inside = grade < plan->stages[stage].n_grades - 1;
    if (!(by_flows ? fill_flows : fill_progression)(plan, district, stage, grade, flows))
        return false;
    for (int year = 0; year < plan->years; year++) {
        filled->stay[year * plan->n_grades + place] = flows->repetition[year];
        if (inside)
            filled->ratio[year * plan->n_grades + place + 1] = flows->promotion[year];
    }
    return true;
}

/* Who goes on to the next stage: `through` of those whom the last grade promotes. A combined school's leavers claim seats by
 * it, however the entry grade is projected. */
static bool fill_through(const struct plan *plan, struct plan_district *filled, int stage, const struct flows *flows)
{
    const struct district *district = &plan->scenario->districts[filled->index];
    double *through = flows->dropout;
    if (stage == plan->n_stages - 1)
        return true;
    if (!series_fill(&district->through[stage], plan->scenario->base_year, plan->years, through))
        return false;
    for (int year = 0; year < plan->years; year++)
        filled->through[year * plan->n_stages + stage + 1] = through[year] * flows->promotion[year];
    return true;
}

static bool fill_stage_flows(const struct plan *plan, struct plan_district *filled, int stage, double *scratch)
{
    const struct flows flows = { scratch, scratch + plan->years, scratch + 2 * plan->years };
    for (int grade = 0; grade < plan->stages[stage].n_grades; grade++)
        if (!fill_grade(plan, filled, stage, grade, &flows))
            return false;
    return fill_through(plan, filled, stage, &flows);
}

/* --- entry ------------------------------------------------------------------------------------------------------- */

/* Who enters a stage by one of its methods, and with which part of their mean that counts. */
struct entering {
    struct plan_district *filled;
    int stage;
    double part;
    const struct birth_years *births;
    double *series; /* [years] scratch */
};

static bool add_births(const struct plan *plan, const struct entering *entering)
{
    const struct stage *stage = &plan->scenario->stages[entering->stage];
    const struct entry *entry = &plan->scenario->districts[entering->filled->index].entry[entering->stage];
    if (!series_fill(&entry->rate, plan->scenario->base_year, plan->years, entering->series))
        return false;
    for (int year = 0; year < plan->years; year++)
        entering->filled->entrants[year * plan->n_grades + stage->first_grade] +=
            entering->part * entering->series[year] *
            births_cohort(entering->births, plan->scenario->base_year + year, stage->entry_age);
    return true;
}

static bool add_fixed(const struct plan *plan, const struct entering *entering)
{
    const struct entry *entry = &plan->scenario->districts[entering->filled->index].entry[entering->stage];
    int first_grade = plan->stages[entering->stage].first_grade;
    if (!series_fill(&entry->values, plan->scenario->base_year, plan->years, entering->series))
        return false;
    for (int year = 0; year < plan->years; year++)
        entering->filled->entrants[year * plan->n_grades + first_grade] += entering->part * entering->series[year];
    return true;
}

static bool add_past(struct plan *plan, const struct entering *entering, enum entry_method method)
{
    int first_grade = plan->stages[entering->stage].first_grade;
    struct past past;
    if (!find_past(plan, entering->filled, entering->stage, &past))
        return false;
    for (int year = 0; year < plan->years; year++)
        entering->filled->entrants[year * plan->n_grades + first_grade] +=
            entering->part * entrants_like_past(method, &past, plan->scenario->base_year + year);
    return true;
}

static bool add_progression(const struct plan *plan, const struct entering *entering)
{
    int first_grade = plan->stages[entering->stage].first_grade;
    for (int year = 0; year < plan->years; year++)
        entering->filled->ratio[year * plan->n_grades + first_grade] +=
            entering->part * entering->filled->through[year * plan->n_stages + entering->stage];
    return true;
}

static bool add_entrants(struct plan *plan, const struct entering *entering, enum entry_method method)
{
    switch (method) {
    case ENTRY_BIRTHS: return add_births(plan, entering);
    case ENTRY_FIXED: return add_fixed(plan, entering);
    case ENTRY_LAST:
    case ENTRY_MEAN:
    case ENTRY_LINEAR: return add_past(plan, entering, method);
    case ENTRY_PROGRESSION:
    case ENTRY_AUTOMATIC:
    case ENTRY_AVERAGE:
    case ENTRY_METHODS: break;
    }
    return add_progression(plan, entering);
}

static bool fill_entry_grade(struct plan *plan, struct plan_district *filled, int stage, const struct birth_years *births,
                             double *series)
{
    const struct entry *entry = &plan->scenario->districts[filled->index].entry[stage];
    bool average = entry->method == ENTRY_AVERAGE;
    int count = average ? entry->n_methods : 1;
    const struct entering entering = { filled, stage, 1.0 / count, births, series };
    for (int i = 0; i < count; i++)
        if (!add_entrants(plan, &entering, average ? entry->methods[i] : entry->method))
            return false;
    return true;
}

/* --- who moves here ---------------------------------------------------------------------------------------------- */

/* Net migrants of a stage, evenly over its grades, or by grade. */
static bool add_migration(const struct plan *plan, struct plan_district *filled, int stage, double *series)
{
    const struct plan_stage *given = &plan->stages[stage];
    const struct grade_series *migration = &plan->scenario->districts[filled->index].migration[stage];
    int shared_by = migration->count == 1 ? given->n_grades : 1;
    for (int grade = 0; migration->count > 0 && grade < given->n_grades; grade++) {
        if (!fill_flow(plan, migration, grade, series))
            return false;
        for (int year = 0; year < plan->years; year++)
            filled->entrants[year * plan->n_grades + given->first_grade + grade] += series[year] / shared_by;
    }
    return true;
}

/* Dwellings are completed in the given years and in no other; those finished before the base year still change after it. */
static double pupils_from_estate(const struct housing *estate, int stage, int year)
{
    double pupils = 0;
    for (int i = 0; i < estate->dwellings.count; i++)
        pupils += estate->dwellings.values[i] * estate->yields[stage] *
                  yield_change(estate->decay, estate->long_run, year - estate->dwellings.years[i]);
    return pupils;
}

static void add_housing(const struct plan *plan, struct plan_district *filled, int stage)
{
    const struct district *district = &plan->scenario->districts[filled->index];
    const struct plan_stage *given = &plan->stages[stage];
    for (int year = 0; year < plan->years; year++) {
        double pupils = 0;
        for (int i = 0; i < district->n_housing; i++)
            pupils += pupils_from_estate(&district->housing[i], stage, plan->scenario->base_year + year);
        for (int grade = 0; grade < given->n_grades; grade++)
            filled->entrants[year * plan->n_grades + given->first_grade + grade] += pupils / given->n_grades;
    }
}

/* --- residents --------------------------------------------------------------------------------------------------- */

/* The cohorts of a stage's ages; NaN where births are not known as far back. */
static double cohorts_of(const struct stage *stage, const struct birth_years *births, int year)
{
    double sum = 0;
    for (int grade = 0; grade < stage->n_grades; grade++)
        sum += births_known(births, year, stage->entry_age + grade) ? births_cohort(births, year, stage->entry_age + grade) : NAN;
    return sum;
}

/* Residents of a stage's ages, as given or by the cohorts. */
static bool fill_residents(const struct plan *plan, struct plan_district *filled, int stage, const struct birth_years *births,
                           double *series)
{
    const struct series *given = &plan->scenario->districts[filled->index].population[stage];
    int base_year = plan->scenario->base_year;
    if (given->count > 0 && !series_fill(given, base_year, plan->years, series))
        return false;
    for (int year = 0; year < plan->years; year++)
        filled->residents[year * plan->n_stages + stage] =
            given->count > 0 ? series[year] : cohorts_of(&plan->scenario->stages[stage], births, base_year + year);
    return true;
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

/* A district's arrays, all 0. */
static bool lay_out_district(struct plan *plan, struct plan_district *filled)
{
    size_t grades = (size_t)plan->n_grades, cells = grades * (size_t)plan->years;
    filled->pupils = arena_new(&plan->arena, grades, sizeof(real));
    filled->waiting = arena_new(&plan->arena, grades, sizeof(real));
    filled->ratio = arena_new(&plan->arena, cells, sizeof(real));
    filled->stay = arena_new(&plan->arena, cells, sizeof(real));
    filled->entrants = arena_new(&plan->arena, cells, sizeof(real));
    filled->through = arena_new(&plan->arena, (size_t)plan->years * (size_t)plan->n_stages, sizeof(real));
    filled->residents = arena_new(&plan->arena, (size_t)plan->years * (size_t)plan->n_stages, sizeof(real));
    return filled->pupils && filled->waiting && filled->ratio && filled->stay && filled->entrants && filled->through &&
           filled->residents;
}

static bool fill_years(struct plan *plan, struct plan_district *filled, const struct birth_years *births, double *series)
{
    for (int stage = 0; stage < plan->n_stages; stage++) {
        if (!fill_stage_flows(plan, filled, stage, series) || !fill_entry_grade(plan, filled, stage, births, series) ||
            !add_migration(plan, filled, stage, series) || !fill_residents(plan, filled, stage, births, series))
            return false;
        add_housing(plan, filled, stage);
    }
    return true;
}

bool assemble_demand(struct plan *plan)
{
    struct birth_years births;
    double *series = arena_new(&plan->arena, 3 * (size_t)plan->years, sizeof *series);
    double *weights = arena_new(&plan->arena, (size_t)plan->n_grades, sizeof *weights);
    if (!series || !weights || !births_init(&births, plan))
        return false;
    for (int i = 0; i < plan->n_districts; i++) {
        struct plan_district *filled = &plan->districts[i];
        if (!lay_out_district(plan, filled) || !births_fill(&births, &plan->scenario->districts[filled->index].births))
            return false;
        fill_census(plan, filled, &births, weights);
        if (!fill_years(plan, filled, &births, series))
            return false;
    }
    return true;
}
