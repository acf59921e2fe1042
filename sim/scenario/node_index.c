#include "scenario/node_index.h"

/* Cells up to which a map would cost more than it saves. */
enum { LOOKED_THROUGH = 100 };

void node_index_init(struct node_index *index, size_t cells, const struct seatsim_allocator *allocator)
{
    index->many = cells > LOOKED_THROUGH;
    arena_init(&index->arena, allocator);
    map_init(&index->places, &index->arena);
    buffer_init(&index->key, allocator);
}

void node_index_clear(struct node_index *index)
{
    map_clear(&index->places);
    buffer_clear(&index->key);
    arena_clear(&index->arena);
}

/* One name may stand in many mappings: which one is part of the key. False without memory. */
static bool make_key(struct buffer *key, const struct node *parent, const char *name)
{
    key->length = 0;
    buffer_add(key, (const char *)&parent, sizeof parent);
    buffer_text(key, name);
    return !key->failed;
}

struct node *node_index_get(struct node_index *index, const struct node *parent, const char *name)
{
    if (!index->many)
        return node_get(parent, name);
    int at = make_key(&index->key, parent, name) ? map_get(&index->places, index->key.text, index->key.length) : -1;
    return at < 0 ? NULL : parent->items[at];
}

bool node_index_add(struct node_index *index, struct arena *arena, struct node *parent, struct node *key, struct node *item)
{
    if (index->many) {
        bool made = make_key(&index->key, parent, key->text);
        const char *copy = made ? arena_copy(&index->arena, index->key.text, index->key.length) : NULL;
        if (!copy || map_put(&index->places, copy, index->key.length, parent->count) < 0)
            return false;
    }
    return node_add(arena, parent, key, item);
}
