/* A map from text to a small integer (ids to indices), over uthash. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/memory.h"

struct map_entry;
struct map {
    struct arena *arena; /* owns the entries */
    struct map_entry *entries;
};

/* An empty map whose entries live in `arena`; map_clear frees uthash's table, the arena the rest. */
void map_init(struct map *map, struct arena *arena);
void map_clear(struct map *map);

/* Puts `key` (borrowed, `length` bytes) -> `value`. Returns 1 when put, 0 when the key was there already (unchanged),
 * -1 without memory. */
int map_put(struct map *map, const char *key, size_t length, int value);

/* The value of `key`, -1 when it is not there. */
int map_get(const struct map *map, const char *key, size_t length);

#endif
