/* SPDX-License-Identifier: MIT */
/*
 * A native DLL that does to its process what no callout should: $HOW is what, $AT is where: INIT, ACCEPT (the default; for
 * users whose name begins with culprit), HANGUP or TERM. attack_windows.c is its like for Wine.
 */
#define _GNU_SOURCE
#include <windows.h>

#include <mprapi.h>

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { DESCRIPTORS = 1024 };

/* --- what is not the DLL's --- */

static void close_descriptors(void)
{
    closefrom(3);
}

static void replace_descriptors(void)
{
    int nothing = open("/dev/null", O_RDWR);
    for (int i = 3; i < 256; i++)
        if (i != nothing)
            dup2(nothing, i);
}

static void unblock_descriptors(void)
{
    for (int i = 0; i < DESCRIPTORS; i++) {
        int flags = fcntl(i, F_GETFL);
        if (flags >= 0)
            fcntl(i, F_SETFL, flags | O_NONBLOCK);
    }
}

static void shut_descriptors(void)
{
    for (int i = 3; i < DESCRIPTORS; i++)
        shutdown(i, SHUT_RDWR);
}

static void flood_descriptors(void)
{
    static char noise[65536];
    unblock_descriptors();
    for (int i = 3; i < DESCRIPTORS; i++)
        for (int round = 0; round < 100 && write(i, noise, sizeof noise) > 0; round++)
            ;
}

/* --- threads and processes --- */

static void end_thread(void)
{
    pthread_exit(NULL);
}

static void end_thread_below(void)
{
    syscall(SYS_exit, 7);
}

static void return_twice(void)
{
    fork();
}

static void change_group(void)
{
    setpgid(0, getpgid(getppid()));
    if (fork() == 0) {
        sleep(60);
        _exit(0);
    }
    _exit(3);
}

static void hold_parent_of_vfork(void)
{
    if (vfork() == 0)
        for (;;)
            pause();
}

static void hang_with_children(void)
{
    enum { CHILDREN = 100 };
    for (int i = 0; i < CHILDREN; i++)
        if (fork() == 0)
            for (;;)
                pause();
    for (;;)
        ;
}

static void be_traced(void)
{
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    raise(SIGSTOP);
}

static void be_traced_by_child(void)
{
    pid_t callout = getpid();
    if (fork() == 0) {
        setsid();
        ptrace(PTRACE_SEIZE, callout, NULL, NULL);
        sleep(60);
        _exit(0);
    }
    usleep(200000);
    _exit(5);
}

static void write_to_null(void)
{
    *(volatile int *)NULL = 1;
}

static void *crash_soon(void *unused)
{
    usleep(20000);
    write_to_null();
    return unused;
}

static void crash_in_thread(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, crash_soon, NULL);
    pthread_join(thread, NULL);
}

/* --- signals --- */

static void hang(void)
{
    for (;;)
        ;
}

static void block_signals(void)
{
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, NULL);
}

static void hang_blocked(void)
{
    block_signals();
    hang();
}

static void crash_blocked(void)
{
    block_signals();
    write_to_null();
}

static void ignore_signals(void)
{
    for (int i = 1; i < NSIG; i++)
        signal(i, SIG_IGN);
    hang();
}

static void alarm_default(void)
{
    signal(SIGALRM, SIG_DFL);
    hang();
}

static void hang_again(int number)
{
    (void)number;
    hang();
}

static void alarm_own(void)
{
    signal(SIGALRM, hang_again);
    hang();
}

static void crash_own(void)
{
    signal(SIGSEGV, hang_again);
    write_to_null();
}

static void write_too_much(void)
{
    setrlimit(RLIMIT_FSIZE, &(struct rlimit){0, 0});
    int file = open("too-much", O_CREAT | O_WRONLY, 0600);
    if (write(file, "x", 1) < 0)
        close(file);
}

static const struct {
    const char *name;
    void (*attack)(void);
} attacks[] = {
    {"close-descriptors", close_descriptors},
    {"replace-descriptors", replace_descriptors},
    {"unblock-descriptors", unblock_descriptors},
    {"shut-descriptors", shut_descriptors},
    {"flood-descriptors", flood_descriptors},
    {"end-thread", end_thread},
    {"end-thread-below", end_thread_below},
    {"return-twice", return_twice},
    {"change-group", change_group},
    {"hold-parent-of-vfork", hold_parent_of_vfork},
    {"hang-with-children", hang_with_children},
    {"be-traced", be_traced},
    {"be-traced-by-child", be_traced_by_child},
    {"crash-in-thread", crash_in_thread},
    {"hang-blocked", hang_blocked},
    {"crash-blocked", crash_blocked},
    {"ignore-signals", ignore_signals},
    {"alarm-default", alarm_default},
    {"alarm-own", alarm_own},
    {"crash-own", crash_own},
    {"write-too-much", write_too_much},
};

static void attack(const char *at)
{
    const char *how = getenv("HOW"), *where = getenv("AT");
    if (!how || strcmp(at, where ? where : "ACCEPT") != 0)
        return;
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++)
        if (strcmp(how, attacks[i].name) == 0) {
            attacks[i].attack();
            return;
        }
    abort(); /* there is no such attack */
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    attack("INIT");
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    attack("TERM");
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    if (_wcsnicmp(c0->wszUserName, L"culprit", 7) == 0)
        attack("ACCEPT");
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    attack("HANGUP");
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}
