#include "base/cause.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum seatsim_status cause_status(int error)
{
    static const int paths[] = { ENOENT, EACCES, EPERM, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG, EROFS };
    for (size_t path = 0; path < sizeof paths / sizeof paths[0]; path++)
        if (paths[path] == error)
            return SEATSIM_BAD_INPUT;
    return SEATSIM_MACHINE;
}

struct cause_text cause_text(int error)
{
    struct cause_text cause;
    if (strerror_r(error, cause.text, sizeof cause.text) != 0)
        snprintf(cause.text, sizeof cause.text, "error %d", error);
    return cause;
}
