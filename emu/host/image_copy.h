/* SPDX-License-Identifier: MIT */
/**
 * @file image_copy.h
 * A private copy of a shared object, for a second server in this process: the loader gives one image for one file.
 */
#ifndef RRASEMU_HOST_IMAGE_COPY_H
#define RRASEMU_HOST_IMAGE_COPY_H

#include <stdbool.h>

/** Copies a file into a folder of its own, under its own name, so that debuggers show it by that. Returns the path, to be
 * given to image_copy_remove(); NULL with errno set when that cannot be done. */
char *image_copy_make(const char *path);

/** Removes copy and folder and frees the path; nothing is done for NULL. */
void image_copy_remove(char *copy);

#endif
