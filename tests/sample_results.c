#include "sample_results.h"

#include <math.h>
#include <stddef.h>

enum { GRADES = 4 };

static struct result_stage stages[SAMPLE_STAGES] = {
    { .name = { "kindergarten", { { "Kindergarten", "幼儿园" } } }, .grades = 3, .class_limit = 35, .planned_class = 30 },
    { .name = { "primary", { { "Primary", "小学" } } }, .first_grade = 3, .grades = 1, .class_limit = 45, .planned_class = 45,
      .school_size = 2000, .compulsory = true },
};
static struct named grades[GRADES] = { { .id = "small" }, { .id = "middle" }, { .id = "large" }, { .id = "1" } };
static struct named sectors[] = { { .id = "public" }, { .id = "private" } };
static struct named districts[] = { { .id = "etdz" } };
static struct named facilities[] = { { .id = "k1" }, { .id = "k2" }, { .id = "s1" } };
static int facility_district[] = { 0, 0, 0 };
static struct result_part parts[] = { { 0, SAMPLE_KINDERGARTEN }, { 1, SAMPLE_KINDERGARTEN }, { 2, SAMPLE_PRIMARY } };

/* The second kindergarten opens in 2021. */
static signed char part_sector[] = { 0, 0, 0, -1, 1, 1, 0, 0, 0 };

static double demand[GRADES * SAMPLE_YEARS] = { 40, 30, 30, 30, 30, 25, 30, 30, 25, 1300, 1200, 1100 };
static double unmet[GRADES * SAMPLE_YEARS] = { [9] = 10 };
static double enrolled[GRADES * SAMPLE_YEARS] = { 40, 30, 30, 30, 30, 25, 30, 30, 25, 1290, 1200, 1100 };

static const struct {
    const char *indicator;
    int stage;
    double values[SAMPLE_YEARS];
} cells[] = {
    { "demand", SAMPLE_KINDERGARTEN, { 100, 90, 80 } },      { "demand", SAMPLE_PRIMARY, { 1300, 1200, 1100 } },
    { "enrolled", SAMPLE_KINDERGARTEN, { 100, 90, 80 } },    { "enrolled", SAMPLE_PRIMARY, { 1290, 1200, 1100 } },
    { "seats", SAMPLE_KINDERGARTEN, { 120, 120, 120 } },     { "seats", SAMPLE_PRIMARY, { 1200, 1200, 1200 } },
    { "shortage", SAMPLE_KINDERGARTEN, { 0, 0, 0 } },        { "shortage", SAMPLE_PRIMARY, { 100, 0, 0 } },
    { "surplus", SAMPLE_KINDERGARTEN, { 20, 30, 40 } },      { "surplus", SAMPLE_PRIMARY, { 0, 0, 100 } },
    { "public_share", SAMPLE_KINDERGARTEN, { 0.4, 0.4957, 0.55 } },
    { "inclusive_share", SAMPLE_KINDERGARTEN, { 0.8, 0.8, 0.9 } },
    { "class_size_mean", SAMPLE_KINDERGARTEN, { 25, 22.5, 20 } }, { "class_size_mean", SAMPLE_PRIMARY, { 46.4, 44, 40 } },
    { "class_size_max", SAMPLE_KINDERGARTEN, { 33, 30, 28 } }, { "class_size_max", SAMPLE_PRIMARY, { 49, 46, 41 } },
    { "classes_over_limit", SAMPLE_KINDERGARTEN, { 1, 0, 0 } }, { "classes_over_limit", SAMPLE_PRIMARY, { 20, 2, 0 } },
    { "school_size_max", SAMPLE_PRIMARY, { 1300, 1200, 1100 } },
};

double *sample_cell(struct seatsim_results *results, int row, const char *indicator, int stage)
{
    const double *series = results_series(results, row, indicator_of(indicator), stage, -1);
    return results->values + (series - results->values);
}

static void fill(struct seatsim_results *results)
{
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        for (int row = 0; row < 2; row++)
            for (int year = 0; year < SAMPLE_YEARS; year++)
                sample_cell(results, row, cells[i].indicator, cells[i].stage)[year] = cells[i].values[year];
}

struct seatsim_results *sample_results(const struct seatsim_allocator *allocator)
{
    struct seatsim_results *results = results_new(allocator);
    if (!results)
        return NULL;
    results->scenario = "sample";
    results->variant = "base";
    results->title = (struct title) { { "A sample", "样例" } };
    results->base_year = 2020;
    results->years = SAMPLE_YEARS;
    results->n_stages = SAMPLE_STAGES;
    results->stages = stages;
    results->n_grades = GRADES;
    results->grades = grades;
    results->n_sectors = 2;
    results->sectors = sectors;
    results->n_districts = 1;
    results->districts = districts;
    results->n_facilities = 3;
    results->facilities = facilities;
    results->facility_district = facility_district;
    results->n_parts = 3;
    results->parts = parts;
    if (!results_lay_out(results)) {
        seatsim_results_free(results);
        return NULL;
    }
    results->part_sector = part_sector;
    results->sector_open[SAMPLE_KINDERGARTEN * 2] = results->sector_open[SAMPLE_KINDERGARTEN * 2 + 1] = true;
    results->sector_open[SAMPLE_PRIMARY * 2] = true;
    results->demand = demand;
    results->enrolled = enrolled;
    results->unmet = unmet;
    fill(results);
    return results;
}

struct verdict sample_verdict(void)
{
    return (struct verdict) {
        .target = "public-half", .title = { { "Half in public kindergartens", "公办占比过半" } },
        .indicator = indicator_of("public_share"), .indicator_id = "public_share", .unit = UNIT_SHARE,
        .stage = "kindergarten", .sector = "", .upper = NAN,
        .stage_title = { { "Kindergarten", "幼儿园" } }, .scope = SCOPE_REGION, .id = "", .comparison = AT_LEAST,
        .bound = 0.5, .first_year = 2021, .last_year = 2021, .year = 2021, .value = 0.4957, .margin = -0.0043,
        .first_missed = 2021,
    };
}

struct seatsim_verdicts sample_verdicts(struct verdict *verdict, struct verdict_line *line)
{
    static const int first[] = { 0 };
    *line = (struct verdict_line) { .count = 1, .met = verdict->met, .warning = verdict->warning, .first_met = verdict->first_met,
                                    .n_missed = !verdict->met, .missed = first };
    return (struct seatsim_verdicts) { .scenario = "sample", .variant = "base", .count = 1, .list = verdict, .n_lines = 1,
                                       .missed = !verdict->met && !verdict->warning, .lines = line };
}
