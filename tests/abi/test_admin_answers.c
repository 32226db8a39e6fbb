/* SPDX-License-Identifier: MIT */
/**
 * @file test_admin_answers.c
 * The administration functions answer as on a machine whose Remote Access service is stopped:
 * documented numbers, and outputs that are never left as they were.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <windows.h>
#include <mprapi.h>
#include <mprerror.h>
#include <raserror.h>
#include <lmerr.h>

/** What outputs hold before a call. */
#define UNSET ((LPBYTE)(intptr_t)0x5A5A)

/** Any handle that is not NULL. */
static int anything;
static HANDLE const HANDLE_ANY = &anything;

static WCHAR NAME[] = {'s', 'r', 'v', 0};

/* The old names are offered without a declaration. */
DWORD APIENTRY RasAdminServerConnect(LPWSTR lpwsServerName, MPR_SERVER_HANDLE *phMprServer);
BOOL APIENTRY RasAdminIsServiceRunning(LPWSTR lpwsServerName);
DWORD APIENTRY RasAdminPortDisconnect(RAS_SERVER_HANDLE hRasServer, HANDLE hPort);
DWORD APIENTRY RasAdminGetErrorString(PVOID first, PVOID second, PVOID third);
DWORD APIENTRY RasAdminUserGetInfo(PVOID first, PVOID second, PVOID third);
DWORD APIENTRY RasAdminUserSetInfo(PVOID first, PVOID second, PVOID third);

static void the_service_is_not_there(void **state)
{
    MPR_SERVER_HANDLE server = UNSET;
    BOOL initialized = TRUE;

    (void)state;
    assert_int_equal(MprAdminServerConnect(NULL, &server), RPC_S_UNKNOWN_IF);
    assert_null(server);
    assert_int_equal(MprAdminServerConnect(NAME, NULL), RPC_S_INVALID_BINDING);
    assert_false(MprAdminIsServiceRunning(NULL));
    assert_int_equal(MprAdminIsServiceInitialized(NULL, &initialized), ERROR_SERVICE_NOT_ACTIVE);
    assert_false(initialized);
    assert_int_equal(MprAdminIsServiceInitialized(NULL, NULL), ERROR_INVALID_PARAMETER);
    MprAdminServerDisconnect(NULL);
    MprAdminServerDisconnect(HANDLE_ANY);
}

static void memory_and_texts(void **state)
{
    LPWSTR text = (LPWSTR)UNSET;

    (void)state;
    assert_int_equal(MprAdminBufferFree(NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprAdminMIBBufferFree(NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprAdminGetErrorString(ERROR_DDM_NOT_RUNNING, &text), ERROR_MR_MID_NOT_FOUND);
    assert_null(text);
    assert_int_equal(MprAdminGetErrorString(ERROR_DDM_NOT_RUNNING, NULL), ERROR_INVALID_PARAMETER);
}

static void connections_and_ports_need_the_service(void **state)
{
    LPBYTE records = UNSET;
    PRAS_CONNECTION_EX connections = (PRAS_CONNECTION_EX)UNSET;
    DWORD count = 7, total = 7, resume = 7;

    (void)state;
    assert_int_equal(MprAdminConnectionEnum(NULL, 0, &records, 0xFFFFFFFF, &count, &total, &resume),
                     RPC_S_INVALID_BINDING);
    assert_null(records);
    assert_int_equal(count, 0);
    assert_int_equal(total, 0);
    assert_int_equal(resume, 0);
    records = UNSET;
    assert_int_equal(MprAdminConnectionEnum(HANDLE_ANY, 0, &records, 0xFFFFFFFF, &count, &total, NULL),
                     ERROR_DDM_NOT_RUNNING);
    assert_null(records);
    assert_int_equal(MprAdminConnectionEnum(HANDLE_ANY, 0, NULL, 0, NULL, NULL, NULL), ERROR_DDM_NOT_RUNNING);
    assert_int_equal(MprAdminConnectionEnumEx(HANDLE_ANY, NULL, 0, &count, &total, &connections, &resume),
                     ERROR_DDM_NOT_RUNNING);
    assert_null(connections);
    assert_int_equal(MprAdminConnectionClearStats(NULL, HANDLE_ANY), RPC_S_INVALID_BINDING);
    assert_int_equal(MprAdminConnectionRemoveQuarantine(HANDLE_ANY, HANDLE_ANY, FALSE), ERROR_DDM_NOT_RUNNING);
    assert_int_equal(MprAdminPortDisconnect(HANDLE_ANY, HANDLE_ANY), ERROR_DDM_NOT_RUNNING);
    assert_int_equal(MprAdminPortDisconnect(NULL, HANDLE_ANY), RPC_S_INVALID_BINDING);
    assert_int_equal(MprAdminUpdateConnection(HANDLE_ANY, HANDLE_ANY, NULL), ERROR_DDM_NOT_RUNNING);
}

static void accounts_and_domains(void **state)
{
    RAS_USER_1 user;
    WCHAR name[UNCLEN + 1] = {'x'};
    BOOL registered = TRUE;

    (void)state;
    assert_int_equal(MprAdminUserGetInfo(NULL, NAME, 0, (LPBYTE)&user), ERROR_NO_SUCH_USER);
    assert_int_equal(MprAdminUserSetInfo(NULL, NAME, 1, (LPBYTE)&user), ERROR_NO_SUCH_USER);
    assert_int_equal(MprAdminUserGetInfo(NULL, NAME, 2, (LPBYTE)&user), ERROR_INVALID_LEVEL);
    assert_int_equal(MprAdminUserGetInfo(NULL, NAME, 0, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprAdminGetPDCServer(NAME, NULL, name), ERROR_NO_SUCH_DOMAIN);
    assert_int_equal(name[0], 0);
    assert_int_equal(MprAdminGetPDCServer(NULL, NAME, name), NERR_InvalidComputer);
    assert_int_equal(MprAdminGetPDCServer(NULL, NULL, name), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprAdminIsDomainRasServer(NAME, NAME, &registered), ERROR_NO_SUCH_DOMAIN);
    assert_false(registered);
    assert_int_equal(MprAdminEstablishDomainRasServer(NAME, NAME, TRUE), ERROR_NO_SUCH_DOMAIN);
    assert_int_equal(MprAdminSendUserMessage(HANDLE_ANY, HANDLE_ANY, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprAdminSendUserMessage(NULL, HANDLE_ANY, NULL), RPC_S_INVALID_BINDING);
}

static void the_router(void **state)
{
    HANDLE interface_handle = UNSET;
    WCHAR user[UNLEN + 1] = {'x'};

    (void)state;
    assert_int_equal(MprAdminInterfaceGetHandle(HANDLE_ANY, NULL, &interface_handle, TRUE), RPC_X_NULL_REF_POINTER);
    assert_null(interface_handle);
    assert_int_equal(MprAdminInterfaceGetHandle(HANDLE_ANY, NAME, &interface_handle, TRUE), ERROR_DDM_NOT_RUNNING);
    assert_int_equal(MprAdminInterfaceGetCredentials(NULL, NAME, user, NULL, NULL), ERROR_CANNOT_FIND_PHONEBOOK_ENTRY);
    assert_int_equal(user[0], 0);
    assert_int_equal(MprAdminInterfaceGetCredentials(NULL, NAME, NULL, NULL, NULL), NO_ERROR);
    assert_int_equal(MprAdminInterfaceGetCredentials(NULL, NULL, user, NULL, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprAdminInterfaceSetCredentials(NULL, NULL, NULL, NULL, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprAdminRegisterConnectionNotification(NULL, HANDLE_ANY), RPC_S_INVALID_BINDING);
}

static void the_stored_configuration(void **state)
{
    HANDLE configuration = NULL, found = UNSET;
    LPBYTE records = UNSET, client = NULL;
    DWORD count = 7, total = 7, size = 7;
    WCHAR name[8] = {'x'};

    (void)state;
    assert_int_equal(MprConfigServerConnect(NULL, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprConfigServerConnect(NULL, &configuration), NO_ERROR);
    assert_non_null(configuration);
    assert_int_equal(MprConfigInterfaceEnum(configuration, 0, &records, 0xFFFFFFFF, &count, &total, NULL),
                     ERROR_NO_MORE_ITEMS);
    assert_null(records);
    assert_int_equal(count, 0);
    assert_int_equal(total, 0);
    assert_int_equal(
        MprConfigInterfaceEnum(configuration, 0, &records, sizeof(MPR_INTERFACE_0) - 1, &count, &total, NULL),
        ERROR_INVALID_PARAMETER);
    assert_int_equal(MprConfigTransportEnum(NULL, 0, &records, 0xFFFFFFFF, &count, &total, NULL),
                     ERROR_INVALID_PARAMETER);
    assert_int_equal(MprConfigInterfaceGetHandle(configuration, NAME, &found), ERROR_NO_SUCH_INTERFACE);
    assert_null(found);
    assert_int_equal(MprConfigTransportGetHandle(configuration, PID_IP, &found), ERROR_UNKNOWN_PROTOCOL_ID);
    assert_int_equal(MprConfigTransportGetInfo(configuration, HANDLE_ANY, NULL, NULL, NULL, NULL, NULL), NO_ERROR);
    client = UNSET;
    assert_int_equal(MprConfigTransportGetInfo(configuration, HANDLE_ANY, NULL, NULL, &client, &size, NULL),
                     ERROR_UNKNOWN_PROTOCOL_ID);
    assert_null(client);
    assert_int_equal(size, 0);
    assert_int_equal(MprConfigGetGuidName(configuration, NAME, name, sizeof(name)), ERROR_NOT_FOUND);
    assert_int_equal(name[0], 0);
    assert_int_equal(MprConfigServerInstall(1, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprConfigServerInstall(0, NULL), ERROR_ACCESS_DENIED);
    assert_int_equal(MprConfigServerRefresh(configuration), ERROR_CALL_NOT_IMPLEMENTED);
    assert_int_equal(MprConfigBufferFree(NULL), NO_ERROR);
    MprConfigServerDisconnect(configuration);
}

static void information_headers_and_variables(void **state)
{
    LPVOID header = UNSET;
    LPBYTE items = UNSET;
    MIB_SERVER_HANDLE server = NULL;
    DWORD size = 7;

    (void)state;
    assert_int_equal(MprInfoCreate(1, &header), ERROR_NOT_ENOUGH_MEMORY);
    assert_null(header);
    assert_int_equal(MprInfoCreate(2, &header), ERROR_INVALID_PARAMETER);
    assert_int_equal(MprInfoBlockFind(NULL, 1, NULL, NULL, &items), ERROR_INVALID_PARAMETER);
    assert_null(items);
    assert_false(MprInfoBlockExists(NULL, 1));
    assert_int_equal(MprInfoBlockQuerySize(NULL), 0);
    assert_int_equal(MprAdminMIBServerConnect(NULL, &server), NO_ERROR);
    assert_non_null(server);
    header = UNSET;
    assert_int_equal(MprAdminMIBEntryGet(server, PID_IP, 1, NULL, 0, &header, &size), ERROR_UNKNOWN_PROTOCOL_ID);
    assert_null(header);
    assert_int_equal(size, 0);
    MprAdminMIBServerDisconnect(server);
}

static void the_old_names(void **state)
{
    MPR_SERVER_HANDLE server = UNSET;

    (void)state;
    assert_int_equal(RasAdminServerConnect(NULL, &server), RPC_S_UNKNOWN_IF);
    assert_null(server);
    assert_false(RasAdminIsServiceRunning(NULL));
    assert_int_equal(RasAdminPortDisconnect(HANDLE_ANY, HANDLE_ANY), ERROR_DDM_NOT_RUNNING);
    assert_int_equal(RasAdminGetErrorString(NULL, NULL, NULL), ERROR_CALL_NOT_IMPLEMENTED);
    assert_int_equal(RasAdminUserGetInfo(NULL, NULL, NULL), ERROR_CALL_NOT_IMPLEMENTED);
    assert_int_equal(RasAdminUserSetInfo(NULL, NULL, NULL), ERROR_CALL_NOT_IMPLEMENTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_service_is_not_there),
        cmocka_unit_test(memory_and_texts),
        cmocka_unit_test(connections_and_ports_need_the_service),
        cmocka_unit_test(accounts_and_domains),
        cmocka_unit_test(the_router),
        cmocka_unit_test(the_stored_configuration),
        cmocka_unit_test(information_headers_and_variables),
        cmocka_unit_test(the_old_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
