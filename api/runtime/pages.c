/* SPDX-License-Identifier: MIT */
/* Pages of memory: the Virtual functions of memoryapi.h. */
#include "object.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096, GRANULE = 65536 };

/* What VirtualAlloc() reserved, with what each page is */
struct region {
    char *base;
    size_t pages;
    DWORD protect;
    struct region *next;
    DWORD page[]; /* PAGE_; 0: not committed */
};

static struct region *regions;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool protection_of(DWORD protect, int *native)
{
    static const struct {
        DWORD protect;
        int native;
    } known[] = {
        {PAGE_NOACCESS, PROT_NONE},
        {PAGE_READONLY, PROT_READ},
        {PAGE_READWRITE, PROT_READ | PROT_WRITE},
        {PAGE_EXECUTE, PROT_READ | PROT_EXEC},
        {PAGE_EXECUTE_READ, PROT_READ | PROT_EXEC},
        {PAGE_EXECUTE_READWRITE, PROT_READ | PROT_WRITE | PROT_EXEC},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].protect == protect) {
            *native = known[i].native;
            return true;
        }
    return false;
}

/* The one that an address lies in, or NULL; the lock is held */
static struct region *region_of(const void *address)
{
    struct region *region = regions;
    while (region &&
           ((const char *)address < region->base || (const char *)address >= region->base + region->pages * PAGE))
        region = region->next;
    return region;
}

/* The pages that so many bytes lie in, first and behind the last; false where they leave the region */
static bool pages_of(const struct region *region, const void *address, size_t size, size_t *first, size_t *end)
{
    uintptr_t from = (uintptr_t)address - (uintptr_t)region->base;
    *first = from / PAGE;
    *end = (from + (size ? size : 1) + PAGE - 1) / PAGE;
    return size <= region->pages * PAGE && *end <= region->pages;
}

static DWORD set_pages(struct region *region, size_t first, size_t end, DWORD protect, bool commit)
{
    int native = PROT_NONE;
    if (protect && !protection_of(protect, &native))
        return ERROR_INVALID_PARAMETER;
    for (size_t i = first; !commit && protect && i < end; i++)
        if (region->page[i] == 0)
            return ERROR_INVALID_ADDRESS;
    if (mprotect(region->base + first * PAGE, (end - first) * PAGE, native) != 0)
        return ERROR_NOT_ENOUGH_MEMORY;
    for (size_t i = first; i < end; i++)
        region->page[i] = protect;
    return NO_ERROR;
}

/* Windows' regions begin at multiples of 64 KiB. */
static char *map_aligned(size_t bytes)
{
    char *map = mmap(NULL, bytes + GRANULE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED)
        return NULL;
    size_t before = (GRANULE - (uintptr_t)map % GRANULE) % GRANULE;
    if (before > 0)
        munmap(map, before);
    munmap(map + before + bytes, GRANULE - before);
    return map + before;
}

static struct region *reserve(size_t size, DWORD protect)
{
    size_t pages = (size + PAGE - 1) / PAGE;
    struct region *region = pages > 0 && size < SIZE_MAX / 2 ? calloc(1, sizeof *region + pages * sizeof *region->page)
                                                             : NULL;
    char *base = region ? map_aligned(pages * PAGE) : NULL;
    if (!base) {
        free(region);
        return NULL;
    }
    *region = (struct region){.base = base, .pages = pages, .protect = protect, .next = regions};
    regions = region;
    return region;
}

static void release(struct region *region)
{
    struct region **at = &regions;
    while (*at != region)
        at = &(*at)->next;
    *at = region->next;
    munmap(region->base, region->pages * PAGE);
    free(region);
}

static BOOL end(DWORD error)
{
    pthread_mutex_unlock(&lock);
    if (error != NO_ERROR)
        SetLastError(error);
    return error == NO_ERROR;
}

LPVOID WINAPI VirtualAlloc(LPVOID address, SIZE_T size, DWORD type, DWORD protect)
{
    int unused;
    size_t first = 0, behind = 0;
    pthread_mutex_lock(&lock);
    if (size == 0 || !(type & (MEM_COMMIT | MEM_RESERVE)) || !protection_of(protect, &unused))
        return end(ERROR_INVALID_PARAMETER), NULL;
    struct region *region = address ? region_of(address) : reserve(size, protect);
    if (!region || (address && (type & MEM_RESERVE)))
        return end(address ? ERROR_INVALID_ADDRESS : ERROR_NOT_ENOUGH_MEMORY), NULL;
    char *made = address ? region->base + ((char *)address - region->base) / PAGE * PAGE : region->base;
    if (!pages_of(region, address ? address : region->base, size, &first, &behind))
        return end(ERROR_INVALID_ADDRESS), NULL;
    DWORD error = type & MEM_COMMIT ? set_pages(region, first, behind, protect, true) : NO_ERROR;
    if (error != NO_ERROR && !address)
        release(region);
    return end(error) ? made : NULL;
}

BOOL WINAPI VirtualFree(LPVOID address, SIZE_T size, DWORD type)
{
    size_t first = 0, behind = 0;
    pthread_mutex_lock(&lock);
    struct region *region = region_of(address);
    if (type == MEM_RELEASE) {
        bool whole = region && region->base == address && size == 0;
        if (whole)
            release(region);
        return end(size != 0 ? ERROR_INVALID_PARAMETER : whole ? NO_ERROR : ERROR_INVALID_ADDRESS);
    }
    if (type != MEM_DECOMMIT)
        return end(ERROR_INVALID_PARAMETER);
    if (!region || (size == 0 && address != region->base))
        return end(ERROR_INVALID_ADDRESS);
    if (size == 0 && address == region->base)
        size = region->pages * PAGE;
    if (!pages_of(region, address, size, &first, &behind))
        return end(ERROR_INVALID_ADDRESS);
    madvise(region->base + first * PAGE, (behind - first) * PAGE, MADV_DONTNEED); /* used again, they hold zeros */
    return end(set_pages(region, first, behind, 0, false));
}

BOOL WINAPI VirtualProtect(LPVOID address, SIZE_T size, DWORD protect, PDWORD before)
{
    int unused;
    size_t first = 0, behind = 0;
    pthread_mutex_lock(&lock);
    struct region *region = region_of(address);
    if (!before)
        return end(ERROR_NOACCESS);
    if (size == 0 || !protection_of(protect, &unused))
        return end(ERROR_INVALID_PARAMETER);
    if (!region || !pages_of(region, address, size, &first, &behind))
        return end(ERROR_INVALID_ADDRESS);
    DWORD old = region->page[first];
    DWORD error = set_pages(region, first, behind, protect, false);
    *before = error == NO_ERROR ? old : *before;
    return end(error);
}

/* In a view of a mapping, or in a DLL */
static void look_elsewhere(const void *address, MEMORY_BASIC_INFORMATION *told)
{
    Dl_info info;
    void *view;
    size_t size;
    if (rras_view_of(address, &view, &size)) {
        told->AllocationBase = view;
        told->RegionSize = size - (size_t)((const char *)told->BaseAddress - (const char *)view);
        told->Type = MEM_MAPPED;
    } else if (dladdr(address, &info)) {
        told->AllocationBase = info.dli_fbase;
        told->Type = MEM_IMAGE;
    } else {
        return;
    }
    told->State = MEM_COMMIT;
    told->Protect = told->AllocationProtect = told->Type == MEM_IMAGE ? PAGE_EXECUTE_READ : PAGE_READWRITE;
}

SIZE_T WINAPI VirtualQuery(LPCVOID address, PMEMORY_BASIC_INFORMATION information, SIZE_T size)
{
    MEMORY_BASIC_INFORMATION told = {.State = MEM_FREE, .Protect = PAGE_NOACCESS, .RegionSize = PAGE};
    told.BaseAddress = (PVOID)((uintptr_t)address / PAGE * PAGE);
    pthread_mutex_lock(&lock);
    const struct region *region = region_of(address);
    if (size < sizeof told)
        return (SIZE_T)end(ERROR_BAD_LENGTH);
    if (region) {
        size_t first = ((uintptr_t)address - (uintptr_t)region->base) / PAGE, behind = first;
        while (behind < region->pages && region->page[behind] == region->page[first])
            behind++;
        told.AllocationBase = region->base;
        told.AllocationProtect = region->protect;
        told.RegionSize = (behind - first) * PAGE;
        told.State = region->page[first] ? MEM_COMMIT : MEM_RESERVE;
        told.Protect = region->page[first];
        told.Type = MEM_PRIVATE;
    }
    end(NO_ERROR);
    if (!region)
        look_elsewhere(address, &told);
    *information = told;
    return sizeof told;
}

/* The kernel reads them for us, and says whether it could. */
BOOL WINAPI IsBadReadPtr(CONST VOID *from, UINT_PTR count)
{
    int ends[2];
    bool bad = count > 0 && (uintptr_t)from + count - 1 < (uintptr_t)from;
    if (bad || pipe(ends) != 0)
        return bad;
    for (uintptr_t at = (uintptr_t)from, last = at + count - 1;
         count > 0 && !bad && at <= last && at >= (uintptr_t)from; at = (at / PAGE + 1) * PAGE) {
        char byte;
        bad = write(ends[1], (const void *)at, 1) != 1 || read(ends[0], &byte, 1) != 1;
    }
    close(ends[0]);
    close(ends[1]);
    return bad;
}
