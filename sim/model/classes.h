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

/* What a class of a stage may hold, and from how many pupils it is oversize and super oversize; NaN where there is no such
 * number. */
struct class_bounds {
    const real *limit; /* [grades] */
    real oversize, super_oversize;
};

/* What is counted of the classes of one part, over draws. */
struct class_counts {
    real *classes;    /* [draws] classes formed */
    real *pupils;     /* [draws] whole pupils in them */
    real *largest;    /* [draws] pupils in the largest class; NaN without classes */
    real *over_limit; /* [draws] classes above their grade's limit */
    real *oversize, *super_oversize; /* [draws] classes of so many pupils and more; NaN when the stage has no such number */
};

/* Forms and counts the classes of one part. A pooled row of n sites forms the classes of n buildings: pupils of each
 * grade and rooms are dealt out whole, remainders one each to the first sites.
 *
 *   pupils     [grades][draws] real numbers; each grade is rounded half up to whole pupils here, and only here
 *   rooms      [draws] a part of a room counts for nothing
 *   sites      [draws] >= 0; without sites nothing is counted
 *   scratch    [class_scratch(grades)]
 *   counts     out
 *
 * Cost a draw: as form_classes for each of at most grades + 2 kinds of sites. Cannot fail. */
void count_classes(int grades, int draws, const struct class_bounds *bounds, const real *pupils, const real *rooms,
                   const int *sites, real *scratch, const struct class_counts *counts);
size_t class_scratch(int grades); /* reals */

/* Whole pupils of one of a part's buildings. The first is given the remainders and so is the largest; none has more than the
 * one before it. 0 without sites.
 *
 *   pupils   [grades], `stride` numbers from one to the next
 *   site     from 0 */
real site_pupils(int grades, int stride, const real *pupils, int sites, int site);

#endif
