#include "model/classes.h"

#include <math.h>

/* The fewest classes that keep a grade's fullness at or below `fullness`; a hair of rounding does not ask for one more. */
static real classes_for(real pupils, real limit, real fullness)
{
    return ceil(pupils / (limit * fullness) - ROUNDING);
}

static real wanted_classes(int grades, const real *restrict pupils, const real *restrict limit, real *restrict classes)
{
    real sum = 0;
    for (int grade = 0; grade < grades; grade++) {
        classes[grade] = classes_for(pupils[grade], limit[grade], 1);
        sum += classes[grade];
    }
    return sum;
}

/* The grade whose classes are fullest, the lowest among equals; compared by multiplication, so that whole numbers are
 * compared exactly. A grade without pupils is never it. */
static int fullest_grade(int grades, const real *restrict pupils, const real *restrict limit, const real *restrict classes)
{
    int fullest = 0;
    for (int grade = 1; grade < grades; grade++) {
        real here = pupils[grade] * (classes[fullest] * limit[fullest]);
        real there = pupils[fullest] * (classes[grade] * limit[grade]);
        if (here > there || pupils[fullest] <= 0)
            fullest = grade;
    }
    return fullest;
}

/* Too few rooms: each class goes to the grade that is fullest at that moment. No grade can end fuller than
 * Σ(pupils/limit) / (rooms - grades with pupils), so the classes that keep every grade at that are given at once, and
 * at most two a grade are left for the steps. */
static void apportion(int grades, const real *restrict pupils, const real *restrict limit, real rooms, real *restrict classes)
{
    real need = 0, occupied = 0, given = 0;
    for (int grade = 0; grade < grades; grade++) {
        need += pupils[grade] / limit[grade];
        occupied += pupils[grade] > 0;
    }
    real bound = rooms > occupied ? need / (rooms - occupied) : (real)INFINITY;
    for (int grade = 0; grade < grades; grade++) {
        real sure = classes_for(pupils[grade], limit[grade], bound);
        classes[grade] = sure > 1 ? sure : pupils[grade] > 0;
        given += classes[grade];
    }
    for (; given < rooms; given++)
        classes[fullest_grade(grades, pupils, limit, classes)]++;
}

void form_classes(int grades, const real *restrict pupils, const real *restrict limit, real rooms, real *restrict classes)
{
    if (wanted_classes(grades, pupils, limit, classes) > rooms)
        apportion(grades, pupils, limit, rooms, classes);
}

/* One draw of one part: whole stocks of all sites together, and the room to form the classes of one of them. */
struct building {
    int grades;
    const struct class_bounds *bounds;
    real rooms;
    real *whole;   /* [grades] pupils of all sites */
    real *pupils;  /* [grades] of one site */
    real *classes; /* [grades] of one site */
};

struct tally {
    real classes, pupils, largest, over_limit, oversize, super_oversize;
};

/* The number of sites, from the first, that get one more when `stock` is dealt out whole. */
static real extra_sites(real stock, real sites)
{
    return sites > 1 ? stock - sites * floor(stock / sites) : 0;
}

static real dealt(real stock, real sites, real site)
{
    return sites > 1 ? floor(stock / sites) + (site < extra_sites(stock, sites)) : stock;
}

static real whole_pupils(real pupils)
{
    return floor(pupils + (0.5 + ROUNDING));
}

/* The first site after `site` that gets less of something than it; `sites` when all the rest are alike. */
static real next_kind(const struct building *building, real sites, real site)
{
    real next = sites, extra = extra_sites(building->rooms, sites);
    if (extra > site)
        next = extra;
    for (int grade = 0; grade < building->grades; grade++) {
        extra = extra_sites(building->whole[grade], sites);
        if (extra > site && extra < next)
            next = extra;
    }
    return next;
}

/* Of `smaller` classes of `small` pupils and `larger` of one more those of `bound` pupils and more. */
static real classes_from(real bound, real small, real smaller, real larger)
{
    return (small >= bound) * smaller + (small + 1 >= bound) * larger;
}

/* Adds the classes of one grade of `alike` sites: as many as there are pupils over hold one pupil more than the rest. */
static void tally_grade(const struct building *building, int grade, real alike, struct tally *tally)
{
    real pupils = building->pupils[grade], classes = building->classes[grade], limit = building->bounds->limit[grade];
    if (!(classes > 0))
        return;
    real small = floor(pupils / classes), larger = pupils - small * classes, smaller = classes - larger;
    real largest = small + (larger > 0);
    tally->classes += alike * classes;
    tally->pupils += alike * pupils;
    if (largest > tally->largest)
        tally->largest = largest;
    tally->over_limit += alike * ((small > limit) * smaller + (small + 1 > limit) * larger);
    tally->oversize += alike * classes_from(building->bounds->oversize, small, smaller, larger);
    tally->super_oversize += alike * classes_from(building->bounds->super_oversize, small, smaller, larger);
}

static struct tally tally_sites(const struct building *building, real sites)
{
    struct tally tally = { 0 };
    for (real site = 0, next; site < sites; site = next) {
        next = next_kind(building, sites, site);
        for (int grade = 0; grade < building->grades; grade++)
            building->pupils[grade] = dealt(building->whole[grade], sites, site);
        form_classes(building->grades, building->pupils, building->bounds->limit, dealt(building->rooms, sites, site),
                     building->classes);
        for (int grade = 0; grade < building->grades; grade++)
            tally_grade(building, grade, next - site, &tally);
    }
    return tally;
}

void count_classes(int grades, int draws, const struct class_bounds *bounds, const real *pupils, const real *rooms,
                   const int *sites, real *scratch, const struct class_counts *counts)
{
    struct building building = { grades, bounds, 0, scratch, scratch + grades, scratch + 2 * grades };
    for (int draw = 0; draw < draws; draw++) {
        for (int grade = 0; grade < grades; grade++)
            building.whole[grade] = whole_pupils(pupils[grade * draws + draw]);
        building.rooms = floor(rooms[draw] + ROUNDING);
        struct tally tally = tally_sites(&building, sites[draw]);
        counts->classes[draw] = tally.classes;
        counts->pupils[draw] = tally.pupils;
        counts->largest[draw] = tally.classes > 0 ? tally.largest : (real)NAN;
        counts->over_limit[draw] = tally.over_limit;
        counts->oversize[draw] = isnan(bounds->oversize) ? (real)NAN : tally.oversize;
        counts->super_oversize[draw] = isnan(bounds->super_oversize) ? (real)NAN : tally.super_oversize;
    }
}

size_t class_scratch(int grades)
{
    return 3 * (size_t)grades;
}

real site_pupils(int grades, int stride, const real *pupils, int sites, int site)
{
    real sum = 0;
    for (int grade = 0; grade < grades && sites > 0; grade++)
        sum += dealt(whole_pupils(pupils[grade * stride]), sites, site);
    return sum;
}
