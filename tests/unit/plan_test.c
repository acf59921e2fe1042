#include "engine/plan.h"

#include "built_scenario.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <math.h>
#include <string.h>

/* A plan of a scenario, both freed by plan_done. */
static struct plan *plan_of(const struct seatsim_scenario *scenario)
{
    struct plan *plan = NULL;
    assert_int_equal(plan_new(scenario, &memory_c_library, &plan, NULL), SEATSIM_OK);
    return plan;
}

static void plan_done(struct plan *plan, struct seatsim_scenario *scenario)
{
    plan_free(plan);
    built_free(scenario);
}

static void assert_all_close(const real *values, const double *expected, int count)
{
    for (int i = 0; i < count; i++)
        assert_close(values[i], expected[i], 1e-9);
}

/* --- demand ------------------------------------------------------------------------------------------------------ */

/* A kindergarten of three grades from age 3 on, a district with births of 2014 to 2017 and the cut-off given. */
static struct seatsim_scenario *with_births(int cutoff_month, int cutoff_day)
{
    static const int years[] = { 2014, 2015, 2016, 2017 };
    static const double births[] = { 365, 730, 1095, 1460 };
    struct seatsim_scenario *scenario = built_new(2020, 2023);
    scenario->cutoff_month = cutoff_month;
    scenario->cutoff_day = cutoff_day;
    built_stage(scenario, "kindergarten", false, 3, 3, 30);
    int district = built_district(scenario, "town", 0);
    scenario->districts[district].births.given = (struct series) { 4, years, births, false, INTERPOLATE_LINEAR };
    return scenario;
}

TEST(plan, "entrants are the cohort of the entry age, by the cut-off, times the rate of the year")
{
    /* 31 August: 243/365 of the year t - 3 and 122/365 of the year before. Births of 365 k: 243 k + 122 (k - 1).
     * 2020: births 2017, 2016: 243 x 4 + 122 x 3 = 1338. 2021 (2018 is held at 1460): 1460. Rate 0.5, then 1. */
    struct seatsim_scenario *scenario = with_births(8, 31);
    static const int years[] = { 2020, 2021 };
    static const double rates[] = { 0.5, 1 };
    scenario->districts[0].entry[0].rate = (struct series) { 2, years, rates, false, INTERPOLATE_LINEAR };
    struct plan *plan = plan_of(scenario);
    static const double entrants[] = { 669, 0, 0, 1460, 0, 0, 1460, 0, 0, 1460, 0, 0 };
    assert_all_close(plan->districts[0].entrants, entrants, 12);
    plan_done(plan, scenario);
}

TEST(plan, "births after the last given year are held, change at a yearly rate, or are given")
{
    /* Cut-off 31 December: entrants of 2020..2023 are births of 2017..2020. */
    static const int years[] = { 2018, 2020 };
    static const double values[] = { 1000, 600 };
    static const struct { enum projection projection; double births[4]; } rows[] = {
        { PROJECT_HOLD, { 1460, 1460, 1460, 1460 } },
        { PROJECT_RATE, { 1460, 1314, 1182.6, 1064.34 } }, /* x 0.9 a year */
        { PROJECT_VALUES, { 1460, 1000, 800, 600 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = with_births(12, 31);
        struct births *births = &scenario->districts[0].births;
        births->projection = rows[i].projection;
        births->rate = -0.1;
        births->projected = (struct series) { 2, years, values, false, INTERPOLATE_LINEAR };
        struct plan *plan = plan_of(scenario);
        for (int year = 0; year < 4; year++)
            assert_close(plan->districts[0].entrants[year * 3], rows[i].births[year], 1e-9);
        plan_done(plan, scenario);
    }
}

TEST(plan, "a district's census is spread whole over grades by births, evenly, by weights, or as given")
{
    /* Ages 3, 4, 5 in 2020 are births of 2017, 2016, 2015: 1460 : 1095 : 730 = 4 : 3 : 2 of 100: 44.4, 33.3, 22.2. */
    static const double weights[] = { 1, 1, 2 }, counts[] = { 50, 30, 20 };
    static const struct { enum spread spread; const double *numbers; double grades[3]; } rows[] = {
        { SPREAD_BIRTHS, NULL, { 45, 33, 22 } },
        { SPREAD_EQUAL, NULL, { 34, 33, 33 } },
        { SPREAD_WEIGHTS, weights, { 25, 25, 50 } },
        { SPREAD_GRADES, counts, { 50, 30, 20 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = with_births(12, 31);
        scenario->districts[0].pupils[0].total = 100;
        scenario->districts[0].pupils[0].spread = rows[i].spread;
        scenario->districts[0].pupils[0].grades = (struct numbers) { 3, rows[i].numbers, NULL };
        built_part(scenario, built_facility(scenario, "k", 0, 0, 1), 0, 4, 120, 100);
        struct plan *plan = plan_of(scenario);
        assert_all_close(plan->districts[0].pupils, rows[i].grades, 3);
        plan_done(plan, scenario);
    }
}

TEST(plan, "children without a seat lie as the others do, evenly where there are none")
{
    static const struct { double pupils[3], waiting[3]; } rows[] = {
        { { 60, 30, 10 }, { 7.2, 3.6, 1.2 } },
        { { 0, 0, 0 }, { 4, 4, 4 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = with_births(12, 31);
        built_pupils(scenario, 0, 0, rows[i].pupils);
        scenario->districts[0].waiting[0] = built_number(scenario, 12);
        struct plan *plan = plan_of(scenario);
        assert_all_close(plan->districts[0].waiting, rows[i].waiting, 3);
        plan_done(plan, scenario);
    }
}

TEST(plan, "a stage is entered from births or from the last grade of the stage below; leavers claim by through in both")
{
    for (int by_births = 0; by_births < 2; by_births++) {
        struct seatsim_scenario *scenario = built_new(2020, 2021);
        built_stage(scenario, "primary", true, 6, 2, 45);
        built_stage(scenario, "junior", true, 8, 2, 50);
        int district = built_district(scenario, "town", 500);
        scenario->districts[district].through[0] = built_series(scenario, 0.95);
        scenario->districts[district].progression[1] = built_grade_series(scenario, 0.98);
        scenario->districts[district].entry[1].method = by_births ? ENTRY_BIRTHS : ENTRY_PROGRESSION;
        struct plan *plan = plan_of(scenario);
        const double ratio[] = { 0, 1, by_births ? 0 : 0.95, 0.98 }, entrants[] = { 500, 0, by_births ? 500 : 0, 0 };
        assert_all_close(plan->districts[0].ratio + 4, ratio, 4);
        assert_all_close(plan->districts[0].entrants + 4, entrants, 4);
        assert_close(plan->districts[0].through[2 + 1], 0.95, 0);
        plan_done(plan, scenario);
    }
}

/* --- the census of facilities ------------------------------------------------------------------------------------ */

TEST(plan, "facilities without grades share what those with grades leave, in its proportions")
{
    /* District 100 60 40. One gives 40 20 0 (60), one gives weights 1 1 2 of 40 = 10 10 20; left 50 30 20.
     * Two others have 75 and 25 pupils: three quarters and one quarter of it. */
    static const double all[] = { 100, 60, 40 }, given[] = { 40, 20, 0 }, weights[] = { 1, 1, 2 };
    struct seatsim_scenario *scenario = with_births(12, 31);
    built_pupils(scenario, 0, 0, all);
    struct part *part = built_part(scenario, built_facility(scenario, "a", 0, 0, 1), 0, 2, 60, 60);
    part->pupils.spread = SPREAD_GRADES;
    part->pupils.grades = (struct numbers) { 3, given, NULL };
    part = built_part(scenario, built_facility(scenario, "b", 0, 0, 1), 0, 2, 60, 40);
    part->pupils.spread = SPREAD_WEIGHTS;
    part->pupils.grades = (struct numbers) { 3, weights, NULL };
    built_part(scenario, built_facility(scenario, "c", 0, 0, 1), 0, 3, 90, 75);
    built_part(scenario, built_facility(scenario, "d", 0, 0, 1), 0, 1, 30, 25);
    struct plan *plan = plan_of(scenario);
    static const double pupils[][3] = { { 40, 20, 0 }, { 10, 10, 20 }, { 37.5, 22.5, 15 }, { 12.5, 7.5, 5 } };
    for (int i = 0; i < 4; i++)
        assert_all_close(plan->parts[i].pupils, pupils[i], 3);
    plan_done(plan, scenario);
}

TEST(plan, "facilities that give a grade more pupils than the district has are an error that names both numbers")
{
    static const double all[] = { 100, 60, 40 }, given[] = { 110, 50, 40 };
    struct seatsim_scenario *scenario = with_births(12, 31);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct plan *plan = NULL;
    static struct captured captured;
    built_pupils(scenario, 0, 0, all);
    struct part *part = built_part(scenario, built_facility(scenario, "a", 0, 0, 1), 0, 7, 210, 200);
    part->pupils.spread = SPREAD_GRADES;
    part->pupils.grades = (struct numbers) { 3, given, NULL };
    assert_int_equal(plan_new(scenario, &memory_c_library, &plan, diagnostics), SEATSIM_BAD_INPUT);
    assert_null(plan);
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 5);
    assert_non_null(strstr(captured.text, "E303"));
    assert_non_null(strstr(captured.text, "110 pupils, more than the district's 100"));
    seatsim_diagnostics_free(diagnostics);
    built_free(scenario);
}

/* --- order ------------------------------------------------------------------------------------------------------- */

/* Three districts of two stages, facilities in no order; a rule of the region in one of them, if asked for. */
static struct seatsim_scenario *three_districts(bool region_rule)
{
    static const int districts[] = { 2, 0, 1, 0 };
    static const char *const ids[] = { "a", "b", "c", "d" };
    struct seatsim_scenario *scenario = built_new(2020, 2023);
    built_stage(scenario, "kindergarten", false, 3, 1, 30);
    built_stage(scenario, "primary", true, 4, 1, 45);
    for (int i = 0; i < 3; i++)
        built_district(scenario, ids[i], 0);
    for (int i = 0; i < 4; i++) {
        int facility = built_facility(scenario, ids[i], districts[i], 0, 1);
        built_part(scenario, facility, 0, 1, 30, 0);
        built_part(scenario, facility, 1, 1, 45, 0);
    }
    if (region_rule)
        built_opening(scenario, 2, 2021, FILL_ALL)->rule = built_rule(scenario, 0, 0.5, 0, 1, RULE_REGION);
    return scenario;
}

TEST(plan, "districts stand alone until a rule reads the region")
{
    struct seatsim_scenario *scenario = three_districts(false);
    struct plan *plan = plan_of(scenario);
    assert_int_equal(plan->n_clusters, 3);
    plan_done(plan, scenario);
    scenario = three_districts(true);
    plan = plan_of(scenario);
    assert_int_equal(plan->n_clusters, 1);
    assert_int_equal(plan->clusters[0].n_districts, 3);
    plan_done(plan, scenario);
}

TEST(plan, "parts stand by district and stage, and know their place in the results and who feeds them")
{
    static const struct { int facility, stage, result, feeder; } rows[] = {
        { 1, 0, 2, -1 }, { 3, 0, 6, -1 }, { 1, 1, 3, 0 }, { 3, 1, 7, 1 }, /* district 0: facilities 1 and 3 */
        { 2, 0, 4, -1 }, { 2, 1, 5, 4 },
        { 0, 0, 0, -1 }, { 0, 1, 1, 6 },
    };
    struct seatsim_scenario *scenario = three_districts(false);
    struct plan *plan = plan_of(scenario);
    assert_int_equal(plan->n_parts, 8);
    for (int i = 0; i < 8; i++) {
        assert_int_equal(plan->parts[i].facility, rows[i].facility);
        assert_int_equal(plan->parts[i].stage, rows[i].stage);
        assert_int_equal(plan->parts[i].result, rows[i].result);
        assert_int_equal(plan->parts[i].feeder, rows[i].feeder);
    }
    plan_done(plan, scenario);
}

TEST(plan, "openings and ends come first in an autumn, then the file's order; what comes too late or ends at once is left out")
{
    struct seatsim_scenario *scenario = three_districts(false);
    static const struct { int effective, until; } expansions[] = {
        { 2023, 0 }, { 2022, 2023 }, { 2024, 0 }, { 2022, 2022 }, { 2021, 2030 },
    };
    for (int i = 0; i < 5; i++) {
        struct project *project = built_project(scenario, PROJECT_EXPAND, 0, expansions[i].effective);
        project->until = expansions[i].until;
        project->stage = 1;
    }
    built_opening(scenario, 0, 2021, FILL_ENTRY);
    struct plan *plan = plan_of(scenario);
    static const struct { int autumn; enum change_kind kind; } rows[] = {
        { 1, CHANGE_OPEN }, { 1, CHANGE_EXPAND }, { 2, CHANGE_EXPAND }, { 3, CHANGE_SHRINK }, { 3, CHANGE_EXPAND },
    };
    assert_int_equal(plan->n_changes, 5);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(plan->changes[i].autumn, rows[i].autumn);
        assert_int_equal(plan->changes[i].kind, rows[i].kind);
    }
    assert_true(plan->by_entry[6] && plan->by_entry[7] && !plan->by_entry[0]);
    plan_done(plan, scenario);
}

TEST(plan, "a facility split off from one that fills by entry goes on filling by entry")
{
    struct seatsim_scenario *scenario = three_districts(false);
    built_opening(scenario, 0, 2021, FILL_ENTRY);
    struct project *convert = built_project(scenario, PROJECT_CONVERT_SECTOR, 0, 2022);
    convert->split = 2;
    scenario->facilities[2].opened_by = 1;
    struct plan *plan = plan_of(scenario);
    assert_true(plan->by_entry[plan->facilities[2].parts[0]]);
    plan_done(plan, scenario);
}

TEST(plan, "without a sector of the name there is no public share")
{
    struct seatsim_scenario *scenario = three_districts(false);
    scenario->sectors[0].id = "state";
    scenario->sectors[1].id = "free";
    struct plan *plan = plan_of(scenario);
    assert_close(plan->public_part[0], NAN, 0);
    assert_close(plan->inclusive_part[2], NAN, 0);
    plan_done(plan, scenario);
}
