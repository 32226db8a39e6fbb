/* SPDX-License-Identifier: MIT */
/**
 * @file callout.h
 * The callouts themselves, one row each.
 *
 * Loading rules, dispatch, transcripts and, later, the wire format of worker processes are all made
 * from this table: a new callout is a new row.
 */
#ifndef RRASEMU_CALLOUT_CALLOUT_H
#define RRASEMU_CALLOUT_CALLOUT_H

#include "ras/questions.h"
#include "ras/profile.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The callouts, in the reference's order. */
enum callout_id {
    CALLOUT_INITIALIZE,
    CALLOUT_INITIALIZE_EX,
    CALLOUT_TERMINATE,
    CALLOUT_GET4,
    CALLOUT_RELEASE4,
    CALLOUT_GET6,
    CALLOUT_RELEASE6,
    CALLOUT_ACCEPT,
    CALLOUT_HANGUP,
    CALLOUT_ACCEPT2,
    CALLOUT_HANGUP2,
    CALLOUT_ACCEPT3,
    CALLOUT_HANGUP3,
    CALLOUT_ACCEPT_EX,
    CALLOUT_HANGUP_EX,
    CALLOUT_REAUTHENTICATE,
    CALLOUT_REAUTHENTICATE_EX,
    CALLOUT_ENDPOINT_EX,
    CALLOUT_PREAUTHENTICATE_EX,
    CALLOUT_ACCEPT_LINK,
    CALLOUT_LINK_HANGUP,
    CALLOUT_NT4_ACCEPT,
    CALLOUT_NT4_HANGUP,
    CALLOUT_NT4_GET4,
    CALLOUT_NT4_RELEASE4,
    CALLOUT_COUNT,
    CALLOUT_NONE = CALLOUT_COUNT,
};

/** A set of callouts: bit 1 << id. */
typedef uint32_t callout_set;
#define CALLOUT_BIT(id) ((callout_set)1 << (id))

/** The kinds of parameter; callout/arguments.h holds a place for each. */
enum argument {
    ARGUMENT_CALLBACKS,
    ARGUMENT_USER_NAME,
    ARGUMENT_PORT_NAME,
    ARGUMENT_IPV4,
    ARGUMENT_IPV6,
    ARGUMENT_NOTIFY,
    ARGUMENT_CONNECTION_0,
    ARGUMENT_CONNECTION_1,
    ARGUMENT_CONNECTION_2,
    ARGUMENT_CONNECTION_3,
    ARGUMENT_CONNECTION_EX,
    ARGUMENT_PORT_0,
    ARGUMENT_PORT_1,
    ARGUMENT_AUTHENTICATION,
    ARGUMENT_NT4_PORT,
    ARGUMENT_NT4_STATISTICS,
    ARGUMENT_NT4_PARAMETERS,
    ARGUMENT_COUNT,
};

enum direction { DIRECTION_IN, DIRECTION_OUT, DIRECTION_IN_OUT };

/** One parameter: name as in the reference. */
struct parameter {
    const char *name;
    enum argument argument;
    enum direction direction;
};

/** What a callout returns. */
enum result {
    RESULT_VOID,
    RESULT_BOOL,
    RESULT_DWORD,     /**< NO_ERROR or a code */
    RESULT_ALLOWANCE, /**< a DWORD that lets a client in without authentication, or not (Q18) */
};

/** Which process Windows runs a callout in (E.process); both load and initialize every DLL. */
enum role { ROLE_BOTH, ROLE_ADDRESS, ROLE_NOTIFICATION };

extern const char *const role_names[];

enum { CALLOUT_PARAMETERS_MOST = 4, CALLOUT_NO_SLOT = 0 };

/** One callout. */
struct callout {
    const char *name;         /**< export name; the table field's for the two that have none */
    bool exported;            /**< may be a named export */
    const char *slot;         /**< its field in MPRAPI_ADMIN_DLL_CALLBACKS, or NULL */
    size_t slot_offset;       /**< of that field, or CALLOUT_NO_SLOT */
    enum family since, until; /**< the Windows versions that know it */
    enum role role;
    enum result result;
    enum ask ask;  /**< the question it answers; ASK_COUNT: none. Of several the newest comes last in the table */
    bool takes_ex; /**< takes RAS_CONNECTION_EX, which revision 1 does not know (Q9) */
    enum callout_id pair; /**< its other half, or CALLOUT_NONE */
    const char *rule;
    const char *shorthand; /**< for sequences: GA AC AL RA LH CH ... */
    struct parameter parameters[CALLOUT_PARAMETERS_MOST];
    unsigned parameter_count;
    bool last_by_value; /**< its pointer type of Windows takes the last structure by value, others by pointer */
};

extern const struct callout callouts[CALLOUT_COUNT];

/** The id of a row. */
enum callout_id callout_id(const struct callout *callout);

/** The row of this export or field name, or NULL. */
const struct callout *callout_find(const char *name);

/** Whether a callout is meant by this name or shorthand. */
bool callout_is_named(const struct callout *callout, const char *name, size_t length);

/** Every callout this profile knows. */
callout_set callouts_known(const struct profile *profile);

#endif
