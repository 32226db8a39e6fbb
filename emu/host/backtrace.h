/* SPDX-License-Identifier: MIT */
/**
 * @file backtrace.h
 * Where a thread stands: taken as module and offset, told as function, file and line.
 */
#ifndef RRASEMU_HOST_BACKTRACE_H
#define RRASEMU_HOST_BACKTRACE_H

#include "core/text.h"
#include "host/image.h"

#include <stddef.h>
#include <stdint.h>

/** Room for the frames of a thread. */
enum { BACKTRACE_SIZE = 8192 };

/** Makes the first backtrace_take() possible in a signal handler. */
void backtrace_prepare(void);

#ifndef _WIN32
/** Where a library that dlopen() gave lies. */
void backtrace_image_of(void *library, struct image *image);

/** A DLL is loaded there; a thread that is still there when it is unloaded is told as in it. */
void backtrace_know(const struct image *image);
#endif

/** The place that a handler has interrupted, for backtrace_take() `in_handler`; 0: it is not known. */
void backtrace_interrupted(uintptr_t place);

/** Writes the interrupted place alone, as backtrace_take() would: that is safe whatever has become of the stack. */
size_t backtrace_take_place(char *text, size_t size);

/** Writes this thread's frames, the innermost first, one `OFFSET MODULE` a line; those of this program
 * itself are left out, and so is what calls the handler if this is `in_handler` of a signal. Returns the
 * bytes written. */
size_t backtrace_take(char *text, size_t size, bool in_handler);

#ifdef _WIN32
/** The CONTEXT of what a handler was called for, which backtrace_take() needs `in_handler`. */
extern const void *backtrace_context;

/** Keeps this thread's frames for a backtrace_take() of another thread, when this one will be gone. */
void backtrace_remember(void);
#endif

/** Tells such frames as records have them (ras/record.h): what the module's symbols do not say is empty. */
void backtrace_describe(struct text *out, const char *frames, size_t length);

#endif
