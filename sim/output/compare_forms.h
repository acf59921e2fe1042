/* The forms of a comparison. Adding one is adding a file with a function and its row in compare_forms.c. */
#ifndef OUTPUT_COMPARE_FORMS_H
#define OUTPUT_COMPARE_FORMS_H

#include "base/options.h"
#include "results/comparison.h"

#include <seatsim/export.h>

/* A comparison that is being written. */
struct comparison_page {
    const struct seatsim_comparison *comparison;
    const struct seatsim_options *options;
    struct arena arena;   /* for what is said */
    struct buffer buffer; /* what is to be written next; `failed` without memory */
    seatsim_write *write;
    void *context;
    int series;   /* written so far, where a form counts them */
    bool refused; /* write gave up */
};

/* Adds the whole of it. */
void comparison_text(struct comparison_page *page);
void comparison_csv(struct comparison_page *page);
void comparison_json(struct comparison_page *page);

/* Calls `add` for every series that the options ask for: the region's, then those of districts, each by indicator, stage and
 * sector. Writes what has come together between them. */
void each_compared_cell(struct comparison_page *page, void (*add)(struct comparison_page *page, struct compared_cell cell));

#endif
