/* Measuring (model.md, section 7): the quantities of indicators.h, over draws, and indicators from them. */
#ifndef MODEL_MEASURE_H
#define MODEL_MEASURE_H

#include "model/classes.h"
#include "model/indicators.h"
#include "model/shape.h"

/* One part of a facility, as it stands when the year's children are seated. */
struct part_state {
    int grades, draws;
    const real *pupils;   /* [grades][draws] */
    const real *rooms;    /* [draws] */
    const real *seats;    /* [draws] */
    const int *sites;     /* [draws] */
    const int *sector;    /* [draws] rank; negative while the part is not open */
    const real *school;   /* [draws] whole pupils of its facility's largest building, in all its stages */
    const real *schools_over; /* [draws] buildings with more pupils than they may have; NaN without a limit */
    const bool *tagged;   /* [tags] whether its facility carries each of the measures' tags */
    const real *resources; /* [resources][draws] NaN where not known */
    const struct payments *payments; /* of the year; NULL in a scenario without money */
};

/* What projects of a part cost in a year. */
struct payments {
    real capital;
    real *paid, *paid_present; /* [payers] of that year; of all years so far, discounted */
};

/* What a standard says about the classes and sectors of a stage. */
struct part_rules {
    const real *class_limit; /* [grades] */
    real oversize, super_oversize; /* pupils from which a class is one; NaN for none */
    const real *public_part;    /* [sectors] 1 for the public sector, 0 for others; NaN throughout when there is none */
    const real *inclusive_part; /* [sectors] 1 for public and inclusive */
};

/* Counts the quantities of one part that exist for a facility; those of a district alone are 0.
 *
 *   scratch      [class_scratch(grades)]
 *   values       [n_quantities][draws] out */
void measure_part(const struct measures *measures, const struct part_state *part, const struct part_rules *rules, real *scratch,
                  real *values);

/* Empties totals, so that parts may be gathered in them: sums are 0, all others NaN (nothing was seen).
 *
 *   totals   [rows][n_quantities][draws] */
void clear_totals(const struct measures *measures, int rows, int draws, real *totals);

/* Adds quantities to totals, or takes the maximum, as THE table of quantities says. Squares around a mean are joined as
 * T. F. Chan, G. H. Golub and R. J. LeVeque do (Updating formulae and a pairwise algorithm for computing sample variances,
 * 1979): nothing cancels, and schools that are all alike have none.
 *
 *   values       [rows][n_quantities][draws]
 *   totals       [rows][n_quantities][draws] */
void gather(const struct measures *measures, int rows, int draws, const real *values, real *totals);

/* The same for what one part counts: in the totals of all sectors, and in those of its own.
 *
 *   sector       [draws] -1 in the draws in which it is not open
 *   values       [n_quantities][draws]
 *   totals       [1 + sectors][n_quantities][draws] */
void gather_part(const struct measures *measures, int draws, const int *sector, const real *values, real *totals);

/* Adds what only a district has: demand, children without a seat, who are short of seats too, who sits in other districts, and
 * residents.
 *
 *   demand, waiting   [grades][draws]
 *   away              [grades][draws]; NULL where no child may sit elsewhere
 *   residents         of the stage's ages; NaN where they are not known
 *   totals            [n_quantities][draws] of the district's stage */
void measure_district(int grades, int draws, const real *demand, const real *waiting, const real *away, real residents,
                      real *totals);

/* An indicator in every draw; NaN where its denominator is nothing, or what rounding left of it.
 *
 *   values       [n_quantities][draws]
 *   result       [draws] out */
void evaluate_indicator(const struct indicator *indicator, int draws, const real *values, real *result);

#endif
