#include "scenario/merge.h"

#include "base/map.h"

#include <string.h>

static const struct node *id_of(const struct node *thing)
{
    const struct node *id = node_get(thing, "id");
    id = id ? node_value(id) : NULL;
    return id && id->kind == NODE_SCALAR ? id : NULL;
}

static struct node *merge_nodes(struct node *under, struct node *over, const struct key *row, bool inside, struct arena *arena);

/* Things of `over` replace or extend those of `under` with the same id; the others come behind. */
static struct node *merge_things(struct node *under, struct node *over, const struct key *row, struct arena *arena)
{
    struct map map;
    bool good = true;
    map_init(&map, arena);
    for (int i = 0; good && i < under->count; i++)
        if (id_of(under->items[i]))
            good = map_put(&map, id_of(under->items[i])->text, id_of(under->items[i])->length, i) >= 0;
    for (int i = 0; good && i < over->count; i++) {
        const struct node *id = id_of(over->items[i]);
        int at = id ? map_get(&map, id->text, id->length) : -1;
        if (at >= 0)
            good = (under->items[at] = merge_nodes(under->items[at], over->items[i], row, true, arena)) != NULL;
        else
            good = node_add(arena, under, NULL, over->items[i]);
    }
    map_clear(&map);
    return good ? under : NULL;
}

/* The row of a key inside a node that `row` describes; NULL where the table says nothing. */
static const struct key *row_inside(const struct key *row, bool inside, const char *name)
{
    if (!row)
        return NULL;
    if (row->type == KEY_BY_STAGE)
        return row->of;
    return row->keys && (inside || row->type == KEY_SECTION) ? key_of(row->keys, name) : NULL;
}

static struct node *merge_mappings(struct node *under, struct node *over, const struct key *row, bool inside, struct arena *arena)
{
    for (int i = 0; i < over->count; i++) {
        int at = node_find(under, over->keys[i]->text);
        bool named = row && row->type == KEY_NAMED && !inside;
        const struct key *child = named ? row : row_inside(row, inside, over->keys[i]->text);
        if (at < 0 && !node_add(arena, under, over->keys[i], over->items[i]))
            return NULL;
        if (at < 0)
            continue;
        under->keys[at] = over->keys[i];
        under->items[at] = merge_nodes(under->items[at], over->items[i], child, named, arena);
        if (!under->items[at])
            return NULL;
    }
    under->place = over->place;
    return under;
}

static struct node *merge_nodes(struct node *under, struct node *over, const struct key *row, bool inside, struct arena *arena)
{
    bool mappings = under->kind == NODE_MAPPING && over->kind == NODE_MAPPING;
    if (mappings && !(row && row->type == KEY_SERIES))
        return merge_mappings(under, over, row, inside, arena);
    if (under->kind == NODE_LIST && over->kind == NODE_LIST && row && row->type == KEY_ITEMS)
        return merge_things(under, over, row, arena);
    return over;
}

struct node *merge_trees(struct node *under, struct node *over, const struct key *keys, struct arena *arena)
{
    const struct key file = { .name = "", .type = KEY_SECTION, .keys = keys };
    return merge_nodes(under, over, &file, false, arena);
}
