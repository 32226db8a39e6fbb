/* SPDX-License-Identifier: MIT */
#include "cli/guard.h"

#include "cli/guardian.h"
#include "cli/leftovers.h"

#include "callout/call.h"
#include "host/baton.h"
#include "host/children.h"
#include "host/fault.h"
#include "host/forked.h"
#include "host/backtrace.h"
#include "host/inprocess.h"
#include "host/leaving.h"

#include "runtime/loader.h"
#include "runtime/schedule.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct guard guarded; /* no output: nothing is */

static struct {
    pthread_t watcher, callouts; /* the second runs DLL code */
    pthread_mutex_t lock;
    pthread_cond_t over;
    bool runs, ends;
    unsigned timeout_ms;
} watch = {.lock = PTHREAD_MUTEX_INITIALIZER, .over = PTHREAD_COND_INITIALIZER};

/* Only calls that a signal handler may make */
static void say(const char *string)
{
    if (string && write(STDERR_FILENO, string, strlen(string)) < 0)
        return;
}

static void flush(void)
{
    output_flush(guarded.output);
    for (size_t i = 0; i < GUARDIAN_OUTPUTS; i++)
        if (guarded.outputs[i].output)
            output_flush(guarded.outputs[i].output);
}

static void end_on_alarm(int unused)
{
    (void)unused;
    leaving_now(FAILURE_FINDING);
}

/* Descriptors that no DLL may close or change, as they were */
enum { KEPT_MOST = 8 };
static struct {
    int file;
    dev_t device;
    ino_t inode;
} kept[KEPT_MOST];
static unsigned kept_count;

void guard_keep(int file)
{
    struct stat status;
    if (!guarded.output || kept_count == KEPT_MOST || fstat(file, &status) != 0)
        return;
    kept[kept_count].file = file;
    kept[kept_count].device = status.st_dev;
    kept[kept_count++].inode = status.st_ino;
}

void guard_release(int file)
{
    for (unsigned i = 0; i < kept_count; i++)
        if (kept[i].file == file)
            kept[i--] = kept[--kept_count];
}

static bool keeps_descriptors(void)
{
    struct stat status;
    for (unsigned i = 0; i < kept_count; i++)
        if (fstat(kept[i].file, &status) != 0 || status.st_dev != kept[i].device || status.st_ino != kept[i].inode)
            return false;
    return true;
}

/* Nothing can be recorded here when no call is under way: a thread of a DLL has ended the process, or memory that a DLL has
 * destroyed. */
static void leave_to_guardian(const struct call_place *place, enum finding_id finding, const char *detail)
{
    const struct call_mark mark = call_mark(guarded.server);
    guardian_enter(place, &mark);
    if (guardian_tells(finding, detail))
        leaving_now(FAILURE_FINDING);
}

static volatile bool telling;

/* Who is blamed: whose code it is, or who is called. Of a thread of its own whose code is not known, nobody is. */
static struct call_place blame_for(const char *frames)
{
    struct call_place place = call_place_of(frames);
    if (rras_schedule_settles())
        place.what = NULL; /* the callout has returned */
    if (place.what && !*frames && !pthread_equal(pthread_self(), watch.callouts))
        place.dll = place.what = NULL;
    return place;
}

/* The records are made where the DLL has left the process, perhaps in the middle of malloc(): should that
 * never end, an alarm ends it, and should it end the process, the guardian tells. */
static void tell_and_end(enum finding_id finding, const char *detail, bool in_handler)
{
    enum { SECONDS = 10 };
    static char frames[BACKTRACE_SIZE];
    struct text backtrace = {0};
    char what[256];
    if (telling) /* telling has crashed */
        leaving_now(FAILURE_FINDING);
    telling = true;
    frames[in_handler ? backtrace_take_place(frames, sizeof frames - 1) : 0] = '\0';
    struct call_place place = blame_for(frames);
    guardian_blame(&place);
    if (guardian_cause(finding, detail) && !keeps_descriptors()) { /* the guardian has its own */
        guardian_tells(finding, detail);
        leaving_now(FAILURE_FINDING);
    }
    output_drop_line(guarded.output);
    flush();
    signal(SIGALRM, end_on_alarm);
    rras_system_enter(); /* it is not the DLL's */
    alarm(SECONDS);
    rras_system_leave();
    size_t length = backtrace_take(frames, sizeof frames - 1, in_handler);
    frames[length] = '\0';
    place = blame_for(frames);
    snprintf(what, sizeof what, "%s: %s in %s; the run ends here", place.dll ? place.dll : "a DLL", detail,
             place.what ? place.what : "no callout, on a thread of its own");
    backtrace_describe(&backtrace, frames, length);
    if (!call_end(&(struct call_end){finding, detail, text_string(&backtrace), frames, rras_schedule_settles()}))
        leave_to_guardian(&place, finding, detail);
    if (guarded.last_words)
        guarded.last_words(guarded.self, what);
    flush();
    guardian_leave(); /* what is told here, it need not tell */
    say("rrasemu: ");
    say(what);
    say("\n");
    children_end_orphans(0);
    leaving_now(FAILURE_FINDING);
}

static void on_leaving(const char *call)
{
    if (guarded.output)
        tell_and_end(FINDING_EXIT, call, false);
}

static void on_exit_inside_a_run(int status, void *unused)
{
    char call[32];
    (void)unused;
    snprintf(call, sizeof call, "exit(%d)", status);
    on_leaving(call);
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
    const char *name;
} crashes[] = {
    {SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"}, {SIGFPE, "SIGFPE"}, {SIGILL, "SIGILL"}, {SIGABRT, "SIGABRT"},
};

#ifdef SANITIZED
struct stage *guard_stage(void)
{
    return NULL;
}
#else
static struct stage stage;

struct stage *guard_stage(void)
{
    return stage.pages || stage_reserve(&stage) ? &stage : NULL;
}

static void on_crash(int signal, siginfo_t *info, void *context)
{
    char exception[EXCEPTION_WORDS];
    if (stage.pages && fault_let_through(&stage, signal, info, context))
        return;
    backtrace_interrupted(fault_place(context));
    if (signal == SIGSEGV && guarded.output && stage.pages && stage_has(&stage, (uintptr_t)info->si_addr))
        tell_and_end(FINDING_USE_AFTER_RETURN, "SIGSEGV", true);
    if (signal == SIGABRT && guarded.output && inprocess_exception(exception, sizeof exception))
        tell_and_end(FINDING_EXCEPTION, exception, true);
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        if (crashes[i].signal == signal && guarded.output)
            tell_and_end(FINDING_CRASH, crashes[i].name, true);
    say("rrasemu: a crash outside of a run, of a thread that a DLL has left or of the emulator itself\n");
    leaving_now(FAILURE_INTERNAL);
}
#endif

/* --- callouts that do not return --- */

static void on_thread_end(void)
{
    if (guarded.output)
        tell_and_end(FINDING_THREAD_EXIT, "pthread_exit", false);
}

static bool is_traced(void)
{
    char line[128];
    bool traced = false;
    FILE *status = fopen("/proc/self/status", "re");
    while (status && fgets(line, sizeof line, status))
        traced |= strncmp(line, "TracerPid:", 10) == 0 && atoi(line + 10) != 0;
    if (status)
        fclose(status);
    return traced;
}

static void on_time(int unused)
{
    char detail[FINDING_TIME_LIMIT];
    (void)unused;
    finding_time_limit(detail, sizeof detail, watch.timeout_ms, rras_schedule_computes());
    bool deadlock = rras_loader_waiting() > 0;
    tell_and_end(deadlock ? FINDING_LOADER_LOCK : FINDING_HANG,
                 deadlock                ? "waits for a thread"
                 : rras_schedule_stuck() ? rras_schedule_stuck()
                                         : detail,
                 true);
}

static void on_stuck(void)
{
    if (guarded.output)
        pthread_kill(watch.callouts, SIGALRM);
}

/* The thread that hangs tells it itself, as it knows where it is. The DLL may have kept it from being
 * interrupted: then this one does. */
static _Noreturn void insist(void)
{
    enum { PATIENCE_S = 2, MOST_S = 12 };
    sigaction(SIGALRM, &(struct sigaction){.sa_handler = on_time}, NULL); /* the DLL may have set another */
    pthread_kill(watch.callouts, SIGALRM);
    nanosleep(&(struct timespec){.tv_sec = PATIENCE_S}, NULL);
    if (!telling)
        on_time(SIGALRM);
    nanosleep(&(struct timespec){.tv_sec = MOST_S}, NULL);
    say("rrasemu: what a callout has left behind cannot be told; the run ends here\n");
    leaving_now(FAILURE_FINDING);
}

/* Looks a few times in the time a callout may take; whoever is there as often hangs. */
static void *watch_callouts(void *unused)
{
    enum { LOOKS = 8 };
    uint64_t number = 0;
    unsigned seen = 0;
    (void)unused;
    pthread_mutex_lock(&watch.lock);
    while (!watch.ends) {
        struct timespec next;
        clock_gettime(CLOCK_REALTIME, &next);
        uint64_t ns = (uint64_t)next.tv_nsec + (uint64_t)watch.timeout_ms * 1000000 / LOOKS;
        next.tv_sec += (time_t)(ns / 1000000000);
        next.tv_nsec = (long)(ns % 1000000000);
        pthread_cond_timedwait(&watch.over, &watch.lock, &next);
        struct call_place place = call_under_way();
        seen = place.dll && place.number == number ? seen + 1 : 0;
        number = place.number;
        if (seen < LOOKS || watch.ends || is_traced())
            continue;
        insist();
    }
    pthread_mutex_unlock(&watch.lock);
    return NULL;
}

/* A stack of its own: the DLL may have used up the other. One thread at a time runs DLL code. */
void guard_thread(void)
{
#ifndef SANITIZED
    static char stack[1 << 18];
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
#endif
    watch.callouts = pthread_self();
    guardian_thread();
}

static struct host unguarded;

/* Code of a DLL is about to run; NULL while it is loaded */
static void enter(const struct module *module)
{
    if (guarded.output)
        flush();
    leftovers_enter(module);
    const struct call_place place = call_under_way();
    const struct call_mark mark = guarded.output ? call_mark(guarded.server) : (struct call_mark){0};
    guardian_enter(&place, &mark);
}

/* The guardian has descriptors of its own to tell it. */
static void end_without_descriptors(void)
{
    static const char what[] = "it closed or changed descriptors of the emulator's";
    if (!guardian_tells(FINDING_CHANNEL, what)) {
        say("rrasemu: a DLL: ");
        say(what);
        say("; the run ends here\n");
    }
    leaving_now(FAILURE_FINDING);
}

/* Code of a DLL has returned; whether in a child process too */
static bool leave(const struct module *module)
{
    bool forked = forked_returned();
    if (guarded.output && !keeps_descriptors())
        end_without_descriptors();
    guardian_leave();
    leftovers_leave(module);
    return forked;
}

static enum load_result load_guarded(void *self, const struct dll_source *source, struct module **module,
                                     struct text *why)
{
    enter(NULL);
    enum load_result result = unguarded.load(self, source, module, why);
    leave(NULL);
    if (result == LOAD_OK)
        leftovers_loaded(*module);
    return result;
}

static struct call_report call_guarded(void *self, struct module *module, const struct callout *callout,
                                       enum origin origin, const struct arguments *in, struct arguments *out,
                                       struct call_watch *watch)
{
    enter(module);
    struct call_report report = unguarded.call(self, module, callout, origin, in, out, watch);
    report.forked = leave(module);
    if (callout_id(callout) == CALLOUT_TERMINATE)
        report.residue |= leftovers_of(module, ~(uint32_t)RESIDUE_AT_UNLOAD);
    return report;
}

static uint32_t unload(void *self, struct module *module, struct call_watch *watch)
{
    enter(module);
    uint32_t residue = unguarded.unload(self, module, watch);
    leave(module);
    residue |= leftovers_of(module, RESIDUE_AT_UNLOAD);
    leftovers_unloaded(module);
    return residue;
}

void guard_host(struct host *host)
{
    unguarded = *host;
    host->load = load_guarded;
    host->call = call_guarded;
    host->unload = unload;
}

void guard_begin(const struct guard *guard)
{
    static bool registered;
    guarded = *guard;
    backtrace_prepare();
    baton_on_thread_end(on_thread_end);
    if (!registered)
        registered = on_exit(on_exit_inside_a_run, NULL) == 0;
#ifndef SANITIZED
    struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_ONSTACK | SA_SIGINFO};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        sigaction(crashes[i].signal, &action, NULL);
#endif
    kept_count = 0;
    guard_keep(guarded.output->file);
    leaving_begin(on_leaving);
    forked_begin();
    guardian_begin(guard->timeout_ms, guard->outputs);
    watch.timeout_ms = guard->timeout_ms;
    watch.ends = false;
    /* on the stack of its own thread, which is not used up if the callout hangs */
    sigaction(SIGALRM, &(struct sigaction){.sa_handler = on_time}, NULL);
    rras_on_stuck(on_stuck);
    watch.runs = guard->timeout_ms && pthread_create(&watch.watcher, NULL, watch_callouts, NULL) == 0;
}

void guard_end(void)
{
    if (guarded.output)
        flush(); /* a thread that a DLL has left may still crash */
    guarded = (struct guard){0};
    if (watch.runs) {
        pthread_mutex_lock(&watch.lock);
        watch.ends = true;
        pthread_cond_signal(&watch.over);
        pthread_mutex_unlock(&watch.lock);
        pthread_join(watch.watcher, NULL);
        watch.runs = false;
    }
    signal(SIGALRM, SIG_DFL);
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
        signal(crashes[i].signal, SIG_DFL);
}
