/* Checked scenarios as one JSON document: the objects by jansson, whose members keep the order they are given in. */
#include "output/checklist.h"
#include "output/json.h"

#include <jansson.h>
#include <math.h>
#include <seatsim/seatsim.h>

static bool write_to_buffer(void *context, const char *bytes, size_t length)
{
    buffer_add(context, bytes, length);
    return true;
}

static json_t *year_json(int year)
{
    return year ? json_integer(year) : json_null();
}

/* One place of a target: null for the region's name. */
static json_t *place_json(const struct verdict *verdict)
{
    return json_pack("{s:s?, s:i, s:o, s:o, s:b, s:o, s:o}", "id", verdict->id[0] ? verdict->id : NULL, "year", verdict->year,
                     "value", json_of(verdict->value), "margin", json_of(verdict->margin), "met", verdict->met,
                     "first_met", year_json(verdict->first_met), "first_missed", year_json(verdict->first_missed));
}

static json_t *misses_json(const struct seatsim_verdicts *verdicts, const struct verdict_line *line)
{
    json_t *misses = json_array();
    for (int i = 0; misses && i < line->n_missed; i++)
        if (json_array_append_new(misses, place_json(&verdicts->list[line->missed[i]])) != 0) {
            json_decref(misses);
            return NULL;
        }
    return misses;
}

static json_t *condition_json(const struct verdict *verdict)
{
    return json_pack("{s:s, s:o, s:o, s:b, s:o, s:s, s:i}", "is", comparison_names[verdict->comparison], "bound",
                     json_of(verdict->bound), "upper", json_of(verdict->upper), "limit", verdict->bound_is_limit,
                     "tolerance", json_of(verdict->tolerance), "asked", asked_names[verdict->asked], "year",
                     verdict->asked == ASKED_FROM ? verdict->first_year : verdict->last_year);
}

static json_t *about_json(const struct verdict *verdict, const struct verdict_line *line)
{
    return json_pack("{s:s, s:s, s:s, s:s?, s:s, s:b}", "indicator", verdict->indicator_id, "unit", unit_names[verdict->unit],
                     "stage", verdict->stage, "sector", verdict->sector[0] ? verdict->sector : NULL, "scope",
                     scope_names[verdict->scope], "each", line->each);
}

static json_t *place_in_file(struct seatsim_checklist *list, const struct place *place)
{
    const char *file = place->source ? checklist_path(list, place->source->name) : NULL;
    return json_pack("{s:s?, s:i, s:i}", "file", file, "line", place->line, "column", place->column);
}

static json_t *line_json(struct seatsim_checklist *list, const struct seatsim_verdicts *verdicts, const struct verdict_line *line)
{
    const struct verdict *verdict = &verdicts->list[line->shown];
    struct verdict_words words;
    if (!checklist_words(list, verdicts, line, &words))
        return NULL;
    const char *finding = line_finding(&list->arena, &words);
    if (!finding)
        return NULL;
    return json_pack("{s:s, s:s, s:b, s:s, s:o, s:o, s:o, s:i, s:i, s:o, s:o, s:o, s:s, s:o}", "id", verdict->target, "title",
                     words.target, "met", line->met, "severity", line->warning ? "warning" : "error", "about",
                     about_json(verdict, line), "condition", condition_json(verdict), "shown", place_json(verdict), "places",
                     line->count, "places_missed", line->n_missed, "misses", misses_json(verdicts, line), "first_met",
                     year_json(line->first_met), "first_missed", year_json(line->first_missed), "finding", finding, "at",
                     place_in_file(list, &verdict->place));
}

static const char *result_of(const struct checked *checked)
{
    return checked->status == SEATSIM_OK ? "met" : checked->status == SEATSIM_TARGET_MISSED ? "missed" : "error";
}

static void targets_add(struct seatsim_checklist *list, const struct seatsim_verdicts *verdicts)
{
    for (int i = 0; verdicts && i < verdicts->n_lines && !list->buffer.failed; i++) {
        buffer_text(&list->buffer, i > 0 ? ",\n  " : "\n  ");
        json_add(&list->buffer, line_json(list, verdicts, &verdicts->lines[i]));
    }
}

static void begin(struct seatsim_checklist *list)
{
    buffer_text(&list->buffer, "{\"seatsim\": ");
    json_add(&list->buffer, json_string(seatsim_version()));
    buffer_text(&list->buffer, ", \"scenarios\": [");
}

/* What was found in it is the object that `validate` gives. */
static void add(struct seatsim_checklist *list, const struct checked *checked)
{
    const char *path = checklist_path(list, checked->path);
    const struct seatsim_verdicts *verdicts = checked->verdicts;
    buffer_text(&list->buffer, list->scenarios > 0 ? ",\n" : "\n");
    buffer_text(&list->buffer, "{\"path\": ");
    json_add(&list->buffer, json_string(path));
    buffer_text(&list->buffer, ", \"variant\": ");
    json_add(&list->buffer, verdicts ? json_string(verdicts->variant) : json_null());
    buffer_text(&list->buffer, ", \"result\": ");
    json_add(&list->buffer, json_string(result_of(checked)));
    buffer_text(&list->buffer, ", \"targets\": [");
    targets_add(list, verdicts);
    buffer_text(&list->buffer, "], \"found\": ");
    if (seatsim_diagnostics_json(checked->diagnostics, checked->path, list->options->language, write_to_buffer, &list->buffer) !=
        SEATSIM_OK)
        list->buffer.failed = true;
    buffer_text(&list->buffer, "}");
}

static void end(struct seatsim_checklist *list)
{
    buffer_text(&list->buffer, "],\n\"summary\": ");
    json_add(&list->buffer, json_pack("{s:i, s:i, s:i, s:i, s:i, s:i, s:i}", "scenarios", list->scenarios, "met", list->met,
                                       "missed", list->missed, "error", list->wrong, "targets", list->targets, "targets_met",
                                       list->targets_met, "left_out", list->left_out));
    buffer_text(&list->buffer, "}\n");
}

const struct checklist_form form_json = { "json", begin, add, end };
