/* Years, stages and sectors. */
#include "scenario/lookup.h"
#include "scenario/resolve.h"

#include <math.h>
#include <string.h>

static double mean(const double *values, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += values[i];
    return sum / count;
}

/* One limit for all grades, or one a grade. */
static void resolve_limits(struct stage *stage, struct arena *arena, struct seatsim_diagnostics *diagnostics)
{
    const struct numbers *given = &stage->given_limits;
    stage->class_limit = arena_new(arena, (size_t)stage->n_grades, sizeof *stage->class_limit);
    if (!stage->class_limit) {
        report_no_memory(diagnostics);
        return;
    }
    if (given->count != 1 && given->count != stage->n_grades)
        report2(diagnostics, place_of(&stage->section, "class_limit"), "E204", "given", number_text(given->count).text, "grades",
                number_text(stage->n_grades).text);
    for (int grade = 0; grade < stage->n_grades; grade++)
        stage->class_limit[grade] = given->values[grade < given->count ? grade : 0];
    if (isnan(stage->planned_class))
        stage->planned_class = mean(stage->class_limit, stage->n_grades);
}

static void resolve_stages(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    double youngest = -1;
    for (int index = 0; index < scenario->n_stages; index++) {
        struct stage *stage = &scenario->stages[index];
        stage->n_grades = stage->given_grades.count;
        stage->grade_ids = stage->given_grades.ids;
        stage->first_grade = scenario->n_grades;
        stage->entry_age = (int)stage->given_entry_age;
        scenario->n_grades += stage->n_grades;
        if (stage->given_entry_age != stage->entry_age || stage->entry_age <= youngest)
            report2(diagnostics, place_of(&stage->section, "entry_age"), "E205", "stage", stage->id, NULL, NULL);
        youngest = stage->entry_age;
        resolve_limits(stage, &scenario->arena, diagnostics);
    }
}

void resolve_standard(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    scenario->base_year = scenario->given_years[0];
    scenario->horizon = scenario->given_years[1];
    scenario->cutoff_month = scenario->given_cutoff[0];
    scenario->cutoff_day = scenario->given_cutoff[1];
    if (scenario->n_stages == 0 || scenario->n_sectors == 0 || scenario->n_districts == 0)
        report(diagnostics,
               place_of(&scenario->section, scenario->n_stages ? scenario->n_sectors ? "districts" : "sectors" : "stages"),
               "E206", NULL);
    resolve_stages(scenario, diagnostics);
}
