/* SPDX-License-Identifier: MIT */
/*
 * Waiting with a limit, in virtual time: for what a DLL waits for by POSIX, C or C++, as object.c does for objects of
 * Windows. In a callout, and while a DLL is loaded, a moment of the limit is real and all of it virtual; on a thread of
 * the DLL's own the limit follows the callouts' clock. Like clock_posix.c for programs that are built without a sanitizer.
 */
#include "host/timed.h"

#include "host/behind.h"

#include "runtime/current_callout.h"

#include <errno.h>
#include <linux/futex.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_SECOND UINT64_C(1000000000)
enum { GRACE_NS = 100000000, STEP_NS = RRAS_LIMIT_STEP_MS * 1000000 };

/* One attempt, until an instant of the machine's monotonic clock; 0 or an error number */
typedef int attempt(void *self, const struct timespec *until);

static uint64_t ns_of(const struct timespec *time)
{
    return (uint64_t)time->tv_sec * NS_PER_SECOND + (uint64_t)time->tv_nsec;
}

static int try_for(uint64_t ns, attempt *try, void *self)
{
    struct timespec until;
    rras_system_enter();
    clock_gettime(CLOCK_MONOTONIC, &until);
    ns += ns_of(&until);
    until = (struct timespec){(time_t)(ns / NS_PER_SECOND), (long)(ns % NS_PER_SECOND)};
    int failed = try(self, &until);
    rras_system_leave();
    return failed;
}

/* In a callout, or while a DLL is loaded: a moment, and further ones as long as threads of the DLL's wake meanwhile */
static int wait_in_callout(uint64_t ns, attempt *try, void *self)
{
    uint64_t begin = rras_clock_now().ns, before, now = begin;
    int failed;
    BOOL blocked = rras_clock_blocked(begin + ns);
    do {
        before = now;
        failed = try_for(ns < GRACE_NS ? ns : GRACE_NS, try, self);
        now = rras_clock_now().ns;
    } while (failed == ETIMEDOUT && now > before && now - begin < ns);
    if (blocked)
        rras_clock_unblocked();
    if (failed == ETIMEDOUT && rras_callout_here() && now - begin < ns)
        rras_clock_sleep(ns - (now - begin));
    return failed;
}

static void end_limit(void *limit)
{
    rras_limit_end(limit);
}

static int wait_virtually(uint64_t ns, attempt *try, void *self)
{
    uint64_t unused;
    struct rras_limit limit;
    int failed;
    if (rras_callout_here() || rras_clock_stands() || !rras_clock_elapsed(&unused))
        return wait_in_callout(ns, try, self);
    rras_limit_begin(&limit, ns);
    pthread_cleanup_push(end_limit, &limit); /* the thread may be cancelled */
    do
        failed = try_for(ns ? STEP_NS : 0, try, self);
    while (failed == ETIMEDOUT && !rras_limit_has_come(&limit));
    pthread_cleanup_pop(1);
    return failed;
}

static int wait_until(clockid_t clock, const struct timespec *deadline, attempt *try, void *self)
{
    struct timespec now;
    if (deadline->tv_nsec < 0 || deadline->tv_nsec >= (long)NS_PER_SECOND)
        return EINVAL;
    clock_gettime(clock, &now);
    bool due = deadline->tv_sec < 0 || ns_of(deadline) <= ns_of(&now);
    return wait_virtually(due ? 0 : ns_of(deadline) - ns_of(&now), try, self);
}

/* The clock of a condition variable is known to the C library alone: what lies before 1973 is no date. */
static clockid_t clock_of(const struct timespec *deadline)
{
    return deadline->tv_sec < 100000000 ? CLOCK_MONOTONIC : CLOCK_REALTIME;
}

/* --- what is waited for --- */

struct waited {
    void *first, *second;
};

#define ATTEMPT(function, call)                                         \
    static int try_##function(void *self, const struct timespec *until) \
    {                                                                   \
        const struct waited *waited = self;                             \
        (void)waited;                                                   \
        return call;                                                    \
    }

static int (*system_cond)(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
static int (*system_mutex)(pthread_mutex_t *, clockid_t, const struct timespec *);
static int (*system_read)(pthread_rwlock_t *, clockid_t, const struct timespec *);
static int (*system_write)(pthread_rwlock_t *, clockid_t, const struct timespec *);
static int (*system_semaphore)(sem_t *, clockid_t, const struct timespec *);
static int (*system_join)(pthread_t, void **, clockid_t, const struct timespec *);

static __attribute__((constructor)) void find_all(void)
{
    static const struct {
        const char *name;
        void *function;
    } rows[] = {{"pthread_cond_clockwait", &system_cond},     {"pthread_mutex_clocklock", &system_mutex},
                {"pthread_rwlock_clockrdlock", &system_read}, {"pthread_rwlock_clockwrlock", &system_write},
                {"sem_clockwait", &system_semaphore},         {"pthread_clockjoin_np", &system_join}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        void *found = behind(rows[i].name);
        memcpy(rows[i].function, &found, sizeof found);
    }
}

ATTEMPT(cond, system_cond(waited->first, waited->second, CLOCK_MONOTONIC, until))
ATTEMPT(mutex, system_mutex(waited->first, CLOCK_MONOTONIC, until))
ATTEMPT(read, system_read(waited->first, CLOCK_MONOTONIC, until))
ATTEMPT(write, system_write(waited->first, CLOCK_MONOTONIC, until))
ATTEMPT(semaphore, system_semaphore(waited->first, CLOCK_MONOTONIC, until) == 0 ? 0 : errno)
ATTEMPT(join, system_join(*(pthread_t *)waited->first, waited->second, CLOCK_MONOTONIC, until))

/* pthread_cond_timedwait(first, second, deadline) and its like: NAME by the clock `clock`, tried by try_TRIED() */
#define WAITING(name, parameters, arguments, tried, one, other, clock)                 \
    int name parameters                                                                \
    {                                                                                  \
        BEHIND(int, name, parameters)                                                  \
        if (!rras_time_is_virtual())                                                   \
            return system_##name arguments;                                            \
        return wait_until(clock, deadline, try_##tried, &(struct waited){one, other}); \
    }
#define DEADLINE const struct timespec *deadline

WAITING(pthread_cond_timedwait, (pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex, DEADLINE),
        (cond, mutex, deadline), cond, cond, mutex, clock_of(deadline))
WAITING(pthread_cond_clockwait,
        (pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex, clockid_t clock, DEADLINE),
        (cond, mutex, clock, deadline), cond, cond, mutex, clock)
WAITING(pthread_mutex_timedlock, (pthread_mutex_t *restrict mutex, DEADLINE), (mutex, deadline), mutex, mutex, NULL,
        CLOCK_REALTIME)
WAITING(pthread_mutex_clocklock, (pthread_mutex_t *restrict mutex, clockid_t clock, DEADLINE), (mutex, clock, deadline),
        mutex, mutex, NULL, clock)
WAITING(pthread_rwlock_timedrdlock, (pthread_rwlock_t *restrict lock, DEADLINE), (lock, deadline), read, lock, NULL,
        CLOCK_REALTIME)
WAITING(pthread_rwlock_timedwrlock, (pthread_rwlock_t *restrict lock, DEADLINE), (lock, deadline), write, lock, NULL,
        CLOCK_REALTIME)
WAITING(pthread_rwlock_clockrdlock, (pthread_rwlock_t *restrict lock, clockid_t clock, DEADLINE),
        (lock, clock, deadline), read, lock, NULL, clock)
WAITING(pthread_rwlock_clockwrlock, (pthread_rwlock_t *restrict lock, clockid_t clock, DEADLINE),
        (lock, clock, deadline), write, lock, NULL, clock)
WAITING(pthread_timedjoin_np, (pthread_t thread, void **result, DEADLINE), (thread, result, deadline), join, &thread,
        result, CLOCK_REALTIME)
WAITING(pthread_clockjoin_np, (pthread_t thread, void **result, clockid_t clock, DEADLINE),
        (thread, result, clock, deadline), join, &thread, result, clock)

/* Those of C and of semaphores say it in another way. */
static int answer(int failed)
{
    errno = failed ? failed : errno;
    return failed ? -1 : 0;
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict deadline)
{
    BEHIND(int, sem_timedwait, (sem_t *, const struct timespec *))
    if (!rras_time_is_virtual())
        return system_sem_timedwait(semaphore, deadline);
    return answer(wait_until(CLOCK_REALTIME, deadline, try_semaphore, &(struct waited){semaphore, NULL}));
}

int sem_clockwait(sem_t *restrict semaphore, clockid_t clock, const struct timespec *restrict deadline)
{
    if (!rras_time_is_virtual())
        return system_semaphore(semaphore, clock, deadline);
    return answer(wait_until(clock, deadline, try_semaphore, &(struct waited){semaphore, NULL}));
}

static int answer_of_c(int failed)
{
    return failed == ETIMEDOUT ? thrd_timedout : failed ? thrd_error : thrd_success;
}

int cnd_timedwait(cnd_t *restrict condition, mtx_t *restrict mutex, const struct timespec *restrict deadline)
{
    return answer_of_c(pthread_cond_timedwait((void *)condition, (void *)mutex, deadline)); /* which glibc makes it */
}

int mtx_timedlock(mtx_t *restrict mutex, const struct timespec *restrict deadline)
{
    return answer_of_c(pthread_mutex_timedlock((void *)mutex, deadline));
}

/* --- without a limit: the clock goes on to where a thread of the DLL's wakes --- */

int pthread_cond_wait(pthread_cond_t *restrict cond, pthread_mutex_t *restrict mutex)
{
    BEHIND(int, pthread_cond_wait, (pthread_cond_t *, pthread_mutex_t *));
    BOOL blocked = rras_clock_blocked(UINT64_MAX);
    int failed = system_pthread_cond_wait(cond, mutex);
    if (blocked)
        rras_clock_unblocked();
    return failed;
}

int sem_wait(sem_t *semaphore)
{
    BEHIND(int, sem_wait, (sem_t *));
    BOOL blocked = rras_clock_blocked(UINT64_MAX);
    int failed = system_sem_wait(semaphore);
    if (blocked)
        rras_clock_unblocked();
    return failed;
}

/* --- the system call behind C++'s futures and atomics --- */

static int try_futex(void *self, const struct timespec *until)
{
    const long *a = self;
    long operation = (a[1] & FUTEX_PRIVATE_FLAG) | FUTEX_WAIT_BITSET;
    long mask = (a[1] & FUTEX_CMD_MASK) == FUTEX_WAIT_BITSET ? a[5] : (long)FUTEX_BITSET_MATCH_ANY;
    return syscall(SYS_futex, a[0], operation, a[2], until, NULL, mask) == 0 ? 0 : errno;
}

bool timed_futex(const long arguments[6], long (*call)(long number, ...), long *result)
{
    const struct timespec *limit = (const struct timespec *)arguments[3];
    long command = arguments[1] & FUTEX_CMD_MASK;
    if ((command != FUTEX_WAIT && command != FUTEX_WAIT_BITSET) || !rras_time_is_virtual())
        return false;
    clockid_t clock = arguments[1] & FUTEX_CLOCK_REALTIME ? CLOCK_REALTIME : CLOCK_MONOTONIC;
    if (limit) {
        *result = answer(command == FUTEX_WAIT ? wait_virtually(ns_of(limit), try_futex, (void *)arguments)
                                               : wait_until(clock, limit, try_futex, (void *)arguments));
        return true;
    }
    BOOL blocked = rras_clock_blocked(UINT64_MAX);
    *result = call(SYS_futex, arguments[0], arguments[1], arguments[2], NULL, arguments[4], arguments[5]);
    if (blocked)
        rras_clock_unblocked();
    return true;
}

/* --- waiting for nothing, as another word for sleeping --- */

int poll(struct pollfd *files, nfds_t count, int ms)
{
    BEHIND(int, poll, (struct pollfd *, nfds_t, int))
    if (count > 0 || ms < 0 || !rras_time_is_virtual())
        return system_poll(files, count, ms);
    return usleep((useconds_t)ms * 1000);
}

int select(int count, fd_set *restrict in, fd_set *restrict out, fd_set *restrict failed,
           struct timeval *restrict limit)
{
    BEHIND(int, select, (int, fd_set *, fd_set *, fd_set *, struct timeval *))
    if (in || out || failed || !limit || !rras_time_is_virtual())
        return system_select(count, in, out, failed, limit);
    return nanosleep(&(struct timespec){limit->tv_sec, limit->tv_usec * 1000}, NULL);
}
