/* SPDX-License-Identifier: MIT */
/**
 * @file registry.h
 * @brief The registry of a run: keys and values in memory, and the file they are kept in. Internal to the run-time
 * library, whose Windows worker is built from the same source.
 */
#ifndef RRAS_RUNTIME_REGISTRY_H
#define RRAS_RUNTIME_REGISTRY_H

#include <windows.h>

#include <stdbool.h>
#include <stddef.h>

/** A value. */
struct rras_value {
    char *name; /**< UTF-8; empty: the default value */
    DWORD type; /**< REG_* */
    BYTE *data; /**< texts are UTF-16LE */
    DWORD size; /**< bytes */
};

/** A key. */
struct rras_key {
    char *path; /**< from HKEY_... on, UTF-8 */
    struct rras_value *values;
    size_t count;
};

/** The keys, in no order. */
struct rras_registry {
    struct rras_key *keys;
    size_t count;
    bool failed; /**< memory ran out */
};

/** Reads text in the form rras_registry_write() gives it: an export of regedit whose data are all hexadecimal. What is
 * not of that form is left out. */
void rras_registry_read(struct rras_registry *registry, const char *text);

/** Puts the keys into the order of their names. */
void rras_registry_sort(struct rras_registry *registry);

/** Writes it, to be freed; NULL when memory ran out. It becomes sorted. */
char *rras_registry_write(struct rras_registry *registry);

/** Finds a key by its path, or NULL. */
struct rras_key *rras_registry_find(struct rras_registry *registry, const char *path);

/** Finds a key, or makes it and those above it. NULL when memory ran out. */
struct rras_key *rras_registry_make(struct rras_registry *registry, const char *path, bool *made);

/** Deletes a key and what is below it. */
void rras_registry_delete(struct rras_registry *registry, const char *path);

/** Finds a value by its name, or NULL. */
struct rras_value *rras_key_find(struct rras_key *key, const char *name);

/** Sets a value. */
void rras_key_set(struct rras_registry *registry, struct rras_key *key, const char *name, DWORD type, const void *data,
                  size_t size);

/** Deletes a value; whether there was one. */
bool rras_key_delete(struct rras_key *key, const char *name);

void rras_registry_free(struct rras_registry *registry);

/** Whether a path is the one of a key or leads to one below it. */
bool rras_registry_is_below(const char *path, const char *key);

/** Keys that are opened from now on belong to this one. */
void rras_keys_belong(int who);

/** Whether keys of this one are open. */
BOOL rras_keys_left(int who);

/** Keeps other threads and processes from the run's registry until rras_registry_unlock(), which must follow in any
 * case. False when another process holds it for too long. Implemented for each system, as the next. */
bool rras_registry_lock(void);

/** The text of a file that lies in the folder of the sandbox for emulator and workers, to be freed; empty when there is none,
 * NULL when it cannot be read. */
char *rras_shared_text(const char *name);

/** The file of the run's registry. */
#define RRAS_REGISTRY_FILE "registry.reg"

/** Takes away what a process that is gone has locked. For the emulator. */
void rras_registry_break(void);

/** Replaces the text, if there is one, and lets others go on. False when it cannot be written. */
bool rras_registry_unlock(const char *text);

#endif
