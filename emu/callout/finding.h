/* SPDX-License-Identifier: MIT */
/**
 * @file finding.h
 * The faults of a DLL that the emulator reports, one row each.
 */
#ifndef RRASEMU_CALLOUT_FINDING_H
#define RRASEMU_CALLOUT_FINDING_H

#include "callout/callout.h"
#include "ras/record.h"

struct server;

/** The faults. */
enum finding_id {
    FINDING_CRASH,
    FINDING_EXIT,
    FINDING_HANG,
    FINDING_EXCEPTION,
    FINDING_THREAD_EXIT,
    FINDING_CHANNEL,
    FINDING_LOADER_LOCK,
    FINDING_MEMORY_ERROR,
    FINDING_LEFTOVER_PROCESS,
    FINDING_FORBIDDEN_CALL,
    FINDING_BLOCKED,
    FINDING_USE_AFTER_RETURN,
    FINDING_OVERRUN,
    FINDING_IN_MODIFIED,
    FINDING_UNTERMINATED,
    FINDING_TABLE_SHAPE,
    FINDING_CWD_CHANGED,
    FINDING_SIGNALS_CHANGED,
    FINDING_LOCALE_CHANGED,
    FINDING_FPU_CHANGED,
    FINDING_LEFTOVER_FD,
    FINDING_LEFTOVER_THREAD,
    FINDING_LEFTOVER_HANDLE,
    FINDING_LEAK,
    FINDING_CLOSED_FILE,
    FINDING_CLOSED_HANDLE,
    FINDING_BAD_FORMAT,
    FINDING_WRONG_SIZE,
    FINDING_REAL_CLOCK,
    FINDING_NO_NETWORK,
    FINDING_NOT_HERE,
    FINDING_STDIO_OUTPUT,
    FINDING_NOT_EXPORTED,
    FINDING_INIT_DIFFERS,
    FINDING_ODD_BOOL,
    FINDING_ZERO_ADDRESS,
    FINDING_DUPLICATE_ADDRESS,
    FINDING_ODD_ADDRESS,
    FINDING_NO_REAUTHENTICATION,
    FINDING_STEP_IGNORED,
    FINDING_COUNT,
};

/** One fault's row. */
struct finding {
    const char *name;
    enum severity severity;
    const char *rule; /**< NULL: it is no rule of the interface */
    bool portable;    /**< every host reports it alike */
    const char *text; /**< what it means, for the manual and as the record's message; %s is what it is about */
};

extern const struct finding findings[FINDING_COUNT];

/** One fault of a DLL. */
struct fault {
    enum finding_id id;
    uint32_t connection;           /**< 0: none */
    const struct callout *callout; /**< NULL: outside of all, as while a DLL is loaded */
    const char *dll;               /**< NULL: it is no DLL's */
    const char *subject;           /**< what stands in the place of %s in the row's text */
    const char *backtrace;         /**< NULL: none is known */
};

/** Reports it. */
void finding_report(struct server *server, const struct fault *fault);

enum { FINDING_TIME_LIMIT = 128 };

/** Says of a hang that its time limit has passed, and whether a thread `computes` meanwhile; in FINDING_TIME_LIMIT bytes at
 * most. Safe in a signal handler. */
void finding_time_limit(char *text, size_t size, unsigned limit_ms, bool computes);

#endif
