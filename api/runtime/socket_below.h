/* SPDX-License-Identifier: MIT */
/**
 * @file socket_below.h
 * @brief The sockets of the system, which reach other programs of this machine. Internal to the run-time library, and
 * implemented for each system.
 *
 * They never wait. All functions fail with #SOCKET_ERROR and one of the errors of winsock2.h as the last error.
 */
#ifndef RRAS_RUNTIME_SOCKET_BELOW_H
#define RRAS_RUNTIME_SOCKET_BELOW_H

#include <winsock2.h>

#include <ws2tcpip.h>

#include <stdbool.h>

/** Makes one; #INVALID_SOCKET. `protocol` fits the type. */
SOCKET rras_below_open(int family, int type, int protocol);
int rras_below_close(SOCKET socket);

int rras_below_bind(SOCKET socket, const SOCKADDR *address, int size);
int rras_below_connect(SOCKET socket, const SOCKADDR *address, int size);
int rras_below_listen(SOCKET socket, int most);
SOCKET rras_below_accept(SOCKET socket);
int rras_below_shutdown(SOCKET socket, int how);

/** `to` or `from` is NULL where a socket is connected, or nobody asks. */
int rras_below_send(SOCKET socket, const char *bytes, int size, const SOCKADDR *to, int to_size);
int rras_below_receive(SOCKET socket, char *bytes, int size, bool peek, SOCKADDR_STORAGE *from);

/** Its own address, or its peer's. */
int rras_below_name(SOCKET socket, bool peers, SOCKADDR_STORAGE *name);

/** How many bytes can be received; what connect() has come to, 0: it is connected; lets an address be used that is in
 * use. */
int rras_below_available(SOCKET socket, ULONG *bytes);
int rras_below_error(SOCKET socket);
void rras_below_share_address(SOCKET socket, bool shared);

/** As WSAPoll(). Natively its limit is virtual time on threads of the schedule; under Wine it is real. */
int rras_below_poll(WSAPOLLFD *sockets, ULONG count, int ms);

#ifdef _WIN32
enum { RRAS_BELOW_IS_REAL = true };
#else
enum { RRAS_BELOW_IS_REAL = false };
#endif

/** The size of an address of a family; 0: there is no such family. */
int rras_address_size(int family);

#endif
