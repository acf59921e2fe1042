#include "base/excerpt.h"

#include <string.h>

/* A line that is longer starts this many code points before the caret. */
enum { LEFT_OF_CARET = 40 };

struct span {
    const char *text;
    size_t length;
};

static size_t line_length(const char *text, size_t length)
{
    size_t end = 0;
    while (end < length && text[end] != '\n' && text[end] != '\r')
        end++;
    return end;
}

/* The `line`-th line, without its end (LF, CR LF or CR) and without a byte order mark, which has no column. */
static bool find_line(const struct source *source, int line, struct span *found)
{
    const char *text = source->text;
    size_t left = source->length;
    if (left >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        left -= 3;
    }
    for (int at = 1; at < line; at++) {
        size_t end = line_length(text, left);
        if (end == left)
            return false;
        end += left - end >= 2 && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1;
        text += end;
        left -= end;
    }
    *found = (struct span) { text, line_length(text, left) };
    return true;
}

/* Takes one code point off the front; what is not UTF-8 goes byte by byte as U+FFFD. */
static struct span take(struct span *rest, int32_t *code)
{
    int bytes = text_decode(rest->text, rest->length, code);
    struct span taken = { rest->text, bytes > 0 ? (size_t)bytes : 1 };
    rest->text += taken.length;
    rest->length -= taken.length;
    return taken;
}

/* The first column to show: 1, or a little left of a caret that stands far to the right. */
static int first_column(struct span line, int column)
{
    int32_t code;
    int last = 0;
    while (line.length > 0 && last < column) {
        take(&line, &code);
        last++;
    }
    int caret = last < column ? last + 1 : column; /* a column behind the end stands at the end */
    return caret > EXCERPT_CELLS - LEFT_OF_CARET ? caret - LEFT_OF_CARET : 1;
}

/* Adds one code point at cell `cells`; returns its cells. */
static int add_shown(struct buffer *shown, struct span character, int32_t code, int cells)
{
    int wide = code == '\t' ? 8 - cells % 8 : text_cells(code);
    if (code == '\t')
        for (int space = 0; space < wide; space++)
            buffer_text(shown, " ");
    else
        buffer_shown(shown, character.text, character.length);
    return wide;
}

static void show(struct span line, const struct place *place, struct buffer *shown, struct excerpt *excerpt)
{
    int first = first_column(line, place->column), cells = 0, column = 1;
    int32_t code;
    excerpt->before = -1;
    for (; column < first && line.length > 0; column++)
        take(&line, &code);
    if (first > 1) {
        buffer_text(shown, "…");
        cells = 1;
    }
    for (; line.length > 0 && cells < EXCERPT_CELLS; column++) {
        if (column == place->column)
            excerpt->before = cells;
        struct span character = take(&line, &code);
        int wide = add_shown(shown, character, code, cells);
        cells += wide;
        if (place->column <= column && column - place->column < place->length)
            excerpt->under += wide;
    }
    if (line.length > 0)
        buffer_text(shown, "…");
    if (excerpt->before < 0)
        excerpt->before = cells;
    if (excerpt->under < 1)
        excerpt->under = 1;
}

bool excerpt_of(const struct place *place, struct arena *arena, struct excerpt *excerpt)
{
    *excerpt = (struct excerpt) { NULL, 0, 0 };
    struct span line;
    if (!place->source || !place->source->text || place->line < 1 || !find_line(place->source, place->line, &line))
        return true;
    struct buffer shown;
    buffer_init(&shown, &arena->allocator);
    show(line, place, &shown, excerpt);
    excerpt->line = shown.failed ? NULL : arena_copy(arena, shown.text, shown.length);
    buffer_clear(&shown);
    return excerpt->line != NULL;
}
