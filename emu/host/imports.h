/* SPDX-License-Identifier: MIT */
/**
 * @file imports.h
 * What Windows DLLs import, led elsewhere: the clock and waiting for it, what speaks to a debugger, what
 * shows itself on a screen that nobody sees.
 */
#ifndef RRASEMU_HOST_IMPORTS_H
#define RRASEMU_HOST_IMPORTS_H

#include "core/text.h"

#include <stdbool.h>

#include <windows.h>

/** Leads there what a loaded DLL imports, and what the DLLs import that came with it. */
void imports_redirect(HMODULE dll);

/** Adds what a DLL needs and nobody has: `needs NAME of DLL, ...`; nothing when all is there. */
void imports_unresolved(HMODULE dll, struct text *why);

/** The same for whole DLLs, of a file that the loader has refused. */
void imports_missing(const WCHAR *path, struct text *why);

#endif
