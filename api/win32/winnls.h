/* SPDX-License-Identifier: MIT */
/**
 * @file winnls.h
 * @brief Languages: comparing texts, their case, and how dates and times of day are written.
 *
 * The language of the server is English as in the United States, whatever that of the machine below. Letters have cases as far
 * as Latin, Greek and Cyrillic go.
 */
#ifndef RRAS_WIN32_WINNLS_H
#define RRAS_WIN32_WINNLS_H

#include <sysinfoapi.h>

#ifdef __cplusplus
extern "C" {
#endif

#define LANG_NEUTRAL 0x00            /**< No language. */
#define LANG_ENGLISH 0x09            /**< English. */
#define SUBLANG_NEUTRAL 0x00         /**< No kind of it. */
#define SUBLANG_DEFAULT 0x01         /**< The usual kind. */
#define SORT_DEFAULT 0x0             /**< The usual order. */
#define LOCALE_SYSTEM_DEFAULT 0x0800 /**< The server's language. */
#define LOCALE_USER_DEFAULT 0x0400   /**< The user's language, which is the server's. */
#define LOCALE_NEUTRAL 0x0000        /**< No language. */
#define LOCALE_INVARIANT 0x007f      /**< A language that is the same everywhere. */
#define MAKELCID(language, sort) \
    ((DWORD)((DWORD)(WORD)(sort) << 16 | (WORD)(language))) /**< A language with an order. */

#define NORM_IGNORECASE 0x00000001       /**< The case does not count. */
#define LINGUISTIC_IGNORECASE 0x00000010 /**< The same. */
#define CSTR_LESS_THAN 1                 /**< The first comes before. */
#define CSTR_EQUAL 2                     /**< They are equal. */
#define CSTR_GREATER_THAN 3              /**< The first comes behind. */

#define LCMAP_LOWERCASE 0x00000100 /**< Small letters. */
#define LCMAP_UPPERCASE 0x00000200 /**< Capitals. */

#define DATE_SHORTDATE 0x00000001          /**< 1/5/2026. */
#define DATE_LONGDATE 0x00000002           /**< Monday, January 5, 2026. */
#define TIME_NOMINUTESORSECONDS 0x00000001 /**< The hour only. */
#define TIME_NOSECONDS 0x00000002          /**< Hour and minute. */
#define TIME_NOTIMEMARKER 0x00000004       /**< Without AM and PM. */
#define TIME_FORCE24HOURFORMAT 0x00000008  /**< Of 24 hours. */

#define LOCALE_SLANGUAGE 0x0002        /**< Of GetLocaleInfoW(): the language with its kind. */
#define LOCALE_SENGLANGUAGE 0x1001     /**< Of GetLocaleInfoW(): the language. */
#define LOCALE_SENGCOUNTRY 0x1002      /**< Of GetLocaleInfoW(): the country. */
#define LOCALE_SDECIMAL 0x000E         /**< Of GetLocaleInfoW(): what stands behind whole numbers. */
#define LOCALE_STHOUSAND 0x000F        /**< Of GetLocaleInfoW(): what stands between thousands. */
#define LOCALE_SISO639LANGNAME 0x0059  /**< Of GetLocaleInfoW(): the language, as `en`. */
#define LOCALE_SISO3166CTRYNAME 0x005A /**< Of GetLocaleInfoW(): the country, as `US`. */

/**
 * Tells the code page of narrow texts.
 * @return 65001: UTF-8
 */
UINT WINAPI GetACP(VOID);
/**
 * Tells the code page of consoles.
 * @return 65001: UTF-8
 */
UINT WINAPI GetOEMCP(VOID);
/**
 * Tells the server's language.
 * @return 0x0409: English as in the United States
 */
LCID WINAPI GetSystemDefaultLCID(VOID);
/**
 * Tells the user's language.
 * @return the server's
 */
LCID WINAPI GetUserDefaultLCID(VOID);

/**
 * Compares two texts by the numbers of their characters.
 * @param lpString1 the first
 * @param cchCount1 its length; -1: it ends with a null
 * @param lpString2 the second
 * @param cchCount2 its length; -1: it ends with a null
 * @param bIgnoreCase whether the case does not count
 * @return CSTR_*; 0 with ERROR_INVALID_PARAMETER
 */
int WINAPI CompareStringOrdinal(LPCWSTR lpString1, int cchCount1, LPCWSTR lpString2, int cchCount2, BOOL bIgnoreCase);
/**
 * Compares two texts as a dictionary has them: first by their letters, then by their case, small before capital.
 * @param Locale the language, not used
 * @param dwCmpFlags 0, #NORM_IGNORECASE or #LINGUISTIC_IGNORECASE
 * @param lpString1 the first
 * @param cchCount1 its length; -1: it ends with a null
 * @param lpString2 the second
 * @param cchCount2 its length; -1: it ends with a null
 * @return CSTR_*; 0 with ERROR_INVALID_PARAMETER
 */
int WINAPI CompareStringW(LCID Locale, DWORD dwCmpFlags, LPCWSTR lpString1, int cchCount1, LPCWSTR lpString2,
                          int cchCount2);
/** Narrow. @copydoc CompareStringW */
int WINAPI CompareStringA(LCID Locale, DWORD dwCmpFlags, LPCSTR lpString1, int cchCount1, LPCSTR lpString2,
                          int cchCount2);
/**
 * Changes the case of a text.
 * @param Locale the language, not used
 * @param dwMapFlags #LCMAP_LOWERCASE or #LCMAP_UPPERCASE
 * @param lpSrcStr the text
 * @param cchSrc its length; -1: it ends with a null, which is copied, too
 * @param lpDestStr receives it; may be the text itself
 * @param cchDest room in units; 0: tells what it takes
 * @return units written; 0 with ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_FLAGS, ERROR_INVALID_PARAMETER
 */
int WINAPI LCMapStringW(LCID Locale, DWORD dwMapFlags, LPCWSTR lpSrcStr, int cchSrc, LPWSTR lpDestStr, int cchDest);
/**
 * Tells something of the server's language: LOCALE_S* as above.
 * @param Locale the language, not used
 * @param LCType what
 * @param lpLCData receives the text
 * @param cchData room in units; 0: tells what it takes
 * @return units with the null; 0 with ERROR_INVALID_FLAGS, ERROR_INSUFFICIENT_BUFFER
 */
int WINAPI GetLocaleInfoW(LCID Locale, DWORD LCType, LPWSTR lpLCData, int cchData);
/**
 * Writes a date.
 * @param Locale the language, not used
 * @param dwFlags #DATE_SHORTDATE or #DATE_LONGDATE, without a format
 * @param lpDate the date; NULL: today
 * @param lpFormat d dd ddd dddd, M MM MMM MMMM, y yy yyyy, texts in quotation marks, and anything else as it is; or NULL
 * @param lpDateStr receives it
 * @param cchDate room in units; 0: tells what it takes
 * @return units with the null; 0 with ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER
 */
int WINAPI GetDateFormatW(LCID Locale, DWORD dwFlags, const SYSTEMTIME *lpDate, LPCWSTR lpFormat, LPWSTR lpDateStr,
                          int cchDate);
/** Narrow. @copydoc GetDateFormatW */
int WINAPI GetDateFormatA(LCID Locale, DWORD dwFlags, const SYSTEMTIME *lpDate, LPCSTR lpFormat, LPSTR lpDateStr,
                          int cchDate);
/**
 * Writes a time of day.
 * @param Locale the language, not used
 * @param dwFlags TIME_*
 * @param lpTime the time; NULL: now
 * @param lpFormat h hh H HH, m mm, s ss, t tt, texts in quotation marks, and anything else as it is; or NULL
 * @param lpTimeStr receives it
 * @param cchTime room in units; 0: tells what it takes
 * @return units with the null; 0 with ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER
 */
int WINAPI GetTimeFormatW(LCID Locale, DWORD dwFlags, const SYSTEMTIME *lpTime, LPCWSTR lpFormat, LPWSTR lpTimeStr,
                          int cchTime);
/** Narrow. @copydoc GetTimeFormatW */
int WINAPI GetTimeFormatA(LCID Locale, DWORD dwFlags, const SYSTEMTIME *lpTime, LPCSTR lpFormat, LPSTR lpTimeStr,
                          int cchTime);

#ifdef __cplusplus
}
#endif

/** @cond by UNICODE */
#ifdef UNICODE
#define CompareString CompareStringW
#define LCMapString LCMapStringW
#define GetLocaleInfo GetLocaleInfoW
#define GetDateFormat GetDateFormatW
#define GetTimeFormat GetTimeFormatW
#else
#define CompareString CompareStringA
#define GetDateFormat GetDateFormatA
#define GetTimeFormat GetTimeFormatA
#endif
/** @endcond */

#endif
