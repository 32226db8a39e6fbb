/* SPDX-License-Identifier: MIT */
#include "tests/conformance/sequence.h"

#include <stdio.h>

struct sequence_answers sequence_answers;
struct sequence_seen seen_at_accept, seen_at_end;

void sequence_reset(void)
{
    sequence_answers = (struct sequence_answers){.notify = TRUE, .accept = TRUE, .link = TRUE};
    memset(&seen_at_accept, 0, sizeof seen_at_accept);
    memset(&seen_at_end, 0, sizeof seen_at_end);
}

static DWORD APIENTRY initialize(VOID)
{
    return NO_ERROR;
}

static DWORD APIENTRY terminate(VOID)
{
    return sequence_answers.terminate;
}

static DWORD APIENTRY get4(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    wcscpy(seen_at_accept.user, user);
    wcscpy(seen_at_accept.port, port);
    seen_at_accept.proposed4 = *address;
    if (sequence_answers.zero4)
        *address = 0;
    *notify = sequence_answers.notify;
    return sequence_answers.get4;
}

static VOID APIENTRY release4(WCHAR *user, WCHAR *port, DWORD *address)
{
    wcscpy(seen_at_end.user, user);
    wcscpy(seen_at_end.port, port);
    seen_at_end.proposed4 = *address;
}

static DWORD APIENTRY get6(WCHAR *user, WCHAR *port, IN6_ADDR *address, BOOL *notify)
{
    (void)user, (void)port;
    seen_at_accept.proposed6 = *address;
    *notify = sequence_answers.notify;
    return sequence_answers.get6;
}

static VOID APIENTRY release6(WCHAR *user, WCHAR *port, IN6_ADDR *address)
{
    (void)user, (void)port;
    seen_at_end.proposed6 = *address;
}

static BOOL answer(HANDLE connection)
{
    /* handles end in the connection's number */
    unsigned number = (unsigned)(uintptr_t)connection & 0xffff;
    bool concerned = !sequence_answers.refuse_only || sequence_answers.refuse_only == number;
    return concerned ? sequence_answers.accept : TRUE;
}

static BOOL APIENTRY accept1(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    seen_at_accept.c0 = *c0, seen_at_accept.c1 = *c1;
    return answer(c0->hConnection);
}

static VOID APIENTRY hangup1(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    seen_at_end.c0 = *c0, seen_at_end.c1 = *c1;
}

static BOOL APIENTRY accept2(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2)
{
    seen_at_accept.c2 = *c2;
    return accept1(c0, c1);
}

static VOID APIENTRY hangup2(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2)
{
    seen_at_end.c2 = *c2;
    hangup1(c0, c1);
}

static BOOL APIENTRY accept3(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2, RAS_CONNECTION_3 *c3)
{
    seen_at_accept.c3 = *c3;
    return accept2(c0, c1, c2);
}

static VOID APIENTRY hangup3(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2, RAS_CONNECTION_3 *c3)
{
    seen_at_end.c3 = *c3;
    hangup2(c0, c1, c2);
}

static BOOL APIENTRY accept_ex(RAS_CONNECTION_EX *ex)
{
    seen_at_accept.ex = *ex;
    return answer(ex->hConnection);
}

static VOID APIENTRY hangup_ex(RAS_CONNECTION_EX *ex)
{
    seen_at_end.ex = *ex;
}

static BOOL APIENTRY accept_link(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    seen_at_accept.p0 = *p0, seen_at_accept.p1 = *p1;
    return sequence_answers.link;
}

static VOID APIENTRY link_hangup(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    seen_at_end.p0 = *p0, seen_at_end.p1 = *p1;
}

#define FUNCTION(name) ((void (*)(void))(name))

static const rrasemu_callout *replacement;

void sequence_replace(const rrasemu_callout *callout)
{
    replacement = callout;
}

void sequence_add_dll(rrasemu_server *server, const char *name, int generation, unsigned with)
{
    static const rrasemu_callout pairs[][2] = {
        {{"MprAdminAcceptNewConnection", FUNCTION(accept1)},
         {"MprAdminConnectionHangupNotification", FUNCTION(hangup1)}},
        {{"MprAdminAcceptNewConnection2", FUNCTION(accept2)},
         {"MprAdminConnectionHangupNotification2", FUNCTION(hangup2)}},
        {{"MprAdminAcceptNewConnection3", FUNCTION(accept3)},
         {"MprAdminConnectionHangupNotification3", FUNCTION(hangup3)}},
        {{"MprAdminAcceptNewConnectionEx", FUNCTION(accept_ex)},
         {"MprAdminConnectionHangupNotificationEx", FUNCTION(hangup_ex)}},
    };
    rrasemu_callout callouts[10] = {
        {"MprAdminInitializeDll", FUNCTION(initialize)},
        {"MprAdminTerminateDll", FUNCTION(terminate)},
        {"MprAdminAcceptNewLink", FUNCTION(accept_link)},
        {"MprAdminLinkHangupNotification", FUNCTION(link_hangup)},
        pairs[generation - 1][0],
        pairs[generation - 1][1],
    };
    size_t count = 6;
    if (with & WITH_GET4) {
        callouts[count++] = (rrasemu_callout){"MprAdminGetIpAddressForUser", FUNCTION(get4)};
        callouts[count++] = (rrasemu_callout){"MprAdminReleaseIpAddress", FUNCTION(release4)};
    }
    if (with & WITH_GET6) {
        callouts[count++] = (rrasemu_callout){"MprAdminGetIpv6AddressForUser", FUNCTION(get6)};
        callouts[count++] = (rrasemu_callout){"MprAdminReleaseIpv6AddressForUser", FUNCTION(release6)};
    }
    for (size_t i = 0; replacement && i < count; i++)
        if (strcmp(callouts[i].name, replacement->name) == 0)
            callouts[i] = *replacement;
    assert_int_equal(rrasemu_add_callouts(server, name, callouts, count), RRASEMU_OK);
}

/* Shorthand by beginning of the name; the first that fits */
static const struct {
    const char *begins, *shorthand;
    bool answers; /* refuses by 0; the others by a code */
} shorthands[] = {
    {"MprAdminGetIpv6", "GA6", false},           {"MprAdminGetIp", "GA", false},
    {"MprAdminReleaseIpv6", "RA6", false},       {"MprAdminReleaseIp", "RA", false},
    {"MprAdminAcceptNewConnection", "AC", true}, {"MprAdminConnectionHangup", "CH", false},
    {"MprAdminAcceptNewLink", "AL", true},       {"MprAdminLinkHangup", "LH", false},
};

const char *sequence_of(const rrasemu_server *server, uint32_t connection)
{
    static char sequence[1024];
    const char *first_dll = NULL;
    bool several = false;
    sequence[0] = '\0';
    for (size_t i = 0; i < rrasemu_record_count(server); i++) {
        const rrasemu_record *record = rrasemu_record_at(server, i);
        if (record->dll && first_dll)
            several |= strcmp(record->dll, first_dll) != 0;
        first_dll = first_dll ? first_dll : record->dll;
    }
    for (size_t i = 0; i < rrasemu_record_count(server); i++) {
        const rrasemu_record *record = rrasemu_record_at(server, i);
        if (!record->callout || (connection && record->connection != connection))
            continue;
        for (size_t j = 0; j < LENGTH(shorthands); j++) {
            if (strncmp(record->callout, shorthands[j].begins, strlen(shorthands[j].begins)) != 0)
                continue;
            bool refused = shorthands[j].answers ? record->result == 0 : record->result != 0;
            size_t at = strlen(sequence);
            snprintf(sequence + at, sizeof sequence - at, "%s%s%s%s%s", at ? " " : "", shorthands[j].shorthand,
                     several ? "." : "", several ? record->dll : "", refused ? "(F)" : "");
            break;
        }
    }
    return sequence;
}
