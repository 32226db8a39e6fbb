/* SPDX-License-Identifier: MIT */
#include "observe/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FLUSH_AT = 65536, LOWEST_DESCRIPTOR = 64 };

bool output_open(struct output *output, const char *path, struct error *error)
{
    bool standard = !path || strcmp(path, "-") == 0;
    int file = standard ? STDOUT_FILENO : open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
    *output = (struct output){.file = -1};
    if (file >= 0) {
        /* out of the way of a DLL that closes the descriptors it thinks are its own */
        output->file = fcntl(file, F_DUPFD_CLOEXEC, LOWEST_DESCRIPTOR);
        if (output->file < 0) /* few descriptors are allowed */
            output->file = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        if (!standard)
            close(file);
    }
    if (output->file < 0)
        return error_set(error, standard ? FAILURE_INTERNAL : FAILURE_USAGE, "%s: cannot be written: %s",
                         standard ? "standard output" : path, strerror(errno));
    output->standard = standard;
    output->terminal = isatty(output->file);
    const char *no_colour = getenv("NO_COLOR"), *type = getenv("TERM");
    output->colour = output->terminal && !(no_colour && *no_colour) && !(type && strcmp(type, "dumb") == 0);
    output->each_line = output->terminal;
    return true;
}

bool output_is_file(const struct output *output, const char *path)
{
    struct stat ours, other;
    return fstat(output->file, &ours) == 0 && S_ISREG(ours.st_mode) && stat(path, &other) == 0 &&
           ours.st_dev == other.st_dev && ours.st_ino == other.st_ino;
}

void output_begin(struct output *output)
{
    struct stat ours;
    /* standard output may be a file that others append to */
    if (!output->standard && fstat(output->file, &ours) == 0 && S_ISREG(ours.st_mode))
        output->write_error |= ftruncate(output->file, 0) != 0;
}

/* Takes back what a disk that is full has taken of a line; pictures have none. */
static void end_with_a_line(const struct output *output, const char *written, size_t length)
{
    struct stat ours;
    size_t kept = length;
    while (kept > 0 && written[kept - 1] != '\n')
        kept--;
    off_t end = lseek(output->file, 0, SEEK_CUR);
    if (!output->standard && kept < length && end >= (off_t)(length - kept) && fstat(output->file, &ours) == 0 &&
        S_ISREG(ours.st_mode) && ftruncate(output->file, end - (off_t)(length - kept)) == 0)
        lseek(output->file, 0, SEEK_END);
}

void output_drop_line(struct output *output)
{
    struct text *pending = &output->pending;
    while (pending->length > 0 && pending->data[pending->length - 1] != '\n')
        pending->length--;
}

void output_flush(struct output *output)
{
    if (output->kept)
        return;
    const char *at = output->pending.data;
    size_t left = output->pending.length;
    output->write_error |= output->pending.failed;
    while (left > 0 && !output->write_error) {
        ssize_t written = write(output->file, at, left);
        if (written < 0 && errno == EINTR)
            continue;
        output->write_error = written <= 0;
        if (output->write_error)
            output->reason = written < 0 ? errno : ENOSPC;
        else
            at += written, left -= (size_t)written;
    }
    if (left > 0 && at)
        end_with_a_line(output, output->pending.data, (size_t)(at - output->pending.data));
    text_reset(&output->pending);
}

void output_flush_if_due(struct output *output)
{
    if (output->each_line || output->pending.length >= FLUSH_AT)
        output_flush(output);
}

bool output_close(struct output *output, const char *path, struct error *error)
{
    if (output->file < 0)
        return true;
    output_flush(output);
    if (close(output->file) != 0 && !output->write_error) {
        output->write_error = true;
        output->reason = errno;
    }
    bool lost = output->write_error;
    const char *reason = output->reason ? strerror(output->reason) : "out of memory";
    text_free(&output->pending);
    output->file = -1;
    return !lost || error_set(error, FAILURE_INTERNAL, "%s: could not be written to the end: %s",
                              path ? path : "standard output", reason);
}
