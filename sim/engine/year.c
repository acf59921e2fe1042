#include "engine/guests.h"
#include "engine/trace.h"
#include "engine/year.h"

#include "model/allocation.h"
#include "model/capacity.h"
#include "model/demand.h"
#include "model/measure.h"

#include <math.h>
#include <string.h>

/* Tells those who ask what a step did. */
static void note(const struct block *block, enum step step)
{
    if (block->trace)
        trace_step(block, step);
}

/* One section of the model for one stage of one district. */
typedef void stage_step(struct block *block, int district, int stage);

static void each_stage(struct block *block, stage_step *step)
{
    for (int district = 0; district < block->cluster->n_districts; district++)
        for (int stage = 0; stage < block->plan->n_stages; stage++)
            step(block, district, stage);
}

/* --- supply and demand ------------------------------------------------------------------------------------------- */

/* The last year's state becomes the state before; the arrays change places. */
static void turn_year(struct block *block)
{
    real *demand = block->demand, *pupils = block->pupils;
    block->demand = block->demand_before;
    block->demand_before = demand;
    block->pupils = block->pupils_before;
    block->pupils_before = pupils;
    guests_turn_year(block);
    block->autumn++;
}

static void offer_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    int first = block_first_part(block, district, stage);
    ptrdiff_t at = (ptrdiff_t)first * block->draws;
    offer_seats(&seating.shape, block->autumn, block->plan->by_entry + block->cluster->first_part + first,
                block->opened + at, block->seats + at, block->offered_grades + at, block->offered_seats + at);
}

static void project_demand(struct block *block)
{
    for (int district = 0; district < block->cluster->n_districts; district++) {
        const struct plan_district *given = block_district(block, district);
        ptrdiff_t year = (ptrdiff_t)block->autumn * block->plan->n_grades;
        const real *before = block_grades(block, block->demand_before, district, 0);
        project_grades(block->plan->n_grades, block->draws, before, given->ratio + year, given->stay + year,
                       given->entrants + year, block_grades(block, block->demand, district, 0));
    }
}

/* --- allocation -------------------------------------------------------------------------------------------------- */

/* Children move up where they sit, in their district's facilities and in those of others. */
static void move_up_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    const struct plan_district *given = block_district(block, district);
    ptrdiff_t before = block->pupil_rows[block_first_part(block, district, stage)];
    ptrdiff_t year = (ptrdiff_t)block->autumn * block->plan->n_grades + block->plan->stages[stage].first_grade;
    move_up(&seating, block->pupils_before + before * block->draws, given->ratio + year, given->stay + year);
}

/* The leavers of the parts below claim their seats. */
static void claim_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    int first = block_first_part(block, district, stage);
    real ratio = block_district(block, district)->through[(ptrdiff_t)block->autumn * block->plan->n_stages + stage];
    for (int i = 0; i < seating.shape.parts; i++) {
        int feeder = block->plan->parts[block->cluster->first_part + first + i].feeder;
        if (feeder < 0)
            continue;
        int last_row = block->pupil_rows[feeder - block->cluster->first_part + 1] - 1;
        claim_next_stage(&seating, i, block->pupils_before + (ptrdiff_t)last_row * block->draws, ratio);
    }
    if (block->guests)
        count_free_seats(&seating);
}

static void keep_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    keep_within_demand(&seating, block_grades(block, block->demand, district, block->plan->stages[stage].first_grade));
}

static void free_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    count_free_seats(&seating);
}

/* Nobody continues whom demand does not want; what is not taken then is free. */
static void keep_all(struct block *block)
{
    guests_count_away(block);
    each_stage(block, keep_stage);
    guests_keep(block);
    each_stage(block, free_stage);
}

static void keep_continuing(struct block *block)
{
    each_stage(block, move_up_stage);
    guests_move_up(block);
    note(block, STEP_CONTINUED);
    keep_all(block);
    note(block, STEP_SHRUNK);
    each_stage(block, claim_stage);
    guests_claim(block);
    note(block, STEP_CLAIMED);
    keep_all(block);
    note(block, STEP_SHRUNK_AGAIN);
}

static void transfer_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    seating.left = block->trace ? trace_left(block, block_first_part(block, district, stage)) : NULL;
    transfer_up(&seating, block->plan->stages[stage].allocation->transfer);
}

static void seat_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    const struct allocation *allocation = block->plan->stages[stage].allocation;
    seat_newcomers(&seating, allocation->policy, allocation->order);
}

static void seat_rest_of_stage(struct block *block, int district, int stage)
{
    struct seating seating = block_seating(block, district, stage);
    if (block->plan->stages[stage].compulsory)
        seat_above_capacity(&seating);
}

/* --- measuring --------------------------------------------------------------------------------------------------- */

/* The parts of a part's facility: [stages], -1 where it does not serve the stage. */
static const int *siblings(const struct block *block, int part)
{
    const struct plan *plan = block->plan;
    return plan->facilities[plan->parts[block->cluster->first_part + part].facility].parts;
}

/* Whole pupils in one building of a part's facility, in all its stages. */
static real pupils_on_site(const struct block *block, int part, int draw, int site)
{
    const int *parts = siblings(block, part);
    real sum = 0;
    for (int stage = 0; stage < block->plan->n_stages; stage++)
        if (parts[stage] >= 0)
            sum += site_pupils(block->plan->stages[stage].n_grades, block->draws,
                               block_seated(block, parts[stage] - block->cluster->first_part) + draw,
                               block->sites[part * block->draws + draw], site);
    return sum;
}

/* Pupils that a building of a part's facility may have: that of its stage alone, or of several. */
static real size_limit(const struct block *block, int part, int draw)
{
    const int *parts = siblings(block, part);
    int open = 0;
    for (int stage = 0; stage < block->plan->n_stages; stage++)
        open += parts[stage] >= 0 && block->sector[(parts[stage] - block->cluster->first_part) * block->draws + draw] >= 0;
    return open > 1 ? block->plan->scenario->combined_school_size
                    : block->plan->stages[block->plan->parts[block->cluster->first_part + part].stage].school_size;
}

/* Buildings have fewer and fewer pupils from the first on: halving finds how many of them are above the limit. */
static real sites_above(const struct block *block, int part, int draw, real limit)
{
    int above = 0, within = block->sites[part * block->draws + draw];
    while (above < within) {
        int middle = above + (within - above) / 2;
        if (pupils_on_site(block, part, draw, middle) > limit)
            above = middle + 1;
        else
            within = middle;
    }
    return above;
}

static void count_school(const struct block *block, int part)
{
    for (int draw = 0; draw < block->draws; draw++) {
        ptrdiff_t at = (ptrdiff_t)part * block->draws + draw;
        real limit = size_limit(block, part, draw);
        block->school_pupils[at] = pupils_on_site(block, part, draw, 0);
        block->schools_over[at] = isnan(limit) ? (real)NAN : 0;
        if (block->school_pupils[at] > limit)
            block->schools_over[at] = sites_above(block, part, draw, limit);
    }
}

static void measure_one_part(struct block *block, int part, const struct plan_stage *stage)
{
    const struct plan *plan = block->plan;
    const struct plan_part *given = &plan->parts[block->cluster->first_part + part];
    ptrdiff_t at = (ptrdiff_t)part * block->draws;
    const struct part_state state = {
        .grades = stage->n_grades,
        .draws = block->draws,
        .pupils = block_seated(block, part),
        .rooms = block->rooms + at,
        .seats = block->seats + at,
        .sites = block->sites + at,
        .sector = block->sector + at,
        .school = block->school_pupils + at,
        .schools_over = block->schools_over + at,
        .tagged = plan->scenario->facilities[given->facility].tagged,
        .resources = block_resources(block, part),
        .payments = given->payments ? &given->payments[block->autumn] : NULL,
    };
    const struct part_rules rules = { stage->class_limit, stage->oversize, stage->super_oversize, plan->public_part,
                                      plan->inclusive_part };
    count_school(block, part);
    measure_part(plan->measures, &state, &rules, block->scratch,
                 block->part_quantities + at * plan->measures->n_quantities);
}

/* Posts and money, when pupils and classes are counted. */
static void measure_costs(struct block *block, int district, int stage, real *totals)
{
    const struct plan *plan = block->plan;
    const struct plan_district *given = block_district(block, district);
    ptrdiff_t post = (ptrdiff_t)block->autumn * plan->n_posts + plan->stages[stage].first_post;
    const struct year_money money = {
        .known = plan->with_money,
        .a_pupil = plan->stages[stage].pupil_price,
        .factor = pow(1 + plan->scenario->money.discount, -block->autumn),
    };
    measure_staff(plan->stages[stage].n_posts, given->posts + post, block->draws, totals);
    measure_money(&money, block->draws, block->spent + ((ptrdiff_t)district * plan->n_stages + stage) * block->draws, totals);
}

static void measure_stage(struct block *block, int district, int stage)
{
    const struct plan_stage *given = &block->plan->stages[stage];
    const struct measures *measures = block->plan->measures;
    real *totals = block_totals(block, 1 + district, stage);
    for (int part = block_first_part(block, district, stage); part < block_first_part(block, district, stage + 1); part++) {
        ptrdiff_t at = (ptrdiff_t)part * block->draws;
        measure_one_part(block, part, given);
        gather_part(measures, block->draws, block->sector + at, block->part_quantities + at * measures->n_quantities, totals);
    }
    real residents = block_district(block, district)->residents[(ptrdiff_t)block->autumn * block->plan->n_stages + stage];
    measure_district(given->n_grades, block->draws, block_grades(block, block->demand, district, given->first_grade),
                     block_grades(block, block->waiting, district, given->first_grade),
                     guests_away(block, district, stage), residents, totals);
    measure_costs(block, district, stage, totals);
    if (totals != block_totals(block, 0, stage))
        gather(measures, 1 + block->plan->n_sectors, block->draws, totals, block_totals(block, 0, stage));
}

static void measure(struct block *block)
{
    clear_totals(block->plan->measures, block_total_rows(block), block->draws, block->totals);
    each_stage(block, measure_stage);
}

/* --- the base year ----------------------------------------------------------------------------------------------- */

static void begin_part(struct block *block, int part)
{
    const struct plan_part *given = &block->plan->parts[block->cluster->first_part + part];
    const struct plan_facility *facility = &block->plan->facilities[given->facility];
    bool stands = facility->stands && !given->merged_in;
    real *pupils = block_pupils(block, part);
    for (int draw = 0; draw < block->draws; draw++) {
        ptrdiff_t i = (ptrdiff_t)part * block->draws + draw;
        block->opened[i] = stands ? 0 : NEVER;
        block->sector[i] = stands ? facility->sector : -1;
        block->sites[i] = stands ? facility->sites : 0;
        block->rooms[i] = stands ? given->given->rooms : 0;
        block->seats[i] = stands ? given->given->seats : 0;
        block->zone[i] = stands ? given->zone : 0;
        for (int grade = 0; grade < block->plan->stages[given->stage].n_grades; grade++)
            pupils[grade * block->draws + draw] = given->pupils[grade];
    }
    block_set_resources(block, part, stands);
}

static void begin_demand(struct block *block, int district)
{
    const struct plan_district *given = block_district(block, district);
    for (int grade = 0; grade < block->plan->n_grades; grade++)
        for (int draw = 0; draw < block->draws; draw++) {
            block_grades(block, block->waiting, district, grade)[draw] = given->waiting[grade];
            block_grades(block, block->demand, district, grade)[draw] = given->pupils[grade] + given->waiting[grade];
        }
}

void begin(struct block *block)
{
    size_t sums = (size_t)block->cluster->n_districts * (size_t)block->plan->n_stages * (size_t)block->draws;
    block->autumn = 0;
    memset(block->spent, 0, sums * sizeof *block->spent);
    for (int part = 0; part < block->cluster->n_parts; part++)
        begin_part(block, part);
    for (int district = 0; district < block->cluster->n_districts; district++)
        begin_demand(block, district);
    guests_begin(block);
    each_stage(block, offer_stage);
    measure(block);
}

/* --- the year as the model has it -------------------------------------------------------------------------------- */

void advance(struct block *block)
{
    turn_year(block);
    change_supply(block);
    each_stage(block, offer_stage);
    project_demand(block);
    keep_continuing(block);
    each_stage(block, transfer_stage);
    note(block, STEP_TRANSFERRED);
    each_stage(block, seat_stage);
    note(block, STEP_SEATED);
    guests_overflow(block);
    note(block, STEP_OVERFLOWED);
    each_stage(block, seat_rest_of_stage);
    note(block, STEP_SEATED_ABOVE);
    guests_count_seated(block);
    measure(block);
}
