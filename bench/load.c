/* How long a large scenario takes to load and to check: up to 3,000 districts with 60,000 facilities in tables, beside the time
 * to read the same bytes (wc -l), and the memory it takes. At a quarter and at half of the size too: what grows faster than the
 * input shows in the last line. The scenario is made here from a fixed seed. */
#define _GNU_SOURCE /* wait4 */
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 5, SIZES = 3, DISTRICTS = 3000, STAGES = 3, FILES = 5, PATH = 4096 };
static const double RATIO_MOST = 5; /* of full to quarter size */
extern char **environ;

/* --- the scenario ------------------------------------------------------------------------------------------------ */

static const struct {
    const char *name, *grades[9];
    int n_grades, schools, pupils; /* schools of a district; pupils of a school at least, and up to as many more */
} stages[STAGES] = {
    { "kindergarten", { "small", "middle", "large" }, 3, 10, 60 },
    { "primary", { "1", "2", "3", "4", "5", "6" }, 6, 7, 240 },
    { "junior", { "1", "2", "3" }, 3, 3, 300 },
};

static const char *const files[FILES] = { "large.yaml", "districts.csv", "births.csv", "pupils.csv", "facilities.csv" };

static const char scenario[] = "seatsim: 1\n"
                               "standard: cn-2017\n"
                               "years: 2020..2030\n"
                               "districts:\n"
                               "  table: districts.csv\n"
                               "  each:\n"
                               "    births: {table: births.csv, by: district, year: year, value: births, projection: hold}\n"
                               "    pupils: {table: pupils.csv, by: district}\n"
                               "facilities: {table: facilities.csv}\n";

/* The next of a fixed row of numbers, 0 .. below - 1 (G. Marsaglia 2003, Xorshift RNGs). */
static int next(uint32_t *state, int below)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return (int)(*state % (uint32_t)below);
}

/* The schools of one stage in a district, and the district's pupils by grade, which are theirs together. */
static void write_stage(FILE *pupils, FILE *facilities, int district, int stage, uint32_t *state)
{
    static const char *const sectors[] = { "public", "inclusive", "private" };
    int total = 0;
    for (int school = 0; school < stages[stage].schools; school++) {
        int children = stages[stage].pupils + next(state, stages[stage].pupils);
        total += children;
        fprintf(facilities, "f%d-%d-%d,d%d,%s,%s,%d,%d\n", district, stage, school, district, stages[stage].name,
                sectors[school % 3], children / 25 + 2, children);
    }
    for (int grade = 0; grade < stages[stage].n_grades; grade++)
        fprintf(pupils, "d%d,%s,%s,%d\n", district, stages[stage].name, stages[stage].grades[grade],
                (total + grade) / stages[stage].n_grades);
}

static void write_district(FILE *const *out, int district, uint32_t *state)
{
    fprintf(out[1], "d%d,District %d\n", district, district);
    for (int year = 2007; year <= 2021; year++)
        fprintf(out[2], "d%d,%d,%d\n", district, year, 300 + next(state, 300));
    for (int stage = 0; stage < STAGES; stage++)
        write_stage(out[3], out[4], district, stage, state);
}

/* Writes the files into `folder`, which is made; returns their bytes, 0 when that fails. */
static double write_scenario(const char *folder, int districts)
{
    char path[PATH + 32];
    FILE *out[FILES] = { NULL };
    double bytes = 0;
    uint32_t state = 2463534242;
    mkdir(folder, 0777);
    for (int file = 0; file < FILES; file++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[file]);
        out[file] = fopen(path, "w");
        if (!out[file])
            return 0;
    }
    fprintf(out[0], "%s", scenario);
    fprintf(out[1], "id,title\n");
    fprintf(out[2], "district,year,births\n");
    fprintf(out[3], "district,stage,grade,value\n");
    fprintf(out[4], "id,district,stage,sector,rooms,pupils\n");
    for (int district = 0; district < districts; district++)
        write_district(out, district, &state);
    for (int file = 0; file < FILES; file++) {
        bytes += (double)ftell(out[file]);
        fclose(out[file]);
    }
    return bytes;
}

/* --- measuring --------------------------------------------------------------------------------------------------- */

/* Of one program: what a clock on the wall says, what the processor spent on it, and the most memory that it held. */
struct figures {
    double seconds[ROUNDS], processor[ROUNDS], bytes;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

/* Runs a program once; false when it cannot start or fails. */
static int run(char *const *words, int round, struct figures *figures)
{
    posix_spawn_file_actions_t actions;
    struct rusage usage = { 0 };
    pid_t process;
    int status = -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    double start = now();
    if (posix_spawnp(&process, words[0], &actions, NULL, words, environ) == 0)
        wait4(process, &status, 0, &usage);
    figures->seconds[round] = now() - start;
    figures->processor[round] = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    figures->bytes = (double)usage.ru_maxrss * 1024;
    posix_spawn_file_actions_destroy(&actions);
    return status == 0;
}

static int rising(const void *one, const void *other)
{
    const double *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

static int measure(char *const *words, struct figures *figures)
{
    for (int round = 0; round < ROUNDS; round++)
        if (!run(words, round, figures)) {
            fprintf(stderr, "load: %s failed\n", words[0]);
            return 0;
        }
    qsort(figures->seconds, ROUNDS, sizeof *figures->seconds, rising);
    qsort(figures->processor, ROUNDS, sizeof *figures->processor, rising);
    return 1;
}

/* One size: a line of the table; the least seconds of processor, which other programs disturb less than those of the wall, or a
 * negative number when something failed. */
static double measure_size(char *program, const char *folder, int districts)
{
    char paths[FILES][PATH], place[PATH];
    char *validate[] = { program, "validate", "--quiet", paths[0], NULL };
    char *read[] = { "wc", "-l", paths[0], paths[1], paths[2], paths[3], paths[4], NULL };
    struct figures load, wc;
    snprintf(place, sizeof place, "%.3000s/%d", folder, districts);
    for (int file = 0; file < FILES; file++)
        snprintf(paths[file], PATH, "%.3500s/%s", place, files[file]);
    double bytes = write_scenario(place, districts);
    if (bytes == 0 || !measure(validate, &load) || !measure(read, &wc))
        return -1;
    printf("%9d %10d %6.2f %9.3f %9.3f %11.3f %8.4f %9.0f %12.1f\n", districts, 20 * districts, bytes * 1e-6, load.seconds[0],
           load.seconds[ROUNDS / 2], load.processor[0], wc.seconds[0], load.bytes * 1e-6, load.bytes / bytes);
    return load.processor[0];
}

int main(int argc, char **argv)
{
    double seconds[SIZES];
    if (argc != 3) {
        fprintf(stderr, "usage: load SEATSIM FOLDER\n");
        return 2;
    }
    mkdir(argv[2], 0777);
    printf("%9s %10s %6s %9s %9s %11s %8s %9s %12s\n", "districts", "facilities", "MB", "minimum s", "median s", "processor s",
           "wc s", "memory MB", "memory/bytes");
    for (int size = 0; size < SIZES; size++) {
        seconds[size] = measure_size(argv[1], argv[2], DISTRICTS >> (SIZES - 1 - size));
        if (seconds[size] < 0)
            return 1;
    }
    double ratio = seconds[SIZES - 1] / seconds[0];
    printf("four times the size takes %.2f times as long on the processor (at most %.0f)\n", ratio, RATIO_MOST);
    return ratio > RATIO_MOST;
}
