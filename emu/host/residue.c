/* SPDX-License-Identifier: MIT */
#include "host/residue.h"

#include <dirent.h>
#include <fenv.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Entries of a folder of /proc; both counts include what counting itself needs. */
static unsigned entries(const char *path)
{
    unsigned count = 0;
    DIR *folder = opendir(path);
    if (!folder)
        return 0;
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

void residue_look(struct residue *residue)
{
    *residue = (struct residue){.rounding = fegetround()};
    if (!getcwd(residue->folder, sizeof residue->folder))
        residue->folder[0] = '\0';
    const char *locale = setlocale(LC_ALL, NULL);
    snprintf(residue->locale, sizeof residue->locale, "%s", locale ? locale : "");
    residue->files = entries("/proc/self/fd");
    residue->threads = entries("/proc/self/task");
    for (int signal = 1; signal < 32; signal++) {
        struct sigaction action;
        if (sigaction(signal, NULL, &action) == 0)
            residue->handlers[signal] = action.sa_handler;
    }
}

uint32_t residue_compare(const struct residue *before)
{
    enum { MOMENTS = 50, MOMENT_US = 2000 };
    struct residue now;
    residue_look(&now);
    for (int i = 0; i < MOMENTS && now.threads > before->threads; i++) { /* one that was waited for may not be gone yet */
        usleep(MOMENT_US);
        residue_look(&now);
    }
    return (strcmp(now.folder, before->folder) != 0 ? RESIDUE_FOLDER : 0) |
           (strcmp(now.locale, before->locale) != 0 ? RESIDUE_LOCALE : 0) |
           (now.rounding != before->rounding ? RESIDUE_FLOAT : 0) |
           (now.files > before->files ? RESIDUE_FILES : 0) |
           (now.threads > before->threads ? RESIDUE_THREADS : 0) |
           (memcmp(now.handlers, before->handlers, sizeof now.handlers) != 0 ? RESIDUE_SIGNALS : 0);
}
