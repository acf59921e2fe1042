/* Values by grade, by name and by years later: the maps whose keys are not keys of the table. */
#include "scenario/read.h"

#include <math.h>
#include <string.h>

/* The grades that a map's keys may name; none where the stage is not known. */
static int grades_of(const struct reading *reading, const char *const **ids)
{
    if (reading->stage < 0)
        return 0;
    const struct stage *stage = &reading->scenario->stages[reading->stage];
    *ids = stage->given_grades.ids;
    return stage->given_grades.count;
}

static int grade_named(const char *const *ids, int count, const char *name)
{
    for (int grade = 0; grade < count; grade++)
        if (strcmp(ids[grade], name) == 0)
            return grade;
    return -1;
}

/* Puts each value of {grade: value} at its grade in `found` [grades], NULL where none is given. */
static bool find_grades(struct reading *reading, const struct key *key, const struct node *node, const char *const *ids,
                        int count, const struct node **found)
{
    bool good = true;
    for (int i = 0; i < node->count; i++) {
        const char *name = node->keys[i]->text;
        int grade = grade_named(ids, count, name);
        if (grade >= 0)
            found[grade] = node->items[i];
        else if (!is_provenance(name)) {
            report(reading->diagnostics, node->keys[i]->place, "E126",
                   (struct slot[]) { { "key", key->name }, { "grade", name }, { "nearest", text_nearest(name, ids, count) },
                                     { NULL, NULL } });
            good = false;
        }
    }
    return good;
}

static bool lacks_grade(struct reading *reading, const struct key *key, const struct node *node, const char *grade)
{
    report2(reading->diagnostics, node->place, "E127", "key", key->name, "grade", grade);
    return false;
}

const struct node *by_grade(struct reading *reading, const struct key *key, const struct node *node)
{
    const char *const *ids = NULL;
    int count = grades_of(reading, &ids);
    if (node->kind != NODE_MAPPING || count == 0)
        return node;
    const struct node **found = arena_new(reading->arena, (size_t)count, sizeof *found);
    struct node *list = node_new(reading->arena, NODE_LIST, node->place, node->origin);
    bool good = found && list, known = good && find_grades(reading, key, node, ids, count, found);
    for (int grade = 0; known && good && grade < count; grade++) {
        known = found[grade] || lacks_grade(reading, key, node, ids[grade]);
        struct node *copy = known ? node_new(reading->arena, NODE_SCALAR, node->place, node->origin) : NULL;
        if (copy)
            *copy = *found[grade];
        good = !known || (copy && node_add(reading->arena, list, NULL, copy));
    }
    if (!good)
        report_no_memory(reading->diagnostics);
    return known && good ? list : NULL;
}

/* --- a series a grade -------------------------------------------------------------------------------------------- */

static bool has_year(const struct node *node)
{
    for (int i = 0; i < node->count; i++)
        if (is_year_key(node->keys[i]->text))
            return true;
    return false;
}

/* Whether a value speaks of each grade by itself. */
static bool is_by_grade(const struct reading *reading, const struct key *key, const struct node *node)
{
    if (node->kind == NODE_LIST)
        return !key->list_of_years;
    return node->kind == NODE_MAPPING && reading->stage >= 0 && !has_year(node);
}

/* [count] what is given of each grade of a list or map; false when something was reported. */
static bool take_grades(struct reading *reading, const struct key *key, const struct node *node, const char *const *ids,
                        int count, const struct node **found)
{
    if (node->kind == NODE_MAPPING)
        return find_grades(reading, key, node, ids, count, found);
    for (int grade = 0; grade < count && grade < node->count; grade++)
        found[grade] = node->items[grade];
    if (node->count == count)
        return true;
    report(reading->diagnostics, node->place, "E210",
           (struct slot[]){ { "stage", reading->scenario->stages[reading->stage].id },
                            { "given", number_text(node->count).text },
                            { "grades", number_text(count).text },
                            { NULL, NULL } });
    return false;
}

/* The series of one grade; where none is given, the key's default for all years. */
static bool read_grade(struct reading *reading, const struct key *key, const struct node *all, const struct node *node,
                       const char *grade, struct series *series)
{
    if (node)
        return read_whole_series(reading, key, node, series);
    if (!key->fallback || !*key->fallback)
        return lacks_grade(reading, key, all, grade);
    struct node *fallback = node_scalar(reading->arena, key->fallback, all->place, ORIGIN_BUILT_IN);
    return fallback ? read_whole_series(reading, key, fallback, series) : report_no_memory(reading->diagnostics) == SEATSIM_OK;
}

static bool read_each_grade(struct reading *reading, const struct key *key, const struct node *node, struct grade_series *all)
{
    const char *const *ids = NULL;
    int count = grades_of(reading, &ids);
    const struct node **found = arena_new(reading->arena, (size_t)count, sizeof *found);
    struct series *series = arena_new(reading->arena, (size_t)count, sizeof *series);
    if (!found || !series)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    bool good = take_grades(reading, key, node, ids, count, found);
    for (int grade = 0; grade < count; grade++)
        good = good && read_grade(reading, key, node, found[grade], ids[grade], &series[grade]);
    *all = (struct grade_series) { count, series };
    return good;
}

bool read_grade_series(struct reading *reading, const struct key *key, const struct node *node, struct grade_series *all)
{
    node = node_value(node);
    if (reading->stage >= 0 && is_by_grade(reading, key, node))
        return read_each_grade(reading, key, node, all);
    struct series *series = arena_new(reading->arena, 1, sizeof *series);
    if (!series)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    *all = (struct grade_series) { 1, series };
    return read_whole_series(reading, key, node, series);
}

/* --- by name, by years later ------------------------------------------------------------------------------------- */

bool read_amounts(struct reading *reading, const struct key *key, const struct node *node, struct amounts *amounts)
{
    node = node_value(node);
    if (node->kind != NODE_MAPPING)
        return wrong(reading, key, node, "E131");
    size_t room = (size_t)node->count;
    const char **names = arena_new(reading->arena, room, sizeof *names);
    double *values = arena_new(reading->arena, room, sizeof *values);
    struct place *places = arena_new(reading->arena, room, sizeof *places);
    bool good = names && values && places;
    if (!good)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    int count = 0;
    for (int i = 0; i < node->count; i++) {
        if (is_provenance(node->keys[i]->text))
            continue;
        good = (is_id(node->keys[i]->text) || wrong(reading, key, node->keys[i], "E110")) && good;
        good = read_number(reading, key, node->items[i], &values[count]) && good;
        names[count] = node->keys[i]->text;
        places[count++] = node->keys[i]->place;
    }
    *amounts = (struct amounts) { count, names, values, places };
    return good;
}

/* A whole number of years, 0 to 50; -1 after a message. */
static int years_later(struct reading *reading, const struct key *key, const struct node *name)
{
    double years;
    if (text_number(name->text, name->length, &years) && years >= 0 && years <= 50 && years == floor(years))
        return (int)years;
    report2(reading->diagnostics, name->place, "E128", "key", key->name, "text", name->text);
    return -1;
}

/* Puts a share behind those of fewer years. */
static void insert_share(int year, double share, int count, int *years, double *shares)
{
    int at = count;
    for (; at > 0 && years[at - 1] > year; at--) {
        years[at] = years[at - 1];
        shares[at] = shares[at - 1];
    }
    years[at] = year;
    shares[at] = share;
}

bool read_distribution(struct reading *reading, const struct key *key, const struct node *node, struct distribution *distribution)
{
    node = node_value(node);
    if (node->kind != NODE_MAPPING)
        return wrong(reading, key, node, "E131");
    int *years = arena_new(reading->arena, (size_t)node->count, sizeof *years), count = 0;
    double *shares = arena_new(reading->arena, (size_t)node->count, sizeof *shares), sum = 0;
    if (!years || !shares)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    for (int i = 0; i < node->count; i++) {
        double share;
        if (is_provenance(node->keys[i]->text))
            continue;
        int year = years_later(reading, key, node->keys[i]);
        if (year < 0 || !read_number(reading, key, node->items[i], &share))
            return false;
        insert_share(year, share, count++, years, shares);
        sum += share;
    }
    *distribution = (struct distribution) { count, years, shares };
    if (fabs(sum - 1) < 1e-9)
        return true;
    report2(reading->diagnostics, node->place, "E129", "key", key->name, "sum", sum_text(sum * 100).text);
    return false;
}

/* --- a rule where a sector stands -------------------------------------------------------------------------------- */

/* An inline rule as a named one is written: {sector: SECTOR, otherwise: SECTOR}, with their places. NULL without memory. */
static struct node *said_section(const struct reading *reading, const struct node *node, struct node *sector,
                                 struct node *otherwise)
{
    struct node *said = node_new(reading->arena, NODE_MAPPING, node->place, node->origin);
    struct node *first = node_scalar(reading->arena, "sector", node->place, node->origin);
    struct node *second = node_scalar(reading->arena, "otherwise", node->place, node->origin);
    bool good = said && first && second && node_add(reading->arena, said, first, sector)
             && node_add(reading->arena, said, second, otherwise);
    return good ? said : NULL;
}

/* {SECTOR: {while: ..., scope: ...}, otherwise: SECTOR} as the section of a rule. */
static bool read_inline_rule(struct reading *reading, const struct key *key, const struct node *node, struct project *project)
{
    struct rule *rule = arena_new(reading->arena, 1, sizeof *rule);
    struct node *section = NULL, *sector = NULL, *otherwise = node_get(node, "otherwise");
    if (!rule)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    for (int i = 0; i < node->count; i++) {
        if (node->items[i] == otherwise || is_provenance(node->keys[i]->text))
            continue;
        if (section)
            return wrong(reading, key, node, "E145");
        section = node->items[i];
        sector = node->keys[i];
        rule->sector_id = node->keys[i]->text;
    }
    if (!section || section->kind != NODE_MAPPING || !otherwise || node_value(otherwise)->kind != NODE_SCALAR)
        return wrong(reading, key, node, "E145");
    rule->section.node = said_section(reading, node, sector, otherwise);
    if (!rule->section.node)
        return report_no_memory(reading->diagnostics) == SEATSIM_OK;
    rule->otherwise_id = node_value(otherwise)->text;
    rule->id = "(written at the project)"; /* no name that another project could use */
    project->inline_rule = rule;
    return read_section(reading, key->keys, section, rule);
}

bool read_sector(struct reading *reading, const struct key *key, const struct node *node, void *target)
{
    struct project *project = target;
    struct key id = *key;
    node = node_value(node);
    if (node->kind == NODE_MAPPING)
        return read_inline_rule(reading, key, node, project);
    id.type = KEY_ID;
    return read_scalar(reading, &id, node, strcmp(key->name, "sector") == 0 ? &project->sector_id : &project->to_sector_id);
}
