#include "base/file.h"

#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct captured captured;

/* Each test works in an empty folder of its own. */
static char folder[64];

static const char *in_folder(const char *name)
{
    static char path[4][128];
    static int turn;
    turn = (turn + 1) % 4;
    snprintf(path[turn], sizeof path[0], "%s/%s", folder, name);
    return path[turn];
}

static void enter_folder(void)
{
    strcpy(folder, "/tmp/seatsim-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
}

static void write_file(const char *name, const char *bytes, size_t length)
{
    FILE *file = fopen(in_folder(name), "wb");
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void leave_folder(const char *const *names)
{
    for (; *names; names++)
        assert_int_equal(remove(in_folder(*names)), 0);
    assert_int_equal(rmdir(folder), 0); /* nothing else may be there */
}

TEST(file, "is read whole, NUL bytes and all, with a NUL behind")
{
    struct arena arena;
    char *bytes;
    size_t length;
    enter_folder();
    write_file("a", "x\0y", 3);
    write_file("empty", "", 0);
    arena_init(&arena, NULL);
    assert_int_equal(file_read(in_folder("a"), 3, (struct place) { 0 }, &arena, &bytes, &length, NULL), SEATSIM_OK);
    assert_int_equal(length, 3);
    assert_memory_equal(bytes, "x\0y", 4);
    assert_int_equal(file_read(in_folder("empty"), 3, (struct place) { 0 }, &arena, &bytes, &length, NULL), SEATSIM_OK);
    assert_int_equal(length, 0);
    assert_string_equal(bytes, "");
    assert_true(file_exists(in_folder("a")));
    assert_false(file_exists(in_folder("b")));
    assert_false(file_exists(folder));
    arena_clear(&arena);
    leave_folder((const char *[]) { "a", "empty", NULL });
}

/* Reads what must fail; `expected` is a part of the message. */
static void assert_not_read(const char *path, size_t most, enum seatsim_status status, const char *expected)
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct source source = { .name = "plan.yaml", .text = "standard: x\n", .length = 12, .order = 1 };
    struct arena arena;
    char *bytes = NULL;
    size_t length = 0;
    arena_init(&arena, NULL);
    assert_int_equal(file_read(path, most, (struct place) { &source, 1, 11, 1 }, &arena, &bytes, &length, diagnostics), status);
    assert_null(bytes);
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    assert_memory_equal(captured.text, "plan.yaml:1:11: error: ", 23);
    if (!strstr(captured.text, expected))
        assert_string_equal(captured.text, expected);
    arena_clear(&arena);
    seatsim_diagnostics_free(diagnostics);
}

TEST(file, "that cannot be read is told at the place that names it")
{
    enter_folder();
    write_file("rizhao.yaml", "12345", 5);
    write_file("secret", "x", 1);
    assert_int_equal(chmod(in_folder("secret"), 0), 0);
    assert_not_read(in_folder("rizhoa.yaml"), 10, SEATSIM_BAD_INPUT, "(did you mean 'rizhao.yaml'?) [E003]");
    assert_not_read(in_folder("missing/x.yaml"), 10, SEATSIM_BAD_INPUT, "missing/x.yaml' [E003]");
    assert_not_read(in_folder("rizhao.yaml/x"), 10, SEATSIM_BAD_INPUT, "rizhao.yaml/x' [E003]");
    assert_not_read("", 10, SEATSIM_BAD_INPUT, "there is no file ''");
    assert_not_read(folder, 10, SEATSIM_BAD_INPUT, "is a folder, not a file [E004]");
    assert_not_read(in_folder("rizhao.yaml"), 4, SEATSIM_BAD_INPUT, "is larger than 4 bytes [E006]");
    assert_not_read("/dev/zero", 100000, SEATSIM_BAD_INPUT, "is no file but a pipe or a device [E012]");
    assert_int_equal(symlink("loop", in_folder("loop")), 0);
    assert_not_read(in_folder("loop"), 10, SEATSIM_BAD_INPUT, "/loop': Too many levels of symbolic links [E007]");
    if (geteuid() != 0) /* nothing is hidden from root */
        assert_not_read(in_folder("secret"), 10, SEATSIM_BAD_INPUT, "no permission to read");
    leave_folder((const char *[]) { "rizhao.yaml", "secret", "loop", NULL });
}

TEST(file, "beside another one")
{
    static const struct { const char *beside, *name, *path; } rows[] = {
        { "scenarios/rizhao.yaml", "births.csv", "scenarios/births.csv" },
        { "rizhao.yaml", "births.csv", "births.csv" },
        { "/a/b", "../c", "/a/../c" },
        { "a/b", "/etc/x", "/etc/x" },
        { "/b", "c", "/c" },
    };
    struct arena arena;
    arena_init(&arena, NULL);
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        assert_string_equal(file_beside(rows[row].beside, rows[row].name, &arena), rows[row].path);
    arena_clear(&arena);
}

static void read_without_memory(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct arena arena;
    char *bytes, *beside;
    size_t length;
    arena_init(&arena, allocator);
    enum seatsim_status status = file_read(in_folder("a"), 100000, (struct place) { 0 }, &arena, &bytes, &length, NULL);
    beside = file_beside("x/y", "z", &arena);
    assert_int_equal(status == SEATSIM_OK && beside, !failing->failed);
    assert_true(status == SEATSIM_OK || status == SEATSIM_MACHINE);
    /* A missing file stays one, with or without memory for a better name. */
    status = file_read(in_folder("b"), 100000, (struct place) { 0 }, &arena, &bytes, &length, NULL);
    assert_int_equal(status, SEATSIM_BAD_INPUT);
    arena_clear(&arena);
}

TEST(file, "without memory is not read")
{
    static char content[50000];
    enter_folder();
    write_file("a", content, sizeof content);
    fail_each_allocation(read_without_memory);
    leave_folder((const char *[]) { "a", NULL });
}
