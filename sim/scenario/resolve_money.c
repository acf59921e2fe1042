/* Prices name stages and posts that there are; projects name payers that there are. */
#include "scenario/lookup.h"
#include "scenario/resolve.h"

#include <string.h>

static bool is_post(const struct seatsim_scenario *scenario, const char *name)
{
    for (int stage = 0; stage < scenario->n_stages; stage++)
        for (int post = 0; post < scenario->stages[stage].n_posts; post++)
            if (strcmp(scenario->stages[stage].posts[post].id, name) == 0)
                return true;
    return false;
}

/* Names of all posts, for suggestions; returns how many. */
static int post_names(const struct seatsim_scenario *scenario, const char **names, int most)
{
    int count = 0;
    for (int stage = 0; stage < scenario->n_stages; stage++)
        for (int post = 0; post < scenario->stages[stage].n_posts && count < most; post++)
            names[count++] = scenario->stages[stage].posts[post].id;
    return count;
}

static void check_posts(const struct seatsim_scenario *scenario, const struct amounts *prices,
                        struct seatsim_diagnostics *diagnostics)
{
    const char *names[100];
    int count = post_names(scenario, names, 100);
    for (int i = 0; i < prices->count; i++)
        if (!is_post(scenario, prices->names[i]))
            report(diagnostics, prices->places[i], "E200",
                   (struct slot[]) { { "kind", "post" }, { "id", prices->names[i] },
                                     { "nearest", text_nearest(prices->names[i], names, count) }, { NULL, NULL } });
}

static void check_stages(const struct seatsim_scenario *scenario, const struct amounts *prices,
                         struct seatsim_diagnostics *diagnostics)
{
    struct things stages = stages_of(scenario);
    for (int i = 0; i < prices->count; i++)
        find_thing(&stages, prices->names[i], prices->places[i], diagnostics);
}

static bool is_payer(const struct names *payers, const char *name)
{
    for (int i = 0; i < payers->count; i++)
        if (strcmp(payers->ids[i], name) == 0)
            return true;
    return false;
}

static void check_payers(const struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    const struct names *payers = &scenario->money.payers;
    for (int index = 0; index < scenario->n_projects; index++) {
        const struct project *project = &scenario->projects[index];
        if (project->payer && !is_payer(payers, project->payer))
            report2(diagnostics, place_of(&project->section, "payer"), "E260", "payer", project->payer, "nearest",
                    text_nearest(project->payer, payers->ids, payers->count));
    }
}

void resolve_money(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    check_stages(scenario, &scenario->money.unit.pupil, diagnostics);
    check_stages(scenario, &scenario->money.unit.seat, diagnostics);
    check_posts(scenario, &scenario->money.unit.post, diagnostics);
    check_payers(scenario, diagnostics);
}
