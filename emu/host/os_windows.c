/* SPDX-License-Identifier: MIT */
#include "host/os.h"

#include <windows.h>

static HANDLE handle_of(int file)
{
    return (HANDLE)(intptr_t)file;
}

long os_read(int file, void *bytes, size_t size)
{
    DWORD got = 0;
    return ReadFile(handle_of(file), bytes, (DWORD)size, &got, NULL) ? (long)got : 0;
}

bool os_write(int file, const struct part *parts, int count)
{
    for (int i = 0; i < count; i++) {
        const char *bytes = parts[i].bytes;
        for (size_t left = parts[i].size; left > 0;) {
            DWORD written = 0;
            if (!WriteFile(handle_of(file), bytes, (DWORD)left, &written, NULL) || written == 0)
                return false;
            bytes += written, left -= written;
        }
    }
    return true;
}

void os_wake(int file)
{
    DWORD written;
    WriteFile(handle_of(file), "", 1, &written, NULL);
}

void os_pause(void)
{
    Sleep(1);
}

void os_yield(void)
{
    SwitchToThread();
}

uint64_t os_now_ns(void)
{
    LARGE_INTEGER count, frequency;
    QueryPerformanceCounter(&count);
    QueryPerformanceFrequency(&frequency);
    return (uint64_t)count.QuadPart / (uint64_t)frequency.QuadPart * 1000000000 +
           (uint64_t)count.QuadPart % (uint64_t)frequency.QuadPart * 1000000000 / (uint64_t)frequency.QuadPart;
}

size_t os_page_size(void)
{
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

void *os_reserve(size_t size)
{
    return VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, PAGE_NOACCESS);
}

static void protect(void *pages, size_t size, DWORD protection)
{
    DWORD before;
    VirtualProtect(pages, size, protection, &before);
}

void os_open_pages(void *pages, size_t size)
{
    protect(pages, size, PAGE_READWRITE);
}

void os_close_pages(void *pages, size_t size)
{
    protect(pages, size, PAGE_NOACCESS);
}
