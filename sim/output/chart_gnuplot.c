#include "output/chart_gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <signal.h>
#include <unistd.h>

extern char **environ;

/* How often a running program is looked at: every 5 ms. */
static const struct timespec LOOK = { 0, 5000000 };
enum { LOOKS_A_SECOND = 200, NOT_FOUND = 127 };

static enum program_end wait_for(pid_t child, int seconds)
{
    int status = 0;
    for (long look = 0; look < (long)seconds * LOOKS_A_SECOND; look++) {
        pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0           ? PROGRAM_DONE
                   : WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND ? PROGRAM_MISSING
                                                                           : PROGRAM_FAILED;
        if (ended < 0 && errno != EINTR)
            return PROGRAM_FAILED;
        nanosleep(&LOOK, NULL);
    }
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return PROGRAM_TOO_SLOW;
}

/* The vector is only read: posix_spawn's type is older than const. */
static char *const *argument_vector(const char *const *arguments)
{
    union {
        const char *const *given;
        char *const *wanted;
    } vector = { .given = arguments };
    return vector.wanted;
}

enum program_end run_program(const char *const *arguments, const char *output, const char *errors, int seconds)
{
    posix_spawn_file_actions_t actions;
    pid_t child;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return PROGRAM_FAILED;
    bool ready = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0) == 0 &&
                 posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0666) == 0 &&
                 posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0666) == 0;
    int started = ready ? posix_spawnp(&child, arguments[0], &actions, NULL, argument_vector(arguments), environ) : ENOMEM;
    posix_spawn_file_actions_destroy(&actions);
    if (started != 0)
        return started == ENOENT ? PROGRAM_MISSING : PROGRAM_FAILED;
    return wait_for(child, seconds);
}
