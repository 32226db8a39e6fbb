/* SPDX-License-Identifier: MIT */
/*
 * The clocks of POSIX and C, and sleeping, in virtual time: for calls that a DLL makes, by its C++ library too; all others
 * reach the C library. Like threads_posix.c for programs that are built without a sanitizer.
 */
#include "host/behind.h"

#include "runtime/current_callout.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_SECOND UINT64_C(1000000000)
enum {
    BOOTED_S = 1000,
    NS_PER_US = 1000,
    NS_PER_MS = 1000000
}; /* the machine has run for a while when the service starts */

static struct timespec timespec_of(uint64_t ns)
{
    return (struct timespec){(time_t)(ns / NS_PER_SECOND), (long)(ns % NS_PER_SECOND)};
}

static uint64_t ns_of(const struct timespec *time)
{
    return (uint64_t)time->tv_sec * NS_PER_SECOND + (uint64_t)time->tv_nsec;
}

/* Whether a clock is one that virtual time has, and what it shows */
static bool show(clockid_t clock, struct timespec *shown)
{
    struct rras_clock now = rras_clock_now();
    *shown = timespec_of(now.ns);
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
    case CLOCK_TAI:
        shown->tv_sec += now.start;
        return true;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
        shown->tv_sec += BOOTED_S;
        return true;
    case CLOCK_PROCESS_CPUTIME_ID:
    case CLOCK_THREAD_CPUTIME_ID: /* computing takes no virtual time, and programs that look expect that some passes */
        return true;
    default:
        return false;
    }
}

/* --- clocks --- */

BEHIND(int, clock_gettime, (clockid_t, struct timespec *))
int clock_gettime(clockid_t clock, struct timespec *shown)
{
    FIND(clock_gettime);
    if (rras_time_is_virtual() && show(clock, shown))
        return 0;
    return system_clock_gettime(clock, shown);
}

BEHIND(int, gettimeofday, (struct timeval *, void *))
int gettimeofday(struct timeval *restrict shown, void *restrict zone)
{
    struct timespec now;
    FIND(gettimeofday);
    if (!rras_time_is_virtual())
        return system_gettimeofday(shown, zone);
    show(CLOCK_REALTIME, &now);
    *shown = (struct timeval){now.tv_sec, now.tv_nsec / NS_PER_US};
    return 0;
}

BEHIND(time_t, time, (time_t *))
time_t time(time_t *shown)
{
    struct timespec now;
    FIND(time);
    if (!rras_time_is_virtual())
        return system_time(shown);
    show(CLOCK_REALTIME, &now);
    if (shown)
        *shown = now.tv_sec;
    return now.tv_sec;
}

BEHIND(int, timespec_get, (struct timespec *, int))
int timespec_get(struct timespec *shown, int base)
{
    FIND(timespec_get);
    if (rras_time_is_virtual() && base == TIME_UTC && show(CLOCK_REALTIME, shown))
        return base;
    return system_timespec_get(shown, base);
}

/* Old, and many callouts' own. */
int ftime(struct timeb *shown)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    *shown = (struct timeb){.time = now.tv_sec, .millitm = (unsigned short)(now.tv_nsec / NS_PER_MS)};
    return 0;
}

BEHIND(clock_t, clock, (void))
/* As on Windows: the time that has passed, not what was computed. */
clock_t clock(void)
{
    FIND(clock);
    return rras_time_is_virtual() ? (clock_t)(rras_clock_now().ns / (NS_PER_SECOND / CLOCKS_PER_SEC)) : system_clock();
}

/* --- the zone of virtual time is UTC --- */

BEHIND(struct tm *, localtime_r, (const time_t *, struct tm *))
struct tm *localtime_r(const time_t *restrict from, struct tm *restrict to)
{
    FIND(localtime_r);
    return rras_time_is_virtual() ? gmtime_r(from, to) : system_localtime_r(from, to);
}

BEHIND(struct tm *, localtime, (const time_t *))
struct tm *localtime(const time_t *from)
{
    FIND(localtime);
    return rras_time_is_virtual() ? gmtime(from) : system_localtime(from);
}

BEHIND(time_t, mktime, (struct tm *))
time_t mktime(struct tm *from)
{
    FIND(mktime);
    return rras_time_is_virtual() ? timegm(from) : system_mktime(from);
}

BEHIND(char *, ctime, (const time_t *))
char *ctime(const time_t *from)
{
    FIND(ctime);
    return rras_time_is_virtual() ? asctime(gmtime(from)) : system_ctime(from);
}

BEHIND(char *, ctime_r, (const time_t *, char *))
char *ctime_r(const time_t *restrict from, char *restrict to)
{
    struct tm parts;
    FIND(ctime_r);
    return rras_time_is_virtual() ? asctime_r(gmtime_r(from, &parts), to) : system_ctime_r(from, to);
}

/* --- sleeping --- */

static bool is_valid(const struct timespec *time)
{
    return time->tv_sec >= 0 && time->tv_nsec >= 0 && time->tv_nsec < (long)NS_PER_SECOND;
}

BEHIND(int, clock_nanosleep, (clockid_t, int, const struct timespec *, struct timespec *))
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left)
{
    struct timespec now;
    FIND(clock_nanosleep);
    if (!rras_time_is_virtual() || !show(clock, &now))
        return system_clock_nanosleep(clock, flags, wanted, left);
    if (!is_valid(wanted))
        return EINVAL;
    uint64_t ns = ns_of(wanted), passed = flags & TIMER_ABSTIME ? ns_of(&now) : 0;
    rras_clock_sleep(ns > passed ? ns - passed : 0);
    pthread_testcancel();
    return 0;
}

int nanosleep(const struct timespec *wanted, struct timespec *left)
{
    int failed = clock_nanosleep(CLOCK_REALTIME, 0, wanted, left);
    errno = failed ? failed : errno;
    return failed ? -1 : 0;
}

int usleep(useconds_t us)
{
    const struct timespec wanted = timespec_of(us * (uint64_t)NS_PER_US);
    return nanosleep(&wanted, NULL);
}

unsigned sleep(unsigned seconds)
{
    struct timespec left = {0};
    return nanosleep(&(struct timespec){.tv_sec = (time_t)seconds}, &left) == 0 ? 0 : (unsigned)left.tv_sec;
}

int thrd_sleep(const struct timespec *wanted, struct timespec *left)
{
    int failed = clock_nanosleep(CLOCK_REALTIME, 0, wanted, left);
    return !failed ? 0 : failed == EINTR ? -1 : -2;
}
