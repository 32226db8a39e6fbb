/* SPDX-License-Identifier: MIT */
/* The embedding library: a server's life. */
#include "embed/embed.h"

#include "callout/callout.h"
#include "host/inprocess.h"
#include "ras/engine.h"
#include "ras/service.h"

#include <stdlib.h>
#include <string.h>

/* --- work that may run callouts: on a thread that one of them may park (baton.h) --- */

static void start(void *self)
{
    rrasemu_server *server = self;
    if (server->server.state == SERVICE_STOPPED)
        service_start(&server->server);
}

static void advance(void *self)
{
    rrasemu_server *server = self;
    embed_drain(self);
    engine_run_until(&server->server, server->until_ns);
}

static void stop(void *self)
{
    rrasemu_server *server = self;
    if (server->server.state == SERVICE_RUNNING) /* this may be begun again (baton.h) */
        embed_record_stop(server);
    engine_stop(&server->server);
    struct record summary = {.type = RECORD_SUMMARY, .summary = server->stream.totals};
    server_emit(&server->server, &summary);
}

/* --- life --- */

rrasemu_server *rrasemu_server_new(void)
{
    rrasemu_server *server = calloc(1, sizeof *server);
    if (!server)
        return NULL;
    server->options = server_default_options();
    server->record_limit = SIZE_MAX;
    server->baton = (struct baton)BATON_INITIALIZER;
    chain_open(&server->chain, inprocess_host(&server->here));
    record_observe(&server->stream, embed_sink(server));
    return server;
}

static void free_source(struct dll_source *source)
{
    free((char *)source->path);
    free((char *)source->name);
    free((void *)source->functions);
}

void rrasemu_server_free(rrasemu_server *server)
{
    if (!server || server->busy)
        return;
    if (server->running)
        rrasemu_stop(server);
    for (size_t i = 0; i < server->chain.count; i++)
        free_source(&server->chain.dlls[i].source);
    baton_close(&server->baton);
    chain_close(&server->chain);
    server_close(&server->server);
    embed_forget(server);
    free(server);
}

const char *rrasemu_error(const rrasemu_server *server)
{
    return server->error.text;
}

rrasemu_status rrasemu_set_os(rrasemu_server *server, const char *profile)
{
    if (!embed_must_be_new(server) || !embed_given(server, profile))
        return RRASEMU_USAGE;
    const struct profile *found = profile_find(profile);
    if (!found)
        return embed_fail(server, "no such profile");
    server->options.profile = found;
    return RRASEMU_OK;
}

rrasemu_status rrasemu_set_seed(rrasemu_server *server, uint64_t seed)
{
    if (embed_must_be_new(server))
        server->options.seed = seed;
    return embed_status(server);
}

rrasemu_status rrasemu_set_record_limit(rrasemu_server *server, size_t most)
{
    if (embed_must_be_new(server))
        server->record_limit = most;
    return embed_status(server);
}

rrasemu_status rrasemu_set_policy(rrasemu_server *server, const char *name, const char *value)
{
    if (!embed_must_be_new(server) || !embed_given(server, name) || !embed_given(server, value))
        return RRASEMU_USAGE;
    policy_choose(&server->options.policies, name, value, &server->error);
    return embed_status(server);
}

static rrasemu_status add_source(rrasemu_server *server, struct dll_source source)
{
    if (!chain_add(&server->chain, &source, &server->error))
        free_source(&source);
    return embed_status(server);
}

rrasemu_status rrasemu_add_dll(rrasemu_server *server, const char *path)
{
    if (!embed_must_be_new(server) || !embed_given(server, path))
        return RRASEMU_USAGE;
    if (!*path)
        return embed_fail(server, "the path of the DLL is empty");
    struct dll_source source = {.path = text_duplicate(path)};
    if (!source.path)
        return error_out_of_memory(&server->error), RRASEMU_INTERNAL;
    return add_source(server, source);
}

rrasemu_status rrasemu_add_callouts(rrasemu_server *server, const char *name, const rrasemu_callout *callouts,
                                    size_t count)
{
    if (!embed_must_be_new(server) || !embed_given(server, name) || !embed_given(server, callouts))
        return RRASEMU_USAGE;
    for (size_t i = 0; i < count; i++) {
        if (!embed_given(server, callouts[i].name))
            return RRASEMU_USAGE;
        const struct callout *callout = callout_find(callouts[i].name);
        if (!callout || !callout->exported || strcmp(callout->name, callouts[i].name) != 0)
            return error_set(&server->error, FAILURE_USAGE, "%s: no such callout export", callouts[i].name),
                   RRASEMU_USAGE;
    }
    struct callout_function *copies = calloc(count + 1, sizeof *copies);
    struct dll_source source = {.name = text_duplicate(name), .functions = copies, .function_count = count};
    if (!copies || !source.name) {
        free_source(&source);
        return error_out_of_memory(&server->error), RRASEMU_INTERNAL;
    }
    for (size_t i = 0; i < count; i++) /* the names that outlive the caller's are the table's */
        copies[i] = (struct callout_function){callout_find(callouts[i].name)->name, callouts[i].function};
    return add_source(server, source);
}

rrasemu_status rrasemu_start(rrasemu_server *server)
{
    if (!embed_must_be_new(server))
        return RRASEMU_USAGE;
    if (!server_open(&server->server, &server->options, &server->chain.callouts, &server->stream, &server->error))
        return embed_status(server);
    server->started = true;
    embed_record_start(server);
    embed_work(server, start);
    server->running = server->server.state == SERVICE_RUNNING;
    if (!server->running)
        server->error = server->chain.start_error;
    return server->running || server->error.class == FAILURE_NONE ? embed_finish(server) : embed_status(server);
}

rrasemu_status rrasemu_advance(rrasemu_server *server, uint64_t ns)
{
    if (!embed_must_run(server))
        return RRASEMU_USAGE;
    /* 292 years: so far ahead that sums of times stay below the largest number */
    uint64_t now = server->server.now_ns, last = UINT64_MAX / 2;
    server->until_ns = ns > last - now ? last : now + ns;
    embed_work(server, advance);
    return embed_finish(server);
}

rrasemu_status rrasemu_stop(rrasemu_server *server)
{
    if (!embed_must_run(server))
        return RRASEMU_USAGE;
    embed_work(server, stop);
    server->running = false;
    return embed_finish(server);
}
