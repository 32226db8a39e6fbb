/* SPDX-License-Identifier: MIT */
/* What the structures hold at each call (F, Q19 to Q42). */
#include "tests/conformance/sequence.h"

#include "core/text.h"
#include "core/utf16.h"

#include "mprerror.h"
#include "raserror.h"

#define assert_wide(array, expected)                                                 \
    do {                                                                             \
        struct text got = {0};                                                       \
        utf16_add(&got, (const uint16_t *)(array), sizeof(array) / sizeof *(array)); \
        assert_string_equal(text_string(&got), expected);                            \
        text_free(&got);                                                             \
    } while (0)

/* A whole life: 30 seconds, 5000 bytes out, 3000 in */
static rrasemu_server *live(int generation, const char *tunnel, unsigned families)
{
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", generation, WITH_GET4 | WITH_GET6);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    alice.user = "alice";
    alice.domain = "EXAMPLE";
    alice.computer = "ALICE-PC";
    alice.tunnel = tunnel;
    alice.families = families;
    uint32_t connection = rrasemu_dial(server, &alice);
    rrasemu_advance(server, 10 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_ACTIVE);
    rrasemu_transfer(server, connection, 5000, 3000);
    rrasemu_advance(server, 20 * RRASEMU_SECOND);
    rrasemu_hang_up(server, connection);
    return server;
}

static void F5_level_0_names_user_and_machine(void **state)
{
    (void)state;
    rrasemu_server_free(live(1, "SSTP", RRASEMU_IPV4));
    const RAS_CONNECTION_0 *c = &seen_at_accept.c0;
    assert_non_null(c->hConnection);
    assert_non_null(c->hInterface);
    assert_ptr_not_equal(c->hConnection, c->hInterface);
    assert_int_equal((uintptr_t)c->hConnection & 0xffff, 1);     /* handles end in the connection's number */
    assert_int_equal(c->dwInterfaceType, ROUTER_IF_TYPE_CLIENT); /* Q42 */
    assert_int_equal(c->dwConnectionFlags, RAS_FLAGS_PPP_CONNECTION);
    assert_wide(c->wszInterfaceName, "alice");
    assert_wide(c->wszUserName, "alice"); /* Q38 */
    assert_wide(c->wszLogonDomain, "EXAMPLE");
    assert_wide(c->wszRemoteComputer, "ALICE-PC");
    assert_ptr_equal(seen_at_end.c0.hConnection, c->hConnection);
}

static void Q35_durations_and_counters_are_0_at_first_and_final_at_the_end(void **state)
{
    (void)state;
    rrasemu_server_free(live(1, "SSTP", RRASEMU_IPV4));
    assert_int_equal(seen_at_accept.c0.dwConnectDuration, 0);
    assert_int_equal(seen_at_accept.c1.dwBytesXmited, 0);
    assert_int_equal(seen_at_accept.p0.dwConnectDuration, 0);
    assert_int_equal(seen_at_accept.p1.dwBytesRcved, 0);
    assert_int_equal(seen_at_accept.p0.dwPortCondition, RAS_PORT_AUTHENTICATED);
    assert_int_equal(seen_at_end.c0.dwConnectDuration, 29);
    assert_int_equal(seen_at_end.c1.dwBytesXmited, 5000);
    assert_int_equal(seen_at_end.c1.dwBytesRcved, 3000);
    assert_int_equal(seen_at_end.c1.dwFramesXmited, 4);
    assert_int_equal(seen_at_end.c1.dwFramesRcved, 3);
    assert_int_equal(seen_at_end.p0.dwPortCondition, RAS_PORT_DISCONNECTED);
    assert_int_equal(seen_at_end.p0.dwConnectDuration, 29);
    assert_int_equal(seen_at_end.p1.dwBytesXmited, 5000);
}

/* Frames are full but for the last, and there is none without bytes. */
static void a_frame_of_a_tunnel_holds_1400_bytes(void **state)
{
    static const struct {
        uint64_t sent, received;
        DWORD frames_sent, frames_received;
    } rows[] = {{1400, 1401, 1, 2}, {1, 0, 1, 0}, {0, 2800, 0, 2}};
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        rrasemu_server *server = live(1, "SSTP", RRASEMU_IPV4);
        rrasemu_dial_request bob = RRASEMU_DIAL_INIT;
        bob.user = "bob";
        uint32_t connection = rrasemu_dial(server, &bob);
        rrasemu_advance(server, 10 * RRASEMU_SECOND);
        rrasemu_transfer(server, connection, rows[i].sent, rows[i].received);
        rrasemu_hang_up(server, connection);
        assert_int_equal(seen_at_end.c1.dwFramesXmited, rows[i].frames_sent);
        assert_int_equal(seen_at_end.c1.dwFramesRcved, rows[i].frames_received);
        rrasemu_server_free(server);
    }
}

static void F6_ports_are_named_after_their_device(void **state)
{
    (void)state;
    static const struct {
        const char *tunnel, *port, *device;
    } rows[] = {{"SSTP", "VPN0-0", "WAN Miniport (SSTP)"},
                {"IKEv2", "VPN1-0", "WAN Miniport (IKEv2)"},
                {"L2TP", "VPN2-0", "WAN Miniport (L2TP)"},
                {"PPTP", "VPN3-0", "WAN Miniport (PPTP)"}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        rrasemu_server_free(live(1, rows[i].tunnel, RRASEMU_IPV4));
        assert_wide(seen_at_accept.p0.wszPortName, rows[i].port);
        assert_wide(seen_at_accept.p0.wszDeviceName, rows[i].device);
        assert_wide(seen_at_accept.p0.wszDeviceType, "vpn");
        assert_wide(seen_at_accept.p0.wszMediaName, "rastapi");
        assert_int_equal(seen_at_accept.p0.dwTotalNumberOfCalls, 1);
        assert_ptr_equal(seen_at_accept.p0.hPort, seen_at_accept.p1.hPort);
        assert_ptr_equal(seen_at_accept.p0.hConnection, seen_at_accept.c0.hConnection);
        assert_int_equal(seen_at_accept.p1.dwHardwareCondition, RAS_HARDWARE_OPERATIONAL);
        assert_wide(seen_at_accept.port, rows[i].port); /* Q36 */
        assert_wide(seen_at_end.port, rows[i].port);
        assert_wide(seen_at_end.user, "alice");
    }
}

static void Q19_addresses_cross_in_network_order(void **state)
{
    (void)state;
    rrasemu_server_free(live(1, "SSTP", RRASEMU_IPV4));
    static const unsigned char expected[] = {192, 168, 1, 2};
    assert_memory_equal(&seen_at_accept.proposed4, expected, 4);
    assert_memory_equal(&seen_at_end.proposed4, expected, 4);
}

static void Q20_the_identifier_is_the_last_64_bits(void **state)
{
    (void)state;
    rrasemu_server_free(live(3, "SSTP", RRASEMU_IPV4 | RRASEMU_IPV6));
    static const unsigned char prefix[] = {0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 1}, zero[8];
    const unsigned char *proposed = (const unsigned char *)&seen_at_accept.proposed6;
    assert_memory_equal(proposed, prefix, 8);
    assert_memory_not_equal(proposed + 8, zero, 8);
    assert_memory_equal(&seen_at_end.proposed6, proposed, 16);
    const PPP_IPV6_CP_INFO *info = &seen_at_accept.c3.PppInfo3.ipv6;
    assert_int_equal(info->dwError, 0);
    assert_int_equal(info->dwVersion, 0); /* Q23 */
    assert_int_equal(info->dwSize, sizeof *info);
    assert_memory_equal(info->bRemoteInterfaceIdentifier, proposed + 8, 8); /* Q26: the client */
    assert_memory_not_equal(info->bInterfaceIdentifier, zero, 8);           /* the server */
    assert_memory_equal(info->bPrefix, prefix, 8);
    assert_int_equal(info->dwPrefixLength, 64);
}

static void Q26_the_server_is_local_and_the_client_remote(void **state)
{
    (void)state;
    rrasemu_server_free(live(3, "L2TP", RRASEMU_IPV4));
    assert_wide(seen_at_accept.c1.PppInfo.ip.wszAddress, "192.168.1.1");
    assert_wide(seen_at_accept.c1.PppInfo.ip.wszRemoteAddress, "192.168.1.2");
    assert_wide(seen_at_accept.c2.PppInfo2.ip.wszAddress, "192.168.1.1");
    assert_wide(seen_at_accept.c3.PppInfo3.ip.wszRemoteAddress, "192.168.1.2");
    rrasemu_server_free(live(4, "L2TP", RRASEMU_IPV4));
    const PROJECTION_INFO *info = &seen_at_accept.ex.ProjectionInfo;
    assert_int_equal(info->projectionInfoType, MPRAPI_PPP_PROJECTION_INFO_TYPE);
    assert_wide(info->PppProjectionInfo.wszAddress, "192.168.1.1");
    assert_wide(info->PppProjectionInfo.wszRemoteAddress, "192.168.1.2");
}

static void F4_protocols_that_were_not_negotiated_say_so(void **state)
{
    (void)state;
    rrasemu_server_free(live(3, "SSTP", RRASEMU_IPV4));
    const PPP_INFO_2 *info = &seen_at_accept.c2.PppInfo2;
    assert_int_equal(info->ip.dwError, 0);
    assert_int_equal(info->nbf.dwError, ERROR_PROTOCOL_NOT_CONFIGURED);
    assert_int_equal(info->ipx.dwError, ERROR_PROTOCOL_NOT_CONFIGURED);
    assert_int_equal(info->at.dwError, ERROR_PROTOCOL_NOT_CONFIGURED);
    assert_int_equal(seen_at_accept.c3.PppInfo3.ipv6.dwError, ERROR_PROTOCOL_NOT_CONFIGURED);
    rrasemu_server_free(live(3, "SSTP", RRASEMU_IPV6));
    assert_int_equal(seen_at_accept.c1.PppInfo.ip.dwError, ERROR_PROTOCOL_NOT_CONFIGURED);
    assert_wide(seen_at_accept.c1.PppInfo.ip.wszAddress, "");
    assert_int_equal(seen_at_accept.c3.PppInfo3.ipv6.dwError, 0);
}

static void F4_authentication_and_encryption_follow_the_tunnel(void **state)
{
    (void)state;
    rrasemu_server_free(live(2, "PPTP", RRASEMU_IPV4));
    const PPP_INFO_2 *info = &seen_at_accept.c2.PppInfo2;
    assert_int_equal(info->lcp.dwRemoteAuthenticationProtocol, PPP_LCP_CHAP);
    assert_int_equal(info->lcp.dwRemoteAuthenticationData, PPP_LCP_CHAP_MSV2);
    assert_int_equal(info->lcp.dwTerminateReason, 0);
    assert_int_equal(info->ccp.dwError, 0);
    assert_int_equal(info->ccp.dwCompressionAlgorithm, RASCCPCA_MPPC);
    assert_true(info->ccp.dwOptions & PPP_CCP_ENCRYPTION128BIT);
    rrasemu_server_free(live(4, "PPTP", RRASEMU_IPV4));
    const PPP_PROJECTION_INFO *projection = &seen_at_accept.ex.ProjectionInfo.PppProjectionInfo;
    assert_int_equal(projection->dwRemoteAuthenticationProtocol, PPP_LCP_CHAP);
    assert_int_equal(projection->dwRemoteAuthenticationData, PPP_LCP_CHAP_MSV2);
    assert_int_equal(projection->dwCcpError, 0);
    assert_int_equal(projection->dwCompressionAlgorithm, RASCCPCA_MPPC);
    assert_true(projection->dwCcpOptions & PPP_CCP_ENCRYPTION128BIT);
    assert_true(projection->dwCcpRemoteOptions & PPP_CCP_ENCRYPTION128BIT);
    rrasemu_server_free(live(2, "SSTP", RRASEMU_IPV4));
    assert_int_equal(info->lcp.dwRemoteAuthenticationProtocol, PPP_LCP_EAP);
    assert_int_equal(info->lcp.dwRemoteEapTypeId, 26);
    assert_int_not_equal(info->ccp.dwError, 0);
    assert_int_equal(info->ccp.dwCompressionAlgorithm, 0);
}

static void Q39_ikev2_has_no_ppp_but_the_address(void **state)
{
    (void)state;
    static const PPP_LCP_INFO no_lcp;
    static const PPP_CCP_INFO no_ccp;
    rrasemu_server_free(live(3, "IKEv2", RRASEMU_IPV4));
    assert_int_equal(seen_at_accept.c0.dwConnectionFlags, 0x10); /* Q24, Q27 */
    assert_int_equal(seen_at_accept.c1.PppInfo.nbf.dwError, ERROR_PPP_NO_PROTOCOLS_CONFIGURED);
    assert_int_equal(seen_at_accept.c1.PppInfo.ip.dwError, 0);
    assert_wide(seen_at_accept.c1.PppInfo.ip.wszRemoteAddress, "192.168.1.2");
    assert_memory_equal(&seen_at_accept.c2.PppInfo2.lcp, &no_lcp, sizeof no_lcp);
    assert_memory_equal(&seen_at_accept.c2.PppInfo2.ccp, &no_ccp, sizeof no_ccp);
    rrasemu_server_free(live(4, "IKEv2", RRASEMU_IPV4));
    const PROJECTION_INFO *info = &seen_at_accept.ex.ProjectionInfo;
    assert_int_equal(info->projectionInfoType, MPRAPI_IKEV2_PROJECTION_INFO_TYPE);
    assert_wide(info->Ikev2ProjectionInfo.wszRemoteAddress, "192.168.1.2");
    assert_int_equal(info->Ikev2ProjectionInfo.dwAuthenticationProtocol, MPRAPI_IKEV2_AUTH_USING_EAP);
    assert_int_equal(info->Ikev2ProjectionInfo.dwEncryptionMethod, 5);
}

static void F_size_F_revision_headers_are_filled(void **state)
{
    (void)state;
    rrasemu_server_free(live(3, "SSTP", RRASEMU_IPV4));
    assert_int_equal(seen_at_accept.c3.dwVersion, 0);
    assert_int_equal(seen_at_accept.c3.dwSize, 792);
    rrasemu_server_free(live(4, "SSTP", RRASEMU_IPV4));
    const RAS_CONNECTION_EX *ex = &seen_at_accept.ex;
    assert_int_equal(ex->Header.revision, MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1);
    assert_int_equal(ex->Header.type, MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT);
    assert_int_equal(ex->Header.size, 1672);
    assert_wide(ex->wszUserName, "alice");
    assert_wide(ex->wszLocalEndpointAddress, "192.0.2.1");
    assert_int_equal(ex->wszRemoteEndpointAddress[0], '1');
    assert_int_equal(ex->rasQuarState, RAS_QUAR_STATE_NORMAL);
    assert_int_equal(ex->probationTime.dwLowDateTime, 0); /* Q25 */
    assert_int_equal(ex->dwNumSwitchOvers, 0);
    assert_int_equal(seen_at_end.ex.dwBytesXmited, 5000);
    assert_int_equal(seen_at_end.ex.dwConnectDuration, 29);
}

static void all_levels_name_the_same_connection(void **state)
{
    (void)state;
    rrasemu_server_free(live(3, "SSTP", RRASEMU_IPV4));
    HANDLE connection = seen_at_accept.c0.hConnection;
    GUID guid = seen_at_accept.c2.guid;
    static const GUID none;
    assert_ptr_equal(seen_at_accept.c1.hConnection, connection);
    assert_ptr_equal(seen_at_accept.c2.hConnection, connection);
    assert_ptr_equal(seen_at_accept.c3.hConnection, connection);
    assert_memory_equal(&seen_at_accept.c3.guid, &guid, sizeof guid);
    assert_memory_not_equal(&guid, &none, sizeof guid);
    rrasemu_server_free(live(4, "SSTP", RRASEMU_IPV4));
    assert_ptr_equal(seen_at_accept.ex.hConnection, connection);
    assert_memory_equal(&seen_at_accept.ex.guid, &guid, sizeof guid); /* same seed, same guid */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(F5_level_0_names_user_and_machine),
        cmocka_unit_test(Q35_durations_and_counters_are_0_at_first_and_final_at_the_end),
        cmocka_unit_test(a_frame_of_a_tunnel_holds_1400_bytes),
        cmocka_unit_test(F6_ports_are_named_after_their_device),
        cmocka_unit_test(Q19_addresses_cross_in_network_order),
        cmocka_unit_test(Q20_the_identifier_is_the_last_64_bits),
        cmocka_unit_test(Q26_the_server_is_local_and_the_client_remote),
        cmocka_unit_test(F4_protocols_that_were_not_negotiated_say_so),
        cmocka_unit_test(F4_authentication_and_encryption_follow_the_tunnel),
        cmocka_unit_test(Q39_ikev2_has_no_ppp_but_the_address),
        cmocka_unit_test(F_size_F_revision_headers_are_filled),
        cmocka_unit_test(all_levels_name_the_same_connection),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
