/* SPDX-License-Identifier: MIT */
/**
 * @file current_callout.h
 * What the library knows of the callout under way, and what becomes of forbidden calls. Between the
 * library and the emulator only; no program includes it.
 */
#ifndef RRAS_RUNTIME_CURRENT_CALLOUT_H
#define RRAS_RUNTIME_CURRENT_CALLOUT_H

#include <windows.h>

#include <stdint.h>

/** The virtual clock. */
struct rras_clock {
    BOOL set;      /**< FALSE: there is none, the machine's counts */
    int64_t start; /**< when it began, seconds since 1970 */
    uint64_t ns;   /**< that have passed since */
};

/** Code of a DLL runs on this thread from here, and this is the time; a clock that is not set is the one that is. With a
 * schedule (schedule.h) threads of DLLs run first that wake before. */
void rras_dll_enter(struct rras_clock clock);

/** It no longer does. */
void rras_dll_leave(void);

/** Tells the time to threads that are inside no callout. */
void rras_clock_set(struct rras_clock clock);

/** Whether this is a lock or a condition variable of the clock. */
BOOL rras_clock_is(const void *object);

/** The clock goes on to there. */
void rras_clock_pass(uint64_t ns);

/** The clock as the last call or the schedule has set it. */
struct rras_clock rras_clock_last(void);

/** Nanoseconds of virtual time until now for a thread that is in no callout; FALSE: there is none. */
BOOL rras_clock_elapsed(uint64_t *ns);

/** Loading and unloading a DLL takes no virtual time: while `stopped`, of a time-out on this thread only a moment is
 * real. */
void rras_clock_stop(BOOL stopped);
BOOL rras_clock_stands(void);

/** The clock as this thread sees it. */
struct rras_clock rras_clock_now(void);

/** Lets virtual time pass for this thread, as Sleep() does; UINT64_MAX: for ever. */
void rras_clock_sleep(uint64_t ns);

/** A limit of virtual time on a thread of a DLL that is in no callout, and waits in steps of real time. */
struct rras_limit {
    uint64_t until_ns;
    unsigned steps; /**< since it is the next one to come */
    size_t place;
};

/** Begins to wait for that long; rras_limit_end() must follow. */
void rras_limit_begin(struct rras_limit *limit, uint64_t ns);

/** Whether the limit has come; to be asked after each step of RRAS_LIMIT_STEP_MS. */
BOOL rras_limit_has_come(struct rras_limit *limit);
void rras_limit_end(struct rras_limit *limit);

enum { RRAS_LIMIT_STEP_MS = 5 };

/** A callout, or the loading of a DLL, waits on this thread for something that another thread of the DLL's is to do, until
 * virtual time is `limit_ns` at the latest. When that one sleeps, the clock goes on to where it wakes. FALSE: there is
 * nothing to end. */
BOOL rras_clock_blocked(uint64_t limit_ns);
void rras_clock_unblocked(void);

/** From here on no code of a DLL runs on this thread, but the library's or the emulator's: it sees the machine's clock.
 * Nests; safe in a signal handler. */
void rras_system_enter(void);
void rras_system_leave(void);

/** Where this thread keeps how deep it is in that; 0: not at all. */
const unsigned *rras_system_depth(void);

/** This thread is one that a DLL has begun. */
void rras_thread_belongs(void);

/** Whether what this thread begins or asks now is a DLL's doing, which lives in virtual time. */
BOOL rras_time_is_virtual(void);

/** A callout under way on a thread. */
struct rras_callout {
    struct rras_clock clock; /**< when it was called */
    uint64_t slept_ns;       /**< what it has spent in Sleep() since */
    uint32_t looks;          /**< how often it has looked at the clock since it last slept */
    BOOL shared_forbidden;   /**< the functions that both groups share are forbidden too (Q30) */
    /** One of the fifteen functions was called (B0.forbidden): its answer, if it returns at all. */
    DWORD (*forbidden)(struct rras_callout *self, const char *function);
    /** It speaks to a debugger; UTF-8. */
    void (*debug)(struct rras_callout *self, const char *text);
};

/**
 * An entry of the event log is said as a line to a debugger is, and keeps its place among these: it begins with the mark, and
 * has the source, type, category and identifier, the data as hexadecimal digits, and the strings, each behind the separator.
 */
enum { RRAS_ENTRY_MARK = 0x1e, RRAS_ENTRY_SEPARATOR = 0x1f, RRAS_ENTRY_NEWLINE = 0x1d };

/** So is what it sends to a peer of the scenario: behind this mark stand the peer's name, the separator, and what was sent. */
enum { RRAS_PEER_MARK = 0x1c };

/** Says a line: in the callout under way, of a thread that is scheduled beside it too, or elsewhere. */
void rras_say(const char *line);

/** Has `function` called with what is said to a debugger outside of callouts: by DllMain, by threads of a DLL. It
 * may be called by several threads at once. UTF-8. */
void rras_debug_elsewhere(void (*function)(const char *text));

/** The virtual time that it has taken so far. */
uint64_t rras_callout_slept(const struct rras_callout *callout);

/** The callout begins or ends on this thread. */
void rras_callout_enter(struct rras_callout *callout);
void rras_callout_leave(void);

#ifndef _WIN32
/** Handles that are made from now on belong to this one. */
void rras_handles_belong(int who);

/** Whether handles of this one are open; those of files are descriptors, and not among them. */
BOOL rras_handles_left(int who);
#else
/** Has `function` called when the process ends by itself: by exit(), by ExitProcess(). */
void rras_on_process_end(void (*function)(void));
#endif

/** The callout this thread is inside, or NULL. */
struct rras_callout *rras_callout_here(void);

/** The one that was begun last, on whatever thread, or NULL: it is over. */
struct rras_callout *rras_callout_last(void);

#endif
