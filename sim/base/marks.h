/* Finding a line and a column of a long text without reading it from its start each time. */
#ifndef BASE_MARKS_H
#define BASE_MARKS_H

#include "base/diagnostic.h"

enum { MARK_STEP = 16384 };

/* Notes a position of the source's text every MARK_STEP bytes; a short text needs none. Done once, by whoever makes the
 * source, so that threads that share it only read it. The marks live in `arena`. False without memory: the source is fine
 * then, only slower. Cost grows with the text: about a nanosecond a byte. */
bool source_mark(struct source *source, struct arena *arena);

/* Moves forward to a line and a column of the source's text, or to the end of a line that is shorter. Lines end with LF,
 * CR LF or CR; what is not UTF-8 has a column a byte. False when there is no such line: the position is then in
 * the last one. */
bool position_move(const struct source *source, struct position *position, int line, int column);

/* Moves forward to byte `at` of the text, or a little further where that lies inside a character or the end of a line. */
void position_move_to(const struct source *source, struct position *position, size_t at);

/* A line and a column as position_move finds them, from the nearest mark or from the text's beginning behind a byte order
 * mark, which has no column; `position` is out. Cost grows with MARK_STEP where there are marks, else with the bytes before. */
bool source_find(const struct source *source, int line, int column, struct position *position);

/* Whether a byte ends a line. */
bool ends_line(char byte);

/* Takes one code point off the front of a text that is not empty and returns its bytes; what is not UTF-8 goes byte by byte
 * as U+FFFD. */
size_t take_code(const char *text, size_t length, int32_t *code);

#endif
