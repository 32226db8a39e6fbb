/* SPDX-License-Identifier: MIT */
/**
 * @file channel.h
 * The way frames take between the emulator and a worker: a socket, or a page that both share.
 *
 * With a page, the bytes go through memory, and who waits for them looks again and again for a moment
 * before it sleeps; the socket then only wakes sleepers and tells when the other end is gone. Neither
 * end trusts what the page holds.
 */
#ifndef RRASEMU_HOST_CHANNEL_H
#define RRASEMU_HOST_CHANNEL_H

#include "host/wire.h"

#include <stdatomic.h>

enum { RING_SIZE = 1 << 16 };

/** Bytes on their way in one direction. */
struct ring {
    _Atomic uint32_t written, read; /**< bytes so far; the difference is what is there */
    _Atomic uint32_t sleeping;      /**< the reader wants to be woken */
    uint8_t unused[52];             /**< the bytes begin where a line of cache does */
    uint8_t bytes[RING_SIZE];
};

/** What the two ends share. */
struct page {
    struct ring to_worker, to_emulator;
};

/** One end. */
struct channel {
    int input, output;     /**< the socket, or the two pipes of a worker that has no sockets */
    struct ring *in, *out; /**< NULL: the socket carries all */
    struct page *guarded;  /**< where they are, if it is to be closed while code of a DLL runs */
    bool closed;           /**< it is */
    bool waits;            /**< for room to write; whose requests are answered one by one always has it */
};

/** Reads what is there until a frame is complete, or waits if the descriptor blocks. */
enum wire_status channel_receive(struct channel *channel, struct wire_frame *frame);

/** Looks for a frame on the page for a moment; WIRE_WAIT when none came, or there is no page. After that
 * the descriptor becomes readable when there is more. */
enum wire_status channel_spin(struct channel *channel, struct wire_frame *frame);

/** While code of a DLL runs, nobody reads or writes the page but channel_send(): what the DLL does to it would be told of
 * whoever is called next. */
void channel_close_page(struct channel *channel);
void channel_open_page(struct channel *channel);

/** Whether an address is in the page. */
bool channel_has(const struct channel *channel, uintptr_t address);

/** Sends a frame of two parts, the second perhaps empty; waits as long as it takes. */
bool channel_send(struct channel *channel, enum wire_type type, const void *first, size_t first_size,
                  const void *second, size_t second_size);

#endif
