#include "scenario/name_index.h"

#include <string.h>

/* Names to the first thing, and chains from each thing to the next of its name. */
static bool fill(struct name_index *index, const struct node *list)
{
    int *last = arena_new(&index->arena, (size_t)list->count, sizeof *last);
    index->next = arena_new(&index->arena, (size_t)list->count, sizeof *index->next);
    for (int i = 0; last && index->next && i < list->count; i++) {
        const char *name = thing_name(list->items[i]);
        index->next[i] = -1;
        int put = name ? map_put(&index->first, name, strlen(name), i) : 1;
        if (put < 0)
            return false;
        int first = put ? i : name_index_first(index, name);
        if (!put)
            index->next[last[first]] = i;
        last[first] = i;
    }
    return last && index->next;
}

bool name_index_use(struct name_index *index, const struct node *list, const struct seatsim_allocator *allocator)
{
    if (index->list == list)
        return true;
    name_index_clear(index);
    arena_init(&index->arena, allocator);
    map_init(&index->first, &index->arena);
    index->list = list;
    bool good = fill(index, list);
    if (!good)
        name_index_clear(index);
    return good;
}

void name_index_clear(struct name_index *index)
{
    if (index->list) {
        map_clear(&index->first);
        arena_clear(&index->arena);
    }
    index->list = NULL;
}

int name_index_first(const struct name_index *index, const char *name)
{
    return map_get(&index->first, name, strlen(name));
}

int name_index_next(const struct name_index *index, int thing)
{
    return index->next[thing];
}
