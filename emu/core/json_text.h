/* SPDX-License-Identifier: MIT */
/**
 * @file json_text.h
 * Strings of JSON, which are strings of YAML too.
 */
#ifndef RRASEMU_CORE_JSON_TEXT_H
#define RRASEMU_CORE_JSON_TEXT_H

#include "core/text.h"

/** Adds a string with its quotes; what is not UTF-8 becomes U+FFFD. */
void json_add_string(struct text *text, const char *string);

/** The same for what is added in between: adds the quote, and returns where the string begins; then escapes what was
 * added since and adds the other quote. */
size_t json_begin_string(struct text *text);
void json_end_string(struct text *text, size_t from);

#endif
