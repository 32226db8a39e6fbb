/* SPDX-License-Identifier: MIT */
/**
 * @file coff.h
 * Names of the functions of a Windows DLL, as the symbol table of its file has them.
 */
#ifndef RRASEMU_HOST_COFF_H
#define RRASEMU_HOST_COFF_H

#include <stdbool.h>
#include <stdint.h>

/** Whether the code at this offset from the DLL's base belongs to the run-time library of C++ or of its threads that
 * was linked into it; what that keeps for itself the DLL cannot give back. False also when the DLL has no symbols. */
bool coff_is_runtime(const char *path, uint32_t offset);

#endif
