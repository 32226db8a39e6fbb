/* SPDX-License-Identifier: MIT */
/**
 * @file registry_text.h
 * The bytes of a registry export as text: the two versions of the format and their encodings.
 */
#ifndef RRASEMU_SCENARIO_REGISTRY_TEXT_H
#define RRASEMU_SCENARIO_REGISTRY_TEXT_H

#include "core/error.h"
#include "core/text.h"

/** The versions, named by the first line of an export. */
enum registry_version {
    REGISTRY_VERSION_4, /**< `REGEDIT4`: bytes; strings in hex are bytes too */
    REGISTRY_VERSION_5, /**< `Windows Registry Editor Version 5.00`: UTF-16LE */
};

/** An export as UTF-8, ready to be taken apart. */
struct registry_text {
    struct text copy;        /**< what was converted; unused where the bytes are UTF-8 already */
    const char *start, *end; /**< after the byte order mark; valid UTF-8 without NUL */
    const char *body;        /**< behind the first line's words */
    enum registry_version version;
};

/** Makes text of bytes, which must outlive it. On failure nothing is left to free. */
bool registry_text_open(struct registry_text *text, const char *bytes, size_t length, const char *name,
                        struct error *error);

void registry_text_close(struct registry_text *text);

/** Adds the text of UTF-16LE bytes, up to a NUL or to what is no character. Returns how many bytes
 * were taken. */
size_t registry_text_add_utf16(struct text *text, const char *bytes, size_t length);

#endif
