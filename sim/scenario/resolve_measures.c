/* What the scenario names and is counted name by name: tags, resources and payers. Which indicators there are follows from
 * them; facilities and parts get what they have of each in the order of the names. */
#include "base/map.h"
#include "model/indicators.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Names of one kind: each is counted in every part and year. */
enum { NAMES_MOST = 100 };

struct collecting {
    struct seatsim_scenario *scenario;
    struct seatsim_diagnostics *diagnostics;
    struct map known;
    const char *names[NAMES_MOST];
    int count;
};

static void collect_name(struct collecting *at, const char *kind, const char *name, struct place place)
{
    int put = at->count < NAMES_MOST ? map_put(&at->known, name, strlen(name), at->count)
                                     : map_get(&at->known, name, strlen(name)) < 0;
    if (put < 0)
        report_no_memory(at->diagnostics);
    if (put != 1)
        return;
    if (at->count < NAMES_MOST)
        at->names[at->count] = name;
    else if (at->count == NAMES_MOST)
        report2(at->diagnostics, place, "E261", "kind", kind, "most", number_text(NAMES_MOST).text);
    at->count++;
}

static void collect_tags(struct collecting *at, const struct names *tags)
{
    for (int i = 0; i < tags->count; i++)
        collect_name(at, "tags", tags->ids[i], tags->places[i]);
}

static void collect_resources(struct collecting *at, const struct amounts *resources, const struct given_part *stages)
{
    for (int i = 0; i < resources->count; i++)
        collect_name(at, "resources", resources->names[i], resources->places[i]);
    for (int stage = 0; stages && stage < at->scenario->n_stages; stage++)
        collect_resources(at, &stages[stage].resources, NULL);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Takes over what was collected. Tags and resources stand in the order of their names, so that the order of facilities means
 * nothing; payers as they are listed. */
static struct name_list taken(struct collecting *at, bool sorted)
{
    struct name_list list = { at->count < NAMES_MOST ? at->count : NAMES_MOST, NULL };
    const char **names = arena_new(&at->scenario->arena, (size_t)list.count, sizeof *names);
    if (!names) {
        report_no_memory(at->diagnostics);
        list.count = 0;
    }
    if (list.count > 0)
        memcpy(names, at->names, (size_t)list.count * sizeof *names);
    if (list.count > 0 && sorted)
        qsort(names, (size_t)list.count, sizeof *names, compare_names);
    list.names = names;
    map_clear(&at->known);
    map_init(&at->known, &at->scenario->arena);
    at->count = 0;
    return list;
}

void resolve_measures(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct collecting at = { .scenario = scenario, .diagnostics = diagnostics };
    struct name_list names[OFS] = { { 0, NULL } };
    map_init(&at.known, &scenario->arena);
    for (int i = 0; i < scenario->n_facilities; i++)
        collect_tags(&at, &scenario->facilities[i].tags);
    for (int i = 0; i < scenario->n_projects; i++)
        collect_tags(&at, &scenario->projects[i].tags);
    names[OF_TAG] = taken(&at, true);
    for (int i = 0; i < scenario->n_facilities; i++)
        collect_resources(&at, &scenario->facilities[i].given.resources, scenario->facilities[i].given_stages);
    for (int i = 0; i < scenario->n_projects; i++)
        collect_resources(&at, &scenario->projects[i].resources, scenario->projects[i].given_stages);
    names[OF_RESOURCE] = taken(&at, true);
    for (int i = 0; i < scenario->money.payers.count; i++)
        collect_name(&at, "payers", scenario->money.payers.ids[i], scenario->money.payers.places[i]);
    names[OF_PAYER] = taken(&at, false);
    map_clear(&at.known);
    if (!measures_make(names, &scenario->arena, &scenario->measures))
        report_no_memory(diagnostics);
}

/* --- what each facility has -------------------------------------------------------------------------------------- */

/* The index of a name in a list in its order; -1 when it is not there. */
static int index_of(const struct name_list *list, const char *name)
{
    const char **found =
        list->count ? bsearch(&name, list->names, (size_t)list->count, sizeof *list->names, compare_names) : NULL;
    return found ? (int)((const char *const *)found - list->names) : -1;
}

static bool resolve_tags(struct seatsim_scenario *scenario, struct facility *facility)
{
    const struct name_list *tags = &scenario->measures.names[OF_TAG];
    facility->tagged = arena_new(&scenario->arena, (size_t)tags->count, sizeof *facility->tagged);
    for (int i = 0; facility->tagged && i < facility->tags.count; i++) {
        int tag = index_of(tags, facility->tags.ids[i]);
        if (tag >= 0)
            facility->tagged[tag] = true;
    }
    return facility->tagged;
}

/* Whether a part that is there from the start does not say what it has. */
static bool is_silent(const struct part *part, int resource)
{
    return !part->merged_in && isnan(part->resources[resource]);
}

/* Deals what the whole school has of a resource to the stages that do not say it themselves, as their seats lie, in equal
 * parts where there are none. */
static void deal(struct facility *facility, int resource, double amount)
{
    double seats = 0;
    int silent = 0;
    for (int i = 0; i < facility->n_parts; i++)
        if (is_silent(&facility->parts[i], resource)) {
            seats += facility->parts[i].seats;
            silent++;
        }
    for (int i = 0; i < facility->n_parts; i++) {
        struct part *part = &facility->parts[i];
        if (is_silent(part, resource))
            part->resources[resource] = amount * (seats > 0 ? part->seats / seats : 1.0 / silent);
    }
}

/* The resources that a facility opens with, part by part. */
static bool resolve_resources(struct seatsim_scenario *scenario, struct facility *facility, const struct given_part *stages)
{
    const struct name_list *resources = &scenario->measures.names[OF_RESOURCE];
    for (int i = 0; i < facility->n_parts; i++) {
        struct part *part = &facility->parts[i];
        part->resources = arena_new(&scenario->arena, (size_t)resources->count, sizeof *part->resources);
        if (!part->resources)
            return false;
        for (int resource = 0; resource < resources->count; resource++)
            part->resources[resource] =
                stages ? amount_named(&stages[part->stage].resources, resources->names[resource], NAN) : NAN;
    }
    for (int resource = 0; resource < resources->count; resource++)
        deal(facility, resource, amount_named(&facility->given.resources, resources->names[resource], NAN));
    return true;
}

void resolve_named(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    for (int i = 0; i < scenario->n_facilities; i++) {
        struct facility *facility = &scenario->facilities[i];
        const struct given_part *stages =
            facility->opened_by < 0 ? facility->given_stages : scenario->projects[facility->opened_by].given_stages;
        if (!resolve_tags(scenario, facility) || !resolve_resources(scenario, facility, stages)) {
            report_no_memory(diagnostics);
            return;
        }
    }
}
