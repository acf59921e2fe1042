/* Where the quantities of districts and of the region come from: from their parts, grade by grade, or from their costs. */
#include "study/explainer.h"

#include "base/compare.h"
#include "model/measure.h"

#include <math.h>
#include <string.h>

const real *explain_counts(const struct explainer *explainer, struct subject at)
{
    const struct plan *plan = explainer->plan;
    ptrdiff_t sectors = 1 + plan->n_sectors, sector = 1 + at.sector;
    if (at.district < 0)
        return explainer->trace.region +
               ((explain_autumn(explainer, at) * plan->n_stages + at.stage) * sectors + sector) * plan->measures->n_quantities;
    const struct block *state = &explain_year(explainer, at)->state;
    if (at.facility >= 0)
        return state->part_quantities + (ptrdiff_t)explain_part(explainer, at) * plan->measures->n_quantities;
    return block_totals(state, 1 + explain_local_district(explainer, at), at.stage) +
           sector * plan->measures->n_quantities;
}

/* Whether a part says something of a whole: a term that is not 0, one of those of which the largest is taken. */
static bool tells(enum quantity quantity, double value)
{
    return quantities[quantity].gather == GATHER_MAX ? !isnan(value) : value > 0 || value < 0;
}

static void explain_districts(struct explainer *explainer, struct explained *node, enum quantity quantity, struct subject at)
{
    for (at.district = 0; at.district < explainer->plan->n_districts; at.district++)
        if (tells(quantity, explain_counts(explainer, at)[quantity]))
            explain_quantity(explainer, node, quantity, at);
}

/* The sectors whose parts count; NULL: those that `at` asks for. */
static const real *sectors_counted(const struct explainer *explainer, enum quantity quantity)
{
    return quantity == QUANTITY_PUBLIC      ? explainer->plan->public_part
           : quantity == QUANTITY_INCLUSIVE ? explainer->plan->inclusive_part
                                            : NULL;
}

/* The project that decided a facility's sector last; NULL: none did. */
static const struct project *deciding_project(const struct explainer *explainer, struct subject at)
{
    const struct seatsim_scenario *scenario = explainer->scenario;
    int opened_by = scenario->facilities[at.facility].opened_by;
    const struct project *decided = opened_by < 0 ? NULL : &scenario->projects[opened_by];
    for (int i = 0; i < scenario->n_projects; i++) {
        const struct project *project = &scenario->projects[i];
        bool decides = project->kind == PROJECT_CONVERT_SECTOR && project->split < 0 && project->facility == at.facility;
        if (decides && project->effective <= at.year)
            decided = project;
    }
    return decided;
}

/* What the rule of a project read in the year before, as "public_share 48.4% < 50%, 2021". */
static void explain_rule(struct explainer *explainer, struct explained *node, const struct project *project, struct subject at)
{
    const struct rule *rule = &explainer->scenario->rules[project->rule];
    const struct indicator *indicator = &explainer->scenario->measures.indicators[rule->indicator];
    bool share = indicator->unit == UNIT_SHARE;
    double scale = share ? 100 : 1, value;
    at.year = project->effective - 1;
    const struct block *state = &explain_year(explainer, at)->state;
    int row = rule->scope == RULE_REGION ? 0 : 1 + explain_local_district(explainer, at);
    evaluate_indicator(indicator, 1, block_totals(state, row, rule->stage), &value);
    struct number_text read = decimal_text(scale * value, 1), bound = number_text(scale * rule->bound),
                       year = number_text(at.year);
    const char *percent = share ? "%" : "", *compared = number_below(value, rule->bound) ? " < " : " >= ";
    const char *parts[] = {
        indicator->id, " ",      isnan(value) ? "-" : read.text, percent, isnan(value) ? " / " : compared, bound.text, percent,
        ", ",          year.text
    };
    node->because = arena_join(&explainer->made->arena, parts, sizeof parts / sizeof *parts);
    explainer->failed |= !node->because;
}

/* Why a facility is of its sector: by its own key, or the project that decided it. */
static void explain_sector(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct project *project = deciding_project(explainer, at);
    const struct section *section = project ? &project->section : &explainer->scenario->facilities[at.facility].section;
    bool converted = project && project->kind == PROJECT_CONVERT_SECTOR;
    explain_place(explainer, node, explain_key(section, converted ? "to_sector" : "sector"));
    if (project && project->rule >= 0)
        explain_rule(explainer, node, project, at);
}

static void explain_parts(struct explainer *explainer, struct explained *node, enum quantity quantity, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct plan_district *district = explain_district(explainer, at);
    const real *counted = sectors_counted(explainer, quantity);
    int sought = at.sector;
    for (int i = district->first_part[at.stage]; i < district->first_part[at.stage + 1]; i++) {
        at.facility = explainer->plan->parts[i].facility;
        at.sector = state->sector[i - state->cluster->first_part];
        if (at.sector < 0 || (sought >= 0 && at.sector != sought) || !tells(quantity, explain_counts(explainer, at)[quantity]))
            continue;
        explain_part_quantity(explainer, node, counted ? QUANTITY_ENROLLED : quantity, at);
        if ((counted || sought >= 0) && node->n_children > 0)
            explain_sector(explainer, node->children[node->n_children - 1], at);
    }
}

/* Demand or children without a seat, grade by grade. */
static void explain_grades(struct explainer *explainer, struct explained *node, enum quantity quantity, struct subject at)
{
    const struct stage *stage = &explainer->scenario->stages[at.stage];
    for (int grade = 0; grade < stage->n_grades; grade++) {
        struct subject of_grade = explain_at_grade(explainer, at, stage->first_grade + grade);
        if (quantity == QUANTITY_DEMAND)
            explain_demand(explainer, node, of_grade);
        else if (explain_year(explainer, at)->state.waiting[explain_district_row(explainer, of_grade)] > 0)
            explain_waiting(explainer, node, of_grade);
    }
}

static void explain_in_district(struct explainer *explainer, struct explained *node, enum quantity quantity, struct subject at)
{
    if (quantity == QUANTITY_DEMAND || quantity == QUANTITY_UNMET)
        explain_grades(explainer, node, quantity, at);
    else if (quantity == QUANTITY_ELSEWHERE)
        explain_away(explainer, node, at);
    else if (quantity == QUANTITY_RESIDENTS)
        explain_residents(explainer, node, at);
    else if (quantities[quantity].level == LEVEL_DISTRICT || quantity == QUANTITY_CAPITAL)
        explain_costs(explainer, node, quantity, at);
    else
        explain_parts(explainer, node, quantity, at);
    if (quantity == QUANTITY_SHORTAGE && at.sector < 0 && explain_counts(explainer, at)[QUANTITY_UNMET] > 0)
        explain_quantity(explainer, node, QUANTITY_UNMET, at);
}

void explain_quantity(struct explainer *explainer, struct explained *parent, enum quantity quantity, struct subject at)
{
    if (at.facility >= 0) {
        explain_part_quantity(explainer, parent, quantity, at);
        return;
    }
    enum formula formula = quantities[quantity].gather == GATHER_MAX ? FORMULA_MAXIMUM : FORMULA_SUM;
    struct explained *node = explain_child_in(explainer, parent, TERM_QUANTITY, at, explain_counts(explainer, at)[quantity],
                                              formula, (int)quantity_words[quantity].unit);
    node->row = (int)quantity;
    if (!explain_opens(explainer, node))
        return;
    if (at.district < 0)
        explain_districts(explainer, node, quantity, at);
    else
        explain_in_district(explainer, node, quantity, at);
}
