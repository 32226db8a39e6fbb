/* SPDX-License-Identifier: MIT */
/* The string functions of winbase.h. */
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

/* Capitals whose small letter is a fixed distance away; step 2 means that the two alternate. */
static const struct {
    WCHAR first;
    WCHAR last;
    SHORT distance;
    SHORT step;
} capitals[] = {
    {0x0041, 0x005a, 32, 1}, {0x00c0, 0x00d6, 32, 1}, {0x00d8, 0x00de, 32, 1}, {0x0100, 0x012e, 1, 2},
    {0x0132, 0x0136, 1, 2},  {0x0139, 0x0147, 1, 2},  {0x014a, 0x0176, 1, 2},  {0x0178, 0x0178, -121, 1},
    {0x0179, 0x017d, 1, 2},  {0x0386, 0x0386, 38, 1}, {0x0388, 0x038a, 37, 1}, {0x038c, 0x038c, 64, 1},
    {0x038e, 0x038f, 63, 1}, {0x0391, 0x03a1, 32, 1}, {0x03a3, 0x03ab, 32, 1}, {0x0400, 0x040f, 80, 1},
    {0x0410, 0x042f, 32, 1}, {0x0460, 0x0480, 1, 2},  {0x048a, 0x04be, 1, 2},  {0x04d0, 0x052e, 1, 2},
    {0x0531, 0x0556, 48, 1}, {0x1e00, 0x1e94, 1, 2},  {0x1ea0, 0x1efe, 1, 2},  {0xff21, 0xff3a, 32, 1},
};

static WCHAR small_letter(WCHAR unit)
{
    for (size_t i = 0; i < ARRAYSIZE(capitals) && unit >= capitals[i].first; i++) {
        if (unit <= capitals[i].last) {
            BOOL capital = (unit - capitals[i].first) % capitals[i].step == 0;

            return capital ? (WCHAR)(unit + capitals[i].distance) : unit;
        }
    }
    return unit;
}

static int compare_wide(LPCWSTR left, LPCWSTR right, BOOL case_matters)
{
    int by_case = 0;

    if (left == NULL || right == NULL) {
        return (left != NULL) - (right != NULL);
    }
    for (;; left++, right++) {
        WCHAR l = small_letter(*left);
        WCHAR r = small_letter(*right);

        if (l != r) {
            return l < r ? -1 : 1;
        }
        if (l == 0) {
            return case_matters ? by_case : 0;
        }
        if (by_case == 0 && *left != *right) {
            by_case = *left == l ? -1 : 1;
        }
    }
}

int WINAPI lstrcmpW(LPCWSTR left, LPCWSTR right)
{
    return compare_wide(left, right, TRUE);
}

int WINAPI lstrcmpiW(LPCWSTR left, LPCWSTR right)
{
    return compare_wide(left, right, FALSE);
}

int WINAPI lstrlenW(LPCWSTR string)
{
    return string == NULL ? 0 : (int)wcslen(string);
}

LPWSTR WINAPI lstrcpyW(LPWSTR to, LPCWSTR from)
{
    return to == NULL || from == NULL ? NULL : wcscpy(to, from);
}

LPWSTR WINAPI lstrcatW(LPWSTR to, LPCWSTR from)
{
    return to == NULL || from == NULL ? NULL : wcscat(to, from);
}

LPWSTR WINAPI lstrcpynW(LPWSTR to, LPCWSTR from, int size)
{
    if (to == NULL || from == NULL || size <= 0) {
        return NULL;
    }
    size_t length = wcsnlen(from, (size_t)size - 1);
    wmemmove(to, from, length);
    to[length] = 0;
    return to;
}

LPSTR WINAPI lstrcpynA(LPSTR to, LPCSTR from, int size)
{
    if (to == NULL || from == NULL || size <= 0) {
        return NULL;
    }
    size_t length = strnlen(from, (size_t)size - 1);
    memmove(to, from, length);
    to[length] = '\0';
    return to;
}

/* As wide text, to be freed */
static LPWSTR widened(LPCSTR narrow)
{
    int units = narrow == NULL ? 0 : MultiByteToWideChar(CP_ACP, 0, narrow, -1, NULL, 0);
    LPWSTR wide = units > 0 ? malloc((size_t)units * sizeof(*wide)) : NULL;

    if (wide != NULL) {
        MultiByteToWideChar(CP_ACP, 0, narrow, -1, wide, units);
    }
    return wide;
}

static int compare_narrow(LPCSTR left, LPCSTR right, BOOL case_matters)
{
    LPWSTR l = widened(left);
    LPWSTR r = widened(right);
    int order = compare_wide(l, r, case_matters);

    free(l);
    free(r);
    return order;
}

int WINAPI lstrcmpA(LPCSTR left, LPCSTR right)
{
    return compare_narrow(left, right, TRUE);
}

int WINAPI lstrcmpiA(LPCSTR left, LPCSTR right)
{
    return compare_narrow(left, right, FALSE);
}

int WINAPI lstrlenA(LPCSTR string)
{
    return string == NULL ? 0 : (int)strlen(string);
}

LPSTR WINAPI lstrcpyA(LPSTR to, LPCSTR from)
{
    return to == NULL || from == NULL ? NULL : strcpy(to, from);
}

LPSTR WINAPI lstrcatA(LPSTR to, LPCSTR from)
{
    return to == NULL || from == NULL ? NULL : strcat(to, from);
}
