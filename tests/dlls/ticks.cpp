// SPDX-License-Identifier: MIT
/*
 * A test DLL in C++ with a thread that says something every seven seconds, between callouts too, and prints every third
 * time. With HOW=crash it ends in a crash, 20 s after it was begun; with HOW=often it only wakes every millisecond,
 * with HOW=restless it waits again and again for no time at all, and says so when 20 s are over.
 */
#include <windows.h>

#include <mprapi.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>

using std::chrono::seconds;

static void tick()
{
    const char *how = std::getenv("HOW");
    while (how && std::strcmp(how, "often") == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (how && std::strcmp(how, "restless") == 0) {
        for (const auto begin = std::chrono::steady_clock::now();
             std::chrono::steady_clock::now() - begin < seconds(20);)
            for (int i = 0; i < 100; i++)
                Sleep(0);
        OutputDebugStringA("tick 20\n");
        for (;;)
            std::this_thread::sleep_until(std::chrono::steady_clock::now() - seconds(1));
    }
    for (int i = 1;; i++) {
        char line[40];
        std::this_thread::sleep_for(seconds(7));
        std::snprintf(line, sizeof line, "tick %d\n", i);
        OutputDebugStringA(line);
        if (i % 3 == 0)
            std::printf("printed %d\n", i);
        if (how && std::strcmp(how, "crash") == 0 && i == 2) {
            std::this_thread::sleep_for(seconds(6));
            *(volatile char *)nullptr = 1;
        }
    }
}

extern "C" {

#define OWN_INITIALIZE
#define OWN_ACCEPT
#include "rest.h"

__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(VOID)
{
    std::thread(tick).detach();
    return NO_ERROR;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    Sleep(9000); /* over one of them */
    return TRUE;
}
}
