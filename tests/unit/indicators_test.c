#include "model/indicators.h"

#include "test.h"

#include <string.h>

TEST(indicators, "each id is found at its row, and no other")
{
    for (int i = 0; i < n_indicators; i++)
        assert_int_equal(indicator_of(indicators[i].id), i);
    assert_null(indicators[n_indicators].id);
    assert_int_equal(indicator_of("public-share"), -1);
}

TEST(indicators, "every row says in two languages what it is, and in one how it is defined")
{
    for (int i = 0; i < n_indicators; i++) {
        assert_true(strlen(indicators[i].title[0]) > 0 && strlen(indicators[i].title[1]) > 0);
        assert_true(strlen(indicators[i].meaning) > 0);
        assert_true(strlen(unit_names[indicators[i].unit]) > 0);
    }
}

TEST(indicators, "an indicator exists at the lowest level that all its quantities have")
{
    static const struct { const char *id; enum level level; } rows[] = {
        { "demand", LEVEL_DISTRICT }, { "unmet", LEVEL_DISTRICT }, { "enrolled", LEVEL_FACILITY },
        { "utilisation", LEVEL_FACILITY }, { "shortage", LEVEL_FACILITY }, { "class_size_max", LEVEL_FACILITY },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(indicator_level(&indicators[indicator_of(rows[i].id)]), rows[i].level);
}

TEST(indicators, "only facilities have a sector, so only their quantities are told apart by it")
{
    for (int i = 0; i < n_indicators; i++)
        if (indicators[i].by_sector)
            assert_int_equal(indicator_level(&indicators[i]), LEVEL_FACILITY);
}
