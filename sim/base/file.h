/* Files: read whole with a limit, written whole or not at all. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diagnostic.h"

/* Reads a whole file into `arena` with a NUL behind its bytes.
 *
 *   place   where the scenario names the file ({0} for the command line), for messages
 *   most    bytes; a larger file is an error
 *
 * Errors (reported at `place`): no such file, a folder, no permission, too large: SEATSIM_BAD_INPUT; SEATSIM_MACHINE.
 * `bytes` and `length` are set on success only. */
enum seatsim_status file_read(const char *path, size_t most, struct place place, struct arena *arena, char **bytes,
                              size_t *length, struct seatsim_diagnostics *diagnostics);

/* Whether something stands at `path` that is not a folder. */
bool file_exists(const char *path);

/* Whether two paths lead to one file, whatever they look like. False when one of them leads to none. */
bool file_same(const char *one, const char *other);

/* The path of a file from the root of the file system; the path as it is when the system cannot tell. NULL without memory. */
const char *file_absolute(const char *path, struct arena *arena);

/* The names of a folder that end in `ending`, without it, in the order of their bytes; at most `most`, none of a folder that
 * cannot be read. Returns how many, -1 without memory. */
int file_names(const char *folder, const char *ending, struct arena *arena, const char **names, int most);

/* The path of `name` beside the file `beside` (its folder + name); `name` itself when it is absolute. NULL without memory. */
char *file_beside(const char *beside, const char *name, struct arena *arena);

/* A set of files that appears in a folder whole or not at all: written into a hidden folder inside it, synced, renamed
 * file by file on commit. A lock keeps two writers out of one folder. Every call after a failure does nothing and
 * returns the first failure's status. */
struct file_set;

/* Opens a set in `folder`, which is made when it is missing (its parent must exist), and removes what a killed run left
 * there. `allocator` is copied; `diagnostics` must outlive the set, whose failures are reported there, each once.
 * Errors: SEATSIM_BAD_INPUT when `folder` is a file, its parent is missing or another run holds it; SEATSIM_MACHINE. */
enum seatsim_status file_set_open(const char *folder, const struct seatsim_allocator *allocator, struct file_set **set,
                                  struct seatsim_diagnostics *diagnostics);

/* Starts the file `name` (may hold one '/': a subfolder; not started before) and writes to it with file_set_write until
 * the next start. */
enum seatsim_status file_set_start(struct file_set *set, const char *name);
bool file_set_write(void *set, const char *bytes, size_t length); /* a seatsim_write */

/* Where `name` stands until commit, for a program that writes it itself; the folder is made. Then file_set_adopt it. The
 * text is the set's own; NULL after a failure. */
const char *file_set_path(struct file_set *set, const char *name);
enum seatsim_status file_set_adopt(struct file_set *set, const char *name);

/* Syncs and renames all, in the order of their start, and calls `written` (may be NULL) for each final path; then frees
 * the set. When one cannot be renamed, those that stood there before are put back. */
enum seatsim_status file_set_commit(struct file_set *set, void (*written)(void *context, const char *path), void *context);

/* Removes what was written, and the folder when it was made for it, and frees the set; fine on NULL. */
void file_set_abandon(struct file_set *set);

#endif
