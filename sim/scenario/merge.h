/* Merging trees: a standard, then an extended file over it, then the file. */
#ifndef SCENARIO_MERGE_H
#define SCENARIO_MERGE_H

#include "scenario/keys.h"

/* Lays `over` on `under` and returns the result, which may share nodes with both (neither is used afterwards). Maps merge key by
 * key; lists of things (KEY_ITEMS in the table) merge by `id`, a project without one by the facility it opens, new ones behind;
 * a list of bare names chooses: those things, in that order. A thing with `remove: true` takes away the one it names, a project
 * without `id` all of its kind for that facility. Everything else is replaced, {value: X, source: ...} on either side as a whole.
 * NULL without memory. */
struct node *merge_trees(struct node *under, struct node *over, struct arena *arena);

/* The same for one section, by its keys. */
struct node *merge_sections(struct node *under, struct node *over, const struct key *keys, struct arena *arena);

/* Takes away the things whose `remove: true` was set by a patch, and the key where it says false. One that a file says and that
 * found nothing to take away is reported with the nearest name, and taken away. False when something was reported. */
bool settle_removals(struct node *root, struct seatsim_diagnostics *diagnostics);

#endif
