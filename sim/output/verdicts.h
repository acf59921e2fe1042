/* The lines of a check as text. */
#ifndef OUTPUT_VERDICTS_H
#define OUTPUT_VERDICTS_H

#include "base/options.h"
#include "results/verdict.h"

/* Adds a line for each target at a stage, and how many of them are met. False without memory. */
bool verdicts_add(struct buffer *buffer, const struct seatsim_verdicts *verdicts, const struct seatsim_options *options);

/* How many lines are met. */
int lines_met(const struct seatsim_verdicts *verdicts);

#endif
