/* Results: columns that any language can map without a copy. Read-only.
 *
 * A cell is one number: indicator x scope x stage x sector x year. Keys are small integers with name tables; key -1
 * means "all together" or "does not apply". Values are one array of doubles; a value that does not exist (a share of
 * nobody, a class size without classes) is NaN. */
#ifndef SEATSIM_RESULTS_H
#define SEATSIM_RESULTS_H

#include <seatsim/diagnostic.h>

#ifdef __cplusplus
extern "C" {
#endif

struct seatsim_results;

enum seatsim_column {
    SEATSIM_COLUMN_YEAR,      /* the calendar year itself */
    SEATSIM_COLUMN_SCOPE,     /* region, district, facility */
    SEATSIM_COLUMN_ID,        /* id of the district or facility */
    SEATSIM_COLUMN_STAGE,
    SEATSIM_COLUMN_SECTOR,
    SEATSIM_COLUMN_INDICATOR,
    SEATSIM_COLUMNS
};

SEATSIM_API void seatsim_results_free(struct seatsim_results *results);

/* Number of cells. Facilities have none when the option facilities was "no". */
SEATSIM_API size_t seatsim_results_length(const struct seatsim_results *results);

/* The keys of one column, [length]; owned by the results. They are made when the first column is asked for: NULL without
 * memory, and no other thread may use the results meanwhile. */
SEATSIM_API const int *seatsim_results_keys(struct seatsim_results *results, enum seatsim_column column);

/* The name of a key of a column ("etdz", "primary", "public_share"), "" for -1; NULL for a year or a key out of range. */
SEATSIM_API const char *seatsim_results_name(const struct seatsim_results *results, enum seatsim_column column, int key);

/* The values, [length]; owned by the results. */
SEATSIM_API const double *seatsim_results_values(const struct seatsim_results *results);

/* One value by names; NULL or "" for "all together". NaN when there is no such cell. */
SEATSIM_API double seatsim_results_value(const struct seatsim_results *results, const char *indicator, const char *scope,
                                         const char *id, const char *stage, const char *sector, int year);

/* A share of sectors, "public_share" or "inclusive_share" of the region or a district, as it is with the policy "proportional"
 * or "public_first" in every stage instead of the plan's own: the extremes of who fills public seats. NaN when there is no such
 * cell, and in a run without the option `policies`. */
SEATSIM_API double seatsim_results_share_under(const struct seatsim_results *results, const char *policy, const char *indicator,
                                               const char *scope, const char *id, const char *stage, int year);

#ifdef __cplusplus
}
#endif
#endif
