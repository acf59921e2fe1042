#include "scenario/table_file.h"

#include "base/file.h"
#include "base/marks.h"
#include "scenario/encoding.h"

#include <string.h>

/* Messages about tables come behind those about the files that name them. */
enum { ORDER_TABLES = 1000000 };

bool table_wrong(const struct table_view *view, struct place place, const char *code, const char *name, const char *value,
                 const char *name2, const char *value2)
{
    report2(view->tables->diagnostics, place, code, name, value, name2, value2);
    return false;
}

bool table_no_memory(const struct table_view *view)
{
    return report_no_memory(view->tables->diagnostics) == SEATSIM_OK;
}

/* --- cells ------------------------------------------------------------------------------------------------------- */

/* Bytes of the blank at the beginning, or at the end, of a text; 0 when there is none, as in most cells: no blank has a
 * visible character of ASCII. */
static size_t blank_at(const char *text, size_t length, bool end)
{
    char outermost = length == 0 ? '!' : text[end ? length - 1 : 0];
    if ('!' <= outermost && outermost <= '~')
        return 0;
    static const char *const blanks[] = { " ", "\t", "\n", "\r", "\xE3\x80\x80", "\xC2\xA0" };
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        size_t bytes = strlen(blanks[i]);
        if (bytes <= length && memcmp(end ? text + length - bytes : text, blanks[i], bytes) == 0)
            return bytes;
    }
    return 0;
}

static const char *trimmed(const char *text, size_t *length)
{
    size_t bytes;
    while ((bytes = blank_at(text, *length, false)) > 0) {
        text += bytes;
        *length -= bytes;
    }
    while ((bytes = blank_at(text, *length, true)) > 0)
        *length -= bytes;
    return text;
}

const char *table_cell(const struct table_view *view, int row, int column, size_t *length)
{
    const char *text = csv_text(&view->file->csv, row, column, length);
    return trimmed(text, length);
}

bool table_is_missing(const struct table_view *view, int row, int column)
{
    size_t length;
    const char *text = table_cell(view, row, column, &length);
    return length == 0 || is_among(view->request.missing, text, length);
}

struct place table_place(const struct table_view *view, int row, int column)
{
    struct place place = csv_place(&view->file->csv, row, column);
    place.source = view->source;
    return place;
}

/* --- files ------------------------------------------------------------------------------------------------------- */

static bool name_columns(struct table_file *file, struct arena *arena)
{
    map_init(&file->columns, arena);
    size_t columns = (size_t)file->csv.n_columns;
    file->headers = arena_new(arena, columns, sizeof *file->headers);
    file->indexes = arena_new(arena, columns, sizeof *file->indexes);
    bool good = file->headers && file->indexes;
    for (int column = 0; good && column < file->csv.n_columns; column++) {
        size_t length;
        const char *name = csv_text(&file->csv, 0, column, &length);
        name = trimmed(name, &length);
        file->headers[column] = arena_copy(arena, name, length);
        good = file->headers[column] && map_put(&file->columns, file->headers[column], length, column) >= 0;
    }
    return good;
}

/* The source for what this mapping is told about the file. */
static struct source *new_source(const struct table_view *view, const char *path)
{
    struct arena *arena = view->tables->arena;
    struct source *source = arena_new(arena, 1, sizeof *source);
    struct place *asked = arena_new(arena, 1, sizeof *asked);
    if (!source || !asked)
        return NULL;
    *asked = node_get(view->node, "table")->place;
    *source = (struct source) { .name = path, .order = ORDER_TABLES + view->tables->n_files, .asked = asked };
    return source;
}

static bool read_csv(struct table_view *view, struct table_file *file, struct source *source)
{
    struct tables *tables = view->tables;
    char *text;
    size_t length;
    enum seatsim_status status = file_read(source->name, CSV_BYTES_MOST, *source->asked, tables->arena, &text, &length,
                                           tables->diagnostics);
    if (status == SEATSIM_OK && view->request.encoding)
        status = decode_text(view->request.encoding, source, text, length, tables->arena, &text, &length, tables->diagnostics);
    if (status != SEATSIM_OK)
        return false;
    source->text = text;
    source->length = length;
    source_mark(source, tables->arena);
    if (csv_read(source, view->request.separator, &tables->own.allocator, &file->csv, tables->diagnostics) != SEATSIM_OK)
        return false;
    return name_columns(file, &tables->own) || table_no_memory(view);
}

/* The file beside the one that names it. */
static const char *path_of(const struct table_view *view)
{
    const struct source *named = node_get(view->node, "table")->place.source;
    const char *beside = named && named->name[0] != '-' ? named->name : view->tables->beside;
    return file_beside(beside, view->request.path, view->tables->arena);
}

static struct table_file *read_file(struct table_view *view, const char *path, const char *name)
{
    struct tables *tables = view->tables;
    struct table_file *file = arena_new(&tables->own, 1, sizeof *file);
    struct source *source = new_source(view, path);
    if (!file || !source ||
        !memory_make_room(&tables->own.allocator, (void **)&tables->files, tables->n_files, &tables->room,
                          sizeof *tables->files) ||
        map_put(&tables->by_name, name, strlen(name), tables->n_files) < 0)
        return NULL;
    tables->files[tables->n_files++] = file;
    file->source = source;
    file->good = read_csv(view, file, source);
    return file;
}

static bool same_place(struct place a, struct place b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

/* The source of the view's cells: a new one when another place asks than before. */
static const struct source *source_of(struct table_view *view)
{
    struct table_file *file = view->file;
    struct place place = node_get(view->node, "table")->place;
    if (same_place(*file->source->asked, place))
        return file->source;
    struct source *source = arena_new(view->tables->arena, 1, sizeof *source);
    struct place *asked = arena_new(view->tables->arena, 1, sizeof *asked);
    if (!source || !asked)
        return NULL;
    *asked = place;
    *source = *file->source;
    source->asked = asked;
    return file->source = source;
}

bool table_open(struct table_view *view)
{
    struct tables *tables = view->tables;
    const struct table_request *request = &view->request;
    const char *path = path_of(view), separator[] = { request->separator ? request->separator : '-', 0 };
    const char *parts[] = { separator, request->encoding ? request->encoding : "utf-8", " ", path ? path : "" };
    const char *name = path ? arena_join(&tables->own, parts, 4) : NULL;
    if (!name)
        return table_no_memory(view);
    int known = map_get(&tables->by_name, name, strlen(name));
    view->file = known >= 0 ? tables->files[known] : read_file(view, path, name);
    view->source = view->file ? source_of(view) : NULL;
    return view->source ? view->file->good : table_no_memory(view);
}

void tables_init(struct tables *tables, struct arena *arena, const char *beside, struct seatsim_diagnostics *diagnostics)
{
    *tables = (struct tables) { .arena = arena, .diagnostics = diagnostics, .beside = beside };
    arena_init(&tables->own, &arena->allocator);
    map_init(&tables->by_name, &tables->own);
}

void tables_clear(struct tables *tables)
{
    for (int i = 0; i < tables->n_files; i++) {
        struct table_file *file = tables->files[i];
        for (int column = 0; file->indexes && column < file->csv.n_columns; column++)
            if (file->indexes[column])
                map_clear(&file->indexes[column]->first);
        if (file->headers)
            map_clear(&file->columns);
        csv_clear(&file->csv);
    }
    map_clear(&tables->by_name);
    memory_free(&tables->own.allocator, tables->files);
    arena_clear(&tables->own);
}

/* --- columns ----------------------------------------------------------------------------------------------------- */

int table_find(const struct table_view *view, const char *header)
{
    return map_get(&view->file->columns, header, strlen(header));
}

const char *table_headers(const struct table_view *view)
{
    struct buffer all;
    buffer_init(&all, &view->tables->own.allocator);
    for (int column = 0; column < view->file->csv.n_columns && all.length < 400; column++) {
        buffer_text(&all, column ? ", " : "");
        buffer_text(&all, view->file->headers[column]);
    }
    const char *copy = all.failed ? NULL : arena_copy(&view->tables->own, all.text, all.length);
    buffer_clear(&all);
    return copy;
}

int table_column(const struct table_view *view, const char *header, struct place asked)
{
    const struct table_file *file = view->file;
    int column = table_find(view, header);
    if (column < 0)
        report(view->tables->diagnostics, asked, "E070",
               (struct slot[]) { { "path", view->request.path }, { "column", header },
                                 { "nearest", text_nearest(header, file->headers, file->csv.n_columns) },
                                 { "columns", table_headers(view) }, { NULL, NULL } });
    return column;
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* Fills an index from the last row up, so that the first comes first. */
static bool fill_index(struct table_view *view, int column, struct column_index *index, int *last)
{
    for (int row = 1; row < view->file->csv.n_rows; row++) {
        size_t length;
        const char *text = table_cell(view, row, column, &length);
        int put = map_put(&index->first, text, length, row);
        if (put < 0)
            return false;
        int first = put ? row : map_get(&index->first, text, length);
        if (!put)
            index->next[last[first]] = row;
        last[first] = row;
    }
    return true;
}

static const struct column_index *index_of(struct table_view *view, int column)
{
    struct table_file *file = view->file;
    struct arena *arena = &view->tables->own;
    if (file->indexes[column])
        return file->indexes[column];
    struct column_index *index = arena_new(arena, 1, sizeof *index);
    int *last = memory_new(&arena->allocator, (size_t)file->csv.n_rows, sizeof *last);
    if (index && last) {
        map_init(&index->first, arena);
        index->next = arena_new(arena, (size_t)file->csv.n_rows, sizeof *index->next);
        file->indexes[column] = index;
    }
    bool good = index && last && index->next && fill_index(view, column, index, last);
    memory_free(&arena->allocator, last);
    return good ? index : NULL;
}

/* What `where` or `skip` say, with the columns they speak of. */
struct choice {
    const struct node *given; /* NULL: nothing */
    int *columns;             /* [given->count] */
};

static bool find_columns(struct table_view *view, struct choice *choice)
{
    const struct node *given = choice->given;
    bool good = true;
    if (!given)
        return true;
    choice->columns = arena_new(&view->tables->own, (size_t)given->count, sizeof *choice->columns);
    if (!choice->columns)
        return table_no_memory(view);
    for (int i = 0; i < given->count; i++) {
        int column = table_column(view, given->keys[i]->text, given->keys[i]->place);
        choice->columns[i] = column;
        good = good && column >= 0;
        if (column >= 0)
            view->used[column] = true;
    }
    return good;
}

/* In how many of its columns a row has what the choice says. */
static int holds_in(const struct table_view *view, const struct choice *choice, int row)
{
    int count = 0;
    for (int i = 0; choice->given && i < choice->given->count; i++) {
        size_t length;
        const char *text = table_cell(view, row, choice->columns[i], &length);
        count += is_among(choice->given->items[i], text, length);
    }
    return count;
}

/* The rows to look at: those with one text in one column, or all of them. */
struct candidates {
    const struct column_index *index; /* NULL: all */
    int first;                        /* 0: none */
};

static bool find_candidates(struct table_view *view, const struct choice *where, int by, struct candidates *candidates)
{
    int column = by;
    const char *text = view->id;
    for (int i = 0; column < 0 && where->given && i < where->given->count; i++)
        if (where->given->items[i]->kind == NODE_SCALAR) {
            column = where->columns[i];
            text = where->given->items[i]->text;
        }
    *candidates = (struct candidates) { NULL, 1 };
    if (column < 0)
        return true;
    candidates->index = index_of(view, column);
    if (!candidates->index)
        return table_no_memory(view);
    int first = map_get(&candidates->index->first, text, strlen(text));
    candidates->first = first > 0 ? first : 0;
    return true;
}

static int next_row(const struct table_view *view, const struct candidates *candidates, int row)
{
    if (candidates->index)
        return candidates->index->next[row];
    return row + 1 < view->file->csv.n_rows ? row + 1 : 0;
}

/* Adds rows to what all tables have cost so far: their cells, what each row is compared with, and what every row gets. A
 * table that many things name without `by`, or a long list in `where`, must not cost its own square. */
static bool afford(struct table_view *view, size_t rows)
{
    const struct table_request *request = &view->request;
    struct tables *tables = view->tables;
    if (tables->cost > TABLES_COST_MOST)
        return false; /* that was told */
    size_t each = (size_t)view->file->csv.n_columns + node_size(request->where) + node_size(request->skip) +
        node_size(request->missing) + node_size(request->each);
    tables->cost += rows * each;
    if (tables->cost <= TABLES_COST_MOST)
        return true;
    return table_wrong(view, view->node->place, "E084", "most", number_text(TABLES_COST_MOST).text, NULL, NULL);
}

/* Sorts the candidates into selected and skipped ones; counts them first. */
static bool sort_rows(struct table_view *view, const struct candidates *candidates, const struct choice *where,
                      const struct choice *skip)
{
    int count = 0, looked_at = candidates->index ? 0 : view->file->csv.n_rows - 1;
    for (int row = candidates->index ? candidates->first : 0; row > 0; row = next_row(view, candidates, row))
        looked_at++;
    if (!afford(view, (size_t)looked_at))
        return false;
    view->rows = arena_new(&view->tables->own, (size_t)looked_at, sizeof *view->rows);
    view->skipped = arena_new(&view->tables->own, skip->given ? (size_t)looked_at : 0, sizeof *view->skipped);
    if (!view->rows || !view->skipped)
        return table_no_memory(view);
    for (int row = candidates->first; row > 0; row = next_row(view, candidates, row)) {
        if (where->given && holds_in(view, where, row) < where->given->count)
            continue;
        count++;
        if (holds_in(view, skip, row) > 0)
            view->skipped[view->n_skipped++] = row;
        else
            view->rows[view->n_rows++] = row;
    }
    view->n_other = view->request.by ? 0 : view->file->csv.n_rows - 1 - count;
    return true;
}

static bool check_some(struct table_view *view, struct place asked)
{
    if (view->n_rows > 0)
        return true;
    const struct table_request *request = &view->request;
    report(view->tables->diagnostics, asked, request->by ? "E072" : "E079",
           (struct slot[]) { { "path", request->path }, { "column", request->by }, { "id", view->id }, { NULL, NULL } });
    return false;
}

bool table_select(struct table_view *view)
{
    const struct table_request *request = &view->request;
    struct choice where = { request->where, NULL }, skip = { request->skip, NULL };
    struct candidates candidates;
    struct place asked = request->by ? node_get(view->node, "by")->place : view->node->place;
    view->used = arena_new(&view->tables->own, (size_t)view->file->csv.n_columns, sizeof *view->used);
    if (!view->used)
        return table_no_memory(view);
    int by = request->by ? table_column(view, request->by, asked) : -1;
    bool good = find_columns(view, &where) && find_columns(view, &skip) && (!request->by || by >= 0);
    if (good && request->by && !view->id)
        return table_wrong(view, asked, "E075", "column", request->by, NULL, NULL);
    if (by >= 0)
        view->used[by] = true;
    return good && find_candidates(view, &where, by, &candidates) && sort_rows(view, &candidates, &where, &skip) &&
           check_some(view, asked);
}
