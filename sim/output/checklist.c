#include "output/checklist.h"

#include "output/table.h"
#include "output/verdicts.h"
#include "output/words.h"

#include <limits.h>
#include <string.h>

/* How many places that miss a target are named beside the worst, for a reader who is a program. */
enum { OTHERS_NAMED = 20 };

/* --- text and CSV ------------------------------------------------------------------------------------------------ */

static void add_text(struct seatsim_checklist *list, const struct checked *checked)
{
    enum seatsim_language language = list->options->language;
    if (list->several) {
        buffer_text(&list->buffer, checklist_path(list, checked->path));
        buffer_text(&list->buffer, "\n");
    }
    if (checked->verdicts && !verdicts_add(&list->buffer, checked->verdicts, list->options))
        list->buffer.failed = true;
    if (!checked->verdicts && list->several) {
        buffer_text(&list->buffer, word_text(WORD_CHECK_WRONG, language));
        buffer_text(&list->buffer, "\n");
    }
}

void checklist_summary(struct seatsim_checklist *list)
{
    struct number_text scenarios = decimal_text(list->scenarios, 0), met = decimal_text(list->met, 0),
                       missed = decimal_text(list->missed, 0), wrong = decimal_text(list->wrong, 0),
                       targets = decimal_text(list->targets, 0), targets_met = decimal_text(list->targets_met, 0),
                       left_out = decimal_text(list->left_out, 0);
    const struct slot slots[] = { { "scenarios", scenarios.text }, { "met", met.text },
                                  { "missed", missed.text },       { "wrong", wrong.text },
                                  { "targets", targets.text },     { "targets_met", targets_met.text },
                                  { "left", left_out.text },       { NULL, NULL } };
    sentence_add(&list->buffer, WORD_CHECK_SUMMARY, list->options->language, slots);
    if (list->left_out > 0)
        sentence_add(&list->buffer, WORD_CHECK_LEFT_OUT, list->options->language, slots);
    buffer_text(&list->buffer, "\n");
}

static void end_text(struct seatsim_checklist *list)
{
    if (list->several)
        checklist_summary(list);
}

static bool write_to_buffer(void *context, const char *bytes, size_t length)
{
    buffer_add(context, bytes, length);
    return true;
}

static void add_csv(struct seatsim_checklist *list, const struct checked *checked)
{
    bool head = list->scenarios == 0;
    if (!csv_checked(checked->path, checked->verdicts, head, &list->options->allocator, write_to_buffer, &list->buffer))
        list->buffer.failed = true;
}

/* --- THE table of forms ------------------------------------------------------------------------------------------- */

static const struct checklist_form form_text = { "text", NULL, add_text, end_text };
static const struct checklist_form form_csv = { "csv", NULL, add_csv, NULL };
static const struct checklist_form *const forms[] = { &form_text, &form_json, &form_csv, &form_junit, &form_tap, &form_github };
enum { FORMS = sizeof forms / sizeof forms[0] };

static const struct checklist_form *form_of(const char *name, struct seatsim_diagnostics *diagnostics)
{
    const char *names[FORMS];
    for (int i = 0; i < FORMS; i++) {
        names[i] = forms[i]->name;
        if (strcmp(names[i], name) == 0)
            return forms[i];
    }
    report2(diagnostics, (struct place){ 0 }, "E402", "format", name, "nearest", text_nearest(name, names, FORMS));
    return NULL;
}

/* --- what forms share --------------------------------------------------------------------------------------------- */

bool checklist_words(struct seatsim_checklist *list, const struct seatsim_verdicts *verdicts, const struct verdict_line *line,
                     struct verdict_words *words)
{
    const struct others_room room = { OTHERS_NAMED, INT_MAX };
    if (describe_line(&list->arena, list->options->language, verdicts, line, room, words))
        return true;
    list->buffer.failed = true;
    return false;
}

const char *checklist_path(struct seatsim_checklist *list, const char *path)
{
    struct buffer shown;
    buffer_init(&shown, &list->options->allocator);
    buffer_shown(&shown, path, strlen(path));
    const char *copy = shown.failed ? NULL : arena_copy(&list->arena, shown.text ? shown.text : "", shown.length);
    buffer_clear(&shown);
    list->buffer.failed = list->buffer.failed || !copy;
    return copy ? copy : "";
}

const char *first_error(const struct checked *checked, enum seatsim_language language)
{
    for (int i = 0; checked->diagnostics && i < checked->diagnostics->count; i++)
        if (checked->diagnostics->findings[i].message->severity == SEATSIM_ERROR)
            return checked->diagnostics->findings[i].text[language];
    return message_of("E001")->text[language];
}

static void spot_add(struct buffer *buffer, const struct spot *spot)
{
    if (!spot->file)
        return;
    buffer_text(buffer, spot->file);
    if (spot->line > 0) {
        buffer_text(buffer, ":");
        buffer_text(buffer, number_text(spot->line).text);
    }
    if (spot->line > 0 && spot->column > 0) {
        buffer_text(buffer, ":");
        buffer_text(buffer, number_text(spot->column).text);
    }
    buffer_text(buffer, ": ");
}

void findings_add(struct buffer *buffer, const struct checked *checked, enum seatsim_language language, const char *before)
{
    static const char *const severities[SEVERITIES] = { "error", "warning", "note" };
    for (int i = 0; checked->diagnostics && i < checked->diagnostics->count; i++) {
        const struct finding *finding = &checked->diagnostics->findings[i];
        buffer_text(buffer, before);
        spot_add(buffer, &finding->spot);
        buffer_text(buffer, severities[finding->message->severity]);
        buffer_text(buffer, ": ");
        buffer_text(buffer, finding->text[language]);
        buffer_text(buffer, " [");
        buffer_text(buffer, finding->message->code);
        buffer_text(buffer, "]\n");
    }
}

/* --- the public calls --------------------------------------------------------------------------------------------- */

/* Writes what is in the buffer, and forgets what was said. */
static enum seatsim_status flush(struct seatsim_checklist *list)
{
    bool failed = list->buffer.failed;
    if (!failed && !list->refused && list->buffer.length > 0)
        list->refused = !list->write(list->context, list->buffer.text, list->buffer.length);
    list->buffer.length = 0;
    arena_clear(&list->arena);
    return failed || list->refused ? SEATSIM_MACHINE : SEATSIM_OK;
}

struct seatsim_checklist *seatsim_checklist_new(const char *format, bool several, const struct seatsim_options *options,
                                                seatsim_write *write, void *context, struct seatsim_diagnostics *diagnostics)
{
    const struct checklist_form *form = form_of(format, diagnostics);
    struct seatsim_checklist *list = form ? memory_new(&options->allocator, 1, sizeof *list) : NULL;
    if (!list) {
        if (form)
            report_no_memory(diagnostics);
        return NULL;
    }
    *list =
        (struct seatsim_checklist){ .options = options, .form = form, .several = several, .write = write, .context = context };
    arena_init(&list->arena, &options->allocator);
    buffer_init(&list->buffer, &options->allocator);
    if (form->begin)
        form->begin(list);
    return list;
}

enum seatsim_status seatsim_checklist_add(struct seatsim_checklist *list, const char *path, enum seatsim_status status,
                                          const struct seatsim_verdicts *verdicts, const struct seatsim_diagnostics *diagnostics)
{
    const struct checked checked = { path, status, verdicts, diagnostics };
    list->form->add(list, &checked);
    list->scenarios++;
    list->met += status == SEATSIM_OK;
    list->missed += status == SEATSIM_TARGET_MISSED;
    list->wrong += status > SEATSIM_TARGET_MISSED;
    list->targets += verdicts ? verdicts->n_lines : 0;
    list->targets_met += verdicts ? lines_met(verdicts) : 0;
    return flush(list);
}

enum seatsim_status seatsim_checklist_end(struct seatsim_checklist *list, int left_out)
{
    if (!list)
        return SEATSIM_OK;
    struct seatsim_allocator memory = list->options->allocator;
    list->left_out = left_out;
    if (list->form->end)
        list->form->end(list);
    enum seatsim_status status = flush(list);
    buffer_clear(&list->buffer);
    memory_free(&memory, list);
    return status;
}
