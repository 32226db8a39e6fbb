/* SPDX-License-Identifier: MIT */
#include "host/reactor.h"

#include "core/host_clock.h"

#include <errno.h>
#include <event2/event.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

struct reactor {
    struct event_base *base;
    struct event *timer;
    struct reactor_watch wake;
    int pipe[2]; /* reactor_wake() writes, reactor_run() reads */
};

static void on_timer(evutil_socket_t none, short what, void *self)
{
    (void)none, (void)what, (void)self; /* the loop turns, which is all it is for */
}

static void on_ready(evutil_socket_t file, short what, void *self)
{
    struct reactor_watch *watch = self;
    (void)file, (void)what;
    watch->ready(watch->self);
}

static void on_wake(void *self)
{
    struct reactor *reactor = self;
    char bytes[64];
    while (read(reactor->pipe[0], bytes, sizeof bytes) == sizeof bytes)
        ;
}

struct reactor *reactor_open(struct error *error)
{
    struct reactor *reactor = calloc(1, sizeof *reactor);
    if (!reactor || pipe2(reactor->pipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        free(reactor);
        error_set(error, FAILURE_INTERNAL, "the event loop cannot be set up");
        return NULL;
    }
    reactor->base = event_base_new();
    reactor->timer = reactor->base ? evtimer_new(reactor->base, on_timer, NULL) : NULL;
    if (reactor->timer && reactor_watch(reactor, &reactor->wake, reactor->pipe[0], on_wake, reactor))
        return reactor;
    reactor_close(reactor);
    error_set(error, FAILURE_INTERNAL, "the event loop cannot be set up");
    return NULL;
}

void reactor_close(struct reactor *reactor)
{
    if (!reactor)
        return;
    reactor_unwatch(&reactor->wake);
    if (reactor->timer)
        event_free(reactor->timer);
    if (reactor->base)
        event_base_free(reactor->base);
    close(reactor->pipe[0]);
    close(reactor->pipe[1]);
    free(reactor);
}

bool reactor_watch(struct reactor *reactor, struct reactor_watch *watch, int file, void (*ready)(void *self),
                   void *self)
{
    *watch = (struct reactor_watch){event_new(reactor->base, file, EV_READ | EV_PERSIST, on_ready, watch), ready, self,
                                    false};
    if (watch->event && event_add(watch->event, NULL) == 0)
        return true;
    reactor_unwatch(watch);
    return false;
}

void reactor_pause(struct reactor_watch *watch)
{
    if (watch->event && !watch->paused)
        watch->paused = event_del(watch->event) == 0;
}

void reactor_resume(struct reactor_watch *watch)
{
    if (watch->event && watch->paused)
        watch->paused = event_add(watch->event, NULL) != 0;
}

void reactor_unwatch(struct reactor_watch *watch)
{
    if (watch->event)
        event_free(watch->event);
    *watch = (struct reactor_watch){0};
}

bool reactor_run(struct reactor *reactor, uint64_t until_ns)
{
    uint64_t now = host_clock_ns();
    if (now >= until_ns)
        return event_base_loop(reactor->base, EVLOOP_NONBLOCK) >= 0;
    uint64_t us = (until_ns - now) / 1000 + 1;
    if (until_ns != UINT64_MAX)
        event_add(reactor->timer, &(struct timeval){(time_t)(us / 1000000), (suseconds_t)(us % 1000000)});
    bool runs = event_base_loop(reactor->base, EVLOOP_ONCE) >= 0;
    event_del(reactor->timer);
    return runs;
}

int reactor_file(const struct reactor *reactor)
{
    return reactor->pipe[0];
}

void reactor_wake(struct reactor *reactor)
{
    int saved = errno;
    if (write(reactor->pipe[1], "", 1) < 0)
        errno = saved; /* it is full: reactor_run() returns anyhow */
}
