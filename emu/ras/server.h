/* SPDX-License-Identifier: MIT */
/**
 * @file server.h
 * The emulated server's state: clock, ports and addresses, users and connections. What happens to it
 * stands in lifecycle.h and service.h, what makes it happen in engine.h.
 */
#ifndef RRASEMU_RAS_SERVER_H
#define RRASEMU_RAS_SERVER_H

#include "core/error.h"
#include "core/queue.h"
#include "core/tally.h"
#include "ras/questions.h"
#include "ras/connection.h"
#include "ras/coverage.h"
#include "ras/lifecycle.h"
#include "ras/mail.h"
#include "ras/policy.h"
#include "ras/pool.h"
#include "ras/port.h"
#include "ras/profile.h"
#include "ras/record.h"
#include "ras/roster.h"

/** The states of the service (S1 to S9). */
enum service_state {
    SERVICE_STOPPED,
    SERVICE_READING,
    SERVICE_LOADING,
    SERVICE_INITIALIZING,
    SERVICE_RUNNING,
    SERVICE_STOPPING,
    SERVICE_START_FAILED,
    SERVICE_STATE_COUNT,
};

/** What a server is made from. */
struct server_options {
    const struct profile *profile;
    uint64_t seed;
    int64_t start; /**< virtual date of the service start, seconds since 1970 */
    struct pool_options pool;
    struct ipv6_prefix {
        uint8_t bytes[8]; /**< what is behind the prefix is 0 */
        uint32_t length;  /**< in bits, at most 64 */
    } ipv6_prefix;
    uint32_t no_identifiers; /**< 1: RRAS has no IPv6 identifier to propose */
    uint32_t endpoint;       /**< the server's outer IPv4 address, host order */
    uint32_t ports[TUNNEL_COUNT];
    uint32_t devices[TUNNEL_COUNT]; /**< device numbers, which port names show */
    uint32_t links_most;            /**< of one connection: the multilink limit */
    struct policy_choices policies; /**< where the documentation is silent */
    const char *display_name;       /**< of the administration DLLs (D.display), or NULL */
    uint32_t restarts_most;         /**< of a service whose process ended, within: */
    uint64_t restart_while_ns;
    uint64_t restart_delay_ns; /**< from its end to its start */
    uint64_t outage_ns;        /**< network-outage time of IKEv2 tunnels */
    uint64_t echo_ns;          /**< how long a PPP peer is believed in that answers nothing */
    uint64_t negotiation_ns;   /**< a call may take to be active; 0: no limit */
    uint32_t immobile;         /**< 1: mobility is disabled (error 843) */
    uint32_t key_denied;       /**< 1: the registry key of the DLLs cannot be opened */
};

/** The documented defaults: profile 2022, seed 1, 2026-01-05T08:00:00Z, pool 192.168.1.1-254, 128
 * ports of each type, 8 modems, two links a connection, 30 minutes of network outage. */
struct server_options server_default_options(void);

/** Kinds of queue events. */
enum server_event { EVENT_CONNECTION, EVENT_DEADLINE, EVENT_CALLOUTS, EVENT_RESTART };

/** Who brings stimuli, in the order of their time. The engine takes the earliest of its queue and its inputs; of what
 * is due at the same instant the queue's comes first, then the inputs' in the order of their addition. */
struct server_input {
    bool (*next)(void *self, uint64_t *time_ns);      /**< when the next is due; false: there is none */
    void (*apply)(void *self, struct server *server); /**< applies it, and goes on to the one behind */
    void *self;
};

enum { SERVER_INPUTS_MOST = 4 };

/** A server. Its fields are readable by all above; only this folder writes them. */
struct server {
    struct server_options options;
    uint64_t now_ns;
    enum service_state state;
    struct queue queue;
    struct pool pool;
    struct ports ports;
    struct user **users;
    size_t user_count;
    struct connection **slots;
    uint32_t *free_slots;
    uint32_t slot_count, slot_capacity, free_slot_count;
    uint32_t last_number;
    struct roster roster;                /**< live connections */
    struct tally addresses, identifiers; /**< theirs */
    uint32_t dropped;                    /**< number of the last that was told of the stop */
    struct lifecycle_index index;
    struct mail mail;
    struct letters raised; /**< events that wait for the action that runs */
    bool deciding;         /**< lifecycle_happen() runs */
    const struct ras_callouts *callouts;
    struct record_stream *records;
    struct server_input inputs[SERVER_INPUTS_MOST];
    size_t input_count;
    uint32_t live_events;  /**< queued, of living connections and of callouts that sleep */
    uint32_t process_ends; /**< how often a callout ended the service's process */
    bool start_again;      /**< once it has stopped */
    uint32_t restarts;     /**< since restarts_since_ns */
    uint64_t restarts_since_ns;
    struct coverage coverage;
    struct error error; /**< set when the emulator itself failed */
};

/** Makes a stopped server. `callouts` and `records` must outlive it. */
bool server_open(struct server *server, const struct server_options *options, const struct ras_callouts *callouts,
                 struct record_stream *records, struct error *error);

/** Frees it; connections still alive are dropped without a word. */
void server_close(struct server *server);

/** Adds a user account; the strings are copied. NULL when memory ran out. */
const struct user *server_add_user(struct server *server, const struct user *user);

/** The connection, or NULL when it has ended. */
struct connection *server_connection(const struct server *server, struct connection_ref ref);

/** The same, but not one that has ended and only waits for answers. */
struct connection *server_living(const struct server *server, struct connection_ref ref);

/** The live connection of this number; NULL when it has ended. */
struct connection *server_numbered(const struct server *server, uint32_t number);

/** The live connection whose number is the next above, or below, this one; NULL when there is none. */
struct connection *server_above(const struct server *server, uint32_t number);
struct connection *server_below(const struct server *server, uint32_t number);

/** Whether a live connection uses this IPv4 address (host order), or this identifier. */
bool server_address_in_use(const struct server *server, uint32_t ipv4);
bool server_id_in_use(const struct server *server, const uint8_t ipv6_id[8]);

/** From now on the connection's address, or identifier, is in use, if it was given. */
void server_take_lease(struct server *server, const struct connection *connection, bool v4);

/** Adds an input; there is room for SERVER_INPUTS_MOST. */
void server_add_input(struct server *server, struct server_input input);

/** Queues a look at questions that wait for virtual time to pass. */
void server_schedule_callouts(struct server *server, uint64_t time_ns);

/** Queues the restart of a service whose process ended. */
void server_schedule_restart(struct server *server, uint64_t delay_ns);

/** Addresses are as they were before the first start. False when memory ran out. */
bool server_renew(struct server *server);

/** What the service control manager calls the service. */
#define SERVICE_TITLE "Routing and Remote Access"

/** Whether the policy has this value, by the names of policies.def: POLICY_IS(server, ADDRESS_TIME, AFTER_ACCEPT). */
#define POLICY_IS(server, policy, choice) (server_policy(server, POLICY_##policy) == (unsigned)policy##_##choice)

/** The value chosen for a policy. */
static inline unsigned server_policy(const struct server *server, enum policy_id policy)
{
    return server->options.policies.value[policy];
}

/** Emits a record stamped with the present time. */
void server_emit(struct server *server, struct record *record);

/** Emits an event-log entry; params end with NULL. */
void server_eventlog(struct server *server, const char *rule, unsigned id, const char *const *params);

/* --- for this folder --- */

/** Queues an event for a connection or one of its links, `delay_ns` from now. */
void server_schedule(struct server *server, struct connection *connection, uint64_t delay_ns, uint32_t event,
                     uint32_t link);

/** Queues a look at a deadline; whether a run goes on for it alone. */
void server_schedule_deadline(struct server *server, struct connection *connection, uint64_t time_ns,
                              enum deadline deadline, bool keeps_run);

/** A new connection in a slot of its own, the newest of the living; NULL when memory ran out. */
struct connection *server_new_connection(struct server *server);

/** A port for a new link of the connection, and the link; NULL when none listens or there is no place. */
struct link *connection_take_port(struct server *server, struct connection *connection);

/** Lets a link's port listen again and frees the link's place. */
void server_free_port(struct server *server, struct link *link);

/** Frees a closed connection's port and address, and its slot unless answers are awaited. */
void server_forget(struct server *server, struct connection *connection);

/** Frees the slot of one that has ended, whose answers will never come. */
void server_abandon(struct server *server, struct connection *connection);

#endif
