/* SPDX-License-Identifier: MIT */
/**
 * @file sys/timeb.h
 * @brief The time with its milliseconds, the system's, and as Microsoft's C run-time library tells it.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else.
 */
#pragma GCC system_header

#include_next <sys/timeb.h>

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_WIN32_SYS_TIMEB_H)
#define RRAS_WIN32_SYS_TIMEB_H

#include <time.h>
#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A time. */
struct __timeb64 {
    time_t time;            /**< Seconds since 1970. */
    unsigned short millitm; /**< Milliseconds of that. */
    short timezone;         /**< Minutes west of UTC. */
    short dstflag;          /**< Whether there is daylight saving time. */
};
#define _timeb __timeb64 /**< As it is called mostly. */

/** Tells the time. */
void _ftime64(struct __timeb64 *time) RRAS_SYMBOL("rras__ftime64");
/** Tells the time; 0 or an errno. */
errno_t _ftime64_s(struct __timeb64 *time) RRAS_SYMBOL("rras__ftime64_s");
#define _ftime _ftime64     /**< As _ftime64(). */
#define _ftime_s _ftime64_s /**< As _ftime64_s(). */

#ifdef __cplusplus
}
#endif

#endif
