/* SPDX-License-Identifier: MIT */
/**
 * @file export_comment.h
 * Exports that a source asks for by `#pragma comment(linker, "/EXPORT:NAME")`, of which compilers here keep nothing.
 */
#ifndef RRASEMU_HOST_EXPORT_COMMENT_H
#define RRASEMU_HOST_EXPORT_COMMENT_H

#include "callout/callout.h"

/** The callouts that the sources of a shared object export so, found by its debug information; none without it. */
callout_set export_comments(const char *path);

#endif
