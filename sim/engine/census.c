#include "engine/assemble.h"
#include "model/demand.h"

/* Whether a part of a facility says itself how its pupils lie over the grades. */
static bool gives_grades(const struct pupils *pupils)
{
    return pupils->spread != SPREAD_BIRTHS;
}

static void spread_own(const struct pupils *pupils, int n_grades, real *grades, double *equal)
{
    for (int i = 0; i < n_grades; i++)
        equal[i] = 1;
    if (pupils->spread == SPREAD_GRADES)
        for (int i = 0; i < n_grades; i++)
            grades[i] = pupils->grades.values[i];
    else
        deal_whole(pupils->total, n_grades, pupils->spread == SPREAD_WEIGHTS ? pupils->grades.values : equal, grades);
}

/* Fills the parts that give their grades and takes their pupils from what is left of the district's. */
static void fill_given(const struct plan *plan, const struct plan_district *district, int stage, real *left, double *scratch)
{
    int n_grades = plan->stages[stage].n_grades;
    for (int i = district->first_part[stage]; i < district->first_part[stage + 1]; i++) {
        const struct pupils *pupils = &plan->parts[i].given->pupils;
        if (!gives_grades(pupils))
            continue;
        spread_own(pupils, n_grades, plan->parts[i].pupils, scratch);
        for (int grade = 0; grade < n_grades; grade++)
            left[grade] -= plan->parts[i].pupils[grade];
    }
}

/* The others share what is left, each in the proportions of the whole: real numbers, so that no grade is off by one. */
static void fill_others(const struct plan *plan, const struct plan_district *district, int stage, const real *left)
{
    int n_grades = plan->stages[stage].n_grades;
    double sum = 0;
    for (int grade = 0; grade < n_grades; grade++)
        sum += left[grade];
    for (int i = district->first_part[stage]; i < district->first_part[stage + 1]; i++) {
        const struct pupils *pupils = &plan->parts[i].given->pupils;
        for (int grade = 0; sum > 0 && grade < n_grades && !gives_grades(pupils); grade++)
            plan->parts[i].pupils[grade] = pupils->total * (left[grade] / sum);
    }
}

static void report_grade(const struct plan *plan, const struct plan_district *district, int stage, int grade, double above,
                         struct seatsim_diagnostics *diagnostics)
{
    const struct district *given = &plan->scenario->districts[district->index];
    const struct stage *of = &plan->scenario->stages[stage];
    struct number_text pupils = number_text(district->pupils[of->first_grade + grade]);
    struct number_text facilities = number_text(district->pupils[of->first_grade + grade] + above);
    const struct slot slots[] = { { "district", given->id }, { "stage", of->id }, { "grade", of->grade_ids[grade] },
                                  { "pupils", pupils.text }, { "facilities", facilities.text }, { NULL, NULL } };
    report(diagnostics, place_of(&given->section, "pupils"), "E303", slots);
}

static bool check_grades(const struct plan *plan, const struct plan_district *district, int stage, const real *left,
                         struct seatsim_diagnostics *diagnostics)
{
    bool fine = true;
    for (int grade = 0; grade < plan->stages[stage].n_grades; grade++)
        if (left[grade] < -0.5) {
            report_grade(plan, district, stage, grade, -left[grade], diagnostics);
            fine = false;
        }
    return fine;
}

enum seatsim_status assemble_pupils(struct plan *plan, struct seatsim_diagnostics *diagnostics)
{
    real *left = arena_new(&plan->arena, (size_t)plan->n_grades, sizeof *left);
    double *scratch = arena_new(&plan->arena, (size_t)plan->n_grades, sizeof *scratch);
    bool fine = true;
    if (!left || !scratch)
        return report_no_memory(diagnostics);
    for (int i = 0; i < plan->n_districts; i++)
        for (int stage = 0; stage < plan->n_stages; stage++) {
            const struct plan_district *district = &plan->districts[i];
            for (int grade = 0; grade < plan->stages[stage].n_grades; grade++)
                left[grade] = district->pupils[plan->stages[stage].first_grade + grade];
            fill_given(plan, district, stage, left, scratch);
            fine &= check_grades(plan, district, stage, left, diagnostics);
            fill_others(plan, district, stage, left);
        }
    return fine ? SEATSIM_OK : SEATSIM_BAD_INPUT;
}
