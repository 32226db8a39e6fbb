/* SPDX-License-Identifier: MIT */
/*
 * These functions stand before those of the C library, since a program comes before its libraries. For programs only: a
 * library must not do that to those who use it. A child of vfork() uses its parent's memory: nothing is allocated here.
 */
#include "host/leaving.h"

#include "host/baton.h"
#include "host/behind.h"
#include "host/timed.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <threads.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, CALL_SIZE = 256 };

static struct {
    pid_t process;
    void (*tell)(const char *call);
} heard;

/* The functions behind these */
static struct {
    long (*call)(long number, ...);
    int (*search)(const char *file, char *const arguments[], char *const environment[]);
    int (*descriptor)(int descriptor, char *const arguments[], char *const environment[]);
    void (*end_thread)(void *result) __attribute__((noreturn));
} library;

/* Beforehand: a child of vfork() finds nothing. */
static __attribute__((constructor)) void find_all(void)
{
    static const struct {
        const char *name;
        void *function;
    } rows[] = {{"syscall", &library.call},
                {"execvpe", &library.search},
                {"fexecve", &library.descriptor},
                {"pthread_exit", &library.end_thread}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        void *found = behind(rows[i].name);
        memcpy(rows[i].function, &found, sizeof found);
    }
}

void leaving_begin(void (*tell)(const char *call))
{
    heard.process = getpid();
    heard.tell = tell;
}

static bool is_heard(void)
{
    return heard.tell && getpid() == heard.process;
}

_Noreturn void leaving_now(int status)
{
    heard.tell = NULL;
    for (;;)
        syscall(SYS_exit_group, status);
}

/* --- _exit() and its like --- */

static void tell_exit(int status)
{
    char call[CALL_SIZE];
    if (!is_heard())
        return;
    snprintf(call, sizeof call, "_exit(%d)", status);
    heard.tell(call);
}

void _exit(int status)
{
    for (;;)
        syscall(SYS_exit_group, status); /* which tells it */
}

void _Exit(int status)
{
    _exit(status);
}

/* What was given to at_quick_exit() does not run: the run ends before. */
void quick_exit(int status)
{
    _exit(status);
}

/* --- the end of the callout's thread --- */

/* While its stack is whole: unwinding takes away what the call is told from. */
static void tell_thread_end(void)
{
    if (is_heard())
        baton_thread_ends();
}

void pthread_exit(void *result)
{
    tell_thread_end();
    library.end_thread(result);
}

void thrd_exit(int result)
{
    pthread_exit((void *)(intptr_t)result);
}

/* --- exec() --- */

/* One that cannot succeed returns to the callout, and is no fault. */
static void tell_exec(const char *path)
{
    char call[CALL_SIZE];
    struct stat status;
    if (!is_heard() || stat(path, &status) != 0 || !S_ISREG(status.st_mode) || access(path, X_OK) != 0)
        return;
    snprintf(call, sizeof call, "exec(%.*s)", CALL_SIZE - (int)sizeof "exec()", path);
    heard.tell(call);
}

int execve(const char *path, char *const arguments[], char *const environment[])
{
    return (int)syscall(SYS_execve, path, arguments, environment); /* which tells it */
}

int execv(const char *path, char *const arguments[])
{
    return execve(path, arguments, environ);
}

int fexecve(int descriptor, char *const arguments[], char *const environment[])
{
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    tell_exec(path);
    return library.descriptor(descriptor, arguments, environment);
}

/* The file that a search in PATH finds */
static void tell_search(const char *file)
{
    const char *at = getenv("PATH");
    char path[PATH_SIZE];
    if (strchr(file, '/'))
        tell_exec(file);
    for (at = strchr(file, '/') ? NULL : at ? at : "/bin:/usr/bin"; at;) {
        int length = (int)strcspn(at, ":");
        if (snprintf(path, sizeof path, "%.*s/%s", length ? length : 1, length ? at : ".", file) < PATH_SIZE)
            tell_exec(path);
        at = at[length] ? at + length + 1 : NULL;
    }
}

int execvpe(const char *file, char *const arguments[], char *const environment[])
{
    if (is_heard())
        tell_search(file);
    return library.search(file, arguments, environment);
}

int execvp(const char *file, char *const arguments[])
{
    return execvpe(file, arguments, environ);
}

/* The list behind `first`, with its NULL, as an array `name` on the stack; `rest` stands behind the NULL. */
#define ARRAY_OF_LIST(name, first, rest)                                    \
    va_list rest;                                                           \
    size_t name##_count = 1;                                                \
    va_start(rest, first);                                                  \
    for (const char *each = first; each; each = va_arg(rest, const char *)) \
        name##_count++;                                                     \
    va_end(rest);                                                           \
    char *name[name##_count];                                               \
    va_start(rest, first);                                                  \
    name[0] = (char *)first;                                                \
    for (size_t i = 1; i < name##_count; i++)                               \
    name[i] = va_arg(rest, char *)

int execl(const char *path, const char *argument, ...)
{
    ARRAY_OF_LIST(arguments, argument, rest);
    va_end(rest);
    return execve(path, arguments, environ);
}

int execlp(const char *file, const char *argument, ...)
{
    ARRAY_OF_LIST(arguments, argument, rest);
    va_end(rest);
    return execvpe(file, arguments, environ);
}

int execle(const char *path, const char *argument, ...)
{
    ARRAY_OF_LIST(arguments, argument, rest);
    char *const *environment = va_arg(rest, char *const *);
    va_end(rest);
    return execve(path, arguments, environment);
}

/* --- all of them, as system calls --- */

/* It takes as many arguments as the call has, and reads six, as the C library's does. */
__attribute__((no_sanitize("address"))) long syscall(long number, ...)
{
    enum { ARGUMENTS = 6 };
    long argument[ARGUMENTS];
    va_list rest;
    va_start(rest, number);
    for (size_t i = 0; i < ARGUMENTS; i++)
        argument[i] = va_arg(rest, long);
    va_end(rest);
    long result;
    if (number == SYS_futex && timed_futex && timed_futex(argument, library.call, &result))
        return result;
    if (number == SYS_exit_group)
        tell_exit((int)argument[0]);
    if (number == SYS_exit)
        tell_thread_end();
    if (number == SYS_execve)
        tell_exec((const char *)argument[0]);
    return library.call(number, argument[0], argument[1], argument[2], argument[3], argument[4], argument[5]);
}
