/* What must agree across the file, and what is legal but rarely meant. */
#include "model/indicators.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>

/* Pupils and seats of a district's facilities in a stage, in the base year. */
struct stock {
    double pupils, seats, best;
};

static void add_facility(const struct seatsim_scenario *scenario, const struct facility *facility, struct stock *stocks)
{
    for (int index = 0; index < facility->n_parts; index++) {
        const struct part *part = &facility->parts[index];
        struct stock *stock = &stocks[facility->district * scenario->n_stages + part->stage];
        stock->pupils += part->pupils.total;
        stock->seats += part->seats;
        stock->best += facility->sector == 0 ? part->pupils.total : 0;
    }
}

static void check_stock(const struct seatsim_scenario *scenario, const struct district *district, int stage,
                        const struct stock *stock, struct seatsim_diagnostics *diagnostics)
{
    double total = district->pupils[stage].total;
    struct place place = place_of(&district->section, "pupils");
    if (district->pupils[stage].section.node)
        place = district->pupils[stage].section.node->place;
    struct number_text pupils = number_text(total), sum = number_text(stock->pupils), seats = number_text(stock->seats);
    struct slot slots[] = { { "district", district->id }, { "stage", scenario->stages[stage].id },
                            { "total", pupils.text },     { "sum", sum.text },
                            { "seats", seats.text },      { NULL, NULL } };
    if (fabs(total - stock->pupils) > 1e-6)
        report(diagnostics, place, "E255", slots);
    else if (stock->seats < total)
        report(diagnostics, place, "W255", slots);
}

/* Whether the base year meets a target of the public share already. */
static bool is_met_already(const struct seatsim_scenario *scenario, const struct target *target, const struct stock *stocks)
{
    double best = 0, pupils = 0;
    for (int district = 0; district < scenario->n_districts; district++) {
        const struct stock *stock = &stocks[district * scenario->n_stages + target->stages[0]];
        best += stock->best;
        pupils += stock->pupils;
    }
    return pupils > 0 && best >= target->bound * pupils;
}

static void check_targets(const struct seatsim_scenario *scenario, const struct stock *stocks,
                          struct seatsim_diagnostics *diagnostics)
{
    int public_share = indicator_of("public_share");
    for (int index = 0; index < scenario->n_targets; index++) {
        const struct target *target = &scenario->targets[index];
        bool of_region = target->scope == TARGET_REGION && target->comparison == AT_LEAST && target->n_stages > 0;
        if (of_region && target->indicator == public_share && is_met_already(scenario, target, stocks))
            report2(diagnostics, place_of(&target->section, "at_least"), "W256", "target", target->id, NULL, NULL);
    }
}

/* The stages that somebody serves, or those that nobody does, as a file lists them. */
static void add_stages(const struct seatsim_scenario *scenario, bool served, struct buffer *list)
{
    for (int stage = 0; stage < scenario->n_stages; stage++)
        if (is_served(scenario, stage) == served) {
            buffer_text(list, list->length > 0 ? ", " : "");
            buffer_text(list, scenario->stages[stage].id);
        }
}

/* A plan for kindergartens alone, say, under a standard that has schools too. */
static void check_served(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct buffer served, others;
    buffer_init(&served, &scenario->arena.allocator);
    buffer_init(&others, &scenario->arena.allocator);
    add_stages(scenario, true, &served);
    add_stages(scenario, false, &others);
    if (served.failed || others.failed)
        report_no_memory(diagnostics);
    else if (served.length > 0 && others.length > 0)
        report2(diagnostics, place_of(&scenario->section, "facilities"), "W258", "stages", others.text, "served", served.text);
    buffer_clear(&served);
    buffer_clear(&others);
}

void check_sums(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    size_t count = (size_t)scenario->n_districts * (size_t)scenario->n_stages;
    struct stock *stocks = arena_new(&scenario->arena, count, sizeof *stocks);
    if (!stocks) {
        report_no_memory(diagnostics);
        return;
    }
    for (int facility = 0; facility < scenario->n_facilities; facility++)
        if (scenario->facilities[facility].opened_by < 0)
            add_facility(scenario, &scenario->facilities[facility], stocks);
    for (int district = 0; district < scenario->n_districts; district++)
        for (int stage = 0; stage < scenario->n_stages; stage++)
            check_stock(scenario, &scenario->districts[district], stage, &stocks[district * scenario->n_stages + stage],
                        diagnostics);
    check_targets(scenario, stocks, diagnostics);
    check_served(scenario, diagnostics);
}
