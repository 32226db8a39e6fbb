/* SPDX-License-Identifier: MIT */
/**
 * @file inprocess.h
 * The host that runs DLL code in this process: for debuggers, unit tests and speed.
 */
#ifndef RRASEMU_HOST_INPROCESS_H
#define RRASEMU_HOST_INPROCESS_H

#include "callout/host.h"
#include "host/exception.h"
#include "host/stage.h"

/** The host. It holds nothing but the stage that arguments are put on, or NULL: then they stay where
 * they are, and any number of chains may use it. */
struct host inprocess_host(struct stage *stage);

/** What dlopen() gave for a DLL; NULL when it is functions of this program. */
void *inprocess_library(const struct module *module);

/** Words for an exception of C++ that nobody catches, in a signal handler for SIGABRT; false when there is none
 * (exception.h). */
bool inprocess_exception(char *words, size_t size);

#endif
