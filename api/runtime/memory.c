/* SPDX-License-Identifier: MIT */
/* The heaps of heapapi.h: all of them are the C library's. */
#include <windows.h>

#include <malloc.h>
#include <stdlib.h>

static int process_heap;

/* What the C library gives beyond the size asked for is always zero, so that it is when the memory grows. */
static LPVOID finish_growth(LPVOID memory, SIZE_T from, SIZE_T size, BOOL zero)
{
    if (!memory) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    SIZE_T usable = malloc_usable_size(memory), begin = zero && from < size ? from : size;
    memset((char *)memory + begin, 0, usable - begin);
    return memory;
}

static LPVOID allocate(SIZE_T bytes, BOOL zero)
{
    return finish_growth(malloc(bytes ? bytes : 1), 0, bytes, zero);
}

static LPVOID reallocate(LPVOID memory, SIZE_T bytes, BOOL zero)
{
    SIZE_T before = memory ? malloc_usable_size(memory) : 0;
    return finish_growth(realloc(memory, bytes ? bytes : 1), before, bytes, zero);
}

HANDLE WINAPI GetProcessHeap(VOID)
{
    return &process_heap;
}

HANDLE WINAPI HeapCreate(DWORD options, SIZE_T size, SIZE_T most)
{
    (void)options, (void)size, (void)most;
    return &process_heap;
}

BOOL WINAPI HeapDestroy(HANDLE heap)
{
    (void)heap;
    return TRUE;
}

LPVOID WINAPI HeapAlloc(HANDLE heap, DWORD flags, SIZE_T bytes)
{
    (void)heap;
    return allocate(bytes, (flags & HEAP_ZERO_MEMORY) != 0);
}

LPVOID WINAPI HeapReAlloc(HANDLE heap, DWORD flags, LPVOID memory, SIZE_T bytes)
{
    (void)heap;
    return reallocate(memory, bytes, (flags & HEAP_ZERO_MEMORY) != 0);
}

SIZE_T WINAPI HeapSize(HANDLE heap, DWORD flags, LPCVOID memory)
{
    (void)heap, (void)flags;
    return malloc_usable_size((void *)(uintptr_t)memory);
}

BOOL WINAPI HeapFree(HANDLE heap, DWORD flags, LPVOID memory)
{
    (void)heap, (void)flags;
    free(memory);
    return TRUE;
}

HLOCAL WINAPI LocalAlloc(UINT flags, SIZE_T bytes)
{
    return allocate(bytes, (flags & LMEM_ZEROINIT) != 0);
}

HLOCAL WINAPI LocalReAlloc(HLOCAL memory, SIZE_T bytes, UINT flags)
{
    return reallocate(memory, bytes, (flags & LMEM_ZEROINIT) != 0);
}

HLOCAL WINAPI LocalFree(HLOCAL memory)
{
    free(memory);
    return NULL;
}

LPVOID WINAPI LocalLock(HLOCAL memory)
{
    return memory;
}

BOOL WINAPI LocalUnlock(HLOCAL memory)
{
    (void)memory;
    return FALSE;
}

HGLOBAL WINAPI GlobalAlloc(UINT flags, SIZE_T bytes)
{
    return LocalAlloc(flags, bytes);
}

HGLOBAL WINAPI GlobalFree(HGLOBAL memory)
{
    return LocalFree(memory);
}

LPVOID WINAPI GlobalLock(HGLOBAL memory)
{
    return memory;
}

BOOL WINAPI GlobalUnlock(HGLOBAL memory)
{
    (void)memory;
    return FALSE;
}
