#include "output/json.h"

#include <math.h>

/* As many digits as a figure of the model can bear. */
enum { DIGITS = 12 };

static int pass_on(const char *bytes, size_t length, void *buffer)
{
    buffer_add(buffer, bytes, length);
    return 0;
}

void json_add(struct buffer *buffer, json_t *value)
{
    if (!value || json_dump_callback(value, pass_on, buffer, JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS)) != 0)
        buffer->failed = true;
    json_decref(value);
}

json_t *json_of(double number)
{
    if (isnan(number))
        return json_null();
    return number == floor(number) && fabs(number) < 1e15 ? json_integer((json_int_t)number) : json_real(number);
}
