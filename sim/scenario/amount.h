/* Patches' arithmetic: on numbers that stay the text they are. */
#ifndef SCENARIO_AMOUNT_H
#define SCENARIO_AMOUNT_H

#include "scenario/tree.h"

enum operation { OPERATION_SET, OPERATION_ADD, OPERATION_TIMES };

/* Whether a node is what can be added or multiplied by: a plain number or percentage. */
bool is_amount(const struct node *node);

/* Adds to or multiplies a number, or every number of a list or a mapping (of its years, where it has years); a percentage
 * stays one. What is changed, and the lists and mappings around it, take `origin`; numbers take the amount's place too.
 * Returns how many were changed, 0 when there are none or `amount` is no number, -1 without memory. */
int change_amounts(struct node *node, enum operation operation, const struct node *amount, enum origin origin,
                   struct arena *arena);

/* Makes `to` a deep copy of `from` with this origin; its place stays `from`'s. False without memory. */
bool node_copy(struct arena *arena, const struct node *from, enum origin origin, struct node *to);

#endif
