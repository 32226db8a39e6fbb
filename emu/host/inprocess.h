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

/** What one server has of it. */
struct inprocess {
    struct stage *stage; /**< arguments are put on it; NULL: they stay where they are */
    char folder[4096];   /**< where relative paths begin; "": that could not be found out */
    bool has_parked;     /**< a thread is in a callout for good: what is loaded stays loaded */
};

/** The host of one server. The first server that loads a file has its image; another one in this process has a private
 * copy of it, so that they share nothing. `own` must outlive the host. */
struct host inprocess_host(struct inprocess *own);

/** What dlopen() gave for a DLL; NULL when it is functions of this program. */
void *inprocess_library(const struct module *module);

/** Words for an exception of C++ that nobody catches, in a signal handler for SIGABRT; false when there is none
 * (exception.h). */
bool inprocess_exception(char *words, size_t size);

#endif
