#include "base/options.h"
#include "engine/collect.h"
#include "engine/year.h"

#include "built_scenario.h"
#include "failing_allocator.h"
#include "test.h"

#include <math.h>
#include <string.h>

enum { PUBLIC, INCLUSIVE, PRIVATE };
enum { KINDERGARTEN, PRIMARY };

/* --- a whole tiny district, solved by hand ----------------------------------------------------------------------- */

/* 100 births a year; kindergarten of two grades, primary of two grades that 90 % go on to.
 *
 *   north    public kindergarten     60 seats   2 rooms   40 % of the children
 *   south    private kindergartens  120 seats   4 rooms   2 sites
 *   school   public primary         120 seats   3 rooms   expanded in 2022 by 40 seats, 1 room
 *   east     kindergarten of 2021    40 seats   2 rooms   both opened ones are public while the public share lies below
 *   west     kindergarten of 2022    60 seats   2 rooms   50 %, else inclusive; west fills up from the entry grade
 *   split    one of south's sites, public from 2023
 *
 * Public kindergartens fill first; a quarter of the children of lower sectors ask for a better one. */
static struct seatsim_scenario *tiny_district(void)
{
    static const double in_kindergarten[] = { 80, 60 }, in_primary[] = { 70, 50 };
    struct seatsim_scenario *scenario = built_new(2020, 2023);
    built_stage(scenario, "kindergarten", false, 3, 2, 30);
    built_stage(scenario, "primary", true, 5, 2, 40)->oversize = 50;
    int district = built_district(scenario, "tiny", 100);
    built_pupils(scenario, district, KINDERGARTEN, in_kindergarten);
    built_pupils(scenario, district, PRIMARY, in_primary);
    scenario->districts[district].through[KINDERGARTEN] = built_series(scenario, 0.9);
    scenario->allocation[KINDERGARTEN] = (struct allocation) { .policy = POLICY_PUBLIC_FIRST, .transfer = 0.25 };

    built_part(scenario, built_facility(scenario, "north", district, PUBLIC, 1), KINDERGARTEN, 2, 60, 56);
    int south = built_facility(scenario, "south", district, PRIVATE, 2);
    built_part(scenario, south, KINDERGARTEN, 4, 120, 84);
    int school = built_facility(scenario, "school", district, PUBLIC, 1);
    built_part(scenario, school, PRIMARY, 3, 120, 120);
    int east = built_facility(scenario, "east", district, -1, 1), west = built_facility(scenario, "west", district, -1, 1);
    built_part(scenario, east, KINDERGARTEN, 2, 40, 0);
    built_part(scenario, west, KINDERGARTEN, 2, 60, 0);
    int split = built_facility(scenario, "split", district, PUBLIC, 1);
    built_part(scenario, split, KINDERGARTEN, 2, 60, 0);

    int rule = built_rule(scenario, KINDERGARTEN, 0.5, PUBLIC, INCLUSIVE, RULE_DISTRICT);
    built_opening(scenario, east, 2021, FILL_ALL)->rule = rule;
    built_opening(scenario, west, 2022, FILL_ENTRY)->rule = rule;
    struct project *expand = built_project(scenario, PROJECT_EXPAND, school, 2022);
    expand->stage = PRIMARY;
    expand->rooms = 1;
    expand->seats = 40;
    struct project *convert = built_project(scenario, PROJECT_CONVERT_SECTOR, south, 2023);
    convert->sector = PUBLIC;
    convert->sites = 1;
    convert->split = split;
    scenario->facilities[split].opened_by = scenario->n_projects - 1;
    return scenario;
}

/* Kindergarten, in pupils of the first and the second grade:
 *
 * 2020  80 60, shared 40 : 60. Public 56 of 140 = 0.4: east will be public.
 * 2021  100 80 ask. Go on: north 32, south 48. South's 12 find the 28 + 40 free public seats: north 4.941, east 7.059.
 *       Newcomers 100 0: public has 56 free and is full: north 23.059 36.941, east 32.941 7.059; 44 to south: 44 36.
 *       Public 100 of 180 = 0.556: west will be inclusive.
 * 2022  100 100. Go on: north 23.059, east 32.941, south 44; 11 of south move (9.235, 1.765) on 44 free.
 *       Newcomers 100: public 33, north 27.706 32.294, east 5.294 34.706; west offers grade 1 and 30 seats: 30; south 37 33.
 *       Public 100 of 200; inclusive 130 of 200.
 * 2023  One of south's sites is public: 60 seats, 18.5 16.5. Go on: 27.706 5.294 30 18.5 18.5. Free public: 32.294 + 34.706
 *       + 41.5 = 108.5. West's 7.5 move, south's 4.625 on 101. Newcomers 100: public 96.375 and is full, west 3.625.
 *       Public 160 of 200, inclusive 26.125, private 13.875.
 *
 * Primary: 2021  0.9 x 60 = 54, 70 on 120 seats: 50 free, 4 above them. 3 rooms for 54 70: 1 and 2 classes of 54, 35, 35.
 *          2022  0.9 x 80 = 72, 54 on 160 seats. 36, 36, 27, 27.
 *          2023  0.9 x 100 = 90, 72: 88 free, 2 above. 4 rooms want 3 + 2: 45, 45, 36, 36. */
static const struct expected tiny_values[] = {
    { "region", "", "kindergarten", "demand", { 140, 180, 200, 200 } },
    { "region", "", "kindergarten", "enrolled", { 140, 180, 200, 200 } },
    { "region", "", "kindergarten", "unmet", { 0, 0, 0, 0 } },
    { "region", "", "kindergarten", "public_share", { 0.4, 100 / 180.0, 0.5, 0.8 } },
    { "region", "", "kindergarten", "inclusive_share", { 0.4, 100 / 180.0, 0.65, 186.125 / 200 } },
    { "district", "tiny", "kindergarten", "seats", { 180, 220, 280, 280 } },
    { "district", "tiny", "kindergarten", "surplus", { 40, 40, 80, 80 } },
    { "district", "tiny", "kindergarten", "utilisation", { 140 / 180.0, 180 / 220.0, 200 / 280.0, 200 / 280.0 } },
    { "facility", "north", "kindergarten", "enrolled", { 56, 60, 60, 60 } },
    { "facility", "south", "kindergarten", "enrolled", { 84, 80, 70, 13.875 } },
    { "facility", "south", "kindergarten", "seats", { 120, 120, 120, 60 } },
    { "facility", "east", "kindergarten", "enrolled", { NAN, 40, 40, 40 } },
    { "facility", "west", "kindergarten", "enrolled", { NAN, NAN, 30, 26.125 } },
    { "facility", "west", "kindergarten", "seats", { NAN, NAN, 60, 60 } },
    { "facility", "split", "kindergarten", "enrolled", { NAN, NAN, NAN, 60 } },
    { "district", "tiny", "primary", "demand", { 120, 124, 126, 162 } },
    { "district", "tiny", "primary", "seats", { 120, 120, 160, 160 } },
    { "district", "tiny", "primary", "shortage", { 0, 4, 0, 2 } },
    { "district", "tiny", "primary", "unmet", { 0, 0, 0, 0 } },
    { "region", "", "primary", "classes", { 3, 3, 4, 4 } }, /* 2020: 35, 35, 50 */
    { "region", "", "primary", "class_size_mean", { 40, 124 / 3.0, 31.5, 40.5 } },
    { "region", "", "primary", "class_size_max", { 50, 54, 36, 45 } },
    { "region", "", "primary", "classes_over_limit", { 1, 1, 0, 2 } },
    { "region", "", "primary", "oversize_share", { 1 / 3.0, 1 / 3.0, 0, 0 } },
    { "region", "", "kindergarten", "oversize_share", { NAN, NAN, NAN, NAN } },
    { "facility", "school", "primary", "school_size_max", { 120, 124, 126, 162 } },
};

TEST(engine, "a tiny district comes out as it does by hand")
{
    struct seatsim_scenario *scenario = tiny_district();
    assert_run(scenario, 4, tiny_values, sizeof tiny_values / sizeof tiny_values[0]);
    built_free(scenario);
}

TEST(engine, "the sector of a facility is kept by year, and its children are told apart by it")
{
    static const signed char sectors[][4] = { { 0, 0, 0, 0 }, { 2, 2, 2, 2 }, { 0, 0, 0, 0 }, { -1, 0, 0, 0 }, { -1, -1, 1, 1 },
                                              { -1, -1, -1, 0 } };
    struct seatsim_scenario *scenario = tiny_district();
    struct seatsim_results *results = run_scenario(scenario);
    assert_memory_equal(results->part_sector, sectors, sizeof sectors);
    assert_close(seatsim_results_value(results, "enrolled", "region", "", "kindergarten", "inclusive", 2023), 26.125, 1e-9);
    assert_close(seatsim_results_value(results, "seats", "region", "", "kindergarten", "public", 2023), 160, 1e-9);
    seatsim_results_free(results);
    built_free(scenario);
}

TEST(engine, "pupils are kept by grade, as asked for and as enrolled")
{
    struct seatsim_scenario *scenario = tiny_district();
    struct seatsim_results *results = run_scenario(scenario);
    static const double demand[4][4] = { { 80, 100, 100, 100 }, { 60, 80, 100, 100 }, { 70, 54, 72, 90 }, { 50, 70, 54, 72 } };
    for (int grade = 0; grade < 4; grade++)
        for (int year = 0; year < 4; year++) {
            assert_close(results->demand[grade * 4 + year], demand[grade][year], 1e-9);
            assert_close(results->enrolled[grade * 4 + year], demand[grade][year], 1e-9);
        }
    seatsim_results_free(results);
    built_free(scenario);
}

/* --- single questions -------------------------------------------------------------------------------------------- */

static double value_of(const struct seatsim_results *results, const char *indicator, const char *id, const char *stage, int year)
{
    return seatsim_results_value(results, indicator, "facility", id, stage, "", year);
}

/* One district of one kindergarten grade with 100 births and no facility yet. */
static struct seatsim_scenario *one_grade(void)
{
    static const double nobody[] = { 0 };
    struct seatsim_scenario *scenario = built_new(2020, 2023);
    built_stage(scenario, "kindergarten", false, 3, 1, 30);
    int district = built_district(scenario, "town", 100);
    built_pupils(scenario, district, KINDERGARTEN, nobody);
    return scenario;
}

TEST(engine, "an expansion with an end is gone in that autumn")
{
    struct seatsim_scenario *scenario = one_grade();
    int facility = built_facility(scenario, "k", 0, PUBLIC, 1);
    built_part(scenario, facility, KINDERGARTEN, 2, 60, 0);
    struct project *expand = built_project(scenario, PROJECT_EXPAND, facility, 2021);
    expand->stage = KINDERGARTEN;
    expand->rooms = 1;
    expand->seats = 30;
    expand->until = 2023;
    struct seatsim_results *results = run_scenario(scenario);
    static const double seats[] = { 60, 90, 90, 60 };
    for (int year = 0; year < 4; year++)
        assert_close(value_of(results, "seats", "k", "kindergarten", 2020 + year), seats[year], 0);
    assert_close(seatsim_results_value(results, "unmet", "region", "", "kindergarten", "", 2023), 40, 1e-9);
    seatsim_results_free(results);
    built_free(scenario);
}

TEST(engine, "children without a seat are counted in demand from the base year on, and ask again")
{
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    static const double pupils[] = { 30, 10 };
    built_stage(scenario, "kindergarten", false, 3, 2, 30);
    int district = built_district(scenario, "town", 0);
    built_pupils(scenario, district, KINDERGARTEN, pupils);
    scenario->districts[district].waiting[KINDERGARTEN] = built_number(scenario, 8); /* 6 and 2, as the pupils lie */
    built_part(scenario, built_facility(scenario, "k", district, PUBLIC, 1), KINDERGARTEN, 2, 40, 40);
    struct seatsim_results *results = run_scenario(scenario);
    assert_close(seatsim_results_value(results, "unmet", "region", "", "kindergarten", "", 2020), 8, 1e-9);
    assert_close(results->demand[0], 36, 1e-9);
    assert_close(results->demand[3], 36, 1e-9); /* the second grade of 2021: all have a seat now */
    assert_close(seatsim_results_value(results, "enrolled", "region", "", "kindergarten", "", 2021), 36, 1e-9);
    seatsim_results_free(results);
    built_free(scenario);
}

TEST(engine, "rooms that change stage take their children's seats, not the children")
{
    static const double pupils[] = { 80 };
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    built_stage(scenario, "primary", true, 6, 1, 40);
    built_stage(scenario, "junior", true, 7, 1, 50);
    int district = built_district(scenario, "town", 80);
    built_pupils(scenario, district, 0, pupils);
    built_pupils(scenario, district, 1, pupils);
    int school = built_facility(scenario, "nine-year", district, PUBLIC, 1);
    built_part(scenario, school, 0, 3, 120, 80);
    built_part(scenario, school, 1, 2, 100, 80);
    struct project *convert = built_project(scenario, PROJECT_CONVERT_ROOMS, school, 2021);
    convert->stage = 0;
    convert->to_stage = 1;
    convert->rooms = 2;
    struct seatsim_results *results = run_scenario(scenario);
    assert_close(value_of(results, "rooms", "nine-year", "primary", 2021), 1, 0);
    assert_close(value_of(results, "seats", "nine-year", "primary", 2021), 40, 0);   /* 120 - 2 x 40 */
    assert_close(value_of(results, "seats", "nine-year", "junior", 2021), 200, 0);   /* 100 + 2 x 50 */
    assert_close(value_of(results, "shortage", "nine-year", "primary", 2021), 40, 1e-9);
    assert_close(value_of(results, "school_size_max", "nine-year", "junior", 2021), 160, 1e-9); /* both stages */
    seatsim_results_free(results);
    built_free(scenario);
}

TEST(engine, "a combined school's leavers have first claim on its next stage, unless it lets them go")
{
    /* 60 of 100 leavers sit in the combined school, whose junior stage has 50 free seats; another has 50.
     * With the claim: 50 of its own, 50 elsewhere. Without: newcomers alike, 50 and 50 as well, so seats are 50 and 150:
     * with the claim 50 and 50; without 25 and 75. */
    static const struct { bool through; double combined, other; } rows[] = { { true, 50, 50 }, { false, 25, 75 } };
    static const double leavers[] = { 100 }, nobody[] = { 0 };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = built_new(2020, 2021);
        built_stage(scenario, "primary", true, 6, 1, 40);
        built_stage(scenario, "junior", true, 7, 1, 50);
        int district = built_district(scenario, "town", 100);
        built_pupils(scenario, district, 0, leavers);
        built_pupils(scenario, district, 1, nobody);
        int combined = built_facility(scenario, "combined", district, PUBLIC, 1);
        scenario->facilities[combined].through = rows[i].through;
        built_part(scenario, combined, 0, 3, 120, 60);
        built_part(scenario, combined, 1, 1, 50, 0);
        built_part(scenario, built_facility(scenario, "primary", district, PUBLIC, 1), 0, 3, 120, 40);
        built_part(scenario, built_facility(scenario, "junior", district, PUBLIC, 1), 1, 3, 150, 0);
        struct seatsim_results *results = run_scenario(scenario);
        assert_close(value_of(results, "enrolled", "combined", "junior", 2021), rows[i].combined, 1e-9);
        assert_close(value_of(results, "enrolled", "junior", "junior", 2021), rows[i].other, 1e-9);
        seatsim_results_free(results);
        built_free(scenario);
    }
}

/* Two districts: in the first half of the children are public, in the second none. A kindergarten opens in the second. */
static struct seatsim_scenario *two_districts(enum rule_scope scope)
{
    static const double pupils[] = { 60 };
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    built_stage(scenario, "kindergarten", false, 3, 1, 30);
    int first = built_district(scenario, "first", 60), second = built_district(scenario, "second", 60);
    built_pupils(scenario, first, KINDERGARTEN, pupils);
    built_pupils(scenario, second, KINDERGARTEN, pupils);
    built_part(scenario, built_facility(scenario, "a", first, PUBLIC, 1), KINDERGARTEN, 2, 60, 60);
    built_part(scenario, built_facility(scenario, "b", second, PRIVATE, 1), KINDERGARTEN, 2, 60, 60);
    int opened = built_facility(scenario, "c", second, -1, 1);
    built_part(scenario, opened, KINDERGARTEN, 1, 30, 0);
    built_opening(scenario, opened, 2021, FILL_ALL)->rule =
        built_rule(scenario, KINDERGARTEN, 0.5, PUBLIC, INCLUSIVE, scope);
    return scenario;
}

TEST(engine, "exactly half does not lie below one half, in the region; a district's rule sees only the district")
{
    static const struct { enum rule_scope scope; signed char sector; } rows[] = {
        { RULE_REGION, INCLUSIVE }, /* 60 of 120 */
        { RULE_DISTRICT, PUBLIC },  /* 0 of 60 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = two_districts(rows[i].scope);
        struct seatsim_results *results = run_scenario(scenario);
        assert_int_equal(results->part_sector[2 * 2 + 1], rows[i].sector);
        seatsim_results_free(results);
        built_free(scenario);
    }
}

TEST(engine, "a rule with at_least holds from its bound on")
{
    static const struct { double bound; signed char sector; } rows[] = { { 0.5, PUBLIC }, { 0.51, INCLUSIVE } };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = two_districts(RULE_REGION);
        scenario->rules[0].below = false;
        scenario->rules[0].bound = rows[i].bound;
        struct seatsim_results *results = run_scenario(scenario);
        assert_int_equal(results->part_sector[2 * 2 + 1], rows[i].sector);
        seatsim_results_free(results);
        built_free(scenario);
    }
}

/* --- the block --------------------------------------------------------------------------------------------------- */

/* Twice the births, so that children find no seat, and a neighbour with a school of both stages that takes them. */
static struct seatsim_scenario *tiny_neighbours(void)
{
    static const double nobody[] = { 0, 0 };
    struct seatsim_scenario *scenario = tiny_district();
    int next = built_district(scenario, "next", 10), both = built_facility(scenario, "both", next, PUBLIC, 1);
    scenario->districts[0].births.given = built_series(scenario, 200);
    scenario->districts[0].neighbours = arena_new(&scenario->arena, 1, sizeof(int));
    assert_non_null(scenario->districts[0].neighbours);
    scenario->districts[0].neighbours[0] = next;
    scenario->districts[0].n_neighbours = 1;
    scenario->allocation[KINDERGARTEN].max_share = 0.4;
    built_pupils(scenario, next, KINDERGARTEN, nobody);
    built_pupils(scenario, next, PRIMARY, nobody);
    built_part(scenario, both, KINDERGARTEN, 4, 90, 0);
    built_part(scenario, both, PRIMARY, 4, 30, 0);
    return scenario;
}

static void compare_draws(struct seatsim_scenario *scenario)
{
    enum { DRAWS = 5 };
    struct plan *plan = NULL;
    assert_int_equal(plan_new(scenario, &memory_c_library, &plan, NULL), SEATSIM_OK);
    struct block one, many;
    assert_true(block_init(&one, plan, &plan->clusters[0], 1, &memory_c_library));
    assert_true(block_init(&many, plan, &plan->clusters[0], DRAWS, &memory_c_library));
    begin(&one);
    begin(&many);
    for (int year = 1; year < plan->years; year++) {
        advance(&one);
        advance(&many);
        assert_true(block_check(&many, NULL));
        for (int row = 0; row < one.pupil_rows[plan->n_parts]; row++)
            for (int draw = 0; draw < DRAWS; draw++)
                assert_memory_equal(&block_seated(&many, 0)[row * DRAWS + draw], &block_seated(&one, 0)[row], sizeof(real));
    }
    block_clear(&one);
    block_clear(&many);
    plan_free(plan);
    built_free(scenario);
}

TEST(engine, "a block of several draws of the same holds in each draw what a block of one holds, to the last bit")
{
    compare_draws(tiny_district());
    compare_draws(tiny_neighbours());
}

static void spoil_and_check(real *number, real value, const struct block *block)
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    real was = *number;
    *number = value;
    assert_false(block_check(block, diagnostics)); /* E304 */
    assert_int_equal(seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR), 1);
    *number = was;
    assert_true(block_check(block, diagnostics));
    seatsim_diagnostics_free(diagnostics);
}

TEST(engine, "a block notices when its invariants are broken")
{
    struct seatsim_scenario *scenario = tiny_district();
    struct plan *plan = NULL;
    struct block block;
    assert_int_equal(plan_new(scenario, &memory_c_library, &plan, NULL), SEATSIM_OK);
    assert_true(block_init(&block, plan, &plan->clusters[0], 1, &memory_c_library));
    begin(&block);
    assert_true(block_check(&block, NULL));
    spoil_and_check(&block.demand[0], 81, &block);
    spoil_and_check(&block.waiting[0], -1, &block);
    spoil_and_check(&block.seats[0], -1, &block);
    spoil_and_check(&block_totals(&block, 1, KINDERGARTEN)[QUANTITY_PUBLIC], 141, &block);
    block_clear(&block);
    plan_free(plan);
    built_free(scenario);
}

static const struct seatsim_scenario *scenario_to_run;

static void run_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_options *options = seatsim_options_new(allocator);
    struct seatsim_results *results = NULL;
    if (!options)
        return;
    enum seatsim_status status = seatsim_run(scenario_to_run, options, &results, NULL);
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    assert_int_equal(results != NULL, status == SEATSIM_OK);
    seatsim_results_free(results);
    seatsim_options_free(options);
}

TEST(engine, "whichever request for memory fails, the run ends with a status and holds nothing")
{
    struct seatsim_scenario *scenarios[] = { tiny_district(), tiny_neighbours() };
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        scenario_to_run = scenarios[i];
        fail_each_allocation(run_with);
        built_free(scenarios[i]);
    }
}
