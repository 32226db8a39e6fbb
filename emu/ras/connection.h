/* SPDX-License-Identifier: MIT */
/**
 * @file connection.h
 * A connection, its links and its user, as the server knows them.
 */
#ifndef RRASEMU_RAS_CONNECTION_H
#define RRASEMU_RAS_CONNECTION_H

#include "core/random.h"
#include "core/text.h"
#include "ras/questions.h"
#include "ras/deadline.h"
#include "ras/mail.h"
#include "ras/port.h"
#include "ras/tunnel.h"

#include <stdbool.h>
#include <stdint.h>

/** The states of a connection (C3). */
enum connection_state {
    CONNECTION_IDLE,    /**< the port listens */
    CONNECTION_AUTH,    /**< link up, user being authenticated */
    CONNECTION_ADDR,    /**< user authenticated, network protocols being negotiated */
    CONNECTION_ASKCONN, /**< the DLLs are asked to accept the connection */
    CONNECTION_ASKLINK, /**< the DLLs are asked to accept the first link */
    CONNECTION_ACTIVE,  /**< one or more accepted links */
    CONNECTION_REAUTH,  /**< re-authenticating after a change of the quarantine state */
    CONNECTION_MOVE,    /**< the tunnel's endpoint changes */
    CONNECTION_CLOSING, /**< being dismantled */
    CONNECTION_CLOSED,
    CONNECTION_STATE_COUNT,
};

/** Names of the states, as the reference writes them. */
extern const char *const connection_state_names[CONNECTION_STATE_COUNT];

/** Why a connection ends. */
enum end_reason {
    END_NONE,
    END_NO_SERVICE,     /**< the service does not run */
    END_NO_PORT,        /**< no port listens */
    END_AUTHENTICATION, /**< authentication failed */
    END_PERMISSION,     /**< the account may not dial in */
    END_COOKIE,         /**< the pre-authentication callback refused */
    END_ADDRESS,        /**< the address callout failed */
    END_NO_ADDRESS,     /**< nobody has an address */
    END_DUPLICATE,      /**< the address is another client's, and a policy minds */
    END_NEGOTIATION,    /**< authentication or negotiation took too long */
    END_REFUSED,        /**< a DLL refused the connection or its first link */
    END_REAUTH_REFUSED, /**< a DLL refused the re-authentication */
    END_MOVE_REFUSED,   /**< a DLL refused the new endpoint */
    END_PROBATION,      /**< the probation time passed */
    END_FILTERS,        /**< the session time under quarantine filters passed */
    END_OUTAGE,         /**< the peer was silent for the network-outage time */
    END_ECHO,           /**< a PPP peer answered no echo request */
    END_CLIENT,         /**< the client hung up */
    END_LINE,           /**< the line was lost */
    END_HARDWARE,       /**< the port's hardware failed */
    END_ADMIN,          /**< an administrator disconnected the port */
    END_IDLE,           /**< no traffic for the idle time */
    END_SESSION,        /**< the session limit was reached */
    END_STOP,           /**< the service stops */
    END_PROCESS,        /**< the service's process ended */
    END_REASON_COUNT,
};

/** A reason's RAS error number and words. */
struct end_reason_facts {
    uint32_t code;
    const char *text;
};

extern const struct end_reason_facts end_reasons[END_REASON_COUNT];

/** Names of RAS_QUARANTINE_STATE, in its order. */
enum { QUARANTINE_STATES = 4 };
extern const char *const quarantine_names[QUARANTINE_STATES];

/** Errors of a line, in the order of mprapi.h. */
enum line_error {
    LINE_CRC,
    LINE_TIMEOUT,
    LINE_ALIGNMENT,
    LINE_HARDWARE_OVERRUN,
    LINE_FRAMING,
    LINE_BUFFER_OVERRUN,
    LINE_ERRORS
};

/** Traffic so far, as the server counts it. Values wrap at 2^32 as their DWORDs do. */
struct counters {
    uint32_t bytes_sent, bytes_received, frames_sent, frames_received;
    uint32_t errors[LINE_ERRORS];
};

/** Longest cookie of an SSTP client, in bytes. */
enum { COOKIE_MOST = 256 };

/** One of the media's parameters that callouts of NT 4.0 are given (B5.nt4). */
struct media_parameter {
    const char *key;
    const char *text; /**< NULL: it is a number */
    uint32_t number;
};

enum { MEDIA_PARAMETERS_MOST = 4 };

/** The names of a user in the UTF-16 of callouts. */
struct wide_names {
    const uint16_t *name, *domain, *computer, *title;
};

/** A user account. The strings belong to the server (server_add_user). Name, domain and computer may be
 * empty: a machine's certificate names nobody. */
struct user {
    const char *title;       /**< domain and name in one; the server makes it */
    struct wide_names wide;  /**< the server makes them */
    const char *name;        /**< without domain */
    const char *domain;      /**< logon domain */
    const char *computer;    /**< the remote computer's name */
    const char *cookie;      /**< what an SSTP client presents instead of authenticating; NULL: nothing */
    const char *netbios;     /**< the client's NetBIOS name, where it has NetBEUI; NULL: not negotiated */
    const char *ipx;         /**< its IPX address, net.node; NULL: not negotiated */
    const char *appletalk;   /**< its AppleTalk address; NULL: not negotiated */
    bool wrong_password;     /**< authentication fails */
    bool no_permission;      /**< the account may not dial in */
    bool call_back;          /**< the server hangs up and calls the user back (Q33) */
    bool messenger;          /**< RAS_FLAGS_MESSENGER_PRESENT: the client can receive messages */
    bool vj;                 /**< both sides send VJ-compressed headers */
    uint32_t interface_type; /**< ROUTER_INTERFACE_TYPE (Q34) */
    struct wishes wishes;
    uint32_t ratio;        /**< compressed to uncompressed size, in percent; 0: 100 */
    uint32_t quarantine;   /**< RAS_QUARANTINE_STATE when the user calls */
    uint64_t probation_ns; /**< how long a probation lasts that is there when the user calls */
    uint64_t filters_ns;   /**< session time under quarantine filters; 0: no limit */
    struct media_parameter media[MEDIA_PARAMETERS_MOST];
    uint32_t media_count;
    bool filtered;       /**< Network Access Quarantine Control applies (C4.rqs) */
    uint32_t ipv4;       /**< fixed address of the account, host order; 0: none (B2.account) */
    uint64_t idle_ns;    /**< ends a connection without traffic; 0: never */
    uint64_t session_ns; /**< ends a connection; 0: never */
};

/** What a client asks for when it calls. */
struct dial {
    const struct user *user;
    enum tunnel tunnel;
    bool ipv4, ipv6;   /**< the families it wants; at least one */
    uint32_t endpoint; /**< the client's outer IPv4 address, host order; 0: made up */
};

/** How far a link has come. */
enum link_state {
    LINK_NONE,     /**< the place is free */
    LINK_AUTH,     /**< being authenticated */
    LINK_ASKED,    /**< the DLLs are asked to accept it */
    LINK_ANSWERED, /**< they have answered */
    LINK_ACTIVE,   /**< accepted */
    LINK_ENDING,   /**< being dismantled */
};

/** One link of a connection. */
struct link {
    uint32_t number; /**< from 1, in order of joining; never used again */
    enum link_state state;
    struct port *port;
    uint64_t since_ns; /**< when its accept callout was due */
    uint64_t heard;    /**< listeners asked to accept it, one bit each */
    bool accepted;
    bool failed; /**< its port's hardware did (RAS_HARDWARE_FAILURE) */
    struct counters counters;
};

enum { CONNECTION_LINKS_MOST = 8 };

/** What a connection owes its DLLs, by audit.h. */
enum debt { DEBT_CONNECTION_HANGUP, DEBT_LINK_HANGUP, DEBT_RELEASE4, DEBT_RELEASE6, DEBT_COUNT };

/** One address family's share of a connection. */
struct lease {
    bool wanted, asked;
    bool given;  /**< an address is assigned */
    bool notify; /**< the DLL wants the release callout (B2.release4, B2.release6) */
};

/** A connection. */
struct connection {
    uint32_t number; /**< from 1, in order of the calls */
    uint32_t slot;   /**< where the server keeps it */
    enum connection_state state;
    enum end_reason ending;
    uint32_t asked;        /**< kinds of question whose answers are awaited, a bit each */
    uint32_t awaited;      /**< how many answers */
    uint32_t events;       /**< of its own in the queue */
    bool forgotten;        /**< it has ended, and stays only until those answers have come */
    bool called_back;      /**< by the server, once */
    bool preauthenticated; /**< let in by its cookie (C3.2a) */
    bool served;           /**< was active */
    bool refused;          /**< a DLL refused it or its first link */
    struct dial dial;
    struct random_stream random;

    struct lease lease4, lease6;
    uint32_t ipv4;           /**< the client's, host order */
    uint32_t ipv4_from_pool; /**< the address of the pool that is taken for the client, or 0 */
    uint8_t ipv6_id[8];      /**< the client's interface identifier */

    uint64_t since_ns; /**< when its accept callout was due */
    uint64_t heard;    /**< listeners asked to accept it, one bit each */
    bool accepted;
    struct counters counters;
    struct link links[CONNECTION_LINKS_MOST];
    uint32_t last_link;            /**< number of the link that joined last */
    const struct port *first_port; /**< of the first link; what the address callouts are told (Q36) */
    unsigned closing_step;
    int owed[DEBT_COUNT]; /**< what audit.h expects to be told before the end */

    uint8_t guid[16];
    uint32_t endpoint;                                         /**< the client's outer address, host order */
    uint32_t local_endpoint;                                   /**< the server's */
    uint32_t old_endpoint, new_endpoint, old_local, new_local; /**< while they change */
    uint32_t switchovers;                                      /**< completed endpoint changes */

    struct wish wish;        /**< what the event under way asks for */
    struct letters deferred; /**< events that wait until the state has changed */
    struct deadline_state deadlines[DEADLINE_COUNT];

    uint32_t quarantine;   /**< RAS_QUARANTINE_STATE */
    uint64_t probation_ns; /**< when the probation ends that it is or was on; 0: none */
    bool change_asked;     /**< a DLL was asked about the last change of it */
    bool filtered;         /**< RAS_FLAGS_QUARANTINE_PRESENT */
    bool silent;           /**< a PPP peer that vanished, which the server does not know yet */
    bool dormant;          /**< RAS_FLAGS_DORMANT */
};

/** Adds a user as `DOMAIN\name`, or the name alone where there is no domain. */
void user_add_name(struct text *text, const struct user *user);

/** What the ends of a connection agreed on. */
struct terms connection_terms(const struct connection *connection);
enum strength connection_strength(const struct connection *connection);

/** Handles are numbers of the emulator, the same in every run. */
uint32_t connection_handle(const struct connection *connection);
uint32_t connection_interface_handle(const struct connection *connection);

/** The link of this number, or NULL when it is gone. */
struct link *connection_link(struct connection *connection, uint32_t number);

/** Its state; LINK_NONE when it is gone. */
enum link_state connection_link_state(const struct connection *connection, uint32_t number);

/** Whether there is a free place for a link. */
bool connection_has_place(const struct connection *connection);

/** A free place for a link, already numbered, or NULL when all are taken. */
struct link *connection_new_link(struct connection *connection);

/** Links that are neither gone nor going. */
unsigned connection_links_left(const struct connection *connection);

/** Whether a link's question is not answered yet. */
bool connection_asks_link(const struct connection *connection);

/** Links that were accepted and are still up. */
unsigned connection_active_links(const struct connection *connection);

/** The link that joined last, or first, among those not gone or going; NULL when all are. */
struct link *connection_next_link(struct connection *connection, bool oldest);

/** Whole seconds since `since_ns`. */
uint32_t connection_seconds(uint64_t since_ns, uint64_t now_ns);

/** Adds traffic to a connection and one of its links. */
void connection_transfer(struct connection *connection, struct link *link, uint64_t bytes_sent,
                         uint64_t bytes_received);

#endif
