// SPDX-License-Identifier: MIT
// A DLL in C++ with static objects, which are destroyed when it is unloaded, and made anew when it is loaded again.
#include <windows.h>

#include <mprapi.h>

#include <map>
#include <sstream>
#include <string>

static std::map<std::string, int> counts;
static std::ostringstream all;

static struct last {
    ~last()
    {
        OutputDebugStringA("destroyed\n");
    }
} end_of_all;

extern "C" {
__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    all << ++counts["connections"] << '\n';
    OutputDebugStringA(all.str().c_str());
    return TRUE;
}

#define OWN_ACCEPT
#include "rest.h"
}
