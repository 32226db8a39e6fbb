/* SPDX-License-Identifier: MIT */
/* Any bytes as what a worker says: read frame by frame, each taken for every kind of frame there is. */
#include "callout/entry.h"
#include "host/channel.h"

#include "runtime/current_callout.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take(const struct wire_frame *frame)
{
    static struct arguments arguments;
    const uint8_t *rest;
    size_t rest_size;
    if (frame->header.length > WIRE_PAYLOAD_MOST)
        abort(); /* a frame that does not fit was let in */
    if (wire_fixed(frame, sizeof(struct wire_returned), &rest, &rest_size))
        for (int id = 0; id < CALLOUT_COUNT; id++)
            if (wire_unpack(&arguments, &callouts[id], ARGUMENTS_OUT, rest, rest_size) &&
                rest_size != wire_arguments_size(&callouts[id], ARGUMENTS_OUT))
                abort(); /* arguments of another size were taken */
    const struct wire_call *call = wire_fixed(frame, sizeof *call, &rest, &rest_size);
    while (call && rest_size > 0) {
        const uint8_t *before = rest;
        if (!wire_item_next(&rest, &rest_size, &arguments))
            break;
        if (rest <= before || rest + rest_size != frame->payload + frame->header.length)
            abort(); /* the rest is not where it is said to be */
    }
}

/* The same bytes over the page: what cannot be is in its counters too */
static void read_page(const uint8_t *data, size_t size)
{
    static struct ring ring;
    static struct wire_frame frame;
    if (size < 8)
        return;
    struct channel channel = {.input = -1, .output = -1, .in = &ring};
    memcpy(&ring, data, 8);
    memcpy(ring.bytes, data + 8, size - 8 < RING_SIZE ? size - 8 : RING_SIZE);
    if (size >= 12)
        memcpy(ring.bytes, &(uint32_t){WIRE_MAGIC}, sizeof(uint32_t));
    frame.have = 0;
    while (channel_spin(&channel, &frame) == WIRE_COMPLETE) {
        take(&frame);
        wire_next(&frame);
    }
}

enum { MOST = 60000 }; /* fits into a socket */

/* The bytes with the format's own number in front: seeds of an older one would all be refused at once. */
static const uint8_t *with_magic(const uint8_t *data, size_t size)
{
    static uint8_t bytes[MOST];
    const uint32_t magic = WIRE_MAGIC;
    memcpy(bytes, data, size);
    if (size >= sizeof magic)
        memcpy(bytes, &magic, sizeof magic);
    return bytes;
}

/* The same bytes as a line of the event log */
static void read_entry(const uint8_t *data, size_t size)
{
    static struct entry_of_dll entry;
    static char line[MOST + 2];
    line[0] = RRAS_ENTRY_MARK;
    memcpy(line + 1, data, size);
    line[size + 1] = '\0';
    if (!entry_read(line, &entry) || !entry.record.source || entry.record.param_count > ENTRY_PARAMETERS_MOST)
        abort();
    for (size_t i = 0; i < entry.record.param_count; i++)
        if (entry.record.params[i] < line || entry.record.params[i] > line + size + 1)
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct wire_frame frame;
    int ends[2];
    if (size > MOST || socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return 0;
    read_entry(data, size);
    data = with_magic(data, size);
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    if (write(ends[0], data, size) == (ssize_t)size) {
        wire_next(&frame);
        struct channel channel = {.input = ends[1], .output = ends[1]};
        while (channel_receive(&channel, &frame) == WIRE_COMPLETE) {
            take(&frame);
            wire_next(&frame);
        }
    }
    close(ends[0]);
    close(ends[1]);
    read_page(data, size);
    return 0;
}
