/* SPDX-License-Identifier: MIT */
/**
 * @file report.h
 * The findings of a run for people, with where each happened: what `--report` writes.
 */
#ifndef RRASEMU_OBSERVE_REPORT_H
#define RRASEMU_OBSERVE_REPORT_H

#include "observe/output.h"
#include "ras/record.h"

/** Tells each finding to `output`, and at the end of a run what it came to. */
struct record_sink report_sink(struct output *output);

/** One frame of a finding's backtrace; the strings end by their lengths. */
struct report_frame {
    const char *function, *file, *line, *module, *offset;
    int function_length, file_length, line_length, module_length, offset_length;
};

/** Takes the first of a backtrace's lines, which is not empty; returns where the next begins. */
const char *report_take_frame(const char *lines, struct report_frame *frame);

/** Below a finding, a line a function; `indent` blanks in front. */
void report_add_backtrace(struct text *text, const char *lines, size_t indent);

#endif
