/* From what the file gives to what the engine reads: names become indices, capacity gets all its forms, sums are held
 * against each other. Errors and warnings of sense are reported here. */
#ifndef SCENARIO_RESOLVE_H
#define SCENARIO_RESOLVE_H

#include "scenario/scenario.h"

/* Resolves a bound scenario in place. False when something was reported or there is no memory. */
bool resolve(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);

/* Completes a part from what is given: rooms and seats from any of rooms, classes and seats, which stand in `section`. */
void resolve_part(const struct seatsim_scenario *scenario, const struct given_part *given, const struct section *section,
                  struct part *part, struct seatsim_diagnostics *diagnostics);

/* The parts of a facility: one by its `stage`, or those of `stages`. */
void resolve_parts(struct seatsim_scenario *scenario, const struct section *section, const char *stage_id,
                   const struct given_part *single, const struct given_part *stages, struct facility *facility,
                   struct seatsim_diagnostics *diagnostics);

/* Resolved in this order; each continues after its own errors. */
void resolve_standard(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);  /* stages, sectors, years */
void resolve_pupils(struct pupils *pupils, const struct stage *stage, struct seatsim_diagnostics *diagnostics);
void resolve_people(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);    /* neighbours, flows, staff */
void resolve_districts(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics); /* demand */
void resolve_facilities(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);
void resolve_measures(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);  /* what is indicated */
void resolve_rules(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);
void resolve_projects(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);
void resolve_zones(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);     /* zones, overflow, weights */
void resolve_money(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);     /* prices, payers */
void resolve_targets(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);

/* Warns of targets that cannot both be met; of a scenario without errors. */
void check_contradictions(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);

/* The rest, of a scenario without errors. */
void resolve_named(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);     /* tags, resources */
void check_sums(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics);        /* pupils, capacity, shares */

#endif
