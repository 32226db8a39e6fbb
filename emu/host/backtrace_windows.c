/* SPDX-License-Identifier: MIT */
#include "host/backtrace.h"
#include "host/worker.h"

#include <ctype.h>
#include <stdio.h>
#include <windows.h>

enum { FRAMES_MOST = 48 };

const void *backtrace_context; /* where an exception was raised, for backtrace_take(..., true) */

/* The frames of who was interrupted, found by the tables that every module has for it */
static int unwind(uintptr_t frames[FRAMES_MOST])
{
    CONTEXT context = *(const CONTEXT *)backtrace_context;
    int count = 0;
    while (context.Rip && count < FRAMES_MOST) {
        DWORD64 base, establisher;
        void *data;
        frames[count++] = context.Rip;
        PRUNTIME_FUNCTION function = RtlLookupFunctionEntry(context.Rip, &base, NULL);
        if (function) {
            RtlVirtualUnwind(UNW_FLAG_NHANDLER, base, context.Rip, function, &context, &data, &establisher, NULL);
        } else if (IsBadReadPtr((const void *)context.Rsp, sizeof(DWORD64))) {
            break;
        } else { /* a function without a frame of its own */
            context.Rip = *(const DWORD64 *)context.Rsp;
            context.Rsp += sizeof(DWORD64);
        }
    }
    return count;
}

/* Of a thread that will be gone when its frames are taken */
static void *remembered[FRAMES_MOST];
static int remembered_count;

void backtrace_remember(void)
{
    remembered_count = CaptureStackBackTrace(0, FRAMES_MOST, remembered, NULL);
}

static int capture(uintptr_t frames[FRAMES_MOST])
{
    void *own[FRAMES_MOST], **pointers = remembered_count ? remembered : own;
    int count = remembered_count ? remembered_count : CaptureStackBackTrace(0, FRAMES_MOST, own, NULL);
    for (int i = 0; i < count; i++)
        frames[i] = (uintptr_t)pointers[i];
    return count;
}

/* Ours, and those of the system */
static bool is_plumbing(HMODULE module)
{
    static const char *const names[] = {"mprapi.dll",     "kernel32.dll", "ntdll.dll",
                                        "kernelbase.dll", "msvcrt.dll",   "ucrtbase.dll"};
    if (module == GetModuleHandleA(NULL))
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (module == GetModuleHandleA(names[i]))
            return true;
    return false;
}

/* As the emulator can open it: Z: is all of its system. Of another drive only the name is of use. */
static const char *path_of(char *path)
{
    const char *name = strrchr(path, '\\');
    if (toupper((unsigned char)path[0]) != 'Z' || path[1] != ':')
        return name ? name + 1 : path;
    for (char *at = path; *at; at++)
        *at = *at == '\\' ? '/' : *at;
    return path + 2;
}

size_t backtrace_take(char *text, size_t size, bool in_handler)
{
    uintptr_t frames[FRAMES_MOST];
    int count = in_handler && backtrace_context ? unwind(frames) : capture(frames);
    size_t length = 0;
    for (int i = 0; i < count; i++) {
        HMODULE module = NULL;
        char path[MAX_PATH] = "";
        if (!GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                                (LPCSTR)frames[i], &module) ||
            is_plumbing(module) || !GetModuleFileNameA(module, path, sizeof path))
            continue;
        const char *place = path_of(path);
        int written = snprintf(text + length, size - length, "%llx %s\n",
                               (unsigned long long)(frames[i] - (uintptr_t)module), place);
        if (written < 0 || (size_t)written >= size - length)
            break;
        length += (size_t)written;
    }
    return length;
}
