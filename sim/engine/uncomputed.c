/* What a scenario may ask for and this version does not compute: better no result than that of something else. */
#include "engine/assemble.h"

static bool refuse(const struct section *section, const char *key, const char *what, struct seatsim_diagnostics *diagnostics)
{
    report2(diagnostics, place_of(section, key), "E305", "what", what, NULL, NULL);
    return false;
}

bool check_computed(const struct seatsim_scenario *scenario, struct seatsim_diagnostics *diagnostics)
{
    bool good = true;
    for (int stage = 0; stage < scenario->n_stages; stage++)
        if (scenario->allocation[stage].policy > POLICY_PUBLIC_FIRST)
            good = refuse(&scenario->allocation[stage].section, "policy", "this policy", diagnostics);
    return good;
}
