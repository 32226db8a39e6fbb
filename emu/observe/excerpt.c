/* SPDX-License-Identifier: MIT */
#include "observe/excerpt.h"

#include <stdlib.h>
#include <string.h>

enum { LINES_BEFORE = 6, LINES_BEHIND = 3 };

struct excerpt_entry {
    uint64_t sequence;
    uint32_t connection;
    size_t from; /* in the text */
};

static void take_into_excerpt(void *self, const struct record *record)
{
    struct excerpt *excerpt = self;
    if ((excerpt->count & (excerpt->count - 1)) == 0) { /* at every power of two */
        size_t capacity = excerpt->count ? excerpt->count * 2 : 1;
        struct excerpt_entry *more = realloc(excerpt->entries, capacity * sizeof *more);
        excerpt->failed |= !more;
        excerpt->entries = more ? more : excerpt->entries;
    }
    if (excerpt->failed)
        return;
    if (record->type != RECORD_INPUT) /* which has no line */
        excerpt->entries[excerpt->count++] = (struct excerpt_entry){record->sequence, record->connection,
                                                                    excerpt->output.pending.length};
    transcript_formats[0].take(&excerpt->transcript, record); /* text */
    excerpt->failed |= excerpt->output.pending.failed;
}

struct record_sink excerpt_sink(struct excerpt *excerpt)
{
    excerpt->output = (struct output){.file = -1, .kept = true};
    excerpt->transcript = (struct transcript){.output = &excerpt->output};
    return (struct record_sink){take_into_excerpt, excerpt};
}

static bool is_shown(const struct excerpt_entry *entry, uint32_t connection)
{
    return !connection || !entry->connection || entry->connection == connection;
}

/* The index of the entry `steps` shown ones before or behind `at`, or as far as there are any */
static size_t walk(const struct excerpt *excerpt, size_t at, int steps, bool backwards, uint32_t connection)
{
    size_t reached = at;
    for (size_t i = at; steps > 0 && (backwards ? i > 0 : i + 1 < excerpt->count);) {
        i = backwards ? i - 1 : i + 1;
        if (is_shown(&excerpt->entries[i], connection)) {
            reached = i;
            steps--;
        }
    }
    return reached;
}

static void add_lines(struct text *text, const char *lines, size_t size, const char *prefix)
{
    while (size > 0) {
        const char *end = memchr(lines, '\n', size);
        size_t length = end ? (size_t)(end - lines) : size;
        text_addf(text, "%s%.*s\n", prefix, (int)length, lines);
        length += end != NULL;
        lines += length;
        size -= length;
    }
}

void excerpt_add_around(struct text *text, const struct excerpt *excerpt, uint64_t sequence, uint32_t connection,
                        const char *prefix)
{
    if (excerpt->failed || excerpt->count == 0)
        return;
    size_t centre = excerpt->count - 1;
    for (size_t i = 0; sequence && i < excerpt->count; i++)
        if (excerpt->entries[i].sequence == sequence)
            centre = i;
    size_t last = walk(excerpt, centre, LINES_BEHIND, false, connection);
    for (size_t i = walk(excerpt, centre, LINES_BEFORE, true, connection); i <= last; i++) {
        const char *all = text_string(&excerpt->output.pending);
        size_t from = excerpt->entries[i].from;
        size_t to = i + 1 < excerpt->count ? excerpt->entries[i + 1].from : strlen(all);
        if (is_shown(&excerpt->entries[i], connection))
            add_lines(text, all + from, to - from, prefix);
    }
}

const char *excerpt_all(const struct excerpt *excerpt)
{
    return text_string(&excerpt->output.pending);
}

void excerpt_free(struct excerpt *excerpt)
{
    transcript_close(&excerpt->transcript);
    text_free(&excerpt->output.pending);
    free(excerpt->entries);
    *excerpt = (struct excerpt){0};
}
