/* SPDX-License-Identifier: MIT */
/*
 * What goes by the machine's clock whoever calls it, and is not led into virtual time: a DLL that calls it is told. Like
 * threads_posix.c for programs that are built without a sanitizer.
 */
#include "host/behind.h"

#include "runtime/misuse.h"
#include "runtime/schedule.h"

#include <aio.h>
#include <mqueue.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/epoll.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static void tell(const char *call)
{
    if (rras_schedule_mine())
        rras_misused(RRAS_MISUSE_CLOCK, call, "goes by the machine's clock");
}

/* `given` is when it goes by a clock at all. */
#define REAL(type, name, parameters, arguments, given) \
    BEHIND(type, name, parameters)                     \
    type name parameters                               \
    {                                                  \
        FIND(name);                                    \
        if (given)                                     \
            tell(#name);                               \
        return system_##name arguments;                \
    }
#define IS_ARMED(new, part) ((new) && ((new)->it_value.tv_sec || (new)->it_value.part))

/* timers */
REAL(unsigned, alarm, (unsigned seconds), (seconds), seconds)
REAL(useconds_t, ualarm, (useconds_t first, useconds_t each), (first, each), first)
REAL(int, setitimer, (__itimer_which_t which, const struct itimerval *restrict new, struct itimerval *restrict old),
     (which, new, old), IS_ARMED(new, tv_usec))
REAL(int, timer_settime, (timer_t timer, int flags, const struct itimerspec *new, struct itimerspec *old),
     (timer, flags, new, old), IS_ARMED(new, tv_nsec))
REAL(int, timerfd_settime, (int timer, int flags, const struct itimerspec *new, struct itimerspec *old),
     (timer, flags, new, old), IS_ARMED(new, tv_nsec))

/* waits with a limit */
REAL(int, sigtimedwait, (const sigset_t *restrict set, siginfo_t *restrict info, const struct timespec *restrict limit),
     (set, info, limit), limit)
REAL(int, semtimedop, (int set, struct sembuf *changes, size_t count, const struct timespec *limit),
     (set, changes, count, limit), limit)
REAL(ssize_t, mq_timedreceive,
     (mqd_t queue, char *restrict message, size_t size, unsigned *restrict priority,
      const struct timespec *restrict limit),
     (queue, message, size, priority, limit), true)
REAL(int, mq_timedsend,
     (mqd_t queue, const char *message, size_t size, unsigned priority, const struct timespec *limit),
     (queue, message, size, priority, limit), true)
REAL(int, aio_suspend, (const struct aiocb *const list[], int count, const struct timespec *restrict limit),
     (list, count, limit), limit)
REAL(int, recvmmsg, (int file, struct mmsghdr *messages, unsigned count, int flags, struct timespec *limit),
     (file, messages, count, flags, limit), limit)
REAL(int, epoll_pwait, (int file, struct epoll_event *events, int most, int ms, const sigset_t *signals),
     (file, events, most, ms, signals), ms > 0)
