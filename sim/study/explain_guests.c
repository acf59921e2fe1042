/* Children who sit in other districts: where they were the year before, and who came. The district of a subject is their home,
 * its facility lies in another district of the same cluster. */
#include "study/explainer.h"

#include "engine/guests.h"

#include <math.h>

static const struct link *links_of(const struct block *state)
{
    return state->plan->links + state->cluster->first_link;
}

/* The district of a facility in its cluster. */
static int host_of(const struct explainer *explainer, struct subject at)
{
    at.district = explainer->scenario->facilities[at.facility].district;
    return explain_local_district(explainer, at);
}

/* The row of a grade of a link's guests in the part of `at`. */
static ptrdiff_t row_of(const struct explainer *explainer, const struct link *link, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    return guests_row(state, link, explain_part(explainer, at)) + explain_grade_of_stage(explainer, at);
}

/* The link from the home to the facility of `at`. */
static const struct link *link_of(const struct explainer *explainer, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct link *link = links_of(state);
    while (link->home != explain_local_district(explainer, at) || link->host != host_of(explainer, at))
        link++;
    return link;
}

static void explain_link(struct explainer *explainer, struct explained *parent, struct subject at);

/* Guests of the year before as the projects of this autumn leave them. */
static void explain_before(struct explainer *explainer, struct explained *parent, struct subject at)
{
    struct subject last = at;
    last.year--;
    ptrdiff_t row = row_of(explainer, link_of(explainer, at), at);
    double then = explain_year(explainer, last)->state.guests[row], now = explain_year(explainer, at)->state.guests_before[row];
    if (!(now - then < 0 || now - then > 0)) {
        explain_link(explainer, parent, last);
        return;
    }
    struct explained *node = explain_child(explainer, parent, TERM_GUESTS_BEFORE, at, now, FORMULA_SUM);
    if (!explain_opens(explainer, node))
        return;
    explain_link(explainer, node, last);
    explain_child(explainer, node, TERM_MOVED_PUPILS, at, now - then, FORMULA_RECORDED);
}

static void explain_continuing(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct plan_district *home = explain_district(explainer, at);
    const real *before = state->guests_before + row_of(explainer, link_of(explainer, at), at);
    ptrdiff_t year = (ptrdiff_t)explain_autumn(explainer, at) * explainer->plan->n_grades + at.grade;
    double up = explain_grade_of_stage(explainer, at) > 0 ? before[-1] * home->ratio[year] : 0,
           stay = before[0] * home->stay[year];
    if (up > 0) {
        struct explained *moved = explain_child(explainer, node, TERM_MOVED_UP, at, up, FORMULA_PRODUCT);
        if (explain_opens(explainer, moved)) {
            explain_before(explainer, moved, explain_at_grade(explainer, at, at.grade - 1));
            explain_ratio_up(explainer, moved, at);
        }
    }
    if (stay > 0) {
        struct explained *repeat = explain_child(explainer, node, TERM_REPEAT, at, stay, FORMULA_PRODUCT);
        if (explain_opens(explainer, repeat)) {
            explain_before(explainer, repeat, at);
            explain_ratio_stay(explainer, repeat, at);
        }
    }
}

/* Guests of one home in one part and grade. */
static void explain_link(struct explainer *explainer, struct explained *parent, struct subject at)
{
    static const struct {
        enum step step;
        enum term term;
    } flows[] = { { STEP_SHRUNK, TERM_SHRUNK },
                  { STEP_CLAIMED, TERM_CLAIMED },
                  { STEP_SHRUNK_AGAIN, TERM_SHRUNK },
                  { STEP_OVERFLOWED, TERM_ARRIVED } };
    const struct traced_year *year = explain_year(explainer, at);
    ptrdiff_t row = row_of(explainer, link_of(explainer, at), at);
    struct explained *node = explain_child(explainer, parent, TERM_GUESTS, at, year->state.guests[row], FORMULA_SUM);
    if (explain_autumn(explainer, at) == 0 || !explain_opens(explainer, node))
        return;
    if (explain_grade_of_stage(explainer, at) < year->state.offered_grades[explain_part(explainer, at)])
        explain_continuing(explainer, node, at);
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++) {
        double change = year->guests[flows[i].step][row] - year->guests[flows[i].step - 1][row];
        if (fabs(change) > ROUNDING / 10)
            explain_child(explainer, node, flows[i].term, at, change, FORMULA_RECORDED);
    }
}

void explain_guests(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct link *links = links_of(state);
    int host = host_of(explainer, at);
    for (int i = 0; state->guests && i < state->cluster->n_links; i++)
        if (links[i].host == host && state->guests[row_of(explainer, &links[i], at)] > 0) {
            struct subject of_home = at;
            of_home.district = explainer->plan->districts[state->cluster->first_district + links[i].home].index;
            explain_link(explainer, node, of_home);
        }
}

/* A home's guests of a link, in one grade in all parts of the host. */
static void explain_away_by(struct explainer *explainer, struct explained *node, const struct link *link, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    for (int part = block_first_part(state, link->host, at.stage); part < block_first_part(state, link->host, at.stage + 1);
         part++) {
        at.facility = explainer->plan->parts[state->cluster->first_part + part].facility;
        if (state->guests[row_of(explainer, link, at)] > 0)
            explain_link(explainer, node, at);
    }
}

void explain_away(struct explainer *explainer, struct explained *node, struct subject at)
{
    const struct block *state = &explain_year(explainer, at)->state;
    const struct stage *stage = &explainer->scenario->stages[at.stage];
    int home = explain_local_district(explainer, at);
    for (int i = 0; state->guests && i < state->cluster->n_links; i++)
        for (int grade = 0; grade < stage->n_grades && links_of(state)[i].home == home; grade++)
            explain_away_by(explainer, node, &links_of(state)[i], explain_at_grade(explainer, at, stage->first_grade + grade));
}

double explain_away_after(const struct explainer *explainer, enum step step, struct subject at)
{
    const struct traced_year *year = explain_year(explainer, at);
    const struct block *state = &year->state;
    int home = explain_local_district(explainer, at);
    double sum = 0;
    for (int i = 0; state->guests && i < state->cluster->n_links; i++) {
        const struct link *link = &links_of(state)[i];
        int part = block_first_part(state, link->host, at.stage), end = block_first_part(state, link->host, at.stage + 1);
        for (; link->home == home && part < end; part++)
            sum += year->guests[step][guests_row(state, link, part) + explain_grade_of_stage(explainer, at)];
    }
    return sum;
}
