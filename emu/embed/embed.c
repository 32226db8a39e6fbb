/* SPDX-License-Identifier: MIT */
#include "embed/embed.h"

#include "host/baton.h"
#include "ras/engine.h"

rrasemu_status embed_status(const rrasemu_server *server)
{
    return (rrasemu_status)server->error.class;
}

rrasemu_status embed_fail(rrasemu_server *server, const char *text)
{
    error_set(&server->error, FAILURE_USAGE, "%s", text);
    return RRASEMU_USAGE;
}

/* Every call begins without an error and, where that matters, before or after the start. A callout
 * must not call back into the server that calls it: the model is between two states. */
static bool begin_request(rrasemu_server *server)
{
    server->error = (struct error){0};
    return !server->busy || (embed_fail(server, "called from inside a callout"), false);
}

bool embed_must_be_new(rrasemu_server *server)
{
    return begin_request(server) &&
           (!server->started || (embed_fail(server, "the service was started already"), false));
}

bool embed_must_run(rrasemu_server *server)
{
    return begin_request(server) && (server->running || (embed_fail(server, "the service does not run"), false));
}

bool embed_given(rrasemu_server *server, const void *argument)
{
    return argument || (embed_fail(server, "an argument is NULL"), false);
}

/* What went wrong meanwhile inside the model; not what a callout was refused */
rrasemu_status embed_finish(rrasemu_server *server)
{
    server->error = (struct error){0};
    if (server->out_of_memory)
        error_out_of_memory(&server->error);
    else if (server->server.error.class != FAILURE_NONE)
        server->error = server->server.error;
    return embed_status(server);
}

void embed_drain(void *self)
{
    engine_drain(&((rrasemu_server *)self)->server);
}

void embed_work(rrasemu_server *server, void (*what)(void *self))
{
    server->busy = true;
    baton_run(&server->baton, what, server, &server->server.error);
    server->busy = false;
}
