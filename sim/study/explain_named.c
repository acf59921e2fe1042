/* Where figures come from that a scenario counts name by name: of a tag, a resource, a payer. */
#include "study/explainer.h"

/* What is summed up of the districts, and what it is called. */
static const struct {
    enum of of;
    enum term term;
    int unit;
} kinds[NAMED_QUANTITIES] = {
    [NAMED_TAGGED] = { OF_TAG, TERM_TAGGED, UNIT_SCHOOLS },
    [NAMED_PAID] = { OF_PAYER, TERM_PAID, UNIT_MONEY },
    [NAMED_PAID_PRESENT] = { OF_PAYER, TERM_PAID_PRESENT, UNIT_MONEY },
};

static double count_of(const struct explainer *explainer, enum named_quantity quantity, int name, struct subject at)
{
    return explain_counts(explainer, at)[named_quantity(explainer->plan->measures, quantity, name)];
}

/* --- tags -------------------------------------------------------------------------------------------------------- */

/* Sites of the facilities that carry a tag, each with the line that says so. */
static void explain_tagged(struct explainer *explainer, struct explained *node, int tag, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const int *first = explain_district(explainer, at)->first_part;
    int sought = at.sector;
    for (int part = first[at.stage]; part < first[at.stage + 1]; part++) {
        at.facility = explainer->plan->parts[part].facility;
        at.sector = state->sector[part - state->cluster->first_part];
        if (at.sector < 0 || (sought >= 0 && at.sector != sought) || !(count_of(explainer, NAMED_TAGGED, tag, at) > 0))
            continue;
        explain_part_quantity(explainer, node, QUANTITY_SITES, at);
        if (node->n_children > 0)
            explain_place(explainer, node->children[node->n_children - 1],
                          explain_key(&explainer->scenario->facilities[at.facility].section, "tags"));
    }
}

void explain_named(struct explainer *explainer, struct explained *parent, enum named_quantity quantity, int name,
                   struct subject at)
{
    struct explained *node = explain_child_in(explainer, parent, kinds[quantity].term, at,
                                              count_of(explainer, quantity, name, at), FORMULA_SUM, kinds[quantity].unit);
    const char *text = explainer->scenario->measures.names[kinds[quantity].of].names[name];
    explain_name(explainer, node, text);
    if (!explain_opens(explainer, node))
        return;
    if (at.district < 0) {
        for (at.district = 0; at.district < explainer->plan->n_districts; at.district++)
            if (count_of(explainer, quantity, name, at) > 0)
                explain_named(explainer, node, quantity, name, at);
    } else if (quantity == NAMED_TAGGED)
        explain_tagged(explainer, node, name, at);
    else if (quantity == NAMED_PAID)
        explain_capital(explainer, node, text, at);
    else
        explain_paid_so_far(explainer, node, name, at);
}

/* --- resources --------------------------------------------------------------------------------------------------- */

/* What a school has of a resource for each of its pupils, and how many pupils count for it. */
static void explain_school(struct explainer *explainer, struct explained *node, int resource, struct subject at)
{
    double amount = count_of(explainer, NAMED_AMOUNT, resource, at), pupils = count_of(explainer, NAMED_USERS, resource, at);
    struct explained *each = explain_child_in(explainer, node, TERM_A_PUPIL, at, amount / pupils, FORMULA_RATIO, FIGURE_PLAIN);
    explain_name(explainer, each, explainer->scenario->measures.names[OF_RESOURCE].names[resource]);
    if (explain_opens(explainer, each)) {
        explain_amount(explainer, each, resource, at);
        explain_part_quantity(explainer, each, QUANTITY_CLASS_PUPILS, at);
    }
    explain_part_quantity(explainer, node, QUANTITY_CLASS_PUPILS, at);
}

void explain_balance(struct explainer *explainer, struct explained *node, int resource, struct subject at)
{
    int last = at.district < 0 ? explainer->plan->n_districts - 1 : at.district;
    for (at.district = at.district < 0 ? 0 : at.district; at.district <= last; at.district++) {
        const int *first = explain_district(explainer, at)->first_part;
        for (int part = first[at.stage]; part < first[at.stage + 1]; part++) {
            at.facility = explainer->plan->parts[part].facility;
            if (count_of(explainer, NAMED_USERS, resource, at) > 0)
                explain_school(explainer, node, resource, at);
        }
        at.facility = -1;
    }
}
