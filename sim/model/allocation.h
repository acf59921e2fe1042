/* Allocation (model.md, section 4): who sits where, in one stage of one district in one year.
 *
 * The steps are called in the order in which they stand here. Together they conserve pupils: in each grade, demand is
 * what sits in the parts and what still waits. None of them can fail. */
#ifndef MODEL_ALLOCATION_H
#define MODEL_ALLOCATION_H

#include "model/shape.h"

/* Who fills free seats first: children spread over all facilities by free seats; or sector by sector in rank order; or over
 * the sectors by weights, inside a sector by free seats; or in the facility of their zone. */
enum policy { POLICY_PROPORTIONAL, POLICY_PUBLIC_FIRST, POLICY_PREFERENCE, POLICY_ZONES, POLICIES };
extern const char *const policy_names[POLICIES + 1]; /* as scenarios and tables write them, ended by NULL */

/* Whether all grades ask together, sharing scarce seats by need, or one after another from the lowest. */
enum seating_order { ORDER_TOGETHER, ORDER_ENTRY_FIRST, SEATING_ORDERS };

/* One stage of one district while its children are seated. The arrays are the caller's. */
struct seating {
    struct shape shape;
    int sectors;               /* ranks in use: 0 is the best */
    const int *sector;         /* [parts][draws] rank; negative while the part is not open */
    const int *offered_grades; /* [parts][draws] grades offered, from the lowest */
    const real *offered_seats; /* [parts][draws] */
    const real *seats;         /* [parts][draws] all seats of the part, offered or not yet */
    real *pupils;              /* [parts][grades][draws] the district's children seated so far */
    real *waiting;             /* [grades][draws] its children who are not */
    const real *guests;        /* [parts][grades][draws] other districts' children who sit here; NULL for none */
    real *away;                /* [grades][draws] its children who sit in other districts; NULL for none */
    real *kept;                /* [grades][draws] out, with `away`: the part of a grade that demand leaves */
    real *free;                /* [parts][draws] free seats: max(0, offered - pupils) */
    const real *weights;       /* [sectors] POLICY_PREFERENCE: how much children prefer each */
    const real *zone;          /* [parts][draws] POLICY_ZONES: share of the children whose part this is; 0 while it is not open */
    int n_overflow;
    const int *overflow;       /* [parts][n_overflow] POLICY_ZONES: the parts that children of its zone ask next; -1 for none */
    real *left;                /* [parts][grades][draws] in, out: children whom transfer_up takes out are added; NULL: unwanted */
    real *scratch;             /* [seating_scratch(&shape, sectors, policy)] */
};
size_t seating_scratch(const struct shape *shape, int sectors, enum policy policy); /* reals */

/* 1  Children move up a grade, or repeat theirs, where their facility offers it. In the entry grade only those who repeat it
 * are left.
 *
 *   before   [parts][grades][draws] pupils of the year before
 *   ratio    [grades] from the grade below; not used for the entry grade
 *   stay     [grades] who repeat */
void move_up(const struct seating *seating, const real *restrict before, const real *restrict ratio,
             const real *restrict stay);

/* 1  Where demand fell below the children who go on, all parts and those who are away shrink in the same proportion; what
 * demand exceeds them by, waits. Called before the claims of leavers, and after them for the grade that they enter. A
 * difference that is only rounding is none, or an empty school would get a billionth of a child.
 *
 *   demand   [grades][draws] */
void keep_within_demand(const struct seating *seating, const real *restrict demand);

/* Free seats of every part, from its pupils and guests. */
void count_free_seats(const struct seating *seating);

/* 1  Leavers of a combined school's stage below claim its entry grade, up to the free seats there.
 *
 *   part      that they claim
 *   leavers   [draws] pupils of the last grade below, the year before
 *   ratio     of them that go on
 *
 * Free seats must be known: count_free_seats. */
void claim_next_stage(const struct seating *seating, int part, const real *restrict leavers, real ratio);

/* 2  From the second best sector down, a share of each grade of its children asks for free seats of better sectors,
 * the best first, by free seats inside a sector. What finds none stays where it is; a seat left behind is free for the
 * next sector down. */
void transfer_up(const struct seating *seating, real share);

/* 3  Waiting children take free seats in rounds: each grade spreads its children over the parts that offer it and have free
 * seats; a part asked for more than it has gives all its askers the same fraction and is full. By zones they first ask once in
 * their own part, then in each of its overflow parts; zones are scaled to sum to 1. */
void seat_newcomers(const struct seating *seating, enum policy policy, enum seating_order order);

/* 5  What still waits is seated above capacity, by all seats of the parts that offer the grade, alike
 * where these have none. Children whose grade
 * nobody offers go on waiting. */
void seat_above_capacity(const struct seating *seating);

#endif
