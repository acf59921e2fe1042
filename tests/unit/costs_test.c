#include "engine/plan.h"

#include "built_scenario.h"
#include "scenario/tree.h"
#include "test.h"

#include <math.h>

enum { PRIMARY, JUNIOR };

static const struct node somewhere;
static const char *names[] = { "primary", "teacher" };
static const double seat_price[] = { 7 }, pupil_price[] = { 10 }, teacher_price[] = { 100 };

static void with_money(struct seatsim_scenario *scenario)
{
    scenario->money = (struct money) { .section = { &somewhere }, .discount = 0.25 };
    scenario->money.unit.pupil = (struct amounts) { 1, names, pupil_price, NULL };
    scenario->money.unit.seat = (struct amounts) { 1, names, seat_price, NULL };
    scenario->money.unit.post = (struct amounts) { 1, names + 1, teacher_price, NULL };
}

TEST(costs, "posts and money of one school come out as they do by hand")
{
    /* Pupils 60 and 40, then 100 and 60, then 100 and 100, in classes of 40: 3, 5, and 5 for want of rooms. Teachers one to
     * 19: 6, 9, 11; carers one a class. Of 5 teachers a tenth leaves a year, 2 come in 2021. Of 800 for an expansion a quarter
     * falls in 2021. Recurrent: 10 a pupil and 100 a teacher. Present value: 1600, + 2700/1.25, + 3700/1.5625. */
    static const struct expected rows[] = {
        { "district", "d", "primary", "staff_required", { 9, 14, 16 } },
        { "district", "d", "primary", "staff_available", { 5, 6.5, 6.05 } },
        { "region", "", "primary", "staff_gap", { 1, 2.5, 4.95 } },
        { "region", "", "primary", "staff_surplus", { 0, 0, 0 } },
        { "region", "", "primary", "pupil_teacher_ratio", { 20, 160 / 6.5, 200 / 6.05 } },
        { "district", "d", "primary", "capital", { 0, 200, 600 } },
        { "region", "", "primary", "recurrent", { 1600, 2500, 3100 } },
        { "region", "", "primary", "cost_present_value", { 1600, 3760, 6128 } },
    };
    static const double pupils[] = { 60, 40 }, hired[] = { 2 }, phases[] = { 0.25, 0.75 };
    static const int hired_in[] = { 2021 }, phase_years[] = { 0, 1 };
    struct post posts[] = { { .id = "teacher", .pupils_per_post = 19 },
                            { .id = "carer", .pupils_per_post = NAN, .per_class = 1 } };
    struct staff teachers = { .id = "teacher", .available = 5, .attrition = 0.1, .hires = { 1, hired_in, hired, false, 0 } };
    struct seatsim_scenario *scenario = built_new(2020, 2022);
    struct stage *stage = built_stage(scenario, "primary", true, 6, 2, 40);
    stage->posts = posts;
    stage->n_posts = 2;
    built_pupils(scenario, built_district(scenario, "d", 100), PRIMARY, pupils);
    scenario->districts[0].staff[PRIMARY] = (struct staff_list) { &teachers, 1 };
    built_part(scenario, built_facility(scenario, "school", 0, 0, 1), PRIMARY, 5, 200, 100);
    struct project *expand = built_project(scenario, PROJECT_EXPAND, 0, 2021);
    expand->stage = PRIMARY;
    expand->seats = 50;
    expand->cost = 800;
    expand->phasing = (struct distribution) { 2, phase_years, phases };
    with_money(scenario);
    assert_run(scenario, 3, rows, sizeof rows / sizeof rows[0]);
    built_free(scenario);
}

TEST(costs, "a cost lies over stages as the seats do, in equal parts without seats; without a cost a seat has its price")
{
    /* A school of 30 primary and 90 junior seats for 800: 200 and 600. The same without a cost: 30 x 7, and junior seats have no
     * price. To close it costs 50 for each of its stages. */
    static const struct { bool opens; double cost, primary, junior; } rows[] = {
        { true, 800, 200, 600 }, { true, NAN, 210, 0 }, { false, 100, 50, 50 }, { false, NAN, 0, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = built_new(2020, 2022);
        struct plan *plan = NULL;
        built_stage(scenario, "primary", true, 6, 2, 40);
        built_stage(scenario, "junior", true, 8, 2, 40);
        built_district(scenario, "d", 100);
        int school = built_facility(scenario, "school", 0, 0, 1);
        built_part(scenario, school, PRIMARY, 1, 30, 0);
        built_part(scenario, school, JUNIOR, 3, 90, 0);
        struct project *project = rows[i].opens ? built_opening(scenario, school, 2021, FILL_ALL)
                                                : built_project(scenario, PROJECT_CLOSE, school, 2021);
        project->cost = rows[i].cost;
        with_money(scenario);
        assert_int_equal(plan_new(scenario, &memory_c_library, &plan, NULL), SEATSIM_OK);
        enum { IN_2021 = 1 };
        assert_close(plan->parts[PRIMARY].payments[IN_2021].capital, rows[i].primary, 1e-9);
        assert_close(plan->parts[JUNIOR].payments[IN_2021].capital, rows[i].junior, 1e-9);
        assert_close(plan->parts[PRIMARY].payments[IN_2021 + 1].capital, 0, 0);
        plan_free(plan);
        built_free(scenario);
    }
}
