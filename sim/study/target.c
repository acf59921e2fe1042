/* Targets against results: one verdict for each target, stage and scope. */
#include "base/compare.h"
#include "results/verdict.h"
#include "scenario/scenario.h"

#include <math.h>

/* One target at one stage in one row of the results, with the series it is read from. */
struct question {
    const struct seatsim_scenario *scenario;
    const struct seatsim_results *results;
    const struct target *target;
    int stage, row; /* row 0: the region; 1 + district */
    const double *values, *over_limit; /* [years]; over_limit only for the bound `limit` of a class size */
};

/* What a target looks at in one year. */
struct answer {
    double value, bound;
    bool holds; /* false as well when value or bound is NaN: then nothing can be said */
};

static bool within(const struct target *target, double value, double bound)
{
    if (isnan(value) || isnan(bound))
        return false;
    return target->at_least ? !number_below(value, bound) : !number_below(bound, value);
}

/* Pupils a facility may have in a year: a school of several stages has a limit of its own. */
static double size_limit(const struct question *question, int facility, int year)
{
    const struct facility *of = &question->scenario->facilities[facility];
    int stages = 0;
    for (int part = 0; part < of->n_parts; part++)
        stages += of->parts[part].merged_in <= question->results->base_year + year;
    return stages > 1 ? question->scenario->combined_school_size : question->scenario->stages[question->stage].school_size;
}

static bool asks_about(const struct question *question, const struct result_part *part)
{
    int row = 1 + question->results->facility_district[part->facility];
    return part->stage == question->stage && (question->row == 0 || question->row == row);
}

/* The school that keeps its own limit worst in a year: single and combined schools have different limits, so the largest
 * school need not be the one that breaks its limit. */
static struct answer answer_school_size(const struct question *question, int year)
{
    struct answer worst = { NAN, question->scenario->stages[question->stage].school_size, false };
    for (int part = 0; part < question->results->n_parts; part++) {
        if (!asks_about(question, &question->results->parts[part]))
            continue;
        const double *sizes = results_part_series(question->results, part, question->target->indicator);
        double limit = size_limit(question, question->results->parts[part].facility, year);
        if (!sizes || isnan(sizes[year]) || isnan(limit))
            continue;
        if (isnan(worst.value) || sizes[year] - limit > worst.value - worst.bound)
            worst = (struct answer) { sizes[year], limit, false };
    }
    worst.holds = within(question->target, worst.value, worst.bound);
    return worst;
}

static double value_in(const double *values, int year)
{
    return values ? values[year] : NAN;
}

/* A class is held to the limit of its own grade, so what counts is that no class is above it; the bound shown is the
 * largest limit of the stage's grades. */
static struct answer answer_class_size(const struct question *question, int year)
{
    double value = value_in(question->values, year), over = value_in(question->over_limit, year);
    double bound = question->results->stages[question->stage].class_limit;
    return (struct answer) { value, bound, !isnan(value) && !isnan(over) && !number_below(0, over) };
}

static struct answer answer_plain(const struct question *question, int year, double bound)
{
    double value = value_in(question->values, year);
    return (struct answer) { value, bound, within(question->target, value, bound) };
}

static struct answer answer(const struct question *question, int year)
{
    if (!isnan(question->target->bound))
        return answer_plain(question, year, question->target->bound);
    switch (question->results->measures.indicators[question->target->indicator].limit) {
    case LIMIT_CLASS:
        return answer_class_size(question, year);
    case LIMIT_SCHOOL_SIZE:
        return answer_school_size(question, year);
    case LIMIT_PLANNED_CLASS:
        return answer_plain(question, year, question->results->stages[question->stage].planned_class);
    case LIMIT_NONE:
        break;
    }
    return (struct answer) { NAN, NAN, false };
}

/* How much better (> 0) or worse (< 0) than the bound; NaN where the verdict was not decided by the two (a class above the
 * limit of a grade that has a lower one than its stage). */
static double margin_of(const struct target *target, struct answer answer)
{
    double margin = target->at_least ? answer.value - answer.bound : answer.bound - answer.value;
    return answer.holds == within(target, answer.value, answer.bound) ? margin : NAN;
}

/* The first year from `year` up to `last` (indices) whose answer is `holds`; -1 when there is none. */
static int first_year(const struct question *question, int year, int last, bool holds)
{
    for (; year <= last; year++)
        if (answer(question, year).holds == holds)
            return year;
    return -1;
}

/* Whether every year asked for has an answer at all; reports the first that has none. */
static bool can_be_judged(const struct question *question, struct seatsim_diagnostics *diagnostics)
{
    const struct target *target = question->target;
    int base = question->results->base_year;
    for (int year = target->first_year; year <= target->last_year; year++) {
        struct answer found = answer(question, year - base);
        if (!isnan(found.value) && !isnan(found.bound))
            continue;
        struct number_text year_text = number_text(year);
        const struct slot slots[] = { { "target", target->id },
                                      { "indicator", question->results->measures.indicators[target->indicator].id },
                                      { "stage", question->scenario->stages[question->stage].id },
                                      { "year", year_text.text },
                                      { NULL, NULL } };
        report(diagnostics, place_of(&target->section, "id"), isnan(found.bound) ? "E302" : "E301", slots);
        return false;
    }
    return true;
}

static bool copy_title(struct arena *arena, const struct title *from, struct title *to)
{
    for (int language = 0; language < LANGUAGES; language++)
        if (from->text[language] && !(to->text[language] = arena_text(arena, from->text[language])))
            return false;
    return true;
}

/* The verdicts' own copy of a place: it outlives the scenario. */
static bool copy_place(struct arena *arena, struct place from, struct place *to)
{
    *to = from;
    if (!from.source)
        return true;
    struct source *source = arena_new(arena, 1, sizeof *source);
    if (!source || !(source->name = arena_text(arena, from.source->name)))
        return false;
    source->order = from.source->order;
    to->source = source;
    return true;
}

static bool copy_names(struct arena *arena, const struct question *question, struct verdict *verdict)
{
    const struct result_stage *stage = &question->results->stages[question->stage];
    const struct indicator *indicator = &question->results->measures.indicators[question->target->indicator];
    const char *id = question->row == 0 ? "" : question->results->districts[question->row - 1].id;
    verdict->target = arena_text(arena, question->target->id);
    verdict->stage = arena_text(arena, stage->name.id);
    verdict->id = arena_text(arena, id);
    verdict->indicator_id = arena_text(arena, indicator->id);
    verdict->unit = indicator->unit;
    return verdict->target && verdict->indicator_id && verdict->stage && verdict->id &&
           copy_title(arena, &question->target->title, &verdict->title) &&
           copy_title(arena, &stage->name.title, &verdict->stage_title) &&
           copy_place(arena, place_of(&question->target->section, "id"), &verdict->place);
}

static void judge(const struct question *question, struct verdict *verdict)
{
    const struct target *target = question->target;
    int base = question->results->base_year;
    int missed = first_year(question, target->first_year - base, target->last_year - base, false);
    int met = first_year(question, 0, question->results->years - 1, true);
    int year = missed < 0 ? target->first_year - base : missed;
    struct answer found = answer(question, year);
    verdict->indicator = target->indicator;
    verdict->scope = question->row == 0 ? SCOPE_REGION : SCOPE_DISTRICT;
    verdict->comparison = target->at_least ? AT_LEAST : AT_MOST;
    verdict->bound = found.bound;
    verdict->bound_is_limit = isnan(target->bound);
    verdict->first_year = target->first_year;
    verdict->last_year = target->last_year;
    verdict->year = base + year;
    verdict->value = found.value;
    verdict->margin = margin_of(target, found);
    verdict->met = missed < 0;
    verdict->warning = target->warning;
    verdict->first_met = met < 0 ? 0 : base + met;
}

static int first_row(const struct target *target)
{
    return target->scope == TARGET_DISTRICT ? 1 + target->district : target->scope == TARGET_DISTRICTS ? 1 : 0;
}

static int last_row(const struct target *target, int n_districts)
{
    return target->scope == TARGET_DISTRICTS ? n_districts : first_row(target);
}

static int count_questions(const struct seatsim_scenario *scenario)
{
    int count = 0;
    for (int i = 0; i < scenario->n_targets; i++) {
        const struct target *target = &scenario->targets[i];
        count += target->n_stages * (1 + last_row(target, scenario->n_districts) - first_row(target));
    }
    return count;
}

/* One more verdict; false without memory. A question without an answer is reported and adds none. */
static bool ask(struct seatsim_verdicts *verdicts, struct question question, struct seatsim_diagnostics *diagnostics)
{
    question.values = results_series(question.results, question.row, question.target->indicator, question.stage, -1);
    question.over_limit = results_series(question.results, question.row, indicator_of("classes_over_limit"), question.stage, -1);
    if (!can_be_judged(&question, diagnostics))
        return true;
    struct verdict *verdict = &verdicts->list[verdicts->count++];
    judge(&question, verdict);
    verdicts->missed += !verdict->met && !verdict->warning;
    return copy_names(&verdicts->arena, &question, verdict);
}

static bool ask_all(struct seatsim_verdicts *verdicts, const struct seatsim_scenario *scenario,
                    const struct seatsim_results *results, struct seatsim_diagnostics *diagnostics)
{
    for (int i = 0; i < scenario->n_targets; i++) {
        const struct target *target = &scenario->targets[i];
        for (int s = 0; s < target->n_stages; s++)
            for (int row = first_row(target); row <= last_row(target, scenario->n_districts); row++)
                if (!ask(verdicts, (struct question) { scenario, results, target, target->stages[s], row, NULL, NULL },
                         diagnostics))
                    return false;
    }
    return true;
}

static struct seatsim_verdicts *verdicts_new(const struct seatsim_allocator *allocator, const struct seatsim_scenario *scenario)
{
    struct seatsim_verdicts *verdicts = memory_new(allocator, 1, sizeof *verdicts);
    if (!verdicts)
        return NULL;
    arena_init(&verdicts->arena, allocator);
    verdicts->list = arena_new(&verdicts->arena, (size_t)count_questions(scenario), sizeof *verdicts->list);
    verdicts->scenario = arena_text(&verdicts->arena, scenario->name);
    verdicts->variant = arena_text(&verdicts->arena, scenario->variant);
    if (verdicts->list && verdicts->scenario && verdicts->variant)
        return verdicts;
    seatsim_verdicts_free(verdicts);
    return NULL;
}

enum seatsim_status seatsim_check(const struct seatsim_scenario *scenario, const struct seatsim_results *results,
                                  const struct seatsim_options *options, struct seatsim_verdicts **verdicts,
                                  struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_verdicts *made = verdicts_new(&options->allocator, scenario);
    if (!made || !ask_all(made, scenario, results, diagnostics)) {
        seatsim_verdicts_free(made);
        return report_no_memory(diagnostics);
    }
    if (made->count < count_questions(scenario)) {
        seatsim_verdicts_free(made);
        return SEATSIM_BAD_INPUT;
    }
    *verdicts = made;
    return made->missed > 0 ? SEATSIM_TARGET_MISSED : SEATSIM_OK;
}
