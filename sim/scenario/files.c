/* From files to one tree: the scenario, what it extends, the standard under them. */
#include "base/file.h"
#include "base/marks.h"
#include "scenario/load.h"
#include "scenario/merge.h"
#include "scenario/read.h"
#include "scenario/table.h"

#include <string.h>

enum { CHAIN_MOST = 16, NAMES_MOST = 200, FILES_MOST = 64 };

/* A tree as it was read, and the file it stands in. */
struct layer {
    const char *path;
    struct node *tree;
};

/* Files that belong together: a scenario and all that it extends, or a standard and all that it extends; lowest first. */
struct files {
    struct loading *loading;
    struct tables *tables;
    enum origin origin;
    int order;
    int n_layers, layers_room;
    struct layer *layers;
    int first; /* layer of the group that is read */
    int depth; /* files of the chain from the scenario to the one that is read */
    const char *chain[CHAIN_MOST + 1];
};

struct source *new_source(const struct loading *loading, const char *name, const char *text, size_t length, int order,
                          const struct place *asked)
{
    struct arena *arena = &loading->scenario->arena;
    struct source *source = arena_new(arena, 1, sizeof *source);
    const char *copy = arena_text(arena, name);
    if (!source || !copy) {
        report_no_memory(loading->diagnostics);
        return NULL;
    }
    *source = (struct source){ .name = copy, .text = text, .length = length, .order = order, .asked = asked };
    source_mark(source, arena);
    return source;
}

/* --- one file ---------------------------------------------------------------------------------------------------- */

/* A file says its version itself: another file's does not count. What is missing is put there, so that it is told once. */
static bool check_version(struct loading *loading, struct node *root)
{
    struct arena *arena = &loading->scenario->arena;
    struct reading reading = { .scenario = loading->scenario, .arena = arena, .diagnostics = loading->diagnostics, .stage = -1 };
    const struct node *version = node_get(root, "seatsim");
    double number;
    if (version)
        return read_number(&reading, key_of(scenario_keys, "seatsim"), version, &number);
    report(loading->diagnostics, root->place, "E143", NULL);
    struct node *key = node_scalar(arena, "seatsim", root->place, ORIGIN_FILE);
    if (!key || !node_add(arena, root, key, node_scalar(arena, "1", root->place, ORIGIN_FILE)))
        report_no_memory(loading->diagnostics);
    return false;
}

/* The tree of one file's text: every text that a scenario is made of comes through here. A missing version does not keep
 * from reading on: `loading->unversioned` says it. */
static enum seatsim_status read_tree(struct files *files, const char *path, const char *text, size_t length,
                                     const struct place *asked, struct node **root)
{
    struct loading *loading = files->loading;
    struct source *source = new_source(loading, path, text, length, files->order++, asked);
    if (!source)
        return SEATSIM_MACHINE;
    enum origin origin = files->depth > 1 && files->origin == ORIGIN_FILE ? ORIGIN_EXTENDED : files->origin;
    enum seatsim_status status = tree_read(source, text, origin, &loading->scenario->arena, root, loading->diagnostics);
    if (status != SEATSIM_OK)
        return status;
    if ((*root)->kind != NODE_MAPPING) {
        report(loading->diagnostics, (*root)->place, "E142", NULL);
        return SEATSIM_BAD_INPUT;
    }
    loading->unversioned = !check_version(loading, *root) || loading->unversioned;
    return expand_tables(files->tables, *root, scenario_keys) ? SEATSIM_OK : SEATSIM_BAD_INPUT;
}

/* --- what a file extends ----------------------------------------------------------------------------------------- */

static enum seatsim_status add_file(struct files *files, const char *path, const char *text, size_t length,
                                    const struct place *asked);

static bool is_one_file(const char *one, const char *other)
{
    return strcmp(one, other) == 0 || file_same(one, other);
}

static void report_circle(const struct files *files, const char *path, struct place place)
{
    struct buffer chain;
    buffer_init(&chain, &files->loading->scenario->arena.allocator);
    for (int i = 0; i < files->depth; i++)
        if (chain.length > 0 || is_one_file(files->chain[i], path)) {
            buffer_text(&chain, files->chain[i]);
            buffer_text(&chain, " -> ");
        }
    buffer_text(&chain, path);
    if (chain.failed)
        report_no_memory(files->loading->diagnostics);
    else
        report2(files->loading->diagnostics, place, "E150", "chain", chain.text, NULL, NULL);
    buffer_clear(&chain);
}

/* Whether a file may be read where the chain has come to: reports a circle and a chain that is too long. */
static bool may_follow(const struct files *files, const char *path, struct place place)
{
    for (int i = 0; i < files->depth; i++)
        if (is_one_file(files->chain[i], path)) {
            report_circle(files, path, place);
            return false;
        }
    if (files->depth < CHAIN_MOST)
        return true;
    report2(files->loading->diagnostics, place, "E151", "most", number_text(CHAIN_MOST).text, NULL, NULL);
    return false;
}

static bool is_laid(const struct files *files, const char *path)
{
    for (int i = files->first; i < files->n_layers; i++)
        if (is_one_file(files->layers[i].path, path))
            return true;
    return false;
}

/* Reads a file that another names at `place`, which must outlive the scenario's messages. */
static enum seatsim_status add_named(struct files *files, const char *path, const struct place *place)
{
    struct loading *loading = files->loading;
    char *text;
    size_t length;
    if (!may_follow(files, path, *place))
        return SEATSIM_BAD_INPUT;
    if (is_laid(files, path))
        return SEATSIM_OK;
    if (files->order % ORDER_STANDARD >= FILES_MOST) {
        report2(loading->diagnostics, *place, "E155", "most", number_text(FILES_MOST).text, NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    enum seatsim_status status =
        file_read(path, TREE_BYTES_MOST, *place, &loading->scenario->arena, &text, &length, loading->diagnostics);
    return status == SEATSIM_OK ? add_file(files, path, text, length, place) : status;
}

static enum seatsim_status worse_of(enum seatsim_status one, enum seatsim_status other)
{
    return one > other ? one : other;
}

/* Reads what the key `extends` of a tree names, and takes the key away. */
static enum seatsim_status add_extended(struct files *files, const char *path, struct node *tree)
{
    struct loading *loading = files->loading;
    struct arena *arena = &loading->scenario->arena;
    struct reading reading = { .scenario = loading->scenario, .arena = arena, .diagnostics = loading->diagnostics, .stage = -1 };
    const struct node *extends = node_take(tree, "extends");
    struct names names = { 0 };
    enum seatsim_status status = SEATSIM_OK;
    if (extends && !read_names(&reading, key_of(scenario_keys, "extends"), extends, &names))
        return SEATSIM_BAD_INPUT;
    for (int i = 0; i < names.count; i++) {
        const char *extended = file_beside(path, names.ids[i], arena);
        status =
            worse_of(status, extended ? add_named(files, extended, &names.places[i]) : report_no_memory(loading->diagnostics));
    }
    return status;
}

static enum seatsim_status add_layer(struct files *files, const char *path, struct node *tree)
{
    struct loading *loading = files->loading;
    if (!memory_make_room(&loading->scenario->arena.allocator, (void **)&files->layers, files->n_layers, &files->layers_room,
                          sizeof *files->layers))
        return report_no_memory(loading->diagnostics);
    files->layers[files->n_layers++] = (struct layer) { path, tree };
    return SEATSIM_OK;
}

/* A file that extends a fragment is none: the key is the fragment's own. */
static bool take_fragment(const struct files *files, struct node *tree)
{
    struct loading *loading = files->loading;
    struct reading reading = { .scenario = loading->scenario, .arena = &loading->scenario->arena,
                               .diagnostics = loading->diagnostics, .stage = -1 };
    const struct node *given = node_take(tree, "fragment");
    bool fragment;
    return !given || read_scalar(&reading, key_of(scenario_keys, "fragment"), given, &fragment);
}

/* Adds what a file extends, then the file itself. */
static enum seatsim_status add_file(struct files *files, const char *path, const char *text, size_t length,
                                    const struct place *asked)
{
    struct node *tree;
    files->chain[files->depth++] = path;
    enum seatsim_status status = read_tree(files, path, text, length, asked, &tree);
    if (status == SEATSIM_OK && asked && !take_fragment(files, tree))
        status = SEATSIM_BAD_INPUT;
    if (status == SEATSIM_OK)
        status = add_extended(files, path, tree);
    files->depth--;
    return status == SEATSIM_OK ? add_layer(files, path, tree) : status;
}

/* --- standards --------------------------------------------------------------------------------------------------- */

/* A folder that is searched for standards: the namer's own (-2), standards/ beside it (-1), standards/ of a data folder. With
 * a '/' behind, "" for the working folder. NULL without memory. */
static const char *standards_folder(const struct loading *loading, const char *namer, int which)
{
    struct arena *arena = &loading->scenario->arena;
    if (which < 0)
        return file_beside(namer, which == -2 ? "" : "standards/", arena);
    const char *parts[] = { loading->options->data.items[which], "/standards/" };
    return arena_join(arena, parts, 2);
}

/* What there is for a standard that was not found: those in standards/ are named, the scenario's neighbours only suggested. */
struct known {
    int count, listed;
    const char *names[NAMES_MOST];
    struct buffer list;
};

static void add_known(struct known *known, const char *name, bool list)
{
    for (int i = 0; i < known->count; i++)
        if (strcmp(known->names[i], name) == 0)
            return;
    if (known->count == NAMES_MOST)
        return;
    known->names[known->count++] = name;
    if (!list)
        return;
    buffer_text(&known->list, known->listed++ ? ", " : "");
    buffer_text(&known->list, name);
}

static enum seatsim_status report_no_standard(const struct loading *loading, const char *namer, const struct node *id)
{
    struct arena *arena = &loading->scenario->arena;
    struct known known = { 0 };
    const char *names[NAMES_MOST];
    bool failed = false;
    buffer_init(&known.list, &arena->allocator);
    for (int which = loading->options->data.count - 1; which >= -2 && !failed; which--) {
        const char *folder = standards_folder(loading, namer, which);
        int count = folder ? file_names(*folder ? folder : ".", ".yaml", arena, names, NAMES_MOST) : -1;
        for (int i = 0; i < count; i++)
            add_known(&known, names[i], which > -2);
        failed = count < 0 || known.list.failed;
    }
    report(loading->diagnostics, id->place, "E140",
           (struct slot[]) { { "standard", id->text }, { "nearest", text_nearest(id->text, known.names, known.count) },
                             { "found", known.list.text }, { NULL, NULL } });
    buffer_clear(&known.list);
    return failed ? report_no_memory(loading->diagnostics) : SEATSIM_BAD_INPUT;
}

/* Whether a file may be a standard: a scenario of that name has districts, and what the shell has just made for the output of
 * `seatsim new` is empty. A file that cannot be read may: whoever reads it tells why. */
static bool may_be_standard(const struct loading *loading, const char *path)
{
    static const char districts[] = "\ndistricts:";
    char *text;
    size_t length;
    struct arena *arena = &loading->scenario->arena;
    if (file_read(path, TREE_BYTES_MOST, (struct place) { 0 }, arena, &text, &length, NULL) != SEATSIM_OK)
        return true;
    return length > 0 && strncmp(text, districts + 1, sizeof districts - 2) != 0 && !strstr(text, districts);
}

/* The file of a standard that the file `namer` names, which is not the one it means; NULL, with the status set, when there is
 * none or it is no name. */
static const char *standard_path(const struct loading *loading, const char *namer, const struct node *id,
                                 enum seatsim_status *status)
{
    struct arena *arena = &loading->scenario->arena;
    for (int which = -2; which < loading->options->data.count && !strchr(id->text, '/'); which++) {
        const char *folder = standards_folder(loading, namer, which);
        const char *parts[] = { folder ? folder : "", id->text, ".yaml" };
        const char *path = folder ? arena_join(arena, parts, 3) : NULL;
        if (!path) {
            *status = report_no_memory(loading->diagnostics);
            return NULL;
        }
        if (file_exists(path) && !is_one_file(path, namer) && may_be_standard(loading, path))
            return path;
    }
    *status = report_no_standard(loading, namer, id);
    return NULL;
}

/* Takes the key `standard` out of the layers of a group; sets what the uppermost says, and the file that says it. */
static struct node *take_standard(struct files *files, const char **namer)
{
    struct node *standard = NULL;
    for (int i = files->n_layers - 1; i >= files->first; i--) {
        struct node *given = node_take(files->layers[i].tree, "standard");
        if (given && !standard)
            *namer = files->layers[i].path;
        standard = standard ? standard : given;
    }
    return standard;
}

/* Reads the standard that a group names as the next group. */
static enum seatsim_status add_standard(struct files *files, const char *namer, const struct node *given)
{
    struct loading *loading = files->loading;
    struct reading reading = { .scenario = loading->scenario, .arena = &loading->scenario->arena,
                               .diagnostics = loading->diagnostics, .stage = -1 };
    const struct node *id = node_value(given);
    enum seatsim_status status = SEATSIM_OK;
    if (id->kind != NODE_SCALAR || !*id->text) {
        wrong(&reading, key_of(scenario_keys, "standard"), id, "E101");
        return SEATSIM_BAD_INPUT;
    }
    const char *path = standard_path(loading, namer, id, &status), *name;
    if (!path || !read_scalar(&reading, key_of(scenario_keys, "standard"), id, &name))
        return worse_of(status, SEATSIM_BAD_INPUT);
    files->first = files->n_layers;
    return add_named(files, path, &id->place);
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

/* Where the groups end, each in the layers from the one before; the scenario's is the first. */
struct groups {
    int count, ends[CHAIN_MOST + 1];
};

/* Reads the scenario's group, then one standard after another. */
static enum seatsim_status read_groups(struct files *files, const char *text, size_t length, struct groups *groups)
{
    enum seatsim_status status = add_file(files, files->loading->path, text, length, NULL);
    while (status == SEATSIM_OK) {
        const char *namer = NULL;
        struct node *standard = take_standard(files, &namer);
        groups->ends[groups->count++] = files->n_layers;
        if (!standard)
            break;
        files->chain[files->depth++] = files->layers[files->n_layers - 1].path;
        files->order = files->origin == ORIGIN_FILE ? ORDER_STANDARD : files->order;
        files->origin = ORIGIN_STANDARD;
        status = add_standard(files, namer, standard);
    }
    return status;
}

/* Lays all layers one over another, the last group at the bottom. NULL without memory. */
static struct node *lay(const struct files *files, const struct groups *groups)
{
    struct node *root = NULL;
    for (int group = groups->count - 1; group >= 0; group--)
        for (int i = group ? groups->ends[group - 1] : 0; i < groups->ends[group]; i++) {
            struct node *tree = files->layers[i].tree;
            root = root ? merge_trees(root, tree, &files->loading->scenario->arena) : tree;
            if (!root)
                return NULL;
        }
    return root;
}

enum seatsim_status read_files(struct loading *loading, const char *text, size_t length)
{
    struct tables tables;
    struct files files = { .loading = loading, .tables = &tables, .origin = ORIGIN_FILE, .order = ORDER_SCENARIO };
    struct groups groups = { 0 };
    tables_init(&tables, &loading->scenario->arena, loading->path, loading->diagnostics);
    enum seatsim_status status = read_groups(&files, text, length, &groups);
    if (status == SEATSIM_OK) {
        loading->root = lay(&files, &groups);
        status = loading->root ? SEATSIM_OK : report_no_memory(loading->diagnostics);
    }
    memory_free(&loading->scenario->arena.allocator, files.layers);
    tables_clear(&tables);
    return status;
}
