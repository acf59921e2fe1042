#include "output/figures.h"

#include "output/words.h"
#include "test.h"

#include <math.h>
#include <string.h>

TEST(figures, "counts are whole and have commas between thousands")
{
    static const struct { double count; const char *text; } rows[] = {
        { 0, "0" },       { 7, "7" },           { 999.6, "1,000" },    { 17827, "17,827" },
        { 1234567, "1,234,567" }, { -1455, "-1,455" }, { -145, "-145" }, { NAN, "" }, { 1e20, "100,000,000,000,000,000,000" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(count_text(rows[i].count).text, rows[i].text);
}

TEST(figures, "values are written in their unit")
{
    static const struct { enum unit unit; double value; int decimals; const char *text; } rows[] = {
        { UNIT_SHARE, 0.54821, 1, "54.8%" },          { UNIT_SHARE, NAN, 1, "" },
        { UNIT_PUPILS, 12744.4, 1, "12,744" },        { UNIT_PUPILS_PER_CLASS, 47.25, 0, "47.3" },
        { UNIT_PUPILS_PER_CLASS, 52, 0, "52" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(value_text(rows[i].unit, rows[i].value, rows[i].decimals).text, rows[i].text);
    assert_string_equal(round_share_text(0.5).text, "50%");
    assert_string_equal(round_share_text(0.125).text, "12.5%");
}

TEST(figures, "years are written as runs, and counted when there are many runs")
{
    static const struct { bool in[6]; const char *english, *chinese; } rows[] = {
        { { 0, 0, 0, 0, 0, 0 }, "", "" },
        { { 1, 0, 0, 0, 0, 0 }, "2020", "2020 年" },
        { { 1, 1, 1, 0, 0, 1 }, "2020–2022 and 2025", "2020—2022 年、2025 年" },
        { { 1, 0, 1, 0, 1, 1 }, "4 of 6 years", "6 年中的 4 年" },
    };
    struct arena arena;
    arena_init(&arena, NULL);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_string_equal(years_text(&arena, SEATSIM_ENGLISH, 2020, rows[i].in, 6), rows[i].english);
        assert_string_equal(years_text(&arena, SEATSIM_CHINESE, 2020, rows[i].in, 6), rows[i].chinese);
    }
    arena_clear(&arena);
}

TEST(words, "every word has a text in both languages with the same slots")
{
    for (enum word word = 0; word < WORDS; word++) {
        const char *english = word_text(word, SEATSIM_ENGLISH), *chinese = word_text(word, SEATSIM_CHINESE);
        assert_true(english[0] && chinese[0]);
        for (const char *slot = strchr(english, '{'); slot; slot = strchr(slot + 1, '{')) {
            char name[32] = { 0 };
            memcpy(name, slot, strcspn(slot, "}") + 1);
            if (!strstr(chinese, name))
                fail_msg("%s is in \"%s\" but not in \"%s\"", name, english, chinese);
        }
    }
}

TEST(words, "a slot that is not given adds nothing, and braces in a value stay as they are")
{
    struct arena arena;
    arena_init(&arena, NULL);
    const struct slot slots[] = { { "value", "{name}" }, { NULL, NULL } };
    assert_string_equal(sentence(&arena, WORD_LABEL, SEATSIM_ENGLISH, slots), "{name} ");
    arena_clear(&arena);
}
