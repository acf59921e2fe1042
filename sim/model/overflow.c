#include "model/overflow.h"

#include <string.h>

/* --- continuing -------------------------------------------------------------------------------------------------- */

void count_away(const struct shape *shape, const real *restrict guests, real *restrict away)
{
    int cells = shape->grades * shape->draws;
    for (int part = 0; part < shape->parts; part++, guests += cells)
        for (int i = 0; i < cells; i++)
            away[i] += guests[i];
}

void keep_guests(const struct shape *shape, const real *restrict kept, real *restrict guests)
{
    int cells = shape->grades * shape->draws;
    for (int part = 0; part < shape->parts; part++, guests += cells)
        for (int i = 0; i < cells; i++)
            guests[i] *= kept[i];
}

void add_claims(int draws, const real *restrict leavers, real ratio, const int *restrict offered, real *restrict claims)
{
    for (int draw = 0; draw < draws; draw++)
        claims[draw] += offered[draw] > 0 ? leavers[draw] * ratio : 0;
}

void admit_claims(int draws, const real *restrict leavers, real ratio, const int *restrict offered,
                  const real *restrict claims, const real *restrict free, real *restrict guests)
{
    for (int draw = 0; draw < draws; draw++) {
        real claim = offered[draw] > 0 ? leavers[draw] * ratio : 0;
        guests[draw] += claims[draw] > free[draw] ? claim * (free[draw] / claims[draw]) : claim;
    }
}

/* --- asking ------------------------------------------------------------------------------------------------------ */

/* A stage's children in one draw. */
static real all_grades(int grades, int draws, const real *values, int draw)
{
    real sum = 0;
    for (int grade = 0; grade < grades; grade++)
        sum += values[(ptrdiff_t)grade * draws + draw];
    return sum;
}

void ask_neighbour(int grades, int draws, real max_share, const real *restrict demand, const struct home *home)
{
    for (int i = 0; i < grades * draws; i++)
        home->asking[i] = beyond_rounding(home->waiting[i], demand[i] > 1 ? demand[i] : 1);
    for (int draw = 0; draw < draws; draw++) {
        real most = max_share * all_grades(grades, draws, demand, draw) - all_grades(grades, draws, home->away, draw);
        real wait = all_grades(grades, draws, home->asking, draw);
        real part = wait <= most ? 1 : most > 0 ? most / wait : 0;
        for (int grade = 0; grade < grades; grade++)
            home->asking[(ptrdiff_t)grade * draws + draw] *= part;
    }
}

/* --- seating ----------------------------------------------------------------------------------------------------- */

/* Adds up who asks, and lets of all of them only so many wait in the neighbour as it has free seats. */
static void let_in(const struct seating *host, int count, const struct home *homes, real *restrict asked)
{
    int grades = host->shape.grades, draws = host->shape.draws;
    memset(asked, 0, (size_t)(grades * draws) * sizeof *asked);
    for (int home = 0; home < count; home++)
        for (int i = 0; i < grades * draws; i++)
            asked[i] += homes[home].asking[i];
    for (int draw = 0; draw < draws; draw++) {
        real free = all_grades(host->shape.parts, draws, host->free, draw), all = all_grades(grades, draws, asked, draw);
        real part = all > free ? free / all : 1;
        for (int grade = 0; grade < grades; grade++)
            host->waiting[grade * draws + draw] = asked[grade * draws + draw] * part;
    }
}

/* Deals those who found a seat to their homes. */
static void settle(const struct shape *shape, const real *restrict arrived, const real *restrict asked, const struct home *home)
{
    int cells = shape->grades * shape->draws;
    for (int part = 0; part < shape->parts; part++)
        for (int i = 0; i < cells; i++) {
            ptrdiff_t place = (ptrdiff_t)part * cells + i;
            real moved = asked[i] > 0 ? arrived[place] * (home->asking[i] / asked[i]) : 0;
            home->guests[place] += moved;
            home->away[i] += moved;
            home->waiting[i] = home->waiting[i] > moved ? home->waiting[i] - moved : 0;
        }
}

void seat_guests(const struct seating *host, enum policy policy, enum seating_order order, int count, const struct home *homes,
                 real *restrict asked)
{
    const struct shape *shape = &host->shape;
    let_in(host, count, homes, asked);
    memset(host->pupils, 0, (size_t)(shape->parts * shape->grades * shape->draws) * sizeof *host->pupils);
    seat_newcomers(host, policy, order);
    for (int home = 0; home < count; home++)
        settle(shape, host->pupils, asked, &homes[home]);
}
