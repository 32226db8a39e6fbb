/* SPDX-License-Identifier: MIT */
/**
 * @file service.h
 * The life of the service as one table (S1 to S9).
 */
#ifndef RRASEMU_RAS_SERVICE_H
#define RRASEMU_RAS_SERVICE_H

#include "ras/server.h"

/** What can happen to the service. */
enum service_event {
    ON_START,
    ON_LIST_READ,
    ON_LIST_DENIED,
    ON_LOADED,
    ON_UNLOADABLE,
    ON_EXPORT_MISSING,
    ON_INITIALIZED,
    ON_INITIALIZE_FAILED,
    ON_TABLE_UNUSABLE,
    ON_DHCP_LOST,
    ON_DHCP_BACK,
    ON_STOP,
    ON_TERMINATED,
    ON_PROCESS_ENDED,
    SERVICE_EVENT_COUNT,
};

/** Names of the states and events, for transcripts, tables and pictures. */
extern const char *const service_state_names[SERVICE_STATE_COUNT];
extern const char *const service_event_names[SERVICE_EVENT_COUNT];

/** One row: in this state, on this event: next state, then the action. */
struct service_row {
    const char *rule;
    enum service_state from;
    enum service_event event;
    enum service_state to;
    void (*action)(struct server *server);
    const char *text;
};

extern const struct service_row service_table[];
extern const size_t service_table_length;

/** Starts the service. False when it did not reach RUNNING; the event log says why. */
bool service_start(struct server *server);

/** Tells the service to stop, and to start again once it has; service_continue_stop() does the rest. */
void service_stop_and_start(struct server *server);

/** Tells the service to stop; service_continue_stop() does the rest. */
void service_stop(struct server *server);

/** A callout ended the service's process (Q32): connections are lost without a word, and the service
 * control manager starts it again, a few times. */
void service_process_ended(struct server *server);

/** The service control manager starts it again. */
void service_restart(struct server *server);

/** The DHCP server cannot be reached any more, or can again (B2.dhcp). */
void service_reach_dhcp(struct server *server, bool reachable);

/** The next step of a stop under way, once no question can be answered any more: drops a connection
 * (S8), or, when the last is gone, terminates the DLLs (S9). Whether there was one. */
bool service_continue_stop(struct server *server);

#endif
