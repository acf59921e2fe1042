#include "scenario/merge.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

/* A tree in one line: {key: value, ...}, [item, ...]. */
static void write_tree(const struct node *node, char *text, size_t room)
{
    size_t used = strlen(text);
    if (node->kind == NODE_SCALAR) {
        snprintf(text + used, room - used, "%s", node->text);
        return;
    }
    snprintf(text + used, room - used, "%s", node->kind == NODE_LIST ? "[" : "{");
    for (int i = 0; i < node->count; i++) {
        used = strlen(text);
        snprintf(text + used, room - used, "%s%s%s", i ? ", " : "", node->keys ? node->keys[i]->text : "",
                 node->keys ? ": " : "");
        write_tree(node->items[i], text, room);
    }
    used = strlen(text);
    snprintf(text + used, room - used, "%s", node->kind == NODE_LIST ? "]" : "}");
}

static struct node *merged(const struct source *under, const struct source *over, struct arena *arena)
{
    struct node *below = NULL, *above = NULL;
    if (tree_read(under, under->text, ORIGIN_STANDARD, arena, &below, NULL) != SEATSIM_OK ||
        tree_read(over, over->text, ORIGIN_FILE, arena, &above, NULL) != SEATSIM_OK)
        return NULL;
    return merge_trees(below, above, arena);
}

static const struct {
    const char *under, *over, *expected;
} merges[] = {
    { "a: 1\nb: 2", "b: 3\nc: 4", "{a: 1, b: 3, c: 4}" },
    { "title: {en: A, zh: B}", "title: {en: C}", "{title: {en: C, zh: B}}" },
    /* Things with ids merge, new ones come behind. */
    { "stages: [{id: p, grades: 6, oversize: 56}]", "stages: [{id: j, grades: 3}, {id: p, grades: 5}]",
      "{stages: [{id: p, grades: 5, oversize: 56}, {id: j, grades: 3}]}" },
    { "sectors: [a, b]", "sectors: [{id: b, title: B}]", "{sectors: [a, {id: b, title: B}]}" },
    /* A list that mixes names and things chooses nothing. */
    { "sectors: [{id: a, title: A}, {id: b}]", "sectors: [{id: c}, a]", "{sectors: [{id: a, title: A}, {id: b}, {id: c}]}" },
    /* Bare names choose, in their order; a name twice is left for the reader to refuse. */
    { "sectors: [{id: a, title: A}, {id: b}, {id: c, title: C}]", "sectors: [c, a]",
      "{sectors: [{id: c, title: C}, {id: a, title: A}]}" },
    { "sectors: [{id: a, title: A}]", "sectors: [d, a, a]", "{sectors: [d, {id: a, title: A}, a]}" },
    { "sectors: [{id: a}]", "sectors: []", "{sectors: [{id: a}]}" },
    /* A project without an id goes by the facility it opens; any other is added. */
    { "projects: [{open: a, year: 1}, {expand: a, year: 2}]", "projects: [{expand: a, year: 3}, {open: a, year: 4}]",
      "{projects: [{open: a, year: 4}, {expand: a, year: 2}, {expand: a, year: 3}]}" },
    { "projects: [{id: x, expand: a, year: 2}, {id: y, open: b}]", "projects: [{id: x, year: 3}, {open: b, year: 4}]",
      "{projects: [{id: x, expand: a, year: 3}, {id: y, open: b, year: 4}]}" },
    /* What is removed is gone, and may come again behind it. */
    { "stages: [{id: p}, {id: j}, {id: k}]", "stages: [{id: j, remove: true}]", "{stages: [{id: p}, {id: k}]}" },
    { "stages: [{id: p, grades: 6}]", "stages: [{id: p, remove: true}, {id: p, oversize: 5}]",
      "{stages: [{id: p, oversize: 5}]}" },
    { "stages: [{id: p}]", "stages: [{id: q, remove: true}, {id: p, remove: false}]",
      "{stages: [{id: p, remove: false}, {id: q, remove: true}]}" },
    { "rules: {a: {sector: s}, b: {sector: t}}", "rules: {a: {remove: true}}", "{rules: {b: {sector: t}}}" },
    { "projects: [{expand: a, year: 1}, {open: b}, {expand: a, year: 2}, {convert: a}]",
      "projects: [{expand: a, remove: true}]", "{projects: [{open: b}, {convert: a}]}" },
    { "projects: [{id: x, open: a}, {open: b}]", "projects: [{open: a, remove: true}, {open: b, remove: true}]",
      "{projects: []}" },
    /* Seventeen keys and more are found through a map. */
    { "variants: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}, j: {}, k: {}, l: {}, m: {}, n: {}, o: {}}",
      "variants: {b: {title: B}, n: {remove: true}, z: {title: Z}}",
      "{variants: {a: {}, b: {title: B}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}, j: {}, k: {}, l: {}, m: {}, o: {}, "
      "z: {title: Z}}}" },
    /* A value with its source is one value. */
    { "cutoff: {value: 08-31, source: S, note: N}", "cutoff: {value: 09-01}", "{cutoff: {value: 09-01}}" },
    { "cutoff: {value: 08-31, source: S}", "cutoff: 09-01", "{cutoff: 09-01}" },
    { "cutoff: 08-31", "cutoff: {value: 09-01, source: S}", "{cutoff: {value: 09-01, source: S}}" },
    { "stages: [{id: p, oversize: {value: 56, source: S}}]", "stages: [{id: p, oversize: {value: 60, note: N}}]",
      "{stages: [{id: p, oversize: {value: 60, note: N}}]}" },
    /* Series and lists of numbers are replaced, births go year by year. */
    { "districts: [{id: d, progression: {p: {2020: 1, 2021: 2}}}]", "districts: [{id: d, progression: {p: {2020: 3}}}]",
      "{districts: [{id: d, progression: {p: {2020: 3}}}]}" },
    { "stages: [{id: p, class_limit: [1, 2]}]", "stages: [{id: p, class_limit: [3]}]",
      "{stages: [{id: p, class_limit: [3]}]}" },
    { "districts: [{id: d, births: {2018: 1, 2019: 2}}]", "districts: [{id: d, births: {2019: 3}}]",
      "{districts: [{id: d, births: {2018: 1, 2019: 3}}]}" },
    /* A rule may be called value. */
    { "rules: {value: {sector: a, scope: region}}", "rules: {value: {sector: b}}",
      "{rules: {value: {sector: b, scope: region}}}" },
};

TEST(merge, "lays a file over its standard: maps by key, things by id, the rest as a whole")
{
    for (size_t i = 0; i < sizeof merges / sizeof merges[0]; i++) {
        struct arena arena;
        struct source under = { .name = "under.yaml", .text = merges[i].under, .length = strlen(merges[i].under), .order = 1 };
        struct source over = { .name = "over.yaml", .text = merges[i].over, .length = strlen(merges[i].over) };
        char text[512] = "";
        arena_init(&arena, NULL);
        struct node *root = merged(&under, &over, &arena);
        assert_non_null(root);
        write_tree(root, text, sizeof text);
        assert_string_equal(text, merges[i].expected);
        arena_clear(&arena);
    }
}

TEST(merge, "keeps where each value came from")
{
    struct arena arena;
    static const char below[] = "cutoff: 08-31\nsectors: [{id: a}, {id: b}]", above[] = "years: 2020..2030\nsectors: [b]";
    struct source under = { .name = "under.yaml", .text = below, .length = sizeof below - 1, .order = 1 };
    struct source over = { .name = "over.yaml", .text = above, .length = sizeof above - 1 };
    arena_init(&arena, NULL);
    struct node *root = merged(&under, &over, &arena);
    assert_non_null(root);
    assert_int_equal(node_get(root, "cutoff")->origin, ORIGIN_STANDARD);
    assert_int_equal(node_get(root, "years")->origin, ORIGIN_FILE);
    assert_int_equal(node_get(root, "sectors")->origin, ORIGIN_FILE);
    assert_int_equal(node_get(root, "sectors")->items[0]->origin, ORIGIN_STANDARD);
    arena_clear(&arena);
}

static void merge_all_kinds(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static const char below[] = "sectors: [{id: a}, {id: b}]\nstages: [{id: p, grades: 6}]\nx: {a: 1, b: 2, c: 3, d: 4}";
    static const char above[] = "sectors: [b]\nstages: [{id: p, oversize: 56}, {id: j}, {id: k}, {id: l}, {id: m}]\nx: {e: 5}";
    struct source under = { .name = "under.yaml", .text = below, .length = sizeof below - 1, .order = 1 };
    struct source over = { .name = "over.yaml", .text = above, .length = sizeof above - 1 };
    struct arena arena;
    arena_init(&arena, allocator);
    bool good = merged(&under, &over, &arena) != NULL;
    assert_int_equal(good, !failing->failed);
    arena_clear(&arena);
}

TEST(merge, "ends cleanly whichever allocation fails")
{
    fail_each_allocation(merge_all_kinds);
}
