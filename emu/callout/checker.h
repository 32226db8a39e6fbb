/* SPDX-License-Identifier: MIT */
/**
 * @file checker.h
 * What checkers of memory print: valgrind around a DLL, a sanitizer inside of it.
 */
#ifndef RRASEMU_CALLOUT_CHECKER_H
#define RRASEMU_CALLOUT_CHECKER_H

#include <stdbool.h>

/** Whether a checker printed this line, and not the DLL. */
bool checker_printed(const char *line);

/** The error that the line tells of; NULL: none. It ends with the line. */
const char *checker_error(const char *line);

#endif
