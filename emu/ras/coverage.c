/* SPDX-License-Identifier: MIT */
#include "ras/coverage.h"

#include "core/text.h"
#include "ras/server.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static const char *const table_names[COVERED_TABLES] = {
    [COVERED_LIFECYCLE] = "lifecycle", [COVERED_ANSWERS] = "answers",   [COVERED_CLOSING] = "closing",
    [COVERED_SERVICE] = "service",     [COVERED_EVENTLOG] = "eventlog", [COVERED_FINDINGS] = "findings",
};

void coverage_take(struct server *server, enum covered table, size_t row)
{
    server->coverage.rows[table][row] = true;
}

static void add_tables(struct text *text, const struct server *server)
{
    for (int table = 0; table < COVERED_TABLES; table++) {
        text_add(text, table_names[table]);
        for (size_t row = 0; row < COVERED_ROWS_MOST; row++)
            if (server->coverage.rows[table][row])
                text_addf(text, " %zu", row);
        text_add(text, "\n");
    }
    text_add(text, "policies");
    for (int i = 0; i < POLICY_COUNT; i++)
        text_addf(text, " %s=%s", policies[i].name, policies[i].values[server->options.policies.value[i]].name);
    text_add(text, "\n");
}

void coverage_write(const struct server *server)
{
    const char *path = getenv("RRASEMU_COVERAGE");
    struct text text = {0};
    if (!path || !server->options.profile)
        return;
    add_tables(&text, server);
    int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (file >= 0 && (text.failed || write(file, text.data, text.length) != (ssize_t)text.length))
        abort(); /* a test that counts on it must not go on */
    if (file >= 0)
        close(file);
    text_free(&text);
}
