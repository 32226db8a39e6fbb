/* SPDX-License-Identifier: MIT */
#include "host/children.h"

#include "core/host_clock.h"

#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATH_SIZE = 64, KNOWN_MOST = 256 };

static pid_t known[KNOWN_MOST];
static bool adopts;
static unsigned begun;

static void count_fork(void)
{
    begun++;
}

unsigned children_begun(void)
{
    static bool counts;
    if (!counts)
        counts = pthread_atfork(NULL, count_fork, NULL) == 0;
    return begun;
}

static void each_of_task(const char *task, void (*each)(void *self, pid_t child), void *self)
{
    char path[PATH_SIZE];
    int child;
    snprintf(path, sizeof path, "/proc/self/task/%.20s/children", task);
    FILE *file = fopen(path, "re");
    while (file && fscanf(file, "%d", &child) == 1)
        each(self, (pid_t)child);
    if (file)
        fclose(file);
}

void children_each(void (*each)(void *self, pid_t child), void *self)
{
    DIR *tasks = opendir("/proc/self/task");
    struct dirent *task;
    while (tasks && (task = readdir(tasks)))
        if (task->d_name[0] != '.')
            each_of_task(task->d_name, each, self);
    if (tasks)
        closedir(tasks);
}

static pid_t *place_of_child(pid_t child)
{
    for (size_t i = 0; i < KNOWN_MOST; i++)
        if (known[i] == child)
            return &known[i];
    return NULL;
}

void children_know(pid_t child)
{
    pid_t *place = place_of_child(0);
    if (place)
        *place = child;
}

void children_forget(pid_t child)
{
    pid_t *place = place_of_child(child);
    if (place && child)
        *place = 0;
}

static void know(void *unused, pid_t child)
{
    (void)unused;
    children_know(child);
}

void children_adopt(void)
{
    if (adopts || prctl(PR_SET_CHILD_SUBREAPER, 1) != 0)
        return;
    children_each(know, NULL);
    adopts = true;
}

/* A number in /proc/PID/status; 0 when there is none */
static pid_t status_of(pid_t child, const char *key)
{
    char path[PATH_SIZE], line[128];
    int number = 0;
    snprintf(path, sizeof path, "/proc/%d/status", (int)child);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, key, strlen(key)) == 0)
            number = atoi(line + strlen(key));
    if (file)
        fclose(file);
    return (pid_t)number;
}

/* A thread that is traced by this process is a zombie of its own. */
static void reap_traced(pid_t child)
{
    char path[PATH_SIZE];
    struct dirent *task;
    snprintf(path, sizeof path, "/proc/%d/task", (int)child);
    DIR *tasks = opendir(path);
    while (tasks && (task = readdir(tasks)))
        if (task->d_name[0] != '.' && atoi(task->d_name) != child)
            waitpid(atoi(task->d_name), NULL, WNOHANG | __WALL);
    if (tasks)
        closedir(tasks);
}

int children_end(pid_t child)
{
    enum { PATIENCE_MS = 5000, USUAL_TRIES = 20, PAUSE_US = 1000 };
    uint64_t until = host_clock_ms() + PATIENCE_MS;
    int status = 0;
    for (int i = 0; host_clock_ms() < until; i++) {
        kill(-child, SIGKILL); /* its children too, as far as they stayed in its group */
        kill(child, SIGKILL);
        if (waitpid(child, &status, __WALL | WNOHANG) != 0 && !WIFSTOPPED(status))
            break;
        if (i < USUAL_TRIES) {
            usleep(PAUSE_US / 10);
            continue;
        }
        reap_traced(child);
        pid_t tracer = status_of(child, "TracerPid:"); /* its end is told to that one first */
        if (tracer > 0 && tracer != getpid())
            kill(tracer, SIGKILL);
        usleep(PAUSE_US);
    }
    children_forget(child);
    return status;
}

static bool is_of_wine(pid_t child)
{
    char path[PATH_SIZE], bytes[1 << 15];
    snprintf(path, sizeof path, "/proc/%d/environ", (int)child);
    FILE *file = fopen(path, "re");
    size_t size = file ? fread(bytes, 1, sizeof bytes, file) : 0;
    if (file)
        fclose(file);
    static const char name[] = "WINEPREFIX=";
    return memmem(bytes, size, name, sizeof name - 1) != NULL;
}

struct orphans {
    pid_t group; /* ended with its leader */
    bool found, counted;
};

/* One that has ended already has left nothing; Wine's server and its services serve other programs too. One of the group
 * was sent SIGKILL with the leader: whether it is gone by now is a matter of luck, so it never counts. */
static void end_orphan(void *self, pid_t child)
{
    struct orphans *orphans = self;
    bool of_group = orphans->group != 0 && getpgid(child) == orphans->group;
    if (place_of_child(child) || waitpid(child, NULL, WNOHANG) == child || is_of_wine(child))
        return;
    children_end(child);
    orphans->found = true;
    orphans->counted = orphans->counted || !of_group;
}

bool children_end_orphans(pid_t group)
{
    enum { GENERATIONS_MOST = 64 };
    struct orphans orphans = {.group = group, .found = adopts};
    for (int i = 0; orphans.found && i < GENERATIONS_MOST; i++) { /* the end of one may bring its own children */
        orphans.found = false;
        children_each(end_orphan, &orphans);
    }
    return orphans.counted;
}
