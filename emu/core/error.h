/* SPDX-License-Identifier: MIT */
/**
 * @file error.h
 * One failure on its way to the user: a class, which decides the exit status, and one line of text.
 */
#ifndef RRASEMU_CORE_ERROR_H
#define RRASEMU_CORE_ERROR_H

/** The classes of failure; their values are the exit statuses of the command (rrasemu.1). */
enum failure {
    FAILURE_NONE = 0,
    FAILURE_FINDING = 1,       /**< the run showed a fault, or nothing ran */
    FAILURE_USAGE = 2,         /**< wrong option, scenario, profile */
    FAILURE_SERVICE_START = 3, /**< the emulated service did not start */
    FAILURE_INTERNAL = 4,      /**< the emulator itself failed */
};

/** A failure. Text is one line, possibly followed by the offending source line and a caret. */
struct error {
    enum failure class;
    char text[4608]; /* a longest path, and what is wrong with it */
};

/** Records a failure; returns false so that callers can `return error_set(...)`. Only the first
 * failure is kept: what follows is a consequence of it. */
#ifdef __GNUC__
__attribute__((format(printf, 3, 4)))
#endif
_Bool error_set(struct error *error, enum failure class, const char *format, ...);

/** The one text for memory that ran out. */
_Bool error_out_of_memory(struct error *error);

#endif
