/* Children with neighbours, year by year, in whole scenarios solved by hand. */
#include "engine/year.h"

#include "built_scenario.h"
#include "test.h"

#include <math.h>
#include <string.h>

enum { PUBLIC };
enum { HOME, HOST, OTHER };

/* A district that names its neighbours, best first. */
static void name_neighbours(struct seatsim_scenario *scenario, int district, int first, int second)
{
    struct district *named = &scenario->districts[district];
    named->neighbours = arena_new(&scenario->arena, 2, sizeof *named->neighbours);
    assert_non_null(named->neighbours);
    named->neighbours[0] = first;
    named->neighbours[1] = second;
    named->n_neighbours = second < 0 ? 1 : 2;
}

static void one_stage(struct seatsim_scenario *scenario, bool compulsory, int grades, double max_share)
{
    built_stage(scenario, "school", compulsory, 6, grades, 50);
    scenario->allocation[0].max_share = max_share;
}

/* A facility of the one stage, full of the district's pupils. */
static int facility(struct seatsim_scenario *scenario, const char *id, int district, double seats, double pupils)
{
    int index = built_facility(scenario, id, district, PUBLIC, 1);
    built_part(scenario, index, 0, 9, seats, pupils);
    return index;
}

#define ASSERT_RUN(scenario_, years_, rows_) assert_run(scenario_, years_, rows_, sizeof(rows_) / sizeof *(rows_))

TEST(guests, "children without a seat at home sit with the neighbour, up to max_share of demand, and go on there")
{
    /* 100 enter a year; 100 seats at home, 50 at the host. 2021: 60 go on, 40 of 100 newcomers find seats, 60 wait, and 20 % of
     * 160 may go: 32, all in grade 1. 2022: 40 go on at home, 32 at the host; 100 + 28 ask for 60 seats, 68 wait, 40 - 32 = 8 may
     * go. 2023: of these 8 were 6.25 in grade 1 and go on (8 x 100/128); 33.75 more make 40 again. */
    struct seatsim_scenario *scenario = built_new(2020, 2023);
    one_stage(scenario, false, 2, 0.2);
    built_pupils(scenario, built_district(scenario, "home", 100), 0, (const double[]) { 60, 40 });
    built_pupils(scenario, built_district(scenario, "host", 0), 0, (const double[]) { 0, 0 });
    name_neighbours(scenario, HOME, HOST, -1);
    facility(scenario, "full", HOME, 100, 100);
    facility(scenario, "free", HOST, 50, 0);
    static const struct expected rows[] = {
        { "district", "home", "school", "demand", { 100, 160, 200, 200 } },
        { "district", "home", "school", "enrolled", { 100, 100, 100, 100 } },
        { "district", "home", "school", "placed_elsewhere", { 0, 32, 40, 40 } },
        { "district", "home", "school", "unmet", { 0, 28, 60, 60 } },
        { "district", "host", "school", "demand", { 0, 0, 0, 0 } },
        { "district", "host", "school", "enrolled", { 0, 32, 40, 40 } },
        { "district", "host", "school", "surplus", { 50, 18, 10, 10 } },
        { "district", "host", "school", "placed_elsewhere", { NAN, NAN, NAN, NAN } }, /* it has no neighbours itself */
        { "facility", "free", "school", "enrolled", { 0, 32, 40, 40 } },
        { "region", "", "school", "placed_elsewhere", { 0, 32, 40, 40 } },
        { "region", "", "school", "enrolled", { 100, 132, 140, 140 } },
    };
    ASSERT_RUN(scenario, 4, rows);
    built_free(scenario);
}

TEST(guests, "without max_share nobody goes, and a district stands alone")
{
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    one_stage(scenario, false, 2, 0);
    built_pupils(scenario, built_district(scenario, "home", 100), 0, (const double[]) { 60, 40 });
    built_pupils(scenario, built_district(scenario, "host", 0), 0, (const double[]) { 0, 0 });
    name_neighbours(scenario, HOME, HOST, -1);
    facility(scenario, "full", HOME, 100, 100);
    facility(scenario, "free", HOST, 50, 0);
    static const struct expected rows[] = {
        { "district", "home", "school", "unmet", { 0, 60 } },
        { "district", "host", "school", "enrolled", { 0, 0 } },
        { "region", "", "school", "placed_elsewhere", { NAN, NAN } },
    };
    ASSERT_RUN(scenario, 2, rows);
    struct plan *plan = NULL;
    assert_int_equal(plan_new(scenario, &memory_c_library, &plan, NULL), SEATSIM_OK);
    assert_int_equal(plan->n_clusters, 2);
    assert_int_equal(plan->n_links, 0);
    plan_free(plan);
    built_free(scenario);
}

TEST(guests, "all ask at once, rank by rank; the rest of a compulsory stage comes after the last rank")
{
    /* One grade, so nobody goes on. Home has 90 children and 30 seats, other 60 and 20. Host's own 10 sit first: 30 of its 40
     * seats are free. Rank 1: 60 and 40 ask the host, which takes 30 of 100: 18 and 12. Rank 2: home's other 42 ask other, which
     * is full; other's 28 ask home, full too. They are seated above capacity at home. */
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    one_stage(scenario, true, 1, 1);
    built_pupils(scenario, built_district(scenario, "home", 90), 0, (const double[]) { 30 });
    built_pupils(scenario, built_district(scenario, "host", 10), 0, (const double[]) { 10 });
    built_pupils(scenario, built_district(scenario, "other", 60), 0, (const double[]) { 20 });
    name_neighbours(scenario, HOME, HOST, OTHER);
    name_neighbours(scenario, OTHER, HOST, HOME);
    facility(scenario, "a", HOME, 30, 30);
    facility(scenario, "b", HOST, 40, 10);
    facility(scenario, "c", OTHER, 20, 20);
    static const struct expected rows[] = {
        { "district", "home", "school", "placed_elsewhere", { 0, 18 } },
        { "district", "other", "school", "placed_elsewhere", { 0, 12 } },
        { "district", "host", "school", "enrolled", { 10, 40 } },
        { "district", "home", "school", "enrolled", { 30, 72 } },
        { "district", "other", "school", "enrolled", { 20, 48 } },
        { "region", "", "school", "unmet", { 0, 0 } },
    };
    ASSERT_RUN(scenario, 2, rows);
    built_free(scenario);
}

TEST(guests, "guests keep their seats; those of a school that closes ask again, at home first")
{
    /* Two grades, 40 enter at home, which has 20 seats. 2021: 20 of the 40 find seats, 20 go to the host's two schools, 10 and 10
     * (as their free seats). 2022: b1 closes, its 10 ask again. At home 20 go on to grade 2 and fill it; so 10 in grade 2 and 40
     * in grade 1 ask b2, which has 10 guests and 20 of 30 seats free: 40 %: 4 and 16. */
    struct seatsim_scenario *scenario = built_new(2020, 2022);
    one_stage(scenario, false, 2, 1);
    built_pupils(scenario, built_district(scenario, "home", 40), 0, (const double[]) { 0, 20 });
    built_pupils(scenario, built_district(scenario, "host", 0), 0, (const double[]) { 0, 0 });
    name_neighbours(scenario, HOME, HOST, -1);
    facility(scenario, "a", HOME, 20, 20);
    int closing = facility(scenario, "b1", HOST, 30, 0);
    facility(scenario, "b2", HOST, 30, 0);
    built_project(scenario, PROJECT_CLOSE, closing, 2022);
    static const struct expected rows[] = {
        { "facility", "b1", "school", "enrolled", { 0, 10, NAN } },
        { "facility", "b2", "school", "enrolled", { 0, 10, 30 } },
        { "district", "home", "school", "placed_elsewhere", { 0, 20, 30 } },
        { "district", "home", "school", "unmet", { 0, 0, 30 } },
    };
    ASSERT_RUN(scenario, 3, rows);
    built_free(scenario);
}

TEST(guests, "a school that merges takes its guests along")
{
    /* As above, but b1 goes into b2 in 2022: 20 guests go on, 40 new ones find 40 of its 60 seats. */
    struct seatsim_scenario *scenario = built_new(2020, 2022);
    one_stage(scenario, false, 2, 1);
    built_pupils(scenario, built_district(scenario, "home", 40), 0, (const double[]) { 0, 20 });
    built_pupils(scenario, built_district(scenario, "host", 0), 0, (const double[]) { 0, 0 });
    name_neighbours(scenario, HOME, HOST, -1);
    facility(scenario, "a", HOME, 20, 20);
    int goes = facility(scenario, "b1", HOST, 30, 0), stays = facility(scenario, "b2", HOST, 30, 0);
    built_project(scenario, PROJECT_MERGE, goes, 2022)->into = stays;
    static const struct expected rows[] = {
        { "facility", "b2", "school", "enrolled", { 0, 10, 60 } },
        { "district", "home", "school", "placed_elsewhere", { 0, 20, 60 } },
    };
    ASSERT_RUN(scenario, 3, rows);
    built_free(scenario);
}

TEST(guests, "in a combined school guests claim the next stage after its own leavers, whatever that stage's max_share is")
{
    /* Primary and junior of one grade each; junior lets nobody go to neighbours. 2021: 50 primary children of home find 20
     * seats there and 30 at the host's combined school, beside its own 20. 2022: its junior stage has 40 seats: its own 20
     * leavers claim first, 20 of the 30 guests get the others. The other 10 ask at home, with the 20 from there. */
    struct seatsim_scenario *scenario = built_new(2020, 2022);
    built_stage(scenario, "primary", false, 6, 1, 50);
    built_stage(scenario, "junior", false, 7, 1, 50);
    scenario->allocation[0].max_share = 1;
    static const double none[] = { 0 };
    for (int district = HOME; district <= HOST; district++) {
        built_district(scenario, district == HOME ? "home" : "host", district == HOME ? 50 : 20);
        built_pupils(scenario, district, 0, none);
        built_pupils(scenario, district, 1, none);
    }
    name_neighbours(scenario, HOME, HOST, -1);
    int own = built_facility(scenario, "own", HOME, PUBLIC, 1), combined = built_facility(scenario, "combined", HOST, PUBLIC, 1);
    built_part(scenario, own, 0, 1, 20, 0);
    built_part(scenario, own, 1, 1, 25, 0);
    built_part(scenario, combined, 0, 1, 60, 0);
    built_part(scenario, combined, 1, 1, 40, 0);
    static const struct expected rows[] = {
        { "district", "home", "primary", "placed_elsewhere", { 0, 30, 30 } },
        { "facility", "combined", "junior", "enrolled", { 0, 0, 40 } },
        { "facility", "own", "junior", "enrolled", { 0, 0, 25 } },
        { "district", "home", "junior", "placed_elsewhere", { 0, 0, 20 } },
        { "district", "home", "junior", "unmet", { 0, 0, 5 } },
        { "district", "host", "junior", "unmet", { 0, 0, 0 } },
    };
    ASSERT_RUN(scenario, 3, rows);
    built_free(scenario);
}

TEST(guests, "a block notices when a guest is lost")
{
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    one_stage(scenario, false, 2, 1);
    built_pupils(scenario, built_district(scenario, "home", 100), 0, (const double[]) { 60, 40 });
    built_pupils(scenario, built_district(scenario, "host", 0), 0, (const double[]) { 0, 0 });
    name_neighbours(scenario, HOME, HOST, -1);
    facility(scenario, "full", HOME, 100, 100);
    facility(scenario, "free", HOST, 50, 0);
    struct plan *plan = NULL;
    struct block block;
    assert_int_equal(plan_new(scenario, &memory_c_library, &plan, NULL), SEATSIM_OK);
    assert_true(block_init(&block, plan, plan->clusters, 1, &memory_c_library));
    begin(&block);
    advance(&block);
    assert_true(block_check(&block, NULL));
    real *guest = block_seated(&block, 1); /* of the 60 who wait 50 sit there */
    assert_close(*guest, 50, 1e-12);
    *guest -= 1;
    assert_false(block_check(&block, NULL));
    *guest += 1;
    block.away[0] += 1;
    assert_false(block_check(&block, NULL));
    block_clear(&block);
    plan_free(plan);
    built_free(scenario);
}
