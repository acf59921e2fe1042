/* Districts, beyond their children of the base year: neighbours, the methods of entry, flows between grades, staff. */
#include "base/map.h"
#include "scenario/keys.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>
#include <string.h>

/* --- neighbours -------------------------------------------------------------------------------------------------- */

static bool is_neighbour(const struct district *district, int other)
{
    for (int i = 0; i < district->n_neighbours; i++)
        if (district->neighbours[i] == other)
            return true;
    return false;
}

static void find_neighbours(struct seatsim_scenario *scenario, int index, const struct things *districts,
                            struct seatsim_diagnostics *diagnostics)
{
    struct district *district = &scenario->districts[index];
    const struct names *given = &district->neighbour_ids;
    district->neighbours = arena_new(&scenario->arena, (size_t)given->count, sizeof *district->neighbours);
    if (!district->neighbours) {
        report_no_memory(diagnostics);
        return;
    }
    for (int i = 0; i < given->count; i++) {
        int other = find_thing(districts, given->ids[i], given->places[i], diagnostics);
        if (other < 0)
            continue;
        if (other == index || is_neighbour(district, other))
            report2(diagnostics, given->places[i], other == index ? "E215" : "E216", "district", given->ids[i], NULL, NULL);
        else
            district->neighbours[district->n_neighbours++] = other;
    }
}

/* A neighbour that does not name this district takes its children, but sends none. */
static void check_mutual(const struct seatsim_scenario *scenario, int index, struct seatsim_diagnostics *diagnostics)
{
    const struct district *district = &scenario->districts[index];
    for (int i = 0; i < district->n_neighbours; i++) {
        const struct district *other = &scenario->districts[district->neighbours[i]];
        if (!is_neighbour(other, index))
            report2(diagnostics, place_of(&district->section, "neighbours"), "W212", "district", district->id, "other",
                    other->id);
    }
}

static void resolve_neighbours(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct things districts = districts_of(scenario);
    struct map map;
    if (map_things(&districts, &map, &scenario->arena, diagnostics)) {
        districts.map = &map;
        for (int index = 0; index < scenario->n_districts; index++)
            find_neighbours(scenario, index, &districts, diagnostics);
        for (int index = 0; index < scenario->n_districts; index++)
            check_mutual(scenario, index, diagnostics);
    }
    map_clear(&map);
}

/* --- entry ------------------------------------------------------------------------------------------------------- */

static bool is_averaged(enum entry_method method)
{
    return method == ENTRY_BIRTHS || method == ENTRY_PROGRESSION || method == ENTRY_LAST || method == ENTRY_MEAN
        || method == ENTRY_LINEAR;
}

/* The methods whose mean is taken: any that gives a number by itself. */
static void resolve_average(struct seatsim_scenario *scenario, struct entry *entry, struct seatsim_diagnostics *diagnostics)
{
    const char *const *names = key_of(entry_keys, "method")->names;
    const struct names *given = &entry->method_ids;
    entry->methods = arena_new(&scenario->arena, (size_t)given->count, sizeof *entry->methods);
    if (!entry->methods) {
        report_no_memory(diagnostics);
        return;
    }
    for (int i = 0; i < given->count; i++) {
        int method = 0;
        while (method < ENTRY_METHODS && strcmp(names[method], given->ids[i]) != 0)
            method++;
        if (method < ENTRY_METHODS && is_averaged((enum entry_method)method))
            entry->methods[entry->n_methods++] = (enum entry_method)method;
        else
            report2(diagnostics, given->places[i], "E217", "method", given->ids[i], "nearest",
                    text_nearest(given->ids[i], names, ENTRY_METHODS));
    }
}

static void resolve_entry(struct seatsim_scenario *scenario, struct entry *entry, const char *stage,
                          struct seatsim_diagnostics *diagnostics)
{
    struct place place = place_of(&entry->section, "method");
    if (entry->method == ENTRY_AVERAGE && entry->method_ids.count == 0)
        report2(diagnostics, place, "E218", "stage", stage, "key", "methods");
    if (entry->method == ENTRY_FIXED && entry->values.count == 0)
        report2(diagnostics, place, "E218", "stage", stage, "key", "values");
    if (entry->method != ENTRY_BIRTHS && entry->method != ENTRY_AVERAGE && entry->section.node
        && node_get(entry->section.node, "rate"))
        report2(diagnostics, place_of(&entry->section, "rate"), "W214", "stage", stage, NULL, NULL);
    if (entry->method == ENTRY_AVERAGE)
        resolve_average(scenario, entry, diagnostics);
}

/* --- flows between grades ---------------------------------------------------------------------------------------- */

/* The first value of a flow in a grade; 0 where it is not given. */
static double flow_at(const struct grade_series *flow, int grade)
{
    if (flow->count == 0)
        return 0;
    return flow->series[flow->count == 1 ? 0 : grade].values[0];
}

/* Promotion, repetition and dropout are parts of a grade: together they are all of it, or leave a rest for the third. */
static void check_flows(const struct seatsim_scenario *scenario, const struct district *district, int index,
                        struct seatsim_diagnostics *diagnostics)
{
    const struct grade_series *promotion = &district->promotion[index], *repetition = &district->repetition[index],
                              *dropout = &district->dropout[index];
    bool all = promotion->count > 0 && repetition->count > 0 && dropout->count > 0;
    const char *key = promotion->count > 0 ? "promotion" : repetition->count > 0 ? "repetition" : "dropout";
    const struct stage *stage = &scenario->stages[index];
    for (int grade = 0; grade < stage->n_grades; grade++) {
        double sum = flow_at(promotion, grade) + flow_at(repetition, grade) + flow_at(dropout, grade);
        if (sum <= 1 + 1e-9 && (!all || sum >= 1 - 1e-9))
            continue;
        report(diagnostics, place_of(&district->section, key), "E219",
               (struct slot[]) { { "stage", stage->id }, { "grade", stage->grade_ids[grade] },
                                 { "sum", sum_text(sum).text }, { NULL, NULL } });
        return;
    }
}

/* Where flows are given, progression counts for nothing. */
static void check_progression(const struct district *district, int index, const char *stage,
                              struct seatsim_diagnostics *diagnostics)
{
    bool flows =
        district->promotion[index].count > 0 || district->repetition[index].count > 0 || district->dropout[index].count > 0;
    const struct node *given = district->section.node ? node_get(district->section.node, "progression") : NULL;
    const struct node *of_stage = given ? node_get(node_value(given), stage) : NULL;
    if (flows && of_stage)
        report2(diagnostics, of_stage->place, "W213", "stage", stage, NULL, NULL);
}

/* --- staff ------------------------------------------------------------------------------------------------------- */

static void check_staff(const struct stage *stage, const struct staff_list *list, struct seatsim_diagnostics *diagnostics)
{
    struct things posts = { "post", stage->posts, stage->n_posts, sizeof *stage->posts, offsetof(struct post, id), NULL };
    for (int i = 0; i < list->n_staff; i++)
        find_thing(&posts, list->staff[i].id, list->staff[i].section.node->place, diagnostics);
}

static void resolve_stage(struct seatsim_scenario *scenario, struct district *district, int index,
                          struct seatsim_diagnostics *diagnostics)
{
    const struct stage *stage = &scenario->stages[index];
    const struct numbers *waiting = &district->waiting[index];
    if (waiting->count > 1 && waiting->count != stage->n_grades)
        report(diagnostics, waiting->places[0], "E210",
               (struct slot[]) { { "stage", stage->id }, { "given", number_text(waiting->count).text },
                                 { "grades", number_text(stage->n_grades).text }, { NULL, NULL } });
    resolve_entry(scenario, &district->entry[index], stage->id, diagnostics);
    check_flows(scenario, district, index, diagnostics);
    check_progression(district, index, stage->id, diagnostics);
    check_staff(stage, &district->staff[index], diagnostics);
}

void resolve_people(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    resolve_neighbours(scenario, diagnostics);
    for (int district = 0; district < scenario->n_districts; district++)
        for (int stage = 0; stage < scenario->n_stages; stage++)
            resolve_stage(scenario, &scenario->districts[district], stage, diagnostics);
}
