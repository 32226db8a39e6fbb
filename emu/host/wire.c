/* SPDX-License-Identifier: MIT */
#include "host/wire.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HEADER = sizeof(struct wire_header), FRAME_MOST = HEADER + WIRE_PAYLOAD_MOST };

_Static_assert(offsetof(struct wire_frame, payload) == HEADER, "a frame is one stretch of memory");

static bool is_frame(const struct wire_header *header)
{
    return header->magic == WIRE_MAGIC && header->type < WIRE_TYPES &&
           header->length <= WIRE_PAYLOAD_MOST;
}

enum wire_status wire_receive(int file, struct wire_frame *frame)
{
    uint8_t *bytes = (uint8_t *)frame;
    for (;;) {
        if (frame->have >= HEADER && !is_frame(&frame->header))
            return WIRE_BROKEN;
        if (frame->have >= HEADER && frame->have >= HEADER + frame->header.length)
            return WIRE_COMPLETE;
        ssize_t got = read(file, bytes + frame->have, FRAME_MOST - frame->have);
        if (got > 0)
            frame->have += (size_t)got;
        else if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return WIRE_WAIT;
        else if (got == 0 || errno != EINTR)
            return WIRE_CLOSED;
    }
}

void wire_next(struct wire_frame *frame)
{
    size_t taken = HEADER + frame->header.length;
    if (frame->have < HEADER || frame->have < taken)
        taken = frame->have; /* what there is of one that never came */
    frame->have -= taken;
    memmove(frame, (uint8_t *)frame + taken, frame->have);
}

/* A worker that died must cost an error, not a SIGPIPE. */
static bool send_all(int file, struct iovec *parts, int count)
{
    while (count > 0) {
        struct msghdr message = {.msg_iov = parts, .msg_iovlen = (size_t)count};
        ssize_t sent = sendmsg(file, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) {
            poll(&(struct pollfd){.fd = file, .events = POLLOUT}, 1, -1);
            continue;
        }
        if (sent < 0 && errno != EINTR)
            return false;
        for (; count > 0 && sent >= (ssize_t)parts->iov_len; parts++, count--)
            sent -= (ssize_t)parts->iov_len;
        if (count > 0 && sent > 0) {
            parts->iov_base = (uint8_t *)parts->iov_base + sent;
            parts->iov_len -= (size_t)sent;
        }
    }
    return true;
}

bool wire_send(int file, enum wire_type type, const void *first, size_t first_size,
               const void *second, size_t second_size)
{
    struct wire_header header = {WIRE_MAGIC, (uint32_t)type, (uint32_t)(first_size + second_size), 0};
    struct iovec parts[] = {
        {&header, sizeof header},
        {(void *)first, first_size},
        {(void *)second, second_size},
    };
    return send_all(file, parts, 3);
}

const void *wire_fixed(const struct wire_frame *frame, size_t size, const uint8_t **rest,
                       size_t *rest_size)
{
    if (frame->header.length < size)
        return NULL;
    *rest = frame->payload + size;
    *rest_size = frame->header.length - size;
    return frame->payload;
}

size_t wire_arguments_size(const struct callout *callout)
{
    size_t size = 0;
    for (unsigned i = 0; i < callout->parameter_count; i++)
        size += argument_places[callout->parameters[i].argument].size;
    return size;
}

void wire_pack(uint8_t *bytes, const struct arguments *arguments, const struct callout *callout)
{
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        memcpy(bytes, (const char *)arguments + place->offset, place->size);
        bytes += place->size;
    }
}

bool wire_unpack(struct arguments *arguments, const struct callout *callout, const uint8_t *bytes,
                 size_t size)
{
    if (size != wire_arguments_size(callout))
        return false;
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        memcpy((char *)arguments + place->offset, bytes, place->size);
        bytes += place->size;
    }
    return true;
}
