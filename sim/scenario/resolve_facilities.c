/* Supply of the base year: districts, sectors, stages and the forms of capacity. */
#include "base/map.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>

static bool is_whole(double number)
{
    return number == floor(number);
}

void resolve_part(const struct seatsim_scenario *scenario, const struct given_part *given, const struct section *section,
                  struct part *part, struct seatsim_diagnostics *diagnostics)
{
    struct place place = section->node->place;
    const struct stage *stage = &scenario->stages[part->stage];
    part->rooms = isnan(given->rooms) ? given->classes : given->rooms;
    part->seats = given->seats;
    if (isnan(part->rooms) && isnan(part->seats)) {
        report2(diagnostics, place, "E220", "stage", stage->id, NULL, NULL);
        return;
    }
    if (!isnan(given->rooms) && !isnan(given->classes) && given->rooms != given->classes)
        report2(diagnostics, place, "E221", "rooms", number_text(given->rooms).text, "classes", number_text(given->classes).text);
    if (isnan(part->rooms))
        part->rooms = floor(part->seats / stage->planned_class + 1e-9);
    if (isnan(part->seats))
        part->seats = part->rooms * stage->planned_class;
    if (!is_whole(part->rooms))
        report2(diagnostics, place_of(section, isnan(given->rooms) ? "classes" : "rooms"), "E222", "rooms",
                number_text(part->rooms).text, NULL, NULL);
}

static void add_part(struct seatsim_scenario *scenario, const struct given_part *given, int stage, const struct section *section,
                     struct facility *facility, struct seatsim_diagnostics *diagnostics)
{
    struct part *part = &facility->parts[facility->n_parts++];
    part->section = given->section.node ? given->section : *section;
    part->stage = stage;
    part->pupils = given->pupils;
    part->zone = given->zone;
    resolve_part(scenario, given, &part->section, part, diagnostics);
    resolve_pupils(&part->pupils, &scenario->stages[stage], diagnostics);
    if (isnan(part->pupils.total))
        part->pupils.total = 0;
}

/* The size and the pupils of a school of several stages stand in each of them. */
static void check_beside_stages(const struct section *section, struct seatsim_diagnostics *diagnostics)
{
    static const char *const keys[] = { "rooms", "classes", "seats", "pupils" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (node_get(section->node, keys[i]))
            report2(diagnostics, place_of(section, keys[i]), "E224", "key", keys[i], NULL, NULL);
}

void resolve_parts(struct seatsim_scenario *scenario, const struct section *section, const char *stage_id,
                   const struct given_part *single, const struct given_part *stages, struct facility *facility,
                   struct seatsim_diagnostics *diagnostics)
{
    struct things known = stages_of(scenario);
    facility->parts = arena_new(&scenario->arena, (size_t)scenario->n_stages, sizeof *facility->parts);
    if (!facility->parts) {
        report_no_memory(diagnostics);
        return;
    }
    if ((stage_id != NULL) == (node_get(section->node, "stages") != NULL)) {
        report(diagnostics, section->node->place, "E223", NULL);
        return;
    }
    if (!stage_id)
        check_beside_stages(section, diagnostics);
    int stage = stage_id ? find_thing(&known, stage_id, place_of(section, "stage"), diagnostics) : -1;
    if (stage >= 0)
        add_part(scenario, single, stage, section, facility, diagnostics);
    for (int index = 0; !stage_id && index < scenario->n_stages; index++)
        if (stages[index].section.node) {
            struct given_part given = stages[index];
            given.zone = isnan(given.zone) ? single->zone : given.zone; /* a zone of the whole school is that of each stage */
            add_part(scenario, &given, index, section, facility, diagnostics);
        }
}

static void resolve_facility(struct seatsim_scenario *scenario, struct facility *facility, const struct map *districts,
                             struct seatsim_diagnostics *diagnostics)
{
    struct things sectors = sectors_of(scenario);
    facility->opened_by = -1;
    facility->sites = (int)facility->given_sites;
    facility->district = district_named(scenario, facility->district_id, &facility->section, districts, diagnostics);
    facility->sector = find_thing(&sectors, facility->sector_id, place_of(&facility->section, "sector"), diagnostics);
    resolve_parts(scenario, &facility->section, facility->stage_id, &facility->given, facility->given_stages, facility,
                  diagnostics);
}

void resolve_facilities(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct things list = districts_of(scenario);
    struct map districts;
    if (map_things(&list, &districts, &scenario->arena, diagnostics))
        for (int index = 0; index < scenario->n_facilities; index++)
            resolve_facility(scenario, &scenario->facilities[index], &districts, diagnostics);
    map_clear(&districts);
}
