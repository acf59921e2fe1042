#include "model/measure.h"

#include "test.h"

#include <math.h>
#include <string.h>

static const real limit[] = { 45, 45 }, one_zero[] = { 1, 0, 0 }, one_one[] = { 1, 1, 0 };
static const struct part_rules rules = { limit, 46, 50, one_zero, one_one };

/* A part of two grades in one draw, whose facility is itself alone. */
static void measure_one(const real *pupils, real rooms, real seats, int sites, int sector, real *values)
{
    real scratch[6], school = site_pupils(2, 1, pupils, sites, 0), over = 1;
    const struct part_state state = { .grades = 2, .draws = 1, .pupils = pupils, .rooms = &rooms, .seats = &seats,
                                      .sites = &sites, .sector = &sector, .school = &school, .schools_over = &over };
    measure_part(&plain_measures, &state, &rules, scratch, values);
}

TEST(measure, "a part's quantities are counted from its state")
{
    /* 100.4 + 60 pupils on 150 seats in 4 rooms: 10.4 short. 100 pupils in 2 classes of 50 (want 3), 60 in 2 of 30. */
    static const real pupils[] = { 100.4, 60 };
    real values[QUANTITIES];
    measure_one(pupils, 4, 150, 1, 1, values);
    static const struct { enum quantity quantity; real value; } rows[] = {
        { QUANTITY_DEMAND, 0 },           { QUANTITY_UNMET, 0 },           { QUANTITY_ELSEWHERE, NAN },
        { QUANTITY_ENROLLED, 160.4 },
        { QUANTITY_SEATS, 150 },          { QUANTITY_ROOMS, 4 },           { QUANTITY_SHORTAGE, 10.4 },
        { QUANTITY_SURPLUS, 0 },          { QUANTITY_PUBLIC, 0 },          { QUANTITY_INCLUSIVE, 160.4 },
        { QUANTITY_CLASSES, 4 },          { QUANTITY_CLASS_PUPILS, 160 },  { QUANTITY_LARGEST_CLASS, 50 },
        { QUANTITY_OVER_LIMIT, 2 },       { QUANTITY_OVERSIZE, 2 },        { QUANTITY_SUPER_OVERSIZE, 2 },
        { QUANTITY_LARGEST_SCHOOL, 160 }, { QUANTITY_SCHOOLS_OVER, 1 },    { QUANTITY_SITES, 1 },
        { QUANTITY_RESIDENTS, 0 },        { QUANTITY_POSTS, NAN },         { QUANTITY_STAFF, NAN },
        { QUANTITY_STAFF_GAP, NAN },      { QUANTITY_STAFF_SURPLUS, NAN }, { QUANTITY_TEACHERS, 0 },
        { QUANTITY_TAUGHT, 0 },           { QUANTITY_CAPITAL, NAN },       { QUANTITY_RECURRENT, 0 },
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
        if (quantity != QUANTITY_CAPITAL) /* which is spent before the opening, in scenarios with money */
            assert_close(values[quantity], quantities[quantity].gather == GATHER_SUM ? 0 : NAN, 0);
}

TEST(measure, "sums are added and maxima taken; the maximum of nothing is no number")
{
    real totals[QUANTITIES * 2], values[QUANTITIES * 2];
    clear_totals(&plain_measures, 1, 2, totals);
    for (int i = 0; i < QUANTITIES * 2; i++)
        values[i] = i % 2 == 0 ? 5 : NAN;
    gather(&plain_measures, 1, 2, values, totals);
    for (int i = 0; i < QUANTITIES; i++)
        values[2 * i] = 3;
    gather(&plain_measures, 1, 2, values, totals);
    assert_close(totals[2 * QUANTITY_ENROLLED], 8, 0);
    assert_close(totals[2 * QUANTITY_LARGEST_CLASS], 5, 0);
    assert_close(totals[2 * QUANTITY_LARGEST_CLASS + 1], NAN, 0);
}

TEST(measure, "a sum of what is known leaves out what is not, and is no number while nothing is")
{
    real totals[QUANTITIES], values[QUANTITIES] = { 0 };
    clear_totals(&plain_measures, 1, 1, totals);
    values[QUANTITY_STAFF] = NAN;
    gather(&plain_measures, 1, 1, values, totals);
    assert_close(totals[QUANTITY_STAFF], NAN, 0);
    values[QUANTITY_STAFF] = 4;
    gather(&plain_measures, 1, 1, values, totals);
    gather(&plain_measures, 1, 1, values, totals);
    values[QUANTITY_STAFF] = NAN;
    gather(&plain_measures, 1, 1, values, totals);
    assert_close(totals[QUANTITY_STAFF], 8, 0);
}

TEST(measure, "a part is gathered in all sectors together, and in its own in the draws in which it has one")
{
    enum { DRAWS = 3, ROWS = 3 };
    static const int sector[DRAWS] = { 0, 1, -1 };
    static const real seats[ROWS][DRAWS] = { { 7, 7, 7 }, { 7, 0, 0 }, { 0, 7, 0 } }; /* all; of sector 0; of sector 1 */
    real totals[ROWS][QUANTITIES][DRAWS], values[QUANTITIES * DRAWS];
    clear_totals(&plain_measures, ROWS, DRAWS, totals[0][0]);
    for (int i = 0; i < QUANTITIES * DRAWS; i++)
        values[i] = 7;
    gather_part(&plain_measures, DRAWS, sector, values, totals[0][0]);
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
    clear_totals(&plain_measures, 1, 2, totals);
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
    clear_totals(&plain_measures, 1, 1, totals);
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

TEST(measure, "shares of classes are of the classes formed, not of those of schools")
{
    /* 100 pupils of the first grade in 2 classes of 50, 60 of the second in 2 of 30: of four classes two are above the limit of
     * 45, two have 46 pupils and more, two have 50 and more. */
    static const real pupils[] = { 100, 60 };
    static const char *const ids[] = { "over_limit_share", "oversize_share", "super_oversize_share" };
    real values[QUANTITIES], result;
    measure_one(pupils, 4, 150, 1, 1, values);
    for (int i = 0; i < 3; i++) {
        evaluate_indicator(&indicators[indicator_of(ids[i])], 1, values, &result);
        assert_close(result, 0.5, 0);
    }
}

/* --- what a scenario names ----------------------------------------------------------------------------------------- */

static const char *const tag_names[] = { "boarding", "model" }, *const resource_names[] = { "books" };
static const char *const payer_names[] = { "bond", "state" };
static const struct name_list named[OFS] = {
    [OF_TAG] = { 2, tag_names }, [OF_RESOURCE] = { 1, resource_names }, [OF_PAYER] = { 2, payer_names },
};

struct named_case {
    struct arena arena;
    struct measures measures;
    real *totals;
};

static struct named_case new_case(void)
{
    struct named_case made;
    arena_init(&made.arena, NULL);
    assert_true(measures_make(named, &made.arena, &made.measures));
    made.totals = arena_new(&made.arena, (size_t)made.measures.n_quantities, sizeof *made.totals);
    clear_totals(&made.measures, 1, 1, made.totals);
    return made;
}

static real value_of(const struct named_case *of, const char *id)
{
    real value;
    evaluate_indicator(&of->measures.indicators[measure_of(&of->measures, id)], 1, of->totals, &value);
    return value;
}

/* A school of one grade and any number of classes; it is gathered in `totals`. */
static void add_school(struct named_case *of, real pupils, int sites, const bool *tagged, real books,
                       const struct payments *payments, real *totals)
{
    static const real no_limit = NAN, wide[] = { 1e9 };
    static const struct part_rules any = { wide, NAN, NAN, one_zero, one_one };
    real scratch[3], rooms = 1, seats = 0;
    int sector = 0;
    const struct part_state state = {
        1, 1, &pupils, &rooms, &seats, &sites, &sector, &pupils, &no_limit, tagged, &books, payments
    };
    real *values = arena_new(&of->arena, (size_t)of->measures.n_quantities, sizeof *values);
    measure_part(&of->measures, &state, &any, scratch, values);
    gather(&of->measures, 1, 1, values, totals);
}

static const bool neither[] = { false, false }, model[] = { false, true };

TEST(measure, "a share of facilities counts those that carry the tag, each site for itself")
{
    /* 9 kindergartens of one row carry `model`, 30 of another nothing, one alone `model`: 10 of 40. */
    struct named_case of = new_case();
    add_school(&of, 100, 9, model, NAN, NULL, of.totals);
    add_school(&of, 100, 30, neither, NAN, NULL, of.totals);
    add_school(&of, 0, 1, model, NAN, NULL, of.totals);
    assert_close(value_of(&of, "quality_share.model"), 0.25, 1e-12);
    assert_close(value_of(&of, "quality_share.boarding"), 0, 0);
    arena_clear(&of.arena);
}

TEST(measure, "the balance between schools is weighted by their pupils")
{
    /* Books a pupil: 279/45 = 6.2, 137/37 = 3.703, 935/89 = 10.506, 160/76 = 2.105, 402/55 = 7.309; 1913 books of 302 pupils are
     * 6.334. Squares off it, over pupils, add up to 3217.23: the root of 3217.23/302 = 10.653 is 3.2639, over 6.334 0.5153.
     * Neither the school that does not know its books nor the empty one counts. */
    static const real pupils[] = { 45, 37, 89, 76, 55, 500, 0 }, books[] = { 279, 137, 935, 160, 402, NAN, 800 };
    struct named_case of = new_case();
    for (int i = 0; i < 7; i++)
        add_school(&of, pupils[i], 1, neither, books[i], NULL, of.totals);
    assert_close(value_of(&of, "balance.books"), 0.5153, 5e-5);
    arena_clear(&of.arena);
}

TEST(measure, "districts are joined to the balance that all their schools have together; alike schools differ by nothing")
{
    /* Two districts of two schools: 10 and 30 books for 10 pupils each, then 20 for 10 and 60 for 30: 1, 3, 2, 2 a pupil, 120 of
     * 60 pupils: 2 in the mean. Squares: 10 + 10, over 60 1/3; the root is 0.57735, over 2 0.288675. */
    struct named_case of = new_case();
    real *west = arena_new(&of.arena, (size_t)of.measures.n_quantities, sizeof *west);
    real *east = arena_new(&of.arena, (size_t)of.measures.n_quantities, sizeof *east);
    clear_totals(&of.measures, 1, 1, west);
    clear_totals(&of.measures, 1, 1, east);
    add_school(&of, 10, 1, neither, 10, NULL, west);
    add_school(&of, 10, 1, neither, 30, NULL, west);
    add_school(&of, 10, 1, neither, 20, NULL, east);
    add_school(&of, 30, 1, neither, 60, NULL, east);
    gather(&of.measures, 1, 1, east, of.totals);
    assert_close(value_of(&of, "balance.books"), 0, 0);
    gather(&of.measures, 1, 1, west, of.totals);
    assert_close(value_of(&of, "balance.books"), 0.2886751345948, 1e-12);
    arena_clear(&of.arena);
}

TEST(measure, "money by payer is added up; a resource that nobody has has no balance")
{
    struct named_case of = new_case();
    real paid[] = { 30, 0 }, so_far[] = { 90, 5 };
    const struct payments payments = { 40, paid, so_far };
    add_school(&of, 10, 1, neither, 0, &payments, of.totals);
    add_school(&of, 10, 1, neither, NAN, &payments, of.totals);
    assert_close(value_of(&of, "capital"), 80, 0);
    assert_close(value_of(&of, "capital.bond"), 60, 0);
    assert_close(value_of(&of, "capital.state"), 0, 0);
    assert_close(value_of(&of, "cost_present_value.state"), 10, 0);
    assert_close(value_of(&of, "balance.books"), NAN, 0);
    arena_clear(&of.arena);
}
