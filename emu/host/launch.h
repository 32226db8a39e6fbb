/* SPDX-License-Identifier: MIT */
/**
 * @file launch.h
 * Starting a worker: its process, the channel to it, the files that take what it prints.
 */
#ifndef RRASEMU_HOST_LAUNCH_H
#define RRASEMU_HOST_LAUNCH_H

#include "core/error.h"
#include "host/channel.h"
#include "host/wine.h"

#include <stdbool.h>
#include <sys/types.h>

/** What is kept of what a DLL prints in one call. */
enum { LAUNCH_CAPTURE_SIZE = 2 * OUTPUT_MOST + 4096 }; /* line ends may take two bytes there */

/** How to start one. */
struct launch_options {
    const char *program;     /**< of this system; not used with Wine */
    const struct wine *wine; /**< NULL: without Wine */
    const char *wrap;        /**< a command to run it under, words separated by blanks, or NULL; %n is `number` */
    bool page;               /**< whether to share a page with it */
    int number;              /**< 1 for the address process, 2 for the notification process */
};

/** A worker that was started, or all zero. */
struct launched {
    pid_t pid;
    bool open; /**< the rest is there */
    struct channel channel;
    struct page *page;
    int captures[STREAM_DEBUG]; /**< files that take what it prints; their position is how much */
    int kept[3];                /**< what a worker under Wine opens by its path; -1: nothing */
    int life;                   /**< the other end of its pipe LIFE; -1: not under Wine */
};

bool launch(struct launched *launched, const struct launch_options *options, struct error *error);

/** Closes what was opened for it. The process must be gone. */
void launch_close(struct launched *launched);

#endif
