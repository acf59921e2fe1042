/* One year of a block. */
#ifndef ENGINE_YEAR_H
#define ENGINE_YEAR_H

#include "engine/block.h"

/* The base year: the census as it is given, measured. Nothing is allocated. */
void begin(struct block *block);

/* The next year, from the state that the block holds; its sections stand in the order of model.md. */
void advance(struct block *block);

/* Supply: what projects do in this autumn to who is open, to sectors, rooms and seats (model.md, section 3). The rules
 * read the totals of the year before. The pupils of the year before move with the sites they sit in. */
void change_supply(struct block *block);

#endif
