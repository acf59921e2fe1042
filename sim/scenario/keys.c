#include "scenario/keys.h"

#include "scenario/keys_rows.h"

#include <string.h>

const char *const status_names[] = { "given", "derived", "assumed", NULL };

const struct key remove_key = { .name = "remove", .type = KEY_TRUTH, .fallback = "false",
      .meaning = "Takes the thing of that name away, which a standard or an extended file brings", .example = "true" };

static const struct key allocation_of_stage = { .name = "allocation", .type = KEY_SECTION, .keys = allocation_keys,
                                                  .scalar_key = "policy" };

const struct key scenario_keys[] = {
    { .name = "seatsim", .type = KEY_NUMBER, .min = 1, .max = 1, AT(seatsim_scenario, version),
      .meaning = "Version of the scenario language", .example = "1" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(seatsim_scenario, title),
      .meaning = "What the scenario is about", .example = "{zh: 三年行动计划, en: Action plan}" },
    /* standard and extends name files to merge; the merged tree has neither, so they fill no field */
    { .name = "standard", .type = KEY_ID, .fallback = "",
      .meaning = "A file of stages, grades and limits that this one builds on", .example = "cn-2017" },
    { .name = "extends", .type = KEY_NAMES, .fallback = "",
      .meaning = "A scenario that this one changes, or several laid one over another: files beside this one",
      .example = "base.yaml" },
    { .name = "standard_id", .type = KEY_ID, .fallback = "", AT(seatsim_scenario, standard_id),
      .meaning = "In a standard: its name", .example = "cn-2017" },
    { .name = "years", .type = KEY_YEARS, .min = YEAR_FIRST, .max = YEAR_LAST, AT(seatsim_scenario, given_years),
      .meaning = "Base year and horizon", .example = "2020..2030" },
    { .name = "cutoff", .type = KEY_DATE, .fallback = "08-31", AT(seatsim_scenario, given_cutoff),
      .meaning = "The last birthday of a cohort", .example = "08-31" },
    { .name = "stages", .type = KEY_ITEMS, THINGS(seatsim_scenario, stage, stages, stage_keys),
      .meaning = "The stages in order of age", .example = "" },
    { .name = "sectors", .type = KEY_ITEMS, THINGS(seatsim_scenario, sector, sectors, sector_keys), .scalar_key = "id",
      .meaning = "Who runs facilities, best first", .example = "[public, inclusive, private]" },
    { .name = "combined_school_size", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1e6,
      AT(seatsim_scenario, combined_school_size),
      .meaning = "Pupils a school of several stages may have", .example = "2500" },
    { .name = "districts", .type = KEY_ITEMS, THINGS(seatsim_scenario, district, districts, district_keys),
      .meaning = "The planning areas", .example = "" },
    { .name = "facilities", .type = KEY_ITEMS, .fallback = "", THINGS(seatsim_scenario, facility, facilities, facility_keys),
      .meaning = "Schools and kindergartens that stand in the base year", .example = "" },
    { .name = "projects", .type = KEY_ITEMS, .fallback = "", THINGS(seatsim_scenario, project, projects, project_keys),
      .meaning = "What is built and changed", .example = "" },
    { .name = "rules", .type = KEY_NAMED, .fallback = "", THINGS(seatsim_scenario, rule, rules, rule_keys),
      .meaning = "Rules that decide the sector of a new facility", .example = "" },
    { .name = "allocation", .type = KEY_BY_STAGE, .fallback = "", .of = &allocation_of_stage, .size = sizeof(struct allocation),
      AT(seatsim_scenario, allocation),
      .meaning = "Who sits where, by stage", .example = "{kindergarten: {policy: public_first}}" },
    { .name = "targets", .type = KEY_ITEMS, .fallback = "", THINGS(seatsim_scenario, target, targets, target_keys),
      .meaning = "What the plan must reach", .example = "" },
    { .name = "uncertainty", .type = KEY_SECTION, .fallback = "", .keys = uncertainty_keys, AT(seatsim_scenario, uncertainty),
      .only_checked = true,
      .meaning = "How far births, ratios and completion years may lie from what the file says",
      .example = "{births: {sd: 6%, persistence: 0.8}}" },
    { .name = "money", .type = KEY_SECTION, .fallback = "", .keys = money_keys, AT(seatsim_scenario, money),
      .meaning = "Currency, prices and payers", .example = "{currency: CNY, discount: 3%}" },
    { .name = "variants", .type = KEY_NAMED, .fallback = "", THINGS(seatsim_scenario, variant, variants, variant_keys),
      .meaning = "Named patches on this file", .example = "" },
    { .name = "allow", .type = KEY_NAMES, .fallback = "", AT(seatsim_scenario, allow),
      .meaning = "Warnings that are silenced", .example = "[W203]" },
    END
};

bool is_year_key(const char *name)
{
    return strlen(name) == 4 && strspn(name, "0123456789") == 4 && name[0] != '0';
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
