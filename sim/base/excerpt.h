/* The source line of a diagnostic as a terminal shows it, and where the caret stands under it. */
#ifndef BASE_EXCERPT_H
#define BASE_EXCERPT_H

#include "base/diagnostic.h"

enum { EXCERPT_CELLS = 120 };

struct excerpt {
    const char *line; /* tabs as spaces, deceiving characters as U+FFFD, cut around the caret at about EXCERPT_CELLS cells */
    int before;       /* cells before the caret */
    int under;        /* cells to underline, the caret's own included; >= 1 */
};

/* Cuts the excerpt of a place out of its source's text and copies it into `arena`. A place of several lines has its first
 * one shown. `line` is NULL when the source has no text or no such line. False without memory. Cost: that of source_find. */
bool excerpt_of(const struct place *place, struct arena *arena, struct excerpt *excerpt);

#endif
