/* What a list of diagnostics holds, for those that write it: as text (diagnostic.c) and as JSON (diagnostic_json.c). */
#ifndef BASE_FINDINGS_H
#define BASE_FINDINGS_H

#include "base/excerpt.h"
#include "base/messages.h"

enum { SEVERITIES = SEATSIM_NOTE + 1 };

/* A place as it is shown: it needs its source no longer. */
struct spot {
    const char *file; /* NULL: nowhere in particular */
    int line, column, length;
};

struct finding {
    const struct message *message;
    int order;
    struct spot spot, asked; /* where it is, and where another file names that file */
    const char *text[LANGUAGES], *hint[LANGUAGES];
    struct excerpt excerpt;
};

struct seatsim_diagnostics {
    struct arena arena; /* owns what the findings point to */
    int count, room;
    struct finding *findings; /* [count] in file order, equal places in the order of their reports */
    int kept[SEVERITIES];
    int *reported; /* [rows of the message table] how often, repetitions of the same left out */
    const char *variant; /* what is tried out, named by each error; NULL: nothing */
    bool no_memory;
};

#endif
