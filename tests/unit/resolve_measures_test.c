#include "scenario/scenario.h"

#include "test.h"

#include <seatsim/run.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#define HEAD                                                                                                            \
    "seatsim: 1\nyears: 2020..2021\nsectors: [public]\nstages:\n"                                                       \
    "  - {id: primary, compulsory: true, entry_age: 6, grades: 1, class_limit: 40}\n"                                   \
    "  - {id: junior, compulsory: true, entry_age: 7, grades: 1, class_limit: 40}\n"                                    \
    "districts: [{id: d, births: {2012: 9, 2013: 9, 2014: 9, 2015: 9}, pupils: {primary: 0, junior: 0}}]\n"

static struct seatsim_scenario *load(const char *text)
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    struct seatsim_scenario *scenario = NULL;
    assert_int_equal(seatsim_scenario_load_text("t", text, strlen(text), options, &scenario, NULL), SEATSIM_OK);
    seatsim_options_free(options);
    return scenario;
}

TEST(resolve_measures, "tags and resources stand in the order of their names, payers as they are listed, each once")
{
    struct seatsim_scenario *scenario = load(
        HEAD "facilities:\n"
             "  - {id: a, stage: primary, rooms: 1, tags: [rural, model], resources: {sports: 1}}\n"
             "  - {id: b, stage: primary, rooms: 1, tags: model, resources: {books: 2}}\n"
             "projects: [{open: c, stage: primary, year: 2021, rooms: 1, tags: [boarding], resources: {art: 1}}]\n"
             "money: {payers: [state, bond]}\n");
    static const char *const expected[OFS][3] = {
        [OF_TAG] = { "boarding", "model", "rural" },
        [OF_RESOURCE] = { "art", "books", "sports" },
        [OF_PAYER] = { "state", "bond" },
    };
    static const int counts[OFS] = { [OF_TAG] = 3, [OF_RESOURCE] = 3, [OF_PAYER] = 2 };
    for (int of = 0; of < OFS; of++) {
        assert_int_equal(scenario->measures.names[of].count, counts[of]);
        for (int i = 0; i < counts[of]; i++)
            assert_string_equal(scenario->measures.names[of].names[i], expected[of][i]);
    }
    static const bool tagged[3][3] = { { false, true, true }, { false, true, false }, { true, false, false } };
    for (int facility = 0; facility < 3; facility++)
        for (int tag = 0; tag < 3; tag++)
            assert_int_equal(scenario->facilities[facility].tagged[tag], tagged[facility][tag]);
    assert_close(scenario->facilities[1].parts[0].resources[1], 2, 0);
    assert_close(scenario->facilities[1].parts[0].resources[0], NAN, 0);
    assert_close(scenario->facilities[2].parts[0].resources[0], 1, 0);
    seatsim_scenario_free(scenario);
}

TEST(resolve_measures, "what a whole school has lies over the stages that do not say it as their seats do, or evenly")
{
    /* 120 books over 30 and 90 seats; where primary says 50 itself the junior stage has them all; without seats half each. */
    static const struct { const char *primary, *junior; double books[2]; } rows[] = {
        { "seats: 30", "seats: 90", { 30, 90 } },
        { "seats: 30, resources: {books: 50}", "seats: 90", { 50, 120 } },
        { "seats: 0", "seats: 0", { 60, 60 } },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[1000];
        snprintf(text, sizeof text, "%sfacilities: [{id: a, stages: {primary: {%s}, junior: {%s}}, resources: {books: 120}}]\n",
                 HEAD, rows[i].primary, rows[i].junior);
        struct seatsim_scenario *scenario = load(text);
        for (int part = 0; part < 2; part++)
            assert_close(scenario->facilities[0].parts[part].resources[0], rows[i].books[part], 1e-12);
        seatsim_scenario_free(scenario);
    }
}

TEST(resolve_measures, "a rule and a target may be about any of them")
{
    struct seatsim_scenario *scenario = load(
        HEAD "facilities: [{id: a, stage: primary, rooms: 1, tags: [model]}]\n"
             "projects: [{open: c, stage: primary, year: 2021, rooms: 1, sector: {otherwise: public,\n"
             "    public: {while: {indicator: quality_share.model, stage: primary, below: 90%}}}}]\n"
             "targets: [{id: t, indicator: quality_share.model, stage: primary, at_least: 90%, in: 2021}]\n");
    assert_int_equal(scenario->targets[0].indicator, n_indicators);
    assert_int_equal(scenario->rules[0].indicator, n_indicators);
    seatsim_scenario_free(scenario);
}
