/* Nodes of the tree: made, filled, looked up. */
#include "scenario/tree.h"

#include <string.h>

struct node *node_new(struct arena *arena, enum node_kind kind, struct place place, enum origin origin)
{
    struct node *node = arena_new(arena, 1, sizeof *node);
    if (!node)
        return NULL;
    node->kind = kind;
    node->place = place;
    node->origin = origin;
    node->text = "";
    return node;
}

struct node *node_scalar(struct arena *arena, const char *text, struct place place, enum origin origin)
{
    struct node *node = node_new(arena, NODE_SCALAR, place, origin);
    if (!node)
        return NULL;
    node->text = text;
    node->length = strlen(text);
    node->plain = true;
    return node;
}

/* Both arrays of a parent for twice as many children. */
static bool grow(struct arena *arena, struct node *parent)
{
    int room = parent->room ? 2 * parent->room : 4;
    struct node **items = arena_new(arena, (size_t)room, sizeof *items);
    struct node **keys = parent->kind == NODE_MAPPING ? arena_new(arena, (size_t)room, sizeof *keys) : NULL;
    if (!items || (!keys && parent->kind == NODE_MAPPING))
        return false;
    for (int i = 0; i < parent->count; i++) {
        items[i] = parent->items[i];
        if (keys)
            keys[i] = parent->keys[i];
    }
    parent->items = items;
    parent->keys = keys;
    parent->room = room;
    return true;
}

bool node_add(struct arena *arena, struct node *parent, struct node *key, struct node *item)
{
    if (!item || (parent->count == parent->room && !grow(arena, parent)))
        return false;
    if (parent->kind == NODE_MAPPING)
        parent->keys[parent->count] = key;
    parent->items[parent->count++] = item;
    return true;
}

void node_close_gaps(struct node *parent)
{
    int kept = 0;
    for (int i = 0; i < parent->count; i++) {
        if (!parent->items[i])
            continue;
        if (parent->keys)
            parent->keys[kept] = parent->keys[i];
        parent->items[kept++] = parent->items[i];
    }
    parent->count = kept;
}

struct node *node_take(struct node *node, const char *key)
{
    int at = node_find(node, key);
    struct node *item = at < 0 ? NULL : node->items[at];
    if (item) {
        node->items[at] = NULL;
        node_close_gaps(node);
    }
    return item;
}

struct node *node_clone(struct arena *arena, const struct node *node, const struct source *source)
{
    struct node *copy = arena_new(arena, 1, sizeof *copy);
    if (!copy)
        return NULL;
    *copy = *node;
    copy->count = copy->room = 0;
    copy->keys = copy->items = NULL;
    if (source && node->place.source && node->place.source->text == source->text)
        copy->place.source = source;
    for (int i = 0; i < node->count; i++) {
        struct node *key = node->keys && source ? node_clone(arena, node->keys[i], source) : node->keys ? node->keys[i] : NULL;
        if ((node->keys && !key) || !node_add(arena, copy, key, node_clone(arena, node->items[i], source)))
            return NULL;
    }
    return copy;
}

size_t node_size(const struct node *node)
{
    size_t size = node ? 1 : 0;
    for (int i = 0; node && i < node->count; i++)
        size += node_size(node->items[i]);
    return size;
}

int node_find(const struct node *node, const char *key)
{
    if (node && node->kind == NODE_MAPPING)
        for (int i = 0; i < node->count; i++)
            if (text_is(node->keys[i]->text, key))
                return i;
    return -1;
}

struct node *node_get(const struct node *node, const char *key)
{
    int i = node_find(node, key);
    return i < 0 ? NULL : node->items[i];
}

bool is_provenance(const char *key)
{
    return text_is(key, "source") || text_is(key, "note") || text_is(key, "status");
}

const struct node *node_value(const struct node *node)
{
    const struct node *value = node_get(node, "value");
    if (!value)
        return node;
    for (int i = 0; i < node->count; i++)
        if (node->items[i] != value && !is_provenance(node->keys[i]->text))
            return node;
    return value;
}

const struct node *thing_id(const struct node *thing)
{
    const struct node *id = thing->kind == NODE_SCALAR ? thing : node_get(thing, "id");
    id = id ? node_value(id) : NULL;
    return id && id->kind == NODE_SCALAR ? id : NULL;
}

const char *thing_name(const struct node *thing)
{
    static const char *const names[] = { "open", "expand", "convert", "close", "merge" };
    const struct node *id = thing_id(thing);
    for (size_t i = 0; !id && i < sizeof names / sizeof *names; i++) {
        const struct node *facility = node_get(thing, names[i]);
        if (facility && node_value(facility)->kind == NODE_SCALAR)
            id = node_value(facility);
    }
    return id ? id->text : NULL;
}
