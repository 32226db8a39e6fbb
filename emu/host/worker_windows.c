/* SPDX-License-Identifier: MIT */
/*
 * rrasemu-worker.exe ANSWERS LIFE OUT ERR [PAGE]: does what the emulator asks over standard input, answers
 * to the pipe ANSWERS, or both over the page that is the file PAGE, and ends when standard input or LIFE is
 * closed, also while a callout runs. A byte over LIFE asks where a callout hangs. Standard output and
 * error are files that take what DLLs print; OUT and ERR are the same for reading.
 */
#include "host/worker.h"

#include "host/exception.h"
#include "host/backtrace.h"
#include "host/imports_windows.h"
#include "host/left_windows.h"
#include "host/pe_host.h"
#include "host/replaced.h"
#include "host/schedule_windows.h"

#include "runtime/current_callout.h"
#include "runtime/path.h"
#include "runtime/schedule_system.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include <psapi.h>

static HANDLE life, callouts_thread;
static HANDLE written[STREAM_DEBUG], captures[STREAM_DEBUG];

/* --- what ends a callout before it returns --- */

static volatile bool aborted; /* abort() was called, which std::terminate() does */

static void on_abort(int signal)
{
    (void)signal;
    aborted = true;
}

/* Each C run-time library has signals of its own. */
static void watch_aborts(void)
{
    static const char *const libraries[] = {"msvcrt.dll", "ucrtbase.dll"};
    typedef void (*handler)(int);
    typedef handler (*signal_function)(int, handler);
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        HMODULE library = GetModuleHandleA(libraries[i]);
        signal_function set = library ? (signal_function)(void (*)(void))GetProcAddress(library, "signal") : NULL;
        if (set)
            set(SIGABRT, on_abort);
    }
}

/* The last exception of C++ that was thrown: its type, as far as its run-time library tells */
static char thrown[EXCEPTION_WORDS];

/* Only an exception that nobody catches ends in abort(). */
bool system_exception(char *words, size_t size)
{
    snprintf(words, size, "%s", thrown);
    return aborted && *thrown;
}

/* The status is known to the system only, so it goes its way. */
static void on_exit_inside(void)
{
    if (worker.inside && aborted) /* the library ends by abort(), not by an exception */
        worker_crash(WIRE_CRASH_ABORT, false, 0);
    if (worker.inside)
        worker_tell_end(WIRE_EXITED, "", 1, false);
}

static LONG WINAPI on_exception(EXCEPTION_POINTERS *exception)
{
    const EXCEPTION_RECORD *record = exception->ExceptionRecord;
    bool access = (record->ExceptionCode == EXCEPTION_ACCESS_VIOLATION ||
                   record->ExceptionCode == EXCEPTION_IN_PAGE_ERROR) &&
                  record->NumberParameters > 1;
    backtrace_context = exception->ContextRecord;
    worker_crash(record->ExceptionCode, access, access ? record->ExceptionInformation[1] : 0);
}

/* Whether the callouts' thread has the loader lock, and others wait for it */
static bool has_loader_lock(void)
{
    enum { LOADER_LOCK = 0x110 }; /* where the process environment block has it */
    const char *block;
    __asm__("movq %%gs:0x60, %0" : "=r"(block)); /* what has functions for it takes the lock */
    const RTL_CRITICAL_SECTION *section = *(RTL_CRITICAL_SECTION *const *)(block + LOADER_LOCK);
    return section && (uintptr_t)section->OwningThread == GetThreadId(callouts_thread) &&
           section->LockCount + 1 > section->RecursionCount;
}

/* Where the callout stands that has taken too long, or waits for what will never be */
static void tell_hang(void)
{
    static CONTEXT context;
    struct wire_crashed crashed = {.place = PLACE_NOWHERE};
    context.ContextFlags = CONTEXT_FULL;
    if (SuspendThread(callouts_thread) == (DWORD)-1 || !GetThreadContext(callouts_thread, &context))
        system_exit(1);
    if (has_loader_lock()) { /* whoever looks for modules, or begins a thread, would wait for it too */
        crashed.signal = WIRE_CRASH_LOADER;
        channel_send(&worker.channel, WIRE_CRASHED, &crashed, sizeof crashed, NULL, 0);
        system_exit(1);
    }
    backtrace_context = &context;
    if (rras_schedule_stuck())
        worker_end_by_words(WIRE_CRASH_STUCK, rras_schedule_stuck());
    if (rras_schedule_computes())
        worker_crash(WIRE_CRASH_COMPUTES, false, 0);
    worker_end(WIRE_CRASHED, &crashed, sizeof crashed, true);
}

static DWORD WINAPI watch_life(void *unused)
{
    char byte;
    DWORD got = 0;
    (void)unused;
    schedule_stay_out();
    if (ReadFile(life, &byte, 1, &got, NULL) && got > 0)
        tell_hang();
    system_exit(WIRE_EXIT_CHANNEL); /* the emulator has gone, or the DLL has closed what is not its own */
}

/* Whoever finds it may be the callout's own thread, which is looked at from another. */
static HANDLE stuck;

static void on_stuck(void)
{
    rras_core_enter(); /* nobody is woken by it */
    SetEvent(stuck);
    rras_in_core = 0;
    rras_core_leave();
}

static DWORD WINAPI watch_stuck(void *unused)
{
    enum { MOMENT_MS = 10 }; /* for who has found it to come to wait */
    (void)unused;
    schedule_stay_out();
    WaitForSingleObject(stuck, INFINITE);
    Sleep(MOMENT_MS);
    tell_hang();
    return 0;
}

bool system_returned(bool *forked)
{
    DWORD flags;
    *forked = false;
    *thrown = '\0';
    return GetHandleInformation((HANDLE)(intptr_t)worker.channel.input, &flags) &&
           GetHandleInformation((HANDLE)(intptr_t)worker.channel.output, &flags);
}

/* What the system's own function raises for a debugger: it is called by DllMain, before imports are replaced */
static bool take_debug(const EXCEPTION_RECORD *record)
{
    enum { PRINT = 0x40010006, PRINT_WIDE = 0x4001000a };
    if (record->ExceptionCode == PRINT && record->NumberParameters >= 2)
        rras_OutputDebugStringA((LPCSTR)record->ExceptionInformation[1]);
    else if (record->ExceptionCode == PRINT_WIDE && record->NumberParameters >= 2)
        rras_OutputDebugStringW((LPCWSTR)record->ExceptionInformation[1]);
    else
        return false;
    return true;
}

/* First chance: perhaps it will be caught; an access beside an argument is let through. */
static LONG WINAPI note_exception(EXCEPTION_POINTERS *exception)
{
    enum { GNU = 0x20474343, MICROSOFT = 0xe06d7363, WRITE = 1 };
    const EXCEPTION_RECORD *record = exception->ExceptionRecord;
    if (take_debug(record))
        return EXCEPTION_CONTINUE_EXECUTION;
    if (record->ExceptionCode == EXCEPTION_ACCESS_VIOLATION && record->NumberParameters > 1 &&
        stage_let_through(&worker.stage, record->ExceptionInformation[1],
                          record->ExceptionInformation[0] == WRITE ? OVERRUN_WRITTEN : OVERRUN_READ))
        return EXCEPTION_CONTINUE_EXECUTION;
    if (record->ExceptionCode == GNU && record->NumberParameters >= 1)
        exception_describe_header((const void *)record->ExceptionInformation[0], thrown, sizeof thrown);
    else if (record->ExceptionCode == MICROSOFT && record->NumberParameters >= 4)
        exception_describe_microsoft((const uintptr_t *)record->ExceptionInformation, thrown, sizeof thrown);
    return EXCEPTION_CONTINUE_SEARCH;
}

/* A thread that ends by ExitThread() says so to each library, and here, where locks of the system are held, so that
 * another thread tells it; Wine ends a thread that has used up its stack without a word. */
static bool thread_exits;

static VOID WINAPI on_thread_exit(PVOID unused)
{
    (void)unused;
    thread_exits = true;
    backtrace_remember();
}

static DWORD WINAPI watch_callouts_thread(void *thread)
{
    schedule_stay_out();
    WaitForSingleObject(thread, INFINITE);
    if (thread_exits)
        worker_thread_end();
    worker_crash(STATUS_STACK_OVERFLOW, false, 0);
}

/* Processes that DLLs start end with this one: the job that all are in goes with its last handle, which is ours. */
static void own_processes(void)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limit = {
        .BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE};
    HANDLE job = CreateJobObjectW(NULL, NULL);
    if (job && SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limit, sizeof limit))
        AssignProcessToJobObject(job, GetCurrentProcess());
    SetHandleInformation(job, HANDLE_FLAG_PROTECT_FROM_CLOSE,
                         HANDLE_FLAG_PROTECT_FROM_CLOSE); /* by a DLL that closes all */
}

bool system_watch(void)
{
    rras_schedule_begin();
    own_processes();
    clock_take_over();
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    SetUnhandledExceptionFilter(on_exception);
    AddVectoredExceptionHandler(1, note_exception);
    watch_aborts();
    rras_on_process_end(on_exit_inside);
    stuck = CreateEventW(NULL, TRUE, FALSE, NULL);
    rras_on_stuck(on_stuck);
    if (!stuck || !rras_schedule_watch() || !CreateThread(NULL, 0, watch_stuck, NULL, 0, NULL))
        return false;
    return CreateThread(NULL, 0, watch_life, NULL, 0, NULL) != NULL;
}

void system_watch_thread(void)
{
    DWORD local = FlsAlloc(on_thread_exit);
    ULONG room = 1 << 16; /* for noticing that the rest of the stack is used up */
    HANDLE process = GetCurrentProcess();
    FlsSetValue(local, &callouts_thread); /* anything but NULL */
    SetThreadStackGuarantee(&room);
    DuplicateHandle(process, GetCurrentThread(), process, &callouts_thread, 0, FALSE, DUPLICATE_SAME_ACCESS);
    CreateThread(NULL, 0, watch_callouts_thread, callouts_thread, 0, NULL);
}

static DWORD WINAPI end_soon(void *unused)
{
    enum { PATIENCE_MS = 2000 };
    (void)unused;
    schedule_stay_out();
    Sleep(PATIENCE_MS);
    system_exit(1);
}

void system_set_alarm(void)
{
    CreateThread(NULL, 0, end_soon, NULL, 0, NULL);
}

void system_exit(int status)
{
    TerminateProcess(GetCurrentProcess(), (UINT)status);
    for (;;)
        ;
}

/* --- what DLLs print --- */

/* Every C library in this process has buffers of its own. Looking for them takes long, so it is done
 * when a DLL has been loaded. */
enum { FLUSHERS = 6 };
static int(__cdecl *flushers[FLUSHERS])(FILE *);

static void find_flushers(void)
{
    static const char *const libraries[FLUSHERS] = {"ucrtbase.dll", "msvcrt.dll",   "ucrtbased.dll",
                                                    "msvcr120.dll", "msvcr110.dll", "msvcr100.dll"};
    for (size_t i = 0; i < FLUSHERS; i++) {
        HMODULE library; /* which stays, though the DLL may go that brought it */
        if (!flushers[i] && GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_PIN, libraries[i], &library))
            flushers[i] = (int(__cdecl *)(FILE *))(void (*)(void))GetProcAddress(library, "fflush");
    }
}

void system_flush(void)
{
    for (size_t i = 0; i < FLUSHERS; i++)
        if (flushers[i])
            flushers[i](NULL);
}

/* Streams in text mode end lines in two characters, which is nothing anybody printed. */
static DWORD join_line_ends(char *bytes, DWORD size)
{
    DWORD kept = 0;
    for (DWORD i = 0; i < size; i++)
        if (bytes[i] != '\r' || i + 1 == size || bytes[i + 1] != '\n')
            bytes[kept++] = bytes[i];
    return kept;
}

size_t system_take_printed(enum wire_stream stream, char *bytes, size_t room)
{
    static DWORD taken[STREAM_DEBUG];
    DWORD size = SetFilePointer(written[stream], 0, NULL, FILE_CURRENT), got = 0;
    if (size != INVALID_SET_FILE_POINTER && size > taken[stream]) {
        SetFilePointer(captures[stream], (LONG)taken[stream], NULL, FILE_BEGIN);
        ReadFile(captures[stream], bytes, size - taken[stream] < room ? size - taken[stream] : (DWORD)room, &got, NULL);
    }
    if (got > 0) {
        taken[stream] += got;
        return join_line_ends(bytes, got);
    }
    if (taken[stream] > 0)
        SetFilePointer(written[stream], 0, NULL, FILE_BEGIN);
    taken[stream] = 0;
    return 0;
}

/* --- what DLLs leave --- */

void system_look(void)
{
    left_look();
}

void system_turn(uint32_t number)
{
    left_turn(number);
}

uint32_t system_residue(uint32_t number, const struct image *image, uint32_t asked)
{
    return left_compare(number, image) & asked;
}

void system_loaded(const struct module *module, struct image *image)
{
    MODULEINFO info;
    HMODULE library = pe_host_library(module);
    find_flushers();
    *image = (struct image){0};
    if (!GetModuleInformation(GetCurrentProcess(), library, &info, sizeof info))
        return;
    image->base = (uintptr_t)info.lpBaseOfDll;
    image->end = image->base + info.SizeOfImage;
    GetModuleFileNameA(library, image->path, sizeof image->path);
}

struct held_memory system_held(const struct image *image)
{
    return left_of(image);
}

bool system_is_gone(const struct image *image)
{
    (void)image; /* Windows keeps no DLL that is unloaded as often as it was loaded. */
    return true;
}

/* --- the beginning --- */

struct host system_host(struct stage *stage)
{
    return pe_host(stage);
}

/* A path of the system below, as \\?\unix\... */
static HANDLE open_below(const char *path, DWORD access)
{
    return CreateFileA(path, access, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
}

static bool open_page(const char *path, struct channel *channel)
{
    HANDLE file = open_below(path, GENERIC_READ | GENERIC_WRITE);
    HANDLE mapping = file == INVALID_HANDLE_VALUE
                         ? NULL
                         : CreateFileMappingA(file, NULL, PAGE_READWRITE, 0, sizeof(struct page), NULL);
    struct page *page = mapping ? MapViewOfFile(mapping, FILE_MAP_ALL_ACCESS, 0, 0, 0) : NULL;
    if (!page)
        return false;
    channel->guarded = page;
    channel->in = &page->to_worker;
    channel->out = &page->to_emulator;
    return true;
}

/* A handle of the same file that only this program knows */
static HANDLE keep(DWORD which)
{
    HANDLE process = GetCurrentProcess(), kept = NULL;
    DuplicateHandle(process, GetStdHandle(which), process, &kept, 0, FALSE, DUPLICATE_SAME_ACCESS);
    return kept;
}

bool system_open(int argc, char **argv, struct channel *channel)
{
    if (argc < 5 || argc > 6)
        return false;
    HANDLE input = keep(STD_INPUT_HANDLE), output = open_below(argv[1], GENERIC_WRITE);
    life = open_below(argv[2], GENERIC_READ);
    written[STREAM_OUT] = keep(STD_OUTPUT_HANDLE);
    written[STREAM_ERR] = keep(STD_ERROR_HANDLE);
    captures[STREAM_OUT] = open_below(argv[3], GENERIC_READ);
    captures[STREAM_ERR] = open_below(argv[4], GENERIC_READ);
    SetStdHandle(STD_INPUT_HANDLE, open_below("NUL", GENERIC_READ));
    if (!freopen("NUL", "r", stdin)) /* the C library has kept the channel */
        return false;
    if (!input || output == INVALID_HANDLE_VALUE || life == INVALID_HANDLE_VALUE)
        return false;
    *channel = (struct channel){.input = (int)(intptr_t)input, .output = (int)(intptr_t)output, .waits = true};
    for (const struct rras_variable *fixed = rras_environment; fixed->name; fixed++)
        _putenv_s(fixed->name, fixed->value);
    return argc == 5 || open_page(argv[5], channel);
}
