#include "scenario/keys.h"

#include "base/series.h"
#include "scenario/read.h"

#include <math.h>
#include <string.h>

#define AT(type, field) .offset = offsetof(struct type, field)
#define ANY .min = -INFINITY, .max = INFINITY
#define FROM_0 .min = 0, .max = INFINITY
#define END { .name = NULL }

enum { YEAR_FIRST = 1800, YEAR_LAST = 2300 };

const char *const status_names[] = { "given", "derived", "assumed", NULL };
static const char *const entry_names[] = { "automatic", "births", "progression", NULL };
static const char *const policy_names[] = { "proportional", "public_first", NULL };
static const char *const order_names[] = { "together", "entry_first", NULL };
static const char *const fill_names[] = { "entry", "all", NULL };
static const char *const rule_scope_names[] = { "district", "region", NULL };
static const char *const severity_names[] = { "error", "warning", NULL };

_Static_assert(sizeof entry_names / sizeof *entry_names == ENTRY_METHODS + 1, "a name for each entry method");
_Static_assert(sizeof policy_names / sizeof *policy_names == POLICIES + 1, "a name for each policy");
_Static_assert(sizeof order_names / sizeof *order_names == SEATING_ORDERS + 1, "a name for each order");
_Static_assert(sizeof fill_names / sizeof *fill_names == FILLS + 1, "a name for each way to fill");
_Static_assert(sizeof rule_scope_names / sizeof *rule_scope_names == RULE_SCOPES + 1, "a name for each scope");

/* --- the standard ------------------------------------------------------------------------------------------------ */

static const struct key stage_keys[] = {
    { .name = "id", .type = KEY_ID, AT(stage, id), .meaning = "Name of the stage in keys and tables", .example = "primary" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(stage, title),
      .meaning = "What people call it", .example = "{zh: 小学, en: Primary}" },
    { .name = "compulsory", .type = KEY_TRUTH, .fallback = "false", AT(stage, compulsory),
      .meaning = "Every child is seated, above capacity if need be", .example = "true" },
    { .name = "entry_age", .type = KEY_COUNT, .unit = "years", .min = 0, .max = 30, AT(stage, given_entry_age),
      .meaning = "Age by the cut-off date at which the first grade begins", .example = "6" },
    { .name = "grades", .type = KEY_CUSTOM, .read = read_grades, AT(stage, given_grades),
      .meaning = "How many grades, or their names", .example = "6" },
    { .name = "class_limit", .type = KEY_NUMBERS, .unit = "pupils", .min = 1, .max = 1000, AT(stage, given_limits),
      .meaning = "Pupils a class may hold: one number, or one a grade", .example = "45" },
    { .name = "planned_class", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000,
      AT(stage, planned_class),
      .meaning = "Pupils a class is built for; the mean of the limits if not given", .example = "45" },
    { .name = "oversize", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000, AT(stage, oversize),
      .meaning = "Pupils from which a class counts as oversize", .example = "56" },
    { .name = "super_oversize", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1000,
      AT(stage, super_oversize),
      .meaning = "Pupils from which a class counts as super oversize", .example = "66" },
    { .name = "school_size", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1e6, AT(stage, school_size),
      .meaning = "Pupils a school of this stage alone may have", .example = "2000" },
    END
};

static const struct key sector_keys[] = {
    { .name = "id", .type = KEY_ID, AT(sector, id), .meaning = "Name of the sector", .example = "public" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(sector, title),
      .meaning = "What people call it", .example = "{zh: 公办, en: Public}" },
    END
};

/* --- demand ------------------------------------------------------------------------------------------------------ */

#define INTERPOLATE_ROW(type_, field)                                                                            \
    { .name = "interpolate", .type = KEY_CHOICE, .fallback = "linear", .names = interpolation_names,             \
      AT(type_, field), .meaning = "How years between given ones are filled", .example = "step" }

const struct key series_keys[] = {
    { .name = "YEAR", .type = KEY_COUNT, .fallback = "", ANY, AT(series, values),
      .meaning = "The value of that year", .example = "2020: 1800" },
    INTERPOLATE_ROW(series, interpolation),
    END
};

static const struct key births_keys[] = {
    { .name = "YEAR", .type = KEY_COUNT, .unit = "births", .fallback = "", .min = 0, .max = 1e9, AT(births, given),
      .meaning = "Births of that calendar year", .example = "2018: 2753" },
    INTERPOLATE_ROW(births, given.interpolation),
    { .name = "projection", .type = KEY_CUSTOM, .fallback = "hold", .read = read_projection, .min = -0.9, .max = 9,
      .meaning = "After the last given year: hold, a rate a year, or {year: births}", .example = "-5%" },
    END
};

static const struct key pupils_keys[] = {
    { .name = "total", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 0, .max = 1e8, AT(pupils, total),
      .meaning = "Pupils of the stage at the census of the base year", .example = "9569" },
    { .name = "spread", .type = KEY_CUSTOM, .fallback = "births", .read = read_spread, .min = 0, .max = 1e9,
      .meaning = "How the total is dealt to grades: births, equal, or a list of weights", .example = "births" },
    { .name = "grades", .type = KEY_NUMBERS, .unit = "pupils", .fallback = "", .min = 0, .max = 1e8, AT(pupils, grades),
      .meaning = "Pupils by grade", .example = "[1654, 1579, 1565]" },
    END
};

static const struct key entry_keys[] = {
    { .name = "method", .type = KEY_CHOICE, .fallback = "automatic", .names = entry_names, AT(entry, method),
      .meaning = "Who enters the first grade: births of the cohort, or progression from the grade below; "
                  "automatic is births for the youngest stage",
      .example = "births" },
    { .name = "rate", .type = KEY_SERIES, .unit = "of the cohort", .fallback = "100%", .min = 0, .max = 5, AT(entry, rate),
      .meaning = "Entrants for each child of the cohort", .example = "{2020: 86%, 2025: 92%}" },
    END
};

static const struct key pupils_of_stage = { .name = "pupils", .type = KEY_SECTION, .keys = pupils_keys,
                                              .scalar_key = "total", .list_key = "grades" };
static const struct key entry_of_stage = { .name = "entry", .type = KEY_SECTION, .keys = entry_keys, .scalar_key = "method" };
static const struct key ratio_of_stage = { .name = "progression", .type = KEY_SERIES, .unit = "ratio",
      .fallback = "1", .min = 0, .max = 10 };
static const struct key waiting_of_stage = { .name = "waiting", .type = KEY_COUNT, .fallback = "0", .min = 0, .max = 1e8 };

static const struct key district_keys[] = {
    { .name = "id", .type = KEY_ID, AT(district, id),
      .meaning = "Name of the district in paths and tables", .example = "etdz" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(district, title),
      .meaning = "What people call it", .example = "{zh: 日照经开区, en: Rizhao ETDZ}" },
    { .name = "births", .type = KEY_SECTION, .unit = "births", .fallback = "", .keys = births_keys, AT(district, births),
      .meaning = "Births by calendar year, and what follows the last of them",
      .example = "{2017: 3622, 2018: 2753, projection: hold}" },
    { .name = "pupils", .type = KEY_BY_STAGE, .fallback = "", .of = &pupils_of_stage, .size = sizeof(struct pupils),
      AT(district, pupils),
      .meaning = "Pupils by stage at the census of the base year", .example = "{primary: 12744, junior: [1654, 1579, 1565]}" },
    { .name = "waiting", .type = KEY_BY_STAGE, .unit = "children", .fallback = "",
      .of = &waiting_of_stage, .size = sizeof(double), AT(district, waiting),
      .meaning = "Children without a seat in the base year", .example = "{kindergarten: 120}" },
    { .name = "entry", .type = KEY_BY_STAGE, .fallback = "", .of = &entry_of_stage, .size = sizeof(struct entry),
      AT(district, entry),
      .meaning = "Who enters each stage", .example = "{kindergarten: {method: births, rate: 86%}}" },
    { .name = "progression", .type = KEY_BY_STAGE, .unit = "ratio", .fallback = "",
      .of = &ratio_of_stage, .size = sizeof(struct series), AT(district, progression),
      .meaning = "Children in a grade for each in the grade below a year before", .example = "{junior: 0.995}" },
    { .name = "through", .type = KEY_BY_STAGE, .unit = "ratio", .fallback = "",
      .of = &ratio_of_stage, .size = sizeof(struct series), AT(district, through),
      .meaning = "Entrants of the next stage for each child of the last grade", .example = "{primary: 0.98}" },
    END
};

/* --- supply ------------------------------------------------------------------------------------------------------ */

#define CAPACITY_ROWS(type_, rooms_, classes_, seats_)                                                                  \
    { .name = "rooms", .type = KEY_COUNT, .unit = "rooms", .fallback = "", .min = 0, .max = 1e6, AT(type_, rooms_),     \
      .meaning = "Rooms, each for one class", .example = "36" },                                                        \
    { .name = "classes", .type = KEY_COUNT, .unit = "classes", .fallback = "", .min = 0, .max = 1e6,                    \
      AT(type_, classes_), .meaning = "Classes it is built for: the same as rooms", .example = "9" },                   \
    { .name = "seats", .type = KEY_COUNT, .unit = "seats", .fallback = "", .min = 0, .max = 1e8, AT(type_, seats_),     \
      .meaning = "Design seats: classes x planned class size", .example = "270" }

static const struct key given_part_keys[] = {
    CAPACITY_ROWS(given_part, rooms, classes, seats),
    { .name = "pupils", .type = KEY_SECTION, .unit = "pupils",
      .fallback = "", .keys = pupils_keys, .scalar_key = "total", .list_key = "grades", AT(given_part, pupils),
      .meaning = "Pupils of the base year", .example = "3393" },
    END
};
static const struct key part_of_stage = { .name = "stage", .type = KEY_SECTION, .keys = given_part_keys };

static const struct key facility_keys[] = {
    { .name = "id", .type = KEY_ID, AT(facility, id),
      .meaning = "Name of the facility in paths and tables", .example = "nine-year-1" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(facility, title),
      .meaning = "What people call it", .example = "{zh: 献唐学校, en: Xiantang school}" },
    { .name = "district", .type = KEY_ID, .fallback = "", AT(facility, district_id),
      .meaning = "The district it stands in; not needed where there is one", .example = "etdz" },
    { .name = "stage", .type = KEY_ID, .fallback = "", AT(facility, stage_id),
      .meaning = "The stage it serves", .example = "kindergarten" },
    { .name = "stages", .type = KEY_BY_STAGE, .fallback = "", .of = &part_of_stage, .size = sizeof(struct given_part),
      AT(facility, given_stages),
      .meaning = "The stages a combined school serves",
      .example = "{primary: {classes: 32, pupils: 1500}, junior: {classes: 26, pupils: 1300}}" },
    { .name = "sector", .type = KEY_ID, .fallback = "public", AT(facility, sector_id),
      .meaning = "Who runs it", .example = "inclusive" },
    { .name = "sites", .type = KEY_COUNT, .fallback = "1", .min = 1, .max = 1e5, AT(facility, given_sites),
      .meaning = "How many buildings this row pools", .example = "9" },
    CAPACITY_ROWS(facility, given.rooms, given.classes, given.seats),
    { .name = "pupils", .type = KEY_SECTION, .unit = "pupils",
      .fallback = "", .keys = pupils_keys, .scalar_key = "total", .list_key = "grades", AT(facility, given.pupils),
      .meaning = "Pupils of the base year, of all its sites", .example = "3393" },
    { .name = "through", .type = KEY_TRUTH, .fallback = "true", AT(facility, through),
      .meaning = "A combined school's leavers have first claim on its next stage", .example = "false" },
    END
};

static const struct key project_keys[] = {
    { .name = "open", .type = KEY_ID, .fallback = "", AT(project, open_id),
      .meaning = "A new facility: its name", .example = "jinhaiwan" },
    { .name = "expand", .type = KEY_ID, .fallback = "", AT(project, expand_id),
      .meaning = "The facility that gets more room", .example = "nine-year-1" },
    { .name = "convert", .type = KEY_ID, .fallback = "", AT(project, convert_id),
      .meaning = "The facility whose sector or rooms change", .example = "private-kindergartens" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(project, title),
      .meaning = "What people call it", .example = "{zh: 金海湾社区幼儿园, en: Jinhaiwan}" },
    { .name = "year", .type = KEY_YEAR, .min = YEAR_FIRST, .max = YEAR_LAST, AT(project, year),
      .meaning = "Year of completion", .example = "2021" },
    { .name = "lag", .type = KEY_COUNT, .unit = "autumns", .fallback = "0", .min = 0, .max = 50, AT(project, given_lag),
      .meaning = "Autumns from completion to the first in use", .example = "1" },
    { .name = "until", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(project, until),
      .meaning = "expand: the autumn in which the added room is gone", .example = "2028" },
    { .name = "district", .type = KEY_ID, .fallback = "", AT(project, district_id),
      .meaning = "open: the district it stands in; not needed where there is one", .example = "etdz" },
    { .name = "stage", .type = KEY_ID, .fallback = "", AT(project, stage_id),
      .meaning = "open, expand: the stage", .example = "kindergarten" },
    { .name = "stages", .type = KEY_BY_STAGE, .fallback = "", .of = &part_of_stage, .size = sizeof(struct given_part),
      AT(project, given_stages),
      .meaning = "open: the stages of a combined school", .example = "{primary: {classes: 24}, junior: {classes: 12}}" },
    { .name = "from", .type = KEY_ID, .fallback = "", AT(project, from_id),
      .meaning = "convert: the stage that gives rooms", .example = "primary" },
    { .name = "to_stage", .type = KEY_ID, .fallback = "", AT(project, to_stage_id),
      .meaning = "convert: the stage that gets rooms", .example = "junior" },
    CAPACITY_ROWS(project, given_rooms, given_classes, given_seats),
    { .name = "sector", .type = KEY_ID, .fallback = "", AT(project, sector_id),
      .meaning = "open: who runs it; or the name of a rule that decides", .example = "handover" },
    { .name = "to_sector", .type = KEY_ID, .fallback = "", AT(project, to_sector_id),
      .meaning = "convert: the sector it becomes", .example = "public" },
    { .name = "sites", .type = KEY_COUNT, .fallback = "", .min = 1, .max = 1e5, AT(project, given_sites),
      .meaning = "open: buildings in the row; convert: how many of them change", .example = "5" },
    { .name = "fill", .type = KEY_CHOICE, .fallback = "all", .names = fill_names, AT(project, fill),
      .meaning = "open: from the entry grade up, a grade a year, or all grades at once", .example = "entry" },
    { .name = "through", .type = KEY_TRUTH, .fallback = "true", AT(project, through),
      .meaning = "open: a combined school's leavers have first claim on its next stage", .example = "false" },
    END
};

static const struct key condition_keys[] = {
    { .name = "indicator", .type = KEY_TEXT, AT(condition, indicator_id),
      .meaning = "The indicator that is read", .example = "public_share" },
    { .name = "stage", .type = KEY_ID, AT(condition, stage_id), .meaning = "Its stage", .example = "kindergarten" },
    { .name = "below", .type = KEY_SHARE, .fallback = "", ANY, AT(condition, below),
      .meaning = "Holds while the indicator is below this", .example = "50%" },
    { .name = "at_least", .type = KEY_SHARE, .fallback = "", ANY, AT(condition, at_least),
      .meaning = "Holds while the indicator is at least this", .example = "50%" },
    END
};

static const struct key rule_keys[] = {
    { .name = "id", .type = KEY_ID, AT(rule, id), .meaning = "Name of the rule", .example = "handover" },
    { .name = "sector", .type = KEY_ID, AT(rule, sector_id),
      .meaning = "The sector while the condition holds", .example = "public" },
    { .name = "while", .type = KEY_SECTION, .keys = condition_keys, AT(rule, given),
      .meaning = "The condition, read in the year before the opening",
      .example = "{indicator: public_share, stage: kindergarten, below: 50%}" },
    { .name = "otherwise", .type = KEY_ID, AT(rule, otherwise_id),
      .meaning = "The sector when it does not hold", .example = "inclusive" },
    { .name = "scope", .type = KEY_CHOICE, .fallback = "district", .names = rule_scope_names, AT(rule, scope),
      .meaning = "Whose indicator: the district's or the region's", .example = "region" },
    END
};

/* --- allocation, targets, variants ------------------------------------------------------------------------------- */

static const struct key allocation_keys[] = {
    { .name = "policy", .type = KEY_CHOICE, .fallback = "proportional", .names = policy_names, AT(allocation, policy),
      .meaning = "Who fills free seats first", .example = "public_first" },
    { .name = "transfer", .type = KEY_SHARE, .unit = "of pupils", .fallback = "0%", .min = 0, .max = 1,
      AT(allocation, transfer),
      .meaning = "Children who move to a higher sector when it has free seats", .example = "10%" },
    { .name = "order", .type = KEY_CHOICE, .fallback = "together", .names = order_names, AT(allocation, order),
      .meaning = "All grades seated together, or one after another from the lowest", .example = "entry_first" },
    END
};
static const struct key allocation_of_stage = { .name = "allocation", .type = KEY_SECTION, .keys = allocation_keys,
                                                  .scalar_key = "policy" };

static const struct key target_keys[] = {
    { .name = "id", .type = KEY_ID, AT(target, id), .meaning = "Name of the target", .example = "public-half" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(target, title),
      .meaning = "What people call it", .example = "{zh: 公办占比过半, en: Half public}" },
    { .name = "indicator", .type = KEY_TEXT, AT(target, indicator_id),
      .meaning = "The indicator it is about", .example = "public_share" },
    { .name = "stage", .type = KEY_NAMES, .fallback = "", AT(target, stage_ids),
      .meaning = "The stage or stages; all of them if not given", .example = "[primary, junior]" },
    { .name = "scope", .type = KEY_TEXT, .fallback = "region", AT(target, scope_id),
      .meaning = "region, districts (each of them), or the name of one", .example = "districts" },
    { .name = "at_least", .type = KEY_CUSTOM, .fallback = "", .read = read_bound, ANY, AT(target, given_at_least),
      .meaning = "The least it may be", .example = "50%" },
    { .name = "at_most", .type = KEY_CUSTOM, .fallback = "", .read = read_bound, ANY, AT(target, given_at_most),
      .meaning = "The most it may be: a number, a share, or limit", .example = "limit" },
    { .name = "in", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(target, in),
      .meaning = "The year it must hold in", .example = "2023" },
    { .name = "from", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(target, from),
      .meaning = "The first year from which it must hold to the horizon", .example = "2023" },
    { .name = "severity", .type = KEY_CHOICE, .fallback = "error", .names = severity_names, AT(target, severity),
      .meaning = "Whether a miss fails the check or only warns", .example = "warning" },
    END
};

static const struct key variant_keys[] = {
    { .name = "id", .type = KEY_ID, AT(variant, id), .meaning = "Name of the variant", .example = "one-year-late" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(variant, title),
      .meaning = "What people call it", .example = "{zh: 推迟一年, en: A year late}" },
    { .name = "set", .type = KEY_CUSTOM, .read = read_patches, AT(variant, set),
      .meaning = "What it changes: path and value", .example = "{\"projects.*.lag\": \"+= 1\"}" },
    END
};

/* --- the file ---------------------------------------------------------------------------------------------------- */

#define ITEMS(type_, list, keys_)                                                                                \
    .keys = keys_, .offset = offsetof(struct seatsim_scenario, list),                                            \
    .count_offset = offsetof(struct seatsim_scenario, n_##list), .size = sizeof(struct type_)

const struct key scenario_keys[] = {
    { .name = "seatsim", .type = KEY_NUMBER, .min = 1, .max = 1, AT(seatsim_scenario, version),
      .meaning = "Version of the scenario language", .example = "1" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(seatsim_scenario, title),
      .meaning = "What the scenario is about", .example = "{zh: 三年行动计划, en: Action plan}" },
    { .name = "standard", .type = KEY_ID, .fallback = "", AT(seatsim_scenario, standard),
      .meaning = "A file of stages, grades and limits that this one builds on", .example = "cn-2017" },
    { .name = "standard_id", .type = KEY_ID, .fallback = "", AT(seatsim_scenario, standard_id),
      .meaning = "In a standard: its name", .example = "cn-2017" },
    { .name = "years", .type = KEY_YEARS, .min = YEAR_FIRST, .max = YEAR_LAST, AT(seatsim_scenario, given_years),
      .meaning = "Base year and horizon", .example = "2020..2030" },
    { .name = "cutoff", .type = KEY_DATE, .fallback = "08-31", AT(seatsim_scenario, given_cutoff),
      .meaning = "The last birthday of a cohort", .example = "08-31" },
    { .name = "stages", .type = KEY_ITEMS, ITEMS(stage, stages, stage_keys),
      .meaning = "The stages in order of age", .example = "" },
    { .name = "sectors", .type = KEY_ITEMS, ITEMS(sector, sectors, sector_keys), .scalar_key = "id",
      .meaning = "Who runs facilities, best first", .example = "[public, inclusive, private]" },
    { .name = "combined_school_size", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1e6,
      AT(seatsim_scenario, combined_school_size),
      .meaning = "Pupils a school of several stages may have", .example = "2500" },
    { .name = "districts", .type = KEY_ITEMS, ITEMS(district, districts, district_keys),
      .meaning = "The planning areas", .example = "" },
    { .name = "facilities", .type = KEY_ITEMS, .fallback = "", ITEMS(facility, facilities, facility_keys),
      .meaning = "Schools and kindergartens that stand in the base year", .example = "" },
    { .name = "projects", .type = KEY_ITEMS, .fallback = "", ITEMS(project, projects, project_keys),
      .meaning = "What is built and changed", .example = "" },
    { .name = "rules", .type = KEY_NAMED, .fallback = "", ITEMS(rule, rules, rule_keys),
      .meaning = "Rules that decide the sector of a new facility", .example = "" },
    { .name = "allocation", .type = KEY_BY_STAGE, .fallback = "", .of = &allocation_of_stage, .size = sizeof(struct allocation),
      AT(seatsim_scenario, allocation),
      .meaning = "Who sits where, by stage", .example = "{kindergarten: {policy: public_first}}" },
    { .name = "targets", .type = KEY_ITEMS, .fallback = "", ITEMS(target, targets, target_keys),
      .meaning = "What the plan must reach", .example = "" },
    { .name = "variants", .type = KEY_NAMED, .fallback = "", ITEMS(variant, variants, variant_keys),
      .meaning = "Named patches on this file", .example = "" },
    { .name = "allow", .type = KEY_NAMES, .fallback = "", AT(seatsim_scenario, allow),
      .meaning = "Warnings that are silenced", .example = "[W203]" },
    END
};

bool is_year_key(const char *name)
{
    return strlen(name) == 4 && strspn(name, "0123456789") == 4;
}

const struct key *key_of(const struct key *keys, const char *name)
{
    for (const struct key *key = keys; key->name; key++)
        if (strcmp(key->name, name) == 0 || (strcmp(key->name, "YEAR") == 0 && is_year_key(name)))
            return key;
    return NULL;
}

int key_names(const struct key *keys, const char **names, int most)
{
    int count = 0;
    for (const struct key *key = keys; key->name && count < most; key++)
        if (strcmp(key->name, "YEAR") != 0)
            names[count++] = key->name;
    return count;
}
