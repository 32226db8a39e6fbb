/* SPDX-License-Identifier: MIT */
/**
 * @file leftovers.h
 * What DLLs in this process leave behind, as far as it can be told from what is the emulator's own: handles of the
 * run-time library, and processes.
 */
#ifndef RRASEMU_CLI_LEFTOVERS_H
#define RRASEMU_CLI_LEFTOVERS_H

#include <stdint.h>

struct module;

/** Code of a DLL is about to run, or has run; NULL while it is loaded, when it has no module yet. */
void leftovers_enter(const struct module *module);
void leftovers_leave(const struct module *module);

/** A DLL has been loaded, or is unloaded: what it has, belongs to it, or is forgotten. */
void leftovers_loaded(const struct module *module);
void leftovers_unloaded(const struct module *module);

/** What of this, RESIDUE_* bits, the DLL has left. */
uint32_t leftovers_of(const struct module *module, uint32_t asked);

#endif
