#include "base/options.h"

#include "captured.h"
#include "failing_allocator.h"
#include "sample_results.h"
#include "test.h"

#include <seatsim/export.h>

#include <string.h>

static struct captured caught;

static struct seatsim_options *options_for(const char *language, const char *colour)
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    assert_int_equal(seatsim_options_set(options, "lang", language, NULL), SEATSIM_OK);
    assert_int_equal(seatsim_options_set(options, "colour", colour, NULL), SEATSIM_OK);
    return options;
}

static void print_sample(const char *language, const char *colour)
{
    struct seatsim_options *options = options_for(language, colour);
    struct seatsim_results *results = sample_results(NULL);
    caught.length = 0;
    assert_int_equal(seatsim_print_results(results, options, capture, &caught), SEATSIM_OK);
    seatsim_results_free(results);
    seatsim_options_free(options);
}

TEST(terminal, "a block a stage, a line a year, shares only where sectors differ")
{
    print_sample("en", "no");
    static const char expected[] =
        "A sample\n"
        "\n"
        "Kindergarten\n"
        "                                                  mean largest above   no        inclus-\n"
        "year children seats shortage surplus use classes class   class limit seat public     ive\n"
        "2020      100   120        -      20   -       -  25.0      33     1    -  40.0%   80.0% spare\n"
        "2021       90   120        -      30   -       -  22.5      30     -    -  49.6%   80.0% spare\n"
        "2022       80   120        -      40   -       -  20.0      28     -    -  55.0%   90.0% spare\n"
        "policy: proportional\n"
        "\n"
        "Primary\n"
        "                                                         mean  largest  above    no\n"
        "year  children  seats  shortage  surplus  use  classes  class    class  limit  seat\n"
        "2020     1,300  1,200       100        -    -        -   46.4       49     20     -  short\n"
        "2021     1,200  1,200         -        -    -        -   44.0       46      2     -\n"
        "2022     1,100  1,200         -      100    -        -   40.0       41      -     -  spare\n";
    caught.text[sizeof expected - 1] = '\0'; /* what the columns mean follows */
    assert_string_equal(caught.text, expected);
}

/* Results with shares under both extremes: nothing under the first, `under` under the second. */
static void print_extremes(double under, const char *width)
{
    struct seatsim_options *options = options_for("en", "no");
    struct seatsim_results *results = sample_results(NULL);
    assert_int_equal(seatsim_options_set(options, "width", width, NULL), SEATSIM_OK);
    assert_true(results_lay_out_extremes(results));
    for (int share = 0; share < SHARES; share++)
        for (int year = 0; year < SAMPLE_YEARS; year++)
            results_extreme(results, EXTREME_PUBLIC_FIRST, 0, SAMPLE_KINDERGARTEN, (enum share)share)[year] = under;
    caught.length = 0;
    assert_int_equal(seatsim_print_results(results, options, capture, &caught), SEATSIM_OK);
    seatsim_results_free(results);
    seatsim_options_free(options);
}

TEST(terminal, "below a table of shares stand its policy and the shares under both extremes; a share of nobody is a dash")
{
    print_extremes(1, "100");
    assert_non_null(strstr(caught.text, "policy: proportional     2020  2021  2022\n"
                                        "public, proportional        -     -     -\n"
                                        "public, public_first     100%  100%  100%\n"
                                        "inclusive, proportional     -     -     -\n"
                                        "inclusive, public_first  100%  100%  100%\n"));
}

TEST(terminal, "on a narrow terminal only some years of them are shown, the last among these")
{
    /* 40 cells are 16 for years: two of them, two years apart. */
    print_extremes(0.995, "40");
    assert_non_null(strstr(caught.text, "policy: proportional      2020   2022\n"));
    assert_non_null(strstr(caught.text, "public, public_first     99.5%  99.5%\n"));
}

TEST(terminal, "no line is wider than a hundred cells, in either language")
{
    static const char *const languages[] = { "en", "zh" };
    for (int i = 0; i < 2; i++) {
        print_sample(languages[i], "no");
        for (const char *line = caught.text; *line; line += strcspn(line, "\n") + 1)
            if (text_width(line, strcspn(line, "\n")) > 100)
                fail_msg("%.*s", (int)strcspn(line, "\n"), line);
    }
}

TEST(terminal, "colour marks what is short and what is to spare, and only when asked for")
{
    print_sample("en", "no");
    assert_null(strchr(caught.text, '\033'));
    print_sample("en", "yes");
    assert_non_null(strstr(caught.text, "\033[1;31m100\033[0m"));
    assert_non_null(strstr(caught.text, "\033[34m20\033[0m"));
}

static void print_verdict(struct verdict verdict, const char *language)
{
    struct seatsim_options *options = options_for(language, "no");
    struct verdict_line line;
    struct seatsim_verdicts verdicts = sample_verdicts(&verdict, &line);
    caught.length = 0;
    assert_int_equal(seatsim_print_verdicts(&verdicts, options, capture, &caught), SEATSIM_OK);
    seatsim_options_free(options);
}

TEST(verdicts, "a missed target says by how much and that it is never met")
{
    print_verdict(sample_verdict(), "en");
    assert_string_equal(caught.text, "MISSED Half in public kindergartens Kindergarten region 49.57% in 2021 at least 50% "
                                     "short by 0.43 points never met\n0 of 1 targets met\n");
    print_verdict(sample_verdict(), "zh");
    assert_string_equal(caught.text, "未达标  公办占比过半  幼儿园  全区域  2021 年为 49.57%  不低于 50%  "
                                     "相差 0.43 个百分点  始终未达到\n"
                                     "1 项目标中 0 项达标\n");
}

TEST(verdicts, "a miss by a hair shows the digits that tell it from the bound")
{
    struct verdict verdict = sample_verdict();
    verdict.value = 0.499996;
    verdict.margin = verdict.value - verdict.bound;
    print_verdict(verdict, "en");
    assert_non_null(strstr(caught.text, "49.9996% in 2021"));
    assert_non_null(strstr(caught.text, "short by 0.0004 points"));
}

TEST(verdicts, "a met target says by how much and since when")
{
    struct verdict verdict = sample_verdict();
    verdict.unit = UNIT_PUPILS_PER_CLASS;
    verdict.comparison = AT_MOST;
    verdict.bound_is_limit = verdict.met = true;
    verdict.bound = 45;
    verdict.value = 41;
    verdict.margin = 4;
    verdict.first_met = 2020;
    print_verdict(verdict, "en");
    assert_non_null(strstr(caught.text, "met"));
    assert_non_null(strstr(caught.text, "41 in 2021"));
    assert_non_null(strstr(caught.text, "limit 45"));
    assert_non_null(strstr(caught.text, "first met in 2020"));
}

static void print_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_options *options = seatsim_options_new(allocator);
    struct seatsim_results *results = sample_results(NULL);
    struct verdict verdict = sample_verdict();
    struct verdict_line line;
    struct seatsim_verdicts verdicts = sample_verdicts(&verdict, &line);
    caught.length = 0;
    if (options) {
        enum seatsim_status first = seatsim_print_results(results, options, capture, &caught);
        enum seatsim_status second = seatsim_print_verdicts(&verdicts, options, capture, &caught);
        assert_int_equal(first == SEATSIM_OK && second == SEATSIM_OK, !failing->failed);
    }
    seatsim_results_free(results);
    seatsim_options_free(options);
}

TEST(terminal, "an allocation that fails prints nothing and leaks nothing")
{
    fail_each_allocation(print_with);
}
