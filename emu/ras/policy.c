/* SPDX-License-Identifier: MIT */
#include "ras/policy.h"

#include "core/choose.h"

#include <string.h>

const struct policy policies[POLICY_COUNT] = {
#define POLICY(id, name, question, text) [POLICY_##id] = {name, question, text, {
/* clang-format off */
#define VALUE(id, value, name, text) {name, text},
/* clang-format on */
#define END \
    }       \
    }       \
    ,
#include "ras/policies.def"
};

const struct policy *policy_find(const char *name)
{
    for (size_t i = 0; i < POLICY_COUNT; i++)
        if (strcmp(policies[i].name, name) == 0)
            return &policies[i];
    return NULL;
}

size_t policy_value_count(const struct policy *policy)
{
    size_t count = 0;
    while (count < POLICY_VALUES_MOST && policy->values[count].name)
        count++;
    return count;
}

bool policy_choose(struct policy_choices *choices, const char *name, const char *value, struct error *error)
{
    size_t policy, choice;
    if (!choose_word("policy", name, policies, POLICY_COUNT, sizeof *policies, &policy, error) ||
        !choose_word(name, value, policies[policy].values, policy_value_count(&policies[policy]),
                     sizeof *policies[policy].values, &choice, error))
        return false;
    choices->value[policy] = (uint8_t)choice;
    return true;
}
