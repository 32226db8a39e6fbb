/* SPDX-License-Identifier: MIT */
/* Speaking to a debugger: winbase.h. */
#include "callout.h"

#include <windows.h>

enum { TEXT_MOST = 4096, LONGEST = 4 };

VOID WINAPI OutputDebugStringA(LPCSTR text)
{
    struct rras_callout *callout = rras_callout_here();
    if (callout && text)
        callout->debug(callout, text);
}

/* One character as UTF-8; units taken, and bytes written. Half a pair alone becomes U+FFFD. */
static size_t encode(const WCHAR *units, char bytes[LONGEST], size_t *written)
{
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    unsigned code = (WORD)units[0];
    size_t taken = 1;
    if (code >= 0xd800 && code < 0xdc00 && (WORD)units[1] >= 0xdc00 && (WORD)units[1] < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + ((WORD)units[1] - 0xdc00u);
        taken = 2;
    } else if (code >= 0xd800 && code < 0xe000) {
        code = 0xfffd;
    }
    *written = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = *written; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3f));
    bytes[0] = (char)(leads[*written] | code);
    return taken;
}

VOID WINAPI OutputDebugStringW(LPCWSTR text)
{
    char narrow[TEXT_MOST + LONGEST];
    size_t length = 0, written;
    if (!text)
        return;
    while (*text && length < TEXT_MOST - 1) {
        text += encode(text, narrow + length, &written);
        length += written;
    }
    narrow[length] = '\0';
    OutputDebugStringA(narrow);
}
