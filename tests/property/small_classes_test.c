/* Class formation in every small case, against all ways to give out the rooms. */
#include "model/classes.h"

#include "test.h"

#include <math.h>

enum { GRADES = 4, PUPILS = 12, ROOMS = 8, LIMITS = 4 };

static const int limits[LIMITS][GRADES] = { { 1, 1, 1, 1 }, { 3, 3, 3, 3 }, { 2, 3, 4, 5 }, { 5, 2, 4, 2 } };

struct small {
    int grades, rooms;
    const int *limit;
    int pupils[GRADES];
};

/* A fullness is a fraction, pupils over places, so that equal ones are equal. */
struct fullness {
    int pupils, places;
};

static bool fuller(struct fullness a, struct fullness b)
{
    return a.pupils * b.places > b.pupils * a.places;
}

static struct fullness largest_fullness(const struct small *small, const int *classes)
{
    struct fullness most = { 0, 1 };
    for (int grade = 0; grade < small->grades; grade++) {
        struct fullness here = { small->pupils[grade], classes[grade] * small->limit[grade] };
        if (here.pupils > 0 && fuller(here, most))
            most = here;
    }
    return most;
}

/* The smallest largest fullness over all ways to form `left` classes in the grades from `grade` on, one at least in each
 * grade with pupils and none in others. */
static void try_all(const struct small *small, int grade, int left, int *classes, struct fullness *best)
{
    if (grade == small->grades) {
        struct fullness most = largest_fullness(small, classes);
        if (left == 0 && fuller(*best, most))
            *best = most;
        return;
    }
    int least = small->pupils[grade] > 0, most = least ? left : 0;
    for (classes[grade] = least; classes[grade] <= most; classes[grade]++)
        try_all(small, grade + 1, left - classes[grade], classes, best);
}

static int wanted_by(const struct small *small, int grade)
{
    return (small->pupils[grade] + small->limit[grade] - 1) / small->limit[grade];
}

static void form(const struct small *small, int *classes)
{
    real pupils[GRADES], limit[GRADES], formed[GRADES];
    for (int grade = 0; grade < small->grades; grade++) {
        pupils[grade] = small->pupils[grade];
        limit[grade] = small->limit[grade];
    }
    form_classes(small->grades, pupils, limit, small->rooms, formed);
    for (int grade = 0; grade < small->grades; grade++)
        classes[grade] = (int)formed[grade];
}

/* What is wrong with the classes of a case; NULL when nothing is. */
static const char *wrong(const struct small *small, const int *classes)
{
    int wanted = 0, occupied = 0, sum = 0, tried[GRADES];
    for (int grade = 0; grade < small->grades; grade++) {
        wanted += wanted_by(small, grade);
        occupied += small->pupils[grade] > 0;
        sum += classes[grade];
        if ((classes[grade] > 0) != (small->pupils[grade] > 0))
            return "a grade without a class, or a class without pupils";
        if (classes[grade] > wanted_by(small, grade) && wanted <= small->rooms)
            return "more classes than are wanted";
    }
    if (sum != (wanted <= small->rooms ? wanted : small->rooms > occupied ? small->rooms : occupied))
        return "rooms left empty, or classes without a room";
    if (wanted <= small->rooms || small->rooms <= occupied)
        return NULL;
    struct fullness best = { 1000, 1 };
    try_all(small, 0, small->rooms, tried, &best);
    return fuller(largest_fullness(small, classes), best) ? "a fuller class than need be" : NULL;
}

/* Every number of rooms in turn; another room takes a class from nobody. */
static void check_all_rooms(struct small small)
{
    int classes[GRADES], before[GRADES] = { 0 };
    for (small.rooms = 0; small.rooms <= ROOMS; small.rooms++) {
        form(&small, classes);
        const char *problem = wrong(&small, classes);
        for (int grade = 0; grade < small.grades; grade++) {
            if (classes[grade] < before[grade])
                problem = "another room took a class from a grade";
            before[grade] = classes[grade];
        }
        if (problem) {
            print_error("%d grades, %d rooms, pupils %d %d %d %d: %s\n", small.grades, small.rooms, small.pupils[0],
                        small.pupils[1], small.pupils[2], small.pupils[3], problem);
            fail();
        }
    }
}

/* The next case in the order of counting; false after the last. */
static bool next_case(struct small *small)
{
    int grade = 0;
    while (grade < small->grades && small->pupils[grade] == PUPILS)
        small->pupils[grade++] = 0;
    if (grade < small->grades)
        small->pupils[grade]++;
    return grade < small->grades;
}

TEST(classes, "in every small case no way of giving out the rooms makes the fullest class less full")
{
    for (int which = 0; which < LIMITS; which++)
        for (int grades = 1; grades <= GRADES; grades++) {
            struct small small = { .grades = grades, .limit = limits[which] };
            do
                check_all_rooms(small);
            while (next_case(&small));
        }
}

/* --- counting, one class after another --------------------------------------------------------------------------- */

enum { SITES = 3, OVERSIZE = 4 };

struct tally {
    int classes, pupils, largest, over_limit, oversize;
};

static void count_class(int size, int limit, struct tally *tally)
{
    tally->classes++;
    tally->pupils += size;
    tally->largest = size > tally->largest ? size : tally->largest;
    tally->over_limit += size > limit;
    tally->oversize += size >= OVERSIZE;
}

static int dealt_to(int stock, int sites, int site)
{
    return stock / sites + (site < stock % sites);
}

static struct tally count_one_by_one(const struct small *all, int sites)
{
    struct tally tally = { 0 };
    for (int site = 0; site < sites; site++) {
        struct small here = { .grades = all->grades, .limit = all->limit, .rooms = dealt_to(all->rooms, sites, site) };
        int classes[GRADES];
        for (int grade = 0; grade < all->grades; grade++)
            here.pupils[grade] = dealt_to(all->pupils[grade], sites, site);
        form(&here, classes);
        for (int grade = 0; grade < all->grades; grade++)
            for (int i = 0; i < classes[grade]; i++)
                count_class(dealt_to(here.pupils[grade], classes[grade], i), all->limit[grade], &tally);
    }
    return tally;
}

static void check_count(const struct small *small, int sites)
{
    real pupils[GRADES], limit[GRADES], rooms = small->rooms, scratch[3 * GRADES];
    real formed, whole, largest, over_limit, oversize, super_oversize;
    struct class_counts counts = { &formed, &whole, &largest, &over_limit, &oversize, &super_oversize };
    const struct class_bounds bounds = { limit, OVERSIZE, OVERSIZE };
    for (int grade = 0; grade < small->grades; grade++) {
        pupils[grade] = small->pupils[grade];
        limit[grade] = small->limit[grade];
    }
    count_classes(small->grades, 1, &bounds, pupils, &rooms, &sites, scratch, &counts);
    struct tally expected = count_one_by_one(small, sites);
    assert_close(formed, expected.classes, 0);
    assert_close(whole, expected.pupils, 0);
    assert_close(largest, expected.classes > 0 ? expected.largest : (real)NAN, 0);
    assert_close(over_limit, expected.over_limit, 0);
    assert_close(oversize, expected.oversize, 0);
    assert_close(super_oversize, expected.oversize, 0);
}

TEST(classes, "in every small case classes are counted as one after another counts them, site by site")
{
    for (int which = 0; which < LIMITS; which++)
        for (int sites = 1; sites <= SITES; sites++) {
            struct small small = { .grades = 2, .limit = limits[which] };
            do
                for (small.rooms = 0; small.rooms <= ROOMS; small.rooms++)
                    check_count(&small, sites);
            while (next_case(&small));
        }
}
