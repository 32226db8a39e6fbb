/* SPDX-License-Identifier: MIT */
/*
 * A test DLL in C++: it accepts the user `careful`, whose exception it catches, and lets the exception of any other
 * user leave the callout.
 */
#include <windows.h>

#include <mprapi.h>

#include <stdexcept>

static void refuse(const RAS_CONNECTION_0 *connection)
{
    throw std::runtime_error(connection->wszUserName[0] == L'c' ? "caught" : "no such user");
}

extern "C" {
#define OWN_ACCEPT
#include "rest.h"

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *connection, RAS_CONNECTION_1 *)
{
    try {
        refuse(connection);
    } catch (const std::runtime_error &) {
        if (connection->wszUserName[0] != L'c')
            throw;
    }
    return TRUE;
}

}
