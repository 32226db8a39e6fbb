/* SPDX-License-Identifier: MIT */
/**
 * @file descriptor.h
 * @brief The numbers that io.h has for open files. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_DESCRIPTOR_H
#define RRAS_RUNTIME_DESCRIPTOR_H

#include <stdbool.h>
#include <windows.h>

struct rras_lines;

/**
 * Makes a number for the file of a stream.
 * @param lines the file, which stays the stream's
 * @return the number, or -1 with errno
 */
int rras_number_borrow(struct rras_lines *lines);

/**
 * A descriptor of its own of the file of a number, where the program stands in it.
 * @param number the number
 * @param text receives whether lines end in CR LF
 * @return the descriptor; -1 with errno
 */
int rras_number_duplicate(int number, bool *text);

/**
 * Forgets a number, and closes what is its own.
 * @param number the number
 * @return whether there was one
 */
bool rras_number_forget(int number);

/**
 * The descriptor of the system below, standing where the program is.
 * @param number the number
 * @return the descriptor; -1 with errno EBADF
 */
int rras_number_file(int number);

/** What errno Windows has for an error. */
int rras_errno_of(DWORD error);

/** 0, or -1 with errno from the last error. */
int rras_crt_result(BOOL fine);

#endif
