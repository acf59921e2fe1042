#include "base/compare.h"

#include "test.h"

#include <math.h>

TEST(compare, "what rounding may have made lower is not below")
{
    static const struct { double a, b; bool below; } rows[] = {
        { 0.49, 0.5, true },
        { 0.5, 0.5, false },
        { 0.5 - 1e-12, 0.5, false },   /* a share of one half, summed in another order */
        { 0.1 + 0.2, 0.3, false },
        { 1e6 - 1e-4, 1e6, false },    /* a ten-billionth of a million */
        { 1e6 - 1, 1e6, true },
        { 0, 1e-12, false },           /* nobody, against what rounding left of nobody */
        { NAN, 1, false },
        { 1, NAN, false },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(number_below(rows[i].a, rows[i].b), rows[i].below);
}
