/* Births of one district, and the cohorts they make. */
#ifndef ENGINE_BIRTHS_H
#define ENGINE_BIRTHS_H

#include "engine/plan.h"

struct birth_years {
    int first, count;
    int cutoff_month, cutoff_day;
    int known_from;    /* the first year whose births the scenario gives; INT_MAX when it gives none */
    double *births;    /* [count] by calendar year, from `first` on */
    double *by_cutoff; /* [count] those up to the cut-off of the year */
};

/* Room for the years from the birth of the oldest pupils of the base year to the horizon. False without memory. */
bool births_init(struct birth_years *years, struct plan *plan);

/* The births of a district: given, then as its projection says; 0 in all years where none are given. */
bool births_fill(struct birth_years *years, const struct births *births);

/* The children of one age at the cut-off of a year. The scenario's checks see to it that the births are known where
 * demand needs them; elsewhere births_known tells. */
double births_cohort(const struct birth_years *years, int year, int age);
bool births_known(const struct birth_years *years, int year, int age);

#endif
