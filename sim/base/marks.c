#include "base/marks.h"

#include <limits.h>
#include <string.h>

bool ends_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

size_t take_code(const char *text, size_t length, int32_t *code)
{
    int bytes = text_decode(text, length, code);
    return bytes > 0 ? (size_t)bytes : 1;
}

/* Where a text begins: behind a byte order mark. */
static struct position source_start(const struct source *source)
{
    bool marked = source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0;
    return (struct position) { 1, 1, marked ? 3 : 0 };
}

/* The first end of a line from byte `at` on, no further than `most`. */
static size_t line_end(const struct source *source, size_t at, size_t most)
{
    while (at < most && !ends_line(source->text[at]))
        at++;
    return at;
}

/* From anywhere in a line to the next one, given where the line ends. */
static void move_behind(const struct source *source, struct position *position, size_t end)
{
    bool both = source->length - end >= 2 && source->text[end] == '\r' && source->text[end + 1] == '\n';
    *position = (struct position) { position->line + 1, 1, end + (both ? 2 : 1) };
}

/* Moves inside the line until a column or a byte is reached. */
static void move_inside(const struct source *source, struct position *position, int column, size_t at)
{
    int32_t code;
    while (position->column < column && position->at < at && !ends_line(source->text[position->at])) {
        position->at += take_code(source->text + position->at, source->length - position->at, &code);
        position->column++;
    }
}

bool position_move(const struct source *source, struct position *position, int line, int column)
{
    while (position->line < line) {
        size_t end = line_end(source, position->at, source->length);
        if (end == source->length)
            return false;
        move_behind(source, position, end);
    }
    move_inside(source, position, column, source->length);
    return true;
}

void position_move_to(const struct source *source, struct position *position, size_t at)
{
    for (size_t end; (end = line_end(source, position->at, at)) < at;)
        move_behind(source, position, end);
    move_inside(source, position, INT_MAX, at);
}

bool source_mark(struct source *source, struct arena *arena)
{
    size_t count = source->text ? source->length / MARK_STEP : 0;
    if (count < 2 || count > INT_MAX)
        return true;
    struct position *marks = arena_new(arena, count, sizeof *marks);
    if (!marks)
        return false;
    marks[0] = source_start(source);
    for (size_t mark = 1; mark < count; mark++) {
        marks[mark] = marks[mark - 1];
        position_move_to(source, &marks[mark], mark * MARK_STEP);
    }
    source->marks = marks;
    source->n_marks = (int)count;
    return true;
}

bool source_find(const struct source *source, int line, int column, struct position *position)
{
    int first = 0, behind = source->n_marks;
    while (behind - first > 1) {
        int middle = first + (behind - first) / 2;
        const struct position *mark = &source->marks[middle];
        if (mark->line < line || (mark->line == line && mark->column <= column))
            first = middle;
        else
            behind = middle;
    }
    *position = source->n_marks > 0 ? source->marks[first] : source_start(source);
    return position_move(source, position, line, column);
}
