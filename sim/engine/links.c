#include "engine/assemble.h"

#include <stdlib.h>

bool lets_overflow(const struct seatsim_scenario *scenario)
{
    for (int i = 0; i < scenario->n_stages; i++)
        if (scenario->allocation[i].max_share > 0)
            return true;
    return false;
}

static int compare_links(const void *a, const void *b)
{
    const struct link *first = a, *second = b;
    if (first->rank != second->rank)
        return first->rank < second->rank ? -1 : 1;
    if (first->host != second->host)
        return first->host < second->host ? -1 : 1;
    return (first->home > second->home) - (first->home < second->home);
}

/* Rows of guests in all parts of a district. */
static int rows_of_district(const struct plan *plan, int district)
{
    const int *first_part = plan->districts[district].first_part;
    int rows = 0;
    for (int stage = 0; stage < plan->n_stages; stage++)
        rows += (first_part[stage + 1] - first_part[stage]) * plan->stages[stage].n_grades;
    return rows;
}

/* The links of one cluster.
 *
 *   places   [n_districts] where each of the scenario's districts stands in the plan */
static void link_cluster(struct plan *plan, struct cluster *cluster, const int *places)
{
    cluster->first_link = plan->n_links;
    for (int home = 0; home < cluster->n_districts; home++) {
        const struct district *given = &plan->scenario->districts[plan->districts[cluster->first_district + home].index];
        for (int rank = 0; rank < given->n_neighbours; rank++)
            plan->links[plan->n_links++] =
                (struct link) { home, places[given->neighbours[rank]] - cluster->first_district, rank, 0 };
    }
    cluster->n_links = plan->n_links - cluster->first_link;
    struct link *links = plan->links + cluster->first_link;
    qsort(links, (size_t)cluster->n_links, sizeof *links, compare_links);
    for (int i = 0; i < cluster->n_links; i++) {
        links[i].first_row = cluster->guest_rows;
        cluster->guest_rows += rows_of_district(plan, cluster->first_district + links[i].host);
    }
}

bool assemble_links(struct plan *plan)
{
    size_t count = 0;
    if (!lets_overflow(plan->scenario))
        return true;
    for (int i = 0; i < plan->n_districts; i++)
        count += (size_t)plan->scenario->districts[i].n_neighbours;
    int *places = district_places(plan);
    plan->links = arena_new(&plan->arena, count, sizeof *plan->links);
    if (!places || !plan->links)
        return false;
    for (int i = 0; i < plan->n_clusters; i++)
        link_cluster(plan, &plan->clusters[i], places);
    return true;
}
