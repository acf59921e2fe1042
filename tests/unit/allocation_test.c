#include "model/allocation.h"

#include "test.h"

#include <string.h>

/* One stage of one district: up to three parts, two grades, one draw. */
enum { PARTS = 3, GRADES = 2 };

struct world {
    int parts;
    enum policy policy;
    int sector[PARTS], offered_grades[PARTS];
    real seats[PARTS], offered_seats[PARTS];
    real pupils[PARTS][GRADES], waiting[GRADES];
    real zone[PARTS];
    int overflow[PARTS];
};

struct seated {
    real pupils[PARTS][GRADES], waiting[GRADES], free[PARTS];
};

static real scratch[64];
static const real weights[] = { 3, 2, 1 };

static struct seating seating_of(const struct world *world, struct seated *seated)
{
    memcpy(seated->pupils, world->pupils, sizeof seated->pupils);
    memcpy(seated->waiting, world->waiting, sizeof seated->waiting);
    struct seating seating = {
        .shape = { world->parts, GRADES, 1 }, .sectors = 3, .sector = world->sector, .offered_grades = world->offered_grades,
        .offered_seats = world->offered_seats, .seats = world->seats, .pupils = seated->pupils[0],
        .waiting = seated->waiting, .free = seated->free, .scratch = scratch,
        .weights = weights, .zone = world->zone, .n_overflow = 1, .overflow = world->overflow,
    };
    assert_true(seating_scratch(&seating.shape, 3, world->policy) <= sizeof scratch / sizeof scratch[0]);
    count_free_seats(&seating);
    return seating;
}

static void assert_seated(const struct seated *seated, int parts, const real expected[][GRADES], const real *waiting)
{
    for (int grade = 0; grade < GRADES; grade++) {
        for (int part = 0; part < parts; part++)
            assert_close(seated->pupils[part][grade], expected[part][grade], 1e-9);
        assert_close(seated->waiting[grade], waiting[grade], 1e-9);
    }
}

/* --- continuing -------------------------------------------------------------------------------------------------- */

TEST(allocation, "children move up or repeat where their grade is offered")
{
    static const struct world world = { .parts = 2, .offered_grades = { 2, 1 }, .pupils = { { 9, 9 }, { 9, 9 } } };
    static const real before[] = { 40, 30, 20, 0 }, ratio[] = { 0.5, 0.9 }, stay[] = { 0.1, 0.05 };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    move_up(&seating, before, ratio, stay);
    static const real expected[][GRADES] = { { 4, 36 + 1.5 }, { 2, 0 } }, waiting[] = { 0, 0 };
    assert_seated(&seated, 2, expected, waiting);
}

TEST(allocation, "a combined school's leavers claim free seats of its next stage, and no more")
{
    /* 100 seats, 70 taken: 30 free. Of 50 leavers 0.9 go on: 45 claim, 30 get in; of 20, 18 claim and get in. */
    static const struct world world = { .parts = 1, .offered_grades = { 2 }, .offered_seats = { 100 }, .pupils = { { 0, 70 } } };
    static const struct { real leavers, admitted; } rows[] = { { 50, 30 }, { 20, 18 }, { 0, 0 } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seated seated;
        struct seating seating = seating_of(&world, &seated);
        claim_next_stage(&seating, 0, &rows[i].leavers, 0.9);
        assert_close(seated.pupils[0][0], rows[i].admitted, 1e-12);
    }
}

TEST(allocation, "a school that is not open admits none of the leavers")
{
    static const struct world world = { .parts = 1, .offered_grades = { 0 }, .offered_seats = { 100 } };
    static const real leavers[] = { 50 };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    claim_next_stage(&seating, 0, leavers, 1);
    assert_close(seated.pupils[0][0], 0, 0);
}

TEST(allocation, "where demand fell below the children who go on, all shrink alike; what it exceeds them by waits")
{
    /* Grade 0: 60 + 40 = 100 of 80 wanted, x 0.8. Grade 1: 30 + 20 of 70 wanted, 20 wait. */
    static const struct world world = { .parts = 2, .offered_grades = { 2, 2 }, .pupils = { { 60, 30 }, { 40, 20 } } };
    static const real demand[] = { 80, 70 };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    keep_within_demand(&seating, demand);
    static const real expected[][GRADES] = { { 48, 30 }, { 32, 20 } }, waiting[] = { 0, 20 };
    assert_seated(&seated, 2, expected, waiting);
}

TEST(allocation, "free seats are one pool over the grades, and never negative")
{
    static const struct world world = { .parts = 2, .offered_seats = { 100, 50 }, .pupils = { { 30, 30 }, { 40, 20 } } };
    struct seated seated;
    seating_of(&world, &seated);
    assert_close(seated.free[0], 40, 0);
    assert_close(seated.free[1], 0, 0);
}

/* --- transfers --------------------------------------------------------------------------------------------------- */

TEST(allocation, "a share of the lower sectors asks for the free seats of better ones, and seats left behind fall to the next")
{
    /* public 100 seats, 88 in it: 12 free. inclusive 60 seats, full. private 100 seats, 40 and 40 in it. Share 25 %.
     * inclusive: 10 and 5 ask public (12 free): 12/15 each: 8 and 4 move. Public is full; inclusive holds 32 and 16, 12 free.
     * private: 10 and 10 ask; public has none; inclusive has 12: 6 and 6 move. Private holds 34 and 34. */
    static const struct world world = {
        .parts = 3, .sector = { 0, 1, 2 }, .offered_grades = { 2, 2, 2 }, .offered_seats = { 100, 60, 100 },
        .pupils = { { 44, 44 }, { 40, 20 }, { 40, 40 } },
    };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    transfer_up(&seating, 0.25);
    static const real expected[][GRADES] = { { 52, 48 }, { 38, 22 }, { 34, 34 } }, waiting[] = { 0, 0 };
    assert_seated(&seated, 3, expected, waiting);
    assert_close(seated.free[2], 32, 1e-9);
}

TEST(allocation, "children of several facilities leave in the same proportion, to several by their free seats")
{
    /* private 30 and 10 in grade 0, share 50 %: 15 and 5 ask; public has 30 free in one: all 20 move. */
    static const struct world world = {
        .parts = 3, .sector = { 0, 2, 2 }, .offered_grades = { 2, 2, 2 }, .offered_seats = { 30, 60, 60 },
        .pupils = { { 0, 0 }, { 30, 0 }, { 10, 0 } },
    };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    transfer_up(&seating, 0.5);
    static const real expected[][GRADES] = { { 20, 0 }, { 15, 0 }, { 5, 0 } }, waiting[] = { 0, 0 };
    assert_seated(&seated, 3, expected, waiting);
}

TEST(allocation, "without a share to transfer nobody moves")
{
    static const struct world world = {
        .parts = 2, .sector = { 0, 1 }, .offered_grades = { 2, 2 }, .offered_seats = { 90, 90 },
        .pupils = { { 0, 0 }, { 30, 30 } },
    };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    transfer_up(&seating, 0);
    static const real expected[][GRADES] = { { 0, 0 }, { 30, 30 } }, waiting[] = { 0, 0 };
    assert_seated(&seated, 2, expected, waiting);
}

/* --- newcomers --------------------------------------------------------------------------------------------------- */

struct case_of_newcomers {
    enum policy policy;
    enum seating_order order;
    struct world world;
    real pupils[PARTS][GRADES], waiting[GRADES];
};

TEST(allocation, "newcomers take free seats in rounds, by the policy")
{
    static const struct case_of_newcomers rows[] = {
        /* 30 free and 10 free, 20 and 4 wait: three quarters and one quarter of each */
        { POLICY_PROPORTIONAL, ORDER_TOGETHER,
          { .parts = 2, .sector = { 0, 1 }, .offered_grades = { 2, 2 }, .offered_seats = { 30, 10 }, .waiting = { 20, 4 } },
          { { 15, 3 }, { 5, 1 } }, { 0, 0 } },
        /* the same, public first: 24 fit into the 30 */
        { POLICY_PUBLIC_FIRST, ORDER_TOGETHER,
          { .parts = 2, .sector = { 0, 1 }, .offered_grades = { 2, 2 }, .offered_seats = { 30, 10 }, .waiting = { 20, 4 } },
          { { 20, 4 }, { 0, 0 } }, { 0, 0 } },
        /* 36 wait for 20 public seats: 20/36 of each, 16.67 and 3.33 wait on; then 10 seats of the others for 20 */
        { POLICY_PUBLIC_FIRST, ORDER_TOGETHER,
          { .parts = 2, .sector = { 0, 1 }, .offered_grades = { 2, 2 }, .offered_seats = { 20, 10 }, .waiting = { 30, 10 } },
          { { 15, 5 }, { 7.5, 2.5 } }, { 7.5, 2.5 } },
        /* one after another: 30 of grade 0 take all 30 seats by 2 : 1, grade 1 finds none */
        { POLICY_PROPORTIONAL, ORDER_ENTRY_FIRST,
          { .parts = 2, .sector = { 0, 1 }, .offered_grades = { 2, 2 }, .offered_seats = { 20, 10 }, .waiting = { 30, 10 } },
          { { 20, 0 }, { 10, 0 } }, { 0, 10 } },
        /* Part 1 offers only grade 0. Round 1: grade 0 asks 30 : 10, so 15 and 5; grade 1 asks 30 of part 0.
         * Part 0 has 30 for 45: 2/3: 10 and 20, 5 and 10 wait. Part 1 takes 5, 5 left there.
         * Round 2: grade 0's 5 ask part 1, which has 5. Grade 1's 10 find no seat. */
        { POLICY_PROPORTIONAL, ORDER_TOGETHER,
          { .parts = 2, .sector = { 0, 0 }, .offered_grades = { 2, 1 }, .offered_seats = { 30, 10 }, .waiting = { 20, 30 } },
          { { 10, 20 }, { 10, 0 } }, { 0, 10 } },
        /* a part that is not open is asked by nobody */
        { POLICY_PUBLIC_FIRST, ORDER_TOGETHER,
          { .parts = 2, .sector = { -1, 1 }, .offered_grades = { 0, 2 }, .offered_seats = { 0, 10 }, .waiting = { 4, 4 } },
          { { 0, 0 }, { 4, 4 } }, { 0, 0 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seated seated;
        struct seating seating = seating_of(&rows[i].world, &seated);
        seat_newcomers(&seating, rows[i].policy, rows[i].order);
        assert_seated(&seated, rows[i].world.parts, rows[i].pupils, rows[i].waiting);
    }
}

TEST(allocation, "who still waits is seated above capacity by all seats of those who offer the grade")
{
    /* Part 1 still fills up: it offers grade 0 alone, but all its 60 seats count. Grade 0: 12 by 120 : 60 is 8 and 4.
     * Grade 1: 5 to part 0. */
    static const struct world world = {
        .parts = 2, .offered_grades = { 2, 1 }, .seats = { 120, 60 }, .offered_seats = { 120, 30 },
        .pupils = { { 60, 60 }, { 30, 0 } }, .waiting = { 12, 5 },
    };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    seat_above_capacity(&seating);
    static const real expected[][GRADES] = { { 68, 65 }, { 34, 0 } }, waiting[] = { 0, 0 };
    assert_seated(&seated, 2, expected, waiting);
}

TEST(allocation, "without a seat anywhere, those who offer the grade take alike")
{
    static const struct world world = { .parts = 3, .offered_grades = { 2, 1, 2 }, .waiting = { 12, 5 } };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    seat_above_capacity(&seating);
    static const real expected[][GRADES] = { { 4, 2.5 }, { 4, 0 }, { 4, 2.5 } }, waiting[] = { 0, 0 };
    assert_seated(&seated, 3, expected, waiting);
}

TEST(allocation, "where nobody offers the grade, children go on waiting")
{
    static const struct world world = {
        .parts = 1, .offered_grades = { 1 }, .seats = { 60 }, .offered_seats = { 30 }, .waiting = { 2, 5 },
    };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    seat_above_capacity(&seating);
    static const real expected[][GRADES] = { { 2, 0 } }, waiting[] = { 0, 5 };
    assert_seated(&seated, 1, expected, waiting);
}

/* --- draws ------------------------------------------------------------------------------------------------------- */

/* Two parts, of which part 1 offers one grade in the second draw; draws end after different numbers of rounds. */
static void check_draws(enum policy policy)
{
    static const int sector[] = { 0, 1, 0, 1, 1, 2 }, offered[] = { 2, 2, 2, 2, 1, 2 }, overflow[] = { 1, -1 };
    static const real seats[] = { 31, 30, 17, 11, 10, 13 }, zone[] = { 0.5, 0.25, 0, 0.5, 0.25, 0 };
    static const real start[] = { 20, 20, 3, 7, 30, 2 };
    real pupils[12] = { 0 }, waiting[6], free[6], work[96];
    memcpy(waiting, start, sizeof waiting);
    struct seating together = {
        .shape = { 2, 2, 3 }, .sectors = 3, .sector = sector, .offered_grades = offered, .offered_seats = seats, .seats = seats,
        .pupils = pupils, .waiting = waiting, .free = free, .weights = weights, .zone = zone, .n_overflow = 1,
        .overflow = overflow, .scratch = work,
    };
    assert_true(seating_scratch(&together.shape, 3, policy) <= sizeof work / sizeof work[0]);
    count_free_seats(&together);
    seat_newcomers(&together, policy, ORDER_TOGETHER);
    for (int draw = 0; draw < 3; draw++) {
        const int one_sector[] = { sector[draw], sector[3 + draw] }, one_offered[] = { offered[draw], offered[3 + draw] };
        const real one_seats[] = { seats[draw], seats[3 + draw] }, one_zone[] = { zone[draw], zone[3 + draw] };
        real one_pupils[4] = { 0 }, one_waiting[] = { start[draw], start[3 + draw] }, one_free[2];
        struct seating alone = {
            .shape = { 2, 2, 1 }, .sectors = 3, .sector = one_sector, .offered_grades = one_offered, .offered_seats = one_seats,
            .seats = one_seats, .pupils = one_pupils, .waiting = one_waiting, .free = one_free, .weights = weights,
            .zone = one_zone, .n_overflow = 1, .overflow = overflow, .scratch = work,
        };
        count_free_seats(&alone);
        seat_newcomers(&alone, policy, ORDER_TOGETHER);
        for (int row = 0; row < 4; row++)
            assert_close(pupils[row * 3 + draw], one_pupils[row], 0);
        for (int grade = 0; grade < 2; grade++)
            assert_close(waiting[grade * 3 + draw], one_waiting[grade], 0);
    }
}

TEST(allocation, "draws do not see one another: three at once give what each gives alone, to the last bit")
{
    for (int policy = 0; policy < POLICIES; policy++)
        check_draws((enum policy)policy);
}

/* --- preference and zones ---------------------------------------------------------------------------------------- */

TEST(allocation, "preference spreads children over sectors by weights in every grade, inside a sector by free seats")
{
    /* One public school of weight 3 and two private ones of weight 1; only these offer grade two. Of 40 in grade one 30 ask the
     * public school, of the private ones' 10 + 20 three quarters ask the larger. */
    static const struct world few = {
        .parts = 3, .policy = POLICY_PREFERENCE, .sector = { 0, 2, 2 }, .offered_grades = { 1, 2, 2 },
        .offered_seats = { 60, 30, 10 }, .waiting = { 40, 20 },
    };
    static const real few_seated[][GRADES] = { { 30, 0 }, { 7.5, 15 }, { 2.5, 5 } }, nobody[] = { 0, 0 };
    struct seated seated;
    struct seating seating = seating_of(&few, &seated);
    seat_newcomers(&seating, POLICY_PREFERENCE, ORDER_TOGETHER);
    assert_seated(&seated, 3, few_seated, nobody);

    /* 110 of grade one: the public school is asked for 82.5 and is full with 60, then the 22.5 ask the others: 100 seats. */
    static const struct world many = {
        .parts = 3, .policy = POLICY_PREFERENCE, .sector = { 0, 2, 2 }, .offered_grades = { 1, 2, 2 },
        .offered_seats = { 60, 30, 10 }, .waiting = { 110, 0 },
    };
    static const real many_seated[][GRADES] = { { 60, 0 }, { 30, 0 }, { 10, 0 } }, ten[] = { 10, 0 };
    seating = seating_of(&many, &seated);
    seat_newcomers(&seating, POLICY_PREFERENCE, ORDER_ENTRY_FIRST);
    assert_seated(&seated, 3, many_seated, ten);
}

TEST(allocation, "children ask the school of their zone, then those it names, then any")
{
    /* Zones of 60 % and 30 % are two thirds and one third of 90: 60 ask 40 seats, 30 ask 50. The 20 ask the third school, which
     * has 10; the last 10 find the 20 that are left. */
    static const struct world world = {
        .parts = 3, .policy = POLICY_ZONES, .offered_grades = { 2, 2, 2 }, .offered_seats = { 40, 50, 10 },
        .waiting = { 90, 0 }, .zone = { 0.6, 0.3, 0 }, .overflow = { 2, -1, -1 },
    };
    static const real expected[][GRADES] = { { 40, 0 }, { 40, 0 }, { 10, 0 } }, nobody[] = { 0, 0 };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    seat_newcomers(&seating, POLICY_ZONES, ORDER_TOGETHER);
    assert_seated(&seated, 3, expected, nobody);
}

TEST(allocation, "a school that two zones ask takes the same part of both; a grade it does not offer asks on")
{
    /* Both zones' schools are full; their 30 and 10 of grade one ask the third, which has 20. Grade two is not offered there and
     * finds no seat at all. */
    static const struct world world = {
        .parts = 3, .policy = POLICY_ZONES, .offered_grades = { 2, 2, 1 }, .offered_seats = { 0, 0, 20 },
        .waiting = { 40, 8 }, .zone = { 0.75, 0.25, 0 }, .overflow = { 2, 2, -1 },
    };
    static const real expected[][GRADES] = { { 0, 0 }, { 0, 0 }, { 20, 0 } }, waiting[] = { 20, 8 };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    seat_newcomers(&seating, POLICY_ZONES, ORDER_TOGETHER);
    assert_seated(&seated, 3, expected, waiting);
}

TEST(allocation, "without any zone the seats are shared in proportion")
{
    static const struct world world = {
        .parts = 2, .policy = POLICY_ZONES, .offered_grades = { 2, 2 }, .offered_seats = { 60, 30 }, .waiting = { 45, 0 },
        .overflow = { -1, -1 },
    };
    static const real expected[][GRADES] = { { 30, 0 }, { 15, 0 } }, nobody[] = { 0, 0 };
    struct seated seated;
    struct seating seating = seating_of(&world, &seated);
    seat_newcomers(&seating, POLICY_ZONES, ORDER_TOGETHER);
    assert_seated(&seated, 2, expected, nobody);
}
