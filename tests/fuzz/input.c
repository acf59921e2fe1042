#include "input.h"

#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- an input and its parts -------------------------------------------------------------------------------------- */

/* Where the next part begins: at a line that starts with `%%`; NULL when there is none. */
static char *next_part(char *from, const char *end)
{
    for (char *at = from; end - at >= 2; at++) {
        if (at[0] == '%' && at[1] == '%')
            return at;
        at = memchr(at, '\n', (size_t)(end - at));
        if (!at)
            return NULL;
    }
    return NULL;
}

/* The end of the line at `from`: its newline, or `end`. */
static char *line_end(char *from, char *end)
{
    char *newline = memchr(from, '\n', (size_t)(end - from));
    return newline ? newline : end;
}

static void take_lines(char *from, char *end, const char *name, void (*option)(void *, const char *, const char *), void *context)
{
    while (from < end) {
        char *stop = line_end(from, end);
        *stop = 0;
        option(context, name, from);
        from = stop + 1;
    }
}

/* One part, from its `%%` line on. */
static void take_part(char *from, char *end, struct input *input, void (*option)(void *, const char *, const char *),
                      void *context)
{
    char *stop = line_end(from, end), *content = stop < end ? stop + 1 : end;
    *stop = 0;
    if (strncmp(from, "%% file ", 8) == 0 && input->n_files < FILES_MOST)
        input->files[input->n_files++] = (struct file) { from + 8, content, (size_t)(end - content) };
    else if (strcmp(from, "%% set") == 0)
        take_lines(content, end, "set", option, context);
    else if (strcmp(from, "%% variant") == 0)
        take_lines(content, end, "variant", option, context);
}

void cut_input(char *bytes, size_t length, struct input *input,
               void (*option)(void *context, const char *name, const char *value), void *context)
{
    char *end = bytes + length, *part = next_part(bytes, end);
    *input = (struct input) { .text = bytes, .length = part ? (size_t)(part - bytes) : length };
    while (part) {
        char *next = next_part(line_end(part, end), end);
        take_part(part, next ? next : end, input, option, context);
        part = next;
    }
}

/* --- files in memory --------------------------------------------------------------------------------------------- */

static const struct input *current;
static struct input kept;

void set_files(const struct input *input)
{
    current = input;
}

bool keep_file(const char *path)
{
    enum { BYTES_MOST = 65536 };
    FILE *file = fopen(path, "rb");
    char *text = file && kept.n_files < FILES_MOST ? malloc(BYTES_MOST) : NULL;
    size_t length = text ? fread(text, 1, BYTES_MOST, file) : 0;
    if (file)
        fclose(file);
    if (length > 0)
        kept.files[kept.n_files++] = (struct file) { path, text, length };
    return length > 0;
}

static const struct file *find_file(const char *path)
{
    const struct input *const places[] = { current, &kept };
    for (int place = 0; place < 2; place++)
        for (int i = 0; places[place] && i < places[place]->n_files; i++)
            if (strcmp(places[place]->files[i].path, path) == 0)
                return &places[place]->files[i];
    return NULL;
}

/* The linker puts these two in the place of the functions of base/file.h (--wrap), so that an input can bring its own files
 * and can reach no other. */
bool __wrap_file_exists(const char *path);
enum seatsim_status __wrap_file_read(const char *path, size_t most, struct place place, struct arena *arena, char **bytes,
                                     size_t *length, struct seatsim_diagnostics *diagnostics);

bool __wrap_file_exists(const char *path)
{
    return find_file(path) != NULL;
}

enum seatsim_status __wrap_file_read(const char *path, size_t most, struct place place, struct arena *arena, char **bytes,
                                     size_t *length, struct seatsim_diagnostics *diagnostics)
{
    const struct file *file = find_file(path);
    if (!file || file->length > most) {
        report2(diagnostics, place, "E003", "path", path, NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    *bytes = arena_copy(arena, file->text, file->length);
    *length = file->length;
    return *bytes ? SEATSIM_OK : report_no_memory(diagnostics);
}
