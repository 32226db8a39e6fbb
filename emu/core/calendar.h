/* SPDX-License-Identifier: MIT */
/**
 * @file calendar.h
 * Dates, durations and FILETIME without the host's clock, time zone or locale.
 */
#ifndef RRASEMU_CORE_CALENDAR_H
#define RRASEMU_CORE_CALENDAR_H

#include "core/text.h"

#include <stdbool.h>
#include <stdint.h>

#define CALENDAR_NS_PER_SECOND UINT64_C(1000000000)

/** Reads `2026-01-05T08:00:00Z` (seconds may be left out; Z only). Gives seconds since 1970. */
bool calendar_parse(const char *string, int64_t *unix_seconds);

/** Adds the instant `ns` nanoseconds after `unix_seconds` as `2026-01-05T08:00:00Z`, with `digits`
 * digits behind the second's point (0: none). */
void calendar_add(struct text *text, int64_t unix_seconds, uint64_t ns, int digits);

/** 100-nanosecond units since 1601-01-01 UTC, the content of a Windows FILETIME. */
uint64_t calendar_filetime(int64_t unix_seconds, uint64_t ns);

/** Adds a FILETIME value as `2026-01-05T08:00:00.0000000Z`. */
void calendar_add_filetime(struct text *text, uint64_t filetime);

/** Reads a duration: a number and a unit, `250ms`, `5 s`, `1.5h`, or several, `1h 30m`; units
 * ns us ms s m (or min) h d. A bare `0` needs no unit. */
bool calendar_parse_duration(const char *string, uint64_t *ns);

/** Adds time since the start as `hh:mm:ss.mmm`. */
void calendar_add_clock(struct text *text, uint64_t ns);

#endif
