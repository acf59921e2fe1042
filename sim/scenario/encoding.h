/* Text that is not UTF-8, to UTF-8: the only file that knows iconv. */
#ifndef SCENARIO_ENCODING_H
#define SCENARIO_ENCODING_H

#include "base/diagnostic.h"

/* Decodes a whole file.
 *
 *   encoding   as iconv names it: "gb18030"
 *   source     names the file, for messages; its text is not read
 *   text       out: the same as UTF-8 in `arena`, a NUL behind; set on success only, with its `decoded` bytes
 *
 * Errors: bytes that mean nothing in the encoding, at their line; an encoding that this machine does not know:
 * SEATSIM_BAD_INPUT. SEATSIM_MACHINE without memory. */
enum seatsim_status decode_text(const char *encoding, const struct source *source, const char *bytes, size_t length,
                                struct arena *arena, char **text, size_t *decoded, struct seatsim_diagnostics *diagnostics);

#endif
