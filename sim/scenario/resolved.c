/* The merged scenario as text: what is written, where from, and what nobody wrote. */
#include "base/file.h"
#include "scenario/descend.h"
#include "scenario/emit.h"

#include <stdio.h>
#include <string.h>

/* Comments begin in this column where there is room. */
enum { COMMENT_COLUMN = 60 };

struct page {
    struct buffer text; /* all lines without comments */
    size_t at;          /* of the line that is next */
    struct buffer line; /* the one that is written */
    seatsim_write *write;
    void *context;
    const struct node *stages;
    size_t length; /* of what was written */
    int nodes;
    bool stopped;
};

static void send_line(struct page *page)
{
    buffer_text(&page->line, "\n");
    page->length += page->line.length;
    if (!page->stopped && !page->line.failed)
        page->stopped = !page->write(page->context, page->line.text, page->line.length);
    page->line.length = 0;
}

/* --- comments ---------------------------------------------------------------------------------------------------- */

/* The name of a file without its folder and ending. */
static void add_name_of(struct buffer *line, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    buffer_shown(line, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

/* Where a value is from, as "standard cn-2017:12" or "--set". */
static void add_origin(struct buffer *line, const struct node *node)
{
    const struct source *source = node->place.source;
    if (!source || node->origin == ORIGIN_SET || node->origin == ORIGIN_BUILT_IN) {
        buffer_text(line, origin_names[node->origin]);
        return;
    }
    if (node->origin == ORIGIN_STANDARD) {
        buffer_text(line, "standard ");
        add_name_of(line, source->name);
    } else {
        buffer_text(line, node->origin == ORIGIN_EXTENDED ? "extends " : node->origin == ORIGIN_VARIANT ? "variant " : "");
        if (source->variant) {
            buffer_shown(line, source->variant, strlen(source->variant));
            buffer_text(line, ": ");
        }
        buffer_shown(line, source->name, strlen(source->name));
    }
    if (node->place.line > 0) {
        buffer_text(line, ":");
        buffer_text(line, number_text(node->place.line).text);
    }
}

static void begin_default(struct buffer *line, const char *name, int *count)
{
    buffer_text(line, (*count)++ ? ", " : "");
    buffer_text(line, name);
    buffer_text(line, ": ");
}

static bool has_text(const struct key *key)
{
    return key->fallback && *key->fallback && strcmp(key->name, "YEAR") != 0 && !key->only_checked;
}

/* What a section has by default, as {policy: proportional, transfer: 0%}; a single value as it is. */
static void add_default(struct buffer *line, const struct key *key)
{
    int count = 0;
    if (key->type != KEY_SECTION) {
        buffer_text(line, key->fallback);
        return;
    }
    buffer_text(line, "{");
    for (const struct key *inner = key->keys; inner->name; inner++)
        if (has_text(inner)) {
            begin_default(line, inner->name, &count);
            buffer_text(line, inner->fallback);
        }
    buffer_text(line, "}");
}

/* The stages that a map by stage does not give, where that means something. */
static void add_stage_defaults(struct buffer *line, const struct page *page, const struct node *given, const struct key *row,
                               int *count)
{
    const struct node *stages = page->stages ? node_value(page->stages) : NULL;
    for (int i = 0; stages && stages->kind == NODE_LIST && i < stages->count; i++) {
        const char *stage = thing_name(stages->items[i]);
        if (!stage || (given && node_get(given, stage)))
            continue;
        begin_default(line, stage, count);
        add_default(line, row->of);
    }
}

/* One key that a section does not give. */
static void add_missing(struct buffer *line, const struct page *page, const struct key *key, int *count)
{
    int stages = 0;
    if (key->type != KEY_BY_STAGE && has_text(key)) {
        begin_default(line, key->name, count);
        buffer_text(line, key->fallback);
    }
    if (key->type != KEY_BY_STAGE || key->only_checked || !stage_has_default(key->of, NULL))
        return;
    begin_default(line, key->name, count);
    buffer_text(line, "{");
    add_stage_defaults(line, page, NULL, key, &stages);
    buffer_text(line, "}");
}

/* The key that a bare scalar or list stands for; NULL where it stands for itself. */
static const char *stands_for(const struct spot *spot)
{
    if (spot->node->kind == NODE_MAPPING)
        return NULL;
    return spot->node->kind == NODE_LIST ? spot->row->list_key : spot->row->scalar_key;
}

/* Adds what a node does not give and has all the same; false where there is nothing. */
static bool add_defaults(struct buffer *line, const struct page *page, const struct spot *spot, const char *before)
{
    size_t length = line->length;
    int count = 0;
    buffer_text(line, before);
    if (is_section(spot) && (spot->node->kind == NODE_MAPPING || stands_for(spot))) {
        for (const struct key *key = spot->row->keys; key->name; key++)
            if (!node_get(spot->node, key->name) && !(stands_for(spot) && strcmp(stands_for(spot), key->name) == 0))
                add_missing(line, page, key, &count);
    } else if (spot->row && spot->row->type == KEY_BY_STAGE && spot->node->kind == NODE_MAPPING
               && stage_has_default(spot->row->of, NULL))
        add_stage_defaults(line, page, spot->node, spot->row, &count);
    if (count == 0 && !line->failed)
        line->length = length;
    return count > 0;
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

static void begin_line(struct page *page)
{
    const char *line = page->text.text + page->at, *end = strchr(line, '\n');
    size_t length = end ? (size_t)(end - line) : strlen(line);
    buffer_add(&page->line, line, length);
    page->at += length + (end ? 1 : 0);
}

/* A line as it is. */
static void put_line(struct page *page)
{
    begin_line(page);
    send_line(page);
}

/* A line that holds a value, with a comment. */
static void put_value(struct page *page, const struct spot *spot)
{
    const struct node *from = spot->node->count > 0 ? spot->node->items[0] : spot->node;
    begin_line(page);
    int width = text_width(page->line.text, page->line.length);
    for (int cell = width; cell < COMMENT_COLUMN - 2; cell++)
        buffer_text(&page->line, " ");
    buffer_text(&page->line, "  # ");
    add_origin(&page->line, from);
    add_defaults(&page->line, page, spot, "; built-in: ");
    send_line(page);
}

/* A line of comment behind a section whose keys begin in column `indent`. */
static void put_defaults(struct page *page, const struct spot *spot, int indent)
{
    for (int cell = 0; cell < indent; cell++)
        buffer_text(&page->line, " ");
    if (add_defaults(&page->line, page, spot, "# built-in: "))
        send_line(page);
    else
        page->line.length = 0;
}

/* The value inside {value: X, source: ...}, which the rows of the table speak of. */
static struct spot below(const struct spot *spot, int index)
{
    if (!is_named_map(spot) && node_value(spot->node) == spot->node->items[index])
        return (struct spot) { spot->node->items[index], spot->row, spot->inside };
    return spot_below(spot, index);
}

/* The lines of a mapping or a list of several lines; its keys or dashes begin in column `indent`. */
static void put_lines(struct page *page, const struct spot *spot, int indent)
{
    const struct node *node = spot->node;
    page->nodes += 1 + (node->keys ? 2 : 1) * node->count;
    for (int i = 0; i < node->count && !page->stopped; i++) {
        struct spot child = below(spot, i);
        bool one_line = is_one_line(child.node), list = child.node->kind == NODE_LIST;
        if (node->keys && (!one_line || is_long_key(node->keys[i])))
            put_line(page);
        if (one_line)
            put_value(page, &child);
        else
            put_lines(page, &child, node->keys && list ? indent : indent + 2);
    }
    if (node_value(node) == node)
        put_defaults(page, spot, indent);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

/* Writes the paths of tables from the root, so that they are found from anywhere. False without memory. */
static bool free_tables(struct node *node, struct arena *arena)
{
    struct node *table = node_get(node, "table");
    const struct source *source = table ? table->place.source : NULL;
    bool good = true;
    if (table && table->kind == NODE_SCALAR && source) {
        const char *beside = file_beside(source->name, table->text, arena), *path = beside ? file_absolute(beside, arena) : NULL;
        if (!path)
            return false;
        table->text = path;
        table->length = strlen(path);
    }
    for (int i = 0; good && i < node->count; i++)
        good = free_tables(node->items[i], arena);
    return good;
}

/* A copy of the root whose variants, where alone tables are left, do not depend on the folder. NULL without memory. */
static struct node *copy_of_root(const struct node *root, struct arena *arena)
{
    struct node *copy = node_new(arena, NODE_MAPPING, root->place, root->origin);
    for (int i = 0; copy && i < root->count; i++) {
        struct node *item = root->items[i];
        if (strcmp(root->keys[i]->text, "variants") == 0) {
            item = node_clone(arena, item, NULL);
            if (!item || !free_tables(item, arena))
                return NULL;
        }
        if (!node_add(arena, copy, root->keys[i], item))
            return NULL;
    }
    return copy;
}

static void put_head(struct page *page, const struct seatsim_scenario *scenario)
{
    buffer_text(&page->line, "# ");
    buffer_shown(&page->line, scenario->path, strlen(scenario->path));
    buffer_text(&page->line, " resolved, variant ");
    buffer_shown(&page->line, scenario->variant, strlen(scenario->variant));
    send_line(page);
}

/* A text that a file could not hold is told. */
static void check_size(const struct page *page, struct place place, struct seatsim_diagnostics *diagnostics)
{
    char size[40], most[40];
    bool long_text = page->length > TREE_BYTES_MOST;
    if (!long_text && page->nodes <= TREE_NODES_MOST)
        return;
    snprintf(size, sizeof size, "%zu %s", long_text ? page->length : (size_t)page->nodes, long_text ? "bytes" : "values");
    snprintf(most, sizeof most, "%d", long_text ? TREE_BYTES_MOST : TREE_NODES_MOST);
    report2(diagnostics, place, "W150", "size", size, "most", most);
}

/* Writes the lines; false, reported, without memory. */
static bool put_page(struct page *page, const struct seatsim_scenario *scenario, struct node *root,
                     struct seatsim_diagnostics *diagnostics)
{
    struct spot file = spot_of_file(root);
    page->stages = node_get(root, "stages");
    if (!emit_tree(root, &page->text, diagnostics))
        return false;
    put_head(page, scenario);
    put_lines(page, &file, 0);
    if (page->line.failed)
        return report_no_memory(diagnostics) == SEATSIM_OK;
    if (!page->stopped)
        check_size(page, root->place, diagnostics);
    return true;
}

enum seatsim_status seatsim_scenario_write(const struct seatsim_scenario *scenario, seatsim_write *write, void *context,
                                           struct seatsim_diagnostics *diagnostics)
{
    const struct seatsim_allocator *allocator = &scenario->arena.allocator;
    struct page page = { .write = write, .context = context };
    struct arena arena;
    arena_init(&arena, allocator);
    buffer_init(&page.text, allocator);
    buffer_init(&page.line, allocator);
    struct node *root = copy_of_root(scenario->section.node, &arena);
    bool good = root ? put_page(&page, scenario, root, diagnostics) : report_no_memory(diagnostics) == SEATSIM_OK;
    buffer_clear(&page.text);
    buffer_clear(&page.line);
    arena_clear(&arena);
    return good && !page.stopped ? SEATSIM_OK : SEATSIM_MACHINE;
}
