#include "base/options.h"

#include <stddef.h>
#include <string.h>

struct option_row;
typedef enum seatsim_status set_option(struct seatsim_options *options, const struct option_row *row, const char *value,
                                       struct seatsim_diagnostics *diagnostics);
static set_option set_language, set_truth, set_whole, set_text, add_text, add_names;

struct option_row {
    const char *name, *argument;
    const char *meaning[LANGUAGES];
    set_option *set;
    size_t offset;   /* of the field in struct seatsim_options */
    int least, most; /* of a whole number */
};

/* THE table of options that the library knows. */
static const struct option_row rows[] = {
    { "lang", "en|zh", { "language of tables, charts and messages", "表格、图表和信息所用的语言" },
      set_language, offsetof(struct seatsim_options, language), 0, 0 },
    { "plots", "yes|no", { "whether charts are drawn (yes)", "是否绘制图表(默认 yes)" },
      set_truth, offsetof(struct seatsim_options, plots), 0, 0 },
    { "policies", "yes|no", { "whether shares of sectors are computed under other policies too (no)",
                              "是否另按其他分配方式计算公办、普惠占比(默认 no)" },
      set_truth, offsetof(struct seatsim_options, policies), 0, 0 },
    { "facilities", "yes|no", { "whether the results of facilities are kept (yes)", "是否保留各学校的结果(默认 yes)" },
      set_truth, offsetof(struct seatsim_options, facilities), 0, 0 },
    { "colour", "yes|no", { "whether text is coloured (no)", "文字是否着色(默认 no)" },
      set_truth, offsetof(struct seatsim_options, colour), 0, 0 },
    { "width", "COLUMNS", { "columns that tables may take, 40 to 1000 (100)", "表格可占的列数,40 至 1000(默认 100)" },
      set_whole, offsetof(struct seatsim_options, width), 40, 1000 },
    { "threads", "N", { "threads to work with, 1 to 256 (all cores)", "使用的线程数,1 至 256(默认为全部核心)" },
      set_whole, offsetof(struct seatsim_options, threads), 1, 256 },
    { "variant", "NAME[,NAME]", { "variants of the scenario to apply, in order", "依次采用的情景变体" },
      add_names, offsetof(struct seatsim_options, variants), 0, 0 },
    { "set", "PATH=VALUE", { "change a value; += adds, *= multiplies", "修改情景中的一个值;+= 为加,*= 为乘" },
      add_text, offsetof(struct seatsim_options, sets), 0, 0 },
    { "data", "FOLDER", { "a folder with more standards and templates", "另一个存放标准和图表模板的文件夹" },
      add_text, offsetof(struct seatsim_options, data), 0, 0 },
    { "indicator", "ID", { "which indicator: an id of indicators.csv", "哪个指标，名称同 indicators.csv" },
      set_text, offsetof(struct seatsim_options, indicator), 0, 0 },
    { "stage", "ID", { "its stage", "其学段" },
      set_text, offsetof(struct seatsim_options, stage), 0, 0 },
    { "year", "YEAR", { "its school year", "其学年" },
      set_whole, offsetof(struct seatsim_options, year), 1900, 2200 },
    { "district", "ID", { "its district; the region when not given", "其区域；不写则为全区域" },
      set_text, offsetof(struct seatsim_options, district), 0, 0 },
    { "facility", "ID", { "its facility instead of a district", "其学校，代替区域" },
      set_text, offsetof(struct seatsim_options, facility), 0, 0 },
    { "sector", "ID", { "of one sector only", "仅限一个办学类别" },
      set_text, offsetof(struct seatsim_options, sector), 0, 0 },
    { "depth", "N", { "levels of the explanation (2)", "解释的层数（默认 2）" },
      set_whole, offsetof(struct seatsim_options, depth), 0, 99 },
};
enum { ROWS = sizeof rows / sizeof rows[0] };

struct seatsim_options *seatsim_options_new(const struct seatsim_allocator *allocator)
{
    struct seatsim_allocator memory = memory_allocator(allocator);
    struct seatsim_options *options = memory_new(&memory, 1, sizeof *options);
    if (!options)
        return NULL;
    options->allocator = memory;
    arena_init(&options->arena, &memory);
    options->plots = true;
    options->facilities = true;
    options->width = 100;
    options->depth = 2;
    return options;
}

void seatsim_options_free(struct seatsim_options *options)
{
    if (!options)
        return;
    struct seatsim_allocator memory = options->allocator;
    memory_free(&memory, options->variants.items);
    memory_free(&memory, options->sets.items);
    memory_free(&memory, options->data.items);
    arena_clear(&options->arena);
    memory_free(&memory, options);
}

static void *field_of(struct seatsim_options *options, const struct option_row *row)
{
    return (char *)options + row->offset;
}

/* The index of a value among a row's argument "a|b"; -1, reported, when it is neither. */
static int choice_of(const struct option_row *row, const char *value, struct seatsim_diagnostics *diagnostics)
{
    size_t first = strcspn(row->argument, "|");
    if (strlen(value) == first && memcmp(value, row->argument, first) == 0)
        return 0;
    if (strcmp(value, row->argument + first + 1) == 0)
        return 1;
    report(diagnostics, (struct place) { 0 }, "E502",
           (struct slot[]) { { "option", row->name }, { "choices", row->argument }, { "value", value }, { NULL, NULL } });
    return -1;
}

static enum seatsim_status set_language(struct seatsim_options *options, const struct option_row *row, const char *value,
                                        struct seatsim_diagnostics *diagnostics)
{
    enum seatsim_language *field = field_of(options, row);
    int choice = choice_of(row, value, diagnostics);
    if (choice < 0)
        return SEATSIM_BAD_INPUT;
    *field = choice == 0 ? SEATSIM_ENGLISH : SEATSIM_CHINESE;
    return SEATSIM_OK;
}

static enum seatsim_status set_truth(struct seatsim_options *options, const struct option_row *row, const char *value,
                                     struct seatsim_diagnostics *diagnostics)
{
    bool *field = field_of(options, row);
    int choice = choice_of(row, value, diagnostics);
    if (choice < 0)
        return SEATSIM_BAD_INPUT;
    *field = choice == 0;
    return SEATSIM_OK;
}

static enum seatsim_status set_whole(struct seatsim_options *options, const struct option_row *row, const char *value,
                                     struct seatsim_diagnostics *diagnostics)
{
    int *field = field_of(options, row);
    double number;
    if (text_number(value, strlen(value), &number) && row->least <= number && number <= row->most) {
        int whole = (int)number;
        if (whole >= number) {
            *field = whole;
            return SEATSIM_OK;
        }
    }
    struct number_text least = number_text(row->least), most = number_text(row->most);
    const struct slot slots[] = {
        { "option", row->name }, { "least", least.text }, { "most", most.text }, { "value", value }, { NULL, NULL },
    };
    report(diagnostics, (struct place) { 0 }, "E503", slots);
    return SEATSIM_BAD_INPUT;
}

static enum seatsim_status report_needed(const struct option_row *row, struct seatsim_diagnostics *diagnostics)
{
    report2(diagnostics, (struct place) { 0 }, "E504", "option", row->name, "argument", row->argument);
    return SEATSIM_BAD_INPUT;
}

static enum seatsim_status set_text(struct seatsim_options *options, const struct option_row *row, const char *value,
                                    struct seatsim_diagnostics *diagnostics)
{
    const char **field = field_of(options, row), *copy = arena_text(&options->arena, value);
    if (!*value)
        return report_needed(row, diagnostics);
    if (!copy)
        return report_no_memory(diagnostics);
    *field = copy;
    return SEATSIM_OK;
}

static enum seatsim_status add_bytes(struct seatsim_options *options, const struct option_row *row, const char *value,
                                     size_t length, struct seatsim_diagnostics *diagnostics)
{
    struct text_list *list = field_of(options, row);
    if (length == 0)
        return report_needed(row, diagnostics);
    const char *copy = arena_copy(&options->arena, value, length);
    if (!copy || !memory_make_room(&options->allocator, (void **)&list->items, list->count, &list->room, sizeof *list->items))
        return report_no_memory(diagnostics);
    list->items[list->count++] = copy;
    return SEATSIM_OK;
}

static enum seatsim_status add_text(struct seatsim_options *options, const struct option_row *row, const char *value,
                                    struct seatsim_diagnostics *diagnostics)
{
    return add_bytes(options, row, value, strlen(value), diagnostics);
}

/* Names with commas between; all of them or none. */
static enum seatsim_status add_names(struct seatsim_options *options, const struct option_row *row, const char *value,
                                     struct seatsim_diagnostics *diagnostics)
{
    struct text_list *list = field_of(options, row);
    int before = list->count;
    enum seatsim_status status = SEATSIM_OK;
    for (const char *name = value; name && status == SEATSIM_OK;) {
        size_t length = strcspn(name, ",");
        status = add_bytes(options, row, name, length, diagnostics);
        name = name[length] == ',' ? name + length + 1 : NULL;
    }
    if (status != SEATSIM_OK)
        list->count = before;
    return status;
}

/* A list that is another's is not to be freed. */
static void forget(struct seatsim_options *copy, const struct option_row *row)
{
    if (row->set == add_text || row->set == add_names)
        *(struct text_list *)field_of(copy, row) = (struct text_list){ 0 };
}

/* Gives a copy, whose fields are those of the first, a list of its own. False without memory. */
static bool own_list(struct seatsim_options *copy, const struct option_row *row)
{
    const struct text_list all = *(struct text_list *)field_of(copy, row);
    forget(copy, row);
    for (int i = 0; i < all.count; i++)
        if (add_bytes(copy, row, all.items[i], strlen(all.items[i]), NULL) != SEATSIM_OK)
            return false;
    return true;
}

static bool own_text(struct seatsim_options *copy, const struct option_row *row)
{
    const char **field = field_of(copy, row);
    *field = arena_text(&copy->arena, *field);
    return *field;
}

static bool own_texts(struct seatsim_options *copy, const struct option_row *row)
{
    if (row->set == add_text || row->set == add_names)
        return own_list(copy, row);
    return row->set != set_text || !*(const char **)field_of(copy, row) || own_text(copy, row);
}

struct seatsim_options *seatsim_options_copy(const struct seatsim_options *options)
{
    struct seatsim_options *copy = seatsim_options_new(&options->allocator);
    bool good = copy != NULL;
    if (!copy)
        return NULL;
    *copy = *options;
    arena_init(&copy->arena, &options->allocator);
    for (int row = 0; row < ROWS; row++)
        if (!good)
            forget(copy, &rows[row]);
        else
            good = own_texts(copy, &rows[row]);
    if (good)
        return copy;
    seatsim_options_free(copy);
    return NULL;
}

static void report_unknown(const char *name, struct seatsim_diagnostics *diagnostics)
{
    const char *names[ROWS];
    for (int row = 0; row < ROWS; row++)
        names[row] = rows[row].name;
    report2(diagnostics, (struct place) { 0 }, "E501", "option", name, "nearest", text_nearest(name, names, ROWS));
}

enum seatsim_status seatsim_options_set(struct seatsim_options *options, const char *name, const char *value,
                                        struct seatsim_diagnostics *diagnostics)
{
    for (int row = 0; row < ROWS; row++)
        if (strcmp(rows[row].name, name) == 0)
            return rows[row].set(options, &rows[row], value ? value : "", diagnostics);
    report_unknown(name, diagnostics);
    return SEATSIM_BAD_INPUT;
}

int seatsim_option_count(void)
{
    return ROWS;
}

const char *seatsim_option_name(int index)
{
    return rows[index].name;
}

const char *seatsim_option_argument(int index)
{
    return rows[index].argument;
}

const char *seatsim_option_meaning(int index, enum seatsim_language language)
{
    return rows[index].meaning[language];
}
