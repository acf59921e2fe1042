#include "study/explainer.h"

#include <string.h>

/* --- nodes ------------------------------------------------------------------------------------------------------- */

static bool add_child(struct explainer *explainer, struct explained *parent, struct explained *child)
{
    if (parent->n_children == parent->room) {
        int room = parent->room ? 2 * parent->room : 4;
        struct explained **children = arena_new(&explainer->made->arena, (size_t)room, sizeof *children);
        if (!children)
            return false;
        if (parent->n_children > 0)
            memcpy(children, parent->children, (size_t)parent->n_children * sizeof *children);
        parent->children = children;
        parent->room = room;
    }
    parent->children[parent->n_children++] = child;
    return true;
}

struct explained *explain_child_in(struct explainer *explainer, struct explained *parent, enum term term, struct subject at,
                                   double value, enum formula formula, int unit)
{
    struct explained *child = arena_new(&explainer->made->arena, 1, sizeof *child);
    if (!child || (parent && !add_child(explainer, parent, child))) {
        explainer->failed = true;
        return &explainer->spare;
    }
    *child = (struct explained){ .term = term, .subject = at, .value = value, .unit = unit, .formula = formula };
    child->depth = parent ? parent->depth - 1 : explainer->depth;
    if (!parent)
        explainer->made->root = child;
    explainer->made->n_nodes++;
    return child;
}

struct explained *explain_child(struct explainer *explainer, struct explained *parent, enum term term, struct subject at,
                                double value, enum formula formula)
{
    return explain_child_in(explainer, parent, term, at, value, formula, parent->unit);
}

static bool is_leaf(enum formula formula)
{
    return formula == FORMULA_GIVEN || formula == FORMULA_RULE || formula == FORMULA_RECORDED || formula == FORMULA_CONSTANT;
}

bool explain_opens(struct explainer *explainer, struct explained *node)
{
    bool full = explainer->made->n_nodes >= NODES_MOST;
    if (node == &explainer->spare || explainer->failed)
        return false;
    if (node->depth > 0 && !full)
        return true;
    node->more = !is_leaf(node->formula);
    explainer->cut |= node->more && node->depth > 0;
    return false;
}

void explain_place(struct explainer *explainer, struct explained *node, const struct node *given)
{
    struct arena *arena = &explainer->made->arena;
    const struct source *source = given ? given->place.source : NULL;
    node->origin = origin_names[given ? given->origin : ORIGIN_BUILT_IN];
    if (!source)
        return;
    if (source != explainer->source) {
        explainer->file = arena_text(arena, source->name);
        explainer->failed |= !explainer->file;
        explainer->source = source;
    }
    node->file = explainer->file;
    node->line = given->place.line;
}

void explain_name(struct explainer *explainer, struct explained *node, const char *name)
{
    if (name)
        node->name = arena_text(&explainer->made->arena, name);
    explainer->failed |= name && !node->name;
}

/* --- where it happened ------------------------------------------------------------------------------------------- */

int explain_autumn(const struct explainer *explainer, struct subject at)
{
    return at.year - explainer->scenario->base_year;
}

const struct traced_year *explain_year(const struct explainer *explainer, struct subject at)
{
    return trace_year(&explainer->trace, explainer->cluster[at.district], explain_autumn(explainer, at));
}

const struct plan_district *explain_district(const struct explainer *explainer, struct subject at)
{
    return &explainer->plan->districts[explainer->place[at.district]];
}

int explain_local_district(const struct explainer *explainer, struct subject at)
{
    return explainer->place[at.district] - explainer->plan->clusters[explainer->cluster[at.district]].first_district;
}

int explain_district_row(const struct explainer *explainer, struct subject at)
{
    return explain_local_district(explainer, at) * explainer->plan->n_grades + at.grade;
}

int explain_part(const struct explainer *explainer, struct subject at)
{
    const struct cluster *cluster = &explainer->plan->clusters[explainer->cluster[at.district]];
    return explainer->plan->facilities[at.facility].parts[at.stage] - cluster->first_part;
}

int explain_pupil_row(const struct explainer *explainer, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    return state->pupil_rows[explain_part(explainer, at)] + explain_grade_of_stage(explainer, at);
}

int explain_grade_of_stage(const struct explainer *explainer, struct subject at)
{
    return at.grade - explainer->scenario->stages[at.stage].first_grade;
}

struct subject explain_at_grade(const struct explainer *explainer, struct subject at, int grade)
{
    at.grade = grade;
    for (int stage = 0; stage < explainer->scenario->n_stages; stage++)
        if (explainer->scenario->stages[stage].first_grade <= grade)
            at.stage = stage;
    return at;
}
