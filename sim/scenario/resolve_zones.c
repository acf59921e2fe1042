/* Who is preferred: weights of sectors, zones of facilities, and where the children of a zone ask next. */
#include "base/map.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"

#include <math.h>
#include <string.h>

/* --- weights ----------------------------------------------------------------------------------------------------- */

static void resolve_weights(struct seatsim_scenario *scenario, struct allocation *allocation,
                            struct seatsim_diagnostics *diagnostics)
{
    struct things sectors = sectors_of(scenario);
    const struct amounts *given = &allocation->given_weights;
    allocation->weights = arena_new(&scenario->arena, (size_t)scenario->n_sectors, sizeof *allocation->weights);
    if (!allocation->weights) {
        report_no_memory(diagnostics);
        return;
    }
    for (int sector = 0; sector < scenario->n_sectors; sector++)
        allocation->weights[sector] = 1;
    for (int i = 0; i < given->count; i++) {
        int sector = find_thing(&sectors, given->names[i], given->places[i], diagnostics);
        if (sector >= 0)
            allocation->weights[sector] = given->values[i];
    }
}

/* --- overflow ---------------------------------------------------------------------------------------------------- */

static bool shares_stage(const struct facility *one, const struct facility *other)
{
    for (int i = 0; i < one->n_parts; i++)
        for (int j = 0; j < other->n_parts; j++)
            if (one->parts[i].stage == other->parts[j].stage)
                return true;
    return false;
}

/* Why children of one facility cannot go on to another: the code of the message; NULL when they can. */
static const char *overflow_mistake(const struct facility *from, const struct facility *to)
{
    if (from == to)
        return "E258";
    return from->district != to->district || !shares_stage(from, to) ? "E259" : NULL;
}

static void resolve_overflow(struct seatsim_scenario *scenario, struct facility *facility, const struct things *facilities,
                             struct seatsim_diagnostics *diagnostics)
{
    const struct names *given = &facility->overflow_ids;
    facility->overflow = arena_new(&scenario->arena, (size_t)given->count, sizeof *facility->overflow);
    if (!facility->overflow) {
        report_no_memory(diagnostics);
        return;
    }
    for (int i = 0; i < given->count; i++) {
        int to = find_thing(facilities, given->ids[i], given->places[i], diagnostics);
        const char *mistake = to < 0 ? NULL : overflow_mistake(facility, &scenario->facilities[to]);
        if (mistake)
            report2(diagnostics, given->places[i], mistake, "id", facility->id, "to", given->ids[i]);
        else if (to >= 0)
            facility->overflow[facility->n_overflow++] = to;
    }
}

/* --- zones ------------------------------------------------------------------------------------------------------- */

/* [n_districts * n_stages] what the zones of standing facilities add up to. */
static void add_zones(const struct seatsim_scenario *scenario, double *sums, struct seatsim_diagnostics *diagnostics)
{
    for (int index = 0; index < scenario->n_facilities; index++) {
        const struct facility *facility = &scenario->facilities[index];
        for (int i = 0; i < facility->n_parts; i++) {
            double *sum = &sums[facility->district * scenario->n_stages + facility->parts[i].stage];
            double before = *sum;
            if (facility->opened_by >= 0 || isnan(facility->parts[i].zone))
                continue;
            *sum += facility->parts[i].zone;
            if (before <= 1 + 1e-9 && *sum > 1 + 1e-9)
                report(diagnostics, place_of(&facility->parts[i].section, "zone"), "E256",
                       (struct slot[]) { { "district", scenario->districts[facility->district].id },
                                         { "stage", scenario->stages[facility->parts[i].stage].id },
                                         { "sum", sum_text(*sum * 100).text }, { NULL, NULL } });
        }
    }
}

static bool has_zone(const struct seatsim_scenario *scenario, const double *sums, int stage)
{
    for (int district = 0; district < scenario->n_districts; district++)
        if (sums[district * scenario->n_stages + stage] > 0)
            return true;
    return false;
}

static void check_zones(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    double *sums = arena_new(&scenario->arena, (size_t)scenario->n_districts * (size_t)scenario->n_stages, sizeof *sums);
    if (!sums) {
        report_no_memory(diagnostics);
        return;
    }
    add_zones(scenario, sums, diagnostics);
    for (int stage = 0; stage < scenario->n_stages; stage++)
        if (scenario->allocation[stage].policy == POLICY_ZONES && !has_zone(scenario, sums, stage))
            report2(diagnostics, place_of(&scenario->allocation[stage].section, "policy"), "W257", "stage",
                    scenario->stages[stage].id, NULL, NULL);
}

void resolve_zones(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct things facilities = facilities_of(scenario);
    struct map map;
    for (int stage = 0; stage < scenario->n_stages; stage++)
        resolve_weights(scenario, &scenario->allocation[stage], diagnostics);
    if (map_things(&facilities, &map, &scenario->arena, diagnostics)) {
        facilities.map = &map;
        for (int index = 0; index < scenario->n_facilities; index++)
            resolve_overflow(scenario, &scenario->facilities[index], &facilities, diagnostics);
    }
    map_clear(&map);
    if (errors_reported(diagnostics) == 0)
        check_zones(scenario, diagnostics);
}
