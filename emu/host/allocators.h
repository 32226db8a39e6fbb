/* SPDX-License-Identifier: MIT */
/**
 * @file allocators.h
 * What a DLL calls instead of the functions of allocators.def: they keep the book of held.h. For the one file of each system
 * that leads a DLL's imports here; `real_ID` is what stands behind, and `watched_ID` what is called. No system has all.
 */
#ifndef RRASEMU_HOST_ALLOCATORS_H
#define RRASEMU_HOST_ALLOCATORS_H

#include "host/held.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#define ALLOCATOR_CALLER ((uintptr_t)__builtin_return_address(0))

#define ALLOCATES(id, type, parameters, arguments, bytes) static type(WINAPI *real_##id) parameters;
#define RESIZES(id, type, parameters, arguments, memory, bytes) static type(WINAPI *real_##id) parameters;
#define FREES(id, type, parameters, arguments, memory) static type(WINAPI *real_##id) parameters;
#define DISPOSES(id, parameters, arguments, memory) static void(*real_##id) parameters;
#include "host/allocators.def"
#undef ALLOCATES
#undef RESIZES
#undef FREES
#undef DISPOSES

#define ALLOCATES(id, type, parameters, arguments, bytes)                            \
    static __attribute__((unused)) type WINAPI watched_##id parameters               \
    {                                                                                \
        return held_take(HELD_MEMORY, real_##id arguments, bytes, ALLOCATOR_CALLER); \
    }
/* A block that cannot be resized is as good as given back: nobody is told of it once more. */
#define RESIZES(id, type, parameters, arguments, memory, bytes)                      \
    static __attribute__((unused)) type WINAPI watched_##id parameters               \
    {                                                                                \
        held_give_back(HELD_MEMORY, memory);                                         \
        return held_take(HELD_MEMORY, real_##id arguments, bytes, ALLOCATOR_CALLER); \
    }
#define FREES(id, type, parameters, arguments, memory)                 \
    static __attribute__((unused)) type WINAPI watched_##id parameters \
    {                                                                  \
        held_give_back(HELD_MEMORY, memory);                           \
        return real_##id arguments;                                    \
    }
#define DISPOSES(id, parameters, arguments, memory)             \
    static __attribute__((unused)) void watched_##id parameters \
    {                                                           \
        held_give_back(HELD_MEMORY, memory);                    \
        real_##id arguments;                                    \
    }
#include "host/allocators.def"
#undef ALLOCATES
#undef RESIZES
#undef FREES
#undef DISPOSES

#endif
