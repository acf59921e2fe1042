/* Targets: about which indicator, stages and district, in which years. */
#include "model/indicators.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <string.h>

static bool is_served(const struct seatsim_scenario *scenario, int stage)
{
    for (int facility = 0; facility < scenario->n_facilities; facility++)
        for (int part = 0; part < scenario->facilities[facility].n_parts; part++)
            if (scenario->facilities[facility].parts[part].stage == stage)
                return true;
    return false;
}

/* The stages it names, or all that somebody serves. */
static void resolve_target_stages(struct seatsim_scenario *scenario, struct target *target,
                                  struct seatsim_diagnostics *diagnostics)
{
    struct things known = stages_of(scenario);
    int *stages = arena_new(&scenario->arena, (size_t)(target->stage_ids.count + scenario->n_stages), sizeof *stages);
    target->stages = stages;
    if (!stages) {
        report_no_memory(diagnostics);
        return;
    }
    for (int i = 0; i < target->stage_ids.count; i++) {
        int stage = find_thing(&known, target->stage_ids.ids[i], target->stage_ids.places[i], diagnostics);
        if (stage >= 0 && !is_served(scenario, stage))
            report2(diagnostics, target->stage_ids.places[i], "E250", "stage", target->stage_ids.ids[i], NULL, NULL);
        if (stage >= 0)
            stages[target->n_stages++] = stage;
    }
    for (int stage = 0; target->stage_ids.count == 0 && stage < scenario->n_stages; stage++)
        if (is_served(scenario, stage))
            stages[target->n_stages++] = stage;
}

static void resolve_scope(struct seatsim_scenario *scenario, struct target *target, struct seatsim_diagnostics *diagnostics)
{
    struct things districts = districts_of(scenario);
    target->district = -1;
    if (strcmp(target->scope_id, "region") == 0)
        target->scope = TARGET_REGION;
    else if (strcmp(target->scope_id, "districts") == 0)
        target->scope = TARGET_DISTRICTS;
    else {
        target->scope = TARGET_DISTRICT;
        target->district = find_thing(&districts, target->scope_id, place_of(&target->section, "scope"), diagnostics);
    }
}

static void resolve_target_years(struct seatsim_scenario *scenario, struct target *target,
                                 struct seatsim_diagnostics *diagnostics)
{
    if ((target->in != 0) == (target->from != 0))
        report2(diagnostics, target->section.node->place, "E251", "target", target->id, NULL, NULL);
    target->first_year = target->in ? target->in : target->from;
    target->last_year = target->in ? target->in : scenario->horizon;
    if (target->first_year && (target->first_year < scenario->base_year || target->first_year > scenario->horizon))
        report(diagnostics, place_of(&target->section, target->in ? "in" : "from"), "E252",
               (struct slot[]){ { "year", number_text(target->first_year).text },
                                { "first", number_text(scenario->base_year).text },
                                { "last", number_text(scenario->horizon).text },
                                { NULL, NULL } });
}

static void resolve_bound(const struct seatsim_scenario *scenario, struct target *target, struct seatsim_diagnostics *diagnostics)
{
    const struct indicator *indicator = target->indicator < 0 ? NULL : &scenario->measures.indicators[target->indicator];
    const struct bound *bound = target->given_at_least.given ? &target->given_at_least : &target->given_at_most;
    target->at_least = target->given_at_least.given;
    target->bound = bound->number;
    if (target->given_at_least.given == target->given_at_most.given)
        report2(diagnostics, target->section.node->place, "E253", "target", target->id, NULL, NULL);
    else if (bound->limit && (target->at_least || (indicator && indicator->limit == LIMIT_NONE)))
        report2(diagnostics, place_of(&target->section, target->at_least ? "at_least" : "at_most"), "E254", "indicator",
                target->indicator_id, NULL, NULL);
    else if (!bound->limit && indicator && indicator->unit == UNIT_SHARE && bound->number > 1)
        report2(diagnostics, place_of(&target->section, target->at_least ? "at_least" : "at_most"), "W250", "value",
                number_text(bound->number).text, NULL, NULL);
}

void resolve_targets(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    for (int index = 0; index < scenario->n_targets; index++) {
        struct target *target = &scenario->targets[index];
        target->warning = target->severity == 1;
        target->indicator = find_indicator(&scenario->measures, target->indicator_id, place_of(&target->section, "indicator"),
                                           diagnostics);
        resolve_target_stages(scenario, target, diagnostics);
        resolve_scope(scenario, target, diagnostics);
        resolve_target_years(scenario, target, diagnostics);
        resolve_bound(scenario, target, diagnostics);
    }
}
