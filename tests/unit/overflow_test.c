#include "model/overflow.h"

#include "test.h"

#include <string.h>

/* One stage of two parts and two grades, one draw. */
enum { PARTS = 2, GRADES = 2 };
static const struct shape shape = { PARTS, GRADES, 1 };

/* --- continuing -------------------------------------------------------------------------------------------------- */

TEST(overflow, "guests of every part are away from home")
{
    static const real guests[] = { 1, 2, 30, 40 }; /* [parts][grades] */
    real away[GRADES] = { 100, 200 };
    count_away(&shape, guests, away);
    assert_close(away[0], 131, 0);
    assert_close(away[1], 242, 0);
}

TEST(overflow, "where demand at home fell, the guests of a grade shrink in every part alike")
{
    static const real kept[] = { 0.5, 1 }, expected[] = { 1, 2, 15, 40 };
    real guests[] = { 2, 2, 30, 40 };
    keep_guests(&shape, kept, guests);
    for (int i = 0; i < PARTS * GRADES; i++)
        assert_close(guests[i], expected[i], 0);
}

TEST(overflow, "children who are away shrink with those at home, and are not waited for")
{
    /* Grade 1: 60 at home and 40 away, of whom demand leaves 80: 0.8 of each. Grade 2: 30 and 10 of 50, so 10 wait. */
    static const int offered[PARTS] = { 2, 0 };
    static const real demand[] = { 80, 50 };
    real pupils[PARTS * GRADES] = { 60, 30, 0, 0 }, waiting[GRADES], away[] = { 40, 10 }, kept[GRADES], scratch[64];
    const struct seating seating = { .shape = shape, .offered_grades = offered, .pupils = pupils, .waiting = waiting,
                                     .away = away, .kept = kept, .scratch = scratch };
    keep_within_demand(&seating, demand);
    static const real expected[][4] = { { 48, 32, 0.8, 0 }, { 30, 10, 1, 10 } };
    for (int grade = 0; grade < GRADES; grade++) {
        assert_close(pupils[grade], expected[grade][0], 1e-12);
        assert_close(away[grade], expected[grade][1], 1e-12);
        assert_close(kept[grade], expected[grade][2], 1e-12);
        assert_close(waiting[grade], expected[grade][3], 1e-12);
    }
}

TEST(overflow, "guests take seats as the district's own children do")
{
    /* 50 seats less 10 + 5 of its own and 20 + 8 guests leave 7; a part with more guests than seats has none. */
    static const real offered_seats[] = { 50, 10 }, guests[] = { 20, 8, 12, 0 };
    real pupils[] = { 10, 5, 0, 0 }, free[PARTS];
    const struct seating seating = { .shape = shape, .offered_seats = offered_seats, .pupils = pupils, .guests = guests,
                                     .free = free };
    count_free_seats(&seating);
    assert_close(free[0], 7, 0);
    assert_close(free[1], 0, 0);
}

TEST(overflow, "guests who leave a combined school's stage share the free seats of its next one by their claims")
{
    /* Claims of 20 and of 0.8 x 50 = 40: with 90 free seats all get in, with 30 half of each, with none nobody. A part that is
     * not open takes none. */
    static const struct { int offered; real free, first, second; } rows[] = {
        { 2, 90, 20, 40 }, { 2, 30, 10, 20 }, { 1, 0, 0, 0 }, { 0, 90, 0, 0 },
    };
    static const real leavers[] = { 20, 50 };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        real claims = 0, first = 0, second = 0;
        add_claims(1, &leavers[0], 1, &rows[i].offered, &claims);
        add_claims(1, &leavers[1], 0.8, &rows[i].offered, &claims);
        admit_claims(1, &leavers[0], 1, &rows[i].offered, &claims, &rows[i].free, &first);
        admit_claims(1, &leavers[1], 0.8, &rows[i].offered, &claims, &rows[i].free, &second);
        assert_close(first, rows[i].first, 1e-12);
        assert_close(second, rows[i].second, 1e-12);
    }
}

/* --- asking ------------------------------------------------------------------------------------------------------ */

TEST(overflow, "no more ask than leave max_share of demand away, the same part of every grade; those of earlier years count")
{
    /* Of 200 children 30 and 10 wait. */
    static const real demand[] = { 120, 80 };
    static const struct { real max_share, away[GRADES], asking[GRADES]; } rows[] = {
        { 1, { 0, 0 }, { 30, 10 } },
        { 0.2, { 0, 0 }, { 30, 10 } },      /* 40 may be away */
        { 0.1, { 0, 0 }, { 15, 5 } },       /* 20 of the 40 who wait */
        { 0.1, { 5, 10 }, { 3.75, 1.25 } }, /* 15 are away: 5 of 40 */
        { 0.1, { 5, 16 }, { 0, 0 } },       /* 21 are away already, for demand fell */
        { 0, { 0, 0 }, { 0, 0 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        real waiting[] = { 30, 10 }, asking[GRADES], away[GRADES];
        memcpy(away, rows[i].away, sizeof away);
        const struct home home = { .asking = asking, .waiting = waiting, .away = away };
        ask_neighbour(GRADES, 1, rows[i].max_share, demand, &home);
        for (int grade = 0; grade < GRADES; grade++)
            assert_close(asking[grade], rows[i].asking[grade], 1e-12);
    }
}

TEST(overflow, "what rounding left of those who wait asks nobody")
{
    static const real demand[] = { 300, 0.5 };
    real waiting[] = { 1e-8, 1e-10 }, asking[GRADES], away[GRADES] = { 0 };
    const struct home home = { .asking = asking, .waiting = waiting, .away = away };
    ask_neighbour(GRADES, 1, 1, demand, &home);
    assert_close(asking[0], 0, 0);
    assert_close(asking[1], 0, 0);
}

/* --- seating ----------------------------------------------------------------------------------------------------- */

/* Two homes that ask one neighbour. */
struct two_homes {
    real asking[2][GRADES], waiting[2][GRADES], away[2][GRADES], guests[2][PARTS][GRADES], free[PARTS];
};

/* Seats those who ask a neighbour of two parts, a private and a public one; all who ask are all who wait. */
static struct two_homes seat_two(const real asking[2][GRADES], const int *offered_grades, const real *free, enum policy policy)
{
    static const int sector[PARTS] = { 1, 0 };
    struct two_homes two = { .free = { free[0], free[1] } };
    real pupils[PARTS * GRADES] = { 7, 7, 7, 7 }, waiting[GRADES], asked[GRADES], scratch[64];
    struct home homes[2];
    for (int i = 0; i < 2; i++) {
        memcpy(two.asking[i], asking[i], sizeof two.asking[i]);
        memcpy(two.waiting[i], asking[i], sizeof two.waiting[i]);
        homes[i] = (struct home) { two.asking[i], two.waiting[i], two.away[i], two.guests[i][0] };
    }
    const struct seating host = { .shape = shape, .sectors = 2, .sector = sector, .offered_grades = offered_grades,
                                  .pupils = pupils, .waiting = waiting, .free = two.free, .scratch = scratch };
    seat_guests(&host, policy, ORDER_TOGETHER, 2, homes, asked);
    return two;
}

static void assert_home(const struct two_homes *two, int home, const real guests[PARTS][GRADES], const real *waiting)
{
    for (int grade = 0; grade < GRADES; grade++) {
        for (int part = 0; part < PARTS; part++)
            assert_close(two->guests[home][part][grade], guests[part][grade], 1e-12);
        assert_close(two->away[home][grade], guests[0][grade] + guests[1][grade], 1e-12);
        assert_close(two->waiting[home][grade], waiting[grade], 1e-12);
    }
}

static const int all_grades[PARTS] = { GRADES, GRADES };
static const real asking[2][GRADES] = { { 30, 0 }, { 15, 15 } };

TEST(overflow, "a neighbour asked for more than its free seats takes the same fraction of every home and grade")
{
    /* 60 ask for 20 + 10 seats: half of each may come, 22.5 in grade 1 and 7.5 in grade 2, spread 2 : 1 over the parts. In
     * grade 1 two of three are of the first home: 15, of them 10 and 5. */
    static const real free[] = { 20, 10 };
    static const real first[PARTS][GRADES] = { { 10, 0 }, { 5, 0 } }, second[PARTS][GRADES] = { { 5, 5 }, { 2.5, 2.5 } };
    static const real first_waits[] = { 15, 0 }, second_waits[] = { 7.5, 7.5 };
    struct two_homes two = seat_two(asking, all_grades, free, POLICY_PROPORTIONAL);
    assert_home(&two, 0, first, first_waits);
    assert_home(&two, 1, second, second_waits);
    assert_close(two.free[0], 0, 1e-12);
    assert_close(two.free[1], 0, 1e-12);
}

TEST(overflow, "guests are seated by the policy, as the neighbour's own newcomers are")
{
    /* Public first: 60 find 100 seats, 50 of them public: all of the 60 ask there, and five in six get in. */
    static const real free[] = { 50, 50 };
    static const real first[PARTS][GRADES] = { { 5, 0 }, { 25, 0 } }, second[PARTS][GRADES] = { { 2.5, 2.5 }, { 12.5, 12.5 } };
    static const real none[GRADES];
    struct two_homes two = seat_two(asking, all_grades, free, POLICY_PUBLIC_FIRST);
    assert_home(&two, 0, first, none);
    assert_home(&two, 1, second, none);
    assert_close(two.free[0], 40, 1e-12);
}

TEST(overflow, "who asks for a grade that finds no seat goes on waiting")
{
    /* Half of 60 may come; the first part has no second grade. Grade 1: 15 ask the first part, 7.5 the second; grade 2: 7.5
     * the second, which takes 10 of the 15: 5 and 5. Then the other 2.5 of grade 1 find seats in the first, 2.5 of grade 2
     * find none. */
    static const int offered_grades[PARTS] = { 1, GRADES };
    static const real free[] = { 20, 10 };
    static const real first[PARTS][GRADES] = { { 17.5 * 2 / 3, 0 }, { 5.0 * 2 / 3, 0 } };
    static const real second[PARTS][GRADES] = { { 17.5 / 3, 0 }, { 5.0 / 3, 5 } };
    static const real first_waits[] = { 15, 0 }, second_waits[] = { 7.5, 10 };
    struct two_homes two = seat_two(asking, offered_grades, free, POLICY_PROPORTIONAL);
    assert_home(&two, 0, first, first_waits);
    assert_home(&two, 1, second, second_waits);
    assert_close(two.free[0], 2.5, 1e-12);
}
