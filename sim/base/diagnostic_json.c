/* Diagnostics as JSON: the objects by jansson, whose members keep the order they are given in. */
#include "base/findings.h"

#include <jansson.h>
#include <string.h>

struct output {
    seatsim_write *write;
    void *context;
    bool failed;
};

static int pass_on(const char *bytes, size_t length, void *output)
{
    const struct output *own = output;
    return own->write(own->context, bytes, length) ? 0 : -1;
}

static void put(struct output *output, const char *text)
{
    output->failed = output->failed || pass_on(text, strlen(text), output) != 0;
}

/* Writes a value and gives it up; NULL, the lack of memory for it, is a failure. */
static void put_value(struct output *output, json_t *value)
{
    output->failed = output->failed || !value || json_dump_callback(value, pass_on, output, JSON_ENCODE_ANY) != 0;
    json_decref(value);
}

/* A number from 1, null for none. */
static json_t *number_from_one(int number)
{
    return number > 0 ? json_integer(number) : json_null();
}

static json_t *asked_json(const struct spot *asked)
{
    if (!asked->file)
        return json_null();
    return json_pack("{s:s, s:o, s:o}", "file", asked->file, "line", number_from_one(asked->line), "column",
                     number_from_one(asked->line > 0 ? asked->column : 0));
}

static json_t *finding_json(const struct finding *finding, enum seatsim_language language)
{
    static const char *const severities[SEVERITIES] = { "error", "warning", "note" };
    const struct spot *spot = &finding->spot;
    bool pointed = spot->file && spot->line > 0 && spot->column > 0;
    return json_pack("{s:s, s:s, s:s, s:s?, s:s?, s:o, s:o, s:o, s:o}", "code", finding->message->code, "severity",
                     severities[finding->message->severity], "message", finding->text[language], "hint", finding->hint[language],
                     "file", spot->file, "line", number_from_one(spot->file ? spot->line : 0), "column",
                     number_from_one(pointed ? spot->column : 0), "length", number_from_one(pointed ? spot->length : 0), "asked",
                     asked_json(&finding->asked));
}

static json_t *counts_json(const struct seatsim_diagnostics *diagnostics)
{
    return json_pack("{s:i, s:i, s:i}", "errors", seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR), "warnings",
                     seatsim_diagnostics_count(diagnostics, SEATSIM_WARNING), "notes",
                     seatsim_diagnostics_count(diagnostics, SEATSIM_NOTE));
}

static json_t *name_json(const char *name)
{
    struct buffer shown;
    buffer_init(&shown, NULL);
    buffer_shown(&shown, name, strlen(name));
    json_t *value = shown.failed ? NULL : json_string(shown.text ? shown.text : "");
    buffer_clear(&shown);
    return value;
}

/* The lack of memory, which is noted without being kept, comes first. */
static void put_findings(struct output *output, const struct seatsim_diagnostics *diagnostics, enum seatsim_language language)
{
    const struct finding no_memory = { .message = message_of("E001"),
                                       .text = { message_of("E001")->text[0], message_of("E001")->text[1] } };
    const char *before = "\n  ";
    if (diagnostics && diagnostics->no_memory) {
        put(output, before);
        put_value(output, finding_json(&no_memory, language));
        before = ",\n  ";
    }
    for (int at = 0; diagnostics && at < diagnostics->count && !output->failed; at++) {
        put(output, before);
        put_value(output, finding_json(&diagnostics->findings[at], language));
        before = ",\n  ";
    }
}

enum seatsim_status seatsim_diagnostics_json(const struct seatsim_diagnostics *diagnostics, const char *path,
                                             enum seatsim_language language, seatsim_write *write, void *context)
{
    struct output output = { write, context, false };
    put(&output, "{\"path\": ");
    put_value(&output, name_json(path));
    put(&output, seatsim_diagnostics_count(diagnostics, SEATSIM_ERROR) > 0 ? ", \"status\": \"error\"" : ", \"status\": \"ok\"");
    put(&output, ", \"counts\": ");
    put_value(&output, counts_json(diagnostics));
    put(&output, ", \"diagnostics\": [");
    put_findings(&output, diagnostics, language);
    put(&output, "]}");
    return output.failed ? SEATSIM_MACHINE : SEATSIM_OK;
}
