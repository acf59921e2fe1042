#include "model/demand.h"

#include <math.h>

double cutoff_share(int month, int day)
{
    static const int days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };
    int days = days_before[month - 1] + day;
    if (days > days_before[month])
        days = days_before[month]; /* 29 February, in a year that has none */
    return days / 365.0;
}

double cohort_size(double share, double births, double births_before)
{
    return share < 1 ? share * births + (1 - share) * births_before : births;
}

/* What each of `count` would get of the total, were it not dealt in whole numbers. */
static double quota(double total, double sum, int count, double weight)
{
    return total * (sum > 0 ? weight / sum : 1.0 / count);
}

/* The place of the largest remainder, the first of those that differ only by rounding. */
static int largest_remainder(double total, double sum, int count, const double *weights, const double *shares)
{
    int best = 0;
    double most = -INFINITY;
    for (int i = 0; i < count; i++) {
        double remainder = quota(total, sum, count, weights[i]) - shares[i];
        if (remainder > most + ROUNDING) {
            most = remainder;
            best = i;
        }
    }
    return best;
}

void deal_whole(double total, int count, const double *weights, double *shares)
{
    double sum = 0, left = total;
    for (int i = 0; i < count; i++)
        sum += weights[i];
    for (int i = 0; i < count; i++) {
        shares[i] = floor(quota(total, sum, count, weights[i]));
        left -= shares[i];
    }
    for (; left >= 0.5; left--)
        shares[largest_remainder(total, sum, count, weights, shares)]++;
}

void project_grades(int grades, int draws, const real *restrict before, const real *restrict ratio,
                    const real *restrict entrants, real *restrict after)
{
    for (int draw = 0; draw < draws; draw++)
        after[draw] = entrants[0];
    for (int grade = 1; grade < grades; grade++)
        for (int draw = 0; draw < draws; draw++)
            after[grade * draws + draw] = before[(grade - 1) * draws + draw] * ratio[grade] + entrants[grade];
}
