/* SPDX-License-Identifier: MIT */
/* Text files as Windows has them: in the file lines end in CR LF, for the program in LF. */
#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

struct lines {
    int file;
    bool carriage_return; /* read last, and kept back */
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

static ssize_t write_lines(void *self, const char *bytes, size_t size)
{
    const struct lines *lines = self;
    char translated[4096];
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

static ssize_t read_lines(void *self, char *bytes, size_t size)
{
    struct lines *lines = self;
    size_t count = 0;
    while (count == 0 && size > 1) { /* a block of nothing but a carriage return is not the end */
        if (lines->carriage_return)
            bytes[count++] = '\r';
        ssize_t got = read(lines->file, bytes + count, size - count);
        size_t end = count + (got > 0 ? (size_t)got : 0);
        lines->carriage_return = false;
        if (got <= 0)
            return got < 0 ? -1 : (ssize_t)count;
        count = 0;
        for (size_t i = 0; i < end; i++) {
            if (bytes[i] == '\r' && i + 1 == end)
                lines->carriage_return = true;
            else if (bytes[i] != '\r' || bytes[i + 1] != '\n')
                bytes[count++] = bytes[i];
        }
    }
    return (ssize_t)count;
}

static int seek_lines(void *self, off64_t *offset, int whence)
{
    struct lines *lines = self;
    off64_t place = lseek64(lines->file, *offset - (whence == SEEK_CUR && lines->carriage_return), whence);
    lines->carriage_return = false;
    *offset = place;
    return place < 0 ? -1 : 0;
}

static int close_lines(void *self)
{
    struct lines *lines = self;
    int failed = close(lines->file);
    free(lines);
    return failed;
}

FILE *rras_lines_open(int file, const char *mode)
{
    struct lines *lines = malloc(sizeof *lines);
    FILE *stream = NULL;
    if (lines) {
        *lines = (struct lines){file, false};
        stream = fopencookie(lines, mode,
                             (cookie_io_functions_t){read_lines, write_lines, seek_lines, close_lines});
    }
    if (!stream) {
        free(lines);
        close(file);
    }
    return stream;
}
