#include "scenario/read.h"
#include "captured.h"
#include "test.h"

#include <math.h>
#include <string.h>

/* A scenario whose one key that matters is `text`, read by a row of its own. */
struct value {
    struct arena arena;
    struct source source;
    struct seatsim_diagnostics *diagnostics;
    struct node *root;
    struct seatsim_scenario scenario;
    struct reading reading;
    struct captured said;
};

static void open_value(struct value *value, const char *text)
{
    memset(value, 0, sizeof *value);
    arena_init(&value->arena, NULL);
    value->source = (struct source) { .name = "a.yaml", .text = text, .length = strlen(text) };
    value->diagnostics = seatsim_diagnostics_new(NULL);
    value->scenario.given_years[0] = 2020;
    value->scenario.given_years[1] = 2023;
    value->reading = (struct reading) { &value->scenario, &value->arena, value->diagnostics, NULL, NULL, -1, NULL, NULL, NULL };
    assert_int_equal(tree_read(&value->source, text, ORIGIN_FILE, &value->arena, &value->root, value->diagnostics), SEATSIM_OK);
}

static void close_value(struct value *value)
{
    seatsim_diagnostics_free(value->diagnostics);
    arena_clear(&value->arena);
}

TEST(value, "takes a number only when it is plain, decimal, whole and in range")
{
    static const struct key count = { .name = "n", .type = KEY_COUNT, .min = 0, .max = 1e6 };
    static const struct key share = { .name = "n", .type = KEY_SHARE, .min = 0, .max = 1 };
    static const struct key ratio = { .name = "n", .type = KEY_COUNT, .unit = "ratio", .min = 0, .max = 100 };
    static const struct { const struct key *key; const char *text; double number; const char *code; } rows[] = {
        { &count, "9569", 9569, NULL },       { &count, "9_569", 9569, NULL },
        { &count, "010", 10, "W101" },        { &count, "{value: 5, source: S}", 5, NULL },
        { &share, "50%", 0.5, NULL },         { &share, "0.5", 0.5, NULL },
        { &ratio, "1:13.5", 13.5, NULL },     { &ratio, "13.5", 13.5, NULL },
        { &count, "\"45\"", NAN, "E104" },    { &count, "0x10", NAN, "E105" },
        { &count, "9,569", NAN, "E106" },     { &count, "yes", NAN, "E107" },
        { &count, "many", NAN, "E102" },      { &count, "1:30", NAN, "E102" },
        { &count, "50%", NAN, "E108" },       { &count, "-1", NAN, "E103" },
        { &share, "101%", NAN, "E103" },      { &count, ".inf", NAN, "E102" },
        { &count, "[1]", NAN, "E101" },       { &count, "~", NAN, "E102" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct value value;
        double number = NAN;
        open_value(&value, rows[i].text);
        bool good = read_number(&value.reading, rows[i].key, value.root, &number);
        capture_diagnostics(&value.said, value.diagnostics, SEATSIM_ENGLISH, 20);
        if (good == isnan(rows[i].number) || (good && number != rows[i].number))
            fail_msg("%s: %d, %g, said: %s", rows[i].text, good, number, value.said.text);
        if (rows[i].code ? !strstr(value.said.text, rows[i].code) : value.said.length > 0)
            fail_msg("%s: said: %s", rows[i].text, value.said.text);
        close_value(&value);
    }
}

TEST(value, "says by its own code why a year, a date, a title, a truth or a choice is none")
{
    static const char *const names[] = { "births", "progression", NULL };
    static const struct { enum key_type type; const char *text, *code; } rows[] = {
        { KEY_YEAR, "2021", NULL },          { KEY_YEAR, "2021.5", "E114" },      { KEY_YEAR, "1200", "E103" },
        { KEY_YEARS, "2020..2030", NULL },   { KEY_YEARS, "2020-2030", "E115" },  { KEY_YEARS, "2030..2020", "E116" },
        { KEY_YEARS, "2020..2020", "E116" }, { KEY_YEARS, "1000..1100", "E103" }, { KEY_YEARS, "[2020]", "E115" },
        { KEY_DATE, "08-31", NULL },         { KEY_DATE, "02-29", NULL },         { KEY_DATE, "02-30", "E117" },
        { KEY_DATE, "31-08", "E117" },       { KEY_DATE, "August", "E117" },      { KEY_TITLE, "日照", NULL },
        { KEY_TITLE, "{zh: 日照}", NULL },   { KEY_TITLE, "{fr: A}", "E111" },    { KEY_TITLE, "{}", "E111" },
        { KEY_TRUTH, "true", NULL },         { KEY_TRUTH, "no", "E113" },         { KEY_TRUTH, "\"true\"", "E113" },
        { KEY_CHOICE, "births", NULL },      { KEY_CHOICE, "birhts", "E112" },    { KEY_ID, "nine-year-1", NULL },
        { KEY_ID, "Nine", "E110" },          { KEY_ID, "-a", "E110" },            { KEY_TEXT, "''", "E101" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct value value;
        struct key key = { .name = "k", .type = rows[i].type, .min = 1800, .max = 2300, .names = names };
        union {
            struct title title;
            int numbers[2];
            const char *text;
            bool truth;
        } target = { .title = { { NULL, NULL } } };
        open_value(&value, rows[i].text);
        bool good = read_scalar(&value.reading, &key, value.root, &target);
        capture_diagnostics(&value.said, value.diagnostics, SEATSIM_ENGLISH, 20);
        if (good != !rows[i].code || (rows[i].code && !strstr(value.said.text, rows[i].code)))
            fail_msg("%s: %d, said: %s", rows[i].text, good, value.said.text);
        close_value(&value);
    }
}

TEST(value, "reads a series as one value, as a list from the base year, or by year in any order")
{
    static const struct key rate = { .name = "rate", .type = KEY_SERIES, .min = 0, .max = 5 };
    static const struct { const char *text; int count, years[3]; double values[3]; bool constant; } rows[] = {
        { "86%", 1, { 2020 }, { 0.86 }, true },
        { "[1, 2, 3]", 3, { 2020, 2021, 2022 }, { 1, 2, 3 }, false },
        { "{2025: 92%, 2020: 86%}", 2, { 2020, 2025 }, { 0.86, 0.92 }, false },
        { "{value: {2021: 1}, source: S}", 1, { 2021 }, { 1 }, false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct value value;
        struct series series = { 0 };
        open_value(&value, rows[i].text);
        assert_true(read_series(&value.reading, &rate, value.root, &series));
        assert_int_equal(series.count, rows[i].count);
        assert_int_equal(series.constant, rows[i].constant);
        for (int k = 0; k < series.count; k++) {
            assert_int_equal(series.years[k], rows[i].years[k]);
            assert_close(series.values[k], rows[i].values[k], 1e-15);
        }
        close_value(&value);
    }
}

TEST(value, "refuses a series that is empty, longer than the run, or holds what is no number")
{
    static const struct key rate = { .name = "rate", .type = KEY_SERIES, .min = 0, .max = 5 };
    static const struct { const char *text, *code; } rows[] = {
        { "[]", "E120" },          { "{}", "E120" },       { "{interpolate: step}", "E120" },
        { "[1, 1, 1, 1, 1]", "E121" }, { "{2020: x}", "E102" }, { "[[1]]", "E101" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct value value;
        struct series series = { 0 };
        open_value(&value, rows[i].text);
        bool good = read_series(&value.reading, &rate, value.root, &series);
        capture_diagnostics(&value.said, value.diagnostics, SEATSIM_ENGLISH, 20);
        if (good || !strstr(value.said.text, rows[i].code))
            fail_msg("%s: %d, said: %s", rows[i].text, good, value.said.text);
        close_value(&value);
    }
}
