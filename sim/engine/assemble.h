/* The steps that plan_new takes, one file a section. Each fills its part of the plan from the scenario and what the
 * steps before it filled. They return false without memory, when nothing else is said. */
#ifndef ENGINE_ASSEMBLE_H
#define ENGINE_ASSEMBLE_H

#include "engine/plan.h"

/* Districts in order of their clusters: districts[].index and the clusters' districts. Districts are linked when a rule
 * of one reads the region's indicator, and to the neighbours that may take their children. */
bool assemble_clusters(struct plan *plan);

/* The place in the plan of each of the scenario's districts, when the clusters are known. NULL without memory. */
int *district_places(struct plan *plan);

/* Parts by district, stage and facility, with what they hold at the opening, and the facilities that they belong to. */
bool assemble_parts(struct plan *plan);

/* Who may send children to whom, and the room for them. */
bool assemble_links(struct plan *plan);

/* Whether a stage of the scenario lets children sit with neighbours. */
bool lets_overflow(const struct seatsim_scenario *scenario);

/* Demand of every district: the census by grade, ratios and entrants of every year. */
bool assemble_demand(struct plan *plan);

/* Posts and money of every district and year. */
bool assemble_costs(struct plan *plan);

/* What a project costs in a stage in a year: a part of its own cost, or seats times their price, of which so much falls in the
 * year. */
struct project_cost {
    double amount;           /* 0 in a stage that it does not concern */
    double seats, all_seats; /* that it brings to the stage, to all stages */
    int stages;              /* that it concerns */
    double share;            /* of its own cost, of the stage; NaN without a cost */
    double price;            /* of a seat; NaN with a cost */
    double phase;            /* share of the year */
};

/* The year counts from the base year. */
struct project_cost cost_of_project(const struct seatsim_scenario *scenario, const struct project *project, int stage, int year);

/* The base year's pupils of every part, by grade. Errors: as plan_new. */
enum seatsim_status assemble_pupils(struct plan *plan, struct seatsim_diagnostics *diagnostics);

/* Changes of supply inside the run, from the projects. */
bool assemble_changes(struct plan *plan);

#endif
