/* SPDX-License-Identifier: MIT */
/*
 * A test DLL that does one bad thing when a connection is to be accepted:
 *
 *   -DBAD_CRASH -DBAD_ABORT -DBAD_EXIT -DBAD_HANG -DBAD_CHDIR -DBAD_STDIO -DBAD_DESCRIPTORS -DBAD_CLOSEFROM
 *   -DBAD_STACK -DBAD_DIVIDE -DBAD_KILL -DBAD_QUIT -DBAD_PRINT -DBAD_CHANNEL -DBAD_LEAVINGS
 *   -DBAD_CHATTER -DBAD_HALF_CLOSE -DBAD_FORK -DBAD_FORK_EXIT -DBAD_CHILD -DBAD_FRAME
 *   -DBAD_PAGE -DBAD_SMASH
 *   -DBAD_QUICK_EXIT -DBAD_EXIT_GROUP -DBAD_EXEC_CALL -DBAD_EXEC_SEARCH -DBAD_EXEC_NOTHING -DBAD_EXEC_CHILD
 *   -DBAD_OWN_EXEC -DBAD_OWN_QUIT
 *   -DBAD_THREAD_EXIT -DBAD_FORK_RETURN (its child returns too)
 *   -DBAD_TRACED -DBAD_TRACER -DBAD_ORPHAN -DBAD_STOP -DBAD_EXEC -DBAD_TRACING_CHILD
 *   -DBAD_MODIFY -DBAD_KEEP -DBAD_FILL (with its arguments)
 *   -DBAD_LEAK -DBAD_UNLOAD (which is seen when it is unloaded)
 *
 * With -DSTALE="FILE" the file is left there before, and MprAdminInitializeDll fails where it finds it.
 * With -DCULPRIT only for users whose name begins so; -DWHERE=GET, HANGUP, INITIALIZE or TERMINATE elsewhere.
 */
#define _GNU_SOURCE /* fcloseall */
#include <windows.h>

#include <mprapi.h>

#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { INITIALIZE = 1, GET, ACCEPT, HANGUP, TERMINATE };
#ifndef WHERE
#define WHERE ACCEPT
#endif

#ifndef ORPHAN_SECONDS /* a number that nobody else sleeps */
#define ORPHAN_SECONDS "611"
#endif

#ifdef BAD_STACK
static int deeper(volatile int *from)
{
    volatile int here[1000] = {*from};
    return deeper(here) + here[999];
}
#endif

#ifdef BAD_SMASH                                             /* what its caller would return to is overwritten */
static void *(*volatile fill)(void *, int, size_t) = memset; /* so that no compiler sees how much that is */
static void __attribute__((noinline)) smash(void)
{
    char here[16];
    fill(here, 0x41, 64);
}
#endif

#ifdef BAD_LEAVINGS
static void *wait_for_ever(void *unused)
{
    (void)unused;
    for (;;)
        pause();
}
#endif

#if defined(BAD_OWN_EXEC) || defined(BAD_OWN_QUIT)
#include <dlfcn.h>
#define OWN(function)                                              \
    __typeof__(&function) own;                                     \
    void *found = dlsym(dlopen("libc.so.6", RTLD_NOW), #function); \
    memcpy(&own, &found, sizeof own)
#endif

/* What one does to the memory one is given */
static void mistreat(RAS_CONNECTION_0 *c0)
{
    static RAS_CONNECTION_0 *kept;
#ifdef CULPRIT
    if (_wcsnicmp(c0->wszUserName, L"culprit", 7) != 0)
        return;
#endif
#if defined(BAD_MODIFY)
    c0->dwConnectionFlags = 0x1234;
#elif defined(BAD_FILL)
    wmemset(c0->wszLogonDomain, L'x', sizeof c0->wszLogonDomain / sizeof(WCHAR));
#elif defined(BAD_KEEP)
    if (kept)
        kept->dwConnectDuration++;
#endif
    kept = c0;
}

static void misbehave(void)
{
#if defined(BAD_STACK)
    volatile int from = 1;
    deeper(&from);
#elif defined(BAD_DIVIDE)
    raise(SIGFPE);
#elif defined(BAD_KILL)
    kill(getpid(), SIGKILL);
#elif defined(BAD_QUIT)
    _exit(7);
#elif defined(BAD_QUICK_EXIT)
    quick_exit(4);
#elif defined(BAD_EXIT_GROUP)
    syscall(SYS_exit_group, 9);
#elif defined(BAD_EXEC_CALL)
    syscall(SYS_execve, "/bin/true", (char *[]){"true", NULL}, NULL);
#elif defined(BAD_EXEC_SEARCH)
    execlp("true", "true", NULL);
#elif defined(BAD_OWN_EXEC) /* the functions of the C library itself */
    OWN(execv);
    own("/bin/sleep", (char *[]){"sleep", "60", NULL});
#elif defined(BAD_OWN_QUIT)
    OWN(_exit);
    own(7);
#elif defined(BAD_EXEC_NOTHING)
    execl("/nowhere", "nowhere", NULL);
    execlp("no-such-program", "no-such-program", NULL);
#elif defined(BAD_EXEC_CHILD)
    pid_t child = vfork();
    if (child == 0) {
        execle("/bin/sh", "sh", "-c", "exit $CODE", NULL, (char *[]){"CODE=5", NULL});
        _exit(1);
    }
    int status;
    if (waitpid(child, &status, 0) != child || WEXITSTATUS(status) != 5 || system("exit 6") != 6 << 8)
        abort();
#elif defined(BAD_THREAD_EXIT)
    pthread_exit(NULL);
#elif defined(BAD_FORK_RETURN)
    fork();
#elif defined(BAD_TRACED)
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0)
        raise(SIGUSR2); /* stops it, and nobody lets it go on */
#elif defined(BAD_TRACER)
    if (ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0)
        abort();
#elif defined(BAD_TRACING_CHILD)
    int ready[2];
    char byte;
    if (pipe(ready) != 0)
        abort();
    if (fork() == 0) {
        if (ptrace(PTRACE_SEIZE, getppid(), NULL, NULL) != 0 || write(ready[1], "", 1) != 1)
            abort();
        sleep(60);
        _exit(0);
    }
    close(ready[1]);
    _exit(read(ready[0], &byte, 1) == 1 ? 7 : 8); /* 8: the system allows it to nobody */
#elif defined(BAD_STOP)
    raise(SIGSTOP);
#elif defined(BAD_EXEC)
    execl("/bin/sleep", "sleep", "60", NULL);
#elif defined(BAD_ORPHAN)
    if (fork() == 0) {
        setsid();
        if (fork() == 0)
            execl("/bin/sleep", "sleep", ORPHAN_SECONDS, NULL);
        _exit(0);
    }
#elif defined(BAD_LEAVINGS)
    if (chdir("/") != 0 || open("/dev/null", O_RDONLY) < 0)
        abort();
    signal(SIGUSR1, SIG_IGN);
    setlocale(LC_ALL, "C.UTF-8");
    fesetround(FE_UPWARD);
    pthread_t thread;
    pthread_create(&thread, NULL, wait_for_ever, NULL);
#elif defined(BAD_CHATTER)
    for (;;)
        OutputDebugStringA("x");
#elif defined(BAD_HALF_CLOSE)
    for (int file = 3; file < 1024; file++)
        shutdown(file, SHUT_WR);
    for (;;)
        ;
#elif defined(BAD_FORK)
    if (fork() == 0) {
        sleep(61);
        _exit(0);
    }
#elif defined(BAD_CHILD)
    pid_t child = fork();
    if (child == 0)
        exit(127);
    waitpid(child, NULL, 0);
    child = fork();
    if (child == 0)
        abort();
    waitpid(child, NULL, 0);
#elif defined(BAD_FRAME)
    static const unsigned char frame[] = {'r', 'a', 's', 4, 5, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0};
    for (int file = 3; file < 256; file++)
        if (write(file, frame, sizeof frame) < 0)
            continue;
#elif defined(BAD_FORK_EXIT)
    int begun[2];
    char byte;
    if (pipe(begun) != 0)
        abort();
    if (fork() == 0) {
        setsid();
        if (write(begun[1], "", 1) != 1)
            abort();
        sleep(61); /* longer than a busy machine takes to find it */
        _exit(0);
    }
    _exit(read(begun[0], &byte, 1) == 1 ? 3 : 4); /* before, it would be ended with its group */
#elif defined(BAD_LEAK)
    static char *twice[2];
    free(twice[0]);
    twice[0] = malloc(100);
    twice[1] = strdup("lost");
    twice[1] = realloc(twice[1], 20);
    static LPVOID heap;
    if (heap)
        HeapFree(GetProcessHeap(), 0, heap);
    heap = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 30);
    LocalFree(LocalAlloc(LPTR, 40));
#elif defined(BAD_PRINT)
    printf("to the \"screen\"\n");
    fprintf(stderr, "and aside\n");
#elif defined(BAD_CHANNEL)
    for (int file = 3; file < 256; file++)
        if (write(file, "nonsense, and more of it than a header is long", 46) < 0)
            continue;
#elif defined(BAD_SMASH)
    smash();
#elif defined(BAD_PAGE) /* memory that this process shares with another */
    char line[512], access[8];
    FILE *maps = fopen("/proc/self/maps", "r");
    unsigned long long begin, end;
    while (maps && fgets(line, sizeof line, maps))
        if (sscanf(line, "%llx-%llx %7s", &begin, &end, access) == 3 && access[3] == 's' && strstr(line, "memfd:") &&
            end - begin > 65536)
            memset((void *)begin, 0x5a, end - begin);
#elif defined(BAD_CRASH)
    volatile int *nothing = NULL;
    *nothing = 1;
#elif defined(BAD_ABORT)
    abort();
#elif defined(BAD_EXIT)
    exit(0);
#elif defined(BAD_HANG)
    for (;;)
        ;
#elif defined(BAD_CHDIR)
    if (chdir("/") != 0)
        abort();
#elif defined(BAD_STDIO)
    printf("noise");
    fcloseall();
#elif defined(BAD_CLOSEFROM)
    closefrom(3);
#elif defined(BAD_DESCRIPTORS)
    for (int file = 3; file < 64; file++)
        close(file);
#endif
}

#ifdef BAD_UNLOAD
__attribute__((destructor)) static void crash_at_the_end(void)
{
    abort();
}
#endif

static void misbehave_at(int where, const WCHAR *user)
{
#ifdef CULPRIT
    if (user && _wcsnicmp(user, L"culprit", 7) != 0)
        return;
#endif
    (void)user;
    if (where != WHERE)
        return;
#ifdef STALE
    close(open(STALE, O_CREAT | O_WRONLY, 0600));
#endif
    misbehave();
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    misbehave_at(INITIALIZE, NULL);
#ifdef STALE
    if (access(STALE, F_OK) == 0)
        return 32; /* ERROR_SHARING_VIOLATION */
#endif
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    misbehave_at(TERMINATE, NULL);
    return NO_ERROR;
}

DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)port, (void)address;
    *notify = TRUE;
    misbehave_at(GET, user);
    return NO_ERROR;
}

VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    mistreat(c0);
    misbehave_at(ACCEPT, c0->wszUserName);
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    misbehave_at(HANGUP, c0->wszUserName);
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
