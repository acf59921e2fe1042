/* THE message table. Ranges: E0 files and YAML, E1 keys and values, E2 sense across the scenario, E3 the run,
 * E4 output, E5 the command line; W the same. Codes are never given to another meaning. */
#include "base/messages.h"

#include <string.h>

const struct message messages[] = {
    { "E001", SEATSIM_ERROR, { "out of memory", "内存不足" }, { NULL, NULL } },

    { NULL, SEATSIM_ERROR, { NULL, NULL }, { NULL, NULL } },
};

const struct message *message_of(const char *code)
{
    for (const struct message *message = messages; message->code; message++)
        if (strcmp(message->code, code) == 0)
            return message;
    return NULL;
}
