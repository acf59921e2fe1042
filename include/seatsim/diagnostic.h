/* What went wrong, where, and what to do about it: statuses, and the list of diagnostics a call fills. */
#ifndef SEATSIM_DIAGNOSTIC_H
#define SEATSIM_DIAGNOSTIC_H

#include <stdbool.h>
#include <stddef.h>

#if defined(__GNUC__)
#define SEATSIM_API __attribute__((visibility("default")))
#else
#define SEATSIM_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* A status's number is the exit status of the command. */
#define SEATSIM_STATUS_LIST(X)                                               \
    X(OK, 0, "done")                                                         \
    X(TARGET_MISSED, 1, "a target is missed")                                \
    X(BAD_INPUT, 2, "the command line or the scenario is wrong")             \
    X(MACHINE, 3, "out of memory, disk full, or a program is missing")       \
    X(INTERRUPTED, 130, "interrupted")

enum seatsim_status {
#define SEATSIM_STATUS_ENUM(name, number, text) SEATSIM_##name = number,
    SEATSIM_STATUS_LIST(SEATSIM_STATUS_ENUM)
#undef SEATSIM_STATUS_ENUM
};

/* The meaning of a status in a few English words; never NULL. */
SEATSIM_API const char *seatsim_status_text(enum seatsim_status status);

enum seatsim_language { SEATSIM_ENGLISH, SEATSIM_CHINESE };
enum seatsim_severity { SEATSIM_ERROR, SEATSIM_WARNING, SEATSIM_NOTE };

/* Where memory comes from. `reallocate` behaves as realloc does: `old` NULL allocates, `size` 0 frees and returns
 * NULL, NULL otherwise means that there is no memory. `context` is handed through. */
struct seatsim_allocator {
    void *(*reallocate)(void *context, void *old, size_t size);
    void *context;
};

/* Receives bytes as they are made; returns false to stop (a full disk, a closed pipe). */
typedef bool seatsim_write(void *context, const char *bytes, size_t length);

/* The list of what a load or a run found. Every function that takes one accepts NULL: then nothing is collected. */
struct seatsim_diagnostics;

/* A new empty list; `allocator` NULL means the C library's, otherwise it is copied. NULL when there is no memory. */
SEATSIM_API struct seatsim_diagnostics *seatsim_diagnostics_new(const struct seatsim_allocator *allocator);
SEATSIM_API void seatsim_diagnostics_free(struct seatsim_diagnostics *diagnostics);

/* Adds a diagnostic of the message table by its code, for a program over the library (codes E5.. are the command's).
 * Up to two of the message's slots are named and given; NULL for none. */
SEATSIM_API void seatsim_diagnostics_add(struct seatsim_diagnostics *diagnostics, const char *code, const char *name,
                                         const char *value, const char *name2, const char *value2);

/* The nearest of `count` names to a mistyped word, for the slot "nearest"; NULL when none is near. */
SEATSIM_API const char *seatsim_nearest(const char *word, const char *const *names, int count);

/* How many diagnostics of a severity were found, those beyond the number kept included. */
SEATSIM_API int seatsim_diagnostics_count(const struct seatsim_diagnostics *diagnostics, enum seatsim_severity severity);

/* Writes the diagnostics in file order for a terminal: place, cause, hint, the source line and a caret under it.
 *
 *   language   of the messages
 *   colour     with ANSI colours
 *   most       how many to write in full; the rest are counted in a last line
 *   write      receives the text; `context` is handed to it
 *
 * Returns SEATSIM_MACHINE when `write` gave up, SEATSIM_OK otherwise. */
SEATSIM_API enum seatsim_status seatsim_diagnostics_print(const struct seatsim_diagnostics *diagnostics,
                                                          enum seatsim_language language, bool colour, int most,
                                                          seatsim_write *write, void *context);

/* Writes the diagnostics in file order as one JSON object, without a line's end behind it:
 *
 *     {"path": ..., "status": "ok" or "error", "counts": {"errors": 0, "warnings": 0, "notes": 0}, "diagnostics": [...]}
 *
 * and each of them as an object of code, severity (error, warning, note), message, hint, file, line, column, length and
 * asked. Lines and columns count from 1, columns and lengths in code points; the length of a place of several lines counts
 * their ends too. `asked` is {file, line, column} of where another file names this one. What there is not is null; every
 * member is there, in this order. Of each severity the first thousand that were found are listed; all are counted.
 *
 *   path       whose diagnostics these are; what is not UTF-8 or could deceive a reader becomes U+FFFD
 *   language   of messages and hints
 *   write      receives the text; `context` is handed to it
 *
 * Returns SEATSIM_MACHINE when `write` gave up or there is no memory, SEATSIM_OK otherwise. */
SEATSIM_API enum seatsim_status seatsim_diagnostics_json(const struct seatsim_diagnostics *diagnostics, const char *path,
                                                         enum seatsim_language language, seatsim_write *write, void *context);

#ifdef __cplusplus
}
#endif
#endif
