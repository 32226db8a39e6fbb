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

void rras_wide_put(struct wide_output *output, wchar_t unit)
{
    if (output->length < output->size) {
        output->to[output->length] = unit;
    }
    output->length++;
}

/* Counts what does not fit without looping over it: a width may be two thousand million. */
static void put_many(struct wide_output *output, wchar_t unit, size_t count)
{
    if (output->length < output->size) {
        size_t room = output->size - output->length;

        wmemset(output->to + output->length, unit, count < room ? count : room);
    }
    output->length += count;
}

static size_t fill_for(const struct wide_conversion *conversion, size_t length)
{
    size_t width = (size_t)conversion->width;

    return length < width ? width - length : 0;
}

/* A filled field begins and ends with one of these; text is filled up with zeros too, if asked. */
static void begin_field(struct wide_output *output, const struct wide_conversion *conversion, size_t length)
{
    if (!conversion->left) {
        put_many(output, conversion->zero ? L'0' : L' ', fill_for(conversion, length));
    }
}

static void end_field(struct wide_output *output, const struct wide_conversion *conversion, size_t length)
{
    if (conversion->left) {
        put_many(output, L' ', fill_for(conversion, length));
    }
}

/* Puts wide text as bytes, whole characters only, or counts them when there is no output. */
static size_t encode(struct wide_output *output, const wchar_t *text, size_t length, size_t most)
{
    size_t bytes = 0;

    while (length > 0) {
        char encoded[RRAS_UTF8_LONGEST];
        size_t count;
        size_t taken = rras_utf8_write(text, length, encoded, &count);

        if (bytes + count > most) {
            break;
        }
        for (size_t i = 0; i < count && output != NULL; i++) {
            rras_wide_put(output, (unsigned char)encoded[i]);
        }
        bytes += count;
        text += taken;
        length -= taken;
    }
    return bytes;
}

/* At most so many units, or bytes where the text is narrow */
static void put_wide(struct wide_output *output, const struct wide_conversion *conversion, const wchar_t *text,
                     size_t length, size_t most)
{
    size_t count = output->narrow ? encode(NULL, text, length, most) : length;

    begin_field(output, conversion, count);
    if (output->narrow) {
        encode(output, text, length, most);
    }
    for (size_t i = 0; i < count && !output->narrow; i++) {
        rras_wide_put(output, text[i]);
    }
    end_field(output, conversion, count);
}

/* Decodes narrow text into the output, or only counts its units. */
static size_t decode(struct wide_output *output, const char *text, size_t bytes, bool cut, bool count_only)
{
    size_t length = 0;

    if (output->narrow) {
        for (size_t i = 0; i < bytes && !count_only; i++) {
            rras_wide_put(output, (unsigned char)text[i]);
        }
        return bytes;
    }
    while (bytes > 0) {
        unsigned character;
        wchar_t units[2];
        size_t count;
        size_t used = rras_utf8_read(text, bytes, &character);

        if (used == 0) {
            /* The rest begins a character: the precision cut it, or the text is damaged. */
            if (cut) {
                break;
            }
            used = bytes;
        }
        count = rras_utf16_write(character, units);
        for (size_t i = 0; i < count && !count_only; i++) {
            rras_wide_put(output, units[i]);
        }
        length += count;
        text += used;
        bytes -= used;
    }
    return length;
}

void rras_wide_put_narrow(struct wide_output *output, const struct wide_conversion *conversion, const char *text,
                          size_t bytes, bool cut)
{
    size_t length = decode(output, text, bytes, cut, true);

    begin_field(output, conversion, length);
    decode(output, text, bytes, cut, false);
    end_field(output, conversion, length);
}

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
        put_wide(output, conversion, L"(null)", wcsnlen(L"(null)", limit), limit);
    } else if (is_wide(conversion, output)) {
        put_wide(output, conversion, text, wcsnlen(text, limit), limit);
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

        put_wide(output, conversion, &unit, 1, SIZE_MAX);
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
        size_t fill = fill_for(&conversion, prefix + number.zeros + number.count);

        number.zeros += fill;
    }
    length = prefix + number.zeros + number.count;
    begin_field(output, &conversion, length);
    for (size_t i = 0; i < prefix; i++) {
        rras_wide_put(output, number.prefix[i]);
    }
    put_many(output, L'0', number.zeros);
    for (size_t i = 0; i < number.count; i++) {
        rras_wide_put(output, (wchar_t)number.digits[i]);
    }
    end_field(output, &conversion, length);
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
