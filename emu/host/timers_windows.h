/* SPDX-License-Identifier: MIT */
/**
 * @file timers_windows.h
 * Waitable timers in virtual time, in the worker under Wine.
 */
#ifndef RRASEMU_HOST_TIMERS_WINDOWS_H
#define RRASEMU_HOST_TIMERS_WINDOWS_H

#include <windows.h>

/** This handle is closed; a timer without any never fires. */
void timers_closed(HANDLE handle);

#endif
