/* SPDX-License-Identifier: MIT */
/* Files as Windows has them: for text, lines end in CR LF in the file and in LF for the program. */
#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK = 4096, CTRL_Z = 0x1a };

/* A file, and what was read of it and not yet asked for. The C library's stream on top has no buffer, so that its place
 * is always this one's. */
struct rras_lines {
    int file;
    bool text; /* or bytes as they are */
    char block[BLOCK];
    size_t at, end;
};

ssize_t rras_write_all(int file, const char *bytes, size_t size)
{
    for (size_t done = 0; done < size;) {
        ssize_t written = write(file, bytes + done, size - done);
        if (written < 0 && errno != EINTR)
            return -1;
        done += written > 0 ? (size_t)written : 0;
    }
    return (ssize_t)size;
}

enum { ENDED = -1, FAILED = -2 };

/* The next byte of the file without taking it, or one of these */
static int look_ahead(struct rras_lines *lines)
{
    ssize_t got = 0;
    if (lines->at == lines->end) {
        got = read(lines->file, lines->block, BLOCK);
        lines->at = 0;
        lines->end = got > 0 ? (size_t)got : 0;
    }
    return lines->at < lines->end ? (unsigned char)lines->block[lines->at] : got < 0 ? FAILED : ENDED;
}

void rras_lines_drop(struct rras_lines *lines)
{
    if (lines->at < lines->end)
        lseek(lines->file, -(off_t)(lines->end - lines->at), SEEK_CUR);
    lines->at = lines->end = 0;
}

ssize_t rras_lines_write(void *self, const char *bytes, size_t size)
{
    struct rras_lines *lines = self;
    char translated[BLOCK];
    rras_lines_drop(lines);
    if (!lines->text)
        return rras_write_all(lines->file, bytes, size) < 0 ? 0 : (ssize_t)size;
    for (size_t i = 0; i < size;) {
        size_t count = 0;
        for (; i < size && count < sizeof translated - 1; i++) {
            if (bytes[i] == '\n')
                translated[count++] = '\r';
            translated[count++] = bytes[i];
        }
        if (rras_write_all(lines->file, translated, count) < 0)
            return 0;
    }
    return (ssize_t)size;
}

ssize_t rras_lines_read(void *self, char *bytes, size_t size)
{
    struct rras_lines *lines = self;
    size_t count = 0;
    int byte = ENDED;
    for (; count < size && (byte = look_ahead(lines)) >= 0 && !(lines->text && byte == CTRL_Z); count++) {
        lines->at++;
        bytes[count] = lines->text && byte == '\r' && look_ahead(lines) == '\n' ? lines->block[lines->at++]
                                                                                : (char)byte;
    }
    return count == 0 && byte == FAILED ? -1 : (ssize_t)count;
}

int rras_lines_seek(void *self, off64_t *offset, int whence)
{
    struct rras_lines *lines = self;
    rras_lines_drop(lines);
    *offset = lseek64(lines->file, *offset, whence);
    return *offset < 0 ? -1 : 0;
}

struct rras_lines *rras_lines_make(int file, bool text)
{
    struct rras_lines *lines = calloc(1, sizeof *lines);
    if (lines) {
        lines->file = file;
        lines->text = text;
    }
    return lines;
}

bool rras_lines_set_text(struct rras_lines *lines, bool text)
{
    bool before = lines->text;
    rras_lines_drop(lines);
    lines->text = text;
    return before;
}

int rras_lines_file(const struct rras_lines *lines)
{
    return lines->file;
}

bool rras_lines_are_text(const struct rras_lines *lines)
{
    return lines->text;
}

static int close_lines(void *self)
{
    struct rras_lines *lines = self;
    int failed = close(lines->file);
    free(lines);
    return failed;
}

FILE *rras_lines_open(struct rras_lines *lines, const char *mode)
{
    FILE *stream = fopencookie(
        lines, mode, (cookie_io_functions_t){rras_lines_read, rras_lines_write, rras_lines_seek, close_lines});
    if (stream)
        setvbuf(stream, NULL, _IONBF, 0);
    return stream;
}
