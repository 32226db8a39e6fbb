/* SPDX-License-Identifier: MIT */
/**
 * @file layout.h
 * The structures of mprapi.h as data: name, place and kind of every member.
 *
 * Transcripts print arguments from these tables; nothing else needs to know how a structure looks.
 */
#ifndef RRASEMU_CALLOUT_LAYOUT_H
#define RRASEMU_CALLOUT_LAYOUT_H

#include <stddef.h>
#include <stdint.h>

/** How a member is read. */
enum member_kind {
    MEMBER_NUMBER,  /**< unsigned, `size` bytes */
    MEMBER_HANDLE,  /**< pointer-sized number of the emulator's */
    MEMBER_WSTRING, /**< WCHAR array, NUL-terminated */
    MEMBER_BYTES,   /**< opaque bytes */
    MEMBER_COUNTED, /**< the same, as many as the DWORD before it says */
    MEMBER_GUID,
    MEMBER_FILETIME,
    MEMBER_FUNCTION, /**< pointer to a function of the DLL */
    MEMBER_IPV4,     /**< DWORD in network order */
    MEMBER_IPV6,     /**< IN6_ADDR */
    MEMBER_BOOL,     /**< signed */
    MEMBER_STRUCT,
};

struct layout;

/** One member. */
struct member {
    const char *name;
    enum member_kind kind;
    size_t offset, size;
    const struct layout *layout; /**< MEMBER_STRUCT */
    uint8_t only_if;             /**< member of a union: shown if the structure's first byte says so */
};

/** One structure. */
struct layout {
    const char *name;
    size_t size;
    const struct member *members;
    size_t count;
};

extern const struct layout layout_connection_0, layout_connection_1, layout_connection_2, layout_connection_3,
    layout_connection_ex, layout_port_0, layout_port_1, layout_callbacks, layout_authentication;

#endif
