/* The tree a YAML text becomes: scalars are text, never numbers; every node knows its place and its origin. */
#ifndef SCENARIO_TREE_H
#define SCENARIO_TREE_H

#include "scenario/scenario.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAPPING };

/* Nodes live in the arena they were read into; a parent may be changed by merging and patching, an item has one parent. A key may
 * be that of several and never changes. */
struct node {
    enum node_kind kind;
    enum origin origin;
    struct place place;
    const char *text; /* of a scalar, with a NUL behind; characters that could deceive are U+FFFD */
    size_t length;
    bool plain;       /* not in quotes, not a block scalar */
    int count, room;
    struct node **keys;  /* [count] of a mapping: scalars, each text once */
    struct node **items; /* [count] of a mapping or a list */
};

/* What a text may hold; a larger one is refused while it is read. Depth and nodes count after aliases are expanded. */
enum { TREE_BYTES_MOST = 8 * 1024 * 1024, TREE_DEPTH_MOST = 32, TREE_NODES_MOST = 200000 };

/* Reads one YAML document.
 *
 *   source   named by the nodes' places; must outlive them
 *   text     what is read, `source->length` bytes; `source->text` unless places are to point into another text of the
 *            same shape
 *   origin   of every node
 *   root     out, set on success only
 *
 * Aliases and `<<` are expanded. All that can be told apart is reported, then SEATSIM_BAD_INPUT; SEATSIM_MACHINE without
 * memory. Cost grows with the length of the text. */
enum seatsim_status tree_read(const struct source *source, const char *text, enum origin origin, struct arena *arena,
                              struct node **root, struct seatsim_diagnostics *diagnostics);

/* Refuses bytes that are not UTF-8, characters that could deceive a reader and YAML directives, before a parser sees them.
 * True when there are none; `diagnostics` gets at most a few of them. */
bool scan_text(const struct source *source, const char *text, struct seatsim_diagnostics *diagnostics);

/* New nodes; NULL without memory. The text of a scalar is borrowed. */
struct node *node_scalar(struct arena *arena, const char *text, struct place place, enum origin origin);
struct node *node_new(struct arena *arena, enum node_kind kind, struct place place, enum origin origin);

/* Puts an item at the end of a list (`key` NULL) or a mapping. False without memory. */
bool node_add(struct arena *arena, struct node *parent, struct node *key, struct node *item);

/* Takes away the children that were set to NULL, with their keys. */
void node_close_gaps(struct node *parent);

/* Takes a key out of a mapping and returns its value; NULL when it is not there. */
struct node *node_take(struct node *node, const char *key);

/* A deep copy with places and origins; the texts are shared, and the keys unless their places change. With `source`, places
 * that point into the same text point into that instead. NULL without memory. */
struct node *node_clone(struct arena *arena, const struct node *node, const struct source *source);

/* How many values there are in a tree, itself counted; 0 for NULL. */
size_t node_size(const struct node *node);

/* Where a key stands in a mapping, -1 when it does not or `node` is no mapping; its value, NULL. Cost grows with its keys. */
int node_find(const struct node *node, const char *key);
struct node *node_get(const struct node *node, const char *key);

/* The value in `{value: X, source: ...}`, which may stand for any X; the node itself when it is none of these. */
const struct node *node_value(const struct node *node);

/* What names a thing of a list: its key `id`, or the thing itself where it is a bare name. NULL when it has no name. */
const struct node *thing_id(const struct node *thing);

/* The same as text for messages and paths, where a project goes by the facility it opens or changes. */
const char *thing_name(const struct node *thing);

/* Whether a key is one of those that any mapping may carry: source, note, status. */
bool is_provenance(const char *key);

#endif
