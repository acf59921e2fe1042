/* Where posts of a district come from, and the money for them and for pupils. */
#include "study/explainer.h"

#include <math.h>
#include <string.h>

static const struct post_kind *post_of(const struct explainer *explainer, struct subject at, int post)
{
    const struct plan *plan = explainer->plan;
    ptrdiff_t row = (ptrdiff_t)explain_autumn(explainer, at) * plan->n_posts + plan->stages[at.stage].first_post;
    return &explain_district(explainer, at)->posts[row + post];
}

static double required(const struct explainer *explainer, struct subject at, int post)
{
    return posts_required(post_of(explainer, at, post), explain_counts(explainer, at)[QUANTITY_ENROLLED],
                          explain_counts(explainer, at)[QUANTITY_CLASSES]);
}

const struct node *explain_price(const struct explainer *explainer, const char *key, const char *name)
{
    const struct node *prices = explain_key(&explainer->scenario->money.unit.section, key);
    const struct node *price = prices ? node_get(prices, name) : NULL;
    return price ? node_value(price) : NULL;
}

/* --- posts ------------------------------------------------------------------------------------------------------- */

static void explain_required(struct explainer *explainer, struct explained *parent, int post, struct subject at)
{
    const struct post_kind *kind = post_of(explainer, at, post);
    const struct post *given = &explainer->scenario->stages[at.stage].posts[post];
    double enrolled = explain_counts(explainer, at)[QUANTITY_ENROLLED], classes = explain_counts(explainer, at)[QUANTITY_CLASSES];
    struct explained *node =
        explain_child_in(explainer, parent, TERM_POSTS_REQUIRED, at, required(explainer, at, post), FORMULA_CEILING, UNIT_POSTS);
    explain_name(explainer, node, given->id);
    if (!explain_opens(explainer, node))
        return;
    if (!isnan(kind->pupils_per_post)) {
        struct explained *by =
            explain_child(explainer, node, TERM_POSTS_BY_PUPILS, at, enrolled / kind->pupils_per_post, FORMULA_RATIO);
        if (explain_opens(explainer, by)) {
            explain_quantity(explainer, by, QUANTITY_ENROLLED, at);
            explain_given(explainer, by, TERM_PUPILS_PER_POST, at, kind->pupils_per_post, FIGURE_PLAIN,
                          explain_key(&given->section, "pupils_per_post"));
        }
    }
    if (kind->per_class > 0) {
        struct explained *by =
            explain_child(explainer, node, TERM_POSTS_BY_CLASSES, at, kind->per_class * classes, FORMULA_PRODUCT);
        if (explain_opens(explainer, by)) {
            explain_quantity(explainer, by, QUANTITY_CLASSES, at);
            explain_given(explainer, by, TERM_PER_CLASS, at, kind->per_class, FIGURE_PLAIN,
                          explain_key(&given->section, "per_class"));
        }
    }
}

static const struct staff *staff_of(const struct explainer *explainer, struct subject at, const char *id)
{
    const struct staff_list *list = &explainer->scenario->districts[at.district].staff[at.stage];
    for (int i = 0; i < list->n_staff; i++)
        if (strcmp(list->staff[i].id, id) == 0)
            return &list->staff[i];
    return NULL;
}

static void explain_hires(struct explainer *explainer, struct explained *node, const struct staff *staff, struct subject at)
{
    for (int i = 0; i < staff->hires.count; i++) {
        struct subject then = at;
        then.year = staff->hires.years[i];
        if (then.year <= explainer->scenario->base_year || then.year > at.year)
            continue;
        struct series hires = { 1, staff->hires.years + i, staff->hires.values + i, false, INTERPOLATE_STEP };
        explain_series(explainer, node, TERM_HIRED, then, UNIT_POSTS, &hires, explain_key(&staff->section, "hires"));
    }
}

/* Those of the base year who have not left, and everyone hired since. */
static void explain_filled(struct explainer *explainer, struct explained *parent, int post, struct subject at)
{
    const char *id = explainer->scenario->stages[at.stage].posts[post].id;
    const struct staff *staff = staff_of(explainer, at, id);
    struct explained *node = explain_child_in(explainer, parent, TERM_POSTS_FILLED, at, post_of(explainer, at, post)->available,
                                              FORMULA_SUM, UNIT_POSTS);
    explain_name(explainer, node, id);
    if (!staff || !explain_opens(explainer, node))
        return;
    double left = posts_filled(staff->available, staff->attrition, explain_autumn(explainer, at), 0);
    struct explained *there = explain_child(explainer, node, TERM_POSTS_LEFT, at, left, FORMULA_LEFT);
    if (explain_opens(explainer, there)) {
        struct subject base = at;
        base.year = explainer->scenario->base_year;
        explain_given(explainer, there, TERM_POSTS_AVAILABLE, base, staff->available, UNIT_POSTS,
                      explain_key(&staff->section, "available"));
        explain_given(explainer, there, TERM_ATTRITION, at, staff->attrition, FIGURE_PLAIN,
                      explain_key(&staff->section, "attrition"));
    }
    explain_hires(explainer, node, staff, at);
}

/* Posts to fill of a kind, or to spare. */
static void explain_missing(struct explainer *explainer, struct explained *parent, int post, bool gap, struct subject at)
{
    double needed = required(explainer, at, post), there = post_of(explainer, at, post)->available;
    double value = gap ? needed - there : there - needed;
    struct explained *node = explain_child_in(explainer, parent, gap ? TERM_POSTS_GAP : TERM_POSTS_SURPLUS, at,
                                              value > 0 ? value : 0, FORMULA_EXCESS, UNIT_POSTS);
    explain_name(explainer, node, explainer->scenario->stages[at.stage].posts[post].id);
    if (!explain_opens(explainer, node))
        return;
    if (gap)
        explain_required(explainer, node, post, at);
    explain_filled(explainer, node, post, at);
    if (!gap)
        explain_required(explainer, node, post, at);
}

static void explain_post(struct explainer *explainer, struct explained *node, enum quantity quantity, int post, struct subject at)
{
    const struct post_kind *kind = post_of(explainer, at, post);
    if (quantity == QUANTITY_POSTS)
        explain_required(explainer, node, post, at);
    else if (isnan(kind->available))
        return;
    else if (quantity == QUANTITY_STAFF || (quantity == QUANTITY_TEACHERS && kind->teaches))
        explain_filled(explainer, node, post, at);
    else if (quantity == QUANTITY_STAFF_GAP || quantity == QUANTITY_STAFF_SURPLUS)
        explain_missing(explainer, node, post, quantity == QUANTITY_STAFF_GAP, at);
    else if (quantity == QUANTITY_TAUGHT && kind->teaches)
        explain_quantity(explainer, node, QUANTITY_ENROLLED, at);
}

/* --- money ------------------------------------------------------------------------------------------------------- */

static void explain_recurrent(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct stage *stage = &explainer->scenario->stages[at.stage];
    double price = explainer->plan->stages[at.stage].pupil_price, enrolled = explain_counts(explainer, at)[QUANTITY_ENROLLED];
    struct explained *pupils = explain_child(explainer, node, TERM_FOR_PUPILS, at, price * enrolled, FORMULA_PRODUCT);
    if (explain_opens(explainer, pupils)) {
        explain_quantity(explainer, pupils, QUANTITY_ENROLLED, at);
        explain_given(explainer, pupils, TERM_PRICE, at, price, UNIT_MONEY, explain_price(explainer, "pupil", stage->id));
    }
    for (int post = 0; post < stage->n_posts; post++) {
        double salary = post_of(explainer, at, post)->salary;
        struct explained *posts =
            explain_child(explainer, node, TERM_FOR_POSTS, at, required(explainer, at, post) * salary, FORMULA_PRODUCT);
        explain_name(explainer, posts, stage->posts[post].id);
        if (!explain_opens(explainer, posts))
            continue;
        explain_required(explainer, posts, post, at);
        explain_given(explainer, posts, TERM_PRICE, at, salary, UNIT_MONEY,
                      explain_price(explainer, "post", stage->posts[post].id));
    }
}

void explain_costs(struct explainer *explainer, struct explained *node, enum quantity quantity, struct subject at)
{
    if (quantity == QUANTITY_CAPITAL)
        explain_capital(explainer, node, NULL, at);
    else if (quantity == QUANTITY_RECURRENT)
        explain_recurrent(explainer, node, at);
    else if (quantity == QUANTITY_PRESENT_VALUE)
        explain_money_so_far(explainer, node, at);
    else
        for (int post = 0; post < explainer->scenario->stages[at.stage].n_posts; post++)
            explain_post(explainer, node, quantity, post, at);
}
