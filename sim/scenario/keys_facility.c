/* The keys of supply: facilities, the rules that decide a sector, and the projects that open and change facilities. */
#include "scenario/keys_rows.h"
#include "scenario/read.h"

static const char *const fill_names[] = { "entry", "all", NULL };
static const char *const rule_scope_names[] = { "district", "region", NULL };

_Static_assert(sizeof fill_names / sizeof *fill_names == FILLS + 1, "a name for each way to fill");
_Static_assert(sizeof rule_scope_names / sizeof *rule_scope_names == RULE_SCOPES + 1, "a name for each scope");

#define CAPACITY_ROWS(type_, rooms_, classes_, seats_)                                                                  \
    { .name = "rooms", .type = KEY_COUNT, .unit = "rooms", .fallback = "", .min = 0, .max = 1e6, AT(type_, rooms_),     \
      .meaning = { "Rooms, each for one class", "教室数，每间一个班" }, .example = "36" },                                       \
    { .name = "classes", .type = KEY_COUNT, .unit = "classes", .fallback = "", .min = 0, .max = 1e6,                    \
      AT(type_, classes_), .meaning = { "Classes it is built for: the same as rooms", "设计班数：与 rooms 相同" },              \
      .example = "9" },                                                                                                 \
    { .name = "seats", .type = KEY_COUNT, .unit = "seats", .fallback = "", .min = 0, .max = 1e8, AT(type_, seats_),     \
      .meaning = { "Design seats: classes x planned class size", "设计学位：班数 × 设计班额" }, .example = "270" }

#define ZONE_ROW(type_, field_)                                                                                         \
    { .name = "zone", .type = KEY_SHARE, .unit = "of children", .fallback = "", .min = 0, .max = 1, AT(type_, field_),  \
      .meaning = { "Policy zones: the district's children whose school this is",                  \
                   "zones 方式：以本校为对口学校的儿童占区域的比例" }, .example = "60%" }
#define RESOURCES_ROW(type_, field_)                                                                                    \
    { .name = "resources", .type = KEY_AMOUNTS, .fallback = "", FROM_0, AT(type_, field_),                              \
      .meaning = { "What the school has, for the indicator balance.NAME", "学校的资源，用于校际均衡指标 balance.名称" },          \
      .example = "{teachers-above-degree: 63}" }
#define OVERFLOW_ROW(type_, field_)                                                                                     \
    { .name = "overflow", .type = KEY_NAMES, .fallback = "", .max = 50, AT(type_, field_),        \
      .meaning = { "Policy zones: where its children ask next, in this order", "zones 方式：本校学位不足时依次转向的学校" },             \
      .example = "[north-school]" }
#define TAGS_ROW(type_, field_)                                                                                         \
    { .name = "tags", .type = KEY_NAMES, .fallback = "", AT(type_, field_),                                             \
      .meaning = { "What it is known as, for the indicator quality_share.NAME", "标签，用于指标 quality_share.名称" },            \
      .example = "[quality-balance]" }

static const struct key given_part_keys[] = {
    CAPACITY_ROWS(given_part, rooms, classes, seats),
    { .name = "pupils", .type = KEY_SECTION, .unit = "pupils",
      .fallback = "", .keys = pupils_keys, .scalar_key = "total", .list_key = "grades", AT(given_part, pupils),
      .meaning = { "Pupils of the base year", "基年在校人数" }, .example = "3393" },
    ZONE_ROW(given_part, zone),
    RESOURCES_ROW(given_part, resources),
    END
};
static const struct key part_of_stage = { .name = "stage", .type = KEY_SECTION, .keys = given_part_keys };

const struct key facility_keys[] = {
    { .name = "id", .type = KEY_ID, AT(facility, id),
      .meaning = { "Name of the facility in paths and tables", "学校标识，用于路径和表格" }, .example = "nine-year-1" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(facility, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 献唐学校, en: Xiantang school}" },
    { .name = "district", .type = KEY_ID, .fallback = "", AT(facility, district_id),
      .meaning = { "The district it stands in; not needed where there is one", "所在区域；只有一个区域时可省略" },
      .example = "etdz" },
    { .name = "stage", .type = KEY_ID, .fallback = "", AT(facility, stage_id),
      .meaning = { "The stage it serves", "所属学段" }, .example = "kindergarten" },
    { .name = "stages", .type = KEY_BY_STAGE, .fallback = "", .of = &part_of_stage, .size = sizeof(struct given_part),
      .when_given = true, AT(facility, given_stages),
      .meaning = { "The stages a combined school serves", "多学段学校的各学段" },
      .example = "{primary: {classes: 32, pupils: 1500}, junior: {classes: 26, pupils: 1300}}" },
    { .name = "sector", .type = KEY_ID, .fallback = "public", AT(facility, sector_id),
      .meaning = { "Who runs it", "办学类别" }, .example = "inclusive" },
    { .name = "sites", .type = KEY_COUNT, .fallback = "1", .min = 1, .max = 1e5, AT(facility, given_sites),
      .whole = true, .meaning = { "How many buildings this row pools", "本行合并的园（校）址数" }, .example = "9" },
    CAPACITY_ROWS(facility, given.rooms, given.classes, given.seats),
    { .name = "pupils", .type = KEY_SECTION, .unit = "pupils",
      .fallback = "", .keys = pupils_keys, .scalar_key = "total", .list_key = "grades", AT(facility, given.pupils),
      .meaning = { "Pupils of the base year, of all its sites", "基年在校人数，各园（校）址合计" }, .example = "3393" },
    { .name = "through", .type = KEY_TRUTH, .fallback = "true", AT(facility, through),
      .meaning = { "A combined school's leavers have first claim on its next stage", "多学段学校的毕业生优先升入本校下一学段" },
      .example = "false" },
    ZONE_ROW(facility, given.zone),
    OVERFLOW_ROW(facility, overflow_ids),
    TAGS_ROW(facility, tags),
    RESOURCES_ROW(facility, given.resources),
    END
};

static const struct key condition_keys[] = {
    { .name = "indicator", .type = KEY_TEXT, .words = WORDS_INDICATORS, AT(condition, indicator_id),
      .meaning = { "The indicator that is read", "所依据的指标" }, .example = "public_share" },
    { .name = "stage", .type = KEY_ID, AT(condition, stage_id), .meaning = { "Its stage", "指标的学段" },
      .example = "kindergarten" },
    { .name = "below", .type = KEY_SHARE, .fallback = "", ANY, AT(condition, below),
      .meaning = { "Holds while the indicator is below this", "指标低于此值时成立" }, .example = "50%" },
    { .name = "at_least", .type = KEY_SHARE, .fallback = "", ANY, AT(condition, at_least),
      .meaning = { "Holds while the indicator is at least this", "指标不低于此值时成立" }, .example = "50%" },
    END
};

#define RULE_BODY                                                                                                       \
    { .name = "while", .type = KEY_SECTION, .keys = condition_keys, AT(rule, given),                                    \
      .meaning = { "The condition, read in the year before the opening", "条件，按开办前一年的指标判断" },                            \
      .example = "{indicator: public_share, stage: kindergarten, below: 50%}" },                                        \
    { .name = "scope", .type = KEY_CHOICE, .fallback = "district", .names = rule_scope_names, AT(rule, scope),          \
      .meaning = { "Whose indicator: the district's or the region's", "用谁的指标：本区域（district）或全域（region）" },               \
      .example = "region" }

/* A rule where a project's sector stands: {SECTOR: these, otherwise: SECTOR}. */
static const struct key inline_rule_keys[] = { RULE_BODY, END };

const struct key rule_keys[] = {
    { .name = "id", .type = KEY_ID, AT(rule, id), .meaning = { "Name of the rule", "规则标识" }, .example = "handover" },
    { .name = "sector", .type = KEY_ID, AT(rule, sector_id),
      .meaning = { "The sector while the condition holds", "条件成立时的办学类别" }, .example = "public" },
    { .name = "otherwise", .type = KEY_ID, AT(rule, otherwise_id),
      .meaning = { "The sector when it does not hold", "条件不成立时的办学类别" }, .example = "inclusive" },
    RULE_BODY,
    END
};

const struct key project_keys[] = {
    { .name = "id", .type = KEY_ID, .fallback = "", AT(project, id),
      .meaning = { "Name of the project in paths; without it, it goes by its facility", "项目标识，用于路径；省略时用学校的标识" },
      .example = "second-wing" },
    { .name = "open", .type = KEY_ID, .fallback = "", AT(project, open_id),
      .meaning = { "A new facility: its name", "新建：新学校的标识" }, .example = "jinhaiwan" },
    { .name = "expand", .type = KEY_ID, .fallback = "", AT(project, expand_id),
      .meaning = { "The facility that gets more room", "扩建：增加教室的学校" }, .example = "nine-year-1" },
    { .name = "convert", .type = KEY_ID, .fallback = "", AT(project, convert_id),
      .meaning = { "The facility whose sector or rooms change", "转换：改变办学类别或教室用途的学校" },
      .example = "private-kindergartens" },
    { .name = "close", .type = KEY_ID, .fallback = "", AT(project, close_id),
      .meaning = { "The facility that closes; its children look for seats elsewhere", "撤销：停办的学校，学生另寻学位" },
      .example = "hill-school" },
    { .name = "merge", .type = KEY_ID, .fallback = "", AT(project, merge_id),
      .meaning = { "The facility that is merged into another with its children and rooms", "合并：连同学生和教室并入他校的学校" },
      .example = "hill-school" },
    { .name = "into", .type = KEY_ID, .fallback = "", AT(project, into_id),
      .meaning = { "merge: the facility that takes it over", "merge：并入的学校" }, .example = "valley-school" },
    { .name = "title", .type = KEY_TITLE, .fallback = "", AT(project, title),
      .meaning = { "What people call it", "通用名称" }, .example = "{zh: 金海湾社区幼儿园, en: Jinhaiwan}" },
    { .name = "year", .type = KEY_YEAR, .min = YEAR_FIRST, .max = YEAR_LAST, AT(project, year),
      .meaning = { "Year of completion", "建成年份" }, .example = "2021" },
    { .name = "lag", .type = KEY_COUNT, .unit = "autumns", .fallback = "0", .min = 0, .max = 50, .whole = true,
      AT(project, given_lag),
      .meaning = { "Autumns from completion to the first in use", "从建成到首次启用相隔的秋季数" }, .example = "1" },
    { .name = "until", .type = KEY_YEAR, .fallback = "", .min = YEAR_FIRST, .max = YEAR_LAST, AT(project, until),
      .meaning = { "expand: the autumn in which the added room is gone", "expand：增加的教室停用的秋季" }, .example = "2028" },
    { .name = "district", .type = KEY_ID, .fallback = "", AT(project, district_id),
      .meaning = { "open: the district it stands in; not needed where there is one", "open：所在区域；只有一个区域时可省略" },
      .example = "etdz" },
    { .name = "stage", .type = KEY_ID, .fallback = "", AT(project, stage_id),
      .meaning = { "open, expand: the stage", "open、expand：学段" }, .example = "kindergarten" },
    { .name = "stages", .type = KEY_BY_STAGE, .fallback = "", .of = &part_of_stage, .size = sizeof(struct given_part),
      .when_given = true, AT(project, given_stages),
      .meaning = { "open: the stages of a combined school", "open：多学段学校的各学段" },
      .example = "{primary: {classes: 24}, junior: {classes: 12}}" },
    { .name = "from", .type = KEY_ID, .fallback = "", AT(project, from_id),
      .meaning = { "convert: the stage that gives rooms", "convert：让出教室的学段" }, .example = "primary" },
    { .name = "to_stage", .type = KEY_ID, .fallback = "", AT(project, to_stage_id),
      .meaning = { "convert: the stage that gets rooms", "convert：得到教室的学段" }, .example = "junior" },
    CAPACITY_ROWS(project, given_rooms, given_classes, given_seats),
    { .name = "sector", .type = KEY_CUSTOM, .fallback = "", .read = read_sector, .forms = FORM_ID | FORM_CONDITIONAL,
      .keys = inline_rule_keys, AT(project, section),
      .meaning = { "open: who runs it; or a rule that decides, by its name or written here",
                   "open：办学类别；或由规则决定，写规则名称或直接写出规则" }, .example = "handover" },
    { .name = "to_sector", .type = KEY_CUSTOM, .fallback = "", .read = read_sector, .forms = FORM_ID | FORM_CONDITIONAL,
      .keys = inline_rule_keys, AT(project, section),
      .meaning = { "convert: the sector it becomes, or a rule that decides", "convert：转换后的办学类别，或由规则决定" },
      .example = "public" },
    { .name = "sites", .type = KEY_COUNT, .fallback = "", .min = 1, .max = 1e5, .whole = true, AT(project, given_sites),
      .meaning = { "open: buildings in the row; convert: how many of them change", "open：本行的园（校）址数；convert：其中转换几个" },
      .example = "5" },
    { .name = "fill", .type = KEY_CHOICE, .fallback = "all", .names = fill_names, AT(project, fill),
      .meaning = { "open: from the entry grade up, a grade a year, or all grades at once",
                   "open：entry 从起始年级起逐年增加，all 各年级同时开办" }, .example = "entry" },
    { .name = "through", .type = KEY_TRUTH, .fallback = "true", AT(project, through),
      .meaning = { "open: a combined school's leavers have first claim on its next stage",
                   "open：多学段学校的毕业生优先升入本校下一学段" }, .example = "false" },
    ZONE_ROW(project, zone),
    OVERFLOW_ROW(project, overflow_ids),
    TAGS_ROW(project, tags),
    RESOURCES_ROW(project, resources),
    { .name = "cost", .type = KEY_NUMBER, .unit = "money", .fallback = "", .min = 0, .max = 1e15, AT(project, cost),
      .meaning = { "What it costs, in prices of the base year; seats x money.unit.seat if not given",
                   "造价，按基年价格；省略时为学位数 × money.unit.seat" }, .example = "24000000" },
    { .name = "phasing", .type = KEY_DISTRIBUTION, .unit = "of the cost", .fallback = "", .min = 0, .max = 1,
      AT(project, phasing),
      .meaning = { "When the cost falls: years after `year`, and the share", "付款进度：`year` 之后的年数及比例" },
      .example = "{0: 60%, 1: 40%}" },
    { .name = "payer", .type = KEY_ID, .fallback = "", AT(project, payer),
      .meaning = { "Who pays it, one of money.payers; indicator capital.NAME", "出资方，取自 money.payers；指标 capital.名称" },
      .example = "district" },
    { .name = "delay", .type = KEY_DISTRIBUTION, .unit = "of futures", .fallback = "", .min = 0, .max = 1, AT(project, delay),
      .only_checked = true,
      .meaning = { "How many years late it may be, with which probability", "可能推迟的年数及概率" },
      .example = "{0: 70%, 1: 30%}" },
    END
};
