/* The walk of the key table over a tree: every key to its reader, every unknown key to a message. */
#include "base/map.h"
#include "scenario/read.h"

#include <math.h>
#include <string.h>

/* Reads one value of any type of key to `target`. False when something was reported. */
static bool read_value(struct reading *reading, const struct key *key, const struct node *node, void *target);

/* Reads a key's default; "" leaves nothing: NaN, NULL, 0. */
static bool read_fallback(struct reading *reading, const struct key *key, void *target);

static bool report_misspelt_table(struct reading *reading, const struct key *row, const struct node *node);

/* The count of a list may stand before the list in its struct: the way to it is then negative. */
static void *field(void *target, ptrdiff_t offset)
{
    return (char *)target + offset;
}

/* --- defaults ---------------------------------------------------------------------------------------------------- */

/* Whether "" leaves a number that must read as "not given". */
static bool is_number(const struct key *key)
{
    return key->type == KEY_COUNT || key->type == KEY_NUMBER || key->type == KEY_SHARE;
}

static bool read_defaults(struct reading *reading, const struct key *keys, void *target)
{
    bool good = true;
    for (const struct key *key = keys; key->name; key++)
        if (!text_is(key->name, "YEAR"))
            good = read_fallback(reading, key, field(target, (ptrdiff_t)key->offset)) && good;
    return good;
}

/* [n_stages] elements, each with its defaults; stages are known by then. */
static bool new_by_stage(struct reading *reading, const struct key *key, void *target)
{
    int stages = reading->scenario->n_stages;
    char *elements = arena_new(reading->arena, (size_t)stages, key->size);
    if (!elements)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    *(void **)target = elements;
    bool good = true;
    for (int stage = 0; stage < stages; stage++)
        good = read_fallback(reading, key->of, elements + (size_t)stage * key->size) && good;
    return good;
}

static bool read_fallback(struct reading *reading, const struct key *key, void *target)
{
    if (key->type == KEY_BY_STAGE)
        return key->when_given || new_by_stage(reading, key, target);
    if (key->type == KEY_SECTION)
        return read_defaults(reading, key->keys, target);
    if (key->fallback && *key->fallback) {
        /* No reader of a scalar keeps its node. */
        const struct node node = { .kind = NODE_SCALAR, .origin = ORIGIN_BUILT_IN, .text = key->fallback,
                                   .length = strlen(key->fallback), .plain = true };
        return read_value(reading, key, &node, target);
    }
    if (is_number(key))
        *(double *)target = NAN;
    return true;
}

/* --- lists and maps of things ------------------------------------------------------------------------------------ */

/* "district 'etdz'": the list's name without its plural, and the id. NULL at the top. Composed only when it is said. */
static const char *where_of(const struct reading *reading)
{
    const char *list = reading->list, *id = reading->id;
    if (!list)
        return NULL;
    size_t length = strlen(list);
    bool ies = length > 3 && strcmp(list + length - 3, "ies") == 0;
    char kind[40];
    length -= ies ? 3 : list[length - 1] == 's' ? 1 : 0;
    if (length > sizeof kind - 2)
        length = sizeof kind - 2;
    memcpy(kind, list, length);
    memcpy(kind + length, ies ? "y" : "", ies ? 2 : 1);
    const char *parts[] = { kind, " '", id ? id : "?", "'" };
    return arena_join(reading->arena, parts, 4);
}

/* Whether a key looks like what follows the comma of 9,569. */
static bool is_thousands(const char *text)
{
    return strlen(text) == 3 && strspn(text, "0123456789") == 3;
}

/* How a key should be typed that holds characters of a Chinese keyboard, or a colon without a space behind it (which does
 * not end a key). NULL when it is not that. */
static const char *retyped_key(const struct reading *reading, const struct node *key_node)
{
    const char *retyped = text_retyped(key_node->text, key_node->length, reading->arena);
    const char *text = retyped ? retyped : key_node->text, *colon = strchr(text, ':');
    if (!colon || !colon[1] || colon[1] == ' ')
        return retyped;
    const char *name = arena_copy(reading->arena, text, (size_t)(colon - text));
    const char *parts[] = { name ? name : "", ": ", colon + 1 };
    return arena_join(reading->arena, parts, 3);
}

/* An unknown key with what it may have been meant for, and where nothing tells, with all there are. */
static void report_unknown(struct reading *reading, const struct node *key_node, const char *const *names, int count)
{
    const char *nearest = text_nearest(key_node->text, names, count), *retyped = retyped_key(reading, key_node);
    bool thousands = is_thousands(key_node->text);
    struct buffer known;
    buffer_init(&known, &reading->arena->allocator);
    if (!nearest && !retyped && !thousands)
        buffer_list(&known, names, count);
    report(reading->diagnostics, key_node->place, "E130",
           (struct slot[]) { { "key", key_node->text },
                             { "where", where_of(reading) },
                             { "nearest", nearest },
                             { "digits", thousands ? key_node->text : NULL },
                             { "retyped", retyped },
                             { "known", known.text },
                             { NULL, NULL } });
    buffer_clear(&known);
}

static bool read_by_stage(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    const char *names[64 + 1];
    int stages = reading->scenario->n_stages;
    if (node->kind != NODE_MAPPING)
        return wrong(reading, key, node, "E131");
    bool good = new_by_stage(reading, key, target);
    for (int stage = 0; stage < stages && stage < 64; stage++)
        names[stage] = reading->scenario->stages[stage].id;
    for (int i = 0; *(char **)target && i < node->count; i++) {
        struct reading inside = *reading;
        struct key element = *key->of;
        int stage = inside.stage = stage_of(reading->scenario, node->keys[i]->text);
        element.name = node->keys[i]->text;
        if (stage >= 0)
            good = read_value(&inside, &element, node->items[i], *(char **)target + (size_t)stage * key->size) && good;
        else if (!is_provenance(node->keys[i]->text) && stages > 0) { /* no stages at all: that was told */
            int known = stages < 64 ? stages : 64;
            names[known] = "table";
            report_unknown(reading, node->keys[i], names, known + may_be_table(key));
            good = false;
        }
    }
    return good;
}

/* Ids in the list are all different. Projects have none of their own: several may concern one facility. */
static bool check_ids(struct reading *reading, const struct key *key, const struct node *node)
{
    struct map map;
    bool good = true;
    map_init(&map, reading->arena);
    for (int i = 0; i < node->count; i++) {
        const struct node *id = thing_id(node->items[i]);
        if (!id)
            continue;
        int put = map_put(&map, id->text, id->length, i);
        if (put < 0)
            report_no_memory(reading->diagnostics);
        if (put == 0)
            report(reading->diagnostics, id->place, "E132",
                   (struct slot[]) { { "id", id->text }, { "list", key->name },
                                     { "line", number_text(node->items[map_get(&map, id->text, id->length)]->place.line).text },
                                     { NULL, NULL } });
        good = good && put == 1;
    }
    map_clear(&map);
    return good;
}

/* The stage that a thing says it serves, -1 for none: it knows the grades that its numbers speak of. */
static int stage_named(const struct reading *reading, const struct node *thing)
{
    const struct node *stage = node_get(thing, "stage");
    stage = stage ? node_value(stage) : NULL;
    return stage && stage->kind == NODE_SCALAR ? stage_of(reading->scenario, stage->text) : -1;
}

static bool read_thing(struct reading *reading, const struct key *key, const struct node *node, void *thing)
{
    struct reading inside = *reading;
    if (node->kind == NODE_SCALAR && !key->scalar_key) {
        report2(reading->diagnostics, node->place, "E154", "name", node->text, "list", key->name);
        return false;
    }
    inside.list = key->name;
    inside.id = thing_name(node);
    inside.stage = stage_named(reading, node);
    struct key section = *key;
    section.type = KEY_SECTION;
    return read_value(&inside, &section, node, thing);
}

static bool read_items(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    bool misspelt = node->kind == NODE_MAPPING && report_misspelt_table(reading, key, node);
    bool good = node->kind == NODE_LIST || (!misspelt && wrong(reading, key, node, "E133"));
    char *things = good ? arena_new(reading->arena, (size_t)node->count, key->size) : NULL;
    if (!things)
        return good ? report_no_memory(reading->diagnostics) == SEATSIM_OK : false;
    *(void **)field(target, 0) = things;
    *(int *)field(target, (ptrdiff_t)key->count_offset - (ptrdiff_t)key->offset) = node->count;
    good = check_ids(reading, key, node);
    for (int i = 0; i < node->count; i++)
        good = read_thing(reading, key, node->items[i], things + (size_t)i * key->size) && good;
    return good;
}

/* A copy of a map's section that says its own id. */
static struct node *with_id(struct reading *reading, const struct node *name, const struct node *section)
{
    struct node *copy = node_new(reading->arena, NODE_MAPPING, section->place, section->origin);
    struct node *key = node_scalar(reading->arena, "id", name->place, name->origin);
    struct node *id = node_scalar(reading->arena, name->text, name->place, name->origin);
    bool good = copy && key && id && node_add(reading->arena, copy, key, id);
    for (int i = 0; good && i < section->count; i++)
        good = node_add(reading->arena, copy, section->keys[i], section->items[i]);
    return good ? copy : NULL;
}

static bool read_named(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    if (node->kind != NODE_MAPPING)
        return wrong(reading, key, node, "E131");
    struct node *list = node_new(reading->arena, NODE_LIST, node->place, node->origin);
    bool good = true;
    for (int i = 0; list && i < node->count; i++) {
        if (is_provenance(node->keys[i]->text))
            continue;
        if (node->items[i]->kind != NODE_MAPPING) {
            good = wrong(reading, key, node->items[i], "E131");
            continue;
        }
        struct node *section = with_id(reading, node->keys[i], node->items[i]);
        if (!section || !node_add(reading->arena, list, NULL, section))
            list = NULL;
    }
    return list ? read_items(reading, key, list, target) && good : report_no_memory(reading->diagnostics) == SEATSIM_OK;
}

/* --- sections ---------------------------------------------------------------------------------------------------- */

static bool check_provenance(struct reading *reading, const struct node *name, const struct node *node)
{
    if (node->kind != NODE_SCALAR) {
        report2(reading->diagnostics, node->place, "E134", "key", name->text, NULL, NULL);
        return false;
    }
    for (int i = 0; strcmp(name->text, "status") == 0 && status_names[i]; i++)
        if (strcmp(status_names[i], node->text) == 0)
            return true;
    if (strcmp(name->text, "status") != 0)
        return true;
    report2(reading->diagnostics, node->place, "E135", "text", node->text, NULL, NULL);
    return false;
}

/* Pupils given as {g1: 90, g2: 100}: numbers alone, and no key that is known. */
static bool is_by_grade_alone(const struct key *keys, const struct node *node)
{
    double number;
    for (int i = 0; i < node->count; i++) {
        const struct node *item = node->items[i];
        if (key_of(keys, node->keys[i]->text) || item->kind != NODE_SCALAR || !text_number(item->text, item->length, &number))
            return false;
    }
    return node->count > 1;
}

/* "{grades: {1: 90, 2: 100}}", by the stage's own names of its grades where there are as many. */
static void add_by_grade(const struct reading *reading, const struct node *node, struct buffer *text)
{
    const struct stage *stage = reading->stage >= 0 ? &reading->scenario->stages[reading->stage] : NULL;
    bool all = stage && stage->given_grades.count == node->count;
    for (int i = 0; i < node->count; i++) {
        buffer_text(text, i ? ", " : "{grades: {");
        buffer_text(text, all ? stage->given_grades.ids[i] : node->keys[i]->text);
        buffer_text(text, ": ");
        buffer_text(text, node->items[i]->text);
    }
    buffer_text(text, "}}");
}

static bool report_by_grade(struct reading *reading, const struct node *node)
{
    struct buffer text;
    buffer_init(&text, &reading->arena->allocator);
    add_by_grade(reading, node, &text);
    report(reading->diagnostics, node->keys[0]->place, "E130",
           (struct slot[]) { { "key", node->keys[0]->text }, { "where", where_of(reading) }, { "by_grade", text.text },
                             { NULL, NULL } });
    buffer_clear(&text);
    return false;
}

/* A misspelt `table` among the keys of what may be one, and of what should be a list: then the other keys are a table's. */
static bool report_misspelt_table(struct reading *reading, const struct key *row, const struct node *node)
{
    static const char *const table[] = { "table" };
    for (int i = 0; row && may_be_table(row) && i < node->count; i++)
        if (text_nearest(node->keys[i]->text, table, 1)) {
            report_unknown(reading, node->keys[i], table, 1);
            return true;
        }
    return false;
}

/* Reports keys that are not in the table. `row`: whose keys they are, NULL where that does not matter. */
static bool check_keys(struct reading *reading, const struct key *row, const struct key *keys, const struct node *node)
{
    const char *names[64 + 1];
    bool good = true;
    int count = key_names(keys, names, 64);
    if (key_of(keys, "2020"))
        names[count++] = "2020, 2021, ...";
    if (report_misspelt_table(reading, row, node))
        return false;
    if (row && row->list_key && is_by_grade_alone(keys, node))
        return report_by_grade(reading, node);
    for (int i = 0; i < node->count; i++) {
        const struct node *name = node->keys[i];
        if (is_provenance(name->text))
            good = check_provenance(reading, name, node->items[i]) && good;
        else if (!key_of(keys, name->text)) {
            report_unknown(reading, name, names, count);
            good = false;
        }
    }
    return good;
}

/* Remembers a key that no result depends on, once. */
static void add_unused(struct unused *unused, const struct key *key, const struct node *value)
{
    for (int i = 0; i < unused->count; i++)
        if (strcmp(unused->names[i], key->name) == 0)
            return;
    if (unused->count == 0)
        unused->first = value->place;
    if (unused->count < UNUSED_MOST)
        unused->names[unused->count++] = key->name;
}

static bool read_key(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    void *place = field(target, (ptrdiff_t)key->offset);
    if (text_is(key->name, "YEAR"))
        return key->type == KEY_CUSTOM ? key->read(reading, key, node, place) : read_series(reading, key, node, place);
    const struct node *value = node_get(node, key->name);
    if (value && key->only_checked && reading->unused)
        add_unused(reading->unused, key, value);
    if (value)
        return read_value(reading, key, value, place);
    if (!key->fallback) {
        report(reading->diagnostics, node->place, "E136",
               (struct slot[]) { { "key", key->name }, { "where", where_of(reading) },
                                 { "example", *key->example ? key->example : NULL }, { NULL, NULL } });
        return false;
    }
    return read_fallback(reading, key, place);
}

static bool read_keys(struct reading *reading, const struct key *row, const struct key *keys, const struct node *node,
                      void *target)
{
    bool good = check_keys(reading, row, keys, node);
    for (const struct key *key = keys; key->name; key++)
        good = read_key(reading, key, node, target) && good;
    return good;
}

bool read_section(struct reading *reading, const struct key *keys, const struct node *node, void *target)
{
    return read_keys(reading, NULL, keys, node, target);
}

/* A mapping as it is; a bare scalar or list as the key it stands for. */
static bool read_as_section(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    const char *stands_for = node->kind == NODE_LIST ? key->list_key : node->kind == NODE_SCALAR ? key->scalar_key : NULL;
    if (node->kind == NODE_MAPPING && key->scalar_key && node_value(node) != node)
        return read_as_section(reading, key, node_value(node), target);
    if (node->kind != NODE_MAPPING && !stands_for)
        return wrong(reading, key, node, "E131");
    ((struct section *)target)->node = node;
    if (!stands_for)
        return read_keys(reading, key, key->keys, node, target);
    struct node *section = node_new(reading->arena, NODE_MAPPING, node->place, node->origin);
    struct node *name = node_scalar(reading->arena, stands_for, node->place, node->origin);
    struct node *value = node_new(reading->arena, node->kind, node->place, node->origin);
    if (!section || !name || !value)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    *value = *node;
    ((struct section *)target)->node = section;
    if (!node_add(reading->arena, section, name, value))
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    struct reading inside = *reading;
    inside.stands_for = stands_for;
    inside.said = key->name;
    return read_section(&inside, key->keys, section, target);
}

/* What stands beside X in {value: X, source: ...}. */
static bool check_beside(struct reading *reading, const struct node *node)
{
    bool good = true;
    for (int i = 0; node_value(node) != node && i < node->count; i++)
        if (is_provenance(node->keys[i]->text))
            good = check_provenance(reading, node->keys[i], node->items[i]) && good;
    return good;
}

bool read_whole_series(struct reading *reading, const struct key *key, const struct node *node, struct series *series)
{
    series->interpolation = INTERPOLATE_LINEAR;
    bool section = node_value(node)->kind == NODE_MAPPING;
    return read_series(reading, key, node, series)
        && (!section || (check_keys(reading, key, series_keys, node_value(node))
                         && read_key(reading, &series_keys[1], node_value(node), series)));
}

static bool read_value(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    if (!check_beside(reading, node))
        return false;
    switch (key->type) {
    case KEY_SERIES: return read_whole_series(reading, key, node, target);
    case KEY_EVENTS:
        return read_events(reading, key, node, target)
            && (node_value(node)->kind != NODE_MAPPING || check_keys(reading, key, event_keys, node_value(node)));
    case KEY_GRADE_SERIES: return read_grade_series(reading, key, node, target);
    case KEY_AMOUNTS: return read_amounts(reading, key, node, target);
    case KEY_DISTRIBUTION: return read_distribution(reading, key, node, target);
    case KEY_NUMBERS: return read_numbers(reading, key, node, target);
    case KEY_NAMES: return read_names(reading, key, node, target);
    case KEY_SECTION: return read_as_section(reading, key, node, target);
    case KEY_ITEMS: return read_items(reading, key, node_value(node), target);
    case KEY_NAMED: return read_named(reading, key, node, target);
    case KEY_BY_STAGE: return read_by_stage(reading, key, node_value(node), target);
    case KEY_CUSTOM: return key->read(reading, key, node, target);
    default: return read_scalar(reading, key, node, target);
    }
}
