/* SPDX-License-Identifier: MIT */
/**
 * @file exception.h
 * What an exception of C++ is that left a callout: its type and what() it says.
 */
#ifndef RRASEMU_HOST_EXCEPTION_H
#define RRASEMU_HOST_EXCEPTION_H

#include <stddef.h>
#include <stdint.h>

/** Room for the words. */
enum { EXCEPTION_WORDS = 400 };

/** Describes an object of this type as `exception TYPE: what()`. The type is a std::type_info of the Itanium ABI,
 * which g++, clang and mingw-w64 share; the run-time library that made it need not be known. */
void exception_describe(const void *type, void *object, char *words, size_t size);

/** The same for the header of an exception that is being thrown. */
void exception_describe_header(const void *header, char *words, size_t size);

/** The same for the parameters of an exception that Visual C++'s library has raised (type only). */
void exception_describe_microsoft(const uintptr_t parameters[4], char *words, size_t size);

#endif
