/* SPDX-License-Identifier: MIT */
#include "cli/guard.h"

#include "callout/call.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct output *guarded;

/* Only calls that a signal handler may make */
static void say(const char *string)
{
    if (string && write(STDERR_FILENO, string, strlen(string)) < 0)
        return;
}

static void tell_and_end(const char *what)
{
    struct call_place place = call_under_way();
    output_flush(guarded);
    say("rrasemu: ");
    say(place.dll ? place.dll : "a DLL");
    say(what);
    if (place.callout) {
        say(" in ");
        say(place.callout);
    }
    say("; the run ends here\n");
    _exit(FAILURE_FINDING);
}

static void on_exit_inside_a_run(void)
{
    if (guarded)
        tell_and_end(" ended the process");
}

/* A sanitizer has a better report of a crash than we */
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#else
#define SANITIZED 1
#endif

static const struct {
    int signal;
    const char *what;
} crashes[] = {
    {SIGSEGV, " crashed (SIGSEGV)"}, {SIGBUS, " crashed (SIGBUS)"}, {SIGFPE, " crashed (SIGFPE)"},
    {SIGILL, " crashed (SIGILL)"},   {SIGABRT, " aborted (SIGABRT)"},
};

#ifndef SANITIZED
static void on_crash(int signal)
{
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        if (crashes[i].signal == signal && guarded)
            tell_and_end(crashes[i].what);
    _exit(FAILURE_INTERNAL);
}
#endif

/* A stack of its own: the DLL may have used up the other. One thread at a time runs DLL code. */
void guard_thread(void)
{
#ifndef SANITIZED
    static char stack[1 << 16];
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
#endif
}

void guard_begin(struct output *output)
{
    static bool registered;
    guarded = output;
    if (!registered)
        registered = atexit(on_exit_inside_a_run) == 0;
#ifndef SANITIZED
    struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        sigaction(crashes[i].signal, &action, NULL);
#endif
}

void guard_end(void)
{
    guarded = NULL;
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        signal(crashes[i].signal, SIG_DFL);
}
