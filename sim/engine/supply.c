#include "engine/year.h"

#include "base/compare.h"
#include "model/capacity.h"
#include "model/measure.h"

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

/* The sector that a change gives, [draws]: its own, or what its rule says of the year before. */
static void decide_sector(const struct block *block, const struct change *change, int *restrict sector)
{
    const struct rule *rule = change->rule;
    real *value = block->scratch;
    if (rule) {
        int row = rule->scope == RULE_REGION ? 0 : 1 + change->district - block->cluster->first_district;
        evaluate_indicator(&indicators[rule->indicator], block->draws, block_totals(block, row, rule->stage), value);
    }
    for (int draw = 0; draw < block->draws; draw++)
        if (!rule)
            sector[draw] = change->sector;
        else
            sector[draw] = holds(rule, value[draw]) ? rule->sector : rule->otherwise;
}

static void open_part(struct block *block, const struct change *change, int part)
{
    const struct plan_part *opened = &block->plan->parts[part];
    decide_sector(block, change, ints_of(block, block->sector, part));
    for (int draw = 0; draw < block->draws; draw++) {
        ints_of(block, block->opened, part)[draw] = change->autumn;
        ints_of(block, block->sites, part)[draw] = block->plan->facilities[opened->facility].sites;
        row_of(block, block->rooms, part)[draw] = opened->given->rooms;
        row_of(block, block->seats, part)[draw] = opened->given->seats;
    }
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

/* The sites that change sector become a row of their own, with their part of everything. */
static void split_part(struct block *block, const struct change *change, int part, int to)
{
    int from_row = block->pupil_rows[local(block, part)], to_row = block->pupil_rows[local(block, to)];
    int draws = block->draws, grades = block->pupil_rows[local(block, part) + 1] - from_row;
    decide_sector(block, change, ints_of(block, block->sector, to));
    split_share(draws, change->sites, ints_of(block, block->sites, part), block->scratch);
    split_stock(1, draws, block->scratch, row_of(block, block->rooms, part), row_of(block, block->rooms, to));
    split_stock(1, draws, block->scratch, row_of(block, block->seats, part), row_of(block, block->seats, to));
    split_stock(grades, draws, block->scratch, block->pupils_before + (ptrdiff_t)from_row * draws,
                block->pupils_before + (ptrdiff_t)to_row * draws);
    split_sites(block, change, part, to);
}

/* Opening and change of sector concern a facility in all its stages. */
static void change_facility(struct block *block, const struct change *change)
{
    const struct plan *plan = block->plan;
    for (int stage = 0; stage < plan->n_stages; stage++) {
        int part = plan->facilities[change->facility].parts[stage];
        if (part < 0)
            continue;
        if (change->kind == CHANGE_OPEN)
            open_part(block, change, part);
        else if (change->split < 0)
            decide_sector(block, change, ints_of(block, block->sector, part));
        else
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

void change_supply(struct block *block)
{
    for (int i = 0; i < block->cluster->n_changes; i++) {
        const struct change *change = &block->plan->changes[block->cluster->first_change + i];
        if (change->autumn != block->autumn)
            continue;
        if (change->kind == CHANGE_OPEN || change->kind == CHANGE_SECTOR)
            change_facility(block, change);
        else
            change_part(block, change);
    }
}
