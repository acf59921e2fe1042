#include "base/cause.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define HIDDEN ".seatsim-" /* what the names of the lock and of the hidden folders begin with */
#define UNIQUE "XXXXXX"     /* what mkdtemp replaces */
enum { PENDING_MOST = 65536, LOCK_TRIES = 10, OPEN_AT_ONCE = 16 };

enum way_back { NO_WAY_BACK, REMOVE_AGAIN, RETURN_EARLIER };

/* A file of the set: where it is written, where it will stand, and where the one that stood there is kept meanwhile. */
struct member {
    const char *name, *hidden, *final, *earlier;
    enum way_back way_back;
};

struct file_set {
    struct seatsim_allocator allocator;
    struct arena arena; /* owns the paths */
    struct seatsim_diagnostics *diagnostics;
    enum seatsim_status status; /* the first failure's */
    const char *folder, *hidden, *lock_path;
    bool made_folder;
    int lock, file; /* descriptors; -1: none */
    struct member *members; /* [count] in the order of their start */
    int count, room;
    const char **made; /* [n_made] folders inside `folder` that commit made */
    int n_made, made_room;
    struct buffer pending; /* bytes for `file` */
};

/* --- failing ----------------------------------------------------------------------------------------------------- */

static enum seatsim_status no_memory(struct file_set *set)
{
    if (set->status == SEATSIM_OK)
        set->status = report_no_memory(set->diagnostics);
    return set->status;
}

static enum seatsim_status fail(struct file_set *set, const char *path, int error)
{
    if (set->status != SEATSIM_OK)
        return set->status;
    report2(set->diagnostics, (struct place) { 0 }, "E008", "path", path, "cause", cause_text(error).text);
    return set->status = cause_status(error);
}

static enum seatsim_status refuse(struct file_set *set, const char *code, const char *process)
{
    report2(set->diagnostics, (struct place) { 0 }, code, "path", set->folder, "process", process);
    return set->status = SEATSIM_BAD_INPUT;
}

/* --- paths and calls that may be interrupted --------------------------------------------------------------------- */

/* `folder`/`name`; NULL, noted, without memory. */
static char *path_in(struct file_set *set, const char *folder, const char *name)
{
    size_t length = strlen(folder);
    const char *slash = length > 0 && folder[length - 1] == '/' ? "" : "/";
    char *path = arena_join(&set->arena, (const char *[]) { folder, slash, name }, 3);
    if (!path)
        no_memory(set);
    return path;
}

static int open_again(const char *path, int flags)
{
    int file;
    do
        file = open(path, flags | O_CLOEXEC, 0666);
    while (file < 0 && errno == EINTR);
    return file;
}

/* Returns an errno, 0 when all bytes are written. */
static int write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return 0;
}

/* Returns an errno; file systems that cannot sync a folder say EINVAL, which is no failure. */
static int sync_file(int file)
{
    int result;
    do
        result = fsync(file);
    while (result != 0 && errno == EINTR);
    return result == 0 || errno == EINVAL ? 0 : errno;
}

/* Syncs what stands at `path`; `known_as` is its path for people. */
static enum seatsim_status sync_path(struct file_set *set, const char *path, const char *known_as)
{
    int file = open_again(path, O_RDONLY);
    if (file < 0)
        return fail(set, known_as, errno);
    int error = sync_file(file);
    close(file);
    return error == 0 ? SEATSIM_OK : fail(set, known_as, error);
}

/* --- opening ----------------------------------------------------------------------------------------------------- */

static enum seatsim_status make_folder(struct file_set *set)
{
    struct stat status;
    if (mkdir(set->folder, 0777) == 0) {
        set->made_folder = true;
        return SEATSIM_OK;
    }
    if (errno == ENOENT || errno == ENOTDIR)
        return refuse(set, "E010", NULL);
    if (errno != EEXIST)
        return fail(set, set->folder, errno);
    if (stat(set->folder, &status) != 0)
        return fail(set, set->folder, errno);
    return S_ISDIR(status.st_mode) ? SEATSIM_OK : refuse(set, "E009", NULL);
}

/* Whether the locked file is still the one at its path: the run before may have removed it between open and lock. */
static bool lock_stands(const struct file_set *set)
{
    struct stat locked, named;
    return fstat(set->lock, &locked) == 0 && stat(set->lock_path, &named) == 0 && locked.st_ino == named.st_ino
        && locked.st_dev == named.st_dev;
}

/* The holder has written its process id; an empty file only means that it has not come to that yet. */
static enum seatsim_status refuse_locked(struct file_set *set)
{
    char process[24];
    ssize_t bytes = read(set->lock, process, sizeof process - 1);
    process[bytes > 0 ? bytes : 0] = '\0';
    process[strcspn(process, "\n")] = '\0';
    return refuse(set, "E011", process[0] ? process : NULL);
}

static enum seatsim_status take_lock(struct file_set *set)
{
    for (int attempt = 0; attempt < LOCK_TRIES; attempt++) {
        int lock = open_again(set->lock_path, O_RDWR | O_CREAT);
        if (lock < 0)
            return fail(set, set->lock_path, errno);
        set->lock = lock;
        int error = flock(lock, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
        if (error == 0 && lock_stands(set))
            return SEATSIM_OK;
        enum seatsim_status status = SEATSIM_OK;
        if (error == EWOULDBLOCK)
            status = refuse_locked(set);
        else if (error != 0 && error != EINTR)
            status = fail(set, set->lock_path, error);
        close(lock);
        set->lock = -1;
        if (status != SEATSIM_OK)
            return status;
    }
    return fail(set, set->lock_path, EAGAIN);
}

/* Tells a second run who holds the lock. Nothing depends on it, so a failure is none. */
static void sign_lock(struct file_set *set)
{
    char process[24];
    int length = snprintf(process, sizeof process, "%ld\n", (long)getpid());
    if (ftruncate(set->lock, 0) == 0)
        write_all(set->lock, process, (size_t)length);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status;
    (void)type;
    (void)walk;
    remove(path);
    return 0;
}

static void remove_tree(const char *path)
{
    nftw(path, remove_one, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
}

/* Removes the hidden folders of runs that were killed; under the lock, so nobody writes into them. */
static void remove_left_over(struct file_set *set)
{
    DIR *listing = opendir(set->folder);
    if (!listing)
        return;
    for (const struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        bool hidden = strncmp(entry->d_name, HIDDEN, strlen(HIDDEN)) == 0 && strlen(entry->d_name) == strlen(HIDDEN UNIQUE);
        const char *path = hidden ? path_in(set, set->folder, entry->d_name) : NULL;
        if (path)
            remove_tree(path);
    }
    closedir(listing);
}

static enum seatsim_status make_hidden(struct file_set *set)
{
    char *path = path_in(set, set->folder, HIDDEN UNIQUE);
    if (!path)
        return set->status;
    if (!mkdtemp(path))
        return fail(set, set->folder, errno);
    set->hidden = path;
    return SEATSIM_OK;
}

static enum seatsim_status open_set(struct file_set *set, const char *folder)
{
    set->folder = arena_text(&set->arena, folder);
    if (!set->folder)
        return no_memory(set);
    set->lock_path = path_in(set, set->folder, HIDDEN "lock");
    if (!set->lock_path || make_folder(set) != SEATSIM_OK || take_lock(set) != SEATSIM_OK)
        return set->status;
    sign_lock(set);
    remove_left_over(set);
    return set->status == SEATSIM_OK ? make_hidden(set) : set->status;
}

enum seatsim_status file_set_open(const char *folder, const struct seatsim_allocator *allocator, struct file_set **set,
                                  struct seatsim_diagnostics *diagnostics)
{
    struct seatsim_allocator memory = memory_allocator(allocator);
    struct file_set *made = memory_new(&memory, 1, sizeof *made);
    if (!made)
        return report_no_memory(diagnostics);
    made->allocator = memory;
    made->diagnostics = diagnostics;
    made->lock = made->file = -1;
    arena_init(&made->arena, &memory);
    buffer_init(&made->pending, &memory);
    enum seatsim_status status = open_set(made, folder);
    if (status == SEATSIM_OK)
        *set = made;
    else
        file_set_abandon(made);
    return status;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

static enum seatsim_status flush(struct file_set *set)
{
    if (set->pending.failed)
        return no_memory(set);
    int error = write_all(set->file, set->pending.text, set->pending.length);
    set->pending.length = 0;
    return error == 0 ? set->status : fail(set, set->members[set->count - 1].final, error);
}

/* Ends the file that is being written, if there is one. */
static enum seatsim_status finish(struct file_set *set)
{
    if (set->file < 0)
        return set->status;
    if (set->status == SEATSIM_OK)
        flush(set);
    int error = set->status == SEATSIM_OK ? sync_file(set->file) : 0;
    if (close(set->file) != 0 && errno != EINTR && error == 0)
        error = errno;
    set->file = -1;
    return error == 0 ? set->status : fail(set, set->members[set->count - 1].final, error);
}

/* The folder part of "sub/name" inside `parent`; NULL, with the status unchanged, when the name has none. */
static char *subfolder(struct file_set *set, const char *parent, const char *name)
{
    const char *slash = strchr(name, '/');
    if (!slash)
        return NULL;
    const char *folder = arena_copy(&set->arena, name, (size_t)(slash - name));
    if (folder)
        return path_in(set, parent, folder);
    no_memory(set);
    return NULL;
}

const char *file_set_path(struct file_set *set, const char *name)
{
    if (set->status != SEATSIM_OK)
        return NULL;
    const char *folder = subfolder(set, set->hidden, name);
    if (folder && mkdir(folder, 0777) != 0 && errno != EEXIST)
        fail(set, set->folder, errno);
    return set->status == SEATSIM_OK ? path_in(set, set->hidden, name) : NULL;
}

/* Enters a file of the set under its name. */
static enum seatsim_status enter(struct file_set *set, const char *hidden, const char *name)
{
    const char *own_name = arena_text(&set->arena, name);
    const char *final = path_in(set, set->folder, name);
    const char *earlier = arena_join(&set->arena, (const char *[]) { hidden, ".earlier" }, 2);
    if (!own_name || !final || !earlier
        || !memory_make_room(&set->allocator, (void **)&set->members, set->count, &set->room, sizeof *set->members))
        return no_memory(set);
    set->members[set->count++] = (struct member) { own_name, hidden, final, earlier, NO_WAY_BACK };
    return SEATSIM_OK;
}

enum seatsim_status file_set_start(struct file_set *set, const char *name)
{
    if (finish(set) != SEATSIM_OK)
        return set->status;
    const char *path = file_set_path(set, name);
    if (!path || enter(set, path, name) != SEATSIM_OK)
        return set->status;
    set->file = open_again(path, O_WRONLY | O_CREAT | O_EXCL);
    return set->file < 0 ? fail(set, set->members[set->count - 1].final, errno) : SEATSIM_OK;
}

bool file_set_write(void *set, const char *bytes, size_t length)
{
    struct file_set *own = set;
    if (own->status != SEATSIM_OK)
        return false;
    buffer_add(&own->pending, bytes, length);
    if (own->pending.failed || own->pending.length >= PENDING_MOST)
        flush(own);
    return own->status == SEATSIM_OK;
}

enum seatsim_status file_set_adopt(struct file_set *set, const char *name)
{
    if (finish(set) != SEATSIM_OK)
        return set->status;
    const char *path = file_set_path(set, name);
    if (!path || enter(set, path, name) != SEATSIM_OK)
        return set->status;
    return sync_path(set, path, set->members[set->count - 1].final);
}

/* --- committing -------------------------------------------------------------------------------------------------- */

/* Makes the subfolder that a member will stand in, and remembers it for the way back. */
static enum seatsim_status make_final_folder(struct file_set *set, const char *name)
{
    const char *folder = subfolder(set, set->folder, name);
    if (!folder)
        return set->status;
    if (!memory_make_room(&set->allocator, (void **)&set->made, set->n_made, &set->made_room, sizeof *set->made))
        return no_memory(set);
    if (mkdir(folder, 0777) == 0)
        set->made[set->n_made++] = folder;
    else if (errno != EEXIST)
        return fail(set, folder, errno);
    return SEATSIM_OK;
}

/* Renames a member to where it will stand. A second name keeps the file that stood there until all are renamed; where the
 * file system has no second names, that file's return is given up, not its wholeness. */
static enum seatsim_status put_in_place(struct file_set *set, struct member *member)
{
    if (make_final_folder(set, member->name) != SEATSIM_OK)
        return set->status;
    enum way_back way_back = RETURN_EARLIER;
    if (link(member->final, member->earlier) != 0)
        way_back = errno == ENOENT ? REMOVE_AGAIN : NO_WAY_BACK;
    if (rename(member->hidden, member->final) != 0)
        return fail(set, member->final, errno);
    member->way_back = way_back;
    return SEATSIM_OK;
}

static void put_back(struct file_set *set)
{
    while (set->count > 0) {
        const struct member *member = &set->members[--set->count];
        if (member->way_back == RETURN_EARLIER)
            rename(member->earlier, member->final);
        else if (member->way_back == REMOVE_AGAIN)
            unlink(member->final);
    }
    while (set->n_made > 0)
        rmdir(set->made[--set->n_made]);
}

/* The names become durable with their folders. */
static enum seatsim_status sync_folders(struct file_set *set)
{
    for (int made = 0; made < set->n_made && set->status == SEATSIM_OK; made++)
        sync_path(set, set->made[made], set->made[made]);
    return set->status == SEATSIM_OK ? sync_path(set, set->folder, set->folder) : set->status;
}

/* A folder that was made for the set and stayed empty goes again. */
static void release(struct file_set *set)
{
    if (set->hidden)
        remove_tree(set->hidden);
    if (set->lock >= 0) {
        unlink(set->lock_path);
        close(set->lock);
    }
    if (set->made_folder)
        rmdir(set->folder);
    struct seatsim_allocator memory = set->allocator;
    buffer_clear(&set->pending);
    memory_free(&memory, set->members);
    memory_free(&memory, set->made);
    arena_clear(&set->arena);
    memory_free(&memory, set);
}

enum seatsim_status file_set_commit(struct file_set *set, void (*written)(void *context, const char *path), void *context)
{
    finish(set);
    for (int member = 0; member < set->count && set->status == SEATSIM_OK; member++)
        put_in_place(set, &set->members[member]);
    if (set->status == SEATSIM_OK)
        sync_folders(set);
    enum seatsim_status status = set->status;
    if (status != SEATSIM_OK) {
        file_set_abandon(set);
        return status;
    }
    for (int member = 0; member < set->count && written; member++)
        written(context, set->members[member].final);
    release(set);
    return SEATSIM_OK;
}

void file_set_abandon(struct file_set *set)
{
    if (!set)
        return;
    if (set->file >= 0)
        close(set->file);
    put_back(set);
    release(set);
}
