/* SPDX-License-Identifier: MIT */
/**
 * @file inprocess.h
 * The host that runs DLL code in this process: for debuggers, unit tests and speed.
 */
#ifndef RRASEMU_HOST_INPROCESS_H
#define RRASEMU_HOST_INPROCESS_H

#include "callout/host.h"

/** The host; it holds nothing, so any number of chains may use it. */
struct host inprocess_host(void);

#endif
