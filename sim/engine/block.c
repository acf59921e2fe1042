#include "engine/block.h"

#include "model/classes.h"

/* Hands out pieces of one allocation; without memory it only counts. */
struct carver {
    char *memory;
    size_t used;
};

static void *carve(struct carver *carver, size_t count, size_t size)
{
    enum { CACHE_LINE = 64 };
    void *piece = carver->memory ? carver->memory + carver->used : NULL;
    carver->used += (count * size + CACHE_LINE - 1) / CACHE_LINE * CACHE_LINE;
    return piece;
}

static real *carve_reals(struct carver *carver, size_t rows, int draws)
{
    return carve(carver, rows * (size_t)draws, sizeof(real));
}

static int *carve_ints(struct carver *carver, size_t rows, int draws)
{
    return carve(carver, rows * (size_t)draws, sizeof(int));
}

static size_t rows_of_pupils(const struct block *block)
{
    size_t rows = 0;
    for (int i = 0; i < block->cluster->n_parts; i++)
        rows += (size_t)block->plan->stages[block->plan->parts[block->cluster->first_part + i].stage].n_grades;
    return rows;
}

/* What the largest stage of a district needs. */
static size_t rows_of_scratch(const struct block *block)
{
    const struct plan *plan = block->plan;
    size_t most = 0;
    for (int district = 0; district < block->cluster->n_districts; district++)
        for (int i = 0; i < plan->n_stages; i++) {
            const int *first_part = plan->districts[block->cluster->first_district + district].first_part;
            struct shape shape = { first_part[i + 1] - first_part[i], plan->stages[i].n_grades, 1 };
            size_t rows = seating_scratch(&shape, plan->n_sectors, plan->stages[i].allocation->policy);
            rows += class_scratch(shape.grades);
            most = rows > most ? rows : most;
        }
    return most;
}

static size_t rows_of_totals(const struct block *block)
{
    size_t stages = (size_t)block->plan->n_stages, sectors = (size_t)(1 + block->plan->n_sectors);
    return (size_t)(1 + block->cluster->n_districts) * stages * sectors * (size_t)block->plan->measures->n_quantities;
}

static void lay_out(struct block *block, struct carver *carver)
{
    size_t grades = (size_t)block->cluster->n_districts * (size_t)block->plan->n_grades;
    size_t parts = (size_t)block->cluster->n_parts, pupils = rows_of_pupils(block);
    int draws = block->draws;
    block->demand = carve_reals(carver, grades, draws);
    block->demand_before = carve_reals(carver, grades, draws);
    block->waiting = carve_reals(carver, grades, draws);
    block->pupils = carve_reals(carver, pupils, draws);
    block->pupils_before = carve_reals(carver, pupils, draws);
    block->opened = carve_ints(carver, parts, draws);
    block->sector = carve_ints(carver, parts, draws);
    block->sites = carve_ints(carver, parts, draws);
    block->rooms = carve_reals(carver, parts, draws);
    block->seats = carve_reals(carver, parts, draws);
    block->zone = carve_reals(carver, parts, draws);
    block->offered_grades = carve_ints(carver, parts, draws);
    block->offered_seats = carve_reals(carver, parts, draws);
    block->free = carve_reals(carver, parts, draws);
    block->resources = carve_reals(carver, parts * (size_t)block->plan->measures->names[OF_RESOURCE].count, draws);
    block->school_pupils = carve_reals(carver, parts, draws);
    block->schools_over = carve_reals(carver, parts, draws);
    block->part_quantities = carve_reals(carver, parts * (size_t)block->plan->measures->n_quantities, draws);
    block->totals = carve_reals(carver, rows_of_totals(block), draws);
    block->spent = carve_reals(carver, (size_t)block->cluster->n_districts * (size_t)block->plan->n_stages, draws);
    block->scratch = carve_reals(carver, rows_of_scratch(block), draws);
    block->pupil_rows = carve_ints(carver, parts + 1, 1);
}

static void number_pupil_rows(struct block *block)
{
    for (int i = 0; i < block->cluster->n_parts; i++) {
        int stage = block->plan->parts[block->cluster->first_part + i].stage;
        block->pupil_rows[i + 1] = block->pupil_rows[i] + block->plan->stages[stage].n_grades;
    }
}

bool block_init(struct block *block, const struct plan *plan, const struct cluster *cluster, int draws,
                const struct seatsim_allocator *allocator)
{
    struct carver carver = { NULL, 0 };
    *block = (struct block) { .allocator = *allocator, .plan = plan, .cluster = cluster, .draws = draws };
    lay_out(block, &carver);
    block->memory = memory_new(allocator, carver.used, 1);
    if (!block->memory)
        return false;
    carver = (struct carver) { block->memory, 0 };
    lay_out(block, &carver);
    number_pupil_rows(block);
    return true;
}

void block_clear(struct block *block)
{
    memory_free(&block->allocator, block->memory);
    block->memory = NULL;
}

real *block_pupils(const struct block *block, int part)
{
    return block->pupils + (ptrdiff_t)block->pupil_rows[part] * block->draws;
}

real *block_totals(const struct block *block, int row, int stage)
{
    ptrdiff_t rows = ((ptrdiff_t)row * block->plan->n_stages + stage) * (1 + block->plan->n_sectors);
    return block->totals + rows * block->plan->measures->n_quantities * block->draws;
}

real *block_resources(const struct block *block, int part)
{
    return block->resources + (ptrdiff_t)part * block->plan->measures->names[OF_RESOURCE].count * block->draws;
}

void block_set_resources(const struct block *block, int part, bool open)
{
    const double *given = block->plan->parts[block->cluster->first_part + part].given->resources;
    real *resources = block_resources(block, part);
    for (int resource = 0; resource < block->plan->measures->names[OF_RESOURCE].count; resource++)
        for (int draw = 0; draw < block->draws; draw++)
            *resources++ = open ? given[resource] : 0;
}
