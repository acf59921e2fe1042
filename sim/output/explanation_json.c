/* An explanation as JSON: the objects by jansson, whose members keep the order they are given in. */
#include "base/options.h"
#include "results/explanation.h"

#include <seatsim/export.h>

#include <ctype.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

enum { DIGITS = 17 };

struct output {
    const struct seatsim_results *names;
    enum seatsim_language language;
    seatsim_write *write;
    void *context;
};

static int pass_on(const char *bytes, size_t length, void *output)
{
    const struct output *own = output;
    return own->write(own->context, bytes, length) ? 0 : -1;
}

/* The id of one of a list of names; null for -1. */
static json_t *id_json(const struct named *names, int index)
{
    return index < 0 ? json_null() : json_string(names[index].id);
}

static json_t *stage_json(const struct output *output, int stage)
{
    return stage < 0 ? json_null() : json_string(output->names->stages[stage].name.id);
}

/* What a node is, for programs: "moved_up", an indicator's id. */
static json_t *term_json(const struct explained *node)
{
    char name[64] = "";
    if (node->term == TERM_INDICATOR)
        return json_string(node->indicator->id);
    strncat(name, node->term == TERM_QUANTITY ? quantities[node->row].name : term_names[node->term], sizeof name - 1);
    for (char *letter = name; *letter; letter++)
        *letter = (char)tolower((unsigned char)*letter);
    return json_string(name);
}

static json_t *text_json(const char *text)
{
    return text ? json_string_nocheck(text) : json_null();
}

static json_t *node_json(const struct output *output, const struct explained *node);

static json_t *children_json(const struct output *output, const struct explained *node)
{
    json_t *list = json_array();
    for (int i = 0; list && i < node->n_children; i++)
        if (json_array_append_new(list, node_json(output, node->children[i])) != 0) {
            json_decref(list);
            return NULL;
        }
    return list;
}

static json_t *node_json(const struct output *output, const struct explained *node)
{
    const struct seatsim_results *names = output->names;
    const struct subject *at = &node->subject;
    return json_pack("{s:s, s:o, s:o, s:s?, s:s, s:o, s:o, s:o, s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:o, s:b, s:o}",
                     "text", explained_text(node, output->language),
                     "term", term_json(node),
                     "value", isnan(node->value) ? json_null() : json_real(node->value),
                     "unit", node->unit == FIGURE_PLAIN ? NULL : unit_names[node->unit],
                     "operation", formula_names[node->formula],
                     "district", id_json(names->districts, at->district),
                     "facility", id_json(names->facilities, at->facility),
                     "stage", stage_json(output, at->stage),
                     "sector", id_json(names->sectors, at->sector),
                     "grade", id_json(names->grades, at->grade),
                     "year", at->year,
                     "name", text_json(node->name),
                     "file", text_json(node->file),
                     "line", node->line > 0 ? json_integer(node->line) : json_null(),
                     "origin", text_json(node->origin),
                     "because", text_json(node->because),
                     "more", node->more,
                     "children", children_json(output, node));
}

enum seatsim_status seatsim_explanation_json(const struct seatsim_explanation *explanation, const struct seatsim_options *options,
                                             seatsim_write *write, void *context)
{
    struct output output = { explanation->names, options->language, write, context };
    const struct explained *root = explanation->root;
    json_t *json = json_pack("{s:o, s:s, s:s, s:i, s:o}", "scenario", text_json(explanation->path), "variant",
                             explanation->names->variant, "indicator", root->indicator->id, "base_year",
                             explanation->names->base_year, "explanation", node_json(&output, root));
    bool done = json && json_dump_callback(json, pass_on, &output, JSON_INDENT(1) | JSON_REAL_PRECISION(DIGITS)) == 0;
    json_decref(json);
    return done ? SEATSIM_OK : SEATSIM_MACHINE;
}
