/* Numbers as text. The host may have set a locale whose radix character is a comma, or several bytes; printf and strtod
 * follow it, and a library must not change it. So the radix in use is seen from a printed half, and exchanged. */
#include "base/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_MOST = 120, RADIX_MOST = 16 };

/* The host's radix character. */
struct radix {
    char text[RADIX_MOST];
    size_t length;
};

static struct radix radix_now(void)
{
    struct radix radix;
    char half[RADIX_MOST + 3];
    int length = snprintf(half, sizeof half, "%.1f", 0.5); /* "0", the radix, "5" */
    radix.length = (size_t)length - 2;
    memcpy(radix.text, half + 1, radix.length);
    return radix;
}

static size_t skip_digits(const char *text, size_t length, size_t at)
{
    while (at < length && '0' <= text[at] && text[at] <= '9')
        at++;
    return at;
}

/* The end of the digits that must stand at `at`; 0 when there are none. */
static size_t need_digits(const char *text, size_t length, size_t at)
{
    size_t end = skip_digits(text, length, at);
    return end > at ? end : 0;
}

static bool is_sign(const char *text, size_t length, size_t at)
{
    return at < length && (text[at] == '+' || text[at] == '-');
}

static bool is_number(const char *text, size_t length)
{
    size_t at = need_digits(text, length, is_sign(text, length, 0) ? 1 : 0);
    while (at > 0 && at < length && text[at] == '_')
        at = need_digits(text, length, at + 1);
    if (at > 0 && at < length && text[at] == '.')
        at = need_digits(text, length, at + 1);
    if (at > 0 && at < length && (text[at] == 'e' || text[at] == 'E'))
        at = need_digits(text, length, at + 1 + is_sign(text, length, at + 1));
    return at > 0 && at == length;
}

bool text_number(const char *text, size_t length, double *number)
{
    char copy[NUMBER_MOST + RADIX_MOST + 1];
    if (length > NUMBER_MOST || !is_number(text, length))
        return false;
    struct radix radix = radix_now();
    size_t end = 0;
    for (size_t at = 0; at < length; at++) {
        if (text[at] == '.') {
            memcpy(copy + end, radix.text, radix.length);
            end += radix.length;
        } else if (text[at] != '_') {
            copy[end++] = text[at];
        }
    }
    copy[end] = '\0';
    *number = strtod(copy, NULL);
    return isfinite(*number);
}

/* The digits of a number in scientific notation, read from what printf wrote. */
struct digits {
    bool negative;
    int count, exponent; /* the first digit stands for 10^exponent */
    char text[20];
};

/* The digits at a precision; false when they do not read back as the same double. */
static bool digits_of(double number, int precision, struct digits *digits)
{
    char printed[NUMBER_MOST];
    snprintf(printed, sizeof printed, "%.*e", precision - 1, number);
    digits->count = 0;
    digits->negative = printed[0] == '-';
    char *exponent = strchr(printed, 'e');
    for (char *at = printed; at < exponent; at++)
        if ('0' <= *at && *at <= '9')
            digits->text[digits->count++] = *at;
    while (digits->count > 1 && digits->text[digits->count - 1] == '0')
        digits->count--;
    digits->exponent = (int)strtol(exponent + 1, NULL, 10);
    double back = strtod(printed, NULL);
    return !(back < number) && !(back > number);
}

/* "-0.000123", "12.5", "12000", or with an exponent when the point would stand far from the digits. */
static struct number_text lay_out(const struct digits *digits)
{
    struct number_text out;
    bool plain = -6 <= digits->exponent && digits->exponent < 15;
    int point = plain ? digits->exponent : 0; /* the power of ten of the first digit */
    char *end = out.text;
    if (digits->negative)
        *end++ = '-';
    for (int power = point > 0 ? point : 0; power >= 0 || point - power < digits->count; power--) {
        int digit = point - power;
        if (power == -1)
            *end++ = '.';
        *end++ = 0 <= digit && digit < digits->count ? digits->text[digit] : '0';
    }
    *end = '\0';
    if (!plain)
        snprintf(end, (size_t)(out.text + sizeof out.text - end), "e%d", digits->exponent);
    return out;
}

struct number_text number_text(double number)
{
    struct digits digits;
    if (isnan(number))
        return (struct number_text) { "" };
    if (isinf(number))
        return number > 0 ? (struct number_text) { "inf" } : (struct number_text) { "-inf" };
    /* Fifteen digits keep every decimal that a person writes; some doubles need sixteen or all seventeen. */
    for (int precision = 15; precision <= 17; precision++)
        if (digits_of(number, precision, &digits))
            break;
    if (digits.text[0] == '0')
        digits.negative = false;
    return lay_out(&digits);
}

struct number_text sum_text(double sum)
{
    return number_text(fabs(sum) < 1e9 ? round(sum * 1e6) / 1e6 : sum);
}

struct number_text decimal_text(double number, int decimals)
{
    struct number_text out = { "" };
    char printed[400];
    if (isnan(number))
        return out;
    int length = snprintf(printed, sizeof printed, "%.*f", decimals, number);
    size_t whole = skip_digits(printed, (size_t)length, printed[0] == '-');
    if (isinf(number) || whole + 1 + (size_t)decimals >= sizeof out.text)
        return number_text(number);
    const char *start = printed, *behind = printed + length - decimals; /* the decimals */
    if (printed[0] == '-' && strspn(printed + 1, "0") + 1 == whole && strspn(behind, "0") == (size_t)decimals)
        start++;
    memcpy(out.text, start, (size_t)(printed + whole - start));
    if (decimals > 0) {
        strcat(out.text, ".");
        strcat(out.text, behind);
    }
    return out;
}
