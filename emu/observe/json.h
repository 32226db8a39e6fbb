/* SPDX-License-Identifier: MIT */
/**
 * @file json.h
 * Records as JSON: one compact object each, keys in a fixed order.
 */
#ifndef RRASEMU_OBSERVE_JSON_H
#define RRASEMU_OBSERVE_JSON_H

#include "core/text.h"
#include "ras/record.h"

/** Adds a record as one object, without a line end. */
void json_add_record(struct text *text, const struct record *record);

#endif
