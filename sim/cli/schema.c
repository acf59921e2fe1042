/* seatsim schema: the scenario language, for editors. */
#include "cli/output.h"

enum seatsim_status perform_schema(struct command_line *line)
{
    return seatsim_schema_write(write_output, line);
}
