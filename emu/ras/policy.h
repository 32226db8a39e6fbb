/* SPDX-License-Identifier: MIT */
/**
 * @file policy.h
 * Where the documentation is silent: each open question (Q1 and up) that can be observed is a
 * setting with its alternatives.
 */
#ifndef RRASEMU_RAS_POLICY_H
#define RRASEMU_RAS_POLICY_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The policies, POLICY_<NAME>, in the order of policies.def. */
enum policy_id {
#define POLICY(id, name, question, text) POLICY_##id,
#define VALUE(id, value, name, text)
#define END
#include "ras/policies.def"
#undef POLICY
#undef VALUE
    POLICY_COUNT,
};

/** Their values, <POLICY>_<VALUE>, from 0, which is the default of each. */
enum policy_choice {
#define POLICY(id, name, question, text) BEFORE_##id = -1,
#define VALUE(id, value, name, text) id##_##value,
#include "ras/policies.def"
#undef POLICY
#undef VALUE
#undef END
};

enum { POLICY_DEFAULT = 0, POLICY_VALUES_MOST = 3 };

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
bool policy_choose(struct policy_choices *choices, const char *name, const char *value, struct error *error);

#endif
