#include "base/memory.h"

#include <limits.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of an arena's first chunk and of its largest; a build that wants to meet chunk borders often sets both low. */
#ifndef ARENA_FIRST
#define ARENA_FIRST 4096
#endif
#ifndef ARENA_LARGEST
#define ARENA_LARGEST 1048576
#endif

/* Under the address sanitizer what an arena has not handed out cannot be touched, and between two pieces lies a gap: a step
 * over the end of one is found as it would be for memory of its own. */
#if defined(__has_feature)
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || HAS_FEATURE(address_sanitizer)
#include <sanitizer/asan_interface.h>
enum { ARENA_GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(memory, bytes) ((void)(memory), (void)(bytes))
#define ASAN_UNPOISON_MEMORY_REGION(memory, bytes) ((void)(memory), (void)(bytes))
enum { ARENA_GAP = 0 };
#endif

static void *c_library(void *context, void *old, size_t size)
{
    (void)context;
    if (size > 0)
        return realloc(old, size);
    free(old);
    return NULL;
}

const struct seatsim_allocator memory_c_library = { c_library, NULL };

struct seatsim_allocator memory_allocator(const struct seatsim_allocator *allocator)
{
    return allocator ? *allocator : memory_c_library;
}

/* Bytes of `count` things, at least one; 0 when no object can be that large. */
static size_t bytes_of(size_t count, size_t size)
{
    if (count == 0 || size == 0)
        return 1;
    return count > PTRDIFF_MAX / size ? 0 : count * size;
}

void *memory_new(const struct seatsim_allocator *allocator, size_t count, size_t size)
{
    void *memory = memory_resize(allocator, NULL, count, size);
    if (memory)
        memset(memory, 0, bytes_of(count, size));
    return memory;
}

void *memory_resize(const struct seatsim_allocator *allocator, void *old, size_t count, size_t size)
{
    size_t bytes = bytes_of(count, size);
    return bytes > 0 ? allocator->reallocate(allocator->context, old, bytes) : NULL;
}

void memory_free(const struct seatsim_allocator *allocator, void *memory)
{
    if (memory)
        allocator->reallocate(allocator->context, memory, 0);
}

bool memory_make_room(const struct seatsim_allocator *allocator, void **array, int count, int *room, size_t size)
{
    if (count < *room)
        return true;
    if (*room > INT_MAX / 2)
        return false;
    int wanted = *room > 0 ? 2 * *room : 8;
    void *old, *grown;
    memcpy(&old, array, sizeof old);
    grown = memory_resize(allocator, old, (size_t)wanted, size);
    if (!grown)
        return false;
    memcpy(array, &grown, sizeof grown);
    *room = wanted;
    return true;
}

struct arena_chunk {
    struct arena_chunk *older;
    size_t used, room; /* bytes of `bytes` */
    alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *arena, const struct seatsim_allocator *allocator)
{
    arena->allocator = memory_allocator(allocator);
    arena->newest = NULL;
}

void arena_clear(struct arena *arena)
{
    for (struct arena_chunk *chunk = arena->newest, *older; chunk; chunk = older) {
        older = chunk->older;
        ASAN_UNPOISON_MEMORY_REGION(chunk->bytes, chunk->room);
        memory_free(&arena->allocator, chunk);
    }
    arena->newest = NULL;
}

/* A chunk with room for `bytes`. Chunks double, so that their number grows with the logarithm of what is kept. */
static struct arena_chunk *add_chunk(struct arena *arena, size_t bytes)
{
    size_t room = arena->newest ? 2 * arena->newest->room : ARENA_FIRST;
    if (room > ARENA_LARGEST)
        room = ARENA_LARGEST;
    if (room < bytes)
        room = bytes;
    if (room > PTRDIFF_MAX - sizeof(struct arena_chunk))
        return NULL;
    struct arena_chunk *chunk = memory_resize(&arena->allocator, NULL, 1, sizeof *chunk + room);
    if (chunk) {
        *chunk = (struct arena_chunk) { arena->newest, 0, room };
        arena->newest = chunk;
        ASAN_POISON_MEMORY_REGION(chunk->bytes, room);
    }
    return chunk;
}

void *arena_new(struct arena *arena, size_t count, size_t size)
{
    size_t bytes = bytes_of(count, size);
    if (bytes == 0 || bytes > PTRDIFF_MAX - alignof(max_align_t) - ARENA_GAP)
        return NULL;
    size_t taken = ARENA_GAP + (bytes + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    struct arena_chunk *chunk = arena->newest;
    if (!chunk || chunk->room - chunk->used < taken)
        chunk = add_chunk(arena, taken);
    if (!chunk)
        return NULL;
    void *memory = chunk->bytes + chunk->used;
    chunk->used += taken;
    ASAN_UNPOISON_MEMORY_REGION(memory, bytes);
    return memset(memory, 0, bytes);
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = length < PTRDIFF_MAX ? arena_new(arena, length + 1, 1) : NULL;
    if (copy && length > 0)
        memcpy(copy, text, length);
    return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

char *arena_join(struct arena *arena, const char *const *parts, int count)
{
    size_t length = 0;
    for (int part = 0; part < count; part++)
        length += strlen(parts[part]);
    char *joined = arena_new(arena, length + 1, 1);
    if (!joined)
        return NULL;
    char *end = joined;
    for (int part = 0; part < count; part++) {
        size_t bytes = strlen(parts[part]);
        memcpy(end, parts[part], bytes);
        end += bytes;
    }
    return joined;
}
