#include "engine/block.h"

#include "model/classes.h"

#include <string.h>

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

/* The only district of a cluster is the cluster. */
static bool is_one_district(const struct block *block)
{
    return block->cluster->n_districts == 1;
}

int block_total_rows(const struct block *block)
{
    int places = is_one_district(block) ? 1 : 1 + block->cluster->n_districts;
    return places * block->plan->n_stages * (1 + block->plan->n_sectors);
}

/* What children with neighbours need. */
static void lay_out_guests(struct block *block, struct carver *carver)
{
    size_t grades = (size_t)block->cluster->n_districts * (size_t)block->plan->n_grades, pupils = rows_of_pupils(block);
    size_t guests = (size_t)block->cluster->guest_rows;
    block->guests = carve_reals(carver, guests, block->draws);
    block->guests_before = carve_reals(carver, guests, block->draws);
    block->hosted = carve_reals(carver, pupils, block->draws);
    block->seated = carve_reals(carver, pupils, block->draws);
    block->away = carve_reals(carver, grades, block->draws);
    block->kept = carve_reals(carver, grades, block->draws);
    block->asking = carve_reals(carver, grades, block->draws);
    block->asked = carve_reals(carver, 2 * (size_t)block->plan->n_grades, block->draws);
    block->claims = carve_reals(carver, (size_t)block->cluster->n_parts, block->draws);
    block->homes = carve(carver, (size_t)block->cluster->n_links, sizeof *block->homes);
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
    block->totals =
        carve_reals(carver, (size_t)block_total_rows(block) * (size_t)block->plan->measures->n_quantities, draws);
    block->spent = carve_reals(carver, (size_t)block->cluster->n_districts * (size_t)block->plan->n_stages, draws);
    block->scratch = carve_reals(carver, rows_of_scratch(block), draws);
    block->pupil_rows = carve_ints(carver, parts + 1, 1);
    if (block->cluster->n_links > 0)
        lay_out_guests(block, carver);
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
    block->size = carver.used;
    block->memory = memory_new(allocator, block->size, 1);
    if (!block->memory)
        return false;
    carver = (struct carver) { block->memory, 0 };
    lay_out(block, &carver);
    number_pupil_rows(block);
    return true;
}

/* Where something of a block lies in its copy. */
static real *in_copy(const struct block *block, const struct block *copy, const real *of_block)
{
    if (!of_block)
        return NULL;
    return (real *)(copy->memory + ((const char *)of_block - block->memory));
}

bool block_copy(const struct block *block, struct block *copy)
{
    if (!block_init(copy, block->plan, block->cluster, block->draws, &block->allocator))
        return false;
    memcpy(copy->memory, block->memory, block->size);
    copy->autumn = block->autumn;
    copy->demand = in_copy(block, copy, block->demand); /* the years change places: see turn_year */
    copy->demand_before = in_copy(block, copy, block->demand_before);
    copy->pupils = in_copy(block, copy, block->pupils);
    copy->pupils_before = in_copy(block, copy, block->pupils_before);
    copy->guests = in_copy(block, copy, block->guests);
    copy->guests_before = in_copy(block, copy, block->guests_before);
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

real *block_seated(const struct block *block, int part)
{
    return (block->seated ? block->seated : block->pupils) + (ptrdiff_t)block->pupil_rows[part] * block->draws;
}

const struct plan_district *block_district(const struct block *block, int district)
{
    return &block->plan->districts[block->cluster->first_district + district];
}

real *block_grades(const struct block *block, real *array, int district, int grade)
{
    return array + ((ptrdiff_t)district * block->plan->n_grades + grade) * block->draws;
}

int block_first_part(const struct block *block, int district, int stage)
{
    return block_district(block, district)->first_part[stage] - block->cluster->first_part;
}

/* In a cluster with links, what a seating has of guests. */
static void add_guests(const struct block *block, int district, int stage, struct seating *seating)
{
    int first_grade = block->plan->stages[stage].first_grade;
    ptrdiff_t row = block->pupil_rows[block_first_part(block, district, stage)];
    seating->guests = block->hosted + row * block->draws;
    seating->away = block_grades(block, block->away, district, first_grade);
    seating->kept = block_grades(block, block->kept, district, first_grade);
}

struct seating block_seating(const struct block *block, int district, int stage)
{
    int first = block_first_part(block, district, stage), parts = block_first_part(block, district, stage + 1) - first;
    ptrdiff_t at = (ptrdiff_t)first * block->draws;
    struct seating seating = {
        .shape = { parts, block->plan->stages[stage].n_grades, block->draws },
        .sectors = block->plan->n_sectors,
        .sector = block->sector + at,
        .offered_grades = block->offered_grades + at,
        .offered_seats = block->offered_seats + at,
        .seats = block->seats + at,
        .pupils = block_pupils(block, first),
        .waiting = block_grades(block, block->waiting, district, block->plan->stages[stage].first_grade),
        .free = block->free + at,
        .weights = block->plan->stages[stage].weights,
        .zone = block->zone + at,
        .n_overflow = block->plan->n_overflow,
        .overflow = block->plan->overflow + (ptrdiff_t)(block->cluster->first_part + first) * block->plan->n_overflow,
        .scratch = block->scratch,
    };
    if (block->guests)
        add_guests(block, district, stage, &seating);
    return seating;
}

real *block_totals(const struct block *block, int row, int stage)
{
    ptrdiff_t place = is_one_district(block) ? 0 : row;
    ptrdiff_t rows = (place * block->plan->n_stages + stage) * (1 + block->plan->n_sectors);
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
