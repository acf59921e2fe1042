/* A block: the state of one cluster over some draws, in one allocation, made once and used for every year.
 *
 * Rows are those of the plan, counted from the cluster's first district and first part. Draws are innermost. What a delay
 * or a rule decides (open, sector, seats, rooms, sites) is kept by part and draw. */
#ifndef ENGINE_BLOCK_H
#define ENGINE_BLOCK_H

#include "engine/plan.h"
#include "model/allocation.h"
#include "model/indicators.h"
#include "model/overflow.h"

struct trace;

struct block {
    struct seatsim_allocator allocator;
    const struct plan *plan;       /* borrowed */
    const struct cluster *cluster; /* of the plan */
    int draws;
    int autumn;                    /* the year that the state is of, counted from the base year */

    real *demand, *demand_before;  /* [districts][grades][draws] */
    real *waiting;                 /* [districts][grades][draws] children without a seat */
    real *pupils, *pupils_before;  /* of part p [its grades][draws], from pupil_rows[p] on: the district's own children */
    int *pupil_rows;               /* [parts + 1] rows of [draws] before each part's */

    /* Children with neighbours; all of it NULL in a cluster without links. */
    real *guests, *guests_before;  /* by link, from its first_row on: as the pupils of its host's parts */
    real *hosted;                  /* as pupils: the guests of all homes */
    real *seated;                  /* as pupils: own children and guests, when the year is done */
    real *away;                    /* [districts][grades][draws] children who sit in other districts */
    real *kept;                    /* [districts][grades][draws] see keep_within_demand */
    real *asking;                  /* [districts][grades][draws] children who ask the neighbour of a rank */
    real *asked;                   /* [2][grades of a stage][draws] scratch of seat_guests */
    real *claims;                  /* [parts][draws] guests who claim the next stage */
    struct home *homes;            /* [links] who ask one host at once */

    int *opened;                   /* [parts][draws] autumn of the opening; NEVER while it is not open */
    int *sector;                   /* [parts][draws] rank; -1 while it is not open */
    int *sites;                    /* [parts][draws] 0 while it is not open */
    real *rooms, *seats, *zone;    /* [parts][draws] 0 while it is not open */
    int *offered_grades;           /* [parts][draws] */
    real *offered_seats, *free;    /* [parts][draws] */
    real *resources;               /* [parts][resources][draws] 0 while it is not open, NaN where it does not say */
    real *school_pupils;           /* [parts][draws] whole pupils of the facility's largest building in all its stages */
    real *schools_over;            /* [parts][draws] its buildings that have more of them than they may; NaN without a limit */

    real *part_quantities;         /* [parts][n_quantities][draws] */
    real *totals;                  /* [1 + districts][stages][1 + sectors][n_quantities][draws]; 0 is the cluster, and in
                                    * each row of sectors 0 is all of them; of one district once: it is the cluster */
    real *spent;                   /* [districts][stages][draws] present value of the money of all years so far */
    real *scratch;                 /* for one stage of one district at a time */
    char *memory;                  /* where all of it lies */
    size_t size;                   /* bytes of it */
    struct trace *trace;           /* keeps what the steps of a year did; NULL: nobody asks */
};

/* A block with nothing in it yet; false without memory. Clear it in any case. */
bool block_init(struct block *block, const struct plan *plan, const struct cluster *cluster, int draws,
                const struct seatsim_allocator *allocator);
void block_clear(struct block *block);

/* A block of its own with the same state; false without memory. Clear it in any case. */
bool block_copy(const struct block *block, struct block *copy);

/* Pupils of a part, [grades of its stage][draws]: the district's own, and all who sit there; `part` counts from the
 * cluster's first. */
real *block_pupils(const struct block *block, int part);
real *block_seated(const struct block *block, int part);

/* A district of the cluster; its row of a grade in an array [districts][grades][draws]; and the first part of one of its
 * stages, or with the number of stages the end of its parts. */
const struct plan_district *block_district(const struct block *block, int district);
real *block_grades(const struct block *block, real *array, int district, int grade);
int block_first_part(const struct block *block, int district, int stage);

/* A stage of a district as the steps of allocation take it. */
struct seating block_seating(const struct block *block, int district, int stage);

/* What a part has of each resource, [resources][draws]; and the same set to what it opens with, or to nothing. */
real *block_resources(const struct block *block, int part);
void block_set_resources(const struct block *block, int part, bool open);

/* Totals of a stage [1 + sectors][n_quantities][draws]; row 0 is the cluster, 1 + district its districts. Of a cluster of one
 * district both are the same. */
real *block_totals(const struct block *block, int row, int stage);

/* How many [n_quantities][draws] there are of them. */
int block_total_rows(const struct block *block);

/* Recomputes the invariants of model.md, section 8, of the state after a year: in every district, stage, grade and draw
 * demand is what sits there and what waits; nothing is negative; shares lie between 0 and 1; a part that is not open
 * holds nobody. The first breach is reported (E304). Cost: that of measuring a year. */
bool block_check(const struct block *block, struct seatsim_diagnostics *diagnostics);

#endif
