#include "scenario/csv_reader.h"

#include "base/map.h"
#include "base/marks.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { RAGGED_MOST = 20 };
#define REWRITTEN 0x80000000u

/* A file while it is read. libcsv is fed in pieces that end behind a separator or a line end: when it then says that a cell
 * ended, the cell is what was fed since the one before. */
struct csv_reading {
    struct csv *csv;
    struct seatsim_diagnostics *diagnostics;
    const char *text;
    size_t length, start, fed; /* where the cell begins; where the piece ends */
    int line, row_line;        /* at the end of the piece; of the row */
    int fields, n_cells, ragged;
    bool cell_ended, row_ended, empty; /* said of the piece; nothing in the row so far */
    bool deceives;                     /* the text holds characters that could deceive */
    enum seatsim_status status;
};

static bool is_mark(const char *text, size_t length)
{
    return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
}

/* --- places ------------------------------------------------------------------------------------------------------ */

static int code_points(const char *text, size_t length)
{
    int count = 0;
    for (size_t at = 0; at < length; at++)
        count += ((unsigned char)text[at] & 0xC0) != 0x80;
    return count;
}

/* The code points of a line before `at`; a byte order mark has no column. */
static int column_of(const struct source *source, size_t at)
{
    size_t first = at, begin = is_mark(source->text, source->length) ? 3 : 0;
    while (first > begin && !ends_line(source->text[first - 1]))
        first--;
    return 1 + code_points(source->text + first, at - first);
}

/* Line ends from `at` up to `end`; a CR LF counts once. */
static int line_ends(const char *text, size_t at, size_t end)
{
    int count = 0;
    for (; at < end; at++)
        count += text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n');
    return count;
}

/* Behind the cell that begins at `at`, or at the end of its first line. */
static size_t end_of_cell(const struct source *source, size_t at, char separator)
{
    size_t end = at;
    bool quoted = end < source->length && source->text[end] == '"', inside = quoted;
    if (quoted)
        end++;
    while (end < source->length && !ends_line(source->text[end]) && (inside || source->text[end] != separator)) {
        if (quoted && source->text[end] == '"')
            inside = !inside;
        end++;
    }
    while (end > at && source->text[end - 1] == ' ')
        end--;
    return end;
}

/* Where a cell begins at `at`, in a row whose first cell begins on a line at `first`. */
static struct place place_at(const struct csv *csv, int line, size_t first, size_t at)
{
    const struct source *source = csv->source;
    size_t end = end_of_cell(source, at, csv->separator);
    int length = code_points(source->text + at, end - at), ends = line_ends(source->text, first, at);
    int column = ends > 0 ? column_of(source, at) : column_of(source, first) + code_points(source->text + first, at - first);
    return (struct place) { source, line + ends, column, length > 0 ? length : 1 };
}

/* The last known position before byte `at` of a row: its first cell, the cell that was asked for last, or a mark. */
static struct position known_before(const struct csv *csv, int row, size_t at)
{
    const struct source *source = csv->source;
    size_t first = csv->cells[(size_t)row * (size_t)csv->n_columns].at, marks = (size_t)source->n_marks;
    const struct position *mark = marks > 0 ? &source->marks[at / MARK_STEP < marks ? at / MARK_STEP : marks - 1] : NULL;
    struct position known = { csv->lines[row], 0, first };
    if (csv->reached.line > 0 && csv->reached.at >= first && csv->reached.at <= at)
        known = csv->reached;
    if (mark && mark->at > known.at && mark->at <= at)
        known = *mark;
    if (known.column == 0)
        known.column = column_of(source, known.at);
    return known;
}

struct place csv_place(struct csv *csv, int row, int column)
{
    const struct csv_cell *cells = &csv->cells[(size_t)row * (size_t)csv->n_columns];
    const struct source *source = csv->source;
    size_t at = cells[column].at, end = end_of_cell(source, at, csv->separator);
    csv->reached = known_before(csv, row, at);
    position_move_to(source, &csv->reached, at);
    int length = code_points(source->text + at, end - at);
    return (struct place) { source, csv->reached.line, csv->reached.column, length > 0 ? length : 1 };
}

const char *csv_text(const struct csv *csv, int row, int column, size_t *length)
{
    const struct csv_cell *cell = &csv->cells[(size_t)row * (size_t)csv->n_columns + (size_t)column];
    *length = cell->length;
    return cell->text & REWRITTEN ? csv->rewritten.text + (cell->text & ~REWRITTEN) : csv->source->text + cell->text;
}

/* --- what no table may hold -------------------------------------------------------------------------------------- */

static void refuse(struct csv_reading *reading, struct place place, const char *code, const char *name, const char *value)
{
    report2(reading->diagnostics, place, code, name, value, NULL, NULL);
    reading->status = SEATSIM_BAD_INPUT;
}

static void refuse_bytes(struct csv_reading *reading, size_t at)
{
    const struct source *source = reading->csv->source;
    struct place place = { source, 1 + line_ends(source->text, 0, at), column_of(source, at), 1 };
    char byte[8];
    snprintf(byte, sizeof byte, "0x%02X", (unsigned)(unsigned char)source->text[at]);
    bool wide = memcmp(source->text, "\xFF\xFE", 2) == 0 || memcmp(source->text, "\xFE\xFF", 2) == 0;
    if (source->text[at] == '\0')
        refuse(reading, place, "E063", NULL, NULL);
    else
        report2(reading->diagnostics, place, "E060", "byte", byte, "encoding", wide ? "utf-16" : "gb18030");
    reading->status = SEATSIM_BAD_INPUT;
}

/* Refuses what is not UTF-8, and sees whether cells hold what could deceive. */
static void check_bytes(struct csv_reading *reading)
{
    for (size_t at = reading->start; at < reading->length;) {
        int32_t code = (unsigned char)reading->text[at];
        int bytes = 0x20 <= code && code < 0x7F ? 1 : text_decode(reading->text + at, reading->length - at, &code);
        if (bytes == 0 || code == 0) {
            refuse_bytes(reading, at);
            return;
        }
        reading->deceives = reading->deceives || text_deceives(code);
        at += (size_t)bytes;
    }
}

/* --- the separator ----------------------------------------------------------------------------------------------- */

/* Takes a first line such as "sep=;", which tells Excel the separator: a table's own `separator` counts before it. */
static void take_separator_line(struct csv_reading *reading)
{
    static const char begin[] = "sep=";
    const char *text = reading->text + reading->start;
    size_t left = reading->length - reading->start, end = sizeof begin;
    if (left <= end || strncasecmp(text, begin, sizeof begin - 1) != 0 || !strchr(",;\t", text[end - 1]) || !ends_line(text[end]))
        return;
    if (!reading->csv->separator)
        reading->csv->separator = text[end - 1];
    end += text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1;
    reading->start += end;
    reading->line = reading->row_line = 2;
}

/* The one of comma, semicolon and tab that the first line with anything in it has most of outside quotes. */
static char separator_of(const struct csv_reading *reading)
{
    static const char separators[] = ",;\t";
    int counts[3] = { 0 }, best = 0;
    bool quoted = false, begun = false;
    for (size_t at = reading->start; at < reading->length; at++) {
        char character = reading->text[at];
        if (!quoted && begun && ends_line(character))
            break;
        begun = begun || !ends_line(character);
        quoted = quoted != (character == '"');
        const char *found = quoted || !character ? NULL : strchr(separators, character);
        if (found)
            counts[found - separators]++;
    }
    for (int each = 1; each < 3; each++)
        if (counts[each] > counts[best])
            best = each;
    return separators[best];
}

/* --- cells and rows ---------------------------------------------------------------------------------------------- */

static void stop_without_memory(struct csv_reading *reading)
{
    reading->status = report_no_memory(reading->diagnostics);
}

/* Adds text with what deceives replaced. */
static void add_safely(struct buffer *safe, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        int32_t code;
        int bytes = text_decode(text + at, length - at, &code);
        if (text_deceives(code))
            buffer_text(safe, "\xEF\xBF\xBD");
        else
            buffer_add(safe, text + at, (size_t)bytes);
        at += (size_t)bytes;
    }
}

/* Where what a cell says is kept: in the file itself where it stands there letter by letter. */
static uint32_t keep_text(struct csv_reading *reading, size_t at, const char *says, uint32_t *length)
{
    struct buffer *rewritten = &reading->csv->rewritten;
    size_t from = at + (at < reading->length && reading->text[at] == '"');
    if (!reading->deceives && *length <= reading->length - from && memcmp(reading->text + from, says, *length) == 0)
        return (uint32_t)from;
    size_t before = rewritten->length;
    add_safely(rewritten, says, *length);
    *length = (uint32_t)(rewritten->length - before);
    if (rewritten->failed)
        stop_without_memory(reading);
    return (uint32_t)before | REWRITTEN;
}

static void end_cell(void *says, size_t length, void *context)
{
    struct csv_reading *reading = context;
    struct csv *csv = reading->csv;
    size_t at = reading->start;
    if (!memory_make_room(&csv->allocator, (void **)&csv->cells, reading->n_cells, &csv->cells_room, sizeof *csv->cells)) {
        stop_without_memory(reading);
        return;
    }
    while (at < reading->fed && (reading->text[at] == ' ' || (reading->text[at] == '\t' && csv->separator != '\t')))
        at++;
    struct csv_cell *cell = &csv->cells[reading->n_cells++];
    cell->at = (uint32_t)at;
    cell->length = (uint32_t)length;
    cell->text = keep_text(reading, at, says, &cell->length);
    reading->fields++;
    reading->cell_ended = true;
    reading->empty = reading->empty && length == 0;
}

/* A row of other length than the header: its first cell too many, or the row as a whole. */
static void refuse_ragged(struct csv_reading *reading)
{
    struct csv *csv = reading->csv;
    const struct csv_cell *cells = &csv->cells[reading->n_cells - reading->fields];
    struct place place = { csv->source, reading->row_line, 0, 0 };
    if (reading->fields > csv->n_columns)
        place = place_at(csv, reading->row_line, cells[0].at, cells[csv->n_columns].at);
    report2(reading->diagnostics, place, "E064", "cells", number_text(reading->fields).text, "columns",
            number_text(csv->n_columns).text);
    reading->status = ++reading->ragged < RAGGED_MOST ? SEATSIM_OK : SEATSIM_BAD_INPUT;
}

static void keep_row(struct csv_reading *reading)
{
    struct csv *csv = reading->csv;
    if (!memory_make_room(&csv->allocator, (void **)&csv->lines, csv->n_rows, &csv->lines_room, sizeof *csv->lines)) {
        stop_without_memory(reading);
        return;
    }
    if (csv->n_rows == 0)
        csv->n_columns = reading->fields;
    csv->lines[csv->n_rows++] = reading->row_line;
}

static void end_row(int character, void *context)
{
    struct csv_reading *reading = context;
    (void)character;
    reading->row_ended = true;
    if (reading->status == SEATSIM_OK && !reading->empty) {
        if (reading->csv->n_rows == 0 || reading->fields == reading->csv->n_columns) {
            keep_row(reading);
            reading->fields = 0;
        } else
            refuse_ragged(reading);
    }
    reading->n_cells -= reading->fields;
    reading->fields = 0;
    reading->empty = true;
}

/* --- the header -------------------------------------------------------------------------------------------------- */

static void check_name(struct csv_reading *reading, struct map *names, int column)
{
    size_t length;
    const char *name = csv_text(reading->csv, 0, column, &length);
    if (length == 0) {
        refuse(reading, csv_place(reading->csv, 0, column), "E066", "column", number_text(column + 1).text);
        return;
    }
    int put = map_put(names, name, length, column);
    if (put < 0)
        stop_without_memory(reading);
    if (put != 0)
        return;
    struct buffer text;
    buffer_init(&text, &reading->csv->allocator);
    buffer_add(&text, name, length);
    report2(reading->diagnostics, csv_place(reading->csv, 0, column), "E065", "name", text.text ? text.text : "", "column",
            number_text(map_get(names, name, length) + 1).text);
    buffer_clear(&text);
    reading->status = SEATSIM_BAD_INPUT;
}

static void check_header(struct csv_reading *reading)
{
    struct arena arena;
    struct map names;
    arena_init(&arena, &reading->csv->allocator);
    map_init(&names, &arena);
    for (int column = 0; column < reading->csv->n_columns && reading->status != SEATSIM_MACHINE; column++)
        check_name(reading, &names, column);
    map_clear(&names);
    arena_clear(&arena);
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

/* Behind the next separator or line end. */
static size_t end_of_piece(const struct csv_reading *reading, size_t at)
{
    char separator = reading->csv->separator;
    while (at < reading->length && reading->text[at] != separator && !ends_line(reading->text[at]))
        at++;
    return at < reading->length ? at + 1 : at;
}

static void refuse_quote(struct csv_reading *reading, size_t at, const char *code)
{
    const struct csv *csv = reading->csv;
    struct place place = { csv->source, reading->line, column_of(csv->source, at), 1 };
    int begun = reading->line - line_ends(reading->text, reading->start, at);
    refuse(reading, place, code, begun < reading->line ? "line" : NULL, number_text(begun).text);
}

static void feed(struct csv_reading *reading, struct csv_parser *parser, size_t at)
{
    size_t length = reading->fed - at;
    reading->cell_ended = reading->row_ended = false;
    size_t taken = csv_parse(parser, reading->text + at, length, end_cell, end_row, reading);
    if (taken < length && reading->status == SEATSIM_OK)
        refuse_quote(reading, at + taken, "E068");
    reading->line += line_ends(reading->text, reading->fed - 1, reading->fed);
    if (reading->cell_ended || reading->row_ended)
        reading->start = reading->fed;
    if (reading->row_ended)
        reading->row_line = reading->line;
}

/* The quote that the last cell began with. */
static void refuse_open_quote(struct csv_reading *reading)
{
    size_t at = reading->start;
    while (reading->text[at] != '"')
        at++;
    reading->line -= line_ends(reading->text, at, reading->length);
    refuse_quote(reading, at, "E067");
}

/* A cell is never longer than the file, so libcsv gets a buffer of that length, and asks for no memory of its own. */
static void read_rows(struct csv_reading *reading)
{
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    csv_set_delim(&parser, (unsigned char)reading->csv->separator);
    parser.entry_size = reading->length + 1;
    parser.entry_buf = memory_resize(&reading->csv->allocator, NULL, parser.entry_size, 1);
    if (!parser.entry_buf) {
        stop_without_memory(reading);
        return;
    }
    for (size_t at = reading->start; at < reading->length && reading->status == SEATSIM_OK; at = reading->fed) {
        reading->fed = end_of_piece(reading, at);
        bool header = reading->csv->n_rows == 0;
        feed(reading, &parser, at);
        if (header && reading->csv->n_rows > 0)
            check_header(reading);
    }
    if (reading->status == SEATSIM_OK && csv_fini(&parser, end_cell, end_row, reading) != 0)
        refuse_open_quote(reading);
    memory_free(&reading->csv->allocator, parser.entry_buf);
}

static void check_rows(struct csv_reading *reading)
{
    struct place whole = { reading->csv->source, 0, 0, 0 };
    if (reading->ragged > 0)
        reading->status = SEATSIM_BAD_INPUT;
    else if (reading->status == SEATSIM_OK && reading->csv->n_rows < 2)
        refuse(reading, whole, "E069", NULL, NULL);
}

enum seatsim_status csv_read(const struct source *source, char separator, const struct seatsim_allocator *allocator,
                             struct csv *csv, struct seatsim_diagnostics *diagnostics)
{
    *csv = (struct csv) { .source = source, .allocator = memory_allocator(allocator), .separator = separator };
    buffer_init(&csv->rewritten, allocator);
    struct csv_reading reading = { .csv = csv, .diagnostics = diagnostics, .text = source->text, .length = source->length,
                                   .line = 1, .row_line = 1, .empty = true };
    reading.start = is_mark(source->text, source->length) ? 3 : 0;
    check_bytes(&reading);
    if (reading.status == SEATSIM_OK)
        take_separator_line(&reading);
    if (reading.status == SEATSIM_OK && !csv->separator)
        csv->separator = separator_of(&reading);
    if (reading.status == SEATSIM_OK)
        read_rows(&reading);
    check_rows(&reading);
    return reading.status;
}

void csv_clear(struct csv *csv)
{
    memory_free(&csv->allocator, csv->cells);
    memory_free(&csv->allocator, csv->lines);
    buffer_clear(&csv->rewritten);
    *csv = (struct csv) { 0 };
}
