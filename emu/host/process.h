/* SPDX-License-Identifier: MIT */
/**
 * @file process.h
 * One worker process: started, spoken to, listened to, ended.
 */
#ifndef RRASEMU_HOST_PROCESS_H
#define RRASEMU_HOST_PROCESS_H

#include "callout/host.h"
#include "core/error.h"
#include "core/text.h"
#include "host/channel.h"
#include "host/launch.h"
#include "host/misuse.h"
#include "host/reactor.h"

#include <stdbool.h>
#include <sys/types.h>

/** A call of one DLL's callout in a worker. */
struct asked {
    uint32_t module; /**< numbered from 0 in order of loading */
    const struct callout *callout;
    enum origin origin;
};

/** A worker. All zero is none. */
struct process {
    pid_t pid;      /**< 0: none runs */
    enum role role; /**< which of the service's it is */
    struct channel channel;
    struct launched launched; /**< what it was started with */
    struct text printed[STREAM_COUNT];
    struct misuse misuses[MISUSES_MOST]; /**< that it has told of, and nobody has asked for */
    unsigned misuse_count;
    struct wire_frame frame;
    struct reactor *reactor;
    struct reactor_watch channel_watch, end_watch;
    bool awaited; /**< somebody waits for a frame */
    bool ended;
    unsigned timeout_ms;  /**< 0: none */
    uint64_t deadline_ns; /**< of the present request, host_clock_ns(); UINT64_MAX: none */
    int end_file;         /**< readable when the process has ended; -1: none */
    bool left_process;    /**< it has ended, and a process of its DLLs' was still there and was ended */
    struct asked sent[CALLOUTS_AHEAD_MOST]; /**< calls sent along with the one before them, in order */
    size_t sent_count;
    uint64_t next_ns;     /**< when threads of its DLLs want to run next; UINT64_MAX: never */
    uint64_t round_trips; /**< requests for calls so far */
};

/** Why a process is gone. */
struct process_end {
    enum finding_id finding; /**< FINDING_CRASH, FINDING_EXIT, FINDING_HANG */
    char text[512];          /**< what happened, for the finding */
    struct text backtrace;   /**< as records have it, perhaps empty; to be freed */
    struct text frames;      /**< as `OFFSET MODULE` lines, the same */
    bool returned;           /**< as in struct call_end */
};

/** Starts a worker, which must not move. A request to it may take `timeout_ms` of real time; 0: as long as it likes. */
bool process_start(struct process *process, struct reactor *reactor, const struct launch_options *options,
                   unsigned timeout_ms, struct error *error);

/** Frees what is kept of an end. */
void process_end_free(struct process_end *end);

/** A request begins: all its frames have to come within its time. */
void process_begin(struct process *process);

/** Waits for the next frame. False when there will be none: *end says why, and the process is gone. */
bool process_wait(struct process *process, struct process_end *end);

/** Kills it, if it runs; what it printed stays to be read. */
void process_kill(struct process *process);

/** Ends it, if it runs. Nothing of it is left. */
void process_stop(struct process *process);

#endif
