/* A comparison as one JSON object. */
#include "output/compare_forms.h"
#include "output/json.h"
#include "output/verdicts.h"

#include <math.h>
#include <seatsim/seatsim.h>

/* --- what is compared -------------------------------------------------------------------------------------------- */

static json_t *compared_json(const struct compared *compared)
{
    return json_pack("{s:s, s:s, s:s, s:i, s:i, s:i, s:i}", "label", compared->label, "scenario", compared->results->scenario,
                     "variant", compared->results->variant, "targets", compared->verdicts->n_lines, "met",
                     lines_met(compared->verdicts), "lost", compared->lost, "gained", compared->gained);
}

/* --- targets ----------------------------------------------------------------------------------------------------- */

/* What became of a target in one of the list; null where it has none. */
static json_t *state_json(const struct compared *compared, int line)
{
    const struct verdict_line *own = compared->lines[line];
    if (!own)
        return json_null();
    const struct verdict *verdict = &compared->verdicts->list[own->shown];
    return json_pack("{s:b, s:i, s:o, s:o, s:s?, s:i}", "met", own->met, "year", verdict->year, "value", json_of(verdict->value),
                     "bound", json_of(verdict->bound), "id", verdict->id[0] ? verdict->id : NULL, "places_missed", own->n_missed);
}

static bool changes(const struct seatsim_comparison *comparison, int line)
{
    const struct verdict_line *first = comparison->list[0].lines[line];
    for (int which = 1; which < comparison->count; which++) {
        const struct verdict_line *own = comparison->list[which].lines[line];
        if (own && own->met != first->met)
            return true;
    }
    return false;
}

static json_t *target_json(const struct seatsim_comparison *comparison, int line)
{
    const struct seatsim_verdicts *verdicts = comparison->list[0].verdicts;
    const struct verdict *verdict = &verdicts->list[verdicts->lines[line].shown];
    json_t *states = json_array();
    for (int which = 0; states && which < comparison->count; which++)
        if (json_array_append_new(states, state_json(&comparison->list[which], line)) != 0) {
            json_decref(states);
            return NULL;
        }
    return json_pack("{s:s, s:s, s:s, s:s, s:b, s:o}", "id", verdict->target, "stage", verdict->stage, "indicator",
                     verdict->indicator_id, "severity", verdicts->lines[line].warning ? "warning" : "error", "changes",
                     changes(comparison, line), "states", states);
}

/* --- differences ------------------------------------------------------------------------------------------------- */

static void numbers_add(struct comparison_page *page, const char *name, int which, struct compared_cell cell, size_t field)
{
    buffer_text(&page->buffer, ", \"");
    buffer_text(&page->buffer, name);
    buffer_text(&page->buffer, "\": [");
    for (int year = 0; year < page->comparison->years; year++) {
        struct difference difference = compared_difference(page->comparison, which, cell, year);
        buffer_text(&page->buffer, year > 0 ? ", " : "");
        json_add(&page->buffer, json_of(*(const double *)((const char *)&difference + field)));
    }
    buffer_text(&page->buffer, "]");
}

static const char *name_of(const struct seatsim_results *results, enum seatsim_column column, int key)
{
    return key < 0 ? NULL : seatsim_results_name(results, column, key);
}

/* One series of one of the list. Only those that differ: what is the same stands in the results. */
static void series_add(struct comparison_page *page, int which, struct compared_cell cell)
{
    const struct seatsim_results *first = page->comparison->list[0].results;
    const struct indicator *indicator = &first->measures.indicators[cell.indicator];
    if (!compared_differs(page->comparison, which, cell))
        return;
    buffer_text(&page->buffer, page->series++ > 0 ? ",\n" : "\n");
    buffer_text(&page->buffer, "{\"label\": ");
    json_add(&page->buffer, json_string(page->comparison->list[which].label));
    buffer_text(&page->buffer, ", \"of\": ");
    json_add(&page->buffer, json_pack("{s:s, s:s?, s:s, s:s?, s:s, s:s}", "scope",
                                      scope_names[cell.district < 0 ? SCOPE_REGION : SCOPE_DISTRICT], "id",
                                      name_of(first, SEATSIM_COLUMN_ID, cell.district), "stage",
                                      name_of(first, SEATSIM_COLUMN_STAGE, cell.stage), "sector",
                                      name_of(first, SEATSIM_COLUMN_SECTOR, cell.sector), "indicator", indicator->id, "unit",
                                      unit_names[indicator->unit]));
    numbers_add(page, "base", which, cell, offsetof(struct difference, base));
    numbers_add(page, "value", which, cell, offsetof(struct difference, value));
    numbers_add(page, "difference", which, cell, offsetof(struct difference, absolute));
    numbers_add(page, "relative", which, cell, offsetof(struct difference, relative));
    buffer_text(&page->buffer, "}");
}

static void cell_add(struct comparison_page *page, struct compared_cell cell)
{
    for (int which = 1; which < page->comparison->count; which++)
        series_add(page, which, cell);
}

/* --- all --------------------------------------------------------------------------------------------------------- */

void comparison_json(struct comparison_page *page)
{
    const struct seatsim_comparison *comparison = page->comparison;
    struct buffer *buffer = &page->buffer;
    buffer_text(buffer, "{\"seatsim\": ");
    json_add(buffer, json_string(seatsim_version()));
    buffer_text(buffer, ", \"first_year\": ");
    json_add(buffer, json_integer(comparison->first_year));
    buffer_text(buffer, ", \"years\": ");
    json_add(buffer, json_integer(comparison->years));
    buffer_text(buffer, ",\n\"compared\": [");
    for (int which = 0; which < comparison->count; which++) {
        buffer_text(buffer, which > 0 ? ",\n" : "\n");
        json_add(buffer, compared_json(&comparison->list[which]));
    }
    buffer_text(buffer, "],\n\"targets\": [");
    for (int line = 0; line < comparison->list[0].verdicts->n_lines; line++) {
        buffer_text(buffer, line > 0 ? ",\n" : "\n");
        json_add(buffer, target_json(comparison, line));
    }
    buffer_text(buffer, "],\n\"differences\": [");
    each_compared_cell(page, cell_add);
    buffer_text(buffer, "]}\n");
}
