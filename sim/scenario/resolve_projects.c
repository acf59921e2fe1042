/* Rules, and projects: what is opened, expanded and converted, in file order. Opened and split-off facilities are appended. */
#include "base/map.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>
#include <string.h>

static void resolve_rule(struct seatsim_scenario *scenario, struct rule *rule, struct seatsim_diagnostics *diagnostics)
{
    struct things sectors = sectors_of(scenario), stages = stages_of(scenario);
    const struct condition *given = &rule->given;
    rule->sector = find_thing(&sectors, rule->sector_id, place_of(&rule->section, "sector"), diagnostics);
    rule->otherwise = find_thing(&sectors, rule->otherwise_id, place_of(&rule->section, "otherwise"), diagnostics);
    rule->indicator = find_indicator(given->indicator_id, place_of(&given->section, "indicator"), diagnostics);
    rule->stage = find_thing(&stages, given->stage_id, place_of(&given->section, "stage"), diagnostics);
    if (isnan(given->below) == isnan(given->at_least))
        report2(diagnostics, given->section.node->place, "E231", "rule", rule->id, NULL, NULL);
    rule->below = !isnan(given->below);
    rule->bound = rule->below ? given->below : given->at_least;
}

void resolve_rules(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    for (int index = 0; index < scenario->n_rules; index++) {
        struct rule *rule = &scenario->rules[index];
        resolve_rule(scenario, rule, diagnostics);
        if (sector_of(scenario, rule->id) >= 0)
            report2(diagnostics, rule->section.node->place, "E232", "rule", rule->id, NULL, NULL);
    }
}

/* --- projects ---------------------------------------------------------------------------------------------------- */

struct projecting {
    struct seatsim_scenario *scenario;
    struct map facilities, districts;
    struct seatsim_diagnostics *diagnostics;
};

/* The sector a project gives: a sector's name, or that of a rule which decides. */
static void resolve_given_sector(struct projecting *at, struct project *project, const char *key, const char *id)
{
    const char *names[200];
    int count = 0;
    project->sector = sector_of(at->scenario, id);
    for (int rule = 0; project->sector < 0 && project->rule < 0 && rule < at->scenario->n_rules; rule++)
        if (strcmp(at->scenario->rules[rule].id, id) == 0)
            project->rule = rule;
    if (project->sector >= 0 || project->rule >= 0)
        return;
    for (int sector = 0; sector < at->scenario->n_sectors && count < 100; sector++)
        names[count++] = at->scenario->sectors[sector].id;
    for (int rule = 0; rule < at->scenario->n_rules && count < 200; rule++)
        names[count++] = at->scenario->rules[rule].id;
    report2(at->diagnostics, place_of(&project->section, key), "E233", "id", id, "nearest", text_nearest(id, names, count));
}

static void check_years(struct projecting *at, struct project *project)
{
    const struct seatsim_scenario *scenario = at->scenario;
    project->lag = (int)project->given_lag;
    project->effective = project->year + project->lag;
    struct place place = place_of(&project->section, "year");
    if (project->effective <= scenario->base_year)
        report2(at->diagnostics, place, "E235", "year", number_text(project->effective).text, "base",
                number_text(scenario->base_year).text);
    if (project->effective > scenario->horizon)
        report2(at->diagnostics, place, "W230", "year", number_text(project->effective).text, "horizon",
                number_text(scenario->horizon).text);
    if (project->until && project->until <= project->effective)
        report2(at->diagnostics, place_of(&project->section, "until"), "E236", "until", number_text(project->until).text, "year",
                number_text(project->effective).text);
}

static struct facility *append_facility(struct projecting *at, const char *id, struct place place)
{
    struct seatsim_scenario *scenario = at->scenario;
    struct facility *facility = &scenario->facilities[scenario->n_facilities];
    int put = map_put(&at->facilities, id, strlen(id), scenario->n_facilities);
    if (put < 0)
        report_no_memory(at->diagnostics);
    if (put == 0)
        report2(at->diagnostics, place, "E237", "id", id, NULL, NULL);
    if (put != 1)
        return NULL;
    scenario->n_facilities++;
    facility->id = id;
    return facility;
}

/* The capacity a project gives itself, without `stages`. */
static struct given_part given_capacity(const struct project *project)
{
    return (struct given_part){ .section = project->section, .rooms = project->given_rooms, .classes = project->given_classes,
                                .seats = project->given_seats };
}

static void resolve_open(struct projecting *at, struct project *project, int index)
{
    struct facility *facility = append_facility(at, project->open_id, place_of(&project->section, "open"));
    struct given_part single = given_capacity(project);
    resolve_given_sector(at, project, "sector", project->sector_id ? project->sector_id : "public");
    project->sites = isnan(project->given_sites) ? 1 : (int)project->given_sites;
    if (!facility)
        return;
    project->facility = (int)(facility - at->scenario->facilities);
    facility->section = project->section;
    facility->title = project->title;
    facility->sector = project->sector;
    facility->sites = project->sites;
    facility->through = project->through;
    facility->opened_by = index;
    facility->district = district_named(at->scenario, project->district_id, &project->section, &at->districts, at->diagnostics);
    resolve_parts(at->scenario, &project->section, project->stage_id, &single, project->given_stages, facility, at->diagnostics);
}

/* The facility a project changes, if it is there by then; NULL after a message. */
static const struct facility *changed_facility(struct projecting *at, struct project *project, const char *key, const char *id)
{
    struct seatsim_scenario *scenario = at->scenario;
    struct things list = {
        "facility",     scenario->facilities, scenario->n_facilities, sizeof *scenario->facilities, offsetof(struct facility, id),
        &at->facilities
    };
    project->facility = find_thing(&list, id, place_of(&project->section, key), at->diagnostics);
    if (project->facility < 0)
        return NULL;
    const struct facility *facility = &scenario->facilities[project->facility];
    if (facility->opened_by < 0 || scenario->projects[facility->opened_by].effective <= project->effective)
        return facility;
    report(at->diagnostics, place_of(&project->section, "year"), "E238",
           (struct slot[]){ { "id", id },
                            { "year", number_text(project->effective).text },
                            { "opens", number_text(scenario->projects[facility->opened_by].effective).text },
                            { NULL, NULL } });
    return NULL;
}

static const struct part *part_of(const struct facility *facility, int stage)
{
    for (int part = 0; part < facility->n_parts; part++)
        if (facility->parts[part].stage == stage)
            return &facility->parts[part];
    return NULL;
}

/* The stage a key names, which the facility must serve; the facility's only one when the key is not given. */
static int served_stage(struct projecting *at, const struct project *project, const struct facility *facility, const char *key,
                        const char *id)
{
    struct things stages = stages_of(at->scenario);
    if (!id && facility->n_parts == 1)
        return facility->parts[0].stage;
    if (!id) {
        report2(at->diagnostics, project->section.node->place, "E239", "key", key, "id", facility->id);
        return -1;
    }
    int stage = find_thing(&stages, id, place_of(&project->section, key), at->diagnostics);
    if (stage >= 0 && part_of(facility, stage))
        return stage;
    if (stage >= 0)
        report2(at->diagnostics, place_of(&project->section, key), "E240", "id", facility->id, "stage", id);
    return -1;
}

static void resolve_expand(struct projecting *at, struct project *project)
{
    const struct facility *facility = changed_facility(at, project, "expand", project->expand_id);
    struct given_part given = given_capacity(project);
    struct part added = { .stage = facility ? served_stage(at, project, facility, "stage", project->stage_id) : -1 };
    if (added.stage < 0)
        return;
    project->stage = added.stage;
    resolve_part(at->scenario, &given, project->section.node->place, &added, at->diagnostics);
    project->rooms = added.rooms;
    project->seats = added.seats;
}

static void resolve_convert_rooms(struct projecting *at, struct project *project, const struct facility *facility)
{
    project->kind = PROJECT_CONVERT_ROOMS;
    project->stage = served_stage(at, project, facility, "from", project->from_id);
    project->to_stage = served_stage(at, project, facility, "to_stage", project->to_stage_id);
    project->rooms = isnan(project->given_rooms) ? project->given_classes : project->given_rooms;
    if (isnan(project->rooms))
        report(at->diagnostics, project->section.node->place, "E241", NULL);
    if (project->from_id && project->stage >= 0 && project->stage == project->to_stage)
        report(at->diagnostics, place_of(&project->section, "to_stage"), "E245", NULL);
    if (project->stage < 0)
        return;
    project->seats = project->rooms * at->scenario->stages[project->stage].planned_class;
    if (facility->opened_by < 0 && project->rooms > part_of(facility, project->stage)->rooms)
        report(at->diagnostics, place_of(&project->section, "rooms"), "W231",
               (struct slot[]){ { "id", facility->id },
                                { "rooms", number_text(project->rooms).text },
                                { "there", number_text(part_of(facility, project->stage)->rooms).text },
                                { NULL, NULL } });
}

/* The facility that the split-off sites become: nothing of its own until the conversion. */
static int append_split(struct projecting *at, const struct project *project, const struct facility *from, int index)
{
    struct number_text year = number_text(project->effective);
    const char *parts[] = { from->id, "-to-", project->to_sector_id, "-", year.text };
    const char *id = arena_join(&at->scenario->arena, parts, 5);
    struct facility *split = id ? append_facility(at, id, place_of(&project->section, "convert")) : NULL;
    if (!split)
        return -1;
    int number = (int)(split - at->scenario->facilities);
    *split = *from;
    split->id = id;
    split->sector = project->sector;
    split->sites = project->sites;
    split->opened_by = index;
    split->parts = arena_new(&at->scenario->arena, (size_t)from->n_parts, sizeof *split->parts);
    for (int part = 0; split->parts && part < from->n_parts; part++)
        split->parts[part] = (struct part){ .section = project->section, .stage = from->parts[part].stage };
    if (!split->parts)
        report_no_memory(at->diagnostics);
    return number;
}

/* Sites of the same facility that earlier rows of the file split off. */
static int split_before(const struct seatsim_scenario *scenario, const struct project *project)
{
    int sites = 0;
    for (const struct project *earlier = scenario->projects; earlier < project; earlier++)
        if (earlier->kind == PROJECT_CONVERT_SECTOR && earlier->facility == project->facility && earlier->split >= 0)
            sites += earlier->sites;
    return sites;
}

static void resolve_convert(struct projecting *at, struct project *project, int index)
{
    const struct facility *facility = changed_facility(at, project, "convert", project->convert_id);
    if (!facility)
        return;
    if (!project->to_sector_id) {
        resolve_convert_rooms(at, project, facility);
        return;
    }
    project->kind = PROJECT_CONVERT_SECTOR;
    resolve_given_sector(at, project, "to_sector", project->to_sector_id);
    project->sites = isnan(project->given_sites) ? facility->sites : (int)project->given_sites;
    if (!isnan(project->given_sites) && project->sites > facility->sites - split_before(at->scenario, project))
        report(at->diagnostics, place_of(&project->section, "sites"), "E242",
               (struct slot[]){ { "id", facility->id },
                                { "sites", number_text(project->sites).text },
                                { "there", number_text(facility->sites).text },
                                { NULL, NULL } });
    if (project->sites < facility->sites && (project->sector >= 0 || project->rule >= 0))
        project->split = append_split(at, project, facility, index);
}

/* Keys that mean something for some kinds only. */
static void check_kind(struct projecting *at, const struct project *project)
{
    static const struct {
        const char *key, *kinds[2];
    } rows[] = {
        { "until", { "expand", NULL } },      { "fill", { "open", NULL } },       { "sector", { "open", NULL } },
        { "to_sector", { "convert", NULL } }, { "from", { "convert", NULL } },    { "to_stage", { "convert", NULL } },
        { "stage", { "open", "expand" } },    { "stages", { "open", NULL } },     { "district", { "open", NULL } },
        { "seats", { "open", "expand" } },    { "sites", { "open", "convert" } }, { "through", { "open", NULL } },
    };
    const char *kind = project->open_id ? "open" : project->expand_id ? "expand" : "convert";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (node_get(project->section.node, rows[i].key) && strcmp(rows[i].kinds[0], kind) != 0 &&
            (!rows[i].kinds[1] || strcmp(rows[i].kinds[1], kind) != 0))
            report2(at->diagnostics, place_of(&project->section, rows[i].key), "E244", "key", rows[i].key, "kind", kind);
}

static void resolve_project(struct projecting *at, struct project *project, int index)
{
    int kinds = (project->open_id != NULL) + (project->expand_id != NULL) + (project->convert_id != NULL);
    project->facility = project->stage = project->to_stage = project->sector = project->rule = project->split = -1;
    check_years(at, project);
    if (kinds != 1) {
        report(at->diagnostics, project->section.node->place, "E243", NULL);
        return;
    }
    check_kind(at, project);
    if (project->open_id) {
        project->kind = PROJECT_OPEN;
        resolve_open(at, project, index);
    } else if (project->expand_id) {
        project->kind = PROJECT_EXPAND;
        resolve_expand(at, project);
    } else
        resolve_convert(at, project, index);
}

/* Room for what projects append: one facility each at most. */
static bool grow_facilities(struct seatsim_scenario *scenario)
{
    struct facility *grown =
        arena_new(&scenario->arena, (size_t)scenario->n_facilities + (size_t)scenario->n_projects, sizeof *grown);
    if (!grown)
        return false;
    if (scenario->n_facilities > 0)
        memcpy(grown, scenario->facilities, (size_t)scenario->n_facilities * sizeof *grown);
    scenario->facilities = grown;
    return true;
}

/* Openings first: a project may stand in the file before the opening of what it changes. */
static void resolve_in_order(struct projecting *at)
{
    struct seatsim_scenario *scenario = at->scenario;
    for (int openings = 1; openings >= 0; openings--)
        for (int index = 0; index < scenario->n_projects; index++)
            if ((scenario->projects[index].open_id != NULL) == openings)
                resolve_project(at, &scenario->projects[index], index);
}

void resolve_projects(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct projecting at = { .scenario = scenario, .diagnostics = diagnostics };
    struct things districts = districts_of(scenario);
    struct things facilities = {
        "facility", scenario->facilities, scenario->n_facilities, sizeof *scenario->facilities, offsetof(struct facility, id),
        NULL
    };
    if (map_things(&districts, &at.districts, &scenario->arena, diagnostics) &&
        map_things(&facilities, &at.facilities, &scenario->arena, diagnostics) && grow_facilities(scenario))
        resolve_in_order(&at);
    else
        report_no_memory(diagnostics);
    map_clear(&at.facilities);
    map_clear(&at.districts);
}
