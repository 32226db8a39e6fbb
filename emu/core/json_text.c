/* SPDX-License-Identifier: MIT */
#include "core/json_text.h"

#include "core/utf16.h"

void json_add_string(struct text *text, const char *string)
{
    text_add(text, "\"");
    while (*string) {
        uint32_t code;
        size_t taken = utf8_decode(string, &code);
        if (taken == 0) {
            text_add(text, "\xef\xbf\xbd");
            taken = 1;
        } else if (code == '"' || code == '\\') {
            text_addf(text, "\\%c", (int)code);
        } else if (code == '\n' || code == '\t') {
            text_add(text, code == '\n' ? "\\n" : "\\t");
        } else if (code < ' ' || code == 0x7f) {
            text_addf(text, "\\u%04x", (unsigned)code);
        } else {
            text_add_bytes(text, string, taken);
        }
        string += taken;
    }
    text_add(text, "\"");
}
