/* SPDX-License-Identifier: MIT */
/**
 * @file replay.h
 * A transcript as a scenario: its input records are the timeline.
 */
#ifndef RRASEMU_SCENARIO_REPLAY_H
#define RRASEMU_SCENARIO_REPLAY_H

#include "scenario/scenario.h"

/** Reads the inputs of a transcript in JSON lines, all but those of DLLs, which bring them again. What is no transcript,
 * or holds several, is an error. On failure nothing is left to free. */
bool replay_read(struct scenario *scenario, const char *path, struct error *error);

#endif
