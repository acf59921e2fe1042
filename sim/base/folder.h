/* The files below a folder. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include "base/diagnostic.h"

struct path_list {
    int count, room;
    const char **paths; /* [count] */
};

/* Whether a path leads to a folder. */
bool folder_exists(const char *path);

/* Adds the files below a folder whose names end in one of `endings` (NULL-ended), in the order of their names, folder by
 * folder; each as the folder's path with its own behind. Links are followed, but no folder is entered twice, so that a circle
 * ends; what is hidden (a name that begins with '.') is left out.
 *
 *   list   grows by `arena`'s allocator, paths live in `arena`; the caller frees list->paths
 *
 * A folder that cannot be read is reported; the others are listed nevertheless, then SEATSIM_BAD_INPUT. SEATSIM_MACHINE without
 * memory. */
enum seatsim_status folder_files(const char *folder, const char *const *endings, struct arena *arena, struct path_list *list,
                                 struct seatsim_diagnostics *diagnostics);

#endif
