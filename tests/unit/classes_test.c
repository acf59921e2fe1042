#include "model/classes.h"

#include "test.h"

#include <math.h>

TEST(classes, "with room to spare a grade gets as many classes as its limit asks for")
{
    static const struct { real pupils[3]; real classes[3]; } rows[] = {
        { { 45, 46, 90 }, { 1, 2, 2 } },
        { { 0, 1, 91 }, { 0, 1, 3 } },
    };
    static const real limit[] = { 45, 45, 45 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        real classes[3];
        form_classes(3, rows[i].pupils, limit, 20, classes);
        for (int grade = 0; grade < 3; grade++)
            assert_close(classes[grade], rows[i].classes[grade], 0);
    }
}

TEST(classes, "short of rooms, the fullest grade is split first")
{
    static const struct { real pupils[3], limit, rooms, classes[3]; } rows[] = {
        { { 46, 0, 0 }, 45, 9, { 2, 0, 0 } },
        { { 90, 60, 50 }, 45, 4, { 2, 1, 1 } },    /* 45, 60, 50 */
        { { 60, 90, 60 }, 45, 4, { 1, 2, 1 } },    /* 60, 45, 60 */
        { { 60, 60, 60 }, 45, 4, { 2, 1, 1 } },    /* a tie goes to the lowest grade */
        { { 60, 60, 60 }, 45, 5, { 2, 2, 1 } },
        { { 200, 10, 10 }, 50, 5, { 3, 1, 1 } },   /* 66.7, 10, 10 */
        { { 60, 60, 60 }, 45, 2, { 1, 1, 1 } },    /* one class a grade whatever the rooms */
        { { 0, 100, 100 }, 45, 3, { 0, 2, 1 } },   /* a grade without pupils takes no room */
        { { 60, 60, 60 }, 45, 0, { 1, 1, 1 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const real limit[] = { rows[i].limit, rows[i].limit, rows[i].limit };
        real classes[3];
        form_classes(3, rows[i].pupils, limit, rows[i].rooms, classes);
        for (int grade = 0; grade < 3; grade++)
            assert_close(classes[grade], rows[i].classes[grade], 0);
    }
}

TEST(classes, "fullness is measured by each grade's own limit")
{
    /* 35 of 25 is 1.4, 40 of 30 is 1.33, 48 of 35 is 1.37: the spare room goes to the smallest of the three grades. */
    static const real pupils[] = { 35, 40, 48 }, limit[] = { 25, 30, 35 };
    real classes[3];
    form_classes(3, pupils, limit, 4, classes);
    assert_close(classes[0], 2, 0);
    assert_close(classes[1], 1, 0);
    assert_close(classes[2], 1, 0);
}

/* --- against brute force ----------------------------------------------------------------------------------------- */

static real largest_fullness(const real *pupils, const real *limit, const int *classes)
{
    real most = 0;
    for (int grade = 0; grade < 3; grade++)
        if (pupils[grade] > 0)
            most = fmax(most, pupils[grade] / (classes[grade] * limit[grade]));
    return most;
}

/* The smallest largest fullness over all ways to have `rooms` classes with at least one for each grade with pupils. */
static real best_fullness(const real *pupils, const real *limit, int rooms)
{
    real best = INFINITY;
    int least[3];
    for (int grade = 0; grade < 3; grade++)
        least[grade] = pupils[grade] > 0;
    for (int a = least[0]; a <= rooms; a++)
        for (int b = least[1]; a + b <= rooms; b++) {
            int classes[3] = { a, b, rooms - a - b };
            if (classes[2] >= least[2])
                best = fmin(best, largest_fullness(pupils, limit, classes));
        }
    return best;
}

static void check_against_brute_force(const real *pupils, const real *limit, int rooms)
{
    real classes[3], wanted = 0;
    int occupied = 0, formed[3];
    form_classes(3, pupils, limit, rooms, classes);
    for (int grade = 0; grade < 3; grade++) {
        wanted += ceil(pupils[grade] / limit[grade]);
        occupied += pupils[grade] > 0;
        formed[grade] = (int)classes[grade];
        assert_true(pupils[grade] > 0 ? formed[grade] >= 1 : formed[grade] == 0);
    }
    int sum = formed[0] + formed[1] + formed[2];
    if (wanted <= rooms)
        assert_int_equal(sum, (int)wanted);
    else if (rooms <= occupied)
        assert_int_equal(sum, occupied);
    else {
        assert_int_equal(sum, rooms);
        assert_close(largest_fullness(pupils, limit, formed), best_fullness(pupils, limit, rooms), 1e-12);
    }
}

TEST(classes, "no way of giving out the rooms makes the fullest class less full")
{
    static const real limits[][3] = { { 45, 45, 45 }, { 25, 30, 35 } };
    for (int which = 0; which < 2; which++)
        for (int rooms = 0; rooms <= 8; rooms++)
            for (int a = 0; a <= 150; a += 10)
                for (int b = 0; b <= 150; b += 10)
                    for (int c = 0; c <= 150; c += 15) {
                        const real pupils[] = { a, b, c };
                        check_against_brute_force(pupils, limits[which], rooms);
                    }
}

/* --- counting ---------------------------------------------------------------------------------------------------- */

struct counted {
    real classes, pupils, largest, over_limit, oversize, super_oversize;
};

static struct counted count(int grades, const real *limit, real oversize, const real *pupils, real rooms, int sites)
{
    struct counted counted;
    real scratch[18];
    struct class_counts counts = { &counted.classes, &counted.pupils, &counted.largest, &counted.over_limit, &counted.oversize,
                                   &counted.super_oversize };
    const struct class_bounds bounds = { limit, oversize, oversize + 10 };
    assert_true(class_scratch(grades) <= 18);
    count_classes(grades, 1, &bounds, pupils, &rooms, &sites, scratch, &counts);
    return counted;
}

TEST(classes, "the classes of a grade differ by at most one pupil, and each is counted for itself")
{
    /* 137 pupils in 3 classes: 46, 46, 45; of a limit of 45 two are above, of 46 as oversize two. */
    static const real limit[] = { 45 }, pupils[] = { 137 };
    struct counted counted = count(1, limit, 46, pupils, 3, 1);
    assert_close(counted.classes, 3, 0);
    assert_close(counted.pupils, 137, 0);
    assert_close(counted.largest, 46, 0);
    assert_close(counted.over_limit, 2, 0);
    assert_close(counted.oversize, 2, 0);
}

TEST(classes, "pupils are rounded half up, and what sums leave of a half does not tip them")
{
    static const struct { real pupils, whole; } rows[] = {
        { 44.5, 45 }, { 44.5 - 1e-11, 45 }, { 44.49, 44 }, { 45.4999999, 45 }, { 0.49, 0 },
    };
    static const real limit[] = { 45 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_close(count(1, limit, NAN, &rows[i].pupils, 5, 1).pupils, rows[i].whole, 0);
}

TEST(classes, "without pupils there is no largest class, and without a number for it nothing is oversize or not")
{
    static const real limit[] = { 45 }, nobody[] = { 0 }, some[] = { 60 };
    assert_close(count(1, limit, 56, nobody, 5, 1).largest, NAN, 0);
    assert_close(count(1, limit, 56, nobody, 5, 1).classes, 0, 0);
    assert_close(count(1, limit, NAN, some, 5, 1).oversize, NAN, 0);
}

TEST(classes, "a part of a room is no room, but what rounding took from one is")
{
    static const real limit[] = { 45 }, pupils[] = { 100 };
    assert_close(count(1, limit, NAN, pupils, 2.9, 1).classes, 2, 0);
    assert_close(count(1, limit, NAN, pupils, 3 - 1e-12, 1).classes, 3, 0);
}

TEST(classes, "a pooled row forms the classes of its sites, pupils and rooms dealt out whole")
{
    /* 3 sites, 100 and 92 pupils, 7 rooms: 34, 33, 33 and 31, 31, 30; rooms 3, 2, 2. Limit 30.
     *   site 1: wants 2 + 2, has 3: 34/30 is fullest, 17, 17 and 31        -> 3 classes, largest 31
     *   site 2: wants 2 + 2, has 2: 33 and 31                              -> 2 classes
     *   site 3: wants 2 + 1, has 2: 33 and 30                              -> 2 classes, largest 33
     * above 30: 31, 33, 31, 33 */
    static const real limit[] = { 30, 30 }, pupils[] = { 100, 92 };
    struct counted counted = count(2, limit, 33, pupils, 7, 3);
    assert_close(counted.classes, 7, 0);
    assert_close(counted.pupils, 192, 0);
    assert_close(counted.largest, 33, 0);
    assert_close(counted.over_limit, 4, 0);
    assert_close(counted.oversize, 2, 0);
}

TEST(classes, "a pooled row of n like sites counts n times what one counts, and none counts nothing")
{
    static const real limit[] = { 25, 30, 35 }, one[] = { 41, 52, 33 }, forty[] = { 41 * 40, 52 * 40, 33 * 40 };
    struct counted single = count(3, limit, 27, one, 4, 1), pooled = count(3, limit, 27, forty, 160, 40);
    assert_close(pooled.classes, 40 * single.classes, 0);
    assert_close(pooled.pupils, 40 * single.pupils, 0);
    assert_close(pooled.largest, single.largest, 0);
    assert_close(pooled.over_limit, 40 * single.over_limit, 0);
    assert_close(pooled.oversize, 40 * single.oversize, 0);
    assert_close(count(3, limit, 27, one, 4, 0).classes, 0, 0);
}

TEST(classes, "a class may be oversize and super oversize at once; from neither number there is neither count")
{
    /* 167 pupils in 3 classes: 56, 56, 55. From 46 all are oversize, from 56 two are super oversize. */
    static const real limit[] = { 45 }, pupils[] = { 167 };
    assert_close(count(1, limit, 46, pupils, 3, 1).oversize, 3, 0);
    assert_close(count(1, limit, 46, pupils, 3, 1).super_oversize, 2, 0);
    assert_close(count(1, limit, NAN, pupils, 3, 1).super_oversize, NAN, 0);
}

TEST(classes, "buildings of a row have the whole pupils that are dealt to them, no later one more than an earlier one")
{
    /* 60.4 and 40 pupils on 3 sites: 20, 20, 20 and 14, 13, 13. */
    static const real pupils[] = { 60.4, 40 };
    assert_close(site_pupils(2, 1, pupils, 3, 0), 34, 0);
    assert_close(site_pupils(2, 1, pupils, 3, 2), 33, 0);
    assert_close(site_pupils(2, 1, pupils, 0, 0), 0, 0);
}

TEST(classes, "each draw is counted for itself")
{
    static const real limit[] = { 45 }, pupils[] = { 45, 46, 0 }, rooms[] = { 9, 9, 9 };
    static const int sites[] = { 1, 1, 1 };
    real classes[3], whole[3], largest[3], over[3], oversize[3], super_oversize[3], scratch[3];
    struct class_counts counts = { classes, whole, largest, over, oversize, super_oversize };
    const struct class_bounds bounds = { limit, 45, 55 };
    count_classes(1, 3, &bounds, pupils, rooms, sites, scratch, &counts);
    static const real expected[] = { 1, 2, 0 }, expected_oversize[] = { 1, 0, 0 };
    for (int draw = 0; draw < 3; draw++) {
        assert_close(classes[draw], expected[draw], 0);
        assert_close(oversize[draw], expected_oversize[draw], 0);
    }
}
