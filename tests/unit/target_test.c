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
    test.target = (struct target){ .id = "aim",
                                   .indicator = indicator_of(indicator),
                                   .n_stages = 1,
                                   .stages = stages,
                                   .comparison = at_least ? AT_LEAST : AT_MOST,
                                   .sector = -1,
                                   .bound = bound,
                                   .first_year = first,
                                   .last_year = last };
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
        int year, first_met; /* judged: the worst missed, else the first asked for */
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

TEST(target, "every stage of a target has a line, and every district in it a verdict of its own")
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

TEST(target, "of the years that miss the worst is shown")
{
    struct case_ test = set_up("public_share", kindergarten, false, 0.45, 2020, 2022); /* 0.4 is met; 0.4957 and 0.55 are not */
    struct verdict verdict = { 0 };
    assert_int_equal(judge(&test, &verdict, NULL), SEATSIM_TARGET_MISSED);
    assert_int_equal(verdict.year, 2022);
    assert_close(verdict.margin, -0.10, 1e-12);
    assert_int_equal(verdict.first_missed, 2021);
}

/* What asks for a fixed value, for a range, or with a tolerance. The public share is 0.4, 0.4957, 0.55. */
TEST(target, "a value is held to one bound, to two, or to one number, with as much tolerance as is given")
{
    static const struct {
        enum comparison comparison;
        double bound, upper, tolerance;
        int year;
        bool met;
        double margin;
    } rows[] = {
        { BETWEEN, 0.5, 0.6, 0, 2022, true, 0.05 },        /* 0.55 is 0.05 from either end */
        { BETWEEN, 0.3, 0.49, 0, 2021, false, -0.0057 },   /* above the upper end */
        { BETWEEN, 0.5, 0.6, 0, 2021, false, -0.0043 },    /* below the lower end */
        { BETWEEN, 0.3, 0.49, 0.01, 2021, true, -0.0057 }, /* as far as is tolerated */
        { EQUALS, 0.55, NAN, 0, 2022, true, 0 },
        { EQUALS, 0.5, NAN, 0, 2022, false, -0.05 },
        { EQUALS, 0.5, NAN, 0.05, 2022, true, -0.05 },
        { AT_LEAST, 0.5, NAN, 0.004, 2021, false, -0.0043 },
        { AT_LEAST, 0.5, NAN, 0.005, 2021, true, -0.0043 },
        { AT_MOST, 0.5, NAN, 0.05, 2022, true, -0.05 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct case_ test = set_up("public_share", kindergarten, true, rows[i].bound, rows[i].year, rows[i].year);
        struct verdict verdict = { 0 };
        test.target.comparison = rows[i].comparison;
        test.target.upper = rows[i].upper;
        test.target.tolerance = rows[i].tolerance;
        assert_int_equal(judge(&test, &verdict, NULL), rows[i].met ? SEATSIM_OK : SEATSIM_TARGET_MISSED);
        assert_close(verdict.margin, rows[i].margin, 1e-12);
    }
}

TEST(target, "by a year: one year up to it is enough, whatever comes after")
{
    static const struct {
        double bound;
        bool at_least, met;
        int last, year;
    } rows[] = {
        { 0.50, true, true, 2022, 2022 },  /* 0.4, 0.4957, 0.55 */
        { 0.45, false, true, 2022, 2020 }, /* at most 45 %: in the base year, then no more */
        { 0.50, true, false, 2021, 2021 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct case_ test = set_up("public_share", kindergarten, rows[i].at_least, rows[i].bound, 2020, rows[i].last);
        struct verdict verdict = { 0 };
        test.target.one_year = true;
        assert_int_equal(judge(&test, &verdict, NULL), rows[i].met ? SEATSIM_OK : SEATSIM_TARGET_MISSED);
        assert_int_equal(verdict.year, rows[i].year);
        assert_int_equal(verdict.asked, ASKED_BY);
    }
}

static void set_part(struct case_ *test, int part, const char *indicator, double first, double second, double third)
{
    const double *series = results_part_series(test->results, part, indicator_of(indicator));
    double *values = test->results->part_values + (series - test->results->part_values);
    values[0] = first;
    values[1] = second;
    values[2] = third;
}

/* Kindergartens k1 (public, open all three years) and k2 (private, from 2021 on). */
static struct case_ kindergartens(double bound, int first, int last)
{
    struct case_ test = set_up("seats", kindergarten, true, bound, first, last);
    test.target.scope = TARGET_FACILITIES;
    set_part(&test, 0, "seats", 90, 90, 90);
    set_part(&test, 1, "seats", NAN, 60, 30);
    set_part(&test, 0, "enrolled", 80, 80, 80);
    set_part(&test, 1, "enrolled", NAN, 20, 20);
    return test;
}

/* The verdicts of a case whose target is judged; frees the rest. */
static struct seatsim_verdicts *verdicts_of(struct case_ *test, enum seatsim_status status)
{
    struct seatsim_verdicts *verdicts = NULL;
    test->scenario->targets = &test->target;
    test->scenario->n_targets = 1;
    assert_int_equal(seatsim_check(test->scenario, test->results, &test->options, &verdicts, NULL), status);
    test->scenario->n_targets = 0;
    seatsim_results_free(test->results);
    built_free(test->scenario);
    return verdicts;
}

TEST(target, "of every facility: one line, the failing ones worst first, those that are not open are not asked")
{
    struct case_ test = kindergartens(100, 2020, 2022);
    struct seatsim_verdicts *verdicts = verdicts_of(&test, SEATSIM_TARGET_MISSED);
    assert_int_equal(verdicts->n_lines, 1);
    assert_int_equal(verdicts->missed, 1);
    assert_int_equal(verdicts->count, 2);
    assert_int_equal(verdicts->lines[0].n_missed, 2);
    assert_string_equal(verdicts->list[verdicts->lines[0].missed[0]].id, "k2"); /* k1 is 10 short */
    assert_int_equal(verdicts->list[1].year, 2022); /* 30 in 2022, 70 short */
    assert_close(verdicts->list[1].margin, -70, 0);
    assert_int_equal(verdicts->list[1].first_missed, 2021);
    assert_int_equal(verdicts->lines[0].first_missed, 2020); /* k1 */
    assert_int_equal(verdicts->lines[0].shown, 1);
    seatsim_verdicts_free(verdicts);

    struct case_ early = kindergartens(80, 2020, 2020);
    verdicts = verdicts_of(&early, SEATSIM_OK);
    assert_int_equal(verdicts->count, 1);
    assert_true(verdicts->lines[0].each);
    assert_int_equal(verdicts->lines[0].first_met, 2020);
    seatsim_verdicts_free(verdicts);
}

TEST(target, "a sector chooses among facilities")
{
    struct case_ test = kindergartens(80, 2020, 2022);
    test.target.sector = 0;
    struct seatsim_verdicts *verdicts = verdicts_of(&test, SEATSIM_OK);
    assert_int_equal(verdicts->count, 1);
    assert_string_equal(verdicts->list[0].id, "k1");
    assert_string_equal(verdicts->list[0].sector, "public");
    seatsim_verdicts_free(verdicts);
}

TEST(target, "a line is met in the first year in which all of it is")
{
    struct case_ test = kindergartens(50, 2020, 2020);
    set_part(&test, 0, "seats", 40, 40, 60);
    set_part(&test, 1, "seats", NAN, 60, 60);
    struct seatsim_verdicts *verdicts = verdicts_of(&test, SEATSIM_TARGET_MISSED);
    assert_int_equal(verdicts->lines[0].first_met, 2022); /* k2 alone holds in 2021 */
    seatsim_verdicts_free(verdicts);
}

TEST(target, "what has no value or no limit is an error, never a pass")
{
    struct case_ nobody = set_up("public_share", primary, true, 0.5, 2020, 2020);
    assert_refused(&nobody, "E301");
    struct case_ no_limit = school_sizes(false);
    no_limit.scenario->stages[SAMPLE_PRIMARY].school_size = NAN;
    run_again(&no_limit);
    assert_refused(&no_limit, "E302");
    struct case_ empty = kindergartens(1, 2020, 2020); /* k1 stands empty, k2 is not open: a target about nothing */
    set_part(&empty, 0, "seats", NAN, NAN, NAN);
    set_part(&empty, 0, "enrolled", 0, 0, 0);
    assert_refused(&empty, "E310");
    struct case_ closed = kindergartens(1, 2020, 2020);
    closed.target.scope = TARGET_FACILITY;
    closed.target.place = 1;
    assert_refused(&closed, "E301");
    struct case_ enrolled = kindergartens(1, 2020, 2020); /* children, but no value */
    set_part(&enrolled, 0, "seats", NAN, NAN, NAN);
    assert_refused(&enrolled, "E301");
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
