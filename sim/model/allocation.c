#include "model/allocation.h"

#include <string.h>

const char *const policy_names[POLICIES + 1] = {
    [POLICY_PROPORTIONAL] = "proportional",
    [POLICY_PUBLIC_FIRST] = "public_first",
    [POLICY_PREFERENCE] = "preference",
    [POLICY_ZONES] = "zones",
};

enum { ANY_SECTOR = -1 };

/* One draw's row of an array [parts][grades][draws], [parts][draws] or [grades][draws]. */
static real *pupils_of(const struct seating *seating, int part, int grade)
{
    return seating->pupils + ((ptrdiff_t)part * seating->shape.grades + grade) * seating->shape.draws;
}

static real *row_of(const struct seating *seating, real *array, int row)
{
    return array + (ptrdiff_t)row * seating->shape.draws;
}

/* The scratch is [grades][draws] of each of the first five, then [draws] of the next two; then for preference
 * [sectors][grades][draws], or for zones [parts][grades][draws] and [parts][draws]. */
enum { SCRATCH_SHARES, SCRATCH_ASKS, SCRATCH_LEFT, SCRATCH_ASKING, SCRATCH_STILL_ASKING, SCRATCH_BY_GRADE };
enum { SCRATCH_ASKED, SCRATCH_FRACTION, SCRATCH_BY_DRAW };

size_t seating_scratch(const struct shape *shape, int sectors, enum policy policy)
{
    size_t grades = (size_t)shape->grades, rows = grades * SCRATCH_BY_GRADE + SCRATCH_BY_DRAW;
    if (policy == POLICY_PREFERENCE)
        rows += (size_t)sectors * grades;
    if (policy == POLICY_ZONES)
        rows += (size_t)shape->parts * (grades + 1);
    return rows * (size_t)shape->draws;
}

/* What a policy needs of its own; `row` of [draws]. */
static real *by_policy(const struct seating *seating, int row)
{
    return row_of(seating, seating->scratch, SCRATCH_BY_GRADE * seating->shape.grades + SCRATCH_BY_DRAW + row);
}

static real *by_grade(const struct seating *seating, int array)
{
    return row_of(seating, seating->scratch, array * seating->shape.grades);
}

static real *by_draw(const struct seating *seating, int array)
{
    return row_of(seating, seating->scratch, SCRATCH_BY_GRADE * seating->shape.grades + array);
}

/* --- continuing -------------------------------------------------------------------------------------------------- */

void move_up(const struct seating *seating, const real *restrict before, const real *restrict ratio,
             const real *restrict stay)
{
    const struct shape *shape = &seating->shape;
    for (int part = 0; part < shape->parts; part++) {
        const int *offered = seating->offered_grades + (ptrdiff_t)part * shape->draws;
        const real *same = before + (ptrdiff_t)part * shape->grades * shape->draws;
        for (int grade = 0; grade < shape->grades; grade++, same += shape->draws) {
            real *restrict pupils = pupils_of(seating, part, grade);
            for (int draw = 0; draw < shape->draws; draw++) {
                real from_below = grade > 0 ? same[draw - shape->draws] * ratio[grade] : 0;
                pupils[draw] = grade < offered[draw] ? from_below + same[draw] * stay[grade] : 0;
            }
        }
    }
}

void claim_next_stage(const struct seating *seating, int part, const real *restrict leavers, real ratio)
{
    const int *offered = seating->offered_grades + (ptrdiff_t)part * seating->shape.draws;
    const real *free = row_of(seating, seating->free, part);
    real *restrict pupils = pupils_of(seating, part, 0);
    for (int draw = 0; draw < seating->shape.draws; draw++) {
        real claim = offered[draw] > 0 ? leavers[draw] * ratio : 0;
        pupils[draw] += claim < free[draw] ? claim : free[draw];
    }
}

/* Takes the children of one part, [grades][draws], off its free seats. */
static void take_seats(const struct shape *shape, const real *children, real *restrict free)
{
    for (int grade = 0; grade < shape->grades; grade++)
        for (int draw = 0; draw < shape->draws; draw++)
            free[draw] -= children[grade * shape->draws + draw];
}

void count_free_seats(const struct seating *seating)
{
    const struct shape *shape = &seating->shape;
    for (int part = 0; part < shape->parts; part++) {
        real *restrict free = row_of(seating, seating->free, part);
        memcpy(free, seating->offered_seats + (ptrdiff_t)part * shape->draws, (size_t)shape->draws * sizeof *free);
        take_seats(shape, pupils_of(seating, part, 0), free);
        if (seating->guests)
            take_seats(shape, seating->guests + (ptrdiff_t)part * shape->grades * shape->draws, free);
        for (int draw = 0; draw < shape->draws; draw++)
            free[draw] = beyond_rounding(free[draw], seating->offered_seats[(ptrdiff_t)part * shape->draws + draw]);
    }
}

/* Sums a grade over all parts into sum [draws]. */
static void sum_grade(const struct seating *seating, int grade, real *restrict sum)
{
    memset(sum, 0, (size_t)seating->shape.draws * sizeof *sum);
    for (int part = 0; part < seating->shape.parts; part++) {
        const real *pupils = pupils_of(seating, part, grade);
        for (int draw = 0; draw < seating->shape.draws; draw++)
            sum[draw] += pupils[draw];
    }
}

/* Those who are away are kept in the same proportion as those at home. */
static void add_away(const struct seating *seating, int grade, real *restrict sum)
{
    const real *away = row_of(seating, seating->away, grade);
    for (int draw = 0; draw < seating->shape.draws; draw++)
        sum[draw] += away[draw];
}

static void keep_away(const struct seating *seating, int grade, const real *restrict factor)
{
    real *restrict away = row_of(seating, seating->away, grade);
    memcpy(row_of(seating, seating->kept, grade), factor, (size_t)seating->shape.draws * sizeof *factor);
    for (int draw = 0; draw < seating->shape.draws; draw++)
        away[draw] *= factor[draw];
}

static void scale_grade(const struct seating *seating, int grade, const real *restrict factor)
{
    for (int part = 0; part < seating->shape.parts; part++) {
        real *restrict pupils = pupils_of(seating, part, grade);
        for (int draw = 0; draw < seating->shape.draws; draw++)
            pupils[draw] *= factor[draw];
    }
}

void keep_within_demand(const struct seating *seating, const real *restrict demand)
{
    int draws = seating->shape.draws;
    real *restrict seated = by_draw(seating, SCRATCH_ASKED), *restrict factor = by_draw(seating, SCRATCH_FRACTION);
    for (int grade = 0; grade < seating->shape.grades; grade++) {
        const real *wanted = demand + (ptrdiff_t)grade * draws;
        real *restrict waiting = row_of(seating, seating->waiting, grade);
        sum_grade(seating, grade, seated);
        if (seating->away)
            add_away(seating, grade, seated);
        for (int draw = 0; draw < draws; draw++) {
            factor[draw] = seated[draw] > wanted[draw] ? wanted[draw] / seated[draw] : 1;
            waiting[draw] = excess(wanted[draw], seated[draw]);
        }
        scale_grade(seating, grade, factor);
        if (seating->away)
            keep_away(seating, grade, factor);
    }
}

/* --- rounds ------------------------------------------------------------------------------------------------------ */

/* Who asks for seats, and where. */
struct asking {
    int first, last; /* grades */
    int sector;      /* only parts of this rank; ANY_SECTOR for all */
    bool preferring; /* sectors by the seating's weights */
    real *waiting;   /* [grades][draws] of all grades; those from first to last ask */
};

/* The weight of a free seat in a sector, so that its parts together have the sector's weight in every grade. */
static real *preference_of(const struct seating *seating, int sector, int grade)
{
    return by_policy(seating, sector * seating->shape.grades + grade);
}

static void weigh_sectors(const struct seating *seating, int grade)
{
    int draws = seating->shape.draws;
    for (int sector = 0; sector < seating->sectors; sector++) {
        real *restrict weight = preference_of(seating, sector, grade);
        memset(weight, 0, (size_t)draws * sizeof *weight);
        for (int part = 0; part < seating->shape.parts; part++)
            for (int draw = 0; draw < draws; draw++) {
                ptrdiff_t i = (ptrdiff_t)part * draws + draw;
                bool asked = seating->sector[i] == sector && grade < seating->offered_grades[i];
                weight[draw] += asked ? seating->free[i] : 0;
            }
        for (int draw = 0; draw < draws; draw++)
            weight[draw] = weight[draw] > 0 ? seating->weights[sector] / weight[draw] : 0;
    }
}

/* A part's weight in each draw where it offers the grade and belongs to the sector that is asked; 0 elsewhere. */
static real weight_of(const struct seating *seating, const struct asking *asking, int part, int grade, int draw)
{
    ptrdiff_t i = (ptrdiff_t)part * seating->shape.draws + draw;
    bool asked = grade < seating->offered_grades[i] && (asking->sector == ANY_SECTOR || seating->sector[i] == asking->sector);
    if (!asked)
        return 0;
    return asking->preferring ? seating->free[i] * preference_of(seating, seating->sector[i], grade)[draw] : seating->free[i];
}

/* Most grades of most stages have nobody who asks. */
static bool anybody(const real *children, int draws)
{
    for (int draw = 0; draw < draws; draw++)
        if (children[draw] > 0)
            return true;
    return false;
}

/* How many children of a grade each unit of weight is asked to take, in shares [grades][draws]. False when no child that
 * waits finds a part to ask. */
static bool spread_waiting(const struct seating *seating, const struct asking *asking)
{
    int draws = seating->shape.draws;
    bool any = false;
    for (int grade = asking->first; grade <= asking->last; grade++) {
        real *restrict share = row_of(seating, by_grade(seating, SCRATCH_SHARES), grade);
        const real *waiting = row_of(seating, asking->waiting, grade);
        memset(share, 0, (size_t)draws * sizeof *share);
        if (asking->preferring)
            weigh_sectors(seating, grade);
        if (!anybody(waiting, draws))
            continue;
        for (int part = 0; part < seating->shape.parts; part++)
            for (int draw = 0; draw < draws; draw++)
                share[draw] += weight_of(seating, asking, part, grade, draw);
        for (int draw = 0; draw < draws; draw++) {
            share[draw] = share[draw] > 0 ? waiting[draw] / share[draw] : 0;
            any |= share[draw] > 0;
        }
    }
    return any;
}

/* The children who ask one part, by grade in asks [grades][draws], and the fraction of them that it takes. */
static void answer(const struct seating *seating, const struct asking *asking, int part, real *restrict fraction)
{
    int draws = seating->shape.draws;
    real *restrict asked = by_draw(seating, SCRATCH_ASKED), *restrict free = row_of(seating, seating->free, part);
    memset(asked, 0, (size_t)draws * sizeof *asked);
    for (int grade = asking->first; grade <= asking->last; grade++) {
        const real *share = row_of(seating, by_grade(seating, SCRATCH_SHARES), grade);
        real *restrict asks = row_of(seating, by_grade(seating, SCRATCH_ASKS), grade);
        if (!anybody(share, draws))
            continue;
        for (int draw = 0; draw < draws; draw++) {
            asks[draw] = share[draw] * weight_of(seating, asking, part, grade, draw);
            asked[draw] += asks[draw];
        }
    }
    for (int draw = 0; draw < draws; draw++)
        fraction[draw] = asked[draw] > free[draw] ? free[draw] / asked[draw] : 1;
}

/* Seats the children whom one part takes and counts those it turns away in left [grades][draws]; its free seats are what is
 * left then. */
static void admit(const struct seating *seating, const struct asking *asking, int part, const real *restrict fraction)
{
    int draws = seating->shape.draws;
    real *restrict taken = by_draw(seating, SCRATCH_ASKED);
    memset(taken, 0, (size_t)draws * sizeof *taken);
    for (int grade = asking->first; grade <= asking->last; grade++) {
        const real *share = row_of(seating, by_grade(seating, SCRATCH_SHARES), grade);
        const real *asks = row_of(seating, by_grade(seating, SCRATCH_ASKS), grade);
        real *restrict left = row_of(seating, by_grade(seating, SCRATCH_LEFT), grade);
        real *restrict pupils = pupils_of(seating, part, grade);
        if (!anybody(share, draws))
            continue;
        for (int draw = 0; draw < draws; draw++) {
            pupils[draw] += asks[draw] * fraction[draw];
            left[draw] += asks[draw] * (1 - fraction[draw]);
            taken[draw] += asks[draw] * fraction[draw];
        }
    }
    real *restrict free = row_of(seating, seating->free, part);
    for (int draw = 0; draw < draws; draw++)
        free[draw] = fraction[draw] < 1 || taken[draw] > free[draw] ? 0 : free[draw] - taken[draw];
}

/* What nobody took waits on; so does a grade that found no part to ask, as it was. */
static bool still_waiting(const struct seating *seating, const struct asking *asking)
{
    int draws = seating->shape.draws;
    bool any = false;
    for (int grade = asking->first; grade <= asking->last; grade++) {
        const real *share = row_of(seating, by_grade(seating, SCRATCH_SHARES), grade);
        const real *left = row_of(seating, by_grade(seating, SCRATCH_LEFT), grade);
        real *restrict waiting = row_of(seating, asking->waiting, grade);
        for (int draw = 0; draw < draws; draw++) {
            waiting[draw] = share[draw] > 0 ? left[draw] : waiting[draw];
            any |= waiting[draw] > 0;
        }
    }
    return any;
}

/* Rounds until nobody waits or no part that is asked has a free seat; each fills a part, so there are at most as many as
 * parts. A draw that has ended is not changed by the rounds of others. */
static void seat_in_rounds(const struct seating *seating, const struct asking *asking)
{
    real *fraction = by_draw(seating, SCRATCH_FRACTION), *left = by_grade(seating, SCRATCH_LEFT);
    size_t grades = (size_t)(seating->shape.grades * seating->shape.draws);
    while (spread_waiting(seating, asking)) {
        memset(left, 0, grades * sizeof *left);
        for (int part = 0; part < seating->shape.parts; part++) {
            answer(seating, asking, part, fraction);
            admit(seating, asking, part, fraction);
        }
        if (!still_waiting(seating, asking))
            return;
    }
}

/* --- transfers --------------------------------------------------------------------------------------------------- */

/* The children of a sector who ask for a better one: asking and still_asking [grades][draws]. */
static void count_asking(const struct seating *seating, int sector, real share)
{
    const struct shape *shape = &seating->shape;
    real *asking = by_grade(seating, SCRATCH_ASKING), *still = by_grade(seating, SCRATCH_STILL_ASKING);
    memset(asking, 0, (size_t)(shape->grades * shape->draws) * sizeof *asking);
    for (int part = 0; part < shape->parts; part++) {
        const int *rank = seating->sector + (ptrdiff_t)part * shape->draws;
        for (int grade = 0; grade < shape->grades; grade++) {
            const real *pupils = pupils_of(seating, part, grade);
            real *restrict sum = row_of(seating, asking, grade);
            for (int draw = 0; draw < shape->draws; draw++)
                sum[draw] += rank[draw] == sector ? pupils[draw] * share : 0;
        }
    }
    memcpy(still, asking, (size_t)(shape->grades * shape->draws) * sizeof *asking);
}

/* Notes, for those who ask, whom a grade of a sector loses. */
static void note_leaving(const struct seating *seating, int sector, int grade, const real *restrict kept)
{
    const struct shape *shape = &seating->shape;
    for (int part = 0; seating->left && part < shape->parts; part++) {
        const int *rank = seating->sector + (ptrdiff_t)part * shape->draws;
        const real *pupils = pupils_of(seating, part, grade);
        real *restrict left = row_of(seating, seating->left, part * shape->grades + grade);
        for (int draw = 0; draw < shape->draws; draw++)
            left[draw] += rank[draw] == sector ? pupils[draw] * (1 - kept[draw]) : 0;
    }
}

/* Takes those who found a seat out of the sector they left; all its parts lose the same part of a grade. */
static void leave_sector(const struct seating *seating, int sector, real share)
{
    const struct shape *shape = &seating->shape;
    for (int grade = 0; grade < shape->grades; grade++) {
        const real *asking = row_of(seating, by_grade(seating, SCRATCH_ASKING), grade);
        const real *still = row_of(seating, by_grade(seating, SCRATCH_STILL_ASKING), grade);
        real *restrict kept = by_draw(seating, SCRATCH_FRACTION);
        for (int draw = 0; draw < shape->draws; draw++)
            kept[draw] = asking[draw] > 0 ? 1 - share * ((asking[draw] - still[draw]) / asking[draw]) : 1;
        note_leaving(seating, sector, grade, kept);
        for (int part = 0; part < shape->parts; part++) {
            const int *rank = seating->sector + (ptrdiff_t)part * shape->draws;
            real *restrict pupils = pupils_of(seating, part, grade);
            for (int draw = 0; draw < shape->draws; draw++)
                pupils[draw] *= rank[draw] == sector ? kept[draw] : 1;
        }
    }
}

void transfer_up(const struct seating *seating, real share)
{
    if (!(share > 0))
        return;
    struct asking asking = { 0, seating->shape.grades - 1, 0, false, by_grade(seating, SCRATCH_STILL_ASKING) };
    for (int sector = 1; sector < seating->sectors; sector++) {
        count_asking(seating, sector, share);
        for (asking.sector = 0; asking.sector < sector; asking.sector++)
            seat_in_rounds(seating, &asking);
        leave_sector(seating, sector, share);
        count_free_seats(seating);
    }
}

/* --- zones ------------------------------------------------------------------------------------------------------- */

/* The children of a zone who wait. */
static real *zone_waiting(const struct seating *seating, int zone, int grade)
{
    return by_policy(seating, zone * seating->shape.grades + grade);
}

/* How many ask a part, and then the fraction of them that it takes. */
static real *asked_of(const struct seating *seating, int part)
{
    return by_policy(seating, seating->shape.parts * seating->shape.grades + part);
}

/* Sums the zones in every draw; false when there is none. */
static bool sum_zones(const struct seating *seating, real *restrict sum)
{
    int draws = seating->shape.draws;
    bool any = false;
    memset(sum, 0, (size_t)draws * sizeof *sum);
    for (int zone = 0; zone < seating->shape.parts; zone++)
        for (int draw = 0; draw < draws; draw++) {
            sum[draw] += seating->zone[(ptrdiff_t)zone * draws + draw];
            any |= sum[draw] > 0;
        }
    return any;
}

/* Deals those who wait to zones; where there is none they go on waiting as they are. */
static void deal_zones(const struct seating *seating, int first, int last, const real *restrict sum)
{
    int draws = seating->shape.draws;
    for (int grade = first; grade <= last; grade++) {
        real *restrict waiting = row_of(seating, seating->waiting, grade);
        for (int zone = 0; zone < seating->shape.parts; zone++) {
            const real *share = seating->zone + (ptrdiff_t)zone * draws;
            real *restrict left = zone_waiting(seating, zone, grade);
            for (int draw = 0; draw < draws; draw++)
                left[draw] = sum[draw] > 0 ? waiting[draw] * (share[draw] / sum[draw]) : 0;
        }
        for (int draw = 0; draw < draws; draw++)
            waiting[draw] = sum[draw] > 0 ? 0 : waiting[draw];
    }
}

/* The part that children of a zone ask: their own, or the rank-th of its overflow parts; -1 for none. */
static int choice_of(const struct seating *seating, int zone, int rank)
{
    return rank < 0 ? zone : seating->overflow[(ptrdiff_t)zone * seating->n_overflow + rank];
}

static void ask_in_zones(const struct seating *seating, int first, int last, int rank)
{
    int draws = seating->shape.draws, parts = seating->shape.parts;
    memset(asked_of(seating, 0), 0, (size_t)(parts * draws) * sizeof(real));
    for (int zone = 0; zone < parts; zone++) {
        int part = choice_of(seating, zone, rank);
        for (int grade = first; grade <= last && part >= 0; grade++)
            for (int draw = 0; draw < draws; draw++)
                if (grade < seating->offered_grades[(ptrdiff_t)part * draws + draw])
                    asked_of(seating, part)[draw] += zone_waiting(seating, zone, grade)[draw];
    }
}

/* The fraction that each part takes of those who ask it; its free seats are what is left then. */
static void answer_zones(const struct seating *seating)
{
    for (int part = 0; part < seating->shape.parts; part++) {
        real *restrict asked = asked_of(seating, part), *restrict free = row_of(seating, seating->free, part);
        for (int draw = 0; draw < seating->shape.draws; draw++) {
            real fraction = asked[draw] > free[draw] ? free[draw] / asked[draw] : 1;
            free[draw] = asked[draw] >= free[draw] ? 0 : free[draw] - asked[draw];
            asked[draw] = fraction;
        }
    }
}

static void admit_zones(const struct seating *seating, int first, int last, int rank)
{
    int draws = seating->shape.draws;
    for (int zone = 0; zone < seating->shape.parts; zone++) {
        int part = choice_of(seating, zone, rank);
        for (int grade = first; grade <= last && part >= 0; grade++) {
            real *restrict left = zone_waiting(seating, zone, grade), *restrict pupils = pupils_of(seating, part, grade);
            const real *fraction = asked_of(seating, part);
            for (int draw = 0; draw < draws; draw++) {
                bool offered = grade < seating->offered_grades[(ptrdiff_t)part * draws + draw];
                real taken = offered ? left[draw] * fraction[draw] : 0;
                pupils[draw] += taken;
                left[draw] -= taken;
            }
        }
    }
}

/* All zones ask at once, in their own parts and then rank by rank; who finds no seat so goes on waiting. */
static void seat_in_zones(const struct seating *seating, int first, int last)
{
    real *sum = by_draw(seating, SCRATCH_ASKED);
    if (!sum_zones(seating, sum))
        return;
    deal_zones(seating, first, last, sum);
    for (int rank = -1; rank < seating->n_overflow; rank++) {
        ask_in_zones(seating, first, last, rank);
        answer_zones(seating);
        admit_zones(seating, first, last, rank);
    }
    for (int zone = 0; zone < seating->shape.parts; zone++)
        for (int grade = first; grade <= last; grade++)
            for (int draw = 0; draw < seating->shape.draws; draw++)
                row_of(seating, seating->waiting, grade)[draw] += zone_waiting(seating, zone, grade)[draw];
}

/* --- newcomers and the rest -------------------------------------------------------------------------------------- */

static void seat_grades(const struct seating *seating, enum policy policy, int first, int last)
{
    struct asking asking = { first, last, ANY_SECTOR, policy == POLICY_PREFERENCE, seating->waiting };
    if (policy == POLICY_ZONES)
        seat_in_zones(seating, first, last);
    if (policy != POLICY_PUBLIC_FIRST)
        seat_in_rounds(seating, &asking);
    else
        for (asking.sector = 0; asking.sector < seating->sectors; asking.sector++)
            seat_in_rounds(seating, &asking);
}

void seat_newcomers(const struct seating *seating, enum policy policy, enum seating_order order)
{
    int grades = seating->shape.grades;
    if (order == ORDER_TOGETHER)
        seat_grades(seating, policy, 0, grades - 1);
    else
        for (int grade = 0; grade < grades; grade++)
            seat_grades(seating, policy, grade, grade);
}

/* Who takes children above capacity: those who offer the grade, by all their seats, or alike where none has any. */
struct overfull {
    int grade;
    real *seats; /* [draws] of all who offer the grade */
    real *parts; /* [draws] how many they are */
};

static void count_offers(const struct seating *seating, const struct overfull *overfull)
{
    int draws = seating->shape.draws;
    memset(overfull->seats, 0, (size_t)draws * sizeof(real));
    memset(overfull->parts, 0, (size_t)draws * sizeof(real));
    for (int part = 0; part < seating->shape.parts; part++)
        for (int draw = 0; draw < draws; draw++) {
            ptrdiff_t i = (ptrdiff_t)part * draws + draw;
            bool offers = overfull->grade < seating->offered_grades[i];
            overfull->seats[draw] += offers ? seating->seats[i] : 0;
            overfull->parts[draw] += offers;
        }
}

static real share_of_overfull(const struct seating *seating, const struct overfull *overfull, int part, int draw)
{
    ptrdiff_t i = (ptrdiff_t)part * seating->shape.draws + draw;
    if (overfull->grade >= seating->offered_grades[i])
        return 0;
    return overfull->seats[draw] > 0 ? seating->seats[i] / overfull->seats[draw] : 1 / overfull->parts[draw];
}

void seat_above_capacity(const struct seating *seating)
{
    int draws = seating->shape.draws;
    struct overfull overfull = { 0, by_draw(seating, SCRATCH_ASKED), by_draw(seating, SCRATCH_FRACTION) };
    for (; overfull.grade < seating->shape.grades; overfull.grade++) {
        real *restrict waiting = row_of(seating, seating->waiting, overfull.grade);
        count_offers(seating, &overfull);
        for (int part = 0; part < seating->shape.parts; part++) {
            real *restrict pupils = pupils_of(seating, part, overfull.grade);
            for (int draw = 0; draw < draws; draw++)
                pupils[draw] += waiting[draw] * share_of_overfull(seating, &overfull, part, draw);
        }
        for (int draw = 0; draw < draws; draw++)
            waiting[draw] = overfull.parts[draw] > 0 ? 0 : waiting[draw];
    }
}
