#include "model/capacity.h"

/* Of one part in one draw. */
static int grades_offered(int grades, int autumn, bool by_entry, int opened)
{
    int autumns = autumn - opened + 1;
    if (opened == NEVER)
        return 0;
    return by_entry && autumns < grades ? autumns : grades;
}

void offer_seats(const struct shape *shape, int autumn, const bool *by_entry, const int *restrict opened,
                 const real *restrict seats, int *restrict offered_grades, real *restrict offered_seats)
{
    for (int part = 0; part < shape->parts; part++)
        for (int draw = 0; draw < shape->draws; draw++) {
            int i = part * shape->draws + draw;
            int offered = grades_offered(shape->grades, autumn, by_entry[part], opened[i]);
            offered_grades[i] = offered;
            offered_seats[i] = offered == shape->grades ? seats[i] : seats[i] * offered / shape->grades;
        }
}

void change_stock(int draws, real amount, real *restrict stock)
{
    for (int draw = 0; draw < draws; draw++) {
        real changed = stock[draw] + amount;
        stock[draw] = changed > 0 ? changed : 0;
    }
}

void split_share(int draws, int moved, const int *restrict sites, real *restrict share)
{
    for (int draw = 0; draw < draws; draw++)
        share[draw] = sites[draw] > moved ? (real)moved / sites[draw] : sites[draw] > 0;
}

void split_stock(int values, int draws, const real *restrict share, real *restrict from, real *restrict to)
{
    for (int value = 0; value < values; value++)
        for (int draw = 0; draw < draws; draw++) {
            real moved = from[value * draws + draw] * share[draw];
            from[value * draws + draw] -= moved;
            to[value * draws + draw] += moved;
        }
}

int merged_opening(int stays, int goes, bool by_entry)
{
    if (stays == NEVER || goes == NEVER)
        return stays;
    if (!by_entry)
        return LONG_AGO;
    return goes < stays ? goes : stays;
}

void move_rooms(int draws, real amount, real seats_a_room, real to_seats_a_room, real *restrict rooms,
                real *restrict seats, real *restrict to_rooms, real *restrict to_seats)
{
    for (int draw = 0; draw < draws; draw++) {
        real moved = amount < rooms[draw] ? amount : rooms[draw];
        real left = seats[draw] - moved * seats_a_room;
        rooms[draw] -= moved;
        seats[draw] = left > 0 ? left : 0;
        to_rooms[draw] += moved;
        to_seats[draw] += moved * to_seats_a_room;
    }
}
