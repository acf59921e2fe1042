/* Demand: pupils of the base year, who enters, and whether the births reach as far as that needs. */
#include "scenario/lookup.h"
#include "scenario/resolve.h"

#include <limits.h>
#include <math.h>
#include <string.h>

/* A progression ratio above this is legal and rarely meant. */
static const double RATIO_ODD = 1.3;

static double sum(const struct numbers *numbers)
{
    double total = 0;
    for (int i = 0; i < numbers->count; i++)
        total += numbers->values[i];
    return total;
}

/* The base year's pupils of a stage: the list by grade wins over a spread, and must sum to the total beside it. */
void resolve_pupils(struct pupils *pupils, const struct stage *stage, struct seatsim_diagnostics *diagnostics)
{
    bool by_grade = pupils->grades.count > 0 && pupils->spread != SPREAD_WEIGHTS;
    if (pupils->grades.count > 0 && pupils->grades.count != stage->n_grades)
        report(diagnostics, pupils->grades.places[0], "E210",
               (struct slot[]){ { "stage", stage->id },
                                { "given", number_text(pupils->grades.count).text },
                                { "grades", number_text(stage->n_grades).text },
                                { NULL, NULL } });
    if (!by_grade)
        return;
    pupils->spread = SPREAD_GRADES;
    if (isnan(pupils->total))
        pupils->total = sum(&pupils->grades);
    else if (fabs(pupils->total - sum(&pupils->grades)) > 1e-6)
        report(diagnostics, pupils->grades.places[0], "E211",
               (struct slot[]){ { "total", number_text(pupils->total).text },
                                { "sum", number_text(sum(&pupils->grades)).text },
                                { "stage", stage->id },
                                { NULL, NULL } });
}

/* Also where births are one of the methods that are averaged. */
static bool enters_by_births(const struct district *district, int stage)
{
    const struct entry *entry = &district->entry[stage];
    for (int i = 0; entry->method == ENTRY_AVERAGE && i < entry->method_ids.count; i++)
        if (strcmp(entry->method_ids.ids[i], "births") == 0)
            return true;
    return entry->method == ENTRY_BIRTHS;
}

/* The oldest cohort that is needed: by the spread of a stage's base-year pupils, or by next year's entrants. */
static int first_birth_year(const struct seatsim_scenario *scenario, const struct district *district)
{
    int first = INT_MAX;
    for (int index = 0; index < scenario->n_stages; index++) {
        const struct stage *stage = &scenario->stages[index];
        const struct pupils *pupils = &district->pupils[index];
        int oldest = INT_MAX;
        if (enters_by_births(district, index))
            oldest = scenario->base_year + 1 - stage->entry_age - 1;
        if (pupils->spread == SPREAD_BIRTHS && pupils->total > 0)
            oldest = scenario->base_year - stage->entry_age - (stage->n_grades - 1) - 1;
        if (oldest < first)
            first = oldest;
    }
    return first;
}

static int last_birth_year(const struct seatsim_scenario *scenario, const struct district *district)
{
    int last = INT_MIN;
    for (int stage = 0; stage < scenario->n_stages; stage++)
        if (enters_by_births(district, stage) && scenario->horizon - scenario->stages[stage].entry_age > last)
            last = scenario->horizon - scenario->stages[stage].entry_age;
    return last;
}

/* The first year that is missing between two given ones; 0 when there is none, or when the scenario says how such are filled. */
static int first_gap(const struct births *births)
{
    const struct series *given = &births->given;
    if (births->section.node && origin_of(&births->section, "interpolate") != ORIGIN_BUILT_IN)
        return 0;
    for (int i = 1; i < given->count; i++)
        if (given->years[i] != given->years[i - 1] + 1)
            return given->years[i - 1] + 1;
    return 0;
}

/* Says until when births are known, unless the scenario says itself what follows. */
static void check_projection(const struct district *district, int last, struct place place,
                             struct seatsim_diagnostics *diagnostics)
{
    const struct births *births = &district->births;
    int known = births->given.years[births->given.count - 1];
    bool said = births->section.node && origin_of(&births->section, "projection") != ORIGIN_BUILT_IN;
    if (births->projection == PROJECT_HOLD && last > known && !said)
        report(diagnostics, place, "W210",
               (struct slot[]){ { "district", district->id },
                                { "year", number_text(known).text },
                                { "last", number_text(last).text },
                                { NULL, NULL } });
}

static void check_births(const struct seatsim_scenario *scenario, const struct district *district,
                         struct seatsim_diagnostics *diagnostics)
{
    const struct births *births = &district->births;
    int first = first_birth_year(scenario, district), last = last_birth_year(scenario, district);
    struct place place = place_of(&district->section, "births");
    if (first == INT_MAX && last == INT_MIN)
        return;
    if (births->given.count == 0 || births->given.years[0] > first)
        report2(diagnostics, place, "E212", "district", district->id, "year", number_text(first).text);
    else if (first_gap(births))
        report2(diagnostics, place, "E214", "district", district->id, "year", number_text(first_gap(births)).text);
    else
        check_projection(district, last, place, diagnostics);
}

static bool is_odd(const struct series *series, double *ratio)
{
    for (int i = 0; i < series->count; i++)
        if (series->values[i] > RATIO_ODD) {
            *ratio = series->values[i];
            return true;
        }
    return false;
}

static void check_ratio(const struct grade_series *all, const struct district *district, const char *key,
                        struct seatsim_diagnostics *diagnostics)
{
    double ratio;
    for (int i = 0; i < all->count; i++)
        if (is_odd(&all->series[i], &ratio)) {
            report(diagnostics, place_of(&district->section, key), "W211",
                   (struct slot[]){ { "key", key },
                                    { "value", number_text(ratio).text },
                                    { "district", district->id },
                                    { NULL, NULL } });
            return;
        }
}

static void resolve_stage(struct seatsim_scenario *scenario, struct district *district, int stage,
                          struct seatsim_diagnostics *diagnostics)
{
    struct entry *entry = &district->entry[stage];
    if (entry->method == ENTRY_AUTOMATIC)
        entry->method = stage == 0 ? ENTRY_BIRTHS : ENTRY_PROGRESSION;
    if (stage == 0 && entry->method == ENTRY_PROGRESSION)
        report2(diagnostics, place_of(&entry->section, "method"), "E213", "stage", scenario->stages[stage].id, NULL, NULL);
    resolve_pupils(&district->pupils[stage], &scenario->stages[stage], diagnostics);
    if (isnan(district->pupils[stage].total))
        district->pupils[stage].total = 0;
    check_ratio(&district->progression[stage], district, "progression", diagnostics);
}

void resolve_districts(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    for (int index = 0; index < scenario->n_districts; index++) {
        struct district *district = &scenario->districts[index];
        for (int stage = 0; stage < scenario->n_stages; stage++)
            resolve_stage(scenario, district, stage, diagnostics);
        check_births(scenario, district, diagnostics);
    }
}
