#include "base/excerpt.h"

#include "base/marks.h"

/* A line whose caret would stand further right begins LEFT_OF_CARET cells before it. Characters without a cell of their own
 * must not make an excerpt endless, so code points are limited too. */
enum { LEFT_OF_CARET = 40, CARET_MOST = EXCERPT_CELLS - LEFT_OF_CARET, CODES_BEFORE = 160, CODES_MOST = 4 * EXCERPT_CELLS };

/* The rest of a line, code point by code point. */
struct rest {
    const char *text;
    size_t length;
    int column;
};

struct character {
    const char *text;
    size_t bytes;
    int cells; /* a tab's reach to the next eighth cell from `from` */
    bool tab;
};

/* The next character of the line, shown from cell `from` on; false at the line's end. */
static bool take(struct rest *rest, int from, struct character *taken)
{
    int32_t code;
    if (rest->length == 0 || ends_line(rest->text[0]))
        return false;
    size_t bytes = take_code(rest->text, rest->length, &code);
    bool tab = code == '\t';
    *taken = (struct character) { rest->text, bytes, tab ? 8 - from % 8 : text_cells(code), tab };
    rest->text += bytes;
    rest->length -= bytes;
    rest->column++;
    return true;
}

static int cells_before(struct rest rest, int column)
{
    struct character character;
    int cells = 0;
    while (rest.column < column && take(&rest, cells, &character))
        cells += character.cells;
    return cells;
}

/* The line from its first column that is shown; false when there is no such line. */
static bool find_start(const struct place *place, struct rest *start)
{
    const struct source *source = place->source;
    struct position caret, first;
    if (!source_find(source, place->line, place->column > 1 ? place->column : 1, &caret))
        return false;
    source_find(source, place->line, caret.column > CODES_BEFORE ? caret.column - CODES_BEFORE : 1, &first);
    *start = (struct rest) { source->text + first.at, source->length - first.at, first.column };
    struct character character;
    if (start->column == 1 && cells_before(*start, caret.column) < CARET_MOST)
        return true;
    int over = cells_before(*start, caret.column) - LEFT_OF_CARET;
    while (over > 0 && take(start, 0, &character)) {
        over -= character.cells;
        if (over <= 0) /* a tab reaches elsewhere from where it stands now */
            over = cells_before(*start, caret.column) - LEFT_OF_CARET;
    }
    return true;
}

static void add_shown(struct buffer *shown, const struct character *character)
{
    if (!character->tab)
        buffer_shown(shown, character->text, character->bytes);
    for (int space = 0; character->tab && space < character->cells; space++)
        buffer_text(shown, " ");
}

static void show(struct rest rest, const struct place *place, struct buffer *shown, struct excerpt *excerpt)
{
    int first = rest.column, cells = first > 1 ? 1 : 0;
    struct character character;
    bool more = false;
    if (first > 1)
        buffer_text(shown, "…");
    excerpt->before = -1;
    while ((more = take(&rest, cells, &character)) && cells < EXCERPT_CELLS && rest.column - first <= CODES_MOST) {
        int column = rest.column - 1;
        if (column == place->column) {
            bool above = character.cells == 0 && cells > 0; /* it stands on the cell before */
            excerpt->before = cells - above;
            excerpt->under = above;
        }
        add_shown(shown, &character);
        cells += character.cells;
        if (place->column <= column && column - place->column < place->length)
            excerpt->under += character.cells;
    }
    if (more)
        buffer_text(shown, "…");
    if (excerpt->before < 0)
        excerpt->before = cells;
    if (excerpt->under < 1)
        excerpt->under = 1;
}

bool excerpt_of(const struct place *place, struct arena *arena, struct excerpt *excerpt)
{
    *excerpt = (struct excerpt) { NULL, 0, 0 };
    struct rest start;
    if (!place->source || !place->source->text || place->line < 1 || !find_start(place, &start))
        return true;
    struct buffer shown;
    buffer_init(&shown, &arena->allocator);
    show(start, place, &shown, excerpt);
    excerpt->line = shown.failed ? NULL : arena_copy(arena, shown.text, shown.length);
    buffer_clear(&shown);
    return excerpt->line != NULL;
}
