#include "results/verdict.h"

void seatsim_verdicts_free(struct seatsim_verdicts *verdicts)
{
    if (!verdicts)
        return;
    struct seatsim_allocator memory = verdicts->arena.allocator;
    arena_clear(&verdicts->arena);
    memory_free(&memory, verdicts);
}

int seatsim_verdicts_count(const struct seatsim_verdicts *verdicts)
{
    return verdicts->count;
}

int seatsim_verdicts_missed(const struct seatsim_verdicts *verdicts)
{
    return verdicts->missed;
}
