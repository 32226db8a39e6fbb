/* SPDX-License-Identifier: MIT */
/**
 * @file elsewhere.h
 * What is said to a debugger outside of callouts: by DllMain, by threads that a DLL has begun.
 */
#ifndef RRASEMU_HOST_ELSEWHERE_H
#define RRASEMU_HOST_ELSEWHERE_H

#include <stdbool.h>
#include <stddef.h>

/** From now on it is kept until it is taken, up to a little more than OUTPUT_MOST bytes. */
void elsewhere_listen(void);

/** Takes up to `size` bytes of it, the first said first. Returns how many. */
size_t elsewhere_take(char *bytes, size_t size);

/** Whether there is something to take. */
bool elsewhere_has(void);

#endif
