/* Posts and money (model.md, section 6) of one stage of one district, from what was counted of its pupils and classes. */
#ifndef MODEL_STAFF_H
#define MODEL_STAFF_H

#include "model/shape.h"

/* A kind of post in one year. */
struct post_kind {
    real pupils_per_post; /* NaN when pupils ask for none */
    real per_class;
    real available;       /* posts that are filled; NaN when not known */
    real salary;          /* money a post a year */
    bool teaches;         /* counts for pupils per teacher */
};

/* Posts filled in a year: of those of the base year who has not left, and everyone hired since.
 *
 *   available   in the base year
 *   attrition   share of them that leaves in a year
 *   years       since the base year
 *   hired       in all of these years together; they do not leave again */
double posts_filled(double available, double attrition, int years, double hired);

/* Posts of a kind that pupils and classes require, whole: what rounding adds to a whole number makes no post. */
real posts_required(const struct post_kind *post, real enrolled, real classes);

/* Counts what is required, filled, missing and to spare, kind by kind and never netted; the posts required are paid.
 *
 *   posts    [n_posts]; without any there are no numbers of posts
 *   totals   [n_quantities][draws] of the district's stage, with enrolled and classes counted */
void measure_staff(int n_posts, const struct post_kind *posts, int draws, real *totals);

/* Money of a year. */
struct year_money {
    bool known;   /* whether the scenario speaks of money; otherwise there are no amounts */
    real a_pupil; /* recurrent */
    real factor;  /* of this year's money in the present value */
};

/* Adds money to what was gathered of the capital of its parts, and to what measure_staff counted of the posts that are paid.
 *
 *   spent    [draws] in, out: the present value of all years so far
 *   totals   [n_quantities][draws] */
void measure_money(const struct year_money *money, int draws, real *restrict spent, real *totals);

#endif
