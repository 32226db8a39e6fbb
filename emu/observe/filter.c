/* SPDX-License-Identifier: MIT */
#include "observe/filter.h"

static bool passes(const struct filter *filter, const struct record *record)
{
    if (record->connection == 0)
        return true;
    if (filter->limited && (record->time_ns < filter->first_ns || record->time_ns > filter->last_ns))
        return false;
    for (size_t i = 0; i < filter->connection_count; i++)
        if (filter->connections[i] == record->connection)
            return true;
    return filter->connection_count == 0;
}

static void take_if_wanted(void *self, const struct record *record)
{
    struct filtered *filtered = self;
    if (passes(filtered->filter, record))
        filtered->next.take(filtered->next.self, record);
}

struct record_sink filter_sink(struct filtered *filtered)
{
    return (struct record_sink){take_if_wanted, filtered};
}
