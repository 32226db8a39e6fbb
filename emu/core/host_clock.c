/* SPDX-License-Identifier: MIT */
#include "core/host_clock.h"

#include <time.h>

enum { NS_PER_SECOND = 1000000000, NS_PER_MS = 1000000 };

uint64_t host_clock_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * NS_PER_SECOND + (uint64_t)now.tv_nsec;
}

uint64_t host_clock_ms(void)
{
    return host_clock_ns() / NS_PER_MS;
}
