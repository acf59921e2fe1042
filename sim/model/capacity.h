/* Supply (model.md, section 3): what is offered, and how stocks of rooms, seats and pupils change hands.
 *
 * All stocks are arrays over draws, because a delay or a rule may change them in one draw and not in another. None of
 * these functions can fail. */
#ifndef MODEL_CAPACITY_H
#define MODEL_CAPACITY_H

#include "model/shape.h"

#include <limits.h>

/* The autumn of a part that is not open, later than any; and one so early that a part of then offers all its grades. */
enum { NEVER = INT_MAX, LONG_AGO = INT_MIN / 2 };

/* What parts offer in an autumn. A facility that fills by entry offers in its k-th autumn its first k grades and k/G of
 * its seats, until all G grades are there; any other open one offers all.
 *
 *   autumn          counted from the base year
 *   by_entry        [parts] fills up from the entry grade
 *   opened          [parts][draws] autumn of the opening, NEVER while it is not open
 *   seats           [parts][draws]
 *   offered_grades  [parts][draws] out: grades offered, from the lowest
 *   offered_seats   [parts][draws] out */
void offer_seats(const struct shape *shape, int autumn, const bool *by_entry, const int *restrict opened,
                 const real *restrict seats, int *restrict offered_grades, real *restrict offered_seats);

/* Adds an amount to a stock [draws], or takes it away; a stock never falls below 0. */
void change_stock(int draws, real amount, real *restrict stock);

/* The part of its stocks that an n-site row gives away with `moved` of its sites: min(1, moved/n), 0 without sites.
 *
 *   sites   [draws]
 *   share   [draws] out */
void split_share(int draws, int moved, const int *restrict sites, real *restrict share);

/* Moves a share of stocks from one row to another.
 *
 *   share      [draws]
 *   from, to   [values][draws] */
void split_stock(int values, int draws, const real *restrict share, real *restrict from, real *restrict to);

/* When a facility counts as opened that another is merged into: it offers every grade that either offered.
 *
 *   stays, goes   the autumns in which they opened; NEVER for one that is not open
 *   by_entry      whether the one that goes fills up from the entry grade; otherwise it offers all grades */
int merged_opening(int stays, int goes, bool by_entry);

/* Moves rooms between two stages of a facility, with each stage's planned size of seats a room; no more than there are.
 *
 *   rooms, seats              [draws] of the stage that gives
 *   to_rooms, to_seats        [draws] of the stage that gets
 *   seats_a_room, to_seats_a_room   planned sizes of a class */
void move_rooms(int draws, real amount, real seats_a_room, real to_seats_a_room, real *restrict rooms,
                real *restrict seats, real *restrict to_rooms, real *restrict to_seats);

#endif
