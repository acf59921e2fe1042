/* How long the program takes beyond the start of any program: /bin/true, `seatsim --version`, and a run of a scenario
 * without charts, interleaved so that what else the machine does falls on all alike; minimum and median. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

enum { ROUNDS = 41, SUBJECTS = 4 };
extern char **environ;

struct subject {
    const char *name;
    char *words[6];
    double milliseconds[ROUNDS];
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

/* Milliseconds that a program takes; its output is thrown away. -1 when it cannot start or fails. */
static double time_of(char *const *words)
{
    posix_spawn_file_actions_t actions;
    pid_t process;
    int status = -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    double start = now();
    if (posix_spawn(&process, words[0], &actions, NULL, words, environ) == 0)
        waitpid(process, &status, 0);
    double end = now();
    posix_spawn_file_actions_destroy(&actions);
    return status == 0 ? end - start : -1;
}

static int rising(const void *one, const void *other)
{
    const double *a = one, *b = other;
    return (*a > *b) - (*a < *b);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: startup SEATSIM SCENARIO\n");
        return 2;
    }
    struct subject subjects[SUBJECTS] = {
        { "/bin/true", { "/bin/true" }, { 0 } },
        { "--version", { argv[1], "--version" }, { 0 } },
        { "validate", { argv[1], "validate", argv[2] }, { 0 } },
        { "run", { argv[1], "run", argv[2], "--no-plots" }, { 0 } },
    };
    for (int round = 0; round < ROUNDS; round++)
        for (int subject = 0; subject < SUBJECTS; subject++)
            subjects[subject].milliseconds[round] = time_of(subjects[subject].words);
    double least = 0, median = 0;
    printf("%-12s %10s %10s %12s %12s\n", "", "minimum ms", "median ms", "min/true", "median/true");
    for (int subject = 0; subject < SUBJECTS; subject++) {
        double *times = subjects[subject].milliseconds;
        qsort(times, ROUNDS, sizeof *times, rising);
        if (subject == 0) {
            least = times[0];
            median = times[ROUNDS / 2];
        }
        printf("%-12s %10.2f %10.2f %12.2f %12.2f\n", subjects[subject].name, times[0], times[ROUNDS / 2], times[0] / least,
               times[ROUNDS / 2] / median);
    }
    return 0;
}
