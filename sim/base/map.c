#include "base/map.h"

/* uthash asks for memory through these; each function that uses it has a `map` whose arena names the allocator. */
#define HASH_NONFATAL_OOM 1
#define uthash_malloc(size) memory_new(&map->arena->allocator, 1, (size))
#define uthash_free(memory, size) memory_free(&map->arena->allocator, (memory))
#include <limits.h>
#include <uthash.h>

struct map_entry {
    const char *key;
    int value;
    UT_hash_handle hh;
};

void map_init(struct map *map, struct arena *arena)
{
    map->arena = arena;
    map->entries = NULL;
}

void map_clear(struct map *map)
{
    HASH_CLEAR(hh, map->entries);
}

static struct map_entry *find(const struct map *map, const char *key, unsigned length)
{
    struct map_entry *entry;
    HASH_FIND(hh, map->entries, key, length, entry);
    return entry;
}

int map_put(struct map *map, const char *key, size_t length, int value)
{
    if (length > INT_MAX)
        return -1;
    if (find(map, key, (unsigned)length))
        return 0;
    struct map_entry *entry = arena_new(map->arena, 1, sizeof *entry);
    if (!entry)
        return -1;
    entry->key = key;
    entry->value = value;
    HASH_ADD_KEYPTR(hh, map->entries, entry->key, (unsigned)length, entry);
    return entry->hh.tbl ? 1 : -1;
}

int map_get(const struct map *map, const char *key, size_t length)
{
    const struct map_entry *entry = length <= INT_MAX ? find(map, key, (unsigned)length) : NULL;
    return entry ? entry->value : -1;
}
