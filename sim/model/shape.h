/* The shape of the model's arrays and their number type. Draws are innermost and contiguous everywhere; a
 * deterministic run is a block of one draw. */
#ifndef MODEL_SHAPE_H
#define MODEL_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

typedef double real;

/* Differences below this part of a quantity are rounding: far above what sums of reals lose, far below a pupil. */
static const real ROUNDING = 1e-9;

/* One stage of one district: arrays of [parts][grades][draws], [parts][draws] or [grades][draws]. A part is a facility
 * in one of its stages. */
struct shape {
    int parts, grades, draws;
};

/* By how much `a` exceeds `b`; 0 when it does not, or only by rounding. */
static inline real excess(real a, real b)
{
    return a - b > ROUNDING * (a > 1 ? a : 1) ? a - b : 0;
}

/* A part of a whole, 0 when it is only what rounding left. */
static inline real beyond_rounding(real part, real whole)
{
    return part > ROUNDING * whole ? part : 0;
}

#endif
