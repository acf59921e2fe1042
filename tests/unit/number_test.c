#include "base/text.h"
#include "test.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TEST(number, "plain decimal numbers are read, and nothing else")
{
    static const struct { const char *text; double number; } good[] = {
        { "0", 0 },         { "9569", 9569 },   { "9_569", 9569 },   { "1_000_000.5", 1000000.5 }, { "-3.25", -3.25 },
        { "+7", 7 },        { "010", 10 },      { "0.1", 0.1 },      { "1e3", 1000 },              { "2.5e-3", 0.0025 },
        { "1E+2", 100 },    { "1e-400", 0 },
    };
    static const char *const bad[] = {
        "",      "-",    "+",     ".",     ".5",    "5.",  "1e",  "1e+", "e5", "0x1F", "1_", "_1", "1__0", "1.5_0", "1_.5",
        "9,569", " 1",   "1 ",    "nan",   "inf",   "1e999", "1.2.3", "１２", "--1", "1-2", "50%", "1:3",
    };
    double number = 0;
    for (size_t row = 0; row < sizeof good / sizeof good[0]; row++) {
        assert_true(text_number(good[row].text, strlen(good[row].text), &number));
        assert_close(number, good[row].number, 0);
    }
    for (size_t row = 0; row < sizeof bad / sizeof bad[0]; row++)
        assert_false(text_number(bad[row], strlen(bad[row]), &number));
    assert_true(text_number("1234", 2, &number)); /* the length counts, not the NUL */
    assert_close(number, 12, 0);
}

TEST(number, "more digits than anyone writes are not a number")
{
    char digits[200];
    double number;
    memset(digits, '1', sizeof digits);
    assert_true(text_number(digits, 120, &number));
    assert_false(text_number(digits, 121, &number));
}

TEST(number, "is written with the fewest digits that read back")
{
    static const struct { double number; const char *text; } rows[] = {
        { 0, "0" },
        { -0.0, "0" },
        { 12744, "12744" },
        { 0.5, "0.5" },
        { 0.1, "0.1" },
        { -35.46, "-35.46" },
        { 100, "100" },
        { 1.0 / 3, "0.3333333333333333" },       /* 16 digits */
        { 0.1 + 0.2, "0.30000000000000004" },    /* 17 digits */
        { 2.0 / 3, "0.6666666666666666" },
        { 1e-6, "0.000001" },
        { 1.25e-6, "0.00000125" },
        { 9.9e-7, "9.9e-7" },
        { 123456789012345, "123456789012345" },
        { 999999999999999, "999999999999999" },
        { 1e15, "1e15" },
        { -1.5e300, "-1.5e300" },
        { 4.9406564584124654e-324, "4.94065645841247e-324" },
        { NAN, "" },
        { INFINITY, "inf" },
        { -INFINITY, "-inf" },
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        assert_string_equal(number_text(rows[row].number).text, rows[row].text);
}

TEST(number, "any double survives being written and read")
{
    uint64_t bits = 1;
    for (int i = 0; i < 20000; i++) {
        double number, back;
        bits = bits * 6364136223846793005U + 1442695040888963407U;
        memcpy(&number, &bits, sizeof number);
        if (!isfinite(number))
            continue;
        struct number_text text = number_text(number);
        assert_true(text_number(text.text, strlen(text.text), &back));
        assert_memory_equal(&back, &number, sizeof back);
    }
}

TEST(number, "decimals are fixed, half to even, and zero has no sign")
{
    static const struct { double number; int decimals; const char *text; } rows[] = {
        { 0.5, 0, "0" },          { 1.5, 0, "2" },         { 35.4583, 2, "35.46" }, { -0.04, 1, "0.0" }, { -0.4, 0, "0" },
        { -0.06, 1, "-0.1" },     { 1234567.891, 1, "1234567.9" }, { NAN, 1, "" },  { 99.96, 1, "100.0" }, { 0, 3, "0.000" },
        { -INFINITY, 1, "-inf" }, { 1e300, 2, "1e300" },
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        assert_string_equal(decimal_text(rows[row].number, rows[row].decimals).text, rows[row].text);
}

static uint64_t random_bits(uint64_t *state)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return *state >> 11;
}

TEST(number, "decimals are those that printf writes, ties and their neighbours included")
{
    uint64_t bits = 1;
    for (int i = 0; i < 200000; i++) {
        int decimals = (int)(random_bits(&bits) % 16), scale = (int)(random_bits(&bits) % 70);
        double number = ldexp((double)(random_bits(&bits) % (1U << (1 + i % 30))), 10 - scale); /* few bits: often a tie */
        if (i % 3 > 0)
            number = nextafter(number, i % 3 == 1 ? 0 : INFINITY);
        char printed[400];
        snprintf(printed, sizeof printed, "%.*f", decimals, number);
        if (number < pow(10, 15 - decimals))
            assert_string_equal(decimal_text(number, decimals).text, printed);
    }
}

TEST(number, "what is read is what strtod reads")
{
    uint64_t bits = 1;
    for (int i = 0; i < 200000; i++) {
        char text[40];
        double number;
        double given = (double)(random_bits(&bits) % 1000000000) / 1000;
        snprintf(text, sizeof text, "%.*f", (int)(random_bits(&bits) % 9), given);
        assert_true(text_number(text, strlen(text), &number));
        assert_close(number, strtod(text, NULL), 0);
    }
}

/* A locale with a decimal comma, if the machine has one. */
static bool set_comma_locale(void)
{
    static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.UTF-8", "fr_FR.utf8", "sv_SE.UTF-8" };
    for (size_t name = 0; name < sizeof names / sizeof names[0]; name++)
        if (setlocale(LC_NUMERIC, names[name]) && strcmp(localeconv()->decimal_point, ",") == 0)
            return true;
    return false;
}

TEST(number, "a host whose decimal sign is a comma changes nothing")
{
    double number = 0;
    if (!set_comma_locale()) {
        print_message("# no locale with a decimal comma here\n");
        skip();
    }
    assert_true(text_number("12.5", 4, &number));
    assert_close(number, 12.5, 0);
    assert_false(text_number("12,5", 4, &number));
    assert_string_equal(number_text(0.1 + 0.2).text, "0.30000000000000004");
    assert_string_equal(decimal_text(12.34, 1).text, "12.3");
    setlocale(LC_NUMERIC, "C");
}
