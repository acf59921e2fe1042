#include "engine/assemble.h"

#include <stdlib.h>

/* Openings, ends and all others. */
static int turn_of(const struct change *change)
{
    return change->kind < CHANGE_EXPAND ? (int)change->kind : (int)CHANGE_EXPAND;
}

static int compare_changes(const void *a, const void *b)
{
    const struct change *first = a, *second = b;
    if (first->cluster != second->cluster)
        return first->cluster < second->cluster ? -1 : 1;
    if (first->autumn != second->autumn)
        return first->autumn < second->autumn ? -1 : 1;
    if (turn_of(first) != turn_of(second))
        return turn_of(first) < turn_of(second) ? -1 : 1;
    return (first->project > second->project) - (first->project < second->project);
}

static enum change_kind kind_of(enum project_kind kind)
{
    switch (kind) {
    case PROJECT_OPEN: return CHANGE_OPEN;
    case PROJECT_CONVERT_SECTOR: return CHANGE_SECTOR;
    case PROJECT_CONVERT_ROOMS: return CHANGE_ROOMS;
    case PROJECT_CLOSE: return CHANGE_CLOSE;
    case PROJECT_MERGE: return CHANGE_MERGE;
    case PROJECT_EXPAND:
    case PROJECT_KINDS: break;
    }
    return CHANGE_EXPAND;
}

/* The part of a facility that serves a stage; -1 for no stage. */
static int part_at(const struct plan *plan, int facility, int stage)
{
    return stage < 0 ? -1 : plan->facilities[facility].parts[stage];
}

static struct change change_of(const struct plan *plan, int index)
{
    const struct project *project = &plan->scenario->projects[index];
    return (struct change) {
        .autumn = project->effective - plan->scenario->base_year,
        .kind = kind_of(project->kind),
        .project = index,
        .facility = project->facility,
        .into = project->into,
        .part = part_at(plan, project->facility, project->stage),
        .to_part = part_at(plan, project->facility, project->to_stage),
        .rooms = project->rooms,
        .seats = project->seats,
        .rule = project->rule < 0 ? NULL : &plan->scenario->rules[project->rule],
        .sector = project->sector,
        .sites = project->sites,
        .split = project->split,
    };
}

/* Adds what a project does inside the run; an expansion that ends before it begins does nothing. */
static void add_changes(struct plan *plan, int index)
{
    const struct project *project = &plan->scenario->projects[index];
    bool ends = project->kind == PROJECT_EXPAND && project->until > 0;
    if (project->effective > plan->scenario->horizon || (ends && project->until <= project->effective))
        return;
    struct change change = change_of(plan, index);
    plan->changes[plan->n_changes++] = change;
    if (ends && project->until <= plan->scenario->horizon) {
        change.kind = CHANGE_SHRINK;
        change.autumn = project->until - plan->scenario->base_year;
        plan->changes[plan->n_changes++] = change;
    }
}

/* Where each of the scenario's districts stands in the plan, and in which cluster. */
static void locate_changes(struct plan *plan, int *district_of, int *cluster_of)
{
    for (int i = 0; i < plan->n_clusters; i++)
        for (int j = 0; j < plan->clusters[i].n_districts; j++) {
            int district = plan->clusters[i].first_district + j, index = plan->districts[district].index;
            district_of[index] = district;
            cluster_of[index] = i;
        }
    for (int i = 0; i < plan->n_changes; i++) {
        int index = plan->scenario->facilities[plan->changes[i].facility].district;
        plan->changes[i].district = district_of[index];
        plan->changes[i].cluster = cluster_of[index];
    }
}

static void number_changes(struct plan *plan)
{
    int next = 0;
    for (int i = 0; i < plan->n_clusters; i++) {
        plan->clusters[i].first_change = next;
        while (next < plan->n_changes && plan->changes[next].cluster == i)
            next++;
        plan->clusters[i].n_changes = next - plan->clusters[i].first_change;
    }
}

bool assemble_changes(struct plan *plan)
{
    size_t districts = (size_t)plan->n_districts;
    int *district_of = arena_new(&plan->arena, districts, sizeof *district_of);
    int *cluster_of = arena_new(&plan->arena, districts, sizeof *cluster_of);
    plan->changes = arena_new(&plan->arena, 2 * (size_t)plan->scenario->n_projects, sizeof *plan->changes);
    if (!district_of || !cluster_of || !plan->changes)
        return false;
    for (int i = 0; i < plan->scenario->n_projects; i++)
        add_changes(plan, i);
    locate_changes(plan, district_of, cluster_of);
    qsort(plan->changes, (size_t)plan->n_changes, sizeof *plan->changes, compare_changes);
    number_changes(plan);
    return true;
}
