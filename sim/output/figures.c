#include "output/figures.h"

#include "output/words.h"

#include <math.h>
#include <string.h>

enum { RUNS_SHOWN = 2 };

struct number_text count_text(double count)
{
    struct number_text plain = decimal_text(count, 0), grouped = { "" };
    size_t length = strlen(plain.text), digits = length - strspn(plain.text, "-"), out = 0;
    if (length + digits / 3 >= sizeof grouped.text)
        return plain;
    for (size_t i = 0; i < length; i++) {
        size_t left = length - i;
        if (left < digits && left % 3 == 0)
            grouped.text[out++] = ',';
        grouped.text[out++] = plain.text[i];
    }
    return grouped;
}

static struct number_text with_percent(struct number_text number)
{
    size_t length = strlen(number.text);
    if (length > 0 && length + 1 < sizeof number.text)
        memcpy(number.text + length, "%", 2);
    return number;
}

struct number_text share_text(double share, int decimals)
{
    return with_percent(decimal_text(100 * share, decimals));
}

struct number_text round_share_text(double share)
{
    return with_percent(number_text(round(1e4 * share) / 100));
}

struct number_text value_text(enum unit unit, double value, int decimals)
{
    if (unit == UNIT_SHARE)
        return share_text(value, decimals);
    if (unit == UNIT_PUPILS_PER_CLASS || unit == UNIT_PUPILS_PER_TEACHER)
        return number_text(round(10 * value) / 10);
    if (unit == UNIT_VARIATION)
        return number_text(round(1000 * value) / 1000);
    return count_text(value);
}

const char *buffer_taken(struct buffer *buffer, struct arena *arena)
{
    const char *text = buffer->failed ? NULL : arena_copy(arena, buffer->text ? buffer->text : "", buffer->length);
    buffer_clear(buffer);
    return text;
}

static void run_add(struct buffer *buffer, enum seatsim_language language, int first, int last)
{
    struct number_text from = decimal_text(first, 0), to = decimal_text(last, 0);
    const struct slot slots[] = { { "first", from.text }, { "last", to.text }, { NULL, NULL } };
    sentence_add(buffer, first == last ? WORD_YEARS_ONE : WORD_YEARS_RUN, language, slots);
}

/* Adds the runs of years, or just counts them for a buffer of NULL. */
static int runs_add(struct buffer *buffer, enum seatsim_language language, int first, const bool *in, int count)
{
    int runs = 0;
    for (int i = 0; i < count; i++) {
        if (!in[i] || (i > 0 && in[i - 1]))
            continue;
        int last = i;
        while (last + 1 < count && in[last + 1])
            last++;
        if (buffer && runs > 0)
            buffer_text(buffer, word_text(WORD_YEARS_JOIN, language));
        if (buffer)
            run_add(buffer, language, first + i, first + last);
        runs++;
    }
    return runs;
}

const char *years_text(struct arena *arena, enum seatsim_language language, int first, const bool *in, int count)
{
    if (runs_add(NULL, language, first, in, count) > RUNS_SHOWN) {
        int held = 0;
        for (int i = 0; i < count; i++)
            held += in[i];
        struct number_text some = decimal_text(held, 0), all = decimal_text(count, 0);
        const struct slot slots[] = { { "count", some.text }, { "of", all.text }, { NULL, NULL } };
        return sentence(arena, WORD_YEARS_MANY, language, slots);
    }
    struct buffer buffer;
    buffer_init(&buffer, &arena->allocator);
    runs_add(&buffer, language, first, in, count);
    return buffer_taken(&buffer, arena);
}

const char *shown_title(struct arena *arena, const struct title *title, enum seatsim_language language, const char *otherwise)
{
    struct buffer buffer;
    buffer_init(&buffer, &arena->allocator);
    const char *text = title_text(title, language, otherwise);
    buffer_shown(&buffer, text, strlen(text));
    return buffer_taken(&buffer, arena);
}
