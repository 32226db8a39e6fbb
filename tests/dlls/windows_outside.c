/* SPDX-License-Identifier: MIT */
/*
 * A test DLL for Windows: what comes to its threads over files, pipes and sockets, from other processes, and by messages; HOW
 * says which.
 */
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>

#include <windows.h>

#include "windows_acts.h"

/* --- other processes --- */

static HANDLE begin_process(const char *command, HANDLE output)
{
    char line[64];
    STARTUPINFOA how = {.cb = sizeof how, .dwFlags = STARTF_USESTDHANDLES, .hStdOutput = output};
    PROCESS_INFORMATION made = {0};
    snprintf(line, sizeof line, "cmd.exe /c %s", command);
    CreateProcessA(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &made);
    CloseHandle(made.hThread);
    return made.hProcess;
}

static void end_process(HANDLE process, DWORD limit)
{
    DWORD code = 0;
    say_number(WaitForSingleObject(process, limit));
    GetExitCodeProcess(process, &code);
    say_number(code);
    CloseHandle(process);
}

static volatile LONG beats, over;

static DWORD WINAPI beats_each_second(LPVOID unused)
{
    (void)unused;
    for (; !over; beats++)
        Sleep(1000);
    return 0;
}

/* What another process does takes no virtual time, whatever else waits for time. */
static void processes(void)
{
    end_process(begin_process("exit 3", NULL), INFINITE);
    end_process(begin_process("exit 4", NULL), 30000);
    HANDLE thread = start(beats_each_second, NULL);
    end_process(begin_process("exit 5", NULL), INFINITE);
    say_number((DWORD)beats);
    over = 1;
    join(thread);
}

static void process_pipe(void)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE reader, writer;
    char text[64] = "";
    DWORD got, length = 0;
    CreatePipe(&reader, &writer, &inherited, 0);
    SetHandleInformation(reader, HANDLE_FLAG_INHERIT, 0);
    HANDLE process = begin_process("echo hi", writer);
    CloseHandle(writer);
    while (ReadFile(reader, text + length, sizeof text - 1 - length, &got, NULL) && got)
        length += got;
    text[strcspn(text, "\r\n")] = '\0';
    say(text);
    end_process(process, INFINITE);
    CloseHandle(reader);
}

/* --- pipes --- */

static HANDLE reader, writer;

static DWORD WINAPI reads_slowly(LPVOID unused)
{
    char part[1024];
    DWORD got, all = 0;
    (void)unused;
    for (Sleep(10); ReadFile(reader, part, sizeof part, &got, NULL); Sleep(10))
        all += got;
    say_number(all);
    return 0;
}

/* Who writes to a pipe that is full waits for who reads it. */
static void full_pipe(void)
{
    static char much[20000];
    DWORD written;
    CreatePipe(&reader, &writer, NULL, 1024);
    HANDLE thread = start(reads_slowly, NULL);
    WriteFile(writer, much, sizeof much, &written, NULL);
    CloseHandle(writer);
    join(thread);
    CloseHandle(reader);
}

static const char pipe_name[] = "\\\\.\\pipe\\rrasemu-test";

static DWORD WINAPI asks_pipe(LPVOID unused)
{
    char text[16] = "";
    DWORD size;
    (void)unused;
    Sleep(10);
    HANDLE pipe = CreateFileA(pipe_name, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    Sleep(10);
    WriteFile(pipe, "ping", 4, &size, NULL);
    ReadFile(pipe, text, sizeof text - 1, &size, NULL);
    say(text);
    CloseHandle(pipe);
    return 0;
}

static void named_pipe(void)
{
    char text[16] = "";
    DWORD size;
    HANDLE pipe = CreateNamedPipeA(pipe_name, PIPE_ACCESS_DUPLEX, PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE | PIPE_WAIT,
                                   1, 512, 512, 0, NULL);
    HANDLE thread = start(asks_pipe, NULL);
    ConnectNamedPipe(pipe, NULL);
    ReadFile(pipe, text, sizeof text - 1, &size, NULL);
    say(text);
    Sleep(10);
    WriteFile(pipe, "pong", 4, &size, NULL);
    join(thread);
    CloseHandle(pipe);
}

/* --- parts of files --- */

static HANDLE file;

static DWORD WINAPI locks(LPVOID unused)
{
    OVERLAPPED place = {0};
    (void)unused;
    LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK, 0, 10, 0, &place);
    say("locked");
    return 0;
}

static void file_lock(void)
{
    enum { SHARED = FILE_SHARE_READ | FILE_SHARE_WRITE };
    static const char path[] = "C:\\Windows\\Temp\\locked.txt";
    file = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, SHARED, NULL, CREATE_ALWAYS, 0, NULL);
    HANDLE other = CreateFileA(path, GENERIC_READ | GENERIC_WRITE, SHARED, NULL, OPEN_EXISTING, 0, NULL);
    LockFile(other, 0, 0, 10, 0);
    HANDLE thread = start(locks, NULL);
    Sleep(20);
    say("unlocks");
    UnlockFile(other, 0, 0, 10, 0);
    join(thread);
    CloseHandle(other);
    CloseHandle(file);
}

/* --- sockets --- */

static SOCKET server;
static struct sockaddr_in address;

static void listen_at(void)
{
    WSADATA unused;
    int size = sizeof address;
    WSAStartup(0x202, &unused);
    server = socket(AF_INET, SOCK_STREAM, 0);
    address = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    bind(server, (void *)&address, sizeof address);
    listen(server, 1);
    getsockname(server, (void *)&address, &size);
}

static SOCKET reach(void)
{
    SOCKET reached = socket(AF_INET, SOCK_STREAM, 0);
    connect(reached, (void *)&address, sizeof address);
    return reached;
}

static DWORD WINAPI sends_three(LPVOID unused)
{
    char answer[8];
    (void)unused;
    Sleep(10);
    SOCKET own = reach();
    for (int i = 0; i < 3; i++) {
        Sleep(10);
        send(own, "hello", 5, 0);
    }
    Sleep(10);
    say_number((DWORD)recv(own, answer, sizeof answer, 0));
    closesocket(own);
    return 0;
}

static void sockets(void)
{
    char got[16];
    listen_at();
    HANDLE thread = start(sends_three, NULL);
    SOCKET own = accept(server, NULL, NULL);
    say("accepted");
    for (int i = 0; i < 3; i++)
        say_number((DWORD)recv(own, got, sizeof got, 0));
    send(own, "xyz", 3, 0);
    say_number((DWORD)recv(own, got, sizeof got, 0));
    join(thread);
    closesocket(own);
    closesocket(server);
}

/* PORT is of somebody outside, who takes his time. */
static void slow_answer(void)
{
    WSADATA unused;
    char got[16];
    WSAStartup(0x202, &unused);
    address = (struct sockaddr_in){.sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
                                   .sin_port = htons((u_short)atoi(getenv("PORT")))};
    SOCKET own = reach();
    send(own, "?", 1, 0);
    say_number((DWORD)recv(own, got, sizeof got, 0));
    closesocket(own);
}

/* --- messages, which go by the machine's clock --- */

static DWORD WINAPI posts(LPVOID to)
{
    PostThreadMessageW((DWORD)(ULONG_PTR)to, WM_APP, 0, 0);
    Sleep(10);
    PostThreadMessageW((DWORD)(ULONG_PTR)to, WM_QUIT, 0, 0);
    return 0;
}

static void messages(void)
{
    MSG message;
    int count = 0;
    PeekMessageW(&message, NULL, 0, 0, PM_NOREMOVE);
    HANDLE thread = start(posts, (void *)(ULONG_PTR)GetCurrentThreadId());
    for (; GetMessageW(&message, NULL, 0, 0) > 0; count++)
        continue;
    say_number((DWORD)count);
    join(thread);
}

DLL_OF_ACTS({"processes", processes}, {"process-pipe", process_pipe}, {"full-pipe", full_pipe},
            {"named-pipe", named_pipe}, {"file-lock", file_lock}, {"sockets", sockets}, {"slow-answer", slow_answer},
            {"messages", messages})
