/* SPDX-License-Identifier: MIT */
/**
 * @file answers.h
 * What the answer to a question means for the connection that has asked it: which event follows.
 */
#ifndef RRASEMU_RAS_ANSWERS_H
#define RRASEMU_RAS_ANSWERS_H

#include "ras/questions.h"
#include "ras/event.h"

#include <stdbool.h>
#include <stddef.h>

struct server;
struct connection;

/** What a row is about an answer. */
enum response {
    RESPONSE_AGREED,
    RESPONSE_REFUSED,
    RESPONSE_EMPTY,     /**< agreed, but there is no address */
    RESPONSE_DUPLICATE, /**< agreed, with an address that is refused (Q21) */
    RESPONSE_COUNT,
};

extern const char *const response_names[RESPONSE_COUNT];

/** One row. */
struct answer_row {
    enum ask ask;
    enum response response;
    enum connection_event event; /**< what follows */
    bool exchange; /**< it follows when an exchange with the client is over, which takes the tunnel's time */
};

extern const struct answer_row answers[];
extern const size_t answers_length;

/** Names of the questions. */
extern const char *const ask_names[ASK_COUNT];

#endif
