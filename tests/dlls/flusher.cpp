// SPDX-License-Identifier: MIT
/*
 * A test DLL in C++ whose threads sleep in virtual time: one that writes every second until the DLL is terminated, which
 * waits for it; one that the callout waits for; and a callout that waits for the clock without sleeping.
 */
#include <windows.h>

#include <mprapi.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <future>
#include <mutex>
#include <thread>

using namespace std::chrono;

static std::atomic<bool> ends;
static std::thread flusher;

static void flush()
{
    while (!ends) {
        std::this_thread::sleep_for(seconds(1));
    }
}

static int work()
{
    std::this_thread::sleep_for(milliseconds(20));
    return 7;
}

static void signal_later(std::mutex *mutex, std::condition_variable *condition, bool *done)
{
    std::this_thread::sleep_for(milliseconds(30));
    std::lock_guard<std::mutex> lock(*mutex);
    *done = true;
    condition->notify_one();
}

static void say(const char *what, long long number)
{
    char words[80];
    std::snprintf(words, sizeof words, "%s: %lld\n", what, number);
    OutputDebugStringA(words);
}

static long long since(steady_clock::time_point begin)
{
    return duration_cast<milliseconds>(steady_clock::now() - begin).count();
}

extern "C" {

#define OWN_ACCEPT
#define OWN_INITIALIZE
#define OWN_TERMINATE
#include "rest.h"

__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(VOID)
{
    ends = false;
    flusher = std::thread(flush);
    return NO_ERROR;
}

__declspec(dllexport) DWORD WINAPI MprAdminTerminateDll(VOID)
{
    ends = true;
    flusher.join();
    return NO_ERROR;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    auto begin = steady_clock::now();
    auto answer = std::async(std::launch::async, work);
    say("the thread's answer", answer.get());
    say("after", since(begin));
    std::mutex mutex;
    std::condition_variable condition;
    bool done = false;
    std::thread signaller(signal_later, &mutex, &condition, &done);
    std::unique_lock<std::mutex> lock(mutex);
    condition.wait(lock, [&done] { return done; });
    lock.unlock();
    signaller.join();
    say("after", since(begin));
    while (since(begin) < 60)
        ;
    say("after", since(begin));
    return TRUE;
}
}
