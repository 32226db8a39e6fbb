/* SPDX-License-Identifier: MIT */
#include "ras/connection.h"

#include "core/calendar.h"

#include "mprapi.h"
#include "mprerror.h"
#include "raserror.h"

enum { FIRST_CONNECTION_HANDLE = 0x10000, FIRST_INTERFACE_HANDLE = 0x20000 };

/* payload of one frame of a tunnel */
enum { FRAME_BYTES = 1400 };

const char *const connection_state_names[CONNECTION_STATE_COUNT] = {
    [CONNECTION_IDLE] = "IDLE",       [CONNECTION_AUTH] = "AUTH",       [CONNECTION_ADDR] = "ADDR",
    [CONNECTION_ASKCONN] = "ASKCONN", [CONNECTION_ASKLINK] = "ASKLINK", [CONNECTION_ACTIVE] = "ACTIVE",
    [CONNECTION_REAUTH] = "REAUTH",   [CONNECTION_MOVE] = "MOVE",       [CONNECTION_CLOSING] = "CLOSING",
    [CONNECTION_CLOSED] = "CLOSED",
};

const char *const quarantine_names[QUARANTINE_STATES] = {"normal", "quarantine", "probation", "not-capable"};

const struct end_reason_facts end_reasons[END_REASON_COUNT] = {
    [END_NONE] = {NO_ERROR, ""},
    [END_NO_SERVICE] = {ERROR_ROUTER_STOPPED, "the service does not run"},
    [END_NO_PORT] = {ERROR_PORT_NOT_AVAILABLE, "no port is free"},
    [END_AUTHENTICATION] = {ERROR_AUTHENTICATION_FAILURE, "authentication failed"},
    [END_PERMISSION] = {ERROR_NO_DIALIN_PERMISSION, "the account has no dial-in permission"},
    [END_COOKIE] = {ERROR_AUTHENTICATION_FAILURE, "the cookie was refused"},
    [END_ADDRESS] = {ERROR_PPP_NO_ADDRESS_ASSIGNED, "the address callout failed"},
    [END_NO_ADDRESS] = {ERROR_NO_IP_ADDRESSES, "there is no address to give"},
    [END_DUPLICATE] = {ERROR_PPP_NO_ADDRESS_ASSIGNED, "the address is another client's"},
    [END_NEGOTIATION] = {ERROR_PPP_TIMEOUT, "authentication or negotiation took too long"},
    [END_REFUSED] = {ERROR_SERVER_POLICY, "refused by a callout"},
    [END_REAUTH_REFUSED] = {ERROR_SERVER_POLICY, "re-authentication refused by a callout"},
    [END_MOVE_REFUSED] = {ERROR_SERVER_POLICY, "new endpoint refused by a callout"},
    [END_PROBATION] = {ERROR_SERVER_POLICY, "the probation time is over"},
    [END_FILTERS] = {ERROR_PPP_SESSION_TIMEOUT, "the session time under quarantine filters is over"},
    [END_OUTAGE] = {ERROR_LINK_FAILURE, "the peer did not come back"},
    [END_CLIENT] = {ERROR_REMOTE_DISCONNECTION, "the client hung up"},
    [END_LINE] = {ERROR_DISCONNECTION, "the line was lost"},
    [END_HARDWARE] = {ERROR_HARDWARE_FAILURE, "the port's hardware failed"},
    [END_ECHO] = {ERROR_PPP_NO_RESPONSE, "the peer answered no echo request"},
    [END_ADMIN] = {ERROR_USER_DISCONNECTION, "disconnected by an administrator"},
    [END_IDLE] = {ERROR_IDLE_DISCONNECTED, "idle for too long"},
    [END_SESSION] = {ERROR_PPP_SESSION_TIMEOUT, "the session limit is reached"},
    [END_PROCESS] = {ERROR_ROUTER_STOPPED, "the service's process ended"},
    [END_STOP] = {ERROR_ROUTER_STOPPED, "the service stops"},
};

void user_add_name(struct text *text, const struct user *user)
{
    text_addf(text, "%s%s%s", user->domain, *user->domain ? "\\" : "", user->name);
}

static struct wishes wishes_of(const struct connection *connection)
{
    return terms_wishes(&connection->dial.user->wishes, &tunnels[connection->dial.tunnel].usual);
}

struct terms connection_terms(const struct connection *connection)
{
    const struct wishes wishes = wishes_of(connection);
    return terms_agree(&wishes, tunnels[connection->dial.tunnel].cipher_place);
}

enum strength connection_strength(const struct connection *connection)
{
    const struct wishes wishes = wishes_of(connection);
    return terms_strength(&wishes);
}

uint32_t connection_handle(const struct connection *connection)
{
    return FIRST_CONNECTION_HANDLE + connection->number;
}

uint32_t connection_interface_handle(const struct connection *connection)
{
    return FIRST_INTERFACE_HANDLE + connection->number;
}

struct link *connection_link(struct connection *connection, uint32_t number)
{
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        if (connection->links[i].state != LINK_NONE && connection->links[i].number == number)
            return &connection->links[i];
    return NULL;
}

enum link_state connection_link_state(const struct connection *connection, uint32_t number)
{
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        if (connection->links[i].number == number)
            return connection->links[i].state;
    return LINK_NONE;
}

bool connection_has_place(const struct connection *connection)
{
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        if (connection->links[i].state == LINK_NONE)
            return true;
    return false;
}

struct link *connection_new_link(struct connection *connection)
{
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++) {
        struct link *link = &connection->links[i];
        if (link->state != LINK_NONE)
            continue;
        *link = (struct link){.number = ++connection->last_link, .state = LINK_AUTH};
        return link;
    }
    return NULL;
}

unsigned connection_active_links(const struct connection *connection)
{
    unsigned count = 0;
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        count += connection->links[i].state == LINK_ACTIVE;
    return count;
}

static bool is_there(const struct link *link)
{
    return link->state != LINK_NONE && link->state != LINK_ENDING;
}

struct link *connection_next_link(struct connection *connection, bool oldest)
{
    struct link *next = NULL;
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++) {
        struct link *link = &connection->links[i];
        bool sooner = next && (oldest ? link->number < next->number : link->number > next->number);
        if (is_there(link) && (!next || sooner))
            next = link;
    }
    return next;
}

unsigned connection_links_left(const struct connection *connection)
{
    unsigned count = 0;
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        count += is_there(&connection->links[i]);
    return count;
}

bool connection_asks_link(const struct connection *connection)
{
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        if (connection->links[i].state == LINK_ASKED)
            return true;
    return false;
}

uint32_t connection_seconds(uint64_t since_ns, uint64_t now_ns)
{
    return (uint32_t)((now_ns - since_ns) / CALENDAR_NS_PER_SECOND);
}

static void add_traffic(struct counters *counters, uint64_t bytes_sent, uint64_t bytes_received)
{
    counters->bytes_sent += (uint32_t)bytes_sent;
    counters->bytes_received += (uint32_t)bytes_received;
    counters->frames_sent += (uint32_t)((bytes_sent + FRAME_BYTES - 1) / FRAME_BYTES);
    counters->frames_received += (uint32_t)((bytes_received + FRAME_BYTES - 1) / FRAME_BYTES);
}

void connection_transfer(struct connection *connection, struct link *link, uint64_t bytes_sent, uint64_t bytes_received)
{
    add_traffic(&connection->counters, bytes_sent, bytes_received);
    add_traffic(&link->counters, bytes_sent, bytes_received);
}
