/* SPDX-License-Identifier: MIT */
#include "cli/pace.h"

#include "core/calendar.h"
#include "core/text.h"
#include "ras/engine.h"

#include <event2/event.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    STEPS_BETWEEN_LOOKS = 1024,                 /* events acted out before signals are looked at */
    PROGRESS_EVERY_NS = 200000000,
};

bool pace_parse(const char *string, struct pace *pace)
{
    const uint64_t most = UINT64_C(1000000000000);
    uint64_t whole = 0, fraction = 0, scale = 1000;
    const char *at = string;
    if (strcmp(string, "max") == 0 || strcmp(string, "real") == 0) {
        pace->thousandths = string[0] == 'm' ? 0 : 1000;
        return true;
    }
    if (*at < '0' || *at > '9')
        return false;
    for (; *at >= '0' && *at <= '9'; at++)
        if ((whole = whole * 10 + (uint64_t)(*at - '0')) > most)
            return false;
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9' && scale > 1; at++)
            fraction += (uint64_t)(*at - '0') * (scale /= 10);
    pace->thousandths = whole * 1000 + fraction;
    return strcmp(at, "x") == 0 && pace->thousandths > 0;
}

static uint64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * CALENDAR_NS_PER_SECOND + (uint64_t)now.tv_nsec;
}

/* The loop's state, reachable from libevent's callbacks */
struct loop {
    struct event_base *base;
    struct event *signals[2], *timer;
    bool interrupted;
};

static void on_signal(evutil_socket_t signal, short what, void *self)
{
    (void)signal;
    (void)what;
    ((struct loop *)self)->interrupted = true;
}

static void on_timer(evutil_socket_t none, short what, void *self)
{
    (void)none;
    (void)what;
    (void)self; /* waking up is all it is for */
}

static void close_loop(struct loop *loop)
{
    for (int i = 0; i < 2; i++)
        if (loop->signals[i])
            event_free(loop->signals[i]);
    if (loop->timer)
        event_free(loop->timer);
    if (loop->base)
        event_base_free(loop->base);
}

static bool open_loop(struct loop *loop, struct error *error)
{
    loop->base = event_base_new();
    if (loop->base) {
        loop->signals[0] = evsignal_new(loop->base, SIGINT, on_signal, loop);
        loop->signals[1] = evsignal_new(loop->base, SIGTERM, on_signal, loop);
        loop->timer = evtimer_new(loop->base, on_timer, loop);
    }
    if (!loop->timer || !loop->signals[0] || !loop->signals[1] ||
        event_add(loop->signals[0], NULL) != 0 || event_add(loop->signals[1], NULL) != 0) {
        close_loop(loop);
        return error_set(error, FAILURE_INTERNAL, "the event loop cannot be set up");
    }
    return true;
}

/* Sleeps until real time has come as far as the next event; false when a signal came first. */
static bool wait_for(struct loop *loop, uint64_t due_ns)
{
    for (uint64_t now; !loop->interrupted && (now = now_ns()) < due_ns;) {
        uint64_t us = (due_ns - now) / 1000 + 1;
        struct timeval delay = {(time_t)(us / 1000000), (suseconds_t)(us % 1000000)};
        event_add(loop->timer, &delay);
        event_base_loop(loop->base, EVLOOP_ONCE);
    }
    return !loop->interrupted;
}

static uint64_t due(struct pace pace, uint64_t begin_ns, uint64_t virtual_ns)
{
    /* in two parts, as virtual_ns * 1000 may not fit */
    uint64_t t = pace.thousandths;
    return begin_ns + virtual_ns / t * 1000 + virtual_ns % t * 1000 / t;
}

static void show(const struct server *server, uint64_t *last_ns)
{
    uint64_t now = now_ns();
    if (now - *last_ns < PROGRESS_EVERY_NS)
        return;
    *last_ns = now;
    struct text clock = {0};
    calendar_add_clock(&clock, server->now_ns);
    fprintf(stderr, "\r%s  %u connections\033[K", text_string(&clock),
            (unsigned)server->records->totals.connections);
    text_free(&clock);
}

bool pace_run(struct server *server, struct pace pace, bool show_progress, bool *interrupted,
              struct error *error)
{
    struct loop loop = {0};
    if (!open_loop(&loop, error))
        return false;
    uint64_t begin = now_ns(), shown = begin, next;
    for (uint64_t steps = 0;
         !loop.interrupted && !engine_is_done(server) && queue_next_time(&server->queue, &next);
         steps++) {
        if (pace.thousandths && !wait_for(&loop, due(pace, begin, next)))
            break;
        if (!engine_step(server))
            break;
        if (steps % STEPS_BETWEEN_LOOKS == 0) {
            event_base_loop(loop.base, EVLOOP_NONBLOCK);
            if (show_progress)
                show(server, &shown);
        }
    }
    if (show_progress && shown != begin)
        fputs("\r\033[K", stderr);
    *interrupted = loop.interrupted;
    close_loop(&loop);
    return true;
}
