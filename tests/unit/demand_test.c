#include "model/demand.h"

#include "test.h"

TEST(demand, "the cut-off's share of a year is counted in days of 365")
{
    static const struct { int month, day, days; } rows[] = {
        { 8, 31, 243 }, /* 31+28+31+30+31+30+31+31 */
        { 1, 1, 1 },
        { 12, 31, 365 },
        { 2, 29, 59 },  /* as 28 February */
        { 3, 1, 60 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_close(cutoff_share(rows[i].month, rows[i].day), rows[i].days / 365.0, 1e-15);
}

TEST(demand, "a cohort takes the cut-off's share of its year and the rest of the year before")
{
    /* 243/365 x 3650 + 122/365 x 7300 = 2430 + 2440 */
    assert_close(cohort_size(243 / 365.0, 3650, 7300), 4870, 1e-9);
    assert_close(cohort_size(1, 3650, 7300), 3650, 0);
}

TEST(demand, "a total is dealt whole by largest remainders, a tie to the first")
{
    static const struct { double total, weights[3], shares[3]; } rows[] = {
        { 10, { 1, 1, 1 }, { 4, 3, 3 } },     /* 3.33 each: one left, all remainders alike */
        { 10, { 5, 3, 2 }, { 5, 3, 2 } },     /* exact */
        { 7, { 3, 2, 1 }, { 4, 2, 1 } },      /* 3.5, 2.33, 1.17 */
        { 11, { 1, 1, 4 }, { 2, 2, 7 } },     /* 1.83, 1.83, 7.33: two left, to the two of .83 */
        { 5, { 0, 0, 0 }, { 2, 2, 1 } },      /* no weights: 1.67 each, two left */
        { 0, { 1, 2, 3 }, { 0, 0, 0 } },
        { 9569, { 3666, 3622, 2753 }, { 3494, 3452, 2623 } }, /* 3493.67, 3451.74, 2623.59: two left, to .74 and .67 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        double shares[3];
        deal_whole(rows[i].total, 3, rows[i].weights, shares);
        for (int j = 0; j < 3; j++)
            assert_close(shares[j], rows[i].shares[j], 0);
    }
}

TEST(demand, "children move up a grade by their ratio, entry grades fill from outside, in every draw")
{
    /* Four grades, two draws; grade 2 is entered from outside too.
     *   grade 0: 50
     *   grade 1: 100 x 0.9 + 5 = 95,  200 x 0.9 + 5 = 185
     *   grade 2: 0 x 80 + 30
     *   grade 3: 60 x 1.1 = 66, 70 x 1.1 = 77 */
    static const real before[] = { 100, 200, 80, 90, 60, 70, 40, 45 }, ratio[] = { 0, 0.9, 0, 1.1 };
    static const real entrants[] = { 50, 5, 30, 0 };
    static const real expected[] = { 50, 50, 95, 185, 30, 30, 66, 77 };
    real after[8];
    project_grades(4, 2, before, ratio, entrants, after);
    for (int i = 0; i < 8; i++)
        assert_close(after[i], expected[i], 1e-12);
}
