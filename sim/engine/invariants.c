#include "engine/block.h"

#include "base/compare.h"

/* A breach, by district of the cluster; a rule of NULL is none. */
struct breach {
    const char *rule;
    int district;
};

static bool same(real a, real b)
{
    return !number_below(a, b) && !number_below(b, a);
}

static bool any_negative(const real *values, ptrdiff_t count)
{
    for (ptrdiff_t i = 0; i < count; i++)
        if (!(values[i] >= 0))
            return true;
    return false;
}

/* Whether demand is what sits in the parts and in other districts, and what waits, in one grade of a stage. */
static bool grade_conserved(const struct block *block, int district, int stage, int grade)
{
    const struct plan *plan = block->plan;
    const int *first_part = plan->districts[block->cluster->first_district + district].first_part;
    ptrdiff_t row = (ptrdiff_t)district * plan->n_grades + plan->stages[stage].first_grade + grade;
    for (int draw = 0; draw < block->draws; draw++) {
        real sum = block->waiting[row * block->draws + draw] + (block->away ? block->away[row * block->draws + draw] : 0);
        for (int part = first_part[stage]; part < first_part[stage + 1]; part++)
            sum += block_pupils(block, part - block->cluster->first_part)[grade * block->draws + draw];
        if (!same(sum, block->demand[row * block->draws + draw]))
            return false;
    }
    return true;
}

/* Whether in the whole cluster demand is who sits and who waits: those who are away from one district sit in another. */
static bool nobody_lost(const struct block *block, int stage)
{
    real demand = 0, found = 0;
    for (int district = 0; district < block->cluster->n_districts; district++) {
        ptrdiff_t cells = (ptrdiff_t)block->plan->stages[stage].n_grades * block->draws;
        const real *wanted = block_grades(block, block->demand, district, block->plan->stages[stage].first_grade);
        const real *waiting = block_grades(block, block->waiting, district, block->plan->stages[stage].first_grade);
        int first = block_first_part(block, district, stage), end = block_first_part(block, district, stage + 1);
        const real *seated = block_seated(block, first);
        for (ptrdiff_t i = 0; i < cells; i++) {
            demand += wanted[i];
            found += waiting[i];
        }
        for (ptrdiff_t i = 0; i < cells * (end - first); i++)
            found += seated[i];
    }
    return same(demand, found);
}

static bool stage_conserved(const struct block *block, int district, int stage)
{
    for (int grade = 0; grade < block->plan->stages[stage].n_grades; grade++)
        if (!grade_conserved(block, district, stage, grade))
            return false;
    return true;
}

/* Whether what is a part of something is not more than it; NaN, for what does not apply, is no breach. */
static bool shares_sound(const struct block *block, const real *totals)
{
    static const enum quantity parts[][2] = {
        { QUANTITY_PUBLIC, QUANTITY_ENROLLED },   { QUANTITY_INCLUSIVE, QUANTITY_ENROLLED },
        { QUANTITY_OVER_LIMIT, QUANTITY_CLASSES }, { QUANTITY_OVERSIZE, QUANTITY_CLASSES },
        { QUANTITY_SUPER_OVERSIZE, QUANTITY_CLASSES }, { QUANTITY_UNMET, QUANTITY_DEMAND },
        { QUANTITY_ELSEWHERE, QUANTITY_DEMAND },
    };
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        for (int draw = 0; draw < block->draws; draw++) {
            real part = totals[parts[i][0] * block->draws + draw], whole = totals[parts[i][1] * block->draws + draw];
            if (part < 0 || number_below(whole, part))
                return false;
        }
    return true;
}

static bool part_sound(const struct block *block, int part)
{
    ptrdiff_t at = (ptrdiff_t)part * block->draws;
    int grades = block->pupil_rows[part + 1] - block->pupil_rows[part];
    const real *pupils = block_seated(block, part);
    if (any_negative(block->seats + at, block->draws) || any_negative(block->rooms + at, block->draws))
        return false;
    for (int grade = 0; grade < grades; grade++)
        for (int draw = 0; draw < block->draws; draw++)
            if (block->sector[at + draw] < 0 && pupils[grade * block->draws + draw] > 0)
                return false;
    return !any_negative(pupils, (ptrdiff_t)grades * block->draws);
}

static const char *check_stage(const struct block *block, int district, int stage)
{
    const int *first_part = block->plan->districts[block->cluster->first_district + district].first_part;
    if (!stage_conserved(block, district, stage) || (district == 0 && !nobody_lost(block, stage)))
        return "demand is what is seated, at home or elsewhere, and what waits";
    for (int part = first_part[stage]; part < first_part[stage + 1]; part++)
        if (!part_sound(block, part - block->cluster->first_part))
            return "pupils, seats and rooms are not negative, and a closed facility holds nobody";
    if (!shares_sound(block, block_totals(block, 1 + district, stage)))
        return "shares lie between 0 and 1";
    return NULL;
}

static struct breach find_breach(const struct block *block)
{
    ptrdiff_t grades = (ptrdiff_t)block->plan->n_grades * block->draws;
    for (int district = 0; district < block->cluster->n_districts; district++) {
        if (any_negative(block->waiting + district * grades, grades))
            return (struct breach) { "no number of children is negative", district };
        for (int stage = 0; stage < block->plan->n_stages; stage++) {
            const char *rule = check_stage(block, district, stage);
            if (rule)
                return (struct breach) { rule, district };
        }
    }
    return (struct breach) { NULL, 0 };
}

bool block_check(const struct block *block, struct seatsim_diagnostics *diagnostics)
{
    struct breach breach = find_breach(block);
    if (!breach.rule)
        return true;
    const struct seatsim_scenario *scenario = block->plan->scenario;
    const struct district *district =
        &scenario->districts[block->plan->districts[block->cluster->first_district + breach.district].index];
    struct number_text year = number_text(scenario->base_year + block->autumn);
    const struct slot slots[] = { { "rule", breach.rule }, { "district", district->id }, { "year", year.text }, { NULL, NULL } };
    report(diagnostics, place_of(&district->section, "id"), "E304", slots);
    return false;
}
