/* SPDX-License-Identifier: MIT */
#include "device.h"

#include <stddef.h>
#include <string.h>

#ifndef _WIN32
#include <strings.h>
#define same_begin strncasecmp
#else
#define same_begin _strnicmp
#endif

static const struct {
    const char *name;
    BOOL numbered; /* a digit follows */
    enum rras_device device;
} devices[] = {
    {"NUL", FALSE, RRAS_NULL_DEVICE},   {"CON", FALSE, RRAS_ABSENT_DEVICE},    {"PRN", FALSE, RRAS_ABSENT_DEVICE},
    {"AUX", FALSE, RRAS_ABSENT_DEVICE}, {"CONIN$", FALSE, RRAS_ABSENT_DEVICE}, {"CONOUT$", FALSE, RRAS_ABSENT_DEVICE},
    {"COM", TRUE, RRAS_ABSENT_DEVICE},  {"LPT", TRUE, RRAS_ABSENT_DEVICE},
};

enum rras_device rras_device_of(LPCSTR name)
{
    size_t length = strcspn(name, ".: "); /* NUL.txt and NUL: are it too */
    for (size_t i = 0; i < sizeof devices / sizeof *devices; i++) {
        size_t own = strlen(devices[i].name);
        BOOL digit = length == own + 1 && name[own] >= '1' && name[own] <= '9';
        if (same_begin(name, devices[i].name, own) == 0 && (devices[i].numbered ? digit : length == own))
            return devices[i].device;
    }
    return RRAS_NO_DEVICE;
}
