#include "results/comparison.h"

#include <math.h>

int compared_keys(const struct seatsim_results *results, enum seatsim_column column)
{
    switch (column) {
    case SEATSIM_COLUMN_ID:
        return results->n_districts;
    case SEATSIM_COLUMN_STAGE:
        return results->n_stages;
    case SEATSIM_COLUMN_SECTOR:
        return results->n_sectors;
    case SEATSIM_COLUMN_INDICATOR:
        return results->measures.n_indicators;
    default:
        return 0;
    }
}

/* The key in one of the list for a key of the first; -1 stays "all together". */
static int key_in(const struct compared *compared, enum seatsim_column column, int key)
{
    return key < 0 ? -1 : compared->maps[column][key];
}

static bool has_key(const struct compared *compared, enum seatsim_column column, int key)
{
    return key < 0 || compared->maps[column][key] >= 0;
}

bool compared_has(const struct seatsim_comparison *comparison, int which, struct compared_cell cell)
{
    const struct compared *compared = &comparison->list[which];
    return has_key(compared, SEATSIM_COLUMN_ID, cell.district) && has_key(compared, SEATSIM_COLUMN_SECTOR, cell.sector) &&
           has_key(compared, SEATSIM_COLUMN_INDICATOR, cell.indicator) && has_key(compared, SEATSIM_COLUMN_STAGE, cell.stage);
}

double compared_value(const struct seatsim_comparison *comparison, int which, struct compared_cell cell, int year)
{
    const struct compared *compared = &comparison->list[which];
    if (!compared_has(comparison, which, cell))
        return NAN;
    const double *series =
        results_series(compared->results, 1 + key_in(compared, SEATSIM_COLUMN_ID, cell.district),
                       key_in(compared, SEATSIM_COLUMN_INDICATOR, cell.indicator),
                       key_in(compared, SEATSIM_COLUMN_STAGE, cell.stage), key_in(compared, SEATSIM_COLUMN_SECTOR, cell.sector));
    return series ? series[comparison->first_year + year - compared->results->base_year] : NAN;
}

struct difference compared_difference(const struct seatsim_comparison *comparison, int which, struct compared_cell cell, int year)
{
    enum unit unit = comparison->list[0].results->measures.indicators[cell.indicator].unit;
    struct difference difference = { .base = compared_value(comparison, 0, cell, year),
                                     .value = compared_value(comparison, which, cell, year) };
    double base = difference.base, value = difference.value;
    bool same = !isnan(base) && !isnan(value) && !number_below(base, value) && !number_below(value, base);
    difference.absolute = same ? 0 : value - base;
    difference.relative = unit == UNIT_SHARE || base == 0 ? NAN : difference.absolute / fabs(base);
    return difference;
}

bool compared_differs_in(const struct seatsim_comparison *comparison, int which, struct compared_cell cell, int year)
{
    struct difference difference = compared_difference(comparison, which, cell, year);
    return isnan(difference.base) != isnan(difference.value) || fabs(difference.absolute) > 0;
}

bool compared_differs(const struct seatsim_comparison *comparison, int which, struct compared_cell cell)
{
    for (int year = 0; year < comparison->years && compared_has(comparison, which, cell); year++)
        if (compared_differs_in(comparison, which, cell, year))
            return true;
    return false;
}

void seatsim_comparison_free(struct seatsim_comparison *comparison)
{
    if (!comparison)
        return;
    struct seatsim_allocator memory = comparison->arena.allocator;
    arena_clear(&comparison->arena);
    memory_free(&memory, comparison);
}

int seatsim_comparison_lost(const struct seatsim_comparison *comparison)
{
    int lost = 0;
    for (int which = 1; which < comparison->count; which++)
        lost += comparison->list[which].lost;
    return lost;
}
