#include "built_scenario.h"

#include "results/results.h"
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { STAGES = 4, SECTORS = 3, DISTRICTS = 8, FACILITIES = 64, PROJECTS = 64, RULES = 4 };

static void *must(void *memory)
{
    assert_non_null(memory);
    return memory;
}

static void *room_for(struct seatsim_scenario *scenario, int count, size_t size)
{
    return must(arena_new(&scenario->arena, (size_t)count, size));
}

struct seatsim_scenario *built_new(int base_year, int horizon)
{
    static const char *const sector_ids[SECTORS] = { "public", "inclusive", "private" };
    struct seatsim_scenario *scenario = must(memory_new(&memory_c_library, 1, sizeof *scenario));
    arena_init(&scenario->arena, NULL);
    scenario->name = "built";
    scenario->measures = plain_measures;
    scenario->variant = "base";
    scenario->base_year = base_year;
    scenario->horizon = horizon;
    scenario->cutoff_month = 12;
    scenario->cutoff_day = 31;
    scenario->combined_school_size = NAN;
    scenario->stages = room_for(scenario, STAGES, sizeof *scenario->stages);
    scenario->allocation = room_for(scenario, STAGES, sizeof *scenario->allocation);
    scenario->districts = room_for(scenario, DISTRICTS, sizeof *scenario->districts);
    scenario->facilities = room_for(scenario, FACILITIES, sizeof *scenario->facilities);
    scenario->projects = room_for(scenario, PROJECTS, sizeof *scenario->projects);
    scenario->rules = room_for(scenario, RULES, sizeof *scenario->rules);
    scenario->sectors = room_for(scenario, SECTORS, sizeof *scenario->sectors);
    scenario->n_sectors = SECTORS;
    for (int i = 0; i < SECTORS; i++)
        scenario->sectors[i].id = sector_ids[i];
    return scenario;
}

void built_free(struct seatsim_scenario *scenario)
{
    arena_clear(&scenario->arena);
    memory_free(&memory_c_library, scenario);
}

void assert_run(const struct seatsim_scenario *scenario, int years, const struct expected *rows, size_t n_rows)
{
    struct seatsim_results *results = run_scenario(scenario);
    for (size_t i = 0; i < n_rows; i++)
        for (int year = 0; year < years; year++) {
            const struct expected *row = &rows[i];
            double value = seatsim_results_value(results, row->indicator, row->scope, row->id, row->stage, "",
                                                 scenario->base_year + year);
            if (!(fabs(value - row->value[year]) <= 1e-9) && !(isnan(value) && isnan(row->value[year])))
                print_error("%s of %s in %d\n", row->indicator, row->id, scenario->base_year + year);
            assert_close(value, row->value[year], 1e-9);
        }
    seatsim_results_free(results);
}

struct series built_series(struct seatsim_scenario *scenario, double value)
{
    double *values = room_for(scenario, 1, sizeof *values);
    *values = value;
    return (struct series) { 1, NULL, values, true, INTERPOLATE_LINEAR };
}

struct grade_series built_grade_series(struct seatsim_scenario *scenario, double value)
{
    struct series *series = room_for(scenario, 1, sizeof *series);
    *series = built_series(scenario, value);
    return (struct grade_series) { 1, series };
}

struct numbers built_number(struct seatsim_scenario *scenario, double value)
{
    double *number = room_for(scenario, 1, sizeof *number);
    *number = value;
    return (struct numbers) { 1, number, NULL };
}

struct stage *built_stage(struct seatsim_scenario *scenario, const char *id, bool compulsory, int entry_age, int n_grades,
                          double limit)
{
    static const char *const grade_ids[] = { "1", "2", "3", "4", "5", "6" };
    struct stage *stage = &scenario->stages[scenario->n_stages++];
    assert_true(scenario->n_stages <= STAGES && n_grades <= 6);
    stage->id = id;
    stage->compulsory = compulsory;
    stage->entry_age = entry_age;
    stage->first_grade = scenario->n_grades;
    stage->n_grades = n_grades;
    stage->grade_ids = room_for(scenario, n_grades, sizeof *stage->grade_ids);
    stage->class_limit = room_for(scenario, n_grades, sizeof *stage->class_limit);
    for (int grade = 0; grade < n_grades; grade++) {
        stage->grade_ids[grade] = grade_ids[grade];
        stage->class_limit[grade] = limit;
    }
    stage->planned_class = limit;
    stage->oversize = stage->super_oversize = stage->school_size = NAN;
    scenario->n_grades += n_grades;
    return stage;
}

int built_district(struct seatsim_scenario *scenario, const char *id, double births)
{
    int index = scenario->n_districts++, stages = scenario->n_stages;
    struct district *district = &scenario->districts[index];
    assert_true(index < DISTRICTS);
    district->id = id;
    district->births.given = built_series(scenario, births);
    district->pupils = room_for(scenario, stages, sizeof *district->pupils);
    district->waiting = room_for(scenario, stages, sizeof *district->waiting);
    district->entry = room_for(scenario, stages, sizeof *district->entry);
    district->progression = room_for(scenario, stages, sizeof *district->progression);
    district->promotion = room_for(scenario, stages, sizeof *district->promotion);
    district->repetition = room_for(scenario, stages, sizeof *district->repetition);
    district->dropout = room_for(scenario, stages, sizeof *district->dropout);
    district->migration = room_for(scenario, stages, sizeof *district->migration);
    district->history = room_for(scenario, stages, sizeof *district->history);
    district->population = room_for(scenario, stages, sizeof *district->population);
    district->staff = room_for(scenario, stages, sizeof *district->staff);
    district->through = room_for(scenario, stages, sizeof *district->through);
    for (int stage = 0; stage < stages; stage++) {
        district->pupils[stage].total = NAN;
        district->pupils[stage].spread = SPREAD_EQUAL;
        district->entry[stage].method = stage == 0 ? ENTRY_BIRTHS : ENTRY_PROGRESSION;
        district->entry[stage].window = 5;
        district->entry[stage].rate = built_series(scenario, 1);
        district->progression[stage] = built_grade_series(scenario, 1);
        district->waiting[stage] = built_number(scenario, 0);
        district->through[stage] = built_series(scenario, 1);
    }
    return index;
}

void built_pupils(struct seatsim_scenario *scenario, int district, int stage, const double *grades)
{
    struct pupils *pupils = &scenario->districts[district].pupils[stage];
    int count = scenario->stages[stage].n_grades;
    double *values = room_for(scenario, count, sizeof *values);
    memcpy(values, grades, (size_t)count * sizeof *values);
    pupils->spread = SPREAD_GRADES;
    pupils->grades = (struct numbers) { count, values, NULL };
    pupils->total = 0;
    for (int grade = 0; grade < count; grade++)
        pupils->total += grades[grade];
}

int built_facility(struct seatsim_scenario *scenario, const char *id, int district, int sector, int sites)
{
    int index = scenario->n_facilities++;
    assert_true(index < FACILITIES);
    scenario->facilities[index] = (struct facility) {
        .id = id, .district = district, .sector = sector, .sites = sites, .through = true, .opened_by = -1,
        .parts = room_for(scenario, scenario->n_stages, sizeof(struct part)),
    };
    return index;
}

struct part *built_part(struct seatsim_scenario *scenario, int facility, int stage, double rooms, double seats, double pupils)
{
    struct facility *of = &scenario->facilities[facility];
    struct part *part = &of->parts[of->n_parts++];
    assert_true(of->n_parts <= scenario->n_stages);
    part->stage = stage;
    part->rooms = rooms;
    part->seats = seats;
    part->pupils.total = pupils;
    part->pupils.spread = SPREAD_BIRTHS;
    return part;
}

struct project *built_project(struct seatsim_scenario *scenario, enum project_kind kind, int facility, int year)
{
    struct project *project = &scenario->projects[scenario->n_projects++];
    assert_true(scenario->n_projects <= PROJECTS);
    *project = (struct project) {
        .kind = kind, .facility = facility, .year = year, .effective = year, .stage = -1, .to_stage = -1,
        .sector = -1, .rule = -1, .sites = scenario->facilities[facility].sites, .split = -1, .cost = NAN,
    };
    return project;
}

struct project *built_opening(struct seatsim_scenario *scenario, int facility, int year, enum fill fill)
{
    struct project *project = built_project(scenario, PROJECT_OPEN, facility, year);
    project->sector = scenario->facilities[facility].sector;
    project->fill = fill;
    scenario->facilities[facility].opened_by = scenario->n_projects - 1;
    return project;
}

void built_names(struct seatsim_scenario *scenario, const struct name_list names[OFS])
{
    assert_true(measures_make(names, &scenario->arena, &scenario->measures));
}

int built_rule(struct seatsim_scenario *scenario, int stage, double bound, int sector, int otherwise, enum rule_scope scope)
{
    int index = scenario->n_rules++;
    assert_true(index < RULES);
    scenario->rules[index] = (struct rule) {
        .id = "rule", .sector = sector, .otherwise = otherwise, .indicator = indicator_of("public_share"),
        .stage = stage, .below = true, .bound = bound, .scope = scope,
    };
    return index;
}

struct seatsim_results *run_scenario(const struct seatsim_scenario *scenario)
{
    struct seatsim_options *options = seatsim_options_new(NULL);
    struct seatsim_results *results = NULL;
    assert_int_equal(seatsim_run(scenario, options, &results, NULL), SEATSIM_OK);
    seatsim_options_free(options);
    return results;
}
