/* SPDX-License-Identifier: MIT */
/*
 * Waiting, by POSIX, C and C++, in virtual time: what a thread of a DLL waits for is known to the schedule
 * (runtime/schedule.h), and all other threads reach the C library. Its objects keep their state themselves: each wait is
 * an attempt that does not wait, again after each time that somebody has changed the object.
 * Like threads_posix.c for programs that are built without a sanitizer.
 */
#include "host/timed.h"

#include "host/behind.h"

#include "runtime/schedule.h"

#include <errno.h>
#include <pthread.h>
#include <limits.h>
#include <linux/futex.h>
#include <semaphore.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_SECOND UINT64_C(1000000000)

/* One attempt, which does not wait; 0, ETIMEDOUT when it would have to, or another error number */
typedef int attempt(void *self);

static uint64_t ns_of(const struct timespec *time)
{
    return (uint64_t)time->tv_sec * NS_PER_SECOND + (uint64_t)time->tv_nsec;
}

int timed_limit(clockid_t clock, const struct timespec *deadline, uint64_t *limit_ns)
{
    struct timespec now;
    if (deadline->tv_nsec < 0 || deadline->tv_nsec >= (long)NS_PER_SECOND)
        return EINVAL;
    clock_gettime(clock, &now);
    const time_t never_s = 10000000000; /* three hundred years */
    bool due = deadline->tv_sec < 0 || (deadline->tv_sec < never_s && ns_of(deadline) <= ns_of(&now));
    rras_clock_elapsed(limit_ns);
    if (deadline->tv_sec >= never_s)
        *limit_ns = RRAS_NEVER;
    else
        *limit_ns += due ? 0 : ns_of(deadline) - ns_of(&now);
    return 0;
}

/* The clock of a condition variable is known to the C library alone: what lies before 1973 is no date. */
static clockid_t clock_of(const struct timespec *deadline)
{
    return deadline->tv_sec < 100000000 ? CLOCK_MONOTONIC : CLOCK_REALTIME;
}

/* Tries again each time that `on` has changed. Where POSIX lets a thread be cancelled, this `cancels` it. */
static int wait_for(const void *on, uint64_t limit_ns, const char *call, bool cancels, attempt *try, void *self)
{
    bool late = false;
    int failed;
    for (unsigned tries = 0; (failed = try(self)) == ETIMEDOUT && !late; tries++) {
        rras_schedule_again(tries, tries);
        rras_schedule_prepare(on, limit_ns, call);
        if ((failed = try(self)) != ETIMEDOUT) { /* somebody outside of the schedule was there between */
            rras_schedule_cancel();
            return failed;
        }
        late = rras_schedule_block();
        if (cancels && rras_schedule_interrupted())
            pthread_testcancel();
    }
    return failed;
}

/* --- what is waited for --- */

static int (*system_mutex)(pthread_mutex_t *, clockid_t, const struct timespec *);
static int (*system_read)(pthread_rwlock_t *, clockid_t, const struct timespec *);
static int (*system_write)(pthread_rwlock_t *, clockid_t, const struct timespec *);

static __attribute__((constructor)) void begin(void)
{
    static const struct {
        const char *name;
        void *function;
    } rows[] = {{"pthread_mutex_clocklock", &system_mutex},
                {"pthread_rwlock_clockrdlock", &system_read},
                {"pthread_rwlock_clockwrlock", &system_write}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        void *found = behind(rows[i].name);
        memcpy(rows[i].function, &found, sizeof found);
    }
    rras_schedule_begin();
}

/* A deadline that is past: an attempt, with the errors that waiting has */
static const struct timespec past;

static int try_mutex(void *self)
{
    return system_mutex(self, CLOCK_MONOTONIC, &past);
}

static int try_read(void *self)
{
    return system_read(self, CLOCK_MONOTONIC, &past);
}

static int try_write(void *self)
{
    return system_write(self, CLOCK_MONOTONIC, &past);
}

static int try_spin(void *self)
{
    int failed = pthread_spin_trylock(self);
    return failed == EBUSY ? ETIMEDOUT : failed;
}

static int try_semaphore(void *self)
{
    return sem_trywait(self) == 0 ? 0 : errno == EAGAIN ? ETIMEDOUT : errno;
}

/* NAME(first, ..., deadline) waits for its first argument, until `deadline` of a clock */
#define UNTIL(name, parameters, arguments, first, tried, clock)                           \
    BEHIND(int, name, parameters)                                                         \
    int name parameters                                                                   \
    {                                                                                     \
        uint64_t limit_ns;                                                                \
        FIND(name);                                                                       \
        if (!rras_schedule_mine())                                                        \
            return system_##name arguments;                                               \
        int failed = try_##tried((void *)first);                                          \
        if (failed == ETIMEDOUT && !(failed = timed_limit(clock, deadline, &limit_ns)))   \
            failed = wait_for(first, limit_ns, #name, false, try_##tried, (void *)first); \
        return failed;                                                                    \
    }
#define FOR_EVER(name, type, tried)                                                                   \
    BEHIND(int, name, (type *))                                                                       \
    int name(type *object)                                                                            \
    {                                                                                                 \
        FIND(name);                                                                                   \
        return rras_schedule_mine() ? wait_for(object, RRAS_NEVER, #name, false, try_##tried, object) \
                                    : system_##name(object);                                          \
    }
/* NAME(object) lets others have it: so many of those that wait for it */
#define RELEASE(name, type, count)          \
    BEHIND(int, name, (type *))             \
    int name(type *object)                  \
    {                                       \
        FIND(name);                         \
        int failed = system_##name(object); \
        rras_schedule_wake(object, count);  \
        return failed;                      \
    }
#define DEADLINE const struct timespec *deadline

FOR_EVER(pthread_mutex_lock, pthread_mutex_t, mutex)
FOR_EVER(pthread_rwlock_rdlock, pthread_rwlock_t, read)
FOR_EVER(pthread_rwlock_wrlock, pthread_rwlock_t, write)
RELEASE(pthread_mutex_unlock, pthread_mutex_t, 1)
RELEASE(pthread_rwlock_unlock, pthread_rwlock_t, UINT_MAX)
RELEASE(sem_post, sem_t, 1)

/* Of C's type they are volatile. */
BEHIND(int, pthread_spin_lock, (pthread_spinlock_t *))
int pthread_spin_lock(pthread_spinlock_t *lock)
{
    FIND(pthread_spin_lock);
    return rras_schedule_mine() ? wait_for((void *)lock, RRAS_NEVER, "pthread_spin_lock", false, try_spin, (void *)lock)
                                : system_pthread_spin_lock(lock);
}

BEHIND(int, pthread_spin_unlock, (pthread_spinlock_t *))
int pthread_spin_unlock(pthread_spinlock_t *lock)
{
    FIND(pthread_spin_unlock);
    int failed = system_pthread_spin_unlock(lock);
    rras_schedule_wake((const void *)lock, 1);
    return failed;
}

UNTIL(pthread_mutex_timedlock, (pthread_mutex_t *restrict mutex, DEADLINE), (mutex, deadline), mutex, mutex,
      CLOCK_REALTIME)
UNTIL(pthread_mutex_clocklock, (pthread_mutex_t *restrict mutex, clockid_t clock, DEADLINE), (mutex, clock, deadline),
      mutex, mutex, clock)
UNTIL(pthread_rwlock_timedrdlock, (pthread_rwlock_t *restrict lock, DEADLINE), (lock, deadline), lock, read,
      CLOCK_REALTIME)
UNTIL(pthread_rwlock_timedwrlock, (pthread_rwlock_t *restrict lock, DEADLINE), (lock, deadline), lock, write,
      CLOCK_REALTIME)
UNTIL(pthread_rwlock_clockrdlock, (pthread_rwlock_t *restrict lock, clockid_t clock, DEADLINE), (lock, clock, deadline),
      lock, read, clock)
UNTIL(pthread_rwlock_clockwrlock, (pthread_rwlock_t *restrict lock, clockid_t clock, DEADLINE), (lock, clock, deadline),
      lock, write, clock)

/* Semaphores say it in another way. */
static int answer(int failed)
{
    errno = failed ? failed : errno;
    return failed ? -1 : 0;
}

/* One that other processes use too: they do not know the schedule. glibc has the word behind the count. */
static bool is_shared(const sem_t *semaphore)
{
    int is;
    memcpy(&is, (const char *)semaphore + sizeof(uint64_t), sizeof is);
    return is != 0;
}

BEHIND(int, sem_wait, (sem_t *))
int sem_wait(sem_t *semaphore)
{
    FIND(sem_wait);
    if (is_shared(semaphore) || !rras_schedule_mine())
        return system_sem_wait(semaphore);
    return answer(wait_for(semaphore, RRAS_NEVER, "sem_wait", true, try_semaphore, semaphore));
}

static int wait_for_semaphore(sem_t *semaphore, clockid_t clock, DEADLINE, const char *call)
{
    uint64_t limit_ns;
    int failed = timed_limit(clock, deadline, &limit_ns);
    if (!failed)
        failed = wait_for(semaphore, limit_ns, call, true, try_semaphore, semaphore);
    return answer(failed);
}

BEHIND(int, sem_timedwait, (sem_t *, const struct timespec *))
int sem_timedwait(sem_t *restrict semaphore, DEADLINE)
{
    FIND(sem_timedwait);
    return !is_shared(semaphore) && rras_schedule_mine()
               ? wait_for_semaphore(semaphore, CLOCK_REALTIME, deadline, "sem_timedwait")
               : system_sem_timedwait(semaphore, deadline);
}

BEHIND(int, sem_clockwait, (sem_t *, clockid_t, const struct timespec *))
int sem_clockwait(sem_t *restrict semaphore, clockid_t clock, DEADLINE)
{
    FIND(sem_clockwait);
    return !is_shared(semaphore) && rras_schedule_mine()
               ? wait_for_semaphore(semaphore, clock, deadline, "sem_clockwait")
               : system_sem_clockwait(semaphore, clock, deadline);
}

/* --- condition variables --- */

static int wait_for_condition(pthread_cond_t *condition, pthread_mutex_t *mutex, uint64_t limit_ns, const char *call)
{
    rras_schedule_prepare(condition, limit_ns, call);
    int failed = pthread_mutex_unlock(mutex);
    if (failed) {
        rras_schedule_cancel();
        return failed;
    }
    bool late = rras_schedule_block(), interrupted = rras_schedule_interrupted();
    failed = pthread_mutex_lock(mutex);
    if (interrupted)
        pthread_testcancel();
    return failed ? failed : late ? ETIMEDOUT : 0;
}

BEHIND(int, pthread_cond_wait, (pthread_cond_t *, pthread_mutex_t *))
int pthread_cond_wait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex)
{
    FIND(pthread_cond_wait);
    return rras_schedule_mine() ? wait_for_condition(condition, mutex, RRAS_NEVER, "pthread_cond_wait")
                                : system_pthread_cond_wait(condition, mutex);
}

BEHIND(int, pthread_cond_timedwait, (pthread_cond_t *, pthread_mutex_t *, const struct timespec *))
int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, DEADLINE)
{
    uint64_t limit_ns;
    FIND(pthread_cond_timedwait);
    if (!rras_schedule_mine())
        return system_pthread_cond_timedwait(condition, mutex, deadline);
    int failed = timed_limit(clock_of(deadline), deadline, &limit_ns);
    return failed ? failed : wait_for_condition(condition, mutex, limit_ns, "pthread_cond_timedwait");
}

BEHIND(int, pthread_cond_clockwait, (pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *))
int pthread_cond_clockwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, clockid_t clock,
                           DEADLINE)
{
    uint64_t limit_ns;
    FIND(pthread_cond_clockwait);
    if (!rras_schedule_mine())
        return system_pthread_cond_clockwait(condition, mutex, clock, deadline);
    int failed = timed_limit(clock, deadline, &limit_ns);
    return failed ? failed : wait_for_condition(condition, mutex, limit_ns, "pthread_cond_clockwait");
}

RELEASE(pthread_cond_signal, pthread_cond_t, 1)
RELEASE(pthread_cond_broadcast, pthread_cond_t, UINT_MAX)

/* --- those of C, which glibc makes of them --- */

static int answer_of_c(int failed)
{
    return failed == ETIMEDOUT ? thrd_timedout : failed ? thrd_error : thrd_success;
}

int cnd_wait(cnd_t *condition, mtx_t *mutex)
{
    return answer_of_c(pthread_cond_wait((void *)condition, (void *)mutex));
}

int cnd_timedwait(cnd_t *restrict condition, mtx_t *restrict mutex, const struct timespec *restrict deadline)
{
    return answer_of_c(pthread_cond_timedwait((void *)condition, (void *)mutex, deadline));
}

int cnd_signal(cnd_t *condition)
{
    return answer_of_c(pthread_cond_signal((void *)condition));
}

int cnd_broadcast(cnd_t *condition)
{
    return answer_of_c(pthread_cond_broadcast((void *)condition));
}

int mtx_lock(mtx_t *mutex)
{
    return answer_of_c(pthread_mutex_lock((void *)mutex));
}

int mtx_timedlock(mtx_t *restrict mutex, const struct timespec *restrict deadline)
{
    return answer_of_c(pthread_mutex_timedlock((void *)mutex, deadline));
}

int mtx_unlock(mtx_t *mutex)
{
    return answer_of_c(pthread_mutex_unlock((void *)mutex));
}

/* --- the system call behind C++'s futures and atomics --- */

static int try_futex(void *self)
{
    const long *a = self;
    long operation = (a[1] & FUTEX_PRIVATE_FLAG) | FUTEX_WAIT;
    return syscall(SYS_futex, a[0], operation, a[2], &past, NULL, 0) == 0 ? 0 : errno;
}

/* One that is woken has nothing to look at again: the value may be as before. */
static int wait_for_futex(const long arguments[6], uint64_t limit_ns)
{
    rras_schedule_prepare((const void *)arguments[0], limit_ns, "futex");
    rras_system_enter();
    int failed = try_futex((void *)arguments);
    rras_system_leave();
    if (failed != ETIMEDOUT) {
        rras_schedule_cancel();
        return failed;
    }
    return rras_schedule_block() ? ETIMEDOUT : 0;
}

static bool futex_wait(const long arguments[6], long *result)
{
    const struct timespec *limit = (const struct timespec *)arguments[3];
    bool relative = (arguments[1] & FUTEX_CMD_MASK) == FUTEX_WAIT;
    uint64_t limit_ns = RRAS_NEVER;
    int failed = 0;
    if (limit && relative) {
        rras_clock_elapsed(&limit_ns);
        limit_ns += ns_of(limit);
    } else if (limit) {
        failed = timed_limit(arguments[1] & FUTEX_CLOCK_REALTIME ? CLOCK_REALTIME : CLOCK_MONOTONIC, limit, &limit_ns);
    }
    *result = answer(failed ? failed : wait_for_futex(arguments, limit_ns));
    return true;
}

bool timed_futex(const long arguments[6], long (*call)(long number, ...), long *result)
{
    switch (arguments[1] & FUTEX_CMD_MASK) {
    case FUTEX_WAIT:
    case FUTEX_WAIT_BITSET:
        return rras_schedule_mine() && futex_wait(arguments, result);
    case FUTEX_WAKE:
    case FUTEX_WAKE_BITSET:
        *result = call(SYS_futex, arguments[0], arguments[1], arguments[2], NULL, arguments[4], arguments[5]);
        rras_schedule_wake((const void *)arguments[0], (unsigned)arguments[2]);
        return true;
    default:
        return false;
    }
}

/* --- letting others run --- */

BEHIND(int, sched_yield, (void))
int sched_yield(void)
{
    FIND(sched_yield);
    if (!rras_schedule_mine())
        return system_sched_yield();
    rras_schedule_look(25); /* who yields in a loop waits for something, perhaps for the clock */
    rras_schedule_yield();
    return 0;
}

void thrd_yield(void)
{
    sched_yield();
}
