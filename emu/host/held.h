/* SPDX-License-Identifier: MIT */
/**
 * @file held.h
 * What DLLs have allocated, opened and begun, and have not given back: one book for every host.
 */
#ifndef RRASEMU_HOST_HELD_H
#define RRASEMU_HOST_HELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum held_kind { HELD_MEMORY, HELD_FILE, HELD_HANDLE, HELD_THREAD, HELD_PROCESS };

enum { HELD_NOBODY = -1 };

/** One thing. */
struct held {
    enum held_kind kind;
    void *what;       /**< a block, a handle */
    size_t size;      /**< of a block */
    uintptr_t caller; /**< where the call that made it returns to */
    int owner;        /**< the number of the DLL that was called then */
    uint64_t sequence;
    struct held *next; /* in its place of the table */
};

/** Whose code runs from now on; HELD_NOBODY: none's. */
void held_belong(int owner);

/** Enters a thing, unless it is NULL, and returns it. One that is entered already was given back behind our back. When memory
 * runs out it is not entered. */
void *held_take(enum held_kind kind, void *what, size_t size, uintptr_t caller);

/** Strikes it out, if it is there. */
void held_give_back(enum held_kind kind, const void *what);

/** Hands over everything, in no order; nothing may be entered meanwhile. */
void held_each(void (*visit)(void *self, const struct held *held), void *self);

/** Memory that code in a range of addresses has allocated. */
struct held_memory {
    uint32_t blocks;
    uint64_t bytes;
    uintptr_t place; /**< behind the call that made the oldest; offset from the range's beginning */
};

/** Counts it, but for that of callers which `keeps` (a run-time library in the DLL); NULL: none does. */
struct held_memory held_memory_of(uintptr_t base, uintptr_t end, bool (*keeps)(void *self, uintptr_t caller),
                                  void *self);

#endif
