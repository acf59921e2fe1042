/* Small results filled by hand, for tests of what reads them: one district, two stages, three years.
 *
 *                 kindergarten (public and private)   primary (public)
 *     2020        demand 100, seats 120               demand 1300, seats 1200
 *     2021        demand  90, seats 120               demand 1200, seats 1200
 *     2022        demand  80, seats 120               demand 1100, seats 1200 */
#ifndef TESTS_SAMPLE_RESULTS_H
#define TESTS_SAMPLE_RESULTS_H

#include "results/verdict.h"

enum { SAMPLE_KINDERGARTEN, SAMPLE_PRIMARY, SAMPLE_STAGES, SAMPLE_YEARS = 3 };

/* New results in an allocator (NULL: the C library's); free with seatsim_results_free. NULL without memory. */
struct seatsim_results *sample_results(const struct seatsim_allocator *allocator);

/* A cell's series, to be changed: row 0 is the region, 1 the district. */
double *sample_cell(struct seatsim_results *results, int row, const char *indicator, int stage);

/* A verdict on the kindergartens' public share of 2021: 49.57 % against 50 %, missed and never met; not to be freed. */
struct verdict sample_verdict(void);

/* The verdicts on one target: `line` becomes the line of `verdict`. They borrow both and are not to be freed. */
struct seatsim_verdicts sample_verdicts(struct verdict *verdict, struct verdict_line *line);

#endif
