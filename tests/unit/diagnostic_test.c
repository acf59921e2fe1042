#include "base/diagnostic.h"

#include "base/messages.h"
#include "captured.h"
#include "failing_allocator.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static struct captured captured;

/* A source over a text that may hold NUL bytes. */
#define SOURCE(bytes) { .name = "plan.yaml", .text = bytes, .length = sizeof bytes - 1, .order = 1 }

static void report_path(struct seatsim_diagnostics *diagnostics, struct place place, const char *code, const char *path)
{
    report2(diagnostics, place, code, "path", path, NULL, NULL);
}

static void assert_printed(const struct seatsim_diagnostics *diagnostics, int most, const char *expected)
{
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, most);
    assert_string_equal(captured.text, expected);
}

TEST(status, "every status has a text")
{
    assert_string_equal(seatsim_status_text(SEATSIM_OK), "done");
    assert_string_equal(seatsim_status_text(SEATSIM_INTERRUPTED), "interrupted");
}

TEST(messages, "codes are unique, their letter is their severity, and every row has both languages")
{
    for (const struct message *message = messages; message->code; message++) {
        assert_ptr_equal(message_of(message->code), message);
        assert_int_equal(strlen(message->code), 4);
        assert_int_equal(message->code[0] == 'E', message->severity == SEATSIM_ERROR);
        for (int language = 0; language < LANGUAGES; language++)
            assert_non_null(message->text[language]);
        assert_int_equal(message->hint[0] == NULL, message->hint[1] == NULL);
    }
}

TEST(diagnostics, "print place, cause, code, the source line and a caret under it")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct source source = SOURCE("districts:\n  - id: etdz\n    birhts: 1\n");
    report_path(diagnostics, (struct place) { &source, 3, 5, 6 }, "E005", "x");
    assert_printed(diagnostics, 20,
                   "plan.yaml:3:5: error: no permission to read 'x' [E005]\n"
                   "    3 |     birhts: 1\n"
                   "      |     ^~~~~~\n");
    capture_diagnostics(&captured, diagnostics, SEATSIM_CHINESE, 20);
    assert_string_equal(captured.text, "plan.yaml:3:5: 错误: 没有读取“x”的权限 [E005]\n"
                                       "    3 |     birhts: 1\n"
                                       "      |     ^~~~~~\n");
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "the caret stands under the cell, not the byte or the code point")
{
    static const struct { struct source source; int column, length; const char *line, *caret; } rows[] = {
        { SOURCE("题: 小学 x"), 7, 1, "题: 小学 x", "         ^" },              /* three wide: 6 + ": " + " " = 9 cells */
        { SOURCE("题: 小学 x"), 4, 2, "题: 小学 x", "    ^~~~" },                /* 2 + 2; two wide ones underlined */
        { SOURCE("a\tb\tc"), 3, 1, "a       b       c", "        ^" },           /* tabs reach cells 8 and 16 */
        { SOURCE("a\tb\tc"), 5, 1, "a       b       c", "                ^" },
        { SOURCE("学\tb"), 3, 1, "学      b", "        ^" },
        { SOURCE("e\xCC\x81z"), 3, 1, "e\xCC\x81z", " ^" },                      /* a combining accent takes none */
        { SOURCE("e\xCC\x81z"), 2, 2, "e\xCC\x81z", "^~" },                     /* so its caret is that of its letter */
        { SOURCE("a\xE2\x80\x8B" "b"), 3, 1, "a\uFFFD" "b", "  ^" },              /* a space of no width is made visible */
        { SOURCE("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7:x"), 5, 1,       /* joined emoji: two wide ones */
          "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7:x", "     ^" },
        { SOURCE("a\0b"), 2, 2, "a\uFFFD" "b", " ^~" },
        { SOURCE("a\xE2\x80\xAE" "b"), 3, 1, "a\uFFFD" "b", "  ^" },
        { SOURCE("a\xFF\xFE" "b"), 4, 1, "a\uFFFD\uFFFD" "b", "   ^" },
        { SOURCE("abc"), 9, 4, "abc", "   ^" },                                  /* behind the end: at the end */
        { SOURCE("abc"), 2, 100, "abc", " ^~" },                                 /* no further than the line */
        { SOURCE("abc"), 2, 0, "abc", " ^" },
        { SOURCE("\xEF\xBB\xBF" "abc"), 1, 3, "abc", "^~~" },                    /* a byte order mark has no column */
        { SOURCE(""), 1, 1, "", "^" },
    };
    char expected[400];
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
        report_path(diagnostics, (struct place) { &rows[row].source, 1, rows[row].column, rows[row].length }, "E004", "x");
        snprintf(expected, sizeof expected, "plan.yaml:1:%d: error: 'x' is a folder, not a file [E004]\n    1 | %s\n      | %s\n",
                 rows[row].column, rows[row].line, rows[row].caret);
        assert_printed(diagnostics, 20, expected);
        seatsim_diagnostics_free(diagnostics);
    }
}

TEST(diagnostics, "lines end with LF, CR LF or CR; a line that is not there is not shown")
{
    static const struct { int line; const char *expected; } rows[] = {
        { 1, "plan.yaml:1:1: error: 'x' is a folder, not a file [E004]\n    1 | one\n      | ^\n" },
        { 2, "plan.yaml:2:1: error: 'x' is a folder, not a file [E004]\n    2 | two\n      | ^\n" },
        { 3, "plan.yaml:3:1: error: 'x' is a folder, not a file [E004]\n    3 | \n      | ^\n" },
        { 4, "plan.yaml:4:1: error: 'x' is a folder, not a file [E004]\n    4 | four\n      | ^\n" },
        { 5, "plan.yaml:5:1: error: 'x' is a folder, not a file [E004]\n" },
    };
    struct source source = SOURCE("one\r\ntwo\r\rfour");
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
        report_path(diagnostics, (struct place) { &source, rows[row].line, 1, 1 }, "E004", "x");
        assert_printed(diagnostics, 20, rows[row].expected);
        seatsim_diagnostics_free(diagnostics);
    }
}

TEST(diagnostics, "a long line is cut around the caret")
{
    char text[1000];
    memset(text, 'a', sizeof text);
    text[499] = 'X'; /* column 500 */
    struct source source = { .name = "plan.yaml", .text = text, .length = sizeof text, .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report_path(diagnostics, (struct place) { &source, 1, 500, 1 }, "E004", "x");
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    /* From column 460 on: "…", 40 letters, then the X; 120 cells in all and "…". */
    const char *line = strstr(captured.text, "    1 | ") + 8;
    assert_memory_equal(line, "…aaaa", 7);
    assert_int_equal(text_width(line, strcspn(line, "\n")), 121);
    const char *caret = strstr(captured.text, "      | ") + 8;
    assert_int_equal(strspn(caret, " "), 41);
    assert_int_equal(line[41 + 2], 'X'); /* "…" is three bytes and one cell */
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "behind wide characters the caret stands where a terminal shows what it points to")
{
    /* Ninety wide characters are 180 cells; the line is cut 40 cells before column 71: "…", then 20 of them. */
    char text[3 * 90 + 1] = "";
    for (int character = 0; character < 90; character++)
        strcat(text, character == 70 ? "中" : "学");
    struct source source = { .name = "plan.yaml", .text = text, .length = strlen(text), .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report_path(diagnostics, (struct place) { &source, 1, 71, 2 }, "E004", "x");
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    const char *line = strstr(captured.text, "    1 | ") + 8, *caret = strstr(captured.text, "      | ") + 8;
    assert_int_equal(text_width(line, (size_t)(strstr(line, "中") - line)), 41);
    assert_int_equal(strspn(caret, " "), 41);
    assert_memory_equal(caret + 41, "^~~~\n", 5);
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "characters without a cell of their own cannot make an excerpt endless")
{
    enum { ACCENTS = 100000 };
    static char text[2 * ACCENTS + 2];
    for (int accent = 0; accent < ACCENTS; accent++)
        memcpy(text + 1 + 2 * accent, "\xCC\x81", 2);
    text[0] = 'e';
    text[2 * ACCENTS + 1] = 'z';
    struct source source = { .name = "plan.yaml", .text = text, .length = sizeof text, .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report_path(diagnostics, (struct place) { &source, 1, 1, ACCENTS }, "E004", "x");
    report_path(diagnostics, (struct place) { &source, 1, ACCENTS + 2, 1 }, "E004", "x");
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    assert_true(captured.length < 3000);
    assert_non_null(strstr(captured.text, "z\n      |  ^\n")); /* "…" and accents before it: one cell */
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "a number of six digits moves the caret as it moves the line")
{
    static char text[1000000];
    memset(text, '\n', sizeof text);
    memcpy(text + 123455, "a: b", 4); /* line 123456 */
    struct source source = { .name = "plan.csv", .text = text, .length = sizeof text, .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report_path(diagnostics, (struct place) { &source, 123456, 4, 1 }, "E004", "x");
    assert_printed(diagnostics, 20,
                   "plan.csv:123456:4: error: 'x' is a folder, not a file [E004]\n"
                   "123456 | a: b\n"
                   "       |    ^\n");
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "a place of several lines is underlined to the end of its first")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct source source = SOURCE("a: \"one\n  two\"\nb: 1\n");
    report_path(diagnostics, (struct place) { &source, 1, 4, 11 }, "E004", "x");
    assert_printed(diagnostics, 20,
                   "plan.yaml:1:4: error: 'x' is a folder, not a file [E004]\n"
                   "    1 | a: \"one\n"
                   "      |    ^~~~\n");
    seatsim_diagnostics_free(diagnostics);
}

/* A table that line 14 of a scenario names, with something wrong in its third line. */
static struct seatsim_diagnostics *wrong_table(void)
{
    struct source scenario = { .name = "scenarios/x.yaml", .order = 0 };
    struct place asked = { &scenario, 14, 13, 10 };
    struct source table = { .name = "births.csv", .text = "year,births\n2020,3\n2021,x\n", .length = 26, .order = 1,
                            .asked = &asked };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report2(diagnostics, (struct place) { &table, 3, 6, 1 }, "E006", "path", "x", "most", "8");
    return diagnostics;
}

TEST(diagnostics, "a place inside a file that another one names is told with the place that names it")
{
    struct seatsim_diagnostics *diagnostics = wrong_table();
    assert_printed(diagnostics, 20,
                   "births.csv:3:6: error: 'x' is larger than 8 bytes [E006]\n"
                   "    3 | 2021,x\n"
                   "      |      ^\n"
                   "      asked for in scenarios/x.yaml:14:13\n"
                   "      hint: large data belong in tables beside the scenario, of up to 256 MiB each\n");
    capture_diagnostics(&captured, diagnostics, SEATSIM_CHINESE, 20);
    assert_non_null(strstr(captured.text, "\n      引用处：scenarios/x.yaml:14:13\n      建议：大量数据"));
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "of two files with the same rank each is reported in one piece")
{
    struct source first = { .name = "a.csv", .order = 1 }, second = { .name = "b.csv", .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    for (int line = 1; line <= 2; line++) {
        report_path(diagnostics, (struct place) { &second, line, 1, 1 }, "E004", "x");
        report_path(diagnostics, (struct place) { &first, line, 1, 1 }, "E004", "x");
    }
    assert_printed(diagnostics, 20,
                   "a.csv:1:1: error: 'x' is a folder, not a file [E004]\n"
                   "a.csv:2:1: error: 'x' is a folder, not a file [E004]\n"
                   "b.csv:1:1: error: 'x' is a folder, not a file [E004]\n"
                   "b.csv:2:1: error: 'x' is a folder, not a file [E004]\n");
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "what is said twice is counted once, even when no more of its kind are kept")
{
    struct source source = { .name = "a.yaml", .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    for (int time = 0; time < 2; time++)
        for (int line = 1; line <= 1000; line++)
            report_path(diagnostics, (struct place) { &source, line, 1, 1 }, "E004", "x");
    assert_int_equal(errors_reported(diagnostics), 1000);
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "come in file order, whatever the order of their reports")
{
    struct source first = { .name = "a.yaml", .order = 1 }, second = { .name = "b.csv", .order = 2 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report_path(diagnostics, (struct place) { &second, 1, 1, 1 }, "E004", "5");
    report_path(diagnostics, (struct place) { &first, 7, 9, 1 }, "E004", "4");
    report_path(diagnostics, (struct place) { &first, 7, 2, 1 }, "E004", "2");
    report_path(diagnostics, (struct place) { &first, 0, 0, 0 }, "E004", "1");
    report_path(diagnostics, (struct place) { &first, 7, 2, 1 }, "E004", "3"); /* the same place: as reported */
    seatsim_diagnostics_add(diagnostics, "E004", "path", "0", NULL, NULL);
    assert_printed(diagnostics, 20,
                   "error: '0' is a folder, not a file [E004]\n"
                   "a.yaml: error: '1' is a folder, not a file [E004]\n"
                   "a.yaml:7:2: error: '2' is a folder, not a file [E004]\n"
                   "a.yaml:7:2: error: '3' is a folder, not a file [E004]\n"
                   "a.yaml:7:9: error: '4' is a folder, not a file [E004]\n"
                   "b.csv:1:1: error: '5' is a folder, not a file [E004]\n");
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "the same at the same place is said and counted once")
{
    struct source source = { .name = "a.yaml", .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    for (int i = 0; i < 3; i++) {
        report_path(diagnostics, (struct place) { &source, 1, 1, 1 }, "E004", "x");
        report_path(diagnostics, (struct place) { &source, 1, 1, 1 }, "E005", "x");
    }
    assert_int_equal(errors_reported(diagnostics), 2);
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "slots are filled, parts without theirs left out, foreign text made safe and short")
{
    char path[400];
    memset(path, 'p', sizeof path);
    path[sizeof path - 1] = '\0';
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report2(diagnostics, (struct place) { 0 }, "E003", "path", "a\x1B[2J\nb", "nearest", "ab");
    report2(diagnostics, (struct place) { 0 }, "E003", "path", "b", "nearest", NULL);
    report2(diagnostics, (struct place) { 0 }, "E003", "nearest", "c", NULL, NULL); /* a slot forgotten: its name shows */
    report2(diagnostics, (struct place) { 0 }, "E004", "path", path, NULL, NULL);
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 20);
    assert_non_null(strstr(captured.text, "there is no file 'a\uFFFD[2J b' (did you mean 'ab'?) [E003]\n"));
    assert_non_null(strstr(captured.text, "there is no file 'b' [E003]\n"));
    assert_non_null(strstr(captured.text, "there is no file '{path}' (did you mean 'c'?) [E003]\n"));
    assert_non_null(strstr(captured.text, "ppp…' is a folder"));
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "a hint has its own line, colours only where they are wanted")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    struct source source = SOURCE("abc");
    report2(diagnostics, (struct place) { &source, 1, 2, 1 }, "E006", "path", "x", "most", "8");
    assert_printed(diagnostics, 20,
                   "plan.yaml:1:2: error: 'x' is larger than 8 bytes [E006]\n"
                   "    1 | abc\n"
                   "      |  ^\n"
                   "      hint: large data belong in tables beside the scenario, of up to 256 MiB each\n");
    captured.length = 0;
    seatsim_diagnostics_print(diagnostics, SEATSIM_ENGLISH, true, 20, capture, &captured);
    assert_non_null(strstr(captured.text, "\033[1;31merror\033[0m: 'x'"));
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "what is not shown is counted")
{
    struct source source = { .name = "a.yaml", .order = 1 };
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    for (int line = 1; line <= 1005; line++) /* five more than are kept */
        report_path(diagnostics, (struct place) { &source, line, 1, 1 }, "E004", "x");
    assert_int_equal(seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR), 1005);
    assert_printed(diagnostics, 1, "a.yaml:1:1: error: 'x' is a folder, not a file [E004]\nnot shown: 1004 errors\n");
    assert_printed(diagnostics, 0, "not shown: 1005 errors\n");
    capture_diagnostics(&captured, diagnostics, SEATSIM_CHINESE, 0);
    assert_string_equal(captured.text, "未列出：1005 个错误\n");
    seatsim_diagnostics_free(diagnostics);
}

/* The first warning of the table. */
static const struct message *any_warning(void)
{
    const struct message *message = messages;
    while (message->code && message->severity != SEATSIM_WARNING)
        message++;
    return message;
}

TEST(diagnostics, "errors are shown before warnings when there is no room for both, and warnings can be allowed")
{
    const struct message *warning = any_warning();
    struct source source = { .name = "a.yaml", .order = 1 };
    if (!warning->code)
        skip();
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report(diagnostics, (struct place) { &source, 1, 1, 1 }, warning->code, NULL);
    report(diagnostics, (struct place) { &source, 2, 1, 1 }, warning->code, NULL);
    report_path(diagnostics, (struct place) { &source, 9, 1, 1 }, "E004", "x");
    assert_printed(diagnostics, 1, "a.yaml:9:1: error: 'x' is a folder, not a file [E004]\nnot shown: 2 warnings\n");
    allow_warnings(diagnostics, (const char *[]) { "E004", warning->code }, 2); /* an error stays */
    assert_int_equal(seatsim_diagnostics_count(diagnostics, SEATSIM_WARNING), 0);
    assert_int_equal(seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR), 1);
    assert_printed(diagnostics, 20, "a.yaml:9:1: error: 'x' is a folder, not a file [E004]\n");
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "a code that is not in the table is an error of its own")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    seatsim_diagnostics_add(diagnostics, "E999", NULL, NULL, NULL, NULL);
    assert_printed(diagnostics, 20, "error: there is no message 'E999' [E002]\n");
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "NULL collects nothing and is no failure")
{
    report_path(NULL, (struct place) { 0 }, "E004", "x");
    allow_warnings(NULL, NULL, 0);
    assert_int_equal(report_no_memory(NULL), SEATSIM_MACHINE);
    assert_int_equal(errors_reported(NULL), 0);
    assert_int_equal(seatsim_diagnostics_print(NULL, SEATSIM_ENGLISH, false, 20, capture, &captured), SEATSIM_OK);
    seatsim_diagnostics_free(NULL);
}

static bool refuse_to_write(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    return (*(int *)context)-- > 0;
}

TEST(diagnostics, "printing stops when the receiver gives up")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    int pieces = 2;
    seatsim_diagnostics_add(diagnostics, "E001", NULL, NULL, NULL, NULL);
    assert_int_equal(seatsim_diagnostics_print(diagnostics, SEATSIM_ENGLISH, false, 20, refuse_to_write, &pieces),
                     SEATSIM_MACHINE);
    assert_int_equal(pieces, -1); /* asked once more than it took, then never again */
    seatsim_diagnostics_free(diagnostics);
}

/* What seatsim_diagnostics_json writes. */
static void assert_json(const struct seatsim_diagnostics *diagnostics, enum seatsim_language language, const char *expected)
{
    captured.length = 0;
    assert_int_equal(seatsim_diagnostics_json(diagnostics, "x.yaml", language, capture, &captured), SEATSIM_OK);
    assert_string_equal(captured.text, expected);
}

TEST(json, "an object holds path, status, counts and every diagnostic with its place and the place that asked for its file")
{
    struct seatsim_diagnostics *diagnostics = wrong_table();
    assert_json(diagnostics, SEATSIM_ENGLISH,
                "{\"path\": \"x.yaml\", \"status\": \"error\", \"counts\": {\"errors\": 1, \"warnings\": 0, \"notes\": 0}, "
                "\"diagnostics\": [\n  {\"code\": \"E006\", \"severity\": \"error\", "
                "\"message\": \"'x' is larger than 8 bytes\", \"hint\": "
                "\"large data belong in tables beside the scenario, of up to 256 MiB each\", "
                "\"file\": \"births.csv\", \"line\": 3, \"column\": 6, \"length\": 1, "
                "\"asked\": {\"file\": \"scenarios/x.yaml\", \"line\": 14, \"column\": 13}}]}");
    seatsim_diagnostics_free(diagnostics);
}

TEST(json, "what there is not is null, and without diagnostics all is well")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    const char *fine = "{\"path\": \"x.yaml\", \"status\": \"ok\", \"counts\": {\"errors\": 0, \"warnings\": 0, "
                       "\"notes\": 0}, \"diagnostics\": []}";
    assert_json(NULL, SEATSIM_ENGLISH, fine);
    assert_json(diagnostics, SEATSIM_ENGLISH, fine);
    report_path(diagnostics, (struct place) { 0 }, "E004", "a\"\\\x1B\xFF学");
    assert_json(diagnostics, SEATSIM_CHINESE,
                "{\"path\": \"x.yaml\", \"status\": \"error\", \"counts\": {\"errors\": 1, \"warnings\": 0, \"notes\": 0}, "
                "\"diagnostics\": [\n  {\"code\": \"E004\", \"severity\": \"error\", "
                "\"message\": \"“a\\\"\\\\\uFFFD\uFFFD学”是文件夹，不是文件\", \"hint\": null, \"file\": null, \"line\": null, "
                "\"column\": null, \"length\": null, \"asked\": null}]}");
    seatsim_diagnostics_free(diagnostics);
}

TEST(json, "the lack of memory is a diagnostic, and a receiver that gives up ends the writing")
{
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(NULL);
    report_no_memory(diagnostics);
    captured.length = 0;
    seatsim_diagnostics_json(diagnostics, "x.yaml", SEATSIM_ENGLISH, capture, &captured);
    assert_non_null(strstr(captured.text, "{\"code\": \"E001\", \"severity\": \"error\", \"message\": \"out of memory\""));
    int pieces = 2;
    assert_int_equal(seatsim_diagnostics_json(diagnostics, "x.yaml", SEATSIM_ENGLISH, refuse_to_write, &pieces),
                     SEATSIM_MACHINE);
    assert_int_equal(pieces, -1);
    seatsim_diagnostics_free(diagnostics);
}

static void report_some(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct source source = SOURCE("one\ntwo\nthree\n");
    struct seatsim_diagnostics *diagnostics = seatsim_diagnostics_new(allocator);
    if (!diagnostics) {
        assert_true(failing->failed);
        return;
    }
    for (int line = 1; line <= 40; line++)
        report2(diagnostics, (struct place) { &source, 1 + line % 4, line, 1 }, "E003", "path", "x", "nearest", "y");
    /* Those that were lost are counted too, and the lack of memory is one more error. */
    assert_int_equal(errors_reported(diagnostics), 40 + failing->failed);
    capture_diagnostics(&captured, diagnostics, SEATSIM_ENGLISH, 100);
    assert_int_equal(strstr(captured.text, "error: out of memory [E001]\n") != NULL, failing->failed);
    seatsim_diagnostics_free(diagnostics);
}

TEST(diagnostics, "without memory the fact is not lost")
{
    fail_each_allocation(report_some);
}
