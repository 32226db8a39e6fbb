/* SPDX-License-Identifier: MIT */
/**
 * @file output.h
 * Where observers write: a file descriptor of our own behind a buffer.
 *
 * A DLL in this process may close every stdio stream it can find; descriptors duplicated here are
 * not among them.
 */
#ifndef RRASEMU_OBSERVE_OUTPUT_H
#define RRASEMU_OBSERVE_OUTPUT_H

#include "core/error.h"
#include "core/text.h"

/** An open output. */
struct output {
    int file;      /**< -1: not open */
    bool standard; /**< standard output */
    struct text pending;
    bool terminal;    /**< a person may be looking */
    bool colour;      /**< and wants colours (NO_COLOR, TERM=dumb say no) */
    bool each_line;   /**< flush after every record */
    bool kept;        /**< what is pending stays there and is written nowhere */
    bool write_error; /**< the file took less than it was given */
    int reason;       /**< of that, an errno; 0: memory ran out */
};

/** Opens a file for writing; NULL or `-` is standard output. What the file holds stays until
 * output_begin(). */
bool output_open(struct output *output, const char *path, struct error *error);

/** Whether the output goes to the file of this name. */
bool output_is_file(const struct output *output, const char *path);

/** Empties the file: from now on what it held is gone. */
void output_begin(struct output *output);

/** Writes what is pending. */
void output_flush(struct output *output);

/** Drops a last line that has no end: the process has crashed while it was made. */
void output_drop_line(struct output *output);

/** Writes what is pending once there is much, or always where each line counts. */
void output_flush_if_due(struct output *output);

/** Writes what is pending and closes. False with an error when anything was lost. */
bool output_close(struct output *output, const char *path, struct error *error);

#endif
