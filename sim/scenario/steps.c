#include "scenario/steps.h"

#include <string.h>

/* Bytes up to one of `ends`, or to the end. */
static size_t span(const char *text, size_t length, const char *ends)
{
    size_t i = 0;
    while (i < length && !strchr(ends, text[i]))
        i++;
    return i;
}

static const char *trimmed(const char *text, size_t length, struct arena *arena, bool *no_memory)
{
    while (length > 0 && *text == ' ') {
        text++;
        length--;
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    const char *copy = arena_copy(arena, text, length);
    *no_memory = *no_memory || !copy;
    return copy ? copy : "";
}

/* "year=2023,stage=junior" up to its bracket. */
static bool read_filters(const char *text, size_t length, struct arena *arena, struct step *step, bool *no_memory)
{
    while (length > 0 && step->n_filters < FILTERS_MOST) {
        size_t all = span(text, length, ","), name = span(text, all, "=");
        if (name == 0 || name == all)
            return false;
        step->filters[step->n_filters++] = (struct filter) { trimmed(text, name, arena, no_memory),
                                                              trimmed(text + name + 1, all - name - 1, arena, no_memory) };
        text += all < length ? all + 1 : all;
        length -= all < length ? all + 1 : all;
    }
    return length == 0 && step->n_filters > 0;
}

static struct step *add_step(struct steps *steps, const char *name)
{
    if (steps->count == STEPS_MOST)
        return NULL;
    struct step *step = &steps->list[steps->count++];
    *step = (struct step) { .name = name };
    return step;
}

/* One step and its filter: `projects[...]` is the list, then those of its things that match; `*[...]` is one step. */
static bool read_step(const char *text, size_t length, struct arena *arena, struct steps *steps, bool *no_memory)
{
    size_t name = span(text, length, "[");
    struct step *step = name > 0 ? add_step(steps, trimmed(text, name, arena, no_memory)) : NULL;
    if (!step || !*step->name)
        return false;
    if (name == length)
        return true;
    if (strcmp(step->name, "*") != 0)
        step = add_step(steps, "*");
    return step && text[length - 1] == ']' && read_filters(text + name + 1, length - name - 2, arena, step, no_memory);
}

/* Bytes of the next step: up to a dot that is in no bracket. */
static size_t step_length(const char *text, size_t length)
{
    size_t i = 0;
    for (bool inside = false; i < length && (inside || text[i] != '.'); i++)
        inside = text[i] == '[' || (inside && text[i] != ']');
    return i;
}

bool steps_of(const char *path, size_t length, struct arena *arena, struct steps *steps, bool *no_memory)
{
    steps->count = 0;
    for (;;) {
        size_t step = step_length(path, length);
        if (!read_step(path, step, arena, steps, no_memory))
            return false;
        if (step == length)
            return true;
        path += step + 1;
        length -= step + 1;
    }
}
