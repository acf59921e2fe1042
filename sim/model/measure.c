#include "model/measure.h"

#include <math.h>
#include <string.h>

static real *row_of(real *values, int draws, int quantity)
{
    return values + (ptrdiff_t)quantity * draws;
}

static void add_grades(int grades, int draws, const real *restrict pupils, real *restrict sum)
{
    for (int grade = 0; grade < grades; grade++)
        for (int draw = 0; draw < draws; draw++)
            sum[draw] += pupils[grade * draws + draw];
}

static void measure_seats(const struct part_state *part, real *values)
{
    int draws = part->draws;
    const real *enrolled = row_of(values, draws, QUANTITY_ENROLLED);
    real *restrict shortage = row_of(values, draws, QUANTITY_SHORTAGE);
    real *restrict surplus = row_of(values, draws, QUANTITY_SURPLUS);
    memcpy(row_of(values, draws, QUANTITY_SEATS), part->seats, (size_t)draws * sizeof(real));
    memcpy(row_of(values, draws, QUANTITY_ROOMS), part->rooms, (size_t)draws * sizeof(real));
    for (int draw = 0; draw < draws; draw++) {
        shortage[draw] = excess(enrolled[draw], part->seats[draw]);
        surplus[draw] = excess(part->seats[draw], enrolled[draw]);
    }
}

static void measure_sector(const struct part_state *part, const struct part_rules *rules, real *values)
{
    const real *enrolled = row_of(values, part->draws, QUANTITY_ENROLLED);
    real *restrict of_public = row_of(values, part->draws, QUANTITY_PUBLIC);
    real *restrict of_inclusive = row_of(values, part->draws, QUANTITY_INCLUSIVE);
    for (int draw = 0; draw < part->draws; draw++) {
        int sector = part->sector[draw];
        of_public[draw] = sector < 0 ? 0 : enrolled[draw] * rules->public_part[sector];
        of_inclusive[draw] = sector < 0 ? 0 : enrolled[draw] * rules->inclusive_part[sector];
    }
}

static void measure_school(const struct part_state *part, real *values)
{
    for (int draw = 0; draw < part->draws; draw++) {
        bool open = part->sector[draw] >= 0;
        row_of(values, part->draws, QUANTITY_LARGEST_SCHOOL)[draw] = open ? part->school[draw] : (real)NAN;
        row_of(values, part->draws, QUANTITY_SCHOOLS_OVER)[draw] = open ? part->schools_over[draw] : (real)NAN;
        row_of(values, part->draws, QUANTITY_SITES)[draw] = part->sites[draw];
    }
}

static void measure_tags(const struct measures *measures, const struct part_state *part, real *values)
{
    for (int tag = 0; tag < measures->names[OF_TAG].count; tag++)
        for (int draw = 0; draw < part->draws && part->tagged[tag]; draw++)
            row_of(values, part->draws, named_quantity(measures, NAMED_TAGGED, tag))[draw] = part->sites[draw];
}

/* A school that does not know what it has, or has nobody to share it, says nothing about the balance. */
static void measure_resources(const struct measures *measures, const struct part_state *part, real *values)
{
    const real *pupils = row_of(values, part->draws, QUANTITY_CLASS_PUPILS);
    for (int resource = 0; resource < measures->names[OF_RESOURCE].count; resource++)
        for (int draw = 0; draw < part->draws; draw++) {
            real amount = part->resources[(ptrdiff_t)resource * part->draws + draw];
            if (isnan(amount) || !(pupils[draw] > 0))
                continue;
            row_of(values, part->draws, named_quantity(measures, NAMED_AMOUNT, resource))[draw] = amount;
            row_of(values, part->draws, named_quantity(measures, NAMED_USERS, resource))[draw] = pupils[draw];
        }
}

static void measure_payments(const struct measures *measures, const struct part_state *part, real *values)
{
    for (int draw = 0; draw < part->draws; draw++) {
        row_of(values, part->draws, QUANTITY_CAPITAL)[draw] = part->payments ? part->payments->capital : (real)NAN;
        for (int payer = 0; part->payments && payer < measures->names[OF_PAYER].count; payer++) {
            row_of(values, part->draws, named_quantity(measures, NAMED_PAID, payer))[draw] = part->payments->paid[payer];
            row_of(values, part->draws, named_quantity(measures, NAMED_PAID_PRESENT, payer))[draw] =
                part->payments->paid_present[payer];
        }
    }
}

void measure_part(const struct measures *measures, const struct part_state *part, const struct part_rules *rules, real *scratch,
                  real *values)
{
    int draws = part->draws;
    struct class_counts counts = {
        .classes = row_of(values, draws, QUANTITY_CLASSES),
        .pupils = row_of(values, draws, QUANTITY_CLASS_PUPILS),
        .largest = row_of(values, draws, QUANTITY_LARGEST_CLASS),
        .over_limit = row_of(values, draws, QUANTITY_OVER_LIMIT),
        .oversize = row_of(values, draws, QUANTITY_OVERSIZE),
        .super_oversize = row_of(values, draws, QUANTITY_SUPER_OVERSIZE),
    };
    for (int quantity = 0; quantity < measures->n_quantities; quantity++)
        for (int draw = 0; draw < draws; draw++)
            row_of(values, draws, quantity)[draw] = measures->quantities[quantity].gather == GATHER_KNOWN ? (real)NAN : 0;
    add_grades(part->grades, draws, part->pupils, row_of(values, draws, QUANTITY_ENROLLED));
    measure_seats(part, values);
    measure_sector(part, rules, values);
    measure_school(part, values);
    const struct class_bounds bounds = { rules->class_limit, rules->oversize, rules->super_oversize };
    count_classes(part->grades, draws, &bounds, part->pupils, part->rooms, part->sites, scratch, &counts);
    measure_tags(measures, part, values);
    measure_resources(measures, part, values);
    measure_payments(measures, part, values);
}

void clear_totals(const struct measures *measures, int rows, int draws, real *totals)
{
    for (int row = 0; row < rows; row++)
        for (int quantity = 0; quantity < measures->n_quantities; quantity++, totals += draws) {
            enum gather rule = measures->quantities[quantity].gather;
            for (int draw = 0; draw < draws; draw++)
                totals[draw] = rule == GATHER_SUM || rule == GATHER_SPREAD ? 0 : (real)NAN;
        }
}

/* Squares around the mean of two groups together, each given by them, what it has and its pupils. `next` parts these three. */
static real joined_spread(ptrdiff_t next, const real *total, const real *value)
{
    real pupils = total[2 * next], more = value[2 * next];
    if (!(pupils > 0) || !(more > 0))
        return total[0] + value[0];
    real apart = value[next] / more - total[next] / pupils;
    return total[0] + value[0] + apart * apart * pupils * more / (pupils + more);
}

static real gathered(enum gather rule, int draws, const real *total, const real *value)
{
    if (rule == GATHER_SUM)
        return *total + *value;
    if (rule == GATHER_SPREAD)
        return joined_spread(draws, total, value);
    if (rule == GATHER_KNOWN && !isnan(*total) && !isnan(*value))
        return *total + *value;
    if (rule == GATHER_KNOWN)
        return isnan(*total) ? *value : *total;
    return *value > *total || isnan(*total) ? *value : *total;
}

void gather(const struct measures *measures, int rows, int draws, const real *values, real *totals)
{
    for (int row = 0; row < rows; row++)
        for (int quantity = 0; quantity < measures->n_quantities; quantity++, values += draws, totals += draws)
            for (int draw = 0; draw < draws; draw++)
                totals[draw] = gathered(measures->quantities[quantity].gather, draws, totals + draw, values + draw);
}

void gather_part(const struct measures *measures, int draws, const int *sector, const real *values, real *totals)
{
    ptrdiff_t of_sector = (ptrdiff_t)measures->n_quantities * draws;
    for (int row = 0; row < measures->n_quantities; row++, values += draws, totals += draws) {
        const struct quantity_row *quantity = &measures->quantities[row];
        for (int draw = 0; draw < draws && quantity->level == LEVEL_FACILITY; draw++) {
            real *all = totals + draw, *own = all + (1 + sector[draw]) * of_sector;
            *all = gathered(quantity->gather, draws, all, values + draw);
            if (own != all)
                *own = gathered(quantity->gather, draws, own, values + draw);
        }
    }
}

void measure_district(int grades, int draws, const real *demand, const real *waiting, const real *away, real residents,
                      real *totals)
{
    real *wanted = row_of(totals, draws, QUANTITY_DEMAND), *unmet = row_of(totals, draws, QUANTITY_UNMET);
    real *restrict shortage = row_of(totals, draws, QUANTITY_SHORTAGE);
    add_grades(grades, draws, demand, wanted);
    add_grades(grades, draws, waiting, unmet);
    if (away) {
        real *elsewhere = row_of(totals, draws, QUANTITY_ELSEWHERE);
        memset(elsewhere, 0, (size_t)draws * sizeof *elsewhere);
        add_grades(grades, draws, away, elsewhere);
    }
    for (int draw = 0; draw < draws; draw++) {
        row_of(totals, draws, QUANTITY_RESIDENTS)[draw] = residents;
        unmet[draw] = beyond_rounding(unmet[draw], wanted[draw]);
        shortage[draw] += unmet[draw];
    }
}

/* The root of the mean square over the mean. Without anything to share out there is no mean to compare with. */
static void evaluate_variation(int draws, const real *spread, real *result)
{
    const real *amount = spread + draws, *pupils = amount + draws;
    for (int draw = 0; draw < draws; draw++)
        result[draw] = amount[draw] > 0 ? sqrt(spread[draw] * pupils[draw]) / amount[draw] : (real)NAN;
}

void evaluate_indicator(const struct indicator *indicator, int draws, const real *values, real *result)
{
    const real *numerator = values + (ptrdiff_t)indicator->numerator * draws;
    if (indicator->denominator == QUANTITY_ONE) {
        memcpy(result, numerator, (size_t)draws * sizeof *result);
        return;
    }
    const real *denominator = values + (ptrdiff_t)indicator->denominator * draws;
    if (indicator->variation) {
        evaluate_variation(draws, numerator, result);
        return;
    }
    for (int draw = 0; draw < draws; draw++)
        result[draw] = denominator[draw] > ROUNDING ? numerator[draw] / denominator[draw] : (real)NAN;
}
