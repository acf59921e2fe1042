/* Projects: what is opened, expanded, converted, closed and merged, in the order in which it happens. Opened and split-off
 * facilities are appended. */
#include "base/map.h"
#include "scenario/lookup.h"
#include "scenario/resolve.h"
#include "scenario/tree.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Buildings that one row may come to by mergers: what the years count with. */
enum { SITES_MOST = 100 * 1000 * 1000 };

struct projecting {
    struct seatsim_scenario *scenario;
    struct map facilities, districts, rules;
    int *gone_in; /* [n_facilities + n_projects] the year in which a facility closed or was merged away; 0: it stands */
    int *sites;   /* [n_facilities + n_projects] as they are when the project that is resolved takes effect */
    struct map splits; /* names of what is split off, without the number behind, to their index in `numbers` */
    int n_splits, *numbers; /* [n_projects] the last number that was put behind each */
    struct seatsim_diagnostics *diagnostics;
};

/* The sector a project gives: a sector's name, or that of a rule which decides. */
static void resolve_given_sector(struct projecting *at, struct project *project, const char *key, const char *id)
{
    const char *names[200];
    int count = 0;
    if (project->inline_rule) {
        project->rule = (int)(project->inline_rule - at->scenario->rules);
        return;
    }
    project->sector = sector_of(at->scenario, id);
    if (project->sector < 0)
        project->rule = map_get(&at->rules, id, strlen(id));
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
                                .seats = project->given_seats, .zone = project->zone, .resources = project->resources };
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
    facility->overflow_ids = project->overflow_ids;
    facility->tags = project->tags;
    facility->given.resources = project->resources;
    facility->opened_by = index;
    facility->district = district_named(at->scenario, project->district_id, &project->section, &at->districts, at->diagnostics);
    resolve_parts(at->scenario, &project->section, project->stage_id, &single, project->given_stages, facility, at->diagnostics);
}

/* Whether a facility is there when a project takes effect: opened, neither closed nor merged away. */
static bool stands(struct projecting *at, const struct project *project, int index)
{
    const struct facility *facility = &at->scenario->facilities[index];
    int opens = facility->opened_by < 0 ? 0 : at->scenario->projects[facility->opened_by].effective;
    int gone = at->gone_in[index];
    if (opens <= project->effective && gone == 0)
        return true;
    report(at->diagnostics, place_of(&project->section, "year"), gone ? "E246" : "E238",
           (struct slot[]) { { "id", facility->id }, { "year", number_text(project->effective).text },
                             { "opens", number_text(opens).text }, { "gone", number_text(gone).text }, { NULL, NULL } });
    return false;
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
    return stands(at, project, project->facility) ? &scenario->facilities[project->facility] : NULL;
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
    if (stage >= 0 && facility_part(facility, stage))
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
    resolve_part(at->scenario, &given, &project->section, &added, at->diagnostics);
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
    if (facility->opened_by < 0 && project->rooms > facility_part(facility, project->stage)->rooms)
        report(at->diagnostics, place_of(&project->section, "rooms"), "W231",
               (struct slot[]){ { "id", facility->id },
                                { "rooms", number_text(project->rooms).text },
                                { "there", number_text(facility_part(facility, project->stage)->rooms).text },
                                { NULL, NULL } });
}

/* The last number that was tried behind a name, kept so that a thousand splits of one name do not try a thousand each. */
static int *number_behind(struct projecting *at, const char *name)
{
    int put = map_put(&at->splits, name, strlen(name), at->n_splits);
    at->n_splits += put == 1;
    return put < 0 ? NULL : &at->numbers[map_get(&at->splits, name, strlen(name))];
}

/* A name of its own for what is split off: FACILITY-to-SECTOR-YEAR; -2, -3, ... behind it where that is taken. */
static const char *split_id(struct projecting *at, const struct project *project, const struct facility *from)
{
    struct arena *arena = &at->scenario->arena;
    struct number_text year = number_text(project->effective);
    const char *parts[] = { from->id, "-to-", project->inline_rule ? "rule" : project->to_sector_id, "-", year.text };
    const char *name = arena_join(arena, parts, 5);
    int *number = name ? number_behind(at, name) : NULL;
    while (number) {
        struct number_text next = number_text(++*number);
        const char *numbered[] = { name, *number > 1 ? "-" : "", *number > 1 ? next.text : "" };
        const char *id = arena_join(arena, numbered, 3);
        if (!id || map_get(&at->facilities, id, strlen(id)) < 0)
            return id;
    }
    return NULL;
}

/* The facility that the split-off sites become: nothing of its own until the conversion. */
static int append_split(struct projecting *at, const struct project *project, const struct facility *from, int index)
{
    const char *id = split_id(at, project, from);
    struct facility *split = id ? append_facility(at, id, place_of(&project->section, "convert")) : NULL;
    if (!split)
        return -1;
    int number = (int)(split - at->scenario->facilities);
    *split = *from;
    split->id = id;
    split->sector = project->sector;
    split->sites = project->sites;
    split->opened_by = index;
    split->parts = arena_new(&at->scenario->arena, (size_t)at->scenario->n_stages, sizeof *split->parts);
    for (int part = 0; split->parts && part < from->n_parts; part++)
        split->parts[part] = (struct part){ .section = project->section, .stage = from->parts[part].stage, .zone = NAN };
    if (!split->parts)
        report_no_memory(at->diagnostics);
    return number;
}

static void resolve_convert(struct projecting *at, struct project *project, int index)
{
    const struct facility *facility = changed_facility(at, project, "convert", project->convert_id);
    if (!facility)
        return;
    if (!project->to_sector_id && !project->inline_rule) {
        resolve_convert_rooms(at, project, facility);
        return;
    }
    project->kind = PROJECT_CONVERT_SECTOR;
    resolve_given_sector(at, project, "to_sector", project->to_sector_id);
    int there = at->sites[project->facility];
    project->sites = isnan(project->given_sites) ? there : (int)project->given_sites;
    if (project->sites > there)
        report(at->diagnostics, place_of(&project->section, "sites"), "E242",
               (struct slot[]){ { "id", facility->id },
                                { "sites", number_text(project->sites).text },
                                { "there", number_text(there).text },
                                { NULL, NULL } });
    else if (project->sites < there && (project->sector >= 0 || project->rule >= 0))
        project->split = append_split(at, project, facility, index);
    if (project->split < 0)
        return;
    at->sites[project->facility] -= project->sites;
    at->sites[project->split] = project->sites;
}

/* --- closing and merging ----------------------------------------------------------------------------------------- */

static void resolve_close(struct projecting *at, struct project *project)
{
    if (changed_facility(at, project, "close", project->close_id))
        at->gone_in[project->facility] = project->effective;
}

/* Gives the facility that stays a part for each stage of the one that goes, of no rooms until the merger. */
static void add_merged_parts(const struct project *project, struct facility *stays, const struct facility *goes)
{
    for (int i = 0; i < goes->n_parts; i++) {
        int place = stays->n_parts;
        if (facility_part(stays, goes->parts[i].stage))
            continue;
        for (; place > 0 && stays->parts[place - 1].stage > goes->parts[i].stage; place--)
            stays->parts[place] = stays->parts[place - 1];
        stays->parts[place] = (struct part) { .section = project->section, .stage = goes->parts[i].stage, .zone = NAN,
                                              .merged_in = project->effective };
        stays->n_parts++;
    }
}

static void resolve_merge(struct projecting *at, struct project *project)
{
    const struct facility *goes = changed_facility(at, project, "merge", project->merge_id);
    int merged = project->facility;
    if (!project->into_id) {
        report(at->diagnostics, project->section.node->place, "E248", NULL);
        return;
    }
    const struct facility *stays = changed_facility(at, project, "into", project->into_id);
    project->into = project->facility;
    project->facility = merged;
    if (!goes || !stays)
        return;
    if (goes == stays || goes->district != stays->district) {
        report2(at->diagnostics, place_of(&project->section, "into"), goes == stays ? "E247" : "E249", "id", goes->id, "into",
                stays->id);
        return;
    }
    add_merged_parts(project, &at->scenario->facilities[project->into], goes);
    at->gone_in[merged] = project->effective;
    if (at->sites[project->into] > SITES_MOST - at->sites[merged]) {
        report2(at->diagnostics, place_of(&project->section, "into"), "E137", "most", number_text(SITES_MOST).text, "key",
                "sites");
        return;
    }
    at->sites[project->into] += at->sites[merged];
}

static const char *const project_kinds[PROJECT_KINDS] = {
    [PROJECT_OPEN] = "open",
    [PROJECT_EXPAND] = "expand",
    [PROJECT_CONVERT_SECTOR] = "convert to_sector",
    [PROJECT_CONVERT_ROOMS] = "convert to_stage",
    [PROJECT_CLOSE] = "close",
    [PROJECT_MERGE] = "merge",
};

/* Keys that mean something for some kinds only. */
static void check_kind(struct projecting *at, const struct project *project)
{
    enum {
        OPEN = 1 << PROJECT_OPEN, EXPAND = 1 << PROJECT_EXPAND, SECTOR = 1 << PROJECT_CONVERT_SECTOR,
        ROOMS = 1 << PROJECT_CONVERT_ROOMS, MERGE = 1 << PROJECT_MERGE
    };
    static const struct {
        const char *key;
        int kinds;
    } rows[] = {
        { "until", EXPAND },         { "fill", OPEN },           { "sector", OPEN },
        { "to_sector", SECTOR },     { "from", ROOMS },          { "to_stage", ROOMS },
        { "stage", OPEN | EXPAND },  { "stages", OPEN },         { "district", OPEN },
        { "seats", OPEN | EXPAND },  { "sites", OPEN | SECTOR }, { "through", OPEN },
        { "into", MERGE },           { "zone", OPEN },           { "overflow", OPEN },
        { "tags", OPEN },            { "resources", OPEN },      { "rooms", OPEN | EXPAND | ROOMS },
        { "classes", OPEN | EXPAND | ROOMS },
    };
    bool sector = project->kind == PROJECT_CONVERT_SECTOR && node_get(project->section.node, "to_sector");
    bool rooms = project->kind == PROJECT_CONVERT_SECTOR && !sector;
    enum project_kind kind = rooms ? PROJECT_CONVERT_ROOMS : project->kind;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (node_get(project->section.node, rows[i].key) && !(rows[i].kinds & 1 << kind))
            report2(at->diagnostics, place_of(&project->section, rows[i].key), "E244", "key", rows[i].key, "kind",
                    project_kinds[kind]);
}

/* The kind of a project by the one key of its kind; false after a message. */
static bool find_kind(struct projecting *at, struct project *project)
{
    const char *const ids[PROJECT_KINDS] = {
        [PROJECT_OPEN] = project->open_id,
        [PROJECT_EXPAND] = project->expand_id,
        [PROJECT_CONVERT_SECTOR] = project->convert_id,
        [PROJECT_CLOSE] = project->close_id,
        [PROJECT_MERGE] = project->merge_id,
    };
    int kinds = 0;
    for (int kind = 0; kind < PROJECT_KINDS; kind++)
        if (ids[kind]) {
            project->kind = (enum project_kind)kind;
            kinds++;
        }
    if (kinds != 1)
        report(at->diagnostics, project->section.node->place, "E243", NULL);
    return kinds == 1;
}

static void resolve_project(struct projecting *at, struct project *project, int index)
{
    project->facility = project->into = project->stage = project->to_stage = project->sector = project->rule = project->split =
        -1;
    if (!find_kind(at, project))
        return;
    check_kind(at, project);
    switch (project->kind) {
    case PROJECT_OPEN: resolve_open(at, project, index); break;
    case PROJECT_EXPAND: resolve_expand(at, project); break;
    case PROJECT_CLOSE: resolve_close(at, project); break;
    case PROJECT_MERGE: resolve_merge(at, project); break;
    default: resolve_convert(at, project, index); break;
    }
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

static int compare_autumns(const void *a, const void *b)
{
    const struct project *first = *(struct project *const *)a, *second = *(struct project *const *)b;
    if (first->effective != second->effective)
        return first->effective < second->effective ? -1 : 1;
    return (first > second) - (first < second);
}

/* Openings first, since a project may stand in the file before the opening of what it changes; then the others in the order
 * in which they happen, that of the file inside a year. */
static void resolve_in_order(struct projecting *at)
{
    struct seatsim_scenario *scenario = at->scenario;
    struct project **others = arena_new(&scenario->arena, (size_t)scenario->n_projects, sizeof *others);
    int count = 0;
    if (!others) {
        report_no_memory(at->diagnostics);
        return;
    }
    for (int index = 0; index < scenario->n_projects; index++) {
        struct project *project = &scenario->projects[index];
        check_years(at, project);
        if (project->open_id)
            resolve_project(at, project, index);
        else
            others[count++] = project;
    }
    qsort(others, (size_t)count, sizeof *others, compare_autumns);
    for (int i = 0; i < scenario->n_facilities; i++)
        at->sites[i] = scenario->facilities[i].sites;
    for (int i = 0; i < count; i++)
        resolve_project(at, others[i], (int)(others[i] - scenario->projects));
}

/* What is followed of each facility through the years. */
static bool follow_facilities(struct projecting *at)
{
    size_t count = (size_t)at->scenario->n_facilities + (size_t)at->scenario->n_projects;
    at->gone_in = arena_new(&at->scenario->arena, count, sizeof *at->gone_in);
    at->sites = arena_new(&at->scenario->arena, count, sizeof *at->sites);
    at->numbers = arena_new(&at->scenario->arena, (size_t)at->scenario->n_projects, sizeof *at->numbers);
    return at->gone_in && at->sites && at->numbers;
}

void resolve_projects(struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    struct projecting at = { .scenario = scenario, .diagnostics = diagnostics };
    struct things districts = districts_of(scenario);
    struct things facilities = facilities_of(scenario);
    struct things rules = {
        "rule", scenario->rules, scenario->n_rules, sizeof *scenario->rules, offsetof(struct rule, id), NULL
    };
    map_init(&at.splits, &scenario->arena);
    if (map_things(&districts, &at.districts, &scenario->arena, diagnostics) &&
        map_things(&facilities, &at.facilities, &scenario->arena, diagnostics) &&
        map_things(&rules, &at.rules, &scenario->arena, diagnostics) && grow_facilities(scenario) && follow_facilities(&at))
        resolve_in_order(&at);
    else
        report_no_memory(diagnostics);
    map_clear(&at.splits);
    map_clear(&at.rules);
    map_clear(&at.facilities);
    map_clear(&at.districts);
}
