/* Prices name stages and posts that there are; projects name payers that there are. */
#include "base/map.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"

#include <string.h>

/* Names among which the nearest is sought. */
enum { NEAR_MOST = 100 };

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
    const char *names[NEAR_MOST];
    int count = post_names(scenario, names, NEAR_MOST);
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

static void report_payer(const struct names *payers, const struct project *project, struct seatsim_diagnostics *diagnostics)
{
    int near = payers->count < NEAR_MOST ? payers->count : NEAR_MOST;
    report2(diagnostics, place_of(&project->section, "payer"), "E260", "payer", project->payer, "nearest",
            text_nearest(project->payer, payers->ids, near));
}

static void check_payers(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    const struct names *payers = &scenario->money.payers;
    struct things list = { "payer", payers->ids, payers->count, sizeof *payers->ids, 0, NULL };
    struct map map;
    bool good = map_things(&list, &map, &scenario->arena, diagnostics);
    for (int index = 0; good && index < scenario->n_projects; index++) {
        const struct project *project = &scenario->projects[index];
        if (project->payer && map_get(&map, project->payer, strlen(project->payer)) < 0)
            report_payer(payers, project, diagnostics);
    }
    map_clear(&map);
}

void resolve_money(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    check_stages(scenario, &scenario->money.unit.pupil, diagnostics);
    check_stages(scenario, &scenario->money.unit.seat, diagnostics);
    check_posts(scenario, &scenario->money.unit.post, diagnostics);
    check_payers(scenario, diagnostics);
}
