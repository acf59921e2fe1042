#include "output/chart.h"
#include "output/chart_gnuplot.h"
#include "output/chart_svg.h"
#include "output/panel.h"

#include "base/options.h"
#include "captured.h"
#include "failing_allocator.h"
#include "sample_results.h"
#include "test.h"

#include <seatsim/export.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* --- panels ------------------------------------------------------------------------------------------------------- */

TEST(panel, "labels that would collide are pushed apart evenly, the others stay at their lines")
{
    static const double low[] = { 0, 49 }, middle[] = { 0, 50 }, high[] = { 0, 80 };
    struct chart chart = { .years = 2, .n_panels = 1 };
    chart.panels[0].n_lines = 3;
    chart.panels[0].lines[0] = (struct line){ .label = "high", .values = high, .scale = 1 };
    chart.panels[0].lines[1] = (struct line){ .label = "low", .values = low, .scale = 1 };
    chart.panels[0].lines[2] = (struct line){ .label = "middle", .values = middle, .scale = 1 };
    finish_chart(&chart, true);
    double apart = (chart.top - chart.bottom) * LABEL_HEIGHT / (ONE_ROW - ROW_AROUND_PLOT);
    assert_close(chart.panels[0].lines[0].at, 80, 0);
    assert_close(chart.panels[0].lines[2].at - chart.panels[0].lines[1].at, apart, 1e-9);
    assert_close(chart.panels[0].lines[2].at + chart.panels[0].lines[1].at, 99, 1e-9);
}

TEST(panel, "labels on one value, and below the axis, still stand apart and above it")
{
    static const double nothing[] = { 0 };
    struct chart chart = { .years = 1, .n_panels = 1 };
    chart.panels[0].n_lines = 3;
    for (int i = 0; i < 3; i++)
        chart.panels[0].lines[i] = (struct line){ .label = "line", .values = nothing, .scale = 1 };
    finish_chart(&chart, true);
    double apart = (chart.top - chart.bottom) * LABEL_HEIGHT / (ONE_ROW - ROW_AROUND_PLOT);
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < i; j++)
            assert_true(fabs(chart.panels[0].lines[i].at - chart.panels[0].lines[j].at) >= apart - 1e-9);
    for (int i = 0; i < 3; i++)
        assert_true(chart.panels[0].lines[i].at >= chart.bottom);
}

TEST(panel, "the axis is round and holds every value, whatever they are")
{
    static const struct { double low, high; bool from_zero; double bottom, top; } rows[] = {
        { 35.5, 85, false, 30, 90 }, { 4000, 17827, true, 0, 20000 }, { 18.2, 81, true, 0, 100 },
        { 50, 50, false, 49, 51 },   { NAN, NAN, false, 0, 2 },       { 0, 0, true, 0, 1 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double values[] = { rows[i].low, rows[i].high };
        struct chart chart = { .years = 2, .n_panels = 1 };
        chart.panels[0].n_lines = 1;
        chart.panels[0].lines[0] = (struct line){ .label = "line", .values = values, .scale = 1 };
        finish_chart(&chart, rows[i].from_zero);
        assert_close(chart.bottom, rows[i].bottom, 1e-9);
        assert_close(chart.top, rows[i].top, 1e-9);
    }
}

/* --- SVG ---------------------------------------------------------------------------------------------------------- */

TEST(svg, "gets a title, a description, ids of its own and fonts to fall back on; texts are escaped and left alone")
{
    static const char made[] = "<?xml version=\"1.0\"?>\n<svg \n width=\"4\" height=\"3\"\n viewBox=\"0 0 4 3\">\n"
                               "<title>Gnuplot</title>\n<desc>Produced</desc>\n<g id=\"a\"><use xlink:href='#a'/>"
                               "<text font-family=\"Sans\"> id=\"b\"</text></g></svg>\n";
    struct buffer out;
    buffer_init(&out, NULL);
    svg_finish(made, "seats", "a < b & \"c\"", "what <script> shows", &out);
    assert_null(strstr(out.text, "width="));
    assert_non_null(strstr(out.text, "role=\"img\""));
    assert_non_null(strstr(out.text, "viewBox=\"0 0 4 3\""));
    assert_non_null(strstr(out.text, ">a &lt; b &amp; &quot;c&quot;</title>"));
    assert_non_null(strstr(out.text, "what &lt;script&gt; shows</desc>"));
    assert_non_null(strstr(out.text, "<g id=\"seats-a\"><use xlink:href='#seats-a'/>"));
    assert_non_null(strstr(out.text, "'WenQuanYi Micro Hei'"));
    assert_non_null(strstr(out.text, "> id=\"b\"</text>"));
    buffer_clear(&out);
}

TEST(svg, "a file that was cut off is told from a whole one")
{
    assert_true(svg_is_whole("<svg></svg>\n\n", 13));
    assert_false(svg_is_whole("<svg></sv", 9));
    assert_false(svg_is_whole("", 0));
    assert_true(png_is_whole("xxIEND\xAE\x42\x60\x82", 10));
    assert_false(png_is_whole("xxIEND\xAE\x42\x60", 9));
}

/* --- programs ----------------------------------------------------------------------------------------------------- */

/* A gnuplot that is stopped this way is told as W403. */
TEST(program, "what became of a program is told, and one that hangs is stopped in time")
{
    time_t before = time(NULL);
    assert_int_equal(run_program((const char *const[]){ "true", NULL }, "/dev/null", "/dev/null", 10), PROGRAM_DONE);
    assert_int_equal(run_program((const char *const[]){ "false", NULL }, "/dev/null", "/dev/null", 10), PROGRAM_FAILED);
    assert_int_equal(run_program((const char *const[]){ "there-is-no-such-program", NULL }, "/dev/null", "/dev/null", 10),
                     PROGRAM_MISSING);
    assert_int_equal(run_program((const char *const[]){ "sleep", "60", NULL }, "/dev/null", "/dev/null", 1), PROGRAM_TOO_SLOW);
    assert_true(time(NULL) - before < 20);
}

/* --- the whole way ------------------------------------------------------------------------------------------------ */

/* A folder that the test runs in, so that names like "|x" are relative paths. */
static char folder[64];

static struct seatsim_options *enter_folder(void)
{
    static char source[4096]; /* the source tree, where tests are started */
    struct seatsim_options *options = seatsim_options_new(NULL);
    if (!source[0])
        assert_non_null(getcwd(source, sizeof source));
    /* in memory where that can be had: each of the hundreds of runs syncs what it writes */
    strcpy(folder, access("/dev/shm", W_OK) == 0 ? "/dev/shm/seatsim-chart-XXXXXX" : "/tmp/seatsim-chart-XXXXXX");
    assert_non_null(mkdtemp(folder));
    assert_int_equal(seatsim_options_set(options, "data", source, NULL), SEATSIM_OK);
    assert_int_equal(chdir(folder), 0);
    return options;
}

static void leave_folder(struct seatsim_options *options)
{
    assert_int_equal(run_program((const char *const[]){ "rm", "-r", folder, NULL }, "/dev/null", "/dev/null", 20), PROGRAM_DONE);
    assert_int_equal(chdir(options->data.items[0]), 0);
    seatsim_options_free(options);
}

/* The text of a file; "" when there is none. */
static const char *text_of(const char *path)
{
    static char text[1 << 20];
    FILE *file = fopen(path, "r");
    size_t length = file ? fread(text, 1, sizeof text - 1, file) : 0;
    text[length] = '\0';
    if (file)
        fclose(file);
    return text;
}

static bool can_draw(void)
{
    return run_program((const char *const[]){ "gnuplot", "--version", NULL }, "/dev/null", "/dev/null", 20) == PROGRAM_DONE &&
           access("plots/style.gp", R_OK) == 0;
}

TEST(chart, "names and folders full of gnuplot's own signs are shown as they are and run nothing")
{
    static const char nasty[] = "it's `touch a` \"$x\" {b} @c_d^e <script> 50% \\n";
    if (!can_draw())
        skip();
    struct seatsim_options *options = enter_folder();
    struct seatsim_results *results = sample_results(NULL);
    struct result_stage stages[SAMPLE_STAGES];
    memcpy(stages, results->stages, sizeof stages);
    stages[SAMPLE_PRIMARY].name.title.text[SEATSIM_ENGLISH] = nasty;
    results->stages = stages;
    results->variant = "|touch b";
    assert_int_equal(seatsim_export_folder(results, NULL, "|touch c;it's", options, NULL, NULL, NULL), SEATSIM_OK);
    const char *svg = text_of("|touch c;it's/charts/seats.svg");
    assert_non_null(strstr(svg, "<text>it's `touch a` \"$x\" {b} @c_d^e &lt;script> 50% \\n</text>"));
    assert_non_null(strstr(svg, "|touch b"));
    assert_true(access("a", F_OK) != 0 && access("b", F_OK) != 0 && access("c", F_OK) != 0 && access("c;it's", F_OK) != 0);
    seatsim_results_free(results);
    leave_folder(options);
}

TEST(chart, "the same results give the same bytes, and findings name what is short and what is to spare")
{
    if (!can_draw())
        skip();
    struct seatsim_options *options = enter_folder();
    struct seatsim_results *results = sample_results(NULL);
    assert_int_equal(seatsim_export_folder(results, NULL, "a", options, NULL, NULL, NULL), SEATSIM_OK);
    assert_int_equal(seatsim_export_folder(results, NULL, "b", options, NULL, NULL, NULL), SEATSIM_OK);
    const char *const compare[] = { "diff", "-r", "a", "b", NULL };
    assert_int_equal(run_program(compare, "/dev/null", "/dev/null", 20), PROGRAM_DONE);
    /* primary: 1300 children and 1200 seats in 2020, 1100 in 2022; kindergarten: 40 to spare */
    assert_non_null(strstr(text_of("a/charts/seats.svg"),
                           ">Primary lacks up to 100 seats (2020); Primary has up to 100 to spare (2022)</title>"));
    assert_non_null(strstr(text_of("a/charts/class-size.svg"),
                           ">Classes above the limit: Kindergarten 2020, Primary 2020–2021</title>"));
    assert_non_null(strstr(text_of("a/charts/public-share.svg"),
                           ">The public share goes from 40.0% in 2020 to 55.0% in 2022; "
                           "the inclusive share goes from 80.0% in 2020 to 90.0% in 2022</title>"));
    seatsim_results_free(results);
    leave_folder(options);
}

TEST(chart, "a public share that is met and lost again is not called met")
{
    if (!can_draw())
        skip();
    struct seatsim_options *options = enter_folder();
    struct seatsim_results *results = sample_results(NULL);
    struct verdict verdict = sample_verdict();
    struct verdict_line line;
    struct seatsim_verdicts verdicts = sample_verdicts(&verdict, &line);
    double *share = sample_cell(results, 0, "public_share", SAMPLE_KINDERGARTEN);
    share[1] = 0.52;
    share[2] = 0.48;
    verdict.first_met = line.first_met = 2021;
    assert_int_equal(seatsim_export_folder(results, &verdicts, "a", options, NULL, NULL, NULL), SEATSIM_OK);
    assert_non_null(strstr(text_of("a/charts/public-share.svg"), ">The public share meets 50% in 2021 but not in 2022; "));
    assert_non_null(strstr(text_of("a/charts/public-share.svg"), "target 50% in 2021"));
    seatsim_results_free(results);
    leave_folder(options);
}

/* Puts a program of that name, which does as `lines` say, before all others; "" for none at all. */
static void pretend(const char *name, const char *lines)
{
    char path[128];
    snprintf(path, sizeof path, "%s/bin", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(setenv("PATH", path, 1), 0);
    if (!*name)
        return;
    snprintf(path, sizeof path, "%s/bin/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", lines);
    fclose(file);
    assert_int_equal(chmod(path, 0700), 0);
}

static struct seatsim_options *entered;

static void export_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_results *results = sample_results(NULL);
    struct seatsim_allocator usual = entered->allocator;
    entered->allocator = *allocator;
    enum seatsim_status status = seatsim_export_folder(results, NULL, "a", entered, NULL, NULL, NULL);
    entered->allocator = usual;
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    seatsim_results_free(results);
}

TEST(chart, "an allocation that fails leaves nothing behind and no leak")
{
    if (!can_draw())
        skip();
    char *path = strdup(getenv("PATH"));
    struct seatsim_results *results = sample_results(NULL);
    entered = enter_folder();
    assert_int_equal(seatsim_export_folder(results, NULL, "drawn", entered, NULL, NULL, NULL), SEATSIM_OK);
    seatsim_results_free(results);
    pretend("gnuplot", "exec /bin/cp drawn/charts/* \"${2%/*}\""); /* hundreds of runs: none of them draws */
    fail_each_allocation(export_with);
    setenv("PATH", path, 1);
    free(path);
    leave_folder(entered);
}

TEST(chart, "whatever becomes of gnuplot, the tables stand and one warning says what is wrong")
{
    static const struct { const char *name, *lines, *code; } rows[] = {
        { "", "", "W401" },
        { "gnuplot", "echo no such terminal >&2; exit 1", "W402" },
        { "gnuplot", "exec /bin/sleep 60", "W403" },
        { "gnuplot", "exit 0", "W404" },
        { "fc-match", "echo Latin Only; echo en", "W406" },
    };
    static struct captured caught;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct seatsim_options *options = enter_folder();
        struct seatsim_results *results = sample_results(NULL);
        struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
        char *path = strdup(getenv("PATH"));
        struct file_set *set;
        options->language = SEATSIM_CHINESE;
        pretend(rows[i].name, rows[i].lines);
        assert_int_equal(file_set_open("a", &options->allocator, &set, diagnostics), SEATSIM_OK);
        assert_int_equal(draw_charts(results, NULL, set, options, 1, diagnostics), SEATSIM_OK);
        file_set_abandon(set);
        setenv("PATH", path, 1);
        free(path);
        capture_diagnostics(&caught, diagnostics, SEATSIM_ENGLISH, 10);
        if (!strstr(caught.text, rows[i].code))
            fail_msg("no %s in %s", rows[i].code, caught.text);
        seatsim_diagnostics_free(diagnostics);
        seatsim_results_free(results);
        leave_folder(options);
    }
}

TEST(chart, "without templates the tables are written and a warning says so")
{
    static struct captured caught;
    struct seatsim_options *options = enter_folder();
    struct seatsim_results *results = sample_results(NULL);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    options->data.count = 0;
    assert_int_equal(seatsim_export_folder(results, NULL, "a", options, NULL, NULL, diagnostics), SEATSIM_OK);
    options->data.count = 1;
    capture_diagnostics(&caught, diagnostics, SEATSIM_ENGLISH, 10);
    assert_non_null(strstr(caught.text, "W405"));
    assert_true(access("a/indicators.csv", R_OK) == 0);
    assert_true(access("a/targets.csv", R_OK) != 0);
    seatsim_diagnostics_free(diagnostics);
    seatsim_results_free(results);
    leave_folder(options);
}
