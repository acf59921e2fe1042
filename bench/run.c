/* How long one run of a country takes on one core: 3,000 districts with 20 facilities each for 15 years, loaded from tables, run,
 * its targets judged, its tables made (and thrown away); beside the time to copy a gigabyte in memory. At a quarter and at half
 * of the size too: what grows faster than the input shows in the last lines. And whether memory grows with facilities times
 * years when only the results of districts are kept. Processor time, of a process of its own for each round. */
#define _GNU_SOURCE /* wait4, malloc_usable_size */
#include "country.h"

#include <seatsim/seatsim.h>

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 5, SIZES = 3 };
static const double SECONDS_MOST = 1; /* of the load, and of run and check together, at full size */
static const double RATIO_MOST = 5;   /* of full to quarter size */
static const double BYTES_MOST = 1;   /* a facility and year, when only districts are kept */

/* --- one measurement ---------------------------------------------------------------------------------------------- */

enum phase { LOAD, RUN, CHECK, WRITE, PHASES };
static const char *const phase_names[PHASES] = { "load", "run", "check", "write" };

/* What a process tells of its phases. */
struct told {
    double processor[PHASES], wall[PHASES]; /* seconds */
    double written;                         /* bytes of tables */
};

struct subject {
    const char *path, *data, *facilities; /* yes or no: whether they are kept */
};

struct work {
    struct seatsim_diagnostics *diagnostics;
    struct seatsim_options *options;
    struct seatsim_scenario *scenario;
    struct seatsim_results *results;
    struct seatsim_verdicts *verdicts;
    double written;
};

static bool count_bytes(void *context, const char *bytes, size_t length)
{
    struct work *work = context;
    (void)bytes;
    work->written += (double)length;
    return true;
}

static enum seatsim_status write_tables(struct work *work)
{
    static const char *const tables[] = { "indicators", "pupils", "facilities", "targets" };
    enum seatsim_status status = SEATSIM_OK;
    for (int table = 0; table < 4 && status == SEATSIM_OK; table++)
        status = seatsim_export_table(work->results, work->verdicts, tables[table], count_bytes, work, work->diagnostics);
    return status;
}

static bool perform(struct work *work, enum phase phase, const char *path)
{
    switch (phase) {
    case LOAD:
        return seatsim_scenario_load(path, work->options, &work->scenario, work->diagnostics) == SEATSIM_OK;
    case RUN:
        return seatsim_run(work->scenario, work->options, &work->results, work->diagnostics) == SEATSIM_OK;
    case CHECK:
        return seatsim_check(work->scenario, work->results, work->options, &work->verdicts, work->diagnostics)
            <= SEATSIM_TARGET_MISSED;
    case WRITE:
        return write_tables(work) == SEATSIM_OK;
    case PHASES:
        break;
    }
    return false;
}

static bool work_init(struct work *work, const struct subject *subject, const struct seatsim_allocator *allocator)
{
    memset(work, 0, sizeof *work);
    work->diagnostics = seatsim_diagnostics_new(NULL);
    work->options = seatsim_options_new(allocator);
    return work->diagnostics && work->options
        && seatsim_options_set(work->options, "data", subject->data, work->diagnostics) == SEATSIM_OK
        && seatsim_options_set(work->options, "facilities", subject->facilities, work->diagnostics) == SEATSIM_OK;
}

static void work_clear(struct work *work)
{
    seatsim_verdicts_free(work->verdicts);
    seatsim_results_free(work->results);
    seatsim_scenario_free(work->scenario);
    seatsim_options_free(work->options);
    seatsim_diagnostics_free(work->diagnostics);
}

/* --- time --------------------------------------------------------------------------------------------------------- */

static double seconds_of(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* All phases, in this process. */
static bool measure_here(const struct subject *subject, struct told *told)
{
    struct work work;
    bool done = work_init(&work, subject, NULL);
    for (enum phase phase = LOAD; phase < PHASES && done; phase++) {
        double processor = seconds_of(CLOCK_PROCESS_CPUTIME_ID), wall = seconds_of(CLOCK_MONOTONIC);
        done = perform(&work, phase, subject->path);
        told->processor[phase] = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - processor;
        told->wall[phase] = seconds_of(CLOCK_MONOTONIC) - wall;
    }
    told->written = work.written;
    work_clear(&work);
    return done;
}

/* All phases in a process of their own, which ends with them; `bytes` is the most memory that it held. */
static bool measure_once(const struct subject *subject, struct told *told, double *bytes)
{
    int ends[2], status = -1;
    struct rusage usage = { 0 };
    if (pipe(ends) != 0)
        return false;
    pid_t process = fork();
    if (process == 0) {
        bool done = measure_here(subject, told) && write(ends[1], told, sizeof *told) == sizeof *told;
        _exit(done ? 0 : 1);
    }
    close(ends[1]);
    bool heard = process > 0 && read(ends[0], told, sizeof *told) == sizeof *told;
    close(ends[0]);
    if (process > 0)
        wait4(process, &status, 0, &usage);
    *bytes = (double)usage.ru_maxrss * 1024;
    return heard && status == 0;
}

/* The least of each figure over the rounds: what else the machine does only adds. */
static bool measure(const struct subject *subject, struct told *least, double *bytes)
{
    for (int round = 0; round < ROUNDS; round++) {
        struct told told = { 0 };
        if (!measure_once(subject, &told, bytes)) {
            fprintf(stderr, "run: %s failed\n", subject->path);
            return false;
        }
        if (round == 0)
            *least = told;
        for (int phase = 0; phase < PHASES; phase++) {
            if (told.processor[phase] < least->processor[phase])
                least->processor[phase] = told.processor[phase];
            if (told.wall[phase] < least->wall[phase])
                least->wall[phase] = told.wall[phase];
        }
    }
    return true;
}

/* Processor seconds to copy a gigabyte in memory; the least of the rounds. */
static double time_of_copy(void)
{
    enum { BYTES = 1 << 26, TIMES = 16 };
    char *from = malloc(BYTES), *to = malloc(BYTES);
    double least = 0;
    for (int round = 0; from && to && round < ROUNDS; round++) {
        memset(from, round, BYTES);
        double start = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
        for (int time = 0; time < TIMES; time++) {
            memcpy(to, from, BYTES);
            from[time] = to[BYTES - 1 - time];
        }
        double seconds = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - start;
        least = round == 0 || seconds < least ? seconds : least;
    }
    free(from);
    free(to);
    return least;
}

static double computing(const struct told *told)
{
    return told->processor[RUN] + told->processor[CHECK];
}

/* A line of the table. */
static bool measure_size(const struct subject *subject, struct country country, double copy, struct told *least)
{
    double bytes;
    if (!measure(subject, least, &bytes))
        return false;
    printf("%9d %10s", country.districts, subject->facilities);
    for (int phase = 0; phase < PHASES; phase++)
        printf(" %7.3f %7.3f", least->processor[phase], least->wall[phase]);
    printf(" %8.0f %9.0f %10.2f %9.2f\n", least->written * 1e-6, bytes * 1e-6, least->processor[LOAD] / copy,
           computing(least) / copy);
    return true;
}

static void print_heads(void)
{
    printf("%9s %10s", "districts", "facilities");
    for (int phase = 0; phase < PHASES; phase++)
        printf(" %7s %7s", phase_names[phase], "wall");
    printf(" %8s %9s %10s %9s\n", "CSV MB", "memory MB", "load/copy", "run/copy");
}

/* Prints a figure and the most it may be; whether it is within. */
static bool hold(const char *what, double figure, double most)
{
    printf("%-64s %6.2f (at most %.0f)\n", what, figure, most);
    return 0 <= figure && figure <= most;
}

static bool measure_times(const char *folder, const char *data)
{
    double copy = time_of_copy();
    struct told districts[SIZES], facilities;
    printf("processor seconds and those on the wall; a GB is copied in %.3f s\n", copy);
    print_heads();
    for (int size = 0; size < SIZES; size++) {
        struct country country = { COUNTRY_DISTRICTS >> (SIZES - 1 - size), 1, COUNTRY_YEARS };
        char place[COUNTRY_PATH], path[COUNTRY_PATH];
        snprintf(place, sizeof place, "%.3000s/%d", folder, country.districts);
        struct subject subject = { path, data, "no" };
        if (country_write(place, country, path) == 0 || !measure_size(&subject, country, copy, &districts[size]))
            return false;
        subject.facilities = "yes";
        if (size == SIZES - 1 && !measure_size(&subject, country, copy, &facilities))
            return false;
    }
    const struct told *whole = &districts[SIZES - 1], *quarter = &districts[0];
    bool good = hold("load, s", whole->processor[LOAD], SECONDS_MOST);
    good = hold("run and check, results of districts kept, s", computing(whole), SECONDS_MOST) && good;
    good = hold("run and check, those of facilities too, s", computing(&facilities), SECONDS_MOST) && good;
    double load_ratio = whole->processor[LOAD] / quarter->processor[LOAD], run_ratio = computing(whole) / computing(quarter);
    good = hold("four times the size: load takes times as long", load_ratio, RATIO_MOST) && good;
    return hold("four times the size: run and check take times as long", run_ratio, RATIO_MOST) && good;
}

/* --- memory ------------------------------------------------------------------------------------------------------- */

struct meter {
    double held, most; /* bytes */
};

static void *metered(void *context, void *old, size_t size)
{
    struct meter *meter = context;
    double before = old ? (double)malloc_usable_size(old) : 0;
    void *memory = NULL;
    if (size > 0)
        memory = realloc(old, size);
    else
        free(old);
    if (memory || size == 0)
        meter->held += (memory ? (double)malloc_usable_size(memory) : 0) - before;
    if (meter->held > meter->most)
        meter->most = meter->held;
    return memory;
}

/* The most memory that a run held beyond its scenario; negative when something failed. */
static double memory_of(const char *folder, struct country country, const char *data, const char *facilities)
{
    char path[COUNTRY_PATH];
    struct meter meter = { 0, 0 };
    struct seatsim_allocator allocator = { metered, &meter };
    struct subject subject = { path, data, facilities };
    struct work work;
    double bytes = -1;
    if (country_write(folder, country, path) > 0 && work_init(&work, &subject, &allocator) && perform(&work, LOAD, path)) {
        double before = meter.most = meter.held;
        if (perform(&work, RUN, path))
            bytes = meter.most - before;
    }
    work_clear(&work);
    return bytes;
}

/* What twice the facilities over twice the years take beyond what either takes alone, for each facility and year more. */
static double memory_of_facility_year(const char *folder, const char *data, const char *facilities)
{
    double bytes[2][2];
    const int districts = COUNTRY_DISTRICTS / 10;
    char place[COUNTRY_PATH];
    snprintf(place, sizeof place, "%.3000s/memory", folder);
    for (int times = 1; times <= 2; times++)
        for (int years = 1; years <= 2; years++) {
            struct country country = { districts, times, years * COUNTRY_YEARS };
            bytes[times - 1][years - 1] = memory_of(place, country, data, facilities);
            if (bytes[times - 1][years - 1] < 0)
                return -1;
        }
    double more = (bytes[1][1] - bytes[1][0]) - (bytes[0][1] - bytes[0][0]);
    return more / ((double)districts * COUNTRY_FACILITIES * COUNTRY_YEARS);
}

static bool measure_memory(const char *folder, const char *data)
{
    double districts = memory_of_facility_year(folder, data, "no");
    double facilities = memory_of_facility_year(folder, data, "yes");
    printf("a facility and year more takes %.0f bytes when the results of facilities are kept\n", facilities);
    return hold("and when only those of districts are, bytes", districts, BYTES_MOST) && facilities >= 0;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: run FOLDER DATA\n");
        return 2;
    }
    mkdir(argv[1], 0777);
    bool fast = measure_times(argv[1], argv[2]), small = measure_memory(argv[1], argv[2]);
    return fast && small ? 0 : 1;
}
