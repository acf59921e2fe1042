#include "scenario/emit.h"

#include <string.h>
#include <yaml.h>

/* libyaml's own bound for a key beside its value; and what still reads well in brackets. */
enum { KEY_MOST = 128, BRACKETS_MOST = 160 };

static bool has_line_end(const struct node *scalar)
{
    return memchr(scalar->text, '\n', scalar->length) || memchr(scalar->text, '\r', scalar->length);
}

bool is_long_key(const struct node *key)
{
    return key->length > KEY_MOST || has_line_end(key);
}

/* Whether a scalar may stand in brackets as it is: a number that got quotes there would be a text. */
static bool fits_in_brackets(const struct node *scalar)
{
    return scalar->kind == NODE_SCALAR && (!scalar->plain || (scalar->length > 0 && !strpbrk(scalar->text, ",?[]{}:#")));
}

static bool same_line(const struct node *one, const struct node *other)
{
    return one->place.source == other->place.source && one->place.line == other->place.line && one->origin == other->origin;
}

bool is_one_line(const struct node *node)
{
    size_t length = 0;
    for (int i = 0; i < node->count; i++) {
        const struct node *item = node->items[i], *key = node->keys ? node->keys[i] : NULL;
        if (!fits_in_brackets(item) || !same_line(item, node->items[0]))
            return false;
        if (key && (!fits_in_brackets(key) || is_long_key(key)))
            return false;
        length += item->length + (key ? key->length : 0) + 4;
    }
    return length <= BRACKETS_MOST || node->count == 0;
}

/* --- events ------------------------------------------------------------------------------------------------------ */

struct emission {
    yaml_emitter_t emitter;
    struct buffer *text;
};

static int take_bytes(void *emission, unsigned char *bytes, size_t length)
{
    struct buffer *text = ((struct emission *)emission)->text;
    buffer_add(text, (const char *)bytes, length);
    return !text->failed;
}

/* Hands an event on that was made; it is libyaml's from then on. */
static bool send(struct emission *emission, yaml_event_t *event, int made)
{
    return made && yaml_emitter_emit(&emission->emitter, event);
}

static bool emit_scalar(struct emission *emission, const struct node *node)
{
    yaml_event_t event;
    bool plain = node->plain && !has_line_end(node);
    return send(emission, &event,
                yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)node->text, (int)node->length, 1, 1,
                                             plain ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE));
}

static bool emit_node(struct emission *emission, const struct node *node);

static bool emit_list(struct emission *emission, const struct node *node)
{
    yaml_event_t event;
    yaml_sequence_style_t style = is_one_line(node) ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE;
    bool good = send(emission, &event, yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style));
    for (int i = 0; good && i < node->count; i++)
        good = emit_node(emission, node->items[i]);
    return good && send(emission, &event, yaml_sequence_end_event_initialize(&event));
}

static bool emit_mapping(struct emission *emission, const struct node *node)
{
    yaml_event_t event;
    yaml_mapping_style_t style = is_one_line(node) ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
    bool good = send(emission, &event, yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style));
    for (int i = 0; good && i < node->count; i++)
        good = emit_scalar(emission, node->keys[i]) && emit_node(emission, node->items[i]);
    return good && send(emission, &event, yaml_mapping_end_event_initialize(&event));
}

static bool emit_node(struct emission *emission, const struct node *node)
{
    switch (node->kind) {
    case NODE_LIST: return emit_list(emission, node);
    case NODE_MAPPING: return emit_mapping(emission, node);
    default: return emit_scalar(emission, node);
    }
}

static bool emit_document(struct emission *emission, const struct node *root)
{
    yaml_event_t event;
    return send(emission, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING))
        && send(emission, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1))
        && emit_node(emission, root) && send(emission, &event, yaml_document_end_event_initialize(&event, 1))
        && send(emission, &event, yaml_stream_end_event_initialize(&event));
}

bool emit_tree(const struct node *root, struct buffer *text, struct seatsim_diagnostics *diagnostics)
{
    struct emission emission = { .text = text };
    if (!yaml_emitter_initialize(&emission.emitter))
        return report_no_memory(diagnostics) == SEATSIM_OK;
    yaml_emitter_set_output(&emission.emitter, take_bytes, &emission);
    yaml_emitter_set_unicode(&emission.emitter, 1);
    yaml_emitter_set_width(&emission.emitter, -1);
    bool good = emit_document(&emission, root);
    yaml_emitter_delete(&emission.emitter);
    return good || report_no_memory(diagnostics) == SEATSIM_OK;
}
