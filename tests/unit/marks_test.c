#include "base/marks.h"
#include "failing_allocator.h"
#include "test.h"

#include <string.h>
#include <time.h>

/* Text without and with marks: what is found must be the same. */
static void assert_found_alike(const char *text, size_t length, int last_line, int last_column)
{
    struct arena arena;
    struct source bare = { .name = "a.csv", .text = text, .length = length }, marked = bare;
    arena_init(&arena, NULL);
    assert_true(source_mark(&marked, &arena));
    assert_int_equal(marked.n_marks, length / MARK_STEP);
    for (int line = 1; line <= last_line; line += 1 + last_line / 97)
        for (int column = 1; column <= last_column; column += 1 + last_column / 97) {
            struct position expected, found;
            bool there = source_find(&bare, line, column, &expected);
            assert_int_equal(source_find(&marked, line, column, &found), there);
            if (!there)
                continue;
            assert_int_equal(found.at, expected.at);
            assert_int_equal(found.line, expected.line);
            assert_int_equal(found.column, expected.column);
        }
    arena_clear(&arena);
}

TEST(marks, "find in a long text what a search from its start finds: ends of lines of every kind, bytes that are not UTF-8")
{
    enum { LENGTH = 5 * MARK_STEP + 77 };
    static char text[LENGTH];
    static const char pieces[][16] = { "学校,12\r\n", "\r", "e\xCC\x81,\xFF\xFE\n", "\n", "a long field,", "\xF0\x9F\x91\xA9," };
    unsigned random = 1;
    size_t length = 0;
    while (length + sizeof pieces[0] < LENGTH) {
        random = random * 1103515245u + 12345u;
        const char *piece = pieces[(random >> 16) % 6];
        memcpy(text + length, piece, strlen(piece));
        length += strlen(piece);
    }
    assert_found_alike(text, length, 30000, 40);
}

TEST(marks, "find a column in a single long line, with a byte order mark before it")
{
    enum { LENGTH = 4 * MARK_STEP };
    static char text[LENGTH];
    for (size_t at = 0; at + 3 <= LENGTH; at += 3)
        memcpy(text + at, at == 0 ? "\xEF\xBB\xBF" : "学", 3);
    assert_found_alike(text, LENGTH, 2, LENGTH / 3 + 10);
    struct source source = { .name = "a.csv", .text = text, .length = LENGTH };
    struct position position;
    assert_true(source_find(&source, 1, 1001, &position));
    assert_int_equal(position.at, 3 + 3000);
}

static void mark_some(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static char text[3 * MARK_STEP];
    struct source source = { .name = "a.csv", .text = text, .length = sizeof text };
    struct arena arena;
    arena_init(&arena, allocator);
    bool marked = source_mark(&source, &arena);
    assert_int_equal(marked, !failing->failed);
    assert_int_equal(source.n_marks, failing->failed ? 0 : 3);
    arena_clear(&arena);
}

TEST(marks, "without memory a text stays without marks")
{
    fail_each_allocation(mark_some);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* A thousand findings all over a text of `length` bytes, in no order; returns the seconds they took, marking included. */
static double report_thousand(const char *text, size_t length, int lines, int columns)
{
    struct arena arena;
    struct source source = { .name = "a.csv", .text = text, .length = length, .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    arena_init(&arena, NULL);
    double start = seconds();
    source_mark(&source, &arena);
    for (int i = 0; i < 1000; i++) {
        int wanted = (int)(i * 7919LL % 1000);
        int line = 1 + (int)((long long)wanted * lines / 1000), column = 1 + (int)((long long)wanted * columns / 1000);
        struct place place = { &source, line, column, 3 };
        report2(diagnostics, place, "E004", "path", "x", NULL, NULL);
    }
    double took = seconds() - start;
    assert_int_equal(errors_reported(diagnostics), 1000);
    seatsim_diagnostics_free(diagnostics);
    arena_clear(&arena);
    return took;
}

TEST(marks, "a thousand findings in 20 MB, of short lines or of one, take no time to speak of")
{
    enum { LENGTH = 20 * 1000 * 1000, LINE = 40 };
    char *text = test_malloc(LENGTH);
    memset(text, 'a', LENGTH);
    double one_line = report_thousand(text, LENGTH, 1, LENGTH);
    for (size_t end = LINE - 1; end < LENGTH; end += LINE)
        text[end] = '\n';
    double lines = report_thousand(text, LENGTH, LENGTH / LINE, 1);
    print_message("# 20 MB, 1000 findings: %.3f s in one line, %.3f s in %d lines\n", one_line, lines, LENGTH / LINE);
    test_free(text);
    assert_true(one_line < 5 && lines < 5); /* from the start each time: minutes */
}
