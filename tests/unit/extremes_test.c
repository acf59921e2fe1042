#include "engine/extremes.h"

#include "built_scenario.h"
#include "failing_allocator.h"
#include "test.h"

#include <math.h>

enum { PUBLIC, INCLUSIVE, PRIVATE };
enum { KINDERGARTEN };

/* 100 births a year and one grade: a public kindergarten of 60 seats and a private one of 180, half full both. */
static struct seatsim_scenario *two_kindergartens(enum policy policy)
{
    static const double all[] = { 120 };
    struct seatsim_scenario *scenario = built_new(2020, 2021);
    built_stage(scenario, "kindergarten", false, 5, 1, 30);
    built_pupils(scenario, built_district(scenario, "d", 100), KINDERGARTEN, all);
    built_part(scenario, built_facility(scenario, "small", 0, PUBLIC, 1), KINDERGARTEN, 2, 60, 30);
    built_part(scenario, built_facility(scenario, "large", 0, PRIVATE, 1), KINDERGARTEN, 6, 180, 90);
    scenario->allocation[KINDERGARTEN].policy = policy;
    return scenario;
}

static struct seatsim_results *run_with(const struct seatsim_scenario *scenario, const char *policies)
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    struct seatsim_results *results = NULL;
    assert_int_equal(seatsim_options_set(options, "policies", policies, NULL), SEATSIM_OK);
    assert_int_equal(seatsim_run(scenario, options, &results, NULL), SEATSIM_OK);
    seatsim_options_free(options);
    return results;
}

TEST(extremes, "shares are those of the same plan with nobody preferred, and with public seats filled first")
{
    /* 2020 is the census: 30 of 120. In 2021 100 new children ask for 60 and 180 free seats: a quarter of them sits in public
     * ones, or 60. By preference 1 to 3 the plan itself lies between, with 25 of 60 and 75 of 180. */
    static const enum policy policies[] = { POLICY_PROPORTIONAL, POLICY_PUBLIC_FIRST, POLICY_PREFERENCE };
    for (size_t i = 0; i < sizeof policies / sizeof policies[0]; i++) {
        struct seatsim_scenario *scenario = two_kindergartens(policies[i]);
        struct seatsim_results *results = run_with(scenario, "yes");
        static const struct { const char *policy, *scope, *id; double share[2]; } rows[] = {
            { "proportional", "region", "", { 0.25, 0.25 } }, { "public_first", NULL, NULL, { 0.25, 0.6 } },
            { "public_first", "district", "d", { 0.25, 0.6 } }, { "preference", "region", "", { NAN, NAN } },
            { "public_first", "district", "small", { NAN, NAN } }, /* a facility's id */
        };
        for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
            for (int year = 0; year < 2; year++)
                assert_close(seatsim_results_share_under(results, rows[row].policy, "public_share", rows[row].scope, rows[row].id,
                                                         "kindergarten", 2020 + year),
                             rows[row].share[year], 1e-12);
        seatsim_results_free(results);
        built_free(scenario);
    }
}

TEST(extremes, "other indicators and years outside the run have no shares")
{
    struct seatsim_scenario *scenario = two_kindergartens(POLICY_PROPORTIONAL);
    struct seatsim_results *results = run_with(scenario, "yes");
    static const struct { const char *indicator, *stage; int year; } rows[] = {
        { "shortage", "kindergarten", 2021 }, { "public_share", "kindergarten", 2022 }, { "public_share", "", 2021 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_close(seatsim_results_share_under(results, "public_first", rows[i].indicator, "region", "", rows[i].stage,
                                                 rows[i].year),
                     NAN, 0);
    seatsim_results_free(results);
    built_free(scenario);
}

TEST(extremes, "they leave the plan's own results as they are")
{
    struct seatsim_scenario *scenario = two_kindergartens(POLICY_PREFERENCE);
    struct seatsim_results *alone = run_with(scenario, "no"), *beside = run_with(scenario, "yes");
    for (size_t i = 0; i < seatsim_results_length(alone); i++)
        assert_close(seatsim_results_values(beside)[i], seatsim_results_values(alone)[i], 0);
    assert_null(alone->extreme_shares);
    assert_close(seatsim_results_share_under(alone, "public_first", "public_share", "", "", "kindergarten", 2021), NAN, 0);
    seatsim_results_free(beside);
    seatsim_results_free(alone);
    built_free(scenario);
}

TEST(extremes, "nothing is run for stages of a single sector")
{
    struct seatsim_scenario *scenario = two_kindergartens(POLICY_PROPORTIONAL);
    scenario->facilities[1].sector = PUBLIC;
    struct seatsim_results *results = run_with(scenario, "yes");
    assert_null(results->extreme_shares);
    seatsim_results_free(results);
    built_free(scenario);
}

static void run_without_memory(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_scenario *scenario = two_kindergartens(POLICY_PREFERENCE);
    struct seatsim_options *options = seatsim_options_new(allocator);
    struct seatsim_results *results = NULL;
    bool ready = options && seatsim_options_set(options, "policies", "yes", NULL) == SEATSIM_OK;
    enum seatsim_status status = ready ? seatsim_run(scenario, options, &results, NULL) : SEATSIM_MACHINE;
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    assert_int_equal(results == NULL, failing->failed);
    seatsim_results_free(results);
    seatsim_options_free(options);
    built_free(scenario);
}

TEST(extremes, "whichever request for memory fails, the run ends with a status and holds nothing")
{
    fail_each_allocation(run_without_memory);
}
