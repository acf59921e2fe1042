#include "engine/assemble.h"

/* The district that stands for all that are linked to one: the first of them. Paths are halved on the way. */
static int find_root(int *root, int district)
{
    while (root[district] != district) {
        root[district] = root[root[district]];
        district = root[district];
    }
    return district;
}

static void link_districts(int *root, int a, int b)
{
    int first = find_root(root, a), second = find_root(root, b);
    if (first < second)
        root[second] = first;
    else
        root[first] = second;
}

/* The region is all districts: whoever reads its indicator depends on all of them, and that makes them one. */
static void link_region_rules(const struct seatsim_scenario *scenario, int *root)
{
    for (int i = 0; i < scenario->n_projects; i++) {
        int rule = scenario->projects[i].rule;
        if (rule < 0 || scenario->rules[rule].scope != RULE_REGION)
            continue;
        for (int district = 1; district < scenario->n_districts; district++)
            link_districts(root, 0, district);
        return;
    }
}

/* Who may send children to a neighbour is linked to it. */
static void link_neighbours(const struct seatsim_scenario *scenario, int *root)
{
    for (int i = 0; i < scenario->n_districts && lets_overflow(scenario); i++)
        for (int rank = 0; rank < scenario->districts[i].n_neighbours; rank++)
            link_districts(root, i, scenario->districts[i].neighbours[rank]);
}

/* Deals districts to clusters; a cluster's number is given at its first district. */
static void number_clusters(struct plan *plan, int *root, int *cluster_of)
{
    for (int district = 0; district < plan->n_districts; district++) {
        int first = find_root(root, district);
        cluster_of[district] = first == district ? plan->n_clusters++ : cluster_of[first];
        plan->clusters[cluster_of[district]].n_districts++;
    }
}

static void order_districts(struct plan *plan, const int *cluster_of)
{
    int next = 0;
    for (int i = 0; i < plan->n_clusters; i++) {
        plan->clusters[i].first_district = next;
        next += plan->clusters[i].n_districts;
        plan->clusters[i].n_districts = 0;
    }
    for (int district = 0; district < plan->n_districts; district++) {
        struct cluster *cluster = &plan->clusters[cluster_of[district]];
        plan->districts[cluster->first_district + cluster->n_districts++].index = district;
    }
}

bool assemble_clusters(struct plan *plan)
{
    size_t count = (size_t)plan->n_districts;
    int *root = arena_new(&plan->arena, count, sizeof *root), *cluster_of = arena_new(&plan->arena, count, sizeof *root);
    plan->clusters = arena_new(&plan->arena, count, sizeof *plan->clusters);
    plan->districts = arena_new(&plan->arena, count, sizeof *plan->districts);
    if (!root || !cluster_of || !plan->clusters || !plan->districts)
        return false;
    for (int district = 0; district < plan->n_districts; district++)
        root[district] = district;
    link_region_rules(plan->scenario, root);
    link_neighbours(plan->scenario, root);
    number_clusters(plan, root, cluster_of);
    order_districts(plan, cluster_of);
    return true;
}
