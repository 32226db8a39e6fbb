/* SPDX-License-Identifier: MIT */
/**
 * @file image.h
 * Where a DLL lies, or lay, in this process.
 */
#ifndef RRASEMU_HOST_IMAGE_H
#define RRASEMU_HOST_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

enum { IMAGE_PATH_ROOM = 4096 };

/** An image; the DLL may be unloaded by now. */
struct image {
    uintptr_t base, end; /**< both 0: it is not known */
    char path[IMAGE_PATH_ROOM];
};

static inline bool image_has(const struct image *image, uintptr_t address)
{
    return address >= image->base && address < image->end;
}

#endif
