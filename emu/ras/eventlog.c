/* SPDX-License-Identifier: MIT */
#include "ras/eventlog.h"

#include "core/calendar.h"
#include "core/text.h"
#include "ras/server.h"

#include <string.h>

#define S(name) CONNECTION_##name
#define ANY CONNECTION_STATE_COUNT

/* The levels are not published; these are ours. So is what counts as strong: 128 bits and more.
 *
 * Parameters: R routing domain, C correlation id, A the same where none was made yet, u user, o domain, U user alone, p port, a IPv4 address, 6 IPv6 address,
 * e the client's outer address, N its new one, L the server's, w what happened, k code of the reason, r why the connection ends, n why the endpoint stays,
 * d D date and time of the start, x X of the end, m minutes, s seconds, > bytes sent, < received,
 * t tunnel, q quarantine state, l speed of the line. */
#define SESSION "updDxXms><"

/* The Windows versions that write it */
#define NEW FAMILY_2008, FAMILY_R2
#define OLD FAMILY_NT4, FAMILY_2003

/* clang-format off */
const struct eventlog_row eventlog_rows[] = {
    {NEW, S(AUTH),    ON_AUTHENTICATION_FAILED, LOG_ALWAYS, 20271, "warning",     "AUerk",    true,  "the authentication of a user failed"},
    {NEW, S(AUTH),    ON_AUTHENTICATION_FAILED, LOG_ALWAYS, 20249, "warning",     "Cup",      false, "a user failed to authenticate, and the line was dropped"},
    {NEW, S(AUTH),    ON_AUTHENTICATED,         LOG_PLAIN,  20250, "information", "RCup",     false, "a user was authenticated"},
    {NEW, S(AUTH),    ON_AUTHENTICATED,         LOG_ENCRYPTED, 20265, "information", "RCup",  false, "a user was authenticated, the link is encrypted"},
    {NEW, S(AUTH),    ON_AUTHENTICATED,         LOG_STRONG, 20266, "information", "RCup",     false, "a user was authenticated, the link is strongly encrypted"},
    {NEW, S(AUTH),    ON_COOKIE_REFUSED,        LOG_ENDS,   20271, "warning",     "AUerk",    true,  "the authentication of a user failed"},
    {NEW, S(AUTH),    ON_COOKIE_REFUSED,        LOG_ENDS,   20249, "warning",     "Cup",      false, "a user failed to authenticate, and the line was dropped"},
    {NEW, S(AUTH),    ON_COOKIE_ACCEPTED,       LOG_LET_IN, 20279, "information", "CoUp",     false, "a user is let in without PPP authentication"},
    {NEW, ANY,        ON_NEGOTIATION_OVER,      LOG_ALWAYS, 20049, "warning",     "Cup",      false, "authentication or negotiation took too long"},
    {NEW, S(ADDR),    ON_ADDRESS_FAILED,        LOG_ALWAYS, 20255, "error",       "Cpur",     false, "PPP failed on a port"},
    {NEW, S(ADDR),    ON_DUPLICATE_ADDRESS,     LOG_ALWAYS, 20255, "error",       "Cpur",     false, "PPP failed on a port"},
    {NEW, S(ADDR),    ON_NO_ADDRESS,            LOG_ALWAYS, 20253, "error",       "RCup",     false, "no network protocol was negotiated"},
    {NEW, S(ASKCONN), ON_REFUSED,               LOG_ALWAYS, 20270, "warning",     "Cupr",     false, "a connecting user was disconnected"},
    {NEW, S(ASKLINK), ON_LINK_REFUSED,          LOG_ALWAYS, 20270, "warning",     "Cupr",     false, "a connecting user was disconnected"},
    {NEW, S(ASKLINK), ON_LINK_ACCEPTED,         LOG_GIVEN4, 20274, "information", "RCupa",    false, "a client was given an address"},
    {NEW, S(ASKLINK), ON_LINK_ACCEPTED,         LOG_GIVEN6, 20274, "information", "RCup6",    false, "a client was given an address"},
    {NEW, S(MOVE),    ON_MOVED,                 LOG_ALWAYS, 20277, "information", "CuNL",     false, "a tunnel's endpoints changed"},
    {NEW, S(MOVE),    ON_REFUSED,               LOG_ALWAYS, 20278, "error",       "Cun",      false, "a tunnel's endpoint could not change"},
    {NEW, ANY,        ON_MOVE,                  LOG_STAYS,  20278, "error",       "Cuw",      false, "a tunnel's endpoint could not change"},
    {NEW, S(REAUTH),  ON_REFUSED,               LOG_ENDS,   20270, "warning",     "Cupr",     false, "a user was disconnected"},
    {NEW, S(ACTIVE),  ON_PROBATION_OVER,        LOG_ALWAYS, 20270, "warning",     "Cupr",     false, "a user was disconnected"},
    {NEW, ANY,        ON_FILTERS_OVER,          LOG_ALWAYS, 20264, "information", "Cp",       false, "a session reached its limit"},
    {NEW, S(ACTIVE),  ON_IDLE,                  LOG_ALWAYS, 20263, "information", "Cp",       false, "a connection was idle"},
    {NEW, ANY,        ON_SESSION_LIMIT,         LOG_ALWAYS, 20264, "information", "Cp",       false, "a session reached its limit"},
    {NEW, ANY,        ON_DISMANTLED,            LOG_TUNNEL, 20272, "information", "RC" SESSION "rtq", false, "a session ended"},
    {NEW, ANY,        ON_DISMANTLED,            LOG_MODEM,  20251, "information", "RC" SESSION "lrtq", false, "a session over a telephone line ended"},
    {NEW, ANY,        ON_DISMANTLED,            LOG_GIVEN4, 20275, "information", "RCa",      false, "the client of an address is gone"},
    {NEW, ANY,        ON_DISMANTLED,            LOG_GIVEN6, 20275, "information", "RC6",      false, "the client of an address is gone"},
    {OLD, S(AUTH),    ON_AUTHENTICATED,         LOG_LET_IN, 20015, "information", "up",       false, "a user was authenticated"},
    {OLD, ANY,        ON_NEGOTIATION_OVER,      LOG_ALWAYS, 20049, "warning",     "up",       false, "authentication or negotiation took too long"},
    {OLD, ANY,        ON_DISMANTLED,            LOG_SERVED, 20048, "information", SESSION "r", false, "a session ended"},
};
/* clang-format on */
const size_t eventlog_length = sizeof eventlog_rows / sizeof *eventlog_rows;

enum { SECONDS_PER_MINUTE = 60 };

/* The default routing domain */
static const uint8_t no_guid[16];

static void add_date(struct text *text, int64_t start, uint64_t time_ns, bool clock)
{
    size_t from = text->length, first = clock ? 11 : 0, count = clock ? 8 : 10;
    calendar_add(text, start, time_ns, 0); /* 2026-01-05T08:00:00Z */
    if (text->failed)
        return;
    memmove(text->data + from, text->data + from + first, count);
    text->length = from + count;
    text->data[text->length] = '\0';
}

static void add_ipv6(struct text *text, const uint8_t prefix[8], const uint8_t id[8])
{
    for (int i = 0; i < 16; i += 2) {
        const uint8_t *pair = i < 8 ? prefix + i : id + i - 8;
        text_addf(text, "%s%x", i ? ":" : "", pair[0] << 8 | pair[1]);
    }
}

static void add_port(struct text *text, const struct record_subject *subject)
{
    char name[PORT_NAME_SIZE] = "";
    if (subject->has_port)
        port_write_name(subject->tunnel, subject->device, subject->port, name);
    text_add(text, name);
}

/* Codes of the authentication server (IAS): the credentials are wrong, the account may not dial in */
enum { AUTHENTICATION_FAILURE = 16, DIALIN_DISABLED = 65 };

static void add_parameter(struct text *text, const struct record *record, char what)
{
    const struct record_eventlog *entry = &record->eventlog;
    const struct record_subject *subject = &record->subject;
    const struct tunnel_facts *tunnel = &tunnels[subject->tunnel];
    const struct lifecycle_row *arc = &lifecycle[entry->arc];
    uint32_t seconds = connection_seconds(entry->since_ns, record->time_ns);
    switch (what) {
    case 'R':
        text_add_guid(text, no_guid);
        break;
    case 'C':
        text_add_guid(text, entry->guid);
        break;
    case 'A':
        text_add(text, "{NA}");
        break;
    case 'u':
        text_add(text, subject->user);
        break;
    case 'o':
        text_add(text, entry->domain);
        break;
    case 'U':
        text_add(text, entry->name);
        break;
    case 'p':
        add_port(text, subject);
        break;
    case 'a':
        text_add_ipv4(text, subject->ipv4);
        break;
    case '6':
        add_ipv6(text, entry->ipv6_prefix, subject->ipv6_id);
        break;
    case 'e':
        if (!tunnel->dialled)
            text_add_ipv4(text, entry->endpoint);
        break;
    case 'N':
        text_add_ipv4(text, entry->new_endpoint);
        break;
    case 'L':
        text_add_ipv4(text, entry->new_local);
        break;
    case 'w':
        text_add(text, arc->text);
        break;
    case 'k':
        text_addf(text, "0x%x", subject->ending == END_PERMISSION ? DIALIN_DISABLED : AUTHENTICATION_FAILURE);
        break;
    case 'n':
        text_add(text, end_reasons[END_MOVE_REFUSED].text);
        break;
    case 'r':
        text_add(text, end_reasons[arc->ending ? arc->ending : subject->ending].text);
        break;
    case 'd':
        add_date(text, entry->start, entry->since_ns, false);
        break;
    case 'D':
        add_date(text, entry->start, entry->since_ns, true);
        break;
    case 'x':
        add_date(text, entry->start, record->time_ns, false);
        break;
    case 'X':
        add_date(text, entry->start, record->time_ns, true);
        break;
    case 'm':
        text_add_uint(text, seconds / SECONDS_PER_MINUTE);
        break;
    case 's':
        text_add_uint(text, seconds % SECONDS_PER_MINUTE);
        break;
    case '>':
        text_add_uint(text, entry->bytes_sent);
        break;
    case '<':
        text_add_uint(text, entry->bytes_received);
        break;
    case 'l':
        text_add_uint(text, tunnel->line_speed);
        break;
    case 't':
        text_add(text, tunnel->name);
        break;
    case 'q':
        text_add(text, quarantine_names[entry->quarantine]);
        break;
    }
}

/* The letters of an entry's parameters; versions without routing domains have none in front. */
static const char *letters_of(const struct record_eventlog *entry)
{
    const char *letters = entry->row->params;
    return *letters == 'R' && !entry->routing_domains ? letters + 1 : letters;
}

size_t eventlog_parameter_count(const struct record *record)
{
    return record->eventlog.row ? strlen(letters_of(&record->eventlog)) : record->eventlog.param_count;
}

void eventlog_add_parameter(struct text *text, const struct record *record, size_t index)
{
    if (record->eventlog.row)
        add_parameter(text, record, letters_of(&record->eventlog)[index]);
    else
        text_add(text, record->eventlog.params[index]);
}

size_t eventlog_data(const struct record *record, uint8_t data[EVENTLOG_DATA_MOST])
{
    if (!record->eventlog.row || !record->eventlog.row->error_data)
        return 0;
    uint32_t code = end_reasons[record->subject.ending].code;
    for (int i = 0; i < EVENTLOG_DATA_MOST; i++)
        data[i] = (uint8_t)(code >> 8 * i);
    return EVENTLOG_DATA_MOST;
}

static void write_entry(struct server *server, const struct connection *connection, const struct eventlog_row *row,
                        const struct lifecycle_row *arc)
{
    const struct user *user = connection->dial.user;
    struct record record = {
        .type = RECORD_EVENTLOG,
        .rule = arc->rule,
        .connection = connection->number,
        .eventlog = {.id = row->id,
                     .row = row,
                     .arc = (uint32_t)(arc - lifecycle),
                     .start = server->options.start,
                     .since_ns = connection->since_ns,
                     .name = user->name,
                     .domain = user->domain,
                     .endpoint = connection->endpoint,
                     .new_endpoint = connection->new_endpoint,
                     .new_local = connection->new_local,
                     .bytes_sent = connection->counters.bytes_sent,
                     .bytes_received = connection->counters.bytes_received,
                     .quarantine = connection->quarantine,
                     .routing_domains = server->options.profile->routing_domains},
    };
    memcpy(record.eventlog.guid, connection->guid, sizeof record.eventlog.guid);
    memcpy(record.eventlog.ipv6_prefix, server->options.ipv6_prefix.bytes, sizeof record.eventlog.ipv6_prefix);
    server_emit(server, &record);
}

static bool holds(const struct connection *connection, enum connection_state from, enum eventlog_condition condition)
{
    bool dialled = tunnels[connection->dial.tunnel].dialled;
    bool let_in = connection->state != CONNECTION_AUTH && connection->state != CONNECTION_IDLE;
    bool lives = connection->served || connection->state == CONNECTION_ACTIVE;
    switch (condition) {
    case LOG_ALWAYS:
        return true;
    case LOG_ENDS:
        return connection->ending != END_NONE;
    case LOG_STAYS:
        return connection->state == from;
    case LOG_LET_IN:
        return let_in;
    case LOG_PLAIN:
        return let_in && connection_strength(connection) == STRENGTH_NONE;
    case LOG_ENCRYPTED:
        return let_in && connection_strength(connection) == STRENGTH_BASIC;
    case LOG_STRONG:
        return let_in && connection_strength(connection) == STRENGTH_STRONG;
    case LOG_TUNNEL:
        return connection->served && !dialled;
    case LOG_MODEM:
        return connection->served && dialled;
    case LOG_SERVED:
        return connection->served;
    case LOG_GIVEN4:
        return connection->lease4.given && lives;
    case LOG_GIVEN6:
        return connection->lease6.given && lives;
    }
    return false;
}

void eventlog_arc(struct server *server, const struct connection *connection, const struct lifecycle_row *row,
                  enum connection_state from)
{
    enum family family = server->options.profile->family;
    for (size_t i = 0; i < eventlog_length; i++) {
        const struct eventlog_row *entry = &eventlog_rows[i];
        if (entry->event == row->event && (entry->from == ANY || entry->from == from) && family >= entry->since &&
            family <= entry->until && holds(connection, from, entry->condition)) {
            coverage_take(server, COVERED_EVENTLOG, i);
            write_entry(server, connection, entry, row);
        }
    }
}
