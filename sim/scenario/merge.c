#include "scenario/merge.h"

#include "base/map.h"
#include "scenario/descend.h"

#include <string.h>

/* Keys of two mappings together, above which a map finds those that both have. */
enum { LOOKED_THROUGH = 16 };

static struct node *merge_nodes(struct spot under, struct node *over, struct arena *arena);

/* --- what things are called -------------------------------------------------------------------------------------- */

static const struct node *scalar_of(const struct node *thing, const char *key)
{
    const struct node *value = node_get(thing, key);
    value = value ? node_value(value) : NULL;
    return value && value->kind == NODE_SCALAR ? value : NULL;
}

/* What a thing merges by. A facility is opened once, so that project needs no id; any other is added. */
static const struct node *identity(const struct node *thing)
{
    const struct node *id = thing_id(thing);
    return id ? id : scalar_of(thing, "open");
}

static bool put(struct map *map, const struct node *name, int index)
{
    return !name || map_put(map, name->text, name->length, index) >= 0;
}

/* Fills a map from the names of a list's things to their indices, of two alike the first: a project that has an id may still
 * go by what it opens. False without memory. */
static bool map_names(const struct node *list, struct map *map)
{
    bool good = true;
    for (int i = 0; good && i < list->count; i++)
        good = put(map, thing_id(list->items[i]), i);
    for (int i = 0; good && i < list->count; i++)
        good = put(map, scalar_of(list->items[i], "open"), i);
    return good;
}

/* The index of a thing that is still there; -1 for none. */
static int position(const struct node *list, const struct map *map, const struct node *name)
{
    int at = name ? map_get(map, name->text, name->length) : -1;
    return at >= 0 && list->items[at] ? at : -1;
}

/* --- removing ---------------------------------------------------------------------------------------------------- */

static bool is_removal(const struct node *thing)
{
    const struct node *value = scalar_of(thing, remove_key.name);
    return value && value->plain && strcmp(value->text, "true") == 0;
}

/* Whether two projects are of one kind and for one facility. */
static bool same_project(const struct node *one, const struct node *other)
{
    static const char *const kinds[] = { "open", "expand", "convert", "close", "merge" };
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        const struct node *name = scalar_of(one, kinds[kind]), *other_name = scalar_of(other, kinds[kind]);
        if (name && other_name && strcmp(name->text, other_name->text) == 0)
            return true;
    }
    return false;
}

/* Takes away what a thing with `remove: true` names; false when there is nothing of that name. */
static bool remove_things(struct node *under, const struct node *thing, const struct map *map)
{
    int at = position(under, map, identity(thing));
    bool found = at >= 0;
    if (found)
        under->items[at] = NULL;
    for (int i = 0; !thing_id(thing) && i < under->count; i++)
        if (under->items[i] && same_project(under->items[i], thing)) {
            under->items[i] = NULL;
            found = true;
        }
    return found;
}

/* --- lists of things --------------------------------------------------------------------------------------------- */

/* Things of `over` replace or extend those of `under` with the same name; the others come behind. A bare name adds nothing. */
static bool add_things(struct spot under, struct node *over, const struct map *map, struct arena *arena)
{
    bool good = true;
    for (int i = 0; good && i < over->count; i++) {
        struct node *thing = over->items[i];
        if (is_removal(thing) && remove_things(under.node, thing, map))
            continue;
        int at = position(under.node, map, identity(thing));
        if (at < 0)
            good = node_add(arena, under.node, NULL, thing);
        else if (thing->kind != NODE_SCALAR)
            good = (under.node->items[at] = merge_nodes(spot_below(&under, at), thing, arena)) != NULL;
    }
    if (good)
        node_close_gaps(under.node);
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
        int at = position(under, map, over->items[i]);
        if (at < 0)
            continue;
        over->items[i] = under->items[at];
        under->items[at] = NULL;
    }
}

static struct node *merge_things(struct spot under, struct node *over, struct arena *arena)
{
    struct map map;
    bool chosen = all_bare(over);
    map_init(&map, arena);
    bool good = map_names(under.node, &map);
    if (good && chosen)
        take_named(under.node, over, &map);
    else if (good)
        good = add_things(under, over, &map, arena);
    map_clear(&map);
    if (!good)
        return NULL;
    return chosen ? over : under.node;
}

/* --- mappings ---------------------------------------------------------------------------------------------------- */

/* Where the keys of a mapping stand, in a map when there are many. */
struct index {
    const struct node *node;
    struct map map;
    bool many;
};

static bool index_keys(struct index *index, const struct node *under, const struct node *over, struct arena *arena)
{
    index->node = under;
    index->many = under->count + over->count > LOOKED_THROUGH;
    map_init(&index->map, arena);
    for (int i = 0; index->many && i < under->count; i++)
        if (!put(&index->map, under->keys[i], i))
            return false;
    return true;
}

static int find_key(const struct index *index, const struct node *key)
{
    return index->many ? map_get(&index->map, key->text, key->length) : node_find(index->node, key->text);
}

/* One key of `over`; false without memory. */
static bool merge_key(struct spot under, const struct index *index, struct node *key, struct node *item, struct arena *arena)
{
    int at = find_key(index, key);
    if (at < 0)
        return node_add(arena, under.node, key, item);
    under.node->keys[at] = key;
    if (is_named_map(&under) && is_removal(item)) {
        under.node->items[at] = NULL;
        return true;
    }
    under.node->items[at] = merge_nodes(spot_below(&under, at), item, arena);
    return under.node->items[at] != NULL;
}

static struct node *merge_mappings(struct spot under, struct node *over, struct arena *arena)
{
    struct index index;
    bool good = index_keys(&index, under.node, over, arena);
    for (int i = 0; good && i < over->count; i++)
        good = merge_key(under, &index, over->keys[i], over->items[i], arena);
    map_clear(&index.map);
    if (!good)
        return NULL;
    node_close_gaps(under.node);
    under.node->place = over->place;
    return under.node;
}

/* Whether a map is one value: years and grades of two files are not mixed. */
static bool is_whole(const struct key *row)
{
    static const bool whole[KEY_TYPES] = {
        [KEY_SERIES] = true, [KEY_EVENTS] = true, [KEY_GRADE_SERIES] = true, [KEY_NUMBERS] = true, [KEY_DISTRIBUTION] = true,
    };
    return whole[row->type];
}

static struct node *merge_nodes(struct spot under, struct node *over, struct arena *arena)
{
    const struct key *row = under.row;
    if (!is_named_map(&under) && (node_value(under.node) != under.node || node_value(over) != over))
        return over;
    bool mappings = under.node->kind == NODE_MAPPING && over->kind == NODE_MAPPING;
    if (mappings && !(row && is_whole(row)))
        return merge_mappings(under, over, arena);
    if (under.node->kind == NODE_LIST && over->kind == NODE_LIST && row && row->type == KEY_ITEMS)
        return merge_things(under, over, arena);
    return over;
}

struct node *merge_sections(struct node *under, struct node *over, const struct key *keys, struct arena *arena)
{
    const struct key section = { .name = "", .type = KEY_SECTION, .keys = keys };
    return merge_nodes((struct spot) { under, &section, false }, over, arena);
}

struct node *merge_trees(struct node *under, struct node *over, struct arena *arena)
{
    return merge_nodes(spot_of_file(under), over, arena);
}

/* --- removals that are left -------------------------------------------------------------------------------------- */

/* What a thing is called: its key in a map, otherwise its own name; NULL when it has none. */
static const char *name_at(const struct node *parent, int index)
{
    return parent->keys ? parent->keys[index]->text : thing_name(parent->items[index]);
}

static bool report_nothing_to_remove(const struct spot *things, int index, struct seatsim_diagnostics *diagnostics)
{
    enum { MOST = 500 };
    const char *names[MOST], *name = name_at(things->node, index);
    int count = 0;
    for (int i = 0; i < things->node->count && count < MOST; i++)
        if (i != index && things->node->items[i] && name_at(things->node, i))
            names[count++] = name_at(things->node, i);
    report(diagnostics, node_get(things->node->items[index], remove_key.name)->place, "E153",
           (struct slot[]) { { "name", name ? name : "?" }, { "list", things->row->name },
                             { "nearest", name ? text_nearest(name, names, count) : NULL }, { NULL, NULL } });
    return false;
}

static bool settle_thing(const struct spot *things, int index, struct seatsim_diagnostics *diagnostics)
{
    struct node *thing = things->node->items[index];
    const struct node *given = node_get(thing, remove_key.name), *value = given ? node_value(given) : NULL;
    bool good = true;
    if (!given)
        return true;
    if (is_removal(thing)) {
        good = given->origin >= ORIGIN_VARIANT || report_nothing_to_remove(things, index, diagnostics);
        things->node->items[index] = NULL;
        return good;
    }
    if (value->kind != NODE_SCALAR || !value->plain || strcmp(value->text, "false") != 0) {
        report2(diagnostics, value->place, "E113", "key", remove_key.name, "text",
                value->kind == NODE_SCALAR ? value->text : NULL);
        good = false;
    }
    node_take(thing, remove_key.name);
    return good;
}

static bool settle(struct spot spot, struct seatsim_diagnostics *diagnostics)
{
    bool good = true, named = is_named_map(&spot);
    if (!named && node_value(spot.node) != spot.node)
        spot.node = node_get(spot.node, "value");
    struct node *node = spot.node;
    bool things = node->kind == NODE_LIST ? spot.row->type == KEY_ITEMS && !spot.inside : node->kind == NODE_MAPPING && named;
    for (int i = 0; things && i < node->count; i++)
        good = settle_thing(&spot, i, diagnostics) && good;
    if (things)
        node_close_gaps(node);
    for (int i = 0; i < node->count; i++) {
        struct spot below = node->items[i]->kind == NODE_SCALAR ? (struct spot) { 0 } : spot_below(&spot, i);
        if (below.row)
            good = settle(below, diagnostics) && good;
    }
    return good;
}

bool settle_removals(struct node *root, struct seatsim_diagnostics *diagnostics)
{
    return settle(spot_of_file(root), diagnostics);
}
