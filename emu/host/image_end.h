/* SPDX-License-Identifier: MIT */
/**
 * @file image_end.h
 * @brief The end of a DLL whose image the loader keeps.
 */
#ifndef RRASEMU_HOST_IMAGE_END_H
#define RRASEMU_HOST_IMAGE_END_H

#include <link.h>
#include <stdbool.h>

/** Where an image lies, taken while it is open. */
struct image_place {
    char *path;
    ElfW(Addr) base;
};

/**
 * Takes the place of an image.
 * @param library an open handle of dlopen()
 * @return the place, to be given to image_end()
 */
struct image_place image_place_of(void *library);

/**
 * Ends an image that was closed. The loader keeps one that has symbols of which a process has only one, as much of C++ has, or
 * that another library is bound to. Windows unloads it, and its static objects are destroyed: that is done here, once.
 * @param place where it lies; it is freed
 * @return whether it was kept and is ended: its static objects are gone, and nobody may load it again
 */
bool image_end(struct image_place place);

#endif
