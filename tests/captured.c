#include "captured.h"

#include "test.h"

#include <string.h>

bool capture(void *captured, const char *bytes, size_t length)
{
    struct captured *into = captured;
    if (length >= sizeof into->text - into->length)
        return false;
    memcpy(into->text + into->length, bytes, length);
    into->length += length;
    into->text[into->length] = '\0';
    return true;
}

void capture_diagnostics(struct captured *captured, const struct seatsim_diagnostics *diagnostics,
                         enum seatsim_language language, int most)
{
    captured->length = 0;
    captured->text[0] = '\0';
    assert_int_equal(seatsim_diagnostics_print(diagnostics, language, false, most, capture, captured), SEATSIM_OK);
}
