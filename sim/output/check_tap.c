/* Checked scenarios in the Test Anything Protocol: a test for each target. The version line says 13, since harnesses that are in
 * use refuse a 14; escapes and blocks are those of version 14, which reads both. */
#include "output/checklist.h"
#include "output/words.h"

#include <string.h>

/* A miss that is only a warning is a test that is known to fail: the protocol's word for it. */
static const char *const known_to_fail = " # TODO ";

static void begin(struct seatsim_checklist *list)
{
    buffer_text(&list->buffer, "TAP version 13\n");
}

/* A description: a '#' would begin a directive, and a backslash escapes. */
static void description_add(struct buffer *buffer, const char *text)
{
    for (size_t part; *text; text += part) {
        part = strcspn(text, "#\\");
        buffer_add(buffer, text, part);
        if (text[part]) {
            buffer_text(buffer, "\\");
            buffer_add(buffer, text + part++, 1);
        }
    }
}

/* A YAML scalar in single quotes, in which only the quote itself is doubled. */
static void quoted_add(struct buffer *buffer, const char *text)
{
    buffer_text(buffer, "'");
    for (size_t part; *text; text += part) {
        part = strcspn(text, "'");
        buffer_add(buffer, text, part);
        if (text[part]) {
            buffer_text(buffer, "''");
            part++;
        }
    }
    buffer_text(buffer, "'");
}

static void entry_add(struct buffer *buffer, const char *key, const char *value)
{
    buffer_text(buffer, "  ");
    buffer_text(buffer, key);
    buffer_text(buffer, ": ");
    quoted_add(buffer, value);
    buffer_text(buffer, "\n");
}

static void number_add(struct buffer *buffer, const char *key, int number)
{
    buffer_text(buffer, "  ");
    buffer_text(buffer, key);
    buffer_text(buffer, ": ");
    buffer_text(buffer, number_text(number).text);
    buffer_text(buffer, "\n");
}

static void begin_test(struct seatsim_checklist *list, bool good, const char *path, const char *name)
{
    buffer_text(&list->buffer, good ? "ok " : "not ok ");
    buffer_text(&list->buffer, number_text(++list->tests).text);
    buffer_text(&list->buffer, " - ");
    description_add(&list->buffer, path);
    buffer_text(&list->buffer, ": ");
    description_add(&list->buffer, name);
}

/* Where the target stands and what became of it. */
static void block_add(struct seatsim_checklist *list, const char *finding, const char *severity, const struct verdict *verdict)
{
    struct buffer *buffer = &list->buffer;
    buffer_text(buffer, "  ---\n");
    entry_add(buffer, "message", finding);
    entry_add(buffer, "severity", severity);
    entry_add(buffer, "target", verdict->target);
    if (verdict->place.source) {
        entry_add(buffer, "file", checklist_path(list, verdict->place.source->name));
        number_add(buffer, "line", verdict->place.line);
    }
    buffer_text(buffer, "  ...\n");
}

static void add_line(struct seatsim_checklist *list, const char *path, const struct seatsim_verdicts *verdicts,
                     const struct verdict_line *line)
{
    struct verdict_words words;
    struct buffer *buffer = &list->buffer;
    if (!checklist_words(list, verdicts, line, &words))
        return;
    const char *name = line_name(&list->arena, &words), *finding = line_finding(&list->arena, &words);
    if (!name || !finding) {
        buffer->failed = true;
        return;
    }
    begin_test(list, line->met, path, name);
    if (!line->met && line->warning) {
        buffer_text(buffer, known_to_fail);
        buffer_text(buffer, words.result);
    }
    buffer_text(buffer, "\n");
    if (!line->met)
        block_add(list, finding, line->warning ? "todo" : "fail", &verdicts->list[line->shown]);
}

static void add_error(struct seatsim_checklist *list, const char *path, const struct checked *checked)
{
    struct buffer *buffer = &list->buffer;
    begin_test(list, false, path, word_text(WORD_CHECK_CHECKED, list->options->language));
    buffer_text(buffer, "\n  ---\n");
    entry_add(buffer, "message", first_error(checked, list->options->language));
    entry_add(buffer, "severity", "fail");
    buffer_text(buffer, "  ...\n");
}

static void add(struct seatsim_checklist *list, const struct checked *checked)
{
    const char *path = checklist_path(list, checked->path);
    if (!checked->verdicts)
        add_error(list, path, checked);
    for (int i = 0; checked->verdicts && i < checked->verdicts->n_lines; i++)
        add_line(list, path, checked->verdicts, &checked->verdicts->lines[i]);
    findings_add(&list->buffer, checked, list->options->language, "# ");
}

/* The plan stands last, when the tests are counted. */
static void end(struct seatsim_checklist *list)
{
    buffer_text(&list->buffer, "1..");
    buffer_text(&list->buffer, number_text(list->tests).text);
    buffer_text(&list->buffer, list->tests > 0 ? "\n" : " # SKIP\n");
}

const struct checklist_form form_tap = { "tap", begin, add, end };
