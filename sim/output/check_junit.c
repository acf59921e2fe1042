/* Checked scenarios as JUnit XML: a suite for each scenario, a test case for each target. Two functions that escape are all that
 * writing XML takes here; docs/decisions.md says why no library does it. */
#include "output/checklist.h"
#include "output/verdicts.h"
#include "output/words.h"

#include <string.h>

/* Adds text so that XML takes it, between tags and in quotes. What XML cannot hold became U+FFFD where text was made safe to
 * show, but for two code points that are no characters. */
static void xml_add(struct buffer *buffer, const char *text)
{
    for (size_t length = strlen(text); length > 0;) {
        int32_t code = 0xFFFD;
        int bytes = text_decode(text, length, &code);
        const char *entity = code == '&' ? "&amp;" : code == '<' ? "&lt;" : code == '>' ? "&gt;" : code == '"' ? "&quot;" : NULL;
        if (code == 0xFFFE || code == 0xFFFF || bytes == 0 || (text_deceives(code) && code != '\n'))
            entity = "\xEF\xBF\xBD";
        if (entity)
            buffer_text(buffer, entity);
        else
            buffer_add(buffer, text, (size_t)bytes);
        bytes = bytes > 0 ? bytes : 1;
        text += bytes;
        length -= (size_t)bytes;
    }
}

static void attribute_add(struct buffer *buffer, const char *name, const char *value)
{
    buffer_text(buffer, " ");
    buffer_text(buffer, name);
    buffer_text(buffer, "=\"");
    xml_add(buffer, value);
    buffer_text(buffer, "\"");
}

static void count_add(struct buffer *buffer, const char *name, int count)
{
    attribute_add(buffer, name, number_text(count).text);
}

static void begin(struct seatsim_checklist *list)
{
    buffer_text(&list->buffer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"seatsim check\">\n");
}

/* How many targets only warn, and are missed. */
static int warned(const struct seatsim_verdicts *verdicts)
{
    return verdicts->n_lines - lines_met(verdicts) - verdicts->missed;
}

static void begin_suite(struct buffer *buffer, const char *path, const struct checked *checked)
{
    const struct seatsim_verdicts *verdicts = checked->verdicts;
    buffer_text(buffer, "  <testsuite");
    attribute_add(buffer, "name", path);
    count_add(buffer, "tests", verdicts ? verdicts->n_lines : 1);
    count_add(buffer, "failures", verdicts ? verdicts->missed : 0);
    count_add(buffer, "errors", !verdicts);
    count_add(buffer, "skipped", verdicts ? warned(verdicts) : 0);
    attribute_add(buffer, "time", "0");
    buffer_text(buffer, ">\n");
}

static void begin_case(struct buffer *buffer, const char *suite, const char *name, const struct place *place)
{
    buffer_text(buffer, "    <testcase");
    attribute_add(buffer, "classname", suite);
    attribute_add(buffer, "name", name);
    attribute_add(buffer, "time", "0");
    if (place && place->source) {
        attribute_add(buffer, "file", place->source->name);
        count_add(buffer, "line", place->line);
    }
}

/* A missed target is a failure; one that only warns is skipped, since the format knows no third way not to fail. */
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
    begin_case(buffer, path, name, &verdicts->list[line->shown].place);
    if (line->met) {
        buffer_text(buffer, "/>\n");
        return;
    }
    buffer_text(buffer, line->warning ? ">\n      <skipped" : ">\n      <failure");
    attribute_add(buffer, "message", finding);
    if (!line->warning)
        attribute_add(buffer, "type", verdicts->list[line->shown].target);
    buffer_text(buffer, "/>\n    </testcase>\n");
}

static void add_error(struct seatsim_checklist *list, const char *path, const struct checked *checked)
{
    struct buffer all;
    begin_case(&list->buffer, path, word_text(WORD_CHECK_CHECKED, list->options->language), NULL);
    buffer_text(&list->buffer, ">\n      <error");
    attribute_add(&list->buffer, "message", first_error(checked, list->options->language));
    attribute_add(&list->buffer, "type", "error");
    buffer_text(&list->buffer, ">");
    buffer_init(&all, &list->options->allocator);
    findings_add(&all, checked, list->options->language, "");
    xml_add(&list->buffer, all.text && !all.failed ? all.text : "");
    list->buffer.failed = list->buffer.failed || all.failed;
    buffer_clear(&all);
    buffer_text(&list->buffer, "</error>\n    </testcase>\n");
}

static void add_warnings(struct seatsim_checklist *list, const struct checked *checked)
{
    struct buffer all;
    buffer_init(&all, &list->options->allocator);
    findings_add(&all, checked, list->options->language, "");
    if (all.length > 0 && !all.failed) {
        buffer_text(&list->buffer, "    <system-err>");
        xml_add(&list->buffer, all.text);
        buffer_text(&list->buffer, "</system-err>\n");
    }
    list->buffer.failed = list->buffer.failed || all.failed;
    buffer_clear(&all);
}

static void add(struct seatsim_checklist *list, const struct checked *checked)
{
    const char *path = checklist_path(list, checked->path);
    begin_suite(&list->buffer, path, checked);
    if (!checked->verdicts)
        add_error(list, path, checked);
    for (int i = 0; checked->verdicts && i < checked->verdicts->n_lines; i++)
        add_line(list, path, checked->verdicts, &checked->verdicts->lines[i]);
    if (checked->verdicts)
        add_warnings(list, checked);
    buffer_text(&list->buffer, "  </testsuite>\n");
}

static void end(struct seatsim_checklist *list)
{
    buffer_text(&list->buffer, "</testsuites>\n");
}

const struct checklist_form form_junit = { "junit", begin, add, end };
