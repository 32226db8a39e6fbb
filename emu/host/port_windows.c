/* SPDX-License-Identifier: MIT */
#include "host/port.h"

#include <windows.h>

static HANDLE handle_of(int file)
{
    return (HANDLE)(intptr_t)file;
}

long port_read(int file, void *bytes, size_t size)
{
    DWORD got = 0;
    return ReadFile(handle_of(file), bytes, (DWORD)size, &got, NULL) ? (long)got : 0;
}

bool port_write(int file, const struct part *parts, int count)
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

void port_wake(int file)
{
    DWORD written;
    WriteFile(handle_of(file), "", 1, &written, NULL);
}

void port_pause(void)
{
    Sleep(1);
}

void port_yield(void)
{
    SwitchToThread();
}

uint64_t port_now_ns(void)
{
    LARGE_INTEGER count, frequency;
    QueryPerformanceCounter(&count);
    QueryPerformanceFrequency(&frequency);
    return (uint64_t)count.QuadPart / (uint64_t)frequency.QuadPart * 1000000000 +
           (uint64_t)count.QuadPart % (uint64_t)frequency.QuadPart * 1000000000 /
               (uint64_t)frequency.QuadPart;
}

size_t port_page_size(void)
{
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    return info.dwPageSize;
}

void *port_reserve(size_t size)
{
    return VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, PAGE_NOACCESS);
}

static void protect(void *pages, size_t size, DWORD protection)
{
    DWORD before;
    VirtualProtect(pages, size, protection, &before);
}

void port_open_pages(void *pages, size_t size)
{
    protect(pages, size, PAGE_READWRITE);
}

void port_close_pages(void *pages, size_t size)
{
    protect(pages, size, PAGE_NOACCESS);
}
