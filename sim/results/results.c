#include "results/results.h"

#include <math.h>
#include <string.h>

const char *const scope_names[SCOPES + 1] = {
    [SCOPE_REGION] = "region",
    [SCOPE_DISTRICT] = "district",
    [SCOPE_FACILITY] = "facility",
};

const char *const share_ids[SHARES] = { [SHARE_PUBLIC] = "public_share", [SHARE_INCLUSIVE] = "inclusive_share" };
const enum policy extreme_policies[EXTREMES] = {
    [EXTREME_PROPORTIONAL] = POLICY_PROPORTIONAL,
    [EXTREME_PUBLIC_FIRST] = POLICY_PUBLIC_FIRST,
};

struct seatsim_results *results_new(const struct seatsim_allocator *allocator)
{
    struct seatsim_allocator memory = memory_allocator(allocator);
    struct seatsim_results *results = memory_new(&memory, 1, sizeof *results);
    if (!results)
        return NULL;
    arena_init(&results->arena, &memory);
    results->measures = plain_measures;
    return results;
}

void seatsim_results_free(struct seatsim_results *results)
{
    if (!results)
        return;
    struct seatsim_allocator memory = results->arena.allocator;
    arena_clear(&results->arena);
    memory_free(&memory, results);
}

/* --- laying out -------------------------------------------------------------------------------------------------- */

/* Sectors that an indicator has cells for, all together not counted. */
static int sectors_of(const struct seatsim_results *results, const struct indicator *indicator)
{
    return indicator->by_sector ? results->n_sectors : 0;
}

static bool lay_out_keys(struct seatsim_results *results)
{
    int count = 0;
    for (int i = 0; i < results->measures.n_indicators; i++)
        count += results->n_stages * (1 + sectors_of(results, &results->measures.indicators[i]));
    results->keys = arena_new(&results->arena, (size_t)count, sizeof *results->keys);
    if (!results->keys)
        return false;
    results->n_keys = 0;
    for (int i = 0; i < results->measures.n_indicators; i++)
        for (int stage = 0; stage < results->n_stages; stage++)
            for (int sector = -1; sector < sectors_of(results, &results->measures.indicators[i]); sector++)
                results->keys[results->n_keys++] = (struct cell_key) { i, stage, sector };
    return true;
}

static bool lay_out_part_keys(struct seatsim_results *results)
{
    results->part_indicators =
        arena_new(&results->arena, (size_t)results->measures.n_indicators, sizeof *results->part_indicators);
    if (!results->part_indicators)
        return false;
    results->n_part_keys = 0;
    for (int i = 0; i < results->measures.n_indicators; i++)
        if (indicator_level(&results->measures, &results->measures.indicators[i]) == LEVEL_FACILITY)
            results->part_indicators[results->n_part_keys++] = i;
    return true;
}

/* `count` numbers, none of which exists yet. NULL without memory. */
static double *nothing_yet(struct arena *arena, size_t count)
{
    double *numbers = arena_new(arena, count, sizeof *numbers);
    for (size_t i = 0; numbers && i < count; i++)
        numbers[i] = NAN;
    return numbers;
}

static struct school *no_schools_yet(struct arena *arena, size_t count)
{
    struct school *schools = arena_new(arena, count, sizeof *schools);
    for (size_t i = 0; schools && i < count; i++)
        schools[i] = (struct school) { NAN, NAN };
    return schools;
}

static size_t district_cells(const struct seatsim_results *results)
{
    return (size_t)(1 + results->n_districts) * (size_t)results->n_keys * (size_t)results->years;
}

static size_t part_cells(const struct seatsim_results *results)
{
    return (size_t)results->n_parts * (size_t)results->n_part_keys * (size_t)results->years;
}

bool results_lay_out(struct seatsim_results *results)
{
    struct arena *arena = &results->arena;
    if (!lay_out_keys(results) || !lay_out_part_keys(results))
        return false;
    size_t years = (size_t)results->years, open = (size_t)results->n_parts * years;
    size_t pupils = (size_t)results->n_districts * (size_t)results->n_grades * years;
    /* One array behind the other, so that the public column of values needs no copy. */
    results->values = nothing_yet(arena, district_cells(results) + part_cells(results));
    results->part_sector = arena_new(arena, open, sizeof *results->part_sector);
    results->sector_open = arena_new(arena, (size_t)results->n_stages * (size_t)results->n_sectors, sizeof *results->sector_open);
    results->schools = no_schools_yet(arena, (size_t)(1 + results->n_districts) * (size_t)results->n_stages * years);
    results->demand = nothing_yet(arena, pupils);
    results->unmet = nothing_yet(arena, pupils);
    results->enrolled = nothing_yet(arena, pupils);
    if (!results->values || !results->part_sector || !results->sector_open || !results->schools || !results->demand
        || !results->unmet || !results->enrolled)
        return false;
    results->part_values = results->values + district_cells(results);
    memset(results->part_sector, -1, open * sizeof *results->part_sector);
    return true;
}

/* --- looking up -------------------------------------------------------------------------------------------------- */

static int compare_keys(const struct cell_key *a, const struct cell_key *b)
{
    if (a->indicator != b->indicator)
        return a->indicator < b->indicator ? -1 : 1;
    if (a->stage != b->stage)
        return a->stage < b->stage ? -1 : 1;
    return (a->sector > b->sector) - (a->sector < b->sector);
}

const double *results_series(const struct seatsim_results *results, int row, int indicator, int stage, int sector)
{
    const struct cell_key sought = { indicator, stage, sector };
    int from = 0, to = results->n_keys;
    if (row < 0 || row > results->n_districts)
        return NULL;
    while (from < to) {
        int middle = from + (to - from) / 2;
        int order = compare_keys(&results->keys[middle], &sought);
        if (order == 0)
            return results->values + ((size_t)row * (size_t)results->n_keys + (size_t)middle) * (size_t)results->years;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

const double *results_part_series(const struct seatsim_results *results, int part, int indicator)
{
    if (part < 0 || part >= results->n_parts)
        return NULL;
    for (int key = 0; key < results->n_part_keys; key++)
        if (results->part_indicators[key] == indicator)
            return results->part_values + ((size_t)part * (size_t)results->n_part_keys + (size_t)key) * (size_t)results->years;
    return NULL;
}

/* --- extremes ---------------------------------------------------------------------------------------------------- */

bool results_lay_out_extremes(struct seatsim_results *results)
{
    size_t rows = (size_t)EXTREMES * (size_t)(1 + results->n_districts) * (size_t)results->n_stages * SHARES;
    results->extreme_shares = nothing_yet(&results->arena, rows * (size_t)results->years);
    return results->extreme_shares;
}

double *results_extreme(const struct seatsim_results *results, enum extreme extreme, int row, int stage, enum share share)
{
    if (!results->extreme_shares)
        return NULL;
    size_t place =
        ((size_t)extreme * (size_t)(1 + results->n_districts) + (size_t)row) * (size_t)results->n_stages + (size_t)stage;
    return results->extreme_shares + (place * SHARES + share) * (size_t)results->years;
}

bool results_sectors_differ(const struct seatsim_results *results, int stage)
{
    int open = 0;
    for (int sector = 0; sector < results->n_sectors; sector++)
        open += results->sector_open[stage * results->n_sectors + sector];
    return open > 1;
}

struct school *results_schools(const struct seatsim_results *results, int row, int stage)
{
    return results->schools + ((size_t)row * (size_t)results->n_stages + (size_t)stage) * (size_t)results->years;
}
