/* SPDX-License-Identifier: MIT */
/**
 * @file port.h
 * What systems do differently, for both ends of a channel: port_posix.c, port_windows.c.
 */
#ifndef RRASEMU_HOST_PORT_H
#define RRASEMU_HOST_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Some bytes. */
struct part {
    const void *bytes;
    size_t size;
};

/** Reads what is there. Bytes read, 0 at the end, -1 when nothing is there now. */
long port_read(int file, void *bytes, size_t size);

/** Writes all. */
bool port_write(int file, const struct part *parts, int count);

/** Wakes who waits for a byte. */
void port_wake(int file);

/** Lets others go on: for a moment, or if there are any. */
void port_pause(void);
void port_yield(void);

/** A clock that only goes forward. */
uint64_t port_now_ns(void);

/** Memory in pages that cannot be touched until they are opened, for reading and writing. */
size_t port_page_size(void);
void *port_reserve(size_t size);
void port_open_pages(void *pages, size_t size);
void port_close_pages(void *pages, size_t size);

#endif
