#include "base/compare.h"

#include <math.h>

const char *const comparison_names[COMPARISONS] = {
    [AT_LEAST] = "at_least", [AT_MOST] = "at_most", [BETWEEN] = "between", [EQUALS] = "equals",
};

bool number_below(double a, double b)
{
    double scale = fmax(1, fmax(fabs(a), fabs(b)));
    return b - a > 1e-9 * scale;
}

bool number_meets(double value, enum comparison comparison, double lower, double upper, double tolerance)
{
    double top = comparison == BETWEEN ? upper : lower;
    if (isnan(value) || isnan(lower) || isnan(top))
        return false;
    bool enough = comparison == AT_MOST || !number_below(value, lower - tolerance);
    return enough && (comparison == AT_LEAST || !number_below(top + tolerance, value));
}
