/* SPDX-License-Identifier: MIT */
/**
 * @file host_clock.h
 * Real time, for time limits, pacing and progress. No record ever holds it.
 */
#ifndef RRASEMU_CORE_HOST_CLOCK_H
#define RRASEMU_CORE_HOST_CLOCK_H

#include <stdint.h>

/** Nanoseconds since some instant in the past; the host's date does not move it. */
uint64_t host_clock_ns(void);

/** The same in milliseconds. */
uint64_t host_clock_ms(void);

#endif
