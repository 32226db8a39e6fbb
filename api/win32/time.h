/* SPDX-License-Identifier: MIT */
/**
 * @file time.h
 * @brief The system's `<time.h>`, and what Microsoft's has beyond it. Inside the emulator its clocks are in virtual time.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else.
 */
#pragma GCC system_header

#include_next <time.h>

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_WIN32_TIME_H) && defined(CLOCKS_PER_SEC)
#define RRAS_WIN32_TIME_H

#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Splits a time into date and time of day, in the zone of the machine.
 * @param to receives them
 * @param from the time
 * @return 0, or an errno
 */
errno_t localtime_s(struct tm *to, const time_t *from) RRAS_SYMBOL("rras_localtime_s");

/**
 * Splits a time into date and time of day of UTC.
 * @param to receives them
 * @param from the time
 * @return 0, or an errno
 */
errno_t gmtime_s(struct tm *to, const time_t *from) RRAS_SYMBOL("rras_gmtime_s");

/**
 * Writes a date.
 * @param to buffer
 * @param size units in the buffer
 * @param format as that of strftime()
 * @param from the date
 * @return units written without the null; 0 when they do not fit
 */
size_t wcsftime(wchar_t *to, size_t size, const wchar_t *format, const struct tm *from) RRAS_SYMBOL("rras_wcsftime");

/** @name Dates as texts
 * `Wed Mar 04 07:08:09 2026` and a line feed; `03/04/26` and `07:08:09` for what is now. 0 or an errno, or the text, NULL when it
 * cannot be told.
 * @{ */
/** Writes a date. */
errno_t asctime_s(char *to, size_t size, const struct tm *from) RRAS_SYMBOL("rras_asctime_s");
/** Wide. @copydoc asctime_s */
errno_t _wasctime_s(wchar_t *to, size_t size, const struct tm *from) RRAS_SYMBOL("rras__wasctime_s");
/** Writes a date into a buffer of the thread's own. */
wchar_t *_wasctime(const struct tm *from) RRAS_SYMBOL("rras__wasctime");
/** Writes a time as the date it is in the zone of the machine. */
errno_t ctime_s(char *to, size_t size, const time_t *from) RRAS_SYMBOL("rras_ctime_s");
/** Wide. @copydoc ctime_s */
errno_t _wctime_s(wchar_t *to, size_t size, const time_t *from) RRAS_SYMBOL("rras__wctime_s");
/** Writes a time as the date it is into a buffer of the thread's own. */
wchar_t *_wctime(const time_t *from) RRAS_SYMBOL("rras__wctime");
/** Writes the date of today, 9 units with the null. */
char *_strdate(char *to) RRAS_SYMBOL("rras__strdate");
/** Writes the date of today. */
errno_t _strdate_s(char *to, size_t size) RRAS_SYMBOL("rras__strdate_s");
/** Wide. @copydoc _strdate */
wchar_t *_wstrdate(wchar_t *to) RRAS_SYMBOL("rras__wstrdate");
/** Wide. @copydoc _strdate_s */
errno_t _wstrdate_s(wchar_t *to, size_t size) RRAS_SYMBOL("rras__wstrdate_s");
/** Writes the time of day, 9 units with the null. */
char *_strtime(char *to) RRAS_SYMBOL("rras__strtime");
/** Writes the time of day. */
errno_t _strtime_s(char *to, size_t size) RRAS_SYMBOL("rras__strtime_s");
/** Wide. @copydoc _strtime */
wchar_t *_wstrtime(wchar_t *to) RRAS_SYMBOL("rras__wstrtime");
/** Wide. @copydoc _strtime_s */
errno_t _wstrtime_s(wchar_t *to, size_t size) RRAS_SYMBOL("rras__wstrtime_s");
/** @} */

/** @name Times of 64 bits, as every time_t is here
 * @{ */
typedef time_t __time64_t; /**< Seconds since 1970. */
/** Tells the time, and stores it where `to` is not NULL. */
__time64_t _time64(__time64_t *to) RRAS_SYMBOL("rras__time64");
/** @cond the others by these names */
#define _ctime64 ctime
#define _ctime64_s ctime_s
#define _wctime64 _wctime
#define _wctime64_s _wctime_s
#define _localtime64 localtime
#define _localtime64_s localtime_s
#define _gmtime64 gmtime
#define _gmtime64_s gmtime_s
#define _mktime64 mktime
#define _mkgmtime timegm
#define _mkgmtime64 timegm
#define _difftime64 difftime
#define _tzset tzset
/** @endcond */
/** @} */

#ifdef __cplusplus
}
#endif

#endif
