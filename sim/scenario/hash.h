/* A fingerprint of a merged scenario, which charts and results carry. */
#ifndef SCENARIO_HASH_H
#define SCENARIO_HASH_H

#include "scenario/tree.h"

/* FNV-1a (64 bits; Fowler, Noll, Vo) of the tree's kinds, keys and scalars in order, without places. */
uint64_t tree_hash(const struct node *node);

#endif
