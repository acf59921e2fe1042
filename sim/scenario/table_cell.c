/* One cell to one scalar; the totals of a column. */
#include "scenario/table_value.h"

#include <math.h>
#include <string.h>

static bool is_numeric(const struct key *key)
{
    return key->type != KEY_TEXT && key->type != KEY_TITLE && key->type != KEY_ID && key->type != KEY_NAMES &&
           key->type != KEY_CHOICE && key->type != KEY_TRUTH;
}

/* Whether `text` is digits in groups of three with `group` between them, perhaps with a sign, decimals and a percent sign. */
static bool is_grouped(const char *text, const char *group)
{
    text += strspn(text, "+-");
    size_t digits = strspn(text, "0123456789"), length = strlen(group);
    if (digits < 1 || digits > 3 || strncmp(text + digits, group, length) != 0)
        return false;
    for (text += digits; strncmp(text, group, length) == 0; text += 3) {
        text += length;
        if (strspn(text, "0123456789") < 3)
            return false;
    }
    if (*text == '.')
        text += 1 + strspn(text + 1, "0123456789");
    return strcmp(text, "%") == 0 || !*text;
}

static void drop_groups(char *text, const char *group)
{
    size_t length = strlen(group);
    char *end = text;
    while (*text) {
        if (strncmp(text, group, length) == 0)
            text += length;
        else
            *end++ = *text++;
    }
    *end = 0;
}

static bool is_ascii(const char *text, size_t length)
{
    unsigned char all = 0;
    for (size_t at = 0; at < length; at++)
        all |= (unsigned char)text[at];
    return all < 0x80;
}

/* A copy of a cell in the arena; of a number in plain digits. NULL without memory. */
static char *copy_cell(const struct table_view *view, bool numeric, int row, int column)
{
    size_t length;
    const char *text = table_cell(view, row, column, &length);
    struct buffer narrow;
    if (!numeric || is_ascii(text, length))
        return arena_copy(view->tables->arena, text, length);
    buffer_init(&narrow, &view->tables->own.allocator);
    buffer_narrow(&narrow, text, length);
    char *copy = narrow.failed ? NULL : arena_copy(view->tables->arena, narrow.text, narrow.length);
    buffer_clear(&narrow);
    return copy;
}

/* A list of what stands between semicolons and the marks of Chinese lists; a comma too where it groups no digits. */
static struct node *split(const struct table_view *view, const struct key *key, struct node *whole)
{
    static const char *const marks[] = { ";", "；", "、", "，", "|", "," };
    int count = key->type == KEY_NAMES ? 6 : 5;
    struct arena *arena = view->tables->arena;
    struct node *list = node_new(arena, NODE_LIST, whole->place, whole->origin);
    for (const char *text = whole->text; list && text;) {
        const char *end = NULL;
        size_t bytes = 0;
        for (int mark = 0; mark < count; mark++) {
            const char *found = strstr(text, marks[mark]);
            if (found && (!end || found < end)) {
                end = found;
                bytes = strlen(marks[mark]);
            }
        }
        size_t length = end ? (size_t)(end - text) : strlen(text), blanks = strspn(text, " ");
        blanks = blanks < length ? blanks : length;
        const char *part = arena_copy(arena, text + blanks, length - blanks);
        struct node *item = part ? node_scalar(arena, part, whole->place, whole->origin) : NULL;
        if (!node_add(arena, list, NULL, item))
            list = NULL;
        text = end ? end + bytes : NULL;
    }
    return list && list->count == 1 ? whole : list;
}

struct node *cell_node(const struct table_view *view, const struct key *key, int row, int column)
{
    bool numeric = is_numeric(key);
    const char *thousands = view->request.thousands;
    struct place place = table_place(view, row, column);
    char *text = copy_cell(view, numeric, row, column);
    if (text && numeric && thousands && is_grouped(text, thousands))
        drop_groups(text, thousands);
    if (text && numeric && is_grouped(text, ",")) {
        table_wrong(view, place, "E076", "text", text, NULL, NULL);
        return NULL;
    }
    struct node *node = text ? node_scalar(view->tables->arena, text, place, view->node->origin) : NULL;
    if (node && (key->type == KEY_NAMES || key->type == KEY_NUMBERS))
        node = split(view, key, node);
    if (!node)
        table_no_memory(view);
    return node;
}

/* --- years, months, grades --------------------------------------------------------------------------------------- */

/* Takes a character off the end of a text, with blanks before it. */
static void drop_end(char *text, const char *end)
{
    size_t length = strlen(text), bytes = strlen(end);
    if (length <= bytes || strcmp(text + length - bytes, end) != 0)
        return;
    length -= bytes;
    while (length > 1 && text[length - 1] == ' ')
        length--;
    text[length] = 0;
}

/* The year that a text names, in place; false when it names none. */
static bool make_year(char *text)
{
    drop_end(text, "年");
    return is_year_key(text);
}

static bool make_month(char *text)
{
    double month;
    drop_end(text, "月");
    if (!text_number(text, strlen(text), &month) || month != floor(month) || month < 1 || month > 12)
        return false;
    strcpy(text, number_text(month).text);
    return true;
}

const char *cell_axis(const struct table_view *view, enum table_axis axis, int row, int column)
{
    char *text = copy_cell(view, axis != AXIS_STAGE, row, column);
    if (!text)
        return table_no_memory(view) ? text : NULL;
    bool good = *text && (axis != AXIS_YEAR || make_year(text)) && (axis != AXIS_MONTH || make_month(text));
    if (!good)
        table_wrong(view, table_place(view, row, column), "E077", "text", text, "axis", axis_names[axis]);
    return good ? text : NULL;
}

const char *header_year(const struct table_view *view, int column)
{
    char *text = copy_cell(view, true, 0, column);
    return text && make_year(text) ? text : NULL;
}

/* --- totals ------------------------------------------------------------------------------------------------------ */

/* The number in a cell, NaN when there is none. */
static double cell_number(const struct table_view *view, int row, int column)
{
    double number;
    char *text = copy_cell(view, true, row, column);
    if (!text)
        return NAN;
    if (view->request.thousands)
        drop_groups(text, view->request.thousands);
    return text_number(text, strlen(text), &number) ? number : NAN;
}

/* Whether numbers of a key add up: ratios, shares and years do not. */
static bool adds_up(const struct key *key)
{
    if (key->type == KEY_SHARE || key->type == KEY_YEAR || key->type == KEY_NUMBER || !key->unit)
        return false;
    return strcmp(key->unit, "ratio") != 0 && strncmp(key->unit, "of ", 3) != 0 && strcmp(key->unit, "years") != 0;
}

/* The sum of the selected rows between two rows of the file. */
static double sum_between(const struct table_view *view, int column, int after, int before)
{
    double sum = 0;
    for (int i = 0; i < view->n_rows; i++)
        if (view->rows[i] > after && view->rows[i] < before && !table_is_missing(view, view->rows[i], column))
            sum += cell_number(view, view->rows[i], column);
    return sum;
}

static bool agree(double a, double b)
{
    return fabs(a - b) <= 1e-6 * fmax(1, fabs(a));
}

/* A total is that of all rows, or of those since the total before it. */
void check_total(const struct table_view *view, const struct key *key, int column)
{
    int end = view->file->csv.n_rows;
    for (int i = 0; i < view->n_skipped && i < 100 && adds_up(key); i++) {
        int row = view->skipped[i];
        double total = cell_number(view, row, column), all = sum_between(view, column, 0, end);
        double since = sum_between(view, column, i > 0 ? view->skipped[i - 1] : 0, row);
        if (isnan(total) || isnan(all) || agree(total, all) || agree(total, since))
            continue;
        report(view->tables->diagnostics, table_place(view, row, column), "W060",
               (struct slot[]) { { "column", view->file->headers[column] }, { "total", number_text(total).text },
                                 { "sum", number_text(view->n_skipped > 1 ? since : all).text }, { NULL, NULL } });
    }
}
