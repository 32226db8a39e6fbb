/* SPDX-License-Identifier: MIT */
/**
 * @file device.h
 * Names that Windows gives to devices, whatever folder they are looked for in.
 */
#ifndef RRAS_RUNTIME_DEVICE_H
#define RRAS_RUNTIME_DEVICE_H

#include <windows.h>

enum rras_device {
    RRAS_NO_DEVICE,
    RRAS_NULL_DEVICE,
    RRAS_ABSENT_DEVICE /**< a console, a port: a service on a server has none */
};

/** What a file name, without its folder, stands for. */
enum rras_device rras_device_of(LPCSTR name);

#endif
