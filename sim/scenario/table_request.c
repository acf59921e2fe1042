#include "scenario/table_request.h"

#include "scenario/keys_rows.h"
#include "scenario/read.h"

#include <string.h>

const char *const axis_names[AXES] = { "stage", "grade", "year", "month" };

/* Names of encodings, as iconv knows them too, and of separators. */
static const char *const encoding_names[] = { "utf-8", "gb18030", "gbk", "big5", "utf-16", "windows-1252", NULL };
static const char *const separator_names[] = { "automatic", "comma", "semicolon", "tab", ",", ";", NULL };
static const char separator_characters[] = { 0, ',', ';', '\t', ',', ';' };
_Static_assert(sizeof separator_names / sizeof *separator_names == sizeof separator_characters + 1, "a character for each name");

/* A mapping of texts: one each, or with `lists` several. */
static bool read_texts_by_name(struct reading *reading, const struct key *key, const struct node *node, bool lists, void *target)
{
    bool good = node->kind == NODE_MAPPING;
    for (int i = 0; good && i < node->count; i++) {
        const struct node *texts = node->items[i];
        good = texts->kind == NODE_SCALAR || (lists && texts->kind == NODE_LIST);
        for (int text = 0; good && texts->kind == NODE_LIST && text < texts->count; text++)
            good = texts->items[text]->kind == NODE_SCALAR;
    }
    *(const struct node **)target = node;
    return good || wrong(reading, key, node, "E101");
}

static bool read_columns(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    return read_texts_by_name(reading, key, node, false, target);
}

static bool read_choice_of_rows(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    return read_texts_by_name(reading, key, node, true, target);
}

static bool read_each(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    *(const struct node **)target = node;
    return node->kind == NODE_MAPPING || wrong(reading, key, node, "E101");
}

static bool read_missing(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    bool good = node->kind != NODE_MAPPING;
    for (int i = 0; good && node->kind == NODE_LIST && i < node->count; i++)
        good = node->items[i]->kind == NODE_SCALAR;
    *(const struct node **)target = node;
    return good || wrong(reading, key, node, "E101");
}

#define COLUMN_ROW(name_, field, meaning_, chinese_, example_) \
    { .name = name_, .type = KEY_TEXT, .fallback = "", AT(table_request, field), \
      .meaning = { meaning_, chinese_ }, .example = example_ }

const struct key table_keys[] = {
    { .name = "table", .type = KEY_TEXT, AT(table_request, path),
      .meaning = { "A CSV file, relative to the file that names it", "CSV 文件，路径相对于本文件" }, .example = "births.csv" },
    { .name = "columns", .type = KEY_CUSTOM, .fallback = "", .read = read_columns, AT(table_request, columns),
      .meaning = { "Which column holds which key: path of the key, then the header; other columns are left out",
                   "哪一列对应哪个键：先写键的路径，再写列名；其他列不读" },
      .example = "{id: 学校代码, title.zh: 学校名称, seats: 学位}" },
    { .name = "each", .type = KEY_CUSTOM, .fallback = "", .read = read_each, AT(table_request, each),
      .meaning = { "Keys of every row, unless its own columns give them", "每一行都有的键，除非本行的列另有给出" },
      .example = "{sector: public}" },
    COLUMN_ROW("year", axes[AXIS_YEAR], "The column of the year, if it is not named year", "年份列，若列名不是 year", "年份"),
    COLUMN_ROW("value", value, "The column of the value, if it is named neither value nor as the key",
               "数值列，若列名既不是 value 也不是键名", "出生人数"),
    COLUMN_ROW("stage", axes[AXIS_STAGE], "The column of the stage, if it is not named stage",
               "学段列，若列名不是 stage", "学段"),
    COLUMN_ROW("grade", axes[AXIS_GRADE], "The column of the grade, if it is not named grade",
               "年级列，若列名不是 grade", "年级"),
    COLUMN_ROW("month", axes[AXIS_MONTH], "The column of the month, if it is not named month",
               "月份列，若列名不是 month", "月份"),
    COLUMN_ROW("by", by, "The column that holds the id of the district or facility the table stands in",
               "写有所在区域或学校标识的列", "district"),
    { .name = "where", .type = KEY_CUSTOM, .fallback = "", .read = read_choice_of_rows, AT(table_request, where),
      .meaning = { "Only rows with this text, or one of these, in a column", "只取某列为此文字（或其中之一）的行" },
      .example = "{区: 经开区}" },
    { .name = "skip", .type = KEY_CUSTOM, .fallback = "", .read = read_choice_of_rows, AT(table_request, skip),
      .meaning = { "Rows to leave out, such as totals: a warning says when those do not agree with the rows",
                   "排除的行，如合计：与各行之和不符时给出警告" },
      .example = "{学校: 合计}" },
    { .name = "encoding", .type = KEY_CHOICE, .fallback = "utf-8", .names = encoding_names, .any_case = true,
      AT(table_request, given_encoding),
      .meaning = { "How the file is written", "文件的编码" }, .example = "gb18030" },
    { .name = "separator", .type = KEY_CHOICE, .fallback = "automatic", .names = separator_names,
      AT(table_request, given_separator),
      .meaning = { "What stands between cells: comma, semicolon or tab; automatic is the one the header has most of",
                   "分隔符：逗号、分号或制表符；automatic 取表头中最多的一种" },
      .example = "semicolon" },
    { .name = "thousands", .type = KEY_TEXT, .fallback = "", AT(table_request, thousands),
      .meaning = { "What groups the digits of numbers", "数字的千位分隔符" }, .example = "\",\"" },
    { .name = "missing", .type = KEY_CUSTOM, .fallback = "", .read = read_missing, AT(table_request, missing),
      .meaning = { "Cells that say nothing, beside empty ones", "除空白外表示缺失的单元格" }, .example = "[\"—\", \"-\"]" },
    END
};

static bool has_years(const struct key *keys)
{
    for (const struct key *key = keys; key && key->name; key++)
        if (strcmp(key->name, "YEAR") == 0)
            return true;
    return false;
}

bool may_be_table(const struct key *key)
{
    switch (key->type) {
    case KEY_ITEMS:
    case KEY_SERIES:
    case KEY_EVENTS:
    case KEY_GRADE_SERIES:
    case KEY_NUMBERS: return true;
    case KEY_BY_STAGE: return key->of->type != KEY_NAMED && key->of->type != KEY_AMOUNTS && key->of->type != KEY_DISTRIBUTION;
    case KEY_SECTION: return has_years(key->keys) || (key->list_key && strcmp(key->list_key, "grades") == 0);
    case KEY_CUSTOM: return (key->forms & FORM_YEARS) != 0;
    default: return false;
    }
}

/* The table keys of a mapping alone, for the reader that knows no others. */
static struct node *only_table_keys(const struct node *node, struct arena *arena)
{
    struct node *only = node_new(arena, NODE_MAPPING, node->place, node->origin);
    for (int i = 0; only && i < node->count; i++)
        if (key_of(table_keys, node->keys[i]->text) && !node_add(arena, only, node->keys[i], node->items[i]))
            only = NULL;
    return only;
}

bool read_request(const struct node *node, struct arena *arena, struct seatsim_diagnostics *diagnostics,
                  struct table_request *request)
{
    struct reading reading = { .arena = arena, .diagnostics = diagnostics, .stage = -1 };
    struct node *only = only_table_keys(node, arena);
    if (!only)
        return report_no_memory(diagnostics) == SEATSIM_OK;
    *request = (struct table_request) { .section = { only } };
    if (!read_section(&reading, table_keys, only, request))
        return false;
    request->encoding = request->given_encoding > 0 ? encoding_names[request->given_encoding] : NULL;
    request->separator = separator_characters[request->given_separator];
    return true;
}

bool is_among(const struct node *given, const char *text, size_t length)
{
    for (int i = 0; given && i < (given->kind == NODE_LIST ? given->count : 1); i++) {
        const struct node *one = given->kind == NODE_LIST ? given->items[i] : given;
        if (one->length == length && memcmp(one->text, text, length) == 0)
            return true;
    }
    return false;
}
