// SPDX-License-Identifier: MIT
/*
 * A test DLL in C++ that reads every clock there is, sleeps and waits in every way there is in its
 * callout, and says what it has seen.
 */
#include <windows.h>

#include <mprapi.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <future>
#include <mutex>
#include <thread>
#ifndef _WIN32
#include <semaphore.h>
#include <sys/select.h>
#include <sys/time.h>
#include <unistd.h>
#endif

using namespace std::chrono;

static const steady_clock::time_point loaded = steady_clock::now();

static void say(const char *what, steady_clock::time_point begin)
{
    char words[200];
    time_t now = time(nullptr);
    tm *local = localtime(&now);
    long long since = duration_cast<milliseconds>(steady_clock::now() - begin).count();
    long long second = duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
    std::snprintf(words, sizeof words, "%s: %lld ms, %02d:%02d:%02d, clocks agree: %d\n", what, since, local->tm_hour,
                  local->tm_min, local->tm_sec, second == now);
    OutputDebugStringA(words);
}

/* Each waits for 250 ms in vain. */
static void wait_in_vain()
{
    std::mutex mutex;
    std::condition_variable condition;
    std::promise<void> nothing;
    auto begin = steady_clock::now();
    auto future = nothing.get_future();
    std::unique_lock<std::mutex> lock(mutex);
    std::this_thread::sleep_for(milliseconds(250));
    say("sleep_for", begin);
    condition.wait_for(lock, milliseconds(250), [] { return false; });
    say("condition_variable::wait_for", begin);
    condition.wait_until(lock, system_clock::now() + milliseconds(250), [] { return false; });
    say("condition_variable::wait_until", begin);
    future.wait_for(milliseconds(250));
    say("future::wait_for", begin);
#ifndef _WIN32
    sem_t semaphore;
    timespec limit;
    timeval moment = {0, 250000};
    sem_init(&semaphore, 0, 0);
    clock_gettime(CLOCK_REALTIME, &limit);
    limit.tv_sec++;
    sem_timedwait(&semaphore, &limit);
    say("sem_timedwait, 1 s", begin);
    usleep(250000);
    select(0, nullptr, nullptr, nullptr, &moment);
    say("usleep and select", begin);
    sleep(2);
    say("sleep, 2 s", begin);
#endif
}

extern "C" {

__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

__declspec(dllexport) DWORD WINAPI MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    say("since it was loaded", loaded);
    wait_in_vain();
    return TRUE;
}

__declspec(dllexport) VOID WINAPI MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    say("since it was loaded", loaded);
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewLink(RAS_PORT_0 *, RAS_PORT_1 *)
{
    return TRUE;
}

__declspec(dllexport) VOID WINAPI MprAdminLinkHangupNotification(RAS_PORT_0 *, RAS_PORT_1 *)
{
}
}
