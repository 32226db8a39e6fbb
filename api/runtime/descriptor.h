/* SPDX-License-Identifier: MIT */
/**
 * @file descriptor.h
 * @brief The numbers that io.h has for open files. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_DESCRIPTOR_H
#define RRAS_RUNTIME_DESCRIPTOR_H

#include <stdbool.h>
#include <windows.h>

/**
 * Makes a number.
 * @param file the descriptor of the system below
 * @param text whether lines end in CR LF
 * @param owned whether it is closed with the number
 * @return the number, or -1 with errno
 */
int rras_number_make(int file, bool text, bool owned);

/**
 * Forgets a number, and closes what is its own.
 * @param number the number
 * @return whether there was one
 */
bool rras_number_forget(int number);

/**
 * The descriptor of the system below.
 * @param number the number
 * @return the descriptor; -1 with errno EBADF
 */
int rras_number_file(int number);

/** What errno Windows has for an error. */
int rras_errno_of(DWORD error);

/** 0, or -1 with errno from the last error. */
int rras_crt_result(BOOL fine);

#endif
