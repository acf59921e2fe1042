/* How long a large scenario takes to load and to check: up to 3,000 districts with 60,000 facilities in tables, beside the time
 * to read the same bytes (wc -l), and the memory it takes. At a quarter and at half of the size too: what grows faster than the
 * input shows in the last line. */
#define _GNU_SOURCE /* wait4 */
#include "country.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 5, SIZES = 3 };
static const double RATIO_MOST = 5; /* of full to quarter size */
extern char **environ;

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
    char path[COUNTRY_PATH], place[COUNTRY_PATH], all[COUNTRY_PATH + 32];
    char *validate[] = { program, "validate", "--quiet", path, NULL };
    char *read[] = { "sh", "-c", all, NULL };
    struct figures load, wc;
    snprintf(place, sizeof place, "%.3000s/%d", folder, districts);
    snprintf(all, sizeof all, "exec wc -l '%s'/*", place);
    double bytes = country_write(place, (struct country) { districts, 1, COUNTRY_YEARS }, path);
    if (bytes == 0 || !measure(validate, &load) || !measure(read, &wc))
        return -1;
    printf("%9d %10d %6.2f %9.3f %9.3f %11.3f %8.4f %9.0f %12.1f\n", districts, COUNTRY_FACILITIES * districts, bytes * 1e-6,
           load.seconds[0], load.seconds[ROUNDS / 2], load.processor[0], wc.seconds[0], load.bytes * 1e-6, load.bytes / bytes);
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
        seconds[size] = measure_size(argv[1], argv[2], COUNTRY_DISTRICTS >> (SIZES - 1 - size));
        if (seconds[size] < 0)
            return 1;
    }
    double ratio = seconds[SIZES - 1] / seconds[0];
    printf("four times the size takes %.2f times as long on the processor (at most %.0f)\n", ratio, RATIO_MOST);
    return ratio > RATIO_MOST;
}
