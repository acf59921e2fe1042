#include "engine/assemble.h"
#include "model/demand.h"

#include <math.h>

/* Births of one district by calendar year, and the cut-off that makes cohorts of them. */
struct birth_years {
    int first, count;
    double *births; /* [count] from `first` on */
    double share;   /* of a calendar year before the cut-off */
};

/* --- births and cohorts ------------------------------------------------------------------------------------------ */

/* From the birth of the oldest pupils of the base year to the horizon. */
static bool new_birth_years(struct plan *plan, struct birth_years *years)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    int oldest = 0;
    for (int i = 0; i < scenario->n_stages; i++) {
        int age = scenario->stages[i].entry_age + scenario->stages[i].n_grades;
        oldest = age > oldest ? age : oldest;
    }
    years->first = scenario->base_year - oldest - 1;
    years->count = scenario->horizon - years->first + 1;
    years->share = cutoff_share(scenario->cutoff_month, scenario->cutoff_day);
    years->births = arena_new(&plan->arena, (size_t)years->count, sizeof *years->births);
    return years->births;
}

/* Births after the last given year: held, at a yearly rate, or as projected. */
static bool project_births(const struct births *births, struct birth_years *years)
{
    int last = births->given.constant ? years->first + years->count - 1 : births->given.years[births->given.count - 1];
    int known = last - years->first + 1;
    known = known < 0 ? 0 : known;
    if (known >= years->count || births->projection == PROJECT_HOLD)
        return true;
    if (births->projection == PROJECT_VALUES)
        return series_fill(&births->projected, years->first + known, years->count - known, years->births + known);
    double value = births->given.values[births->given.count - 1];
    for (int i = known; i < years->count; i++)
        years->births[i] = value * pow(1 + births->rate, years->first + i - last);
    return true;
}

/* A district without births has none at all. */
static bool fill_births(const struct births *births, struct birth_years *years)
{
    for (int i = 0; i < years->count; i++)
        years->births[i] = 0;
    if (births->given.count == 0)
        return true;
    return series_fill(&births->given, years->first, years->count, years->births) && project_births(births, years);
}

/* The children of one age at the cut-off of a year; the scenario's checks see to it that their births are known. */
static double cohort_of(const struct birth_years *years, int year, int age)
{
    int i = year - age - years->first;
    return cohort_size(years->share, years->births[i], years->births[i - 1]);
}

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
        case SPREAD_BIRTHS: weights[i] = cohort_of(births, base_year, stage->entry_age + i); break;
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

/* --- later years ------------------------------------------------------------------------------------------------- */

/* The share of the stage below's leavers who go on; a combined school's leavers claim seats by it, however the entry
 * grade is projected. */
static bool fill_through(const struct plan *plan, struct plan_district *filled, int index, double *series)
{
    const struct district *district = &plan->scenario->districts[filled->index];
    if (index == 0)
        return true;
    if (!series_fill(&district->through[index - 1], plan->scenario->base_year, plan->years, series))
        return false;
    for (int year = 0; year < plan->years; year++)
        filled->through[year * plan->n_stages + index] = series[year];
    return true;
}

/* The entry grade of a stage comes from births, or from the last grade of the stage below. */
static bool fill_entry_grade(const struct plan *plan, struct plan_district *filled, int index,
                             const struct birth_years *births, double *series)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    const struct entry *entry = &scenario->districts[filled->index].entry[index];
    int first_grade = scenario->stages[index].first_grade, entry_age = scenario->stages[index].entry_age;
    if (entry->method != ENTRY_BIRTHS) {
        for (int year = 0; year < plan->years; year++)
            filled->ratio[year * plan->n_grades + first_grade] = filled->through[year * plan->n_stages + index];
        return true;
    }
    if (!series_fill(&entry->rate, scenario->base_year, plan->years, series))
        return false;
    for (int year = 0; year < plan->years; year++)
        filled->entrants[year * plan->n_grades + first_grade] =
            series[year] * cohort_of(births, scenario->base_year + year, entry_age);
    return true;
}

static bool fill_later_grades(const struct plan *plan, struct plan_district *filled, int index, double *series)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    const struct stage *stage = &scenario->stages[index];
    const struct district *district = &scenario->districts[filled->index];
    const struct grade_series *progression = &district->progression[index];
    for (int grade = 1; grade < stage->n_grades; grade++) {
        const struct series *given = &progression->series[progression->count == 1 ? 0 : grade];
        if (!series_fill(given, scenario->base_year, plan->years, series))
            return false;
        for (int year = 0; year < plan->years; year++)
            filled->ratio[year * plan->n_grades + stage->first_grade + grade] = series[year];
    }
    return true;
}

/* A district's arrays, all 0. */
static bool lay_out_district(struct plan *plan, struct plan_district *filled)
{
    size_t grades = (size_t)plan->n_grades, cells = grades * (size_t)plan->years;
    filled->pupils = arena_new(&plan->arena, grades, sizeof(real));
    filled->waiting = arena_new(&plan->arena, grades, sizeof(real));
    filled->ratio = arena_new(&plan->arena, cells, sizeof(real));
    filled->entrants = arena_new(&plan->arena, cells, sizeof(real));
    filled->through = arena_new(&plan->arena, (size_t)plan->years * (size_t)plan->n_stages, sizeof(real));
    return filled->pupils && filled->waiting && filled->ratio && filled->entrants && filled->through;
}

static bool fill_years(const struct plan *plan, struct plan_district *filled, const struct birth_years *births, double *series)
{
    for (int stage = 0; stage < plan->n_stages; stage++)
        if (!fill_through(plan, filled, stage, series) || !fill_entry_grade(plan, filled, stage, births, series) ||
            !fill_later_grades(plan, filled, stage, series))
            return false;
    return true;
}

bool assemble_demand(struct plan *plan)
{
    struct birth_years births;
    double *series = arena_new(&plan->arena, (size_t)plan->years, sizeof *series);
    double *weights = arena_new(&plan->arena, (size_t)plan->n_grades, sizeof *weights);
    if (!series || !weights || !new_birth_years(plan, &births))
        return false;
    for (int i = 0; i < plan->n_districts; i++) {
        struct plan_district *filled = &plan->districts[i];
        if (!lay_out_district(plan, filled) || !fill_births(&plan->scenario->districts[filled->index].births, &births))
            return false;
        fill_census(plan, filled, &births, weights);
        if (!fill_years(plan, filled, &births, series))
            return false;
    }
    return true;
}
