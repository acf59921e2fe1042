#include "output/view.h"

const double *region_series(const struct seatsim_results *results, const char *indicator, int stage)
{
    return results_series(results, 0, indicator_of(indicator), stage, -1);
}
