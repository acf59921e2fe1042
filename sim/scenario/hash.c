#include "scenario/hash.h"

static uint64_t mix(uint64_t hash, const char *text)
{
    do
        hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
    while (*text++);
    return hash;
}

static uint64_t mix_node(uint64_t hash, const struct node *node)
{
    static const char *const kinds[] = { [NODE_SCALAR] = "s", [NODE_LIST] = "[", [NODE_MAPPING] = "{" };
    hash = mix(hash, kinds[node->kind]);
    if (node->kind == NODE_SCALAR)
        return mix(hash, node->text);
    for (int i = 0; i < node->count; i++) {
        if (node->kind == NODE_MAPPING)
            hash = mix(hash, node->keys[i]->text);
        hash = mix_node(hash, node->items[i]);
    }
    return mix(hash, "]");
}

uint64_t tree_hash(const struct node *node)
{
    return mix_node(UINT64_C(14695981039346656037), node);
}
