/* SPDX-License-Identifier: MIT */
#include "host/image_copy.h"

#include "core/temporary.h"
#include "core/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool copy_bytes(int from, int to)
{
    char buffer[65536];
    ssize_t got;
    while ((got = read(from, buffer, sizeof buffer)) > 0)
        if (write(to, buffer, (size_t)got) != got)
            return false;
    return got == 0;
}

static bool copy_file(const char *from_path, const char *to_path)
{
    int from = open(from_path, O_RDONLY | O_CLOEXEC);
    int to = from >= 0 ? open(to_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0700) : -1;
    bool copied = to >= 0 && copy_bytes(from, to);
    if (from >= 0)
        close(from);
    if (to >= 0)
        copied &= close(to) == 0;
    return copied;
}

char *image_copy_make(const char *path)
{
    char folder[PATH_MAX];
    const char *slash = strrchr(path, '/');
    struct text name = {0};
    if (!temporary_folder(folder))
        return NULL;
    text_addf(&name, "%s/%s", folder, slash ? slash + 1 : path);
    if (name.failed) {
        rmdir(folder);
        text_free(&name);
        errno = ENOMEM;
        return NULL;
    }
    if (copy_file(path, name.data))
        return name.data;
    int number = errno;
    image_copy_remove(name.data);
    errno = number;
    return NULL;
}

void image_copy_remove(char *copy)
{
    if (!copy)
        return;
    unlink(copy);
    char *slash = strrchr(copy, '/');
    if (slash) {
        *slash = '\0';
        rmdir(copy);
    }
    free(copy);
}
