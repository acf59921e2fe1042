#include "base/file.h"

#include "base/cause.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names of a folder that are looked at for one that was meant. */
enum { NEIGHBOURS_MOST = 1000 };

/* The length of a path's folder with its last '/'; 0 without one. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

char *file_beside(const char *beside, const char *name, struct arena *arena)
{
    if (name[0] == '/')
        return arena_text(arena, name);
    while (strncmp(name, "./", 2) == 0)
        name += 2;
    const char *folder = arena_copy(arena, beside, folder_length(beside));
    return folder ? arena_join(arena, (const char *[]) { folder, name }, 2) : NULL;
}

bool file_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISDIR(status.st_mode);
}

bool file_same(const char *one, const char *other)
{
    struct stat status, other_status;
    return stat(one, &status) == 0 && stat(other, &other_status) == 0 && status.st_dev == other_status.st_dev
        && status.st_ino == other_status.st_ino;
}

const char *file_absolute(const char *path, struct arena *arena)
{
    char found[PATH_MAX];
    return arena_text(arena, realpath(path, found) ? found : path);
}

/* The names in a folder, up to NEIGHBOURS_MOST; returns how many. */
static int names_in(const char *folder, struct arena *arena, const char **names)
{
    int count = 0;
    DIR *listing = opendir(folder);
    if (!listing)
        return 0;
    for (const struct dirent *entry; count < NEIGHBOURS_MOST && (entry = readdir(listing)) != NULL; count++) {
        names[count] = arena_text(arena, entry->d_name);
        if (!names[count])
            break;
    }
    closedir(listing);
    return count;
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Keeps the names that end in `ending`, without it. Returns how many, -1 without memory. */
static int keep_ending(const char **names, int count, const char *ending, struct arena *arena)
{
    size_t length = strlen(ending);
    int kept = 0;
    for (int i = 0; i < count; i++) {
        size_t all = strlen(names[i]);
        if (all <= length || strcmp(names[i] + all - length, ending) != 0)
            continue;
        names[kept] = arena_copy(arena, names[i], all - length);
        if (!names[kept++])
            return -1;
    }
    return kept;
}

int file_names(const char *folder, const char *ending, struct arena *arena, const char **names, int most)
{
    const char **all = arena_new(arena, NEIGHBOURS_MOST, sizeof *all);
    int count = all ? names_in(folder, arena, all) : 0;
    count = all ? keep_ending(all, count, ending, arena) : -1;
    if (count <= 0)
        return count;
    qsort(all, (size_t)count, sizeof *all, compare_names);
    count = count < most ? count : most;
    memcpy(names, all, (size_t)count * sizeof *names);
    return count;
}

/* The missing file, with the nearest name of its folder. */
static void report_missing(const char *path, struct place place, const struct seatsim_allocator *allocator,
                           struct seatsim_diagnostics *diagnostics)
{
    struct arena arena;
    arena_init(&arena, allocator);
    size_t length = folder_length(path);
    const char *folder = length > 0 ? arena_copy(&arena, path, length) : ".";
    const char **names = arena_new(&arena, NEIGHBOURS_MOST, sizeof *names);
    const char *nearest = folder && names ? text_nearest(path + length, names, names_in(folder, &arena, names)) : NULL;
    report2(diagnostics, place, "E003", "path", path, "nearest", nearest);
    arena_clear(&arena);
}

static enum seatsim_status report_unread(const char *path, int error, struct place place,
                                         const struct seatsim_allocator *allocator, struct seatsim_diagnostics *diagnostics)
{
    if (error == ENOENT || error == ENOTDIR)
        report_missing(path, place, allocator, diagnostics);
    else if (error == EISDIR)
        report2(diagnostics, place, "E004", "path", path, NULL, NULL);
    else if (error == EACCES || error == EPERM)
        report2(diagnostics, place, "E005", "path", path, NULL, NULL);
    else
        report2(diagnostics, place, "E007", "path", path, "cause", cause_text(error).text);
    return cause_status(error);
}

/* Reads on until the end, or until there are more than `most` bytes: a size that the system tells is not trusted, since
 * pipes and devices have none. Returns an errno, 0 when all went well. */
static int read_all(int file, size_t most, struct buffer *content)
{
    char piece[16384];
    while (!content->failed && content->length <= most) {
        ssize_t bytes = read(file, piece, sizeof piece);
        if (bytes == 0)
            return 0;
        if (bytes > 0)
            buffer_add(content, piece, (size_t)bytes);
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

static int open_for_reading(const char *path)
{
    int file;
    do
        file = open(path, O_RDONLY | O_CLOEXEC);
    while (file < 0 && errno == EINTR);
    return file;
}

/* Whether reading what another file names could wait for ever: a pipe or a terminal. What the command line names is the
 * user's to know. */
static bool may_wait(const char *path, struct place place)
{
    struct stat status;
    return place.source && stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

enum seatsim_status file_read(const char *path, size_t most, struct place place, struct arena *arena, char **bytes,
                              size_t *length, struct seatsim_diagnostics *diagnostics)
{
    struct buffer content;
    enum seatsim_status status = SEATSIM_OK;
    buffer_init(&content, &arena->allocator);
    if (may_wait(path, place)) {
        report2(diagnostics, place, "E012", "path", path, NULL, NULL);
        return SEATSIM_BAD_INPUT;
    }
    int file = open_for_reading(path);
    int error = file < 0 ? errno : read_all(file, most, &content);
    if (file >= 0)
        close(file);
    if (error != 0) {
        status = report_unread(path, error, place, &arena->allocator, diagnostics);
    } else if (content.length > most) {
        report2(diagnostics, place, "E006", "path", path, "most", number_text((double)most).text);
        status = SEATSIM_BAD_INPUT;
    } else {
        char *copy = content.failed ? NULL : arena_copy(arena, content.text, content.length);
        if (copy) {
            *bytes = copy;
            *length = content.length;
        } else {
            status = report_no_memory(diagnostics);
        }
    }
    buffer_clear(&content);
    return status;
}
