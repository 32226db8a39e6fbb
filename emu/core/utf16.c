/* SPDX-License-Identifier: MIT */
#include "core/utf16.h"

#include <string.h>

size_t utf8_decode(const char *utf8, uint32_t *code)
{
    static const struct {
        unsigned char mask, lead;
        uint32_t smallest;
    } shapes[] = {{0x80, 0x00, 0}, {0xe0, 0xc0, 0x80}, {0xf0, 0xe0, 0x800}, {0xf8, 0xf0, 0x10000}};
    const unsigned char *bytes = (const unsigned char *)utf8;
    for (size_t length = 1; length <= 4; length++) {
        if ((bytes[0] & shapes[length - 1].mask) != shapes[length - 1].lead)
            continue;
        uint32_t value = bytes[0] & (unsigned char)~shapes[length - 1].mask;
        for (size_t i = 1; i < length; i++) {
            if ((bytes[i] & 0xc0) != 0x80)
                return 0;
            value = value << 6 | (bytes[i] & 0x3f);
        }
        bool surrogate = value >= 0xd800 && value <= 0xdfff;
        if (value < shapes[length - 1].smallest || value > 0x10ffff || surrogate)
            return 0;
        *code = value;
        return length;
    }
    return 0;
}

int utf16_length(const char *utf8)
{
    int units = 0;
    while (*utf8) {
        uint32_t code;
        size_t taken = utf8_decode(utf8, &code);
        if (taken == 0)
            return -1;
        utf8 += taken;
        units += code > 0xffff ? 2 : 1;
    }
    return units;
}

void utf16_store(uint16_t *array, size_t capacity, const char *utf8)
{
    utf8 = utf8 ? utf8 : "";
    size_t at = 0;
    while (*utf8) {
        uint32_t code;
        size_t taken = utf8_decode(utf8, &code);
        size_t units = code > 0xffff ? 2 : 1;
        if (taken == 0 || at + units >= capacity)
            break;
        if (units == 2) {
            array[at++] = (uint16_t)(0xd800 + ((code - 0x10000) >> 10));
            array[at++] = (uint16_t)(0xdc00 + ((code - 0x10000) & 0x3ff));
        } else {
            array[at++] = (uint16_t)code;
        }
        utf8 += taken;
    }
    memset(array + at, 0, (capacity - at) * sizeof *array);
}

void utf16_copy(uint16_t *array, size_t capacity, const uint16_t *utf16)
{
    size_t length = 0;
    while (length + 1 < capacity && utf16[length])
        length++;
    if (utf16[length] && length > 0 && utf16[length - 1] >= 0xd800 && utf16[length - 1] <= 0xdbff)
        length--;
    memcpy(array, utf16, length * sizeof *array);
    memset(array + length, 0, (capacity - length) * sizeof *array);
}

static void add_code(struct text *text, uint32_t code)
{
    char bytes[4];
    size_t count = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = count; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3f));
    bytes[0] = (char)(leads[count] | code);
    text_add_bytes(text, bytes, count);
}

void utf16_add(struct text *text, const uint16_t *array, size_t capacity)
{
    for (size_t i = 0; i < capacity && array[i]; i++) {
        uint32_t code = array[i];
        bool high = code >= 0xd800 && code <= 0xdbff;
        if (high && i + 1 < capacity && array[i + 1] >= 0xdc00 && array[i + 1] <= 0xdfff)
            code = 0x10000 + ((code - 0xd800) << 10) + (array[++i] - 0xdc00u);
        else if (code >= 0xd800 && code <= 0xdfff)
            code = 0xfffd;
        add_code(text, code);
    }
}

bool utf8_has_control(const char *utf8)
{
    uint32_t code;
    for (size_t taken; *utf8 && (taken = utf8_decode(utf8, &code)) > 0; utf8 += taken)
        if (code < ' ' || (code >= 0x7f && code <= 0x9f))
            return true;
    return false;
}
