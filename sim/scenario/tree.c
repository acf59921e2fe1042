/* YAML text to a tree, over libyaml's events: the only file that knows libyaml. */
#include "base/map.h"
#include "base/marks.h"
#include "scenario/tree.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

enum { LOOKED_THROUGH = 16 }; /* keys of a mapping above which a map finds the one that was there before */

struct anchor {
    const struct node *node;
    bool open; /* its node is still being read */
};

struct tree_reader {
    yaml_parser_t parser;
    const struct source *source;
    struct position reached; /* in the source's text, by value_place */
    enum origin origin;
    struct arena *arena;
    struct seatsim_diagnostics *diagnostics;
    struct map names; /* of anchors, to their index */
    struct anchor *anchors;
    int n_anchors, anchors_room, nodes;
    enum seatsim_status status; /* OK while there is more to read */
    bool ended;                 /* by '...': what follows is another document */
    bool refused;               /* something was reported */
};

static struct node *read_node(struct tree_reader *reader, const yaml_event_t *event, int depth);

/* --- failures ---------------------------------------------------------------------------------------------------- */

static struct place place_at(const struct tree_reader *reader, yaml_mark_t start, yaml_mark_t end)
{
    int length = end.index > start.index ? (int)(end.index - start.index) : 1;
    return (struct place) { reader->source, (int)start.line + 1, (int)start.column + 1, length };
}

/* Where a value begins at byte `at` or behind it: what may stand between it and its anchor is passed over. */
static size_t skip_blanks(const struct source *source, size_t at)
{
    bool comment = false;
    for (; at < source->length; at++) {
        char byte = source->text[at];
        comment = !ends_line(byte) && (comment || byte == '#');
        if (!comment && !ends_line(byte) && byte != ' ' && byte != '\t')
            break;
    }
    return at;
}

static int codes_between(const struct source *source, size_t at, size_t behind)
{
    int codes = 0;
    for (int32_t code; at < behind; codes++)
        at += take_code(source->text + at, behind - at, &code);
    return codes;
}

/* The place of a value, behind its anchor if it has one; the anchor's own when the value is empty. `reader->reached` moves
 * from anchor to anchor, so that all of them cost no more than the text is long. */
static struct place value_place(struct tree_reader *reader, const yaml_event_t *event, const yaml_char_t *anchor)
{
    struct place place = place_at(reader, event->start_mark, event->end_mark);
    const struct source *source = reader->source;
    struct position *reached = &reader->reached;
    if (!anchor || !source->text || !position_move(source, reached, place.line, place.column)
        || reached->at >= source->length || source->text[reached->at] != '&')
        return place;
    struct position found = *reached;
    size_t value = skip_blanks(source, reached->at + 1 + strlen((const char *)anchor));
    position_move_to(source, &found, value);
    int left = place.length - codes_between(source, reached->at, value);
    if (left < 0 || (left == 0 && event->type == YAML_SCALAR_EVENT))
        return place;
    return (struct place) { source, found.line, found.column, left > 0 ? left : 1 };
}

static void refuse(struct tree_reader *reader, struct place place, const char *code, const char *name, const char *value)
{
    report2(reader->diagnostics, place, code, name, value, NULL, NULL);
    reader->refused = true;
}

/* Nothing more can be read. */
static void *stop(struct tree_reader *reader, struct place place, const char *code, const char *name, const char *value)
{
    refuse(reader, place, code, name, value);
    reader->status = SEATSIM_BAD_INPUT;
    return NULL;
}

static void *stop_without_memory(struct tree_reader *reader)
{
    reader->status = report_no_memory(reader->diagnostics);
    return NULL;
}

/* What a planner most likely did, by what libyaml says. */
static const struct {
    const char *problem, *code;
} problems[] = {
    { "found a tab character", "E024" },
    { "mapping values are not allowed", "E025" },
    { "did not find expected key", "E026" },
    { "did not find expected '-'", "E026" },
    { "block sequence entries are not allowed", "E026" },
    { "did not find expected ','", "E027" },
    { "did not find expected node content", "E027" },
    { "did not find expected <document start>", "E026" },
    { "found unexpected end of stream", "E028" },
    { "could not find expected ':'", "E029" },
    { "found undefined tag handle", "E030" },
    { "found character that cannot start any token", "E031" },
};
enum { PROBLEMS = sizeof problems / sizeof problems[0] };

static const char *code_of(const char *problem)
{
    for (int i = 0; i < PROBLEMS; i++)
        if (strncmp(problem, problems[i].problem, strlen(problems[i].problem)) == 0)
            return problems[i].code;
    return "E023";
}

static bool at_tab(const struct tree_reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    return parser->buffer.pointer < parser->buffer.last && *parser->buffer.pointer == '\t';
}

/* libyaml ends a text without a last line's end in a line of its own, which no reader sees. */
static struct place problem_place(const struct tree_reader *reader)
{
    const struct source *source = reader->source;
    struct place place = place_at(reader, reader->parser.problem_mark, reader->parser.problem_mark);
    struct position end;
    if (!source->text || source_find(source, place.line, 1, &end))
        return place;
    position_move_to(source, &end, source->length);
    return (struct place) { source, end.line, end.column, 1 };
}

/* The line of a place without the characters of a Chinese keyboard, NULL where it has none: they are what is wrong then. */
static const char *retyped_line(struct tree_reader *reader, struct place place)
{
    struct position start;
    const struct source *source = reader->source;
    if (!source->text || !source_find(source, place.line, 1, &start))
        return NULL;
    size_t end = start.at;
    while (end < source->length && !ends_line(source->text[end]))
        end++;
    return text_retyped(source->text + start.at, end - start.at, reader->arena);
}

/* A key without a colon is found out a line later: it stands where the parser's context does, to the end of its line. */
static struct place key_place(const struct tree_reader *reader)
{
    yaml_mark_t mark = reader->parser.context_mark;
    struct place place = place_at(reader, mark, mark);
    struct position start;
    if (!reader->source->text || !source_find(reader->source, place.line, place.column, &start))
        return place;
    size_t end = start.at;
    while (end < reader->source->length && !ends_line(reader->source->text[end]))
        end++;
    place.length = codes_between(reader->source, start.at, end);
    return place;
}

static void report_problem(struct tree_reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR) {
        stop_without_memory(reader);
        return;
    }
    const char *problem = parser->problem ? parser->problem : "cannot be read";
    const char *code = reader->ended ? "E039" : code_of(problem);
    if (strcmp(code, "E031") == 0 && at_tab(reader))
        code = "E024";
    struct place place = strcmp(code, "E029") == 0 ? key_place(reader) : problem_place(reader);
    bool earlier = parser->context && (int)parser->context_mark.line + 1 < place.line;
    char line[16];
    snprintf(line, sizeof line, "%zu", parser->context_mark.line + 1);
    struct slot slots[] = { { "cause", problem }, { "line", earlier ? line : NULL },
                            { "retyped", retyped_line(reader, place) }, { NULL, NULL } };
    report(reader->diagnostics, place, code, slots);
    reader->status = SEATSIM_BAD_INPUT;
}

static bool next_event(struct tree_reader *reader, yaml_event_t *event)
{
    if (yaml_parser_parse(&reader->parser, event))
        return true;
    report_problem(reader);
    return false;
}

/* --- nodes ------------------------------------------------------------------------------------------------------- */

/* Counts one more node at `depth`; false when that is beyond what a text may hold. */
static bool within_limits(struct tree_reader *reader, struct place place, int depth)
{
    if (depth > TREE_DEPTH_MOST)
        stop(reader, place, "E032", "most", number_text(TREE_DEPTH_MOST).text);
    else if (++reader->nodes > TREE_NODES_MOST)
        stop(reader, place, "E033", "most", number_text(TREE_NODES_MOST).text);
    return reader->status == SEATSIM_OK;
}

/* The text of a scalar. What could deceive can only come from an escape in quotes; it is kept as U+FFFD. */
static bool take_text(struct tree_reader *reader, struct node *node, const char *text, size_t length)
{
    struct buffer safe;
    buffer_init(&safe, &reader->arena->allocator);
    size_t kept = 0;
    for (size_t at = 0; at < length;) {
        int32_t code = 0;
        if (text[at] >= ' ' && text[at] <= '~') {
            at++;
            continue;
        }
        int bytes = text_decode(text + at, length - at, &code);
        if (bytes == 0 || text_deceives(code)) {
            buffer_add(&safe, text + kept, at - kept);
            buffer_text(&safe, "\xEF\xBF\xBD");
            kept = at + (bytes ? (size_t)bytes : 1);
        }
        at += bytes ? (size_t)bytes : 1;
    }
    buffer_add(&safe, text + kept, length - kept);
    node->text = safe.failed ? NULL : arena_copy(reader->arena, safe.text ? safe.text : "", safe.length);
    node->length = safe.length;
    buffer_clear(&safe);
    return node->text;
}

static struct node *new_node(struct tree_reader *reader, enum node_kind kind, struct place place, int depth)
{
    if (!within_limits(reader, place, depth))
        return NULL;
    struct node *node = node_new(reader->arena, kind, place, reader->origin);
    return node ? node : stop_without_memory(reader);
}

/* A copy of what an alias or `<<` stands for, with the places of the original. */
static struct node *copy_node(struct tree_reader *reader, const struct node *node, int depth)
{
    struct node *copy = new_node(reader, node->kind, node->place, depth);
    if (!copy)
        return NULL;
    copy->text = node->text;
    copy->length = node->length;
    copy->plain = node->plain;
    for (int i = 0; i < node->count; i++) {
        struct node *item = copy_node(reader, node->items[i], depth + 1);
        if (!item)
            return NULL;
        if (!node_add(reader->arena, copy, node->keys ? node->keys[i] : NULL, item))
            return stop_without_memory(reader);
    }
    return copy;
}

/* --- anchors, aliases, tags -------------------------------------------------------------------------------------- */

/* Remembers a node by its anchor; returns its index, -1 without anchor. A name given again means the later node. */
static int open_anchor(struct tree_reader *reader, const yaml_char_t *name, const struct node *node)
{
    if (!name)
        return -1;
    const char *text = arena_text(reader->arena, (const char *)name);
    if (!text || !memory_make_room(&reader->arena->allocator, (void **)&reader->anchors, reader->n_anchors,
                                   &reader->anchors_room, sizeof *reader->anchors)) {
        stop_without_memory(reader);
        return -1;
    }
    int index = map_get(&reader->names, text, strlen(text));
    if (index < 0)
        index = reader->n_anchors++;
    reader->anchors[index] = (struct anchor) { node, true };
    if (map_put(&reader->names, text, strlen(text), index) < 0)
        stop_without_memory(reader);
    return index;
}

static void close_anchor(struct tree_reader *reader, int index)
{
    if (index >= 0)
        reader->anchors[index].open = false;
}

static struct node *read_alias(struct tree_reader *reader, const yaml_event_t *event, int depth)
{
    struct place place = place_at(reader, event->start_mark, event->end_mark);
    const char *name = (const char *)event->data.alias.anchor;
    int index = map_get(&reader->names, name, strlen(name));
    if (index < 0)
        return stop(reader, place, "E034", "name", name);
    if (reader->anchors[index].open)
        return stop(reader, place, "E035", "name", name);
    return copy_node(reader, reader->anchors[index].node, depth);
}

static void refuse_tag(struct tree_reader *reader, const yaml_event_t *event, const yaml_char_t *tag)
{
    if (tag)
        refuse(reader, place_at(reader, event->start_mark, event->start_mark), "E030", "tag", (const char *)tag);
}

/* --- scalars, lists, mappings ------------------------------------------------------------------------------------ */

static struct node *read_scalar(struct tree_reader *reader, const yaml_event_t *event, int depth)
{
    refuse_tag(reader, event, event->data.scalar.tag);
    struct node *node = new_node(reader, NODE_SCALAR, value_place(reader, event, event->data.scalar.anchor), depth);
    if (!node)
        return NULL;
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (!take_text(reader, node, (const char *)event->data.scalar.value, event->data.scalar.length))
        return stop_without_memory(reader);
    close_anchor(reader, open_anchor(reader, event->data.scalar.anchor, node));
    return node;
}

static struct node *read_list(struct tree_reader *reader, const yaml_event_t *start, int depth)
{
    refuse_tag(reader, start, start->data.sequence_start.tag);
    struct node *node = new_node(reader, NODE_LIST, value_place(reader, start, start->data.sequence_start.anchor), depth);
    if (!node)
        return NULL;
    int anchor = open_anchor(reader, start->data.sequence_start.anchor, node);
    yaml_event_t event;
    while (reader->status == SEATSIM_OK && next_event(reader, &event)) {
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        struct node *item = end ? NULL : read_node(reader, &event, depth + 1);
        yaml_event_delete(&event);
        if (end)
            break;
        if (item && !node_add(reader->arena, node, NULL, item))
            stop_without_memory(reader);
    }
    close_anchor(reader, anchor);
    return reader->status == SEATSIM_OK ? node : NULL;
}

/* A mapping while it is read. */
struct growing {
    struct node *node;
    struct map seen;    /* keys to their place in `node`, once there are many */
    struct node *under; /* a list: the mappings that `<<` names */
};

static int find_seen(struct growing *growing, const struct node *key)
{
    if (growing->node->count <= LOOKED_THROUGH)
        return node_find(growing->node, key->text);
    return map_get(&growing->seen, key->text, key->length);
}

static bool see(struct growing *growing, int index)
{
    const struct node *key = growing->node->keys[index];
    return map_put(&growing->seen, key->text, key->length, index) >= 0;
}

static bool add_pair(struct tree_reader *reader, struct growing *growing, struct node *key, struct node *item)
{
    struct node *node = growing->node;
    bool added = node_add(reader->arena, node, key, item);
    if (added && node->count == LOOKED_THROUGH + 1)
        for (int i = 0; added && i < node->count; i++)
            added = see(growing, i);
    else if (added && node->count > LOOKED_THROUGH)
        added = see(growing, node->count - 1);
    if (!added)
        stop_without_memory(reader);
    return added;
}

/* Keeps what `<<` names until the mapping's own keys are known: those count first. */
static void keep_under(struct tree_reader *reader, struct growing *growing, const struct node *key, struct node *value)
{
    bool list = value->kind == NODE_LIST;
    for (int i = 0; i < (list ? value->count : 1); i++) {
        struct node *each = list ? value->items[i] : value;
        if (each->kind != NODE_MAPPING)
            refuse(reader, key->place, "E036", NULL, NULL);
        else if (!node_add(reader->arena, growing->under, NULL, each))
            stop_without_memory(reader);
    }
}

static void add_under(struct tree_reader *reader, struct growing *growing, int depth)
{
    for (int i = 0; i < growing->under->count; i++) {
        const struct node *under = growing->under->items[i];
        for (int k = 0; k < under->count && reader->status == SEATSIM_OK; k++) {
            if (find_seen(growing, under->keys[k]) >= 0)
                continue;
            struct node *item = copy_node(reader, under->items[k], depth + 1);
            if (item)
                add_pair(reader, growing, under->keys[k], item);
        }
    }
}

static void take_pair(struct tree_reader *reader, struct growing *growing, struct node *key, struct node *item)
{
    if (key->plain && strcmp(key->text, "<<") == 0) {
        keep_under(reader, growing, key, item);
        return;
    }
    int first = find_seen(growing, key);
    if (first < 0) {
        add_pair(reader, growing, key, item);
        return;
    }
    report2(reader->diagnostics, key->place, "E037", "key", key->text, "line",
            number_text(growing->node->keys[first]->place.line).text);
    reader->refused = true;
}

static struct node *read_key(struct tree_reader *reader, const yaml_event_t *event, int depth)
{
    struct node *key = read_node(reader, event, depth);
    if (key && key->kind != NODE_SCALAR)
        refuse(reader, key->place, "E038", NULL, NULL);
    return key;
}

/* One key and its value; false at the end of the mapping. */
static bool read_pair(struct tree_reader *reader, struct growing *growing, int depth)
{
    yaml_event_t event;
    if (!next_event(reader, &event))
        return false;
    bool end = event.type == YAML_MAPPING_END_EVENT;
    struct node *key = end ? NULL : read_key(reader, &event, depth + 1);
    yaml_event_delete(&event);
    if (!key || !next_event(reader, &event))
        return false;
    struct node *item = read_node(reader, &event, depth + 1);
    yaml_event_delete(&event);
    if (item && key->kind == NODE_SCALAR)
        take_pair(reader, growing, key, item);
    return reader->status == SEATSIM_OK;
}

static struct node *read_mapping(struct tree_reader *reader, const yaml_event_t *start, int depth)
{
    refuse_tag(reader, start, start->data.mapping_start.tag);
    struct place place = value_place(reader, start, start->data.mapping_start.anchor);
    struct growing growing = { new_node(reader, NODE_MAPPING, place, depth), { 0 }, NULL };
    if (!growing.node)
        return NULL;
    growing.under = node_new(reader->arena, NODE_LIST, place, reader->origin);
    if (!growing.under)
        return stop_without_memory(reader);
    map_init(&growing.seen, reader->arena);
    int anchor = open_anchor(reader, start->data.mapping_start.anchor, growing.node);
    while (reader->status == SEATSIM_OK && read_pair(reader, &growing, depth)) {
    }
    if (reader->status == SEATSIM_OK)
        add_under(reader, &growing, depth);
    close_anchor(reader, anchor);
    map_clear(&growing.seen);
    return reader->status == SEATSIM_OK ? growing.node : NULL;
}

static struct node *read_node(struct tree_reader *reader, const yaml_event_t *event, int depth)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT: return read_scalar(reader, event, depth);
    case YAML_SEQUENCE_START_EVENT: return read_list(reader, event, depth);
    case YAML_MAPPING_START_EVENT: return read_mapping(reader, event, depth);
    default: return read_alias(reader, event, depth);
    }
}

/* --- the document ------------------------------------------------------------------------------------------------ */

static struct node *read_document(struct tree_reader *reader)
{
    struct node *root = NULL;
    yaml_event_t event;
    bool end = false;
    while (!end && reader->status == SEATSIM_OK && next_event(reader, &event)) {
        struct place place = place_at(reader, event.start_mark, event.end_mark);
        end = event.type == YAML_STREAM_END_EVENT;
        reader->ended = event.type == YAML_DOCUMENT_END_EVENT && !event.data.document_end.implicit;
        if (event.type == YAML_DOCUMENT_START_EVENT && root)
            stop(reader, place, "E039", NULL, NULL);
        else if (event.type != YAML_STREAM_START_EVENT && event.type != YAML_DOCUMENT_START_EVENT &&
                 event.type != YAML_DOCUMENT_END_EVENT && !end)
            root = read_node(reader, &event, 1);
        yaml_event_delete(&event);
    }
    if (!root && reader->status == SEATSIM_OK)
        stop(reader, (struct place) { reader->source, 0, 0, 0 }, "E040", NULL, NULL);
    return root;
}

enum seatsim_status tree_read(const struct source *source, const char *text, enum origin origin, struct arena *arena,
                              struct node **root, struct seatsim_diagnostics *diagnostics)
{
    if (!scan_text(source, text, diagnostics))
        return SEATSIM_BAD_INPUT;
    struct tree_reader reader = { .source = source, .origin = origin, .arena = arena, .diagnostics = diagnostics };
    if (!yaml_parser_initialize(&reader.parser))
        return report_no_memory(diagnostics);
    if (source->text)
        source_find(source, 1, 1, &reader.reached);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, source->length);
    map_init(&reader.names, arena);
    struct node *document = read_document(&reader);
    map_clear(&reader.names);
    memory_free(&arena->allocator, reader.anchors);
    yaml_parser_delete(&reader.parser);
    if (reader.status == SEATSIM_OK && reader.refused)
        reader.status = SEATSIM_BAD_INPUT;
    if (reader.status == SEATSIM_OK)
        *root = document;
    return reader.status;
}
