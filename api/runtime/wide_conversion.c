/* SPDX-License-Identifier: MIT */
/* The conversions of a wide format: text, characters, integers and addresses. */
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "misuse.h"
#include "utf8.h"
#include "wide_conversion.h"

/* Whether the argument of s, S, c or C is wide: a size decides; without one the small letter is what the
 * format is. */
static bool is_wide(const struct wide_conversion *conversion, const struct wide_output *output)
{
    switch (conversion->size) {
    case WIDE_SIZE_HH:
    case WIDE_SIZE_H:
        return false;
    case WIDE_SIZE_L:
    case WIDE_SIZE_W:
        return true;
    default:
        return (conversion->type == L's' || conversion->type == L'c') != output->narrow;
    }
}

static void convert_string(struct wide_output *output, const struct wide_conversion *conversion,
                           struct wide_arguments *arguments)
{
    const void *text = va_arg(arguments->list, const void *);
    size_t limit = conversion->precision < 0 ? SIZE_MAX : (size_t)conversion->precision;

    if (text == NULL) {
        rras_wide_put_wide(output, conversion, L"(null)", wcsnlen(L"(null)", limit), limit);
    } else if (is_wide(conversion, output)) {
        rras_wide_put_wide(output, conversion, text, wcsnlen(text, limit), limit);
    } else {
        size_t bytes = strnlen(text, limit);

        rras_wide_put_narrow(output, conversion, text, bytes, bytes == limit);
    }
}

static void convert_character(struct wide_output *output, const struct wide_conversion *conversion,
                              struct wide_arguments *arguments)
{
    int value = va_arg(arguments->list, int);

    if (is_wide(conversion, output)) {
        wchar_t unit = (wchar_t)value;

        rras_wide_put_wide(output, conversion, &unit, 1, SIZE_MAX);
    } else {
        char byte = (char)value;

        rras_wide_put_narrow(output, conversion, &byte, 1, false);
    }
}

static uint64_t take_unsigned(const struct wide_conversion *conversion, struct wide_arguments *arguments)
{
    switch (conversion->size) {
    case WIDE_SIZE_HH:
        return (unsigned char)va_arg(arguments->list, unsigned);
    case WIDE_SIZE_H:
        return (unsigned short)va_arg(arguments->list, unsigned);
    case WIDE_SIZE_64:
        return va_arg(arguments->list, unsigned long long);
    case WIDE_SIZE_POINTER:
        return va_arg(arguments->list, size_t);
    default:
        return va_arg(arguments->list, unsigned);
    }
}

static int64_t take_signed(const struct wide_conversion *conversion, struct wide_arguments *arguments)
{
    uint64_t value = take_unsigned(conversion, arguments);

    switch (conversion->size) {
    case WIDE_SIZE_HH:
        return (int8_t)value;
    case WIDE_SIZE_H:
        return (int16_t)value;
    case WIDE_SIZE_64:
        return (int64_t)value;
    case WIDE_SIZE_POINTER:
        return (intptr_t)value;
    default:
        return (int32_t)value;
    }
}

/* A number in pieces, as they stand one after another. */
struct number {
    const wchar_t *prefix; /* sign or base */
    size_t zeros;          /* between prefix and digits */
    const char *digits;
    size_t count;
};

static void put_number(struct wide_output *output, struct wide_conversion conversion, struct number number)
{
    size_t prefix = wcslen(number.prefix);
    size_t length;

    if (conversion.precision >= 0) {
        size_t least = (size_t)conversion.precision;

        conversion.zero = false;
        if (number.count + number.zeros < least) {
            number.zeros = least - number.count;
        }
    } else if (conversion.zero && !conversion.left) {
        size_t fill = rras_wide_fill_for(&conversion, prefix + number.zeros + number.count);

        number.zeros += fill;
    }
    length = prefix + number.zeros + number.count;
    rras_wide_begin_field(output, &conversion, length);
    for (size_t i = 0; i < prefix; i++) {
        rras_wide_put(output, number.prefix[i]);
    }
    rras_wide_put_many(output, L'0', number.zeros);
    for (size_t i = 0; i < number.count; i++) {
        rras_wide_put(output, (wchar_t)number.digits[i]);
    }
    rras_wide_end_field(output, &conversion, length);
}

/* Writes the digits before end and returns the first; of zero with precision 0 there are none. */
static char *write_digits(char *end, uint64_t value, unsigned base, bool capitals, bool zero_shows)
{
    const char *digits = capitals ? "0123456789ABCDEF" : "0123456789abcdef";

    if (value == 0 && zero_shows) {
        *--end = '0';
    }
    for (; value > 0; value /= base) {
        *--end = digits[value % base];
    }
    return end;
}

static void convert_signed(struct wide_output *output, const struct wide_conversion *conversion,
                           struct wide_arguments *arguments)
{
    int64_t value = take_signed(conversion, arguments);
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    const wchar_t *sign = value < 0 ? L"-" : conversion->plus ? L"+" : conversion->space ? L" " : L"";
    char text[24];
    char *end = text + sizeof(text);
    char *first = write_digits(end, size, 10, false, conversion->precision != 0);

    put_number(output, *conversion, (struct number){sign, 0, first, (size_t)(end - first)});
}

static void convert_unsigned(struct wide_output *output, const struct wide_conversion *conversion,
                             struct wide_arguments *arguments)
{
    uint64_t value = take_unsigned(conversion, arguments);
    bool capitals = conversion->type == L'X';
    unsigned base = conversion->type == L'u' ? 10 : conversion->type == L'o' ? 8 : 16;
    struct number number = {L"", 0, NULL, 0};
    char text[24];
    char *end = text + sizeof(text);

    number.digits = write_digits(end, value, base, capitals, conversion->precision != 0);
    number.count = (size_t)(end - number.digits);
    if (conversion->alternative && base == 16 && value != 0) {
        number.prefix = capitals ? L"0X" : L"0x";
    }
    if (conversion->alternative && base == 8 && (number.count == 0 || number.digits[0] != '0')) {
        number.zeros = 1;
    }
    put_number(output, *conversion, number);
}

/* Windows writes an address with all its digits, capitals and no 0x. */
static void convert_pointer(struct wide_output *output, struct wide_conversion conversion,
                            struct wide_arguments *arguments)
{
    conversion.type = L'X';
    conversion.size = WIDE_SIZE_POINTER;
    conversion.precision = 2 * (int)sizeof(void *);
    convert_unsigned(output, &conversion, arguments);
}

bool rras_wide_convert(struct wide_output *output, const struct wide_conversion *conversion,
                       struct wide_arguments *arguments)
{
    switch (conversion->type) {
    case L'%':
        rras_wide_put(output, L'%');
        return true;
    case L's':
    case L'S':
        convert_string(output, conversion, arguments);
        return true;
    case L'c':
    case L'C':
        convert_character(output, conversion, arguments);
        return true;
    case L'd':
    case L'i':
        convert_signed(output, conversion, arguments);
        return true;
    case L'u':
    case L'x':
    case L'X':
    case L'o':
        convert_unsigned(output, conversion, arguments);
        return true;
    case L'p':
        convert_pointer(output, *conversion, arguments);
        return true;
    case L'a':
    case L'A':
    case L'e':
    case L'E':
    case L'f':
    case L'F':
    case L'g':
    case L'G':
        return rras_wide_convert_float(output, conversion, arguments);
    default:
        if (conversion->type > L' ' && conversion->type <= L'~')
            rras_misused(RRAS_MISUSE_FORMAT, NULL, "%%%c is no conversion", (char)conversion->type);
        else
            rras_misused(RRAS_MISUSE_FORMAT, NULL, "a %% is not followed by a conversion");
        errno = EINVAL;
        return false;
    }
}
