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

/* The key in one of the list for a key of the first; -1 stays "all together". -2: there is none. */
static int key_in(const struct compared *compared, enum seatsim_column column, int key)
{
    if (key < 0)
        return -1;
    return compared->maps[column][key] >= 0 ? compared->maps[column][key] : -2;
}

double compared_value(const struct seatsim_comparison *comparison, int which, struct compared_cell cell, int year)
{
    const struct compared *compared = &comparison->list[which];
    int district = key_in(compared, SEATSIM_COLUMN_ID, cell.district);
    int sector = key_in(compared, SEATSIM_COLUMN_SECTOR, cell.sector);
    if (district < -1 || sector < -1)
        return NAN;
    const double *series =
        results_series(compared->results, 1 + district, key_in(compared, SEATSIM_COLUMN_INDICATOR, cell.indicator),
                       key_in(compared, SEATSIM_COLUMN_STAGE, cell.stage), sector);
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

bool compared_differs(const struct seatsim_comparison *comparison, int which, struct compared_cell cell)
{
    for (int year = 0; year < comparison->years; year++) {
        struct difference difference = compared_difference(comparison, which, cell, year);
        if (isnan(difference.base) != isnan(difference.value) || fabs(difference.absolute) > 0)
            return true;
    }
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
