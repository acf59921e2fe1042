/* Checked scenarios as one document, whatever its form. Adding a form is adding a file with a struct checklist_form and its row
 * in checklist.c. */
#ifndef OUTPUT_CHECKLIST_H
#define OUTPUT_CHECKLIST_H

#include "base/findings.h"
#include "base/options.h"
#include "output/verdict_words.h"

#include <seatsim/export.h>

/* A scenario that was checked. */
struct checked {
    const char *path;
    enum seatsim_status status;
    const struct seatsim_verdicts *verdicts;       /* NULL when it could not be checked */
    const struct seatsim_diagnostics *diagnostics; /* NULL when memory ran out */
};

/* What a form adds to the list's buffer: at its beginning, for each scenario, at its end. */
struct checklist_form {
    const char *name;
    void (*begin)(struct seatsim_checklist *list); /* may be NULL */
    void (*add)(struct seatsim_checklist *list, const struct checked *checked);
    void (*end)(struct seatsim_checklist *list);   /* may be NULL */
};
extern const struct checklist_form form_json, form_junit, form_tap, form_github;

struct seatsim_checklist {
    const struct seatsim_options *options;
    const struct checklist_form *form;
    bool several;          /* scenarios are named, and counted at the end */
    int scenarios;         /* told so far: */
    int met, missed, wrong; /* every target met, one missed, not checked; they add up */
    int targets, targets_met;
    int left_out;          /* known at the end */
    int tests;             /* numbered so far, where a form numbers them */
    struct arena arena;    /* for what is said of one scenario */
    struct buffer buffer;  /* what is to be written next; `failed` without memory */
    seatsim_write *write;
    void *context;
    bool refused;          /* write gave up */
};

/* The words for a line of verdicts, in the list's arena and language. False, noted in the buffer, without memory. */
bool checklist_words(struct seatsim_checklist *list, const struct seatsim_verdicts *verdicts, const struct verdict_line *line,
                     struct verdict_words *words);

/* Adds a line that counts scenarios and targets. */
void checklist_summary(struct seatsim_checklist *list);

/* A path fit for one line, in the list's arena; "" without memory, noted in the buffer. */
const char *checklist_path(struct seatsim_checklist *list, const char *path);

/* The first error, or the lack of memory: why a scenario could not be checked. */
const char *first_error(const struct checked *checked, enum seatsim_language language);

/* Adds every error, warning and note: "plan.yaml:3:5: error: ... [E101]", each on a line that begins with `before`. */
void findings_add(struct buffer *buffer, const struct checked *checked, enum seatsim_language language, const char *before);

#endif
