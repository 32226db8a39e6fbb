/* SPDX-License-Identifier: MIT */
/**
 * @file schema.h
 * The scenario language as tables: which keys there are, what they hold, where it goes.
 */
#ifndef RRASEMU_INPUT_SCHEMA_H
#define RRASEMU_INPUT_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a key holds. */
enum field_kind {
    FIELD_TEXT,        /**< char *; at most `most` UTF-16 units, and not empty unless `empty` */
    FIELD_UINT,        /**< uint32_t from `least` to `most` */
    FIELD_UINT64,      /**< uint64_t */
    FIELD_DURATION,    /**< uint64_t nanoseconds */
    FIELD_SIZE,        /**< uint64_t bytes */
    FIELD_DATE,        /**< int64_t seconds since 1970 */
    FIELD_IPV4,        /**< uint32_t, host order */
    FIELD_IPV4_RANGE,  /**< two uint32_t */
    FIELD_IPV6_PREFIX, /**< struct ipv6_prefix */
    FIELD_CHOICE,      /**< uint32_t: index of the word in `words` */
    FIELD_FLAGS,       /**< uint32_t: one bit for each word in the list */
    FIELD_RECORD,      /**< a mapping with a schema of its own, decoded in place */
    FIELD_MAP,         /**< mapping of names to records: pointer and size_t count behind each other */
    FIELD_LIST,        /**< sequence of records: the same */
    FIELD_POLICIES,    /**< struct policy_choices: policy names with a value's name each */
    FIELD_ACTION,      /**< char *: the step's subject; `least` is the action */
};

/** Words of a choice. */
struct words {
    const char *const *list;
    size_t count;
};

struct schema;

/** One key. */
struct field {
    const char *key;
    enum field_kind kind;
    size_t offset;
    uint64_t least, most;
    bool empty; /**< FIELD_TEXT: may be empty */
    const struct words *words;
    const struct schema *schema; /**< of records, maps and lists */
    uint32_t actions;            /**< steps: the actions it goes with, one bit each; 0: all */
    const char *text;            /**< for the manual */
};

/** One kind of mapping. */
struct schema {
    const char *name; /**< for messages: "a user", "a step" */
    const struct field *fields;
    size_t count;
    size_t size;         /**< of a decoded record */
    size_t given_offset; /**< of its uint64_t of keys that were there; SIZE_MAX: none */
    size_t place_offset; /**< of its struct place; SIZE_MAX: none */
    size_t name_offset;  /**< FIELD_MAP: of its name */
};

#endif
