#include "results/comparison.h"
#include "base/options.h"
#include "captured.h"
#include "failing_allocator.h"
#include "sample_results.h"
#include "test.h"

#include <seatsim/export.h>

#include <math.h>
#include <string.h>

/* The sample beside one that differs: three children less in kindergarten from 2021 on, half a point more in public seats. */
struct pair {
    struct seatsim_results *results[2];
    struct verdict verdict[2];
    struct verdict_line line[2];
    struct seatsim_verdicts verdicts[2];
    struct seatsim_options options;
    struct seatsim_comparison *comparison;
};

static void set_up(struct pair *pair)
{
    *pair = (struct pair){ .options = { .allocator = memory_c_library, .width = 100 } };
    for (int i = 0; i < 2; i++) {
        pair->results[i] = sample_results(NULL);
        pair->verdict[i] = sample_verdict();
        pair->verdicts[i] = sample_verdicts(&pair->verdict[i], &pair->line[i]);
    }
    pair->results[1]->variant = "fewer";
    for (int year = 1; year < SAMPLE_YEARS; year++)
        sample_cell(pair->results[1], 0, "demand", SAMPLE_KINDERGARTEN)[year] -= 3;
    sample_cell(pair->results[1], 0, "public_share", SAMPLE_KINDERGARTEN)[1] += 0.005;
}

static enum seatsim_status compare(struct pair *pair, struct seatsim_diagnostics *diagnostics)
{
    const struct seatsim_results *const results[] = { pair->results[0], pair->results[1] };
    const struct seatsim_verdicts *const verdicts[] = { &pair->verdicts[0], &pair->verdicts[1] };
    return seatsim_compare(results, verdicts, 2, &pair->options, &pair->comparison, diagnostics);
}

static void tear_down(struct pair *pair)
{
    seatsim_comparison_free(pair->comparison);
    seatsim_results_free(pair->results[0]);
    seatsim_results_free(pair->results[1]);
}

static struct compared_cell region(const char *indicator, int stage)
{
    return (struct compared_cell){ -1, indicator_of(indicator), stage, -1 };
}

TEST(comparison, "a difference is absolute and of the base; shares differ in points only; rounding is no difference")
{
    struct pair pair;
    set_up(&pair);
    double *seats = sample_cell(pair.results[1], 0, "seats", SAMPLE_PRIMARY);
    seats[0] += 1e-8; /* of 1,200: less than a billionth of a seat each */
    assert_int_equal(compare(&pair, NULL), SEATSIM_OK);

    struct difference demand = compared_difference(pair.comparison, 1, region("demand", SAMPLE_KINDERGARTEN), 1);
    assert_close(demand.base, 90, 0);
    assert_close(demand.value, 87, 0);
    assert_close(demand.absolute, -3, 0);
    assert_close(demand.relative, -3.0 / 90, 1e-15);

    struct difference share = compared_difference(pair.comparison, 1, region("public_share", SAMPLE_KINDERGARTEN), 1);
    assert_close(share.absolute, 0.005, 1e-12); /* 49.57 % to 50.07 % */
    assert_true(isnan(share.relative));

    struct difference none = compared_difference(pair.comparison, 1, region("shortage", SAMPLE_KINDERGARTEN), 1);
    assert_close(none.absolute, 0, 0);
    assert_true(isnan(none.relative)); /* of nothing */
    assert_false(compared_differs(pair.comparison, 1, region("seats", SAMPLE_PRIMARY)));
    assert_true(compared_differs(pair.comparison, 1, region("demand", SAMPLE_KINDERGARTEN)));
    assert_false(compared_differs_in(pair.comparison, 1, region("demand", SAMPLE_KINDERGARTEN), 0));
    tear_down(&pair);
}

TEST(comparison, "a value that only one of two has differs, and has no difference")
{
    struct pair pair;
    set_up(&pair);
    sample_cell(pair.results[1], 0, "class_size_max", SAMPLE_PRIMARY)[2] = NAN;
    assert_int_equal(compare(&pair, NULL), SEATSIM_OK);
    struct difference difference = compared_difference(pair.comparison, 1, region("class_size_max", SAMPLE_PRIMARY), 2);
    assert_close(difference.base, 41, 0);
    assert_true(isnan(difference.value) && isnan(difference.absolute) && isnan(difference.relative));
    assert_true(compared_differs(pair.comparison, 1, region("class_size_max", SAMPLE_PRIMARY)));
    tear_down(&pair);
}

TEST(comparison, "the years that both have are compared, and what the stages of both are called")
{
    struct pair pair;
    struct result_stage turned[SAMPLE_STAGES];
    struct captured *caught = test_malloc(sizeof *caught);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    set_up(&pair);
    memcpy(turned, pair.results[1]->stages, sizeof turned);
    turned[SAMPLE_PRIMARY].name.id = "elementary";
    pair.results[1]->stages = turned;
    pair.results[1]->base_year = 2021; /* 2021 to 2023 */
    assert_int_equal(compare(&pair, diagnostics), SEATSIM_OK);
    assert_int_equal(pair.comparison->first_year, 2021);
    assert_int_equal(pair.comparison->years, 2);
    assert_close(compared_value(pair.comparison, 0, region("demand", SAMPLE_KINDERGARTEN), 0), 90, 0);  /* its second year */
    assert_close(compared_value(pair.comparison, 1, region("demand", SAMPLE_KINDERGARTEN), 0), 100, 0); /* its first */
    assert_false(compared_has(pair.comparison, 1, region("demand", SAMPLE_PRIMARY)));
    caught->length = 0;
    capture_diagnostics(caught, diagnostics, SEATSIM_ENGLISH, 20);
    assert_non_null(strstr(caught->text, "only 'base' has it: year 2020 [W530]"));
    assert_non_null(strstr(caught->text, "only 'fewer' has it: year 2023 [W530]"));
    assert_non_null(strstr(caught->text, "only 'base' has it: stage primary [W530]"));
    assert_non_null(strstr(caught->text, "only 'fewer' has it: stage elementary [W530]"));
    seatsim_diagnostics_free(diagnostics);
    test_free(caught);
    tear_down(&pair);
}

TEST(comparison, "nothing in common is an error: no year, no stage")
{
    struct pair pair;
    struct result_stage others[SAMPLE_STAGES] = { { .name.id = "lower" }, { .name.id = "upper" } };
    set_up(&pair);
    pair.results[1]->base_year = 2023;
    assert_int_equal(compare(&pair, NULL), SEATSIM_BAD_INPUT);
    assert_null(pair.comparison);
    pair.results[1]->base_year = 2020;
    pair.results[1]->stages = others;
    assert_int_equal(compare(&pair, NULL), SEATSIM_BAD_INPUT);
    tear_down(&pair);
}

TEST(comparison, "a target that the first meets and the other misses is lost, unless it only warns")
{
    static const struct {
        bool first, other, warning;
        int lost, gained;
    } rows[] = {
        { true, false, false, 1, 0 }, { true, false, true, 0, 0 },   { false, true, false, 0, 1 },
        { true, true, false, 0, 0 },  { false, false, false, 0, 0 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct pair pair;
        set_up(&pair);
        pair.line[0].met = rows[i].first;
        pair.line[1].met = rows[i].other;
        pair.line[0].warning = pair.line[1].warning = rows[i].warning;
        assert_int_equal(compare(&pair, NULL), SEATSIM_OK);
        assert_int_equal(seatsim_comparison_lost(pair.comparison), rows[i].lost);
        assert_int_equal(pair.comparison->list[1].gained, rows[i].gained);
        tear_down(&pair);
    }
}

TEST(comparison, "options narrow it; a name that the first does not have is an error")
{
    struct pair pair;
    set_up(&pair);
    pair.options.indicator = "demand";
    pair.options.stage = "primary";
    pair.options.district = "etdz";
    assert_int_equal(compare(&pair, NULL), SEATSIM_OK);
    assert_int_equal(pair.comparison->indicator, indicator_of("demand"));
    assert_int_equal(pair.comparison->stage, SAMPLE_PRIMARY);
    assert_int_equal(pair.comparison->district, 0);
    seatsim_comparison_free(pair.comparison);
    pair.comparison = NULL;
    pair.options.stage = "primery";
    assert_int_equal(compare(&pair, NULL), SEATSIM_BAD_INPUT);
    tear_down(&pair);
}

TEST(comparison, "rows of CSV are tidy: value, base, difference, and no relative difference of a share")
{
    struct pair pair;
    struct captured *caught = test_malloc(sizeof *caught);
    set_up(&pair);
    pair.options.stage = "kindergarten";
    pair.options.indicator = "demand";
    assert_int_equal(compare(&pair, NULL), SEATSIM_OK);
    caught->length = 0;
    assert_int_equal(seatsim_print_comparison(pair.comparison, "csv", &pair.options, capture, caught, NULL), SEATSIM_OK);
    assert_string_equal(caught->text,
                        "scenario,variant,year,scope,id,stage,sector,indicator,unit,value,base,difference,relative\n"
                        "sample,fewer,2020,region,,kindergarten,,demand,pupils,100,100,0,0\n"
                        "sample,fewer,2021,region,,kindergarten,,demand,pupils,87,90,-3,-0.0333333333333\n"
                        "sample,fewer,2022,region,,kindergarten,,demand,pupils,77,80,-3,-0.0375\n"
                        "sample,fewer,2020,district,etdz,kindergarten,,demand,pupils,100,100,0,0\n"
                        "sample,fewer,2021,district,etdz,kindergarten,,demand,pupils,90,90,0,0\n"
                        "sample,fewer,2022,district,etdz,kindergarten,,demand,pupils,80,80,0,0\n");
    assert_int_equal(seatsim_print_comparison(pair.comparison, "tsv", &pair.options, capture, caught, NULL), SEATSIM_BAD_INPUT);
    test_free(caught);
    tear_down(&pair);
}

TEST(comparison, "a reader sees what differs, from the year on in which it does")
{
    struct pair pair;
    struct captured *caught = test_malloc(sizeof *caught);
    set_up(&pair);
    pair.line[1].met = true;
    pair.verdict[1].met = true;
    pair.verdict[1].value = 0.5007;
    pair.verdict[1].margin = 0.0007;
    pair.line[1].first_met = 2021;
    assert_int_equal(compare(&pair, NULL), SEATSIM_OK);
    caught->length = 0;
    assert_int_equal(seatsim_print_comparison(pair.comparison, "text", &pair.options, capture, caught, NULL), SEATSIM_OK);
    assert_string_equal(caught->text,
                        "A sample: differences from base\n"
                        "\n"
                        "base: 0 of 1 targets met\n"
                        "fewer: 1 of 1 targets met\n"
                        "  Half in public kindergartens, Kindergarten, region: MISSED → met\n"
                        "      49.57% in 2021 → 50.07% in 2021, at least 50%\n"
                        "\n"
                        "Kindergarten                     2021   2022\n"
                        "Children who want a place          90     80\n"
                        "  fewer                            -3     -3\n"
                        "                                -3.3%  -3.8%\n" /* 3 of 90, and of 80 */
                        "Children in public facilities   49.6%  55.0%\n"
                        "  fewer                        +0.5pp      =\n"
                        "no difference before 2021\n"
                        "\n"
                        "No difference: Primary\n"
                        "\n"
                        "An indicator's line shows base; below it stand the differences from it, and in percent of it.\n"
                        "= is no difference, ~ one too small to show; shares differ in percentage points (pp).\n");
    test_free(caught);
    tear_down(&pair);
}

TEST(comparison, "a difference too small to show is told to be one; years that do not fit are left out but the last")
{
    struct pair pair;
    struct captured *caught = test_malloc(sizeof *caught);
    set_up(&pair);
    pair.options.stage = "primary";
    pair.options.indicator = "demand";
    pair.options.width = 40; /* the label takes 25, a year 7: 25 + 2 * 7 */
    sample_cell(pair.results[1], 0, "demand", SAMPLE_PRIMARY)[0] += 0.01;
    sample_cell(pair.results[1], 0, "demand", SAMPLE_PRIMARY)[2] -= 110;
    assert_int_equal(compare(&pair, NULL), SEATSIM_OK);
    caught->length = 0;
    assert_int_equal(seatsim_print_comparison(pair.comparison, "text", &pair.options, capture, caught, NULL), SEATSIM_OK);
    assert_non_null(strstr(caught->text,
                           "Primary                     2020    2022\n"
                           "Children who want a place  1,300   1,100\n"
                           "  fewer                        ~    -110\n"
                           "                               ~  -10.0%\n"));
    test_free(caught);
    tear_down(&pair);
}

static bool accept(void *context, const char *bytes, size_t length)
{
    (void)context, (void)bytes, (void)length;
    return true;
}

static void compare_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    static const char *const formats[] = { "text", "csv", "json" };
    struct pair pair;
    set_up(&pair);
    pair.results[1]->base_year = 2021; /* so that there are years to be told */
    pair.options.allocator = *allocator;
    enum seatsim_status status = compare(&pair, NULL);
    for (int i = 0; i < 3 && status == SEATSIM_OK; i++)
        status = seatsim_print_comparison(pair.comparison, formats[i], &pair.options, accept, NULL, NULL);
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    tear_down(&pair);
}

TEST(comparison, "an allocation that fails leaves no comparison and no leak")
{
    fail_each_allocation(compare_with);
}
