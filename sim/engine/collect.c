#include "engine/collect.h"

#include "model/measure.h"

#include <math.h>
#include <string.h>

/* --- names ------------------------------------------------------------------------------------------------------- */

static bool copy_text(struct arena *arena, const char *text, const char **copy)
{
    *copy = text ? arena_copy(arena, text, strlen(text)) : NULL;
    return !text || *copy;
}

static bool copy_title(struct arena *arena, const struct title *title, struct title *copy)
{
    for (int language = 0; language < LANGUAGES; language++)
        if (!copy_text(arena, title->text[language], &copy->text[language]))
            return false;
    return true;
}

static bool copy_name(struct arena *arena, const char *id, const struct title *title, struct named *copy)
{
    return copy_text(arena, id, &copy->id) && (!title || copy_title(arena, title, &copy->title));
}

static bool name_stages(struct seatsim_results *results, const struct seatsim_scenario *scenario)
{
    for (int i = 0; i < scenario->n_stages; i++) {
        const struct stage *given = &scenario->stages[i];
        struct result_stage *stage = &results->stages[i];
        stage->first_grade = given->first_grade;
        stage->grades = given->n_grades;
        stage->planned_class = given->planned_class;
        stage->school_size = given->school_size;
        stage->compulsory = given->compulsory;
        stage->policy = scenario->allocation[i].policy;
        if (!copy_name(&results->arena, given->id, &given->title, &stage->name))
            return false;
        for (int grade = 0; grade < given->n_grades; grade++) {
            stage->class_limit = fmax(stage->class_limit, given->class_limit[grade]);
            if (!copy_name(&results->arena, given->grade_ids[grade], NULL, &results->grades[given->first_grade + grade]))
                return false;
        }
    }
    return true;
}

static bool name_places(struct seatsim_results *results, const struct seatsim_scenario *scenario)
{
    for (int i = 0; i < scenario->n_sectors; i++)
        if (!copy_name(&results->arena, scenario->sectors[i].id, &scenario->sectors[i].title, &results->sectors[i]))
            return false;
    for (int i = 0; i < scenario->n_districts; i++)
        if (!copy_name(&results->arena, scenario->districts[i].id, &scenario->districts[i].title, &results->districts[i]))
            return false;
    for (int i = 0; i < results->n_facilities; i++) {
        const struct facility *facility = &scenario->facilities[i];
        results->facility_district[i] = facility->district;
        if (!copy_name(&results->arena, facility->id, &facility->title, &results->facilities[i]))
            return false;
    }
    return true;
}

static void number_result_parts(struct seatsim_results *results, const struct plan *plan)
{
    for (int i = 0; i < results->n_parts; i++) {
        const struct plan_part *part = &plan->parts[i];
        results->parts[part->result] = (struct result_part) { part->facility, part->stage };
    }
}

/* Room for all names, from the counts. */
static bool lay_out_names(struct seatsim_results *results)
{
    struct arena *arena = &results->arena;
    size_t facilities = (size_t)results->n_facilities;
    results->stages = arena_new(arena, (size_t)results->n_stages, sizeof *results->stages);
    results->grades = arena_new(arena, (size_t)results->n_grades, sizeof *results->grades);
    results->sectors = arena_new(arena, (size_t)results->n_sectors, sizeof *results->sectors);
    results->districts = arena_new(arena, (size_t)results->n_districts, sizeof *results->districts);
    results->facilities = arena_new(arena, facilities, sizeof *results->facilities);
    results->facility_district = arena_new(arena, facilities, sizeof *results->facility_district);
    results->parts = arena_new(arena, (size_t)results->n_parts, sizeof *results->parts);
    return results->stages && results->grades && results->sectors && results->districts && results->facilities &&
           results->facility_district && results->parts;
}

static bool fill_names(struct seatsim_results *results, const struct plan *plan, bool facilities)
{
    const struct seatsim_scenario *scenario = plan->scenario;
    results->base_year = scenario->base_year;
    results->years = plan->years;
    results->n_stages = plan->n_stages;
    results->n_grades = plan->n_grades;
    results->n_sectors = plan->n_sectors;
    results->n_districts = plan->n_districts;
    results->n_facilities = facilities ? plan->n_facilities : 0;
    results->n_parts = facilities ? plan->n_parts : 0;
    memcpy(results->hash, scenario->hash, sizeof results->hash);
    if (!measures_make(scenario->measures.names, &results->arena, &results->measures) || !lay_out_names(results) ||
        !copy_text(&results->arena, scenario->name, &results->scenario) ||
        !copy_text(&results->arena, scenario->variant, &results->variant) ||
        !copy_title(&results->arena, &scenario->title, &results->title))
        return false;
    number_result_parts(results, plan);
    return name_stages(results, scenario) && name_places(results, scenario) && results_lay_out(results);
}

struct seatsim_results *results_for_plan(const struct plan *plan, bool facilities, const struct seatsim_allocator *allocator)
{
    struct seatsim_results *results = results_new(allocator);
    if (results && fill_names(results, plan, facilities))
        return results;
    seatsim_results_free(results);
    return NULL;
}

/* --- values ------------------------------------------------------------------------------------------------------ */

/* One stage of one row of the results, in one year: every key of it.
 *
 *   totals   [stages][1 + sectors][n_quantities] */
static void collect_row(const struct seatsim_results *results, int row, int year, const real *totals)
{
    for (int i = 0; i < results->n_keys; i++) {
        const struct cell_key *key = &results->keys[i];
        size_t cell = ((size_t)row * (size_t)results->n_keys + (size_t)i) * (size_t)results->years + (size_t)year;
        ptrdiff_t at = ((ptrdiff_t)key->stage * (1 + results->n_sectors) + 1 + key->sector) * results->measures.n_quantities;
        real value;
        evaluate_indicator(&results->measures.indicators[key->indicator], 1, totals + at, &value);
        results->values[cell] = value;
    }
}

static void collect_part(const struct block *block, struct seatsim_results *results, int part)
{
    int result = block->plan->parts[block->cluster->first_part + part].result;
    size_t row = (size_t)result * (size_t)results->n_part_keys, years = (size_t)results->years, year = (size_t)block->autumn;
    const real *counted = block->part_quantities + (ptrdiff_t)part * results->measures.n_quantities;
    bool closed = block->sector[part] < 0;
    results->part_sector[(size_t)result * years + year] = (signed char)block->sector[part];
    for (int i = 0; i < results->n_part_keys; i++) {
        const struct indicator *indicator = &results->measures.indicators[results->part_indicators[i]];
        real value;
        evaluate_indicator(indicator, 1, counted, &value);
        if (closed && !(indicator->while_closed && value > 0))
            continue;
        results->part_values[(row + (size_t)i) * years + year] = value;
    }
}

/* A grade's children in the facilities of a district, whose homes may lie elsewhere. */
static double enrolled_in(const struct block *block, int district, int grade)
{
    int stage = 0;
    double sum = 0;
    while (grade >= block->plan->stages[stage].first_grade + block->plan->stages[stage].n_grades)
        stage++;
    for (int part = block_first_part(block, district, stage); part < block_first_part(block, district, stage + 1); part++)
        sum += block_seated(block, part)[grade - block->plan->stages[stage].first_grade];
    return sum;
}

static void collect_grades(const struct block *block, struct seatsim_results *results, int district)
{
    size_t place = (size_t)block->plan->districts[block->cluster->first_district + district].index;
    for (int grade = 0; grade < results->n_grades; grade++) {
        size_t cell = (place * (size_t)results->n_grades + (size_t)grade) * (size_t)results->years + (size_t)block->autumn;
        ptrdiff_t from = (ptrdiff_t)district * results->n_grades + grade;
        double demand = block->demand[from], unmet = beyond_rounding(block->waiting[from], demand);
        results->demand[cell] = demand;
        results->unmet[cell] = unmet;
        results->enrolled[cell] = block->guests ? enrolled_in(block, district, grade) : demand - unmet;
    }
}

/* Single and combined schools have different limits, so the largest school need not be the one that keeps its limit worst.
 * Of two that are as far from theirs the larger counts. */
static void keep_worse(struct school *worst, struct school school)
{
    double above = school.pupils - school.limit, most = worst->pupils - worst->limit;
    if (isnan(most) || above > most || (above >= most && school.pupils > worst->pupils))
        *worst = school;
}

static void collect_school(const struct block *block, struct seatsim_results *results, int part)
{
    const struct seatsim_scenario *scenario = block->plan->scenario;
    const struct plan_part *given = &block->plan->parts[block->cluster->first_part + part];
    struct school school = { block->school_pupils[part],
                             school_size_limit(scenario, &scenario->facilities[given->facility], given->stage,
                                               scenario->base_year + block->autumn) };
    int row = 1 + scenario->facilities[given->facility].district;
    if (isnan(school.limit))
        return;
    keep_worse(results_schools(results, 0, given->stage) + block->autumn, school);
    keep_worse(results_schools(results, row, given->stage) + block->autumn, school);
}

static void collect_parts(const struct block *block, struct seatsim_results *results)
{
    for (int part = 0; part < block->cluster->n_parts; part++) {
        int stage = block->plan->parts[block->cluster->first_part + part].stage, sector = block->sector[part];
        if (sector >= 0) {
            results->sector_open[stage * results->n_sectors + sector] = true;
            collect_school(block, results, part);
        }
        if (results->n_parts > 0)
            collect_part(block, results, part);
    }
}

void collect_year(const struct block *block, struct seatsim_results *results, real *region)
{
    const struct plan *plan = block->plan;
    int rows = plan->n_stages * (1 + plan->n_sectors);
    for (int district = 0; district < block->cluster->n_districts; district++) {
        int place = plan->districts[block->cluster->first_district + district].index;
        collect_row(results, 1 + place, block->autumn, block_totals(block, 1 + district, 0));
        collect_grades(block, results, district);
    }
    collect_parts(block, results);
    gather(plan->measures, rows, 1, block_totals(block, 0, 0),
           region + (ptrdiff_t)block->autumn * rows * plan->measures->n_quantities);
}

void collect_region(const struct plan *plan, struct seatsim_results *results, const real *region)
{
    ptrdiff_t year_size = (ptrdiff_t)plan->n_stages * (1 + plan->n_sectors) * plan->measures->n_quantities;
    for (int year = 0; year < plan->years; year++)
        collect_row(results, 0, year, region + year * year_size);
}

size_t region_size(const struct plan *plan)
{
    return (size_t)plan->years * (size_t)plan->n_stages * (size_t)(1 + plan->n_sectors) * (size_t)plan->measures->n_quantities;
}
