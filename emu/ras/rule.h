/* SPDX-License-Identifier: MIT */
/**
 * @file rule.h
 * Every rule id with the fact it stands for, in the order of the reference.
 */
#ifndef RRASEMU_RAS_RULE_H
#define RRASEMU_RAS_RULE_H

#include <stddef.h>

/** One rule. */
struct rule {
    const char *id;
    const char *text;
};

extern const struct rule rules[];
extern const size_t rule_count;

/** The rule of this id, or NULL. */
const struct rule *rule_find(const char *id);

#endif
