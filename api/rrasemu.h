/* SPDX-License-Identifier: MIT */
/**
 * @file rrasemu.h
 * The embedding API: run the emulated RRAS server inside your own program, typically a unit test.
 *
 * A server is made, given administration DLLs (as files, or as functions of the program itself),
 * started, dialled, moved along in virtual time and stopped; everything that happened can then be
 * read as records. Nothing waits: virtual time passes only in rrasemu_advance().
 *
 * @code
 * rrasemu_server *server = rrasemu_server_new();
 * rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
 * rrasemu_add_dll(server, "./my.so");
 * rrasemu_start(server);
 * alice.user = "alice";
 * uint32_t connection = rrasemu_dial(server, &alice);
 * rrasemu_advance(server, 2 * RRASEMU_SECOND);
 * assert(rrasemu_connection_state(server, connection) == RRASEMU_ACTIVE);
 * rrasemu_hang_up(server, connection);
 * rrasemu_stop(server);
 * rrasemu_server_free(server);
 * @endcode
 *
 * Strings are UTF-8. A server belongs to one thread at a time; several may live in several threads. Each has an image
 * of its DLLs of its own: a file that another server has loaded is copied into the folder for temporary files, as long
 * as it is used. What the run-time library keeps for DLLs (handles, named objects, the sandbox folder, the registry)
 * belongs to the process, and so does what a DLL's thread says outside of callouts: the next server that looks has it.
 *
 * DLLs run inside the calling process, and a callout must not call back into the server that calls it: such a call is
 * refused with #RRASEMU_USAGE. A program that uses this header needs no special compiler flags; see mprapi.h for what
 * callouts need.
 */
#ifndef RRASEMU_H
#define RRASEMU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup embedding Embedding API
 * @{
 */

/** An emulated server; only pointers to it are handed out. */
typedef struct rrasemu_server rrasemu_server;

/** One second of virtual time, in nanoseconds. */
#define RRASEMU_SECOND UINT64_C(1000000000)

/** What calls return. The values are the exit statuses of the rrasemu command. */
typedef enum rrasemu_status {
    RRASEMU_OK = 0,           /**< done */
    RRASEMU_FINDING = 1,      /**< a DLL did what ends the run: a forbidden call (B0.forbidden) */
    RRASEMU_USAGE = 2,        /**< a wrong argument, or a call at a wrong time */
    RRASEMU_START_FAILED = 3, /**< the service did not start: rules S3, S4, S6, S6a */
    RRASEMU_INTERNAL = 4      /**< the emulator failed, as when memory runs out */
} rrasemu_status;

/** The states of a connection (C3). */
typedef enum rrasemu_state {
    RRASEMU_UNKNOWN, /**< no connection has this number */
    RRASEMU_IDLE,    /**< authentication failed; the port listens again */
    RRASEMU_AUTH,    /**< the user is being authenticated */
    RRASEMU_ADDR,    /**< network protocols are being negotiated */
    RRASEMU_ASKCONN, /**< the DLLs are asked to accept the connection */
    RRASEMU_ASKLINK, /**< the DLLs are asked to accept the first link */
    RRASEMU_ACTIVE,  /**< the connection is up */
    RRASEMU_REAUTH,  /**< re-authenticating after a change of the quarantine state */
    RRASEMU_MOVE,    /**< the tunnel's endpoint changes */
    RRASEMU_CLOSING, /**< it is being dismantled */
    RRASEMU_CLOSED   /**< it is gone */
} rrasemu_state;

/** A callout given as a function of this program. */
typedef struct rrasemu_callout {
    const char *name;       /**< export name, as `MprAdminAcceptNewConnection` */
    void (*function)(void); /**< the function, cast to this type */
} rrasemu_callout;

/** Address families of rrasemu_dial_request.families. */
enum {
    RRASEMU_IPV4 = 1, /**< the client wants an IPv4 address */
    RRASEMU_IPV6 = 2  /**< the client wants an IPv6 interface identifier */
};

/** What a client asks for when it calls. Begin with #RRASEMU_DIAL_INIT: members may be added. */
typedef struct rrasemu_dial_request {
    size_t size;          /**< of this structure */
    const char *user;     /**< user name without domain, at most 256 characters; required */
    const char *domain;   /**< logon domain, at most 15; NULL: EXAMPLE */
    const char *computer; /**< name of the client's computer, at most 16; NULL: CLIENT-PC */
    const char *tunnel;   /**< SSTP, IKEv2, L2TP, PPTP or modem; NULL: SSTP, or PPTP before 2008 */
    unsigned families;    /**< RRASEMU_IPV4, from 2008 on RRASEMU_IPV6, or both; 0: IPv4 */
    int wrong_password;   /**< nonzero: authentication fails (C3.2) */
    const char *cookie;   /**< what an SSTP client presents instead of authenticating, at most 85
                           *   characters; NULL: nothing. Offered to the pre-authentication callback
                           *   where the policy `preauthentication` is on (C3.2a) */
} rrasemu_dial_request;

/** A request with every default. */
/* clang-format off */
#define RRASEMU_DIAL_INIT \
    { sizeof(rrasemu_dial_request), NULL, NULL, NULL, NULL, 0, 0, NULL }
/* clang-format on */

/** One thing that happened. The strings live as long as the server. */
typedef struct rrasemu_record {
    uint64_t seq;        /**< from 1 */
    uint64_t t_ns;       /**< virtual nanoseconds since the service was told to start */
    const char *type;    /**< `service`, `state`, `callout`, `eventlog` or `finding` */
    const char *rule;    /**< id of the rule that caused it, or NULL */
    uint32_t connection; /**< number of the connection; 0: none */
    uint32_t link;       /**< number of the link; 0: none */
    const char *callout; /**< export name of the callout called; NULL for other types */
    const char *dll;     /**< the DLL it was called in; NULL for other types */
    uint32_t result;     /**< as the callout returned it; 0 for a VOID one */
    const char *json;    /**< all of it, as the command's `--format jsonl` would print it */
} rrasemu_record;

/**
 * Makes a stopped server: Windows Server 2022, seed 1, 2026-01-05T08:00:00Z.
 * @return the server, freed with rrasemu_server_free(); NULL when memory ran out
 */
rrasemu_server *rrasemu_server_new(void);

/**
 * Frees a server and all its records. One that runs is stopped first.
 * @param server the server, or NULL
 */
void rrasemu_server_free(rrasemu_server *server);

/**
 * Why the last call on this server did not return #RRASEMU_OK.
 * @param server the server
 * @return one line, valid until the next call; empty after success
 */
const char *rrasemu_error(const rrasemu_server *server);

/**
 * Chooses the Windows version to be; before the start only.
 * @param server the server
 * @param profile a profile as in `rrasemu run --os`: `2003`, `2008r2`, `2022` ...
 * @return #RRASEMU_USAGE for an unknown profile
 */
rrasemu_status rrasemu_set_os(rrasemu_server *server, const char *profile);

/**
 * Chooses the seed of every made-up value; before the start only.
 * @param server the server
 * @param seed any number
 * @return #RRASEMU_OK, or #RRASEMU_USAGE after the start
 */
rrasemu_status rrasemu_set_seed(rrasemu_server *server, uint64_t seed);

/**
 * Chooses where the documentation is silent; before the start only.
 * @param server the server
 * @param name a policy as `rrasemu spec policies` lists them: `address-time`, `first-refusal` ...
 * @param value one of its values
 * @return #RRASEMU_USAGE for an unknown policy or value; rrasemu_error() lists the right ones
 */
rrasemu_status rrasemu_set_policy(rrasemu_server *server, const char *name, const char *value);

/**
 * Limits the records that are kept, for a server that lives long: the oldest are freed when further ones are made. Records
 * never wait for who reads them; rrasemu_records_lost() tells how many were not read in time. Before the start only.
 * @param server the server
 * @param most how many; 0 keeps none, and then nothing is formatted. Without this call all are kept.
 * @return #RRASEMU_OK, or #RRASEMU_USAGE after the start
 */
rrasemu_status rrasemu_set_record_limit(rrasemu_server *server, size_t most);

/**
 * Adds an administration DLL behind those added before (B0.order); before the start only. The file
 * is loaded when the service starts.
 * @param server the server
 * @param path the shared object; copied
 * @return #RRASEMU_USAGE when there are too many
 */
rrasemu_status rrasemu_add_dll(rrasemu_server *server, const char *path);

/**
 * Adds an administration DLL made of functions of this program; before the start only. They must
 * be compiled as callouts are (`pkg-config --cflags mprapi`).
 * @param server the server
 * @param name how records call it; copied
 * @param callouts what it "exports"; copied
 * @param count how many
 * @return #RRASEMU_USAGE when a name is no callout's
 */
rrasemu_status rrasemu_add_callouts(rrasemu_server *server, const char *name, const rrasemu_callout *callouts,
                                    size_t count);

/**
 * Starts the service: loads, checks and initializes every DLL (S1 to S7). A server starts once.
 * @param server the server
 * @return #RRASEMU_START_FAILED with the reason in rrasemu_error()
 */
rrasemu_status rrasemu_start(rrasemu_server *server);

/**
 * A client calls, now. Authentication and negotiation take some tenths of a second of virtual time.
 * @param server a started server
 * @param request who calls and how; copied
 * @return the connection's number, from 1; 0 on failure, see rrasemu_error()
 */
uint32_t rrasemu_dial(rrasemu_server *server, const rrasemu_dial_request *request);

/**
 * Lets virtual time pass; everything due in it happens. Time ends 292 years after the start.
 * @param server a started server
 * @param ns nanoseconds of virtual time
 * @return #RRASEMU_OK or #RRASEMU_INTERNAL
 */
rrasemu_status rrasemu_advance(rrasemu_server *server, uint64_t ns);

/**
 * Bytes pass over a connection, now; without effect on one that is not active.
 * @param server a started server
 * @param connection its number
 * @param sent bytes from the server to the client
 * @param received bytes from the client
 * @return #RRASEMU_USAGE when no connection has that number
 */
rrasemu_status rrasemu_transfer(rrasemu_server *server, uint32_t connection, uint64_t sent, uint64_t received);

/**
 * A further link of the client begins to join a connection (C3.11).
 * @param server a started server
 * @param connection its number
 * @return the link's number, from 2; 0 on failure, also when the connection is not active or no port
 *         listens, see rrasemu_error()
 */
uint32_t rrasemu_join(rrasemu_server *server, uint32_t connection);

/**
 * A link of a connection goes down, now (C3.13; the last one ends it, C3.23); without effect on one
 * that is gone.
 * @param server a started server
 * @param connection its number
 * @param link the link's number, from 1
 * @return #RRASEMU_USAGE when no connection has that number, or the link's is 0
 */
rrasemu_status rrasemu_leave(rrasemu_server *server, uint32_t connection, uint32_t link);

/**
 * The client's quarantine state changes, now, and the user is re-authenticated (C3.14); without effect
 * on a connection that is not active, and before Windows Server 2008.
 * @param server a started server
 * @param connection its number
 * @param state the new state, a `RAS_QUARANTINE_STATE`
 * @param probation_ns how long a probation lasts, in virtual nanoseconds (C3.17)
 * @return #RRASEMU_USAGE when no connection has that number, or there is no such state
 */
rrasemu_status rrasemu_quarantine(rrasemu_server *server, uint32_t connection, uint32_t state, uint64_t probation_ns);

/**
 * The client's outer address changes, now (C3.18); without effect on a connection that is not IKEv2.
 * @param server a started server
 * @param connection its number
 * @param endpoint the new IPv4 address, dotted
 * @return #RRASEMU_USAGE when no connection has that number, or the address is none
 */
rrasemu_status rrasemu_move(rrasemu_server *server, uint32_t connection, const char *endpoint);

/**
 * The client hangs up, now; without effect on a connection that has ended.
 * @param server a started server
 * @param connection its number
 * @return #RRASEMU_USAGE when no connection has that number
 */
rrasemu_status rrasemu_hang_up(rrasemu_server *server, uint32_t connection);

/**
 * The state a connection is in, or ended in.
 * @param server the server
 * @param connection its number
 * @return the state; #RRASEMU_UNKNOWN when no connection has that number
 */
rrasemu_state rrasemu_connection_state(const rrasemu_server *server, uint32_t connection);

/**
 * Whether a connection was ever active, that is accepted by every DLL.
 * @param server the server
 * @param connection its number
 * @return 1 or 0
 */
int rrasemu_connection_accepted(const rrasemu_server *server, uint32_t connection);

/**
 * Stops the service: live connections are dropped, every DLL is terminated and unloaded (S8, S9).
 * Records stay readable; the last is the summary. Written as lines, they are a transcript that
 * `rrasemu run --from` repeats.
 * @param server the server
 * @return #RRASEMU_USAGE when it does not run
 */
rrasemu_status rrasemu_stop(rrasemu_server *server);

/**
 * Number of records so far, also of those that are kept no longer.
 * @param server the server
 * @return the number
 */
size_t rrasemu_record_count(const rrasemu_server *server);

/**
 * Number of records that are kept no longer: those below this index (rrasemu_set_record_limit()).
 * @param server the server
 * @return the number
 */
size_t rrasemu_records_lost(const rrasemu_server *server);

/**
 * A record.
 * @param server the server
 * @param index from 0, in order of happening
 * @return the record, valid as long as it is kept; NULL behind the last, and for one that was lost
 */
const rrasemu_record *rrasemu_record_at(const rrasemu_server *server, size_t index);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
