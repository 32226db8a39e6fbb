/* SPDX-License-Identifier: MIT */
/* Dates as texts, and the time, as Microsoft's C run-time library has them beyond the C standard. */
#include "stream.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/timeb.h>
#include <time.h>
#include <wchar.h>

enum { LONGEST = 26, SHORT = 9 }; /* with the null */

/* --- the texts --- */

static void date_and_time(const struct tm *from, char text[LONGEST])
{
    static const char days[][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    snprintf(text, LONGEST, "%s %s %02u %02u:%02u:%02u %04u\n", days[(unsigned)from->tm_wday % 7],
             months[(unsigned)from->tm_mon % 12], (unsigned)from->tm_mday % 100, (unsigned)from->tm_hour % 100,
             (unsigned)from->tm_min % 100, (unsigned)from->tm_sec % 100, (unsigned)(from->tm_year + 1900) % 10000);
}

/* What is now, in the zone of the machine */
static struct tm today(void)
{
    time_t now = time(NULL);
    struct tm date = {0};
    localtime_r(&now, &date);
    return date;
}

static void short_date(char text[SHORT])
{
    struct tm date = today();
    snprintf(text, SHORT, "%02u/%02u/%02u", (unsigned)(date.tm_mon + 1) % 100, (unsigned)date.tm_mday % 100,
             (unsigned)date.tm_year % 100);
}

static void short_time(char text[SHORT])
{
    struct tm date = today();
    snprintf(text, SHORT, "%02u:%02u:%02u", (unsigned)date.tm_hour % 100, (unsigned)date.tm_min % 100,
             (unsigned)date.tm_sec % 100);
}

/* --- into a buffer --- */

static bool is_date(const struct tm *date)
{
    return date && date->tm_year >= 0 && date->tm_mon >= 0 && date->tm_mon < 12 && date->tm_mday >= 1 &&
           date->tm_mday <= 31 && date->tm_hour >= 0 && date->tm_hour < 24 && date->tm_min >= 0 && date->tm_min < 60 &&
           date->tm_sec >= 0 && date->tm_sec <= 60 && date->tm_wday >= 0 && date->tm_wday < 7;
}

static errno_t give(const char *text, char *to, size_t size)
{
    if (!to || size == 0)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *to = '\0';
    if (strlen(text) >= size)
        return rras_invalid_parameter(ERANGE, ERANGE);
    memcpy(to, text, strlen(text) + 1);
    return 0;
}

static errno_t give_wide(const char *text, wchar_t *to, size_t size)
{
    if (!to || size == 0)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *to = 0;
    if (strlen(text) >= size)
        return rras_invalid_parameter(ERANGE, ERANGE);
    do
        *to++ = (unsigned char)*text;
    while (*text++);
    return 0;
}

errno_t asctime_s(char *to, size_t size, const struct tm *from)
{
    char text[LONGEST];
    if (!is_date(from) || size < LONGEST)
        return rras_invalid_parameter(EINVAL, EINVAL);
    date_and_time(from, text);
    return give(text, to, size);
}

errno_t _wasctime_s(wchar_t *to, size_t size, const struct tm *from)
{
    char text[LONGEST];
    if (!is_date(from) || size < LONGEST)
        return rras_invalid_parameter(EINVAL, EINVAL);
    date_and_time(from, text);
    return give_wide(text, to, size);
}

errno_t ctime_s(char *to, size_t size, const time_t *from)
{
    struct tm date;
    return from && *from >= 0 && localtime_r(from, &date) ? asctime_s(to, size, &date)
                                                          : rras_invalid_parameter(EINVAL, EINVAL);
}

errno_t _wctime_s(wchar_t *to, size_t size, const time_t *from)
{
    struct tm date;
    return from && *from >= 0 && localtime_r(from, &date) ? _wasctime_s(to, size, &date)
                                                          : rras_invalid_parameter(EINVAL, EINVAL);
}

wchar_t *_wasctime(const struct tm *from)
{
    static _Thread_local wchar_t text[LONGEST];
    return _wasctime_s(text, LONGEST, from) == 0 ? text : NULL;
}

wchar_t *_wctime(const time_t *from)
{
    static _Thread_local wchar_t text[LONGEST];
    return _wctime_s(text, LONGEST, from) == 0 ? text : NULL;
}

#define NOW(name, unit, text_of, into)               \
    errno_t name##_s(unit *to, size_t size)          \
    {                                                \
        char text[SHORT];                            \
        text_of(text);                               \
        return into(text, to, size);                 \
    }                                                \
    unit *name(unit *to)                             \
    {                                                \
        return name##_s(to, SHORT) == 0 ? to : NULL; \
    }
NOW(_strdate, char, short_date, give)
NOW(_strtime, char, short_time, give)
NOW(_wstrdate, wchar_t, short_date, give_wide)
NOW(_wstrtime, wchar_t, short_time, give_wide)

/* --- the time --- */

time_t _time64(time_t *to)
{
    time_t now = time(NULL);
    if (to)
        *to = now;
    return now;
}

errno_t _ftime64_s(struct __timeb64 *to)
{
    struct timespec now;
    if (!to)
        return rras_invalid_parameter(EINVAL, EINVAL);
    clock_gettime(CLOCK_REALTIME, &now);
    *to = (struct __timeb64){.time = now.tv_sec, .millitm = (unsigned short)(now.tv_nsec / 1000000)};
    return 0;
}

void _ftime64(struct __timeb64 *to)
{
    _ftime64_s(to);
}
