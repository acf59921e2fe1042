/* THE key table as a page for people: every section with its keys, in Markdown. */
#include "base/text.h"
#include "model/indicators.h"
#include "scenario/read.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { SECTIONS_MOST = 64, ALSO_MOST = 8, PATH_MOST = 80 };

struct section_entry {
    const struct key *row;          /* that has the section; its meaning is the section's */
    const struct key *keys;
    bool only_checked;              /* it, or what it stands in */
    char path[PATH_MOST];           /* "districts.ID.entry.STAGE" */
    int n_also;
    char also[ALSO_MOST][PATH_MOST]; /* [n_also] where else it stands */
};

struct reference {
    enum seatsim_language language;
    seatsim_write *write;
    void *context;
    bool failed;
    int count;
    struct section_entry sections[SECTIONS_MOST];
};

/* How a type is called, and how its values are written. */
static const struct {
    const char *name[LANGUAGES], *written[LANGUAGES];
} type_words[KEY_TYPES] = {
    [KEY_TEXT] = { { "text", "文字" },
                   { "any text; in quotes where it holds `: ` or ` #`", "任意文字；含 `: ` 或 ` #` 时加引号" } },
    [KEY_TITLE] = { { "title", "名称" },
                    { "a text, or one for each language: `{zh: 小学, en: Primary}`", "文字，或每种语言一个：`{zh: 小学, en: Primary}`" } },
    [KEY_ID] = { { "id", "标识" },
                 { "lower-case letters, digits and hyphens: `nine-year-1`", "小写字母、数字和连字符：`nine-year-1`" } },
    [KEY_COUNT] = { { "count", "数量" }, { "a number of things: `9569` or `9_569`, no percentage", "`9569` 或 `9_569`，不能写百分比" } },
    [KEY_NUMBER] = { { "number", "数字" }, { "a plain decimal number: `0.5`", "十进制数：`0.5`" } },
    [KEY_SHARE] = { { "share", "比例" }, { "a part of a whole: `50%` or `0.5`", "`50%` 或 `0.5`" } },
    [KEY_YEAR] = { { "year", "年份" }, { "four digits: `2021`", "四位数字：`2021`" } },
    [KEY_YEARS] = { { "years", "起止年份" }, { "base year and horizon: `2020..2030`", "基年和末年：`2020..2030`" } },
    [KEY_DATE] = { { "date", "日期" }, { "month and day: `08-31`", "月-日：`08-31`" } },
    [KEY_CHOICE] = { { "choice", "选项" }, { "one of the words that are named", "所列词语之一" } },
    [KEY_TRUTH] = { { "truth", "是否" }, { "`true` or `false`, no other word", "`true` 或 `false`，不用其他词" } },
    [KEY_SERIES] = { { "series", "年度序列" },
                     { "one value for all years, a list from the base year on, or `{2020: 86%, 2025: 92%}`: between given years "
                       "by `interpolate: linear` (or `step`, `monotone`), before the first and after the last the value holds",
                       "一个值（各年相同）、从基年起的列表，或 `{2020: 86%, 2025: 92%}`：给定年份之间按 `interpolate: linear`"
                       "（或 `step`、`monotone`）插值，首尾之外保持不变" } },
    [KEY_EVENTS] = { { "events", "年度事件" },
                     { "`{2024: 1000, 2025: 1500}`, or a list from the base year on: nothing happens in other years",
                       "`{2024: 1000, 2025: 1500}`，或从基年起的列表：其他年份没有" } },
    [KEY_GRADE_SERIES] = { { "series by grade", "分年级序列" },
                           { "one series for all grades of the stage, or one for each: `{small: 1.02, middle: {2021: 0.99}}`; a "
                             "list is by grade, but for `progression` it is from the base year on",
                             "学段各年级同一序列，或每年级一个：`{small: 1.02, middle: {2021: 0.99}}`；列表按年级排列，"
                             "但 `progression` 的列表从基年起按年排列" } },
    [KEY_NUMBERS] = { { "numbers", "一组数" },
                      { "one number, a list, or by the stage's grades: `{small: 90, middle: 100, large: 110}`",
                        "一个数、列表，或按年级：`{small: 90, middle: 100, large: 110}`" } },
    [KEY_AMOUNTS] = { { "amounts", "分项数" }, { "numbers by name: `{public: 3, private: 1}`", "按名称：`{public: 3, private: 1}`" } },
    [KEY_DISTRIBUTION] = { { "distribution", "分布" },
                           { "shares by years later, which add up to 1: `{0: 70%, 1: 30%}`",
                             "推迟年数及比例，合计为 1：`{0: 70%, 1: 30%}`" } },
    [KEY_NAMES] = { { "names", "名称列表" }, { "a list: `[primary, junior]`, or one name alone", "列表：`[primary, junior]`，或单独一个" } },
    [KEY_SECTION] = { { "section", "一节" }, { "keys and values of its own", "内含若干键" } },
    [KEY_ITEMS] = { { "list", "列表" },
                    { "a list of sections, which paths name by their ids; or `{table: FILE, ...}`",
                      "若干节的列表，路径中按标识引用；或 `{table: 文件, ...}`" } },
    [KEY_NAMED] = { { "map", "按名称" }, { "sections by name: `{teacher: {per_class: 2}}`", "每个名称一节：`{teacher: {per_class: 2}}`" } },
    [KEY_BY_STAGE] = { { "by stage", "按学段" },
                       { "a value for each stage by the stage's id: `{primary: 0.98}`", "每个学段一个值：`{primary: 0.98}`" } },
};

static const struct {
    unsigned form;
    const char *name[LANGUAGES];
} form_words[] = {
    { FORM_NUMBER, { "number", "数字" } },
    { FORM_NUMBERS, { "list of numbers", "数字列表" } },
    { FORM_MONTHS, { "list of twelve numbers", "十二个数的列表" } },
    { FORM_YEARS, { "`{year: number}`", "`{年份: 数字}`" } },
    { FORM_ID, { "id", "标识" } },
    { FORM_IDS, { "list of names", "名称列表" } },
    { FORM_PATCHES, { "`{path: value}`", "`{路径: 值}`" } },
};

/* --- writing ----------------------------------------------------------------------------------------------------- */

static void say(struct reference *reference, const char *text)
{
    reference->failed = reference->failed || !reference->write(reference->context, text, strlen(text));
}

static void say_in(struct reference *reference, const char *english, const char *chinese)
{
    say(reference, reference->language == SEATSIM_CHINESE ? chinese : english);
}

/* A text inside a table: a bar would end the cell. */
static void say_cell(struct reference *reference, const char *text)
{
    for (const char *bar; (bar = strchr(text, '|')) != NULL; text = bar + 1) {
        reference->failed = reference->failed || !reference->write(reference->context, text, (size_t)(bar - text));
        say(reference, "\\|");
    }
    say(reference, text);
}

static void say_code(struct reference *reference, const char *text)
{
    if (!text || !*text)
        return;
    say(reference, "`");
    say_cell(reference, text);
    say(reference, "`");
}

/* A heading's text as the readers of Markdown make its anchor: lower case, without dots. */
static void say_anchor(struct reference *reference, const char *heading)
{
    for (; *heading; heading++) {
        char letter[2] = { *heading, '\0' };
        if ('A' <= *heading && *heading <= 'Z')
            letter[0] = (char)(*heading - 'A' + 'a');
        say(reference, *heading == '.' ? "" : letter);
    }
}

/* --- finding the sections ---------------------------------------------------------------------------------------- */

static struct section_entry *entry_of(struct reference *reference, const struct key *keys)
{
    for (int i = 0; i < reference->count; i++)
        if (reference->sections[i].keys == keys)
            return &reference->sections[i];
    return NULL;
}

/* What stands for the names between a key and its section's own keys. */
static const char *names_between(const struct key *key)
{
    if (key->type == KEY_BY_STAGE)
        return key->of->type == KEY_NAMED ? ".STAGE.ID" : ".STAGE";
    if (key->type == KEY_CUSTOM)
        return ".SECTOR";
    return key->type == KEY_SECTION ? "" : ".ID";
}

/* Enters the sections below `keys` with their paths, each before those inside it. Returns whether all had room. */
static bool find_sections(struct reference *reference, const struct key *keys, const char *path, bool only_checked)
{
    bool room = true;
    for (const struct key *key = keys; key->name; key++) {
        const struct key *inner = key->of ? key->of : key;
        char below[PATH_MOST];
        snprintf(below, sizeof below, "%s%s%s%s", path, *path ? "." : "", key->name, names_between(key));
        struct section_entry *known = inner->keys ? entry_of(reference, inner->keys) : NULL;
        if (known && known->n_also < ALSO_MOST)
            memcpy(known->also[known->n_also++], below, sizeof below);
        if (!inner->keys || known)
            continue;
        if (reference->count == SECTIONS_MOST)
            return false;
        struct section_entry *entry = &reference->sections[reference->count++];
        *entry = (struct section_entry) { .row = key, .keys = inner->keys, .only_checked = only_checked || key->only_checked };
        memcpy(entry->path, below, sizeof below);
        room = find_sections(reference, inner->keys, below, entry->only_checked) && room;
    }
    return room;
}

/* --- the columns of a key ---------------------------------------------------------------------------------------- */

static void say_choices(struct reference *reference, const char *const *names)
{
    for (int i = 0; names[i]; i++) {
        say_in(reference, i ? ", " : "", i ? "、" : "");
        say_code(reference, names[i]);
    }
}

/* The ways to write a value that has a reader of its own. */
static void say_forms(struct reference *reference, const struct key *key)
{
    bool first = !(key->forms & FORM_WORDS), share = takes_percentage(key) && !key->whole;
    if (!first)
        say_choices(reference, key->names);
    if (!key->forms)
        say_in(reference, "as the example", "见示例");
    for (size_t i = 0; i < sizeof form_words / sizeof *form_words; i++)
        if (key->forms & form_words[i].form) {
            say_in(reference, first ? "" : " or ", first ? "" : "或");
            say(reference, form_words[i].name[reference->language]);
            if (form_words[i].form == FORM_NUMBER && share)
                say_in(reference, " or share", "或比例");
            first = false;
        }
}

static void say_link(struct reference *reference, const struct key *key, const char *word)
{
    const struct section_entry *entry = entry_of(reference, key->keys);
    say(reference, "[");
    say(reference, word);
    say(reference, "](#");
    say_anchor(reference, entry ? entry->path : key->name);
    say(reference, ")");
}

/* "or its `total` or `grades` alone": what a section may be written as. */
static void say_short_forms(struct reference *reference, const struct key *key)
{
    if (!key->scalar_key)
        return;
    say_in(reference, ", or its ", "，或只写 ");
    say_code(reference, key->scalar_key);
    say_in(reference, key->list_key ? " or " : "", key->list_key ? " 或 " : "");
    say_code(reference, key->list_key);
    say_in(reference, " alone", "");
}

static void say_type(struct reference *reference, const struct key *key)
{
    const struct key *inner = key->type == KEY_BY_STAGE ? key->of : key;
    const char *word = type_words[inner->type].name[reference->language];
    if (inner != key) {
        say(reference, type_words[KEY_BY_STAGE].name[reference->language]);
        say_in(reference, ": ", "：");
    }
    if (inner->type == KEY_CHOICE)
        say_choices(reference, inner->names);
    else if (inner->type == KEY_CUSTOM)
        say_forms(reference, inner);
    else if (inner->words == WORDS_INDICATORS)
        say_in(reference, "[indicator](#indicators)", "[指标](#指标)");
    else if (inner->keys)
        say_link(reference, inner, word);
    else
        say(reference, word);
    if (inner->type == KEY_CUSTOM && inner->keys) {
        say_in(reference, " or ", "或");
        say_link(reference, inner, reference->language == SEATSIM_CHINESE ? "规则" : "rule");
    }
    say_short_forms(reference, inner);
}

/* A bound as it is written in a file. */
static void say_bound(struct reference *reference, const struct key *key, double bound)
{
    say(reference, number_text(key->type == KEY_SHARE ? bound * 100 : bound).text);
    say(reference, key->type == KEY_SHARE ? "%" : "");
}

static void say_range(struct reference *reference, const struct key *key)
{
    const struct key *inner = key->type == KEY_BY_STAGE ? key->of : key;
    bool least = isfinite(inner->min), most = isfinite(inner->max);
    if (!(inner->max > inner->min) || inner->keys || (!least && !most))
        return;
    say_in(reference, most ? "" : "from ", "");
    say_bound(reference, inner, inner->min);
    say_in(reference, most ? " to " : "", most ? " 至 " : " 以上");
    if (most)
        say_bound(reference, inner, inner->max);
}

static bool is_named(const struct key *row)
{
    return row->type == KEY_NAMED || (row->type == KEY_BY_STAGE && row->of->type == KEY_NAMED);
}

static void say_fallback(struct reference *reference, const struct section_entry *section, const struct key *key)
{
    const struct key *inner = key->type == KEY_BY_STAGE ? key->of : key;
    const char *fallback = key->fallback && *key->fallback ? key->fallback : key == inner ? NULL : inner->fallback;
    if (section && is_named(section->row) && strcmp(key->name, "id") == 0)
        say_in(reference, "the name before the colon", "冒号前的名称");
    else if (!key->fallback)
        say_in(reference, "**required**", "**必填**");
    else
        say_code(reference, fallback);
}

static void say_key(struct reference *reference, const struct section_entry *section, const struct key *key)
{
    const char *unit = unit_text(key->unit ? key->unit : key->of ? key->of->unit : NULL, reference->language);
    bool marked = key->only_checked || (section && section->only_checked);
    say(reference, "| ");
    say_code(reference, strcmp(key->name, "YEAR") == 0 ? "2020" : key->name);
    say(reference, " | ");
    say_type(reference, key);
    say(reference, " | ");
    say_cell(reference, unit ? unit : "");
    say(reference, " | ");
    say_fallback(reference, section, key);
    say(reference, " | ");
    say_range(reference, key);
    say(reference, " | ");
    say_cell(reference, key->meaning[reference->language]);
    say_in(reference, marked ? " *(checked only)*" : "", marked ? " *（仅检查）*" : "");
    say(reference, " | ");
    say_code(reference, key->example);
    say(reference, " |\n");
}

static void say_keys(struct reference *reference, const struct section_entry *section, const struct key *keys)
{
    say_in(reference, "| key | value | unit | if not given | range | meaning | example |\n",
           "| 键 | 取值 | 单位 | 默认 | 范围 | 含义 | 示例 |\n");
    say(reference, "|---|---|---|---|---|---|---|\n");
    for (const struct key *key = keys; key->name; key++)
        say_key(reference, section, key);
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

static void say_types(struct reference *reference)
{
    say_in(reference, "\n## How values are written\n\n| value | is written |\n|---|---|\n",
           "\n## 取值的写法\n\n| 取值 | 写法 |\n|---|---|\n");
    for (int type = 0; type < KEY_CUSTOM; type++) {
        say(reference, "| ");
        say(reference, type_words[type].name[reference->language]);
        say(reference, " | ");
        say_cell(reference, type_words[type].written[reference->language]);
        say(reference, " |\n");
    }
}

static void say_section(struct reference *reference, const struct section_entry *section)
{
    say(reference, strchr(section->path, '.') && strcmp(strchr(section->path, '.'), ".ID") != 0 ? "\n### " : "\n## ");
    say(reference, section->path);
    say(reference, "\n\n");
    say(reference, section->row->meaning[reference->language]);
    say_in(reference, ".", "。");
    for (int i = 0; i < section->n_also; i++) {
        say_in(reference, i ? ", " : " The same at ", i ? "、" : "同样用于 ");
        say_code(reference, section->also[i]);
    }
    say_in(reference, section->n_also ? ".\n\n" : "\n\n", section->n_also ? "。\n\n" : "\n\n");
    say_keys(reference, section, section->keys);
}

/* What `limit` stands for, as the key of the standard that says it. */
static const char *const limit_keys[] = {
    [LIMIT_NONE] = "", [LIMIT_CLASS] = "class_limit", [LIMIT_PLANNED_CLASS] = "planned_class", [LIMIT_SCHOOL_SIZE] = "school_size"
};

static void say_indicator(struct reference *reference, const struct indicator *indicator)
{
    say(reference, "| `");
    say(reference, indicator->id);
    say(reference, indicator->of == OF_NOTHING ? "` | " : ".NAME` | ");
    say_cell(reference, indicator->title[reference->language]);
    say(reference, " | ");
    say_cell(reference, unit_text(unit_names[indicator->unit], reference->language));
    say(reference, " | ");
    say_code(reference, limit_keys[indicator->limit]);
    say_in(reference, " | ", "");
    say_cell(reference, reference->language == SEATSIM_ENGLISH ? indicator->meaning : "");
    say(reference, " |\n");
}

static void say_indicators(struct reference *reference)
{
    say_in(reference,
           "\n## Indicators\n\nWhat targets and rules ask for, as `indicators.csv` names it.\n\n"
           "| indicator | title | unit | `at_most: limit` is | meaning |\n|---|---|---|---|---|\n",
           "\n## 指标\n\n目标和规则所用的指标，也见于 `indicators.csv`。\n\n"
           "| 指标 | 名称 | 单位 | `at_most: limit` 指 |\n|---|---|---|---|\n");
    for (const struct indicator *indicator = indicators; indicator->id; indicator++)
        say_indicator(reference, indicator);
    for (const struct indicator *indicator = named_indicators; indicator->id; indicator++)
        say_indicator(reference, indicator);
}

static const char *const heads[LANGUAGES] = {
    "# Keys of a scenario\n\n"
    "`make docs` writes this page from the table that the program itself reads; [scenario.md](scenario.md) says how a scenario\n"
    "is put together. Headings are paths as `--set` takes them; ID, STAGE and SECTOR stand for names of your own.\n\n"
    "Any mapping may also carry `source`, `note` and `status` (`given`, `derived`, `assumed`), and any value may be written\n"
    "`{value: X, source: ...}`. *Checked only*: read and checked, but no result depends on it yet; a warning says so (W140).\n",
    "# 情景文件的键\n\n"
    "本页由 `make docs` 根据程序所用的键表生成；情景文件的写法见 [scenario.zh.md](scenario.zh.md)。标题是 `--set` 所用的路径，其中\n"
    "ID、STAGE、SECTOR 代表自定的标识、学段和办学类别。\n\n"
    "任何一节都可写 `source`（出处）、`note`（说明）和 `status`（`given` 给定、`derived` 推算、`assumed` 假设），任何值都可写成\n"
    "`{value: X, source: ...}`。*仅检查*：读取并检查，但目前不影响结果，并给出警告（W140）。\n",
};

static const char *const remove_heads[LANGUAGES] = {
    "\n## remove\n\nWhat any thing of a list or a map may have beside its own keys.\n\n",
    "\n## remove\n\n列表或按名称的任何一节，除自己的键之外可写：\n\n",
};

static const char *const table_heads[LANGUAGES] = {
    "\n## table\n\nIn place of a list, or of values by year, grade or stage: `{table: FILE, ...}`.\n\n",
    "\n## table\n\n列表以及按年份、年级、学段给出的值，可改用 `{table: 文件, ...}`。\n\n",
};

enum seatsim_status seatsim_reference_write(enum seatsim_language language, seatsim_write *write, void *context)
{
    struct reference reference = { .language = language, .write = write, .context = context };
    reference.failed = !find_sections(&reference, scenario_keys, "", false);
    say(&reference, heads[language]);
    say_types(&reference);
    say_in(&reference, "\n## The file\n\n", "\n## 文件\n\n");
    say_keys(&reference, NULL, scenario_keys);
    for (int i = 0; i < reference.count; i++)
        say_section(&reference, &reference.sections[i]);
    say(&reference, remove_heads[language]);
    say_keys(&reference, NULL, (const struct key[]) { remove_key, { .name = NULL } });
    say(&reference, table_heads[language]);
    say_keys(&reference, NULL, table_keys);
    say_indicators(&reference);
    return reference.failed ? SEATSIM_MACHINE : SEATSIM_OK;
}
