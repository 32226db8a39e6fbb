/* SPDX-License-Identifier: MIT */
/*
 * A test DLL in C++ that throws, catches, begins a thread and waits for it, whose run-time library keeps memory and
 * handles for itself. With $LEAK it keeps some of its own too.
 */
#include <windows.h>

#include <mprapi.h>

extern "C" {
#define OWN_ACCEPT
#include "rest.h"
}

#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <thread>

static int *volatile kept;

extern "C" __declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    try {
        throw std::runtime_error("caught");
    } catch (const std::exception &) {
    }
    std::thread thread([&] {
        std::lock_guard<std::mutex> hold(mutex);
        ready = true;
        changed.notify_one();
    });
    {
        std::unique_lock<std::mutex> hold(mutex);
        changed.wait(hold, [&] { return ready; });
    }
    thread.join();
    if (getenv("LEAK")) {
        kept = new int[10];
        CreateEventW(nullptr, FALSE, FALSE, nullptr);
    }
    return TRUE;
}
