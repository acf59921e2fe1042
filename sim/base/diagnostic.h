/* Diagnostics: reported once where the place is known, collected, sorted by file order, printed with their source line. */
#ifndef BASE_DIAGNOSTIC_H
#define BASE_DIAGNOSTIC_H

#include "base/memory.h"
#include "base/text.h"

/* 1-based; column and length in code points, line ends included; line 0: the file as a whole; source NULL: nowhere in
 * particular. */
struct source;
struct place {
    const struct source *source;
    int line, column, length;
};

/* Where byte `at` of a text stands for a reader. */
struct position {
    int line, column;
    size_t at;
};

/* A text that places point into. `text` may be NULL when only the name is known; whoever made the source owns it and
 * keeps it until the diagnostics that name it have been reported. Fields that are not given are zero. */
struct source {
    const char *name;
    const char *text;
    size_t length;
    int order;                    /* files are reported in rising order */
    const char *variant;          /* the variant that these places belong to; NULL: none */
    const struct place *asked;    /* where another file names this one; NULL: nothing does */
    const struct position *marks; /* [n_marks] by source_mark; it only makes a long text's excerpts cheap */
    int n_marks;
};

/* What a message's {name} stands for. A list ends with a name of NULL; a slot of value NULL counts as not given. */
struct slot {
    const char *name, *value;
};

/* Reports a diagnostic by its code in the message table. Texts and the source line are copied, foreign ones made safe to
 * show; the same code with the same text at the same place is reported once. NULL diagnostics are fine. A place of
 * column 0 has its line shown without a caret. */
void report(struct seatsim_diagnostics *diagnostics, struct place place, const char *code, const struct slot *slots);

/* The same with up to two slots, which most messages need: report2(d, place, "E101", "key", key->name, NULL, NULL). */
void report2(struct seatsim_diagnostics *diagnostics, struct place place, const char *code, const char *name, const char *value,
             const char *name2, const char *value2);

/* From now on only errors are kept, and each names the variant, which must outlive the next call; NULL: as before. */
void report_for_variant(struct seatsim_diagnostics *diagnostics, const char *variant);

/* Notes that memory ran out: needs none itself. Returns SEATSIM_MACHINE, so that a caller can return it. */
enum seatsim_status report_no_memory(struct seatsim_diagnostics *diagnostics);

/* Whether memory ran out so far; false for NULL. */
bool memory_ran_out(const struct seatsim_diagnostics *diagnostics);

/* How many errors were reported so far; compare before and after. 0 for NULL. */
int errors_reported(const struct seatsim_diagnostics *diagnostics);

/* Drops the warnings whose code is among `count` codes; they no longer count. */
void allow_warnings(struct seatsim_diagnostics *diagnostics, const char *const *codes, int count);

#endif
