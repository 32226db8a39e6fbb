/* SPDX-License-Identifier: MIT */
/**
 * @file registry.h
 * Windows registry exports (.reg files): what they set and delete, and how one value ends up.
 */
#ifndef RRASEMU_SCENARIO_REGISTRY_H
#define RRASEMU_SCENARIO_REGISTRY_H

#include "core/error.h"
#include "core/text.h"
#include "scenario/scenario.h"

/** Types of values, as Windows numbers them; an export may hold any other number too. */
enum registry_type {
    REGISTRY_SZ = 1,
    REGISTRY_EXPAND_SZ = 2,
    REGISTRY_BINARY = 3,
    REGISTRY_DWORD = 4,
    REGISTRY_MULTI_SZ = 7,
};

/** What one statement of an export does. */
enum registry_act {
    REGISTRY_OPEN_KEY,     /**< `[KEY]`: values from here on are this key's */
    REGISTRY_DELETE_KEY,   /**< `[-KEY]`: with its values and the keys below it */
    REGISTRY_SET_VALUE,    /**< `"name"=data`, `@=data` */
    REGISTRY_DELETE_VALUE, /**< `"name"=-` */
};

/** One statement. Names and data are offsets in the registry's store. */
struct registry_statement {
    uint8_t act;    /**< enum registry_act */
    bool is_string; /**< data is UTF-8 */
    uint32_t type;  /**< enum registry_type, or another */
    uint32_t name;  /**< the key's path, or the value's name; empty for `@` */
    uint32_t data, length;
    struct place place;
};

/** An export, read: its statements in their order. Nothing is sorted or merged; a look-up goes
 * through the file as Windows would when importing it. */
struct registry {
    struct text store;
    struct registry_statement *statements;
    size_t count, capacity;
};

/** A value as it is after all statements. Pointers live as long as the registry. */
struct registry_value {
    struct place place;
    uint32_t type;
    const char *string; /**< UTF-8, for types 1 and 2; NULL otherwise, or when it is no text */
    const uint8_t *bytes;
    size_t length;
};

/** Most keys and values together that are read of a file. */
enum { REGISTRY_STATEMENTS_MOST = 4 << 20 };

/** Reads an export from memory; `name` stands for the path in messages. On failure the error says
 * where and what, in one line; nothing is left to free. */
bool registry_parse(struct registry *registry, const char *bytes, size_t length, const char *name, struct error *error);

/** Reads an export from a file. */
bool registry_read(struct registry *registry, const char *path, struct error *error);

void registry_free(struct registry *registry);

/** Looks a value up; false when it is not there. `key` is a full path from HKEY_... on, `name` is
 * empty for a key's default value. Case of the letters A to Z does not count, in any name. */
bool registry_find(const struct registry *registry, const char *key, const char *name, struct registry_value *value);

/** The number of a REG_DWORD; false when the value is not there or of another type. */
bool registry_dword(const struct registry *registry, const char *key, const char *name, uint32_t *number);

/** Whether two stretches of text are one name to Windows. */
bool registry_same_name(const char *a, const char *b, size_t length);

#endif
