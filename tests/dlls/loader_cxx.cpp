/* SPDX-License-Identifier: MIT */
/* A test DLL whose global object begins a thread and waits for it, as $HOW says: constructor, or destructor. */
#include <windows.h>

#include <mprapi.h>

extern "C" {
#include "rest.h"
}

#include <atomic>
#include <cstdlib>
#include <cstring>
#include <thread>

static bool is(const char *wanted)
{
    const char *how = std::getenv("HOW");
    return how && std::strcmp(how, wanted) == 0;
}

static struct pool {
    std::atomic<bool> stop{false};
    std::thread thread;
    pool()
    {
        if (!is("constructor") && !is("destructor"))
            return;
        thread = std::thread([this] {
            while (!stop && !is("constructor"))
                std::this_thread::yield();
        });
        if (is("constructor"))
            thread.join();
    }
    ~pool()
    {
        stop = true;
        if (thread.joinable())
            thread.join();
    }
} threads;
