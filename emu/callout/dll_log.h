/* SPDX-License-Identifier: MIT */
/**
 * @file dll_log.h
 * What the event log says of administration DLLs (B0.fault).
 */
#ifndef RRASEMU_CALLOUT_DLL_LOG_H
#define RRASEMU_CALLOUT_DLL_LOG_H

#include <stdbool.h>
#include <stdint.h>

struct server;

/** A DLL keeps the service from starting: why, and the code the service ends with (Q29). */
void dll_log_start_failed(struct server *server, const char *rule, const char *path, const char *reason, uint32_t code,
                          bool not_an_image);

/** A callout failed, and the service goes on. */
void dll_log_fault(struct server *server, const char *dll, const char *callout, const char *what);

/** TerminateDll returned another code than NO_ERROR, which changes nothing (Q13). */
void dll_log_terminate(struct server *server, const char *path, uint32_t code);

/** The registry key of the DLLs cannot be opened (D.key). */
void dll_log_key_denied(struct server *server);

#endif
