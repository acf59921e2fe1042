/* Demand (model.md, section 2): how many children want a place. */
#ifndef MODEL_DEMAND_H
#define MODEL_DEMAND_H

#include "model/shape.h"

/* The part of a calendar year's births up to the cut-off day, that day included: w of model.md, section 2. Counted in
 * a year of 365 days (243/365 for 31 August); births are taken as even over the year. In (0, 1]. */
double cutoff_share(int month, int day);

/* Children who reach an entry age by the cut-off of year t: w B[t-a] + (1-w) B[t-a-1].
 *
 *   births          of the calendar year t - a
 *   births_before   of the year before it; not needed when share is 1 */
double cohort_size(double share, double births, double births_before);

/* Deals a whole total out in whole numbers, as near to the weights as can be: each gets the whole part of its quota,
 * and what is left goes one by one to the largest remainders, a tie to the first (Hamilton's method).
 *
 *   weights   [count] >= 0; all 0 counts as all equal
 *   shares    [count] out; they sum to `total` */
void deal_whole(double total, int count, const double *weights, double *shares);

/* One year's demand from the year before: D[g] = D[g-1] ratio[g] + entrants[g].
 *
 *   before     [grades][draws] pupils of the year before
 *   ratio      [grades] from the grade below; 0 where a grade is entered from outside
 *   entrants   [grades] pupils who enter from outside
 *   after      [grades][draws] out
 *
 * Grades run through all stages. Cannot fail. */
void project_grades(int grades, int draws, const real *restrict before, const real *restrict ratio,
                    const real *restrict entrants, real *restrict after);

#endif
