#include "model/indicators.h"

#include "failing_allocator.h"
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
    for (const struct indicator *row = indicators; row->id; row = row[1].id || row->of ? row + 1 : named_indicators) {
        assert_true(strlen(row->title[0]) > 0 && strlen(row->title[1]) > 0);
        assert_true(strlen(row->meaning) > 0);
        assert_true(strlen(unit_names[row->unit]) > 0);
    }
}

static const char *const tags[] = { "model", "rural" }, *const resources[] = { "books" }, *const payers[] = { "bond" };
static const struct name_list names[OFS] = {
    [OF_TAG] = { 2, tags }, [OF_RESOURCE] = { 1, resources }, [OF_PAYER] = { 1, payers }
};

TEST(indicators, "what a scenario names has indicators of its own, behind those of every scenario")
{
    static const struct { const char *id; enum quantity_of { PLAIN, OWN } denominator; enum level level; } rows[] = {
        { "quality_share.model", PLAIN, LEVEL_DISTRICT }, { "quality_share.rural", PLAIN, LEVEL_DISTRICT },
        { "balance.books", OWN, LEVEL_DISTRICT }, { "capital.bond", PLAIN, LEVEL_DISTRICT },
        { "cost_present_value.bond", PLAIN, LEVEL_DISTRICT },
    };
    struct arena arena;
    struct measures measures;
    arena_init(&arena, NULL);
    assert_true(measures_make(names, &arena, &measures));
    assert_int_equal(measures.n_indicators, n_indicators + 5);
    assert_int_equal(measures.n_quantities, QUANTITIES + 2 * 1 + 1 * 3 + 1 * 2);
    assert_int_equal(measure_of(&measures, "shortage"), indicator_of("shortage"));
    assert_int_equal(measure_of(&measures, "quality_share"), -1);
    for (int i = 0; i < 5; i++) {
        const struct indicator *indicator = &measures.indicators[n_indicators + i];
        assert_string_equal(indicator->id, rows[i].id);
        assert_int_equal(indicator_level(&measures, indicator), rows[i].level);
        assert_true(indicator->numerator >= QUANTITIES && indicator->numerator < measures.n_quantities);
        assert_int_equal(indicator->denominator >= QUANTITIES, rows[i].denominator == OWN);
    }
    arena_clear(&arena);
}

TEST(indicators, "no two quantities of names share a place")
{
    struct arena arena;
    struct measures measures;
    arena_init(&arena, NULL);
    assert_true(measures_make(names, &arena, &measures));
    static const struct { enum named_quantity quantity; int name, place; } rows[] = {
        { NAMED_TAGGED, 0, 0 }, { NAMED_TAGGED, 1, 1 }, { NAMED_SPREAD, 0, 2 }, { NAMED_AMOUNT, 0, 3 }, { NAMED_USERS, 0, 4 },
        { NAMED_PAID, 0, 5 }, { NAMED_PAID_PRESENT, 0, 6 },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(named_quantity(&measures, rows[i].quantity, rows[i].name), QUANTITIES + rows[i].place);
    arena_clear(&arena);
}

static void make_measures(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct arena arena;
    struct measures measures;
    arena_init(&arena, allocator);
    bool made = measures_make(names, &arena, &measures);
    assert_int_equal(made, !failing->failed);
    assert_int_equal(measures.n_indicators, made ? n_indicators + 5 : n_indicators);
    arena_clear(&arena);
}

TEST(indicators, "without memory there are no measures")
{
    fail_each_allocation(make_measures);
}

TEST(indicators, "an indicator exists at the lowest level that all its quantities have")
{
    static const struct { const char *id; enum level level; } rows[] = {
        { "demand", LEVEL_DISTRICT }, { "unmet", LEVEL_DISTRICT }, { "enrolled", LEVEL_FACILITY },
        { "utilisation", LEVEL_FACILITY }, { "shortage", LEVEL_FACILITY }, { "class_size_max", LEVEL_FACILITY },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(indicator_level(&plain_measures, &indicators[indicator_of(rows[i].id)]), rows[i].level);
}

TEST(indicators, "only facilities have a sector, so only their quantities are told apart by it")
{
    for (int i = 0; i < n_indicators; i++)
        if (indicators[i].by_sector)
            assert_int_equal(indicator_level(&plain_measures, &indicators[i]), LEVEL_FACILITY);
}
