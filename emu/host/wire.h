/* SPDX-License-Identifier: MIT */
/**
 * @file wire.h
 * What the emulator and its worker processes say to each other.
 *
 * A frame is a header and a payload. Arguments travel as the structures themselves, in the order of
 * the callout's row (callout/callout.h): both ends lay them out alike, as Windows does. Neither end
 * trusts the other: sizes are checked before anything is read.
 */
#ifndef RRASEMU_HOST_WIRE_H
#define RRASEMU_HOST_WIRE_H

#include "callout/arguments.h"
#include "callout/callout.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** "rras" and the version of the format; both ends come from one build. */
#define WIRE_MAGIC UINT32_C(0x01736172)

/** The frames. */
enum wire_type {
    WIRE_LOAD,      /**< to the worker: load a DLL; the path */
    WIRE_CALL,      /**< call a callout; struct wire_call, arguments */
    WIRE_UNLOAD,    /**< unload a DLL; uint32_t: its number */
    WIRE_LOADED,    /**< from the worker: struct wire_loaded, why not */
    WIRE_RETURNED,  /**< struct wire_returned, arguments */
    WIRE_UNLOADED,  /**< nothing */
    WIRE_FORBIDDEN, /**< a forbidden function was called: its name, NUL, frames (frames.h) */
    WIRE_DEBUG,     /**< the callout spoke to a debugger: the text */
    WIRE_CRASHED,   /**< struct wire_crashed, frames; the last that is heard */
    WIRE_EXITED,    /**< uint32_t: the exit status, frames; the last that is heard */
    WIRE_TYPES,
};

struct wire_header {
    uint32_t magic, type, length; /**< of the payload */
    uint32_t unused;              /**< so that payloads are aligned */
};

struct wire_call {
    uint32_t module; /**< numbered from 0 in order of loading */
    uint32_t callout, origin;
    uint32_t forbidden_fails; /**< 1: forbidden calls return 1131; 0: never */
    int64_t start;            /**< the virtual clock, as in struct call_watch */
    uint64_t now_ns;
};

struct wire_loaded {
    uint32_t result;  /**< enum load_result */
    uint32_t exports; /**< callout_set */
};

struct wire_returned {
    uint32_t result;
    uint32_t damaged, residue; /**< as in struct call_report */
    uint32_t unused;
    uint64_t slept_ns;
};

/** Where a crash accessed memory. */
enum wire_place {
    PLACE_NOWHERE,
    PLACE_NULL,
    PLACE_ARGUMENT, /**< of the call under way */
    PLACE_STALE,    /**< where an argument of an earlier call was */
};

struct wire_crashed {
    uint32_t signal, place; /**< enum wire_place */
    uint32_t parameter, unused;
    int64_t offset; /**< from the beginning of the argument, or of memory */
};

/** Longest payload: a call with all its arguments, or a path. */
enum { WIRE_PAYLOAD_MOST = 16384 };

/** A frame as it is received: all zero before the first byte. */
struct wire_frame {
    _Alignas(8) struct wire_header header;
    uint8_t payload[WIRE_PAYLOAD_MOST];
    size_t have; /**< bytes so far, of header and payload, and perhaps of what follows */
};

/** What became of wire_receive(). */
enum wire_status {
    WIRE_WAIT,     /**< more bytes are needed */
    WIRE_COMPLETE, /**< a frame is there, until wire_next() */
    WIRE_CLOSED,   /**< the other end is gone */
    WIRE_BROKEN,   /**< this is no frame of ours */
};

/** Reads what is there until a frame is complete, or waits if the descriptor blocks. */
enum wire_status wire_receive(int file, struct wire_frame *frame);

void wire_next(struct wire_frame *frame);

/** Sends a frame of two parts, the second perhaps empty; waits as long as it takes. */
bool wire_send(int file, enum wire_type type, const void *first, size_t first_size,
               const void *second, size_t second_size);

/** A frame's fixed part, checked against its size; NULL when it is too short. What follows it is at
 * *rest, rest_size bytes. */
const void *wire_fixed(const struct wire_frame *frame, size_t size, const uint8_t **rest,
                       size_t *rest_size);

/** Bytes the arguments of a callout take. */
size_t wire_arguments_size(const struct callout *callout);

/** Writes them to `bytes`, or takes them from there; false when `size` is not exactly theirs. */
void wire_pack(uint8_t *bytes, const struct arguments *arguments, const struct callout *callout);
bool wire_unpack(struct arguments *arguments, const struct callout *callout, const uint8_t *bytes,
                 size_t size);

#endif
