/* SPDX-License-Identifier: MIT */
/**
 * @file timed.h
 * What waits with a limit of virtual time, besides the functions that have the C library's names.
 */
#ifndef RRASEMU_HOST_TIMED_H
#define RRASEMU_HOST_TIMED_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/** When a deadline of this clock is there, in virtual time; EINVAL when it is no time. */
int timed_limit(clockid_t clock, const struct timespec *deadline, uint64_t *limit_ns);

/** Does futex() with these arguments if a DLL waits by it, by the system's `call` where it has no limit, and says how it
 * went. Not there in programs built with a sanitizer. */
__attribute__((weak)) bool timed_futex(const long arguments[6], long (*call)(long number, ...), long *result);

#endif
