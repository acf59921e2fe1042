#include "built_scenario.h"
#include "captured.h"
#include "failing_allocator.h"
#include "sample_results.h"
#include "test.h"

#include <seatsim/study.h>

#include <math.h>
#include <string.h>

/* The scenario that sample_results() could be the results of, with one target to be set. */
struct case_ {
    struct seatsim_scenario *scenario;
    struct seatsim_results *results;
    struct target target;
    struct seatsim_options options;
};

static const int kindergarten[] = { SAMPLE_KINDERGARTEN }, primary[] = { SAMPLE_PRIMARY };

static struct case_ set_up(const char *indicator, const int *stages, bool at_least, double bound, int first, int last)
{
    struct case_ test = { .scenario = built_new(2020, 2022), .results = sample_results(NULL),
                          .options = { .allocator = memory_c_library } };
    built_stage(test.scenario, "kindergarten", false, 3, 3, 35);
    built_stage(test.scenario, "primary", true, 6, 1, 45);
    built_district(test.scenario, "etdz", 30);
    built_part(test.scenario, built_facility(test.scenario, "k1", 0, 0, 1), SAMPLE_KINDERGARTEN, 4, 120, 100);
    built_facility(test.scenario, "k2", 0, 2, 2);
    built_part(test.scenario, built_facility(test.scenario, "s1", 0, 0, 1), SAMPLE_PRIMARY, 27, 1200, 1290);
    test.target = (struct target) { .id = "aim", .indicator = indicator_of(indicator), .n_stages = 1, .stages = stages,
                                    .at_least = at_least, .bound = bound, .first_year = first, .last_year = last };
    return test;
}

/* Judges the target; *verdict keeps no texts. Frees everything. */
static enum seatsim_status judge(struct case_ *test, struct verdict *verdict, struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_verdicts *verdicts = NULL;
    test->scenario->targets = &test->target;
    test->scenario->n_targets = 1;
    enum seatsim_status status = seatsim_check(test->scenario, test->results, &test->options, &verdicts, diagnostics);
    if (verdicts)
        *verdict = verdicts->list[0];
    seatsim_verdicts_free(verdicts);
    test->scenario->n_targets = 0;
    seatsim_results_free(test->results);
    built_free(test->scenario);
    return status;
}

TEST(target, "a target is judged in its year, or in every year from it on; ties within rounding are met")
{
    static const struct {
        double bound;
        int first, last;
        bool met;
        int year, first_met; /* judged: the first missed, else the first asked for */
        double value, margin;
    } rows[] = {
        /* the public share is 0.4, 0.4957, 0.55 */
        { 0.50, 2022, 2022, true, 2022, 2022, 0.55, 0.05 },
        { 0.50, 2021, 2021, false, 2021, 2022, 0.4957, -0.0043 },
        { 0.45, 2020, 2022, false, 2020, 2021, 0.4, -0.05 },
        { 0.45, 2021, 2022, true, 2021, 2021, 0.4957, 0.0457 },
        { 0.60, 2021, 2022, false, 2021, 0, 0.4957, -0.1043 },
        { 0.55 + 1e-13, 2022, 2022, true, 2022, 2022, 0.55, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct case_ test = set_up("public_share", kindergarten, true, rows[i].bound, rows[i].first, rows[i].last);
        struct verdict verdict = { 0 };
        assert_int_equal(judge(&test, &verdict, NULL), rows[i].met ? SEATSIM_OK : SEATSIM_TARGET_MISSED);
        assert_int_equal(verdict.met, rows[i].met);
        assert_int_equal(verdict.year, rows[i].year);
        assert_int_equal(verdict.first_met, rows[i].first_met);
        assert_close(verdict.value, rows[i].value, 1e-12);
        assert_close(verdict.margin, rows[i].margin, 1e-12);
    }
}

TEST(target, "the limit of a class is that of its grade: no class above it")
{
    static const struct {
        const int *stages;
        int year;
        bool met;
        double bound, value, margin;
    } rows[] = {
        { primary, 2020, false, 45, 49, -4 },
        { primary, 2022, true, 45, 41, 4 },
        { kindergarten, 2021, true, 35, 30, 5 },
        { kindergarten, 2020, false, 35, 33, NAN }, /* 33 is below 35, but one class is above the 25 or 30 of its grade */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct case_ test = set_up("class_size_max", rows[i].stages, false, NAN, rows[i].year, rows[i].year);
        struct verdict verdict = { 0 };
        judge(&test, &verdict, NULL);
        assert_int_equal(verdict.met, rows[i].met);
        assert_true(verdict.bound_is_limit);
        assert_close(verdict.bound, rows[i].bound, 0);
        assert_close(verdict.value, rows[i].value, 0);
        assert_close(verdict.margin, rows[i].margin, 0);
    }
}

TEST(target, "the limit of a mean class is the planned class")
{
    struct case_ test = set_up("class_size_mean", primary, false, NAN, 2021, 2021);
    struct verdict verdict = { 0 };
    assert_int_equal(judge(&test, &verdict, NULL), SEATSIM_OK);
    assert_close(verdict.margin, 45 - 44, 1e-12);
}

/* s1 has 1,300 pupils in 2020 and may have 1,200; it may have 2,500 when it is combined with a kindergarten. */
static struct case_ school_sizes(bool combined)
{
    struct case_ test = set_up("school_size_max", primary, false, NAN, 2020, 2020);
    built_pupils(test.scenario, 0, SAMPLE_KINDERGARTEN, (const double[]) { 40, 30, 30 });
    built_pupils(test.scenario, 0, SAMPLE_PRIMARY, (const double[]) { 1300 });
    test.scenario->facilities[2].parts[0].pupils.total = 1300;
    test.scenario->stages[SAMPLE_PRIMARY].school_size = 1200;
    test.scenario->combined_school_size = 2500;
    if (combined)
        built_part(test.scenario, 2, SAMPLE_KINDERGARTEN, 1, 1, 0);
    return test;
}

static void run_again(struct case_ *test)
{
    seatsim_results_free(test->results);
    test->results = run_scenario(test->scenario);
}

TEST(target, "a school is held to the limit of its own kind")
{
    struct verdict verdict = { 0 };
    struct case_ alone = school_sizes(false);
    run_again(&alone);
    assert_int_equal(judge(&alone, &verdict, NULL), SEATSIM_TARGET_MISSED);
    assert_close(verdict.margin, 1200 - 1300, 0);

    struct case_ combined = school_sizes(true);
    run_again(&combined);
    assert_int_equal(judge(&combined, &verdict, NULL), SEATSIM_OK);
    assert_close(verdict.bound, 2500, 0);
    assert_close(verdict.value, 1300, 0);
}

TEST(target, "the school that is furthest above its own limit is judged, not the largest")
{
    struct verdict verdict = { 0 };
    struct case_ both = school_sizes(false);
    int combined = built_facility(both.scenario, "c1", 0, 0, 1); /* 2,200 pupils of 2,500 */
    built_pupils(both.scenario, 0, SAMPLE_PRIMARY, (const double[]) { 1300 + 2200 });
    built_part(both.scenario, combined, SAMPLE_KINDERGARTEN, 1, 1, 0);
    built_part(both.scenario, combined, SAMPLE_PRIMARY, 50, 2250, 2200);
    run_again(&both);
    assert_int_equal(judge(&both, &verdict, NULL), SEATSIM_TARGET_MISSED);
    assert_close(verdict.bound, 1200, 0);
    assert_close(verdict.value, 1300, 0);
}

TEST(target, "a warning that is missed does not count as missed")
{
    struct case_ test = set_up("public_share", kindergarten, true, 0.9, 2021, 2021);
    struct verdict verdict = { 0 };
    test.target.warning = true;
    assert_int_equal(judge(&test, &verdict, NULL), SEATSIM_OK);
    assert_false(verdict.met);
}

TEST(target, "every stage and district of a target gets a verdict of its own")
{
    static const int both[] = { SAMPLE_KINDERGARTEN, SAMPLE_PRIMARY };
    struct case_ test = set_up("seats", both, true, 130, 2020, 2022);
    struct seatsim_verdicts *verdicts = NULL;
    test.target.n_stages = 2;
    test.target.scope = TARGET_DISTRICTS;
    test.scenario->targets = &test.target;
    test.scenario->n_targets = 1;
    assert_int_equal(seatsim_check(test.scenario, test.results, &test.options, &verdicts, NULL), SEATSIM_TARGET_MISSED);
    assert_int_equal(seatsim_verdicts_count(verdicts), 2);
    assert_int_equal(seatsim_verdicts_missed(verdicts), 1);
    assert_string_equal(verdicts->list[1].id, "etdz");
    assert_string_equal(verdicts->list[1].stage, "primary");
    assert_true(verdicts->list[1].met);
    seatsim_verdicts_free(verdicts);
    test.scenario->n_targets = 0;
    seatsim_results_free(test.results);
    built_free(test.scenario);
}

static void assert_refused(struct case_ *test, const char *code)
{
    static struct captured caught;
    struct verdict verdict;
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    assert_int_equal(judge(test, &verdict, diagnostics), SEATSIM_BAD_INPUT);
    capture_diagnostics(&caught, diagnostics, SEATSIM_ENGLISH, 10);
    if (!strstr(caught.text, code))
        fail_msg("no %s in %s", code, caught.text);
    seatsim_diagnostics_free(diagnostics);
}

TEST(target, "what has no value or no limit is an error, never a pass")
{
    struct case_ nobody = set_up("public_share", primary, true, 0.5, 2020, 2020);
    assert_refused(&nobody, "E301");
    struct case_ no_limit = school_sizes(false);
    no_limit.scenario->stages[SAMPLE_PRIMARY].school_size = NAN;
    run_again(&no_limit);
    assert_refused(&no_limit, "E302");
}

static void judge_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct case_ test = set_up("public_share", kindergarten, true, 0.5, 2022, 2022);
    struct verdict verdict = { 0 };
    test.target.title = (struct title) { { "A title", "标题" } };
    test.options.allocator = *allocator;
    enum seatsim_status status = judge(&test, &verdict, NULL);
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
}

TEST(target, "an allocation that fails leaves no verdicts and no leak")
{
    fail_each_allocation(judge_with);
}
