/* SPDX-License-Identifier: MIT */
/**
 * @file transcript.h
 * The observers behind `--format`: the transcript for people and the one for programs.
 */
#ifndef RRASEMU_OBSERVE_TRANSCRIPT_H
#define RRASEMU_OBSERVE_TRANSCRIPT_H

#include "observe/output.h"
#include "ras/record.h"

/** One `--format` value. */
struct transcript_format {
    const char *name;
    void (*take)(void *output, const struct record *record);
    const char *text; /**< for the manual */
};

extern const struct transcript_format transcript_formats[];
extern const size_t transcript_format_count;

/** An observer that writes this format; it writes nothing of its own before the first record. */
struct record_sink transcript_sink(const struct transcript_format *format, struct output *output);

#endif
