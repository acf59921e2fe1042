/* Catches what is written, for comparison. */
#ifndef TESTS_CAPTURED_H
#define TESTS_CAPTURED_H

#include <seatsim/diagnostic.h>

struct captured {
    char text[65536]; /* with a NUL behind */
    size_t length;
};

/* A seatsim_write into a struct captured; false when it is full. */
bool capture(void *captured, const char *bytes, size_t length);

/* What seatsim_diagnostics_print writes, without colour. */
void capture_diagnostics(struct captured *captured, const struct seatsim_diagnostics *diagnostics,
                         enum seatsim_language language, int most);

#endif
