/* Text: UTF-8, display width, nearest words, numbers in the C locale whatever the host's is, growing buffers. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/memory.h"

#include <stdint.h>
#include <string.h>

/* Whether two texts are the same; most that differ do so in the first byte. */
static inline bool text_is(const char *text, const char *other)
{
    return text[0] == other[0] && strcmp(text, other) == 0;
}

enum { LANGUAGES = 2 };

/* Text by language, indexed by enum seatsim_language; either may be NULL. */
struct title {
    const char *text[LANGUAGES];
};

/* The title in a language, else in the other one, else `otherwise`. */
const char *title_text(const struct title *title, enum seatsim_language language, const char *otherwise);

/* Decodes the code point at `text`; returns its bytes (1..4), 0 when they are not UTF-8 or `length` is 0. */
int text_decode(const char *text, size_t length, int32_t *code);

/* Whether a code point could deceive a reader: NUL, C0 (but tab, LF, CR), DEL, C1, bidi controls, U+2028, U+2029,
 * U+FEFF, and what is never seen: the soft hyphen, spaces and joiners without width (not U+200C and U+200D, which emoji need). */
bool text_deceives(int32_t code);

/* Terminal cells of a code point: 2 for wide ones, 0 for combining ones, 1 for what is shown as U+FFFD. */
int text_cells(int32_t code);

/* Terminal cells that text takes, from a column that is a multiple of eight: tabs reach to the next one. */
int text_width(const char *text, size_t length);

/* The nearest of `count` names by optimal string alignment over code points (a swap of neighbours counts one), at most
 * 1 + length/4 away and sharing something with the word; the first of several. ASCII case does not count, nor does a name
 * of NULL. NULL if none, and for words beyond 64 code points. Cost grows with count * length. */
const char *text_nearest(const char *word, const char *const *names, int count);

/* Reads a whole plain decimal number: [+-]digits[_digits][.digits][e[+-]digits]. False for anything else, for what is
 * not finite and for more than 120 bytes. */
bool text_number(const char *text, size_t length, double *number);

/* A number as text: the fewest digits that read back as the same double, without exponent from 1e-6 to 1e15. Zero of
 * either sign is "0", NaN "", infinities "inf" and "-inf".
 * By value, so that `number_text(x).text` lives as long as the call it is written in. */
struct number_text {
    char text[32];
};
struct number_text number_text(double number);

/* The same for a sum, with the last digits that adding up has blurred left out: six decimals at most. */
struct number_text sum_text(double sum);

/* The same with a fixed number of decimals, rounded half to even as printf does; "-0.0" is "0.0"; NaN is "". Decimals 0..15;
 * a number that does not fit is written as number_text writes it. */
struct number_text decimal_text(double number, int decimals);

/* Text that grows. A failed growth sets `failed` and later calls do nothing, so it is looked at once, at the end. */
struct buffer {
    struct seatsim_allocator allocator;
    char *text; /* with a NUL behind; NULL while empty */
    size_t length, room;
    bool failed;
};
void buffer_init(struct buffer *buffer, const struct seatsim_allocator *allocator);
void buffer_clear(struct buffer *buffer);
void buffer_add(struct buffer *buffer, const char *text, size_t length);
void buffer_text(struct buffer *buffer, const char *text);

/* Adds `count` names as one list: "a, b, c"; NULL and "" are left out. */
void buffer_list(struct buffer *buffer, const char *const *names, int count);

/* Adds foreign text so that it can be read on one line: what deceives or is not UTF-8 becomes U+FFFD, white space a space. */
void buffer_shown(struct buffer *buffer, const char *text, size_t length);

/* Adds text as a plain keyboard writes it: characters of full width (，：％０) become the narrow ones they are twins of. */
void buffer_narrow(struct buffer *buffer, const char *text, size_t length);

/* Text that was typed with a Chinese keyboard as it should be typed: narrow, and with plain marks for “ ” 、 【 】 and the wide
 * space; without blanks around. NULL when that changes nothing, and without memory. */
const char *text_retyped(const char *text, size_t length, struct arena *arena);

/* Adds text and pads it with spaces to `cells` terminal cells: on the right for `cells` > 0, on the left for `cells` < 0. */
void buffer_padded(struct buffer *buffer, const char *text, int cells);

#endif
