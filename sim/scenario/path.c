#include "scenario/path.h"

#include "base/marks.h"
#include "scenario/amount.h"
#include "scenario/descend.h"
#include "scenario/read.h"
#include "scenario/steps.h"

#include <string.h>

/* Keys of a mapping that are looked through at the cost of one step. */
enum { KEYS_A_STEP = 16 };

struct patch {
    struct patching *all;
    struct steps steps;
    enum operation operation;
    const struct node *value;
    struct place place;
    enum origin origin;
    int matched; /* places the path led to */
    bool failed;
};

static void walk(struct patch *patch, struct spot spot, int depth);

/* Where a step stands: in --set at itself, in a variant the whole path. */
static struct place place_of_step(const struct patch *patch, const char *name)
{
    const struct source *source = patch->place.source;
    const char *found = patch->origin == ORIGIN_SET && source ? strstr(source->text, name) : NULL;
    if (!found || !*name)
        return patch->place;
    struct position start = { .line = 1, .column = 1 }, end = start;
    position_move_to(source, &start, (size_t)(found - source->text));
    end = start;
    position_move_to(source, &end, (size_t)(found - source->text) + strlen(name));
    return (struct place) { source, start.line, start.column, end.column - start.column };
}

static void fail(struct patch *patch, const char *code, const char *name, const char *nearest)
{
    if (!patch->failed)
        report2(patch->all->diagnostics, place_of_step(patch, name), code, "name", name, "nearest", nearest);
    patch->failed = true;
}

/* A step that is none of what is there: the nearest of it, or all of it; or an operator that there is not. */
static void fail_name(struct patch *patch, const char *name, const char *const *names, int count)
{
    const char *nearest = text_nearest(name, names, count);
    size_t length = strlen(name);
    bool sign = length > 2 && name[length - 2] == ' ' && strchr("-/:", name[length - 1]);
    const char *operator = sign ? name + length - 1 : NULL;
    struct buffer known;
    buffer_init(&known, &patch->all->arena->allocator);
    if (!nearest)
        buffer_list(&known, names, count < 20 ? count : 20);
    report(patch->all->diagnostics, place_of_step(patch, name), "E052",
           (struct slot[]) { { "name", name }, { "nearest", operator ? NULL : nearest }, { "operator", operator },
                             { "known", operator ? NULL : known.text }, { NULL, NULL } });
    buffer_clear(&known);
    patch->failed = true;
}

static void fail_memory(struct patch *patch)
{
    report_no_memory(patch->all->diagnostics);
    patch->failed = true;
}

/* Counts what a patch costs; false, reported, when all of them come to too much. */
static bool afford(struct patch *patch, size_t cost)
{
    bool good = cost <= (size_t)(PATCHES_COST_MOST - patch->all->cost);
    if (good)
        patch->all->cost += (int)cost;
    else if (!patch->failed)
        report2(patch->all->diagnostics, patch->place, "E057", "most", number_text(PATCHES_COST_MOST).text, NULL, NULL);
    patch->failed = patch->failed || !good;
    return good;
}

/* --- matching ---------------------------------------------------------------------------------------------------- */

/* What a step calls a thing; "" for one without a name, which no step can be. */
static const char *name_of(const struct node *thing)
{
    const char *name = thing_name(thing);
    return name ? name : "";
}

/* Whether the last step of a patch may change what a thing of a list is called. */
static bool may_rename(const struct patch *patch, const struct spot *spot)
{
    static const char *const keys[] = { "id", "open", "expand", "convert", "close", "merge", "value" };
    bool names = spot->inside || patch->value->kind != NODE_SCALAR;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        names = names || strcmp(patch->steps.list[patch->steps.count - 1].name, keys[i]) == 0;
    return names;
}

/* Whether a thing has what every filter asks for; a key that is not given has its default. */
static bool passes(const struct spot *spot, const struct step *step)
{
    for (int i = 0; i < step->n_filters; i++) {
        const struct node *node = node_get(spot->node, step->filters[i].key);
        const struct key *row = spot->row->keys ? key_of(spot->row->keys, step->filters[i].key) : NULL;
        const char *text = node && node_value(node)->kind == NODE_SCALAR ? node_value(node)->text : row ? row->fallback : NULL;
        if (!text || strcmp(text, step->filters[i].value) != 0)
            return false;
    }
    return true;
}

/* A section given as a bare scalar or list becomes the mapping it stands for. */
static bool open_up(struct patch *patch, struct spot *spot)
{
    struct node *node = spot->node;
    const struct key *row = spot->row;
    const char *name = node->kind == NODE_SCALAR ? row->scalar_key : node->kind == NODE_LIST ? row->list_key : NULL;
    if (node->kind == NODE_MAPPING || !is_section(spot) || !name)
        return true;
    struct node *copy = node_new(patch->all->arena, node->kind, node->place, node->origin);
    struct node *key = node_scalar(patch->all->arena, name, node->place, node->origin);
    if (!copy || !key)
        return false;
    *copy = *node;
    *node = (struct node) { .kind = NODE_MAPPING, .place = copy->place, .origin = copy->origin, .text = "" };
    return node_add(patch->all->arena, node, key, copy);
}

/* A new child of a mapping: what lies below the path and is not there yet. */
static struct node *add_child(struct patch *patch, struct node *mapping, const char *name, enum node_kind kind)
{
    struct node *key = node_scalar(patch->all->arena, name, patch->place, patch->origin);
    struct node *child = node_new(patch->all->arena, kind, patch->place, patch->origin);
    if (!key || !child || !node_add(patch->all->arena, mapping, key, child))
        return NULL;
    return child;
}

/* --- changing ---------------------------------------------------------------------------------------------------- */

/* The row of the numbers below what a path led to: a year's, where it has years. */
static const struct key *number_row(const struct key *row)
{
    const struct key *year = row->keys ? key_of(row->keys, "2000") : NULL;
    return year ? year : row;
}

/* Whether a percentage is added to numbers of things: 10% would be a tenth of a child. */
static bool adds_part_of_a_thing(const struct patch *patch, const struct key *row)
{
    const struct node *by = patch->value;
    row = number_row(row);
    return patch->operation == OPERATION_ADD && by->kind == NODE_SCALAR && by->length > 0 && by->text[by->length - 1] == '%'
        && row->unit && !takes_percentage(row);
}

static void fail_percent(struct patch *patch)
{
    const char *name = patch->steps.list[patch->steps.count - 1].name;
    double percent = 0;
    const struct node *by = patch->value;
    bool number = text_number(by->text, by->length - 1, &percent);
    struct number_text factor = number_text(1 + percent / 100);
    report(patch->all->diagnostics, by->place, "E108",
           (struct slot[]) { { "key", name }, { "text", by->text }, { "factor", number ? factor.text : NULL }, { NULL, NULL } });
    patch->failed = true;
}

/* Sets or changes one node; `fresh`: it was not there, and starts at its default. What is set takes the place of a whole
 * {value: X, source: ...}: the source does not speak of it. */
static void change(struct patch *patch, struct spot spot, bool fresh)
{
    const char *fallback = spot.row->fallback;
    patch->matched++;
    if (may_rename(patch, &spot))
        name_index_clear(&patch->all->names);
    if (patch->operation == OPERATION_SET) {
        if (afford(patch, node_size(patch->value)) && !node_copy(patch->all->arena, patch->value, patch->origin, spot.node))
            fail_memory(patch);
        return;
    }
    if (adds_part_of_a_thing(patch, spot.row)) {
        fail_percent(patch);
        return;
    }
    if (fresh && (!fallback || !*fallback)) {
        fail(patch, "E055", patch->steps.list[patch->steps.count - 1].name, NULL);
        return;
    }
    if (fresh)
        *spot.node = (struct node) { .kind = NODE_SCALAR, .text = fallback, .length = strlen(fallback), .plain = true,
                                     .place = patch->place, .origin = patch->origin };
    if (!is_amount(patch->value)) {
        bool scalar = patch->value->kind == NODE_SCALAR;
        report2(patch->all->diagnostics, patch->value->place, "E055", "text", scalar ? patch->value->text : "...", NULL, NULL);
        patch->failed = true;
        return;
    }
    int changed = change_amounts(spot.node, patch->operation, patch->value, patch->origin, patch->all->arena);
    if (changed < 0)
        fail_memory(patch);
    if (changed == 0)
        fail(patch, "E055", patch->steps.list[patch->steps.count - 1].name, NULL);
}

/* --- walking ----------------------------------------------------------------------------------------------------- */

/* The nearest name to a step among what could stand there. */
static void fail_unknown(struct patch *patch, const struct spot *spot, const char *name)
{
    const char *names[500];
    int count = 0;
    if (keys_in(spot))
        count = key_names(keys_in(spot), names, 64);
    else
        for (int i = 0; i < spot->node->count && count < 500; i++)
            names[count++] = spot->node->kind == NODE_LIST ? name_of(spot->node->items[i]) : spot->node->keys[i]->text;
    fail_name(patch, name, names, count);
}

/* Walks into one thing of a list if it has what the step's filters ask for. */
static void walk_thing(struct patch *patch, const struct spot *list, int index, int depth)
{
    struct spot thing = { list->node->items[index], list->row, list->row->keys != NULL };
    if (passes(&thing, &patch->steps.list[depth]))
        walk(patch, thing, depth + 1);
}

/* Walks into the things of one name, of which a patch may change the name: the next is found before. Returns whether there
 * is any. */
static bool walk_named(struct patch *patch, const struct spot *list, const char *name, int depth)
{
    struct name_index *names = &patch->all->names;
    if (names->list != list->node && !afford(patch, (size_t)list->node->count))
        return false;
    if (!name_index_use(names, list->node, &patch->all->arena->allocator)) {
        fail_memory(patch);
        return false;
    }
    int first = name_index_first(names, name);
    for (int thing = first, next; thing >= 0 && !patch->failed; thing = next) {
        next = names->list ? name_index_next(names, thing) : -1;
        walk_thing(patch, list, thing, depth);
    }
    return first >= 0;
}

static bool walk_things(struct patch *patch, const struct spot *list, int depth)
{
    for (int thing = 0; thing < list->node->count && !patch->failed; thing++)
        walk_thing(patch, list, thing, depth);
    return list->node->count > 0;
}

static void walk_list(struct patch *patch, struct spot spot, int depth)
{
    const struct step *step = &patch->steps.list[depth];
    int before = patch->matched;
    bool all = strcmp(step->name, "*") == 0;
    bool found = all ? walk_things(patch, &spot, depth) : walk_named(patch, &spot, step->name, depth);
    if (!found && !patch->failed)
        fail_unknown(patch, &spot, step->name);
    else if (patch->matched == before && step->n_filters > 0)
        fail(patch, "E053", step->filters[0].key, NULL);
}

/* Whether something may stand inside what a row describes. */
static bool is_leaf(const struct key *row)
{
    static const bool inside[KEY_TYPES] = {
        [KEY_SECTION] = true, [KEY_BY_STAGE] = true, [KEY_NAMED] = true,  [KEY_SERIES] = true,       [KEY_EVENTS] = true,
        [KEY_TITLE] = true,   [KEY_AMOUNTS] = true,  [KEY_NUMBERS] = true, [KEY_GRADE_SERIES] = true, [KEY_DISTRIBUTION] = true,
    };
    return !inside[row->type] && !(row->forms & (FORM_YEARS | FORM_PATCHES | FORM_CONDITIONAL));
}

/* Whether a stage that is not given has a default for what the path leads to beyond the step `depth`, which stands for stages. */
static bool stages_have_default(const struct patch *patch, const struct key *of, int depth)
{
    return stage_has_default(of, depth + 1 < patch->steps.count ? patch->steps.list[depth + 1].name : NULL);
}

/* Whether the step `depth` is a `*` over stages of which none is given and none has a default. */
static bool leads_nowhere(const struct patch *patch, const struct key *row, int depth)
{
    return depth < patch->steps.count && strcmp(patch->steps.list[depth].name, "*") == 0
        && !stages_have_default(patch, row->of, depth);
}

static void walk_child(struct patch *patch, struct spot spot, const char *name, int depth)
{
    const struct key *row = key_below(&spot, name);
    struct node *child = node_get(spot.node, name);
    bool last = depth + 1 == patch->steps.count, fresh = !child;
    if (!row || (fresh && is_named_map(&spot))) {
        fail_unknown(patch, &spot, name);
        return;
    }
    if (fresh && spot.node->kind != NODE_MAPPING) {
        fail(patch, "E056", name, NULL);
        return;
    }
    if (fresh && !last && is_leaf(row)) {
        fail(patch, row->type == KEY_ITEMS ? "E052" : "E056", patch->steps.list[depth + 1].name, NULL);
        return;
    }
    if (fresh && row->type == KEY_BY_STAGE && leads_nowhere(patch, row, depth + 1))
        return;
    if (fresh)
        child = add_child(patch, spot.node, name, last ? NODE_SCALAR : NODE_MAPPING);
    if (!child) {
        fail_memory(patch);
        return;
    }
    struct spot below = { child, row, is_named_map(&spot) };
    if (last)
        change(patch, below, fresh);
    else
        walk(patch, below, depth + 1);
    if (fresh && patch->failed)
        node_take(spot.node, name); /* what a patch did not set must not be read */
}

/* `*` over what is given and, in a map by stage, over the other stages that have a default. */
static void walk_all(struct patch *patch, struct spot spot, int depth)
{
    int given = spot.node->count;
    for (int i = 0; i < given && spot.node->kind == NODE_MAPPING && !patch->failed; i++)
        if (!is_provenance(spot.node->keys[i]->text))
            walk_child(patch, spot, spot.node->keys[i]->text, depth);
    const struct node *stages = node_get(patch->all->root, "stages");
    if (!stages || is_section(&spot) || spot.row->type != KEY_BY_STAGE || !stages_have_default(patch, spot.row->of, depth))
        return;
    stages = node_value(stages);
    for (int i = 0; i < stages->count && stages->kind == NODE_LIST && !patch->failed; i++)
        if (*name_of(stages->items[i]) && !node_get(spot.node, name_of(stages->items[i])))
            walk_child(patch, spot, name_of(stages->items[i]), depth);
}

static void walk(struct patch *patch, struct spot spot, int depth)
{
    if (!afford(patch, spot.node->kind == NODE_MAPPING ? 1 + (size_t)spot.node->count / KEYS_A_STEP : 1))
        return;
    if (depth == patch->steps.count) {
        change(patch, spot, false);
        return;
    }
    const struct step *step = &patch->steps.list[depth];
    if (node_value(spot.node) != spot.node && !is_named_map(&spot))
        spot.node = node_get(spot.node, "value");
    if (spot.node->kind == NODE_LIST && !is_section(&spot))
        walk_list(patch, spot, depth);
    else if (!open_up(patch, &spot))
        fail_memory(patch);
    else if (strcmp(step->name, "*") == 0)
        walk_all(patch, spot, depth);
    else
        walk_child(patch, spot, step->name, depth);
}

/* --- the two ways to write a patch ------------------------------------------------------------------------------- */

/* Whether a key of the file names other files. */
static bool is_about_files(const char *name)
{
    return strcmp(name, "standard") == 0 || strcmp(name, "extends") == 0;
}

static bool apply(const char *path, size_t length, struct patch *patch)
{
    bool no_memory = false;
    if (!steps_of(path, length, patch->all->arena, &patch->steps, &no_memory))
        fail(patch, "E050", path, NULL);
    if (no_memory)
        fail_memory(patch);
    if (!patch->failed && is_about_files(patch->steps.list[0].name))
        fail(patch, "E152", patch->steps.list[0].name, NULL);
    if (!patch->failed)
        walk(patch, spot_of_file(patch->all->root), 0);
    if (!patch->failed && patch->matched == 0)
        fail(patch, "E053", path, NULL);
    return !patch->failed;
}

/* An operator at the end of a path: cut off, the length before it returned in *length. In "allocation.*=" the star is a step. */
static enum operation operation_behind(const char *path, size_t *length)
{
    while (*length > 0 && path[*length - 1] == ' ')
        --*length;
    if (*length < 2 || path[*length - 1] != '=' || (path[*length - 2] != '+' && path[*length - 2] != '*'))
        return OPERATION_SET;
    if (path[*length - 2] == '*' && (*length < 3 || path[*length - 3] == '.'))
        return OPERATION_SET;
    enum operation operation = path[*length - 2] == '+' ? OPERATION_ADD : OPERATION_TIMES;
    *length -= 2;
    while (*length > 0 && path[*length - 1] == ' ')
        --*length;
    return operation;
}

void patching_clear(struct patching *patching)
{
    name_index_clear(&patching->names);
}

bool patch_tree(struct patching *patching, const char *path, struct node *value, struct place place, enum origin origin)
{
    size_t length = strlen(path);
    struct patch patch = { .all = patching, .value = value, .place = place, .origin = origin };
    patch.operation = operation_behind(path, &length);
    if (patch.operation == OPERATION_SET && value->kind == NODE_SCALAR
        && (strncmp(value->text, "+= ", 3) == 0 || strncmp(value->text, "*= ", 3) == 0)) {
        struct node *amount = node_scalar(patching->arena, value->text + 3, value->place, value->origin);
        if (!amount)
            return report_no_memory(patching->diagnostics) == SEATSIM_OK;
        patch.operation = value->text[0] == '+' ? OPERATION_ADD : OPERATION_TIMES;
        patch.value = amount;
    }
    return apply(path, length, &patch);
}

/* Where the '=' of a patch stands, outside brackets; its length when there is none. */
static size_t equals_sign(const struct source *source)
{
    size_t i = 0;
    for (bool inside = false; i < source->length && (inside || source->text[i] != '='); i++)
        inside = source->text[i] == '[' || (inside && source->text[i] != ']');
    return i;
}

/* A copy of a patch in which the first `bytes` are blank, one for each code point so that columns stay what they are. */
static char *value_text(const struct source *source, size_t bytes, struct arena *arena)
{
    char *text = arena_copy(arena, source->text, source->length);
    size_t blanks = 0;
    int32_t code;
    if (!text)
        return NULL;
    for (size_t at = 0; at < bytes; blanks++) {
        int length = text_decode(source->text + at, bytes - at, &code);
        at += length ? (size_t)length : 1;
    }
    memset(text, ' ', source->length);
    memcpy(text + blanks, source->text + bytes, source->length - bytes);
    return text;
}

bool patch_text(struct patching *patching, const struct source *source, enum origin origin)
{
    struct patch patch = { .all = patching, .place = { source, 1, 1, 1 }, .origin = origin };
    struct arena *arena = patching->arena;
    struct seatsim_diagnostics *diagnostics = patching->diagnostics;
    size_t equals = equals_sign(source), length = equals + 1;
    struct node *value;
    if (equals == source->length || strspn(source->text + equals + 1, " ") == source->length - equals - 1) {
        report2(diagnostics, patch.place, "E054", "text", source->text, NULL, NULL);
        return false;
    }
    const char *text = value_text(source, length, arena);
    if (!text)
        return report_no_memory(diagnostics) == SEATSIM_OK;
    if (tree_read(source, text, origin, arena, &value, diagnostics) != SEATSIM_OK)
        return false;
    patch.value = value;
    patch.operation = operation_behind(source->text, &length);
    return apply(source->text, patch.operation == OPERATION_SET ? equals : length, &patch);
}
