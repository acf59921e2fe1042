#include "model/demand.h"

#include <math.h>

static const int days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

/* 29 February is the 28th in a year that has none. */
static int day_of_month(int month, int day)
{
    int last = days_before[month] - days_before[month - 1];
    return day < last ? day : last;
}

double cutoff_share(int month, int day)
{
    return (days_before[month - 1] + day_of_month(month, day)) / 365.0;
}

double born_by_cutoff(int month, int day, double births, const double *months)
{
    if (!months)
        return births * cutoff_share(month, day);
    double days = days_before[month] - days_before[month - 1];
    double born = months[month - 1] * (day_of_month(month, day) / days);
    for (int i = 0; i < month - 1; i++)
        born += months[i];
    return born;
}

double cohort_size(double by_cutoff, double births_before, double by_cutoff_before)
{
    return by_cutoff + (births_before - by_cutoff_before);
}

double trend_at(int count, const double *years, const double *values, double year)
{
    double mean_year = 0, mean = 0, spread = 0, rise = 0;
    for (int i = 0; i < count; i++) {
        mean_year += years[i] / count;
        mean += values[i] / count;
    }
    for (int i = 0; i < count; i++) {
        spread += (years[i] - mean_year) * (years[i] - mean_year);
        rise += (years[i] - mean_year) * (values[i] - mean);
    }
    double value = mean + (spread > 0 ? rise / spread : 0) * (year - mean_year);
    return value > 0 ? value : 0;
}

double yield_change(double decay, double long_run, int age)
{
    if (age <= 0)
        return age == 0;
    return (1 - long_run) * (pow(1 - decay, age) - pow(1 - decay, age - 1));
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
                    const real *restrict stay, const real *restrict entrants, real *restrict after)
{
    for (int grade = 0; grade < grades; grade++)
        for (int draw = 0; draw < draws; draw++) {
            real from_below = grade > 0 ? before[(grade - 1) * draws + draw] * ratio[grade] : 0;
            real sum = from_below + before[grade * draws + draw] * stay[grade] + entrants[grade];
            after[grade * draws + draw] = sum > 0 ? sum : 0;
        }
}
