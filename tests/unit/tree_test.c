#include "scenario/tree.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

/* One text read into a tree, with what was said about it. */
struct reading {
    struct arena arena;
    struct source source;
    struct seatsim_diagnostics *diagnostics;
    struct node *root;
    enum seatsim_status status;
    struct captured said;
};

static void read_bytes(struct reading *reading, const char *text, size_t length)
{
    memset(reading, 0, sizeof *reading);
    arena_init(&reading->arena, NULL);
    reading->source = (struct source) { .name = "a.yaml", .text = text, .length = length };
    reading->diagnostics = seatsim_diagnostics_new(NULL);
    reading->status = tree_read(&reading->source, text, ORIGIN_FILE, &reading->arena, &reading->root, reading->diagnostics);
    capture_diagnostics(&reading->said, reading->diagnostics, SEATSIM_ENGLISH, 20);
}

static void read_text(struct reading *reading, const char *text)
{
    read_bytes(reading, text, strlen(text));
}

static void forget(struct reading *reading)
{
    seatsim_diagnostics_free(reading->diagnostics);
    arena_clear(&reading->arena);
}

static void assert_text(const struct node *node, const char *text)
{
    assert_non_null(node);
    assert_int_equal(node->kind, NODE_SCALAR);
    assert_string_equal(node->text, text);
}

static void assert_place(const struct node *node, int line, int column, int length)
{
    assert_int_equal(node->place.line, line);
    assert_int_equal(node->place.column, column);
    assert_int_equal(node->place.length, length);
}

TEST(tree, "keeps scalars as text, so that no number, no truth and no date is ever guessed")
{
    struct reading reading;
    read_text(&reading, "a: 010\nb: no\nc: 1:30\nd: \"45\"\ne: ~\nf:\ng: 9_569\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    static const struct { const char *key, *text; bool plain; } rows[] = {
        { "a", "010", true }, { "b", "no", true }, { "c", "1:30", true }, { "d", "45", false },
        { "e", "~", true },   { "f", "", true },   { "g", "9_569", true },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct node *node = node_get(reading.root, rows[i].key);
        assert_text(node, rows[i].text);
        assert_int_equal(node->plain, rows[i].plain);
        assert_int_equal(node->origin, ORIGIN_FILE);
    }
    assert_null(node_get(reading.root, "z"));
    forget(&reading);
}

TEST(tree, "counts columns in code points, with a byte order mark, carriage returns and Chinese before them")
{
    struct reading reading;
    read_text(&reading, "\xEF\xBB\xBF题: 日照\r\nlist: [甲, bc]\r\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_place(reading.root->keys[0], 1, 1, 1);
    assert_place(reading.root->items[0], 1, 4, 2);
    const struct node *list = node_get(reading.root, "list");
    assert_int_equal(list->count, 2);
    assert_place(list->items[0], 2, 8, 1);
    assert_place(list->items[1], 2, 11, 2);
    forget(&reading);
}

TEST(tree, "expands an alias to a copy of its own, with the places of the original")
{
    struct reading reading;
    read_text(&reading, "a: &x {n: 1}\nb: *x\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    struct node *first = node_get(reading.root, "a"), *second = node_get(reading.root, "b");
    assert_ptr_not_equal(first, second);
    assert_text(node_get(second, "n"), "1");
    assert_place(node_get(second, "n"), 1, 11, 1);
    forget(&reading);
}

TEST(tree, "lets a name given twice mean the nearer anchor above")
{
    struct reading reading;
    read_text(&reading, "a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_text(node_get(reading.root, "b"), "1");
    assert_text(node_get(reading.root, "d"), "2");
    forget(&reading);
}

TEST(tree, "lets a mapping's own keys come before what << brings, and the first mapping before the second")
{
    struct reading reading;
    read_text(&reading, "a: &a {x: 1, y: 1, z: 1}\nb: &b {y: 2, w: 2}\nc: {<<: [*b, *a], x: 3}\nd: {\"<<\": 4}\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    const struct node *merged = node_get(reading.root, "c");
    assert_int_equal(merged->count, 4);
    assert_text(node_get(merged, "x"), "3");
    assert_text(node_get(merged, "y"), "2");
    assert_text(node_get(merged, "w"), "2");
    assert_text(node_get(merged, "z"), "1");
    assert_text(node_get(node_get(reading.root, "d"), "<<"), "4");
    forget(&reading);
}

TEST(tree, "shows as U+FFFD what escapes in quotes could deceive with")
{
    struct reading reading;
    read_text(&reading, "a: \"x\\0y\\u202Ez\"\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_text(node_get(reading.root, "a"), "x\xEF\xBF\xBDy\xEF\xBF\xBDz");
    assert_int_equal(node_get(reading.root, "a")->length, 9);
    forget(&reading);
}

TEST(tree, "says what is wrong and where, by its own words for what planners do")
{
    static const struct { const char *text, *said; } rows[] = {
        { "a: 1\nb: \xC8\xD5\n", "a.yaml:2:4: error: byte 0xC8 is not UTF-8" },
        { "甲: \xE2\x80\xAE" "b\n", "a.yaml:1:4: error: the character U+202E" },
        { "a: 1\rb: 2\n", "a.yaml:1:5: error: the character U+000D" },
        { "a: 1\xC2\x85" "b: 2\n", "a.yaml:1:5: error: the character U+0085" },
        { "%YAML 1.1\n---\na: 1\n", "a.yaml:1:1: error: a line must not begin with '%'" },
        { "a:\n\tb: 1\n", "a.yaml:2:1: error: a tab" },
        { "a: b: c\n", "a.yaml:1:5: error: a second ':'" },
        { "a: 1\n  b: 2\n", "a.yaml:2:4: error: a second ':'" },
        { "a:\n  b: 1\n c: 2\n", "a.yaml:3:2: error: this line fits nothing" },
        { "a: [1, 2\nb: 3\n", "error: a bracket is not closed" },
        { "a: \"text\nb: 1\n", "error: the text ends inside quotes that began in line 1" },
        { "abc\nd: 1\n", "error: a second ':'" },
        { "a: 1\nb\n", "error: a key without ':'" },
        { "a: !!int 3\n", "a.yaml:1:4: error: the tag 'tag:yaml.org,2002:int'" },
        { "a: !x!y 3\n", "error: the tag is not part" },
        { "a: @b\n", "a.yaml:1:4: error: a value cannot begin" },
        { "a: *b\n", "a.yaml:1:4: error: there is no anchor '&b'" },
        { "a: &b [*b]\n", "a.yaml:1:8: error: '*b' stands inside" },
        { "a: {<<: 3}\n", "a.yaml:1:5: error: '<<' takes" },
        { "a: 1\nb: 2\na: 3\n", "a.yaml:3:1: error: the key 'a' is there already, in line 1" },
        { "? [a, b]\n: 3\n", "a.yaml:1:3: error: a key must be a plain text" },
        { "a: 1\n---\nb: 2\n", "a.yaml:2:1: error: a second document" },
        { "", "a.yaml: error: the file is empty" },
        { "# nothing\n", "a.yaml: error: the file is empty" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct reading reading;
        read_text(&reading, rows[i].text);
        if (reading.status != SEATSIM_BAD_INPUT || !strstr(reading.said.text, rows[i].said))
            fail_msg("row %zu: status %d, said:\n%s", i, (int)reading.status, reading.said.text);
        assert_null(reading.root);
        forget(&reading);
    }
}

TEST(tree, "goes on after what it can tell apart, so that one reading says all")
{
    struct reading reading;
    read_text(&reading, "a: !t 1\na: 2\n? {}\n: 1\n");
    assert_int_equal(seatsim_diagnostics_count(reading.diagnostics, SEATSIM_ERROR), 3);
    forget(&reading);
}

TEST(tree, "finds a key given twice among many, too")
{
    char text[4096];
    size_t length = 0;
    for (int i = 0; i < 200; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "key-%d: %d\n", i, i);
    snprintf(text + length, sizeof text - length, "key-7: 0\n");
    struct reading reading;
    read_text(&reading, text);
    assert_non_null(strstr(reading.said.text, "a.yaml:201:1: error: the key 'key-7' is there already, in line 8"));
    forget(&reading);
}

TEST(tree, "refuses depth beyond the limit, through aliases too")
{
    static char brackets[1000000];
    memset(brackets, '[', sizeof brackets);
    struct reading reading;
    read_bytes(&reading, brackets, sizeof brackets);
    assert_non_null(strstr(reading.said.text, "a.yaml:1:33: error: nested deeper than 32 levels"));
    forget(&reading);
    /* Twenty deep twice over: the alias lies at depth 21 and its inside at 21 + 20. */
    read_text(&reading, "a: &a [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\nb: [[[[[[[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]]]]]]\n");
    assert_non_null(strstr(reading.said.text, "nested deeper than 32 levels"));
    forget(&reading);
}

TEST(tree, "refuses a nest of aliases by the values it would become")
{
    /* Ten of ten, eight times over, would be a hundred million. */
    char text[2048];
    size_t length = (size_t)snprintf(text, sizeof text, "a0: &a0 x\n");
    for (int i = 1; i <= 8; i++) {
        length += (size_t)snprintf(text + length, sizeof text - length, "a%d: &a%d [", i, i);
        for (int k = 0; k < 10; k++)
            length += (size_t)snprintf(text + length, sizeof text - length, "*a%d%s", i - 1, k < 9 ? ", " : "]\n");
    }
    struct reading reading;
    read_text(&reading, text);
    assert_non_null(strstr(reading.said.text, "more than 200000 values"));
    forget(&reading);
}

static void read_all_kinds(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static const char text[] = "a: &a {b: [1, 2, 3, 4, 5], c: \"x\\0y\"}\nd: {<<: *a, e: *a}\n"
                               "f: {1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 11: 1, 12: 1, 13: 1, 14: 1,"
                               " 15: 1, 16: 1, 17: 1, 18: 1}\n";
    struct source source = { .name = "a.yaml", .text = text, .length = sizeof text - 1 };
    struct arena arena;
    arena_init(&arena, allocator);
    struct node *root = NULL;
    enum seatsim_status status = tree_read(&source, text, ORIGIN_FILE, &arena, &root, NULL);
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    assert_int_equal(root == NULL, failing->failed);
    arena_clear(&arena);
}

TEST(tree, "ends cleanly whichever allocation fails")
{
    fail_each_allocation(read_all_kinds);
}
