/* Random scenarios for property tests: small, valid, and the same for the same seed everywhere. */
#ifndef TESTS_RANDOM_SCENARIO_H
#define TESTS_RANDOM_SCENARIO_H

#include "built_scenario.h"

#include <stdint.h>

/* SplitMix64 (G. Steele, D. Lea, C. Flood 2014): one word of state. */
struct chance {
    uint64_t state;
};
int chance_below(struct chance *chance, int count);                    /* 0 .. count - 1 */
double chance_between(struct chance *chance, double low, double high); /* real */
bool chance_one_in(struct chance *chance, int count);

/* What a scenario may have beside facilities, openings and expansions. */
enum features {
    WITH_RULES = 1, WITH_CONVERSIONS = 2, WITH_TRANSFERS = 4, WITH_SITES = 8, WITH_NEIGHBOURS = 16, WITH_EVERYTHING = 31
};

/* One to three stages, one to four districts, six years; free it with built_free. */
struct seatsim_scenario *random_scenario(uint64_t seed, int features);

#endif
