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

#ifdef __cplusplus
}
#endif

#endif
