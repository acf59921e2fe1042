#include "base/map.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

TEST(map, "finds what was put, keeps the first of two equal keys, and has -1 for the rest")
{
    struct arena arena;
    struct map map;
    arena_init(&arena, NULL);
    map_init(&map, &arena);
    assert_int_equal(map_get(&map, "west", 4), -1);
    assert_int_equal(map_put(&map, "west", 4, 3), 1);
    assert_int_equal(map_put(&map, "west", 4, 5), 0);
    assert_int_equal(map_put(&map, "west-2", 6, 7), 1);
    assert_int_equal(map_get(&map, "west", 4), 3);
    assert_int_equal(map_get(&map, "west-2", 6), 7);
    assert_int_equal(map_get(&map, "wes", 3), -1);
    map_clear(&map);
    assert_int_equal(map_get(&map, "west", 4), -1);
    map_clear(&map);
    arena_clear(&arena);
}

static void fill_map(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static char keys[400][16];
    struct arena arena;
    struct map map;
    arena_init(&arena, allocator);
    map_init(&map, &arena);
    int put = 1, count = 0;
    for (; count < 400 && put == 1; count += put == 1) {
        snprintf(keys[count], sizeof keys[count], "id-%d", count);
        put = map_put(&map, keys[count], strlen(keys[count]), count);
    }
    assert_int_equal(put, failing->failed ? -1 : 1);
    for (int key = 0; key < count; key++)
        assert_int_equal(map_get(&map, keys[key], strlen(keys[key])), key);
    map_clear(&map);
    arena_clear(&arena);
}

TEST(map, "without memory it says so and keeps what it has")
{
    fail_each_allocation(fill_map);
}
