#include "failing_allocator.h"

#include "test.h"

#include <stdlib.h>

static void *reallocate(void *context, void *old, size_t size)
{
    struct failing *failing = context;
    if (size == 0) {
        failing->held -= old != NULL;
        free(old);
        return NULL;
    }
    failing->request++;
    bool due = failing->fail_at > 0 && failing->request >= failing->fail_at;
    if (due && (failing->for_good || failing->request == failing->fail_at)) {
        failing->failed = true;
        return NULL;
    }
    void *memory = realloc(old, size);
    failing->held += memory && !old;
    return memory;
}

struct seatsim_allocator failing_allocator(struct failing *failing)
{
    return (struct seatsim_allocator) { reallocate, failing };
}

void fail_each_allocation(void (*work)(const struct seatsim_allocator *allocator, const struct failing *failing))
{
    struct failing failing = { .failed = true };
    for (int request = 1; failing.failed; request++)
        for (int for_good = 0; for_good <= 1; for_good++) {
            failing = (struct failing) { .fail_at = request, .for_good = for_good };
            struct seatsim_allocator allocator = failing_allocator(&failing);
            work(&allocator, &failing);
            assert_int_equal(failing.held, 0);
        }
}
