/* Memory: the allocator as a value, and the arena for what is read once. The only place that calls realloc and free. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <seatsim/diagnostic.h>

/* The C library's allocator. */
extern const struct seatsim_allocator memory_c_library;

/* A copy of an allocator that a caller handed in, the C library's for NULL. */
struct seatsim_allocator memory_allocator(const struct seatsim_allocator *allocator);

/* Zeroed memory for `count` things of `size` bytes; never NULL for count 0. NULL without memory or on overflow. */
void *memory_new(const struct seatsim_allocator *allocator, size_t count, size_t size);

/* Grows or shrinks what memory_new returned; what is new is not zeroed. NULL leaves `old` as it was. */
void *memory_resize(const struct seatsim_allocator *allocator, void *old, size_t count, size_t size);
void memory_free(const struct seatsim_allocator *allocator, void *memory);

/* Room for one more element in a growing array: doubles `*array` when `count` has reached `*room`. `array` is the address
 * of the caller's pointer, whatever it points to: memory_make_room(a, (void **)&list, n, &room, sizeof *list), and is only
 * copied bytewise. False without memory. */
bool memory_make_room(const struct seatsim_allocator *allocator, void **array, int count, int *room, size_t size);

/* Things that live and die together. Init in place, clear frees all; clear is legal on a zeroed or cleared arena. */
struct arena_chunk;
struct arena {
    struct seatsim_allocator allocator;
    struct arena_chunk *newest;
};
void arena_init(struct arena *arena, const struct seatsim_allocator *allocator); /* NULL: the C library's */
void arena_clear(struct arena *arena);

/* Zeroed memory for `count` things of `size` bytes, aligned for any type; not NULL for count 0. NULL without memory. */
void *arena_new(struct arena *arena, size_t count, size_t size);

/* A copy of `length` bytes with a NUL behind. NULL without memory. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* A copy of a text that ends with a NUL. NULL without memory. */
char *arena_text(struct arena *arena, const char *text);

/* One text of `count` texts joined. NULL without memory. */
char *arena_join(struct arena *arena, const char *const *parts, int count);

#endif
