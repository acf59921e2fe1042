/* The printed scenario is the scenario: every text of it reads back as it was, quotes or none. */
#include "captured.h"
#include "failing_allocator.h"
#include "scenario/tree.h"
#include "test.h"

#include <seatsim/run.h>

#include <string.h>

#define BASE                                                                                                        \
    "seatsim: 1\nyears: 2020..2025\n"                                                                               \
    "stages: [{id: kg, entry_age: 3, grades: 3, class_limit: 30}]\nsectors: [public, private]\n"                    \
    "districts:\n- {id: west, births: {2013: 90, 2014: 100, 2015: 100, 2016: 100, 2017: 100, 2018: 100, 2019: 100, 2020: 100, "  \
    "projection: hold}, pupils: {kg: 300}}\n"                                                                       \
    "facilities: [{id: garden, stage: kg, sector: public, classes: 12, pupils: 300}]\n"
#define LONG_PATH                                                                  \
    "facilities[stage=kg,                                        sector=public,   " \
    "                                      id=garden,               classes=12]"

struct loaded {
    struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    struct seatsim_scenario *scenario;
};

static void load(struct loaded *loaded, const char *text)
{
    loaded->options = seatsim_options_new(NULL);
    loaded->diagnostics = seatsim_diagnostics_new(NULL);
    loaded->scenario = NULL;
    if (seatsim_scenario_load_text("plan.yaml", text, strlen(text), loaded->options, &loaded->scenario, loaded->diagnostics)) {
        static struct captured said;
        capture_diagnostics(&said, loaded->diagnostics, SEATSIM_ENGLISH, 20);
        fail_msg("%s\nof:\n%s", said.text, text);
    }
}

static void forget(struct loaded *loaded)
{
    seatsim_scenario_free(loaded->scenario);
    seatsim_diagnostics_free(loaded->diagnostics);
    seatsim_options_free(loaded->options);
}

/* Compares everything but places and origins. A text that had no quotes may get some where it is no number. */
static void assert_same_tree(const struct node *one, const struct node *other)
{
    assert_int_equal(one->kind, other->kind);
    assert_string_equal(one->text, other->text);
    if (one->plain && !other->plain)
        assert_true(strspn(one->text, "0123456789.%+-_:e") < one->length);
    assert_false(!one->plain && other->plain);
    assert_int_equal(one->count, other->count);
    for (int i = 0; i < one->count; i++) {
        if (one->keys)
            assert_string_equal(one->keys[i]->text, other->keys[i]->text);
        assert_same_tree(one->items[i], other->items[i]);
    }
}

static void assert_reads_back(const char *text)
{
    static struct captured printed;
    struct loaded first, second;
    memset(&printed, 0, sizeof printed);
    load(&first, text);
    assert_int_equal(seatsim_scenario_write(first.scenario, capture, &printed, NULL), SEATSIM_OK);
    load(&second, printed.text);
    assert_string_equal(first.scenario->hash, second.scenario->hash);
    assert_same_tree(first.scenario->section.node, second.scenario->section.node);
    forget(&first);
    forget(&second);
}

TEST(resolved, "texts read back as they were, whatever YAML would make of them")
{
    static const char *const texts[] = {
        "no", "1e3", "~", "\"45\"", "'1:19'", "\" two blanks before and behind  \"", "'# no comment'", "\"a: b\"", "a #b",
        "\"two\\nlines\"", "\"a tab\\tinside\"",
        "\"quotes: \\\" and '\"", "|\n  a block\n   of lines\n", ">-\n  folded\n  text\n",
        "献唐学校（合成）", "\"\\U00020BB7\\U0001F3EB\"", "\"- item\"", "'? key'", "'{a: 1}'", "'[a]'", "'*a'", "'&a'", "'!a'",
        "'%a'", "'@a'", "'`a'", "'---'", "\"\\u200B\"", "a\\b", "'a\\nb'", "2020-01-01",
        "'a:'", "-a", "a,b", "null", "\"\\uFFFE\"", "''",
        "\"\\u2028\"", "0x10", "'<<'", "\"\"", "'...'",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        char text[4096];
        strcpy(text, BASE "note: ");
        strcat(text, texts[i]);
        strcat(text, "\nvariants: {x: {set: {}, note: here too}}\n");
        assert_reads_back(text);
    }
}

TEST(resolved, "texts in brackets and as items of lists read back as well")
{
    assert_reads_back(BASE "variants:\n  a: {note: 'x, y', set: {years: '2020..2024'}}\n  b: {note: '[z', set: {}}\n"
                           "  c: {set: {}, note: \"two\\nlines\"}\n  d: {note: 'x: y', set: {}}\n");
    assert_reads_back(BASE "projects: []\nvariants: {}\nallow: []\n");
    assert_reads_back(BASE "targets: [{id: t, indicator: public_share, stage: [kg], at_least: 50%, in: 2023, "
                           "title: {zh: '半数', en: \"one: half\"}}]\n");
}

TEST(resolved, "a path longer than a key of one line may be reads back, whatever it sets")
{
    assert_true(strlen(LONG_PATH) > 128);
    assert_reads_back(BASE "variants:\n  long:\n    set:\n      ? '" LONG_PATH ".classes'\n"
                           "      : 13\n      years: 2020..2024\n    note: behind\n");
    assert_reads_back(BASE "variants:\n  long:\n    set:\n      ? '" LONG_PATH ".pupils'\n"
                           "      :\n        total: 300\n        spread: births\n      years: 2020..2024\n");
}

TEST(resolved, "comments say where values are from, and what nobody gave")
{
    static struct captured printed;
    struct loaded loaded;
    memset(&printed, 0, sizeof printed);
    load(&loaded, BASE "allocation: {kg: {policy: public_first}}\n");
    assert_int_equal(seatsim_scenario_write(loaded.scenario, capture, &printed, NULL), SEATSIM_OK);
    assert_non_null(strstr(printed.text, "\nyears: 2020..2025                                           # plan.yaml:2\n"));
    assert_non_null(strstr(printed.text, "# plan.yaml:8; built-in: transfer: 0%, order: together"));
    assert_non_null(strstr(printed.text, "# plan.yaml:7; built-in: sites: 1, through: true\n"));
    forget(&loaded);
}

static bool refuse(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    return --*(int *)context >= 0;
}

TEST(resolved, "a writer that gives up is told as a failure of the machine")
{
    struct loaded loaded;
    load(&loaded, BASE);
    for (int lines = 0; lines < 10; lines++) {
        int left = lines;
        assert_int_equal(seatsim_scenario_write(loaded.scenario, refuse, &left, loaded.diagnostics), SEATSIM_MACHINE);
        assert_int_equal(left, -1);
    }
    forget(&loaded);
}

static void print_and_try(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static const char text[] = BASE "variants: {late: {set: {years: 2020..2024}}, wrong: {set: {year: 1}}}\n";
    static struct captured printed;
    memset(&printed, 0, sizeof printed);
    struct seatsim_options *options = seatsim_options_new(allocator);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(allocator);
    struct seatsim_scenario *scenario = NULL;
    enum seatsim_status status = SEATSIM_MACHINE, tried = SEATSIM_MACHINE;
    if (options && diagnostics && seatsim_options_set(options, "variant", "late", diagnostics) == SEATSIM_OK
        && seatsim_scenario_load_text("plan.yaml", text, sizeof text - 1, options, &scenario, diagnostics) == SEATSIM_OK) {
        tried = seatsim_scenario_check_variants(scenario, options, diagnostics);
        status = seatsim_scenario_write(scenario, capture, &printed, diagnostics);
    }
    if (failing->failed)
        assert_true(status == SEATSIM_MACHINE || tried == SEATSIM_MACHINE);
    else {
        assert_int_equal(status, SEATSIM_OK);
        assert_int_equal(tried, SEATSIM_BAD_INPUT);
    }
    seatsim_scenario_free(scenario);
    seatsim_diagnostics_free(diagnostics);
    seatsim_options_free(options);
}

TEST(resolved, "printing and trying variants end cleanly whichever allocation fails")
{
    fail_each_allocation(print_and_try);
}

/* A scenario over a file, over a standard; then one whose standard is not there. */
static void load_over_files(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static const char *const texts[] = {
        "seatsim: 1\nextends: [tests/cases/small.yaml]\nstandard: cn-2017\nfacilities: [{id: garden, remove: true}, "
        "{id: garden, stage: kindergarten, sector: private, seats: 300, pupils: 300}]\n",
        "seatsim: 1\nextends: tests/cases/small.yaml\nstandard: cn-2107\n",
    };
    for (int i = 0; i < 2; i++) {
        struct seatsim_options *options = seatsim_options_new(allocator);
        struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(allocator);
        struct seatsim_scenario *scenario = NULL;
        enum seatsim_status status = SEATSIM_MACHINE;
        if (options && diagnostics && seatsim_options_set(options, "data", "scenarios", diagnostics) == SEATSIM_OK)
            status = seatsim_scenario_load_text("plan.yaml", texts[i], strlen(texts[i]), options, &scenario, diagnostics);
        if (!failing->failed)
            assert_int_equal(status, i == 0 ? SEATSIM_OK : SEATSIM_BAD_INPUT);
        assert_int_equal(scenario != NULL, status == SEATSIM_OK);
        seatsim_scenario_free(scenario);
        seatsim_diagnostics_free(diagnostics);
        seatsim_options_free(options);
    }
}

TEST(resolved, "a scenario over other files ends cleanly whichever allocation fails")
{
    fail_each_allocation(load_over_files);
}
