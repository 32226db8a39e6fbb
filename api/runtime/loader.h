/* SPDX-License-Identifier: MIT */
/**
 * @file loader.h
 * @brief The lock that Windows holds while a DLL is loaded or unloaded: no thread begins or ends meanwhile. Between the
 * library and the emulator only; no program includes it.
 */
#ifndef RRAS_RUNTIME_LOADER_H
#define RRAS_RUNTIME_LOADER_H

#include <windef.h>

/**
 * Takes the lock for this thread; waits for another that has it, and first until every thread that was created before
 * has begun, however long the machine takes for that.
 * @param loading TRUE: a DLL is loaded, FALSE: unloaded
 */
void rras_loader_begin(BOOL loading);

/**
 * Gives it back.
 * @return whether this thread has waited for one that could neither begin nor end
 */
BOOL rras_loader_end(void);

/** A thread is created: rras_loader_enter() is its first step, or by its creator where it could not be created. */
void rras_loader_create(void);
void rras_loader_enter(BOOL created);

/** A thread is about to end: it waits while another one has the lock. */
void rras_loader_leave(void);

/** Whether this thread, which has the lock, and now waits, waits for good: with `thread` for a thread to end. */
BOOL rras_loader_is_deadlock(BOOL thread);

/** How many threads wait for the lock. */
unsigned rras_loader_waiting(void);

/**
 * This thread has the lock and waits for good: tells of it, and lets those go on that wait for the lock.
 * @param function that waits; NULL: the one the program has called
 */
void rras_loader_deadlock(const char *function);

/** Whether a program holds a DLL by LoadLibraryW() or GetModuleHandleExW(), and has not let it go. */
BOOL rras_module_is_held(const void *base);

/** Whether a thread that begins here takes care of the lock by itself: it is one of CreateThread(). */
BOOL rras_thread_is_own(void *(*start)(void *));

#endif
