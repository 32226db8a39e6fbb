/* SPDX-License-Identifier: MIT */
/**
 * @file children.h
 * The child processes of this one, and those that the system gives it when their parent ends.
 */
#ifndef RRASEMU_HOST_CHILDREN_H
#define RRASEMU_HOST_CHILDREN_H

#include <stdbool.h>
#include <sys/types.h>

/** From now on processes whose parent has ended become this one's children. Those that are there already, as of a
 * shell that was replaced by this program, are left alone. */
void children_adopt(void);

/** Calls `each` with every child. */
void children_each(void (*each)(void *self, pid_t child), void *self);

/** How many were begun since the process began, as far as it was by fork(). */
unsigned children_begun(void);

/** A child of our own, which is no orphan. */
void children_know(pid_t child);
void children_forget(pid_t child);

/** Ends a child and what has come of it, however it holds out: stopped, traced, in another group or session.
 * Returns its status as of waitpid(). */
int children_end(pid_t child);

/** Ends the children that came to this process (children_adopt()). Whether there was one; those of `group`, whose leader
 * children_end() has ended, do not count. 0: there is no such group. */
bool children_end_orphans(pid_t group);

#endif
