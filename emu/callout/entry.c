/* SPDX-License-Identifier: MIT */
#include "callout/entry.h"

#include "runtime/current_callout.h"

#include <stdlib.h>
#include <string.h>

/* The part up to the next separator, cut off; NULL: there is no more */
static char *next_part(char **at)
{
    char *part = *at;
    if (!part)
        return NULL;
    char *end = strchr(part, RRAS_ENTRY_SEPARATOR);
    if (end)
        *end = '\0';
    *at = end ? end + 1 : NULL;
    for (char *newline = part; (newline = strchr(newline, RRAS_ENTRY_NEWLINE));)
        *newline = '\n';
    return part;
}

static unsigned long next_number(char **at)
{
    const char *part = next_part(at);
    return part ? strtoul(part, NULL, 10) : 0;
}

/* As the Event Viewer shows the type */
static const char *level_of(unsigned long type)
{
    switch (type) {
    case EVENTLOG_ERROR_TYPE:
        return "error";
    case EVENTLOG_WARNING_TYPE:
        return "warning";
    case EVENTLOG_AUDIT_SUCCESS:
        return "audit success";
    case EVENTLOG_AUDIT_FAILURE:
        return "audit failure";
    default:
        return "information";
    }
}

bool entry_read(char *line, struct entry_of_dll *entry)
{
    enum { HALF = 16, LOWER = 0xffff };
    char *at = line + 1;
    if (*line != RRAS_ENTRY_MARK)
        return false;
    at[strcspn(at, "\n")] = '\0';
    struct record_eventlog *record = &entry->record;
    *record = (struct record_eventlog){.source = next_part(&at)};
    record->level = level_of(next_number(&at));
    record->category = (unsigned)next_number(&at);
    unsigned long id = next_number(&at);
    record->id = id & LOWER;
    record->qualifiers = (unsigned)(id >> HALF & LOWER);
    record->data = next_part(&at);
    record->params = entry->parameters;
    while (record->param_count < ENTRY_PARAMETERS_MOST && (entry->parameters[record->param_count] = next_part(&at)))
        record->param_count++;
    return true;
}

const char *entry_read_sent(char *line, const char **peer)
{
    char *at = line + 1;
    if (*line != RRAS_PEER_MARK)
        return NULL;
    *peer = next_part(&at);
    return at;
}
