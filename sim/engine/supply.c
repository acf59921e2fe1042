#include "engine/guests.h"
#include "engine/year.h"

#include "base/compare.h"
#include "engine/trace.h"
#include "model/capacity.h"
#include "model/measure.h"

#include <string.h>

/* A part in the cluster's count. */
static int local(const struct block *block, int part)
{
    return part - block->cluster->first_part;
}

static real *row_of(const struct block *block, real *array, int part)
{
    return array + (ptrdiff_t)local(block, part) * block->draws;
}

static int *ints_of(const struct block *block, int *array, int part)
{
    return array + (ptrdiff_t)local(block, part) * block->draws;
}

/* An indicator that does not exist (a share of nobody) satisfies no condition. */
static bool holds(const struct rule *rule, real value)
{
    if (rule->below)
        return number_below(value, rule->bound);
    return value >= rule->bound || (value < rule->bound && !number_below(value, rule->bound));
}

/* Gives a part, in the draws in which it is open, the sector of a change: its own, or what its rule says of the year
 * before. */
static void decide_sector(const struct block *block, const struct change *change, int part)
{
    const struct rule *rule = change->rule;
    const int *opened = ints_of(block, block->opened, part);
    int *restrict sector = ints_of(block, block->sector, part);
    real *value = block->scratch;
    if (rule) {
        int row = rule->scope == RULE_REGION ? 0 : 1 + change->district - block->cluster->first_district;
        evaluate_indicator(&block->plan->measures->indicators[rule->indicator], block->draws,
                           block_totals(block, row, rule->stage), value);
    }
    for (int draw = 0; draw < block->draws; draw++)
        if (opened[draw] == NEVER)
            sector[draw] = -1;
        else if (!rule)
            sector[draw] = change->sector;
        else
            sector[draw] = holds(rule, value[draw]) ? rule->sector : rule->otherwise;
}

static void open_part(struct block *block, const struct change *change, int part)
{
    const struct plan_part *opened = &block->plan->parts[part];
    if (opened->merged_in)
        return;
    for (int draw = 0; draw < block->draws; draw++) {
        ints_of(block, block->opened, part)[draw] = change->autumn;
        ints_of(block, block->sites, part)[draw] = block->plan->facilities[opened->facility].sites;
        row_of(block, block->rooms, part)[draw] = opened->given->rooms;
        row_of(block, block->seats, part)[draw] = opened->given->seats;
        row_of(block, block->zone, part)[draw] = opened->zone;
    }
    block_set_resources(block, local(block, part), true);
    decide_sector(block, change, part);
}

/* The sites themselves change hands, in every draw; a row that gave all of them away is no longer open. */
static void split_sites(struct block *block, const struct change *change, int part, int to)
{
    int *sites = ints_of(block, block->sites, part), *to_sites = ints_of(block, block->sites, to);
    int *opened = ints_of(block, block->opened, part), *to_opened = ints_of(block, block->opened, to);
    int *sector = ints_of(block, block->sector, part);
    for (int draw = 0; draw < block->draws; draw++) {
        int moved = change->sites < sites[draw] ? change->sites : sites[draw];
        sites[draw] -= moved;
        to_sites[draw] = moved;
        to_opened[draw] = opened[draw];
        opened[draw] = sites[draw] > 0 ? opened[draw] : NEVER;
        sector[draw] = sites[draw] > 0 ? sector[draw] : -1;
    }
}

/* Moves a share [draws] of what one part has to another: rooms, seats and the children of the year before. */
static void move_share(struct block *block, const real *share, int part, int to)
{
    int from_row = block->pupil_rows[local(block, part)], to_row = block->pupil_rows[local(block, to)];
    int draws = block->draws, grades = block->pupil_rows[local(block, part) + 1] - from_row;
    split_stock(1, draws, share, row_of(block, block->rooms, part), row_of(block, block->rooms, to));
    split_stock(1, draws, share, row_of(block, block->seats, part), row_of(block, block->seats, to));
    split_stock(1, draws, share, row_of(block, block->zone, part), row_of(block, block->zone, to));
    split_stock(block->plan->measures->names[OF_RESOURCE].count, draws, share, block_resources(block, local(block, part)),
                block_resources(block, local(block, to)));
    split_stock(grades, draws, share, block->pupils_before + (ptrdiff_t)from_row * draws,
                block->pupils_before + (ptrdiff_t)to_row * draws);
    guests_move(block, share, local(block, part), local(block, to));
}

/* The sites that change sector become a row of their own, with their part of everything. */
static void split_part(struct block *block, const struct change *change, int part, int to)
{
    split_share(block->draws, change->sites, ints_of(block, block->sites, part), block->scratch);
    move_share(block, block->scratch, part, to);
    split_sites(block, change, part, to);
    decide_sector(block, change, to);
}

/* --- closing and merging ----------------------------------------------------------------------------------------- */

/* Its children of the year before are nowhere then, so that they are among the newcomers of their grades. */
static void close_part(struct block *block, int part)
{
    int row = block->pupil_rows[local(block, part)], rows = block->pupil_rows[local(block, part) + 1] - row;
    for (int draw = 0; draw < block->draws; draw++) {
        ints_of(block, block->opened, part)[draw] = NEVER;
        ints_of(block, block->sector, part)[draw] = -1;
        ints_of(block, block->sites, part)[draw] = 0;
        row_of(block, block->rooms, part)[draw] = row_of(block, block->seats, part)[draw] = 0;
        row_of(block, block->zone, part)[draw] = 0;
    }
    memset(block->pupils_before + (ptrdiff_t)row * block->draws, 0, (size_t)(rows * block->draws) * sizeof(real));
    block_set_resources(block, local(block, part), false);
}

/* A facility as all its parts that are open have it, in one draw. */
struct standing {
    int opened, sector, sites;
};

static struct standing standing_of(const struct block *block, int facility, int draw)
{
    for (int stage = 0; stage < block->plan->n_stages; stage++) {
        int part = block->plan->facilities[facility].parts[stage];
        if (part >= 0 && ints_of(block, block->opened, part)[draw] != NEVER)
            return (struct standing) { ints_of(block, block->opened, part)[draw], ints_of(block, block->sector, part)[draw],
                                       ints_of(block, block->sites, part)[draw] };
    }
    return (struct standing) { NEVER, -1, 0 };
}

/* The facility that stays is one of more sites in all its stages, those among them that the other brings. */
static void join_sites(struct block *block, const struct change *change, int draw)
{
    const struct plan *plan = block->plan;
    const struct plan_facility *goes = &plan->facilities[change->facility], *stays = &plan->facilities[change->into];
    struct standing old = standing_of(block, change->facility, draw), merged = standing_of(block, change->into, draw);
    merged.opened = merged_opening(merged.opened, old.opened, goes->by_entry);
    for (int stage = 0; stage < plan->n_stages; stage++) {
        int from = goes->parts[stage], to = stays->parts[stage];
        bool open = to >= 0 && (ints_of(block, block->opened, to)[draw] != NEVER ||
                                (from >= 0 && ints_of(block, block->opened, from)[draw] != NEVER));
        if (!open)
            continue;
        ints_of(block, block->opened, to)[draw] = merged.opened;
        ints_of(block, block->sector, to)[draw] = merged.sector;
        ints_of(block, block->sites, to)[draw] = merged.sites + old.sites;
    }
}

static void merge_facility(struct block *block, const struct change *change)
{
    const struct plan *plan = block->plan;
    const int *goes = plan->facilities[change->facility].parts, *stays = plan->facilities[change->into].parts;
    for (int draw = 0; draw < block->draws; draw++) {
        join_sites(block, change, draw);
        block->scratch[draw] = 1;
    }
    for (int stage = 0; stage < plan->n_stages; stage++)
        if (goes[stage] >= 0) {
            move_share(block, block->scratch, goes[stage], stays[stage]);
            close_part(block, goes[stage]);
        }
}

/* --- the changes of an autumn ------------------------------------------------------------------------------------ */

/* Opening, change of sector and closing concern a facility in all its stages. */
static void change_facility(struct block *block, const struct change *change)
{
    const struct plan *plan = block->plan;
    for (int stage = 0; stage < plan->n_stages; stage++) {
        int part = plan->facilities[change->facility].parts[stage];
        if (part < 0)
            continue;
        if (change->kind == CHANGE_OPEN)
            open_part(block, change, part);
        else if (change->kind == CHANGE_CLOSE)
            close_part(block, part);
        else if (change->split < 0)
            decide_sector(block, change, part);
        else if (plan->facilities[change->split].parts[stage] >= 0)
            split_part(block, change, part, plan->facilities[change->split].parts[stage]);
    }
}

static void change_part(struct block *block, const struct change *change)
{
    const struct plan_part *parts = block->plan->parts;
    const struct plan_stage *stages = block->plan->stages;
    real *rooms = row_of(block, block->rooms, change->part), *seats = row_of(block, block->seats, change->part);
    if (change->kind == CHANGE_ROOMS) {
        move_rooms(block->draws, change->rooms, stages[parts[change->part].stage].planned_class,
                   stages[parts[change->to_part].stage].planned_class, rooms, seats,
                   row_of(block, block->rooms, change->to_part), row_of(block, block->seats, change->to_part));
        return;
    }
    real sign = change->kind == CHANGE_SHRINK ? -1 : 1;
    change_stock(block->draws, sign * change->rooms, rooms);
    change_stock(block->draws, sign * change->seats, seats);
}

static void make_change(struct block *block, const struct change *change)
{
    if (change->kind == CHANGE_MERGE)
        merge_facility(block, change);
    else if (change->kind == CHANGE_OPEN || change->kind == CHANGE_SECTOR || change->kind == CHANGE_CLOSE)
        change_facility(block, change);
    else
        change_part(block, change);
}

void change_supply(struct block *block)
{
    if (block->trace)
        trace_change(block, NULL);
    for (int i = 0; i < block->cluster->n_changes; i++) {
        const struct change *change = &block->plan->changes[block->cluster->first_change + i];
        if (change->autumn != block->autumn)
            continue;
        make_change(block, change);
        if (block->trace)
            trace_change(block, change);
    }
}
