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
#include "callout/host.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** "rras" and the version of the frames. */
#define WIRE_MAGIC UINT32_C(0x04736172)

/** The frames. */
enum wire_type {
    WIRE_LOAD,      /**< to the worker: load a DLL; struct wire_load, the path */
    WIRE_CALL,      /**< call callouts one after another; struct wire_call, and for each a struct
                         wire_item and its arguments */
    WIRE_UNLOAD,    /**< unload a DLL; uint32_t: its number */
    WIRE_READY,     /**< from the worker: the first thing it says; struct wire_ready */
    WIRE_LOADED,    /**< struct wire_loaded; why not, or which exports are nearly callouts */
    WIRE_RETURNED,  /**< struct wire_returned, the arguments that the callout gives */
    WIRE_UNLOADED,  /**< struct wire_unloaded, frames */
    WIRE_FORBIDDEN, /**< a forbidden function was called: its name, NUL, frames (backtrace.h) */
    WIRE_PRINTED,   /**< the DLL printed or spoke to a debugger: uint32_t, a stream; the text */
    WIRE_MISUSED,   /**< a call of the run-time library made no sense: uint32_t, enum rras_misuse; words, NUL, frames */
    WIRE_CRASHED,   /**< struct wire_crashed, frames; the last that is heard */
    WIRE_EXITED,  /**< the call that ends the process, as "exit(3)", or "" where only the system knows the status; NUL,
                         frames; the last that is heard */
    WIRE_ADVANCE, /**< let threads of DLLs run: struct wire_advance; answered by the same */
    WIRE_TYPES,
};

struct wire_header {
    uint32_t magic, type, length; /**< of the payload */
    uint32_t unused;              /**< so that payloads are aligned */
};

/** What holds for all calls of a request. Each is answered by itself. */
struct wire_call {
    int64_t start; /**< the virtual clock, as in struct call_watch */
    uint64_t now_ns;
    uint32_t count;
    uint32_t forbidden_fails;  /**< 1: forbidden calls return 1131; 0: never */
    uint32_t shared_forbidden; /**< 1: as in struct call_watch */
    uint32_t unused;
    uint32_t until_refusal;  /**< 1: stop after the first refusal */
    uint32_t arguments_stay; /**< 1: as in struct call_watch; 0: they are gone after the call */
};

/** Both ends refuse to go on when they were built from other tables: callouts travel as their numbers. */
struct wire_ready {
    uint32_t fingerprint; /**< wire_fingerprint() */
    uint32_t unused;
};

struct wire_load {
    uint32_t own_folder; /**< 1: as in struct dll_source */
    uint32_t unused;
    int64_t start; /**< so are these */
    uint64_t now_ns;
};

struct wire_item {
    uint32_t module; /**< numbered from 0 in order of loading */
    uint32_t callout, origin;
    uint32_t size; /**< of the arguments that follow, a multiple of 8 */
};

struct wire_loaded {
    uint32_t result;  /**< enum load_result */
    uint32_t exports; /**< callout_set */
    uint32_t unnamed; /**< as in struct export_list */
    uint32_t unused;
};

/** From which instant to which, exclusive, threads may run; and in the answer, which was reached, and when they want to run
 * next, UINT64_MAX: never. */
struct wire_advance {
    int64_t start;
    uint64_t now_ns, horizon_ns;
};

struct wire_returned {
    uint32_t result;
    uint32_t residue, forked; /**< as in struct call_report */
    uint32_t goes_on;         /**< 1: the next call of the request follows; 0: this was the last */
    uint64_t slept_ns;
    uint64_t next_ns; /**< when threads of DLLs want to run next */
    struct overruns overruns;
    struct input_faults faults;
    uint32_t unused; /* what would be padding travels too */
};
_Static_assert(sizeof(struct wire_returned) == 32 + sizeof(struct overruns) + sizeof(struct input_faults) + 4,
               "no byte of it is left unset");

/** What the DLL had allocated and did not free; the frame is where the oldest was made. */
struct wire_unloaded {
    uint32_t blocks;
    uint32_t residue; /**< RESIDUE_AT_UNLOAD, as far as it applies */
    uint64_t bytes;
};

/** Where output went. */
enum wire_stream {
    STREAM_OUT,
    STREAM_ERR,
    STREAM_DEBUG, /**< said to a debugger by a callout; the streams before it are files */
    STREAM_LATER, /**< said to a debugger outside of callouts */
    STREAM_COUNT,
};

/** Added to a stream: the next frame goes on with the text. */
#define WIRE_STREAM_GOES_ON UINT32_C(0x80000000)

/** In the place of a crash's signal: the callout's thread has ended, and not the process. */
#define WIRE_CRASH_THREAD UINT32_MAX

/** The same: an exception was not caught; its words stand in front of the frames, with a NUL behind them. */
#define WIRE_CRASH_EXCEPTION (UINT32_MAX - 1)

/** The same, where a worker was asked where it hangs: others wait for the loader lock, which the callout's thread has. */
#define WIRE_CRASH_LOADER (UINT32_MAX - 3)

/** The same, where a worker was asked where it hangs: a thread of the DLL's computes. */
#define WIRE_CRASH_COMPUTES (UINT32_MAX - 5)

/** The same: every thread waits for ever, as words say that stand in front of the frames likewise. */
#define WIRE_CRASH_STUCK (UINT32_MAX - 4)

/** The same: abort() of a C run-time library that has no signals. */
#define WIRE_CRASH_ABORT (UINT32_MAX - 2)

/** Exit status of a worker whose channel is not what it was. */
enum { WIRE_EXIT_CHANNEL = 87 };

/** Where a crash accessed memory. */
enum wire_place {
    PLACE_NOWHERE,
    PLACE_NULL,
    PLACE_STALE,   /**< where an argument of an earlier call was */
    PLACE_CHANNEL, /**< the page of the channel */
};

struct wire_crashed {
    uint32_t signal;   /**< or the code of a Windows exception; 0: none, it was asked where it stands */
    uint32_t place;    /**< enum wire_place */
    uint64_t offset;   /**< from NULL */
    uint32_t returned; /**< 1: the callout had returned, and a thread of its DLL has crashed */
    uint32_t unused;
};

/** Longest payload: a call with all its arguments, or a path. */
enum { WIRE_PAYLOAD_MOST = 16384 };

/** A frame as it is received: all zero before the first byte. */
struct wire_frame {
    _Alignas(8) struct wire_header header;
    uint8_t payload[WIRE_PAYLOAD_MOST];
    size_t have; /**< bytes so far, of header and payload, and perhaps of what follows */
};

/** What became of reading a frame. */
enum wire_status {
    WIRE_WAIT,     /**< more bytes are needed */
    WIRE_COMPLETE, /**< a frame is there, until wire_next() */
    WIRE_CLOSED,   /**< the other end is gone */
    WIRE_BROKEN,   /**< this is no frame of ours */
};

/** Makes room for the next frame. */
void wire_next(struct wire_frame *frame);

/** A frame's fixed part, checked against its size; NULL when it is too short. What follows it is at
 * *rest, rest_size bytes. */
const void *wire_fixed(const struct wire_frame *frame, size_t size, const uint8_t **rest, size_t *rest_size);

/** A number made from all that both ends must have alike: the callouts with their arguments and where those lie, and the
 * frames. */
uint32_t wire_fingerprint(void);

/** Bytes that this part of a callout's arguments takes: a request has all, an answer what the callout gives. */
size_t wire_arguments_size(const struct callout *callout, enum arguments_part part);

/** The same with what fills them up in a request. */
static inline size_t wire_padded(size_t size)
{
    return (size + 7) & ~(size_t)7;
}

/** Writes them to `bytes`, or takes them from there; false when `size` is not exactly theirs. */
void wire_pack(uint8_t *bytes, const struct arguments *arguments, const struct callout *callout,
               enum arguments_part part);
bool wire_unpack(struct arguments *arguments, const struct callout *callout, enum arguments_part part,
                 const uint8_t *bytes, size_t size);

/** Takes the next call of a request from `bytes`; NULL when there is none or it is invalid. */
const struct wire_item *wire_item_next(const uint8_t **bytes, size_t *size, struct arguments *arguments);

#endif
