#include "scenario/resolve.h"

#include "model/indicators.h"
#include "scenario/lookup.h"

#include <string.h>

bool resolve(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    int before = errors_reported(diagnostics);
    resolve_standard(scenario, diagnostics);
    if (errors_reported(diagnostics) > before)
        return false; /* nothing else has a meaning without stages and years */
    resolve_districts(scenario, diagnostics);
    resolve_people(scenario, diagnostics);
    resolve_measures(scenario, diagnostics);
    resolve_rules(scenario, diagnostics);
    resolve_facilities(scenario, diagnostics);
    resolve_projects(scenario, diagnostics);
    resolve_zones(scenario, diagnostics);
    resolve_money(scenario, diagnostics);
    resolve_targets(scenario, diagnostics);
    if (errors_reported(diagnostics) > before)
        return false;
    resolve_named(scenario, diagnostics);
    check_sums(scenario, diagnostics);
    return errors_reported(diagnostics) == before;
}

/* --- names to indices -------------------------------------------------------------------------------------------- */

/* The id of element `index` of an array of structs, whose id stands `offset` bytes into each. */
static const char *id_at(const struct things *things, int index)
{
    return *(const char *const *)((const char *)things->array + (size_t)index * things->size + things->offset);
}

/* The nearest id among the first few hundred: suggestions must not cost more than the loading. */
static const char *nearest_id(const struct things *things, const char *id)
{
    const char *names[500];
    int count = 0;
    for (int i = 0; i < things->count && count < 500; i++)
        if (id_at(things, i))
            names[count++] = id_at(things, i);
    return text_nearest(id, names, count);
}

bool has_near(const struct things *things, const char *id)
{
    return nearest_id(things, id) != NULL;
}

int index_in(const struct things *things, const char *id)
{
    if (things->map)
        return map_get(things->map, id, strlen(id));
    for (int i = 0; i < things->count; i++)
        if (id_at(things, i) && strcmp(id_at(things, i), id) == 0)
            return i;
    return -1;
}

int find_thing(const struct things *things, const char *id, struct place place, struct seatsim_diagnostics *diagnostics)
{
    int found = index_in(things, id);
    if (found < 0)
        report(diagnostics, place, "E200",
               (struct slot[]){ { "kind", things->kind }, { "id", id }, { "nearest", nearest_id(things, id) }, { NULL, NULL } });
    return found;
}

/* The nearest indicator: of one that exists for each name only ("balance") the first of its names. */
static const char *nearest_indicator(const struct measures *measures, const char *id)
{
    const char *names[500];
    size_t length = strlen(id);
    int count = measures->n_indicators < 500 ? measures->n_indicators : 500;
    for (int i = 0; i < count; i++) {
        names[i] = measures->indicators[i].id;
        if (strncmp(names[i], id, length) == 0 && names[i][length] == '.')
            return names[i];
    }
    return text_nearest(id, names, count);
}

static void report_indicator(const char *id, const char *nearest, struct place place, struct seatsim_diagnostics *diagnostics)
{
    report(diagnostics, place, "E230",
           (struct slot[]) { { "id", id }, { "nearest", nearest }, { "format", nearest ? NULL : "markdown" }, { NULL, NULL } });
}

int find_indicator(const struct measures *measures, const char *id, struct place place, struct seatsim_diagnostics *diagnostics)
{
    int found = measure_of(measures, id);
    if (found < 0)
        report_indicator(id, nearest_indicator(measures, id), place, diagnostics);
    return found;
}

bool is_served(const struct seatsim_scenario *scenario, int stage)
{
    for (int facility = 0; facility < scenario->n_facilities; facility++)
        if (facility_part(&scenario->facilities[facility], stage))
            return true;
    return false;
}

void report_share(const struct section *section, const char *key, double share, struct seatsim_diagnostics *diagnostics)
{
    report2(diagnostics, place_of(section, key), "W250", "key", key, "value", number_text(share).text);
}

struct things stages_of(const struct seatsim_scenario *scenario)
{
    return (
        struct things){ "stage", scenario->stages, scenario->n_stages, sizeof(struct stage), offsetof(struct stage, id), NULL };
}

struct things sectors_of(const struct seatsim_scenario *scenario)
{
    return (struct things){ "sector", scenario->sectors, scenario->n_sectors, sizeof(struct sector), offsetof(struct sector, id),
                            NULL };
}

struct things districts_of(const struct seatsim_scenario *scenario)
{
    return (struct things){
        "district", scenario->districts, scenario->n_districts, sizeof(struct district), offsetof(struct district, id), NULL
    };
}

struct things facilities_of(const struct seatsim_scenario *scenario)
{
    return (struct things){ "facility", scenario->facilities, scenario->n_facilities, sizeof(struct facility),
                            offsetof(struct facility, id), NULL };
}

int district_named(const struct seatsim_scenario *scenario, const char *id, const struct section *section, const struct map *map,
                   struct seatsim_diagnostics *diagnostics)
{
    struct things districts = districts_of(scenario);
    districts.map = map;
    if (id)
        return find_thing(&districts, id, place_of(section, "district"), diagnostics);
    if (scenario->n_districts == 1)
        return 0;
    report(diagnostics, place_of(section, "district"), "E203", NULL);
    return -1;
}

bool map_things(const struct things *things, struct map *map, struct arena *arena, struct seatsim_diagnostics *diagnostics)
{
    map_init(map, arena);
    for (int i = 0; i < things->count; i++)
        if (id_at(things, i) && map_put(map, id_at(things, i), strlen(id_at(things, i)), i) < 0) {
            report_no_memory(diagnostics);
            return false;
        }
    return true;
}
