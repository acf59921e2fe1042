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

/* Notes the difference between a stock and what it was. */
static void note_stock(struct trace *trace, const struct moved *what)
{
    bool moved = what->amount < 0 || what->amount > 0;
    if (moved &&
        !memory_make_room(&trace->arena.allocator, (void **)&trace->moved, trace->n_moved, &trace->room, sizeof *trace->moved))
        trace->failed = true;
    else if (moved)
        trace->moved[trace->n_moved++] = *what;
}

/* How many numbers a part's stock is. */
static int rows_of(const struct block *block, enum stock stock, int part)
{
    if (stock == STOCK_PUPILS)
        return block->pupil_rows[part + 1] - block->pupil_rows[part];
    return stock == STOCK_RESOURCES ? block->plan->measures->names[OF_RESOURCE].count : 1;
}

static real stock_now(const struct block *block, enum stock stock, int part, int row)
{
    switch (stock) {
    case STOCK_SEATS:
        return block->seats[part];
    case STOCK_ROOMS:
        return block->rooms[part];
    case STOCK_SITES:
        return block->sites[part];
    case STOCK_RESOURCES:
        return block_resources(block, part)[row];
    default:
        return block->pupils_before[block->pupil_rows[part] + row];
    }
}

/* Takes over the stocks of a part from `before` on, and notes what a change moved; NULL: none has happened yet. */
static real *note_part(const struct block *block, const struct change *change, int part, real *before)
{
    struct moved what = { .change = change, .part = block->cluster->first_part + part };
    for (int stock = 0; stock < STOCKS; stock++)
        for (int row = 0; row < rows_of(block, (enum stock)stock, part); row++, before++) {
            real now = stock_now(block, (enum stock)stock, part, row);
            what.stock = (enum stock)stock;
            what.row = row;
            what.amount = now - *before;
            if (change)
                note_stock(block->trace, &what);
            *before = now;
        }
    return before;
}

static size_t count_stocks(const struct block *block)
{
    size_t count = 0;
    for (int part = 0; part < block->cluster->n_parts; part++)
        for (int stock = 0; stock < STOCKS; stock++)
            count += (size_t)rows_of(block, (enum stock)stock, part);
    return count;
}

void trace_change(const struct block *block, const struct change *change)
{
    struct trace *trace = block->trace;
    if (!change) {
        trace->stocks = arena_new(&trace->arena, count_stocks(block), sizeof *trace->stocks);
        trace->failed = trace->failed || !trace->stocks;
    }
    real *before = trace->stocks;
    for (int part = 0; before && part < block->cluster->n_parts; part++)
        before = note_part(block, change, part, before);
}

/* --- years ------------------------------------------------------------------------------------------------------- */

void trace_end(const struct block *block)
{
    block->trace->failed = !block_copy(block, &year_of(block)->state) || block->trace->failed;
}
