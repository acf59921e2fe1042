/* What a loaded scenario says of a stage, a sector, a facility, a name. */
#include "scenario/scenario.h"

#include <string.h>

int stage_of(const struct seatsim_scenario *scenario, const char *id)
{
    for (int stage = 0; id && stage < scenario->n_stages; stage++)
        if (scenario->stages[stage].id && strcmp(scenario->stages[stage].id, id) == 0)
            return stage;
    return -1;
}

int sector_of(const struct seatsim_scenario *scenario, const char *id)
{
    for (int sector = 0; id && sector < scenario->n_sectors; sector++)
        if (scenario->sectors[sector].id && strcmp(scenario->sectors[sector].id, id) == 0)
            return sector;
    return -1;
}

const struct part *facility_part(const struct facility *facility, int stage)
{
    for (int part = 0; part < facility->n_parts; part++)
        if (facility->parts[part].stage == stage)
            return &facility->parts[part];
    return NULL;
}

double school_size_limit(const struct seatsim_scenario *scenario, const struct facility *facility, int stage, int year)
{
    int stages = 0;
    for (int part = 0; part < facility->n_parts; part++)
        stages += facility->parts[part].merged_in <= year;
    return stages > 1 ? scenario->combined_school_size : scenario->stages[stage].school_size;
}

double amount_named(const struct amounts *amounts, const char *name, double otherwise)
{
    for (int i = 0; i < amounts->count; i++)
        if (strcmp(amounts->names[i], name) == 0)
            return amounts->values[i];
    return otherwise;
}
