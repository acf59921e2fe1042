#include "base/series.h"

#include "base/memory.h"

#include <gsl/gsl_interp.h>

const char *const interpolation_names[INTERPOLATIONS + 1] = {
    [INTERPOLATE_LINEAR] = "linear",
    [INTERPOLATE_STEP] = "step",
    [INTERPOLATE_MONOTONE] = "monotone",
};

/* The value of a year at or after years[at] and before years[at + 1]. */
static double between(const struct series *series, int at, int year)
{
    if (series->interpolation == INTERPOLATE_STEP || year == series->years[at])
        return series->values[at];
    double part = (double)(year - series->years[at]) / (series->years[at + 1] - series->years[at]);
    return series->values[at] + part * (series->values[at + 1] - series->values[at]);
}

/* Linear, step, and what lies outside the given years. */
static void fill_plain(const struct series *series, int first_year, int count, double *values)
{
    int last = series->count - 1, at = 0;
    for (int i = 0; i < count; i++) {
        int year = first_year + i;
        while (at < last && series->years[at + 1] <= year)
            at++;
        bool outside = series->constant || at == last || year < series->years[0];
        values[i] = outside ? series->values[at] : between(series, at, year);
    }
}

/* Replaces what lies strictly between given years. Arguments are in the domain, so GSL has nothing to complain about. */
static void fill_steffen(const struct series *series, const gsl_interp *curve, const double *years, int first_year, int count,
                         double *values)
{
    for (int i = 0; i < count; i++) {
        double year = first_year + i;
        if (year > years[0] && year < years[series->count - 1])
            gsl_interp_eval_e(curve, years, series->values, year, NULL, &values[i]);
    }
}

bool series_fill(const struct series *series, int first_year, int count, double *values)
{
    fill_plain(series, first_year, count, values);
    if (series->constant || series->interpolation != INTERPOLATE_MONOTONE || series->count < 3)
        return true;
    size_t points = (size_t)series->count;
    double *years = memory_new(&memory_c_library, points, sizeof *years);
    gsl_interp *curve = years ? gsl_interp_alloc(gsl_interp_steffen, points) : NULL;
    if (curve) {
        for (int i = 0; i < series->count; i++)
            years[i] = series->years[i];
        gsl_interp_init(curve, years, series->values, points);
        fill_steffen(series, curve, years, first_year, count, values);
        gsl_interp_free(curve);
    }
    memory_free(&memory_c_library, years);
    return curve != NULL;
}
