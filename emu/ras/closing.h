/* SPDX-License-Identifier: MIT */
/**
 * @file closing.h
 * The end of a connection as a table (C3.24): who is told what, in which order.
 */
#ifndef RRASEMU_RAS_CLOSING_H
#define RRASEMU_RAS_CLOSING_H

#include "ras/questions.h"

#include <stddef.h>

struct server;
struct connection;

/** How far a step has come. */
enum closing_progress {
    CLOSING_OVER,  /**< the next step may begin */
    CLOSING_MORE,  /**< it is not over, and goes on at once */
    CLOSING_WAITS, /**< it is not over, and goes on when its question is answered */
    CLOSING_LAST,  /**< it is over when its question is answered */
};

enum { CLOSING_ORDERS = 3 };

/** One step. */
struct closing_row {
    const char *rule;
    unsigned char place[CLOSING_ORDERS]; /**< in the order of each value of the policy release-time (Q2) */
    enum ask ask;                        /**< what the DLLs are told */
    const char *text;                    /**< what is done, and for whom */
    enum closing_progress (*act)(struct server *server, struct connection *connection);
};

extern const struct closing_row closing_rows[];
extern const size_t closing_length;

#endif
