/* What a target looks at: place by place and year by year, the value, its bound, and whether it is as it should be. */
#ifndef STUDY_ANSWERS_H
#define STUDY_ANSWERS_H

#include "results/results.h"
#include "scenario/scenario.h"

/* Where a target is judged. */
struct asked_place {
    enum scope scope;
    int index; /* of the district or facility; -1: the region */
    int part;  /* of the results, for a facility; -1 otherwise */
};

struct answer {
    double value, bound;
    bool holds;  /* false as well when value or bound is NaN: then nothing can be said */
    bool absent; /* of each of many: there is nobody there in this year, so that nothing is asked */
};

/* A target at one of its stages. */
struct answers {
    const struct seatsim_scenario *scenario;
    const struct seatsim_results *results;
    const struct target *target;
    int stage;
    bool each; /* of every district, or of every facility */
    int n_places;
    struct asked_place *places; /* [n_places] in the order of the scenario */
    struct answer *list;        /* [n_places][years of the results] */
};

/* Fills `places` and `list` from the fields above them, in `arena`. False without memory. Cost grows with places * years. */
bool answers_fill(struct answers *answers, struct arena *arena);

/* The answers of a place, [years]. */
const struct answer *answers_of(const struct answers *answers, int place);

/* How much better (> 0) or worse (< 0) than its bound an answer is; NaN where the verdict was not decided by the two (a class
 * above the limit of a grade that has a lower one than its stage). */
double answer_margin(const struct target *target, const struct answer *answer);

#endif
