#include "base/memory.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdalign.h>
#include <string.h>

TEST(memory, "new memory is zeroed, and nothing is something too")
{
    int *numbers = memory_new(&memory_c_library, 5, sizeof *numbers);
    for (int i = 0; i < 5; i++)
        assert_int_equal(numbers[i], 0);
    void *nothing = memory_new(&memory_c_library, 0, 8);
    assert_non_null(nothing);
    memory_free(&memory_c_library, nothing);
    memory_free(&memory_c_library, numbers);
    memory_free(&memory_c_library, NULL);
}

TEST(memory, "a size beyond what an object can have is refused, not wrapped around")
{
    struct arena arena;
    arena_init(&arena, NULL);
    assert_null(memory_new(&memory_c_library, SIZE_MAX / 2, 4)); /* 4 * (2^63 - 1) wraps to a small number */
    assert_null(arena_new(&arena, SIZE_MAX / 2, 4));
    assert_null(arena_new(&arena, PTRDIFF_MAX, 1));
    assert_null(arena_copy(&arena, "", PTRDIFF_MAX));
    arena_clear(&arena);
}

TEST(memory, "room for one more doubles")
{
    int *list = NULL, room = 0;
    for (int count = 0; count < 100; count++) {
        assert_true(memory_make_room(&memory_c_library, (void **)&list, count, &room, sizeof *list));
        list[count] = count;
    }
    assert_int_equal(room, 128); /* 8, 16, 32, 64, 128 */
    assert_int_equal(list[99], 99);
    memory_free(&memory_c_library, list);
}

TEST(memory, "an array that cannot grow stays as it was")
{
    struct failing failing = { .fail_at = 2 };
    struct seatsim_allocator allocator = failing_allocator(&failing);
    int *list = NULL, room = 0;
    assert_true(memory_make_room(&allocator, (void **)&list, 0, &room, sizeof *list));
    list[7] = 7;
    assert_false(memory_make_room(&allocator, (void **)&list, 8, &room, sizeof *list));
    assert_int_equal(room, 8);
    assert_int_equal(list[7], 7);
    memory_free(&allocator, list);
    assert_int_equal(failing.held, 0);
}

TEST(arena, "what it gives is aligned, zeroed and apart, across its chunks")
{
    struct arena arena;
    arena_init(&arena, NULL);
    char *before = arena_new(&arena, 1, 1);
    for (size_t size = 1; size < 20000; size += 37) {
        char *memory = arena_new(&arena, 1, size);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t byte = 0; byte < size; byte++)
            assert_int_equal(memory[byte], 0);
        memset(memory, 0xFF, size);
        assert_int_equal(*before, 0);
    }
    arena_clear(&arena);
    arena_clear(&arena); /* legal again */
}

TEST(arena, "texts are copied and joined with a NUL behind")
{
    struct arena arena;
    arena_init(&arena, NULL);
    assert_string_equal(arena_copy(&arena, "kindergarten", 6), "kinder");
    assert_string_equal(arena_copy(&arena, NULL, 0), "");
    assert_string_equal(arena_text(&arena, "学位"), "学位");
    assert_string_equal(arena_join(&arena, (const char *[]) { "a", "", "bc" }, 3), "abc");
    assert_string_equal(arena_join(&arena, NULL, 0), "");
    arena_clear(&arena);
}

static void fill_arena(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct arena arena;
    arena_init(&arena, allocator);
    bool all = true;
    for (int i = 0; i < 50 && all; i++)
        all = arena_new(&arena, 100, 8) && arena_copy(&arena, "x", 1) && arena_join(&arena, (const char *[]) { "x" }, 1);
    assert_int_equal(all, !failing->failed);
    arena_clear(&arena);
}

TEST(arena, "without memory it gives NULL and loses nothing")
{
    fail_each_allocation(fill_arena);
}
