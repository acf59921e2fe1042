#include "cli/output.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* How many diagnostics are shown in full without --verbose. */
enum { SHOWN_MOST = 20 };

bool coloured(const struct command_line *line, int stream)
{
    if (line->colour == COLOUR_AUTO)
        return !line->no_colour && isatty(stream);
    return line->colour == COLOUR_ALWAYS;
}

bool write_output(void *context, const char *bytes, size_t length)
{
    struct command_line *line = context;
    if (!line->write_error && fwrite(bytes, 1, length, stdout) != length)
        line->write_error = errno;
    return !line->write_error;
}

void print(struct command_line *line, const char *text)
{
    write_output(line, text, strlen(text));
}

void print_shown(struct command_line *line, const char *text)
{
    for (; *text; text++) {
        unsigned char byte = (unsigned char)text[0], next = (unsigned char)text[1];
        bool pair = byte == 0xC2 && 0x80 <= next && next <= 0x9F; /* U+0080 .. U+009F */
        if (pair || byte < 0x20 || byte == 0x7F)
            print(line, "\xEF\xBF\xBD");
        else
            write_output(line, text, 1);
        text += pair;
    }
}

static bool write_error_stream(void *context, const char *bytes, size_t length)
{
    (void)context;
    return fwrite(bytes, 1, length, stderr) == length;
}

enum seatsim_status forget_diagnostics(struct command_line *line)
{
    seatsim_diagnostics_free(line->diagnostics);
    line->diagnostics = seatsim_diagnostics_new(NULL);
    return line->diagnostics ? SEATSIM_OK : SEATSIM_MACHINE;
}

void print_found(struct command_line *line, const struct seatsim_diagnostics *diagnostics)
{
    if (fflush(stdout) != 0 && !line->write_error)
        line->write_error = errno;
    if (!diagnostics)
        fprintf(stderr, "seatsim: %s\n", seatsim_status_text(SEATSIM_MACHINE));
    else if (!line->quiet || seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR) > 0)
        seatsim_diagnostics_print(diagnostics, line->language, coloured(line, STDERR_FILENO),
                                  line->verbose ? INT_MAX : SHOWN_MOST, write_error_stream, NULL);
}

enum seatsim_status print_diagnostics(struct command_line *line)
{
    print_found(line, line->diagnostics);
    return forget_diagnostics(line);
}

enum seatsim_status finish_output(struct command_line *line)
{
    if (fflush(stdout) != 0 && !line->write_error)
        line->write_error = errno;
    if (line->write_error == 0 || line->write_error == EPIPE)
        return SEATSIM_OK;
    seatsim_diagnostics_add(line->diagnostics, "E515", "cause", strerror(line->write_error), NULL, NULL);
    return SEATSIM_MACHINE;
}

enum seatsim_status worse(enum seatsim_status one, enum seatsim_status other)
{
    return one > other ? one : other;
}
