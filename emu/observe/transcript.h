/* SPDX-License-Identifier: MIT */
/**
 * @file transcript.h
 * The observers behind `--format`: the transcript for people, the one for programs, and pictures.
 */
#ifndef RRASEMU_OBSERVE_TRANSCRIPT_H
#define RRASEMU_OBSERVE_TRANSCRIPT_H

#include "observe/output.h"
#include "observe/sequence.h"
#include "ras/record.h"

struct transcript;

/** One `--format` value: either written record by record, or drawn at the end. */
struct transcript_format {
    const char *name;
    void (*take)(struct transcript *transcript, const struct record *record);
    sequence_writer *draw;
    bool single;      /**< a file holds one scenario's picture */
    const char *text; /**< for the manual */
};

extern const struct transcript_format transcript_formats[];
extern const size_t transcript_format_count;

/** The cells of a line for people, kept from one to the next so that nothing is allocated for each. */
struct transcript_line {
    struct text who, what, dll, answer, words;
    const char *colour;
};

/** The transcript of one run. */
struct transcript {
    const struct transcript_format *format;
    struct output *output;
    struct transcript_line line;
    struct sequence sequence; /**< what a picture will show */
};

/** An observer that writes this transcript; nothing of its own before the first record, pictures
 * with the summary. */
struct record_sink transcript_sink(struct transcript *transcript);

/** Frees what a run that had no summary leaves behind. */
void transcript_close(struct transcript *transcript);

#endif
