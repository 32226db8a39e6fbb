/* SPDX-License-Identifier: MIT */
/* Files seen as memory: the mappings of memoryapi.h. */
#include "file.h"
#include "object.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { GRANULE = 65536 };

/* A view; it keeps what it shows */
struct view {
    void *at;
    size_t size;
    struct view *next;
};

static struct view *views;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* A descriptor of so many bytes at least, or -1 with the last error set */
static int back(HANDLE file, DWORD protect, uint64_t size)
{
    struct stat status;
    if (file == INVALID_HANDLE_VALUE && size == 0)
        return SetLastError(ERROR_INVALID_PARAMETER), -1;
    int made = file == INVALID_HANDLE_VALUE ? memfd_create("mapping", MFD_CLOEXEC) : rras_file_take(file);
    if (made < 0)
        return -1;
    DWORD error = rras_error_unless(fstat(made, &status) == 0);
    const int mode = fcntl(made, F_GETFL) & O_ACCMODE;
    if (error == NO_ERROR && (mode == O_WRONLY || (protect == PAGE_READWRITE && mode != O_RDWR)))
        error = ERROR_ACCESS_DENIED;
    if (error == NO_ERROR && size == 0 && status.st_size == 0)
        error = ERROR_FILE_INVALID;
    if (error == NO_ERROR && size > (uint64_t)status.st_size)
        error = protect == PAGE_READWRITE || file == INVALID_HANDLE_VALUE
                    ? rras_error_unless(ftruncate(made, (off_t)size) == 0)
                    : ERROR_NOT_ENOUGH_MEMORY;
    if (error == NO_ERROR)
        return made;
    close(made);
    SetLastError(error);
    return -1;
}

HANDLE WINAPI CreateFileMappingW(HANDLE file, LPSECURITY_ATTRIBUTES security, DWORD protect, DWORD high, DWORD low,
                                 LPCWSTR name)
{
    (void)security;
    protect &= ~(DWORD)SEC_COMMIT;
    if (protect != PAGE_READONLY && protect != PAGE_READWRITE && protect != PAGE_WRITECOPY) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    struct rras_object object = {.kind = RRAS_MAPPING, .manual = protect == PAGE_READWRITE};
    object.file = back(file, protect, (uint64_t)high << 32 | low);
    HANDLE handle = object.file >= 0 ? rras_object_make_wide(&object, name) : NULL;
    if (object.file >= 0 && (!handle || GetLastError() == ERROR_ALREADY_EXISTS))
        close(object.file);
    return handle;
}

static BOOL widen(LPCSTR name, WCHAR wide[MAX_PATH])
{
    wide[0] = 0;
    return !name || MultiByteToWideChar(CP_UTF8, 0, name, -1, wide, MAX_PATH) || rras_done(ERROR_FILENAME_EXCED_RANGE);
}

HANDLE WINAPI CreateFileMappingA(HANDLE file, LPSECURITY_ATTRIBUTES security, DWORD protect, DWORD high, DWORD low,
                                 LPCSTR name)
{
    WCHAR wide[MAX_PATH];
    if (!widen(name, wide))
        return NULL;
    return CreateFileMappingW(file, security, protect, high, low, name ? wide : NULL);
}

HANDLE WINAPI OpenFileMappingW(DWORD access, BOOL inherits, LPCWSTR name)
{
    (void)access, (void)inherits;
    return rras_object_open(RRAS_MAPPING, name);
}

HANDLE WINAPI OpenFileMappingA(DWORD access, BOOL inherits, LPCSTR name)
{
    WCHAR wide[MAX_PATH];
    return widen(name, wide) ? OpenFileMappingW(access, inherits, name ? wide : NULL) : NULL;
}

/* What mmap() is asked for; false where the mapping does not allow it */
static bool protection_of(DWORD access, bool writable, int *protection, int *flags)
{
    bool writes = (access & FILE_MAP_WRITE) != 0, copies = access == FILE_MAP_COPY;
    *protection = PROT_READ | (writes || copies ? PROT_WRITE : 0);
    *flags = copies ? MAP_PRIVATE : MAP_SHARED;
    return (access & (FILE_MAP_READ | FILE_MAP_WRITE | FILE_MAP_COPY)) && (writable || !writes);
}

static void *add_view(int file, int protection, int flags, uint64_t offset, size_t size)
{
    struct view *view = malloc(sizeof *view);
    void *at = view ? mmap(NULL, size, protection, flags, file, (off_t)offset) : MAP_FAILED;
    if (at == MAP_FAILED) {
        free(view);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    pthread_mutex_lock(&lock);
    *view = (struct view){at, size, views};
    views = view;
    pthread_mutex_unlock(&lock);
    return at;
}

LPVOID WINAPI MapViewOfFile(HANDLE mapping, DWORD access, DWORD high, DWORD low, SIZE_T size)
{
    struct stat status = {0};
    int protection = 0, flags = 0, file = -1;
    uint64_t offset = (uint64_t)high << 32 | low;
    bool allowed = false;
    pthread_mutex_lock(&rras_objects_lock);
    const struct rras_object *object = rras_object_find(mapping, RRAS_MAPPING);
    if (object) {
        allowed = protection_of(access, object->manual, &protection, &flags);
        file = fcntl(object->file, F_DUPFD_CLOEXEC, 0);
    }
    pthread_mutex_unlock(&rras_objects_lock);
    if (file < 0)
        return NULL;
    DWORD error = offset % GRANULE ? ERROR_MAPPED_ALIGNMENT : rras_error_unless(fstat(file, &status) == 0);
    if (error == NO_ERROR &&
        (!allowed || offset >= (uint64_t)status.st_size || size > (uint64_t)status.st_size - offset))
        error = ERROR_ACCESS_DENIED;
    void *at = rras_done(error) ? add_view(file, protection, flags, offset,
                                           size ? size : (size_t)((uint64_t)status.st_size - offset))
                                : NULL;
    close(file);
    return at;
}

/* The one that begins there; the lock is held */
static struct view **find_view(LPCVOID at)
{
    struct view **view = &views;
    while (*view && (*view)->at != at)
        view = &(*view)->next;
    return view;
}

BOOL WINAPI UnmapViewOfFile(LPCVOID at)
{
    pthread_mutex_lock(&lock);
    struct view **place = find_view(at), *view = *place;
    if (view)
        *place = view->next;
    pthread_mutex_unlock(&lock);
    if (view)
        munmap(view->at, view->size);
    free(view);
    return rras_done(view ? NO_ERROR : ERROR_INVALID_ADDRESS);
}

/* The one that an address lies in, or NULL; the lock is held */
static const struct view *view_around(const void *address)
{
    const struct view *view = views;
    while (view && ((const char *)address < (const char *)view->at ||
                    (const char *)address >= (const char *)view->at + view->size))
        view = view->next;
    return view;
}

bool rras_view_of(const void *address, void **base, size_t *size)
{
    pthread_mutex_lock(&lock);
    const struct view *view = view_around(address);
    if (view) {
        *base = view->at;
        *size = view->size;
    }
    pthread_mutex_unlock(&lock);
    return view != NULL;
}

BOOL WINAPI FlushViewOfFile(LPCVOID at, SIZE_T size)
{
    pthread_mutex_lock(&lock);
    const struct view *view = view_around(at);
    (void)size; /* all of it is as good */
    DWORD error = !view ? ERROR_INVALID_ADDRESS : rras_error_unless(msync(view->at, view->size, MS_SYNC) == 0);
    pthread_mutex_unlock(&lock);
    return rras_done(error);
}
