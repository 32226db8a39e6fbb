/* SPDX-License-Identifier: MIT */
/**
 * @file words.h
 * What records say to people, in the same words in columns and in pictures.
 */
#ifndef RRASEMU_OBSERVE_WORDS_H
#define RRASEMU_OBSERVE_WORDS_H

#include "core/text.h"
#include "ras/record.h"

/** How something is meant; every format shows it by a colour. */
enum tone { TONE_PLAIN, TONE_GOOD, TONE_BAD, TONE_WARNING, TONE_COUNT };

/** Adds an IPv4 address of four bytes in network order. */
void words_add_ipv4(struct text *text, const void *network_order);

/** Adds the interface identifier of an IPv6 address of 16 bytes. */
void words_add_id(struct text *text, const void *address);

/** Adds the addresses a callout was given, each behind `separator`. */
void words_add_addresses(struct text *text, const struct callout_call *call, const char *separator);

/** Adds what a callout answered; nothing for VOID. */
enum tone words_add_answer(struct text *text, const struct callout_call *call);

/** Adds who calls and how: `EXAMPLE\alice calls, SSTP on VPN3-127`. */
void words_add_caller(struct text *text, const struct record_subject *subject);

/** The name of a state, of the connection or the service, that this record is about. */
const char *words_state(const struct record *record, uint32_t state);

/** The words of the table's row behind a change. */
const char *words_row(const struct record *record);

/** Adds what a change of state means. */
void words_add_change(struct text *text, const struct record *record);

/** The level of an event-log entry. */
const char *words_level(const struct record *record);

/** Adds what an event-log entry says: its words, or its parameters where it has none. */
void words_add_event(struct text *text, const struct record *record);

/** Adds what the text transcript says of a record, besides its names; nothing for what a DLL prints. */
void words_add_record(struct text *text, const struct record *record);

/** Adds what a run came to. */
void words_add_summary(struct text *text, const struct record_summary *summary);

#endif
