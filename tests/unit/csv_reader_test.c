#include "scenario/csv_reader.h"
#include "captured.h"
#include "failing_allocator.h"
#include "scenario/encoding.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

/* One text read as a table, with what was said about it. */
struct reading {
    struct source source;
    struct csv csv;
    struct seatsim_diagnostics *diagnostics;
    enum seatsim_status status;
    struct captured said;
};

static void read_bytes(struct reading *reading, const char *text, size_t length, char separator)
{
    memset(reading, 0, sizeof *reading);
    reading->source = (struct source) { .name = "a.csv", .text = text, .length = length };
    reading->diagnostics = seatsim_diagnostics_new(NULL);
    reading->status = csv_read(&reading->source, separator, NULL, &reading->csv, reading->diagnostics);
    capture_diagnostics(&reading->said, reading->diagnostics, SEATSIM_ENGLISH, 30);
}

static void read_text(struct reading *reading, const char *text)
{
    read_bytes(reading, text, strlen(text), 0);
}

static void forget(struct reading *reading)
{
    csv_clear(&reading->csv);
    seatsim_diagnostics_free(reading->diagnostics);
}

static void assert_cell(const struct reading *reading, int row, int column, const char *text)
{
    size_t length;
    const char *says = csv_text(&reading->csv, row, column, &length);
    assert_int_equal(length, strlen(text));
    assert_memory_equal(says, text, length);
}

static void assert_place(struct reading *reading, int row, int column, int line, int at, int length)
{
    struct place place = csv_place(&reading->csv, row, column);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, at);
    assert_int_equal(place.length, length);
}

/* Whether a text is refused with one message that begins so, "line:column: error: ...". */
static void assert_refused(const char *text, size_t length, const char *begins)
{
    struct reading reading;
    read_bytes(&reading, text, length, 0);
    assert_int_equal(reading.status, SEATSIM_BAD_INPUT);
    if (strncmp(reading.said.text, begins, strlen(begins)) != 0)
        fail_msg("%s\nis said, not\n%s", reading.said.text, begins);
    forget(&reading);
}

TEST(csv_reader, "reads cells, in quotes or not, whatever ends the lines and separates the cells")
{
    static const char *const texts[] = {
        "a,b\n1,\"x, y\"\n",
        "a,b\r\n1,\"x, y\"\r\n",
        "a,b\r1,\"x, y\"",
        ("\xEF\xBB\xBF"
         "a,b\n1,\"x, y\""),
        "a;b\n1;x, y\n",
        "a\tb\n1\tx, y\n",
        "\n  \na , b\n\n 1 ,  \"x, y\" \n\n,\n",
        "\"a\",\"b\"\n\"1\",\"x, y\"",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading reading;
        read_text(&reading, texts[i]);
        assert_int_equal(reading.status, SEATSIM_OK);
        assert_int_equal(reading.csv.n_rows, 2);
        assert_int_equal(reading.csv.n_columns, 2);
        assert_cell(&reading, 0, 0, "a");
        assert_cell(&reading, 0, 1, "b");
        assert_cell(&reading, 1, 0, "1");
        assert_cell(&reading, 1, 1, "x, y");
        forget(&reading);
    }
}

TEST(csv_reader, "takes the separator from a first line sep=, as Excel does, and counts that line")
{
    static const char *const texts[] = { "sep=;\na,b;c\n1,5;2\n", "\xEF\xBB\xBFSEP=;\r\na,b;c\r\n1,5;2\r\n" };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading reading;
        read_text(&reading, texts[i]);
        assert_int_equal(reading.status, SEATSIM_OK);
        assert_int_equal(reading.csv.n_rows, 2);
        assert_cell(&reading, 0, 0, "a,b");
        assert_cell(&reading, 1, 0, "1,5");
        assert_place(&reading, 1, 1, 3, 5, 1);
        forget(&reading);
    }
}

TEST(csv_reader, "lets the separator that is asked for count before that of a first line sep=")
{
    struct reading reading;
    const char *text = "sep=;\na,b;c\n1,5;2\n";
    read_bytes(&reading, text, strlen(text), ',');
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_cell(&reading, 0, 1, "b;c");
    forget(&reading);
}

TEST(csv_reader, "takes a header that only begins with sep= as a header, and refuses a file of that line alone")
{
    struct reading reading;
    read_text(&reading, "sep=x,b\n1,2\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_cell(&reading, 0, 0, "sep=x");
    forget(&reading);
    assert_refused("sep=;\n", 6, "a.csv: error: ");
}

TEST(csv_reader, "a cell in quotes holds line ends and quotes written twice, and lines are counted on")
{
    struct reading reading;
    read_text(&reading, "name,n\n\"the \"\"first\"\"\r\nschool\",5\n\"\"\"\",\"\"\nlast,6\n");
    assert_int_equal(reading.csv.n_rows, 4);
    assert_cell(&reading, 1, 0, "the \"first\"\r\nschool");
    assert_place(&reading, 1, 0, 2, 1, 14);
    assert_place(&reading, 1, 1, 3, 9, 1);
    assert_cell(&reading, 2, 0, "\"");
    assert_cell(&reading, 2, 1, "");
    assert_place(&reading, 2, 1, 4, 6, 2);
    assert_place(&reading, 3, 1, 5, 6, 1);
    forget(&reading);
}

TEST(csv_reader, "places count code points, a tab as one, a byte order mark and blanks before a cell as none")
{
    struct reading reading;
    read_text(&reading, "\xEF\xBB\xBF学校\t 学位\t备注\n第一小学\t  270\t\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_place(&reading, 0, 0, 1, 1, 2);
    assert_place(&reading, 0, 1, 1, 5, 2);
    assert_place(&reading, 1, 0, 2, 1, 4);
    assert_place(&reading, 1, 1, 2, 8, 3);
    assert_place(&reading, 1, 2, 2, 12, 1);
    assert_cell(&reading, 1, 1, "270");
    forget(&reading);
}

TEST(csv_reader, "the separator is the one that the header has most of outside quotes, unless it is said")
{
    struct reading reading;
    read_text(&reading, "\"a,b,c\";d\n1;2\n");
    assert_int_equal(reading.csv.n_columns, 2);
    assert_cell(&reading, 0, 0, "a,b,c");
    forget(&reading);
    read_bytes(&reading, "a,b,c;d\n1,2,3;4\n", 16, ';');
    assert_int_equal(reading.csv.n_columns, 2);
    assert_cell(&reading, 1, 0, "1,2,3");
    forget(&reading);
    read_text(&reading, "only\n1\n");
    assert_int_equal(reading.csv.n_columns, 1);
    forget(&reading);
}

TEST(csv_reader, "what could deceive a reader is kept as U+FFFD")
{
    struct reading reading;
    read_text(&reading, "a,b\n1\xE2\x80\xAE" "2,\"x\x01\"\"y\"\n");
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_cell(&reading, 1, 0, "1\xEF\xBF\xBD" "2");
    assert_cell(&reading, 1, 1, "x\xEF\xBF\xBD\"y");
    forget(&reading);
}

TEST(csv_reader, "says at its place what no table may hold")
{
#define REFUSED(text, begins) assert_refused(text, sizeof text - 1, begins)
    REFUSED("a,b\n1,2,3\n", "a.csv:2:5: error: this row has 3 cells, and the header has 2");
    REFUSED("a,b\n\"1\n\n\",2,学校,4\n", "a.csv:4:5: error: this row has 4 cells");
    REFUSED("a,b\n1\n", "a.csv:2: error: this row has 1 cells, and the header has 2");
    REFUSED("a,b,a\n1,2,3\n", "a.csv:1:5: error: column 1 has the name 'a' already");
    REFUSED("a,,b\n1,2,3\n", "a.csv:1:3: error: column 2 has no name");
    REFUSED("a,b\n1,\"two\n3,4\n", "a.csv:2:3: error: this quote is never closed");
    REFUSED("a,b\n1,t\"wo\n3,4\n", "a.csv:2:4: error: a quote inside a cell [E068]");
    REFUSED("a,b\n1,\"two\n3,\"x\"\n", "a.csv:3:4: error: a quote inside a cell that begins in line 2");
    REFUSED("a,b\n学校,\xBC\n", "a.csv:2:4: error: byte 0xBC is not UTF-8 [E060]");
    REFUSED("a,b\n1,\0\n", "a.csv:2:3: error: a NUL byte");
    REFUSED("a,b\n\n", "a.csv: error: the table has no rows");
    REFUSED("", "a.csv: error: the table has no rows");
    REFUSED("\xFF\xFE" "a\0", "a.csv:1:1: error: byte 0xFF is not UTF-8");
#undef REFUSED
}

TEST(csv_reader, "reads a large table whole, in little more than its own memory")
{
    struct reading reading;
    struct buffer text;
    buffer_init(&text, NULL);
    buffer_text(&text, "id,seats,note\n");
    for (int row = 1; row <= 100000; row++) {
        char line[64];
        buffer_add(&text, line, (size_t)snprintf(line, sizeof line, "school-%d,%d,\"a, b\"\n", row, row % 3000));
    }
    read_bytes(&reading, text.text, text.length, 0);
    assert_int_equal(reading.status, SEATSIM_OK);
    assert_int_equal(reading.csv.n_rows, 100001);
    assert_cell(&reading, 100000, 0, "school-100000");
    assert_place(&reading, 100000, 2, 100001, 20, 6);
    assert_int_equal(sizeof(struct csv_cell), 12);
    forget(&reading);
    buffer_clear(&text);
}

static void read_without_memory(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct source source = { .name = "a.csv", .text = "a,b\n1,\"x\"\"y\"\n2,3\n", .length = 17 };
    struct csv csv;
    enum seatsim_status status = csv_read(&source, 0, allocator, &csv, NULL);
    assert_int_equal(status, failing->failed ? SEATSIM_MACHINE : SEATSIM_OK);
    csv_clear(&csv);
}

TEST(csv_reader, "lack of memory is told, and nothing is lost")
{
    fail_each_allocation(read_without_memory);
}

/* --- other encodings --------------------------------------------------------------------------------------------- */

struct decoded {
    struct arena arena;
    struct seatsim_diagnostics *diagnostics;
    struct captured said;
    char *text;
    size_t length;
    enum seatsim_status status;
};

static void decode(struct decoded *decoded, const char *encoding, const char *bytes, size_t length)
{
    static const struct source source = { .name = "a.csv" };
    memset(decoded, 0, sizeof *decoded);
    arena_init(&decoded->arena, NULL);
    decoded->diagnostics = seatsim_diagnostics_new(NULL);
    decoded->status = decode_text(encoding, &source, bytes, length, &decoded->arena, &decoded->text, &decoded->length,
                                  decoded->diagnostics);
    capture_diagnostics(&decoded->said, decoded->diagnostics, SEATSIM_ENGLISH, 20);
}

static void drop(struct decoded *decoded)
{
    seatsim_diagnostics_free(decoded->diagnostics);
    arena_clear(&decoded->arena);
}

TEST(csv_reader, "decodes what Chinese spreadsheets write, and the rest of Unicode text")
{
    /* The bytes of 学校 in GB 18030 (as in GBK) and Big5, and of the character U+20000 in GB 18030, after the code charts. */
    static const struct { const char *encoding, *bytes; size_t length; const char *text; } rows[] = {
        { "gb18030", "\xD1\xA7\xD0\xA3,1\n", 7, "学校,1\n" }, { "gbk", "\xD1\xA7\xD0\xA3", 4, "学校" },
        { "big5", "\xBE\xC7\xAE\xD5", 4, "學校" },             { "gb18030", "\x95\x32\x82\x36", 4, "\xF0\xA0\x80\x80" },
        { "utf-16", "\xFF\xFE\x66\x5B\x21\x68", 6, "学校" },   { "utf-16", "\xFE\xFF\x5B\x66\x68\x21", 6, "学校" },
        { "windows-1252", "caf\xE9 \x80", 6, "café €" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct decoded decoded;
        decode(&decoded, rows[i].encoding, rows[i].bytes, rows[i].length);
        assert_int_equal(decoded.status, SEATSIM_OK);
        assert_string_equal(decoded.text, rows[i].text);
        assert_int_equal(decoded.length, strlen(rows[i].text));
        drop(&decoded);
    }
}

TEST(csv_reader, "bytes that mean nothing in an encoding are told with their line, and an encoding nobody knows by its name")
{
    struct decoded decoded;
    decode(&decoded, "gb18030", "\xD1\xA7\n\xD0\xFF\n", 6);
    assert_int_equal(decoded.status, SEATSIM_BAD_INPUT);
    assert_non_null(strstr(decoded.said.text, "a.csv:2: error: byte 0xD0 in this line is not gb18030 [E061]"));
    drop(&decoded);
    decode(&decoded, "gb18030", "a\n\nb\xD0", 5);
    assert_non_null(strstr(decoded.said.text, "a.csv:3: error: byte 0xD0 in this line is not gb18030 [E061]"));
    drop(&decoded);
    decode(&decoded, "linear-b", "a", 1);
    assert_int_equal(decoded.status, SEATSIM_BAD_INPUT);
    assert_non_null(strstr(decoded.said.text, "a.csv: error: this machine cannot read the encoding linear-b [E062]"));
    drop(&decoded);
}
