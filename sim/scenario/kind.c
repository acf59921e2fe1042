#include "scenario/kind.h"

#include "base/file.h"
#include "scenario/tree.h"

#include <string.h>

static bool says_true(const struct node *root, const char *key)
{
    const struct node *value = node_get(root, key);
    value = value ? node_value(value) : NULL;
    return value && value->kind == NODE_SCALAR && value->plain && strcmp(value->text, "true") == 0;
}

static enum file_kind kind_of(const struct node *root)
{
    if (node_get(root, "standard_id"))
        return FILE_STANDARD;
    if (says_true(root, "fragment"))
        return FILE_FRAGMENT;
    return node_get(root, "seatsim") || node_get(root, "districts") || node_get(root, "facilities") ? FILE_SCENARIO : FILE_OTHER;
}

static enum file_kind kind_of_text(const char *path, const char *text, size_t length, struct arena *arena,
                                   struct seatsim_diagnostics *unheard)
{
    const struct source source = { .name = path, .text = text, .length = length };
    struct node *root;
    if (tree_read(&source, text, ORIGIN_FILE, arena, &root, unheard) == SEATSIM_OK)
        return kind_of(root);
    return strstr(text, "seatsim") ? FILE_SCENARIO : FILE_OTHER;
}

enum file_kind file_kind(const char *path, const struct seatsim_allocator *allocator)
{
    struct arena arena;
    struct seatsim_diagnostics *unheard = seatsim_diagnostics_new(allocator);
    enum file_kind kind = FILE_SCENARIO;
    char *text;
    size_t length;
    arena_init(&arena, allocator);
    if (unheard && file_read(path, TREE_BYTES_MOST, (struct place){ 0 }, &arena, &text, &length, unheard) == SEATSIM_OK)
        kind = kind_of_text(path, text, length, &arena, unheard);
    arena_clear(&arena);
    seatsim_diagnostics_free(unheard);
    return kind;
}
