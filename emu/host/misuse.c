/* SPDX-License-Identifier: MIT */
#include "host/misuse.h"

#include "host/backtrace.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#ifndef _WIN32
#include <dlfcn.h>
#include <execinfo.h>
#endif

static struct misuse kept[MISUSES_MOST];
static unsigned count, taken;
static atomic_flag busy = ATOMIC_FLAG_INIT; /* held for as long as copying takes */

#ifndef _WIN32
/* The function of the run-time library that other code has called last */
static const char *called(void)
{
    enum { FRAMES_MOST = 16 };
    void *frames[FRAMES_MOST];
    const char *name = NULL;
    Dl_info library, info;
    bool inside = false;
    dladdr((void *)(uintptr_t)rras_misused, &library);
    int frame_count = backtrace(frames, FRAMES_MOST);
    for (int i = 0; i < frame_count; i++) {
        bool known = dladdr(frames[i], &info) != 0, own = known && info.dli_fbase == library.dli_fbase;
        if (inside && !own)
            break;
        inside = inside || own;
        name = own ? info.dli_sname : name;
    }
    return name && strncmp(name, "rras_", 5) == 0 ? name + 5 : name;
}

void misuse_tell(const struct misuse *misuse, struct call_watch *watch)
{
    static const enum finding_id findings[RRAS_MISUSES] = {
        [RRAS_MISUSE_FILE] = FINDING_CLOSED_FILE,   [RRAS_MISUSE_HANDLE] = FINDING_CLOSED_HANDLE,
        [RRAS_MISUSE_FORMAT] = FINDING_BAD_FORMAT,  [RRAS_MISUSE_SIZE] = FINDING_WRONG_SIZE,
        [RRAS_MISUSE_LOADER] = FINDING_LOADER_LOCK, [RRAS_MISUSE_CLOCK] = FINDING_REAL_CLOCK,
        [RRAS_MISUSE_NETWORK] = FINDING_NO_NETWORK, [RRAS_MISUSE_ABSENT] = FINDING_NOT_HERE,
    };
    struct text place = {0};
    backtrace_describe(&place, misuse->frames, misuse->length);
    watch->found(watch,
                 &(struct call_end){findings[misuse->kind], misuse->words, text_string(&place), misuse->frames, false});
    text_free(&place);
}
#else
static const char *called(void)
{
    return NULL; /* who calls misuse_note() there says it */
}
#endif

/* Whoever has crashed may have held it. */
static bool begin_note(void)
{
    enum { TRIES = 1000000 };
    for (int i = 0; i < TRIES; i++)
        if (!atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
            return true;
    return false;
}

static void end_note(void)
{
    atomic_flag_clear_explicit(&busy, memory_order_release);
}

bool misuse_is_same(const struct misuse *a, const struct misuse *b)
{
    return a->kind == b->kind && strcmp(a->words, b->words) == 0;
}

static bool is_kept(const struct misuse *misuse)
{
    for (unsigned i = 0; i < count; i++)
        if (misuse_is_same(&kept[i], misuse))
            return true;
    return false;
}

void misuse_note(enum rras_misuse kind, const char *function, const char *words)
{
    struct misuse misuse = {.kind = kind};
    const char *name = function ? function : called();
    snprintf(misuse.words, sizeof misuse.words, "%s: %s", name ? name : "a call", words);
    misuse.length = backtrace_take(misuse.frames, sizeof misuse.frames, false);
    if (!begin_note())
        return;
    if (count < MISUSES_MOST && !is_kept(&misuse))
        kept[count++] = misuse;
    end_note();
}

void misuse_listen(void)
{
    rras_on_misuse(misuse_note);
}

bool misuse_is_there(void)
{
    bool there = begin_note() && taken < count;
    end_note();
    return there;
}

const struct misuse *misuse_take(void)
{
    static struct misuse given;
    if (!begin_note())
        return NULL;
    bool some = taken < count;
    if (some)
        given = kept[taken++];
    if (taken == count)
        taken = count = 0;
    end_note();
    return some ? &given : NULL;
}
