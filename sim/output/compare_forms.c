#include "output/compare_forms.h"

#include <string.h>

enum { FLUSH_AT = 1 << 16 };

static void flush(struct comparison_page *page)
{
    if (!page->buffer.failed && !page->refused && page->buffer.length > 0)
        page->refused = !page->write(page->context, page->buffer.text, page->buffer.length);
    page->buffer.length = 0;
}

static bool is_wanted(int wanted, int key)
{
    return wanted < 0 || wanted == key;
}

void each_compared_cell(struct comparison_page *page, void (*add)(struct comparison_page *page, struct compared_cell cell))
{
    const struct seatsim_comparison *comparison = page->comparison;
    const struct seatsim_results *first = comparison->list[0].results;
    for (int district = -1; district < first->n_districts; district++)
        for (int i = 0; i < first->n_keys && is_wanted(comparison->district, district); i++) {
            const struct cell_key *key = &first->keys[i];
            if (!is_wanted(comparison->indicator, key->indicator) || !is_wanted(comparison->stage, key->stage))
                continue;
            add(page, (struct compared_cell){ district, key->indicator, key->stage, key->sector });
            if (page->buffer.length >= FLUSH_AT)
                flush(page);
        }
}

/* THE table of forms. */
static const struct form {
    const char *name;
    void (*add)(struct comparison_page *page);
} forms[] = { { "text", comparison_text }, { "csv", comparison_csv }, { "json", comparison_json } };
enum { FORMS = sizeof forms / sizeof forms[0] };

static const struct form *form_of(const char *name, struct seatsim_diagnostics *diagnostics)
{
    const char *names[FORMS];
    for (int i = 0; i < FORMS; i++) {
        names[i] = forms[i].name;
        if (strcmp(names[i], name) == 0)
            return &forms[i];
    }
    report2(diagnostics, (struct place){ 0 }, "E402", "format", name, "nearest", text_nearest(name, names, FORMS));
    return NULL;
}

enum seatsim_status seatsim_print_comparison(const struct seatsim_comparison *comparison, const char *format,
                                             const struct seatsim_options *options, seatsim_write *write, void *context,
                                             struct seatsim_diagnostics *diagnostics)
{
    struct comparison_page page = { .comparison = comparison, .options = options, .write = write, .context = context };
    const struct form *form = form_of(format, diagnostics);
    if (!form)
        return SEATSIM_BAD_INPUT;
    arena_init(&page.arena, &options->allocator);
    buffer_init(&page.buffer, &options->allocator);
    form->add(&page);
    flush(&page);
    bool no_memory = page.buffer.failed;
    buffer_clear(&page.buffer);
    arena_clear(&page.arena);
    if (no_memory)
        return report_no_memory(diagnostics);
    return page.refused ? SEATSIM_MACHINE : SEATSIM_OK;
}
