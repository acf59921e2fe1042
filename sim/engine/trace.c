#include "engine/trace.h"

#include "engine/collect.h"

#include <string.h>

bool trace_init(struct trace *trace, const struct plan *plan, const struct seatsim_allocator *allocator)
{
    size_t years = (size_t)plan->n_clusters * (size_t)plan->years;
    *trace = (struct trace){ .plan = plan };
    arena_init(&trace->arena, allocator);
    trace->years = arena_new(&trace->arena, years, sizeof *trace->years);
    trace->region = arena_new(&trace->arena, region_size(plan), sizeof *trace->region);
    return trace->years && trace->region;
}

void trace_clear(struct trace *trace)
{
    size_t years = trace->years ? (size_t)trace->plan->n_clusters * (size_t)trace->plan->years : 0;
    for (size_t i = 0; i < years; i++)
        block_clear(&trace->years[i].state);
    memory_free(&trace->arena.allocator, trace->moved);
    arena_clear(&trace->arena);
}

struct traced_year *trace_year(const struct trace *trace, int cluster, int autumn)
{
    return &trace->years[(ptrdiff_t)cluster * trace->plan->years + autumn];
}

static struct traced_year *year_of(const struct block *block)
{
    return trace_year(block->trace, (int)(block->cluster - block->plan->clusters), block->autumn);
}

/* --- steps ------------------------------------------------------------------------------------------------------- */

/* A copy of numbers that the trace owns; NULL of NULL, and without memory. */
static real *keep(struct trace *trace, const real *numbers, size_t count)
{
    real *kept = numbers ? arena_new(&trace->arena, count, sizeof *kept) : NULL;
    if (kept && count > 0)
        memcpy(kept, numbers, count * sizeof *kept);
    trace->failed = trace->failed || (numbers && !kept);
    return kept;
}

void trace_step(const struct block *block, enum step step)
{
    const struct cluster *cluster = block->cluster;
    struct traced_year *year = year_of(block);
    size_t rows = (size_t)block->pupil_rows[cluster->n_parts];
    year->pupils[step] = keep(block->trace, block->pupils, rows);
    year->waiting[step] = keep(block->trace, block->waiting, (size_t)cluster->n_districts * (size_t)block->plan->n_grades);
    year->free[step] = keep(block->trace, block->free, (size_t)cluster->n_parts);
    year->guests[step] = keep(block->trace, block->guests, (size_t)cluster->guest_rows);
}

real *trace_left(const struct block *block, int part)
{
    struct traced_year *year = year_of(block);
    if (!year->left)
        year->left = arena_new(&block->trace->arena, (size_t)block->pupil_rows[block->cluster->n_parts], sizeof(real));
    block->trace->failed = block->trace->failed || !year->left;
    return year->left ? year->left + block->pupil_rows[part] : NULL;
}

/* --- changes of supply ------------------------------------------------------------------------------------------- */

/* Notes the difference between a stock and what it was, which it then is. */
static void note_stock(struct trace *trace, const struct moved *what, real *before, real now)
{
    real amount = now - *before;
    bool moved = amount < 0 || amount > 0;
    if (moved &&
        !memory_make_room(&trace->arena.allocator, (void **)&trace->moved, trace->n_moved, &trace->room, sizeof *trace->moved))
        trace->failed = true;
    else if (moved) {
        trace->moved[trace->n_moved] = *what;
        trace->moved[trace->n_moved++].amount = amount;
    }
    *before = now;
}

static void note_part(const struct block *block, const struct change *change, int part)
{
    int parts = block->cluster->n_parts, row = block->pupil_rows[part];
    real *before = block->trace->stocks;
    struct moved what = { change, block->cluster->first_part + part, STOCK_SEATS, -1, 0 };
    note_stock(block->trace, &what, &before[part], block->seats[part]);
    what.stock = STOCK_ROOMS;
    note_stock(block->trace, &what, &before[parts + part], block->rooms[part]);
    what.stock = STOCK_PUPILS;
    for (what.grade = 0; row + what.grade < block->pupil_rows[part + 1]; what.grade++)
        note_stock(block->trace, &what, &before[2 * parts + row + what.grade], block->pupils_before[row + what.grade]);
}

void trace_change(const struct block *block, const struct change *change)
{
    size_t parts = (size_t)block->cluster->n_parts, rows = (size_t)block->pupil_rows[parts];
    real *stocks = block->trace->stocks;
    if (!change) {
        block->trace->stocks = stocks = arena_new(&block->trace->arena, 2 * parts + rows, sizeof *stocks);
        block->trace->failed = block->trace->failed || !stocks;
        if (!stocks)
            return;
        memcpy(stocks, block->seats, parts * sizeof *stocks);
        memcpy(stocks + parts, block->rooms, parts * sizeof *stocks);
        memcpy(stocks + 2 * parts, block->pupils_before, rows * sizeof *stocks);
    }
    for (int part = 0; change && stocks && part < block->cluster->n_parts; part++)
        note_part(block, change, part);
}

/* --- years ------------------------------------------------------------------------------------------------------- */

void trace_end(const struct block *block)
{
    block->trace->failed = !block_copy(block, &year_of(block)->state) || block->trace->failed;
}
