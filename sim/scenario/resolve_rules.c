/* Rules that decide a sector: those with a name, and those written where a project's sector stands. */
#include "model/indicators.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>
#include <string.h>

static void resolve_rule(struct seatsim_scenario *scenario, struct rule *rule, struct seatsim_diagnostics *diagnostics)
{
    struct things sectors = sectors_of(scenario), stages = stages_of(scenario);
    const struct condition *given = &rule->given;
    rule->sector = find_thing(&sectors, rule->sector_id, place_of(&rule->section, "sector"), diagnostics);
    rule->otherwise = find_thing(&sectors, rule->otherwise_id, place_of(&rule->section, "otherwise"), diagnostics);
    rule->indicator =
        find_indicator(&scenario->measures, given->indicator_id, place_of(&given->section, "indicator"), diagnostics);
    rule->stage = find_thing(&stages, given->stage_id, place_of(&given->section, "stage"), diagnostics);
    if (isnan(given->below) == isnan(given->at_least))
        report2(diagnostics, given->section.node->place, "E231", "rule", rule->id, NULL, NULL);
    rule->below = !isnan(given->below);
    rule->bound = rule->below ? given->below : given->at_least;
    if (rule->indicator >= 0 && scenario->measures.indicators[rule->indicator].unit == UNIT_SHARE && rule->bound > 1)
        report_share(&given->section, rule->below ? "below" : "at_least", rule->bound, diagnostics);
}

/* Puts the rules that are written at projects behind those with a name. */
static bool append_inline_rules(struct seatsim_scenario *scenario)
{
    struct rule *rules = arena_new(&scenario->arena, (size_t)scenario->n_rules + (size_t)scenario->n_projects, sizeof *rules);
    if (!rules)
        return false;
    if (scenario->n_rules > 0)
        memcpy(rules, scenario->rules, (size_t)scenario->n_rules * sizeof *rules);
    scenario->rules = rules;
    for (int index = 0; index < scenario->n_projects; index++) {
        struct project *project = &scenario->projects[index];
        if (!project->inline_rule)
            continue;
        rules[scenario->n_rules] = *project->inline_rule;
        project->inline_rule = &rules[scenario->n_rules++];
    }
    return true;
}

void resolve_rules(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    if (!append_inline_rules(scenario)) {
        report_no_memory(diagnostics);
        return;
    }
    for (int index = 0; index < scenario->n_rules; index++) {
        struct rule *rule = &scenario->rules[index];
        resolve_rule(scenario, rule, diagnostics);
        if (sector_of(scenario, rule->id) >= 0)
            report2(diagnostics, rule->section.node->place, "E232", "rule", rule->id, NULL, NULL);
    }
}
