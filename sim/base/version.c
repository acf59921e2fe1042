#include <seatsim/seatsim.h>

const char *seatsim_version(void)
{
    return SEATSIM_VERSION;
}
