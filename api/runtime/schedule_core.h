/* SPDX-License-Identifier: MIT */
/**
 * @file schedule_core.h
 * @brief What the files of the schedule share (schedule.h).
 */
#ifndef RRAS_RUNTIME_SCHEDULE_CORE_H
#define RRAS_RUNTIME_SCHEDULE_CORE_H

#include "schedule_system.h"

/** What became of a thread. */
enum rras_thread_state {
    READY, /**< waits for the token */
    RUNS,  /**< has it */
    WAITS, /**< until it is woken, or for a limit */
    AWAY,  /**< runs without it, or waits for what is not known here */
};

/** Whether a thread has been given the token; a futex. */
enum rras_token { NONE, GIVEN, AWAITED };

/** Rounds of what may be a loop that waits without waiting: for the clock to go on, or for each other. */
struct rras_loop {
    unsigned rounds;
    uint64_t since_ns; /**< when the first was */
};

/**
 * How long one more round takes that counts as so many. Without it such a loop would keep the clock from going on. The first
 * rounds take no time, the next as long as they may take on Windows; from so many on it must be a loop, and each is a thousandth
 * of the time that it has lasted: that is soon done with, and late by no more.
 */
uint64_t rras_loop_step(struct rras_loop *loop, uint64_t now, unsigned weight, unsigned loop_from);

struct rras_thread {
    struct rras_thread *next, *next_living;
    enum rras_thread_state state;
    atomic_int token;
    rras_thread_id id;
    struct rras_thread_system system;
    unsigned suspended; /**< so many times; it is not given the token */
    /** While it waits. */
    const void *on;      /**< NULL: for the time only */
    bool outside;        /**< for what may come from outside of the process */
    uint64_t since_call; /**< the call of the service in which it began to */
    unsigned moment;     /**< so many looks of the watch time stands for it yet */
    uint64_t order;      /**< its place in the line */
    const char *call;
    const char *named; /**< what it is called instead; or NULL */
    int calls;         /**< how many names it was given; the first counts */
    uint64_t until_ns;
    bool timed_out;
    bool interrupted;       /**< woken by rras_schedule_interrupt() */
    bool again;             /**< it is about to wait for the same once more */
    bool insists;           /**< others have had it first, more than once */
    struct rras_loop looks; /**< at the clock, since it last waited for anything else */
    /** While it is away. */
    bool holds; /**< time stands until it is back */
    bool asleep;
    unsigned asleep_looks;
    uint64_t away_ns; /**< what it had computed at the first look; 0: there was none */
};

/** Threads in the order in which they came. */
struct rras_line {
    struct rras_thread *first, *last;
};

/** One more at its end, and one less, which is in it. */
void rras_line_append(struct rras_line *line, struct rras_thread *thread);
void rras_line_take_out(struct rras_line *line, struct rras_thread *thread);

/**
 * One more that waits, and one that no longer does. The line of these is in order of their coming, the service before all: at
 * equal times its event comes first; and who waits again for what others have had first keeps its place.
 */
void rras_line_add_wait(struct rras_thread *thread);
void rras_line_end_wait(struct rras_thread *thread);

/** The schedule; under its lock, but for what is atomic. */
struct rras_schedule {
    bool on;
    atomic_int lock; /**< 0: free, 1: held, 2: held, and somebody waits */
    unsigned inside; /**< how deep the service is in DLLs; 0: it is not, and no time passes */
    struct rras_thread *running;
    uint64_t turn; /**< how often the token was given */
    struct rras_line ready, waiting;
    struct rras_thread *living; /**< all threads but the service's */
    atomic_int attended;        /**< threads, and waits for what is outside: what the watch looks after; a futex */
    bool settles;               /**< a callout has returned, and threads run that are ready */
    unsigned computing;         /**< how many hold the time because they compute */
    unsigned away, holding;     /**< how many are, and how many of these hold the time */
    atomic_uint waiting_count;  /**< how many wait */
    struct rras_thread service; /**< its thread, while that is inside a DLL */
    uint64_t calls;             /**< how often the service was inside a DLL */
    uint64_t parallel;          /**< in which of these two threads ran at a time last, as the machine had them */
    uint64_t orders;            /**< how many have come to wait */
    unsigned outside_waits;     /**< how many wait for what may come from outside */
    struct rras_loop turns;     /**< the token was given, since nobody was ready last */
    bool doubts;                /**< nobody is ready ever again, unless somebody from outside comes */
    bool stuck;                 /**< it is to be told that every thread waits for ever */
};
extern struct rras_schedule rras_schedule;

void rras_schedule_lock(void);
void rras_schedule_unlock(void);

/** Gives the token to the next if nobody has it. Where nobody is ready, time passes, if it can. */
void rras_schedule_dispatch(void);

/** One that is away no longer keeps the clock from going on. */
void rras_schedule_let_pass(struct rras_thread *thread);

/** One that waits is woken. */
void rras_schedule_ready(struct rras_thread *thread);

/** Nobody is ready: files bring something, or time passes. Returns whether somebody is ready now. */
bool rras_schedule_idle(void);

/** Somebody is ready, once more. */
void rras_schedule_busy(void);

/** All that wait until an instant not behind `now` are ready. */
void rras_schedule_wake_due(uint64_t now);

void rras_schedule_tell_stuck(void);

/** Takes the lock, and has the token with it. */
void rras_schedule_lock_with_token(void);

/** The lock is held; this thread gives the token away, and has it again when this returns. */
void rras_schedule_hand_on(void);

/** As rras_schedule_wake(), of those that `is_one` chooses. */
void rras_schedule_wake_those(bool (*is_one)(const struct rras_thread *thread, const void *on), const void *on,
                              unsigned count);

/**
 * As rras_schedule_prepare(), for what may come from outside of the process, where time is real: for so many looks of the watch
 * no virtual time passes, unless the service has come into a DLL anew.
 */
void rras_schedule_prepare_outside(const void *on, uint64_t until_ns, const char *call, unsigned moment);
enum { RRAS_MOMENT = 10 };

/** Under the lock: the moments of those that wait for it begin again; of those `from_before` this call too. */
void rras_outside_renew(bool from_before);

/** A thread of a DLL that has not ended; NULL: there is none of that name. */
struct rras_thread *rras_schedule_find(rras_thread_id id);

/** The thread has ended, but for its last steps in the system, and is freed. */
void rras_schedule_end(struct rras_thread *thread);

/** The same of the service's, which a callout has ended. */
void rras_schedule_end_service(void);

/** There is one more that the watch has to look after. */
void rras_schedule_attend(void);

/** One look of the watch, and how long it sleeps between two. */
void rras_schedule_look_after(void);
enum { RRAS_WATCH_MS = 5 };

#endif
