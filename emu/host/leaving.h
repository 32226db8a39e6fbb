/* SPDX-License-Identifier: MIT */
/**
 * @file leaving.h
 * The functions of the C library that end a program without a word: _exit() and its like, and exec(). A program that has
 * leaving.c hears of it first. Those that end a thread tell it to baton_thread_ends(). A DLL that makes the system call with
 * instructions of its own is not heard.
 */
#ifndef RRASEMU_HOST_LEAVING_H
#define RRASEMU_HOST_LEAVING_H

/** From now on, in this process and not in its children.
 * @param tell is given the call, as "_exit(7)" or "exec(/bin/sleep)", on the thread that has made it; when it returns,
 * the call goes its way
 */
void leaving_begin(void (*tell)(const char *call));

/** Ends this process, and tells nobody. */
_Noreturn void leaving_now(int status);

#endif
