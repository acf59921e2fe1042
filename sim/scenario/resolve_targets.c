/* Targets: about which indicator, stages and places, and in which years. */
#include "base/map.h"
#include "model/indicators.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <string.h>

/* What all targets are looked up in. */
struct aiming {
    struct seatsim_scenario *scenario;
    struct things districts, facilities; /* by maps */
    const bool *served;                  /* [n_stages] by any facility */
    struct seatsim_diagnostics *diagnostics;
};

/* Whether anybody the target could be about serves a stage. */
static bool is_served_there(const struct aiming *at, const struct target *target, int stage)
{
    if (target->scope == TARGET_FACILITY)
        return target->place < 0 || facility_part(&at->scenario->facilities[target->place], stage);
    return at->served[stage];
}

static void report_not_served(const struct target *target, const char *stage, struct place place,
                              struct seatsim_diagnostics *diagnostics)
{
    if (target->scope == TARGET_FACILITY)
        report2(diagnostics, place, "E275", "id", target->scope_id, "stage", stage);
    else
        report2(diagnostics, place, "E250", "stage", stage, NULL, NULL);
}

/* The stages it names, or all that somebody serves. */
static void resolve_target_stages(const struct aiming *at, struct target *target)
{
    struct seatsim_scenario *scenario = at->scenario;
    struct things known = stages_of(scenario);
    int *stages = arena_new(&scenario->arena, (size_t)(target->stage_ids.count + scenario->n_stages), sizeof *stages);
    target->stages = stages;
    if (!stages) {
        report_no_memory(at->diagnostics);
        return;
    }
    for (int i = 0; i < target->stage_ids.count; i++) {
        int stage = find_thing(&known, target->stage_ids.ids[i], target->stage_ids.places[i], at->diagnostics);
        if (stage >= 0 && !is_served_there(at, target, stage))
            report_not_served(target, target->stage_ids.ids[i], target->stage_ids.places[i], at->diagnostics);
        if (stage >= 0)
            stages[target->n_stages++] = stage;
    }
    for (int stage = 0; target->stage_ids.count == 0 && stage < scenario->n_stages; stage++)
        if (is_served_there(at, target, stage))
            stages[target->n_stages++] = stage;
}

/* --- where ------------------------------------------------------------------------------------------------------- */

/* What follows "districts." in a scope such as "districts.west"; NULL when it begins otherwise. */
static const char *name_behind(const char *scope, const char *list)
{
    size_t length = strlen(list);
    return strncmp(scope, list, length) == 0 && scope[length] == '.' ? scope + length + 1 : NULL;
}

/* A place by its bare name: a district or a facility. */
static void find_place(const struct aiming *at, struct target *target)
{
    const struct things *districts = &at->districts, *facilities = &at->facilities;
    struct place place = place_of(&target->section, "scope");
    int district = index_in(districts, target->scope_id);
    int facility = index_in(facilities, target->scope_id);
    target->scope = facility >= 0 ? TARGET_FACILITY : TARGET_DISTRICT;
    target->place = facility >= 0 ? facility : district;
    if (district >= 0 && facility >= 0)
        report2(at->diagnostics, place, "E272", "id", target->scope_id, NULL, NULL);
    else if (district < 0 && facility < 0)
        find_thing(has_near(facilities, target->scope_id) && !has_near(districts, target->scope_id) ? facilities : districts,
                   target->scope_id, place, at->diagnostics);
}

static void resolve_scope(const struct aiming *at, struct target *target)
{
    struct place place = place_of(&target->section, "scope");
    const char *district = name_behind(target->scope_id, "districts"), *facility = name_behind(target->scope_id, "facilities");
    target->place = -1;
    if (strcmp(target->scope_id, "region") == 0) {
        target->scope = TARGET_REGION;
    } else if (strcmp(target->scope_id, "districts") == 0) {
        target->scope = TARGET_DISTRICTS;
    } else if (strcmp(target->scope_id, "facilities") == 0) {
        target->scope = TARGET_FACILITIES;
    } else if (district) {
        target->scope = TARGET_DISTRICT;
        target->place = find_thing(&at->districts, district, place, at->diagnostics);
    } else if (facility) {
        target->scope = TARGET_FACILITY;
        target->place = find_thing(&at->facilities, facility, place, at->diagnostics);
    } else {
        find_place(at, target);
    }
}

/* --- of what ----------------------------------------------------------------------------------------------------- */

static void report_by_sector(const struct target *target, struct seatsim_scenario *scenario,
                             struct seatsim_diagnostics *diagnostics)
{
    struct buffer known;
    buffer_init(&known, &scenario->arena.allocator);
    for (int i = 0; i < scenario->measures.n_indicators; i++)
        if (scenario->measures.indicators[i].by_sector) {
            buffer_text(&known, known.length > 0 ? ", " : "");
            buffer_text(&known, scenario->measures.indicators[i].id);
        }
    if (known.failed)
        report_no_memory(diagnostics);
    else
        report2(diagnostics, place_of(&target->section, "sector"), "E274", "indicator", target->indicator_id, "known",
                known.text);
    buffer_clear(&known);
}

/* Every indicator of a facility is one of its sector, too. */
static void resolve_measure(struct seatsim_scenario *scenario, struct target *target, struct seatsim_diagnostics *diagnostics)
{
    struct things sectors = sectors_of(scenario);
    bool facilities = target->scope == TARGET_FACILITY || target->scope == TARGET_FACILITIES;
    const struct measures *measures = &scenario->measures;
    target->indicator = find_indicator(measures, target->indicator_id, place_of(&target->section, "indicator"), diagnostics);
    target->sector = -1;
    if (target->sector_id)
        target->sector = find_thing(&sectors, target->sector_id, place_of(&target->section, "sector"), diagnostics);
    if (target->indicator < 0)
        return;
    if (facilities && indicator_level(measures, &measures->indicators[target->indicator]) != LEVEL_FACILITY)
        report2(diagnostics, place_of(&target->section, "scope"), "E270", "indicator", target->indicator_id, NULL, NULL);
    if (target->sector >= 0 && !facilities && !measures->indicators[target->indicator].by_sector)
        report_by_sector(target, scenario, diagnostics);
}

/* --- when -------------------------------------------------------------------------------------------------------- */

static void resolve_target_years(struct seatsim_scenario *scenario, struct target *target,
                                 struct seatsim_diagnostics *diagnostics)
{
    const char *key = target->in ? "in" : target->from ? "from" : "by";
    int year = target->in ? target->in : target->from ? target->from : target->by;
    if ((target->in != 0) + (target->from != 0) + (target->by != 0) != 1)
        report2(diagnostics, target->section.node->place, "E251", "target", target->id, NULL, NULL);
    target->first_year = target->by ? scenario->base_year : year;
    target->last_year = target->from ? scenario->horizon : year;
    target->one_year = target->by != 0;
    if (year && (year < scenario->base_year || year > scenario->horizon))
        report(diagnostics, place_of(&target->section, key), "E252",
               (struct slot[]){ { "year", number_text(year).text },
                                { "first", number_text(scenario->base_year).text },
                                { "last", number_text(scenario->horizon).text },
                                { NULL, NULL } });
}

/* --- how much ---------------------------------------------------------------------------------------------------- */

static const struct bound *given_bound(const struct target *target)
{
    switch (target->comparison) {
    case AT_MOST:
        return &target->given_at_most;
    case EQUALS:
        return &target->given_equals;
    default:
        return &target->given_at_least;
    }
}

/* The classes of a stage have one limit, or it cannot be stretched: a class counts as too large by that of its grade. */
static bool has_one_limit(const struct stage *stage)
{
    for (int grade = 1; grade < stage->n_grades; grade++)
        if (number_below(stage->class_limit[0], stage->class_limit[grade]) ||
            number_below(stage->class_limit[grade], stage->class_limit[0]))
            return false;
    return true;
}

static void check_limit(const struct seatsim_scenario *scenario, const struct target *target, struct place place,
                        struct seatsim_diagnostics *diagnostics)
{
    enum limit limit = target->indicator >= 0 ? scenario->measures.indicators[target->indicator].limit : LIMIT_CLASS;
    if (target->comparison != AT_MOST)
        report2(diagnostics, place, "E276", NULL, NULL, NULL, NULL);
    else if (limit == LIMIT_NONE)
        report2(diagnostics, place, "E254", "indicator", target->indicator_id, NULL, NULL);
    for (int i = 0; limit == LIMIT_CLASS && target->tolerance > 0 && i < target->n_stages; i++)
        if (!has_one_limit(&scenario->stages[target->stages[i]]))
            report2(diagnostics, place_of(&target->section, "tolerance"), "E273", "stage", scenario->stages[target->stages[i]].id,
                    NULL, NULL);
}

static void resolve_range(struct target *target, struct seatsim_diagnostics *diagnostics)
{
    target->comparison = BETWEEN;
    target->bound = target->given_between.values[0];
    target->upper = target->given_between.values[1];
    if (target->upper < target->bound)
        report2(diagnostics, place_of(&target->section, "between"), "E271", "least", number_text(target->upper).text, "most",
                number_text(target->bound).text);
}

static void resolve_bound(const struct seatsim_scenario *scenario, struct target *target, struct seatsim_diagnostics *diagnostics)
{
    int given = target->given_at_least.given + target->given_at_most.given + target->given_equals.given +
                (target->given_between.count > 0);
    if (given != 1) {
        report2(diagnostics, target->section.node->place, "E253", "target", target->id, NULL, NULL);
        return;
    }
    target->comparison = target->given_at_most.given ? AT_MOST : target->given_equals.given ? EQUALS : AT_LEAST;
    if (target->given_between.count > 0)
        resolve_range(target, diagnostics);
    else
        target->bound = given_bound(target)->number;
    struct place place = place_of(&target->section, comparison_names[target->comparison]);
    if (target->comparison != BETWEEN && given_bound(target)->limit)
        check_limit(scenario, target, place, diagnostics);
    else if (target->indicator >= 0 && scenario->measures.indicators[target->indicator].unit == UNIT_SHARE && target->bound > 1)
        report_share(&target->section, comparison_names[target->comparison], target->bound, diagnostics);
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

/* [n_stages] which stages anybody serves; NULL without memory. */
static const bool *served_stages(struct seatsim_scenario *scenario)
{
    bool *served = arena_new(&scenario->arena, (size_t)scenario->n_stages, sizeof *served);
    for (int stage = 0; served && stage < scenario->n_stages; stage++)
        served[stage] = is_served(scenario, stage);
    return served;
}

static void resolve_target(const struct aiming *at, struct target *target)
{
    target->warning = target->severity == 1;
    resolve_scope(at, target);
    resolve_measure(at->scenario, target, at->diagnostics);
    resolve_target_stages(at, target);
    resolve_target_years(at->scenario, target, at->diagnostics);
    resolve_bound(at->scenario, target, at->diagnostics);
}

void resolve_targets(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct map districts = { NULL, NULL }, facilities = { NULL, NULL };
    struct aiming at = { .scenario = scenario, .diagnostics = diagnostics, .served = served_stages(scenario),
                         .districts = districts_of(scenario), .facilities = facilities_of(scenario) };
    int before = errors_reported(diagnostics);
    if (!at.served)
        report_no_memory(diagnostics);
    if (at.served && map_things(&at.districts, &districts, &scenario->arena, diagnostics) &&
        map_things(&at.facilities, &facilities, &scenario->arena, diagnostics)) {
        at.districts.map = &districts;
        at.facilities.map = &facilities;
        for (int index = 0; index < scenario->n_targets; index++)
            resolve_target(&at, &scenario->targets[index]);
        if (errors_reported(diagnostics) == before)
            check_contradictions(scenario, diagnostics);
    }
    map_clear(&facilities);
    map_clear(&districts);
}
