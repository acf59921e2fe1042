/* Children with neighbours, over the links of a block (model.md, section 4, item 4). In a cluster without links nothing
 * happens. */
#ifndef ENGINE_GUESTS_H
#define ENGINE_GUESTS_H

#include "engine/block.h"

/* Nobody is away in the base year. */
void guests_begin(struct block *block);

/* The last year's guests become those of the year before. */
void guests_turn_year(struct block *block);

/* Supply: a share [draws] of the guests of the year before moves with the rooms. Those of a part that closes need no step of
 * their own: no grade is offered there in which they could go on. */
void guests_move(struct block *block, const real *share, int part, int to);

/* Continuing, in the order in which they are called. */
void guests_move_up(struct block *block);
void guests_count_away(struct block *block); /* before keep_within_demand */
void guests_keep(struct block *block);       /* after it: who is left counts in the seats of their hosts */
void guests_claim(struct block *block);      /* after the schools' own leavers */

/* Overflow: rank by rank, every district asks its neighbour at once. */
void guests_overflow(struct block *block);

/* Everybody who sits in each part, for measuring. */
void guests_count_seated(struct block *block);

/* A stage of a district's children in other districts [grades][draws]; NULL when none may be there. */
const real *guests_away(const struct block *block, int district, int stage);

/* The row of a link's guests in a part of its host, in guests and guests_before: of its lowest grade. */
ptrdiff_t guests_row(const struct block *block, const struct link *link, int part);

#endif
