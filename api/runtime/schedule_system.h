/* SPDX-License-Identifier: MIT */
/**
 * @file schedule_system.h
 * @brief What the schedule (schedule.h) needs of the system: schedule_posix.c, and emu/host/schedule_windows.c for the worker
 * under Wine.
 */
#ifndef RRAS_RUNTIME_SCHEDULE_SYSTEM_H
#define RRAS_RUNTIME_SCHEDULE_SYSTEM_H

#include "schedule.h"

#include <stdatomic.h>
#include <stdbool.h>

#ifdef _WIN32

/** Who releases a keyed event waits for one who waits for it, and the other way round. */
struct rras_keyed {
    HANDLE event;
    const void *key;
    bool releases, met;
};

/** What the system knows of a thread. */
struct rras_thread_system {
    HANDLE handle; /**< ours */
    bool fresh;    /**< it is suspended since it was created, and has not had the token */
    bool alerted;  /**< for NtWaitForAlertByThreadId() */
    struct rras_keyed keyed;
    const char *blocking;  /**< it is in this function, which may wait for what the schedule does not know; or NULL */
    const HANDLE *handles; /**< while it waits for some; else NULL */
    unsigned handle_count;
    HANDLE got;       /**< the first of what it waited for last */
    uint64_t got_ns;  /**< when it had it */
    unsigned again;   /**< how often in a row this was so at one instant */
    unsigned glances; /**< at the clock, by the system's own functions too */
};

/** Where a thread has room for a pointer: code in ntdll.dll may not call what looks for it. */
extern DWORD rras_me_slot, rras_core_slot, rras_system_slot;
static inline void **rras_slot(DWORD slot)
{
    enum { SLOTS = 0x1480 }; /* where the thread environment block has them */
    char *block;
    __asm__("movq %%gs:0x30, %0" : "=r"(block));
    return (void **)(void *)(block + SLOTS) + slot;
}
#define rras_me (*(struct rras_thread **)rras_slot(rras_me_slot))
#define rras_in_core (*(intptr_t *)rras_slot(rras_core_slot))

/** This may be a new thread, which knows nothing of itself. */
void rras_thread_recognize(void);

#else

#include <signal.h>
#include <sys/types.h>
#include <time.h>

struct rras_thread_system {
    pid_t number;              /**< the system's */
    clockid_t cpu;             /**< the clock of what it computes */
    const unsigned *in_system; /**< not 0: the library or the emulator runs on it */
    unsigned destructor_rounds;
    struct pollfd *files; /**< while it waits for one of these; else NULL */
    unsigned file_count;
};

/** The thread itself, NULL when it is none of the schedule, and whether it is inside of the schedule's own code. */
extern _Thread_local struct rras_thread *rras_me __attribute__((tls_model("initial-exec")));
extern _Thread_local volatile sig_atomic_t rras_in_core __attribute__((tls_model("initial-exec")));

/** Each begins with rras_schedule_start(). */
#define rras_thread_recognize() ((void)0)

#endif

/** For the lock, the token, and counts that are waited for. */
void rras_schedule_sleep_on(atomic_int *word, int value);
void rras_schedule_wake_on(atomic_int *word, int count);

/** This thread goes into the schedule's own code, where nothing of it is virtual and nobody cancels it, and comes out. */
void rras_core_enter(void);
void rras_core_leave(void);

/** It leaves that only when it has the token again; the second takes what the first has returned. */
int rras_core_hold(void);
void rras_core_release(int held);

/** Notes what the watch needs to know of this thread, and has its end told. */
void rras_thread_know(struct rras_thread *thread);

/** It is given the token, under the lock; and it has it, and goes on. */
void rras_thread_given(struct rras_thread *thread);
void rras_thread_takes(void);

/** What it has computed, in nanoseconds of its own; whether that can be said yet; whether it waits for something unknown, when
 * it has computed nothing for so many looks of the watch. */
uint64_t rras_thread_cpu_ns(const struct rras_thread *thread);
bool rras_thread_has_begun(const struct rras_thread *thread);
bool rras_thread_sleeps(const struct rras_thread *thread, unsigned still);

/** How many times slower than a processor everything is here. */
unsigned rras_schedule_slowness(void);

/** Under the lock: makes ready who has got what comes from outside of the schedule, and says whether there was one. The watch
 * has looked again, or not. */
bool rras_outside_wakes(void);
void rras_outside_look(void);

/** Whether it may come at any time, so that nobody can say that all wait for ever. */
bool rras_outside_may_come_late(void);

/** Timers that nobody waits for: the first instant, and who is due. */
uint64_t rras_timers_next(void);
void rras_timers_fire(uint64_t now);

/** Remembers how many threads there are besides those of DLLs. */
void rras_schedule_count_threads(void);

#endif
