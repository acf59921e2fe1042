#include "random_scenario.h"

#include "model/demand.h"
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static uint64_t chance_word(struct chance *chance)
{
    uint64_t word = chance->state += 0x9E3779B97F4A7C15u;
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9u;
    word = (word ^ word >> 27) * 0x94D049BB133111EBu;
    return word ^ word >> 31;
}

int chance_below(struct chance *chance, int count)
{
    return (int)(chance_word(chance) % (uint64_t)count);
}

double chance_between(struct chance *chance, double low, double high)
{
    return low + (high - low) * ((double)(chance_word(chance) >> 11) / 9007199254740992.0);
}

bool chance_one_in(struct chance *chance, int count)
{
    return chance_below(chance, count) == 0;
}

enum { BASE = 2020, HORIZON = 2025 };

static const char *name(struct seatsim_scenario *scenario, const char *kind, int number)
{
    char text[32];
    snprintf(text, sizeof text, "%s-%d", kind, number);
    const char *copy = arena_copy(&scenario->arena, text, strlen(text));
    assert_non_null(copy);
    return copy;
}

static void random_stages(struct chance *chance, struct seatsim_scenario *scenario)
{
    static const char *const ids[] = { "kindergarten", "primary", "junior" };
    int count = 1 + chance_below(chance, 3), age = 3;
    for (int i = 0; i < count; i++) {
        int grades = 1 + chance_below(chance, 4);
        struct stage *stage = built_stage(scenario, ids[i], i > 0, age, grades, 20 + chance_below(chance, 30));
        stage->oversize = chance_one_in(chance, 2) ? stage->class_limit[0] + 8 : NAN;
        age += grades;
    }
}

static void random_allocation(struct chance *chance, struct seatsim_scenario *scenario, int features)
{
    for (int i = 0; i < scenario->n_stages; i++) {
        struct allocation *allocation = &scenario->allocation[i];
        allocation->policy = chance_one_in(chance, 2) ? POLICY_PUBLIC_FIRST : POLICY_PROPORTIONAL;
        allocation->order = chance_one_in(chance, 3) ? ORDER_ENTRY_FIRST : ORDER_TOGETHER;
        allocation->transfer = features & WITH_TRANSFERS && chance_one_in(chance, 2) ? chance_between(chance, 0, 1) : 0;
    }
}

static void random_births(struct chance *chance, struct seatsim_scenario *scenario, struct births *births)
{
    enum { YEARS = 25 };
    int *years = arena_new(&scenario->arena, YEARS, sizeof *years);
    double *values = arena_new(&scenario->arena, YEARS, sizeof *values);
    assert_true(years && values);
    for (int i = 0; i < YEARS; i++) {
        years[i] = BASE - YEARS + 3 + i;
        values[i] = chance_below(chance, 150);
    }
    births->given = (struct series) { YEARS, years, values, false, INTERPOLATE_LINEAR };
    births->projection = chance_one_in(chance, 2) ? PROJECT_RATE : PROJECT_HOLD;
    births->rate = chance_between(chance, -0.2, 0.2);
}

static void random_district(struct chance *chance, struct seatsim_scenario *scenario)
{
    int index = built_district(scenario, name(scenario, "district", scenario->n_districts), 0);
    struct district *district = &scenario->districts[index];
    random_births(chance, scenario, &district->births);
    for (int stage = 0; stage < scenario->n_stages; stage++) {
        double grades[6];
        for (int grade = 0; grade < 6; grade++)
            grades[grade] = chance_one_in(chance, 5) ? 0 : chance_below(chance, 160);
        built_pupils(scenario, index, stage, grades);
        district->waiting[stage] = built_number(scenario, chance_one_in(chance, 3) ? chance_below(chance, 40) : 0);
        district->entry[stage].method = stage == 0 || chance_one_in(chance, 4) ? ENTRY_BIRTHS : ENTRY_PROGRESSION;
        district->entry[stage].rate = built_series(scenario, chance_between(chance, 0.7, 1.2));
        district->progression[stage] = built_grade_series(scenario, chance_between(chance, 0.85, 1.1));
        district->through[stage] = built_series(scenario, chance_between(chance, 0.8, 1));
    }
}

static int random_facility(struct chance *chance, struct seatsim_scenario *scenario, int district, int features)
{
    int sites = features & WITH_SITES && chance_one_in(chance, 3) ? 2 + chance_below(chance, 4) : 1;
    int sector = chance_below(chance, 3);
    int index = built_facility(scenario, name(scenario, "facility", scenario->n_facilities), district, sector, sites);
    int first = chance_below(chance, scenario->n_stages), last = chance_one_in(chance, 3) ? scenario->n_stages - 1 : first;
    scenario->facilities[index].through = !chance_one_in(chance, 3);
    for (int stage = first; stage <= last; stage++) {
        int rooms = 1 + chance_below(chance, 8), seats = chance_below(chance, 200);
        built_part(scenario, index, stage, sites * rooms, sites * seats, 0);
    }
    return index;
}

static struct part *part_in(struct seatsim_scenario *scenario, int facility, int stage)
{
    for (int i = 0; i < scenario->facilities[facility].n_parts; i++)
        if (scenario->facilities[facility].parts[i].stage == stage)
            return &scenario->facilities[facility].parts[i];
    return NULL;
}

/* The district's pupils of a stage, dealt whole to those who serve it; a district that nobody serves has none. */
static void deal_pupils(struct chance *chance, struct seatsim_scenario *scenario, int district, int stage)
{
    struct pupils *pupils = &scenario->districts[district].pupils[stage];
    static const double nobody[6];
    double weights[64], shares[64];
    struct part *parts[64];
    int count = 0;
    for (int i = 0; i < scenario->n_facilities; i++)
        if (scenario->facilities[i].district == district && part_in(scenario, i, stage)) {
            weights[count] = chance_between(chance, 0, 1);
            parts[count++] = part_in(scenario, i, stage);
        }
    if (count == 0) {
        built_pupils(scenario, district, stage, nobody);
        return;
    }
    deal_whole(pupils->total, count, weights, shares);
    for (int i = 0; i < count; i++)
        parts[i]->pupils.total = shares[i];
}

static int random_year(struct chance *chance)
{
    return BASE + 1 + chance_below(chance, HORIZON - BASE);
}

static void random_expansion(struct chance *chance, struct seatsim_scenario *scenario, int facility)
{
    struct project *project = built_project(scenario, PROJECT_EXPAND, facility, random_year(chance));
    const struct facility *of = &scenario->facilities[facility];
    project->stage = of->parts[chance_below(chance, of->n_parts)].stage;
    project->rooms = chance_below(chance, 5);
    project->seats = chance_below(chance, 90);
    project->until = chance_one_in(chance, 2) ? project->effective + 1 + chance_below(chance, 3) : 0;
}

static void random_opening(struct chance *chance, struct seatsim_scenario *scenario, int features)
{
    int facility = random_facility(chance, scenario, chance_below(chance, scenario->n_districts), features);
    struct project *project = built_opening(scenario, facility, random_year(chance), FILL_ALL);
    project->fill = chance_one_in(chance, 2) ? FILL_ENTRY : FILL_ALL;
    if (scenario->n_rules > 0 && chance_one_in(chance, 2)) {
        project->rule = chance_below(chance, scenario->n_rules);
        scenario->facilities[facility].sector = -1;
    }
}

/* A change of sector, of some but not all of the sites where there are several. */
static void random_conversion(struct chance *chance, struct seatsim_scenario *scenario, int facility)
{
    struct project *project = built_project(scenario, PROJECT_CONVERT_SECTOR, facility, random_year(chance));
    project->sector = chance_below(chance, 3);
    if (scenario->facilities[facility].sites == 1)
        return;
    int split = built_facility(scenario, name(scenario, "split", facility), scenario->facilities[facility].district,
                               project->sector, 1 + chance_below(chance, scenario->facilities[facility].sites - 1));
    for (int i = 0; i < scenario->facilities[facility].n_parts; i++)
        built_part(scenario, split, scenario->facilities[facility].parts[i].stage, 0, 0, 0);
    scenario->facilities[split].through = scenario->facilities[facility].through;
    scenario->facilities[split].opened_by = scenario->n_projects - 1;
    project->sites = scenario->facilities[split].sites;
    project->split = split;
}

static void random_room_conversion(struct chance *chance, struct seatsim_scenario *scenario, int facility)
{
    const struct facility *of = &scenario->facilities[facility];
    if (of->n_parts < 2)
        return;
    struct project *project = built_project(scenario, PROJECT_CONVERT_ROOMS, facility, random_year(chance));
    project->stage = of->parts[0].stage;
    project->to_stage = of->parts[1].stage;
    project->rooms = 1 + chance_below(chance, 4);
}

static void random_projects(struct chance *chance, struct seatsim_scenario *scenario, int features)
{
    int standing = scenario->n_facilities;
    for (int i = 0; i < standing; i++) {
        if (chance_one_in(chance, 3))
            random_expansion(chance, scenario, i);
        if (features & WITH_CONVERSIONS && chance_one_in(chance, 4))
            random_conversion(chance, scenario, i);
        if (features & WITH_CONVERSIONS && chance_one_in(chance, 3))
            random_room_conversion(chance, scenario, i);
    }
    for (int i = chance_below(chance, 5); i > 0; i--)
        random_opening(chance, scenario, features);
}

static void random_rule(struct chance *chance, struct seatsim_scenario *scenario)
{
    int stage = chance_below(chance, scenario->n_stages), sector = chance_below(chance, 3), otherwise = chance_below(chance, 3);
    double bound = chance_between(chance, 0, 1);
    built_rule(scenario, stage, bound, sector, otherwise, chance_one_in(chance, 2) ? RULE_REGION : RULE_DISTRICT);
}

/* Some districts look to some of the others, in an order of their own; some stages let children go there. */
static void random_neighbours(struct chance *chance, struct seatsim_scenario *scenario)
{
    static const double shares[] = { 0, 0.05, 0.3, 1 };
    for (int i = 0; i < scenario->n_districts; i++) {
        struct district *district = &scenario->districts[i];
        int first = chance_below(chance, scenario->n_districts);
        district->neighbours = arena_new(&scenario->arena, (size_t)scenario->n_districts, sizeof *district->neighbours);
        assert_non_null(district->neighbours);
        for (int j = 0; j < scenario->n_districts; j++) {
            int other = (first + j) % scenario->n_districts;
            if (other != i && !chance_one_in(chance, 3))
                district->neighbours[district->n_neighbours++] = other;
        }
    }
    for (int i = 0; i < scenario->n_stages; i++)
        scenario->allocation[i].max_share = shares[chance_below(chance, 4)];
}

struct seatsim_scenario *random_scenario(uint64_t seed, int features)
{
    struct chance chance = { seed * 0x2545F4914F6CDD1Du + 1 };
    struct seatsim_scenario *scenario = built_new(BASE, HORIZON);
    scenario->cutoff_month = 1 + chance_below(&chance, 12);
    scenario->cutoff_day = 1 + chance_below(&chance, 28);
    random_stages(&chance, scenario);
    random_allocation(&chance, scenario, features);
    for (int i = 1 + chance_below(&chance, 4); i > 0; i--)
        random_district(&chance, scenario);
    for (int i = scenario->n_districts + chance_below(&chance, 10); i > 0; i--)
        random_facility(&chance, scenario, chance_below(&chance, scenario->n_districts), features);
    for (int district = 0; district < scenario->n_districts; district++)
        for (int stage = 0; stage < scenario->n_stages; stage++)
            deal_pupils(&chance, scenario, district, stage);
    if (features & WITH_RULES && chance_one_in(&chance, 2))
        random_rule(&chance, scenario);
    random_projects(&chance, scenario, features);
    if (features & WITH_NEIGHBOURS && chance_one_in(&chance, 2))
        random_neighbours(&chance, scenario);
    return scenario;
}
