/* What must hold in any scenario (model.md, section 8), on random ones. A failure names its seed. */
#include "base/options.h"
#include "engine/year.h"
#include "results/results.h"

#include "random_scenario.h"
#include "test.h"

#include <math.h>
#include <string.h>

enum { SCENARIOS = 400 };

static void fail_seed(uint64_t seed, const char *what)
{
    print_error("seed %u: %s\n", (unsigned)seed, what);
    fail();
}

static bool same(double a, double b)
{
    return (isnan(a) && isnan(b)) || fabs(a - b) <= 1e-9 * fmax(1, fmax(fabs(a), fabs(b)));
}

/* --- one scenario alone ------------------------------------------------------------------------------------------ */

/* Runs every cluster of a scenario and checks its invariants after every year. */
static void check_years(uint64_t seed, const struct seatsim_scenario *scenario)
{
    struct plan *plan = NULL;
    assert_int_equal(plan_new(scenario, &memory_c_library, &plan, NULL), SEATSIM_OK);
    for (int i = 0; i < plan->n_clusters; i++) {
        struct block block;
        assert_true(block_init(&block, plan, &plan->clusters[i], 3, &memory_c_library));
        begin(&block);
        for (int year = 0; year < plan->years; year++) {
            if (year > 0)
                advance(&block);
            if (!block_check(&block, NULL))
                fail_seed(seed, "an invariant is broken");
        }
        block_clear(&block);
    }
    plan_free(plan);
}

TEST(engine, "pupils are conserved, nothing is negative, nobody sits in a closed facility")
{
    for (uint64_t seed = 0; seed < SCENARIOS; seed++) {
        struct seatsim_scenario *scenario = random_scenario(seed, WITH_EVERYTHING);
        check_years(seed, scenario);
        built_free(scenario);
    }
}

/* The most that a value may be: one for shares, but a facility may be used beyond its seats, and by others than residents. */
static double most(const struct indicator *indicator)
{
    bool bounded = indicator->unit == UNIT_SHARE && indicator->denominator != QUANTITY_SEATS &&
                   indicator->denominator != QUANTITY_RESIDENTS;
    return bounded ? 1 + 1e-12 : INFINITY;
}

TEST(engine, "every value is none or not negative, and shares do not pass one")
{
    for (uint64_t seed = 0; seed < SCENARIOS; seed++) {
        struct seatsim_scenario *scenario = random_scenario(seed, WITH_EVERYTHING);
        struct seatsim_results *results = run_scenario(scenario);
        const int *keys = seatsim_results_keys(results, SEATSIM_COLUMN_INDICATOR);
        const double *values = seatsim_results_values(results);
        for (size_t i = 0; i < seatsim_results_length(results); i++)
            if (!isnan(values[i]) && !(values[i] >= 0 && values[i] <= most(&indicators[keys[i]])))
                fail_seed(seed, indicators[keys[i]].id);
        seatsim_results_free(results);
        built_free(scenario);
    }
}

/* The region's quantity is the sum of its districts', and that of the sectors together. */
static void check_sums(uint64_t seed, const struct seatsim_results *results, int indicator, int stage, int year)
{
    double region = results_series(results, 0, indicator, stage, -1)[year], districts = 0, sectors = 0;
    for (int district = 0; district < results->n_districts; district++)
        districts += results_series(results, 1 + district, indicator, stage, -1)[year];
    for (int sector = 0; sector < results->n_sectors && indicators[indicator].by_sector; sector++)
        sectors += results_series(results, 0, indicator, stage, sector)[year];
    if (indicators[indicator].numerator == QUANTITY_SHORTAGE) /* children without a seat have no sector */
        sectors += results_series(results, 0, indicator_of("unmet"), stage, -1)[year];
    if (!same(region, districts) || (indicators[indicator].by_sector && !same(region, sectors)))
        fail_seed(seed, indicators[indicator].id);
}

TEST(engine, "the region's sums are those of its districts and of its sectors")
{
    for (uint64_t seed = 0; seed < SCENARIOS; seed++) {
        struct seatsim_scenario *scenario = random_scenario(seed, WITH_EVERYTHING);
        struct seatsim_results *results = run_scenario(scenario);
        for (int indicator = 0; indicator < n_indicators; indicator++)
            for (int stage = 0; stage < results->n_stages; stage++)
                for (int year = 0; year < results->years; year++)
                    if (indicators[indicator].denominator == QUANTITY_ONE &&
                        quantities[indicators[indicator].numerator].gather == GATHER_SUM)
                        check_sums(seed, results, indicator, stage, year);
        seatsim_results_free(results);
        built_free(scenario);
    }
}

/* --- two scenarios side by side ---------------------------------------------------------------------------------- */

/* Whether every cell of one run is there in another by its names, times a factor for what is counted. */
typedef double factor_of(const struct indicator *indicator, int year);

static double unchanged(const struct indicator *indicator, int year)
{
    (void)indicator;
    (void)year;
    return 1;
}

static void check_same(uint64_t seed, struct seatsim_results *first, const struct seatsim_results *second,
                       factor_of *factor)
{
    const double *values = seatsim_results_values(first);
    assert_int_equal(seatsim_results_length(first), seatsim_results_length(second));
    for (size_t i = 0; i < seatsim_results_length(first); i++) {
        int keys[SEATSIM_COLUMNS];
        const char *names[SEATSIM_COLUMNS];
        for (int column = 0; column < SEATSIM_COLUMNS; column++) {
            keys[column] = seatsim_results_keys(first, (enum seatsim_column)column)[i];
            names[column] = seatsim_results_name(first, (enum seatsim_column)column, keys[column]);
        }
        const struct indicator *indicator = &indicators[keys[SEATSIM_COLUMN_INDICATOR]];
        int year = keys[SEATSIM_COLUMN_YEAR];
        double times = factor(indicator, year - first->base_year);
        double other = seatsim_results_value(second, indicator->id, names[SEATSIM_COLUMN_SCOPE], names[SEATSIM_COLUMN_ID],
                                             names[SEATSIM_COLUMN_STAGE], names[SEATSIM_COLUMN_SECTOR], year);
        if (!isnan(times) && !same(values[i] * times, other)) {
            print_error("%s %s %s %d: %.12g and %.12g\n", names[SEATSIM_COLUMN_SCOPE], names[SEATSIM_COLUMN_ID],
                        indicator->id, year, values[i] * times, other);
            fail_seed(seed, "two runs differ that should not");
        }
    }
}

static void shuffle(struct chance *chance, int count, int *places)
{
    for (int i = 0; i < count; i++)
        places[i] = i;
    for (int i = count - 1; i > 0; i--) {
        int j = chance_below(chance, i + 1), place = places[i];
        places[i] = places[j];
        places[j] = place;
    }
}

/* Puts facilities and districts in another order; projects go on meaning the same ones. */
static void reorder(struct chance *chance, struct seatsim_scenario *scenario)
{
    int facility_to[64], district_to[8];
    struct facility facilities[64];
    struct district districts[8];
    shuffle(chance, scenario->n_facilities, facility_to);
    shuffle(chance, scenario->n_districts, district_to);
    for (int i = 0; i < scenario->n_districts; i++) {
        districts[district_to[i]] = scenario->districts[i];
        for (int rank = 0; rank < scenario->districts[i].n_neighbours; rank++)
            scenario->districts[i].neighbours[rank] = district_to[scenario->districts[i].neighbours[rank]];
    }
    for (int i = 0; i < scenario->n_facilities; i++) {
        facilities[facility_to[i]] = scenario->facilities[i];
        facilities[facility_to[i]].district = district_to[scenario->facilities[i].district];
    }
    memcpy(scenario->districts, districts, (size_t)scenario->n_districts * sizeof districts[0]);
    memcpy(scenario->facilities, facilities, (size_t)scenario->n_facilities * sizeof facilities[0]);
    for (int i = 0; i < scenario->n_projects; i++) {
        struct project *project = &scenario->projects[i];
        project->facility = facility_to[project->facility];
        project->split = project->split < 0 ? -1 : facility_to[project->split];
    }
}

TEST(engine, "the order of districts and facilities means nothing")
{
    for (uint64_t seed = 0; seed < SCENARIOS; seed++) {
        struct chance chance = { seed };
        struct seatsim_scenario *scenario = random_scenario(seed, WITH_EVERYTHING);
        struct seatsim_results *first = run_scenario(scenario);
        reorder(&chance, scenario);
        struct seatsim_results *second = run_scenario(scenario);
        check_same(seed, first, second, unchanged);
        seatsim_results_free(first);
        seatsim_results_free(second);
        built_free(scenario);
    }
}

enum { COPIES = 7 };

/* Times COPIES of everybody and everything: each row becomes one of COPIES times the sites. */
static void scale_district(struct seatsim_scenario *scenario, struct district *district)
{
    double *births = arena_new(&scenario->arena, (size_t)district->births.given.count, sizeof *births);
    assert_non_null(births);
    for (int i = 0; i < district->births.given.count; i++)
        births[i] = district->births.given.values[i] * COPIES;
    district->births.given.values = births;
    for (int stage = 0; stage < scenario->n_stages; stage++) {
        double grades[6];
        for (int grade = 0; grade < scenario->stages[stage].n_grades; grade++)
            grades[grade] = district->pupils[stage].grades.values[grade] * COPIES;
        built_pupils(scenario, (int)(district - scenario->districts), stage, grades);
        district->waiting[stage] = built_number(scenario, district->waiting[stage].values[0] * COPIES);
    }
}

static void scale(struct seatsim_scenario *scenario)
{
    for (int i = 0; i < scenario->n_districts; i++)
        scale_district(scenario, &scenario->districts[i]);
    for (int i = 0; i < scenario->n_facilities; i++) {
        scenario->facilities[i].sites *= COPIES;
        for (int j = 0; j < scenario->facilities[i].n_parts; j++) {
            struct part *part = &scenario->facilities[i].parts[j];
            part->rooms *= COPIES;
            part->seats *= COPIES;
            part->pupils.total *= COPIES;
        }
    }
    for (int i = 0; i < scenario->n_projects; i++) {
        scenario->projects[i].rooms *= COPIES;
        scenario->projects[i].seats *= COPIES;
        scenario->projects[i].sites *= COPIES;
    }
}

/* Counts are COPIES times as many, ratios the same. Classes are formed of whole pupils, which real numbers times COPIES
 * need not be, and the largest of several sites is counted whole: those are not compared. */
static double copies(const struct indicator *indicator, int year)
{
    (void)year;
    if (indicator->unit == UNIT_CLASSES || indicator->unit == UNIT_PUPILS_PER_CLASS ||
        indicator->numerator == QUANTITY_LARGEST_SCHOOL || indicator->denominator == QUANTITY_CLASSES)
        return NAN;
    return indicator->denominator == QUANTITY_ONE ? COPIES : 1;
}

TEST(engine, "n copies of everything have n times the counts and the same ratios")
{
    for (uint64_t seed = 0; seed < SCENARIOS; seed++) {
        struct seatsim_scenario *scenario = random_scenario(seed, WITH_EVERYTHING);
        struct seatsim_results *first = run_scenario(scenario);
        scale(scenario);
        struct seatsim_results *second = run_scenario(scenario);
        check_same(seed, first, second, copies);
        seatsim_results_free(first);
        seatsim_results_free(second);
        built_free(scenario);
    }
}

static double total_unmet(const struct seatsim_results *results, int stage, int year)
{
    return results_series(results, 0, indicator_of("unmet"), stage, -1)[year];
}

TEST(engine, "another seat never leaves more children without one")
{
    for (uint64_t seed = 0; seed < SCENARIOS; seed++) {
        struct chance chance = { seed };
        struct seatsim_scenario *scenario = random_scenario(seed, WITH_SITES);
        struct seatsim_results *first = run_scenario(scenario);
        struct facility *facility = &scenario->facilities[chance_below(&chance, scenario->n_facilities)];
        facility->parts[chance_below(&chance, facility->n_parts)].seats += 1 + chance_below(&chance, 50);
        struct seatsim_results *second = run_scenario(scenario);
        for (int stage = 0; stage < scenario->n_stages; stage++)
            for (int year = 0; year < first->years; year++)
                if (total_unmet(second, stage, year) > total_unmet(first, stage, year) + 1e-9)
                    fail_seed(seed, "more children without a seat");
        seatsim_results_free(first);
        seatsim_results_free(second);
        built_free(scenario);
    }
}
