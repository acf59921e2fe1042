#include "model/capacity.h"

#include "test.h"

TEST(capacity, "a facility that fills by entry offers its first k grades and k/G of its seats in its k-th autumn")
{
    static const bool by_entry[] = { true };
    static const int opened[] = { 3 };
    static const real seats[] = { 600 };
    static const struct { int autumn, grades; real seats; } rows[] = {
        { 3, 1, 100 }, /* 600/6 */
        { 4, 2, 200 },
        { 7, 5, 500 },
        { 8, 6, 600 },
        { 12, 6, 600 },
    };
    struct shape shape = { 1, 6, 1 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int offered;
        real offered_seats;
        offer_seats(&shape, rows[i].autumn, by_entry, opened, seats, &offered, &offered_seats);
        assert_int_equal(offered, rows[i].grades);
        assert_close(offered_seats, rows[i].seats, 1e-12);
    }
}

TEST(capacity, "any other facility offers all it has, and one that is not open nothing, draw by draw")
{
    static const bool by_entry[] = { false, true };
    static const int opened[] = { 3, NEVER, NEVER, 2 }; /* [parts][draws] */
    static const real seats[] = { 90, 0, 0, 60 };
    struct shape shape = { 2, 3, 2 };
    int offered[4];
    real offered_seats[4];
    offer_seats(&shape, 3, by_entry, opened, seats, offered, offered_seats);
    static const int expected[] = { 3, 0, 0, 2 };
    static const real expected_seats[] = { 90, 0, 0, 40 };
    for (int i = 0; i < 4; i++) {
        assert_int_equal(offered[i], expected[i]);
        assert_close(offered_seats[i], expected_seats[i], 1e-12);
    }
}

TEST(capacity, "a stock never falls below nothing")
{
    real stock[] = { 10, 3 };
    change_stock(2, -5, stock);
    assert_close(stock[0], 5, 0);
    assert_close(stock[1], 0, 0);
    change_stock(2, 7, stock);
    assert_close(stock[1], 7, 0);
}

TEST(capacity, "m of n sites take m/n of everything with them")
{
    static const int sites[] = { 8, 2, 0 };
    real share[3], from[] = { 80, 80, 80, 16, 16, 16 }, to[] = { 0, 0, 0, 1, 1, 1 };
    split_share(3, 2, sites, share);
    assert_close(share[0], 0.25, 0);
    assert_close(share[1], 1, 0); /* all there are */
    assert_close(share[2], 0, 0); /* none there */
    split_stock(2, 3, share, from, to);
    static const real left[] = { 60, 0, 80, 12, 0, 16 }, moved[] = { 20, 80, 0, 5, 17, 1 };
    for (int i = 0; i < 6; i++) {
        assert_close(from[i], left[i], 1e-12);
        assert_close(to[i], moved[i], 1e-12);
    }
}

TEST(capacity, "rooms that change stage take the planned seats of their stage away and bring those of the new one")
{
    /* 6 rooms of 45 become 6 rooms of 50; the second draw has only 4 left, and 100 seats in them. */
    real rooms[] = { 20, 4 }, seats[] = { 900, 100 }, to_rooms[] = { 10, 10 }, to_seats[] = { 500, 500 };
    move_rooms(2, 6, 45, 50, rooms, seats, to_rooms, to_seats);
    assert_close(rooms[0], 14, 0);
    assert_close(seats[0], 630, 0);
    assert_close(to_rooms[0], 16, 0);
    assert_close(to_seats[0], 800, 0);
    assert_close(rooms[1], 0, 0);
    assert_close(seats[1], 0, 0);
    assert_close(to_rooms[1], 14, 0);
    assert_close(to_seats[1], 700, 0);
}

TEST(capacity, "a facility that another is merged into offers every grade that either offered")
{
    assert_int_equal(merged_opening(3, 1, true), 1);
    assert_int_equal(merged_opening(1, 3, true), 1);
    assert_int_equal(merged_opening(3, 1, false), LONG_AGO);
    assert_int_equal(merged_opening(NEVER, 1, true), NEVER);
    assert_int_equal(merged_opening(2, NEVER, false), 2);
}
