/* The keys of what is asked: allocation, uncertainty, money, targets, variants. */
#include "model/allocation.h"
#include "scenario/keys_rows.h"
#include "scenario/read.h"

static const char *const order_names[] = { "together", "entry_first", NULL };
static const char *const severity_names[] = { "error", "warning", NULL };
static const char *const bound_names[] = { "limit", NULL };

_Static_assert(sizeof order_names / sizeof *order_names == SEATING_ORDERS + 1, "a name for each order");

const struct key allocation_keys[] = {
    { .name = "policy", .type = KEY_CHOICE, .fallback = "proportional", .names = policy_names, AT(allocation, policy),
      .meaning = { "Who fills free seats first", "空余学位由谁优先占用" }, .example = "public_first" },
    { .name = "transfer", .type = KEY_SHARE, .unit = "of pupils", .fallback = "0%", .min = 0, .max = 1,
      AT(allocation, transfer),
      .meaning = { "Children who move to a higher sector when it has free seats", "优先类别有空余学位时转入的学生比例" },
      .example = "10%" },
    { .name = "order", .type = KEY_CHOICE, .fallback = "together", .names = order_names, AT(allocation, order),
      .meaning = { "All grades seated together, or one after another from the lowest",
                   "together 各年级同时安排，entry_first 从最低年级起依次安排" }, .example = "entry_first" },
    { .name = "weights", .type = KEY_AMOUNTS, .fallback = "", FROM_0, AT(allocation, given_weights),
      .meaning = { "Policy preference: how much children prefer each sector; 1 where not given",
                   "preference 方式：对各办学类别的偏好程度；省略为 1" },
      .example = "{public: 3, inclusive: 2, private: 1}" },
    { .name = "max_share", .type = KEY_SHARE, .unit = "of demand", .fallback = "0%", .min = 0, .max = 1,
      AT(allocation, max_share),
      .meaning = { "Children who may sit in neighbouring districts, those of earlier years counted",
                   "可在相邻区域就读的学生比例，含往年已在外就读者" }, .example = "20%" },
    END
};
#define DRIVER_ROW(name_, meaning_, chinese_)                                                                           \
    { .name = #name_, .type = KEY_SECTION, .fallback = "", .keys = driver_keys, .scalar_key = "sd", AT(uncertainty, name_), \
      .meaning = { meaning_, chinese_ }, .example = "{sd: 6%, persistence: 0.8, shared: 0.9}" }

static const struct key driver_keys[] = {
    { .name = "sd", .type = KEY_SHARE, .unit = "of the value", .fallback = "0%", .min = 0, .max = 5, AT(driver, sd),
      .meaning = { "Standard deviation of the logarithm", "对数的标准差" }, .example = "6%" },
    { .name = "persistence", .type = KEY_NUMBER, .fallback = "0", .min = 0, .max = 0.9999, AT(driver, persistence),
      .meaning = { "How much of a deviation lasts to the next year", "偏离延续到下一年的程度" }, .example = "0.8" },
    { .name = "shared", .type = KEY_NUMBER, .fallback = "0", .min = 0, .max = 1, AT(driver, shared),
      .meaning = { "Part of the variance that all districts have in common", "方差中各区域共有的部分" }, .example = "0.9" },
    { .name = "from_zero", .type = KEY_TRUTH, .fallback = "false", AT(driver, from_zero),
      .meaning = { "Deviations begin at nothing and grow, instead of being as wide from the first year",
                   "偏离从零开始逐年扩大，而非首年即达全宽" }, .example = "true" },
    END
};

const struct key uncertainty_keys[] = {
    DRIVER_ROW(births, "Births after the last given year", "最后给定年份之后的出生人数"),
    DRIVER_ROW(entry, "Entry rates", "入学率"),
    DRIVER_ROW(progression, "Progression, grade by grade", "逐年级的升级率"),
    DRIVER_ROW(migration, "Net migration", "净迁入"),
    DRIVER_ROW(housing, "Dwellings completed", "竣工住房"),
    DRIVER_ROW(transfer, "The share that transfers", "转园（校）的比例"),
    DRIVER_ROW(preference, "The weights of preference", "偏好的权重"),
    { .name = "delay", .type = KEY_DISTRIBUTION, .unit = "of futures", .fallback = "", .min = 0, .max = 1,
      AT(uncertainty, delay),
      .meaning = { "How many years late a project may be, with which probability", "项目可能推迟的年数及概率" },
      .example = "{0: 70%, 1: 25%, 2: 5%}" },
    END
};

static const struct key unit_price_keys[] = {
    { .name = "pupil", .type = KEY_AMOUNTS, .unit = "money a year", .fallback = "", FROM_0, AT(unit_prices, pupil),
      .meaning = { "What a pupil costs in a year, by stage", "每名学生的年支出，按学段" }, .example = "{primary: 9000}" },
    { .name = "post", .type = KEY_AMOUNTS, .unit = "money a year", .fallback = "", FROM_0, AT(unit_prices, post),
      .meaning = { "What a post costs in a year, by kind", "每个岗位的年支出，按类别" }, .example = "{teacher: 120000}" },
    { .name = "seat", .type = KEY_AMOUNTS, .unit = "money", .fallback = "", FROM_0, AT(unit_prices, seat),
      .meaning = { "What a new seat costs, by stage, where a project does not say its cost",
                   "每个新学位的造价，按学段；用于未写造价的项目" }, .example = "{kindergarten: 60000}" },
    END
};

const struct key money_keys[] = {
    { .name = "currency", .type = KEY_TEXT, .fallback = "", AT(money, currency),
      .meaning = { "The currency of all money in the file", "本文件所有金额的货币" },
      .example = "CNY" },
    { .name = "discount", .type = KEY_SHARE, .unit = "a year", .fallback = "0%", .min = 0, .max = 1, AT(money, discount),
      .meaning = { "How much less a year later counts, for the present value", "折现率：推迟一年的金额打多少折扣" },
      .example = "3%" },
    { .name = "payers", .type = KEY_NAMES, .fallback = "", AT(money, payers),
      .meaning = { "Who pays for projects; indicators capital.NAME, cost_present_value.NAME",
                   "项目的出资方；指标 capital.名称、cost_present_value.名称" },
      .example = "[district, province]" },
    { .name = "unit", .type = KEY_SECTION, .fallback = "", .keys = unit_price_keys, AT(money, unit),
      .meaning = { "Prices of a pupil, a post and a seat", "学生、岗位和学位的单价" },
      .example = "{pupil: {primary: 9000}, post: {teacher: 120000}}" },
    END
};

const struct key target_keys[] = {
    { .name = "id", .type = KEY_ID, AT(target, id), .meaning = { "Name of the target", "目标标识" },
      .example = "public-half" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(target, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 公办占比过半, en: Half public}" },
    { .name = "indicator", .type = KEY_TEXT, .words = WORDS_INDICATORS, AT(target, indicator_id),
      .meaning = { "The indicator it is about", "所针对的指标" }, .example = "public_share" },
    { .name = "stage", .type = KEY_NAMES, .fallback = "", AT(target, stage_ids),
      .meaning = { "The stage or stages; all of them if not given", "一个或几个学段；省略为全部学段" },
      .example = "[primary, junior]" },
    { .name = "sector", .type = KEY_ID, .fallback = "", AT(target, sector_id),
      .meaning = { "Only facilities of this sector; all of them if not given", "只看此办学类别；省略为全部类别" },
      .example = "public" },
    { .name = "scope", .type = KEY_TEXT, .fallback = "region", AT(target, scope_id),
      .meaning = { "region, districts (each of them), facilities (each of them), or the name of one",
                   "region（全域）、districts（每个区域）、facilities（每所学校），或某个区域、学校的标识" },
      .example = "districts" },
    { .name = "at_least", .type = KEY_CUSTOM, .fallback = "", .read = read_bound, .names = bound_names,
      .forms = FORM_NUMBER, ANY, AT(target, given_at_least),
      .meaning = { "The least it may be", "下限" }, .example = "50%" },
    { .name = "at_most", .type = KEY_CUSTOM, .fallback = "", .read = read_bound, .names = bound_names,
      .forms = FORM_WORDS | FORM_NUMBER, ANY, AT(target, given_at_most),
      .meaning = { "The most it may be: a number, a share, or limit", "上限：数字、百分比或 limit（标准的上限）" },
      .example = "limit" },
    { .name = "between", .type = KEY_CUSTOM, .fallback = "", .read = read_range, .forms = FORM_NUMBERS, ANY,
      AT(target, given_between),
      .meaning = { "The least and the most it may be", "下限和上限" }, .example = "[70%, 95%]" },
    { .name = "equals", .type = KEY_CUSTOM, .fallback = "", .read = read_bound, .names = bound_names,
      .forms = FORM_NUMBER, ANY, AT(target, given_equals),
      .meaning = { "What it must be", "须等于的值" }, .example = "0" },
    { .name = "tolerance", .type = KEY_NUMBER, .fallback = "0", FROM_0, AT(target, tolerance),
      .meaning = { "How far beyond the bound still counts as met, in the indicator's unit", "超出界限多少仍算达到，单位同指标" },
      .example = "0.5%" },
    { .name = "in", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(target, in),
      .meaning = { "The year it must hold in", "须达到目标的年份" }, .example = "2023" },
    { .name = "from", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(target, from),
      .meaning = { "The first year from which it must hold to the horizon", "从哪一年起直到末年都须达到" }, .example = "2023" },
    { .name = "by", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(target, by),
      .meaning = { "The year in which it must have held at the latest, whatever comes after", "最迟在哪一年达到过，此后不论" },
      .example = "2025" },
    { .name = "severity", .type = KEY_CHOICE, .fallback = "error", .names = severity_names, AT(target, severity),
      .meaning = { "Whether a miss fails the check or only warns", "未达到时检查不通过（error），或只作警告（warning）" },
      .example = "warning" },
    { .name = "probability", .type = KEY_SHARE, .unit = "of futures", .fallback = "", .min = 0, .max = 1,
      AT(target, probability),
      .only_checked = true,
      .meaning = { "In how many of the uncertain futures it must hold", "须在多大比例的随机情形中达到" }, .example = "80%" },
    END
};

const struct key variant_keys[] = {
    { .name = "id", .type = KEY_ID, AT(variant, id), .meaning = { "Name of the variant", "变体标识" },
      .example = "one-year-late" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(variant, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 推迟一年, en: A year late}" },
    { .name = "set", .type = KEY_CUSTOM, .read = read_patches, .forms = FORM_PATCHES, AT(variant, set),
      .meaning = { "What it changes: path and value", "所作的修改：路径和取值" }, .example = "{\"projects.*.lag\": \"+= 1\"}" },
    END
};
