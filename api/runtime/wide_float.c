/* SPDX-License-Identifier: MIT */
/* Floating point in wide formats: the C library writes the digits, whose rules are those of the UCRT. */
#include "wide_conversion.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHORT_TEXT = 128, LONGEST = 16384, HEX_DIGITS = 13 /* of a double, all of them, as the UCRT writes */ };

static bool is_hex(const struct wide_conversion *conversion)
{
    return conversion->type == L'a' || conversion->type == L'A';
}

/* `%` and its flags for the C library; the width is filled up elsewhere but for zeros */
static void make_format(char format[16], const struct wide_conversion *conversion)
{
    char *at = format;

    *at++ = '%';
    if (conversion->plus) {
        *at++ = '+';
    }
    if (conversion->space) {
        *at++ = ' ';
    }
    if (conversion->alternative) {
        *at++ = '#';
    }
    if (conversion->zero && !conversion->left) {
        *at++ = '0';
    }
    memcpy(at, "*.*", 3);
    at += 3;
    if (!is_hex(conversion)) {
        *at++ = 'L';
    }
    *at++ = (char)conversion->type;
    *at = '\0';
}

/* What is no number has a name and is never filled up with zeros. */
static const char *name_of(long double value, bool capitals)
{
    if (isinf(value)) {
        return capitals ? "INF" : "inf";
    }
    /* the one that arithmetic makes of nothing */
    if (signbit(value)) {
        return capitals ? "NAN(IND)" : "nan(ind)";
    }
    return capitals ? "NAN" : "nan";
}

static void put_name(struct wide_output *output, struct wide_conversion conversion, long double value)
{
    char text[16];

    snprintf(text, sizeof(text), "%s%s",
             signbit(value)     ? "-"
             : conversion.plus  ? "+"
             : conversion.space ? " "
                                : "",
             name_of(value, conversion.type < L'a'));
    conversion.zero = false;
    conversion.precision = -1;
    rras_wide_put_narrow(output, &conversion, text, strlen(text), false);
}

/* Of a long double the C library writes other hexadecimal digits. */
static int print(char *text, size_t size, const char *format, int width, const struct wide_conversion *conversion,
                 long double value)
{
    int precision = conversion->precision;

    if (!is_hex(conversion)) {
        return snprintf(text, size, format, width, precision, value);
    }
    return snprintf(text, size, format, width, precision < 0 ? HEX_DIGITS : precision, (double)value);
}

bool rras_wide_convert_float(struct wide_output *output, const struct wide_conversion *conversion,
                             struct wide_arguments *arguments)
{
    long double value = conversion->size == WIDE_SIZE_LONG_DOUBLE ? va_arg(arguments->list, long double)
                                                                  : (long double)va_arg(arguments->list, double);
    char format[16], text[SHORT_TEXT], *longer = NULL;
    struct wide_conversion field = *conversion;
    int width = conversion->zero && !conversion->left ? conversion->width : 0;
    int length;

    if (conversion->width > LONGEST || conversion->precision > LONGEST) {
        errno = EOVERFLOW;
        return false;
    }
    if (!isfinite(value)) {
        put_name(output, field, value);
        return true;
    }
    make_format(format, conversion);
    length = print(text, sizeof(text), format, width, conversion, value);
    if (length >= SHORT_TEXT) {
        longer = malloc((size_t)length + 1);
        if (longer == NULL) {
            return false;
        }
        print(longer, (size_t)length + 1, format, width, conversion, value);
    }
    field.zero = false;
    field.precision = -1;
    if (length >= 0) {
        rras_wide_put_narrow(output, &field, longer != NULL ? longer : text, (size_t)length, false);
    }
    free(longer);
    return length >= 0;
}
