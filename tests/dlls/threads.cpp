// SPDX-License-Identifier: MIT
/*
 * A test DLL in C++ whose callout lets threads of its own do something and says what has happened, in which order and when
 * in virtual time; HOW says what.
 */
#include <windows.h>

#include <mprapi.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <future>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <unistd.h>
#ifndef _WIN32
#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#endif

using namespace std::chrono;

static steady_clock::time_point begin;
static std::string said;

static long long now()
{
    return duration_cast<milliseconds>(steady_clock::now() - begin).count();
}

/* One line, at the end: a word and when it was said */
static void say(const std::string &word)
{
    said += word + "@" + std::to_string(now()) + " ";
}

static void sleep_ms(int ms)
{
    std::this_thread::sleep_for(milliseconds(ms));
}

static void joins()
{
    std::thread sleeper([] { sleep_ms(20), say("slept"); });
    say("begun");
    sleeper.join();
    say("joined");
}

static void polls()
{
    std::atomic<bool> flag{false};
    std::thread setter([&] { sleep_ms(50), flag = true; });
    while (!flag)
        sleep_ms(7);
    say("seen");
    setter.join();
}

/* All at one instant: in the order in which they have begun to wait */
static void instant()
{
    std::vector<std::thread> all;
    for (int i = 0; i < 9; i++)
        all.emplace_back([i] { sleep_ms(10), say("t" + std::to_string(i)); });
    for (auto &one : all)
        one.join();
}

static void contends()
{
    std::mutex mutex;
    std::vector<std::thread> all;
    for (int i = 0; i < 5; i++)
        all.emplace_back([&mutex, i] {
            for (int round = 0; round < 3; round++) {
                std::lock_guard<std::mutex> lock(mutex);
                sleep_ms(i + 1);
                say(std::to_string(i));
            }
        });
    for (auto &one : all)
        one.join();
}

static void pool()
{
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<int> jobs;
    bool over = false;
    std::vector<std::thread> workers;
    for (int i = 0; i < 8; i++)
        workers.emplace_back([&, i] {
            std::unique_lock<std::mutex> lock(mutex);
            for (;;) {
                changed.wait(lock, [&] { return over || !jobs.empty(); });
                if (jobs.empty())
                    return;
                int job = jobs.front();
                jobs.pop_front();
                lock.unlock();
                sleep_ms(job % 5);
                lock.lock();
                say(std::to_string(i) + ":" + std::to_string(job));
            }
        });
    for (int job = 0; job < 40; job++) {
        std::lock_guard<std::mutex> lock(mutex);
        jobs.push_back(job);
        changed.notify_one();
    }
    {
        std::lock_guard<std::mutex> lock(mutex);
        over = true;
    }
    changed.notify_all();
    for (auto &one : workers)
        one.join();
}

static void semaphores()
{
    sem_t full;
    sem_init(&full, 0, 0);
    std::thread producer([&] {
        for (int i = 0; i < 3; i++)
            sleep_ms(10), sem_post(&full);
    });
    for (int got = 0; got < 3;) {
        timespec limit;
        clock_gettime(CLOCK_REALTIME, &limit);
        limit.tv_nsec += 4000000;
        limit.tv_sec += limit.tv_nsec / 1000000000, limit.tv_nsec %= 1000000000;
        bool taken = sem_timedwait(&full, &limit) == 0;
        got += taken;
        say(taken ? "got" : "late");
    }
    producer.join();
    sem_destroy(&full);
}

static void readers()
{
    std::shared_mutex mutex;
    std::vector<std::thread> all;
    for (int i = 0; i < 3; i++)
        all.emplace_back([&mutex, i] {
            std::shared_lock<std::shared_mutex> lock(mutex);
            sleep_ms(10 * (i + 1));
            say("read");
        });
    all.emplace_back([&] {
        sleep_ms(1);
        std::unique_lock<std::shared_mutex> lock(mutex);
        say("write");
    });
    for (auto &one : all)
        one.join();
}

static void limits()
{
    std::mutex mutex;
    std::condition_variable changed;
    std::unique_lock<std::mutex> lock(mutex);
    std::thread late([&] { sleep_ms(700), changed.notify_one(); });
    say(changed.wait_for(lock, milliseconds(500)) == std::cv_status::timeout ? "timeout" : "notified");
    say(changed.wait_for(lock, milliseconds(500)) == std::cv_status::timeout ? "timeout" : "notified");
    auto answer = std::async(std::launch::async, [] { return sleep_ms(30), 7; });
    say(answer.wait_for(milliseconds(10)) == std::future_status::timeout ? "timeout" : "ready");
    say(std::to_string(answer.get()));
    std::timed_mutex other;
    std::thread keeper([&] {
        std::lock_guard<std::timed_mutex> kept(other);
        sleep_ms(40);
    });
    sleep_ms(1);
    say(other.try_lock_for(milliseconds(20)) ? "locked" : "timeout");
    say(other.try_lock_for(milliseconds(60)) ? "locked" : "timeout");
    late.join();
    keeper.join();
}

/* Without a call that waits: one thread looks at the clock, the next yields, and the last computes on */
static void spins()
{
    std::atomic<int> flag{0};
    std::thread clock([&] {
        while (now() < 60)
            ;
        say("clock"), flag = 1;
    });
    std::thread yields([&] {
        while (flag < 1)
            sched_yield();
        say("yielded"), flag = 2;
    });
    while (flag < 2)
        ; /* until the others have had their turn */
    clock.join();
    yields.join();
    said += "done";
}

struct memory {
    ~memory()
    {
        sleep_ms(25);
        say("destroyed");
    }
    int used = 0;
};
static thread_local memory of_thread;

static void destructors()
{
    std::thread one([] { of_thread.used = 1, say("ends"); });
    one.join();
    say("joined");
}

/* A thread that nobody ever waits for */
static std::atomic<int> ticks{0};

static void ticker()
{
    static bool runs;
    if (!runs)
        std::thread([] {
            for (;;)
                sleep_ms(1000), ticks++;
        }).detach();
    runs = true;
    sleep_ms(10500);
    say(std::to_string(ticks));
}

static void thousand()
{
    std::vector<std::thread> all;
    std::atomic<int> ended{0};
    for (int i = 0; i < 1000; i++)
        all.emplace_back([&ended, i] { sleep_ms(i % 100), ended++; });
    for (auto &one : all)
        one.join();
    say(std::to_string(ended));
}

static DWORD WINAPI of_windows(LPVOID event)
{
    Sleep(30);
    say("sets");
    SetEvent(event);
    Sleep(30);
    return 5;
}

static void windows()
{
    HANDLE event = CreateEventW(nullptr, FALSE, FALSE, nullptr);
    HANDLE thread = CreateThread(nullptr, 0, of_windows, event, 0, nullptr);
    HANDLE both[] = {event, thread};
    DWORD code;
    say(std::to_string(WaitForSingleObject(event, 10)));
    say(std::to_string(WaitForMultipleObjects(2, both, FALSE, INFINITE)));
    say(std::to_string(WaitForSingleObject(event, 0)));
    say(std::to_string(WaitForSingleObject(thread, 1000)));
    GetExitCodeThread(thread, &code);
    say(std::to_string(code));
    CloseHandle(thread);
    CloseHandle(event);
}

/* Who has a mutex nearly all of the time does not keep another one from it for ever. */
/* Two threads that wake each other all the time are never both waiting; time passes for the others all the same. */
static void trades()
{
    std::mutex mutex;
    std::condition_variable changed;
    bool stop = false;
    int turn = 0;
    std::vector<std::thread> traders;
    for (int side = 0; side < 2; side++)
        traders.emplace_back([&, side] {
            std::unique_lock<std::mutex> lock(mutex);
            for (; !stop; turn = 1 - side, changed.notify_all())
                changed.wait(lock, [&] { return stop || turn == side; });
        });
    sleep_ms(100);
    {
        std::lock_guard<std::mutex> lock(mutex);
        stop = true;
        changed.notify_all();
    }
    for (std::thread &trader : traders)
        trader.join();
    say("stopped");
}

/* What threads say to a debugger stands where it was said, beside the callout. */
static void speaks()
{
    std::thread speaker([] {
        OutputDebugStringA("first");
        sleep_ms(10);
        OutputDebugStringA("third");
    });
    sleep_ms(5);
    OutputDebugStringA("second");
    speaker.join();
    say("joined");
}

static void starves()
{
    std::mutex mutex;
    bool stop = false;
    std::thread owner([&] {
        for (;;) {
            std::lock_guard<std::mutex> lock(mutex);
            if (stop)
                return;
            sleep_ms(1);
        }
    });
    sleep_ms(10);
    {
        std::lock_guard<std::mutex> lock(mutex);
        stop = true;
    }
    owner.join();
    say("stopped");
}

/* A wait that nobody here knows of, which another thread ends later in virtual time */
static void unknown()
{
    pthread_barrier_t barrier;
    pthread_barrier_init(&barrier, nullptr, 2);
    std::thread other([&] { pthread_barrier_wait(&barrier); });
    sleep_ms(10);
    say("slept");
    pthread_barrier_wait(&barrier);
    other.join();
    say("joined");
    pthread_barrier_destroy(&barrier);
}

/* Each has what the other wants. */
static void deadlock()
{
    static std::mutex first, second;
    std::thread other([] {
        std::lock_guard<std::mutex> lock(second);
        sleep_ms(10);
        std::lock_guard<std::mutex> never(first);
    });
    std::lock_guard<std::mutex> lock(first);
    sleep_ms(10);
    std::lock_guard<std::mutex> never(second);
    other.join();
}

static void itself()
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&mutex);
    pthread_mutex_lock(&mutex);
}

static void event()
{
    WaitForSingleObject(CreateEventW(nullptr, FALSE, FALSE, nullptr), INFINITE);
}

static void computes()
{
    std::thread one([] {
        for (volatile int i = 0;;)
            i = i + 1;
    });
    one.join();
}

#ifndef _WIN32 /* what only POSIX has */

static void *wait_for_ever(void *)
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t never = PTHREAD_COND_INITIALIZER;
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push([](void *) { say("cleaned"); }, nullptr);
    pthread_cond_wait(&never, &mutex);
    pthread_cleanup_pop(0);
    return nullptr;
}

static void *sleep_for_ever(void *)
{
    for (;;)
        sleep(3600);
}

static void cancels()
{
    pthread_t threads[2];
    void *result;
    pthread_create(&threads[0], nullptr, wait_for_ever, nullptr);
    pthread_create(&threads[1], nullptr, sleep_for_ever, nullptr);
    sleep_ms(5);
    for (pthread_t thread : threads) {
        pthread_cancel(thread);
        pthread_join(thread, &result);
        say(result == PTHREAD_CANCELED ? "cancelled" : "ended");
    }
    say(pthread_join(pthread_self(), nullptr) == EDEADLK ? "myself" : "?");
}

static void pipes()
{
    int ends[2];
    char byte;
    if (pipe(ends) != 0)
        return;
    std::thread reader([&] {
        while (read(ends[0], &byte, 1) == 1)
            say(std::string(1, byte));
    });
    for (const char *at = "abc"; *at; at++) {
        sleep_ms(10);
        if (write(ends[1], at, 1) != 1)
            say("?");
    }
    close(ends[1]);
    reader.join();
    close(ends[0]);
}

static void *sleep_undisturbed(void *)
{
    int before;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    usleep(100000);
    say("slept");
    pthread_setcancelstate(before, &before);
    pthread_testcancel();
    return nullptr;
}

static void *loop(void *)
{
    int before;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &before);
    for (;;)
        usleep(1000);
}

/* Cancelling one that does not want it, and many that want it at any place */
static void disabled()
{
    pthread_t one, many[8];
    void *result;
    pthread_create(&one, nullptr, sleep_undisturbed, nullptr);
    sleep_ms(10);
    pthread_cancel(one);
    pthread_join(one, &result);
    say(result == PTHREAD_CANCELED ? "cancelled" : "ended");
    for (int round = 0; round < 50; round++) {
        for (pthread_t &each : many)
            pthread_create(&each, nullptr, loop, nullptr);
        sleep_ms(10);
        for (pthread_t each : many)
            pthread_cancel(each);
        for (pthread_t each : many)
            pthread_join(each, nullptr);
    }
    say("many");
}

/* Child processes have no schedule; and a semaphore that they share is theirs too. */
static void forks()
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    sem_t never, *shared = static_cast<sem_t *>(
                     mmap(nullptr, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    sem_init(&never, 0, 0);
    sem_init(shared, 1, 0);
    std::thread waits([&] { sem_wait(&never); });
    sleep_ms(1);
    for (int i = 0; i < 200; i++) {
        pid_t child = fork();
        if (child == 0) {
            pthread_mutex_lock(&mutex);
            pthread_mutex_unlock(&mutex);
            if (i == 199)
                usleep(50000), sem_post(shared);
            _exit(0);
        }
        if (i < 199)
            waitpid(child, nullptr, 0);
    }
    sem_wait(shared);
    say("posted");
    sem_post(&never);
    waits.join();
    wait(nullptr);
    munmap(shared, sizeof *shared);
}

static void burn(int ms)
{
    timespec now, begun;
    syscall(SYS_clock_gettime, CLOCK_THREAD_CPUTIME_ID, &begun);
    do
        syscall(SYS_clock_gettime, CLOCK_THREAD_CPUTIME_ID, &now);
    while ((now.tv_sec - begun.tv_sec) * 1000 + (now.tv_nsec - begun.tv_nsec) / 1000000 < ms);
}

/* Whoever computes on when the callout returns belongs to its instant; and the callout may compute beside. */
static void burns()
{
    std::thread([] {
        burn(150);
        OutputDebugStringA("computed\n");
    }).detach();
    burn(150);
    said += "done";
}

/* A wait for a file does not make each step of the clock dear. */
static void steps()
{
    int ends[2];
    if (pipe(ends) != 0)
        return;
    std::thread waits([&] {
        pollfd file = {ends[0], POLLIN, 0};
        poll(&file, 1, -1);
        say("polled");
    });
    for (int i = 0; i < 300; i++)
        usleep(1000);
    if (write(ends[1], "", 1) == 1)
        waits.join();
    close(ends[0]);
    close(ends[1]);
}

#endif

static const struct {
    const char *name;
    void (*act)();
} acts[] = {
    {"joins", joins},       {"polls", polls},     {"instant", instant},         {"contends", contends},
    {"pool", pool},         {"readers", readers}, {"limits", limits},           {"semaphores", semaphores},
    {"spins", spins},       {"ticker", ticker},   {"destructors", destructors}, {"windows", windows},
    {"thousand", thousand}, {"starves", starves}, {"unknown", unknown},         {"deadlock", deadlock},
    {"itself", itself},     {"event", event},     {"computes", computes},       {"speaks", speaks},
    {"trades", trades},
#ifndef _WIN32
    {"cancels", cancels},   {"pipes", pipes},     {"disabled", disabled},       {"forks", forks},
    {"burns", burns},       {"steps", steps},
#endif
};

extern "C" {

#define OWN_ACCEPT
#include "rest.h"

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *)
{
    const char *how = std::getenv("HOW");
    begin = steady_clock::now();
    said.clear();
    for (auto &one : acts)
        if (how && std::strcmp(one.name, how) == 0)
            one.act();
    OutputDebugStringA(said.c_str());
    return TRUE;
}
}
