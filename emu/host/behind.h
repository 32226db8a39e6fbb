/* SPDX-License-Identifier: MIT */
/**
 * @file behind.h
 * For functions that stand in front of the C library's: how they reach the one behind them.
 */
#ifndef RRASEMU_HOST_BEHIND_H
#define RRASEMU_HOST_BEHIND_H

#include <dlfcn.h>
#include <string.h>

/** The C library's function of this name; where there are two versions, the newer one. */
static inline void *behind(const char *name)
{
    void *found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
    return found ? found : dlsym(RTLD_NEXT, name);
}

/** Declares system_NAME, which is that function; outside of functions. It is found when the program starts: later, looking
 * would wait for a thread that loads a DLL. */
#define BEHIND(type, name, parameters)                              \
    static type(*system_##name) parameters;                         \
    static __attribute__((constructor)) void find_##name(void)      \
    {                                                               \
        void *found_##name = behind(#name);                         \
        memcpy(&system_##name, &found_##name, sizeof found_##name); \
    }

/** Before it is called: a library that starts before the program may call it too. */
#define FIND(name)      \
    if (!system_##name) \
    find_##name()

#endif
