#include "results/verdict.h"

const char *const asked_names[ASKED_WAYS] = { [ASKED_IN] = "in", [ASKED_FROM] = "from", [ASKED_BY] = "by" };

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
    return verdicts->n_lines;
}

int seatsim_verdicts_missed(const struct seatsim_verdicts *verdicts)
{
    return verdicts->missed;
}
