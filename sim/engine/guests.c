#include "engine/guests.h"

#include "model/capacity.h"

#include <string.h>

/* --- views ------------------------------------------------------------------------------------------------------- */

/* The links of the cluster; NULL when there are none, for then the plan may have no array. */
static const struct link *links_of(const struct block *block)
{
    return block->cluster->n_links > 0 ? block->plan->links + block->cluster->first_link : NULL;
}

ptrdiff_t guests_row(const struct block *block, const struct link *link, int part)
{
    return link->first_row + block->pupil_rows[part] - block->pupil_rows[block_first_part(block, link->host, 0)];
}

/* A link's guests in a part of its host, [grades of its stage][draws], of this year's or the last year's array. */
static real *guests_in(const struct block *block, real *guests, const struct link *link, int part)
{
    return guests + guests_row(block, link, part) * block->draws;
}

/* One stage of one link. */
typedef void link_step(struct block *block, const struct link *link, int stage);

static void each_link(struct block *block, link_step *step)
{
    for (int i = 0; i < block->cluster->n_links; i++)
        for (int stage = 0; stage < block->plan->n_stages; stage++)
            step(block, &links_of(block)[i], stage);
}

/* The host's seating of a link's guests as if they were its own children. */
static struct seating seating_of_guests(const struct block *block, const struct link *link, int stage)
{
    struct seating seating = block_seating(block, link->host, stage);
    seating.pupils = guests_in(block, block->guests, link, block_first_part(block, link->host, stage));
    return seating;
}

static size_t bytes_of_pupils(const struct block *block)
{
    return (size_t)block->pupil_rows[block->cluster->n_parts] * (size_t)block->draws * sizeof(real);
}

static size_t bytes_of_grades(const struct block *block)
{
    return (size_t)block->cluster->n_districts * (size_t)block->plan->n_grades * (size_t)block->draws * sizeof(real);
}

const real *guests_away(const struct block *block, int district, int stage)
{
    const struct district *given = &block->plan->scenario->districts[block_district(block, district)->index];
    if (!block->guests || given->n_neighbours == 0)
        return NULL;
    return block_grades(block, block->away, district, block->plan->stages[stage].first_grade);
}

/* --- the turn of the year ---------------------------------------------------------------------------------------- */

void guests_begin(struct block *block)
{
    if (!block->guests)
        return;
    memset(block->guests, 0, (size_t)block->cluster->guest_rows * (size_t)block->draws * sizeof(real));
    memset(block->away, 0, bytes_of_grades(block));
    guests_count_seated(block);
}

void guests_turn_year(struct block *block)
{
    real *guests = block->guests;
    block->guests = block->guests_before;
    block->guests_before = guests;
}

static bool hosts(const struct block *block, const struct link *link, int part)
{
    return block_first_part(block, link->host, 0) <= part && part < block_first_part(block, link->host, block->plan->n_stages);
}

void guests_move(struct block *block, const real *share, int part, int to)
{
    int rows = block->pupil_rows[part + 1] - block->pupil_rows[part];
    for (int i = 0; i < block->cluster->n_links; i++)
        if (hosts(block, &links_of(block)[i], part))
            split_stock(rows, block->draws, share, guests_in(block, block->guests_before, &links_of(block)[i], part),
                        guests_in(block, block->guests_before, &links_of(block)[i], to));
}

/* --- continuing -------------------------------------------------------------------------------------------------- */

static void move_up_link(struct block *block, const struct link *link, int stage)
{
    struct seating seating = seating_of_guests(block, link, stage);
    const struct plan_district *home = block_district(block, link->home);
    ptrdiff_t year = (ptrdiff_t)block->autumn * block->plan->n_grades + block->plan->stages[stage].first_grade;
    const real *before = guests_in(block, block->guests_before, link, block_first_part(block, link->host, stage));
    move_up(&seating, before, home->ratio + year, home->stay + year);
}

void guests_move_up(struct block *block)
{
    each_link(block, move_up_link);
}

static void count_away_link(struct block *block, const struct link *link, int stage)
{
    struct seating seating = seating_of_guests(block, link, stage);
    int first_grade = block->plan->stages[stage].first_grade;
    count_away(&seating.shape, seating.pupils, block_grades(block, block->away, link->home, first_grade));
}

void guests_count_away(struct block *block)
{
    if (block->guests)
        memset(block->away, 0, bytes_of_grades(block));
    each_link(block, count_away_link);
}

static void keep_link(struct block *block, const struct link *link, int stage)
{
    struct seating seating = seating_of_guests(block, link, stage);
    keep_guests(&seating.shape, block_grades(block, block->kept, link->home, block->plan->stages[stage].first_grade),
                seating.pupils);
}

/* Adds a link's guests to an array as pupils. */
static void add_link(const struct block *block, const struct link *link, real *restrict sum)
{
    int first = block_first_part(block, link->host, 0), end = block_first_part(block, link->host, block->plan->n_stages);
    ptrdiff_t cells = (ptrdiff_t)(block->pupil_rows[end] - block->pupil_rows[first]) * block->draws;
    const real *guests = guests_in(block, block->guests, link, first);
    sum += (ptrdiff_t)block->pupil_rows[first] * block->draws;
    for (ptrdiff_t i = 0; i < cells; i++)
        sum[i] += guests[i];
}

void guests_keep(struct block *block)
{
    each_link(block, keep_link);
    if (block->guests)
        memset(block->hosted, 0, bytes_of_pupils(block));
    for (int i = 0; i < block->cluster->n_links; i++)
        add_link(block, &links_of(block)[i], block->hosted);
}

/* --- claims of combined schools ---------------------------------------------------------------------------------- */

/* The guests of a link who left the stage below in a part's facility, [draws]; NULL where nobody may claim. */
static const real *leavers_to(const struct block *block, const struct link *link, int part, int stage)
{
    int feeder = block->plan->parts[block->cluster->first_part + part].feeder;
    if (feeder < 0)
        return NULL;
    int last = block->plan->stages[stage - 1].n_grades - 1;
    return guests_in(block, block->guests_before, link, feeder - block->cluster->first_part) + (ptrdiff_t)last * block->draws;
}

static real through_of(const struct block *block, const struct link *link, int stage)
{
    return block_district(block, link->home)->through[(ptrdiff_t)block->autumn * block->plan->n_stages + stage];
}

static void add_claims_of_link(struct block *block, const struct link *link, int stage)
{
    for (int part = block_first_part(block, link->host, stage); part < block_first_part(block, link->host, stage + 1); part++) {
        const real *leavers = leavers_to(block, link, part, stage);
        ptrdiff_t at = (ptrdiff_t)part * block->draws;
        if (leavers)
            add_claims(block->draws, leavers, through_of(block, link, stage), block->offered_grades + at, block->claims + at);
    }
}

static void admit_claims_of_link(struct block *block, const struct link *link, int stage)
{
    for (int part = block_first_part(block, link->host, stage); part < block_first_part(block, link->host, stage + 1); part++) {
        const real *leavers = leavers_to(block, link, part, stage);
        ptrdiff_t at = (ptrdiff_t)part * block->draws;
        if (leavers)
            admit_claims(block->draws, leavers, through_of(block, link, stage), block->offered_grades + at, block->claims + at,
                         block->free + at, guests_in(block, block->guests, link, part));
    }
}

void guests_claim(struct block *block)
{
    if (block->guests)
        memset(block->claims, 0, (size_t)block->cluster->n_parts * (size_t)block->draws * sizeof(real));
    each_link(block, add_claims_of_link);
    each_link(block, admit_claims_of_link);
}

/* --- overflow ---------------------------------------------------------------------------------------------------- */

/* What a link needs to ask its host. */
static struct home home_of(const struct block *block, const struct link *link, int stage)
{
    int first_grade = block->plan->stages[stage].first_grade;
    return (struct home) {
        .asking = block_grades(block, block->asking, link->home, first_grade),
        .waiting = block_grades(block, block->waiting, link->home, first_grade),
        .away = block_grades(block, block->away, link->home, first_grade),
        .guests = guests_in(block, block->guests, link, block_first_part(block, link->host, stage)),
    };
}

/* Seats all who ask one host at once, on `count` links. */
static void ask_host(struct block *block, const struct link *links, int count, int stage)
{
    const struct allocation *allocation = block->plan->stages[stage].allocation;
    struct seating host = block_seating(block, links->host, stage);
    for (int i = 0; i < count; i++)
        block->homes[i] = home_of(block, &links[i], stage);
    host.pupils = block_seated(block, block_first_part(block, links->host, stage)); /* not in use before the year is done */
    host.waiting = block->asked;
    seat_guests(&host, allocation->policy, allocation->order, count, block->homes,
                block->asked + (ptrdiff_t)host.shape.grades * block->draws);
}

/* How many of the links ask the same host at the same rank as the first. */
static int count_together(const struct link *links, int n_links)
{
    int count = 1;
    while (count < n_links && links[count].rank == links->rank && links[count].host == links->host)
        count++;
    return count;
}

/* One rank: all ask before anyone is seated. Returns how many links it has. */
static int ask_rank(struct block *block, const struct link *links, int n_links, int stage)
{
    const struct plan_stage *given = &block->plan->stages[stage];
    int count = 0;
    for (; count < n_links && links[count].rank == links->rank; count++) {
        struct home home = home_of(block, &links[count], stage);
        ask_neighbour(given->n_grades, block->draws, given->allocation->max_share,
                      block_grades(block, block->demand, links[count].home, given->first_grade), &home);
    }
    for (int i = 0, together = 0; i < count; i += together) {
        together = count_together(links + i, count - i);
        ask_host(block, links + i, together, stage);
    }
    return count;
}

void guests_overflow(struct block *block)
{
    const struct link *links = links_of(block);
    for (int stage = 0; stage < block->plan->n_stages; stage++)
        for (int i = 0; i < block->cluster->n_links && block->plan->stages[stage].allocation->max_share > 0;)
            i += ask_rank(block, links + i, block->cluster->n_links - i, stage);
}

/* --- measuring --------------------------------------------------------------------------------------------------- */

void guests_count_seated(struct block *block)
{
    if (block->guests)
        memcpy(block->seated, block->pupils, bytes_of_pupils(block));
    for (int i = 0; i < block->cluster->n_links; i++)
        add_link(block, &links_of(block)[i], block->seated);
}
