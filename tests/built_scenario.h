/* Scenarios built in C, for tests of the engine that need no file. Everything has a default; tests change the rest in the
 * scenario itself. */
#ifndef TESTS_BUILT_SCENARIO_H
#define TESTS_BUILT_SCENARIO_H

#include "model/indicators.h"
#include "scenario/scenario.h"

/* An empty scenario with the sectors public, inclusive and private and a cut-off on 31 December, so that a cohort is the
 * births of one calendar year. Free it with built_free. */
struct seatsim_scenario *built_new(int base_year, int horizon);
void built_free(struct seatsim_scenario *scenario);

/* The next stage: grades follow those of the stage before. `limit` holds in every grade and is the planned size too; no
 * class counts as oversize. Stages come before districts. */
struct stage *built_stage(struct seatsim_scenario *scenario, const char *id, bool compulsory, int entry_age, int n_grades,
                          double limit);

/* A district with the same births every year, nobody in school, ratios of 1; the first stage is entered by births at a
 * rate of 1, the others by progression. Returns its index. */
int built_district(struct seatsim_scenario *scenario, const char *id, double births);

/* The district's pupils of a stage, one number a grade. */
void built_pupils(struct seatsim_scenario *scenario, int district, int stage, const double *grades);

/* A facility with no parts yet, standing in the base year. Returns its index. */
int built_facility(struct seatsim_scenario *scenario, const char *id, int district, int sector, int sites);

/* Makes a facility serve a stage; its pupils are spread like the district's. */
struct part *built_part(struct seatsim_scenario *scenario, int facility, int stage, double rooms, double seats, double pupils);

/* A project that takes effect in `year`; of nothing in particular yet. */
struct project *built_project(struct seatsim_scenario *scenario, enum project_kind kind, int facility, int year);

/* A project that opens a facility made with built_facility. */
struct project *built_opening(struct seatsim_scenario *scenario, int facility, int year, enum fill fill);

/* Names what the scenario is measured by beside the plain measures; parts then need resources, facilities tags. */
void built_names(struct seatsim_scenario *scenario, const struct name_list names[OFS]);

/* A rule: `sector` while public_share of a stage lies below `bound`, `otherwise` after. Returns its index. */
int built_rule(struct seatsim_scenario *scenario, int stage, double bound, int sector, int otherwise, enum rule_scope scope);

/* Runs a scenario with the default options; a run that fails fails the test. The caller frees. */
struct seatsim_results *run_scenario(const struct seatsim_scenario *scenario);

/* What an indicator must be in the years of a run, from the base year on; NaN where it has no value. */
struct expected {
    const char *scope, *id, *stage, *indicator;
    double value[4];
};

/* Runs a scenario and holds its first `years` years, four at most, against rows; says which of them differ. */
void assert_run(const struct seatsim_scenario *scenario, int years, const struct expected *rows, size_t n_rows);

/* The same value in every year. */
struct series built_series(struct seatsim_scenario *scenario, double value);

/* One value for all grades of a stage in all years; one number for a stage. */
struct grade_series built_grade_series(struct seatsim_scenario *scenario, double value);
struct numbers built_number(struct seatsim_scenario *scenario, double value);

#endif
