/* From a name in the scenario to the index of the thing it names, or a message with the nearest name there is. */
#ifndef SCENARIO_LOOKUP_H
#define SCENARIO_LOOKUP_H

#include "base/map.h"
#include "scenario/scenario.h"

/* A list of things with ids, looked up by `map` where there are many. */
struct things {
    const char *kind; /* "district" */
    const void *array;
    int count;
    size_t size, offset; /* of an element; of its id in it */
    const struct map *map; /* NULL: one after another */
};

/* The index of an id; -1 when there is none. */
int index_in(const struct things *things, const char *id);

/* The same; -1 after a message at `place`. */
int find_thing(const struct things *things, const char *id, struct place place, struct seatsim_diagnostics *diagnostics);

/* Whether a message about an id there is not would name a near one. */
bool has_near(const struct things *things, const char *id);

/* The index of an indicator's id; -1 after a message at `place`. */
int find_indicator(const struct measures *measures, const char *id, struct place place, struct seatsim_diagnostics *diagnostics);

struct things stages_of(const struct seatsim_scenario *scenario);
struct things sectors_of(const struct seatsim_scenario *scenario);
struct things districts_of(const struct seatsim_scenario *scenario);
struct things facilities_of(const struct seatsim_scenario *scenario);

/* The district a section names with its key `district`; the only one there is when it names none (`id` NULL). */
int district_named(const struct seatsim_scenario *scenario, const char *id, const struct section *section, const struct map *map,
                   struct seatsim_diagnostics *diagnostics);

/* Whether a facility of the base year or of a project serves the stage. */
bool is_served(const struct seatsim_scenario *scenario, int stage);

/* Warns that a share is given as a number above 1: the percent sign was forgotten. */
void report_share(const struct section *section, const char *key, double share, struct seatsim_diagnostics *diagnostics);

/* Fills a map from ids to indices; the caller clears it. False without memory. */
bool map_things(const struct things *things, struct map *map, struct arena *arena, struct seatsim_diagnostics *diagnostics);

#endif
