/* SPDX-License-Identifier: MIT */
/**
 * @file socket_option.h
 * @brief Options of sockets. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_SOCKET_OPTION_H
#define RRAS_RUNTIME_SOCKET_OPTION_H

#include "endpoint.h"

/** The value of an option of #SOL_SOCKET that is a number; the lock is held. */
LONG socket_option(const struct endpoint *endpoint, int name);

/** Whether WSAStartup() was called, more often than WSACleanup(). Under Wine the system knows, and says so itself. */
bool rras_sockets_begun(void);

#endif
