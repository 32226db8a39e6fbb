/* SPDX-License-Identifier: MIT */
/**
 * @file admin_functions.c
 * The administration functions a callout or a client program links, made from
 * admin_functions.def.
 *
 * They answer as on a machine whose Remote Access service is stopped, and allocate nothing. A
 * callout DLL links the import library as a whole, so every name must exist even where there is
 * nothing behind it.
 */
#include <windows.h>
#include <mprapi.h>
#include <mprerror.h>
#include <raserror.h>
#include <lmerr.h>

#include "../runtime/current_callout.h"

/* A row names all its parameters; hardly any answer needs them all. */
#pragma GCC diagnostic ignored "-Wunused-parameter"

/** Gives an output a defined value, if the caller wants it. */
#define CLEAR(output) ((output) != NULL ? (void)(*(output) = 0) : (void)0)

/** The same for a text buffer of so many bytes. */
#define CLEAR_TEXT(buffer, bytes) ((buffer) != NULL && (bytes) >= sizeof(WCHAR) ? (void)((buffer)[0] = 0) : (void)0)

/** Calls to the running service: without a handle they do not get as far as finding it stopped. */
#define NEEDS_SERVICE(server) ((server) == NULL ? RPC_S_INVALID_BINDING : ERROR_DDM_NOT_RUNNING)

/** Calls about an account: arguments first, then there is no such account. */
#define USER_ANSWER(level, buffer) \
    ((level) > 1 ? ERROR_INVALID_LEVEL : (buffer) == NULL ? ERROR_INVALID_PARAMETER : ERROR_NO_SUCH_USER)

/** Whoever asks for the accounts of a domain or server: neither is known here. */
#define PDC_ANSWER(domain, server, name)                                                \
    ((name) == NULL || ((domain) == NULL && (server) == NULL) ? ERROR_INVALID_PARAMETER \
     : (domain) != NULL                                       ? ERROR_NO_SUCH_DOMAIN    \
                                                              : NERR_InvalidComputer)

/** Reading credentials: asking for none of the three is fine. */
#define CREDENTIALS_ANSWER(name, user, password, domain)                                  \
    ((name) == NULL                                             ? ERROR_INVALID_PARAMETER \
     : (user) == NULL && (password) == NULL && (domain) == NULL ? NO_ERROR                \
                                                                : ERROR_CANNOT_FIND_PHONEBOOK_ENTRY)

/** An enumeration of the stored configuration whose array could not hold one record. */
#define NO_ROOM(level, bytes, record) ((level) != 0 || (bytes) < sizeof(record))

/** Calls that do nothing, successfully, when asked for nothing. */
#define UNLESS_NOTHING(nothing, error) ((nothing) ? NO_ERROR : (error))

/** Handles that need no service stand for one thing each, so one value serves everybody. */
#define OPEN(handle) ((handle) == NULL ? ERROR_INVALID_PARAMETER : (*(handle) = &local_machine, NO_ERROR))

/** What such a handle points at. */
static int local_machine;

/* Once as declarations, which must agree with the public headers; the old names have no other. */
#define ADMIN_FUNCTION(result, name, parameters, answer) result APIENTRY name parameters;
#define ADMIN_FORBIDDEN ADMIN_FUNCTION
#define ADMIN_SHARED ADMIN_FUNCTION
#define ADMIN_PROCEDURE(name, parameters) VOID APIENTRY name parameters;
#define ADMIN_SHARED_PROCEDURE ADMIN_PROCEDURE
#include "admin_functions.def"
#undef ADMIN_FUNCTION
#undef ADMIN_FORBIDDEN
#undef ADMIN_SHARED
#undef ADMIN_PROCEDURE
#undef ADMIN_SHARED_PROCEDURE

#define ADMIN_FUNCTION(result, name, parameters, answer) \
    result APIENTRY name parameters                      \
    {                                                    \
        return (result)(answer);                         \
    }
#define ADMIN_FORBIDDEN(result, name, parameters, answer)                       \
    result APIENTRY name parameters                                             \
    {                                                                           \
        struct rras_callout *callout = rras_callout_here();                     \
        return callout ? callout->forbidden(callout, #name) : (result)(answer); \
    }
#define ADMIN_SHARED(result, name, parameters, answer)                                                               \
    result APIENTRY name parameters                                                                                  \
    {                                                                                                                \
        struct rras_callout *callout = rras_callout_here();                                                          \
        return callout && callout->shared_forbidden ? (result)callout->forbidden(callout, #name) : (result)(answer); \
    }
#define ADMIN_PROCEDURE(name, parameters) \
    VOID APIENTRY name parameters         \
    {                                     \
    }
#define ADMIN_SHARED_PROCEDURE(name, parameters)            \
    VOID APIENTRY name parameters                           \
    {                                                       \
        struct rras_callout *callout = rras_callout_here(); \
        if (callout && callout->shared_forbidden)           \
            callout->forbidden(callout, #name);             \
    }
#include "admin_functions.def"
