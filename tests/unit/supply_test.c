#include "engine/year.h"

#include "built_scenario.h"
#include "test.h"

#include <seatsim/results.h>

#include <math.h>

enum { PUBLIC, INCLUSIVE, PRIVATE };
enum { PRIMARY, JUNIOR };

static const double hundred_each[] = { 100, 100 };

/* 100 births a year and two grades of primary, compulsory: north 120 seats, south 80, both full. */
static struct seatsim_scenario *two_schools(void)
{
    struct seatsim_scenario *scenario = built_new(2020, 2022);
    built_stage(scenario, "primary", true, 6, 2, 40);
    built_pupils(scenario, built_district(scenario, "d", 100), PRIMARY, hundred_each);
    built_part(scenario, built_facility(scenario, "north", 0, PRIVATE, 1), PRIMARY, 3, 120, 120);
    built_part(scenario, built_facility(scenario, "south", 0, PUBLIC, 1), PRIMARY, 2, 80, 80);
    return scenario;
}

TEST(supply, "the children of a school that closes are newcomers of their grades")
{
    /* 2022: north keeps 60 in grade two; 100 of grade one and south's 40 of grade two ask for 60 free seats, and the 80 who
     * find none sit above capacity. */
    static const struct expected rows[] = {
        { "facility", "north", "primary", "enrolled", { 120, 120, 200 } },
        { "facility", "south", "primary", "enrolled", { 80, 80, NAN } },
        { "facility", "south", "primary", "seats", { 80, 80, NAN } },
        { "region", "", "primary", "demand", { 200, 200, 200 } },
        { "region", "", "primary", "seats", { 200, 200, 120 } },
        { "region", "", "primary", "rooms", { 5, 5, 3 } },
        { "region", "", "primary", "shortage", { 0, 0, 80 } },
        { "region", "", "primary", "unmet", { 0, 0, 0 } },
        { "region", "", "primary", "public_share", { 0.4, 0.4, 0 } },
    };
    struct seatsim_scenario *scenario = two_schools();
    built_project(scenario, PROJECT_CLOSE, 1, 2022);
    assert_run(scenario, 3, rows, sizeof rows / sizeof rows[0]);
    built_free(scenario);
}

TEST(supply, "a school that is merged moves whole, and the one that stays keeps its sector")
{
    /* South is two sites with a junior stage of 200 seats, and goes to north in 2021: 5 rooms for 3 sites. In each grade the
     * first site has 34 of 100. Site three has one room for 33 and 33, which need a class each: 2 + 2 + 2 classes; junior
     * has 4 rooms: 2, 1 and 1, again 2 classes each. South's leavers claim the junior stage where they are now. */
    static const struct expected rows[] = {
        { "facility", "north", "primary", "enrolled", { 120, 200 } },
        { "facility", "north", "junior", "enrolled", { NAN, 200 } },
        { "facility", "north", "primary", "seats", { 120, 200 } },
        { "facility", "north", "junior", "rooms", { NAN, 4 } },
        { "facility", "south", "junior", "enrolled", { 200, NAN } },
        { "facility", "north", "primary", "classes", { 3, 6 } },
        { "facility", "north", "junior", "classes", { NAN, 6 } },
        { "region", "", "primary", "school_size_max", { 140, 136 } },
        { "region", "", "junior", "public_share", { 1, 0 } },
        { "region", "", "junior", "seats", { 200, 200 } },
        { "region", "", "junior", "shortage", { 0, 0 } },
    };
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    built_stage(scenario, "primary", true, 6, 2, 40);
    built_stage(scenario, "junior", true, 8, 2, 50);
    int district = built_district(scenario, "d", 100);
    built_pupils(scenario, district, PRIMARY, hundred_each);
    built_pupils(scenario, district, JUNIOR, hundred_each);
    int north = built_facility(scenario, "north", district, PRIVATE, 1);
    built_part(scenario, north, PRIMARY, 3, 120, 120);
    built_part(scenario, north, JUNIOR, 0, 0, 0)->merged_in = 2021;
    int south = built_facility(scenario, "south", district, PUBLIC, 2);
    built_part(scenario, south, PRIMARY, 2, 80, 80);
    built_part(scenario, south, JUNIOR, 4, 200, 200);
    built_project(scenario, PROJECT_MERGE, south, 2021)->into = north;
    assert_run(scenario, 2, rows, sizeof rows / sizeof rows[0]);
    built_free(scenario);
}

TEST(supply, "a school that fills up offers all grades when one of all grades is merged into it")
{
    /* New opens in 2021 with grade one and half of its 100 seats. With south's 80 seats and all its grades it offers 180 in
     * 2022: nobody sits above capacity, and north is asked for less. */
    static const struct expected rows[] = {
        { "facility", "south", "primary", "enrolled", { 80, 40 + 40 * 100 / 150.0, NAN } },
        { "region", "", "primary", "seats", { 200, 300, 300 } },
        { "region", "", "primary", "shortage", { 0, 0, 0 } },
    };
    struct seatsim_scenario *scenario = two_schools();
    int fresh = built_facility(scenario, "new", 0, PUBLIC, 1);
    built_part(scenario, fresh, PRIMARY, 3, 100, 0);
    built_opening(scenario, fresh, 2021, FILL_ENTRY);
    built_project(scenario, PROJECT_MERGE, 1, 2022)->into = fresh;
    assert_run(scenario, 3, rows, sizeof rows / sizeof rows[0]);
    built_free(scenario);
}

/* --- resources and the size of schools ----------------------------------------------------------------------------- */

static const char *const books[] = { "books" };
static const struct name_list resources[OFS] = { [OF_RESOURCE] = { 1, books } };

static double *amount(struct seatsim_scenario *scenario, double number)
{
    double *made = arena_new(&scenario->arena, 1, sizeof *made);
    assert_non_null(made);
    *made = number;
    return made;
}

TEST(supply, "resources go with the sites that change sector and with the school that is merged")
{
    /* North is 3 sites with 360 books for 120 children, south has 80 for 80. 2020: 3 and 1 a child, 2.2 in all: squares
     * 120 x 0.64 + 80 x 1.44 = 192, the root of 192/200 over 2.2. 2021: one site goes to the public sector with 120 books for 40
     * children: 3 a child still. 2022: south is merged into it, 200 books for 120 children, beside 240 for 80: again 2.2, squares
     * 120 (5/3 - 2.2)^2 + 80 (3 - 2.2)^2 = 85.3333. */
    static const struct expected rows[] = {
        { "region", "", "primary", "balance.books", { 0.445362, 0.445362, 0.296908 } },
        { "facility", "split", "primary", "enrolled", { NAN, 40, 120 } },
    };
    struct seatsim_scenario *scenario = two_schools();
    built_names(scenario, resources);
    scenario->facilities[0].sites = 3;
    int split = built_facility(scenario, "split", 0, PUBLIC, 1);
    built_part(scenario, split, PRIMARY, 0, 0, 0)->resources = amount(scenario, 0);
    scenario->facilities[0].parts[0].resources = amount(scenario, 360);
    scenario->facilities[1].parts[0].resources = amount(scenario, 80);
    struct project *convert = built_project(scenario, PROJECT_CONVERT_SECTOR, 0, 2021);
    convert->sector = PUBLIC;
    convert->sites = 1;
    convert->split = split;
    scenario->facilities[split].opened_by = 0;
    built_project(scenario, PROJECT_MERGE, 1, 2022)->into = split;
    struct seatsim_results *results = run_scenario(scenario);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int year = 0; year < 3; year++)
            assert_close(
                seatsim_results_value(results, rows[i].indicator, rows[i].scope, rows[i].id, rows[i].stage, "", 2020 + year),
                rows[i].value[year], 1e-6);
    seatsim_results_free(results);
    built_free(scenario);
}

TEST(supply, "a school that does not know what it has makes unknown what it is merged into")
{
    static const struct expected rows[] = { { "region", "", "primary", "balance.books", { 0, 0, NAN } } };
    struct seatsim_scenario *scenario = two_schools();
    built_names(scenario, resources);
    scenario->facilities[0].parts[0].resources = amount(scenario, 360);
    scenario->facilities[1].parts[0].resources = amount(scenario, NAN);
    built_project(scenario, PROJECT_MERGE, 1, 2022)->into = 0;
    assert_run(scenario, 3, rows, 1);
    built_free(scenario);
}

TEST(supply, "schools above their size: each site for itself, by the limit of its kind; without one there is no number")
{
    /* North's 120 children of 60 a grade sit on 7 sites: 60 = 7 x 8 + 4, so four have 9 of each grade, 18, and three 16. South
     * has 80 and a junior stage of 40: 120 in all, which only the limit of several stages counts for. */
    static const struct { double alone, combined, primary, junior; } rows[] = {
        { 17, 119, 4 + 1, 1 }, { 15, 120, 7, 0 }, { 18, NAN, 0, NAN }, { NAN, 100, 1, 1 }, { NAN, NAN, NAN, NAN },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        static const double twenty_each[] = { 20, 20 };
        struct seatsim_scenario *scenario = built_new(2020, 2020);
        built_stage(scenario, "primary", true, 6, 2, 40)->school_size = rows[i].alone;
        built_stage(scenario, "junior", true, 8, 2, 40)->school_size = 1; /* no school serves it alone */
        scenario->combined_school_size = rows[i].combined;
        built_pupils(scenario, built_district(scenario, "d", 100), PRIMARY, hundred_each);
        built_pupils(scenario, 0, JUNIOR, twenty_each);
        built_part(scenario, built_facility(scenario, "north", 0, PRIVATE, 7), PRIMARY, 7, 280, 120);
        built_part(scenario, built_facility(scenario, "south", 0, PUBLIC, 1), PRIMARY, 2, 80, 80);
        built_part(scenario, 1, JUNIOR, 2, 80, 40);
        const struct expected expected[] = {
            { "region", "", "primary", "schools_over_size", { rows[i].primary } },
            { "region", "", "junior", "schools_over_size", { rows[i].junior } },
        };
        assert_run(scenario, 1, expected, 2);
        built_free(scenario);
    }
}
