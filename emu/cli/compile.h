/* SPDX-License-Identifier: MIT */
/**
 * @file compile.h
 * Makes a DLL of a callout's sources, with the flags that README gives for it.
 */
#ifndef RRASEMU_CLI_COMPILE_H
#define RRASEMU_CLI_COMPILE_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>

/** What is to be made. */
struct compiling {
    char *const *sources; /**< C and C++, and at most one .def; without one, NAME.def beside the first NAME.c counts */
    size_t count;
    const char *output; /**< the DLL */
    bool windows;       /**< for Windows, by mingw-w64 */
};

/** Whether a path is the one of a source. */
bool compile_is_source(const char *path);

/** Compiles and links. What the compiler says goes to standard error. False when it fails: then the error says whether
 * functions are missing that only Windows has. */
bool compile(const struct compiling *compiling, struct error *error);

/** Compiles one source into a folder for temporary files: for this system, or for Wine where only Windows has what it
 * calls. Returns the DLL's path, which lives until compile_clean(), or NULL. */
const char *compile_for_now(const char *source, struct error *error);

/** The same, and says nothing; `missing` receives what only Windows has, separated by commas, and stays empty where nothing
 * is missing. */
const char *compile_look(const char *source, struct text *missing, struct error *error);

/** Removes what the two have made. */
void compile_clean(void);

#endif
