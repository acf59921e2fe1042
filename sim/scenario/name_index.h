/* Things of a list by their names, for the many patches that each name one. */
#ifndef SCENARIO_NAME_INDEX_H
#define SCENARIO_NAME_INDEX_H

#include "base/map.h"
#include "scenario/tree.h"

struct name_index {
    const struct node *list; /* that is indexed; NULL: none */
    struct arena arena;      /* owns what follows */
    struct map first;        /* a name to the first thing that has it */
    int *next;               /* [list->count] the next thing of the same name; -1: none */
};

/* Indexes a list in place of the one before, unless it is the same. False without memory: the index is then empty. */
bool name_index_use(struct name_index *index, const struct node *list, const struct seatsim_allocator *allocator);

/* Forgets the list: one of its things may be called otherwise now. Fine on a zeroed index, and what frees it. */
void name_index_clear(struct name_index *index);

/* The first thing of a name, and the next one of the same; -1 for none. */
int name_index_first(const struct name_index *index, const char *name);
int name_index_next(const struct name_index *index, int thing);

#endif
