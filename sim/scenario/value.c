/* Scalars and the lists and series made of them. */
#include "scenario/read.h"

#include <ctype.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What a key is called where it is read: as it is written in the file. */
static const char *name_said(const struct reading *reading, const struct key *key)
{
    return reading->said && strcmp(reading->stands_for, key->name) == 0 ? reading->said : key->name;
}

bool wrong(struct reading *reading, const struct key *key, const struct node *node, const char *code)
{
    report(reading->diagnostics, node->place, code,
           (struct slot[]){ { "key", name_said(reading, key) },
                            { "text", node->kind == NODE_SCALAR ? node->text : NULL },
                            { "example", key->example && *key->example ? key->example : NULL },
                            { NULL, NULL } });
    return false;
}

/* --- numbers ----------------------------------------------------------------------------------------------------- */

bool takes_percentage(const struct key *key)
{
    if (key->unit)
        return strstr(key->unit, "of ") || strstr(key->unit, "a year") || strcmp(key->unit, "ratio") == 0;
    return key->type != KEY_COUNT && key->type != KEY_YEAR && key->type != KEY_NUMBERS && key->type != KEY_EVENTS;
}

static bool in_range(struct reading *reading, const struct key *key, const struct node *node, double number)
{
    if (key->min <= number && number <= key->max)
        return true;
    bool percent = (key->unit || key->type == KEY_SHARE) && takes_percentage(key) && !strchr(node->text, '%') &&
                   number > key->max && number / 100 <= key->max;
    bool one = key->max <= key->min; /* the version of the language */
    report(reading->diagnostics, node->place, "E103",
           (struct slot[]){ { "key", name_said(reading, key) },
                            { "only", one ? number_text(key->min).text : NULL },
                            { "min", one ? NULL : number_text(key->min).text },
                            { "max", one || isinf(key->max) ? NULL : number_text(key->max).text },
                            { "text", node->text },
                            { "percent", percent ? node->text : NULL },
                            { NULL, NULL } });
    return false;
}

/* Why a text is no number, by its look: the code of the message that says what to write instead. */
static const char *number_mistake(const struct node *node)
{
    static const char *const truths[] = { "yes", "no", "on", "off", "true", "false", NULL };
    const char *text = node->text;
    if (!node->plain)
        return "E104";
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'o' || text[1] == 'X'))
        return "E105";
    if (strchr(text, ',') && strspn(text, "0123456789,") == strlen(text))
        return "E106";
    for (int i = 0; truths[i]; i++)
        if (strcmp(text, truths[i]) == 0)
            return "E107";
    return "E102";
}

/* What stands behind a number, such as its unit; NULL when it is no number, or a power of ten follows. */
static const char *behind_number(const char *text)
{
    static const char *const powers[] = { "十", "百", "千", "万", "亿", NULL };
    size_t length = strspn(text, "+-.0123456789_%");
    double number;
    const char *behind = text + length + strspn(text + length, " ");
    for (int i = 0; powers[i]; i++)
        if (strncmp(behind, powers[i], strlen(powers[i])) == 0)
            return NULL;
    bool unit = isalpha((unsigned char)*behind) ? !isdigit((unsigned char)behind[1]) : (unsigned char)*behind >= 0x80;
    return unit && text_number(text, length, &number) ? behind : NULL;
}

/* What tables write where they have no number. */
static bool says_nothing(const struct node *node)
{
    static const char *const marks[] = { "-", "—", "--", "——", "–", "…", "/", "x", "n/a", "N/A", "无", NULL };
    for (int i = 0; marks[i] && node->place.source && node->place.source->asked; i++)
        if (strcmp(node->text, marks[i]) == 0)
            return true;
    return false;
}

static bool no_number(struct reading *reading, const struct key *key, const struct node *node)
{
    const char *code = number_mistake(node), *text = node->text;
    bool looks = strcmp(code, "E102") == 0, nothing = looks && says_nothing(node);
    const char *retyped = looks && !nothing ? text_retyped(text, node->length, reading->arena) : NULL;
    report(reading->diagnostics, node->place, code,
           (struct slot[]) { { "key", name_said(reading, key) }, { "text", text },
                             { "example", key->example && *key->example ? key->example : NULL },
                             { "retyped", retyped }, { "unit", looks && !retyped ? behind_number(text) : NULL },
                             { "missing", nothing ? text : NULL }, { "amount", text[0] == '+' ? text + 1 : NULL },
                             { NULL, NULL } });
    return false;
}

/* "13.5", "50%" or, for a ratio, "1:13.5" (the second figure). */
static bool number_of(const struct key *key, const struct node *node, double *number)
{
    const char *text = node->text;
    size_t length = strlen(text);
    if (!node->plain || length == 0)
        return false;
    if (text[length - 1] == '%') {
        if (!text_number(text, length - 1, number))
            return false;
        *number /= 100;
        return true;
    }
    if (key->unit && strcmp(key->unit, "ratio") == 0 && strncmp(text, "1:", 2) == 0)
        return text_number(text + 2, length - 2, number);
    return text_number(text, length, number);
}

bool read_number(struct reading *reading, const struct key *key, const struct node *node, double *number)
{
    node = node_value(node);
    if (node->kind != NODE_SCALAR)
        return wrong(reading, key, node, "E101");
    if (!number_of(key, node, number))
        return no_number(reading, key, node);
    if (node->text[0] == '0' && isdigit((unsigned char)node->text[1]))
        wrong(reading, key, node, "W101");
    if (strchr(node->text, '%') && !takes_percentage(key))
        return wrong(reading, key, node, "E108");
    if (key->whole && *number != floor(*number))
        return wrong(reading, key, node, "E114");
    return in_range(reading, key, node, *number);
}

/* A list, or one scalar that stands for a list of one: how many, and room for where each stands. */
static bool begin_list(struct reading *reading, const struct key *key, const struct node *node, int *count, struct place **places)
{
    if (node->kind == NODE_MAPPING)
        return wrong(reading, key, node, "E101");
    *count = node->kind == NODE_LIST ? node->count : 1;
    *places = arena_new(reading->arena, (size_t)*count, sizeof **places);
    return *places || report_no_memory(reading->diagnostics) == SEATSIM_OK;
}

static const struct node *item_of(const struct node *node, int index)
{
    return node->kind == NODE_LIST ? node->items[index] : node;
}

bool read_numbers(struct reading *reading, const struct key *key, const struct node *node, struct numbers *numbers)
{
    struct place *places;
    int count;
    node = by_grade(reading, key, node_value(node));
    if (!node)
        return false;
    if (!begin_list(reading, key, node, &count, &places))
        return false;
    double *values = arena_new(reading->arena, (size_t)count, sizeof *values);
    if (!values)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    bool good = true;
    for (int i = 0; i < count; i++) {
        const struct node *item = item_of(node, i);
        good = read_number(reading, key, item, &values[i]) && good;
        places[i] = item->place;
    }
    *numbers = (struct numbers){ count, values, places };
    return good;
}

/* --- names ------------------------------------------------------------------------------------------------------- */

bool is_id(const char *text)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    return text[0] && text[0] != '-' && strspn(text, letters) == strlen(text);
}

/* A row of named things: sectors, stages, districts. */
struct named {
    int count;
    size_t size; /* of an element; where its id and title stand in it */
    const char *first;
    size_t id, title;
};

/* The things whose ids a key takes; none for a key that gives a name. */
static struct named named_by(const struct seatsim_scenario *scenario, const char *key)
{
    static const char *const sector_keys[] = { "sector", "to_sector", "otherwise", NULL };
    static const char *const stage_keys[] = { "stage", "from", "to_stage", NULL };
    for (int i = 0; sector_keys[i]; i++)
        if (strcmp(sector_keys[i], key) == 0)
            return (struct named) { scenario->n_sectors, sizeof(struct sector), (const char *)scenario->sectors,
                                    offsetof(struct sector, id), offsetof(struct sector, title) };
    for (int i = 0; stage_keys[i]; i++)
        if (strcmp(stage_keys[i], key) == 0)
            return (struct named) { scenario->n_stages, sizeof(struct stage), (const char *)scenario->stages,
                                    offsetof(struct stage, id), offsetof(struct stage, title) };
    if (strcmp(key, "district") == 0)
        return (struct named) { scenario->n_districts, sizeof(struct district), (const char *)scenario->districts,
                                offsetof(struct district, id), offsetof(struct district, title) };
    return (struct named) { 0 };
}

/* The id of the thing whose title holds a text: who writes 公办 means public. */
static const char *id_titled(const struct named *named, const char *text)
{
    for (int i = 0; i < named->count; i++) {
        const char *thing = named->first + (size_t)i * named->size;
        const struct title *title = (const struct title *)(thing + named->title);
        for (int language = 0; language < LANGUAGES; language++)
            if (title->text[language] && strstr(title->text[language], text))
                return *(const char *const *)(thing + named->id);
    }
    return NULL;
}

static void add_ids(const struct named *named, struct buffer *ids)
{
    for (int i = 0; i < named->count && i < 20; i++) {
        const char *id = *(const char *const *)(named->first + (size_t)i * named->size + named->id);
        buffer_text(ids, i && id ? ", " : "");
        buffer_text(ids, id ? id : "");
    }
}

static bool is_total(const char *text)
{
    static const char *const totals[] = { "合计", "总计", "小计", "共计", "总数", "Total", "TOTAL", "Sum", NULL };
    for (int i = 0; totals[i]; i++)
        if (strcmp(totals[i], text) == 0)
            return true;
    return false;
}

static bool no_id(struct reading *reading, const struct key *key, const struct node *node)
{
    struct named named = reading->scenario ? named_by(reading->scenario, key->name) : (struct named) { 0 };
    struct buffer ids;
    buffer_init(&ids, &reading->arena->allocator);
    add_ids(&named, &ids);
    bool total = is_total(node->text), gives = named.count == 0 && !total;
    report(reading->diagnostics, node->place, "E110",
           (struct slot[]) { { "key", name_said(reading, key) }, { "text", node->text },
                             { "nearest", id_titled(&named, node->text) },
                             { "known", total ? NULL : ids.text }, { "total", total ? node->text : NULL },
                             { "title", gives ? "title: {zh: 献唐学校, en: Xiantang school}" : NULL }, { NULL, NULL } });
    buffer_clear(&ids);
    return false;
}

static bool read_id(struct reading *reading, const struct key *key, const struct node *node, const char **id)
{
    node = node_value(node);
    if (node->kind != NODE_SCALAR)
        return wrong(reading, key, node, "E101");
    if (!is_id(node->text))
        return no_id(reading, key, node);
    *id = node->text;
    return true;
}

static bool read_text(struct reading *reading, const struct key *key, const struct node *node, const char **text)
{
    node = node_value(node);
    if (node->kind != NODE_SCALAR || !*node->text)
        return wrong(reading, key, node, "E101");
    *text = node->text;
    return true;
}

bool within_most(struct reading *reading, const struct key *key, const struct node *node)
{
    if (node->kind != NODE_LIST || !(key->max > 0) || node->count <= (int)key->max)
        return true;
    report2(reading->diagnostics, node->place, "E137", "most", number_text(key->max).text, "key", key->name);
    return false;
}

bool read_names(struct reading *reading, const struct key *key, const struct node *node, struct names *names)
{
    struct place *places;
    int count;
    node = node_value(node);
    if (!within_most(reading, key, node) || !begin_list(reading, key, node, &count, &places))
        return false;
    const char **ids = arena_new(reading->arena, (size_t)count, sizeof *ids);
    if (!ids)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    bool good = true;
    for (int i = 0; i < count; i++) {
        const struct node *item = item_of(node, i);
        good = read_text(reading, key, item, &ids[i]) && good;
        places[i] = item->place;
    }
    if (good)
        *names = (struct names) { count, ids, places };
    return good;
}

static bool read_title(struct reading *reading, const struct key *key, const struct node *node, struct title *title)
{
    static const char *const languages[LANGUAGES] = { [SEATSIM_ENGLISH] = "en", [SEATSIM_CHINESE] = "zh" };
    if (node->kind == NODE_SCALAR)
        return read_text(reading, key, node, &title->text[SEATSIM_ENGLISH]);
    bool good = node->kind == NODE_MAPPING && node->count > 0;
    for (int i = 0; good && i < node->count; i++) {
        int language = 0;
        while (language < LANGUAGES && strcmp(languages[language], node->keys[i]->text) != 0)
            language++;
        good = language < LANGUAGES && read_text(reading, key, node->items[i], &title->text[language]);
    }
    return good || wrong(reading, key, node, "E111");
}

/* --- choices and dates ------------------------------------------------------------------------------------------- */

static int count_names(const char *const *names)
{
    int count = 0;
    while (names[count])
        count++;
    return count;
}

static bool read_choice(struct reading *reading, const struct key *key, const struct node *node, int *choice)
{
    node = node_value(node);
    if (node->kind != NODE_SCALAR)
        return wrong(reading, key, node, "E101");
    for (int i = 0; key->names[i]; i++)
        if (strcmp(key->names[i], node->text) == 0 || (key->any_case && strcasecmp(key->names[i], node->text) == 0)) {
            *choice = i;
            return true;
        }
    struct buffer all;
    buffer_init(&all, &reading->arena->allocator);
    buffer_list(&all, key->names, count_names(key->names));
    report(reading->diagnostics, node->place, "E112",
           (struct slot[]){ { "key", name_said(reading, key) },
                            { "text", node->text },
                            { "choices", all.text },
                            { "nearest", text_nearest(node->text, key->names, count_names(key->names)) },
                            { NULL, NULL } });
    buffer_clear(&all);
    return false;
}

static bool read_truth(struct reading *reading, const struct key *key, const struct node *node, bool *truth)
{
    node = node_value(node);
    bool is_true = node->kind == NODE_SCALAR && node->plain && strcmp(node->text, "true") == 0;
    if (!is_true && (node->kind != NODE_SCALAR || !node->plain || strcmp(node->text, "false") != 0))
        return wrong(reading, key, node, "E113");
    *truth = is_true;
    return true;
}

static bool read_year(struct reading *reading, const struct key *key, const struct node *node, int *year)
{
    double number;
    if (!read_number(reading, key, node, &number))
        return false;
    if (number != floor(number))
        return wrong(reading, key, node_value(node), "E114");
    *year = (int)number;
    return true;
}

/* Two whole numbers with `between` between them: 2020..2030, 08-31. */
static bool read_pair(const char *text, const char *between, int pair[2])
{
    const char *middle = strstr(text, between);
    double first, second;
    if (!middle || !text_number(text, (size_t)(middle - text), &first) ||
        !text_number(middle + strlen(between), strlen(middle) - strlen(between), &second))
        return false;
    if (first != floor(first) || second != floor(second) || fabs(first) > 1e6 || fabs(second) > 1e6)
        return false;
    pair[0] = (int)first;
    pair[1] = (int)second;
    return true;
}

static bool read_years(struct reading *reading, const struct key *key, const struct node *node, int years[2])
{
    node = node_value(node);
    if (node->kind != NODE_SCALAR || !read_pair(node->text, "..", years))
        return wrong(reading, key, node, "E115");
    if (years[1] <= years[0] || years[1] - years[0] > 200)
        return wrong(reading, key, node, "E116");
    return in_range(reading, key, node, years[0]) && in_range(reading, key, node, years[1]);
}

static bool read_date(struct reading *reading, const struct key *key, const struct node *node, int date[2])
{
    static const int days[12] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    node = node_value(node);
    if (node->kind != NODE_SCALAR || !read_pair(node->text, "-", date) || date[0] < 1 || date[0] > 12 || date[1] < 1 ||
        date[1] > days[date[0] - 1])
        return wrong(reading, key, node, "E117");
    return true;
}

bool read_scalar(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    switch (key->type) {
    case KEY_TEXT:
        return read_text(reading, key, node, target);
    case KEY_TITLE:
        return read_title(reading, key, node, target);
    case KEY_ID:
        return read_id(reading, key, node, target);
    case KEY_COUNT:
    case KEY_NUMBER:
    case KEY_SHARE:
        return read_number(reading, key, node, target);
    case KEY_YEAR:
        return read_year(reading, key, node, target);
    case KEY_YEARS:
        return read_years(reading, key, node, target);
    case KEY_DATE:
        return read_date(reading, key, node, target);
    case KEY_CHOICE:
        return read_choice(reading, key, node, target);
    default:
        return read_truth(reading, key, node, target);
    }
}
