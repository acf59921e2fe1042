#include "scenario/scenario.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <seatsim/run.h>

#include <string.h>

#define STAGES                                                                                                                   \
    "seatsim: 1\nyears: 2020..2024\nstages:\n"                                                                                   \
    "  - {id: kg, entry_age: 3, grades: [small, middle, large], class_limit: [25, 30, 35], planned_class: 30}\n"                 \
    "  - {id: pri, compulsory: true, entry_age: 6, grades: 2, class_limit: {value: 45, source: S}}\n"
#define DISTRICT                                                                                                                 \
    "districts:\n  - {id: a, births: {2012: 60, 2013: 60, 2014: 60, 2015: 50, 2016: 50, 2017: 50, 2018: 40, 2019: 40, 2020: "    \
    "40,\n"                                                                                                                      \
    "     projection: {2025: 30}}, pupils: {kg: [20, 20, 20], pri: 90},\n"                                                       \
    "     entry: {kg: {rate: {2020: 80%, 2024: 90%}}, pri: births}, progression: {pri: 0.99}}\n"
#define SUPPLY                                                                                                                   \
    "facilities:\n"                                                                                                              \
    "  - {id: k, stage: kg, sector: private, sites: 2, classes: 4, pupils: 60}\n"                                                \
    "  - {id: s, stage: pri, sector: public, rooms: 3, pupils: 90}\n"                                                            \
    "projects:\n"                                                                                                                \
    "  - {open: n, stage: kg, year: 2021, classes: 2, sector: handover}\n"                                                       \
    "  - {expand: s, year: 2022, classes: 1, lag: 1}\n"                                                                          \
    "  - {convert: k, sites: 1, to_sector: public, year: 2023}\n"                                                                \
    "rules: {handover: {sector: public, while: {indicator: public_share, stage: kg, below: 50%}, otherwise: private}}\n"         \
    "allocation: {kg: {policy: public_first, transfer: 20%}}\n"                                                                  \
    "targets: [{id: t, indicator: public_share, stage: kg, at_least: 50%, from: 2022}]\n"                                        \
    "variants:\n  late: {set: {projects.*.year: \"+= 1\"}}\n  fewer: {set: {\"districts.*.births *=\": 0.5}}\n"
#define SECTORS "sectors: [public, private]\n"
static const char whole[] = STAGES SECTORS DISTRICT SUPPLY;

struct loaded {
    struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    struct seatsim_scenario *scenario;
    enum seatsim_status status;
    struct captured said;
};

static void load(struct loaded *loaded, const char *text, const char *variants, const char *set)
{
    memset(loaded, 0, sizeof *loaded);
    loaded->options = seatsim_options_new(NULL);
    loaded->diagnostics = seatsim_diagnostics_new(NULL);
    if (variants)
        assert_int_equal(seatsim_options_set(loaded->options, "variant", variants, loaded->diagnostics), SEATSIM_OK);
    if (set)
        assert_int_equal(seatsim_options_set(loaded->options, "set", set, loaded->diagnostics), SEATSIM_OK);
    loaded->status = seatsim_scenario_load_text("folder/plan.yaml", text, strlen(text), loaded->options, &loaded->scenario,
                                                loaded->diagnostics);
    capture_diagnostics(&loaded->said, loaded->diagnostics, SEATSIM_ENGLISH, 20);
}

static void load_good(struct loaded *loaded, const char *text, const char *variants, const char *set)
{
    load(loaded, text, variants, set);
    if (loaded->status != SEATSIM_OK)
        fail_msg("status %d, said:\n%s", (int)loaded->status, loaded->said.text);
}

static void forget(struct loaded *loaded)
{
    seatsim_scenario_free(loaded->scenario);
    seatsim_diagnostics_free(loaded->diagnostics);
    seatsim_options_free(loaded->options);
}

TEST(scenario, "makes indices of names, and numbers of text")
{
    struct loaded loaded;
    load_good(&loaded, whole, NULL, NULL);
    const struct seatsim_scenario *scenario = loaded.scenario;
    assert_string_equal(scenario->name, "plan");
    assert_string_equal(scenario->variant, "base");
    assert_int_equal(scenario->base_year, 2020);
    assert_int_equal(scenario->horizon, 2024);
    assert_int_equal(scenario->cutoff_month, 8);
    assert_int_equal(scenario->n_grades, 5);
    assert_int_equal(stage_of(scenario, "pri"), 1);
    assert_int_equal(stage_of(scenario, "senior"), -1);
    assert_int_equal(sector_of(scenario, "private"), 1);
    assert_string_equal(scenario->stages[0].grade_ids[2], "large");
    assert_string_equal(scenario->stages[1].grade_ids[1], "2");
    assert_close(scenario->stages[1].class_limit[1], 45, 0);
    assert_close(scenario->stages[1].planned_class, 45, 0);
    assert_close(scenario->districts[0].progression[1].series[0].values[0], 0.99, 0);
    assert_close(scenario->districts[0].progression[0].series[0].values[0], 1, 0); /* the default */
    assert_int_equal(scenario->allocation[0].policy, POLICY_PUBLIC_FIRST);
    assert_int_equal(scenario->facilities[0].sector, 1);
    assert_close(scenario->facilities[0].parts[0].seats, 120, 0); /* 4 classes x 30 */
    assert_close(scenario->targets[0].bound, 0.5, 0);
    forget(&loaded);
}

TEST(scenario, "lays variants from left to right, then patches, over the file")
{
    static const struct {
        const char *variants, *set, *name;
        int year;
        double births;
    } rows[] = {
        { NULL, NULL, "base", 2021, 60 },
        { "late", NULL, "late", 2022, 60 },
        { "late,fewer", NULL, "late+fewer", 2022, 30 },
        { "late", "projects.n.year += 1", "late", 2023, 60 },
        { NULL, "districts.a.births.2012=50", "base", 2021, 50 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct loaded loaded;
        load_good(&loaded, whole, rows[i].variants, rows[i].set);
        assert_string_equal(loaded.scenario->variant, rows[i].name);
        assert_int_equal(loaded.scenario->projects[0].year, rows[i].year);
        assert_close(loaded.scenario->districts[0].births.given.values[0], rows[i].births, 0);
        forget(&loaded);
    }
}

TEST(scenario, "tells where a value comes from, whatever stands around it")
{
    struct loaded loaded;
    load_good(&loaded, whole, "late", "stages.pri.class_limit += 5");
    const struct seatsim_scenario *scenario = loaded.scenario;
    assert_close(scenario->stages[1].class_limit[0], 50, 0);
    assert_int_equal(origin_of(&scenario->stages[1].section, "class_limit"), ORIGIN_SET);
    assert_int_equal(origin_of(&scenario->stages[1].section, "entry_age"), ORIGIN_FILE);
    assert_int_equal(origin_of(&scenario->stages[1].section, "oversize"), ORIGIN_BUILT_IN);
    assert_int_equal(origin_of(&scenario->projects[0].section, "year"), ORIGIN_VARIANT);
    assert_int_equal(place_of(&scenario->stages[1].section, "entry_age").line, 5);
    forget(&loaded);
}

TEST(scenario, "has a hash that changes with what it says, and only with that")
{
    struct loaded first, same, other;
    load_good(&first, whole, NULL, NULL);
    load_good(&same, "# a comment\n" STAGES SECTORS DISTRICT SUPPLY, NULL, NULL);
    load_good(&other, whole, NULL, "projects.n.year=2022");
    assert_string_equal(first.scenario->hash, same.scenario->hash);
    assert_string_not_equal(first.scenario->hash, other.scenario->hash);
    forget(&first);
    forget(&same);
    forget(&other);
}

TEST(scenario, "is refused as a whole, with all that is wrong with it")
{
    static const struct {
        const char *text, *set, *said;
    } rows[] = {
        { "[1]", NULL, "E142" },
        { "title: A\n", NULL, "E143" },
        { STAGES DISTRICT, NULL, "E136" }, /* no sectors */
        { STAGES "sectors: [public, private, public]\n" DISTRICT, NULL, "E132" },
        { STAGES "sectors: [public, {id: public}]\n" DISTRICT, NULL, "E132" },
        { STAGES SECTORS DISTRICT "standard: nowhere\n", NULL, "E140" },
        { STAGES SECTORS DISTRICT SUPPLY "allow: [E101]\n", NULL, "E144" },
        { STAGES SECTORS DISTRICT "districs: []\n", NULL, "did you mean 'districts'?" },
        { STAGES SECTORS DISTRICT, "projects.n.year=2022", "E052" },
        { STAGES SECTORS DISTRICT, "stages.pri.class_limit=\"45\"", "--set:1:24: error" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct loaded loaded;
        load(&loaded, rows[i].text, NULL, rows[i].set);
        if (loaded.status != SEATSIM_BAD_INPUT || loaded.scenario || !strstr(loaded.said.text, rows[i].said))
            fail_msg("row %zu: status %d, said:\n%s", i, (int)loaded.status, loaded.said.text);
        forget(&loaded);
    }
}

TEST(scenario, "refuses a variant that is not there, and names the nearest")
{
    struct loaded loaded;
    load(&loaded, whole, "lte", NULL);
    assert_int_equal(loaded.status, SEATSIM_BAD_INPUT);
    assert_non_null(strstr(loaded.said.text, "did you mean 'late'?"));
    forget(&loaded);
}

/* Options and diagnostics take no part in the failures: what fails is the loader's own. Memory that comes back may still
 * give a scenario, since a table that could not grow works on, slower. */
static void load_all_kinds(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct seatsim_scenario *scenario = NULL;
    assert_int_equal(seatsim_options_set(options, "variant", "late", diagnostics), SEATSIM_OK);
    assert_int_equal(seatsim_options_set(options, "set", "allocation.*.transfer=5%", diagnostics), SEATSIM_OK);
    options->allocator = *allocator;
    enum seatsim_status status = seatsim_scenario_load_text("a.yaml", whole, sizeof whole - 1, options, &scenario, diagnostics);
    if (status != SEATSIM_OK && (!failing->failed || status != SEATSIM_MACHINE))
        fail_msg("request %d: status %d", failing->fail_at, (int)status);
    assert_int_equal(scenario != NULL, status == SEATSIM_OK);
    seatsim_scenario_free(scenario);
    options->allocator = memory_allocator(NULL);
    seatsim_diagnostics_free(diagnostics);
    seatsim_options_free(options);
}

TEST(scenario, "ends cleanly whichever allocation fails")
{
    fail_each_allocation(load_all_kinds);
}
