/* SPDX-License-Identifier: MIT */
/**
 * @file filter.h
 * An observer in front of another: lets a part of a long run through.
 */
#ifndef RRASEMU_OBSERVE_FILTER_H
#define RRASEMU_OBSERVE_FILTER_H

#include "ras/record.h"

#include <stdbool.h>

enum { FILTER_CONNECTIONS_MOST = 64 };

/** What passes. What belongs to no connection, as the service's states and the summary, always
 * does; all zero lets everything through. */
struct filter {
    uint32_t connections[FILTER_CONNECTIONS_MOST];
    size_t connection_count; /**< 0: all of them */
    bool limited;            /**< the two times count */
    uint64_t first_ns, last_ns;
};

/** A filter and the observer behind it. */
struct filtered {
    const struct filter *filter;
    struct record_sink next;
};

/** An observer that hands on what passes; `filtered` must outlive it. */
struct record_sink filter_sink(struct filtered *filtered);

#endif
