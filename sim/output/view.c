#include "output/view.h"

const double *region_series(const struct seatsim_results *results, const char *indicator, int stage)
{
    return results_series(results, 0, indicator_of(indicator), stage, -1);
}

bool sectors_differ(const struct seatsim_results *results, int stage)
{
    int open = 0;
    for (int sector = 0; sector < results->n_sectors; sector++)
        open += results->sector_open[stage * results->n_sectors + sector];
    return open > 1;
}
