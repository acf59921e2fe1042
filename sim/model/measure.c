#include "model/measure.h"

#include <math.h>
#include <string.h>

static real *row_of(real *values, int draws, enum quantity quantity)
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
    real *restrict largest = row_of(values, part->draws, QUANTITY_LARGEST_SCHOOL);
    for (int draw = 0; draw < part->draws; draw++)
        largest[draw] = part->sector[draw] < 0 ? (real)NAN : part->school[draw];
}

void measure_part(const struct part_state *part, const struct part_rules *rules, real *scratch, real *values)
{
    int draws = part->draws;
    struct class_counts counts = {
        .classes = row_of(values, draws, QUANTITY_CLASSES),
        .pupils = row_of(values, draws, QUANTITY_CLASS_PUPILS),
        .largest = row_of(values, draws, QUANTITY_LARGEST_CLASS),
        .over_limit = row_of(values, draws, QUANTITY_OVER_LIMIT),
        .oversize = row_of(values, draws, QUANTITY_OVERSIZE),
    };
    for (int quantity = 0; quantity < QUANTITIES; quantity++)
        for (int draw = 0; draw < draws; draw++)
            row_of(values, draws, quantity)[draw] = quantities[quantity].gather == GATHER_KNOWN ? (real)NAN : 0;
    add_grades(part->grades, draws, part->pupils, row_of(values, draws, QUANTITY_ENROLLED));
    measure_seats(part, values);
    measure_sector(part, rules, values);
    measure_school(part, values);
    count_classes(part->grades, draws, rules->class_limit, rules->oversize, part->pupils, part->rooms, part->sites, scratch,
                  &counts);
}

void clear_totals(int rows, int draws, real *totals)
{
    for (int row = 0; row < rows; row++)
        for (int quantity = 0; quantity < QUANTITIES; quantity++, totals += draws)
            for (int draw = 0; draw < draws; draw++)
                totals[draw] = quantities[quantity].gather == GATHER_SUM ? 0 : (real)NAN;
}

static real gathered(enum gather rule, real total, real value)
{
    if (rule == GATHER_SUM)
        return total + value;
    if (rule == GATHER_KNOWN && !isnan(total) && !isnan(value))
        return total + value;
    if (rule == GATHER_KNOWN)
        return isnan(total) ? value : total;
    return value > total || isnan(total) ? value : total;
}

void gather(int rows, int draws, const real *values, real *totals)
{
    for (int row = 0; row < rows; row++)
        for (int quantity = 0; quantity < QUANTITIES; quantity++, values += draws, totals += draws)
            for (int draw = 0; draw < draws; draw++)
                totals[draw] = gathered(quantities[quantity].gather, totals[draw], values[draw]);
}

void gather_part(int draws, const int *sector, const real *values, real *totals)
{
    for (int row = 0; row < QUANTITIES; row++)
        for (int draw = 0; draw < draws && quantities[row].level == LEVEL_FACILITY; draw++) {
            real value = values[row * draws + draw], *all = totals + row * draws + draw;
            real *own = all + (ptrdiff_t)(1 + sector[draw]) * QUANTITIES * draws;
            *all = gathered(quantities[row].gather, *all, value);
            if (own != all)
                *own = gathered(quantities[row].gather, *own, value);
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

void evaluate_indicator(const struct indicator *indicator, int draws, const real *values, real *result)
{
    const real *numerator = values + (ptrdiff_t)indicator->numerator * draws;
    if (indicator->denominator == QUANTITY_ONE) {
        memcpy(result, numerator, (size_t)draws * sizeof *result);
        return;
    }
    const real *denominator = values + (ptrdiff_t)indicator->denominator * draws;
    for (int draw = 0; draw < draws; draw++)
        result[draw] = denominator[draw] > ROUNDING ? numerator[draw] / denominator[draw] : (real)NAN;
}
