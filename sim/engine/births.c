#include "engine/births.h"

#include "model/demand.h"

#include <limits.h>
#include <math.h>

bool births_init(struct birth_years *years, struct plan *plan)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    int oldest = 0;
    for (int i = 0; i < scenario->n_stages; i++) {
        int age = scenario->stages[i].entry_age + scenario->stages[i].n_grades;
        oldest = age > oldest ? age : oldest;
    }
    years->first = scenario->base_year - oldest - 1;
    years->count = scenario->horizon - years->first + 1;
    years->cutoff_month = scenario->cutoff_month;
    years->cutoff_day = scenario->cutoff_day;
    years->births = arena_new(&plan->arena, (size_t)years->count, sizeof *years->births);
    years->by_cutoff = arena_new(&plan->arena, (size_t)years->count, sizeof *years->by_cutoff);
    return years->births && years->by_cutoff;
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

/* Years given by month are exact; in the others births are even over the year. */
static void count_by_cutoff(const struct births *births, struct birth_years *years)
{
    for (int i = 0; i < years->count; i++)
        years->by_cutoff[i] = born_by_cutoff(years->cutoff_month, years->cutoff_day, years->births[i], NULL);
    for (int given = 0; births->months && !births->given.constant && given < births->given.count; given++) {
        const double *months = births->months + given * 12;
        int i = births->given.years[given] - years->first;
        if (0 <= i && i < years->count && !isnan(months[0]))
            years->by_cutoff[i] = born_by_cutoff(years->cutoff_month, years->cutoff_day, years->births[i], months);
    }
}

bool births_fill(struct birth_years *years, const struct births *births)
{
    for (int i = 0; i < years->count; i++)
        years->births[i] = years->by_cutoff[i] = 0;
    years->known_from = INT_MAX;
    if (births->given.count == 0)
        return true;
    if (!series_fill(&births->given, years->first, years->count, years->births) || !project_births(births, years))
        return false;
    years->known_from = births->given.constant ? years->first : births->given.years[0];
    count_by_cutoff(births, years);
    return true;
}

double births_cohort(const struct birth_years *years, int year, int age)
{
    int i = year - age - years->first;
    return cohort_size(years->by_cutoff[i], years->births[i - 1], years->by_cutoff[i - 1]);
}

bool births_known(const struct birth_years *years, int year, int age)
{
    bool of_year_before = cutoff_share(years->cutoff_month, years->cutoff_day) < 1;
    return year - age - of_year_before >= years->known_from;
}
