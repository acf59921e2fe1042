/* What a file found in a folder is, by what it says at its top. */
#ifndef SCENARIO_KIND_H
#define SCENARIO_KIND_H

#include "base/memory.h"

/* FILE_OTHER: YAML of another program. */
enum file_kind { FILE_SCENARIO, FILE_STANDARD, FILE_FRAGMENT, FILE_OTHER, FILE_KINDS };

/* A standard has a `standard_id`, a fragment says `fragment: true`, a scenario has the language's version, districts or
 * facilities. What cannot be read is a scenario as soon as the word seatsim stands in it: its mistakes are to be told, not
 * passed over. */
enum file_kind file_kind(const char *path, const struct seatsim_allocator *allocator);

#endif
