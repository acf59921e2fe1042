/* Checked scenarios as the annotations of GitHub's workflows: a command on a line of its own, at the target's line of the file.
 *
 *     ::error file=plan.yaml,line=12,col=5,title=public-half::Half public, region: 48.4% in 2023, ... */
#include "output/checklist.h"
#include "output/words.h"

#include <string.h>

/* Adds text with each of the characters in `special`, and the percent sign, as %XX. */
static void escaped_add(struct buffer *buffer, const char *text, const char *special)
{
    static const char digits[] = "0123456789ABCDEF";
    for (; *text; text++) {
        char escape[] = { '%', digits[(unsigned char)*text >> 4], digits[(unsigned char)*text & 15] };
        if (*text == '%' || strchr(special, *text))
            buffer_add(buffer, escape, sizeof escape);
        else
            buffer_add(buffer, text, 1);
    }
}

static void property_add(struct buffer *buffer, const char *name, const char *value)
{
    buffer_text(buffer, name);
    escaped_add(buffer, value, "\r\n:,");
}

/* "::error file=..,line=..,col=..,title=..::"; without a file only the title. */
static void command_add(struct buffer *buffer, const char *command, const char *file, int line, int column, const char *title)
{
    buffer_text(buffer, "::");
    buffer_text(buffer, command);
    buffer_text(buffer, " ");
    if (file) {
        property_add(buffer, "file=", file);
        if (line > 0)
            property_add(buffer, ",line=", number_text(line).text);
        if (line > 0 && column > 0)
            property_add(buffer, ",col=", number_text(column).text);
        buffer_text(buffer, ",");
    }
    property_add(buffer, "title=", title);
    buffer_text(buffer, "::");
}

static void message_add(struct buffer *buffer, const char *text)
{
    escaped_add(buffer, text, "\r\n");
}

static void add_line(struct seatsim_checklist *list, const struct seatsim_verdicts *verdicts, const struct verdict_line *line)
{
    const struct verdict *verdict = &verdicts->list[line->shown];
    const struct place *place = &verdict->place;
    struct verdict_words words;
    struct buffer *buffer = &list->buffer;
    if (!checklist_words(list, verdicts, line, &words))
        return;
    const char *name = line_name(&list->arena, &words), *finding = line_finding(&list->arena, &words);
    if (!name || !finding) {
        buffer->failed = true;
        return;
    }
    command_add(buffer, line->warning ? "warning" : "error", place->source ? place->source->name : NULL, place->line,
                place->column, verdict->target);
    message_add(buffer, name);
    message_add(buffer, ": ");
    message_add(buffer, finding);
    buffer_text(buffer, "\n");
}

static void add_finding(struct buffer *buffer, const struct checked *checked, const struct finding *finding,
                        enum seatsim_language language)
{
    static const char *const commands[SEVERITIES] = { "error", "warning", "notice" };
    const struct spot *spot = &finding->spot;
    command_add(buffer, commands[finding->message->severity], spot->file ? spot->file : checked->path, spot->line, spot->column,
                finding->message->code);
    message_add(buffer, finding->text[language]);
    if (finding->hint[language]) {
        message_add(buffer, "\n");
        message_add(buffer, finding->hint[language]);
    }
    buffer_text(buffer, "\n");
}

static void add(struct seatsim_checklist *list, const struct checked *checked)
{
    enum seatsim_language language = list->options->language;
    int found = checked->diagnostics ? checked->diagnostics->count : 0;
    for (int i = 0; i < found; i++)
        add_finding(&list->buffer, checked, &checked->diagnostics->findings[i], language);
    if (found == 0 && !checked->verdicts) {
        command_add(&list->buffer, "error", checked->path, 0, 0, "E001");
        message_add(&list->buffer, first_error(checked, language));
        buffer_text(&list->buffer, "\n");
    }
    for (int i = 0; checked->verdicts && i < checked->verdicts->n_lines; i++)
        if (!checked->verdicts->lines[i].met)
            add_line(list, checked->verdicts, &checked->verdicts->lines[i]);
}

/* A last line for people: the log shows what is no command as it is. */
static void end(struct seatsim_checklist *list)
{
    checklist_summary(list);
}

const struct checklist_form form_github = { "github", NULL, add, end };
