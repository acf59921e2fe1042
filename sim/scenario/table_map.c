/* Rows to maps: by stage, by grade, by year. */
#include "scenario/node_index.h"
#include "scenario/table_value.h"

#include <string.h>

/* How a map is made of rows. */
struct mapping {
    struct table_view *view;
    const struct key *key, *leaf; /* the key, and what its innermost values are read by */
    bool has[AXES], in_grades;    /* in_grades: grades stand below a key `grades` */
    int columns[AXES];            /* -1: none */
    int value;                    /* -1: the values stand in one column for each name of `wide` */
    int wide;                     /* the axis that the headers are; AXES: none */
    struct node *root;
    struct node_index index;      /* of the root and what is below it */
};

/* Which axes a key has. */
static void find_axes(struct mapping *mapping, const struct key *key)
{
    const struct key *years = key->keys ? key_of(key->keys, "2000") : NULL;
    mapping->leaf = key;
    switch (key->type) {
    case KEY_BY_STAGE:
        find_axes(mapping, key->of);
        mapping->has[AXIS_STAGE] = true;
        break;
    case KEY_GRADE_SERIES: mapping->has[AXIS_GRADE] = mapping->has[AXIS_YEAR] = true; break;
    case KEY_SERIES:
    case KEY_EVENTS: mapping->has[AXIS_YEAR] = true; break;
    case KEY_NUMBERS: mapping->has[AXIS_GRADE] = true; break;
    case KEY_SECTION:
        mapping->has[years ? AXIS_YEAR : AXIS_GRADE] = true;
        mapping->has[AXIS_MONTH] = years && (years->forms & FORM_MONTHS);
        mapping->in_grades = !years;
        mapping->leaf = years ? years : key_of(key->keys, "grades");
        break;
    case KEY_CUSTOM: mapping->has[AXIS_YEAR] = true; break;
    default: break;
    }
}

/* Whether a value needs the axis: years of a section with them, stages. */
static bool needs(const struct mapping *mapping, enum table_axis axis)
{
    return (axis == AXIS_STAGE && mapping->has[AXIS_STAGE]) || (axis == AXIS_YEAR && strcmp(mapping->leaf->name, "YEAR") == 0);
}

/* The column that is said by the key `name`, or called so; -1 when there is none, -2 after a message. */
static int column_said(const struct mapping *mapping, const char *name, const char *header)
{
    if (!header)
        return table_find(mapping->view, name);
    int column = table_column(mapping->view, header, node_get(mapping->view->node, name)->place);
    return column < 0 ? -2 : column;
}

static bool not_said(const struct mapping *mapping, const char *name)
{
    return table_wrong(mapping->view, mapping->view->node->place, "E078", "name", name, "columns", table_headers(mapping->view));
}

/* Keys that say the column of an axis which the value does not have. */
static bool check_axes(const struct mapping *mapping)
{
    bool good = true;
    for (int axis = 0; axis < AXES; axis++) {
        const struct node *said = node_get(mapping->view->node, axis_names[axis]);
        if (said && !mapping->has[axis])
            good = table_wrong(mapping->view, said->place, "E080", "name", axis_names[axis], "key", mapping->key->name);
    }
    return good;
}

/* The axis whose names the headers are. */
static int wide_axis(const struct mapping *mapping)
{
    for (int column = 0;
         mapping->has[AXIS_YEAR] && mapping->columns[AXIS_YEAR] < 0 && column < mapping->view->file->csv.n_columns; column++)
        if (header_year(mapping->view, column))
            return AXIS_YEAR;
    for (int axis = AXIS_STAGE; axis <= AXIS_GRADE; axis++)
        if (mapping->has[axis] && mapping->columns[axis] < 0)
            return axis;
    return AXES;
}

static bool find_axis_columns(struct mapping *mapping)
{
    bool good = check_axes(mapping);
    for (int axis = 0; axis < AXES; axis++) {
        mapping->columns[axis] =
            mapping->has[axis] ? column_said(mapping, axis_names[axis], mapping->view->request.axes[axis]) : -1;
        good = good && mapping->columns[axis] != -2;
    }
    mapping->value = column_said(mapping, "value", mapping->view->request.value);
    if (mapping->value == -1)
        mapping->value = table_find(mapping->view, mapping->key->name);
    mapping->wide = good && mapping->value == -1 ? wide_axis(mapping) : AXES;
    if (!good || mapping->value == -2)
        return false;
    if (mapping->value == -1 && mapping->wide == AXES)
        return not_said(mapping, "value");
    for (enum table_axis axis = 0; axis < AXES; axis++)
        if (needs(mapping, axis) && mapping->columns[axis] < 0 && mapping->wide != (int)axis)
            return not_said(mapping, axis_names[axis]);
    return true;
}

/* --- putting values where they belong ---------------------------------------------------------------------------- */

/* Where in the map a value goes: names from the outside in, with the cells they stand in. */
struct route {
    const char *names[AXES + 1];
    struct place places[AXES + 1];
    int count;
};

static void add_step(struct route *route, const char *name, struct place place)
{
    route->names[route->count] = name;
    route->places[route->count++] = place;
}

static bool report_second(const struct mapping *mapping, const struct route *route, const struct node *first)
{
    struct buffer what;
    buffer_init(&what, &mapping->view->tables->own.allocator);
    for (int step = 0; step < route->count; step++) {
        buffer_text(&what, step ? " " : "");
        buffer_text(&what, route->names[step]);
    }
    table_wrong(mapping->view, route->places[route->count - 1], "E073", "name", what.text ? what.text : mapping->key->name,
                "line", number_text(first->place.line).text);
    buffer_clear(&what);
    return false;
}

/* The mapping below `parent` under a name, made where it is not there yet. */
static struct node *child(struct mapping *mapping, struct node *parent, const char *name, struct place place)
{
    struct arena *arena = mapping->view->tables->arena;
    struct node *there = node_index_get(&mapping->index, parent, name);
    if (there)
        return there;
    struct node *key = node_scalar(arena, name, place, mapping->view->node->origin);
    struct node *made = node_new(arena, NODE_MAPPING, place, mapping->view->node->origin);
    return key && made && node_index_add(&mapping->index, arena, parent, key, made) ? made : NULL;
}

static bool put(struct mapping *mapping, const struct route *route, struct node *value)
{
    struct node *parent = mapping->root;
    int last = route->count - 1;
    for (int step = 0; parent && step < last; step++)
        parent = child(mapping, parent, route->names[step], route->places[step]);
    if (!parent)
        return table_no_memory(mapping->view);
    const struct node *first = node_index_get(&mapping->index, parent, route->names[last]);
    if (first)
        return report_second(mapping, route, first);
    struct arena *arena = mapping->view->tables->arena;
    struct node *key = node_scalar(arena, route->names[last], route->places[last], value->origin);
    return (key && node_index_add(&mapping->index, arena, parent, key, value)) || table_no_memory(mapping->view);
}

/* Puts the value of one cell of a row; `wide` names it on the axis of the headers. */
static bool put_cell(struct mapping *mapping, int row, int column, const char *wide)
{
    struct route route = { .count = 0 };
    if (table_is_missing(mapping->view, row, column))
        return true;
    for (int axis = 0; axis < AXES; axis++) {
        bool spread = axis == mapping->wide;
        if (!spread && mapping->columns[axis] < 0)
            continue;
        int at = mapping->columns[axis];
        const char *name = spread ? wide : cell_axis(mapping->view, (enum table_axis)axis, row, at);
        if (!name)
            return false;
        if (axis == AXIS_GRADE && mapping->in_grades)
            add_step(&route, "grades", table_place(mapping->view, row, column));
        add_step(&route, name, spread ? table_place(mapping->view, 0, column) : table_place(mapping->view, row, at));
    }
    struct node *value = cell_node(mapping->view, mapping->leaf, row, column);
    if (!value)
        return false;
    if (route.count > 0)
        return put(mapping, &route, value);
    mapping->root = value;
    return true;
}

/* The name that a column stands for on the axis of the headers; NULL when it stands for none. */
static const char *wide_name(const struct mapping *mapping, int column)
{
    const struct table_view *view = mapping->view;
    const struct node *columns = view->request.columns;
    bool taken = view->used[column];
    for (int axis = 0; axis < AXES; axis++)
        taken = taken || mapping->columns[axis] == column;
    if (mapping->wide == AXIS_YEAR)
        return header_year(view, column);
    for (int i = 0; columns && i < columns->count; i++)
        if (strcmp(columns->items[i]->text, view->file->headers[column]) == 0)
            return columns->keys[i]->text;
    return columns || taken ? NULL : view->file->headers[column];
}

static bool put_column(struct mapping *mapping, int column, const char *wide)
{
    bool good = true;
    for (int i = 0; i < mapping->view->n_rows; i++)
        good = put_cell(mapping, mapping->view->rows[i], column, wide) && good;
    check_total(mapping->view, mapping->leaf, column);
    return good;
}

/* The tree outlives the file and its headers: it gets copies of their names. */
static bool put_wide(struct mapping *mapping)
{
    bool good = true;
    for (int column = 0; column < mapping->view->file->csv.n_columns; column++) {
        const char *header = wide_name(mapping, column);
        const char *name = header ? arena_text(mapping->view->tables->arena, header) : NULL;
        if (header)
            good = (name ? put_column(mapping, column, name) : table_no_memory(mapping->view)) && good;
    }
    return good;
}

/* Without a column that tells rows apart there must be one. */
static bool check_one(const struct mapping *mapping)
{
    for (int axis = 0; axis < AXES; axis++)
        if (mapping->columns[axis] >= 0)
            return true;
    return mapping->view->n_rows == 1 ||
           table_wrong(mapping->view, mapping->view->node->place, "E074", "rows", number_text(mapping->view->n_rows).text, "path",
                       mapping->view->request.path);
}

/* --- months ------------------------------------------------------------------------------------------------------ */

/* {1: .., 12: ..} as a list in the order of months. */
static struct node *list_of_months(const struct mapping *mapping, const struct node *months)
{
    struct arena *arena = mapping->view->tables->arena;
    struct node *list = node_new(arena, NODE_LIST, months->place, months->origin);
    for (int month = 1; list && month <= 12; month++) {
        struct node *value = node_get(months, number_text(month).text);
        if (value && !node_add(arena, list, NULL, value))
            list = NULL;
    }
    return list;
}

static bool make_lists(struct mapping *mapping)
{
    bool good = true;
    for (int i = 0; good && mapping->columns[AXIS_MONTH] >= 0 && i < mapping->root->count; i++) {
        mapping->root->items[i] = list_of_months(mapping, mapping->root->items[i]);
        good = mapping->root->items[i] != NULL;
    }
    return good || table_no_memory(mapping->view);
}

/* Puts all cells of the columns that hold values. */
static bool put_cells(struct mapping *mapping)
{
    const struct table_view *view = mapping->view;
    size_t columns = mapping->value >= 0 ? 1 : (size_t)view->file->csv.n_columns;
    node_index_init(&mapping->index, columns * (size_t)view->n_rows, &view->tables->own.allocator);
    bool good = mapping->value >= 0 ? put_column(mapping, mapping->value, NULL) : put_wide(mapping);
    node_index_clear(&mapping->index);
    return good;
}

struct node *table_map(struct table_view *view, const struct key *key)
{
    struct mapping mapping = { .view = view, .key = key };
    find_axes(&mapping, key);
    mapping.root = node_new(view->tables->arena, NODE_MAPPING, view->node->place, view->node->origin);
    if (!mapping.root) {
        table_no_memory(view);
        return NULL;
    }
    bool good = find_axis_columns(&mapping) && check_one(&mapping) && put_cells(&mapping) && make_lists(&mapping);
    return good ? mapping.root : NULL;
}
