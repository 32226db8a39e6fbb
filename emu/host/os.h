/* SPDX-License-Identifier: MIT */
/**
 * @file os.h
 * What systems do differently, for both ends of a channel: os_posix.c, os_windows.c.
 */
#ifndef RRASEMU_HOST_OS_H
#define RRASEMU_HOST_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Some bytes. */
struct part {
    const void *bytes;
    size_t size;
};

/** Reads what is there. Bytes read, 0 at the end, -1 when nothing is there now. */
long os_read(int file, void *bytes, size_t size);

/** Writes all. */
bool os_write(int file, const struct part *parts, int count);

/** Wakes the reader. */
void os_wake(int file);

/** Sleeps briefly. */
void os_pause(void);

/** Gives up the processor if another thread wants it. */
void os_yield(void);

/** A clock that only goes forward. */
uint64_t os_now_ns(void);

/** Memory in pages that cannot be touched until they are opened, for reading and writing. */
size_t os_page_size(void);
void *os_reserve(size_t size);
void os_open_pages(void *pages, size_t size);
void os_close_pages(void *pages, size_t size);

#endif
