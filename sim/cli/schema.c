/* seatsim schema: the scenario language, for editors and for people. */
#include "cli/options.h"
#include "cli/output.h"

enum seatsim_status perform_schema(struct command_line *line)
{
    if (format_is(line, "markdown"))
        return seatsim_reference_write(line->language, write_output, line);
    return seatsim_schema_write(line->language, write_output, line);
}
