/* Demand (model.md, section 2): how many children want a place. */
#ifndef MODEL_DEMAND_H
#define MODEL_DEMAND_H

#include "model/shape.h"

/* The part of a calendar year's births up to the cut-off day, that day included: w of model.md, section 2. Counted in
 * a year of 365 days (243/365 for 31 August); births are taken as even over the year. In (0, 1]. */
double cutoff_share(int month, int day);

/* A year's births up to the cut-off day, that day included.
 *
 *   births   of the calendar year
 *   months   [12] of which they are the sum: then whole months count as they are, and days of a month as a part of its; NULL:
 *            births are even over the year */
double born_by_cutoff(int month, int day, double births, const double *months);

/* Children who reach an entry age by the cut-off of year t.
 *
 *   by_cutoff          births of the calendar year t - a, up to the cut-off
 *   births_before      of the year before it
 *   by_cutoff_before   those of them up to the cut-off */
double cohort_size(double by_cutoff, double births_before, double by_cutoff_before);

/* The least-squares line through past values, in a year; never below 0. Of one point it is level.
 *
 *   count           >= 1
 *   years, values   [count] */
double trend_at(int count, const double *years, const double *values, double year);

/* What dwellings bring in the year `age` years after their completion, as a part of their first year's yield: 1 in the first
 * year, then what the yield moves by towards its long run (it is negative where the yield falls); 0 before. */
double yield_change(double decay, double long_run, int age);

/* Deals a whole total out in whole numbers, as near to the weights as can be: each gets the whole part of its quota,
 * and what is left goes one by one to the largest remainders, a tie to the first (Hamilton's method).
 *
 *   weights   [count] >= 0; all 0 counts as all equal
 *   shares    [count] out; they sum to `total` */
void deal_whole(double total, int count, const double *weights, double *shares);

/* One year's demand from the year before: D[g] = max(0, D[g-1] ratio[g] + D[g] stay[g] + entrants[g]).
 *
 *   before     [grades][draws] pupils of the year before
 *   ratio      [grades] from the grade below; 0 where a grade is entered from outside
 *   stay       [grades] of the grade itself who repeat it
 *   entrants   [grades] pupils who enter from outside, less those who leave
 *   after      [grades][draws] out
 *
 * Grades run through all stages. Cannot fail. */
void project_grades(int grades, int draws, const real *restrict before, const real *restrict ratio,
                    const real *restrict stay, const real *restrict entrants, real *restrict after);

#endif
