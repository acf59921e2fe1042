#include "model/measure.h"

#include "test.h"

#include <math.h>
#include <string.h>

static const real limit[] = { 45, 45 }, one_zero[] = { 1, 0, 0 }, one_one[] = { 1, 1, 0 };
static const struct part_rules rules = { limit, 56, one_zero, one_one };

/* A part of two grades in one draw, whose facility is itself alone. */
static void measure_one(const real *pupils, real rooms, real seats, int sites, int sector, real *values)
{
    real scratch[6], school = 0;
    const struct part_state state = { 2, 1, pupils, &rooms, &seats, &sites, &sector, &school };
    add_first_site(2, 1, pupils, &sites, &school);
    measure_part(&state, &rules, scratch, values);
}

TEST(measure, "a part's quantities are counted from its state")
{
    /* 100.4 + 60 pupils on 150 seats in 4 rooms: 10.4 short. 100 pupils in 2 classes of 50 (want 3), 60 in 2 of 30. */
    static const real pupils[] = { 100.4, 60 };
    real values[QUANTITIES];
    measure_one(pupils, 4, 150, 1, 1, values);
    static const struct { enum quantity quantity; real value; } rows[] = {
        { QUANTITY_DEMAND, 0 }, { QUANTITY_UNMET, 0 }, { QUANTITY_ELSEWHERE, NAN }, { QUANTITY_ENROLLED, 160.4 }, { QUANTITY_SEATS, 150 },
        { QUANTITY_ROOMS, 4 }, { QUANTITY_SHORTAGE, 10.4 }, { QUANTITY_SURPLUS, 0 }, { QUANTITY_PUBLIC, 0 },
        { QUANTITY_INCLUSIVE, 160.4 }, { QUANTITY_CLASSES, 4 }, { QUANTITY_CLASS_PUPILS, 160 },
        { QUANTITY_LARGEST_CLASS, 50 }, { QUANTITY_OVER_LIMIT, 2 }, { QUANTITY_OVERSIZE, 0 },
        { QUANTITY_LARGEST_SCHOOL, 160 }, { QUANTITY_RESIDENTS, 0 },
        { QUANTITY_POSTS, NAN }, { QUANTITY_STAFF, NAN }, { QUANTITY_STAFF_GAP, NAN }, { QUANTITY_STAFF_SURPLUS, NAN },
        { QUANTITY_TEACHERS, 0 }, { QUANTITY_TAUGHT, 0 }, { QUANTITY_CAPITAL, 0 }, { QUANTITY_RECURRENT, 0 },
        { QUANTITY_PRESENT_VALUE, 0 },
    };
    assert_int_equal(sizeof rows / sizeof rows[0], QUANTITIES);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_close(values[rows[i].quantity], rows[i].value, 1e-9);
}

TEST(measure, "the largest building of a pooled row is counted in whole children")
{
    static const real pupils[] = { 3393, 9 };
    real values[QUANTITIES];
    measure_one(pupils, 114, 3600, 9, 0, values);
    assert_close(values[QUANTITY_LARGEST_SCHOOL], 378, 0); /* 3393 / 9 = 377 exactly, and 1 */
    static const real one_more[] = { 3394, 8 };
    measure_one(one_more, 114, 3600, 9, 0, values);
    assert_close(values[QUANTITY_LARGEST_SCHOOL], 379, 0); /* the first gets the odd one of each grade */
    assert_close(values[QUANTITY_PUBLIC], 3402, 0);
}

TEST(measure, "a part that is not open counts for nothing and has no largest school")
{
    static const real nobody[] = { 0, 0 };
    real values[QUANTITIES];
    measure_one(nobody, 0, 0, 0, -1, values);
    for (int quantity = 0; quantity < QUANTITIES; quantity++)
        assert_close(values[quantity], quantities[quantity].gather == GATHER_SUM ? 0 : NAN, 0);
}

TEST(measure, "sums are added and maxima taken; the maximum of nothing is no number")
{
    real totals[QUANTITIES * 2], values[QUANTITIES * 2];
    clear_totals(1, 2, totals);
    for (int i = 0; i < QUANTITIES * 2; i++)
        values[i] = i % 2 == 0 ? 5 : NAN;
    gather(1, 2, values, totals);
    for (int i = 0; i < QUANTITIES; i++)
        values[2 * i] = 3;
    gather(1, 2, values, totals);
    assert_close(totals[2 * QUANTITY_ENROLLED], 8, 0);
    assert_close(totals[2 * QUANTITY_LARGEST_CLASS], 5, 0);
    assert_close(totals[2 * QUANTITY_LARGEST_CLASS + 1], NAN, 0);
}

TEST(measure, "a sum of what is known leaves out what is not, and is no number while nothing is")
{
    real totals[QUANTITIES], values[QUANTITIES] = { 0 };
    clear_totals(1, 1, totals);
    values[QUANTITY_STAFF] = NAN;
    gather(1, 1, values, totals);
    assert_close(totals[QUANTITY_STAFF], NAN, 0);
    values[QUANTITY_STAFF] = 4;
    gather(1, 1, values, totals);
    gather(1, 1, values, totals);
    values[QUANTITY_STAFF] = NAN;
    gather(1, 1, values, totals);
    assert_close(totals[QUANTITY_STAFF], 8, 0);
}

TEST(measure, "a part is gathered in all sectors together, and in its own in the draws in which it has one")
{
    enum { DRAWS = 3, ROWS = 3 };
    static const int sector[DRAWS] = { 0, 1, -1 };
    static const real seats[ROWS][DRAWS] = { { 7, 7, 7 }, { 7, 0, 0 }, { 0, 7, 0 } }; /* all; of sector 0; of sector 1 */
    real totals[ROWS][QUANTITIES][DRAWS], values[QUANTITIES * DRAWS];
    clear_totals(ROWS, DRAWS, totals[0][0]);
    for (int i = 0; i < QUANTITIES * DRAWS; i++)
        values[i] = 7;
    gather_part(DRAWS, sector, values, totals[0][0]);
    for (int row = 0; row < ROWS; row++)
        for (int draw = 0; draw < DRAWS; draw++) {
            assert_close(totals[row][QUANTITY_SEATS][draw], seats[row][draw], 0);
            assert_close(totals[row][QUANTITY_LARGEST_SCHOOL][draw], seats[row][draw] > 0 ? 7 : (double)NAN, 0);
            assert_close(totals[row][QUANTITY_DEMAND][draw], 0, 0); /* only a district has it */
        }
}

TEST(measure, "a district is short of seats for the children without one too; what rounding left of them is nobody")
{
    static const real demand[] = { 100, 200, 50, 100 }, waiting[] = { 10, 1e-12, 5, 0 }; /* [grades][draws] */
    real totals[QUANTITIES * 2];
    clear_totals(1, 2, totals);
    totals[2 * QUANTITY_SHORTAGE] = 3;
    measure_district(2, 2, demand, waiting, NULL, 500, totals);
    assert_close(totals[2 * QUANTITY_DEMAND], 150, 0);
    assert_close(totals[2 * QUANTITY_UNMET], 15, 0);
    assert_close(totals[2 * QUANTITY_SHORTAGE], 18, 0);
    assert_close(totals[2 * QUANTITY_RESIDENTS + 1], 500, 0);
    assert_close(totals[2 * QUANTITY_UNMET + 1], 0, 0);
    assert_close(totals[2 * QUANTITY_SHORTAGE + 1], 0, 0);
}

TEST(measure, "who sits in other districts is counted where anybody may, and unknown elsewhere")
{
    static const real demand[] = { 100, 50 }, waiting[] = { 0, 0 }, away[] = { 20, 3 }; /* [grades] */
    real totals[QUANTITIES];
    clear_totals(1, 1, totals);
    measure_district(2, 1, demand, waiting, NULL, 500, totals);
    assert_close(totals[QUANTITY_ELSEWHERE], NAN, 0);
    measure_district(2, 1, demand, waiting, away, 500, totals);
    assert_close(totals[QUANTITY_ELSEWHERE], 23, 0);
}

TEST(measure, "an indicator is a quantity or a ratio of two, and nothing over nothing is no number")
{
    real values[QUANTITIES * 2] = { 0 }, result[2];
    values[2 * QUANTITY_PUBLIC] = 30;
    values[2 * QUANTITY_ENROLLED] = 60;
    values[2 * QUANTITY_LARGEST_CLASS + 1] = 47;
    evaluate_indicator(&indicators[indicator_of("public_share")], 2, values, result);
    assert_close(result[0], 0.5, 0);
    assert_close(result[1], NAN, 0);
    evaluate_indicator(&indicators[indicator_of("class_size_max")], 2, values, result);
    assert_close(result[1], 47, 0);
}
