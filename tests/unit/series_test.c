#include "base/series.h"
#include "test.h"

static const int years[] = { 2020, 2022, 2026, 2028 };
static const double values[] = { 10, 20, 40, 30 };

static void assert_filled(struct series series, int first, int count, const double *expected)
{
    double filled[16];
    assert_true(series_fill(&series, first, count, filled));
    for (int i = 0; i < count; i++)
        assert_close(filled[i], expected[i], 1e-12);
}

TEST(series, "one value holds for every year")
{
    struct series constant = { 1, NULL, (const double[]) { 7 }, true, INTERPOLATE_LINEAR };
    struct series single = { 1, (const int[]) { 2022 }, (const double[]) { 7 }, false, INTERPOLATE_MONOTONE };
    assert_filled(constant, 2020, 3, (const double[]) { 7, 7, 7 });
    assert_filled(single, 2020, 5, (const double[]) { 7, 7, 7, 7, 7 });
}

TEST(series, "linear: in proportion between given years, held outside them")
{
    /* 2021: (10+20)/2 = 15; 2023..2025: 20 + 20/4 a year; 2027: (40+30)/2 = 35 */
    struct series series = { 4, years, values, false, INTERPOLATE_LINEAR };
    assert_filled(series, 2018, 13, (const double[]) { 10, 10, 10, 15, 20, 25, 30, 35, 40, 35, 30, 30, 30 });
}

TEST(series, "step: each value holds until the next")
{
    struct series series = { 4, years, values, false, INTERPOLATE_STEP };
    assert_filled(series, 2019, 11, (const double[]) { 10, 10, 10, 20, 20, 20, 20, 40, 40, 30, 30 });
}

TEST(series, "monotone: Steffen's curve through the given values, held outside them")
{
    /* Steffen 1990 for 2020..2026: widths h = 2, 4; slopes s = 5, 5; the parabola's slope at 2022 is
     * p = (5*4 + 5*2)/6 = 5, so the middle slope is min(2|s|, |p|) = 5. At 2026: h = 4, 2; s = 5, -5: the sign changes,
     * slope 0. Between 2022 and 2026: a = (5 + 0 - 2*5)/16 = -0.3125, b = (3*5 - 2*5 - 0)/4 = 1.25, c = 5, d = 20:
     *   2023: 20 + 5 + 1.25 - 0.3125 = 25.9375;  2024: 20 + 10 + 5 - 2.5 = 32.5;  2025: 20 + 15 + 11.25 - 8.4375 = 37.8125.
     * The slope at an end is that of the end's line, so 2020..2022 is a line, 2021: 15.
     * Between 2026 and 2028: slopes 0 and -5: a = (0 - 5 + 2*5)/4 = 1.25, b = (-3*5 - 0 + 5)/2 = -5:
     *   2027: 40 - 5 + 1.25 = 36.25. */
    struct series series = { 4, years, values, false, INTERPOLATE_MONOTONE };
    assert_filled(series, 2019, 11, (const double[]) { 10, 10, 15, 20, 25.9375, 32.5, 37.8125, 40, 36.25, 30, 30 });
}

TEST(series, "monotone with two points is a line")
{
    struct series series = { 2, years, values, false, INTERPOLATE_MONOTONE };
    assert_filled(series, 2020, 4, (const double[]) { 10, 15, 20, 20 });
}
