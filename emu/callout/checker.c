/* SPDX-License-Identifier: MIT */
#include "callout/checker.h"

#include <stddef.h>
#include <string.h>

/* Words that begin an error, behind the mark of its checker */
static const char *const errors[] = {
    "Invalid read of size",
    "Invalid write of size",
    "Invalid free()",
    "Mismatched free()",
    "Jump to the invalid address",
    "Conditional jump or move depends on uninitialised value",
    "Use of uninitialised value",
    "Source and destination overlap",
    "Argument '",
    "Syscall param ",
    "ERROR: AddressSanitizer: ",
    "ERROR: LeakSanitizer: ",
    "WARNING: ThreadSanitizer: ",
    "WARNING: MemorySanitizer: ",
};

/* Behind ==12345== or --12345--, the number of the process; NULL: it is not there */
static const char *skip_mark(const char *line)
{
    bool marked = strncmp(line, "==", 2) == 0 || strncmp(line, "--", 2) == 0;
    size_t digits = marked ? strspn(line + 2, "0123456789") : 0;
    const char *end = line + 2 + digits;
    return digits && strncmp(end, line, 2) == 0 ? end + 2 + strspn(end + 2, " ") : NULL;
}

bool checker_printed(const char *line)
{
    return skip_mark(line) || strstr(line, ": runtime error: ");
}

const char *checker_error(const char *line)
{
    const char *words = skip_mark(line), *undefined = strstr(line, ": runtime error: ");
    for (size_t i = 0; words && i < sizeof errors / sizeof *errors; i++)
        if (strncmp(words, errors[i], strlen(errors[i])) == 0)
            return words;
    if (!words && strncmp(line, "WARNING: ThreadSanitizer: ", 26) == 0)
        return line;
    return undefined ? undefined + 2 : NULL;
}
