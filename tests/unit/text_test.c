#include "base/text.h"
#include "failing_allocator.h"
#include "test.h"

#include <string.h>

TEST(text, "a title falls back to the other language, then to what is given")
{
    struct title both = { { "primary", "小学" } }, chinese = { { NULL, "小学" } }, none = { { NULL, NULL } };
    assert_string_equal(title_text(&both, SEATSIM_ENGLISH, "id"), "primary");
    assert_string_equal(title_text(&both, SEATSIM_CHINESE, "id"), "小学");
    assert_string_equal(title_text(&chinese, SEATSIM_ENGLISH, "id"), "小学");
    assert_string_equal(title_text(&none, SEATSIM_ENGLISH, "id"), "id");
}

TEST(text, "UTF-8 is decoded strictly: no overlong forms, no surrogates, nothing above U+10FFFF, nothing cut")
{
    static const struct { const char *bytes; int length, taken; int32_t code; } rows[] = {
        { "a", 1, 1, 'a' },
        { "\0", 1, 1, 0 },
        { "é", 2, 2, 0xE9 },
        { "学", 3, 3, 0x5B66 },
        { "\xF0\x9F\x8E\x93", 4, 4, 0x1F393 },
        { "", 0, 0, 0xFFFD },
        { "学", 2, 0, 0xFFFD },
        { "\xC0\x80", 2, 0, 0xFFFD },
        { "\xE0\x80\xAF", 3, 0, 0xFFFD },
        { "\xED\xA0\x80", 3, 0, 0xFFFD },
        { "\xF4\x90\x80\x80", 4, 0, 0xFFFD },
        { "\x80", 1, 0, 0xFFFD },
        { "\xFF", 1, 0, 0xFFFD },
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        int32_t code = -1;
        assert_int_equal(text_decode(rows[row].bytes, (size_t)rows[row].length, &code), rows[row].taken);
        assert_int_equal(code, rows[row].code);
    }
}

TEST(text, "controls, bidi marks and line separators deceive; tabs, line ends and letters do not")
{
    static const int32_t bad[] = { 0, 0x01, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0xAD, 0x061C, 0x200B, 0x200E,
                                   0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0xFEFF };
    static const int32_t good[] = { '\t', '\n', '\r', ' ', '~', 0xA0, 0x200C, 0x200D, 0x202F, 0x2065, 0x5B66, 0x1F393 };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_true(text_deceives(bad[i]));
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_false(text_deceives(good[i]));
}

TEST(text, "wide characters take two cells, combining ones none, tabs reach the next eighth")
{
    static const struct { const char *text; int cells; } rows[] = {
        { "", 0 },       { "abc", 3 },      { "学位", 4 },   { "e\xCC\x81", 1 }, { "\t", 8 },      { "abc\t", 8 },
        { "学\tx", 9 },  { "12345678\t", 16 }, { "\x01", 1 }, { "\xFF\xFE", 2 },  { "，", 2 },      { "a\xE2\x80\xAE" "b", 3 },
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        assert_int_equal(text_width(rows[row].text, strlen(rows[row].text)), rows[row].cells);
}

TEST(nearest, "an edit or a swap of neighbours counts one, and 1 + length/4 are forgiven")
{
    static const char *const names[] = { "births", "pupils", "progression", "id", "title", "stage", "stages", "学位数" };
    static const struct { const char *word, *nearest; } rows[] = {
        { "birhts", "births" },           /* a swap: 1 */
        { "brith", "births" },            /* a swap and an insertion: 2 = 1 + 5/4 */
        { "Births", "births" },           /* case alone: 0 */
        { "PUPILS", "pupils" },
        { "progresion", "progression" },
        { "proggresison", "progression" }, /* 2 <= 1 + 12/4 */
        { "stags", "stage" },             /* stage and stages are both 1 away: the first */
        { "学位", "学位数" },             /* code points, not bytes */
        { "if", "id" },                   /* 1, and it shares a letter */
        { "x", NULL },                    /* 1 would forgive everything */
        { "", NULL },
        { "teachers", NULL },
        { "facilities", NULL },
        { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL }, /* too long to be a word */
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        const char *nearest = text_nearest(rows[row].word, names, 8);
        if (rows[row].nearest)
            assert_string_equal(nearest, rows[row].nearest);
        else
            assert_null(nearest);
    }
}

TEST(buffer, "grows as text is added, and is a NUL-ended text")
{
    struct buffer buffer;
    buffer_init(&buffer, NULL);
    buffer_text(&buffer, "");
    assert_null(buffer.text);
    for (int i = 0; i < 1000; i++)
        buffer_text(&buffer, "学位");
    assert_int_equal(buffer.length, 6000);
    assert_int_equal(strlen(buffer.text), 6000);
    assert_false(buffer.failed);
    buffer_clear(&buffer);
    assert_null(buffer.text);
}

TEST(buffer, "pads by cells, on the right or on the left, and never cuts")
{
    struct buffer buffer;
    buffer_init(&buffer, NULL);
    buffer_padded(&buffer, "学", 4);
    buffer_text(&buffer, "|");
    buffer_padded(&buffer, "学", -4);
    buffer_text(&buffer, "|");
    buffer_padded(&buffer, "long", 2);
    buffer_padded(&buffer, "long", -2);
    assert_string_equal(buffer.text, "学  |  学|longlong");
    buffer_clear(&buffer);
}

TEST(buffer, "foreign text is shown on one line, with U+FFFD for what deceives or is not UTF-8")
{
    struct buffer buffer;
    buffer_init(&buffer, NULL);
    buffer_shown(&buffer, "a\tb\nc\0d\x1B[31m\xFF\xE2\x80\xAE学", 19);
    assert_string_equal(buffer.text, "a b c\uFFFDd\uFFFD[31m\uFFFD\uFFFD学");
    buffer_clear(&buffer);
}

TEST(buffer, "without memory it fails once and for all")
{
    struct failing failing = { .fail_at = 2 };
    struct seatsim_allocator allocator = failing_allocator(&failing);
    struct buffer buffer;
    buffer_init(&buffer, &allocator);
    for (int i = 0; i < 100; i++)
        buffer_text(&buffer, "12345678"); /* the second request comes with the 64th byte */
    assert_true(buffer.failed);
    assert_int_equal(buffer.length, 56);
    buffer_clear(&buffer);
    assert_int_equal(failing.held, 0);
}

TEST(buffer, "names are listed with commas between, those that are missing left out")
{
    static const char *const names[] = { NULL, "small", "", "middle", "large" };
    struct buffer buffer;
    buffer_init(&buffer, NULL);
    buffer_list(&buffer, names, 5);
    assert_string_equal(buffer.text, "small, middle, large");
    buffer_clear(&buffer);
}

TEST(text, "what a Chinese keyboard typed is retyped in plain characters")
{
    static const struct {
        const char *typed, *plain;
    } rows[] = {
        { "standard：cn-2017", "standard: cn-2017" }, /* the wide colon has its space in itself */
        { "sector： public", "sector: public" },
        { "1：13.5", "1:13.5" },
        { "［240，270、310］", "[240,270,310]" },
        { "“２６５０”", "\"2650\"" },
        { "　pupils", "pupils" },
        { "名称：青山", "名称: 青山" },
        { "title: 青山", NULL },
        { "", NULL },
    };
    struct arena arena;
    arena_init(&arena, NULL);
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        const char *plain = text_retyped(rows[row].typed, strlen(rows[row].typed), &arena);
        if (rows[row].plain)
            assert_string_equal(plain, rows[row].plain);
        else
            assert_null(plain);
    }
    arena_clear(&arena);
}
