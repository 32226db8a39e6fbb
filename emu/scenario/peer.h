/* SPDX-License-Identifier: MIT */
/**
 * @file peer.h
 * Servers on the network that callouts ask.
 */
#ifndef RRASEMU_SCENARIO_PEER_H
#define RRASEMU_SCENARIO_PEER_H

#include "core/text.h"
#include "scenario/scenario.h"

struct yaml;

/** What the table of keys cannot say: where it is, and which keys go together. */
bool peer_complete(const struct yaml *yaml, struct scenario_peer *peer, struct error *error);

/** Adds the bytes that it answers. */
void peer_add_answer(struct text *text, const struct scenario_peer *peer);

#endif
