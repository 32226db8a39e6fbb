/* SPDX-License-Identifier: MIT */
/* Speaking to a debugger: winbase.h. */
#include "callout.h"
#include "utf8.h"

#include <windows.h>

enum { TEXT_MOST = 4096 };

VOID WINAPI OutputDebugStringA(LPCSTR text)
{
    struct rras_callout *callout = rras_callout_here();
    if (callout && text)
        callout->debug(callout, text);
}

VOID WINAPI OutputDebugStringW(LPCWSTR text)
{
    char narrow[TEXT_MOST + RRAS_UTF8_LONGEST];
    size_t length = 0, written;
    if (!text)
        return;
    while (*text && length < TEXT_MOST - 1) {
        text += rras_utf8_write(text, 2, narrow + length, &written); /* behind it is at least the null */
        length += written;
    }
    narrow[length] = '\0';
    OutputDebugStringA(narrow);
}
