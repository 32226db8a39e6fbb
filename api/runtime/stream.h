/* SPDX-License-Identifier: MIT */
/**
 * @file stream.h
 * @brief Streams as the C run-time library of Windows has them. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_STREAM_H
#define RRAS_RUNTIME_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

/** What wide characters become in a stream. */
enum rras_encoding {
    RRAS_NARROW, /**< UTF-8: a stream for text, or not one of ours. */
    RRAS_BYTES,  /**< UTF-16, and lines stay as they are: opened with `b`. */
    RRAS_UTF8,   /**< UTF-8 behind its mark: `ccs=UTF-8`. */
    RRAS_UTF16,  /**< UTF-16 behind its mark: `ccs=UTF-16LE` or `ccs=UNICODE`. */
};

/** A stream that a DLL opened. */
struct rras_stream {
    FILE *file;
    struct rras_lines *lines; /**< its file, which is the stream's; NULL: it is none of ours */
    int sharing;              /**< by what its share is given back (sharing.h); -1: by nothing */
    int number;               /**< of io.h, once somebody has asked for it; 0 before */
    enum rras_encoding encoding;
    const void *module; /**< whose code opened it */
    wchar_t low;        /**< the second half of a character whose first was read; 0: none */
    off_t low_place;    /**< where that was */
    wchar_t high;       /**< the first half of a character whose second is still to be written; 0: none */
    struct rras_stream *next;
};

/**
 * Finds what is known of a stream, for its reader or writer, who has locked it.
 * @param file the stream
 * @return what is known; of a stream that is none of ours nothing but that it is narrow
 */
struct rras_stream *rras_stream_of(FILE *file);

/**
 * Whether a stream can be used; one that is closed, or NULL, is told of.
 * @param file the stream
 * @return false: it must not be touched
 */
bool rras_stream_usable(FILE *file);

/**
 * A stream was opened, perhaps where one was closed before.
 * @param file the stream, or NULL
 * @return the same
 */
FILE *rras_stream_opened(FILE *file);

/** A file for text or for bytes: its descriptor, and what was read ahead. */
struct rras_lines;

/**
 * Makes that of a file, for free().
 * @param file the descriptor, which stays the caller's
 * @param text whether lines end in CR LF in the file, and in LF for the program
 * @return it, or NULL
 */
struct rras_lines *rras_lines_make(int file, bool text);

/** Changes between text and bytes; whether it was text. */
bool rras_lines_set_text(struct rras_lines *lines, bool text);
bool rras_lines_are_text(const struct rras_lines *lines);

/** The descriptor. */
int rras_lines_file(const struct rras_lines *lines);

/** Goes back over what was read ahead, so that the descriptor stands where the program is. */
void rras_lines_drop(struct rras_lines *lines);

/** Reads, writes and seeks in such a file, as fopencookie() wants it.
 * @{ */
ssize_t rras_lines_read(void *lines, char *bytes, size_t size);
ssize_t rras_lines_write(void *lines, const char *bytes, size_t size);
int rras_lines_seek(void *lines, off64_t *offset, int whence);
/** @} */

/**
 * Makes a stream of it.
 * @param lines the file; it is closed and freed with the stream
 * @param mode of fdopen()
 * @return the stream, or NULL, and then nothing was done
 */
FILE *rras_lines_open(struct rras_lines *lines, const char *mode);

/**
 * Writes all bytes, however many pieces it takes.
 * @param file the descriptor
 * @param bytes what to write
 * @param size how many there are
 * @return size, or -1
 */
ssize_t rras_write_all(int file, const char *bytes, size_t size);

/**
 * Writes wide text: as UTF-16 to a stream opened for bytes or for UTF-16, as UTF-8 to any other.
 * @param stream the stream
 * @param text the text
 * @param length its units
 * @return whether all of it was written
 */
bool rras_stream_put_wide(FILE *stream, const wchar_t *text, size_t length);

/**
 * Writes narrow text.
 * @param stream the stream
 * @param text the text
 * @param length its bytes
 * @return whether all of it was written
 */
bool rras_stream_put_narrow(FILE *stream, const char *text, size_t length);

/**
 * An argument that makes no sense, as Windows calls it: without a handler it ends the process.
 * @param code what errno is to be when a handler returns
 * @param result what the function is to return then
 * @return result
 */
int rras_invalid_parameter(int code, int result);

#endif
