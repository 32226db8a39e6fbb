/* SPDX-License-Identifier: MIT */
/* UTF-8 read as UTF-16, after table 3-7 of the Unicode standard. */
#include "utf8.h"

/* How many bytes follow a first byte, -1 when none can be it; low and high limit the next byte. */
static int bytes_after(unsigned char first, unsigned char *low, unsigned char *high)
{
    *low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    *high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (first < 0x80) {
        return 0;
    }
    if (first < 0xc2 || first > 0xf4) {
        return -1;
    }
    return first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
}

size_t rras_utf8_read(const char *text, size_t bytes, unsigned *character)
{
    const unsigned char *byte = (const unsigned char *)text;
    unsigned char low, high;
    int after = bytes_after(byte[0], &low, &high);
    unsigned value;

    *character = RRAS_UTF8_INVALID;
    if (after <= 0) {
        if (after == 0) {
            *character = byte[0];
        }
        return 1;
    }
    value = byte[0] & (0x3fu >> after);
    for (size_t i = 1; i <= (size_t)after; i++) {
        if (i == bytes) {
            return 0;
        }
        if (byte[i] < low || byte[i] > high) {
            return i;
        }
        value = value << 6 | (byte[i] & 0x3fu);
        low = 0x80;
        high = 0xbf;
    }
    *character = value;
    return (size_t)after + 1;
}

size_t rras_utf16_write(unsigned character, wchar_t units[2])
{
    if (character < 0x10000) {
        units[0] = (wchar_t)character;
        return 1;
    }
    character -= 0x10000;
    units[0] = (wchar_t)(0xd800 | character >> 10);
    units[1] = (wchar_t)(0xdc00 | (character & 0x3ff));
    return 2;
}

size_t rras_utf8_write(const wchar_t *units, size_t count, char bytes[RRAS_UTF8_LONGEST], size_t *written)
{
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    unsigned code = (unsigned short)units[0];
    unsigned low = count > 1 ? (unsigned short)units[1] : 0;
    size_t taken = 1;

    if (code >= 0xd800 && code < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        taken = 2;
    } else if (code >= 0xd800 && code < 0xe000) {
        code = RRAS_UTF8_INVALID;
    }
    *written = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = *written; i-- > 1; code >>= 6) {
        bytes[i] = (char)(0x80 | (code & 0x3f));
    }
    bytes[0] = (char)(leads[*written] | code);
    return taken;
}
