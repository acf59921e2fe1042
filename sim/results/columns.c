/* The public view of results: one row a cell, keys as small integers. Ids of districts and facilities share a column:
 * district d is key d, facility f is key n_districts + f. */
#include "results/results.h"

#include <math.h>
#include <string.h>

/* Writes the keys of one series from cell `at` on, a row a year; returns the cell behind. */
static size_t add_series(struct seatsim_results *results, size_t at, const int *keys)
{
    for (int year = 0; year < results->years; year++, at++) {
        for (int column = 0; column < SEATSIM_COLUMNS; column++)
            results->columns[column][at] = keys[column];
        results->columns[SEATSIM_COLUMN_YEAR][at] = results->base_year + year;
    }
    return at;
}

static void add_all(struct seatsim_results *results)
{
    size_t at = 0;
    for (int row = 0; row <= results->n_districts; row++)
        for (int key = 0; key < results->n_keys; key++)
            at = add_series(results, at, (const int[SEATSIM_COLUMNS]) {
                                    [SEATSIM_COLUMN_SCOPE] = row == 0 ? SCOPE_REGION : SCOPE_DISTRICT,
                                    [SEATSIM_COLUMN_ID] = row - 1,
                                    [SEATSIM_COLUMN_STAGE] = results->keys[key].stage,
                                    [SEATSIM_COLUMN_SECTOR] = results->keys[key].sector,
                                    [SEATSIM_COLUMN_INDICATOR] = results->keys[key].indicator,
                                });
    for (int part = 0; part < results->n_parts; part++)
        for (int key = 0; key < results->n_part_keys; key++)
            at = add_series(results, at, (const int[SEATSIM_COLUMNS]) {
                                    [SEATSIM_COLUMN_SCOPE] = SCOPE_FACILITY,
                                    [SEATSIM_COLUMN_ID] = results->n_districts + results->parts[part].facility,
                                    [SEATSIM_COLUMN_STAGE] = results->parts[part].stage,
                                    [SEATSIM_COLUMN_SECTOR] = -1,
                                    [SEATSIM_COLUMN_INDICATOR] = results->part_indicators[key],
                                });
}

size_t seatsim_results_length(const struct seatsim_results *results)
{
    size_t series = (size_t)(1 + results->n_districts) * (size_t)results->n_keys
        + (size_t)results->n_parts * (size_t)results->n_part_keys;
    return series * (size_t)results->years;
}

/* Most callers never ask, and the columns take three times the memory of the values. */
static bool make_columns(struct seatsim_results *results)
{
    int *columns[SEATSIM_COLUMNS];
    for (int column = 0; column < SEATSIM_COLUMNS; column++)
        if (!(columns[column] = arena_new(&results->arena, seatsim_results_length(results), sizeof *columns[column])))
            return false;
    memcpy(results->columns, columns, sizeof columns);
    add_all(results);
    return true;
}

const int *seatsim_results_keys(struct seatsim_results *results, enum seatsim_column column)
{
    return results->columns[column] || make_columns(results) ? results->columns[column] : NULL;
}

const double *seatsim_results_values(const struct seatsim_results *results)
{
    return results->values;
}

/* --- names ------------------------------------------------------------------------------------------------------- */

/* How many keys a column has. */
static int keys_of(const struct seatsim_results *results, enum seatsim_column column)
{
    switch (column) {
    case SEATSIM_COLUMN_SCOPE:
        return SCOPES;
    case SEATSIM_COLUMN_ID:
        return results->n_districts + results->n_facilities;
    case SEATSIM_COLUMN_STAGE:
        return results->n_stages;
    case SEATSIM_COLUMN_SECTOR:
        return results->n_sectors;
    case SEATSIM_COLUMN_INDICATOR:
        return results->measures.n_indicators;
    case SEATSIM_COLUMN_YEAR:
    case SEATSIM_COLUMNS:
        break;
    }
    return 0;
}

const char *seatsim_results_name(const struct seatsim_results *results, enum seatsim_column column, int key)
{
    if (column == SEATSIM_COLUMN_YEAR || key < -1 || key >= keys_of(results, column))
        return NULL;
    if (key == -1)
        return "";
    switch (column) {
    case SEATSIM_COLUMN_SCOPE:
        return scope_names[key];
    case SEATSIM_COLUMN_ID:
        return key < results->n_districts ? results->districts[key].id : results->facilities[key - results->n_districts].id;
    case SEATSIM_COLUMN_STAGE:
        return results->stages[key].name.id;
    case SEATSIM_COLUMN_SECTOR:
        return results->sectors[key].id;
    case SEATSIM_COLUMN_INDICATOR:
        return results->measures.indicators[key].id;
    case SEATSIM_COLUMN_YEAR:
    case SEATSIM_COLUMNS:
        break;
    }
    return NULL;
}

enum { NO_KEY = -2 };

/* The key of a name among a column's keys from `first` on; -1 for NULL and "", NO_KEY when there is none. */
static int key_of(const struct seatsim_results *results, enum seatsim_column column, const char *name, int first)
{
    if (!name || !name[0])
        return -1;
    for (int key = first; key < keys_of(results, column); key++)
        if (strcmp(seatsim_results_name(results, column, key), name) == 0)
            return key;
    return NO_KEY;
}

static int part_of(const struct seatsim_results *results, int facility, int stage)
{
    for (int part = 0; part < results->n_parts; part++)
        if (results->parts[part].facility == facility && results->parts[part].stage == stage)
            return part;
    return -1;
}

double seatsim_results_value(const struct seatsim_results *results, const char *indicator, const char *scope, const char *id,
                             const char *stage, const char *sector, int year)
{
    int of_indicator = key_of(results, SEATSIM_COLUMN_INDICATOR, indicator, 0);
    int of_scope = key_of(results, SEATSIM_COLUMN_SCOPE, scope, 0);
    int of_stage = key_of(results, SEATSIM_COLUMN_STAGE, stage, 0), of_sector = key_of(results, SEATSIM_COLUMN_SECTOR, sector, 0);
    bool facility = of_scope == SCOPE_FACILITY;
    int of_id = key_of(results, SEATSIM_COLUMN_ID, id, facility ? results->n_districts : 0);
    int at = year - results->base_year;
    const double *series = NULL;
    if (facility && of_sector == -1)
        series = results_part_series(results, part_of(results, of_id - results->n_districts, of_stage), of_indicator);
    else if (of_scope == SCOPE_DISTRICT && of_id >= 0)
        series = results_series(results, 1 + of_id, of_indicator, of_stage, of_sector);
    else if (of_scope <= SCOPE_REGION && of_scope != NO_KEY && of_id == -1)
        series = results_series(results, 0, of_indicator, of_stage, of_sector);
    return series && 0 <= at && at < results->years ? series[at] : NAN;
}

/* The place of a name among some; -1 when it is not there. */
static int place_of_name(const char *const *names, int count, const char *name)
{
    for (int i = 0; name && i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

double seatsim_results_share_under(const struct seatsim_results *results, const char *policy, const char *indicator,
                                   const char *scope, const char *id, const char *stage, int year)
{
    int of_policy = place_of_name(policy_names, POLICIES, policy), share = place_of_name(share_ids, SHARES, indicator);
    int of_scope = key_of(results, SEATSIM_COLUMN_SCOPE, scope, 0), of_id = key_of(results, SEATSIM_COLUMN_ID, id, 0);
    int of_stage = key_of(results, SEATSIM_COLUMN_STAGE, stage, 0), at = year - results->base_year;
    bool region = of_scope <= SCOPE_REGION && of_scope != NO_KEY && of_id == -1;
    bool district = of_scope == SCOPE_DISTRICT && of_id >= 0 && of_id < results->n_districts;
    if (!results->extreme_shares || share < 0 || of_stage < 0 || !(region || district) || at < 0 || at >= results->years)
        return NAN;
    for (int extreme = 0; extreme < EXTREMES; extreme++)
        if ((int)extreme_policies[extreme] == of_policy)
            return results_extreme(results, (enum extreme)extreme, 1 + of_id, of_stage, (enum share)share)[at];
    return NAN;
}
