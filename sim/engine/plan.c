#include "engine/plan.h"

#include "engine/assemble.h"
#include "model/indicators.h"

#include <math.h>
#include <string.h>

static bool assemble_stages(struct plan *plan)
{
    plan->stages = arena_new(&plan->arena, (size_t)plan->n_stages, sizeof *plan->stages);
    if (!plan->stages)
        return false;
    for (int i = 0; i < plan->n_stages; i++) {
        const struct stage *given = &plan->scenario->stages[i];
        real *limit = arena_new(&plan->arena, (size_t)given->n_grades, sizeof *limit);
        real *weights = arena_new(&plan->arena, (size_t)plan->n_sectors, sizeof *weights);
        if (!limit || !weights)
            return false;
        for (int sector = 0; sector < plan->n_sectors; sector++)
            weights[sector] = plan->scenario->allocation[i].weights ? plan->scenario->allocation[i].weights[sector] : 1;
        for (int grade = 0; grade < given->n_grades; grade++)
            limit[grade] = given->class_limit[grade];
        plan->stages[i] = (struct plan_stage) {
            .first_grade = given->first_grade,
            .n_grades = given->n_grades,
            .compulsory = given->compulsory,
            .class_limit = limit,
            .oversize = given->oversize,
            .super_oversize = given->super_oversize,
            .school_size = given->school_size,
            .planned_class = given->planned_class,
            .weights = weights,
            .allocation = &plan->scenario->allocation[i],
        };
    }
    return true;
}

/* Which sectors count for a share: 1 or 0; without any there is no such share, which NaN says. */
static void count_sectors(const struct plan *plan, const char *const *ids, real *counts)
{
    bool any = false;
    for (int i = 0; i < plan->n_sectors; i++) {
        counts[i] = 0;
        for (const char *const *id = ids; *id; id++)
            counts[i] += strcmp(plan->scenario->sectors[i].id, *id) == 0;
        any |= counts[i] > 0;
    }
    for (int i = 0; i < plan->n_sectors && !any; i++)
        counts[i] = NAN;
}

static bool assemble_sectors(struct plan *plan)
{
    static const char *const public_ids[] = { "public", NULL }, *const inclusive_ids[] = { "public", "inclusive", NULL };
    plan->public_part = arena_new(&plan->arena, (size_t)plan->n_sectors, sizeof *plan->public_part);
    plan->inclusive_part = arena_new(&plan->arena, (size_t)plan->n_sectors, sizeof *plan->inclusive_part);
    if (!plan->public_part || !plan->inclusive_part)
        return false;
    count_sectors(plan, public_ids, plan->public_part);
    count_sectors(plan, inclusive_ids, plan->inclusive_part);
    return true;
}

/* What the results may hold, each indicator of each place and year counted: some gigabytes. Refused before anything is made
 * for it: memory that the system promises and does not have would end the program without a word. */
#define VALUES_MOST 300e6

static enum seatsim_status check_size(const struct plan *plan, struct seatsim_diagnostics *diagnostics)
{
    double parts = 0, district = (double)plan->n_stages * (1 + plan->n_sectors) * n_indicators + plan->n_grades;
    for (int i = 0; i < plan->n_facilities; i++)
        parts += plan->scenario->facilities[i].n_parts;
    if (plan->years * ((1.0 + plan->n_districts) * district + parts * n_indicators) <= VALUES_MOST)
        return SEATSIM_OK;
    report(diagnostics, (struct place) { 0 }, "E305",
           (struct slot[]) { { "most", number_text(VALUES_MOST).text }, { "districts", number_text(plan->n_districts).text },
                             { "facilities", number_text(plan->n_facilities).text }, { "years", number_text(plan->years).text },
                             { NULL, NULL } });
    return SEATSIM_BAD_INPUT;
}

static enum seatsim_status assemble(struct plan *plan, struct seatsim_diagnostics *diagnostics)
{
    if (!assemble_stages(plan) || !assemble_sectors(plan) || !assemble_clusters(plan) || !assemble_parts(plan) ||
        !assemble_links(plan) || !assemble_demand(plan) || !assemble_changes(plan) || !assemble_costs(plan))
        return report_no_memory(diagnostics);
    return assemble_pupils(plan, diagnostics);
}

enum seatsim_status plan_new(const struct seatsim_scenario *scenario, const struct seatsim_allocator *allocator,
                             struct plan **plan, struct seatsim_diagnostics *diagnostics)
{
    struct plan *made = memory_new(allocator, 1, sizeof *made);
    if (!made)
        return report_no_memory(diagnostics);
    arena_init(&made->arena, allocator);
    made->scenario = scenario;
    made->measures = &scenario->measures;
    made->years = scenario->horizon - scenario->base_year + 1;
    made->n_stages = scenario->n_stages;
    made->n_grades = scenario->n_grades;
    made->n_sectors = scenario->n_sectors;
    made->n_districts = scenario->n_districts;
    made->n_facilities = scenario->n_facilities;
    enum seatsim_status status = check_size(made, diagnostics);
    if (status == SEATSIM_OK)
        status = assemble(made, diagnostics);
    if (status == SEATSIM_OK)
        *plan = made;
    else
        plan_free(made);
    return status;
}

void plan_free(struct plan *plan)
{
    if (!plan)
        return;
    struct seatsim_allocator memory = plan->arena.allocator;
    arena_clear(&plan->arena);
    memory_free(&memory, plan);
}
