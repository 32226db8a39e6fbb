/* SPDX-License-Identifier: MIT */
#include "core/calendar.h"

#include <string.h>

enum { SECONDS_PER_DAY = 86400 };
/* from 1601-01-01 to 1970-01-01 */
#define FILETIME_UNIX_SECONDS INT64_C(11644473600)

/* Days since 1970-01-01 in the Gregorian calendar. Years start in March here, so that the leap day
 * is a year's last and month lengths follow (153 m + 2) / 5. */
static int64_t days_from_date(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static void date_from_days(int64_t days, int64_t *year, int *month, int *day)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t shifted = (5 * day_of_year + 2) / 153;
    *day = (int)(day_of_year - (153 * shifted + 2) / 5 + 1);
    *month = (int)(shifted + (shifted < 10 ? 3 : -9));
    *year = year_of_era + era * 400 + (*month <= 2);
}

static bool digits(const char **at, int count, int *value)
{
    *value = 0;
    for (int i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        *value = *value * 10 + (**at - '0');
    }
    return true;
}

static bool literal(const char **at, char c)
{
    return **at == c && (*at)++ != NULL;
}

bool calendar_parse(const char *string, int64_t *unix_seconds)
{
    int year, month, day, hour, minute, second = 0;
    const char *at = string;
    if (!digits(&at, 4, &year) || !literal(&at, '-') || !digits(&at, 2, &month) || !literal(&at, '-') ||
        !digits(&at, 2, &day) || !literal(&at, 'T') || !digits(&at, 2, &hour) || !literal(&at, ':') ||
        !digits(&at, 2, &minute))
        return false;
    if (literal(&at, ':') && !digits(&at, 2, &second))
        return false;
    if (!literal(&at, 'Z') || *at)
        return false;
    if (year < 1601 || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59)
        return false;
    int64_t days = days_from_date(year, month, day), back_year;
    int back_month, back_day;
    date_from_days(days, &back_year, &back_month, &back_day);
    if (back_month != month || back_day != day) /* the 30th of February */
        return false;
    *unix_seconds = days * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
    return true;
}

void calendar_add(struct text *text, int64_t unix_seconds, uint64_t ns, int digits_wanted)
{
    unix_seconds += (int64_t)(ns / CALENDAR_NS_PER_SECOND);
    ns %= CALENDAR_NS_PER_SECOND;
    int64_t days = unix_seconds / SECONDS_PER_DAY, rest = unix_seconds % SECONDS_PER_DAY;
    if (rest < 0) {
        rest += SECONDS_PER_DAY;
        days--;
    }
    int64_t year;
    int month, day;
    date_from_days(days, &year, &month, &day);
    text_addf(text, "%04d-%02d-%02dT%02d:%02d:%02d", (int)year, month, day, (int)(rest / 3600), (int)(rest / 60 % 60),
              (int)(rest % 60));
    if (digits_wanted > 0) {
        uint64_t unit = CALENDAR_NS_PER_SECOND;
        for (int i = 0; i < digits_wanted; i++)
            unit /= 10;
        text_addf(text, ".%0*llu", digits_wanted, (unsigned long long)(ns / unit));
    }
    text_add(text, "Z");
}

uint64_t calendar_filetime(int64_t unix_seconds, uint64_t ns)
{
    return (uint64_t)(unix_seconds + FILETIME_UNIX_SECONDS) * 10000000 + ns / 100;
}

void calendar_add_filetime(struct text *text, uint64_t filetime)
{
    calendar_add(text, (int64_t)(filetime / 10000000) - FILETIME_UNIX_SECONDS, filetime % 10000000 * 100, 7);
}

static const struct {
    const char *name;
    uint64_t ns;
} units[] = {
    {"ns", 1},
    {"us", 1000},
    {"ms", 1000000},
    {"s", CALENDAR_NS_PER_SECOND},
    {"m", 60 * CALENDAR_NS_PER_SECOND},
    {"min", 60 * CALENDAR_NS_PER_SECOND},
    {"h", 3600 * CALENDAR_NS_PER_SECOND},
    {"d", 86400 * CALENDAR_NS_PER_SECOND},
};

static uint64_t unit_named(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].name) == length && strncmp(units[i].name, name, length) == 0)
            return units[i].ns;
    return 0;
}

bool calendar_parse_duration(const char *string, uint64_t *ns)
{
    const char *at = string;
    uint64_t total = 0;
    if (strcmp(string, "0") == 0) {
        *ns = 0;
        return true;
    }
    do {
        uint64_t whole = 0, fraction = 0, scale = 1;
        if (*at < '0' || *at > '9')
            return false;
        for (; *at >= '0' && *at <= '9'; at++) {
            if (whole > UINT64_MAX / 20)
                return false;
            whole = whole * 10 + (uint64_t)(*at - '0');
        }
        if (*at == '.') {
            for (at++; *at >= '0' && *at <= '9'; at++) {
                if (scale >= CALENDAR_NS_PER_SECOND)
                    return false;
                fraction = fraction * 10 + (uint64_t)(*at - '0');
                scale *= 10;
            }
            if (scale == 1)
                return false;
        }
        while (*at == ' ')
            at++;
        size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz");
        uint64_t unit = unit_named(at, length);
        if (unit == 0 || (whole > 0 && unit > UINT64_MAX / 2 / whole))
            return false;
        /* in two parts, as fraction * unit may not fit */
        uint64_t part = whole * unit + fraction * (unit / scale) + fraction * (unit % scale) / scale;
        if (part > UINT64_MAX / 2 - total)
            return false;
        total += part;
        at += length;
        while (*at == ' ')
            at++;
    } while (*at);
    *ns = total;
    return true;
}

void calendar_add_clock(struct text *text, uint64_t ns)
{
    uint64_t ms = ns / 1000000;
    text_addf(text, "%02llu:%02u:%02u.%03u", (unsigned long long)(ms / 3600000), (unsigned)(ms / 60000 % 60),
              (unsigned)(ms / 1000 % 60), (unsigned)(ms % 1000));
}
