#include "engine/assemble.h"

/* --- counting: how many parts each district has in each stage ---------------------------------------------------- */

int *district_places(struct plan *plan)
{
    int *places = arena_new(&plan->arena, (size_t)plan->n_districts, sizeof *places);
    for (int i = 0; places && i < plan->n_districts; i++)
        places[plan->districts[i].index] = i;
    return places;
}

static void count_parts(struct plan *plan, const int *places)
{
    for (int i = 0; i < plan->n_facilities; i++) {
        const struct facility *facility = &plan->scenario->facilities[i];
        for (int j = 0; j < facility->n_parts; j++)
            plan->districts[places[facility->district]].first_part[facility->parts[j].stage]++;
        plan->n_parts += facility->n_parts;
    }
}

/* From counts to where each stage's parts begin. */
static void number_parts(struct plan *plan)
{
    int next = 0;
    for (int i = 0; i < plan->n_clusters; i++) {
        struct cluster *cluster = &plan->clusters[i];
        cluster->first_part = next;
        for (int j = 0; j < cluster->n_districts; j++) {
            int *first = plan->districts[cluster->first_district + j].first_part;
            for (int stage = 0; stage <= plan->n_stages; stage++) {
                int count = first[stage];
                first[stage] = next;
                next += count;
            }
        }
        cluster->n_parts = next - cluster->first_part;
    }
}

/* --- filling ----------------------------------------------------------------------------------------------------- */

static bool fill_part(struct plan *plan, int place, int facility, const struct part *part, int result)
{
    struct plan_part *filled = &plan->parts[place];
    filled->given = part;
    filled->zone = part->zone > 0 ? part->zone : 0;
    filled->merged_in = part->merged_in > 0;
    filled->facility = facility;
    filled->stage = part->stage;
    filled->result = result;
    filled->feeder = -1;
    filled->pupils = arena_new(&plan->arena, (size_t)plan->stages[part->stage].n_grades, sizeof *filled->pupils);
    plan->facilities[facility].parts[part->stage] = place;
    return filled->pupils;
}

/* Whether a facility fills up from the entry grade: as its opening says; one that was split off goes on as its origin. */
static bool fills_by_entry(const struct seatsim_scenario *scenario, int facility)
{
    int opened_by = scenario->facilities[facility].opened_by;
    while (opened_by >= 0 && scenario->projects[opened_by].kind == PROJECT_CONVERT_SECTOR)
        opened_by = scenario->facilities[scenario->projects[opened_by].facility].opened_by;
    return opened_by >= 0 && scenario->projects[opened_by].fill == FILL_ENTRY;
}

/* `taken` counts, by district and stage, the parts that have their place. */
static bool fill_facility(struct plan *plan, int index, const int *places, int *taken, int *result)
{
    const struct facility *facility = &plan->scenario->facilities[index];
    struct plan_facility *filled = &plan->facilities[index];
    int district = places[facility->district];
    filled->sector = facility->sector;
    filled->sites = facility->sites;
    filled->stands = facility->opened_by < 0;
    filled->by_entry = fills_by_entry(plan->scenario, index);
    filled->parts = arena_new(&plan->arena, (size_t)plan->n_stages, sizeof *filled->parts);
    if (!filled->parts)
        return false;
    for (int stage = 0; stage < plan->n_stages; stage++)
        filled->parts[stage] = -1;
    for (int i = 0; i < facility->n_parts; i++) {
        int stage = facility->parts[i].stage;
        int place = plan->districts[district].first_part[stage] + taken[district * plan->n_stages + stage]++;
        if (!fill_part(plan, place, index, &facility->parts[i], (*result)++))
            return false;
    }
    return true;
}

/* A combined school's leavers claim its next stage. */
static void link_feeders(struct plan *plan)
{
    for (int i = 0; i < plan->n_parts; i++) {
        struct plan_part *part = &plan->parts[i];
        if (part->stage > 0 && plan->scenario->facilities[part->facility].through)
            part->feeder = plan->facilities[part->facility].parts[part->stage - 1];
    }
}

/* Where the children of each part's zone ask next: the parts of the overflow facilities in the same stage. */
static bool link_overflow(struct plan *plan, const int *places)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    for (int i = 0; i < plan->n_facilities; i++)
        if (scenario->facilities[i].n_overflow > plan->n_overflow)
            plan->n_overflow = scenario->facilities[i].n_overflow;
    plan->overflow = arena_new(&plan->arena, (size_t)plan->n_parts * (size_t)plan->n_overflow, sizeof *plan->overflow);
    for (int i = 0; plan->overflow && i < plan->n_parts; i++) {
        const struct facility *facility = &scenario->facilities[plan->parts[i].facility];
        int first = plan->districts[places[facility->district]].first_part[plan->parts[i].stage];
        for (int rank = 0; rank < plan->n_overflow; rank++) {
            int to = rank < facility->n_overflow ? plan->facilities[facility->overflow[rank]].parts[plan->parts[i].stage] : -1;
            plan->overflow[(ptrdiff_t)i * plan->n_overflow + rank] = to < 0 ? -1 : to - first;
        }
    }
    return plan->overflow;
}

bool assemble_parts(struct plan *plan)
{
    struct arena *arena = &plan->arena;
    int *places = district_places(plan), result = 0;
    for (int i = 0; i < plan->n_districts; i++) {
        plan->districts[i].first_part = arena_new(arena, (size_t)plan->n_stages + 1, sizeof(int));
        if (!plan->districts[i].first_part)
            return false;
    }
    int *taken = arena_new(arena, (size_t)plan->n_districts * (size_t)plan->n_stages, sizeof *taken);
    plan->facilities = arena_new(arena, (size_t)plan->n_facilities, sizeof *plan->facilities);
    if (!places || !taken || !plan->facilities)
        return false;
    count_parts(plan, places);
    number_parts(plan);
    plan->parts = arena_new(arena, (size_t)plan->n_parts, sizeof *plan->parts);
    plan->by_entry = arena_new(arena, (size_t)plan->n_parts, sizeof *plan->by_entry);
    if (!plan->parts || !plan->by_entry)
        return false;
    for (int i = 0; i < plan->n_facilities; i++)
        if (!fill_facility(plan, i, places, taken, &result))
            return false;
    link_feeders(plan);
    for (int i = 0; i < plan->n_parts; i++)
        plan->by_entry[i] = plan->facilities[plan->parts[i].facility].by_entry;
    return link_overflow(plan, places);
}
