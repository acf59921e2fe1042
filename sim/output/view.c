#include "output/view.h"

const double *region_series(const struct seatsim_results *results, const char *indicator, int stage)
{
    return results_series(results, 0, indicator_of(indicator), stage, -1);
}

bool sectors_differ(const struct seatsim_results *results, int stage)
{
    int first = -1;
    for (int part = 0; part < results->n_parts; part++)
        for (int year = 0; year < results->years && results->parts[part].stage == stage; year++) {
            int sector = results->part_sector[part * results->years + year];
            if (sector >= 0 && first >= 0 && sector != first)
                return true;
            first = first < 0 ? sector : first;
        }
    return false;
}
