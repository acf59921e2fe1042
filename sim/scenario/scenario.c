#include "scenario/scenario.h"

#include "base/file.h"
#include "base/marks.h"
#include "base/messages.h"
#include "scenario/hash.h"
#include "scenario/merge.h"
#include "scenario/path.h"
#include "scenario/read.h"
#include "scenario/resolve.h"
#include "scenario/table.h"

#include <string.h>

const char *const origin_names[ORIGINS] = {
#define ORIGIN_NAME(name, text) text,
    ORIGIN_LIST(ORIGIN_NAME)
#undef ORIGIN_NAME
};

/* Messages come in this order of files. */
enum { ORDER_SCENARIO, ORDER_STANDARD, ORDER_SETS };

struct place place_of(const struct section *section, const char *key)
{
    const struct node *value = section->node ? node_get(section->node, key) : NULL;
    if (value)
        return value->place;
    return section->node ? section->node->place : (struct place){ 0 };
}

enum origin origin_of(const struct section *section, const char *key)
{
    const struct node *value = section->node ? node_get(section->node, key) : NULL;
    return value ? value->origin : ORIGIN_BUILT_IN;
}

int stage_of(const struct seatsim_scenario *scenario, const char *id)
{
    for (int stage = 0; id && stage < scenario->n_stages; stage++)
        if (scenario->stages[stage].id && strcmp(scenario->stages[stage].id, id) == 0)
            return stage;
    return -1;
}

int sector_of(const struct seatsim_scenario *scenario, const char *id)
{
    for (int sector = 0; id && sector < scenario->n_sectors; sector++)
        if (scenario->sectors[sector].id && strcmp(scenario->sectors[sector].id, id) == 0)
            return sector;
    return -1;
}

/* --- from files to one tree -------------------------------------------------------------------------------------- */

struct loading {
    struct seatsim_scenario *scenario;
    const struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    const char *path;
    struct node *root;
    struct tables tables;
};

static struct source *new_source(struct loading *loading, const char *name, const char *text, size_t length, int order,
                                 const struct place *asked)
{
    struct source *source = arena_new(&loading->scenario->arena, 1, sizeof *source);
    const char *copy = arena_text(&loading->scenario->arena, name);
    if (!source || !copy) {
        report_no_memory(loading->diagnostics);
        return NULL;
    }
    *source = (struct source){ .name = copy, .text = text, .length = length, .order = order, .asked = asked };
    source_mark(source, &loading->scenario->arena);
    return source;
}

static enum seatsim_status read_tree(struct loading *loading, const char *name, const char *text, size_t length, int order,
                                     const struct place *asked, enum origin origin, struct node **root)
{
    struct source *source = new_source(loading, name, text, length, order, asked);
    if (!source)
        return SEATSIM_MACHINE;
    enum seatsim_status status = tree_read(source, text, origin, &loading->scenario->arena, root, loading->diagnostics);
    if (status == SEATSIM_OK && !expand_tables(&loading->tables, *root, scenario_keys))
        status = SEATSIM_BAD_INPUT;
    return status;
}

/* The file of a standard: beside the scenario, in standards/ there, or in standards/ of a data folder. NULL when it is in
 * none of them or without memory (*no_memory is set then). */
static const char *standard_path(struct loading *loading, const char *id, bool *no_memory)
{
    struct arena *arena = &loading->scenario->arena;
    const struct text_list *data = &loading->options->data;
    const char *beside[] = { id, ".yaml" }, *below[] = { "standards/", id, ".yaml" };
    const char *name = arena_join(arena, beside, 2), *below_name = arena_join(arena, below, 3);
    *no_memory = !name || !below_name;
    for (int i = -2; i < data->count && !*no_memory; i++) {
        const char *parts[] = { i < 0 ? "" : data->items[i], "/", below_name };
        const char *path = i < 0 ? file_beside(loading->path, i == -2 ? name : below_name, arena) : arena_join(arena, parts, 3);
        *no_memory = !path;
        if (path && file_exists(path))
            return path;
    }
    return NULL;
}

/* Lays the file over the standard it names. */
static enum seatsim_status add_standard(struct loading *loading)
{
    const struct node *id = node_get(loading->root, "standard");
    if (!id)
        return SEATSIM_OK;
    id = node_value(id);
    bool no_memory = false;
    const char *path = id->kind == NODE_SCALAR ? standard_path(loading, id->text, &no_memory) : NULL;
    if (no_memory)
        return report_no_memory(loading->diagnostics);
    if (!path) {
        report2(loading->diagnostics, id->place, "E140", "standard", id->kind == NODE_SCALAR ? id->text : "?", NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    char *text;
    size_t length;
    struct node *standard;
    enum seatsim_status status =
        file_read(path, TREE_BYTES_MOST, id->place, &loading->scenario->arena, &text, &length, loading->diagnostics);
    if (status == SEATSIM_OK)
        status = read_tree(loading, path, text, length, ORDER_STANDARD, &id->place, ORIGIN_STANDARD, &standard);
    if (status != SEATSIM_OK)
        return status;
    loading->root = merge_trees(standard, loading->root, scenario_keys, &loading->scenario->arena);
    return loading->root ? SEATSIM_OK : report_no_memory(loading->diagnostics);
}

static void report_no_variant(struct loading *loading, const struct node *variants, const char *name)
{
    const char *names[256] = { NULL };
    int count = 0;
    for (int i = 0; variants && variants->kind == NODE_MAPPING && i < variants->count && count < 256; i++)
        names[count++] = variants->keys[i]->text;
    report2(loading->diagnostics, variants ? variants->place : (struct place){ 0 }, "E141", "variant", name, "nearest",
            text_nearest(name, names, count));
}

static bool apply_variant(struct loading *loading, const char *name)
{
    const struct node *variants = node_get(loading->root, "variants");
    const struct node *variant = variants ? node_get(variants, name) : NULL;
    const struct node *set = variant ? node_get(variant, "set") : NULL;
    bool good = true;
    if (!variant) {
        report_no_variant(loading, variants, name);
        return false;
    }
    for (int i = 0; set && set->kind == NODE_MAPPING && i < set->count; i++)
        if (!is_provenance(set->keys[i]->text))
            good = patch_tree(loading->root, set->keys[i]->text, set->items[i], set->keys[i]->place, ORIGIN_VARIANT,
                              &loading->scenario->arena, loading->diagnostics) &&
                   good;
    return good;
}

static bool apply_patches(struct loading *loading)
{
    bool good = true;
    for (int i = 0; i < loading->options->variants.count; i++)
        good = apply_variant(loading, loading->options->variants.items[i]) && good;
    for (int i = 0; i < loading->options->sets.count; i++) {
        const char *text = loading->options->sets.items[i];
        struct source *source = new_source(loading, "--set", text, strlen(text), ORDER_SETS + i, NULL);
        good = source && patch_text(loading->root, source, ORIGIN_SET, &loading->scenario->arena, loading->diagnostics) && good;
    }
    return good;
}

/* --- from the tree to the scenario ------------------------------------------------------------------------------- */

/* The file's name without folder and ending. */
static const char *name_of(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return arena_copy(arena, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

static const char *variant_name(const struct text_list *variants, struct arena *arena)
{
    const char *name = "base";
    for (int i = 0; name && i < variants->count; i++) {
        const char *parts[] = { i ? name : "", i ? "+" : "", variants->items[i] };
        name = arena_join(arena, parts, 3);
    }
    return name;
}

static void write_hash(uint64_t hash, char text[17])
{
    for (int digit = 0; digit < 16; digit++)
        text[digit] = "0123456789abcdef"[hash >> (60 - 4 * digit) & 15];
    text[16] = 0;
}

/* Only warnings can be silenced, and only by codes there are. */
static bool check_allow(struct loading *loading)
{
    const struct names *allow = &loading->scenario->allow;
    bool good = true;
    for (int i = 0; i < allow->count; i++) {
        const struct message *message = message_of(allow->ids[i]);
        if (message && message->severity == SEATSIM_WARNING)
            continue;
        report2(loading->diagnostics, allow->places[i], "E144", "code", allow->ids[i], NULL, NULL);
        good = false;
    }
    return good;
}

/* One warning for all keys that are given and that no result depends on. */
static void report_unused(struct loading *loading, const struct unused *unused)
{
    struct buffer names;
    buffer_init(&names, &loading->scenario->arena.allocator);
    for (int i = 0; i < unused->count; i++) {
        buffer_text(&names, i ? ", " : "");
        buffer_text(&names, unused->names[i]);
    }
    if (names.failed)
        report_no_memory(loading->diagnostics);
    else if (unused->count > 0)
        report2(loading->diagnostics, unused->first, "W140", "keys", names.text, NULL, NULL);
    buffer_clear(&names);
}

static enum seatsim_status bind(struct loading *loading)
{
    struct seatsim_scenario *scenario = loading->scenario;
    struct unused unused = { 0 };
    struct reading reading = { .scenario = scenario, .arena = &scenario->arena, .diagnostics = loading->diagnostics, .stage = -1,
                               .unused = &unused };
    scenario->section.node = loading->root;
    scenario->name = name_of(loading->path, &scenario->arena);
    scenario->variant = variant_name(&loading->options->variants, &scenario->arena);
    if (!scenario->name || !scenario->variant)
        return report_no_memory(loading->diagnostics);
    write_hash(tree_hash(loading->root), scenario->hash);
    if (!read_section(&reading, scenario_keys, loading->root, scenario))
        return SEATSIM_BAD_INPUT;
    report_unused(loading, &unused);
    bool good = resolve(scenario, loading->diagnostics) && check_allow(loading);
    allow_warnings(loading->diagnostics, scenario->allow.ids, scenario->allow.count);
    return good ? SEATSIM_OK : SEATSIM_BAD_INPUT;
}

/* A file says its version itself: a standard's does not count. What is missing is put there, so that it is told once. */
static bool require_version(struct loading *loading)
{
    struct arena *arena = &loading->scenario->arena;
    struct place place = loading->root->place;
    if (node_get(loading->root, "seatsim"))
        return true;
    report(loading->diagnostics, place, "E143", NULL);
    struct node *key = node_scalar(arena, "seatsim", place, ORIGIN_FILE), *one = node_scalar(arena, "1", place, ORIGIN_FILE);
    if (!key || !one || !node_add(arena, loading->root, key, one))
        report_no_memory(loading->diagnostics);
    return false;
}

static enum seatsim_status load(struct loading *loading, const char *text, size_t length)
{
    enum seatsim_status status =
        read_tree(loading, loading->path, text, length, ORDER_SCENARIO, NULL, ORIGIN_FILE, &loading->root);
    if (status != SEATSIM_OK)
        return status;
    if (loading->root->kind != NODE_MAPPING) {
        report(loading->diagnostics, loading->root->place, "E142", NULL);
        return SEATSIM_BAD_INPUT;
    }
    bool versioned = require_version(loading);
    status = add_standard(loading);
    if (status != SEATSIM_OK)
        return status;
    bool patched = apply_patches(loading);
    if (!expand_tables(&loading->tables, loading->root, scenario_keys))
        return SEATSIM_BAD_INPUT;
    status = bind(loading);
    return patched && versioned ? status : SEATSIM_BAD_INPUT;
}

/* Memory may have run out where only false was returned: the diagnostics know. */
static enum seatsim_status load_into(const char *path, const char *text, size_t length, struct seatsim_scenario *made,
                                     const struct seatsim_options *options, struct seatsim_scenario **scenario,
                                     struct seatsim_diagnostics *diagnostics)
{
    struct loading loading = { .scenario = made, .options = options, .diagnostics = diagnostics, .path = path };
    tables_init(&loading.tables, &made->arena, path, diagnostics);
    enum seatsim_status status = load(&loading, text, length);
    tables_clear(&loading.tables);
    if (status == SEATSIM_BAD_INPUT && memory_ran_out(diagnostics))
        status = SEATSIM_MACHINE;
    if (status == SEATSIM_OK)
        *scenario = made;
    else
        seatsim_scenario_free(made);
    return status;
}

static struct seatsim_scenario *new_scenario(const struct seatsim_options *options)
{
    struct seatsim_scenario *scenario = memory_new(&options->allocator, 1, sizeof *scenario);
    if (scenario)
        arena_init(&scenario->arena, &options->allocator);
    return scenario;
}

enum seatsim_status seatsim_scenario_load(const char *path, const struct seatsim_options *options,
                                          struct seatsim_scenario **scenario, struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_scenario *made = new_scenario(options);
    char *text;
    size_t length;
    if (!made)
        return report_no_memory(diagnostics);
    enum seatsim_status status = file_read(path, TREE_BYTES_MOST, (struct place){ 0 }, &made->arena, &text, &length, diagnostics);
    if (status == SEATSIM_OK)
        return load_into(path, text, length, made, options, scenario, diagnostics);
    seatsim_scenario_free(made);
    return status;
}

enum seatsim_status seatsim_scenario_load_text(const char *name, const char *text, size_t length,
                                               const struct seatsim_options *options, struct seatsim_scenario **scenario,
                                               struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_scenario *made = new_scenario(options);
    const char *copy = made ? arena_copy(&made->arena, text, length) : NULL;
    if (copy)
        return load_into(name, copy, length, made, options, scenario, diagnostics);
    seatsim_scenario_free(made);
    return report_no_memory(diagnostics);
}

void seatsim_scenario_free(struct seatsim_scenario *scenario)
{
    if (!scenario)
        return;
    struct seatsim_allocator allocator = scenario->arena.allocator;
    arena_clear(&scenario->arena);
    memory_free(&allocator, scenario);
}
