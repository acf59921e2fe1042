#include "study/answers.h"

#include <math.h>

/* --- places ------------------------------------------------------------------------------------------------------ */

static int part_of(const struct seatsim_results *results, int facility, int stage)
{
    for (int part = 0; part < results->n_parts; part++)
        if (results->parts[part].facility == facility && results->parts[part].stage == stage)
            return part;
    return -1;
}

static void list_facilities(struct answers *answers)
{
    const struct seatsim_results *results = answers->results;
    for (int part = 0; part < results->n_parts; part++)
        if (results->parts[part].stage == answers->stage)
            answers->places[answers->n_places++] = (struct asked_place){ SCOPE_FACILITY, results->parts[part].facility, part };
}

static void list_places(struct answers *answers)
{
    const struct target *target = answers->target;
    answers->n_places = 0;
    switch (target->scope) {
    case TARGET_REGION:
        answers->places[answers->n_places++] = (struct asked_place){ SCOPE_REGION, -1, -1 };
        break;
    case TARGET_DISTRICT:
        answers->places[answers->n_places++] = (struct asked_place){ SCOPE_DISTRICT, target->place, -1 };
        break;
    case TARGET_FACILITY:
        answers->places[answers->n_places++] =
            (struct asked_place){ SCOPE_FACILITY, target->place, part_of(answers->results, target->place, answers->stage) };
        break;
    case TARGET_FACILITIES:
        list_facilities(answers);
        break;
    case TARGET_DISTRICTS:
        for (int district = 0; district < answers->results->n_districts; district++)
            answers->places[answers->n_places++] = (struct asked_place){ SCOPE_DISTRICT, district, -1 };
        break;
    case TARGET_SCOPES:
        break;
    }
}

static int places_most(const struct answers *answers)
{
    switch (answers->target->scope) {
    case TARGET_DISTRICTS:
        return answers->results->n_districts;
    case TARGET_FACILITIES:
        return answers->results->n_parts;
    default:
        return 1;
    }
}

/* --- values ------------------------------------------------------------------------------------------------------ */

/* The series of an indicator in a place, [years]; NULL when there is none. A facility is of one sector, or not asked. */
static const double *series_of(const struct answers *answers, const struct asked_place *place, int indicator)
{
    if (place->scope == SCOPE_FACILITY)
        return results_part_series(answers->results, place->part, indicator);
    return results_series(answers->results, 1 + place->index, indicator, answers->stage, answers->target->sector);
}

/* Whether a facility is open in a year, and of the sector that is asked for. */
static bool is_asked(const struct answers *answers, int part, int year)
{
    if (part < 0)
        return false;
    int sector = answers->results->part_sector[(ptrdiff_t)part * answers->results->years + year];
    return sector >= 0 && (answers->target->sector < 0 || sector == answers->target->sector);
}

static double value_in(const struct answers *answers, const struct asked_place *place, int indicator, int year)
{
    const double *series = series_of(answers, place, indicator);
    if (!series || (place->scope == SCOPE_FACILITY && !is_asked(answers, place->part, year)))
        return NAN;
    return series[year];
}

static bool within(const struct target *target, double value, double bound)
{
    return number_meets(value, target->comparison, bound, target->upper, target->tolerance);
}

/* A class is held to the limit of its own grade, so what counts is that no class is above it; the bound shown is the
 * largest limit of the stage's grades. A tolerance is only for stages of one limit. */
static struct answer answer_class_size(const struct answers *answers, const struct asked_place *place, int year)
{
    const struct target *target = answers->target;
    double value = value_in(answers, place, target->indicator, year),
           bound = answers->results->stages[answers->stage].class_limit;
    double over = value_in(answers, place, indicator_of("classes_over_limit"), year);
    bool holds = !isnan(value) && !isnan(over) && !number_below(0, over);
    return (struct answer){ value, bound, holds || (target->tolerance > 0 && within(target, value, bound)), false };
}

static struct answer answer_plain(const struct answers *answers, const struct asked_place *place, int year, double bound)
{
    double value = value_in(answers, place, answers->target->indicator, year);
    return (struct answer){ value, bound, within(answers->target, value, bound), false };
}

/* Of a district or the region the school that keeps its own limit worst. */
static struct answer answer_school_size(const struct answers *answers, const struct asked_place *place, int year)
{
    struct school school;
    if (place->scope == SCOPE_FACILITY)
        school = (struct school){ value_in(answers, place, answers->target->indicator, year),
                                  school_size_limit(answers->scenario, &answers->scenario->facilities[place->index],
                                                    answers->stage, answers->results->base_year + year) };
    else
        school = results_schools(answers->results, 1 + place->index, answers->stage)[year];
    if (isnan(school.pupils) || isnan(school.limit))
        return (struct answer){ NAN, answers->scenario->stages[answers->stage].school_size, false, false };
    return (struct answer){ school.pupils, school.limit, within(answers->target, school.pupils, school.limit), false };
}

static struct answer answer_in(const struct answers *answers, const struct asked_place *place, int year)
{
    if (!isnan(answers->target->bound))
        return answer_plain(answers, place, year, answers->target->bound);
    switch (answers->results->measures.indicators[answers->target->indicator].limit) {
    case LIMIT_CLASS:
        return answer_class_size(answers, place, year);
    case LIMIT_PLANNED_CLASS:
        return answer_plain(answers, place, year, answers->results->stages[answers->stage].planned_class);
    case LIMIT_SCHOOL_SIZE:
        return answer_school_size(answers, place, year);
    case LIMIT_NONE:
        break;
    }
    return (struct answer){ NAN, NAN, false, false };
}

/* --- all --------------------------------------------------------------------------------------------------------- */

static bool is_some(const double *series, int year)
{
    return series && series[year] > 0;
}

/* Whether nobody is there: a facility that is not open or empty; a district without pupils and seats of the stage, or of the
 * sector that is asked for. Children without a seat are there, those who sit in other districts are not. */
static bool is_absent(const struct answers *answers, const struct asked_place *place, int year)
{
    static const char *const present[] = { "enrolled", "seats", "unmet", NULL };
    const struct seatsim_results *results = answers->results;
    if (place->scope == SCOPE_FACILITY)
        return !is_asked(answers, place->part, year) ||
               !is_some(results_part_series(results, place->part, indicator_of("enrolled")), year);
    for (const char *const *id = present; *id; id++)
        if (is_some(results_series(results, 1 + place->index, indicator_of(*id), answers->stage, answers->target->sector), year))
            return false;
    return true;
}

bool answers_fill(struct answers *answers, struct arena *arena)
{
    int years = answers->results->years, most = places_most(answers);
    answers->each = answers->target->scope == TARGET_DISTRICTS || answers->target->scope == TARGET_FACILITIES;
    answers->places = arena_new(arena, (size_t)most, sizeof *answers->places);
    answers->list = arena_new(arena, (size_t)most * (size_t)years, sizeof *answers->list);
    if (!answers->places || !answers->list)
        return false;
    list_places(answers);
    for (int place = 0; place < answers->n_places; place++)
        for (int year = 0; year < years; year++)
            answers->list[(ptrdiff_t)place * years + year] = answer_in(answers, &answers->places[place], year);
    for (int place = 0; answers->each && place < answers->n_places; place++)
        for (int year = 0; year < years; year++) {
            struct answer *answer = &answers->list[(ptrdiff_t)place * years + year];
            answer->absent = isnan(answer->value) && is_absent(answers, &answers->places[place], year);
        }
    return true;
}

const struct answer *answers_of(const struct answers *answers, int place)
{
    return answers->list + (ptrdiff_t)place * answers->results->years;
}

double answer_margin(const struct target *target, const struct answer *answer)
{
    double above = answer->value - answer->bound, below = answer->bound - answer->value, margin = above;
    if (target->comparison == AT_MOST)
        margin = below;
    if (target->comparison == BETWEEN)
        margin = fmin(above, target->upper - answer->value);
    if (target->comparison == EQUALS)
        margin = -fabs(above);
    return answer->holds == within(target, answer->value, answer->bound) ? margin : NAN;
}
