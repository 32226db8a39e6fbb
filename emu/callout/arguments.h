/* SPDX-License-Identifier: MIT */
/**
 * @file arguments.h
 * A place for every argument a callout can be given, and how the server model fills it.
 */
#ifndef RRASEMU_CALLOUT_ARGUMENTS_H
#define RRASEMU_CALLOUT_ARGUMENTS_H

#include "callout/callout.h"
#include "callout/layout.h"
#include "callout/nt4.h"
#include "ras/connection.h"

#include "mprapi.h"

struct server;

/** A structure whose last member, AuthInfo, goes on behind it. */
struct cookie_check {
    AUTH_VALIDATION_EX info;
    BYTE more[COOKIE_MOST];
};

/** The arguments of one call; a callout uses those that its row names. */
struct arguments {
    MPRAPI_ADMIN_DLL_CALLBACKS callbacks;
    WCHAR user_name[UNLEN + 1];
    WCHAR port_name[MAX_PORT_NAME + 1];
    DWORD ipv4; /**< network order */
    IN6_ADDR ipv6;
    BOOL notify;
    RAS_CONNECTION_0 connection_0;
    RAS_CONNECTION_1 connection_1;
    RAS_CONNECTION_2 connection_2;
    RAS_CONNECTION_3 connection_3;
    RAS_CONNECTION_EX connection_ex;
    RAS_PORT_0 port_0;
    RAS_PORT_1 port_1;
    struct cookie_check authentication;
    struct nt4_port nt4_port;
    struct nt4_statistics nt4_statistics;
    struct nt4_parameters nt4_parameters;
};

/** Where an argument stands in struct arguments, and how to read it. */
extern const struct member argument_places[ARGUMENT_COUNT];

/** Fills what `callout` needs to ask this question; out-parameters are preset (Q22). */
void arguments_fill(struct arguments *arguments, const struct callout *callout, const struct server *server,
                    const struct question *question);

/** An IPv4 address as it crosses the interface, to and from host order (Q19). */
DWORD arguments_ipv4(const struct server *server, DWORD address);

/** Where the interface identifier stands in an IN6_ADDR (Q20). */
size_t arguments_id_offset(const struct server *server);

/** Which of a callout's arguments are meant. */
enum arguments_part { ARGUMENTS_ALL, ARGUMENTS_OUT /**< those that it gives, or changes */ };

bool arguments_has(const struct callout *callout, unsigned parameter, enum arguments_part part);

/** Copies this part of what `callout` uses. */
void arguments_copy(struct arguments *to, const struct arguments *from, const struct callout *callout,
                    enum arguments_part part);

#endif
