/* What posts there are and what they and the projects cost, by year, district and stage. */
#include "engine/assemble.h"

#include <math.h>
#include <string.h>

/* --- posts ------------------------------------------------------------------------------------------------------- */

/* What happened after the base year and up to a year. */
static double happened(const struct series *events, int base_year, int year)
{
    double sum = 0;
    for (int i = 0; i < events->count; i++)
        sum += base_year < events->years[i] && events->years[i] <= year ? events->values[i] : 0;
    return sum;
}

static double available_in(const struct staff_list *list, const char *id, int base_year, int year)
{
    for (int i = 0; i < list->n_staff; i++) {
        const struct staff *staff = &list->staff[i];
        if (strcmp(staff->id, id) == 0)
            return posts_filled(staff->available, staff->attrition, year - base_year, happened(&staff->hires, base_year, year));
    }
    return NAN;
}

static void fill_posts(const struct plan *plan, const struct plan_district *filled, int stage, int year)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    const struct stage *given = &scenario->stages[stage];
    const struct staff_list *list = &scenario->districts[filled->index].staff[stage];
    struct post_kind *posts = filled->posts + (ptrdiff_t)year * plan->n_posts + plan->stages[stage].first_post;
    for (int i = 0; i < given->n_posts; i++)
        posts[i] = (struct post_kind) {
            .pupils_per_post = given->posts[i].pupils_per_post,
            .per_class = given->posts[i].per_class,
            .available = available_in(list, given->posts[i].id, scenario->base_year, scenario->base_year + year),
            .salary = amount_named(&scenario->money.unit.post, given->posts[i].id, 0),
            .teaches = strcmp(given->posts[i].id, "teacher") == 0,
        };
}

/* --- projects ---------------------------------------------------------------------------------------------------- */

/* The seats that a project brings to a stage. */
static double seats_brought(const struct seatsim_scenario *scenario, const struct project *project, int stage)
{
    if (project->kind == PROJECT_EXPAND)
        return project->stage == stage ? project->seats : 0;
    const struct part *part = facility_part(&scenario->facilities[project->facility], stage);
    return project->kind == PROJECT_OPEN && part ? part->seats : 0;
}

/* Whether a project concerns a stage: the one that gets rooms or seats, otherwise those that its facility serves by itself. */
static bool concerns(const struct seatsim_scenario *scenario, const struct project *project, int stage)
{
    if (project->kind == PROJECT_CONVERT_ROOMS)
        return stage == project->to_stage;
    if (project->kind == PROJECT_EXPAND)
        return stage == project->stage;
    const struct part *part = facility_part(&scenario->facilities[project->facility], stage);
    return part && part->merged_in == 0;
}

static int payer_of(const struct plan *plan, const struct project *project)
{
    const struct name_list *payers = &plan->measures->names[OF_PAYER];
    for (int i = 0; project->payer && i < payers->count; i++)
        if (strcmp(payers->names[i], project->payer) == 0)
            return i;
    return -1;
}

/* Money of a project that falls in a year, in its place. */
static void pay(struct payments *payments, int payer, double amount)
{
    payments->capital += amount;
    if (payer >= 0)
        payments->paid[payer] += amount;
}

/* The share of a cost that falls so many years after the project's year. */
static double phase(const struct distribution *phasing, int years)
{
    if (phasing->count == 0)
        return years == 0;
    for (int i = 0; i < phasing->count; i++)
        if (phasing->years[i] == years)
            return phasing->shares[i];
    return 0;
}

/* A cost that is given lies over the stages as the seats do, in equal parts where the project brings none; otherwise it is
 * seats times the price of one. */
struct project_cost cost_of_project(const struct seatsim_scenario *scenario, const struct project *project, int stage, int year)
{
    struct project_cost cost = { .share = NAN, .price = NAN };
    if (!concerns(scenario, project, stage))
        return cost;
    cost.phase = phase(&project->phasing, scenario->base_year + year - project->year);
    cost.seats = seats_brought(scenario, project, stage);
    for (int i = 0; i < scenario->n_stages; i++) {
        cost.all_seats += seats_brought(scenario, project, i);
        cost.stages += concerns(scenario, project, i);
    }
    if (isnan(project->cost))
        cost.price = amount_named(&scenario->money.unit.seat, scenario->stages[stage].id, 0);
    else
        cost.share = cost.all_seats > 0 ? cost.seats / cost.all_seats : 1.0 / cost.stages;
    cost.amount = (isnan(project->cost) ? cost.seats * cost.price : project->cost * cost.share) * cost.phase;
    return cost;
}

static void pay_for(const struct plan *plan, const struct project *project, int stage)
{
    int payer = payer_of(plan, project);
    if (!concerns(plan->scenario, project, stage))
        return;
    struct payments *payments = plan->parts[plan->facilities[project->facility].parts[stage]].payments;
    for (int year = 0; year < plan->years; year++)
        pay(&payments[year], payer, cost_of_project(plan->scenario, project, stage, year).amount);
}

/* What each payer has paid so far, discounted. */
static void add_up(const struct plan *plan, struct payments *payments)
{
    int payers = plan->measures->names[OF_PAYER].count;
    for (int payer = 0; payer < payers; payer++) {
        real sum = 0;
        for (int year = 0; year < plan->years; year++) {
            sum += payments[year].paid[payer] * pow(1 + plan->scenario->money.discount, -year);
            payments[year].paid_present[payer] = sum;
        }
    }
}

static bool assemble_payments(struct plan *plan)
{
    size_t payers = (size_t)plan->measures->names[OF_PAYER].count, years = (size_t)plan->years;
    for (int i = 0; i < plan->n_parts; i++) {
        struct payments *payments = arena_new(&plan->arena, years, sizeof *payments);
        real *paid = arena_new(&plan->arena, 2 * payers * years, sizeof *paid);
        if (!payments || !paid)
            return false;
        plan->parts[i].payments = payments;
        for (size_t year = 0; year < years; year++, paid += 2 * payers)
            payments[year] = (struct payments) { 0, paid, paid + payers };
    }
    for (int i = 0; i < plan->scenario->n_projects; i++)
        for (int stage = 0; stage < plan->n_stages; stage++)
            pay_for(plan, &plan->scenario->projects[i], stage);
    for (int i = 0; i < plan->n_parts; i++)
        add_up(plan, plan->parts[i].payments);
    return true;
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

static void number_posts(struct plan *plan)
{
    for (int i = 0; i < plan->n_stages; i++) {
        const struct stage *given = &plan->scenario->stages[i];
        plan->stages[i].first_post = plan->n_posts;
        plan->stages[i].n_posts = given->n_posts;
        plan->stages[i].pupil_price = amount_named(&plan->scenario->money.unit.pupil, given->id, 0);
        plan->n_posts += given->n_posts;
    }
}

bool assemble_costs(struct plan *plan)
{
    size_t years = (size_t)plan->years;
    plan->with_money = plan->scenario->money.section.node != NULL;
    number_posts(plan);
    for (int i = 0; i < plan->n_districts; i++) {
        struct plan_district *filled = &plan->districts[i];
        filled->posts = arena_new(&plan->arena, years * (size_t)plan->n_posts, sizeof *filled->posts);
        if (!filled->posts)
            return false;
        for (int year = 0; year < plan->years; year++)
            for (int stage = 0; stage < plan->n_stages; stage++)
                fill_posts(plan, filled, stage, year);
    }
    return !plan->with_money || assemble_payments(plan);
}
