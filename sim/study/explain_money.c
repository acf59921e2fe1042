/* Where the money for projects comes from, year by year and payer by payer, and what all of it is worth in the base year. */
#include "study/explainer.h"

#include "engine/assemble.h"

#include <math.h>
#include <string.h>

/* --- what a project costs ---------------------------------------------------------------------------------------- */

/* The part of a stage: by the seats that the project brings, or one in so many stages. */
static void explain_share(struct explainer *explainer, struct explained *parent, const struct project_cost *cost,
                          const struct node *project, struct subject at)
{
    struct explained *node = explain_child_in(explainer, parent, TERM_COST_SHARE, at, cost->share, FORMULA_RATIO, FIGURE_PLAIN);
    if (!explain_opens(explainer, node))
        return;
    bool by_seats = cost->all_seats > 0;
    const struct {
        enum term term;
        double value;
    } two[] = { { by_seats ? TERM_SEATS_BROUGHT : TERM_ONE_STAGE, by_seats ? cost->seats : 1 },
                { by_seats ? TERM_ALL_SEATS_BROUGHT : TERM_STAGES_CONCERNED, by_seats ? cost->all_seats : cost->stages } };
    for (int i = 0; i < 2; i++) {
        struct explained *child = explain_child_in(explainer, node, two[i].term, at, two[i].value, FORMULA_RULE,
                                                   by_seats ? (int)UNIT_SEATS : FIGURE_PLAIN);
        explain_place(explainer, child, project);
    }
}

static void explain_phase(struct explainer *explainer, struct explained *node, const struct project *project, double phase,
                          struct subject at)
{
    const struct section phasing = { explain_key(&project->section, "phasing") };
    if (phasing.node)
        explain_given(explainer, node, TERM_PHASE, at, phase, FIGURE_PLAIN,
                      explain_key(&phasing, number_text(at.year - project->year).text));
}

/* What a project costs in the stage and year: its cost or its seats' price, the stage's part, the year's part. */
static void explain_project(struct explainer *explainer, struct explained *parent, const struct project *project,
                            const struct project_cost *cost, struct subject at)
{
    const struct node *stands = project->section.node;
    struct explained *node = explain_child(explainer, parent, TERM_COST, at, cost->amount, FORMULA_PRODUCT);
    explain_name(explainer, node, thing_name(stands));
    explain_place(explainer, node, stands);
    if (!explain_opens(explainer, node))
        return;
    if (isnan(project->cost)) {
        struct explained *seats =
            explain_child_in(explainer, node, TERM_SEATS_BROUGHT, at, cost->seats, FORMULA_RULE, UNIT_SEATS);
        explain_place(explainer, seats, stands);
        explain_given(explainer, node, TERM_SEAT_PRICE, at, cost->price, UNIT_MONEY,
                      explain_price(explainer, "seat", explainer->scenario->stages[at.stage].id));
    } else {
        explain_given(explainer, node, TERM_WHOLE_COST, at, project->cost, UNIT_MONEY, explain_key(&project->section, "cost"));
        if (cost->stages > 1)
            explain_share(explainer, node, cost, stands, at);
    }
    explain_phase(explainer, node, project, cost->phase, at);
}

void explain_capital(struct explainer *explainer, struct explained *node, const char *payer, struct subject at)
{
    const struct seatsim_scenario *scenario = explainer->scenario;
    for (int i = 0; i < scenario->n_projects; i++) {
        const struct project *project = &scenario->projects[i];
        bool here =
            at.facility < 0 ? scenario->facilities[project->facility].district == at.district : project->facility == at.facility;
        if (!here || (payer && !(project->payer && strcmp(project->payer, payer) == 0)))
            continue;
        struct project_cost cost = cost_of_project(scenario, project, at.stage, explain_autumn(explainer, at));
        if (cost.amount > 0)
            explain_project(explainer, node, project, &cost, at);
    }
}

/* --- what it is worth in the base year --------------------------------------------------------------------------- */

static double factor_of(const struct explainer *explainer, struct subject at)
{
    return pow(1 + explainer->scenario->money.discount, -explain_autumn(explainer, at));
}

/* Money of a year times its discount factor; the money is explained by the caller, in front. NULL: it is not asked for. */
static struct explained *explain_discounted(struct explainer *explainer, struct explained *parent, double money,
                                            struct subject at)
{
    struct explained *node =
        explain_child(explainer, parent, TERM_YEAR_DISCOUNTED, at, money * factor_of(explainer, at), FORMULA_PRODUCT);
    return explain_opens(explainer, node) ? node : NULL;
}

static void explain_factor(struct explainer *explainer, struct explained *parent, struct subject at)
{
    struct explained *node =
        explain_child_in(explainer, parent, TERM_FACTOR, at, factor_of(explainer, at), FORMULA_DISCOUNT, FIGURE_PLAIN);
    if (explain_opens(explainer, node))
        explain_given(explainer, node, TERM_DISCOUNT, at, explainer->scenario->money.discount, FIGURE_PLAIN,
                      explain_key(&explainer->scenario->money.section, "discount"));
}

static void explain_year_money(struct explainer *explainer, struct explained *parent, struct subject at)
{
    double money = explain_counts(explainer, at)[QUANTITY_CAPITAL] + explain_counts(explainer, at)[QUANTITY_RECURRENT];
    struct explained *node = explain_discounted(explainer, parent, money, at);
    if (!node)
        return;
    struct explained *sum = explain_child(explainer, node, TERM_YEAR_MONEY, at, money, FORMULA_SUM);
    if (explain_opens(explainer, sum)) {
        explain_quantity(explainer, sum, QUANTITY_CAPITAL, at);
        explain_quantity(explainer, sum, QUANTITY_RECURRENT, at);
    }
    explain_factor(explainer, node, at);
}

void explain_money_so_far(struct explainer *explainer, struct explained *node, struct subject at)
{
    int last = at.year;
    for (at.year = explainer->scenario->base_year; at.year <= last; at.year++)
        explain_year_money(explainer, node, at);
}

void explain_paid_so_far(struct explainer *explainer, struct explained *node, int payer, struct subject at)
{
    int last = at.year;
    for (at.year = explainer->scenario->base_year; at.year <= last; at.year++) {
        double money = explain_counts(explainer, at)[named_quantity(explainer->plan->measures, NAMED_PAID, payer)];
        struct explained *year = money > 0 ? explain_discounted(explainer, node, money, at) : NULL;
        if (!year)
            continue;
        explain_named(explainer, year, NAMED_PAID, payer, at);
        explain_factor(explainer, year, at);
    }
}
