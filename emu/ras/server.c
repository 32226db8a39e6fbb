/* SPDX-License-Identifier: MIT */
#include "ras/server.h"

#include "core/calendar.h"
#include "core/text.h"
#include "core/utf16.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* RFC 5737: an address of documentation, so that no transcript names somebody's machine */
#define DOCUMENTATION_SERVER UINT32_C(0xc0000201) /* 192.0.2.1 */

struct server_options server_default_options(void)
{
    struct server_options options = {
        .profile = profile_find("2022"),
        .seed = 1,
        .start = INT64_C(1767600000),           /* 2026-01-05T08:00:00Z */
        .pool = {.first = UINT32_C(0xc0a80101), /* 192.168.1.1 */
                 .last = UINT32_C(0xc0a801fe),  /* 192.168.1.254 */
                 .block = POOL_BLOCK_DEFAULT},
        .ipv6_prefix = {{0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 1}, 64}, /* RFC 3849: 2001:db8:0:1::/64 */
        .endpoint = DOCUMENTATION_SERVER,
        .links_most = 2,
        .restarts_most = 3,
        .restart_while_ns = 60 * CALENDAR_NS_PER_SECOND,
        .restart_delay_ns = CALENDAR_NS_PER_SECOND,
        .outage_ns = 30 * 60 * CALENDAR_NS_PER_SECOND,
        .echo_ns = 60 * CALENDAR_NS_PER_SECOND,
        .negotiation_ns = 150 * CALENDAR_NS_PER_SECOND, /* NegotiateTime */
    };
    for (uint32_t tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++) {
        options.ports[tunnel] = tunnels[tunnel].dialled ? MODEMS_DEFAULT : PORTS_DEFAULT;
        options.devices[tunnel] = tunnel;
    }
    return options;
}

bool server_open(struct server *server, const struct server_options *options, const struct ras_callouts *callouts,
                 struct record_stream *records, struct error *error)
{
    *server = (struct server){.options = *options, .callouts = callouts, .records = records};
    if (!pool_open(&server->pool, &options->pool) || !ports_open(&server->ports, options->ports, options->devices)) {
        server_close(server);
        return error_out_of_memory(error);
    }
    return true;
}

/* The strings of a user; those that may be NULL stand behind OWN_STRINGS. */
enum { OWN_STRINGS = 3, USER_STRINGS = 7 + 2 * MEDIA_PARAMETERS_MOST };

static void list_strings(struct user *user, const char **list[USER_STRINGS])
{
    const char **some[] = {&user->name,    &user->domain, &user->computer, &user->cookie,
                           &user->netbios, &user->ipx,    &user->appletalk};
    size_t count = sizeof some / sizeof *some;
    memcpy(list, some, sizeof some);
    for (int i = 0; i < MEDIA_PARAMETERS_MOST; i++) {
        list[count++] = &user->media[i].key;
        list[count++] = &user->media[i].text;
    }
}

static void free_user(struct user *user)
{
    const char **strings[USER_STRINGS];
    list_strings(user, strings);
    for (size_t i = 0; i < USER_STRINGS; i++)
        free((char *)*strings[i]);
    free((char *)user->title);
    free((uint16_t *)user->wide.name);
    free(user);
}

/* One block holds all: the name is its beginning. No text has more units in UTF-16 than bytes in UTF-8. */
static bool widen_names(struct user *user)
{
    const char *const names[] = {user->name, user->domain, user->computer, user->title};
    const uint16_t **const wide[] = {&user->wide.name, &user->wide.domain, &user->wide.computer, &user->wide.title};
    enum { NAMES = sizeof names / sizeof *names };
    size_t size = 0;
    for (int i = 0; i < NAMES; i++)
        size += strlen(names[i]) + 1;
    uint16_t *at = malloc(size * sizeof *at);
    for (int i = 0; at && i < NAMES; at += strlen(names[i++]) + 1) {
        *wide[i] = at;
        utf16_store(at, strlen(names[i]) + 1, names[i]);
    }
    return at != NULL;
}

void server_close(struct server *server)
{
    coverage_write(server);
    for (size_t i = 0; i < server->user_count; i++)
        free_user(server->users[i]);
    free(server->users);
    for (uint32_t i = 0; i < server->slot_count; i++)
        free(server->slots[i]);
    free(server->slots);
    free(server->free_slots);
    queue_clear(&server->queue);
    mail_close(&server->mail);
    roster_close(&server->roster);
    tally_close(&server->addresses);
    tally_close(&server->identifiers);
    pool_close(&server->pool);
    ports_close(&server->ports);
    *server = (struct server){0};
}

const struct user *server_add_user(struct server *server, const struct user *user)
{
    struct user **users = realloc(server->users, (server->user_count + 1) * sizeof *users);
    if (!users)
        return NULL;
    server->users = users;
    struct user *copy = malloc(sizeof *copy);
    if (!copy)
        return NULL;
    *copy = *user;
    copy->wide = (struct wide_names){0};
    bool fine = true;
    const char **strings[USER_STRINGS];
    list_strings(copy, strings);
    for (size_t i = 0; i < USER_STRINGS; i++) {
        const char *original = *strings[i] ? *strings[i] : i < OWN_STRINGS ? "" : NULL;
        *strings[i] = original && fine ? text_duplicate(original) : NULL;
        fine &= !original || *strings[i];
    }
    struct text title = {0};
    if (fine)
        user_add_name(&title, copy);
    copy->title = title.data ? title.data : text_duplicate("");
    if (!fine || title.failed || !copy->title || !widen_names(copy)) {
        free_user(copy);
        return NULL;
    }
    return server->users[server->user_count++] = copy;
}

/* --- connections --- */

static bool grow_slots(struct server *server)
{
    uint32_t capacity = server->slot_capacity ? server->slot_capacity * 2 : 16;
    struct connection **slots = realloc(server->slots, capacity * sizeof *slots);
    if (!slots)
        return false;
    server->slots = slots;
    uint32_t *free_slots = realloc(server->free_slots, capacity * sizeof *free_slots);
    if (!free_slots)
        return false;
    server->free_slots = free_slots;
    server->slot_capacity = capacity;
    return true;
}

/* A connection in a slot of its own, used ones first */
struct connection *server_new_connection(struct server *server)
{
    uint32_t slot;
    if (server->free_slot_count > 0) {
        slot = server->free_slots[--server->free_slot_count];
    } else {
        if (server->slot_count == server->slot_capacity && !grow_slots(server))
            return NULL;
        slot = server->slot_count;
        if (!(server->slots[slot] = malloc(sizeof(struct connection))))
            return NULL;
        server->slot_count++;
    }
    struct connection *connection = server->slots[slot];
    if (!roster_add(&server->roster, server->last_number + 1, slot)) {
        server->free_slots[server->free_slot_count++] = slot;
        return NULL;
    }
    *connection = (struct connection){.number = ++server->last_number, .slot = slot};
    return connection;
}

struct connection *server_connection(const struct server *server, struct connection_ref ref)
{
    if (ref.number == 0 || ref.slot >= server->slot_count)
        return NULL;
    struct connection *connection = server->slots[ref.slot];
    return connection->number == ref.number ? connection : NULL;
}

struct connection *server_living(const struct server *server, struct connection_ref ref)
{
    struct connection *connection = server_connection(server, ref);
    return connection && !connection->forgotten ? connection : NULL;
}

static struct connection *at_slot(const struct server *server, uint32_t slot)
{
    return slot == ROSTER_GONE ? NULL : server->slots[slot];
}

struct connection *server_numbered(const struct server *server, uint32_t number)
{
    return at_slot(server, roster_find(&server->roster, number));
}

struct connection *server_above(const struct server *server, uint32_t number)
{
    return at_slot(server, roster_above(&server->roster, number));
}

struct connection *server_below(const struct server *server, uint32_t number)
{
    return at_slot(server, roster_below(&server->roster, number));
}

static uint64_t number_of_id(const uint8_t ipv6_id[8])
{
    uint64_t number;
    memcpy(&number, ipv6_id, sizeof number);
    return number;
}

bool server_address_in_use(const struct server *server, uint32_t ipv4)
{
    return tally_count(&server->addresses, ipv4) > 0;
}

bool server_id_in_use(const struct server *server, const uint8_t ipv6_id[8])
{
    return tally_count(&server->identifiers, number_of_id(ipv6_id)) > 0;
}

void server_take_lease(struct server *server, const struct connection *connection, bool v4)
{
    bool given = v4 ? connection->lease4.given : connection->lease6.given;
    struct tally *tally = v4 ? &server->addresses : &server->identifiers;
    if (given && !tally_add(tally, v4 ? connection->ipv4 : number_of_id(connection->ipv6_id)))
        error_out_of_memory(&server->error);
}

static void give_leases_back(struct server *server, const struct connection *connection)
{
    if (connection->lease4.given)
        tally_remove(&server->addresses, connection->ipv4);
    if (connection->lease6.given)
        tally_remove(&server->identifiers, number_of_id(connection->ipv6_id));
}

struct link *connection_take_port(struct server *server, struct connection *connection)
{
    struct port *port = ports_listening(&server->ports, connection->dial.tunnel);
    struct link *link = port ? connection_new_link(connection) : NULL;
    if (!link)
        return NULL;
    ports_occupy(&server->ports, port, connection->number);
    link->port = port;
    return link;
}

void server_free_port(struct server *server, struct link *link)
{
    if (link->port)
        ports_release(&server->ports, link->port);
    link->port = NULL;
    link->state = LINK_NONE;
}

/* What waited for another state, when no other comes: the record of the end tells it. */
static void drop_deferred(struct server *server, struct connection *connection)
{
    struct letter letter;
    while (mail_take(&server->mail, &connection->deferred, &letter))
        ;
}

void server_forget(struct server *server, struct connection *connection)
{
    struct record_summary *totals = &server->records->totals;
    if (!connection->served && !connection->forgotten)
        *(connection->refused ? &totals->refused : &totals->failed) += 1;
    if (!connection->forgotten)
        pool_give(&server->pool, connection->ipv4_from_pool);
    for (uint32_t i = 0; i < CONNECTION_LINKS_MOST; i++)
        server_free_port(server, &connection->links[i]);
    server->live_events -= connection->events;
    connection->events = 0;
    drop_deferred(server, connection);
    connection->forgotten = connection->awaited != 0;
    if (connection->forgotten)
        return;
    give_leases_back(server, connection);
    roster_remove(&server->roster, connection->number);
    server->free_slots[server->free_slot_count++] = connection->slot;
    connection->number = 0;
}

void server_abandon(struct server *server, struct connection *connection)
{
    connection->awaited = 0;
    server_forget(server, connection);
}

/* --- time --- */

static void push(struct server *server, const struct queue_event *event)
{
    if (!queue_push(&server->queue, event))
        error_out_of_memory(&server->error);
}

void server_schedule(struct server *server, struct connection *connection, uint64_t delay_ns, uint32_t event,
                     uint32_t link)
{
    connection->events++;
    server->live_events++;
    push(server, &(struct queue_event){.time_ns = server->now_ns + delay_ns,
                                       .kind = EVENT_CONNECTION,
                                       .subject = connection->slot,
                                       .number = connection->number,
                                       .value = event,
                                       .link = link});
}

void server_schedule_deadline(struct server *server, struct connection *connection, uint64_t time_ns,
                              enum deadline deadline, bool keeps_run)
{
    connection->events += keeps_run;
    server->live_events += keeps_run;
    push(server, &(struct queue_event){.time_ns = time_ns,
                                       .kind = EVENT_DEADLINE,
                                       .subject = connection->slot,
                                       .number = connection->number,
                                       .value = deadline});
}

void server_add_input(struct server *server, struct server_input input)
{
    assert(server->input_count < SERVER_INPUTS_MOST);
    server->inputs[server->input_count++] = input;
}

void server_schedule_callouts(struct server *server, uint64_t time_ns)
{
    server->live_events++;
    push(server, &(struct queue_event){.time_ns = time_ns, .kind = EVENT_CALLOUTS});
}

void server_schedule_restart(struct server *server, uint64_t delay_ns)
{
    push(server, &(struct queue_event){.time_ns = server->now_ns + delay_ns, .kind = EVENT_RESTART});
}

bool server_renew(struct server *server)
{
    pool_close(&server->pool);
    return pool_open(&server->pool, &server->options.pool) || error_out_of_memory(&server->error);
}

/* --- records --- */

static struct record_subject subject_of(const struct connection *connection)
{
    const struct port *port = connection->first_port;
    struct record_subject subject = {
        .user = connection->dial.user->title,
        .computer = connection->dial.user->computer,
        .tunnel = connection->dial.tunnel,
        .has_port = port,
        .device = port ? port->device : 0,
        .port = port ? port->index : 0,
        .given4 = connection->lease4.given,
        .given6 = connection->lease6.given,
        .ipv4 = connection->ipv4,
        .ending = connection->ending,
        .served = connection->served,
    };
    memcpy(subject.ipv6_id, connection->ipv6_id, sizeof subject.ipv6_id);
    return subject;
}

void server_emit(struct server *server, struct record *record)
{
    const struct connection *connection = record->connection ? server_numbered(server, record->connection) : NULL;
    if (connection)
        record->subject = subject_of(connection);
    record->time_ns = server->now_ns;
    record_emit(server->records, record);
}

void server_eventlog(struct server *server, const char *rule, unsigned id, const char *const *params)
{
    struct record record = {
        .type = RECORD_EVENTLOG,
        .rule = rule,
        .eventlog = {.id = id, .params = params},
    };
    while (params[record.eventlog.param_count])
        record.eventlog.param_count++;
    server_emit(server, &record);
}
