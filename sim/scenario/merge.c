#include "scenario/merge.h"

#include "base/map.h"

#include <string.h>

static struct node *merge_nodes(struct node *under, struct node *over, const struct key *row, bool inside, struct arena *arena);

/* Fills a map from the ids of a list to their indices; the first of two. False without memory. */
static bool map_ids(const struct node *list, struct map *map)
{
    for (int i = 0; i < list->count; i++) {
        const struct node *id = thing_id(list->items[i]);
        if (id && map_put(map, id->text, id->length, i) < 0)
            return false;
    }
    return true;
}

/* Things of `over` replace or extend those of `under` with the same id; the others come behind. A bare name adds nothing. */
static bool add_things(struct node *under, struct node *over, const struct map *map, const struct key *row, struct arena *arena)
{
    bool good = true;
    for (int i = 0; good && i < over->count; i++) {
        const struct node *id = thing_id(over->items[i]);
        int at = id ? map_get(map, id->text, id->length) : -1;
        if (at < 0)
            good = node_add(arena, under, NULL, over->items[i]);
        else if (over->items[i]->kind != NODE_SCALAR)
            good = (under->items[at] = merge_nodes(under->items[at], over->items[i], row, true, arena)) != NULL;
    }
    return good;
}

static bool all_bare(const struct node *list)
{
    for (int i = 0; i < list->count; i++)
        if (list->items[i]->kind != NODE_SCALAR)
            return false;
    return list->count > 0;
}

/* Puts the things of `under` where `over` names them. A name given twice stays a name, for the reader to refuse. */
static void take_named(struct node *under, struct node *over, const struct map *map)
{
    for (int i = 0; i < over->count; i++) {
        int at = map_get(map, over->items[i]->text, over->items[i]->length);
        if (at < 0 || !under->items[at])
            continue;
        over->items[i] = under->items[at];
        under->items[at] = NULL;
    }
}

static struct node *merge_things(struct node *under, struct node *over, const struct key *row, struct arena *arena)
{
    struct map map;
    bool chosen = all_bare(over);
    map_init(&map, arena);
    bool good = map_ids(under, &map);
    if (good && chosen)
        take_named(under, over, &map);
    else if (good)
        good = add_things(under, over, &map, row, arena);
    map_clear(&map);
    if (!good)
        return NULL;
    return chosen ? over : under;
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

/* Whether a map is one value: years and grades of two files are not mixed. */
static bool is_whole(const struct key *row)
{
    static const bool whole[KEY_TYPES] = {
        [KEY_SERIES] = true, [KEY_EVENTS] = true, [KEY_GRADE_SERIES] = true, [KEY_NUMBERS] = true, [KEY_DISTRIBUTION] = true,
    };
    return whole[row->type];
}

static struct node *merge_nodes(struct node *under, struct node *over, const struct key *row, bool inside, struct arena *arena)
{
    bool named = row && row->type == KEY_NAMED && !inside;
    if (!named && (node_value(under) != under || node_value(over) != over))
        return over;
    bool mappings = under->kind == NODE_MAPPING && over->kind == NODE_MAPPING;
    if (mappings && !(row && is_whole(row)))
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
