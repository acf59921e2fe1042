#include "captured.h"
#include "failing_allocator.h"
#include "sample_results.h"
#include "test.h"

#include <seatsim/export.h>

#include <math.h>
#include <string.h>

static struct captured caught;

/* Writes a table of `results` into `caught` and frees them. */
static void write_table(struct seatsim_results *results, const struct seatsim_verdicts *verdicts, const char *table)
{
    caught.length = 0;
    assert_int_equal(seatsim_export_table(results, verdicts, table, capture, &caught, NULL), SEATSIM_OK);
    seatsim_results_free(results);
}

static void assert_line(const char *line)
{
    if (!strstr(caught.text, line))
        fail_msg("no line \"%s\" in\n%s", line, caught.text);
}

TEST(csv, "indicators have a row for every value that exists, with the unit, region first")
{
    write_table(sample_results(NULL), NULL, "indicators");
    assert_memory_equal(caught.text, "scenario,variant,year,scope,id,stage,sector,indicator,unit,value\n", 65);
    assert_line("\nsample,base,2020,region,,kindergarten,,demand,pupils,100\n"
                "sample,base,2021,region,,kindergarten,,demand,pupils,90\n");
    assert_line("\nsample,base,2021,district,etdz,kindergarten,,public_share,share,0.4957\n");
    assert_null(strstr(caught.text, "primary,,public_share")); /* NaN: there is no such share */
    assert_null(strstr(caught.text, "nan"));
}

TEST(csv, "a facility's indicators carry its id and no sector")
{
    struct seatsim_results *results = sample_results(NULL);
    const double *seats = results_part_series(results, 2, indicator_of("seats"));
    results->part_values[seats - results->part_values] = 1200;
    write_table(results, NULL, "indicators");
    assert_line("\nsample,base,2020,facility,s1,primary,,seats,seats,1200\n");
}

TEST(csv, "pupils have a row a grade and year, and rounding noise is not a child")
{
    write_table(sample_results(NULL), NULL, "pupils");
    assert_memory_equal(caught.text, "scenario,variant,year,district,stage,grade,demand,enrolled,unmet\n", 65);
    assert_line("\nsample,base,2020,etdz,primary,1,1300,1290,10\n");
    assert_line("\nsample,base,2021,etdz,kindergarten,large,30,30,0\n");
}

TEST(csv, "facilities have a row for every year in which they are open")
{
    struct seatsim_results *results = sample_results(NULL);
    const double *sites = results_part_series(results, 1, indicator_of("sites"));
    results->part_values[sites - results->part_values + 1] = 2;
    write_table(results, NULL, "facilities");
    assert_line("scenario,variant,year,district,facility,stage,sector,sites,seats,rooms,enrolled,classes,class_size_mean,"
                "class_size_max,classes_over_limit,shortage,surplus,utilisation\n");
    assert_line("\nsample,base,2021,etdz,k2,kindergarten,private,2,,,,,,,,,,\n");
    assert_null(strstr(caught.text, "2020,etdz,k2"));
}

TEST(csv, "shares have rows under the plan's policy and under both extremes, of stages whose facilities differ in sector")
{
    struct seatsim_results *results = sample_results(NULL);
    assert_true(results_lay_out_extremes(results));
    results_extreme(results, EXTREME_PUBLIC_FIRST, 1, SAMPLE_KINDERGARTEN, SHARE_INCLUSIVE)[2] = 1;
    write_table(results, NULL, "policies");
    assert_memory_equal(caught.text, "scenario,variant,policy,role,year,scope,id,stage,indicator,unit,value\n", 70);
    assert_line("\nsample,base,proportional,plan,2021,region,,kindergarten,public_share,share,0.4957\n");
    assert_line("\nsample,base,public_first,extreme,2022,district,etdz,kindergarten,inclusive_share,share,1\n");
    assert_null(strstr(caught.text, "primary"));
}

TEST(csv, "targets have their bound, value and margin, and no year when never met")
{
    struct verdict verdict = sample_verdict();
    struct verdict_line line;
    struct seatsim_verdicts verdicts = sample_verdicts(&verdict, &line);
    write_table(sample_results(NULL), &verdicts, "targets");
    assert_string_equal(
        caught.text, "scenario,variant,target,indicator,stage,sector,scope,id,condition,bound,upper,tolerance,asked,asked_year,"
                     "year,value,margin,met,severity,first_met,first_missed\n"
                     "sample,base,public-half,public_share,kindergarten,,region,,at_least,0.5,,0,in,2021,"
                     "2021,0.4957,-0.0043,false,error,,2021\n");
}

TEST(csv, "texts are quoted where they must be and never begin a formula")
{
    static const struct { const char *text, *cell; } rows[] = {
        { "plain", "plain" },         { "a,b", "\"a,b\"" },       { "say \"so\"", "\"say \"\"so\"\"\"" },
        { "two\nlines", "\"two\nlines\"" }, { "=1+1", "'=1+1" },  { "@sum", "'@sum" },
        { "-1,2", "\"'-1,2\"" },      { "日照", "日照" },          { "", "" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct seatsim_results *results = sample_results(NULL);
        char line[64] = "\n";
        results->scenario = rows[i].text;
        write_table(results, NULL, "pupils");
        strcat(line, rows[i].cell);
        assert_line(strcat(line, ",base,2020"));
    }
}

TEST(csv, "numbers have up to twelve significant digits and no more than they need")
{
    static const struct { double value; const char *text; } rows[] = {
        { 1.0 / 3, "0.333333333333" }, { 200.0 / 3, "66.6666666667" }, { 0.5, "0.5" },     { -0.0043, "-0.0043" },
        { 123456789, "123456789" },    { 0.1 + 0.2, "0.3" },           { 1e-7, "1e-7" },  { 12744, "12744" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct seatsim_results *results = sample_results(NULL);
        char line[64] = ",demand,pupils,";
        sample_cell(results, 0, "demand", SAMPLE_PRIMARY)[0] = rows[i].value;
        write_table(results, NULL, "indicators");
        strcat(line, rows[i].text);
        assert_line(strcat(line, "\n"));
    }
}

TEST(csv, "a table that does not exist is an error that names the nearest")
{
    struct seatsim_results *results = sample_results(NULL);
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    assert_int_equal(seatsim_export_table(results, NULL, "indicator", capture, &caught, diagnostics), SEATSIM_BAD_INPUT);
    capture_diagnostics(&caught, diagnostics, SEATSIM_ENGLISH, 10);
    assert_non_null(strstr(caught.text, "'indicators'"));
    assert_non_null(strstr(caught.text, "E401"));
    seatsim_diagnostics_free(diagnostics);
    seatsim_results_free(results);
}

static bool refuse(void *context, const char *bytes, size_t length)
{
    (void)context, (void)bytes, (void)length;
    return false;
}

TEST(csv, "a reader that gives up ends the table")
{
    struct seatsim_results *results = sample_results(NULL);
    assert_int_equal(seatsim_export_table(results, NULL, "pupils", refuse, NULL, NULL), SEATSIM_MACHINE);
    seatsim_results_free(results);
}

static void write_with(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_results *results = sample_results(allocator);
    if (!results) {
        assert_true(failing->failed);
        return;
    }
    caught.length = 0;
    enum seatsim_status status = seatsim_export_table(results, NULL, "facilities", capture, &caught, NULL);
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    seatsim_results_free(results);
}

TEST(csv, "an allocation that fails ends the table without a leak")
{
    fail_each_allocation(write_with);
}
