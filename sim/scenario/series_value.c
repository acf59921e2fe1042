/* Series by year, and the readers of keys whose shape is their own. */
#include "scenario/read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MONTHS = 12 };

/* One value for every year, or a list from the base year on. */
static bool series_of_list(struct reading *reading, const struct key *key, const struct node *node, struct series *series)
{
    struct numbers numbers;
    if (!read_numbers(reading, key, node, &numbers))
        return false;
    int *years = arena_new(reading->arena, (size_t)numbers.count, sizeof *years);
    if (!years)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    for (int i = 0; i < numbers.count; i++)
        years[i] = reading->scenario->given_years[0] + i;
    if (numbers.count == 0)
        return wrong(reading, key, node, "E120");
    *series = (struct series){ numbers.count, years, numbers.values, node_value(node)->kind == NODE_SCALAR, INTERPOLATE_LINEAR };
    int length = reading->scenario->given_years[1] - reading->scenario->given_years[0] + 1;
    if (!series->constant && numbers.count > length)
        return wrong(reading, key, node, "E121");
    return true;
}

/* Puts a year and its value in their place by insertion: series are short, and nearly always given in order. */
static void insert_year(int year, double value, int count, int *years, double *values)
{
    int at = count;
    for (; at > 0 && years[at - 1] > year; at--) {
        years[at] = years[at - 1];
        values[at] = values[at - 1];
    }
    years[at] = year;
    values[at] = value;
}

/* A year's value: a number or, where months may stand, the sum of twelve. */
static bool read_year(struct reading *reading, const struct key *key, const struct node *node, double *value)
{
    struct numbers months;
    if (!(key->forms & FORM_MONTHS) || node_value(node)->kind != NODE_LIST)
        return read_number(reading, key, node, value);
    if (node_value(node)->count != MONTHS)
        return wrong(reading, key, node, "E124");
    if (!read_numbers(reading, key, node, &months))
        return false;
    *value = 0;
    for (int month = 0; month < MONTHS; month++)
        *value += months.values[month];
    return true;
}

/* Whether a year lies within a century of the run: what is given further away, 2205 or 1202, is a slip of the hand, and would
 * bend every year between. */
static bool is_near_horizon(struct reading *reading, const struct node *name)
{
    enum { CENTURY = 100 };
    const int *years = reading->scenario ? reading->scenario->given_years : NULL;
    int year = atoi(name->text);
    if (!years || years[1] == 0 || (years[0] - CENTURY <= year && year <= years[1] + CENTURY))
        return true;
    report(reading->diagnostics, name->place, "E252",
           (struct slot[]) { { "year", name->text }, { "first", number_text(years[0] - CENTURY).text },
                             { "last", number_text(years[1] + CENTURY).text }, { NULL, NULL } });
    return false;
}

/* The year rows of a map; other keys are left to read_section. */
static bool series_of_years(struct reading *reading, const struct key *key, const struct node *node, struct series *series)
{
    int *years = arena_new(reading->arena, (size_t)node->count, sizeof *years);
    double *values = arena_new(reading->arena, (size_t)node->count, sizeof *values);
    if (!years || !values)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    bool good = true;
    int count = 0;
    for (int i = 0; i < node->count; i++) {
        double value;
        struct key year = *key;
        if (key_of(series_keys, node->keys[i]->text) != series_keys)
            continue;
        if (!is_near_horizon(reading, node->keys[i])) {
            good = false;
            continue;
        }
        if (strcmp(key->name, "YEAR") == 0)
            year.name = node->keys[i]->text;
        if (read_year(reading, &year, node->items[i], &value)) {
            insert_year(atoi(node->keys[i]->text), value, count, years, values);
            count++;
        } else
            good = false;
    }
    series->count = count;
    series->years = years;
    series->values = values;
    series->constant = false;
    return good;
}

bool read_series(struct reading *reading, const struct key *key, const struct node *node, struct series *series)
{
    node = node_value(node);
    if (node->kind != NODE_MAPPING)
        return series_of_list(reading, key, node, series);
    if (!series_of_years(reading, key, node, series))
        return false;
    if (series->count == 0 && strcmp(key->name, "YEAR") != 0)
        return wrong(reading, key, node, "E120");
    return true;
}

/* A year after the horizon is a slip as a rule; it is none where a run ends early. */
static void warn_of_late_events(struct reading *reading, const struct key *key, const struct node *node,
                                const struct series *events)
{
    int horizon = reading->scenario->given_years[1], last = events->count > 0 ? events->years[events->count - 1] : 0;
    if (node->kind == NODE_MAPPING && last > horizon && horizon > 0)
        report(reading->diagnostics, node->keys[node_find(node, number_text(last).text)]->place, "W259",
               (struct slot[]) { { "key", key->name }, { "year", number_text(last).text },
                                 { "horizon", number_text(horizon).text }, { NULL, NULL } });
}

bool read_events(struct reading *reading, const struct key *key, const struct node *node, struct series *events)
{
    node = node_value(node);
    if (node->kind == NODE_SCALAR)
        return wrong(reading, key, node, "E125");
    if (!read_series(reading, key, node, events))
        return false;
    warn_of_late_events(reading, key, node, events);
    return true;
}

/* Births by month of the years that give them; NaN elsewhere. */
bool read_birth_years(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    struct births *births = target;
    if (!read_series(reading, key, node, &births->given))
        return false;
    size_t count = (size_t)births->given.count * MONTHS;
    double *months = arena_new(reading->arena, count, sizeof *months);
    for (int i = 0; months && i < births->given.count; i++) {
        struct numbers given = { 0 };
        const struct node *year = node_value(node_get(node, number_text(births->given.years[i]).text));
        if (year->kind == NODE_LIST && !read_numbers(reading, key, year, &given))
            return false;
        for (int month = 0; month < MONTHS; month++)
            months[i * MONTHS + month] = given.count == MONTHS ? given.values[month] : NAN;
    }
    births->months = months;
    return months || report_no_memory(reading->diagnostics) == SEATSIM_OK;
}

bool read_grades(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    struct key whole = *key;
    double count;
    whole.min = 1;
    whole.max = 30;
    whole.type = KEY_COUNT;
    node = node_value(node);
    if (node->kind == NODE_LIST)
        return node->count > 0 && node->count <= 30 ? read_names(reading, key, node, target) : wrong(reading, key, node, "E122");
    if (!read_number(reading, &whole, node, &count))
        return false;
    if (count != floor(count))
        return wrong(reading, key, node, "E114");
    const char **ids = arena_new(reading->arena, (size_t)count, sizeof *ids);
    for (int grade = 0; ids && grade < (int)count; grade++) {
        struct number_text name = number_text(grade + 1);
        ids[grade] = arena_copy(reading->arena, name.text, strlen(name.text));
        if (!ids[grade])
            ids = NULL;
    }
    *(struct names *)target = (struct names){ ids ? (int)count : 0, ids, NULL };
    return ids || report_no_memory(reading->diagnostics) == SEATSIM_OK;
}

bool read_projection(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    struct births *births = target;
    struct key values = *key;
    node = node_value(node);
    if (node->kind == NODE_SCALAR && strcmp(node->text, "hold") == 0) {
        births->projection = PROJECT_HOLD;
        return true;
    }
    births->projection = node->kind == NODE_MAPPING ? PROJECT_VALUES : PROJECT_RATE;
    if (births->projection == PROJECT_RATE)
        return read_number(reading, key, node, &births->rate);
    values.min = 0;
    values.max = 1e9;
    births->projected.interpolation = INTERPOLATE_LINEAR;
    return read_series(reading, &values, node, &births->projected);
}

bool read_spread(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    struct pupils *pupils = target;
    node = node_value(node);
    pupils->spread = SPREAD_BIRTHS;
    if (node->kind == NODE_LIST) {
        pupils->spread = SPREAD_WEIGHTS;
        return read_numbers(reading, key, node, &pupils->grades);
    }
    if (node->kind == NODE_SCALAR && strcmp(node->text, "births") == 0)
        return true;
    pupils->spread = SPREAD_EQUAL;
    return (node->kind == NODE_SCALAR && strcmp(node->text, "equal") == 0) || wrong(reading, key, node, "E123");
}

bool read_bound(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    struct bound *bound = target;
    node = node_value(node);
    bound->given = true;
    bound->limit = node->kind == NODE_SCALAR && node->plain && strcmp(node->text, "limit") == 0;
    bound->number = NAN;
    return bound->limit || read_number(reading, key, node, &bound->number);
}

bool read_range(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    node = node_value(node);
    if (node->kind != NODE_LIST || node->count != 2)
        return wrong(reading, key, node, "E101");
    return read_numbers(reading, key, node, target);
}

bool read_patches(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    if (node->kind != NODE_MAPPING)
        return wrong(reading, key, node, "E101");
    *(const struct node **)target = node;
    return true;
}
