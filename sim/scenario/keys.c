#include "scenario/keys.h"

#include "scenario/keys_rows.h"

#include <string.h>

const char *const status_names[] = { "given", "derived", "assumed", NULL };

const struct key remove_key = { .name = "remove", .type = KEY_TRUTH, .fallback = "false",
      .meaning = { "Takes the thing of that name away, which a standard or an extended file brings",
                   "去掉标准或所继承文件中同名的一项" }, .example = "true" };

static const struct key allocation_of_stage = { .name = "allocation", .type = KEY_SECTION, .keys = allocation_keys,
                                                  .scalar_key = "policy" };

const struct key scenario_keys[] = {
    { .name = "seatsim", .type = KEY_NUMBER, .min = 1, .max = 1, AT(seatsim_scenario, version),
      .meaning = { "Version of the scenario language", "情景语言的版本" }, .example = "1" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(seatsim_scenario, title),
      .meaning = { "What the scenario is about", "情景的名称" }, .example = "{zh: 三年行动计划, en: Action plan}" },
    /* standard and extends name files to merge; the merged tree has neither, so they fill no field */
    { .name = "standard", .type = KEY_ID, .fallback = "",
      .meaning = { "A file of stages, grades and limits that this one builds on", "本情景所依据的标准文件：学段、年级、班额等" },
      .example = "cn-2017" },
    { .name = "extends", .type = KEY_NAMES, .fallback = "",
      .meaning = { "A scenario that this one changes, or several laid one over another: files beside this one",
                   "本情景所继承的情景文件，可写几个，依次叠加" },
      .example = "base.yaml" },
    { .name = "standard_id", .type = KEY_ID, .fallback = "", AT(seatsim_scenario, standard_id),
      .meaning = { "In a standard: its name", "用于标准文件：标准的名称" }, .example = "cn-2017" },
    { .name = "fragment", .type = KEY_TRUTH, .fallback = "", AT(seatsim_scenario, fragment),
      .meaning = { "A part of scenarios that extend it: a check of the whole folder leaves it out",
                   "供其他情景继承的片段：检查整个文件夹时略过" }, .example = "true" },
    { .name = "years", .type = KEY_YEARS, .min = YEAR_FIRST, .max = YEAR_LAST, AT(seatsim_scenario, given_years),
      .meaning = { "Base year and horizon", "基年与末年" }, .example = "2020..2030" },
    { .name = "cutoff", .type = KEY_DATE, .fallback = "08-31", AT(seatsim_scenario, given_cutoff),
      .meaning = { "The last birthday of a cohort", "入学年龄的截止出生日期" }, .example = "08-31" },
    { .name = "stages", .type = KEY_ITEMS, THINGS(seatsim_scenario, stage, stages, stage_keys),
      .meaning = { "The stages in order of age", "各学段，按年龄排列" },
      .example = "[{id: primary, entry_age: 6, grades: 6, class_limit: 45}]" },
    { .name = "sectors", .type = KEY_ITEMS, THINGS(seatsim_scenario, sector, sectors, sector_keys), .scalar_key = "id",
      .meaning = { "Who runs facilities, best first", "办学类别，优先者在前" }, .example = "[public, inclusive, private]" },
    { .name = "combined_school_size", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 1, .max = 1e6,
      AT(seatsim_scenario, combined_school_size),
      .meaning = { "Pupils a school of several stages may have", "多学段学校的学生人数上限" }, .example = "2500" },
    { .name = "districts", .type = KEY_ITEMS, THINGS(seatsim_scenario, district, districts, district_keys),
      .meaning = { "The planning areas", "规划区域" }, .example = "[{id: etdz, births: {2017: 3622, 2018: 2753}}]" },
    { .name = "facilities", .type = KEY_ITEMS, .fallback = "", THINGS(seatsim_scenario, facility, facilities, facility_keys),
      .meaning = { "Schools and kindergartens that stand in the base year", "基年已有的学校和幼儿园" },
      .example = "[{id: nine-year-1, stage: primary, classes: 32, pupils: 1500}]" },
    { .name = "projects", .type = KEY_ITEMS, .fallback = "", THINGS(seatsim_scenario, project, projects, project_keys),
      .meaning = { "What is built and changed", "新建和变更的项目" },
      .example = "[{open: jinhaiwan, stage: kindergarten, year: 2021, classes: 9}]" },
    { .name = "rules", .type = KEY_NAMED, .fallback = "", THINGS(seatsim_scenario, rule, rules, rule_keys),
      .meaning = { "Rules that decide the sector of a new facility", "决定新学校办学类别的规则" },
      .example = "{handover: {sector: public, while: {indicator: public_share, stage: kindergarten, below: 50%}, "
                 "otherwise: inclusive}}" },
    { .name = "allocation", .type = KEY_BY_STAGE, .fallback = "", .of = &allocation_of_stage, .size = sizeof(struct allocation),
      AT(seatsim_scenario, allocation),
      .meaning = { "Who sits where, by stage", "各学段的学位分配方式" }, .example = "{kindergarten: {policy: public_first}}" },
    { .name = "targets", .type = KEY_ITEMS, .fallback = "", THINGS(seatsim_scenario, target, targets, target_keys),
      .meaning = { "What the plan must reach", "规划须达到的目标" },
      .example = "[{id: public-half, indicator: public_share, stage: kindergarten, at_least: 50%, from: 2023}]" },
    { .name = "uncertainty", .type = KEY_SECTION, .fallback = "", .keys = uncertainty_keys, AT(seatsim_scenario, uncertainty),
      .only_checked = true,
      .meaning = { "How far births, ratios and completion years may lie from what the file says",
                   "出生人数、比率和建成年份可能偏离给定值的程度" },
      .example = "{births: {sd: 6%, persistence: 0.8}}" },
    { .name = "money", .type = KEY_SECTION, .fallback = "", .keys = money_keys, AT(seatsim_scenario, money),
      .meaning = { "Currency, prices and payers", "货币、单价和出资方" }, .example = "{currency: CNY, discount: 3%}" },
    { .name = "variants", .type = KEY_NAMED, .fallback = "", THINGS(seatsim_scenario, variant, variants, variant_keys),
      .meaning = { "Named patches on this file", "对本文件的命名修改" },
      .example = "{one-year-late: {set: {\"projects.*.lag\": \"+= 1\"}}}" },
    { .name = "allow", .type = KEY_NAMES, .fallback = "", .words = WORDS_WARNINGS, AT(seatsim_scenario, allow),
      .meaning = { "Warnings that are silenced", "不再显示的警告" }, .example = "[W211]" },
    END
};

bool is_year_key(const char *name)
{
    return strlen(name) == 4 && strspn(name, "0123456789") == 4 && name[0] != '0';
}

/* The row YEAR stands for every year, and for no key that is spelt like it. */
static bool is_of_row(const struct key *key, const char *name)
{
    return text_is(key->name, "YEAR") ? is_year_key(name) : text_is(key->name, name);
}

const struct key *key_of(const struct key *keys, const char *name)
{
    for (const struct key *key = keys; key->name; key++)
        if (is_of_row(key, name))
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
