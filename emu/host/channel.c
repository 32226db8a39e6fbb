/* SPDX-License-Identifier: MIT */
#include "host/channel.h"

#include "host/os.h"

#include <string.h>

enum { HEADER = sizeof(struct wire_header), FRAME_MOST = HEADER + WIRE_PAYLOAD_MOST };

_Static_assert(offsetof(struct wire_frame, payload) == HEADER, "a frame is one stretch of memory");
_Static_assert(RING_SIZE >= 2 * FRAME_MOST, "a frame fits");

/* Longer than a callout that does little, shorter than a process takes to be woken a few times */
enum { SPIN_NS = 50000, LOOKS_A_TIME = 64 };

/* --- the page --- */

static void relax(void)
{
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

/* The other end may write what it likes: never more than the ring holds. */
static uint32_t ring_filled(struct ring *ring)
{
    uint32_t filled = atomic_load_explicit(&ring->written, memory_order_acquire) -
                      atomic_load_explicit(&ring->read, memory_order_relaxed);
    return filled <= RING_SIZE ? filled : RING_SIZE;
}

static size_t ring_read(struct ring *ring, uint8_t *bytes, size_t size)
{
    uint32_t at = atomic_load_explicit(&ring->read, memory_order_relaxed);
    size_t count = ring_filled(ring), first = RING_SIZE - at % RING_SIZE;
    if (count > size)
        count = size;
    if (first > count)
        first = count;
    memcpy(bytes, ring->bytes + at % RING_SIZE, first);
    memcpy(bytes + first, ring->bytes, count - first);
    atomic_store_explicit(&ring->read, at + (uint32_t)count, memory_order_release);
    return count;
}

static bool ring_write(struct ring *ring, bool waits, const uint8_t *bytes, size_t size)
{
    uint32_t at = atomic_load_explicit(&ring->written, memory_order_relaxed);
    while (size > 0) {
        uint32_t used = at - atomic_load_explicit(&ring->read, memory_order_acquire);
        if (used > RING_SIZE || (used == RING_SIZE && !waits))
            return false;
        size_t room = RING_SIZE - used;
        size_t count = RING_SIZE - at % RING_SIZE;
        if (room == 0) {
            os_pause(); /* until the other end reads, or ends this process */
            continue;
        }
        count = count < room ? count : room;
        count = count < size ? count : size;
        memcpy(ring->bytes + at % RING_SIZE, bytes, count);
        at += (uint32_t)count;
        atomic_store_explicit(&ring->written, at, memory_order_release);
        bytes += count, size -= count;
    }
    return true;
}

/* Whether something came before sleeping was announced */
static bool ring_sleep(struct ring *ring)
{
    atomic_store(&ring->sleeping, 1);
    atomic_thread_fence(memory_order_seq_cst);
    if (ring_filled(ring) == 0)
        return true;
    atomic_store(&ring->sleeping, 0);
    return false;
}

static void wake(struct channel *channel)
{
    atomic_thread_fence(memory_order_seq_cst);
    if (atomic_exchange(&channel->out->sleeping, 0))
        os_wake(channel->output);
}

/* --- reading --- */

static bool is_frame(const struct wire_header *header)
{
    return header->magic == WIRE_MAGIC && header->type < WIRE_TYPES && header->length <= WIRE_PAYLOAD_MOST;
}

static enum wire_status state_of(const struct wire_frame *frame)
{
    if (frame->have >= HEADER && !is_frame(&frame->header))
        return WIRE_BROKEN;
    return frame->have >= HEADER && frame->have >= HEADER + frame->header.length ? WIRE_COMPLETE : WIRE_WAIT;
}

static size_t take_from_ring(struct channel *channel, struct wire_frame *frame)
{
    size_t got = ring_read(channel->in, (uint8_t *)frame + frame->have, FRAME_MOST - frame->have);
    frame->have += got;
    return got;
}

/* With a page, whatever comes over the socket only says that there is something on the page. */
static long read_socket(struct channel *channel, struct wire_frame *frame)
{
    uint8_t knocks[64];
    if (channel->in)
        return os_read(channel->input, knocks, sizeof knocks);
    long got = os_read(channel->input, (uint8_t *)frame + frame->have, FRAME_MOST - frame->have);
    frame->have += got > 0 ? (size_t)got : 0;
    return got;
}

enum wire_status channel_receive(struct channel *channel, struct wire_frame *frame)
{
    for (;;) {
        if (channel->in)
            take_from_ring(channel, frame);
        enum wire_status state = state_of(frame);
        if (state != WIRE_WAIT)
            return state;
        if (channel->in && !ring_sleep(channel->in))
            continue;
        long got = read_socket(channel, frame);
        if (got <= 0)
            return got < 0 ? WIRE_WAIT : WIRE_CLOSED;
    }
}

enum wire_status channel_spin(struct channel *channel, struct wire_frame *frame)
{
    uint64_t until = 0;
    enum wire_status state = state_of(frame);
    while (channel->in && state == WIRE_WAIT) {
        for (int i = 0; i < LOOKS_A_TIME && ring_filled(channel->in) == 0; i++)
            relax();
        if (take_from_ring(channel, frame) == 0) {
            os_yield();
            uint64_t now = os_now_ns();
            until = until ? until : now + SPIN_NS;
            if (now >= until)
                break;
        }
        state = state_of(frame);
    }
    return state;
}

/* --- keeping it from DLLs --- */

void channel_close_page(struct channel *channel)
{
    channel->closed = channel->guarded != NULL;
    if (channel->closed)
        os_close_pages(channel->guarded, sizeof *channel->guarded);
}

void channel_open_page(struct channel *channel)
{
    if (channel->closed)
        os_open_pages(channel->guarded, sizeof *channel->guarded);
    channel->closed = false;
}

bool channel_has(const struct channel *channel, uintptr_t address)
{
    uintptr_t begin = (uintptr_t)channel->guarded;
    return begin && address >= begin && address - begin < sizeof *channel->guarded;
}

/* --- sending --- */

static bool send_over_page(struct channel *channel, const struct part *parts, int count)
{
    for (int i = 0; i < count; i++)
        if (!ring_write(channel->out, channel->waits, parts[i].bytes, parts[i].size))
            return false;
    wake(channel);
    return true;
}

bool channel_send(struct channel *channel, enum wire_type type, const void *first, size_t first_size,
                  const void *second, size_t second_size)
{
    struct wire_header header = {WIRE_MAGIC, (uint32_t)type, (uint32_t)(first_size + second_size), 0};
    const struct part parts[] = {{&header, sizeof header}, {first, first_size}, {second, second_size}};
    enum { COUNT = sizeof parts / sizeof *parts };
    if (!channel->out)
        return os_write(channel->output, parts, COUNT);
    bool closed = channel->closed;
    channel_open_page(channel);
    bool sent = send_over_page(channel, parts, COUNT);
    if (closed)
        channel_close_page(channel);
    return sent;
}
