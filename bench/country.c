#include "country.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>

enum { STAGES = 3, BASE_YEAR = 2020, FIRST_BIRTHS = 2007, LAST_BIRTHS = 2021 };

static const struct {
    const char *name, *grades[6];
    int n_grades, schools, pupils; /* schools of a district; pupils of a school at least, and up to as many more */
    int class_size;
} stages[STAGES] = {
    { "kindergarten", { "small", "middle", "large" }, 3, 10, 60, 30 },
    { "primary", { "1", "2", "3", "4", "5", "6" }, 6, 7, 240, 45 },
    { "junior", { "1", "2", "3" }, 3, 3, 300, 50 },
};

enum file { SCENARIO, DISTRICTS, BIRTHS, PUPILS, FACILITIES, PROJECTS, FILES };
static const struct {
    const char *name, *head;
} files[FILES] = {
    [SCENARIO] = { "country.yaml", "" },
    [DISTRICTS] = { "districts.csv", "id,title\n" },
    [BIRTHS] = { "births.csv", "district,year,births\n" },
    [PUPILS] = { "pupils.csv", "district,stage,grade,value\n" },
    [FACILITIES] = { "facilities.csv", "id,district,stage,sector,rooms,pupils,zone\n" },
    [PROJECTS] = { "projects.csv", "open,district,stage,sector,year,rooms\n" },
};

static const char scenario[] =
    "seatsim: 1\n"
    "standard: cn-2017\n"
    "years: %d..%d\n"
    "districts:\n"
    "  table: districts.csv\n"
    "  each:\n"
    "    births: {table: births.csv, by: district, year: year, value: births, projection: hold}\n"
    "    pupils: {table: pupils.csv, by: district}\n"
    "facilities: {table: facilities.csv}\n"
    "projects: {table: projects.csv}\n"
    "rules:\n"
    "  handover:\n"
    "    sector: public\n"
    "    while: {indicator: public_share, stage: kindergarten, below: 50%%}\n"
    "    otherwise: inclusive\n"
    "allocation:\n"
    "  kindergarten: {policy: public_first, transfer: 10%%}\n"
    "  primary: {policy: zones}\n"
    "  junior: {policy: preference, weights: {public: 3, inclusive: 2, private: 1}}\n"
    "allow: [W255]\n"
    "targets:\n"
    "  - {id: public-half, indicator: public_share, stage: kindergarten, scope: districts, at_least: 50%%, in: 2030}\n"
    "  - {id: class-size, indicator: class_size_max, stage: [primary, junior], scope: districts, at_most: limit, from: 2025}\n"
    "  - {id: school-size, indicator: school_size_max, stage: [primary, junior], scope: districts, at_most: limit, in: 2030}\n"
    "  - {id: no-shortage, indicator: shortage, stage: [primary, junior], at_most: 0, in: 2030}\n";

/* The next of a fixed row of numbers, 0 .. below - 1 (G. Marsaglia 2003, Xorshift RNGs). */
static int next(uint32_t *state, int below)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return (int)(*state % (uint32_t)below);
}

/* The schools of one stage in a district, and the district's pupils by grade, which are theirs together. The last
 * kindergarten is not there yet: a project opens it. */
static void write_stage(FILE *const *out, int district, int stage, int times, uint32_t *state)
{
    static const char *const sectors[] = { "public", "inclusive", "private" };
    const char *name = stages[stage].name;
    int total = 0, schools = times * stages[stage].schools, standing = schools - (stage == 0);
    for (int school = 0; school < standing; school++) {
        int children = (stages[stage].pupils + next(state, stages[stage].pupils)) / times;
        total += children;
        fprintf(out[FACILITIES], "f%d-%d-%d,d%d,%s,%s,%d,%d,", district, stage, school, district, name, sectors[school % 3],
                children / stages[stage].class_size + 1, children);
        fprintf(out[FACILITIES], stage == 1 ? "%.4f\n" : "\n", 1.0 / schools - 1e-4);
    }
    if (standing < schools)
        fprintf(out[PROJECTS], "f%d-%d-%d,d%d,%s,handover,%d,6\n", district, stage, standing, district, name,
                BASE_YEAR + 1 + next(state, 10));
    for (int grade = 0; grade < stages[stage].n_grades; grade++)
        fprintf(out[PUPILS], "d%d,%s,%s,%d\n", district, name, stages[stage].grades[grade],
                (total + grade) / stages[stage].n_grades);
}

static void write_district(FILE *const *out, int district, int times, uint32_t *state)
{
    fprintf(out[DISTRICTS], "d%d,District %d\n", district, district);
    for (int year = FIRST_BIRTHS; year <= LAST_BIRTHS; year++)
        fprintf(out[BIRTHS], "d%d,%d,%d\n", district, year, 300 + next(state, 300));
    for (int stage = 0; stage < STAGES; stage++)
        write_stage(out, district, stage, times, state);
}

double country_write(const char *folder, struct country country, char path[COUNTRY_PATH])
{
    FILE *out[FILES] = { NULL };
    double bytes = 0;
    uint32_t state = 2463534242;
    mkdir(folder, 0777);
    for (int file = FILES; file-- > 0;) { /* the scenario last: its path stays */
        snprintf(path, COUNTRY_PATH, "%.3500s/%s", folder, files[file].name);
        out[file] = fopen(path, "w");
        if (!out[file])
            return 0;
        fputs(files[file].head, out[file]);
    }
    fprintf(out[SCENARIO], scenario, BASE_YEAR, BASE_YEAR + country.years);
    for (int district = 0; district < country.districts; district++)
        write_district(out, district, country.times, &state);
    for (int file = 0; file < FILES; file++) {
        bytes += (double)ftell(out[file]);
        fclose(out[file]);
    }
    return bytes;
}
