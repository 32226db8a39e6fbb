/* SPDX-License-Identifier: MIT */
/* Preloaded into the emulator and its workers: allocation number $FAIL_AT of the program $FAIL_IN, rrasemu unless it is said, gets no
 * memory, and $FAIL_LOG is written then. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char *program_invocation_short_name;
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

static long left = -1; /* allocations until the one that fails */

__attribute__((constructor)) static void begin(void)
{
    const char *at = getenv("FAIL_AT"), *in = getenv("FAIL_IN");
    if (at && strcmp(program_invocation_short_name, in ? in : "rrasemu") == 0)
        left = atol(at);
}

static int fails(void)
{
    if (left <= 0 || __atomic_sub_fetch(&left, 1, __ATOMIC_RELAXED) != 0)
        return 0;
    int log = open(getenv("FAIL_LOG"), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (log >= 0)
        close(log);
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    return fails() ? NULL : __libc_realloc(memory, size);
}
