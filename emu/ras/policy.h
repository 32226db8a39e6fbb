/* SPDX-License-Identifier: MIT */
/**
 * @file policy.h
 * Where the documentation is silent: each open question of callouts.md C.6 that can be observed is a
 * setting with its alternatives.
 */
#ifndef RRASEMU_RAS_POLICY_H
#define RRASEMU_RAS_POLICY_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The policies. */
enum policy_id {
    POLICY_ADDRESS_TIME,
    POLICY_RELEASE_TIME,
    POLICY_HANGUP_AFTER_REFUSAL,
    POLICY_FIRST_REFUSAL,
    POLICY_HANGUP_AUDIENCE,
    POLICY_UNOFFERED_LINK_HANGUP,
    POLICY_LINK_REFUSAL_HANGUP,
    POLICY_GENERATION,
    POLICY_INITIALIZE,
    POLICY_TABLE_HALVES,
    POLICY_REAUTHENTICATION_CALLOUT,
    POLICY_PROCESSES,
    POLICY_FAILED_START,
    POLICY_TERMINATE_ORDER,
    POLICY_REAUTHENTICATION_REFUSED,
    POLICY_LIFT_REAUTHENTICATES,
    POLICY_ENDPOINT_REFUSED,
    POLICY_ENDPOINT_STRINGS,
    POLICY_SWITCHOVERS,
    POLICY_PREAUTHENTICATION,
    POLICY_PREAUTHENTICATION_RESULT,
    POLICY_PREAUTHENTICATION_REFUSED,
    POLICY_ADDRESS_BYTES,
    POLICY_INTERFACE_IDENTIFIER,
    POLICY_DHCP_LOSS,
    POLICY_DUPLICATE_ADDRESS,
    POLICY_NOTIFY_PRESET,
    POLICY_SIZE_FIELDS,
    POLICY_IKEV2_FLAG,
    POLICY_PPP_FLAG,
    POLICY_PROBATION_TIME,
    POLICY_ADDRESS_VIEW,
    POLICY_ADDRESS_USER_NAME,
    POLICY_SECOND_FAMILY,
    POLICY_FORBIDDEN_CALL,
    POLICY_PROCESS_ENDED,
    POLICY_ARGUMENT_MEMORY,
    POLICY_LINK_ORDER,
    POLICY_STOP_ORDER,
    POLICY_INTERFACE_NAME,
    POLICY_MISSING_LIFECYCLE,
    POLICY_COUNT,
};

/** Values; in every policy 0 is the default. */
enum { POLICY_DEFAULT = 0, POLICY_VALUES_MOST = 3 };

enum { ADDRESS_BEFORE_ACCEPT, ADDRESS_AFTER_ACCEPT };
enum { RELEASE_FIRST, RELEASE_BETWEEN, RELEASE_LAST };
enum { HANGUP_BY_VERSION, HANGUP_ALWAYS, HANGUP_NEVER };
enum { REFUSAL_STOPS, REFUSAL_ASKS_ALL };
enum { AUDIENCE_ASKED, AUDIENCE_ACCEPTING, AUDIENCE_ALL };
enum { DEADLINE, DURATION };
enum { FORBIDDEN_REPORTED, FORBIDDEN_BLOCKS, FORBIDDEN_FAILS };

/** One value. */
struct policy_value {
    const char *name;
    const char *text;
};

/** One policy. */
struct policy {
    const char *name;
    const char *question; /**< rule id */
    const char *text;
    struct policy_value values[POLICY_VALUES_MOST];
};

extern const struct policy policies[POLICY_COUNT];

/** A choice for every policy; all zero is the default of each. */
struct policy_choices {
    uint8_t value[POLICY_COUNT];
};

/** The policy of this name, or NULL. */
const struct policy *policy_find(const char *name);

/** Number of values of a policy. */
size_t policy_value_count(const struct policy *policy);

/** Sets a policy by names. A wrong name is a usage error that lists the right ones. */
bool policy_choose(struct policy_choices *choices, const char *name, const char *value,
                   struct error *error);

#endif
