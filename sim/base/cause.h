/* What the operating system says about a failed call. */
#ifndef BASE_CAUSE_H
#define BASE_CAUSE_H

#include <seatsim/diagnostic.h>

/* Who is to blame for an errno: SEATSIM_BAD_INPUT when another path would do (missing, not permitted, not a folder),
 * SEATSIM_MACHINE for the rest (disk full, too many open files, a device that fails). */
enum seatsim_status cause_status(int error);

/* The system's text for an errno, by value, so that `cause_text(errno).text` lives as long as the call it is written in. */
struct cause_text {
    char text[128];
};
struct cause_text cause_text(int error);

#endif
