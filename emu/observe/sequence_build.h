/* SPDX-License-Identifier: MIT */
/**
 * @file sequence_build.h
 * How a sequence grows: for the observer that turns records into steps.
 */
#ifndef RRASEMU_OBSERVE_SEQUENCE_BUILD_H
#define RRASEMU_OBSERVE_SEQUENCE_BUILD_H

#include "observe/sequence.h"

/** Until sequence_finish() has made the lanes, a step's `from`, `to` and `also` name parties: the
 * client, or RRAS where no client is seen; RRAS; whoever is last; a DLL in a process. */
enum { PARTY_FIRST, PARTY_SERVER, PARTY_LAST, PARTY_DLLS };

/** A DLL in a process. */
size_t sequence_dll_party(struct sequence *sequence, const char *name, enum role role);

/** Keeps a clean copy of a string. */
sequence_string sequence_keep(struct sequence *sequence, const char *string);

/** The same of a text, which is freed. */
sequence_string sequence_keep_text(struct sequence *sequence, struct text *text);

/** A new last step, from the first party to RRAS, or to the last for what belongs to no connection.
 * It stays valid until the next. */
struct sequence_step *sequence_add_step(struct sequence *sequence, enum step_kind kind, const struct record *record);

/** Makes the lanes. */
void sequence_finish(struct sequence *sequence);

#endif
