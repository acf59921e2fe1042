#include "model/staff.h"

#include "model/indicators.h"
#include "test.h"

#include <math.h>

TEST(staff, "who was there leaves year by year, who was hired stays")
{
    assert_close(posts_filled(100, 0.1, 2, 7), 81 + 7, 1e-12);
    assert_close(posts_filled(100, 0, 5, 0), 100, 0);
}

TEST(staff, "posts are counted whole, kind by kind, and a gap is not made up for by a surplus")
{
    /* 190 pupils in 5 classes. Teachers one to 19 and one for each two classes: 10 + 2.5 = 13, 10 are there. Cooks one to
     * 95: 2, five are there. Of carers, one a class, nothing is known. */
    static const struct post_kind posts[] = {
        { 19, 0.5, 10, 100, true }, { 95, 0, 5, 10, false }, { NAN, 1, NAN, 1, false }
    };
    static const struct { enum quantity quantity; real value; } rows[] = {
        { QUANTITY_POSTS, 20 }, { QUANTITY_STAFF, 15 }, { QUANTITY_STAFF_GAP, 3 }, { QUANTITY_STAFF_SURPLUS, 3 },
        { QUANTITY_TEACHERS, 10 }, { QUANTITY_TAUGHT, 190 }, { QUANTITY_RECURRENT, 1300 + 20 + 5 },
    };
    real totals[QUANTITIES] = { 0 };
    totals[QUANTITY_ENROLLED] = 190;
    totals[QUANTITY_CLASSES] = 5;
    measure_staff(3, posts, 1, totals);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_close(totals[rows[i].quantity], rows[i].value, 1e-9);
    measure_staff(1, posts + 2, 1, totals);
    assert_close(totals[QUANTITY_POSTS], 5, 0);
    assert_close(totals[QUANTITY_STAFF], NAN, 0);
    measure_staff(0, NULL, 1, totals);
    assert_close(totals[QUANTITY_POSTS], NAN, 0);
}

TEST(staff, "what rounding leaves above a whole number makes no post")
{
    static const struct post_kind post = { 13.5, 0, NAN, 0, true };
    real totals[QUANTITIES] = { 0 };
    totals[QUANTITY_ENROLLED] = 135 * (1 + 1e-15);
    measure_staff(1, &post, 1, totals);
    assert_close(totals[QUANTITY_POSTS], 10, 0);
}

TEST(staff, "the present value adds up what the years spent, each by its factor; without money there is none")
{
    const struct year_money money = { true, 2, 0.8 }, none = { false, 0, 1 };
    real totals[QUANTITIES] = { 0 }, spent = 1000;
    totals[QUANTITY_ENROLLED] = 100;
    totals[QUANTITY_RECURRENT] = 300;
    totals[QUANTITY_CAPITAL] = 500;
    measure_money(&money, 1, &spent, totals);
    assert_close(totals[QUANTITY_CAPITAL], 500, 0);
    assert_close(totals[QUANTITY_RECURRENT], 500, 0);
    assert_close(totals[QUANTITY_PRESENT_VALUE], 1800, 1e-12);
    measure_money(&none, 1, &spent, totals);
    assert_close(totals[QUANTITY_CAPITAL], NAN, 0);
    assert_close(totals[QUANTITY_RECURRENT], NAN, 0);
    assert_close(totals[QUANTITY_PRESENT_VALUE], NAN, 0);
}
