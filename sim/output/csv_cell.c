#include "output/csv_cell.h"

#include <math.h>
#include <string.h>

enum { DIGITS = 12 };

static bool begins_like_formula(char first)
{
    return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
}

/* Bytes before the first that asks for quotes. */
static size_t plain_length(const char *text)
{
    size_t length = 0;
    while (text[length] && text[length] != ',' && text[length] != '"' && text[length] != '\r' && text[length] != '\n')
        length++;
    return length;
}

void csv_text_add(struct buffer *buffer, const char *text)
{
    bool guard = begins_like_formula(text[0]);
    size_t plain = plain_length(text);
    bool quote = text[plain] != '\0';
    if (!guard && !quote) {
        buffer_add(buffer, text, plain);
        return;
    }
    if (quote)
        buffer_text(buffer, "\"");
    if (guard)
        buffer_text(buffer, "'");
    for (size_t part; *text; text += part) {
        part = strcspn(text, "\"");
        buffer_add(buffer, text, part);
        if (text[part] == '"') {
            buffer_text(buffer, "\"\"");
            part++;
        }
    }
    if (quote)
        buffer_text(buffer, "\"");
}

void csv_number_add(struct buffer *buffer, double number)
{
    double size = fabs(number);
    if (!(size >= 1e-4 && size < 1e15) || number == floor(number)) {
        buffer_text(buffer, number_text(number).text);
        return;
    }
    int decimals = DIGITS - 1 - (int)floor(log10(size));
    struct number_text text = decimal_text(number, decimals < 0 ? 0 : decimals > 15 ? 15 : decimals);
    size_t length = strlen(text.text);
    while (strchr(text.text, '.') && (text.text[length - 1] == '0' || text.text[length - 1] == '.'))
        text.text[--length] = '\0';
    buffer_text(buffer, text.text);
}
