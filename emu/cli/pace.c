/* SPDX-License-Identifier: MIT */
#include "cli/pace.h"

#include "cli/guard.h"
#include "cli/guardian.h"
#include "core/calendar.h"
#include "core/host_clock.h"
#include "core/text.h"
#include "host/baton.h"
#include "ras/engine.h"

#include <errno.h>
#include <event2/event.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    STEPS_BETWEEN_LOOKS = 1024,                 /* events acted out before progress is looked at */
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

/* The loop's state, reachable from libevent's callbacks */
struct loop {
    struct event_base *base;
    struct event *wake, *timer;
    int pipe[2]; /* the signal handler writes, the loop wakes */
};

static const int stop_signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { STOP_SIGNALS = sizeof stop_signals / sizeof *stop_signals };
static volatile sig_atomic_t interrupted;
static int wake_end = -1;

static struct timespec asked; /* when the first signal came */

static bool is_asked_again(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (!interrupted)
        asked = now;
    return now.tv_sec - asked.tv_sec > 1 || (now.tv_sec - asked.tv_sec == 1 && now.tv_nsec >= asked.tv_nsec);
}

/* The first signal asks for an end, and so does all that follows within a second: timeout(1) and a terminal send
 * several. A later one ends even a callout that hangs. libevent's own handling would need the loop to turn. */
static void on_signal(int number)
{
    int saved = errno;
    if (is_asked_again()) {
        guardian_leave(); /* it is not the DLL that ends this process */
        signal(number, SIG_DFL);
        raise(number);
    }
    interrupted = 1;
    if (wake_end >= 0 && write(wake_end, "", 1) < 0)
        errno = saved;
    errno = saved;
}

static void on_wake(evutil_socket_t file, short what, void *self)
{
    char byte;
    (void)what;
    (void)self;
    if (read(file, &byte, 1) < 0)
        interrupted = 1;
}

static void on_timer(evutil_socket_t none, short what, void *self)
{
    (void)none;
    (void)what;
    (void)self; /* waking up is all it is for */
}

static void close_loop(struct loop *loop)
{
    if (loop->wake)
        event_free(loop->wake);
    if (loop->timer)
        event_free(loop->timer);
    if (loop->base)
        event_base_free(loop->base);
    wake_end = -1;
    close(loop->pipe[0]);
    close(loop->pipe[1]);
}

static bool open_loop(struct loop *loop, struct error *error)
{
    if (pipe2(loop->pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return error_set(error, FAILURE_INTERNAL, "the event loop cannot be set up");
    wake_end = loop->pipe[1];
    loop->base = event_base_new();
    if (loop->base) {
        loop->wake = event_new(loop->base, loop->pipe[0], EV_READ | EV_PERSIST, on_wake, loop);
        loop->timer = evtimer_new(loop->base, on_timer, loop);
    }
    if (!loop->timer || !loop->wake || event_add(loop->wake, NULL) != 0) {
        close_loop(loop);
        return error_set(error, FAILURE_INTERNAL, "the event loop cannot be set up");
    }
    return true;
}

static struct sigaction before[STOP_SIGNALS];

void pace_heed_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    interrupted = 0;
    for (int i = 0; i < STOP_SIGNALS; i++) {
        sigaction(stop_signals[i], &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN) /* as nohup(1) has it */
            signal(stop_signals[i], SIG_IGN);
    }
}

bool pace_is_interrupted(void)
{
    return interrupted;
}

bool pace_restore_signals(void)
{
    for (int i = 0; i < STOP_SIGNALS; i++)
        sigaction(stop_signals[i], &before[i], NULL);
    return interrupted;
}

static bool turn(struct loop *loop, int flags, struct error *error)
{
    return event_base_loop(loop->base, flags) >= 0 ||
           error_set(error, FAILURE_INTERNAL,
                     "the event loop failed; a DLL may have closed its descriptors");
}

/* Sleeps until real time has come as far as the next event; false when a signal came first or the
 * loop failed. */
static bool wait_for(struct loop *loop, uint64_t due_ns, struct error *error)
{
    for (uint64_t now; !interrupted && (now = host_clock_ns()) < due_ns;) {
        uint64_t us = (due_ns - now) / 1000 + 1;
        struct timeval delay = {(time_t)(us / 1000000), (suseconds_t)(us % 1000000)};
        event_add(loop->timer, &delay);
        if (!turn(loop, EVLOOP_ONCE, error))
            return false;
    }
    return !interrupted;
}

static uint64_t due(struct pace pace, uint64_t begin_ns, uint64_t virtual_ns)
{
    /* in two parts, as virtual_ns * 1000 may not fit */
    uint64_t t = pace.thousandths;
    return begin_ns + virtual_ns / t * 1000 + virtual_ns % t * 1000 / t;
}

static void show(const struct server *server, uint64_t *last_ns)
{
    uint64_t now = host_clock_ns();
    if (now - *last_ns < PROGRESS_EVERY_NS)
        return;
    *last_ns = now;
    struct text clock = {0};
    calendar_add_clock(&clock, server->now_ns);
    fprintf(stderr, "\r%s  %u connections\033[K", text_string(&clock),
            (unsigned)server->records->totals.connections);
    text_free(&clock);
}

/* A run under way; where it stands is here, as the thread that works may be parked (baton.h) */
struct pacing {
    struct server *server;
    struct pace pace;
    struct loop loop;
    bool show_progress;
    uint64_t begin, shown, steps;
    struct error *error;
};

static void act_out(void *self)
{
    struct pacing *run = self;
    struct server *server = run->server;
    uint64_t next;
    guard_thread();
    engine_settle(server);
    for (; !interrupted && !engine_is_done(server) && engine_next_time(server, &next);
         run->steps++) {
        if (run->pace.thousandths &&
            !wait_for(&run->loop, due(run->pace, run->begin, next), run->error))
            break;
        if (!engine_step(server))
            break;
        if (run->show_progress && run->steps % STEPS_BETWEEN_LOOKS == 0)
            show(server, &run->shown);
    }
}

bool pace_run(struct server *server, struct pace pace, bool show_progress, struct error *error)
{
    struct pacing run = {.server = server, .pace = pace, .show_progress = show_progress,
                         .error = error};
    if (!open_loop(&run.loop, error))
        return false;
    run.begin = run.shown = host_clock_ns();
    baton_run(act_out, &run, error);
    if (show_progress && run.shown != run.begin)
        fputs("\r\033[K", stderr);
    close_loop(&run.loop);
    return error->class == FAILURE_NONE;
}
