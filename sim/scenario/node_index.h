/* Children of mappings by their names, while rows of a table fill them: of a few one after another, of many by a map. */
#ifndef SCENARIO_NODE_INDEX_H
#define SCENARIO_NODE_INDEX_H

#include "base/map.h"
#include "scenario/tree.h"

struct node_index {
    bool many;
    struct arena arena; /* owns the map */
    struct map places;  /* a mapping and a name to the index of the child */
    struct buffer key;  /* of the map, while one is looked for */
};

/* An index for mappings that get up to `cells` children together, all of them through it; node_index_clear it. */
void node_index_init(struct node_index *index, size_t cells, const struct seatsim_allocator *allocator);
void node_index_clear(struct node_index *index);

/* The child of that name; NULL when there is none, or without memory. */
struct node *node_index_get(struct node_index *index, const struct node *parent, const char *name);

/* Adds a child whose name is not there yet, as node_add does. False without memory. */
bool node_index_add(struct node_index *index, struct arena *arena, struct node *parent, struct node *key, struct node *item);

#endif
