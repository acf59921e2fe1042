/* What gnuplot's SVG lacks to stand in a page: a title and a description for readers, ids of its own, a fitting size. */
#ifndef OUTPUT_CHART_SVG_H
#define OUTPUT_CHART_SVG_H

#include "base/text.h"

/* Whether a file is complete: gnuplot ends with status 0 on a full disk and leaves it cut off. */
bool svg_is_whole(const char *text, size_t length);
bool png_is_whole(const char *bytes, size_t length);

/* Rewrites gnuplot's SVG into `out`: role and labels, `title` and `description` escaped, viewBox without width and height,
 * every id prefixed with `name`, and fonts with Chinese glyphs to fall back on. */
void svg_finish(const char *text, const char *name, const char *title, const char *description, struct buffer *out);

#endif
