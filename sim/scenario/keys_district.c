/* The keys of a district: who is there, who comes, who moves. */
#include "base/series.h"
#include "scenario/keys_rows.h"
#include "scenario/read.h"

static const char *const entry_names[] = { "automatic", "births", "progression", "last", "mean", "linear", "average", "fixed",
      NULL };
static const char *const projection_names[] = { "hold", NULL };
static const char *const spread_names[] = { "births", "equal", NULL };
_Static_assert(sizeof entry_names / sizeof *entry_names == ENTRY_METHODS + 1, "a name for each entry method");

#define INTERPOLATE_ROW(type_, field, english, chinese)                                                          \
    { .name = "interpolate", .type = KEY_CHOICE, .fallback = "linear", .names = interpolation_names,             \
      AT(type_, field), .meaning = { english, chinese }, .example = "step" }

const struct key event_keys[] = {
    { .name = "YEAR", .type = KEY_COUNT, .fallback = "", ANY, AT(series, values),
      .meaning = { "What happens in that year", "当年发生的数量" }, .example = "2024: 1000" },
    END
};

const struct key series_keys[] = {
    { .name = "YEAR", .type = KEY_COUNT, .fallback = "", ANY, AT(series, values),
      .meaning = { "The value of that year", "当年的值" }, .example = "2020: 1800" },
    INTERPOLATE_ROW(series, interpolation, "How years between given ones are filled", "给定年份之间的插值方式"),
    END
};

static const struct key births_keys[] = {
    { .name = "YEAR", .type = KEY_CUSTOM, .unit = "births", .fallback = "", .min = 0, .max = 1e9, .read = read_birth_years,
      .forms = FORM_NUMBER | FORM_MONTHS, AT(births, section),
      .meaning = { "Births of that calendar year, or of its twelve months", "该公历年的出生人数，或其十二个月的人数" },
      .example = "2018: 2753" },
    INTERPOLATE_ROW(births, given.interpolation, "How years between given ones are filled; without it a gap is an error",
                    "给定年份之间的插值方式；未写明时缺年即为错误"),
    { .name = "projection", .type = KEY_CUSTOM, .fallback = "hold", .read = read_projection, .names = projection_names,
      .forms = FORM_WORDS | FORM_NUMBER | FORM_YEARS, .min = -0.9, .max = 9,
      .meaning = { "After the last given year: hold, a rate a year, or {year: births}",
                   "最后给定年份之后：hold（保持不变）、年变化率，或 {年份: 出生人数}" }, .example = "-5%" },
    END
};

const struct key pupils_keys[] = {
    { .name = "total", .type = KEY_COUNT, .unit = "pupils", .fallback = "", .min = 0, .max = 1e8, AT(pupils, total),
      .meaning = { "Pupils of the stage at the census of the base year", "该学段基年的在校人数" }, .example = "9569" },
    { .name = "spread", .type = KEY_CUSTOM, .fallback = "births", .read = read_spread, .names = spread_names,
      .forms = FORM_WORDS | FORM_NUMBERS, .min = 0, .max = 1e9,
      .meaning = { "How the total is dealt to grades: births, equal, or a list of weights",
                   "总数如何分到各年级：births（按出生人数）、equal（平均）或权重列表" }, .example = "births" },
    { .name = "grades", .type = KEY_NUMBERS, .unit = "pupils", .fallback = "", .min = 0, .max = 1e8, AT(pupils, grades),
      .meaning = { "Pupils by grade: a list, or {grade: pupils}", "各年级人数：列表，或 {年级: 人数}" },
      .example = "[1654, 1579, 1565]" },
    END
};

const struct key entry_keys[] = {
    { .name = "method", .type = KEY_CHOICE, .fallback = "automatic", .names = entry_names, AT(entry, method),
      .meaning = { "Who enters the first grade: births of the cohort, progression from the grade below, the last, mean or linear "
                    "trend of past entrants, an average of methods, or fixed values; automatic is births for the youngest stage",
                   "谁进入一年级：births（同批出生人数）、progression（下一级升入）、last、mean、linear（历年入学人数的最近值、均值、线性趋势）、average（几种方法的平均）、"
                   "fixed（给定值）；automatic 在最低学段即 births" },
      .example = "births" },
    { .name = "rate", .type = KEY_SERIES, .unit = "of the cohort", .fallback = "100%", .min = 0, .max = 5, AT(entry, rate),
      .meaning = { "births: entrants for each child of the cohort", "births：同批每名儿童对应的入学人数" },
      .example = "{2020: 86%, 2025: 92%}" },
    { .name = "window", .type = KEY_COUNT, .unit = "years", .fallback = "5", .min = 1, .max = 50, .whole = true,
      AT(entry, window),
      .meaning = { "last, mean, linear: how many of the latest years of `history` count",
                   "last、mean、linear：取 `history` 中最近几年" }, .example = "3" },
    { .name = "methods", .type = KEY_NAMES, .fallback = "", AT(entry, method_ids),
      .meaning = { "average: the methods whose mean is taken", "average：取哪些方法的平均" },
      .example = "[births, last, linear]" },
    { .name = "values", .type = KEY_SERIES, .unit = "pupils", .fallback = "", .min = 0, .max = 1e8, AT(entry, values),
      .meaning = { "fixed: entrants by year", "fixed：各年入学人数" }, .example = "{2021: 310, 2022: 305}" },
    END
};

static const struct key pupils_of_stage = { .name = "pupils", .type = KEY_SECTION, .keys = pupils_keys,
                                              .scalar_key = "total", .list_key = "grades" };
static const struct key entry_of_stage = { .name = "entry", .type = KEY_SECTION, .keys = entry_keys, .scalar_key = "method" };
#define RATIO_OF_STAGE(name_, type_, fallback_, min_, max_) \
    { .name = name_, .type = type_, .unit = "ratio", .fallback = fallback_, .min = min_, .max = max_ }
static const struct key progression_of_stage = { .name = "progression", .type = KEY_GRADE_SERIES, .unit = "ratio",
                                                 .fallback = "1",
                                                 .min = 0, .max = 10, .list_of_years = true };
static const struct key through_of_stage = RATIO_OF_STAGE("through", KEY_SERIES, "1", 0, 10);
static const struct key flow_of_stage = RATIO_OF_STAGE("flow", KEY_GRADE_SERIES, "", 0, 1);
static const struct key yield_of_stage = { .name = "yield", .type = KEY_COUNT, .unit = "pupils a dwelling", .fallback = "0",
                                           .min = 0, .max = 20 };
static const struct key waiting_of_stage = { .name = "waiting", .type = KEY_NUMBERS, .unit = "children", .fallback = "0",
                                             .min = 0, .max = 1e8 };
static const struct key migration_of_stage = { .name = "migration", .type = KEY_GRADE_SERIES, .unit = "pupils a year",
                                               .fallback = "",
                                               .min = -1e7, .max = 1e7 };
static const struct key children_of_stage = { .name = "history", .type = KEY_SERIES, .unit = "children", .fallback = "",
                                              .min = 0, .max = 1e8 };

static const struct key staff_keys[] = {
    { .name = "id", .type = KEY_ID, AT(staff, id),
      .meaning = { "The kind of post, as the stage's `posts` name it", "岗位类别，与学段的 `posts` 同名" }, .example = "teacher" },
    { .name = "available", .type = KEY_COUNT, .unit = "posts", .min = 0, .max = 1e7, AT(staff, available),
      .meaning = { "Posts that are filled in the base year", "基年在岗人数" }, .example = "490" },
    { .name = "attrition", .type = KEY_SHARE, .unit = "of posts a year", .fallback = "0%", .min = 0, .max = 1,
      AT(staff, attrition),
      .meaning = { "Those of the base year who leave in a year", "基年在岗人员每年离岗的比例" }, .example = "3%" },
    { .name = "hires", .type = KEY_EVENTS, .unit = "posts", .fallback = "", .min = 0, .max = 1e7, AT(staff, hires),
      .meaning = { "Posts filled in each of the given years", "各给定年份新补的岗位" }, .example = "{2021: 40, 2022: 60}" },
    END
};
static const struct key staff_of_stage = { .name = "staff", .type = KEY_NAMED,
                                           .fallback = "", THINGS(staff_list, staff, staff, staff_keys) };

static const struct key housing_keys[] = {
    { .name = "id", .type = KEY_ID, AT(housing, id), .meaning = { "Name of the estate", "楼盘标识" },
      .example = "riverside" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(housing, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 河畔新城, en: Riverside}" },
    { .name = "dwellings", .type = KEY_EVENTS, .unit = "dwellings", .min = 0, .max = 1e7, AT(housing, dwellings),
      .meaning = { "Dwellings completed in each of the given years", "各给定年份竣工的住房套数" },
      .example = "{2024: 1000, 2025: 1500}" },
    { .name = "yield", .type = KEY_BY_STAGE, .unit = "pupils a dwelling", .of = &yield_of_stage, .size = sizeof(double),
      AT(housing, yields),
      .meaning = { "Pupils a new dwelling brings to each stage, spread evenly over its grades",
                   "每套新住房给各学段带来的学生，平均分到各年级" },
      .example = "{primary: 0.30, junior: 0.12}" },
    { .name = "decay", .type = KEY_SHARE, .unit = "of the way a year", .fallback = "0%", .min = 0, .max = 1, AT(housing, decay),
      .meaning = { "How fast the yield moves to its long-run value", "每套学生数趋向长期值的速度" }, .example = "5%" },
    { .name = "long_run", .type = KEY_NUMBER, .unit = "of the first year's yield", .fallback = "1", .min = 0, .max = 10,
      AT(housing, long_run),
      .meaning = { "The yield in the long run over that of the first year", "长期每套学生数与首年之比" }, .example = "0.5" },
    END
};

const struct key district_keys[] = {
    { .name = "id", .type = KEY_ID, AT(district, id),
      .meaning = { "Name of the district in paths and tables", "区域标识，用于路径和表格" }, .example = "etdz" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(district, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 日照经开区, en: Rizhao ETDZ}" },
    { .name = "neighbours", .type = KEY_NAMES, .fallback = "", AT(district, neighbour_ids),
      .meaning = { "Districts that take children who find no seat here, best first; how many: allocation.STAGE.max_share",
                   "本区域学位不足时接收学生的区域，优先者在前；比例见 allocation.学段.max_share" },
      .example = "[north, east]" },
    { .name = "births", .type = KEY_SECTION, .unit = "births", .fallback = "", .keys = births_keys, AT(district, births),
      .meaning = { "Births by calendar year, and what follows the last of them", "各公历年出生人数，及最后一年之后的推算" },
      .example = "{2017: 3622, 2018: 2753, projection: hold}" },
    { .name = "pupils", .type = KEY_BY_STAGE, .fallback = "", .of = &pupils_of_stage, .size = sizeof(struct pupils),
      AT(district, pupils),
      .meaning = { "Pupils by stage at the census of the base year", "基年各学段在校人数" },
      .example = "{primary: 12744, junior: [1654, 1579, 1565]}" },
    { .name = "waiting", .type = KEY_BY_STAGE, .unit = "children", .fallback = "",
      .of = &waiting_of_stage, .size = sizeof(struct numbers), AT(district, waiting),
      .meaning = { "Children without a seat in the base year: of the stage, or by grade", "基年没有学位的儿童：按学段，或按年级" },
      .example = "{kindergarten: 120}" },
    { .name = "entry", .type = KEY_BY_STAGE, .fallback = "", .of = &entry_of_stage, .size = sizeof(struct entry),
      AT(district, entry),
      .meaning = { "Who enters each stage", "各学段的入学来源" }, .example = "{kindergarten: {method: births, rate: 86%}}" },
    { .name = "history", .type = KEY_BY_STAGE, .unit = "children", .fallback = "", .of = &children_of_stage,
      .size = sizeof(struct series), AT(district, history),
      .meaning = { "Entrants of each stage in past years, for the entry methods last, mean and linear",
                   "各学段历年入学人数，供 last、mean、linear 使用" },
      .example = "{primary: {2016: 1800, 2017: 1850}}" },
    { .name = "progression", .type = KEY_BY_STAGE, .unit = "ratio", .fallback = "",
      .of = &progression_of_stage, .size = sizeof(struct grade_series), AT(district, progression),
      .meaning = { "Children in a grade for each in the grade below a year before", "升级率：本年级人数与上年低一年级人数之比" },
      .example = "{junior: 0.995}" },
    { .name = "promotion", .type = KEY_BY_STAGE, .unit = "ratio", .fallback = "", .of = &flow_of_stage,
      .size = sizeof(struct grade_series), AT(district, promotion),
      .meaning = { "Share of a grade that goes up a grade; with repetition and dropout, instead of progression",
                   "升入上一年级的比例；与 repetition、dropout 合用，代替 progression" },
      .example = "{primary: 0.97}" },
    { .name = "repetition", .type = KEY_BY_STAGE, .unit = "ratio", .fallback = "", .of = &flow_of_stage,
      .size = sizeof(struct grade_series), AT(district, repetition),
      .meaning = { "Share of a grade that stays in it", "留级比例" }, .example = "{primary: 0.02}" },
    { .name = "dropout", .type = KEY_BY_STAGE, .unit = "ratio", .fallback = "", .of = &flow_of_stage,
      .size = sizeof(struct grade_series), AT(district, dropout),
      .meaning = { "Share of a grade that leaves school", "辍学比例" }, .example = "{junior: 1%}" },
    { .name = "through", .type = KEY_BY_STAGE, .unit = "ratio", .fallback = "",
      .of = &through_of_stage, .size = sizeof(struct series), AT(district, through),
      .meaning = { "Entrants of the next stage for each child of the last grade", "毕业年级每名学生对应的下一学段入学人数" },
      .example = "{primary: 0.98}" },
    { .name = "migration", .type = KEY_BY_STAGE, .unit = "pupils a year", .fallback = "", .of = &migration_of_stage,
      .size = sizeof(struct grade_series), AT(district, migration),
      .meaning = { "Pupils who move here less those who move away: spread evenly over the stage's grades, or by grade",
                   "净迁入学生：平均分到该学段各年级，或按年级" },
      .example = "{primary: 12, junior: {2023: -5}}" },
    { .name = "housing", .type = KEY_ITEMS, .fallback = "", THINGS(district, housing, housing, housing_keys),
      .meaning = { "New dwellings and the pupils they bring", "新建住房及其带来的学生" },
      .example = "[{id: riverside, dwellings: {2024: 1000}, yield: {primary: 0.3}}]" },
    { .name = "population", .type = KEY_BY_STAGE, .unit = "children", .fallback = "", .of = &children_of_stage,
      .size = sizeof(struct series), AT(district, population),
      .meaning = { "Residents of each stage's ages, for gross enrolment", "各学段适龄常住人口，用于毛入学率" },
      .example = "{kindergarten: {2020: 10200}}" },
    { .name = "staff", .type = KEY_BY_STAGE, .unit = "posts", .fallback = "", .of = &staff_of_stage,
      .size = sizeof(struct staff_list), AT(district, staff),
      .meaning = { "Posts that are filled, by stage and kind", "在岗人数，按学段和类别" },
      .example = "{primary: {teacher: {available: 490, attrition: 3%}}}" },
    END
};
