/* A tree as YAML text in which every line is known: libyaml's emitter with unlimited width. */
#ifndef SCENARIO_EMIT_H
#define SCENARIO_EMIT_H

#include "scenario/tree.h"

/* Adds a tree to a buffer as a document of the language, which reads back as the same tree but for places: texts that must be
 * in quotes are, numbers that must not be are not. False, reported, without memory.
 *
 * Lines: one for each scalar and each collection that takes one line (below); one for the key of any other mapping or list;
 * none of its own for a collection that is an item of a list, whose first line holds the dash. A long key has a line to itself,
 * and what it holds another. */
bool emit_tree(const struct node *root, struct buffer *text, struct seatsim_diagnostics *diagnostics);

/* Whether a node takes one line: a scalar, an empty collection, or scalars from one line of one file, in brackets. */
bool is_one_line(const struct node *node);

/* Whether a key has a line to itself. */
bool is_long_key(const struct node *key);

#endif
