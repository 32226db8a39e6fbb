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

static void add(struct growing *growing, const wchar_t *text, size_t length)
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

/* `%1` or `%1!format!`, from behind the percent sign; an asterisk takes the argument before. Returns what
 * follows it, or NULL. */
static const wchar_t *add_insert(struct growing *growing, const wchar_t *at, struct inserts *inserts, bool narrow)
{
    wchar_t format[FORMAT_LONGEST + 2] = L"%", *end;
    int number = (int)wcstol(at, &end, 10);
    const wchar_t *first = end + 1, *last = *end == L'!' ? wcschr(first, L'!') : NULL;
    if (number > INSERTS || (last && last - first > FORMAT_LONGEST))
        return NULL;
    if (last)
        wcsncat(format, first, (size_t)(last - first));
    else
        wcscat(format, narrow ? L"S" : L"s");
    size_t length_of_format = wcslen(format);
    if (narrow && last && format[length_of_format - 1] == L's' && !wcschr(L"hlw", format[length_of_format - 2]))
        format[length_of_format - 1] = L'S';
    DWORD_PTR value[2] = {insert(inserts, number)};
    bool star = wcschr(format, L'*') != NULL;
    if (star && number == INSERTS)
        return NULL;
    if (star)
        value[1] = insert(inserts, number + 1);
    int length = star ? count_text(format, (int)value[0], value[1]) : count_text(format, value[0]);
    wchar_t *text = length < 0 ? NULL : malloc(((size_t)length + 1) * sizeof *text);
    if (!text)
        return NULL;
    if (star)
        swprintf(text, (size_t)length + 1, format, (int)value[0], value[1]);
    else
        swprintf(text, (size_t)length + 1, format, value[0]);
    add(growing, text, (size_t)length);
    free(text);
    return last ? last + 1 : end;
}

/* Follows a message; `inserts` is NULL when they are to stay as they are. */
static bool follow(struct growing *growing, const wchar_t *at, struct inserts *inserts, bool narrow)
{
    while (*at) {
        if (*at != L'%' || at[1] == 0) {
            add(growing, at++, 1);
            continue;
        }
        at++;
        if (*at >= L'1' && *at <= L'9' && inserts) {
            if (!(at = add_insert(growing, at, inserts, narrow)))
                return false;
            continue;
        }
        switch (*at) {
        case L'0': /* the end, without a new line */
            return true;
        case L'n':
            add(growing, L"\r\n", 2);
            break;
        case L'r':
            add(growing, L"\r", 1);
            break;
        case L't':
            add(growing, L"\t", 1);
            break;
        case L'b':
            add(growing, L" ", 1);
            break;
        default:
            if (*at >= L'1' && *at <= L'9')
                add(growing, L"%", 1);
            add(growing, at, 1);
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
        add(growing, text, (size_t)(units > 0 ? units - 1 : 0));
        add(growing, one_line ? L" " : L"\r\n", one_line ? 1 : 2);
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
        bool fill = !(flags & FORMAT_MESSAGE_IGNORE_INSERTS) && arguments;
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
