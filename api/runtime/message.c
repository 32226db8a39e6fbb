/* SPDX-License-Identifier: MIT */
/* FormatMessage: texts for codes, and what stands in them for arguments. */
#include "wide_conversion.h"

#include <windows.h>

#include <mprerror.h>
#include <raserror.h>

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* Every code of the headers with its description there: message_texts.awk */
static const struct {
    DWORD code;
    const char *text;
} messages[] = {
#include "runtime/message_texts.h"
};

enum { INSERTS = 99, FORMAT_LONGEST = 32 };

/* A text that grows; `failed` once memory ran out */
struct growing {
    wchar_t *text;
    size_t length, room;
    bool failed;
};

static void add_text(struct growing *growing, const wchar_t *text, size_t length)
{
    if (growing->length + length + 1 > growing->room) {
        size_t room = 2 * (growing->length + length) + 64;
        wchar_t *larger = growing->failed ? NULL : realloc(growing->text, room * sizeof *larger);
        if (!larger) {
            growing->failed = true;
            return;
        }
        growing->text = larger;
        growing->room = room;
    }
    wmemcpy(growing->text + growing->length, text, length);
    growing->length += length;
    growing->text[growing->length] = 0;
}

/* The arguments: an array, or a list that is read on as far as needed */
struct inserts {
    const DWORD_PTR *array;
    va_list *list;
    DWORD_PTR taken[INSERTS];
    int count;
};

static DWORD_PTR insert(struct inserts *inserts, int number)
{
    if (inserts->array)
        return inserts->array[number - 1];
    while (inserts->count < number)
        inserts->taken[inserts->count++] = va_arg(*inserts->list, DWORD_PTR);
    return inserts->taken[number - 1];
}

static int count_text(const wchar_t *format, ...)
{
    va_list list;
    va_start(list, format);
    int length = rras_format_wide(NULL, 0, format, list);
    va_end(list);
    return length;
}

static int format_value(wchar_t *to, size_t size, const wchar_t *format, int stars, const DWORD_PTR *values)
{
    switch (stars) {
    case 0:
        return to ? swprintf(to, size, format, values[0]) : count_text(format, values[0]);
    case 1:
        return to ? swprintf(to, size, format, (int)values[0], values[1])
                  : count_text(format, (int)values[0], values[1]);
    default:
        return to ? swprintf(to, size, format, (int)values[0], (int)values[1], values[2])
                  : count_text(format, (int)values[0], (int)values[1], values[2]);
    }
}

/* One conversion and nothing else; each asterisk takes an argument of its own. */
static bool read_format(wchar_t *format, const wchar_t *first, size_t length, bool narrow, int *stars)
{
    if (length == 0 || length > FORMAT_LONGEST || wcscspn(first, L"%") < length)
        return false;
    wcsncat(format, first, length);
    for (const wchar_t *at = format; *at; at++)
        *stars += *at == L'*';
    wchar_t *type = &format[wcslen(format) - 1];
    if (narrow && *type == L's' && !wcschr(L"hlw", type[-1]))
        *type = L'S';
    return *stars <= 2 && wcscspn(format, L"sScCdiuxXop") == length;
}

/* `%1` or `%1!format!`, from behind the percent sign. Returns what follows it, or NULL. */
static const wchar_t *add_insert(struct growing *growing, const wchar_t *at, struct inserts *inserts, bool narrow)
{
    wchar_t format[FORMAT_LONGEST + 2] = L"%";
    DWORD_PTR values[3] = {0};
    int number = *at++ - L'0', stars = 0;
    if (*at >= L'0' && *at <= L'9')
        number = 10 * number + (*at++ - L'0');
    const wchar_t *last = *at == L'!' ? wcschr(at + 1, L'!') : NULL;
    if (last && !read_format(format, at + 1, (size_t)(last - at - 1), narrow, &stars))
        return NULL;
    if (!last)
        wcscat(format, narrow ? L"S" : L"s");
    if (number + stars > INSERTS)
        return NULL;
    for (int i = 0; i <= stars; i++)
        values[i] = insert(inserts, number + i);
    int length = format_value(NULL, 0, format, stars, values);
    wchar_t *text = length < 0 ? NULL : malloc(((size_t)length + 1) * sizeof *text);
    if (!text)
        return NULL;
    format_value(text, (size_t)length + 1, format, stars, values);
    add_text(growing, text, (size_t)length);
    free(text);
    return last ? last + 1 : at;
}

/* Follows a message; `inserts` is NULL when they are to stay as they are. */
static bool follow(struct growing *growing, const wchar_t *at, struct inserts *inserts, bool narrow)
{
    while (*at) {
        if (*at != L'%' || at[1] == 0) {
            add_text(growing, at++, 1);
            continue;
        }
        at++;
        if (*at >= L'1' && *at <= L'9' && inserts) {
            if ((!inserts->array && !inserts->list) || !(at = add_insert(growing, at, inserts, narrow)))
                return false;
            continue;
        }
        switch (*at) {
        case L'0': /* the end, without a new line */
            return true;
        case L'n':
            add_text(growing, L"\r\n", 2);
            break;
        case L'r':
            add_text(growing, L"\r", 1);
            break;
        case L't':
            add_text(growing, L"\t", 1);
            break;
        case L'b':
            add_text(growing, L" ", 1);
            break;
        default:
            if (*at >= L'1' && *at <= L'9')
                add_text(growing, L"%", 1);
            add_text(growing, at, 1);
        }
        at++;
    }
    return true;
}

static bool add_known(struct growing *growing, DWORD code, bool one_line)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        if (messages[i].code != code)
            continue;
        wchar_t text[512];
        int units = MultiByteToWideChar(CP_UTF8, 0, messages[i].text, -1, text, sizeof text / sizeof *text);
        add_text(growing, text, (size_t)(units > 0 ? units - 1 : 0));
        add_text(growing, one_line ? L" " : L"\r\n", one_line ? 1 : 2);
        return true;
    }
    return false;
}

static DWORD make(struct growing *made, DWORD flags, const wchar_t *source, DWORD code, va_list *arguments, bool narrow)
{
    struct inserts inserts = {0};
    if (flags & FORMAT_MESSAGE_ARGUMENT_ARRAY)
        inserts.array = (const DWORD_PTR *)arguments;
    else
        inserts.list = arguments;
    if (flags & FORMAT_MESSAGE_FROM_STRING) {
        bool fill = !(flags & FORMAT_MESSAGE_IGNORE_INSERTS);
        if (!source || !follow(made, source, fill ? &inserts : NULL, narrow))
            return ERROR_INVALID_PARAMETER;
    } else if (!(flags & (FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_FROM_HMODULE))) {
        return ERROR_INVALID_PARAMETER;
    } else if (!add_known(made, code, (flags & FORMAT_MESSAGE_MAX_WIDTH_MASK) == FORMAT_MESSAGE_MAX_WIDTH_MASK)) {
        return ERROR_MR_MID_NOT_FOUND;
    }
    return made->failed ? ERROR_NOT_ENOUGH_MEMORY : NO_ERROR;
}

/* Into the caller's buffer, or one of its own */
static DWORD deliver(const void *text, size_t length, size_t unit, DWORD flags, void *buffer, DWORD size)
{
    void *to = buffer;
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        DWORD room = (DWORD)length + 1 > size ? (DWORD)length + 1 : size;
        to = *(void **)buffer = LocalAlloc(LMEM_FIXED, room * unit);
        SetLastError(to ? NO_ERROR : ERROR_NOT_ENOUGH_MEMORY);
    } else if (length >= size) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        to = NULL;
    }
    if (!to)
        return 0;
    memcpy(to, text, length * unit);
    memset((char *)to + length * unit, 0, unit);
    return (DWORD)length;
}

DWORD WINAPI FormatMessageW(DWORD flags, LPCVOID source, DWORD code, DWORD language, LPWSTR buffer, DWORD size,
                            va_list *arguments)
{
    struct growing made = {0};
    DWORD result = 0, error = buffer ? make(&made, flags, source, code, arguments, false) : ERROR_INVALID_PARAMETER;
    (void)language;
    if (error == NO_ERROR)
        result = deliver(made.text ? made.text : L"", made.length, sizeof(WCHAR), flags, buffer, size);
    else
        SetLastError(error);
    free(made.text);
    return result;
}

DWORD WINAPI FormatMessageA(DWORD flags, LPCVOID source, DWORD code, DWORD language, LPSTR buffer, DWORD size,
                            va_list *arguments)
{
    struct growing made = {0};
    bool from_text = (flags & FORMAT_MESSAGE_FROM_STRING) && source;
    int units = from_text ? MultiByteToWideChar(CP_UTF8, 0, source, -1, NULL, 0) : 0;
    wchar_t *wide = from_text ? malloc((size_t)units * sizeof *wide) : NULL;
    char *text = NULL;
    DWORD result = 0;
    (void)language;
    if (wide)
        MultiByteToWideChar(CP_UTF8, 0, source, -1, wide, units);
    DWORD error = buffer ? make(&made, flags, wide, code, arguments, true) : ERROR_INVALID_PARAMETER;
    const wchar_t *whole = made.text ? made.text : L"";
    int bytes = WideCharToMultiByte(CP_UTF8, 0, whole, -1, NULL, 0, NULL, NULL);
    if (error == NO_ERROR && !(text = malloc((size_t)bytes)))
        error = ERROR_NOT_ENOUGH_MEMORY;
    if (error == NO_ERROR) {
        WideCharToMultiByte(CP_UTF8, 0, whole, -1, text, bytes, NULL, NULL);
        result = deliver(text, (size_t)bytes - 1, 1, flags, buffer, size);
    } else {
        SetLastError(error);
    }
    free(text);
    free(wide);
    free(made.text);
    return result;
}
