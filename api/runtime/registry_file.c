/* SPDX-License-Identifier: MIT */
/* Where the registry of a run is kept: registry.reg in its sandbox folder. */
#include "current_callout.h"
#include "registry.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Another process has it for a moment only; what a worker that died has left is taken away by the emulator. */
enum { WAIT_NS = 1000000, WAITS_MOST = 10000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int lock_file = -1;

static void lock_name(char name[PATH_MAX])
{
    snprintf(name, PATH_MAX, "%s/registry.lock", rras_sandbox_folder());
}

/* Without a folder there is nobody to be kept out. */
static bool lock_others(void)
{
    const struct timespec wait = {.tv_nsec = WAIT_NS};
    char name[PATH_MAX];
    lock_name(name);
    for (int i = 0; i < WAITS_MOST; i++) {
        lock_file = open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
        if (lock_file >= 0 || errno != EEXIST)
            return true;
        rras_system_enter();
        nanosleep(&wait, NULL);
        rras_system_leave();
    }
    return false;
}

void rras_registry_break(void)
{
    char name[PATH_MAX];
    lock_name(name);
    unlink(name);
}

bool rras_registry_lock(void)
{
    pthread_mutex_lock(&lock);
    return lock_others();
}

char *rras_shared_text(const char *name)
{
    char path[PATH_MAX];
    struct stat status;
    snprintf(path, sizeof path, "%s/%s", rras_sandbox_folder(), name);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno == ENOENT || errno == ENOTDIR ? calloc(1, 1) : NULL;
    char *text = fstat(file, &status) == 0 ? malloc((size_t)status.st_size + 1) : NULL;
    ssize_t got = text ? read(file, text, (size_t)status.st_size) : -1;
    close(file);
    if (got < 0 || got != status.st_size) {
        free(text);
        return NULL;
    }
    text[got] = '\0';
    return text;
}

static bool replace(const char *text)
{
    char name[PATH_MAX], fresh[PATH_MAX];
    size_t size = strlen(text);
    rras_sandbox_make();
    snprintf(name, sizeof name, "%s/" RRAS_REGISTRY_FILE, rras_sandbox_folder());
    snprintf(fresh, sizeof fresh, "%s/registry.new", rras_sandbox_folder());
    int file = open(fresh, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    bool fine = file >= 0 && write(file, text, size) == (ssize_t)size;
    if (file >= 0)
        fine = close(file) == 0 && fine;
    fine = fine && rename(fresh, name) == 0;
    if (!fine)
        unlink(fresh); /* a half of it is nobody's registry */
    return fine;
}

bool rras_registry_unlock(const char *text)
{
    char name[PATH_MAX];
    bool fine = !text || replace(text);
    if (lock_file >= 0) {
        close(lock_file);
        lock_file = -1;
        lock_name(name);
        unlink(name);
    }
    pthread_mutex_unlock(&lock);
    return fine;
}
