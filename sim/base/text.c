#include "base/text.h"

#include <string.h>
#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

const char *title_text(const struct title *title, enum seatsim_language language, const char *otherwise)
{
    if (title->text[language])
        return title->text[language];
    for (int other = 0; other < LANGUAGES; other++)
        if (title->text[other])
            return title->text[other];
    return otherwise;
}

int text_decode(const char *text, size_t length, int32_t *code)
{
    *code = REPLACEMENT;
    if (length == 0)
        return 0;
    if ((unsigned char)text[0] < 0x80) {
        *code = text[0];
        return 1;
    }
    utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text, length < 4 ? (utf8proc_ssize_t)length : 4, code);
    if (bytes > 0)
        return (int)bytes;
    *code = REPLACEMENT;
    return 0;
}

/* Invisible characters that reorder what stands beside them (Unicode UAX 9), break a line, or hide: first, last. */
static const int32_t deceivers[][2] = {
    { 0x00, 0x08 },     { 0x0B, 0x0C },     { 0x0E, 0x1F },     { 0x7F, 0x9F },     { 0xAD, 0xAD },     { 0x061C, 0x061C },
    { 0x200B, 0x200B }, { 0x200E, 0x200F }, { 0x2028, 0x2029 }, { 0x202A, 0x202E }, { 0x2060, 0x2064 }, { 0x2066, 0x2069 },
    { 0xFEFF, 0xFEFF },
};

bool text_deceives(int32_t code)
{
    if (code >= 0x20 && code < 0x7F)
        return false;
    for (size_t range = 0; range < sizeof deceivers / sizeof deceivers[0]; range++)
        if (deceivers[range][0] <= code && code <= deceivers[range][1])
            return true;
    return false;
}

int text_cells(int32_t code)
{
    if (code >= 0x20 && code < 0x7F)
        return 1;
    return text_deceives(code) || code == '\n' || code == '\r' ? 1 : utf8proc_charwidth(code);
}

/* Decodes as text_decode does, but always moves on: a byte that is not UTF-8 counts as one U+FFFD. */
static size_t next_code(const char *text, size_t length, int32_t *code)
{
    int bytes = text_decode(text, length, code);
    return bytes > 0 ? (size_t)bytes : 1;
}

int text_width(const char *text, size_t length)
{
    int cells = 0;
    int32_t code;
    for (size_t at = 0; at < length;) {
        at += next_code(text + at, length - at, &code);
        cells = code == '\t' ? (cells / 8 + 1) * 8 : cells + text_cells(code);
    }
    return cells;
}

/* --- nearest words ----------------------------------------------------------------------------------------------- */

enum { WORD_MOST = 64 };

struct word {
    int length;
    int32_t codes[WORD_MOST];
};

/* False when the text is longer than a word can be. */
static bool word_of(const char *text, struct word *word)
{
    size_t length = strlen(text);
    word->length = 0;
    for (size_t at = 0; at < length;) {
        int32_t code;
        at += next_code(text + at, length - at, &code);
        if (word->length == WORD_MOST)
            return false;
        word->codes[word->length++] = 'A' <= code && code <= 'Z' ? code - 'A' + 'a' : code;
    }
    return true;
}

static int least(int a, int b, int c)
{
    int smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, no part edited twice. */
static int word_distance(const struct word *a, const struct word *b)
{
    int rows[3][WORD_MOST + 1];
    for (int j = 0; j <= b->length; j++)
        rows[0][j] = j;
    for (int i = 1; i <= a->length; i++) {
        const int *before = rows[(i + 1) % 3], *above = rows[(i + 2) % 3];
        int *row = rows[i % 3];
        row[0] = i;
        for (int j = 1; j <= b->length; j++) {
            bool same = a->codes[i - 1] == b->codes[j - 1];
            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + !same);
            if (i > 1 && j > 1 && a->codes[i - 1] == b->codes[j - 2] && a->codes[i - 2] == b->codes[j - 1])
                row[j] = least(row[j], before[j - 2] + 1, row[j]);
        }
    }
    return rows[a->length % 3][b->length];
}

const char *text_nearest(const char *word, const char *const *names, int count)
{
    struct word sought, candidate;
    if (!word_of(word, &sought))
        return NULL;
    const char *nearest = NULL;
    int best = 1 + sought.length / 4 + 1;
    if (best > sought.length)
        best = sought.length;
    for (int name = 0; name < count; name++) {
        if (!names[name] || !word_of(names[name], &candidate))
            continue;
        int longer = candidate.length - sought.length;
        if (longer >= best || -longer >= best)
            continue;
        int distance = word_distance(&sought, &candidate);
        if (distance < best) {
            best = distance;
            nearest = names[name];
        }
    }
    return nearest;
}

/* --- growing text ------------------------------------------------------------------------------------------------ */

void buffer_init(struct buffer *buffer, const struct seatsim_allocator *allocator)
{
    *buffer = (struct buffer) { .allocator = memory_allocator(allocator) };
}

void buffer_clear(struct buffer *buffer)
{
    memory_free(&buffer->allocator, buffer->text);
    buffer->text = NULL;
    buffer->length = buffer->room = 0;
    buffer->failed = false;
}

/* Room for `length` more bytes and a NUL. */
static bool buffer_grow(struct buffer *buffer, size_t length)
{
    if (length < buffer->room - buffer->length)
        return true;
    size_t wanted = buffer->length + length + 1;
    size_t room = buffer->room > 0 ? buffer->room : 64;
    while (room < wanted && room <= PTRDIFF_MAX / 2)
        room *= 2;
    char *text = wanted > length && room >= wanted ? memory_resize(&buffer->allocator, buffer->text, room, 1) : NULL;
    if (!text)
        return false;
    buffer->text = text;
    buffer->room = room;
    return true;
}

void buffer_add(struct buffer *buffer, const char *text, size_t length)
{
    if (buffer->failed || length == 0)
        return;
    if (!buffer_grow(buffer, length)) {
        buffer->failed = true;
        return;
    }
    memcpy(buffer->text + buffer->length, text, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_list(struct buffer *buffer, const char *const *names, int count)
{
    const char *between = "";
    for (int name = 0; name < count; name++) {
        if (!names[name] || !*names[name])
            continue;
        buffer_text(buffer, between);
        buffer_text(buffer, names[name]);
        between = ", ";
    }
}

void buffer_shown(struct buffer *buffer, const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        int32_t code;
        size_t bytes = next_code(text + at, length - at, &code);
        if (text_deceives(code) || code == REPLACEMENT)
            buffer_text(buffer, "\xEF\xBF\xBD");
        else if (code == '\t' || code == '\n' || code == '\r')
            buffer_text(buffer, " ");
        else
            buffer_add(buffer, text + at, bytes);
        at += bytes;
    }
}

/* The narrow twin of U+FF01 .. U+FF5E; 0 for other characters. */
static char narrow_twin(int32_t code)
{
    return (char)(0xFF01 <= code && code <= 0xFF5E ? code - 0xFEE0 : 0);
}

/* What a mark of a Chinese keyboard stands for; 0 for other characters. */
static char plain_mark(int32_t code)
{
    static const struct {
        int32_t code;
        char plain;
    } marks[] = { { 0x3000, ' ' },  { 0x3001, ',' }, { 0x3010, '[' }, { 0x3011, ']' }, { 0x2018, '\'' },
                  { 0x2019, '\'' }, { 0x201C, '"' }, { 0x201D, '"' }, { 0x2212, '-' } };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].code == code)
            return marks[i].plain;
    return narrow_twin(code);
}

/* Adds text with the characters that have a twin replaced by it. A wide colon has its space in itself. Returns whether there
 * were any. */
static bool add_twins(struct buffer *buffer, const char *text, size_t length, char twin_of(int32_t code))
{
    bool any = false;
    for (size_t at = 0; at < length;) {
        int32_t code;
        size_t bytes = next_code(text + at, length - at, &code);
        char twin = twin_of(code);
        buffer_add(buffer, twin ? &twin : text + at, twin ? 1 : bytes);
        any = any || twin;
        at += bytes;
        bool digit = at < length && '0' <= text[at] && text[at] <= '9';
        if (twin == ':' && at < length && text[at] != ' ' && !digit)
            buffer_text(buffer, " ");
    }
    return any;
}

void buffer_narrow(struct buffer *buffer, const char *text, size_t length)
{
    add_twins(buffer, text, length, narrow_twin);
}

const char *text_retyped(const char *text, size_t length, struct arena *arena)
{
    struct buffer plain;
    buffer_init(&plain, &arena->allocator);
    const char *copy = NULL;
    if (add_twins(&plain, text, length, plain_mark) && !plain.failed) {
        const char *start = plain.text + strspn(plain.text, " ");
        size_t left = strlen(start);
        while (left > 0 && start[left - 1] == ' ')
            left--;
        copy = arena_copy(arena, start, left);
    }
    buffer_clear(&plain);
    return copy;
}

void buffer_padded(struct buffer *buffer, const char *text, int cells)
{
    int spaces = (cells < 0 ? -cells : cells) - text_width(text, strlen(text));
    if (cells > 0)
        buffer_text(buffer, text);
    for (int space = 0; space < spaces; space++)
        buffer_text(buffer, " ");
    if (cells <= 0)
        buffer_text(buffer, text);
}
