/* SPDX-License-Identifier: MIT */
/**
 * @file stimulus.h
 * The one door for the outside: whatever comes to a server from there is a stimulus, whoever brings it.
 */
#ifndef RRASEMU_INPUT_STIMULUS_H
#define RRASEMU_INPUT_STIMULUS_H

#include "ras/server.h"

#include <stdbool.h>
#include <stdint.h>

enum stimulus_kind {
#define STIMULUS(id, key, needs, raises, apply, words) STIMULUS_##id,
#include "input/stimuli.def"
#undef STIMULUS
    STIMULUS_COUNT,
};

/** Who brings it. */
enum origin_kind { ORIGIN_SCENARIO, ORIGIN_API, ORIGIN_CLIENT, ORIGIN_HTTP, ORIGIN_SIGNAL, ORIGIN_DLL, ORIGIN_KINDS };

extern const char *const origin_names[ORIGIN_KINDS];

/** What a stimulus is about. */
enum need {
    NEED_USER,       /**< a user, who calls */
    NEED_CONNECTION, /**< a connection */
    NEED_SERVICE,    /**< the service */
    NEED_DHCP,       /**< the DHCP server, where there is one */
};

/** Bits of `wants`. */
enum { WANTS_IPV4 = 1, WANTS_IPV6 = 2 };

/** A stimulus. Only what goes with its kind counts. */
struct stimulus {
    uint32_t kind;             /**< enum stimulus_kind */
    uint32_t origin;           /**< enum origin_kind */
    struct connection_ref ref; /**< NEED_CONNECTION; behind a dial, its connection */
    const struct user *user;   /**< NEED_USER */
    uint32_t tunnel;           /**< TUNNEL_COUNT: the version's default */
    uint32_t wants;            /**< WANTS_* bits */
    uint32_t from;             /**< the client's outer address, host order; 0: made up */
    uint64_t sent, received;   /**< bytes */
    uint32_t link;             /**< number of the link; 0: the first */
    uint32_t errors[LINE_ERRORS];
    uint32_t state;        /**< RAS_QUARANTINE_STATE */
    uint64_t probation_ns; /**< how long a probation lasts */
    uint32_t to, local;    /**< new outer addresses of client and server, host order; 0: as it is */
    bool back;             /**< the DHCP server is back */
};

/** One kind. */
struct stimulus_row {
    const char *key; /**< of scenarios and records */
    enum need needs;
    uint32_t raises; /**< enum connection_event; CONNECTION_EVENT_COUNT: none */
    bool (*apply)(struct server *server, struct stimulus *stimulus); /**< false: nothing happens */
    const char *text;                                                /**< for the manual */
};

extern const struct stimulus_row stimuli[STIMULUS_COUNT];

/** Applies it now, and records it (RECORD_INPUT). What is recorded of its arguments `add` writes, as members of a JSON
 * object, when somebody reads them; `source` is its argument and lives during the call only.
 * @return false: nothing has happened, as the server or the connection cannot take it */
bool stimulus_apply(struct server *server, struct stimulus *stimulus,
                    void (*add)(struct text *text, const void *source), const void *source);

#endif
