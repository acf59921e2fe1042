/* tests/cases/every-key.yaml holds every key that other scenarios do not use: each value arrives where it is looked for. */
#include "captured.h"
#include "scenario/scenario.h"
#include "test.h"

#include <seatsim/run.h>

#include <string.h>

static struct seatsim_scenario *loaded(struct seatsim_options **options)
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct seatsim_scenario *scenario = NULL;
    *options = seatsim_options_new(NULL);
    assert_int_equal(seatsim_scenario_load("tests/cases/every-key.yaml", *options, &scenario, diagnostics), SEATSIM_OK);
    seatsim_diagnostics_free(diagnostics);
    return scenario;
}

static void forget(struct seatsim_scenario *scenario, struct seatsim_options *options)
{
    seatsim_scenario_free(scenario);
    seatsim_options_free(options);
}

enum { KINDERGARTEN, PRIMARY, JUNIOR };

TEST(every_key, "a stage's posts: by class, by pupils, as a ratio")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    const struct stage *stages = scenario->stages;
    assert_int_equal(stages[KINDERGARTEN].n_posts, 2);
    assert_string_equal(stages[KINDERGARTEN].posts[1].id, "carer");
    assert_close(stages[KINDERGARTEN].posts[0].per_class, 2, 0);
    assert_close(stages[PRIMARY].posts[0].pupils_per_post, 19, 0); /* 1:19 */
    assert_close(stages[JUNIOR].posts[0].pupils_per_post, 13.5, 0);
    forget(scenario, options);
}

TEST(every_key, "births by month: the year is their sum, the months are kept, other years have none")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    const struct births *births = &scenario->districts[0].births;
    assert_close(births->given.values[1], 11 * 8 + 12, 0); /* 2014 */
    assert_close(births->months[1 * 12 + 11], 12, 0);
    assert_true(births->months[0] != births->months[0]); /* 2013 is given as a whole */
    forget(scenario, options);
}

TEST(every_key, "values by grade come in the stage's order, however they are written")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    const struct district *west = &scenario->districts[0];
    static const double pupils[] = { 90, 100, 110 }, waiting[] = { 10, 5, 1 };
    for (int grade = 0; grade < 3; grade++) {
        assert_close(west->pupils[KINDERGARTEN].grades.values[grade], pupils[grade], 0);
        assert_close(west->waiting[KINDERGARTEN].values[grade], waiting[grade], 0);
    }
    assert_int_equal(west->progression[KINDERGARTEN].count, 3);
    assert_close(west->progression[KINDERGARTEN].series[0].values[0], 1.02, 0);
    assert_close(west->progression[KINDERGARTEN].series[1].values[0], 1, 0); /* not given: the default */
    assert_int_equal(west->progression[KINDERGARTEN].series[2].years[1], 2025);
    assert_int_equal(west->repetition[PRIMARY].count, 6);
    assert_int_equal(west->migration[PRIMARY].count, 1);
    assert_close(west->migration[KINDERGARTEN].series[2].values[1], 4, 0);
    forget(scenario, options);
}

TEST(every_key, "entry methods, their history, and what is averaged")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    const struct district *west = &scenario->districts[0];
    assert_int_equal(west->entry[PRIMARY].method, ENTRY_AVERAGE);
    assert_int_equal(west->entry[PRIMARY].n_methods, 2);
    assert_int_equal(west->entry[PRIMARY].methods[1], ENTRY_LAST);
    assert_close(west->entry[PRIMARY].window, 3, 0);
    assert_int_equal(west->entry[JUNIOR].method, ENTRY_FIXED);
    assert_close(west->entry[JUNIOR].values.values[2], 91, 0);
    assert_int_equal(west->history[PRIMARY].years[0], 2018);
    assert_int_equal(west->history[JUNIOR].count, 0);
    forget(scenario, options);
}

TEST(every_key, "housing, staff, population and neighbours of a district")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    const struct district *west = &scenario->districts[0];
    assert_int_equal(west->n_housing, 1);
    assert_close(west->housing[0].dwellings.values[1], 1500, 0);
    assert_close(west->housing[0].yields[PRIMARY], 0.3, 0);
    assert_close(west->housing[0].yields[KINDERGARTEN], 0, 0);
    assert_close(west->housing[0].long_run, 0.5, 0);
    assert_int_equal(west->staff[PRIMARY].n_staff, 1);
    assert_close(west->staff[PRIMARY].staff[0].attrition, 0.03, 1e-15);
    assert_close(west->staff[PRIMARY].staff[0].hires.values[1], 6, 0);
    assert_close(west->population[KINDERGARTEN].values[0], 400, 0);
    assert_int_equal(west->n_neighbours, 1);
    assert_int_equal(west->neighbours[0], 1);
    forget(scenario, options);
}

TEST(every_key, "zones, overflow, resources and tags of facilities")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    const struct facility *school = &scenario->facilities[1], *hill = &scenario->facilities[2];
    assert_string_equal(school->id, "school");
    assert_close(school->parts[0].zone, 0.6, 0);
    assert_true(school->parts[1].zone != school->parts[1].zone); /* not given */
    assert_int_equal(school->overflow[0], 2);
    assert_string_equal(school->tags.ids[0], "quality-balance");
    assert_close(school->given_stages[PRIMARY].resources.values[0], 9000, 0);
    assert_close(school->given.resources.values[0], 4000, 0);
    assert_close(hill->parts[0].zone, 0.4, 0);
    forget(scenario, options);
}

TEST(every_key, "projects: a rule written on the spot, cost and its phasing, closing, merging")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    const struct project *open = &scenario->projects[0], *merge = &scenario->projects[2], *close = &scenario->projects[3];
    assert_int_equal(open->sector, -1);
    assert_int_equal(scenario->rules[open->rule].otherwise, 2);
    assert_int_equal(scenario->rules[open->rule].scope, RULE_REGION);
    assert_close(open->cost, 240000, 0);
    assert_int_equal(open->phasing.years[1], 1);
    assert_close(open->phasing.shares[0], 0.6, 0);
    assert_close(open->delay.shares[1], 0.3, 0);
    assert_string_equal(open->payer, "district");
    assert_string_equal(scenario->projects[1].id, "second-wing");
    assert_int_equal(merge->kind, PROJECT_MERGE);
    assert_int_equal(merge->facility, 2);
    assert_int_equal(merge->into, 1);
    assert_int_equal(close->kind, PROJECT_CLOSE);
    assert_int_equal(close->facility, 0);
    forget(scenario, options);
}

TEST(every_key, "allocation, uncertainty, money and the probability of a target")
{
    struct seatsim_options *options;
    struct seatsim_scenario *scenario = loaded(&options);
    assert_close(scenario->allocation[KINDERGARTEN].weights[0], 3, 0);
    assert_close(scenario->allocation[KINDERGARTEN].weights[1], 1, 0); /* not given */
    assert_close(scenario->allocation[PRIMARY].max_share, 0.2, 0);
    assert_close(scenario->uncertainty.births.sd, 0.06, 1e-15);
    assert_true(scenario->uncertainty.births.from_zero);
    assert_close(scenario->uncertainty.entry.sd, 0.02, 1e-15); /* a bare share is the sd */
    assert_int_equal(scenario->uncertainty.delay.count, 3);
    assert_string_equal(scenario->money.currency, "CNY");
    assert_close(scenario->money.unit.post.values[0], 120000, 0);
    assert_close(scenario->targets[0].probability, 0.8, 0);
    forget(scenario, options);
}
