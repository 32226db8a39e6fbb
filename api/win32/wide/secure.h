/* SPDX-License-Identifier: MIT */
/**
 * @file secure.h
 * @brief String functions that know the size of the buffer, wide and narrow.
 *
 * They return 0 or an errno. NULL, a size of 0 and a buffer that is too small are faults of the program, which end it
 * unless _set_invalid_parameter_handler() named a handler; then the buffer is empty. Included by string.h and
 * wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_SECURE_H
#define RRAS_WIN32_WIDE_SECURE_H

#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Wide strings
 * @{ */
/** Copies a string. */
errno_t wcscpy_s(wchar_t *to, size_t size, const wchar_t *from) RRAS_SYMBOL("rras_wcscpy_s");
/** Copies at most count characters and always ends the text; #_TRUNCATE: as many as fit, then #STRUNCATE is returned. */
errno_t wcsncpy_s(wchar_t *to, size_t size, const wchar_t *from, size_t count) RRAS_SYMBOL("rras_wcsncpy_s");
/** Appends a string. */
errno_t wcscat_s(wchar_t *to, size_t size, const wchar_t *from) RRAS_SYMBOL("rras_wcscat_s");
/** Appends at most count characters; #_TRUNCATE: as many as fit, then #STRUNCATE is returned. */
errno_t wcsncat_s(wchar_t *to, size_t size, const wchar_t *from, size_t count) RRAS_SYMBOL("rras_wcsncat_s");
/** Counts the characters before the null, at most limit; 0 for NULL. */
size_t wcsnlen_s(const wchar_t *text, size_t limit) RRAS_SYMBOL("rras_wcsnlen_s");
/** Takes the next part of a string; NULL for `text` goes on where `rest` says. */
wchar_t *wcstok_s(wchar_t *text, const wchar_t *separators, wchar_t **rest) RRAS_SYMBOL("rras_wcstok_s");
/** Makes the letters A to Z small. */
errno_t _wcslwr_s(wchar_t *text, size_t size) RRAS_SYMBOL("rras__wcslwr_s");
/** Makes the letters a to z capitals. */
errno_t _wcsupr_s(wchar_t *text, size_t size) RRAS_SYMBOL("rras__wcsupr_s");
/** Copies count units. */
errno_t wmemcpy_s(wchar_t *to, size_t size, const wchar_t *from, size_t count) RRAS_SYMBOL("rras_wmemcpy_s");
/** @} */

/** @name What an errno means
 * @{ */
/** Says it; what does not fit is cut. 0, or an errno. */
errno_t _wcserror_s(wchar_t *to, size_t size, int code) RRAS_SYMBOL("rras__wcserror_s");
/** Says it, in a buffer of the thread's own. */
wchar_t *_wcserror(int code) RRAS_SYMBOL("rras__wcserror");
/** @} */

/** @name Narrow strings
 * @{ */
/** Copies a string. */
errno_t strcpy_s(char *to, size_t size, const char *from) RRAS_SYMBOL("rras_strcpy_s");
/** Copies at most count characters and always ends the text; #_TRUNCATE: as many as fit, then #STRUNCATE is returned. */
errno_t strncpy_s(char *to, size_t size, const char *from, size_t count) RRAS_SYMBOL("rras_strncpy_s");
/** Appends a string. */
errno_t strcat_s(char *to, size_t size, const char *from) RRAS_SYMBOL("rras_strcat_s");
/** Appends at most count characters; #_TRUNCATE: as many as fit, then #STRUNCATE is returned. */
errno_t strncat_s(char *to, size_t size, const char *from, size_t count) RRAS_SYMBOL("rras_strncat_s");
/** Counts the characters before the null, at most limit; 0 for NULL. */
size_t strnlen_s(const char *text, size_t limit) RRAS_SYMBOL("rras_strnlen_s");
/** Takes the next part of a string; NULL for `text` goes on where `rest` says. */
char *strtok_s(char *text, const char *separators, char **rest) RRAS_SYMBOL("rras_strtok_s");
/** Makes the letters A to Z small. */
errno_t _strlwr_s(char *text, size_t size) RRAS_SYMBOL("rras__strlwr_s");
/** Makes the letters a to z capitals. */
errno_t _strupr_s(char *text, size_t size) RRAS_SYMBOL("rras__strupr_s");
/** Copies count bytes; on failure `to` is all zeros. */
errno_t memcpy_s(void *to, size_t size, const void *from, size_t count) RRAS_SYMBOL("rras_memcpy_s");
/** Copies count bytes between places that may overlap. */
errno_t memmove_s(void *to, size_t size, const void *from, size_t count) RRAS_SYMBOL("rras_memmove_s");
/** @} */

#ifdef __cplusplus
}

/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t wcscpy_s(wchar_t (&to)[Size], const wchar_t *from)
{
    return wcscpy_s(to, Size, from);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t wcsncpy_s(wchar_t (&to)[Size], const wchar_t *from, size_t count)
{
    return wcsncpy_s(to, Size, from, count);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t wcscat_s(wchar_t (&to)[Size], const wchar_t *from)
{
    return wcscat_s(to, Size, from);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t wcsncat_s(wchar_t (&to)[Size], const wchar_t *from, size_t count)
{
    return wcsncat_s(to, Size, from, count);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t strcpy_s(char (&to)[Size], const char *from)
{
    return strcpy_s(to, Size, from);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t strncpy_s(char (&to)[Size], const char *from, size_t count)
{
    return strncpy_s(to, Size, from, count);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t strcat_s(char (&to)[Size], const char *from)
{
    return strcat_s(to, Size, from);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t strncat_s(char (&to)[Size], const char *from, size_t count)
{
    return strncat_s(to, Size, from, count);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _wcslwr_s(wchar_t (&text)[Size])
{
    return _wcslwr_s(text, Size);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _wcsupr_s(wchar_t (&text)[Size])
{
    return _wcsupr_s(text, Size);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _strlwr_s(char (&text)[Size])
{
    return _strlwr_s(text, Size);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _strupr_s(char (&text)[Size])
{
    return _strupr_s(text, Size);
}
#endif

#endif
