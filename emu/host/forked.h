/* SPDX-License-Identifier: MIT */
/**
 * @file forked.h
 * Children of a process that runs DLL code: one that a callout has forked may return from the callout too, and must not
 * go on in the name of its parent.
 */
#ifndef RRASEMU_HOST_FORKED_H
#define RRASEMU_HOST_FORKED_H

#include <stdbool.h>

/** This process is the one that is meant; false when memory runs out. */
bool forked_begin(void);

/** Whether the calling process is it, and no child. */
bool forked_is_parent(void);

/** Code of a DLL has returned. A child ends here. Whether a child has returned from the same code; for that a child that
 * neither returns nor ends is waited for, half a second at most. */
bool forked_returned(void);

#endif
