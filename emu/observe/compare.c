/* SPDX-License-Identifier: MIT */
#include "observe/compare.h"

#include "observe/json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

bool compare_open(struct compare *compare, const char *path, struct error *error)
{
    *compare = (struct compare){.path = path, .file = fopen(path, "re")};
    return compare->file ||
           error_set(error, FAILURE_USAGE, "%s: cannot be opened for reading: %s", path, strerror(errno));
}

/* Cuts the frames out; a quotation mark of a string is escaped, so that no text looks like their key. */
static void cut_frames(char *line)
{
    char *begin = strstr(line, ",\"frames\":[");
    char *end = begin ? strstr(begin, "}]") : NULL;
    if (end)
        memmove(begin, end + 2, strlen(end + 2) + 1);
}

/* The next line of the transcript without its end; NULL behind the last whole one */
static const char *next_line(struct compare *compare)
{
    ssize_t length = getline(&compare->line, &compare->size, compare->file);
    if (length <= 0 || compare->line[length - 1] != '\n')
        return NULL;
    compare->line[length - 1] = '\0';
    cut_frames(compare->line);
    return compare->line;
}

/* As much in front of the difference as tells where it is */
static const char *shown_from(const char *string, size_t same)
{
    enum { BEFORE = 40 };
    return string + (same > BEFORE ? same - BEFORE : 0);
}

static void report(struct compare *compare, uint64_t sequence, const char *expected, const char *got)
{
    enum { SHOWN = 160 };
    size_t same = 0;
    while (expected[same] && expected[same] == got[same])
        same++;
    expected = shown_from(expected, same);
    got = shown_from(got, same);
    compare->over = true;
    error_set(compare->error, FAILURE_FINDING, "%s: seq %llu departs: expected %.*s, got %.*s", compare->path,
              (unsigned long long)sequence, SHOWN, *expected ? expected : "the end of the run", SHOWN,
              *got ? got : "the end of the run");
}

static void take_to_compare(void *self, const struct record *record)
{
    struct compare *compare = self;
    if (compare->over)
        return;
    text_reset(&compare->got);
    json_add_record(&compare->got, record);
    if (compare->got.failed) {
        error_out_of_memory(compare->error);
        compare->over = true;
        return;
    }
    cut_frames(compare->got.data);
    const char *expected = next_line(compare);
    if (!expected || strcmp(expected, compare->got.data) != 0) {
        report(compare, record->sequence, expected ? expected : "", compare->got.data);
    } else if (record->type == RECORD_SUMMARY) {
        compare->over = true;
        if ((expected = next_line(compare)))
            report(compare, record->sequence + 1, expected, "");
    }
}

struct record_sink compare_sink(struct compare *compare, struct error *difference)
{
    compare->error = difference;
    return (struct record_sink){take_to_compare, compare};
}

void compare_close(struct compare *compare)
{
    if (compare->file)
        fclose(compare->file);
    free(compare->line);
    text_free(&compare->got);
    *compare = (struct compare){0};
}
