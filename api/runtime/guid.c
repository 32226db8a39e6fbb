/* SPDX-License-Identifier: MIT */
/* Identifiers and text: combaseapi.h. */
#include <windows.h>

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

/* Which byte of the structure stands where in the text, on a machine whose low byte comes first; others are
 * punctuation */
static const char pattern[] = "{33221100-5544-7766-8899-aabbccddeeff}";

enum { LENGTH = sizeof pattern - 1 };

static bool is_digit(size_t i)
{
    return strchr("{-}", pattern[i]) == NULL;
}

static size_t place_of_digit(size_t i)
{
    char digit = pattern[i];
    return (size_t)(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

int WINAPI StringFromGUID2(REFGUID guid, LPWSTR text, int size)
{
    BYTE bytes[sizeof(GUID)];
    if (size <= LENGTH)
        return 0;
    memcpy(bytes, guid, sizeof bytes);
    for (size_t i = 0, half = 0; i < LENGTH; i++) {
        if (is_digit(i)) {
            BYTE byte = bytes[place_of_digit(i)];
            text[i] = L"0123456789ABCDEF"[half++ % 2 ? byte & 15 : byte >> 4];
        } else {
            text[i] = (WCHAR)pattern[i];
        }
    }
    text[LENGTH] = 0;
    return LENGTH + 1;
}

HRESULT WINAPI CLSIDFromString(LPCWSTR text, LPCLSID guid)
{
    static const wchar_t digits[] = L"0123456789abcdef";
    BYTE bytes[sizeof(GUID)] = {0};
    memset(guid, 0, sizeof *guid);
    if (!text)
        return S_OK;
    if (wcsnlen(text, LENGTH + 1) != LENGTH)
        return CO_E_CLASSSTRING;
    for (size_t i = 0; i < LENGTH; i++) {
        WCHAR unit = text[i] >= L'A' && text[i] <= L'F' ? (WCHAR)(text[i] | 0x20) : text[i];
        const wchar_t *digit = wcschr(digits, unit);
        if (is_digit(i) ? digit == NULL : unit != (WCHAR)pattern[i])
            return CO_E_CLASSSTRING;
        if (is_digit(i))
            bytes[place_of_digit(i)] = (BYTE)(bytes[place_of_digit(i)] << 4 | (digit - digits));
    }
    memcpy(guid, bytes, sizeof *guid);
    return S_OK;
}

/* As one of random numbers looks, from a counter: what a callout writes with it is the same in each run. */
HRESULT WINAPI CoCreateGuid(GUID *guid)
{
    static atomic_uint_fast64_t made;
    if (!guid)
        return E_INVALIDARG;
    uint64_t halves[2];
    for (int i = 0; i < 2; i++) {
        uint64_t number = atomic_fetch_add(&made, UINT64_C(0x9e3779b97f4a7c15)) + UINT64_C(0x9e3779b97f4a7c15);
        number = (number ^ number >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
        number = (number ^ number >> 27) * UINT64_C(0x94d049bb133111eb);
        halves[i] = number ^ number >> 31;
    }
    memcpy(guid, halves, sizeof *guid);
    guid->Data3 = (WORD)((guid->Data3 & 0x0fff) | 0x4000); /* version 4 */
    guid->Data4[0] = (BYTE)((guid->Data4[0] & 0x3f) | 0x80);
    return S_OK;
}

VOID WINAPI CoUninitialize(VOID)
{
}
