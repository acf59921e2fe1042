#include "engine/plan.h"

#include "built_scenario.h"
#include "test.h"

#include <math.h>

enum { PRIMARY };

static const double sixty_forty[] = { 60, 40 };

/* 100 births a year, primary of two grades with 60 and 40 children, 200 seats. */
static struct seatsim_scenario *one_school(void)
{
    struct seatsim_scenario *scenario = built_new(2020, 2022);
    built_stage(scenario, "primary", true, 6, 2, 40);
    built_pupils(scenario, built_district(scenario, "d", 100), PRIMARY, sixty_forty);
    built_part(scenario, built_facility(scenario, "school", 0, 0, 1), PRIMARY, 5, 200, 100);
    return scenario;
}

static void assert_demand(struct seatsim_scenario *scenario, double first, double second)
{
    const struct expected rows[] = { { "district", "d", "primary", "demand", { 100, first, second } },
                                     { "facility", "school", "primary", "enrolled", { 100, first, second } } };
    assert_run(scenario, 3, rows, 2);
    built_free(scenario);
}

static struct series by_year(const int *years, const double *values, int count)
{
    return (struct series) { count, years, values, false, INTERPOLATE_LINEAR };
}

TEST(population, "pupils of new dwellings come to every grade when they are completed, and some leave again")
{
    /* 100 dwellings of 2019 and 100 of 2021, 0.4 pupils each, which fall to half of that by a fifth of the way a year. 2021: 20
     * new ones a grade; those of 2019 are two years old and have 0.82 - 0.9 of 40: -1.6 a grade. 100 + 60 + 36.8. 2022: -2 a
     * grade and 0.756 - 0.82 of 40: -1.28 a grade. 100 - 3.28 + 118.4 - 3.28. */
    static const int years[] = { 2019, 2021 };
    static const double dwellings[] = { 100, 100 };
    double yield = 0.4;
    struct housing estate = { .dwellings = by_year(years, dwellings, 2), .yields = &yield, .decay = 0.2, .long_run = 0.5 };
    struct seatsim_scenario *scenario = one_school();
    scenario->districts[0].n_housing = 1;
    scenario->districts[0].housing = &estate;
    assert_demand(scenario, 196.8, 211.84);
}

TEST(population, "migrants of a stage are spread over its grades, those of a grade come to it")
{
    /* -10 a year of both grades: 95 + 55, 95 + 90. Then 7 and -80: 107 + 0 (60 - 80), 107 + 27. */
    struct seatsim_scenario *scenario = one_school();
    scenario->districts[0].migration[PRIMARY] = built_grade_series(scenario, -10);
    assert_demand(scenario, 150, 185);
    scenario = one_school();
    const struct series by_grade[] = { built_series(scenario, 7), built_series(scenario, -80) };
    scenario->districts[0].migration[PRIMARY] = (struct grade_series) { 2, by_grade };
    assert_demand(scenario, 107, 134);
}

TEST(population, "who repeats and who drops out leave the rest for promotion")
{
    /* A tenth repeats, a fifth drops out, 0.7 go up: 2021 100 + 6, 42 + 4; 2022 100 + 10.6, 74.2 + 4.6. */
    struct seatsim_scenario *scenario = one_school();
    scenario->districts[0].repetition[PRIMARY] = built_grade_series(scenario, 0.1);
    scenario->districts[0].dropout[PRIMARY] = built_grade_series(scenario, 0.2);
    assert_demand(scenario, 152, 189.4);
    /* Promotion of 0.7 and the same drop-out leave a tenth who repeat. */
    scenario = one_school();
    scenario->districts[0].promotion[PRIMARY] = built_grade_series(scenario, 0.7);
    scenario->districts[0].dropout[PRIMARY] = built_grade_series(scenario, 0.2);
    assert_demand(scenario, 152, 189.4);
}

TEST(population, "entrants like those of past years: the census counts with the history, and the window's years only")
{
    /* 40 in 2018, 44 in 2019, 60 in the census of 2020; 99 in 2021 is not known yet. */
    static const int years[] = { 2018, 2019, 2021 };
    static const double entrants[] = { 40, 44, 99 };
    static const struct { enum entry_method method; int window; double first, second; } rows[] = {
        { ENTRY_LAST, 5, 60 + 60, 60 + 60 },
        { ENTRY_MEAN, 5, 48 + 60, 48 + 48 },
        { ENTRY_MEAN, 2, 52 + 60, 52 + 52 },
        { ENTRY_LINEAR, 5, 68 + 60, 78 + 68 }, /* mean 48, slope 10 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct seatsim_scenario *scenario = one_school();
        scenario->districts[0].history[PRIMARY] = by_year(years, entrants, 3);
        scenario->districts[0].entry[PRIMARY].method = rows[i].method;
        scenario->districts[0].entry[PRIMARY].window = rows[i].window;
        assert_demand(scenario, rows[i].first, rows[i].second);
    }
}

TEST(population, "an average counts each of its methods alike; fixed entrants are as they are given")
{
    /* births 100, last 60: 80. */
    static enum entry_method methods[] = { ENTRY_BIRTHS, ENTRY_LAST };
    static const int years[] = { 2020, 2021, 2022 };
    static const double entrants[] = { 1, 33, 44 };
    struct seatsim_scenario *scenario = one_school();
    struct entry *entry = &scenario->districts[0].entry[PRIMARY];
    entry->method = ENTRY_AVERAGE;
    entry->methods = methods;
    entry->n_methods = 2;
    assert_demand(scenario, 140, 160);
    scenario = one_school();
    entry = &scenario->districts[0].entry[PRIMARY];
    entry->method = ENTRY_FIXED;
    entry->values = by_year(years, entrants, 3);
    assert_demand(scenario, 93, 77);
}

TEST(population, "years whose births are given by month have exact cohorts")
{
    /* Cut-off 31 August. All of 2015 were born in July, all of 2014 in December; the others' are even, 122 of 365 after the
     * cut-off. 2021: 100 + 100; 2022: those of 2016 up to the cut-off, 243/365, and none of 2015. */
    static double months[9][12];
    static const int years[] = { 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018 };
    static const double births[] = { 100, 100, 100, 100, 100, 100, 100, 100, 100 };
    struct seatsim_scenario *scenario = one_school();
    for (int year = 0; year < 9; year++)
        for (int month = 0; month < 12; month++)
            months[year][month] = year == 4 || year == 5 ? 0 : NAN;
    months[4][11] = months[5][6] = 100;
    scenario->cutoff_month = 8;
    scenario->districts[0].births.given = by_year(years, births, 9);
    scenario->districts[0].births.months = months[0];
    assert_demand(scenario, 200 + 60, 100 * 243 / 365.0 + 200);
}

TEST(population, "gross enrolment is of residents, as given or by the cohorts of the stage's ages")
{
    /* Cohorts of 100: two grades are 200. 50 residents are given for 2020 and 350 for 2022, so 200 for 2021. Births from 2014 on
     * say who is six in 2020, but not who is seven. */
    static const int years[] = { 2020, 2022 }, since[] = { 2014, 2015, 2016 };
    static const double residents[] = { 50, 350 }, births[] = { 100, 100, 100 };
    static const struct expected by_births = { "district", "d", "primary", "gross_enrolment", { 0.5, 0.8, 1 } },
        given = { "region", "", "primary", "gross_enrolment", { 2, 0.8, 200 / 350.0 } },
        unknown = { "region", "", "primary", "gross_enrolment", { NAN, 0.8, 1 } };
    struct seatsim_scenario *scenario = one_school();
    assert_run(scenario, 3, &by_births, 1);
    scenario->districts[0].population[PRIMARY] = by_year(years, residents, 2);
    assert_run(scenario, 3, &given, 1);
    scenario->districts[0].population[PRIMARY] = (struct series) { 0 };
    scenario->districts[0].births.given = by_year(since, births, 3);
    assert_run(scenario, 3, &unknown, 1);
    built_free(scenario);
}
