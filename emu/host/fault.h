/* SPDX-License-Identifier: MIT */
/**
 * @file fault.h
 * What a signal says of memory that cannot be accessed, on systems of POSIX.
 */
#ifndef RRASEMU_HOST_FAULT_H
#define RRASEMU_HOST_FAULT_H

#include "host/stage.h"

#include <signal.h>

/** Whether a signal came of an access beside an argument, which is let through now: the handler returns, and the
 * access is repeated. For handlers with SA_SIGINFO, and not SA_RESETHAND. */
bool fault_let_through(struct stage *stage, int number, const siginfo_t *info, const void *context);

/** The place in the code that a signal has interrupted; 0 where that is not known. */
uintptr_t fault_place(const void *context);

#endif
