/* SPDX-License-Identifier: MIT */
#include "cli/pace.h"

#include "cli/guard.h"
#include "cli/guardian.h"
#include "core/calendar.h"
#include "core/host_clock.h"
#include "core/text.h"
#include "ras/engine.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    STEPS_BETWEEN_LOOKS = 1024, /* events acted out before progress is looked at */
    PROGRESS_EVERY_NS = 200000000,
    ASKED_AGAIN_NS = 1000000000,
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

static const int stop_signals[] = {SIGINT, SIGTERM, SIGHUP};
enum { STOP_SIGNALS = sizeof stop_signals / sizeof *stop_signals };

/* A signal comes on any thread, and on several at once. */
static _Atomic uint64_t asked_ns;     /* when the first one came; 0: none did */
static struct reactor *_Atomic woken; /* by a signal; NULL: nobody waits */

/* Whether this signal is a new wish, not one of the several that timeout(1) and a terminal send at once. */
static bool is_asked_again(void)
{
    uint64_t first = 0, now = host_clock_ns();
    if (atomic_compare_exchange_strong(&asked_ns, &first, now))
        return false;
    /* The first one may be the later one: it came on another thread, or interrupted this handler. */
    return now >= first + ASKED_AGAIN_NS;
}

/* The first signal asks for an end; a later one ends even a callout that hangs. libevent's own handling would need the
 * loop to turn. */
static void on_signal(int number)
{
    int saved = errno;
    if (is_asked_again()) {
        guardian_leave(); /* it is not the DLL that ends this process */
        signal(number, SIG_DFL);
        raise(number);
    }
    struct reactor *reactor = woken;
    if (reactor)
        reactor_wake(reactor);
    errno = saved;
}

static struct sigaction before[STOP_SIGNALS];

void pace_heed_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    asked_ns = 0;
    for (int i = 0; i < STOP_SIGNALS; i++) {
        sigaction(stop_signals[i], &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN) /* as nohup(1) has it */
            signal(stop_signals[i], SIG_IGN);
    }
}

bool pace_is_interrupted(void)
{
    return asked_ns != 0;
}

bool pace_restore_signals(void)
{
    if (pace_is_interrupted()) /* the rest of several that were sent at once must not end what is left to be written */
        return true;
    for (int i = 0; i < STOP_SIGNALS; i++)
        sigaction(stop_signals[i], &before[i], NULL);
    return false;
}

/* Sleeps until real time has come as far as the next event; false when a signal came first or the
 * loop failed. */
static bool wait_for(struct reactor *reactor, uint64_t due_ns, struct error *error)
{
    while (!pace_is_interrupted() && host_clock_ns() < due_ns)
        if (!reactor_run(reactor, due_ns))
            return error_set(error, FAILURE_INTERNAL, "the event loop failed; a DLL may have closed its descriptors");
    return !pace_is_interrupted();
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
    fprintf(stderr, "\r%s  %u connections\033[K", text_string(&clock), (unsigned)server->records->totals.connections);
    text_free(&clock);
}

/* A run under way; where it stands is here, as the thread that works may be parked (baton.h) */
struct pacing {
    struct server *server;
    struct pace pace;
    struct reactor *reactor;
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
    engine_drain(server);
    for (; !pace_is_interrupted() && !engine_is_done(server) && engine_next_time(server, &next); run->steps++) {
        if (run->pace.thousandths && !wait_for(run->reactor, due(run->pace, run->begin, next), run->error))
            break;
        if (!engine_step(server))
            break;
        if (run->show_progress && run->steps % STEPS_BETWEEN_LOOKS == 0)
            show(server, &run->shown);
    }
}

bool pace_run(struct server *server, struct reactor *reactor, struct baton *baton, struct pace pace, bool show_progress,
              struct error *error)
{
    struct pacing run = {
        .server = server, .reactor = reactor, .pace = pace, .show_progress = show_progress, .error = error};
    woken = reactor;
    run.begin = run.shown = host_clock_ns();
    baton_run(baton, act_out, &run, error);
    woken = NULL;
    if (show_progress && run.shown != run.begin)
        fputs("\r\033[K", stderr);
    return error->class == FAILURE_NONE;
}
