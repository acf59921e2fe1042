/* Where a number comes from: the question, the run that answers it, and the tree of the answer. */
#include "engine/run.h"
#include "model/measure.h"
#include "study/explainer.h"

#include <math.h>
#include <string.h>

/* --- the question ------------------------------------------------------------------------------------------------ */

struct question {
    const struct seatsim_scenario *scenario;
    const struct seatsim_options *options;
    struct seatsim_diagnostics *diagnostics;
    int indicator;
    struct subject at;
};

static const struct place nowhere = { 0 };

/* The index of a name that an option gives among ids; -1 after a message. */
static int named(const struct question *question, const char *option, const char *name, const char *const *ids, int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(ids[i], name) == 0)
            return i;
    report(
        question->diagnostics, nowhere, "E521",
        (struct slot[]){ { "option", option }, { "name", name }, { "nearest", text_nearest(name, ids, count) }, { NULL, NULL } });
    return -1;
}

/* The ids of things, in the arena of their scenario's plan. */
struct kind {
    const char *option;
    const char *name; /* that the option gives; NULL: not given */
    const void *things;
    int count;
    size_t size, offset;
};

static bool find(const struct question *question, const struct kind *kind, struct arena *arena, int *index)
{
    *index = -1;
    if (!kind->name)
        return true;
    const char **ids = arena_new(arena, (size_t)kind->count, sizeof *ids);
    if (!ids)
        return report_no_memory(question->diagnostics) == SEATSIM_OK;
    for (int i = 0; i < kind->count; i++)
        ids[i] = *(const char *const *)((const char *)kind->things + (size_t)i * kind->size + kind->offset);
    *index = named(question, kind->option, kind->name, ids, kind->count);
    return *index >= 0;
}

static bool need(const struct question *question, bool given, const char *option)
{
    if (!given)
        report2(question->diagnostics, nowhere, "E520", "command", "explain", "option", option);
    return given;
}

static bool find_year(struct question *question)
{
    const struct seatsim_scenario *scenario = question->scenario;
    question->at.year = question->options->year;
    if (scenario->base_year <= question->at.year && question->at.year <= scenario->horizon)
        return true;
    report(question->diagnostics, nowhere, "E522",
           (struct slot[]){ { "year", number_text(question->at.year).text },
                            { "first", number_text(scenario->base_year).text },
                            { "last", number_text(scenario->horizon).text },
                            { NULL, NULL } });
    return false;
}

/* Every mistake of the question is reported. */
static bool find_names(struct question *question, struct arena *arena)
{
    const struct seatsim_scenario *scenario = question->scenario;
    const struct seatsim_options *options = question->options;
    const struct kind kinds[] = {
        { "indicator", options->indicator, scenario->measures.indicators, scenario->measures.n_indicators, sizeof *indicators,
          offsetof(struct indicator, id) },
        { "stage", options->stage, scenario->stages, scenario->n_stages, sizeof(struct stage), offsetof(struct stage, id) },
        { "sector", options->sector, scenario->sectors, scenario->n_sectors, sizeof(struct sector), offsetof(struct sector, id) },
        { "district", options->district, scenario->districts, scenario->n_districts, sizeof(struct district),
          offsetof(struct district, id) },
        { "facility", options->facility, scenario->facilities, scenario->n_facilities, sizeof(struct facility),
          offsetof(struct facility, id) },
    };
    int *const indices[] = { &question->indicator, &question->at.stage, &question->at.sector, &question->at.district,
                             &question->at.facility };
    bool one_stage = scenario->n_stages == 1 && !options->stage;
    bool good = need(question, options->indicator, "indicator");
    good &= need(question, options->stage || one_stage, "stage");
    good &= need(question, options->year, "year");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        good &= find(question, &kinds[i], arena, indices[i]);
    question->at.stage = one_stage ? 0 : question->at.stage;
    question->at.district = scenario->n_districts == 1 ? 0 : question->at.district; /* it is the region */
    question->at.grade = -1;
    return good && find_year(question);
}

static bool reject(const struct question *question, const char *code, const char *name, const char *value, const char *name2,
                   const char *value2)
{
    report2(question->diagnostics, nowhere, code, name, value, name2, value2);
    return false;
}

static const struct indicator *asked_for(const struct question *question)
{
    return &question->scenario->measures.indicators[question->indicator];
}

static bool check_facility(struct question *question)
{
    const struct seatsim_options *options = question->options;
    const struct facility *facility = &question->scenario->facilities[question->at.facility];
    if (question->at.district >= 0 && question->at.district != facility->district)
        report(question->diagnostics, nowhere, "E523",
               (struct slot[]){
                   { "facility", facility->id }, { "option", "district" }, { "name", options->district }, { NULL, NULL } });
    else if (!facility_part(facility, question->at.stage))
        report(question->diagnostics, nowhere, "E523",
               (struct slot[]){ { "facility", facility->id },
                                { "option", "stage" },
                                { "name", question->scenario->stages[question->at.stage].id },
                                { NULL, NULL } });
    else if (question->at.sector >= 0 || indicator_level(&question->scenario->measures, asked_for(question)) != LEVEL_FACILITY)
        return reject(question, "E524", "indicator", asked_for(question)->id, "option",
                      question->at.sector >= 0 ? "sector" : "facility");
    else {
        question->at.district = facility->district;
        return true;
    }
    return false;
}

static bool check_question(struct question *question)
{
    const struct indicator *indicator = asked_for(question);
    if (question->at.facility >= 0)
        return check_facility(question);
    if (question->at.sector >= 0 && !indicator->by_sector)
        return reject(question, "E524", "indicator", indicator->id, "option", "sector");
    return true;
}

/* --- the answer -------------------------------------------------------------------------------------------------- */

/* Why an indicator has no value: nothing is known of what it is counted from, or nobody is there. */
static bool report_no_value(const struct question *question, const real *counts)
{
    const struct indicator *indicator = asked_for(question);
    bool largest = question->scenario->measures.quantities[indicator->numerator].gather == GATHER_MAX;
    bool known = largest || !isnan(counts[indicator->numerator]);
    if (known && indicator->denominator != QUANTITY_ONE)
        known = !isnan(counts[indicator->denominator]);
    if (!known)
        return reject(question, "E527", "indicator", indicator->id, NULL, NULL);
    return reject(question, "E526", "indicator", indicator->id, "year", number_text(question->at.year).text);
}

/* The indicator's value; false, reported, when it has none. */
static bool find_value(const struct explainer *explainer, const struct question *question, double *value)
{
    struct subject at = question->at;
    evaluate_indicator(asked_for(question), 1, explain_counts(explainer, at), value);
    bool closed = at.facility >= 0 && explain_year(explainer, at)->state.sector[explain_part(explainer, at)] < 0;
    if (closed && !(asked_for(question)->while_closed && *value > 0))
        return reject(question, "E525", "facility", question->scenario->facilities[at.facility].id, "year",
                      number_text(at.year).text);
    return !isnan(*value) || report_no_value(question, explain_counts(explainer, at));
}

/* What an indicator counts, or the schools that a variation is between. */
static void explain_numerator(struct explainer *explainer, struct explained *parent, const struct indicator *indicator,
                              struct subject at)
{
    int name;
    enum named_quantity quantity;
    if (!find_named(explainer->plan->measures, indicator->numerator, &quantity, &name))
        explain_quantity(explainer, parent, (enum quantity)indicator->numerator, at);
    else if (indicator->variation)
        explain_balance(explainer, parent, name, at);
    else
        explain_named(explainer, parent, quantity, name, at);
}

/* The tree of an indicator that has a value. */
static void explain_indicator(struct explainer *explainer, const struct question *question, double value)
{
    const struct indicator *indicator = asked_for(question);
    struct explained *root = NULL;
    if (indicator->denominator == QUANTITY_ONE) {
        explain_numerator(explainer, NULL, indicator, question->at);
        root = explainer->made->root;
    } else {
        root = explain_child_in(explainer, NULL, TERM_INDICATOR, question->at, value,
                                indicator->variation ? FORMULA_VARIATION : FORMULA_RATIO, (int)indicator->unit);
        if (explain_opens(explainer, root)) {
            explain_numerator(explainer, root, indicator, question->at);
            if (!indicator->variation)
                explain_quantity(explainer, root, indicator->denominator, question->at);
        }
    }
    if (!root)
        return;
    int name;
    enum named_quantity quantity;
    if (find_named(explainer->plan->measures, indicator->numerator, &quantity, &name))
        explain_name(explainer, root, question->scenario->measures.names[indicator->of].names[name]);
    root->term = TERM_INDICATOR;
    root->indicator = &explainer->made->names->measures.indicators[question->indicator];
    root->unit = (int)indicator->unit;
}

static enum seatsim_status answer(struct explainer *explainer, const struct question *question)
{
    double value;
    if (!find_value(explainer, question, &value))
        return SEATSIM_BAD_INPUT;
    explain_indicator(explainer, question, value);
    explainer->made->path = arena_text(&explainer->made->arena, question->scenario->path);
    if (explainer->failed || !explainer->made->path)
        return report_no_memory(question->diagnostics);
    if (explainer->cut)
        report2(question->diagnostics, nowhere, "W520", "count", number_text(NODES_MOST).text, NULL, NULL);
    return SEATSIM_OK;
}

/* --- the run ----------------------------------------------------------------------------------------------------- */

static bool find_districts(struct explainer *explainer)
{
    struct plan *plan = explainer->plan;
    explainer->place = arena_new(&plan->arena, (size_t)plan->n_districts, sizeof *explainer->place);
    explainer->cluster = arena_new(&plan->arena, (size_t)plan->n_districts, sizeof *explainer->cluster);
    if (!explainer->place || !explainer->cluster)
        return false;
    for (int i = 0; i < plan->n_clusters; i++)
        for (int j = 0; j < plan->clusters[i].n_districts; j++) {
            int place = plan->clusters[i].first_district + j;
            explainer->place[plan->districts[place].index] = place;
            explainer->cluster[plan->districts[place].index] = i;
        }
    return births_init(&explainer->births, plan);
}

static enum seatsim_status run_and_answer(struct explainer *explainer, struct question *question)
{
    const struct seatsim_allocator *allocator = &question->options->allocator;
    bool ready = trace_init(&explainer->trace, explainer->plan, allocator) && find_districts(explainer);
    enum seatsim_status status = ready ? SEATSIM_OK : report_no_memory(question->diagnostics);
    if (status == SEATSIM_OK && !(find_names(question, &explainer->plan->arena) && check_question(question)))
        status = memory_ran_out(question->diagnostics) ? SEATSIM_MACHINE : SEATSIM_BAD_INPUT;
    if (status == SEATSIM_OK)
        status = run_plan(explainer->plan, allocator, true, &explainer->trace, &explainer->made->names, question->diagnostics);
    if (status == SEATSIM_OK)
        status = answer(explainer, question);
    trace_clear(&explainer->trace);
    return status;
}

enum seatsim_status seatsim_explain(const struct seatsim_scenario *scenario, const struct seatsim_options *options,
                                    struct seatsim_explanation **explanation, struct seatsim_diagnostics *diagnostics)
{
    struct explainer explainer = { .scenario = scenario, .births_of = -1, .depth = options->depth };
    struct question question = { .scenario = scenario, .options = options, .diagnostics = diagnostics };
    enum seatsim_status status = plan_new(scenario, &options->allocator, &explainer.plan, diagnostics);
    if (status != SEATSIM_OK)
        return status;
    explainer.made = memory_new(&options->allocator, 1, sizeof *explainer.made);
    if (explainer.made) {
        arena_init(&explainer.made->arena, &options->allocator);
        status = run_and_answer(&explainer, &question);
    } else
        status = report_no_memory(diagnostics);
    plan_free(explainer.plan);
    if (status == SEATSIM_OK)
        *explanation = explainer.made;
    else
        seatsim_explanation_free(explainer.made);
    return status;
}
