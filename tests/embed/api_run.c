/* SPDX-License-Identifier: MIT */
/* A program that drives a server with the DLL it is given through all requests, and writes the records as lines. */
#include <rrasemu.h>

#include <stdio.h>

int main(int count, char **arguments)
{
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    if (count != 2 || !server)
        return 4;
    rrasemu_set_seed(server, 77);
    rrasemu_set_os(server, "2019");
    rrasemu_set_policy(server, "release-time", "last");
    rrasemu_add_dll(server, arguments[1]);
    if (rrasemu_start(server) != RRASEMU_OK)
        return 3;
    request.user = "alice";
    request.domain = "CONTOSO";
    uint32_t alice = rrasemu_dial(server, &request);
    request = (rrasemu_dial_request)RRASEMU_DIAL_INIT;
    request.user = "bob \"the\" builder";
    request.tunnel = "IKEv2";
    request.families = RRASEMU_IPV4 | RRASEMU_IPV6;
    uint32_t bob = rrasemu_dial(server, &request);
    request.wrong_password = 1;
    rrasemu_dial(server, &request);
    rrasemu_advance(server, 2 * RRASEMU_SECOND);
    rrasemu_transfer(server, alice, 1000, 20);
    uint32_t link = rrasemu_join(server, alice);
    rrasemu_advance(server, RRASEMU_SECOND + 1);
    rrasemu_leave(server, alice, link);
    rrasemu_quarantine(server, alice, 1, 0);
    rrasemu_quarantine(server, bob, 2, 3600 * RRASEMU_SECOND);
    rrasemu_advance(server, RRASEMU_SECOND);
    rrasemu_move(server, bob, "203.0.113.5");
    rrasemu_advance(server, RRASEMU_SECOND);
    rrasemu_hang_up(server, alice);
    rrasemu_transfer(server, alice, 1, 1); /* which it cannot take any more */
    rrasemu_advance(server, 7 * RRASEMU_SECOND);
    request = (rrasemu_dial_request)RRASEMU_DIAL_INIT;
    request.user = "back\\slash";
    uint32_t last = rrasemu_dial(server, &request);
    rrasemu_advance(server, 7 * RRASEMU_SECOND);
    rrasemu_leave(server, last, 4000000000);
    rrasemu_transfer(server, last, (uint64_t)1 << 62, 1);
    rrasemu_move(server, last, "203.0.113.5"); /* over SSTP */
    rrasemu_stop(server);
    for (size_t i = 0; i < rrasemu_record_count(server); i++)
        puts(rrasemu_record_at(server, i)->json);
    rrasemu_server_free(server);
    return 0;
}
