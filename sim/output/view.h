/* What tables and charts ask of results. */
#ifndef OUTPUT_VIEW_H
#define OUTPUT_VIEW_H

#include "results/results.h"

/* The region's series of an indicator by its id, all sectors together: [years], or NULL when there is none. */
const double *region_series(const struct seatsim_results *results, const char *indicator, int stage);

#endif
