/* SPDX-License-Identifier: MIT */
/**
 * @file embed.h
 * What the parts of the embedding library share.
 */
#ifndef RRASEMU_EMBED_EMBED_H
#define RRASEMU_EMBED_EMBED_H

#include "rrasemu.h"

#include "callout/chain.h"
#include "host/baton.h"
#include "host/inprocess.h"
#include "ras/server.h"

#include <stdbool.h>

/** What is remembered of a connection. */
struct remembered {
    struct connection_ref ref;
    rrasemu_state state;
    bool accepted;
};

struct rrasemu_server {
    struct server_options options;
    struct record_stream stream;
    struct chain chain;
    struct baton baton;
    struct inprocess here;
    struct server server;
    bool started, running, out_of_memory;
    bool busy; /* inside a call that may run callouts */
    uint64_t until_ns;
    rrasemu_record **records; /* pointers, as records handed out must not move; a ring once the limit is reached */
    size_t record_count, record_limit;
    struct remembered *connections; /* by number; [0] is unused */
    size_t connection_count;
    struct error error;
};

/** What the last call came to. */
rrasemu_status embed_status(const rrasemu_server *server);

/** Sets the error of a call that is used wrongly; returns RRASEMU_USAGE. */
rrasemu_status embed_fail(rrasemu_server *server, const char *text);

/** A call begins, which is right only before the start, or only while the service runs; false with the error set. */
bool embed_must_be_new(rrasemu_server *server);
bool embed_must_run(rrasemu_server *server);

/** Whether an argument is there; false with the error set. */
bool embed_given(rrasemu_server *server, const void *argument);

/** What went wrong meanwhile inside the model; not what a callout was refused. */
rrasemu_status embed_finish(rrasemu_server *server);

/** Runs what may run callouts, on a thread that one of them may park (baton.h). */
void embed_work(rrasemu_server *server, void (*what)(void *self));

/** Acts out what is due now. For embed_work(). */
void embed_drain(void *self);

/** The observer that keeps records and what they say of connections; and the end of both. */
struct record_sink embed_sink(rrasemu_server *server);
void embed_forget(rrasemu_server *server);

/** Records what the server was made from, and its end. */
void embed_record_start(rrasemu_server *server);
void embed_record_stop(rrasemu_server *server);

#endif
