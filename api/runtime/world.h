/* SPDX-License-Identifier: MIT */
/**
 * @file world.h
 * @brief What a scenario tells of the world around a server: peers on the network, and the accounts of the directory.
 *
 * The emulator writes it to the file `world` of the run's sandbox folder before any DLL is loaded. A line is a peer or an
 * account: fields with tabs between, texts as hexadecimal digits, two a byte. Between the library and the emulator only.
 */
#ifndef RRAS_RUNTIME_WORLD_H
#define RRAS_RUNTIME_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A server on the network that answers. */
struct rras_peer {
    char *name;        /**< in the scenario */
    bool tcp;          /**< or else UDP */
    uint32_t ipv4;     /**< host order */
    uint16_t port;     /**< host order */
    bool resets;       /**< it answers that nobody is there: by a reset */
    bool closes;       /**< TCP: behind its answer it ends the connection */
    uint64_t after_ns; /**< how long its answer takes */
    char *host;        /**< the name that getaddrinfo() knows; or "" */
    char *when;        /**< it answers to what contains this; "": to all */
    char *answer;      /**< NULL: none */
    size_t size;       /**< of the answer */
};

/** An account of the directory. */
struct rras_account {
    char *user, *domain;
    char *password; /**< "": any is right */
    bool fails;     /**< none is */
    size_t *groups; /**< that it is in, by their place in the world's */
    size_t group_count;
};

/** All of it. Nothing there changes or ends while DLLs are loaded. */
struct rras_world {
    struct rras_peer *peers;
    size_t peer_count;
    struct rras_account *accounts;
    size_t account_count;
    char **groups; /**< their names, each once, in the order in which the scenario names them */
    size_t group_count;
};

/** As the file has it, read once; without a file, or without memory, it is empty. For every thread. */
const struct rras_world *rras_world(void);

/** The file has changed, and is read again: for the emulator, between runs. */
void rras_world_forget(void);

/** Where the file is, in the folder of the sandbox. */
#define RRAS_WORLD_FILE "world"

/** The columns of a line of each kind, behind the word that tells the kind. */
#define RRAS_WORLD_PEER "peer" /**< name, tcp, ipv4, port, resets, closes, after_ns, host, when, has answer, answer */
#define RRAS_WORLD_ACCOUNT "account" /**< user, domain, password, fails, groups */

#endif
