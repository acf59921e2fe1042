#include "output/words.h"

#include "output/figures.h"

#include <assert.h>
#include <string.h>

static const char *const words[][LANGUAGES] = {
#define WORD_ROW(name, english, chinese) { [SEATSIM_ENGLISH] = english, [SEATSIM_CHINESE] = chinese },
    WORD_LIST(WORD_ROW)
#undef WORD_ROW
};
static_assert(sizeof words / sizeof words[0] == WORDS, "every word has its texts");

const char *word_text(enum word word, enum seatsim_language language)
{
    return words[word][language];
}

static const char *slot_value(const struct slot *slots, const char *name, size_t length)
{
    for (; slots && slots->name; slots++)
        if (strlen(slots->name) == length && memcmp(slots->name, name, length) == 0)
            return slots->value ? slots->value : "";
    return "";
}

void sentence_add(struct buffer *buffer, enum word word, enum seatsim_language language, const struct slot *slots)
{
    const char *rest = word_text(word, language);
    for (const char *open = strchr(rest, '{'); open; open = strchr(rest, '{')) {
        size_t name = strcspn(open + 1, "}");
        buffer_add(buffer, rest, (size_t)(open - rest));
        buffer_text(buffer, slot_value(slots, open + 1, name));
        rest = open + 1 + name + 1;
    }
    buffer_text(buffer, rest);
}

const char *sentence(struct arena *arena, enum word word, enum seatsim_language language, const struct slot *slots)
{
    struct buffer buffer;
    buffer_init(&buffer, &arena->allocator);
    sentence_add(&buffer, word, language, slots);
    return buffer_taken(&buffer, arena);
}
