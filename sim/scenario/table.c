#include "scenario/table.h"

#include "scenario/table_value.h"

#include <string.h>

/* A walk over a tree. */
struct walk {
    struct tables *tables;
    const char *id; /* of the thing that is walked through; NULL: none */
    bool good;
};

/* Expands what stands in a slot of the tree, which `key` describes. */
static void expand_value(struct walk *walk, struct node **slot, const struct key *key);

/* --- one table --------------------------------------------------------------------------------------------------- */

/* The keys that may stand beside the table's own; NULL: any name, as of stages. */
static const struct key *keys_beside(const struct key *key)
{
    static const struct key none[] = { { .name = NULL } };
    if (key->type == KEY_SECTION)
        return key->keys;
    if (key->type == KEY_SERIES || key->type == KEY_CUSTOM)
        return series_keys;
    return key->type == KEY_BY_STAGE || key->type == KEY_GRADE_SERIES ? NULL : none;
}

/* Reports keys of the mapping that nothing takes. */
static bool check_keys(const struct table_view *view, const struct key *key)
{
    enum { MOST = 64 };
    const char *names[MOST];
    const struct key *beside = keys_beside(key);
    int count = key_names(table_keys, names, MOST);
    bool good = true;
    if (beside)
        count += key_names(beside, names + count, MOST - count);
    for (int i = 0; i < view->node->count; i++) {
        const struct node *name = view->node->keys[i];
        if (key_of(table_keys, name->text) || is_provenance(name->text) || (beside && key_of(beside, name->text)))
            continue;
        const char *nearest = text_nearest(name->text, names, count);
        if (!beside && !nearest)
            continue;
        const char *parts[] = { "table '", view->request.path, "'" };
        report(view->tables->diagnostics, name->place, "E130",
               (struct slot[]) { { "key", name->text }, { "where", arena_join(&view->tables->own, parts, 3) },
                                 { "nearest", nearest }, { NULL, NULL } });
        good = false;
    }
    return good;
}

/* Puts what stands beside the table into its result; what is written there counts before what the table says. */
static bool add_beside(const struct table_view *view, struct node *result)
{
    for (int i = 0; i < view->node->count; i++) {
        const struct node *key = view->node->keys[i];
        if (key_of(table_keys, key->text))
            continue;
        int at = node_find(result, key->text);
        if (at >= 0) {
            result->keys[at] = view->node->keys[i];
            result->items[at] = view->node->items[i];
        } else if (!node_add(view->tables->arena, result, view->node->keys[i], view->node->items[i]))
            return table_no_memory(view);
    }
    return true;
}

static bool has_beside(const struct table_view *view)
{
    for (int i = 0; i < view->node->count; i++)
        if (!key_of(table_keys, view->node->keys[i]->text))
            return true;
    return false;
}

/* {value: RESULT, source: ...}: what stands beside a result that is no mapping. */
static struct node *with_provenance(const struct table_view *view, struct node *result)
{
    struct arena *arena = view->tables->arena;
    struct node *whole = node_new(arena, NODE_MAPPING, view->node->place, view->node->origin);
    struct node *key = node_scalar(arena, "value", result->place, result->origin);
    if (!whole || !key || !node_add(arena, whole, key, result)) {
        table_no_memory(view);
        return NULL;
    }
    return add_beside(view, whole) ? whole : NULL;
}

static struct node *finish(const struct table_view *view, struct node *result)
{
    if (!result || !has_beside(view))
        return result;
    if (result->kind != NODE_MAPPING)
        return with_provenance(view, result);
    return add_beside(view, result) ? result : NULL;
}

/* Says how many rows were left out; not of each thing that finds its rows by its id. */
static void note_left_out(const struct table_view *view)
{
    int left_out = view->n_skipped + view->n_other;
    if (view->request.by || left_out == 0)
        return;
    report(view->tables->diagnostics, view->node->place, "N060",
           (struct slot[]) { { "path", view->request.path }, { "rows", number_text(left_out).text },
                             { "kept", number_text(view->n_rows).text }, { NULL, NULL } });
}

/* Whether the rows are sections by stage: no column gives a value of the whole. */
static bool are_sections(const struct key *key)
{
    return key->type == KEY_BY_STAGE && key->of->type == KEY_SECTION && !may_be_table(key->of);
}

/* Keys that mean nothing for this kind of value. */
static bool check_meaning(const struct table_view *view, const struct key *key)
{
    bool things = key->type == KEY_ITEMS || are_sections(key);
    bool good = true;
    const char *const idle[] = { things ? "year" : "each", things ? "value" : NULL, things ? "grade" : NULL,
                                 things ? "month" : NULL, key->type == KEY_ITEMS ? "stage" : NULL };
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++) {
        const struct node *given = idle[i] ? node_get(view->node, idle[i]) : NULL;
        if (given)
            good = table_wrong(view, given->place, "E080", "name", idle[i], "key", key->name);
    }
    return good;
}

static struct node *from_table(struct walk *walk, const struct node *node, const struct key *key)
{
    struct table_view view = { .tables = walk->tables, .node = node, .id = walk->id };
    if (!read_request(node, walk->tables->arena, walk->tables->diagnostics, &view.request) || !check_keys(&view, key) ||
        !check_meaning(&view, key) || !table_open(&view) || !table_select(&view))
        return NULL;
    struct node *result = key->type == KEY_ITEMS ? table_things(&view, key)
        : are_sections(key) ? table_sections(&view, key) : table_map(&view, key);
    if (result)
        note_left_out(&view);
    return finish(&view, result);
}

/* --- the tree ---------------------------------------------------------------------------------------------------- */

static void expand_section(struct walk *walk, struct node *node, const struct key *keys)
{
    for (int i = 0; node->kind == NODE_MAPPING && i < node->count; i++) {
        const struct key *key = key_of(keys, node->keys[i]->text);
        if (key)
            expand_value(walk, &node->items[i], key);
    }
}

static void expand_thing(struct walk *walk, struct node *thing, const char *id, const struct key *keys)
{
    struct walk inside = *walk;
    if (id)
        inside.id = id;
    expand_section(&inside, thing, keys);
    walk->good = inside.good;
}

static void expand_things(struct walk *walk, struct node *node, const struct key *key)
{
    for (int i = 0; i < node->count; i++) {
        if (key->type == KEY_NAMED && node->kind == NODE_MAPPING)
            expand_thing(walk, node->items[i], node->keys[i]->text, key->keys);
        else if (node->kind == NODE_LIST)
            expand_thing(walk, node->items[i], thing_name(node->items[i]), key->keys);
    }
}

static void expand_stages(struct walk *walk, struct node *node, const struct key *key)
{
    for (int i = 0; node->kind == NODE_MAPPING && i < node->count; i++)
        if (!is_provenance(node->keys[i]->text))
            expand_value(walk, &node->items[i], key->of);
}

/* What may stand inside a value: sections, things, stages. */
static void expand_inside(struct walk *walk, struct node *node, const struct key *key)
{
    switch (key->type) {
    case KEY_SECTION: expand_section(walk, node, key->keys); break;
    case KEY_NAMED:
    case KEY_ITEMS: expand_things(walk, node, key); break;
    case KEY_BY_STAGE: expand_stages(walk, node, key); break;
    default: break;
    }
}

static void expand_value(struct walk *walk, struct node **slot, const struct key *key)
{
    struct node *node = *slot;
    if (node_value(node) != node) {
        expand_value(walk, &node->items[node_find(node, "value")], key);
        return;
    }
    if (node_get(node, "table") && may_be_table(key)) {
        node = from_table(walk, node, key);
        walk->good = walk->good && node;
        if (!node)
            return;
        *slot = node;
    }
    expand_inside(walk, node, key);
}

bool expand_tables(struct tables *tables, struct node *root, const struct key *keys)
{
    struct walk walk = { .tables = tables, .good = true };
    expand_section(&walk, root, keys);
    return walk.good;
}
