/* The way down the key table beside a tree: what may stand in a node, and what the table says of its children. */
#ifndef SCENARIO_DESCEND_H
#define SCENARIO_DESCEND_H

#include "scenario/keys.h"

/* A node and what the key table says of it.
 *
 *   row      NULL where the table says nothing
 *   inside   one thing of a list or a named map: a section by row->keys */
struct spot {
    struct node *node;
    const struct key *row;
    bool inside;
};

/* The whole file, as the spot at which a way begins. */
struct spot spot_of_file(struct node *root);

/* Whether the keys of row->keys stand in it. */
bool is_section(const struct spot *spot);

/* Whether it is a map from names to things. */
bool is_named_map(const struct spot *spot);

/* The keys that may stand in a node; NULL where they are ids, stages, grades, names or none. */
const struct key *keys_in(const struct spot *spot);

/* What the table says of the child that a mapping has, or would have, under `name`; NULL where it says nothing. */
const struct key *key_below(const struct spot *spot, const char *name);

/* The child at `index` of a mapping or a list. */
struct spot spot_below(const struct spot *spot, int index);

/* Whether a stage that a map by stage does not give has a value all the same: the default of `key`, or where that is NULL
 * of what a bare scalar would say. Where it has none, as for pupils, a stage that is not given is not there. */
bool stage_has_default(const struct key *of, const char *key);

#endif
