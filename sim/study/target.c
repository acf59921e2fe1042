/* Targets against results: a verdict for each target, stage and place, and a line for each target and stage. */
#include "results/verdict.h"
#include "study/answers.h"

#include <math.h>
#include <stdlib.h>

/* What a check works with; `scratch` holds the answers of one line at a time. */
struct check {
    struct seatsim_verdicts *verdicts;
    const struct seatsim_scenario *scenario;
    const struct seatsim_results *results;
    struct seatsim_diagnostics *diagnostics;
    bool failed; /* a question has no answer; memory ran out */
};

/* --- years ------------------------------------------------------------------------------------------------------- */

/* The first year from `first` to `last` (indices) of which something is asked and that holds, or does not; -1: none. */
static int first_year(const struct answer *answers, int first, int last, bool holds)
{
    for (int year = first; year <= last; year++)
        if (!answers[year].absent && answers[year].holds == holds)
            return year;
    return -1;
}

static int last_asked(const struct answer *answers, int first, int last)
{
    while (last >= first && answers[last].absent)
        last--;
    return last >= first ? last : -1;
}

/* Of the years from `first` to `last` that do not hold the one that is furthest from its bound; of several, and where that is not
 * known, the first. -1: all hold. */
static int worst_year(const struct target *target, const struct answer *answers, int first, int last)
{
    int worst = -1;
    double least = NAN;
    for (int year = first; year <= last; year++) {
        double margin = answer_margin(target, &answers[year]);
        if (answers[year].absent || answers[year].holds)
            continue;
        if (worst >= 0 && !number_below(margin, least) && !(isnan(least) && !isnan(margin)))
            continue;
        worst = year;
        least = margin;
    }
    return worst;
}

/* The year that decides: the worst missed, else the first asked for. Where one year is enough, the first that holds, else the
 * last. -1 when nothing is asked in any of them. */
static int deciding_year(const struct target *target, int base, const struct answer *answers)
{
    int first = target->first_year - base, last = target->last_year - base;
    int met = first_year(answers, first, last, true), missed = worst_year(target, answers, first, last);
    if (target->one_year)
        return met >= 0 ? met : last_asked(answers, first, last);
    return missed >= 0 ? missed : met;
}

/* The first year of the run in which everything of a line holds of which something is asked; 0 when there is none. Where one
 * year is enough, each may have its own. */
static int first_all_met(const struct answers *answers)
{
    int last = answers->results->years - 1, latest = 0;
    for (int place = 0; answers->target->one_year && place < answers->n_places; place++) {
        int met = first_year(answers_of(answers, place), 0, last, true);
        if (met < 0 && last_asked(answers_of(answers, place), 0, last) >= 0)
            return 0;
        latest = met > latest ? met : latest;
    }
    if (answers->target->one_year)
        return answers->results->base_year + latest;
    for (int year = 0; year < answers->results->years; year++) {
        int asked = 0, holding = 0;
        for (int place = 0; place < answers->n_places; place++) {
            const struct answer *answer = &answers_of(answers, place)[year];
            asked += !answer->absent;
            holding += !answer->absent && answer->holds;
        }
        if (asked > 0 && holding == asked)
            return answers->results->base_year + year;
    }
    return 0;
}

/* --- what has no answer ------------------------------------------------------------------------------------------ */

static const char *place_id(const struct seatsim_results *results, const struct asked_place *place)
{
    switch (place->scope) {
    case SCOPE_DISTRICT:
        return results->districts[place->index].id;
    case SCOPE_FACILITY:
        return results->facilities[place->index].id;
    default:
        return "";
    }
}

static void report_unanswered(struct check *check, const struct answers *answers, int place, int year)
{
    const struct answer *answer = &answers_of(answers, place)[year];
    const char *id = place_id(check->results, &answers->places[place]);
    struct number_text year_text = number_text(check->results->base_year + year);
    const struct slot slots[] = { { "target", answers->target->id },
                                  { "indicator", check->results->measures.indicators[answers->target->indicator].id },
                                  { "stage", check->scenario->stages[answers->stage].id },
                                  { "place", *id ? id : NULL },
                                  { "year", year_text.text },
                                  { NULL, NULL } };
    report(check->diagnostics, place_of(&answers->target->section, "id"), isnan(answer->bound) ? "E302" : "E301", slots);
    check->failed = true;
}

static void report_nobody(struct check *check, const struct answers *answers)
{
    const struct target *target = answers->target;
    const struct slot slots[] = { { "target", target->id },
                                  { "scope", scope_names[target->scope == TARGET_DISTRICTS ? SCOPE_DISTRICT : SCOPE_FACILITY] },
                                  { "stage", check->scenario->stages[answers->stage].id },
                                  { "sector", target->sector < 0 ? NULL : check->scenario->sectors[target->sector].id },
                                  { NULL, NULL } };
    report(check->diagnostics, place_of(&target->section, "scope"), "E310", slots);
    check->failed = true;
}

/* The first asked year of a place that has no answer and needs one: a year that decides, or that comes before it and could
 * have. -1 when there is none. */
static int unanswered_year(const struct target *target, int base, const struct answer *answers)
{
    int decided = deciding_year(target, base, answers);
    if (decided < 0 || (target->one_year && answers[decided].holds))
        return -1;
    for (int year = target->one_year ? decided : target->first_year - base; year <= target->last_year - base; year++)
        if (!answers[year].absent && (isnan(answers[year].value) || isnan(answers[year].bound)))
            return year;
    return -1;
}

static bool can_be_judged(struct check *check, const struct answers *answers)
{
    bool any = false;
    for (int place = 0; place < answers->n_places; place++) {
        int year = unanswered_year(answers->target, check->results->base_year, answers_of(answers, place));
        if (year >= 0) {
            report_unanswered(check, answers, place, year);
            return false;
        }
        any = any || deciding_year(answers->target, check->results->base_year, answers_of(answers, place)) >= 0;
    }
    if (!any)
        report_nobody(check, answers);
    return any;
}

/* --- texts: the verdicts outlive scenario and results ------------------------------------------------------------ */

static bool copy_title(struct arena *arena, const struct title *from, struct title *to)
{
    for (int language = 0; language < LANGUAGES; language++)
        if (from->text[language] && !(to->text[language] = arena_text(arena, from->text[language])))
            return false;
    return true;
}

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

/* What all verdicts of a line share. False without memory. */
static bool describe(const struct check *check, const struct answers *answers, struct verdict *shared)
{
    struct arena *arena = &check->verdicts->arena;
    const struct target *target = answers->target;
    const struct result_stage *stage = &check->results->stages[answers->stage];
    const struct indicator *indicator = &check->results->measures.indicators[target->indicator];
    *shared = (struct verdict){
        .indicator = target->indicator,
        .indicator_id = arena_text(arena, indicator->id),
        .unit = indicator->unit,
        .comparison = target->comparison,
        .upper = target->comparison == BETWEEN ? target->upper : NAN,
        .tolerance = target->tolerance,
        .bound_is_limit = isnan(target->bound),
        .first_year = target->first_year,
        .last_year = target->last_year,
        .warning = target->warning,
        .asked = target->one_year ? ASKED_BY
                 : target->from   ? ASKED_FROM
                                  : ASKED_IN,
        .target = arena_text(arena, target->id),
        .stage = arena_text(arena, stage->name.id),
        .sector = arena_text(arena, target->sector < 0 ? "" : check->results->sectors[target->sector].id),
    };
    return shared->indicator_id && shared->target && shared->stage && shared->sector &&
           copy_title(arena, &target->title, &shared->title) && copy_title(arena, &stage->name.title, &shared->stage_title) &&
           copy_place(arena, place_of(&target->section, "id"), &shared->place);
}

/* --- judging ----------------------------------------------------------------------------------------------------- */

static void judge(const struct answers *answers, int place, int year, struct verdict *verdict)
{
    const struct answer *all = answers_of(answers, place), *found = &all[year];
    const struct target *target = answers->target;
    int base = answers->results->base_year, met = first_year(all, 0, answers->results->years - 1, true);
    int missed = target->one_year ? -1 : first_year(all, target->first_year - base, target->last_year - base, false);
    verdict->scope = answers->places[place].scope;
    verdict->bound = found->bound;
    verdict->year = base + year;
    verdict->value = found->value;
    verdict->margin = answer_margin(target, found);
    verdict->met = found->holds;
    verdict->first_met = met < 0 ? 0 : base + met;
    verdict->first_missed = missed < 0 ? 0 : base + missed;
}

/* Adds the verdicts of a line: one for each place of which anything is asked. False without memory. */
static bool add_verdicts(const struct check *check, const struct answers *answers, struct verdict_line *line)
{
    struct seatsim_verdicts *verdicts = check->verdicts;
    struct verdict shared;
    line->first = verdicts->count;
    if (!describe(check, answers, &shared))
        return false;
    for (int place = 0; place < answers->n_places; place++) {
        int year = deciding_year(answers->target, check->results->base_year, answers_of(answers, place));
        if (year < 0)
            continue;
        struct verdict *verdict = &verdicts->list[verdicts->count++];
        *verdict = shared;
        verdict->id = arena_text(&verdicts->arena, place_id(check->results, &answers->places[place]));
        judge(answers, place, year, verdict);
        if (!verdict->id)
            return false;
    }
    line->count = verdicts->count - line->first;
    return true;
}

/* --- lines ------------------------------------------------------------------------------------------------------- */

/* A miss and how bad it is; those whose size is not known come last. */
struct miss {
    double margin;
    int index;
};

static int compare_misses(const void *one, const void *other)
{
    const struct miss *a = one, *b = other;
    if (a->margin < b->margin || b->margin < a->margin)
        return a->margin < b->margin ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

static double known_margin(const struct verdict *verdict)
{
    return isnan(verdict->margin) ? INFINITY : verdict->margin;
}

/* The misses of a line, worst first. False without memory. */
static bool rank(const struct seatsim_verdicts *verdicts, struct verdict_line *line, struct arena *arena, struct arena *scratch)
{
    struct miss *misses = arena_new(scratch, (size_t)line->count, sizeof *misses);
    int *ranked = arena_new(arena, (size_t)line->count, sizeof *ranked);
    if (!misses || !ranked)
        return false;
    for (int i = line->first; i < line->first + line->count; i++)
        if (!verdicts->list[i].met)
            misses[line->n_missed++] = (struct miss){ known_margin(&verdicts->list[i]), i };
    qsort(misses, (size_t)line->n_missed, sizeof *misses, compare_misses);
    for (int i = 0; i < line->n_missed; i++)
        ranked[i] = misses[i].index;
    line->missed = ranked;
    return true;
}

static int first_missed(const struct seatsim_verdicts *verdicts, const struct verdict_line *line)
{
    int first = 0;
    for (int i = 0; i < line->n_missed; i++) {
        int year = verdicts->list[line->missed[i]].first_missed;
        first = first == 0 || year < first ? year : first;
    }
    return first;
}

static int nearest_to_bound(const struct seatsim_verdicts *verdicts, const struct verdict_line *line)
{
    int nearest = line->first;
    for (int i = line->first + 1; i < line->first + line->count; i++)
        if (known_margin(&verdicts->list[i]) < known_margin(&verdicts->list[nearest]))
            nearest = i;
    return nearest;
}

static bool add_line(const struct check *check, const struct answers *answers, struct arena *scratch)
{
    struct seatsim_verdicts *verdicts = check->verdicts;
    struct verdict_line *line = &verdicts->lines[verdicts->n_lines];
    line->each = answers->each;
    line->warning = answers->target->warning;
    line->first_met = first_all_met(answers);
    if (!add_verdicts(check, answers, line) || !rank(verdicts, line, &verdicts->arena, scratch))
        return false;
    line->met = line->n_missed == 0;
    line->first_missed = first_missed(verdicts, line);
    line->shown = line->met ? nearest_to_bound(verdicts, line) : line->missed[0];
    verdicts->missed += !line->met && !line->warning;
    verdicts->n_lines++;
    return true;
}

/* One target at one stage. False without memory; a question without an answer is reported and adds no line. */
static bool ask(struct check *check, const struct target *target, int stage)
{
    struct answers answers = { .scenario = check->scenario, .results = check->results, .target = target, .stage = stage };
    struct arena scratch;
    arena_init(&scratch, &check->verdicts->arena.allocator);
    bool good = answers_fill(&answers, &scratch);
    if (good && can_be_judged(check, &answers))
        good = add_line(check, &answers, &scratch);
    arena_clear(&scratch);
    return good;
}

static bool ask_all(struct check *check)
{
    for (int i = 0; i < check->scenario->n_targets; i++)
        for (int s = 0; s < check->scenario->targets[i].n_stages; s++)
            if (!ask(check, &check->scenario->targets[i], check->scenario->targets[i].stages[s]))
                return false;
    return true;
}

/* --- all --------------------------------------------------------------------------------------------------------- */

/* Verdicts that the targets can have at most. */
static size_t verdicts_most(const struct seatsim_scenario *scenario, const struct seatsim_results *results)
{
    size_t count = 0;
    for (int i = 0; i < scenario->n_targets; i++) {
        const struct target *target = &scenario->targets[i];
        int places = target->scope == TARGET_DISTRICTS ? results->n_districts : 1;
        count += (size_t)target->n_stages * (size_t)(target->scope == TARGET_FACILITIES ? results->n_parts : places);
    }
    return count;
}

static size_t lines_most(const struct seatsim_scenario *scenario)
{
    size_t count = 0;
    for (int i = 0; i < scenario->n_targets; i++)
        count += (size_t)scenario->targets[i].n_stages;
    return count;
}

static struct seatsim_verdicts *verdicts_new(const struct seatsim_allocator *allocator, const struct seatsim_scenario *scenario,
                                             const struct seatsim_results *results)
{
    struct seatsim_verdicts *verdicts = memory_new(allocator, 1, sizeof *verdicts);
    if (!verdicts)
        return NULL;
    arena_init(&verdicts->arena, allocator);
    verdicts->list = arena_new(&verdicts->arena, verdicts_most(scenario, results), sizeof *verdicts->list);
    verdicts->lines = arena_new(&verdicts->arena, lines_most(scenario), sizeof *verdicts->lines);
    verdicts->scenario = arena_text(&verdicts->arena, scenario->name);
    verdicts->variant = arena_text(&verdicts->arena, scenario->variant);
    if (verdicts->list && verdicts->lines && verdicts->scenario && verdicts->variant)
        return verdicts;
    seatsim_verdicts_free(verdicts);
    return NULL;
}

enum seatsim_status seatsim_check(const struct seatsim_scenario *scenario, const struct seatsim_results *results,
                                  const struct seatsim_options *options, struct seatsim_verdicts **verdicts,
                                  struct seatsim_diagnostics *diagnostics)
{
    struct check check = { .verdicts = verdicts_new(&options->allocator, scenario, results),
                           .scenario = scenario,
                           .results = results,
                           .diagnostics = diagnostics };
    if (!check.verdicts || !ask_all(&check)) {
        seatsim_verdicts_free(check.verdicts);
        return report_no_memory(diagnostics);
    }
    if (check.failed) {
        seatsim_verdicts_free(check.verdicts);
        return SEATSIM_BAD_INPUT;
    }
    *verdicts = check.verdicts;
    return check.verdicts->missed > 0 ? SEATSIM_TARGET_MISSED : SEATSIM_OK;
}
