/* SPDX-License-Identifier: MIT */
#include "host/wire.h"

#include "runtime/misuse.h"

#include <string.h>

enum { HEADER = sizeof(struct wire_header) };

void wire_next(struct wire_frame *frame)
{
    size_t taken = HEADER + frame->header.length;
    if (frame->have < HEADER || frame->have < taken)
        taken = frame->have; /* what there is of one that never came */
    frame->have -= taken;
    memmove(frame, (uint8_t *)frame + taken, frame->have);
}

const void *wire_fixed(const struct wire_frame *frame, size_t size, const uint8_t **rest, size_t *rest_size)
{
    if (frame->header.length < size)
        return NULL;
    *rest = frame->payload + size;
    *rest_size = frame->header.length - size;
    return frame->payload;
}

/* FNV-1a */
static uint32_t add_bytes(uint32_t hash, const void *bytes, size_t size)
{
    const uint8_t *each = bytes;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ each[i]) * UINT32_C(16777619);
    return hash;
}

static uint32_t add_number(uint32_t hash, size_t number)
{
    const uint32_t fixed = (uint32_t)number;
    return add_bytes(hash, &fixed, sizeof fixed);
}

static uint32_t add_callout(uint32_t hash, const struct callout *callout)
{
    hash = add_bytes(hash, callout->name, strlen(callout->name) + 1);
    hash = add_number(hash, callout->result);
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        hash = add_number(hash, callout->parameters[i].argument);
        hash = add_number(hash, callout->parameters[i].direction);
        hash = add_number(hash, place->offset);
        hash = add_number(hash, place->size);
    }
    return hash;
}

uint32_t wire_fingerprint(void)
{
    static const size_t shapes[] = {WIRE_TYPES,
                                    sizeof(struct wire_call),
                                    sizeof(struct wire_item),
                                    sizeof(struct wire_loaded),
                                    sizeof(struct wire_returned),
                                    sizeof(struct wire_unloaded),
                                    sizeof(struct wire_crashed),
                                    STREAM_COUNT,
                                    CALLOUT_COUNT,
                                    RRAS_MISUSES};
    uint32_t hash = UINT32_C(2166136261);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        hash = add_number(hash, shapes[i]);
    for (size_t i = 0; i < CALLOUT_COUNT; i++)
        hash = add_callout(hash, &callouts[i]);
    return hash;
}

size_t wire_arguments_size(const struct callout *callout, enum arguments_part part)
{
    size_t size = 0;
    for (unsigned i = 0; i < callout->parameter_count; i++)
        if (arguments_has(callout, i, part))
            size += argument_places[callout->parameters[i].argument].size;
    return size;
}

void wire_pack(uint8_t *bytes, const struct arguments *arguments, const struct callout *callout,
               enum arguments_part part)
{
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        if (!arguments_has(callout, i, part))
            continue;
        memcpy(bytes, (const char *)arguments + place->offset, place->size);
        bytes += place->size;
    }
}

bool wire_unpack(struct arguments *arguments, const struct callout *callout, enum arguments_part part,
                 const uint8_t *bytes, size_t size)
{
    if (size != wire_arguments_size(callout, part))
        return false;
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        if (!arguments_has(callout, i, part))
            continue;
        memcpy((char *)arguments + place->offset, bytes, place->size);
        bytes += place->size;
    }
    return true;
}

const struct wire_item *wire_item_next(const uint8_t **bytes, size_t *size, struct arguments *arguments)
{
    const struct wire_item *item = (const struct wire_item *)*bytes;
    if (*size < sizeof *item || item->callout >= CALLOUT_COUNT || item->size > *size - sizeof *item)
        return NULL;
    size_t arguments_size = wire_arguments_size(&callouts[item->callout], ARGUMENTS_ALL);
    if (item->size != wire_padded(arguments_size))
        return NULL;
    wire_unpack(arguments, &callouts[item->callout], ARGUMENTS_ALL, (const uint8_t *)(item + 1), arguments_size);
    *bytes += sizeof *item + item->size;
    *size -= sizeof *item + item->size;
    return item;
}
