/* SPDX-License-Identifier: MIT */
/* Where the text of a format goes: units, fields of a width, wide and narrow text. */
#include <string.h>
#include <wchar.h>

#include "utf8.h"
#include "wide_output.h"

void rras_wide_put(struct wide_output *output, wchar_t unit)
{
    if (output->length < output->size) {
        output->to[output->length] = unit;
    }
    output->length++;
}

/* What does not fit is counted without looping over it: a width may be two thousand million. */
void rras_wide_put_many(struct wide_output *output, wchar_t unit, size_t count)
{
    if (output->length < output->size) {
        size_t room = output->size - output->length;

        wmemset(output->to + output->length, unit, count < room ? count : room);
    }
    output->length += count;
}

size_t rras_wide_fill_for(const struct wide_conversion *conversion, size_t length)
{
    size_t width = (size_t)conversion->width;

    return length < width ? width - length : 0;
}

void rras_wide_begin_field(struct wide_output *output, const struct wide_conversion *conversion, size_t length)
{
    if (!conversion->left) {
        rras_wide_put_many(output, conversion->zero ? L'0' : L' ', rras_wide_fill_for(conversion, length));
    }
}

void rras_wide_end_field(struct wide_output *output, const struct wide_conversion *conversion, size_t length)
{
    if (conversion->left) {
        rras_wide_put_many(output, L' ', rras_wide_fill_for(conversion, length));
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

void rras_wide_put_wide(struct wide_output *output, const struct wide_conversion *conversion, const wchar_t *text,
                        size_t length, size_t most)
{
    size_t count = output->narrow ? encode(NULL, text, length, most) : length;

    rras_wide_begin_field(output, conversion, count);
    if (output->narrow) {
        encode(output, text, length, most);
    }
    for (size_t i = 0; i < count && !output->narrow; i++) {
        rras_wide_put(output, text[i]);
    }
    rras_wide_end_field(output, conversion, count);
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

    rras_wide_begin_field(output, conversion, length);
    decode(output, text, bytes, cut, false);
    rras_wide_end_field(output, conversion, length);
}
