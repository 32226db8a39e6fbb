/* SPDX-License-Identifier: MIT */
#include "rrasemu.h"

#include "callout/call.h"
#include "callout/chain.h"
#include "core/utf16.h"
#include "host/baton.h"
#include "host/inprocess.h"
#include "observe/json.h"
#include "ras/engine.h"
#include "ras/service.h"
#include "scenario/values.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

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
    struct server server;
    bool started, running, out_of_memory;
    bool busy; /* inside a call that may run callouts */
    uint64_t until_ns;
    rrasemu_record **records; /* pointers, as records handed out must not move */
    size_t record_count;
    struct remembered *connections; /* by number; [0] is unused */
    size_t connection_count;
    struct error error;
};

static rrasemu_status status(const rrasemu_server *server)
{
    return (rrasemu_status)server->error.class;
}

static rrasemu_status fail(rrasemu_server *server, const char *text)
{
    error_set(&server->error, FAILURE_USAGE, "%s", text);
    return RRASEMU_USAGE;
}

/* Every call begins without an error and, where that matters, before or after the start. A callout
 * must not call back into the server that calls it: the model is between two states. */
static bool begin(rrasemu_server *server)
{
    server->error = (struct error){0};
    return !server->busy || (fail(server, "called from inside a callout"), false);
}

static bool must_be_new(rrasemu_server *server)
{
    return begin(server) &&
           (!server->started || (fail(server, "the service was started already"), false));
}

static bool must_run(rrasemu_server *server)
{
    return begin(server) && (server->running || (fail(server, "the service does not run"), false));
}

static bool given(rrasemu_server *server, const void *argument)
{
    return argument || (fail(server, "an argument is NULL"), false);
}

/* What went wrong meanwhile inside the model; not what a callout was refused */
static rrasemu_status finish(rrasemu_server *server)
{
    server->error = (struct error){0};
    if (server->out_of_memory)
        error_out_of_memory(&server->error);
    else if (server->server.error.class != FAILURE_NONE)
        server->error = server->server.error;
    return status(server);
}

/* --- work that may run callouts: on a thread that one of them may park (baton.h) --- */

static void start(void *self)
{
    rrasemu_server *server = self;
    if (server->server.state == SERVICE_STOPPED)
        service_start(&server->server);
}

static void settle(void *self)
{
    engine_settle(&((rrasemu_server *)self)->server);
}

static void advance(void *self)
{
    rrasemu_server *server = self;
    settle(self);
    engine_run_until(&server->server, server->until_ns);
}

static void stop(void *self)
{
    engine_stop(&((rrasemu_server *)self)->server);
}

static void work(rrasemu_server *server, void (*what)(void *self))
{
    server->busy = true;
    baton_run(what, server, &server->server.error);
    server->busy = false;
}

/* --- records --- */

static void free_record(rrasemu_record *record)
{
    if (!record)
        return;
    free((char *)record->dll);
    free((char *)record->json);
    free(record);
}

static rrasemu_record *copy_record(const struct record *record)
{
    struct text json = {0};
    json_add_record(&json, record);
    rrasemu_record *copy = json.failed ? NULL : calloc(1, sizeof *copy);
    if (!copy) {
        text_free(&json);
        return NULL;
    }
    *copy = (rrasemu_record){.seq = record->sequence, .t_ns = record->time_ns,
                             .type = record_type_names[record->type], .rule = record->rule,
                             .connection = record->connection, .link = record->link,
                             .json = json.data};
    if (record->type == RECORD_CALLOUT) {
        copy->callout = record->call->callout->name;
        copy->result = record->call->result;
        copy->dll = text_duplicate(record->call->dll);
        if (!copy->dll) {
            free_record(copy);
            return NULL;
        }
    }
    return copy;
}

static bool add_record(rrasemu_server *server, const struct record *record)
{
    size_t count = server->record_count;
    if ((count & (count - 1)) == 0) { /* grown at every power of two */
        rrasemu_record **records =
            realloc(server->records, (count ? count * 2 : 1) * sizeof(rrasemu_record *));
        if (!records)
            return false;
        server->records = records;
    }
    rrasemu_record *copy = copy_record(record);
    if (copy)
        server->records[server->record_count++] = copy;
    return copy != NULL;
}

static struct remembered *remember(rrasemu_server *server, uint32_t number)
{
    if (number >= server->connection_count) {
        size_t count = (size_t)number * 2;
        struct remembered *connections =
            realloc(server->connections, count * sizeof *connections);
        if (!connections)
            return NULL;
        memset(connections + server->connection_count, 0,
               (count - server->connection_count) * sizeof *connections);
        server->connections = connections;
        server->connection_count = count;
    }
    return &server->connections[number];
}

static void take(void *self, const struct record *record)
{
    rrasemu_server *server = self;
    server->out_of_memory |= !add_record(server, record);
    if (record->type != RECORD_STATE)
        return;
    struct remembered *connection = remember(server, record->connection);
    if (!connection) {
        server->out_of_memory = true;
        return;
    }
    /* rrasemu_state begins with UNKNOWN and then follows the model's order */
    connection->state = (rrasemu_state)(record->change.to + RRASEMU_IDLE);
    connection->accepted |= connection->state == RRASEMU_ACTIVE;
}

/* --- life --- */

rrasemu_server *rrasemu_server_new(void)
{
    rrasemu_server *server = calloc(1, sizeof *server);
    if (!server)
        return NULL;
    server->options = server_default_options();
    chain_open(&server->chain, inprocess_host(NULL));
    record_observe(&server->stream, (struct record_sink){take, server});
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
    chain_close(&server->chain);
    server_close(&server->server);
    for (size_t i = 0; i < server->record_count; i++)
        free_record(server->records[i]);
    free(server->records);
    free(server->connections);
    free(server);
}

const char *rrasemu_error(const rrasemu_server *server)
{
    return server->error.text;
}

rrasemu_status rrasemu_set_os(rrasemu_server *server, const char *profile)
{
    if (!must_be_new(server) || !given(server, profile))
        return RRASEMU_USAGE;
    const struct profile *found = profile_find(profile);
    if (!found)
        return fail(server, "no such profile");
    server->options.profile = found;
    return RRASEMU_OK;
}

rrasemu_status rrasemu_set_seed(rrasemu_server *server, uint64_t seed)
{
    if (must_be_new(server))
        server->options.seed = seed;
    return status(server);
}

rrasemu_status rrasemu_set_policy(rrasemu_server *server, const char *name, const char *value)
{
    if (!must_be_new(server) || !given(server, name) || !given(server, value))
        return RRASEMU_USAGE;
    policy_choose(&server->options.policies, name, value, &server->error);
    return status(server);
}

static rrasemu_status add_source(rrasemu_server *server, struct dll_source source)
{
    if (!chain_add(&server->chain, &source, &server->error))
        free_source(&source);
    return status(server);
}

rrasemu_status rrasemu_add_dll(rrasemu_server *server, const char *path)
{
    if (!must_be_new(server) || !given(server, path))
        return RRASEMU_USAGE;
    if (!*path)
        return fail(server, "the path of the DLL is empty");
    struct dll_source source = {.path = text_duplicate(path)};
    if (!source.path)
        return error_out_of_memory(&server->error), RRASEMU_INTERNAL;
    return add_source(server, source);
}

rrasemu_status rrasemu_add_callouts(rrasemu_server *server, const char *name,
                                    const rrasemu_callout *callouts, size_t count)
{
    if (!must_be_new(server) || !given(server, name) || !given(server, callouts))
        return RRASEMU_USAGE;
    for (size_t i = 0; i < count; i++) {
        if (!given(server, callouts[i].name))
            return RRASEMU_USAGE;
        const struct callout *callout = callout_find(callouts[i].name);
        if (!callout || !callout->exported || strcmp(callout->name, callouts[i].name) != 0)
            return error_set(&server->error, FAILURE_USAGE, "%s: no such callout export",
                             callouts[i].name),
                   RRASEMU_USAGE;
    }
    struct callout_function *copies = calloc(count + 1, sizeof *copies);
    struct dll_source source = {.name = text_duplicate(name), .functions = copies,
                                .function_count = count};
    if (!copies || !source.name) {
        free_source(&source);
        return error_out_of_memory(&server->error), RRASEMU_INTERNAL;
    }
    for (size_t i = 0; i < count; i++) /* the names that outlive the caller's are the table's */
        copies[i] = (struct callout_function){callout_find(callouts[i].name)->name,
                                              callouts[i].function};
    return add_source(server, source);
}

rrasemu_status rrasemu_start(rrasemu_server *server)
{
    if (!must_be_new(server))
        return RRASEMU_USAGE;
    if (!server_open(&server->server, &server->options, &server->chain.callouts, &server->stream,
                     &server->error))
        return status(server);
    server->started = true;
    work(server, start);
    server->running = server->server.state == SERVICE_RUNNING;
    if (!server->running)
        server->error = server->chain.start_error;
    return server->running || server->error.class == FAILURE_NONE ? finish(server) : status(server);
}

static bool fits(rrasemu_server *server, const char *what, const char *string, int most)
{
    int length = utf16_length(string);
    if (length > 0 && length <= most)
        return true;
    error_set(&server->error, FAILURE_USAGE, "%s: expected valid UTF-8 of 1 to %d characters", what,
              most);
    return false;
}

static bool find_tunnel(rrasemu_server *server, const char *name, enum tunnel *tunnel)
{
    const struct profile *profile = server->options.profile;
    *tunnel = tunnel_default(profile);
    for (int i = 0; name && i < TUNNEL_COUNT; i++) {
        if (strcasecmp(tunnels[i].name, name) != 0)
            continue;
        *tunnel = (enum tunnel)i;
        if (tunnel_is_known(*tunnel, profile))
            return true;
        error_set(&server->error, FAILURE_USAGE, "%s has no %s tunnels", profile->title, name);
        return false;
    }
    if (!name)
        return true;
    error_set(&server->error, FAILURE_USAGE, "%s: no such tunnel, expected SSTP, IKEv2, L2TP, PPTP or modem",
              name);
    return false;
}

/* The request as this version knows it: a program built with an older header sends a shorter one. */
static bool read_request(rrasemu_server *server, const rrasemu_dial_request *given_request,
                         rrasemu_dial_request *request)
{
    *request = (rrasemu_dial_request)RRASEMU_DIAL_INIT;
    if (!given(server, given_request))
        return false;
    if (given_request->size < offsetof(rrasemu_dial_request, domain) ||
        given_request->size > sizeof *request)
        return fail(server, "a dial request begins with RRASEMU_DIAL_INIT"), false;
    memcpy(request, given_request, given_request->size);
    if (!request->user)
        return fail(server, "a dial request names a user"), false;
    if (request->families & ~(unsigned)(RRASEMU_IPV4 | RRASEMU_IPV6))
        return fail(server, "families: expected RRASEMU_IPV4, RRASEMU_IPV6 or both"), false;
    if (request->families & RRASEMU_IPV6 && !profile_has_ipv6(server->options.profile))
        return fail(server, "families: this version of Windows has no IPv6 for its clients"), false;
    return true;
}

uint32_t rrasemu_dial(rrasemu_server *server, const rrasemu_dial_request *given_request)
{
    rrasemu_dial_request request;
    if (!must_run(server) || !read_request(server, given_request, &request))
        return 0;
    struct user user = {.name = request.user,
                        .domain = request.domain ? request.domain : "EXAMPLE",
                        .computer = request.computer ? request.computer : "CLIENT-PC",
                        .cookie = request.cookie,
                        .wrong_password = request.wrong_password != 0};
    unsigned families = request.families ? request.families : RRASEMU_IPV4;
    struct dial dial = {.ipv4 = families & RRASEMU_IPV4, .ipv6 = families & RRASEMU_IPV6};
    if (!fits(server, "user", user.name, 256) || !fits(server, "domain", user.domain, 15) ||
        !fits(server, "computer", user.computer, 16) ||
        (user.cookie && !fits(server, "cookie", user.cookie, COOKIE_MOST / 3)) ||
        !find_tunnel(server, request.tunnel, &dial.tunnel))
        return 0;
    if (!(dial.user = server_add_user(&server->server, &user))) {
        error_out_of_memory(&server->error);
        return 0;
    }
    struct connection_ref ref = engine_dial(&server->server, &dial);
    work(server, settle);
    if (finish(server) != RRASEMU_OK)
        return 0;
    server->connections[ref.number].ref = ref;
    return ref.number;
}

rrasemu_status rrasemu_advance(rrasemu_server *server, uint64_t ns)
{
    if (!must_run(server))
        return RRASEMU_USAGE;
    /* 292 years: so far ahead that sums of times stay below the largest number */
    uint64_t now = server->server.now_ns, last = UINT64_MAX / 2;
    server->until_ns = ns > last - now ? last : now + ns;
    work(server, advance);
    return finish(server);
}

static const struct remembered *find(rrasemu_server *server, uint32_t connection)
{
    if (connection > 0 && connection < server->connection_count &&
        server->connections[connection].ref.number == connection)
        return &server->connections[connection];
    fail(server, "no connection has this number");
    return NULL;
}

/* What happens to a connection, from here to leave(); NULL with the error set */
static const struct remembered *enter(rrasemu_server *server, uint32_t connection)
{
    return must_run(server) ? find(server, connection) : NULL;
}

static rrasemu_status leave(rrasemu_server *server)
{
    work(server, settle);
    return finish(server);
}

rrasemu_status rrasemu_transfer(rrasemu_server *server, uint32_t connection, uint64_t sent,
                                uint64_t received)
{
    const struct remembered *known = enter(server, connection);
    if (!known)
        return RRASEMU_USAGE;
    engine_transfer(&server->server, known->ref, sent, received);
    return leave(server);
}

uint32_t rrasemu_join(rrasemu_server *server, uint32_t connection)
{
    const struct remembered *known = enter(server, connection);
    if (!known)
        return 0;
    uint32_t link = engine_join(&server->server, known->ref);
    if (leave(server) == RRASEMU_OK && link == 0)
        fail(server, "no link can join: the connection is not active, or no port listens");
    return link;
}

rrasemu_status rrasemu_leave(rrasemu_server *server, uint32_t connection, uint32_t link)
{
    const struct remembered *known = enter(server, connection);
    if (!known)
        return RRASEMU_USAGE;
    engine_leave(&server->server, known->ref, link);
    return leave(server);
}

rrasemu_status rrasemu_quarantine(rrasemu_server *server, uint32_t connection, uint32_t state,
                                  uint64_t probation_ns)
{
    if (!must_run(server))
        return RRASEMU_USAGE;
    if (state >= QUARANTINE_STATES)
        return fail(server, "no such quarantine state, expected a RAS_QUARANTINE_STATE");
    const struct remembered *known = enter(server, connection);
    if (!known)
        return RRASEMU_USAGE;
    engine_quarantine(&server->server, known->ref, state, probation_ns);
    return leave(server);
}

rrasemu_status rrasemu_move(rrasemu_server *server, uint32_t connection, const char *endpoint)
{
    uint32_t address;
    if (!must_run(server) || !given(server, endpoint))
        return RRASEMU_USAGE;
    if (!value_ipv4(endpoint, &address))
        return fail(server, "the endpoint is no IPv4 address, expected one such as 203.0.113.1");
    const struct remembered *known = enter(server, connection);
    if (!known)
        return RRASEMU_USAGE;
    engine_move(&server->server, known->ref, address, 0);
    return leave(server);
}

rrasemu_status rrasemu_hang_up(rrasemu_server *server, uint32_t connection)
{
    const struct remembered *known = enter(server, connection);
    if (!known)
        return RRASEMU_USAGE;
    engine_end(&server->server, known->ref, END_CLIENT);
    return leave(server);
}

rrasemu_state rrasemu_connection_state(const rrasemu_server *server, uint32_t connection)
{
    return connection < server->connection_count ? server->connections[connection].state
                                                 : RRASEMU_UNKNOWN;
}

int rrasemu_connection_accepted(const rrasemu_server *server, uint32_t connection)
{
    return connection < server->connection_count && server->connections[connection].accepted;
}

rrasemu_status rrasemu_stop(rrasemu_server *server)
{
    if (!must_run(server))
        return RRASEMU_USAGE;
    work(server, stop);
    server->running = false;
    return finish(server);
}

size_t rrasemu_record_count(const rrasemu_server *server)
{
    return server->record_count;
}

const rrasemu_record *rrasemu_record_at(const rrasemu_server *server, size_t index)
{
    return index < server->record_count ? server->records[index] : NULL;
}
