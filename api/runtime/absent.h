/* SPDX-License-Identifier: MIT */
/**
 * @file absent.h
 * @brief Functions that only Windows and Wine have, and that fail here. Between the library and the emulator only.
 */
#ifndef RRAS_RUNTIME_ABSENT_H
#define RRAS_RUNTIME_ABSENT_H

/** Their names, and a NULL. */
extern const char *const rras_absent[];

#endif
