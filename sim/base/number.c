/* Numbers as text. The host may have set a locale whose radix character is a comma, or several bytes; printf and strtod
 * follow it, and a library must not change it. So the radix in use is seen from a printed half, and exchanged. */
#include "base/text.h"

#include <stdint.h>
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

enum { EXACT_DIGITS = 15 }; /* any whole number of so many digits, and ten to this power, is a double */
static const double ten_to[EXACT_DIGITS + 1] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

/* Reads "123" and "12.5": digits and power of ten are exact, so that one division rounds as strtod does (W. D. Clinger 1990,
 * How to read floating point numbers accurately). False for what is longer or written in another way. */
static bool short_number(const char *text, size_t length, double *number)
{
    int64_t digits = 0;
    size_t decimals = 0;
    bool point = false;
    for (size_t at = 0; at < length; at++) {
        if (text[at] == '.' && !point && 0 < at && at + 1 < length) {
            point = true;
            continue;
        }
        if (text[at] < '0' || text[at] > '9')
            return false;
        digits = 10 * digits + (text[at] - '0');
        decimals += point;
    }
    *number = (double)digits / ten_to[decimals];
    return length > 0;
}

bool text_number(const char *text, size_t length, double *number)
{
    if (length <= EXACT_DIGITS && short_number(text, length, number))
        return true;
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

/* A whole number of up to fifteen digits, the last `decimals` of them behind the point. */
static struct number_text whole_text(int64_t digits, int decimals, bool negative)
{
    struct number_text out;
    char reversed[2 * EXACT_DIGITS], *end = out.text;
    int length = 0;
    for (; digits > 0 || length <= decimals; digits /= 10)
        reversed[length++] = (char)('0' + digits % 10);
    if (negative)
        *end++ = '-';
    while (length > 0) {
        *end++ = reversed[--length];
        if (length == decimals && decimals > 0)
            *end++ = '.';
    }
    *end = '\0';
    return out;
}

struct number_text number_text(double number)
{
    struct digits digits;
    if (fabs(number) < ten_to[EXACT_DIGITS] && !(floor(number) < number))
        return whole_text((int64_t)fabs(number), 0, number < 0);
    if (isnan(number))
        return (struct number_text) { "" };
    if (isinf(number))
        return number > 0 ? (struct number_text) { "inf" } : (struct number_text) { "-inf" };
    /* Fifteen digits keep every decimal that a person writes; some doubles need sixteen or all seventeen. */
    for (int precision = 15; precision <= 17; precision++)
        if (digits_of(number, precision, &digits))
            break;
    return lay_out(&digits);
}

struct number_text sum_text(double sum)
{
    return number_text(fabs(sum) < 1e9 ? round(sum * 1e6) / 1e6 : sum);
}

/* A number times ten to `decimals`, as printf would round it: to the nearest whole number, a tie to the even one. The product
 * and what it leaves out are known exactly, and what it leaves out only decides a tie. */
static int64_t rounded_product(double number, int decimals)
{
    double product = number * ten_to[decimals], below = floor(product), half = product - below - 0.5;
    double left_out = fma(number, ten_to[decimals], -product);
    int64_t whole = (int64_t)below;
    bool tie = !(half < 0) && !(half > 0);
    bool up = tie ? left_out > 0 || (!(left_out < 0) && whole % 2 == 1) : half > 0;
    return whole + up;
}

struct number_text decimal_text(double number, int decimals)
{
    if (fabs(number) < ten_to[EXACT_DIGITS - decimals]) {
        int64_t digits = rounded_product(fabs(number), decimals);
        return whole_text(digits, decimals, number < 0 && digits > 0);
    }
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
