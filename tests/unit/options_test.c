#include "base/options.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <seatsim/seatsim.h>

#include <string.h>

static struct captured captured;

TEST(options, "begin with their defaults")
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    assert_int_equal(options->language, SEATSIM_ENGLISH);
    assert_true(options->plots);
    assert_false(options->colour);
    assert_int_equal(options->width, 100);
    assert_int_equal(options->variants.count + options->sets.count + options->data.count, 0);
    seatsim_options_free(options);
    seatsim_options_free(NULL);
}

TEST(options, "are set by name from text; those that may be repeated add up")
{
    static const char *const given[][2] = {
        { "lang", "zh" },   { "plots", "no" },     { "colour", "yes" },        { "width", "40" }, { "variant", "outside,late" },
        { "variant", "x" }, { "set", "a.b=1,2" },  { "set", "a.b += 3" },      { "data", "/d" },
    };
    struct seatsim_options *options = seatsim_options_new(NULL);
    for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
        assert_int_equal(seatsim_options_set(options, given[i][0], given[i][1], NULL), SEATSIM_OK);
    assert_int_equal(options->language, SEATSIM_CHINESE);
    assert_false(options->plots);
    assert_true(options->colour);
    assert_int_equal(options->width, 40);
    assert_int_equal(options->variants.count, 3);
    assert_string_equal(options->variants.items[0], "outside");
    assert_string_equal(options->variants.items[1], "late");
    assert_string_equal(options->variants.items[2], "x");
    assert_int_equal(options->sets.count, 2);
    assert_string_equal(options->sets.items[0], "a.b=1,2"); /* a comma belongs to the value */
    assert_string_equal(options->data.items[0], "/d");
    seatsim_options_free(options);
}

TEST(options, "what is wrong is told, and changes nothing")
{
    static const struct { const char *name, *value, *message; } rows[] = {
        { "langauge", "zh", "error: there is no option 'langauge' [E501]\n" },
        { "varient", "x", "error: there is no option 'varient' (did you mean 'variant'?) [E501]\n" },
        { "lang", "fr", "error: option lang takes en|zh, not 'fr' [E502]\n" },
        { "lang", "e", "error: option lang takes en|zh, not 'e' [E502]\n" },
        { "plots", "", "error: option plots takes yes|no, not '' [E502]\n" },
        { "plots", NULL, "error: option plots takes yes|no, not '' [E502]\n" },
        { "width", "39", "error: option width takes a whole number from 40 to 1000, not '39' [E503]\n" },
        { "width", "1001", "error: option width takes a whole number from 40 to 1000, not '1001' [E503]\n" },
        { "width", "80.5", "error: option width takes a whole number from 40 to 1000, not '80.5' [E503]\n" },
        { "width", "wide", "error: option width takes a whole number from 40 to 1000, not 'wide' [E503]\n" },
        { "set", "", "error: option set needs PATH=VALUE [E504]\n" },
        { "variant", "outside,,late", "error: option variant needs NAME[,NAME] [E504]\n" },
        { "variant", "outside,", "error: option variant needs NAME[,NAME] [E504]\n" },
    };
    struct seatsim_options *options = seatsim_options_new(NULL);
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
        assert_int_equal(seatsim_options_set(options, rows[row].name, rows[row].value, diagnostics), SEATSIM_BAD_INPUT);
        capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
        assert_string_equal(captured.text, rows[row].message);
        seatsim_diagnostics_free(diagnostics);
    }
    assert_true(options->plots);
    assert_int_equal(options->width, 100);
    assert_int_equal(options->variants.count, 0);
    seatsim_options_free(options);
}

TEST(options, "describe themselves in both languages")
{
    assert_int_equal(seatsim_option_count(), 17);
    for (int option = 0; option < seatsim_option_count(); option++) {
        assert_true(strlen(seatsim_option_name(option)) > 0);
        assert_non_null(seatsim_option_argument(option));
        assert_string_not_equal(seatsim_option_meaning(option, SEATSIM_ENGLISH), seatsim_option_meaning(option, SEATSIM_CHINESE));
    }
}

TEST(options, "a copy has texts and lists of its own")
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    seatsim_options_set(options, "variant", "a,b", NULL);
    seatsim_options_set(options, "indicator", "demand", NULL);
    seatsim_options_set(options, "width", "80", NULL);
    struct seatsim_options *copy = seatsim_options_copy(options);
    seatsim_options_set(copy, "variant", "c", NULL);
    assert_int_equal(options->variants.count, 2);
    seatsim_options_free(options);
    assert_int_equal(copy->variants.count, 3);
    assert_string_equal(copy->variants.items[1], "b");
    assert_string_equal(copy->variants.items[2], "c");
    assert_string_equal(copy->indicator, "demand");
    assert_null(copy->stage);
    assert_int_equal(copy->width, 80);
    seatsim_options_free(copy);
}

static void set_some(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_options *options = seatsim_options_new(allocator);
    enum seatsim_status status = options ? SEATSIM_OK : SEATSIM_MACHINE;
    for (int i = 0; i < 20 && status == SEATSIM_OK; i++)
        status = seatsim_options_set(options, "variant", "a,b", NULL);
    if (options && status == SEATSIM_OK)
        status = seatsim_options_set(options, "set", "a=1", NULL);
    if (options && status == SEATSIM_OK)
        status = seatsim_options_set(options, "indicator", "demand", NULL);
    struct seatsim_options *copy = status == SEATSIM_OK ? seatsim_options_copy(options) : NULL;
    assert_int_equal(copy ? SEATSIM_OK : SEATSIM_MACHINE, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    seatsim_options_free(copy);
    seatsim_options_free(options);
}

TEST(options, "without memory they say so")
{
    fail_each_allocation(set_some);
}

TEST(version, "the library's is the header's")
{
    assert_string_equal(seatsim_version(), SEATSIM_VERSION);
}
