/* SPDX-License-Identifier: MIT */
/**
 * @file misuse.h
 * @brief Calls of the run-time library that make no sense, for who wants to hear of them. Between the library and the
 * emulator only; no program includes it.
 */
#ifndef RRAS_RUNTIME_MISUSE_H
#define RRAS_RUNTIME_MISUSE_H

/** What is wrong. */
enum rras_misuse {
    RRAS_MISUSE_FILE,    /**< a stream that is closed, or NULL */
    RRAS_MISUSE_HANDLE,  /**< a handle of nothing */
    RRAS_MISUSE_FORMAT,  /**< a conversion that does not exist */
    RRAS_MISUSE_SIZE,    /**< a size that is larger than the object */
    RRAS_MISUSE_LOADER,  /**< it waits for a thread under the loader lock */
    RRAS_MISUSE_CLOCK,   /**< it goes by the machine's clock, not by virtual time */
    RRAS_MISUSE_NETWORK, /**< it wants to reach what is neither on this machine nor in the scenario */
    RRAS_MISUSE_ABSENT,  /**< it calls what only Windows and Wine have */
    RRAS_MISUSES,
};

/**
 * Has `listener` called, on the thread of the call and from inside of it. No lock of the library is held then.
 * @param listener gets what is wrong; the function that was called, or NULL for the one the program has called last; in
 * words, what is wrong with it
 */
void rras_on_misuse(void (*listener)(enum rras_misuse kind, const char *function, const char *words));

/**
 * Tells the listener, if there is one.
 * @param kind what is wrong
 * @param function that was called, or NULL: the one the program has called
 * @param format what is wrong in words
 */
void rras_misused(enum rras_misuse kind, const char *function, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 3, 4)))
#endif
    ;

#endif
