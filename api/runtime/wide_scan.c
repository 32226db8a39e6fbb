/* SPDX-License-Identifier: MIT */
/* Values out of texts: scanf()'s family for texts in memory, as Microsoft's C run-time library has it. */
#undef RRAS_SYSTEM_STDIO
#include "stream.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* A text that is read. Narrow text is read byte by byte, a byte a unit. */
struct scan {
    const wchar_t *text, *at;
    bool wide;   /* what %s and %c are */
    bool secure; /* a size stands behind the buffer of a string */
    va_list arguments;
};

/* A conversion: what stands behind a percent sign */
struct conversion {
    bool skips;
    size_t width; /* most units that are read; 0: not given */
    size_t bytes; /* of the number; 0: no size was given */
    bool is_long, is_short, is_extended;
    wchar_t type;
    const wchar_t *set, *set_end; /* of %[ */
    bool set_without;
};

static bool is_blank(wchar_t unit)
{
    return unit == L' ' || (unit >= L'\t' && unit <= L'\r');
}

static void skip_blanks(struct scan *scan)
{
    while (is_blank(*scan->at))
        scan->at++;
}

/* --- formats --- */

/* A `long` has 32 bits. */
static const wchar_t *read_size(const wchar_t *format, struct conversion *to)
{
    static const struct {
        wchar_t text[4];
        size_t bytes;
    } sizes[] = {{L"hh", 1}, {L"h", 2}, {L"ll", 8}, {L"I64", 8}, {L"I32", 4}, {L"l", 4},
                 {L"w", 0},  {L"L", 8}, {L"j", 8},  {L"z", 8},   {L"t", 8},   {L"I", 8}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        size_t length = wcslen(sizes[i].text);
        if (wcsncmp(format, sizes[i].text, length) == 0) {
            to->bytes = sizes[i].bytes;
            to->is_long = length == 1 && (*format == L'l' || *format == L'w');
            to->is_short = *format == L'h';
            to->is_extended = *format == L'L';
            return format + length;
        }
    }
    return format;
}

/* %[ to its bracket: one that comes first belongs to the set */
static const wchar_t *read_set(const wchar_t *format, struct conversion *to)
{
    to->set_without = *format == L'^';
    format += to->set_without;
    to->set = format;
    if (*format == L']')
        format++;
    while (*format && *format != L']')
        format++;
    to->set_end = format;
    return *format ? format + 1 : format;
}

static const wchar_t *read_conversion(const wchar_t *format, struct conversion *to)
{
    *to = (struct conversion){.skips = *format == L'*'};
    format += to->skips;
    for (; *format >= L'0' && *format <= L'9'; format++)
        to->width = to->width < INT32_MAX / 10 ? to->width * 10 + (size_t)(*format - L'0') : to->width;
    format = read_size(format, to);
    to->type = *format;
    format += *format != 0;
    return to->type == L'[' ? read_set(format, to) : format;
}

/* --- numbers --- */

static unsigned digit_of(wchar_t unit)
{
    wchar_t lower = unit | 0x20;
    return unit >= L'0' && unit <= L'9'     ? unit - (unsigned)L'0'
           : lower >= L'a' && lower <= L'z' ? lower - (unsigned)L'a' + 10
                                            : 99;
}

static void store_number(struct scan *scan, const struct conversion *conversion, uint64_t value)
{
    void *to = va_arg(scan->arguments, void *);
    size_t bytes = conversion->type == L'p' ? sizeof to : conversion->bytes ? conversion->bytes : sizeof(int);
    memcpy(to, &value, bytes); /* the lower bytes come first */
}

static bool scan_whole(struct scan *scan, const struct conversion *conversion)
{
    static const struct {
        wchar_t type;
        unsigned base;
    } bases[] = {{L'd', 10}, {L'u', 10}, {L'i', 0}, {L'o', 8}, {L'x', 16}, {L'X', 16}, {L'p', 16}};
    size_t left = conversion->width ? conversion->width : SIZE_MAX;
    unsigned base = 0;
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
        base = bases[i].type == conversion->type ? bases[i].base : base;
    skip_blanks(scan);
    const wchar_t *at = scan->at;
    bool negative = *at == L'-' && left > 0, any = false;
    uint64_t value = 0;
    if (negative || (*at == L'+' && left > 0))
        at++, left--;
    if ((base == 0 || base == 16) && *at == L'0' && left > 0) {
        any = true;
        at++, left--;
        bool hexadecimal = left > 1 && (*at | 0x20) == L'x' && digit_of(at[1]) < 16;
        base = hexadecimal ? 16 : base == 0 ? 8 : base;
        at += hexadecimal;
        left -= hexadecimal;
    }
    base = base == 0 ? 10 : base;
    for (; left > 0 && digit_of(*at) < base; at++, left--, any = true)
        value = value * base + digit_of(*at);
    scan->at = at;
    if (any && !conversion->skips)
        store_number(scan, conversion, negative ? 0 - value : value);
    return any;
}

static bool scan_real(struct scan *scan, const struct conversion *conversion)
{
    char text[1024];
    size_t count = 0, most = conversion->width && conversion->width < sizeof text ? conversion->width : sizeof text - 1;
    skip_blanks(scan);
    while (count < most && scan->at[count] && scan->at[count] < 0x80 &&
           wcschr(L"+-.0123456789eExXpPabcdfABCDFinINtyTY", scan->at[count])) {
        text[count] = (char)scan->at[count];
        count++;
    }
    text[count] = '\0';
    char *end;
    double value = strtod(text, &end);
    scan->at += end - text;
    if (end != text && !conversion->skips) {
        void *to = va_arg(scan->arguments, void *);
        if (conversion->is_extended)
            *(long double *)to = value; /* which has 80 bits here, and on Windows is a double */
        else if (conversion->is_long || conversion->bytes == sizeof(double))
            *(double *)to = value;
        else
            *(float *)to = (float)value;
    }
    return end != text;
}

/* --- strings --- */

static bool in_set(const struct conversion *conversion, wchar_t unit)
{
    bool found = false;
    for (const wchar_t *at = conversion->set; at < conversion->set_end; at++) {
        bool range = at + 2 < conversion->set_end && at[1] == L'-';
        found |= range ? (unit >= at[0] && unit <= at[2]) || (unit >= at[2] && unit <= at[0]) : unit == *at;
        at += range ? 2 : 0;
    }
    return found != conversion->set_without;
}

static bool belongs(const struct conversion *conversion, wchar_t unit)
{
    switch (conversion->type) {
    case L'c':
    case L'C':
        return unit != 0;
    case L'[':
        return unit != 0 && in_set(conversion, unit);
    default:
        return unit != 0 && !is_blank(unit);
    }
}

/* The string as it is kept: wide or narrow, with a null where the conversion has one */
static bool store_string(struct scan *scan, const struct conversion *conversion, const wchar_t *from, size_t count)
{
    bool capital = conversion->type == L'S' || conversion->type == L'C',
         character = conversion->type == L'c' || conversion->type == L'C';
    bool wide = conversion->is_long || (!conversion->is_short && scan->wide != capital);
    void *to = va_arg(scan->arguments, void *);
    size_t room = scan->secure ? va_arg(scan->arguments, unsigned) : SIZE_MAX, needed = count + !character;
    if (needed > room) {
        if (room > 0)
            memset(to, 0, wide ? sizeof(wchar_t) : 1);
        errno = ENOMEM;
        return false;
    }
    for (size_t i = 0; i < needed; i++) {
        wchar_t unit = i < count ? from[i] : 0;
        if (wide)
            ((wchar_t *)to)[i] = unit;
        else
            ((char *)to)[i] = (char)unit;
    }
    return true;
}

static bool scan_string(struct scan *scan, const struct conversion *conversion)
{
    bool character = conversion->type == L'c' || conversion->type == L'C';
    size_t most = conversion->width ? conversion->width : character ? 1 : SIZE_MAX, count = 0;
    if (!character && conversion->type != L'[')
        skip_blanks(scan);
    while (count < most && belongs(conversion, scan->at[count]))
        count++;
    if (count == 0 || (character && count < most))
        return false;
    const wchar_t *from = scan->at;
    scan->at += count;
    return conversion->skips || store_string(scan, conversion, from, count);
}

/* --- the whole --- */

/* Whether it matched; what is no conversion does not */
static bool scan_one(struct scan *scan, const struct conversion *conversion)
{
    switch (conversion->type) {
    case L'd':
    case L'i':
    case L'u':
    case L'o':
    case L'x':
    case L'X':
    case L'p':
        return scan_whole(scan, conversion);
    case L'a':
    case L'e':
    case L'E':
    case L'f':
    case L'g':
    case L'G':
        return scan_real(scan, conversion);
    case L'c':
    case L'C':
    case L's':
    case L'S':
    case L'[':
        return scan_string(scan, conversion);
    default:
        return false;
    }
}

static bool match_character(struct scan *scan, wchar_t unit)
{
    bool same = *scan->at == unit;
    scan->at += same;
    return same;
}

/* How many were stored; EOF where the text ended before the first */
static int scan_all(struct scan *scan, const wchar_t *format)
{
    struct conversion conversion;
    int stored = 0;
    bool fine = true;
    while (*format && fine) {
        if (is_blank(*format)) {
            skip_blanks(scan);
            format++;
        } else if (*format != L'%') {
            fine = match_character(scan, *format++);
        } else {
            format = read_conversion(format + 1, &conversion);
            if (conversion.type == L'%') {
                skip_blanks(scan);
                fine = match_character(scan, L'%');
            } else if (conversion.type == L'n') {
                if (!conversion.skips)
                    store_number(scan, &conversion, (uint64_t)(scan->at - scan->text));
            } else {
                fine = scan_one(scan, &conversion);
                stored += fine && !conversion.skips;
            }
        }
    }
    return fine || stored > 0 || *scan->at ? stored : EOF;
}

static int scan_wide(const wchar_t *text, const wchar_t *format, bool secure, va_list arguments)
{
    struct scan scan = {.text = text, .at = text, .wide = true, .secure = secure};
    if (!text || !format)
        return rras_invalid_parameter(EINVAL, EOF);
    va_copy(scan.arguments, arguments);
    int stored = scan_all(&scan, format);
    va_end(scan.arguments);
    return stored;
}

/* A unit a byte, to be freed; NULL when memory ran out */
static wchar_t *widened(const char *text)
{
    size_t length = strlen(text) + 1;
    wchar_t *wide = malloc(length * sizeof *wide);
    for (size_t i = 0; wide && i < length; i++)
        wide[i] = (unsigned char)text[i];
    return wide;
}

static int scan_narrow(const char *text, const char *format, bool secure, va_list arguments)
{
    int stored = EOF;
    if (!text || !format)
        return rras_invalid_parameter(EINVAL, EOF);
    wchar_t *wide = widened(text), *wide_format = widened(format);
    struct scan scan = {.text = wide, .at = wide, .secure = secure};
    if (wide && wide_format) {
        va_copy(scan.arguments, arguments);
        stored = scan_all(&scan, wide_format);
        va_end(scan.arguments);
    }
    free(wide);
    free(wide_format);
    return stored;
}

#define VARIADIC(name, unit, scan, secure)                  \
    int name(const unit *text, const unit *format, ...)     \
    {                                                       \
        va_list arguments;                                  \
        va_start(arguments, format);                        \
        int stored = scan(text, format, secure, arguments); \
        va_end(arguments);                                  \
        return stored;                                      \
    }
VARIADIC(swscanf, wchar_t, scan_wide, false)
VARIADIC(swscanf_s, wchar_t, scan_wide, true)
VARIADIC(sscanf, char, scan_narrow, false)
VARIADIC(sscanf_s, char, scan_narrow, true)

int vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments)
{
    return scan_wide(text, format, false, arguments);
}

int vsscanf(const char *text, const char *format, va_list arguments)
{
    return scan_narrow(text, format, false, arguments);
}

int vswscanf_s(const wchar_t *text, const wchar_t *format, va_list arguments)
{
    return scan_wide(text, format, true, arguments);
}

int vsscanf_s(const char *text, const char *format, va_list arguments)
{
    return scan_narrow(text, format, true, arguments);
}

/* --- streams --- */

enum { FIRST_ROOM = 512 };

/* Reads ahead in a file, twice as much each time the text ends too soon, and then goes back to what is behind the last character that
 * was taken. */
static int scan_stream(FILE *stream, const wchar_t *format, bool secure, va_list arguments)
{
    const long start = ftell(stream);
    int stored = EOF;
    for (size_t room = FIRST_ROOM; start >= 0; room *= 2) {
        char *text = malloc(room + 1);
        size_t length = text ? fread(text, 1, room, stream) : 0;
        if (text)
            text[length] = '\0';
        wchar_t *wide = text ? widened(text) : NULL;
        struct scan scan = {.text = wide, .at = wide, .secure = secure};
        if (wide) {
            va_copy(scan.arguments, arguments);
            stored = scan_all(&scan, format);
            va_end(scan.arguments);
        }
        size_t taken = wide ? (size_t)(scan.at - scan.text) : 0;
        bool enough = !wide || length < room || taken + 1 < length;
        fseek(stream, start, SEEK_SET);
        if (enough && taken > 0 && text)
            taken = fread(text, 1, taken,
                          stream); /* of lines, the places of their ends are known to the stream alone */
        free(wide);
        free(text);
        if (enough)
            return stored;
    }
    return stored;
}

static int scan_file(FILE *stream, const char *format, bool secure, va_list arguments)
{
    if (!rras_stream_usable(stream) || !format)
        return EOF;
    wchar_t *wide = widened(format);
    int stored = wide ? scan_stream(stream, wide, secure, arguments) : EOF;
    free(wide);
    return stored;
}

int fscanf(FILE *stream, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int stored = scan_file(stream, format, false, arguments);
    va_end(arguments);
    return stored;
}

int fscanf_s(FILE *stream, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int stored = scan_file(stream, format, true, arguments);
    va_end(arguments);
    return stored;
}
