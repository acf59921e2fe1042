/* A scenario of the size of a country, made from a fixed seed: districts, births, pupils, facilities and projects in tables,
 * three stages with a policy each, targets for every district. */
#ifndef BENCH_COUNTRY_H
#define BENCH_COUNTRY_H

enum { COUNTRY_DISTRICTS = 3000, COUNTRY_FACILITIES = 20 /* of a district */, COUNTRY_YEARS = 15, COUNTRY_PATH = 4096 };

struct country {
    int districts, times; /* times as many facilities, each of that part of the pupils */
    int years;            /* after the base year */
};

/* Writes the files into `folder`, which is made; `path` gets that of the scenario. Returns their bytes, 0 when that fails. */
double country_write(const char *folder, struct country country, char path[COUNTRY_PATH]);

#endif
