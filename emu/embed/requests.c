/* SPDX-License-Identifier: MIT */
/* The embedding library: what comes from outside. Each request is a stimulus, recorded as a step of a scenario is. */
#include "embed/embed.h"

#include "core/utf16.h"
#include "input/stimulus.h"
#include "ras/engine.h"
#include "scenario/decode.h"
#include "scenario/player.h"
#include "scenario/schemas.h"
#include "scenario/values.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Names of users and connections in records: a number sign and the connection's number */
enum { NAME_SIZE = 12 };

static void write_name(char name[NAME_SIZE], uint32_t number)
{
    snprintf(name, NAME_SIZE, "#%u", (unsigned)number);
}

/* Applies a step whose arguments are marked as given. */
static void apply(rrasemu_server *server, struct step *step, char name[NAME_SIZE])
{
    step->subject = name;
    step->with.origin = ORIGIN_API;
    decode_mark(&step_schema, step, stimuli[step->with.kind].key);
    player_apply(&server->server, step);
}

void embed_record_start(rrasemu_server *server)
{
    const struct scenario none = {0};
    player_record_server(&server->server, &none, ORIGIN_API);
}

void embed_record_stop(rrasemu_server *server)
{
    char service[NAME_SIZE] = "service";
    apply(server, &(struct step){.with.kind = STIMULUS_STOP}, service);
}

static bool fits(rrasemu_server *server, const char *what, const char *string, int most)
{
    int length = utf16_length(string);
    if (length > 0 && length <= most && !utf8_has_control(string))
        return true;
    error_set(&server->error, FAILURE_USAGE,
              "%s: expected valid UTF-8 of 1 to %d characters without control characters", what, most);
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
    error_set(&server->error, FAILURE_USAGE, "%s: no such tunnel, expected SSTP, IKEv2, L2TP, PPTP or modem", name);
    return false;
}

/* The request as this version knows it: a program built with an older header sends a shorter one. */
static bool read_request(rrasemu_server *server, const rrasemu_dial_request *given_request,
                         rrasemu_dial_request *request)
{
    *request = (rrasemu_dial_request)RRASEMU_DIAL_INIT;
    if (!embed_given(server, given_request))
        return false;
    if (given_request->size < offsetof(rrasemu_dial_request, domain) || given_request->size > sizeof *request)
        return embed_fail(server, "a dial request begins with RRASEMU_DIAL_INIT"), false;
    memcpy(request, given_request, given_request->size);
    if (!request->user)
        return embed_fail(server, "a dial request names a user"), false;
    if (request->families & ~(unsigned)(RRASEMU_IPV4 | RRASEMU_IPV6))
        return embed_fail(server, "families: expected RRASEMU_IPV4, RRASEMU_IPV6 or both"), false;
    if (request->families & RRASEMU_IPV6 && !profile_has_ipv6(server->options.profile))
        return embed_fail(server, "families: this version of Windows has no IPv6 for its clients"), false;
    return true;
}

static const struct user *add_account(rrasemu_server *server, const rrasemu_dial_request *request, char name[NAME_SIZE])
{
    static const char *const marks[] = {"user", "domain", "computer", "authentication"};
    struct scenario_user user = {.name = name,
                                 .user = (char *)request->user,
                                 .domain = (char *)(request->domain ? request->domain : "EXAMPLE"),
                                 .computer = (char *)(request->computer ? request->computer : "CLIENT-PC"),
                                 .cookie = (char *)request->cookie,
                                 .authentication = request->wrong_password ? AUTHENTICATION_FAILS
                                                                           : AUTHENTICATION_SUCCEEDS};
    if (!fits(server, "user", user.user, 256) || !fits(server, "domain", user.domain, 15) ||
        !fits(server, "computer", user.computer, 16) ||
        (user.cookie && !fits(server, "cookie", user.cookie, COOKIE_MOST / 3)))
        return NULL;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        decode_mark(&user_schema, &user, marks[i]);
    if (user.cookie)
        decode_mark(&user_schema, &user, "cookie");
    const struct user account = player_user(&user);
    const struct user *added = server_add_user(&server->server, &account);
    if (added)
        player_record_user(&server->server, &user, ORIGIN_API);
    else
        error_out_of_memory(&server->error);
    return added;
}

uint32_t rrasemu_dial(rrasemu_server *server, const rrasemu_dial_request *given_request)
{
    rrasemu_dial_request request;
    enum tunnel tunnel;
    char name[NAME_SIZE];
    if (!embed_must_run(server) || !read_request(server, given_request, &request) ||
        !find_tunnel(server, request.tunnel, &tunnel))
        return 0;
    write_name(name, server->server.last_number + 1);
    unsigned families = request.families ? request.families : RRASEMU_IPV4;
    struct step step = {
        .as = name,
        .with = {.kind = STIMULUS_DIAL,
                 .user = add_account(server, &request, name),
                 .tunnel = tunnel,
                 .wants = (families & RRASEMU_IPV4 ? WANTS_IPV4 : 0) | (families & RRASEMU_IPV6 ? WANTS_IPV6 : 0)}};
    if (!step.with.user)
        return 0;
    decode_mark(&step_schema, &step, "tunnel");
    decode_mark(&step_schema, &step, "wants");
    apply(server, &step, name);
    embed_work(server, embed_drain);
    if (embed_finish(server) != RRASEMU_OK)
        return 0;
    uint32_t number = step.with.ref.number;
    server->connections[number].ref = step.with.ref;
    return number;
}

static const struct remembered *find_connection(rrasemu_server *server, uint32_t connection)
{
    if (connection > 0 && connection < server->connection_count &&
        server->connections[connection].ref.number == connection)
        return &server->connections[connection];
    embed_fail(server, "no connection has this number");
    return NULL;
}

/* What happens to a connection, from here to leave(); NULL with the error set */
static const struct remembered *enter(rrasemu_server *server, uint32_t connection)
{
    return embed_must_run(server) ? find_connection(server, connection) : NULL;
}

/* Applies what comes to a connection, with these keys as its arguments, and acts it out. */
static rrasemu_status happen(rrasemu_server *server, uint32_t connection, struct step *step, const char *const *keys)
{
    char name[NAME_SIZE];
    const struct remembered *known = enter(server, connection);
    if (!known)
        return RRASEMU_USAGE;
    for (; keys && *keys; keys++)
        decode_mark(&step_schema, step, *keys);
    step->with.ref = known->ref;
    write_name(name, connection);
    apply(server, step, name);
    embed_work(server, embed_drain);
    return embed_finish(server);
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

rrasemu_status rrasemu_transfer(rrasemu_server *server, uint32_t connection, uint64_t sent, uint64_t received)
{
    const uint64_t most = UINT64_C(1) << 62;
    struct step step = {.with = {.kind = STIMULUS_TRANSFER, .sent = sent, .received = received}};
    if (sent > most || received > most)
        return embed_must_run(server) ? embed_fail(server, "more than 2^62 bytes") : RRASEMU_USAGE;
    return happen(server, connection, &step, KEYS("sent", "received"));
}

uint32_t rrasemu_join(rrasemu_server *server, uint32_t connection)
{
    struct step step = {.with = {.kind = STIMULUS_JOIN}};
    if (happen(server, connection, &step, NULL) == RRASEMU_OK && step.with.link == 0)
        embed_fail(server, "no link can join: the connection is not active, or no port listens");
    return step.with.link;
}

rrasemu_status rrasemu_leave(rrasemu_server *server, uint32_t connection, uint32_t link)
{
    struct step step = {.with = {.kind = STIMULUS_LEAVE, .link = link}};
    if (link == 0)
        return embed_must_run(server) ? embed_fail(server, "links are numbered from 1") : RRASEMU_USAGE;
    return happen(server, connection, &step, KEYS("link"));
}

rrasemu_status rrasemu_quarantine(rrasemu_server *server, uint32_t connection, uint32_t state, uint64_t probation_ns)
{
    if (!embed_must_run(server))
        return RRASEMU_USAGE;
    if (state >= QUARANTINE_STATES)
        return embed_fail(server, "no such quarantine state, expected a RAS_QUARANTINE_STATE");
    if (probation_ns > UINT64_MAX / 4)
        return embed_fail(server, "a probation of more than 146 years");
    struct step step = {.with = {.kind = STIMULUS_QUARANTINE, .state = state, .probation_ns = probation_ns}};
    return happen(server, connection, &step, KEYS("state", "for"));
}

rrasemu_status rrasemu_move(rrasemu_server *server, uint32_t connection, const char *endpoint)
{
    struct step step = {.with = {.kind = STIMULUS_MOVE}};
    if (!embed_must_run(server) || !embed_given(server, endpoint))
        return RRASEMU_USAGE;
    if (!value_ipv4(endpoint, &step.with.to))
        return embed_fail(server, "the endpoint is no IPv4 address, expected one such as 203.0.113.1");
    return happen(server, connection, &step, KEYS("to"));
}

rrasemu_status rrasemu_hang_up(rrasemu_server *server, uint32_t connection)
{
    struct step step = {.with = {.kind = STIMULUS_HANGUP}};
    return happen(server, connection, &step, NULL);
}
