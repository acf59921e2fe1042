/* What stands in the scenario, and where. */
#include "study/explainer.h"

#include <string.h>

const struct node *explain_key(const struct section *section, const char *key)
{
    const struct node *given = section->node ? node_get(section->node, key) : NULL;
    return given ? node_value(given) : NULL;
}

const struct node *explain_key_of_stage(const struct explainer *explainer, const struct section *section, const char *key,
                                        int stage)
{
    const struct node *given = explain_key(section, key);
    if (!given || given->kind != NODE_MAPPING)
        return given;
    given = node_get(given, explainer->scenario->stages[stage].id);
    return given ? node_value(given) : NULL;
}

const struct node *explain_grade(const struct explainer *explainer, const struct node *given, int count, struct subject at)
{
    int grade = explain_grade_of_stage(explainer, at);
    if (!given || count <= 1)
        return given;
    if (given->kind == NODE_LIST)
        return grade < given->count ? node_value(given->items[grade]) : given;
    given = node_get(given, explainer->scenario->stages[at.stage].grade_ids[grade]);
    return given ? node_value(given) : NULL;
}

struct explained *explain_given(struct explainer *explainer, struct explained *parent, enum term term, struct subject at,
                                double value, int unit, const struct node *given)
{
    struct explained *child = explain_child_in(explainer, parent, term, at, value, FORMULA_GIVEN, unit);
    explain_place(explainer, child, given);
    return child;
}

/* Where the i-th given year of a series stands. */
static const struct node *given_year(const struct node *given, const struct series *series, int i)
{
    const struct node *year = given;
    if (given && given->kind == NODE_MAPPING)
        year = node_get(given, number_text(series->years[i]).text);
    else if (given && given->kind == NODE_LIST && i < given->count)
        year = given->items[i];
    return year ? node_value(year) : given;
}

/* A year between the given ones i and i + 1. */
static void explain_between(struct explainer *explainer, struct explained *child, const struct series *series,
                            const struct node *given, int i)
{
    if (series->interpolation != INTERPOLATE_LINEAR) {
        child->formula = FORMULA_RULE;
        explain_place(explainer, child, given);
        return;
    }
    child->formula = FORMULA_BETWEEN;
    if (!explain_opens(explainer, child))
        return;
    for (int end = i; end <= i + 1; end++) {
        struct subject at = child->subject;
        at.year = series->years[end];
        explain_given(explainer, child, TERM_INTERPOLATED, at, series->values[end], child->unit, given_year(given, series, end));
    }
}

void explain_series(struct explainer *explainer, struct explained *parent, enum term term, struct subject at, int unit,
                    const struct series *series, const struct node *given)
{
    double value;
    int i = 0;
    if (!series_fill(series, at.year, 1, &value)) {
        explainer->failed = true;
        return;
    }
    struct explained *child = explain_child_in(explainer, parent, term, at, value, FORMULA_GIVEN, unit);
    while (!series->constant && i + 1 < series->count && series->years[i + 1] <= at.year)
        i++;
    bool held = series->constant || i == series->count - 1 || at.year <= series->years[i];
    if (held || series->interpolation == INTERPOLATE_STEP)
        explain_place(explainer, child, given_year(given, series, i));
    else
        explain_between(explainer, child, series, given, i);
}
