/* SPDX-License-Identifier: MIT */
#include "host/left_posix.h"

#include "host/baton.h"
#include "host/children.h"

#include "runtime/current_callout.h"
#include "runtime/registry.h"

#include <dirent.h>
#include <fenv.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOBODY = -1, SIGNALS = 32, NUMBERS_MOST = 256, LOCALE_SIZE = 256 };

/* Descriptors, threads or child processes by their numbers, and whose they are */
struct numbers {
    bool unknown; /* there was no memory to look by */
    int count;
    struct {
        int number, owner;
    } of[NUMBERS_MOST];
};

/* What a DLL may change; with owners of what differs from the beginning */
struct state {
    struct stat folder;
    char windows_folder[MAX_PATH]; /* the current one of Windows */
    char locale[LOCALE_SIZE];
    int rounding;
    void (*handlers[SIGNALS])(int);
    struct numbers files, threads, children;
};

static struct {
    struct state base, last;
    int folder, locale, rounding, handlers[SIGNALS]; /* owners */
    int running, forker;                             /* whose code runs, and whose has forked last */
    unsigned begun;                                  /* children when that was looked at */
} residue;

static void add_number(struct numbers *numbers, int number)
{
    if (numbers->count < NUMBERS_MOST) {
        numbers->of[numbers->count].number = number;
        numbers->of[numbers->count++].owner = NOBODY;
    }
}

static int find_number(const struct numbers *numbers, int number)
{
    for (int i = 0; i < numbers->count; i++)
        if (numbers->of[i].number == number)
            return i;
    return -1;
}

/* The entries of a folder of /proc, but for the descriptor that looking needs itself */
static void look_into(struct numbers *numbers, const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry;
    numbers->count = 0;
    numbers->unknown = !folder;
    if (!folder)
        return;
    while ((entry = readdir(folder)))
        if (entry->d_name[0] != '.' && atoi(entry->d_name) != dirfd(folder))
            add_number(numbers, atoi(entry->d_name));
    closedir(folder);
}

static void add_child(void *children, pid_t child)
{
    add_number(children, (int)child);
}

static void look_at_itself(struct state *state)
{
    const char *locale = setlocale(LC_ALL, NULL);
    if (stat(".", &state->folder) != 0)
        state->folder = (struct stat){0};
    if (GetCurrentDirectoryA(sizeof state->windows_folder, state->windows_folder) >= sizeof state->windows_folder)
        state->windows_folder[0] = '\0';
    snprintf(state->locale, sizeof state->locale, "%s", locale ? locale : "");
    state->rounding = fegetround();
    for (int number = 1; number < SIGNALS; number++) {
        struct sigaction action;
        if (sigaction(number, NULL, &action) == 0)
            state->handlers[number] = action.sa_handler;
    }
}

static void look_at_process(struct state *state)
{
    look_at_itself(state);
    look_into(&state->files, "/proc/self/fd");
    look_into(&state->threads, "/proc/self/task");
    state->children.count = 0;
    children_each(add_child, &state->children);
}

static bool same_folder(const struct state *a, const struct state *b)
{
    return a->folder.st_ino == b->folder.st_ino && a->folder.st_dev == b->folder.st_dev &&
           strcmp(a->windows_folder, b->windows_folder) == 0;
}

/* What was there keeps its owner, what is new belongs to the DLL that ran. Of what could not be looked at nothing is new. */
static void pass_owners(struct numbers *now, const struct numbers *before, int owner)
{
    if (now->unknown) {
        *now = *before;
        return;
    }
    owner = before->unknown ? NOBODY : owner;
    for (int i = 0; i < now->count; i++) {
        int known = find_number(before, now->of[i].number);
        now->of[i].owner = known >= 0 ? before->of[known].owner : owner;
    }
}

/* Whose a value is that was changed, or put back to what it was in the beginning */
static int owner_of(bool changed, bool is_base, int before, int running)
{
    return is_base ? NOBODY : changed ? running : before;
}

/* A grandchild comes to this process when its own parent has ended, which may be in another DLL's turn. */
static void look_at_forks(void)
{
    if (residue.begun != children_begun())
        residue.forker = residue.running;
    residue.begun = children_begun();
}

static void blame(void)
{
    struct state *base = &residue.base, *last = &residue.last;
    static struct state now;
    look_at_process(&now);
    look_at_forks();
    residue.folder = owner_of(!same_folder(&now, last), same_folder(&now, base), residue.folder, residue.running);
    residue.locale = owner_of(strcmp(now.locale, last->locale) != 0, strcmp(now.locale, base->locale) == 0,
                              residue.locale, residue.running);
    residue.rounding = owner_of(now.rounding != last->rounding, now.rounding == base->rounding, residue.rounding,
                                residue.running);
    for (int i = 1; i < SIGNALS; i++)
        residue.handlers[i] = owner_of(now.handlers[i] != last->handlers[i], now.handlers[i] == base->handlers[i],
                                       residue.handlers[i], residue.running);
    pass_owners(&now.files, &last->files, residue.running);
    pass_owners(&now.threads, &last->threads, baton_has_parked() ? NOBODY : residue.running);
    pass_owners(&now.children, &last->children, residue.forker == NOBODY ? residue.running : residue.forker);
    *last = now;
}

void residue_begin(void)
{
    look_at_process(&residue.base);
    residue.last = residue.base;
    residue.folder = residue.locale = residue.rounding = residue.running = residue.forker = NOBODY;
    residue.begun = children_begun();
    rras_handles_belong(NOBODY);
    rras_keys_belong(NOBODY);
    for (int i = 0; i < SIGNALS; i++)
        residue.handlers[i] = NOBODY;
}

/* Few calls of the system, as it is asked between any two DLLs */
static bool seems_changed(void)
{
    static struct state now;
    static off_t files;
    static nlink_t threads;
    static unsigned children;
    struct stat of_files = {0}, of_threads = {0};
    look_at_itself(&now);
    bool other = stat("/proc/self/fd", &of_files) != 0 || stat("/proc/self/task", &of_threads) != 0 ||
                 of_files.st_size != files || of_threads.st_nlink != threads || children != children_begun() ||
                 !same_folder(&now, &residue.last) || now.rounding != residue.last.rounding ||
                 strcmp(now.locale, residue.last.locale) != 0 ||
                 memcmp(now.handlers, residue.last.handlers, sizeof now.handlers) != 0;
    files = of_files.st_size;
    threads = of_threads.st_nlink;
    children = children_begun();
    return other;
}

void residue_turn(uint32_t module)
{
    if (residue.running == (int)module)
        return;
    look_at_forks();
    if (residue.running != NOBODY && seems_changed())
        blame();
    residue.running = (int)module;
    rras_handles_belong(residue.running);
    rras_keys_belong(residue.running);
}

static bool owns(const struct numbers *numbers, int owner)
{
    for (int i = 0; i < numbers->count; i++)
        if (numbers->of[i].owner == owner)
            return true;
    return false;
}

uint32_t residue_of(uint32_t module, uint32_t asked)
{
    enum { MOMENTS = 50, MOMENT_US = 2000 };
    int owner = (int)module;
    blame();
    for (int i = 0; i < MOMENTS && (asked & RESIDUE_THREADS) && owns(&residue.last.threads, owner); i++) {
        usleep(MOMENT_US); /* one that was waited for may not be gone yet */
        blame();
    }
    uint32_t found = 0;
    for (int i = 1; i < SIGNALS; i++)
        found |= residue.handlers[i] == owner ? RESIDUE_SIGNALS : 0;
    found |= (residue.folder == owner ? RESIDUE_FOLDER : 0) | (residue.locale == owner ? RESIDUE_LOCALE : 0) |
             (residue.rounding == owner ? RESIDUE_FLOAT : 0) | (owns(&residue.last.files, owner) ? RESIDUE_FILES : 0) |
             (owns(&residue.last.threads, owner) ? RESIDUE_THREADS : 0) |
             (owns(&residue.last.children, owner) ? RESIDUE_PROCESSES : 0) |
             (rras_handles_left(owner) || rras_keys_left(owner) ? RESIDUE_HANDLES : 0);
    return found & asked;
}
