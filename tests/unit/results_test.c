#include "results/results.h"

#include "failing_allocator.h"
#include "results/verdict.h"
#include "test.h"

#include <math.h>
#include <string.h>

enum { STAGES = 2, SECTORS = 2, DISTRICTS = 2, YEARS = 3 };

/* Two districts, of which `west` has a nine-year school in both stages and `east` a primary; 2020..2022.
 *
 *     part 0: s1 primary   part 1: s1 junior   part 2: s2 primary */
static bool set_up(struct seatsim_results *results)
{
    static struct result_stage stages[STAGES] = { { .name = { .id = "primary" }, .grades = 6 },
                                                  { .name = { .id = "junior" }, .first_grade = 6, .grades = 3 } };
    static struct named sectors[SECTORS] = { { .id = "public" }, { .id = "private" } };
    static struct named districts[DISTRICTS] = { { .id = "west" }, { .id = "east" } };
    static struct named facilities[] = { { .id = "s1" }, { .id = "s2" } };
    static struct result_part parts[] = { { 0, 0 }, { 0, 1 }, { 1, 0 } };
    results->base_year = 2020;
    results->years = YEARS;
    results->stages = stages;
    results->n_stages = STAGES;
    results->n_grades = 9;
    results->sectors = sectors;
    results->n_sectors = SECTORS;
    results->districts = districts;
    results->n_districts = DISTRICTS;
    results->facilities = facilities;
    results->n_facilities = 2;
    results->parts = parts;
    results->n_parts = 3;
    return results_lay_out(results);
}

static struct seatsim_results *new_results(void)
{
    struct seatsim_results *results = results_new(NULL);
    assert_non_null(results);
    assert_true(set_up(results));
    return results;
}

/* The series of a cell, to be filled. */
static double *cell(struct seatsim_results *results, int row, const char *indicator, int stage, int sector)
{
    const double *series = results_series(results, row, indicator_of(indicator), stage, sector);
    return series ? results->values + (series - results->values) : NULL;
}

TEST(results, "are laid out by indicator, stage, sector, with all sectors first, and nothing in them")
{
    struct seatsim_results *results = new_results();
    int expected = 0;
    for (int i = 0; i < n_indicators; i++)
        expected += STAGES * (indicators[i].by_sector ? 1 + SECTORS : 1);
    assert_int_equal(results->n_keys, expected);
    assert_int_equal(results->keys[0].sector, -1);
    for (int i = 0; i < (1 + DISTRICTS) * results->n_keys * YEARS; i++)
        assert_true(isnan(results->values[i]));
    for (int i = 0; i < results->n_parts * results->n_part_keys * YEARS; i++)
        assert_true(isnan(results->part_values[i]));
    for (int i = 0; i < results->n_parts * YEARS; i++)
        assert_int_equal(results->part_sector[i], -1);
    for (int i = 0; i < DISTRICTS * results->n_grades * YEARS; i++)
        assert_true(isnan(results->demand[i]) && isnan(results->unmet[i]) && isnan(results->enrolled[i]));
    seatsim_results_free(results);
    seatsim_results_free(NULL);
}

TEST(results, "every key is found where it was laid, in every row; others are not")
{
    struct seatsim_results *results = new_results();
    for (int row = 0; row <= DISTRICTS; row++)
        for (int key = 0; key < results->n_keys; key++) {
            const struct cell_key *at = &results->keys[key];
            assert_ptr_equal(results_series(results, row, at->indicator, at->stage, at->sector),
                             results->values + (row * results->n_keys + key) * YEARS);
        }
    assert_null(results_series(results, 3, 0, 0, -1));
    assert_null(results_series(results, -1, 0, 0, -1));
    assert_null(results_series(results, 0, n_indicators, 0, -1));
    assert_null(results_series(results, 0, 0, STAGES, -1));
    assert_null(results_series(results, 0, indicator_of("public_share"), 0, 0)); /* has no sectors of its own */
    assert_null(results_part_series(results, 3, 0));
    assert_null(results_part_series(results, 0, indicator_of("demand"))); /* exists for districts only */
    assert_non_null(results_part_series(results, 2, indicator_of("seats")));
    seatsim_results_free(results);
}

TEST(results, "values are found by names, and what is not there is not a number")
{
    struct seatsim_results *results = new_results();
    cell(results, 0, "public_share", 0, -1)[1] = 0.5;
    cell(results, 2, "seats", 1, -1)[2] = 300;
    results->part_values[results_part_series(results, 1, indicator_of("seats")) - results->part_values] = 90;
    static const struct { const char *indicator, *scope, *id, *stage, *sector; int year; double value; } rows[] = {
        { "public_share", "region", "", "primary", "", 2021, 0.5 },
        { "public_share", NULL, NULL, "primary", NULL, 2021, 0.5 },
        { "public_share", "region", "", "primary", "", 2020, NAN },  /* not filled */
        { "public_share", "region", "", "primary", "", 2019, NAN },  /* before the base year */
        { "public_share", "region", "", "primary", "", 2023, NAN },  /* after the horizon */
        { "public_share", "region", "west", "primary", "", 2021, NAN }, /* the region has no id */
        { "public_share", "planet", "", "primary", "", 2021, NAN },
        { "public_shore", "region", "", "primary", "", 2021, NAN },
        { "public_share", "region", "", "", "", 2021, NAN },         /* stages are not added up */
        { "seats", "district", "east", "junior", "", 2022, 300 },
        { "seats", "district", "north", "junior", "", 2022, NAN },
        { "seats", "district", "s1", "junior", "", 2022, NAN },      /* a facility's id */
        { "seats", "facility", "s1", "junior", "", 2020, 90 },
        { "seats", "facility", "s2", "junior", "", 2020, NAN },      /* does not serve the stage */
        { "seats", "facility", "west", "junior", "", 2020, NAN },    /* a district's id */
        { "seats", "facility", "s1", "junior", "public", 2020, NAN },
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        assert_close(seatsim_results_value(results, rows[row].indicator, rows[row].scope, rows[row].id, rows[row].stage,
                                           rows[row].sector, rows[row].year),
                     rows[row].value, 0);
    seatsim_results_free(results);
}

TEST(results, "columns hold every cell once, under the names that find it")
{
    struct seatsim_results *results = new_results();
    size_t cells = (size_t)((1 + DISTRICTS) * results->n_keys + results->n_parts * results->n_part_keys) * YEARS;
    for (size_t i = 0; i < cells; i++)
        results->values[i] = (double)i; /* the parts' values stand right behind */
    assert_int_equal(seatsim_results_length(results), cells);
    for (size_t i = 0; i < cells; i++) {
        const char *names[SEATSIM_COLUMNS];
        for (int column = SEATSIM_COLUMN_SCOPE; column < SEATSIM_COLUMNS; column++)
            names[column] = seatsim_results_name(results, (enum seatsim_column)column,
                                                 seatsim_results_keys(results, (enum seatsim_column)column)[i]);
        assert_close(seatsim_results_values(results)[i], (double)i, 0);
        assert_close(seatsim_results_value(results, names[SEATSIM_COLUMN_INDICATOR], names[SEATSIM_COLUMN_SCOPE],
                                           names[SEATSIM_COLUMN_ID], names[SEATSIM_COLUMN_STAGE], names[SEATSIM_COLUMN_SECTOR],
                                           seatsim_results_keys(results, SEATSIM_COLUMN_YEAR)[i]),
                     (double)i, 0);
    }
    seatsim_results_free(results);
}

TEST(results, "names: \"\" for all together, NULL for a year or a key out of range")
{
    struct seatsim_results *results = new_results();
    assert_string_equal(seatsim_results_name(results, SEATSIM_COLUMN_SECTOR, -1), "");
    assert_string_equal(seatsim_results_name(results, SEATSIM_COLUMN_ID, 1), "east");
    assert_string_equal(seatsim_results_name(results, SEATSIM_COLUMN_ID, 2), "s1");
    assert_string_equal(seatsim_results_name(results, SEATSIM_COLUMN_SCOPE, SCOPE_FACILITY), "facility");
    assert_null(seatsim_results_name(results, SEATSIM_COLUMN_SECTOR, -2));
    assert_null(seatsim_results_name(results, SEATSIM_COLUMN_SECTOR, SECTORS));
    assert_null(seatsim_results_name(results, SEATSIM_COLUMN_YEAR, 2020));
    seatsim_results_free(results);
}

static void make_results(const struct seatsim_allocator *allocator, const struct failing *failing)
{
    struct seatsim_results *results = results_new(allocator);
    bool made = results && set_up(results) && seatsim_results_keys(results, SEATSIM_COLUMN_YEAR);
    assert_int_equal(made, !failing->failed);
    seatsim_results_free(results);
}

TEST(results, "without memory they say so")
{
    fail_each_allocation(make_results);
}

TEST(verdicts, "are counted, and freed with what they own")
{
    struct seatsim_verdicts *verdicts = memory_new(&memory_c_library, 1, sizeof *verdicts);
    arena_init(&verdicts->arena, NULL);
    verdicts->list = arena_new(&verdicts->arena, 3, sizeof *verdicts->list);
    verdicts->count = 3;
    verdicts->n_lines = 2;
    verdicts->missed = 1;
    assert_int_equal(seatsim_verdicts_count(verdicts), 2);
    assert_int_equal(seatsim_verdicts_missed(verdicts), 1);
    seatsim_verdicts_free(verdicts);
    seatsim_verdicts_free(NULL);
}
