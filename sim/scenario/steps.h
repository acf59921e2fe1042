/* The steps of a path: "projects[year=2023].*.lag" taken apart. */
#ifndef SCENARIO_STEPS_H
#define SCENARIO_STEPS_H

#include "base/memory.h"

enum { STEPS_MOST = 12, FILTERS_MOST = 6 };

struct filter {
    const char *key, *value;
};

struct step {
    const char *name; /* a key, an id, "*"; a step that is only a filter is "*" */
    int n_filters;
    struct filter filters[FILTERS_MOST];
};

struct steps {
    int count;
    struct step list[STEPS_MOST];
};

/* Takes a path apart. A filter on a list's own name selects among its things. False for bad syntax or without memory
 * (*no_memory is set then). */
bool steps_of(const char *path, size_t length, struct arena *arena, struct steps *steps, bool *no_memory);

#endif
