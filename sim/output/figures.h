/* Numbers, years and names as people read them. Texts by value live as long as the call they are written in. */
#ifndef OUTPUT_FIGURES_H
#define OUTPUT_FIGURES_H

#include "base/text.h"
#include "model/indicators.h"

/* A count rounded to whole things with commas between thousands ("17,827"); "" for NaN. */
struct number_text count_text(double count);

/* A share as percent ("54.8%"); "" for NaN. */
struct number_text share_text(double share, int decimals);

/* A share without decimals that it does not need: 0.5 is "50%", 0.125 "12.5%". */
struct number_text round_share_text(double share);

/* A value in its unit: shares as percent with `decimals`, means with one decimal, coefficients with three, the rest as counts. */
struct number_text value_text(enum unit unit, double value, int decimals);

/* The years for which `in` [count] holds, beginning with `first`: "2020–2022 and 2026"; from three runs on how many of them
 * they are. Nothing when there are none. NULL without memory. */
const char *years_text(struct arena *arena, enum seatsim_language language, int first, const bool *in, int count);

/* A title in a language made fit for one line of output: what deceives is replaced. NULL without memory. */
const char *shown_title(struct arena *arena, const struct title *title, enum seatsim_language language, const char *otherwise);

/* The text of a buffer as the arena's own; clears the buffer. NULL without memory. */
const char *buffer_taken(struct buffer *buffer, struct arena *arena);

#endif
