#include "base/folder.h"

#include "base/cause.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A folder that was entered. */
struct entered {
    dev_t device;
    ino_t file;
};

struct walk {
    const char *const *endings;
    struct arena *arena;
    struct path_list *list;
    struct seatsim_diagnostics *diagnostics;
    int n_entered, room;
    struct entered *entered; /* [n_entered] */
    enum seatsim_status status;
};

bool folder_exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Adds one path to a list. False without memory. */
static bool path_add(struct path_list *list, struct arena *arena, const char *path)
{
    const char *copy = arena_text(arena, path);
    if (!copy || !memory_make_room(&arena->allocator, (void **)&list->paths, list->count, &list->room, sizeof *list->paths))
        return false;
    list->paths[list->count++] = copy;
    return true;
}

static void worsen(struct walk *walk, enum seatsim_status status)
{
    walk->status = status > walk->status ? status : walk->status;
}

static void give_up(struct walk *walk)
{
    worsen(walk, report_no_memory(walk->diagnostics));
}

static void report_unread(struct walk *walk, const char *folder, int error)
{
    if (error == EACCES || error == EPERM)
        report2(walk->diagnostics, (struct place){ 0 }, "E005", "path", folder, NULL, NULL);
    else
        report2(walk->diagnostics, (struct place){ 0 }, "E007", "path", folder, "cause", cause_text(error).text);
    worsen(walk, cause_status(error));
}

/* Notes a folder; false when it was entered before, or without memory. */
static bool enter(struct walk *walk, const struct stat *status)
{
    for (int i = 0; i < walk->n_entered; i++)
        if (walk->entered[i].device == status->st_dev && walk->entered[i].file == status->st_ino)
            return false;
    if (!memory_make_room(&walk->arena->allocator, (void **)&walk->entered, walk->n_entered, &walk->room,
                          sizeof *walk->entered)) {
        give_up(walk);
        return false;
    }
    walk->entered[walk->n_entered++] = (struct entered){ status->st_dev, status->st_ino };
    return true;
}

static bool ends_well(const char *name, const char *const *endings)
{
    size_t length = strlen(name);
    for (; *endings; endings++) {
        size_t ending = strlen(*endings);
        if (length > ending && strcmp(name + length - ending, *endings) == 0)
            return true;
    }
    return false;
}

/* The path of what stands in a folder; bare names in the working folder. NULL without memory. */
static const char *path_in(struct arena *arena, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    if (length == 1 && folder[0] == '.')
        return arena_text(arena, name);
    const char *parts[] = { arena_copy(arena, folder, length), folder[length - 1] == '/' ? "" : "/", name };
    return parts[0] ? arena_join(arena, parts, 3) : NULL;
}

static int compare_paths(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* The names in a folder that are not hidden, sorted. */
static void read_names(struct walk *walk, const char *folder, struct path_list *names)
{
    DIR *listing = opendir(folder);
    if (!listing) {
        report_unread(walk, folder, errno);
        return;
    }
    for (const struct dirent *entry; (entry = readdir(listing)) != NULL;)
        if (entry->d_name[0] != '.' && !path_add(names, walk->arena, entry->d_name)) {
            give_up(walk);
            break;
        }
    closedir(listing);
    if (names->count > 0)
        qsort(names->paths, (size_t)names->count, sizeof *names->paths, compare_paths);
}

static void visit(struct walk *walk, const char *folder);

/* What there is behind a link is what counts; a link to nothing is none of our business. What may not be looked at could be a
 * scenario, and a check must not pass without it. */
static void take(struct walk *walk, const char *path, const char *name)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        if (errno != ENOENT && errno != ELOOP)
            report_unread(walk, path, errno);
        return;
    }
    if (S_ISDIR(status.st_mode) && enter(walk, &status))
        visit(walk, path);
    else if (S_ISREG(status.st_mode) && ends_well(name, walk->endings) && !path_add(walk->list, walk->arena, path))
        give_up(walk);
}

static void visit(struct walk *walk, const char *folder)
{
    struct path_list names = { 0 };
    read_names(walk, folder, &names);
    for (int i = 0; i < names.count && walk->status != SEATSIM_MACHINE; i++) {
        const char *path = path_in(walk->arena, folder, names.paths[i]);
        if (path)
            take(walk, path, names.paths[i]);
        else
            give_up(walk);
    }
    memory_free(&walk->arena->allocator, names.paths);
}

enum seatsim_status folder_files(const char *folder, const char *const *endings, struct arena *arena, struct path_list *list,
                                 struct seatsim_diagnostics *diagnostics)
{
    struct walk walk = { .endings = endings, .arena = arena, .list = list, .diagnostics = diagnostics };
    struct stat status;
    if (stat(folder, &status) != 0)
        report_unread(&walk, folder, errno);
    else if (enter(&walk, &status))
        visit(&walk, folder);
    memory_free(&arena->allocator, walk.entered);
    return walk.status;
}
