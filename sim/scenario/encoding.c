#include "scenario/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>

/* What is left to decode, and what was decoded. */
struct decoding {
    iconv_t converter;
    char *next;
    size_t left;
    struct buffer text;
};

/* Decodes until nothing is left; false at bytes that mean nothing. */
static bool decode_all(struct decoding *decoding)
{
    char piece[16384];
    bool more = true, good = true;
    while (good && more && !decoding->text.failed) {
        char *end = piece;
        size_t room = sizeof piece;
        size_t result = iconv(decoding->converter, &decoding->next, &decoding->left, &end, &room);
        more = result == (size_t)-1 && errno == E2BIG;
        good = result != (size_t)-1 || more;
        buffer_add(&decoding->text, piece, sizeof piece - room);
    }
    return good;
}

static int lines_of(const struct buffer *text)
{
    int lines = 1;
    for (size_t at = 0; at < text->length; at++)
        lines += text->text[at] == '\n';
    return lines;
}

static enum seatsim_status report_bytes(const struct decoding *decoding, const char *encoding, const struct source *source,
                                        struct seatsim_diagnostics *diagnostics)
{
    char byte[8];
    struct source named = { .name = source->name, .order = source->order, .asked = source->asked };
    snprintf(byte, sizeof byte, "0x%02X", (unsigned)(unsigned char)*decoding->next);
    report2(diagnostics, (struct place) { &named, lines_of(&decoding->text), 0, 0 }, "E061", "byte", byte, "encoding", encoding);
    return SEATSIM_BAD_INPUT;
}

static enum seatsim_status finish(struct decoding *decoding, struct arena *arena, char **text, size_t *decoded,
                                  struct seatsim_diagnostics *diagnostics)
{
    const struct buffer *whole = &decoding->text;
    char *copy = whole->failed ? NULL : arena_copy(arena, whole->text, whole->length);
    if (!copy)
        return report_no_memory(diagnostics);
    *text = copy;
    *decoded = whole->length;
    return SEATSIM_OK;
}

enum seatsim_status decode_text(const char *encoding, const struct source *source, const char *bytes, size_t length,
                                struct arena *arena, char **text, size_t *decoded, struct seatsim_diagnostics *diagnostics)
{
    struct decoding decoding = { iconv_open("UTF-8", encoding), (char *)bytes, length, { .text = NULL } };
    if (decoding.converter == (iconv_t)-1) {
        report2(diagnostics, (struct place) { source, 0, 0, 0 }, "E062", "encoding", encoding, NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    buffer_init(&decoding.text, &arena->allocator);
    bool good = decode_all(&decoding);
    iconv_close(decoding.converter);
    enum seatsim_status status = good || decoding.text.failed
        ? finish(&decoding, arena, text, decoded, diagnostics) : report_bytes(&decoding, encoding, source, diagnostics);
    buffer_clear(&decoding.text);
    return status;
}
