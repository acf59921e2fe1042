#include "base/compare.h"

#include <math.h>

bool number_below(double a, double b)
{
    double scale = fmax(1, fmax(fabs(a), fabs(b)));
    return b - a > 1e-9 * scale;
}
