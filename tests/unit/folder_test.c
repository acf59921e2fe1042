#include "base/folder.h"

#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const endings[] = { ".yaml", ".yml", NULL };
static char before[4096], folder[64];

static void put(const char *path)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
}

/* b.yaml, a/2.yml, a/1.yaml, a/back -> the folder above, a/.hidden/x.yaml, notes.txt, c/linked.yaml -> ../b.yaml, d (empty) */
static void enter_folder(void)
{
    assert_non_null(getcwd(before, sizeof before));
    strcpy(folder, "/tmp/seatsim-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(chdir(folder), 0);
    assert_int_equal(mkdir("a", 0700) | mkdir("a/.hidden", 0700) | mkdir("c", 0700) | mkdir("d", 0700), 0);
    put("b.yaml");
    put("notes.txt");
    put(".b.yaml");
    put("a/2.yml");
    put("a/1.yaml");
    put("a/.hidden/x.yaml");
    assert_int_equal(symlink("..", "a/back") | symlink("../b.yaml", "c/linked.yaml") | symlink("nowhere.yaml", "c/dead.yaml"), 0);
}

static void leave_folder(void)
{
    char command[128];
    assert_int_equal(chdir(before), 0);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

static void assert_listed(const char *path, const char *const *expected, enum seatsim_status status)
{
    struct arena arena;
    struct path_list list = { 0 };
    int count = 0;
    arena_init(&arena, NULL);
    assert_int_equal(folder_files(path, endings, &arena, &list, NULL), status);
    for (; expected[count]; count++) {
        assert_true(count < list.count);
        assert_string_equal(list.paths[count], expected[count]);
    }
    assert_int_equal(list.count, count);
    memory_free(&memory_c_library, list.paths);
    arena_clear(&arena);
}

TEST(folder, "files come in the order of their names, hidden ones, dead links and circles left out")
{
    enter_folder();
    assert_listed(".", (const char *const[]) { "a/1.yaml", "a/2.yml", "b.yaml", "c/linked.yaml", NULL }, SEATSIM_OK);
    assert_listed("a/", (const char *const[]){ "a/1.yaml", "a/2.yml", "a/back/b.yaml", "a/back/c/linked.yaml", NULL },
                  SEATSIM_OK);
    assert_listed("d", (const char *const[]) { NULL }, SEATSIM_OK);
    assert_listed("no-such", (const char *const[]) { NULL }, SEATSIM_BAD_INPUT);
    leave_folder();
}

TEST(folder, "a folder that may not be read is an error, and the others are listed")
{
    enter_folder();
    if (geteuid() == 0) { /* root may read all: a path through a file stands for it */
        assert_listed("b.yaml/a", (const char *const[]) { NULL }, SEATSIM_BAD_INPUT);
    } else {
        chmod("a", 0);
        assert_listed(".", (const char *const[]) { "b.yaml", "c/linked.yaml", NULL }, SEATSIM_BAD_INPUT);
        chmod("a", 0700);
    }
    leave_folder();
}

static void list_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct arena arena;
    struct path_list list = { 0 };
    arena_init(&arena, allocator);
    enum seatsim_status status = folder_files(".", endings, &arena, &list, NULL);
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    memory_free(allocator, list.paths);
    arena_clear(&arena);
}

TEST(folder, "an allocation that fails is told and leaks nothing")
{
    enter_folder();
    fail_each_allocation(list_with);
    leave_folder();
}
