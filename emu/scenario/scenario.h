/* SPDX-License-Identifier: MIT */
/**
 * @file scenario.h
 * A scenario: a server, its users and a timeline of what clients do.
 */
#ifndef RRASEMU_SCENARIO_SCENARIO_H
#define RRASEMU_SCENARIO_SCENARIO_H

#include "core/error.h"
#include "input/stimulus.h"
#include "ras/server.h"

/** Where something stands in its file, for error messages. */
struct place {
    int line, column; /**< from 1 */
};

/** A parameter of a user's medium. */
struct scenario_parameter {
    uint64_t given;
    struct place place;
    char *name;
    uint32_t number;
    char *text; /**< NULL: it is a number */
};

/** A user of the scenario. */
struct scenario_user {
    uint64_t given; /**< which keys the file names, one bit a row of the schema */
    struct place place;
    char *name; /**< in the scenario */
    char *user; /**< as callouts see it */
    char *domain, *computer;
    char *netbios, *ipx, *appletalk; /**< NULL: not negotiated */
    struct wishes wishes;
    uint32_t ratio, vj, messenger, interface_type;
    struct scenario_parameter *parameters;
    size_t parameter_count;
    uint32_t quarantine; /**< RAS_QUARANTINE_STATE when the user calls */
    uint64_t probation_ns, filters_ns;
    char *cookie;            /**< what an SSTP client presents instead of authenticating */
    uint32_t authentication; /**< enum authentication */
    uint32_t no_permission;  /**< 1: the account may not dial in */
    uint32_t call_back;      /**< 1: the server calls back (Q33) */
    uint32_t router;         /**< 1: a demand-dial router (Q34) */
    uint32_t filters;        /**< 1: Network Access Quarantine Control applies */
    uint32_t address;        /**< the account's fixed one, host order; 0: none */
    uint64_t idle_ns, session_ns;
    char *groups;   /**< that the account is in, with commas between; or NULL */
    char *password; /**< what LogonUser() takes; NULL: any */
};

/** A server on the network that DLLs ask. */
struct scenario_peer {
    uint64_t given;
    struct place place;
    char *name;
    char *udp, *tcp; /**< where it is, ADDRESS:PORT; one of them is NULL */
    uint32_t ipv4;   /**< the same: host order, */
    uint16_t port;
    char *host;         /**< its name; or NULL */
    char *when;         /**< it answers to what contains this; NULL: to all */
    char *answer, *hex; /**< what it answers, as text or as hexadecimal digits; NULL: nothing */
    uint64_t after_ns;  /**< how long that takes */
    uint32_t resets;    /**< 1: it answers by a reset */
    uint32_t closes;    /**< 1: TCP, it ends the connection behind its answer */
};

/** Values of a user's `authentication`. */
enum authentication { AUTHENTICATION_SUCCEEDS, AUTHENTICATION_FAILS };

/** One step of the timeline. */
struct step {
    uint64_t given;
    struct place place;
    uint64_t at_ns, after_ns; /**< at_ns is the time whichever key was used */
    struct stimulus with;     /**< what it brings; of kind STIMULUS_COUNT: an account that is added, of a replay only */
    char *subject;            /**< a user for a dial, otherwise a connection, or service, or what becomes of DHCP */
    char *as;                 /**< the name of the connection; NULL: the user's */
    int told_line;            /**< the line that messages of a run name; of a replay the scenario's behind it */
    int ended_line;           /**< of a dialling step: where its connection ends, 0: nowhere */
    uint32_t user, dial;      /**< indices of the user and of the dialling step this one is about */
};

/** What is expected of a run; each names one thing (EXPECT_*) and perhaps a connection. */
enum expectation {
    EXPECT_CALLS,
    EXPECT_NEVER,
    EXPECT_COUNT,
    EXPECT_ARGUMENT,
    EXPECT_ACCEPTED,
    EXPECT_ENDING,
    EXPECT_ERROR,
    EXPECT_ADDRESS,
    EXPECT_EVENTS,
    EXPECT_FINDINGS,
    EXPECT_ASKED,
    EXPECT_START,
    EXPECT_KINDS,
};

/** One expectation. */
struct expect {
    uint64_t given;
    struct place place;
    uint32_t kind;    /**< enum expectation */
    char *connection; /**< NULL: the whole run */
    char *value;      /**< what is expected, in words */
    char *of;         /**< EXPECT_COUNT: the callout */
    char *argument;   /**< EXPECT_ARGUMENT: CALLOUT PATH */
    char *peer;       /**< EXPECT_ASKED: who was sent it */
    char *rule;       /**< ids of the rules it proves, or NULL */
    uint32_t dial;    /**< the dialling step of `connection` */
};

/** A scenario, ready to run. */
struct scenario {
    uint64_t given;
    struct place place;
    char *file; /**< its name, for messages */
    char *title;
    struct server_options options;
    uint32_t profile; /**< index in profiles[] */
    struct scenario_user *users;
    size_t user_count;
    struct scenario_peer *peers;
    size_t peer_count;
    struct step *steps;
    size_t step_count;
    struct expect *expects;
    size_t expect_count;
    uint32_t origin; /**< enum origin_kind, of the record of the server */
    bool replayed;   /**< made from a transcript: what came of its steps was seen, and is not judged again */
};

struct yaml;

/** An empty one, from a file of this name; then scenario_complete() when its parts are there: what the tables of keys
 * cannot say. */
bool scenario_begin(struct scenario *scenario, const char *name, struct error *error);
bool scenario_complete(struct scenario *scenario, const struct yaml *yaml, struct error *error);

/** Reads a scenario file. On failure the error says where and what; nothing is left to free. */
bool scenario_read(struct scenario *scenario, const char *path, struct error *error);

/** Reads a scenario from memory; `name` stands for the path in messages. */
bool scenario_parse(struct scenario *scenario, const char *text, size_t length, const char *name, struct error *error);

/** The built-in scenario: user alice of domain EXAMPLE, one SSTP tunnel, some traffic, hang-up. */
bool scenario_builtin(struct scenario *scenario, struct error *error);

/** Prints a scenario as JSON, which is YAML: what scenario_parse() reads as the same. */
void scenario_encode(struct text *text, const struct scenario *scenario);

void scenario_free(struct scenario *scenario);

#endif
