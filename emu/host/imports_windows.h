/* SPDX-License-Identifier: MIT */
/**
 * @file imports_windows.h
 * What Windows DLLs import, led elsewhere: the clock and waiting for it, files, what speaks to a debugger,
 * what shows itself on a screen that nobody sees.
 */
#ifndef RRASEMU_HOST_IMPORTS_WINDOWS_H
#define RRASEMU_HOST_IMPORTS_WINDOWS_H

#include "core/text.h"

#include <stdbool.h>

#include <windows.h>

/** A function of Windows, and what is called instead. */
struct replacement {
    const char *name;
    FARPROC function;
};

/** A row of a table of them. */
/* clang-format off */
#define REPLACED(name, function) {name, (FARPROC)(void (*)(void))(function)}
/* clang-format on */

/** A function of which there may be several, as C run-time libraries have it, and what is called instead: that calls
 * the real one, which is the first that is seen. */
struct watched {
    const char *name;
    FARPROC function;
    void *real; /**< where the real one is kept, a pointer to it; NULL: it is the system's, of which there is one */
};

/** A row of a table of them. */
/* clang-format off */
#define WATCHED(name, function, real) {name, (FARPROC)(void (*)(void))(function), real}
/* clang-format on */

/** What is called instead of `original`; NULL: nothing else. The table's last row has no name. */
FARPROC imports_watched(const struct watched *table, const char *name, FARPROC original);

/** Those that take a path or tell one; the last has no name. Those of C run-time libraries are led there too. */
extern const struct replacement file_replacements[];

/** Units of a path, as long as they come. */
enum { FILES_PATH_ROOM = 1024 };

/** What a path is wanted for. */
enum files_purpose { FILES_TO_FIND, FILES_TO_LIST /**< the last name is a pattern */, FILES_TO_CREATE };

/** Where a path leads to: somewhere in the sandbox, or where it is, as what is of the system below, a pipe, or NUL. NULL with
 * the last error set. */
const WCHAR *files_translate(const WCHAR *path, enum files_purpose purpose, WCHAR translated[FILES_PATH_ROOM]);

/** INI files, likewise; the last has no name. */
extern const struct replacement profile_replacements[];

/** Clocks of C run-time libraries and others; the last has no name. */
extern const struct replacement clock_replacements[];

/** What goes by the machine's clock, which is told; the last has no name. */
extern const struct watched real_clock_watched[];

/** From now on the kernel's clocks show virtual time to what runs while a DLL is loaded: its imports are led elsewhere
 * only then. */
void clock_take_over(void);

/** Leads there what a loaded DLL imports, and what the DLLs import that came with it. */
void imports_redirect(HMODULE dll);

/** Adds what a DLL needs and nobody has: `needs NAME of DLL, ...`; nothing when all is there. */
void imports_unresolved(HMODULE dll, struct text *why);

/** The same for whole DLLs, of a file that the loader has refused. */
void imports_missing(const WCHAR *path, struct text *why);

/** Tells of every name that a DLL exports. */
void imports_exported(HMODULE dll, void (*tell)(struct text *words, const char *name), struct text *words);

#endif
