/* Merging trees: a standard, then the file over it. */
#ifndef SCENARIO_MERGE_H
#define SCENARIO_MERGE_H

#include "scenario/keys.h"

/* Lays `over` on `under` and returns the result, which may share nodes with both (neither is used afterwards). Maps merge key by
 * key; lists of things with ids (KEY_ITEMS in the table) merge by `id`, new ones behind; a list of bare names chooses: those
 * things, in that order. Everything else is replaced, {value: X, source: ...} on either side as a whole.
 * NULL without memory. */
struct node *merge_trees(struct node *under, struct node *over, const struct key *keys, struct arena *arena);

#endif
