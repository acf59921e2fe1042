/* What a scenario may ask for and this version does not compute: better no result than that of something else. */
#include "engine/assemble.h"

static bool refuse(const struct section *section, const char *key, const char *what, struct seatsim_diagnostics *diagnostics)
{
    report2(diagnostics, place_of(section, key), "E305", "what", what, NULL, NULL);
    return false;
}

static bool check_entry(const struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    bool good = true;
    for (int district = 0; district < scenario->n_districts; district++)
        for (int stage = 0; stage < scenario->n_stages; stage++) {
            const struct entry *entry = &scenario->districts[district].entry[stage];
            if (entry->method > ENTRY_PROGRESSION)
                good = refuse(&entry->section, "method", "this method of entry", diagnostics);
        }
    return good;
}

static bool check_policies(const struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    bool good = true;
    for (int stage = 0; stage < scenario->n_stages; stage++)
        if (scenario->allocation[stage].policy > POLICY_PUBLIC_FIRST)
            good = refuse(&scenario->allocation[stage].section, "policy", "this policy", diagnostics);
    return good;
}

bool check_computed(const struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    bool entry = check_entry(scenario, diagnostics), policies = check_policies(scenario, diagnostics);
    return entry && policies;
}
