#include "scenario/scenario.h"

#include "base/file.h"
#include "base/marks.h"
#include "base/messages.h"
#include "scenario/hash.h"
#include "scenario/load.h"
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

/* --- patches ----------------------------------------------------------------------------------------------------- */

static void report_no_variant(struct loading *loading, const struct node *variants, const char *name)
{
    const char *names[256] = { NULL };
    int count = 0;
    for (int i = 0; variants && variants->kind == NODE_MAPPING && i < variants->count && count < 256; i++)
        names[count++] = variants->keys[i]->text;
    const char *nearest = text_nearest(name, names, count);
    struct buffer known;
    buffer_init(&known, &loading->scenario->arena.allocator);
    if (!nearest)
        buffer_list(&known, names, count < 20 ? count : 20);
    report(loading->diagnostics, variants ? variants->place : (struct place){ 0 }, "E141",
           (struct slot[]) { { "variant", name }, { "nearest", nearest }, { "known", known.text }, { NULL, NULL } });
    buffer_clear(&known);
}

/* What a variant sets, with places in a source that names the variant. NULL when it sets nothing or without memory. */
static const struct node *named_set(struct loading *loading, const char *name, const struct node *set)
{
    struct arena *arena = &loading->scenario->arena;
    struct source *source = arena_new(arena, 1, sizeof *source);
    if (source && set->place.source)
        *source = *set->place.source;
    if (source)
        source->variant = name;
    set = source ? node_clone(arena, set, source) : NULL;
    if (!set)
        report_no_memory(loading->diagnostics);
    return set;
}

static bool apply_variant(struct loading *loading, struct patching *patching, const char *name)
{
    const struct node *variants = loading->variants ? loading->variants : node_get(loading->root, "variants");
    const struct node *variant = variants ? node_get(variants, name) : NULL;
    const struct node *set = variant ? node_get(variant, "set") : NULL;
    if (!variant) {
        report_no_variant(loading, variants, name);
        return false;
    }
    if (!set || set->kind != NODE_MAPPING)
        return true;
    set = named_set(loading, name, set);
    bool good = set != NULL;
    for (int i = 0; set && i < set->count; i++)
        if (!is_provenance(set->keys[i]->text))
            good = patch_tree(patching, set->keys[i]->text, set->items[i], set->keys[i]->place, ORIGIN_VARIANT) && good;
    return good;
}

static bool apply_patches(struct loading *loading)
{
    struct patching patching = { .root = loading->root, .arena = &loading->scenario->arena, .diagnostics = loading->diagnostics };
    bool good = true;
    for (int i = 0; i < loading->options->variants.count; i++)
        good = apply_variant(loading, &patching, loading->options->variants.items[i]) && good;
    for (int i = 0; i < loading->options->sets.count; i++) {
        const char *text = loading->options->sets.items[i];
        const struct source *source = new_source(loading, "--set", text, strlen(text), ORDER_SETS + i, NULL);
        good = source && patch_text(&patching, source, ORIGIN_SET) && good;
    }
    patching_clear(&patching);
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
    scenario->path = arena_text(&scenario->arena, loading->path);
    scenario->name = name_of(loading->path, &scenario->arena);
    scenario->variant = variant_name(&loading->options->variants, &scenario->arena);
    if (!scenario->path || !scenario->name || !scenario->variant)
        return report_no_memory(loading->diagnostics);
    write_hash(tree_hash(loading->root), scenario->hash);
    if (!read_section(&reading, scenario_keys, loading->root, scenario))
        return SEATSIM_BAD_INPUT;
    report_unused(loading, &unused);
    bool good = resolve(scenario, loading->diagnostics) && check_allow(loading);
    allow_warnings(loading->diagnostics, scenario->allow.ids, scenario->allow.count);
    return good ? SEATSIM_OK : SEATSIM_BAD_INPUT;
}

/* Tables that patches named. */
static bool expand_patched(struct loading *loading)
{
    struct tables tables;
    tables_init(&tables, &loading->scenario->arena, loading->path, loading->diagnostics);
    bool good = expand_tables(&tables, loading->root, scenario_keys);
    tables_clear(&tables);
    return good;
}

/* From the merged tree to the scenario: patches, then the key table, then what must agree. */
static enum seatsim_status finish(struct loading *loading)
{
    bool patched = apply_patches(loading);
    if (!expand_patched(loading))
        return SEATSIM_BAD_INPUT;
    patched = settle_removals(loading->root, loading->diagnostics) && patched;
    enum seatsim_status status = bind(loading);
    return patched && !loading->unversioned ? status : SEATSIM_BAD_INPUT;
}

static enum seatsim_status load(struct loading *loading, const char *text, size_t length)
{
    struct seatsim_scenario *scenario = loading->scenario;
    const struct seatsim_options *options = loading->options;
    enum seatsim_status status = read_files(loading, text, length);
    if (status != SEATSIM_OK)
        return status;
    scenario->merged = loading->root;
    if (options->variants.count > 0 || options->sets.count > 0)
        scenario->merged = node_clone(&scenario->arena, loading->root, NULL);
    return scenario->merged ? finish(loading) : report_no_memory(loading->diagnostics);
}

/* Memory may have run out where only false was returned, or a warning was lost: the diagnostics know. */
static enum seatsim_status load_into(const char *path, const char *text, size_t length, struct seatsim_scenario *made,
                                     const struct seatsim_options *options, struct seatsim_scenario **scenario,
                                     struct seatsim_diagnostics *diagnostics)
{
    struct loading loading = { .scenario = made, .options = options, .diagnostics = diagnostics, .path = path };
    enum seatsim_status status = load(&loading, text, length);
    if (memory_ran_out(diagnostics))
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

/* --- variants that were not asked for ------------------------------------------------------------------------------- */

/* Values of all trees together that variants are tried on. */
enum { TRIED_NODES_MOST = 3 * 1000 * 1000 };

static bool is_applied(const struct seatsim_options *options, const char *name)
{
    for (int i = 0; i < options->variants.count; i++)
        if (strcmp(options->variants.items[i], name) == 0)
            return true;
    return false;
}

/* A copy of the files' tree without the variants, which were read with it and would cost each of them the number of all. */
static struct node *tree_without_variants(const struct seatsim_scenario *scenario, struct arena *arena)
{
    struct node bare = *scenario->merged;
    int at = node_find(&bare, "variants");
    bare.keys = arena_new(arena, (size_t)bare.count + 1, sizeof *bare.keys);
    bare.items = arena_new(arena, (size_t)bare.count + 1, sizeof *bare.items);
    bare.count = 0;
    for (int i = 0; bare.keys && bare.items && i < scenario->merged->count; i++)
        if (i != at) {
            bare.keys[bare.count] = scenario->merged->keys[i];
            bare.items[bare.count++] = scenario->merged->items[i];
        }
    return bare.keys && bare.items ? node_clone(arena, &bare, NULL) : NULL;
}

/* Makes the scenario of its files and one variant alone, NULL for none, and forgets it again. */
static enum seatsim_status try_variant(const struct seatsim_scenario *scenario, const char *name,
                                       const struct seatsim_options *options, struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_options trial = *options;
    struct seatsim_scenario *made = new_scenario(options);
    enum seatsim_status status = SEATSIM_MACHINE;
    trial.variants = (struct text_list) { name != NULL, 1, &name };
    trial.sets = (struct text_list) { 0 };
    struct loading loading = { .scenario = made, .options = &trial, .diagnostics = diagnostics, .path = scenario->path };
    loading.root = made ? tree_without_variants(scenario, &made->arena) : NULL;
    loading.variants = node_get(scenario->merged, "variants");
    report_for_variant(diagnostics, name);
    if (loading.root)
        status = finish(&loading);
    report_for_variant(diagnostics, NULL);
    seatsim_scenario_free(made);
    return loading.root ? status : report_no_memory(diagnostics);
}

/* Whether the files are right without any patch; false, noted, without memory. */
static bool is_right_alone(const struct seatsim_scenario *scenario, const struct seatsim_options *options,
                           struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_diagnostics *unheard = seatsim_diagnostics_new(&options->allocator);
    bool right = unheard && try_variant(scenario, NULL, options, unheard) == SEATSIM_OK;
    if (!unheard || memory_ran_out(unheard))
        report_no_memory(diagnostics);
    seatsim_diagnostics_free(unheard);
    return right;
}

/* How many of the variants are tried: each is the whole scenario again. */
static int variants_tried(const struct node *merged, const struct node *variants, struct seatsim_diagnostics *diagnostics)
{
    size_t each = node_size(merged) - node_size(variants), most = TRIED_NODES_MOST / (each + 1) + 1;
    if ((size_t)variants->count <= most)
        return variants->count;
    report2(diagnostics, variants->place, "N061", "tried", number_text((double)most).text, "all",
            number_text(variants->count).text);
    return (int)most;
}

enum seatsim_status seatsim_scenario_check_variants(const struct seatsim_scenario *scenario,
                                                    const struct seatsim_options *options,
                                                    struct seatsim_diagnostics *diagnostics)
{
    const struct node *variants = node_get(scenario->merged, "variants");
    bool patched = scenario->merged != scenario->section.node;
    bool possible = variants && (!patched || is_right_alone(scenario, options, diagnostics));
    enum seatsim_status worst = SEATSIM_OK;
    int tried = possible ? variants_tried(scenario->merged, variants, diagnostics) : 0;
    for (int i = 0; i < tried && !memory_ran_out(diagnostics); i++) {
        const char *name = variants->keys[i]->text;
        if (is_provenance(name) || is_applied(options, name))
            continue;
        enum seatsim_status status = try_variant(scenario, name, options, diagnostics);
        worst = status > worst ? status : worst;
    }
    return memory_ran_out(diagnostics) ? SEATSIM_MACHINE : worst;
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
