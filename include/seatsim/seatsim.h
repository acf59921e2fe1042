/* seatsim: school-seat capacity planning. The umbrella header: include this one.
 *
 * The way of the data is one direction:
 *
 *     options -> scenario -> results -> verdicts -> tables, charts
 *
 * Four opaque types hold them. Each is made by one call that sets its out-parameter on success only, and is freed by
 * its own _free, which accepts NULL. Nothing here prints, exits, reads the environment or keeps global state. */
#ifndef SEATSIM_SEATSIM_H
#define SEATSIM_SEATSIM_H

#include <seatsim/diagnostic.h>
#include <seatsim/export.h>
#include <seatsim/results.h>
#include <seatsim/run.h>
#include <seatsim/scenario.h>
#include <seatsim/study.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SEATSIM_VERSION "0.1.0"

/* The version of the library that is linked, to be compared with SEATSIM_VERSION of the headers. */
SEATSIM_API const char *seatsim_version(void);

#ifdef __cplusplus
}
#endif
#endif
