/* SPDX-License-Identifier: MIT */
/**
 * @file offered.h
 * @brief The wide functions of the C run-time library that rrasemu offers, for 16-bit characters.
 *
 * Each is bound to a symbol of its own (`wcslen` to `rras_wcslen`), because the C library's
 * function of the same name works on 32-bit characters. Included by wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_OFFERED_H
#define RRAS_WIN32_WIDE_OFFERED_H

#include <stdarg.h>
#include <stddef.h>

/** @cond the binding is of no interest to a user */
#define RRAS_STRING_OF(text) #text
#define RRAS_SYMBOL_NAMED(prefix, name) __asm__(RRAS_STRING_OF(prefix) name)
#define RRAS_SYMBOL(name) RRAS_SYMBOL_NAMED(__USER_LABEL_PREFIX__, name)
#ifdef __cplusplus
#define RRAS_NOTHROW throw() /* as the system declares it */
#else
#define RRAS_NOTHROW
#endif
/** @endcond */

#ifdef __cplusplus
extern "C" {
#endif

/** @name Length
 * @{ */
/** Counts the units before the terminating null. */
size_t wcslen(const wchar_t *string) RRAS_SYMBOL("rras_wcslen");
/** Counts the units before the terminating null, but looks at no more than limit of them. */
size_t wcsnlen(const wchar_t *string, size_t limit) RRAS_SYMBOL("rras_wcsnlen");
/** @} */

/** @name Comparison
 * Units are compared as unsigned numbers. The result is negative, 0 or positive.
 * @{ */
/** Compares two strings. */
int wcscmp(const wchar_t *left, const wchar_t *right) RRAS_SYMBOL("rras_wcscmp");
/** Compares at most limit units of two strings. */
int wcsncmp(const wchar_t *left, const wchar_t *right, size_t limit) RRAS_SYMBOL("rras_wcsncmp");
/** Compares two strings; the letters A to Z count as a to z, as in the "C" locale of Windows. */
int _wcsicmp(const wchar_t *left, const wchar_t *right) RRAS_SYMBOL("rras__wcsicmp");
/** Compares at most limit units of two strings; A to Z count as a to z. */
int _wcsnicmp(const wchar_t *left, const wchar_t *right, size_t limit) RRAS_SYMBOL("rras__wcsnicmp");
/** Compares two strings in the order of the "C" locale, which is that of wcscmp(). */
int wcscoll(const wchar_t *left, const wchar_t *right) RRAS_SYMBOL("rras_wcscoll");
/** Compares limit units, nulls included. */
int wmemcmp(const wchar_t *left, const wchar_t *right, size_t limit) RRAS_SYMBOL("rras_wmemcmp");
/** @} */

/** @name Copying
 * They return the destination.
 * @{ */
/** Copies a string with its null. */
wchar_t *wcscpy(wchar_t *to, const wchar_t *from) RRAS_SYMBOL("rras_wcscpy");
/** Copies at most limit units and fills up with nulls; terminates only when there is room. */
wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t limit) RRAS_SYMBOL("rras_wcsncpy");
/** Appends a string. */
wchar_t *wcscat(wchar_t *to, const wchar_t *from) RRAS_SYMBOL("rras_wcscat");
/** Appends at most limit units of a string, and always a null. */
wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t limit) RRAS_SYMBOL("rras_wcsncat");
/** Copies count units between places that do not overlap. */
wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t count) RRAS_SYMBOL("rras_wmemcpy");
/** Copies count units between places that may overlap. */
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count) RRAS_SYMBOL("rras_wmemmove");
/** Sets count units. */
wchar_t *wmemset(wchar_t *to, wchar_t unit, size_t count) RRAS_SYMBOL("rras_wmemset");
/** Makes a copy to be given to free(). */
wchar_t *wcsdup(const wchar_t *string) RRAS_SYMBOL("rras_wcsdup");
/** Makes a copy to be given to free(). */
wchar_t *_wcsdup(const wchar_t *string) RRAS_SYMBOL("rras__wcsdup");
/** @} */

/** @name Changing in place
 * They return the string.
 * @{ */
/** Makes the letters A to Z small. */
wchar_t *_wcslwr(wchar_t *string) RRAS_SYMBOL("rras__wcslwr");
/** Makes the letters a to z capitals. */
wchar_t *_wcsupr(wchar_t *string) RRAS_SYMBOL("rras__wcsupr");
/** Turns the order of the units round. */
wchar_t *_wcsrev(wchar_t *string) RRAS_SYMBOL("rras__wcsrev");
/**
 * Takes the next part of a string: the first call is given the string, later ones NULL.
 * @param string where to begin, or NULL to go on; it is changed
 * @param separators units that part
 * @param rest keeps the place
 * @return the part, or NULL when there is no more
 */
wchar_t *wcstok(wchar_t *string, const wchar_t *separators, wchar_t **rest) RRAS_SYMBOL("rras_wcstok");
/** @} */

/** @name Search
 * NULL when nothing is found. In C++ each has two forms, so that a search in a constant string
 * gives a pointer to constant.
 * @{ */
/** Counts the units at the start that are in a set. */
size_t wcsspn(const wchar_t *string, const wchar_t *set) RRAS_SYMBOL("rras_wcsspn");
/** Counts the units at the start that are not in a set. */
size_t wcscspn(const wchar_t *string, const wchar_t *set) RRAS_SYMBOL("rras_wcscspn");
#ifdef __cplusplus
/** @cond the same twice */
extern "C++" {
wchar_t *wcspbrk(wchar_t *string, const wchar_t *set) RRAS_SYMBOL("rras_wcspbrk");
const wchar_t *wcspbrk(const wchar_t *string, const wchar_t *set) RRAS_SYMBOL("rras_wcspbrk");
wchar_t *wcschr(wchar_t *string, wchar_t unit) RRAS_SYMBOL("rras_wcschr");
wchar_t *wcsrchr(wchar_t *string, wchar_t unit) RRAS_SYMBOL("rras_wcsrchr");
wchar_t *wcsstr(wchar_t *string, const wchar_t *part) RRAS_SYMBOL("rras_wcsstr");
wchar_t *wmemchr(wchar_t *from, wchar_t unit, size_t count) RRAS_SYMBOL("rras_wmemchr");
const wchar_t *wcschr(const wchar_t *string, wchar_t unit) RRAS_SYMBOL("rras_wcschr");
const wchar_t *wcsrchr(const wchar_t *string, wchar_t unit) RRAS_SYMBOL("rras_wcsrchr");
const wchar_t *wcsstr(const wchar_t *string, const wchar_t *part) RRAS_SYMBOL("rras_wcsstr");
const wchar_t *wmemchr(const wchar_t *from, wchar_t unit, size_t count) RRAS_SYMBOL("rras_wmemchr");
}
/** @endcond */
#else
/** Finds the first place of a unit; the terminating null can be searched too. */
wchar_t *wcschr(const wchar_t *string, wchar_t unit) RRAS_SYMBOL("rras_wcschr");
/** Finds the last place of a unit; the terminating null can be searched too. */
wchar_t *wcsrchr(const wchar_t *string, wchar_t unit) RRAS_SYMBOL("rras_wcsrchr");
/** Finds the first place of a unit that is in a set. */
wchar_t *wcspbrk(const wchar_t *string, const wchar_t *set) RRAS_SYMBOL("rras_wcspbrk");
/** Finds the first place of a string in another; an empty one is found at the start. */
wchar_t *wcsstr(const wchar_t *string, const wchar_t *part) RRAS_SYMBOL("rras_wcsstr");
/** Finds the first place of a unit among count units. */
wchar_t *wmemchr(const wchar_t *from, wchar_t unit, size_t count) RRAS_SYMBOL("rras_wmemchr");
#endif
/** @} */

#ifdef __cplusplus
}
#endif

#endif
