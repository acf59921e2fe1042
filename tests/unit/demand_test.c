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
    /* 243/365 x 3650 + 122/365 x 7300 = 2430 + 2440; a cut-off at the end of the year takes all of the one and nobody else */
    assert_close(born_by_cutoff(8, 31, 3650, NULL), 2430, 1e-9);
    assert_close(cohort_size(2430, 7300, born_by_cutoff(8, 31, 7300, NULL)), 4870, 1e-9);
    assert_close(cohort_size(3650, 7300, born_by_cutoff(12, 31, 7300, NULL)), 3650, 0);
}

TEST(demand, "births by month count whole months, and days of the cut-off's month")
{
    static const double months[] = { 31, 56, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    assert_close(born_by_cutoff(2, 7, 393, months), 31 + 14, 1e-12); /* 7 days of 28 */
    assert_close(born_by_cutoff(2, 29, 393, months), 87, 1e-12);
    assert_close(born_by_cutoff(12, 31, 393, months), 393, 1e-12);
}

TEST(demand, "a trend is the least-squares line, and nobody where it falls below zero")
{
    /* 60, 70, 80 and 98: mean 77, slope (-1.5 x 60 - 0.5 x 70 + 0.5 x 80 + 1.5 x 98) / 5 = 12.4 */
    static const double years[] = { 2017, 2018, 2019, 2020 }, values[] = { 60, 70, 80, 98 }, falling[] = { 30, 20, 10, 0 };
    assert_close(trend_at(4, years, values, 2022), 77 + 12.4 * 3.5, 1e-9);
    assert_close(trend_at(4, years, falling, 2022), 0, 0);
    assert_close(trend_at(1, years, values, 2030), 60, 0);
}

TEST(demand, "dwellings bring their yield at once and move to its long run")
{
    /* Long run 0.5, a fifth of the way a year: 1, 0.9, 0.82 of the yield. */
    static const double changes[] = { 0, 1, -0.1, -0.08 };
    for (int age = -1; age <= 2; age++)
        assert_close(yield_change(0.2, 0.5, age), changes[age + 1], 1e-12);
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
    static const real nobody_stays[4];
    static const real before[] = { 100, 200, 80, 90, 60, 70, 40, 45 }, ratio[] = { 0, 0.9, 0, 1.1 };
    static const real entrants[] = { 50, 5, 30, 0 };
    static const real expected[] = { 50, 50, 95, 185, 30, 30, 66, 77 };
    real after[8];
    project_grades(4, 2, before, ratio, nobody_stays, entrants, after);
    for (int i = 0; i < 8; i++)
        assert_close(after[i], expected[i], 1e-12);
}

TEST(demand, "who repeats a grade adds to it, and no grade falls below nobody")
{
    /* grade 0: 50 + 100 x 0.1; grade 1: 100 x 0.9 + 40 x 0.05 - 100 = -8 */
    static const real before[] = { 100, 40 }, ratio[] = { 0, 0.9 }, stay[] = { 0.1, 0.05 }, entrants[] = { 50, -100 };
    real after[2];
    project_grades(2, 1, before, ratio, stay, entrants, after);
    assert_close(after[0], 60, 1e-12);
    assert_close(after[1], 0, 0);
}
