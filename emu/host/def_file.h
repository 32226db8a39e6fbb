/* SPDX-License-Identifier: MIT */
/**
 * @file def_file.h
 * Module-definition files (.def), by which Windows linkers learn what a DLL exports, made into what a
 * Unix linker understands.
 */
#ifndef RRASEMU_HOST_DEF_FILE_H
#define RRASEMU_HOST_DEF_FILE_H

#include "core/error.h"
#include "core/text.h"

/** The version that symbols have which a .def file names: its linker script says so. */
#define DEF_VERSION "DEF"

/** Adds the linker script that exports what the file `source` exports, and nothing else. `path` names
 * it in messages. */
bool def_file_convert(struct text *script, const char *source, size_t length, const char *path, struct error *error);

#endif
