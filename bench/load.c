/* How long a scenario in tables takes to be loaded and checked, and how much memory: 3,000 districts with 60,000 facilities, the
 * half and the quarter of it. Time and memory must grow as the files do. */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

enum { ROUNDS = 5, SIZES = 3, DISTRICTS = 3000, FACILITIES = 20, FIRST_YEAR = 2007, BASE_YEAR = 2023 };
extern char **environ;

struct figures {
    double bytes, seconds[ROUNDS], kibibytes;
};

static FILE *open_in(const char *folder, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(2);
    }
    return file;
}

/* Closes a file and returns its bytes. */
static double close_counted(FILE *file)
{
    double bytes = (double)ftell(file);
    fclose(file);
    return bytes;
}

static double write_scenario(const char *folder)
{
    FILE *file = open_in(folder, "load.yaml");
    fprintf(file, "seatsim: 1\nstandard: cn-2017\nyears: %d..2037\ndistricts:\n  table: districts.csv\n  each:\n", BASE_YEAR);
    fprintf(file, "    births: {table: births.csv, by: district, year: year, value: births, projection: hold}\n");
    fprintf(file, "    pupils: {table: pupils.csv, by: district}\nfacilities: {table: facilities.csv}\n");
    return close_counted(file);
}

static double write_births(const char *folder, int districts)
{
    FILE *ids = open_in(folder, "districts.csv"), *births = open_in(folder, "births.csv");
    fprintf(ids, "id\n");
    fprintf(births, "district,year,births\n");
    for (int district = 0; district < districts; district++) {
        fprintf(ids, "d%d\n", district);
        for (int year = FIRST_YEAR; year <= BASE_YEAR; year++)
            fprintf(births, "d%d,%d,%d\n", district, year, 200 + (district * 31 + year * 17) % 700);
    }
    return close_counted(ids) + close_counted(births);
}

/* Ten kindergartens, six primary and four junior schools in each district, whose pupils add up to the district's. */
static double write_facilities(const char *folder, int districts)
{
    static const char *const stages[] = { "kindergarten", "primary", "junior" };
    FILE *pupils = open_in(folder, "pupils.csv"), *facilities = open_in(folder, "facilities.csv");
    fprintf(pupils, "district,stage,value\n");
    fprintf(facilities, "id,district,stage,sector,seats,pupils\n");
    for (int district = 0; district < districts; district++) {
        int sums[3] = { 0 };
        for (int i = 0; i < FACILITIES; i++) {
            int stage = i < 10 ? 0 : i < 16 ? 1 : 2, count = 100 + (district * 13 + i * 37) % 500;
            sums[stage] += count;
            fprintf(facilities, "f%d-%d,d%d,%s,public,%d,%d\n", district, i, district, stages[stage], count + 50, count);
        }
        for (int stage = 0; stage < 3; stage++)
            fprintf(pupils, "d%d,%s,%d\n", district, stages[stage], sums[stage]);
    }
    return close_counted(pupils) + close_counted(facilities);
}

/* Seconds that a program takes, and its memory; ends when it fails. */
static double time_of(char *const *words, double *kibibytes)
{
    struct timespec start, end;
    struct rusage usage;
    posix_spawn_file_actions_t actions;
    pid_t process;
    int status = -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (posix_spawn(&process, words[0], &actions, NULL, words, environ) == 0)
        wait4(process, &status, 0, &usage);
    clock_gettime(CLOCK_MONOTONIC, &end);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0)
        exit(1);
    *kibibytes = (double)usage.ru_maxrss;
    return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) * 1e-9;
}

static int rising(const void *one, const void *other)
{
    const double *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

static void measure(char *program, const char *folder, int districts, struct figures *figures)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/load.yaml", folder);
    char *words[] = { program, "validate", path, NULL };
    figures->bytes = write_scenario(folder) + write_births(folder, districts) + write_facilities(folder, districts);
    for (int round = 0; round < ROUNDS; round++)
        figures->seconds[round] = time_of(words, &figures->kibibytes);
    qsort(figures->seconds, ROUNDS, sizeof figures->seconds[0], rising);
}

int main(int argc, char **argv)
{
    static struct figures figures[SIZES];
    if (argc != 3) {
        fprintf(stderr, "usage: load SEATSIM FOLDER\n");
        return 2;
    }
    printf("%-22s %10s %10s %10s %12s %12s\n", "load and check", "MB", "minimum s", "median s", "memory MB", "byte/byte");
    for (int size = 0; size < SIZES; size++) {
        int districts = DISTRICTS >> (SIZES - 1 - size);
        struct figures *one = &figures[size];
        measure(argv[1], argv[2], districts, one);
        printf("%4d districts, %5d  %10.2f %10.3f %10.3f %12.1f %12.1f\n", districts, districts * FACILITIES, one->bytes / 1e6,
               one->seconds[0], one->seconds[ROUNDS / 2], one->kibibytes / 1024, one->kibibytes * 1024 / one->bytes);
    }
    double ratio = figures[SIZES - 1].seconds[0] / figures[0].seconds[0];
    printf("the whole over a quarter: %.2f (linear: 4, bar: 5)\n", ratio);
    return ratio > 5;
}
