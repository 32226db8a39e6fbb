/* SPDX-License-Identifier: MIT */
/**
 * @file handles_windows.h
 * What the worker under Wine remembers of handles that threads wait for.
 */
#ifndef RRASEMU_HOST_HANDLES_WINDOWS_H
#define RRASEMU_HOST_HANDLES_WINDOWS_H

#include <stdbool.h>
#include <stdint.h>

#include <windows.h>

/** A request is pending whose end sets this event; NULL: which is told otherwise. */
void handle_awaits_request(HANDLE event);

/** What was pending has come. */
void handle_has_come(HANDLE handle);

/** Whether another handle may be of the same object. */
bool handle_is_shared(HANDLE handle);

/**
 * For so many looks of the watch time stands for a wait for these, 0: which only threads of this process can end.
 * @param takes_all the end of every request that is told by no event: it is a port, or runs APCs
 */
unsigned handles_moment(ULONG count, const HANDLE *handles, bool takes_all, uint64_t limit_ns);

#endif
