/* SPDX-License-Identifier: MIT */
#include "observe/output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { FLUSH_AT = 65536, LOWEST_DESCRIPTOR = 64 };

bool output_open(struct output *output, const char *path, struct error *error)
{
    bool standard = !path || strcmp(path, "-") == 0;
    int file = standard ? STDOUT_FILENO
                        : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
    *output = (struct output){.file = -1};
    if (file >= 0) {
        /* out of the way of a DLL that closes the descriptors it thinks are its own */
        output->file = fcntl(file, F_DUPFD_CLOEXEC, LOWEST_DESCRIPTOR);
        if (!standard)
            close(file);
    }
    if (output->file < 0)
        return error_set(error, FAILURE_USAGE, "%s: cannot be written", standard ? "-" : path);
    output->terminal = isatty(output->file);
    output->each_line = output->terminal;
    return true;
}

static void flush(struct output *output)
{
    const char *at = output->pending.data;
    size_t left = output->pending.length;
    output->write_error |= output->pending.failed;
    while (left > 0 && !output->write_error) {
        ssize_t written = write(output->file, at, left);
        if (written < 0 && errno == EINTR)
            continue;
        output->write_error = written <= 0;
        at += written;
        left -= (size_t)written;
    }
    text_reset(&output->pending);
}

void output_settle(struct output *output)
{
    if (output->each_line || output->pending.length >= FLUSH_AT)
        flush(output);
}

bool output_close(struct output *output, const char *path, struct error *error)
{
    if (output->file < 0)
        return true;
    flush(output);
    bool lost = output->write_error;
    lost |= close(output->file) != 0;
    text_free(&output->pending);
    output->file = -1;
    return !lost || error_set(error, FAILURE_INTERNAL, "%s: could not be written to the end",
                              path ? path : "standard output");
}
