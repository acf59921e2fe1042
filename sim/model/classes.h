/* Classes (model.md, section 5): formed from whole pupils, in whole rooms. Dividing pupils by the limit instead
 * understates classes by about a fifth. */
#ifndef MODEL_CLASSES_H
#define MODEL_CLASSES_H

#include "model/shape.h"

/* Forms the classes of one building in one stage. Whole numbers throughout.
 *
 *   pupils    [grades] whole pupils, >= 0
 *   limit     [grades] pupils a class may hold, > 0
 *   rooms     classes the building holds, >= 0
 *   classes   [grades] out; 0 where there are no pupils
 *
 * With room to spare each grade gets ceil(pupils/limit). Otherwise the classes sum to `rooms`, or to one a grade when
 * there are fewer rooms than grades with pupils, and the largest fullness pupils/(classes limit) is as small as it can
 * be, then the next largest, and so on; among equals the lowest grade is served first. Exact. Cost grows with grades
 * squared, whatever the number of rooms. Cannot fail.
 *
 * Source: the greedy method for min-max apportionment, T. Ibaraki and N. Katoh, Resource Allocation Problems (1988),
 * begun from a bound that the greedy method is sure to reach. */
void form_classes(int grades, const real *restrict pupils, const real *restrict limit, real rooms, real *restrict classes);

/* What is counted of the classes of one part, over draws. */
struct class_counts {
    real *classes;    /* [draws] classes formed */
    real *pupils;     /* [draws] whole pupils in them */
    real *largest;    /* [draws] pupils in the largest class; NaN without classes */
    real *over_limit; /* [draws] classes above their grade's limit */
    real *oversize;   /* [draws] classes of `oversize` pupils and more; NaN when the stage has no such number */
};

/* Forms and counts the classes of one part. A pooled row of n sites forms the classes of n buildings: pupils of each
 * grade and rooms are dealt out whole, remainders one each to the first sites.
 *
 *   limit      [grades] pupils a class may hold
 *   oversize   pupils; NaN for none
 *   pupils     [grades][draws] real numbers; each grade is rounded half up to whole pupils here, and only here
 *   rooms      [draws] a part of a room counts for nothing
 *   sites      [draws] >= 0; without sites nothing is counted
 *   scratch    [class_scratch(grades)]
 *   counts     out
 *
 * Cost a draw: as form_classes for each of at most grades + 2 kinds of sites. Cannot fail. */
void count_classes(int grades, int draws, const real *limit, real oversize, const real *pupils, const real *rooms,
                   const int *sites, real *scratch, const struct class_counts *counts);
size_t class_scratch(int grades); /* reals */

/* Adds the whole pupils of a part's first building, which is given the remainders and so is its largest.
 *
 *   pupils   [grades][draws]
 *   sites    [draws]
 *   sum      [draws] in, out */
void add_first_site(int grades, int draws, const real *restrict pupils, const int *restrict sites, real *restrict sum);

#endif
