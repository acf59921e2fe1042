/* Rows to things: a column for each key. */
#include "base/map.h"
#include "scenario/merge.h"
#include "scenario/node_index.h"
#include "scenario/table_value.h"

#include <string.h>

enum { STEPS_MOST = 8, NAMES_MOST = 64, USES_MOST = 1000 };

/* A column and the key its cells are. */
struct use {
    int column;
    struct place header;
    const struct key *key;
    int count;
    const char *steps[STEPS_MOST]; /* [count] the path of the key: pupils, primary */
    const char *path;
    struct node *name; /* the last of its steps as the key of every row's value, at the header */
};

struct uses {
    struct table_view *view;
    const struct key *list; /* the key whose things the rows are */
    const struct key *keys; /* of a thing */
    int count;
    struct use *uses; /* [count]; a column may be several keys */
};

static const struct key provenance = { .name = "source", .type = KEY_TEXT };

/* --- paths of keys ----------------------------------------------------------------------------------------------- */

/* The row that describes what stands under `step` in a value of `key`; NULL when the table of keys knows no such thing. */
static const struct key *below(const struct key *key, const char *step)
{
    switch (key->type) {
    case KEY_SECTION: return is_provenance(step) ? &provenance : key_of(key->keys, step);
    case KEY_BY_STAGE: return key->of;
    case KEY_SERIES:
    case KEY_EVENTS: return is_year_key(step) ? key : NULL;
    case KEY_CUSTOM: return (key->forms & FORM_YEARS) && is_year_key(step) ? key : NULL;
    case KEY_GRADE_SERIES:
    case KEY_NUMBERS:
    case KEY_AMOUNTS:
    case KEY_DISTRIBUTION: return key;
    case KEY_TITLE: return strcmp(step, "zh") == 0 || strcmp(step, "en") == 0 ? key : NULL;
    default: return NULL;
    }
}

/* Splits a path at its dots, and finds the key it ends at; false when there is none, or no memory. */
static bool follow(const struct uses *uses, const char *path, struct use *use)
{
    const struct key thing = { .type = KEY_SECTION, .keys = uses->keys };
    const struct key *key = &thing;
    use->path = path;
    use->count = 0;
    for (const char *text = path; key && text;) {
        const char *dot = strchr(text, '.');
        size_t length = dot ? (size_t)(dot - text) : strlen(text);
        const char *step = arena_copy(uses->view->tables->arena, text, length);
        if (!step || length == 0 || use->count == STEPS_MOST)
            return false;
        use->steps[use->count++] = step;
        key = below(key, step);
        text = dot ? dot + 1 : NULL;
    }
    use->key = key;
    return key != NULL;
}

/* --- columns to keys --------------------------------------------------------------------------------------------- */

/* Reports a path or a header that is no key of a thing. */
static bool no_key(const struct uses *uses, struct place place, const char *code, const char *name)
{
    const char *names[NAMES_MOST];
    int count = key_names(uses->keys, names, NAMES_MOST);
    report(uses->view->tables->diagnostics, place, code,
           (struct slot[]) { { "key", name }, { "list", uses->list->name }, { "nearest", text_nearest(name, names, count) },
                             { NULL, NULL } });
    return false;
}

/* The columns that `columns` names. */
static bool use_named(struct uses *uses, bool *taken)
{
    const struct node *columns = uses->view->request.columns;
    bool good = true;
    for (int i = 0; columns && i < columns->count; i++) {
        struct use *use = &uses->uses[uses->count];
        const struct node *path = columns->keys[i];
        use->column = table_column(uses->view, columns->items[i]->text, columns->items[i]->place);
        bool known = follow(uses, path->text, use) || no_key(uses, path->place, "E081", path->text);
        good = good && known && use->column >= 0;
        if (use->column >= 0) {
            use->header = table_place(uses->view, 0, use->column);
            taken[use->column] = true;
        }
        if (use->column >= 0 && known)
            uses->count++;
    }
    return good;
}

/* Fills a map from the paths that `columns` names. */
static bool map_named(const struct uses *uses, struct map *named)
{
    const struct node *columns = uses->view->request.columns;
    bool good = true;
    for (int i = 0; good && columns && i < columns->count; i++)
        good = map_put(named, columns->keys[i]->text, columns->keys[i]->length, i) >= 0;
    return good || table_no_memory(uses->view);
}

/* The other columns, by their headers; one that is no key must be of use otherwise, or `columns` leaves it out. */
static bool use_headers(struct uses *uses, const bool *taken, const struct map *named)
{
    const struct table_view *view = uses->view;
    bool good = true;
    for (int column = 0; column < view->file->csv.n_columns; column++) {
        struct use *use = &uses->uses[uses->count];
        const char *header = view->file->headers[column];
        if (taken[column] || map_get(named, header, strlen(header)) >= 0)
            continue;
        use->column = column;
        use->header = table_place(view, 0, column);
        if (follow(uses, header, use))
            uses->count++;
        else if (!view->used[column] && !view->request.columns)
            good = no_key(uses, table_place(view, 0, column), "E071", header);
    }
    return good;
}

static bool name_uses(struct uses *uses)
{
    const struct table_view *view = uses->view;
    for (int i = 0; i < uses->count; i++) {
        struct use *use = &uses->uses[i];
        use->name = node_scalar(view->tables->arena, use->steps[use->count - 1], table_place(view, 0, use->column),
                                view->node->origin);
        if (!use->name)
            return table_no_memory(view);
    }
    return true;
}

static bool find_uses(struct uses *uses, int stage)
{
    struct arena *own = &uses->view->tables->own;
    const struct node *named_columns = uses->view->request.columns;
    size_t columns = (size_t)uses->view->file->csv.n_columns, named = named_columns ? (size_t)named_columns->count : 0;
    bool *taken = arena_new(own, columns, sizeof *taken);
    uses->uses = arena_new(own, columns + named + 1, sizeof *uses->uses);
    if (!taken || !uses->uses)
        return table_no_memory(uses->view);
    if (stage >= 0)
        taken[stage] = true;
    struct map paths;
    map_init(&paths, own);
    bool good = use_named(uses, taken);
    good = map_named(uses, &paths) && use_headers(uses, taken, &paths) && good;
    map_clear(&paths);
    if (uses->count > USES_MOST)
        return table_wrong(uses->view, uses->view->node->place, "E083", "most", number_text(USES_MOST).text, NULL, NULL);
    return good && name_uses(uses);
}

/* --- rows to mappings -------------------------------------------------------------------------------------------- */

static struct node *below_node(const struct uses *uses, struct node *parent, const char *name, struct place place)
{
    struct arena *arena = uses->view->tables->arena;
    struct node *there = node_get(parent, name);
    if (there)
        return there;
    struct node *key = node_scalar(arena, name, place, parent->origin);
    struct node *made = node_new(arena, NODE_MAPPING, place, parent->origin);
    if (key && made && node_add(arena, parent, key, made))
        return made;
    table_no_memory(uses->view);
    return NULL;
}

/* Puts a cell under its path. A path may not lead into what another column gave as a whole, nor replace what is there. */
static bool put_cell(const struct uses *uses, struct node *thing, int row, const struct use *use)
{
    const struct table_view *view = uses->view;
    struct place place = table_place(view, row, use->column);
    struct node *parent = thing;
    for (int step = 0; parent && parent->kind == NODE_MAPPING && step < use->count - 1; step++)
        parent = below_node(uses, parent, use->steps[step], place);
    if (!parent)
        return false;
    const char *last = use->steps[use->count - 1];
    if (parent->kind != NODE_MAPPING || node_get(parent, last))
        return table_wrong(view, place, "E082", "key", use->path, NULL, NULL);
    struct arena *arena = view->tables->arena;
    struct node *value = cell_node(view, use->key, row, use->column);
    return value && (node_add(arena, parent, use->name, value) || table_no_memory(view));
}

/* Lays a row over what every row gets. */
static struct node *over_each(const struct uses *uses, struct node *thing)
{
    const struct table_view *view = uses->view;
    if (!view->request.each || !thing)
        return thing;
    struct node *each = node_clone(view->tables->arena, view->request.each, NULL);
    struct node *merged = each ? merge_sections(each, thing, uses->keys, view->tables->arena) : NULL;
    if (!merged)
        table_no_memory(view);
    return merged;
}

static struct node *thing_of(const struct uses *uses, int row)
{
    const struct table_view *view = uses->view;
    struct node *thing = node_new(view->tables->arena, NODE_MAPPING, table_place(view, row, 0), view->node->origin);
    bool good = thing || table_no_memory(view);
    for (int i = 0; thing && i < uses->count; i++)
        if (!table_is_missing(view, row, uses->uses[i].column))
            good = put_cell(uses, thing, row, &uses->uses[i]) && good;
    return good ? over_each(uses, thing) : NULL;
}

/* What adds up of a key: its total where a number stands for a section. */
static const struct key *counted(const struct key *key)
{
    return key->type == KEY_SECTION && key->scalar_key ? key_of(key->keys, key->scalar_key) : key;
}

static void check_totals(const struct uses *uses)
{
    for (int i = 0; i < uses->count; i++)
        check_total(uses->view, counted(uses->uses[i].key), uses->uses[i].column);
}

struct node *table_things(struct table_view *view, const struct key *key)
{
    struct uses uses = { .view = view, .list = key, .keys = key->keys };
    struct arena *arena = view->tables->arena;
    struct node *list = node_new(arena, NODE_LIST, view->node->place, view->node->origin);
    bool good = (list || table_no_memory(view)) && find_uses(&uses, -1);
    for (int i = 0, stop = good ? view->n_rows : 0; i < stop; i++) {
        struct node *thing = thing_of(&uses, view->rows[i]);
        good = good && thing && (node_add(arena, list, NULL, thing) || table_no_memory(view));
    }
    if (good)
        check_totals(&uses);
    return good ? list : NULL;
}

/* Puts the section of one row under its stage. */
static bool put_section(const struct uses *uses, struct node_index *index, struct node *map, int row, int stage)
{
    const struct table_view *view = uses->view;
    struct arena *arena = view->tables->arena;
    struct place place = table_place(view, row, stage);
    const char *name = cell_axis(view, AXIS_STAGE, row, stage);
    const struct node *first = name ? node_index_get(index, map, name) : NULL;
    if (first)
        return table_wrong(view, place, "E073", "name", name, "line", number_text(first->place.line).text);
    struct node *section = name ? thing_of(uses, row) : NULL;
    if (!section)
        return false;
    struct node *key = node_scalar(arena, name, place, view->node->origin);
    return (key && node_index_add(index, arena, map, key, section)) || table_no_memory(view);
}

struct node *table_sections(struct table_view *view, const struct key *key)
{
    struct uses uses = { .view = view, .list = key, .keys = key->of->keys };
    const char *said = view->request.axes[AXIS_STAGE];
    struct node *map = node_new(view->tables->arena, NODE_MAPPING, view->node->place, view->node->origin);
    if (!map && !table_no_memory(view))
        return NULL;
    int stage = said ? table_column(view, said, node_get(view->node, "stage")->place) : table_find(view, "stage");
    if (stage < 0 && !said)
        table_wrong(view, view->node->place, "E078", "name", "stage", "columns", table_headers(view));
    bool good = stage >= 0 && find_uses(&uses, stage);
    struct node_index index;
    node_index_init(&index, (size_t)view->n_rows, &view->tables->own.allocator);
    for (int i = 0, stop = good ? view->n_rows : 0; i < stop; i++)
        good = put_section(&uses, &index, map, view->rows[i], stage) && good;
    node_index_clear(&index);
    if (good)
        check_totals(&uses);
    return good ? map : NULL;
}
