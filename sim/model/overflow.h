/* Overflow to neighbours (model.md, section 4, item 4): a district's children who sit in the facilities of another, its
 * guests, in one stage.
 *
 * Guests are kept by home and by part, so that they go on where they sit. With allocation.h pupils are conserved: in each
 * grade, a district's demand is what sits at home, what is away and what waits. None of these functions can fail. */
#ifndef MODEL_OVERFLOW_H
#define MODEL_OVERFLOW_H

#include "model/allocation.h"

/* One district's children and a neighbour. The arrays are the caller's. */
struct home {
    real *asking;  /* [grades][draws] who ask the neighbour for a seat */
    real *waiting; /* [grades][draws] who have none */
    real *away;    /* [grades][draws] who sit in other districts */
    real *guests;  /* [parts][grades][draws] who sit in the neighbour's parts */
};

/* 1  Adds the guests of one home in one neighbour to those who are away from there.
 *
 *   guests   [parts][grades][draws] of the neighbour's parts
 *   away     [grades][draws] */
void count_away(const struct shape *shape, const real *restrict guests, real *restrict away);

/* 1  Keeps of each grade the part that demand at home leaves.
 *
 *   kept     [grades][draws] see keep_within_demand
 *   guests   [parts][grades][draws] */
void keep_guests(const struct shape *shape, const real *restrict kept, real *restrict guests);

/* 1  Guests who leave a combined school's stage below claim its next stage, after the school's own leavers: first the
 * claims of all homes are added up, then each home gets its part of the free seats, or all that it claims.
 *
 *   leavers   [draws] guests in the last grade below, the year before
 *   ratio     of them that go on, at their home
 *   offered   [draws] grades that the part offers
 *   claims    [draws] of all homes
 *   free      [draws] free seats of the part, before any guest got one
 *   guests    [draws] in the entry grade of the part */
void add_claims(int draws, const real *restrict leavers, real ratio, const int *restrict offered, real *restrict claims);
void admit_claims(int draws, const real *restrict leavers, real ratio, const int *restrict offered,
                  const real *restrict claims, const real *restrict free, real *restrict guests);

/* 4  Who asks a neighbour: of those who wait the same part of every grade, and no more than leave `max_share` of the demand
 * away, those counted who are away already. A difference that is only rounding is nobody.
 *
 *   demand   [grades][draws]
 *   home     its waiting and away are read, asking is filled */
void ask_neighbour(int grades, int draws, real max_share, const real *restrict demand, const struct home *home);

/* 4  All who ask one neighbour at once are seated there as newcomers are; if they are more than its free seats, the same
 * fraction of each home and grade may come. Homes share alike in what a grade gets.
 *
 *   host     the neighbour's seating; its free seats are what is left then. Its own children are not touched: `pupils`
 *            and `waiting` are scratch here
 *   asked    [grades][draws] scratch
 *   homes    [count] asking is read, waiting, away and guests change */
void seat_guests(const struct seating *host, enum policy policy, enum seating_order order, int count, const struct home *homes,
                 real *restrict asked);

#endif
