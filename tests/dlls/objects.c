/* SPDX-License-Identifier: MIT */
/* Pages, mappings, handles, completion ports, lists of the registry and what else callouts ask of the kernel (acts.h). */
#include "acts.h"

#include <fcntl.h>
#include <stdint.h>

static void outcome(BOOL fine)
{
    say("%d %u\n", fine != FALSE, fine ? 0 : (unsigned)GetLastError());
}

static void page(const void *address)
{
    MEMORY_BASIC_INFORMATION told;
    SIZE_T size = VirtualQuery(address, &told, sizeof told);
    say("%u: %u pages, state %x, protect %x of %x\n", (unsigned)size, (unsigned)(told.RegionSize / 4096),
        (unsigned)told.State, told.State == MEM_COMMIT ? (unsigned)told.Protect : 0, (unsigned)told.AllocationProtect);
}

static void pages(void)
{
    DWORD before = 0;
    char *memory = VirtualAlloc(NULL, 3 * 4096, MEM_RESERVE, PAGE_READWRITE);
    say("%d %u\n", memory != NULL, (unsigned)((uintptr_t)memory % 65536));
    page(memory);
    say("%d\n", IsBadReadPtr(memory, 1) != 0);
    say("%d\n", (char *)VirtualAlloc(memory + 4096, 10, MEM_COMMIT, PAGE_READWRITE) == memory + 4096);
    page(memory);
    page(memory + 4096 + 5);
    say("%d\n", memory[4096]);
    memory[4096] = 'x';
    say("%d\n", IsBadReadPtr(memory + 4096, 4096) != 0);
    outcome(VirtualProtect(memory + 4096, 1, PAGE_READONLY, &before));
    say("%x\n", (unsigned)before);
    page(memory + 4096);
    outcome(VirtualProtect(memory, 1, PAGE_READONLY, &before));
    outcome(VirtualFree(memory + 4096, 4096, MEM_DECOMMIT));
    say("%d\n", IsBadReadPtr(memory + 4096, 1) != 0);
    outcome(VirtualFree(memory, 1, MEM_RELEASE));
    outcome(VirtualFree(memory, 0, MEM_RELEASE));
    memory = VirtualAlloc(NULL, 1, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    page(memory);
    memory[4095] = 'y';
    outcome(VirtualFree(memory, 0, MEM_RELEASE));
    outcome(VirtualAlloc(NULL, 4096, MEM_COMMIT, 0x999) != NULL);
    outcome(VirtualAlloc(NULL, 0, MEM_COMMIT, PAGE_READWRITE) != NULL);
    say("%d\n", IsBadReadPtr(NULL, 1) != 0);
    say("%d\n", IsBadReadPtr(NULL, 0) != 0);
}

static void mappings(void)
{
    DWORD count;
    char text[8] = "";
    HANDLE none = CreateFileMappingW(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, 0, NULL);
    outcome(none != NULL);
    HANDLE memory = CreateFileMappingW(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, 100000, L"shared");
    SetLastError(0);
    HANDLE again = CreateFileMappingA(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, 100000, "shared");
    say("%d %d %u\n", memory != NULL, again != NULL, (unsigned)GetLastError());
    char *one = MapViewOfFile(memory, FILE_MAP_ALL_ACCESS, 0, 0, 0);
    char *two = MapViewOfFile(again, FILE_MAP_READ, 0, 65536, 100);
    one[65536] = 'a';
    say("%c %d\n", two[0], one[0]);
    outcome(MapViewOfFile(again, FILE_MAP_READ, 0, 100, 0) != NULL);
    outcome(MapViewOfFile(again, FILE_MAP_READ, 0, 0, 1000000) != NULL);
    outcome(CloseHandle(memory));
    outcome(CloseHandle(again));
    say("%c\n", two[0]);
    outcome(UnmapViewOfFile(two));
    outcome(UnmapViewOfFile(one));
    outcome(UnmapViewOfFile(NULL));
    HANDLE gone = OpenFileMappingW(FILE_MAP_READ, FALSE, L"shared");
    outcome(gone != NULL);

    HANDLE file = CreateFileA("mapped.txt", GENERIC_READ | GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    outcome(CreateFileMappingW(file, NULL, PAGE_READONLY, 0, 0, NULL) != NULL);
    memory = CreateFileMappingW(file, NULL, PAGE_READWRITE, 0, 6, NULL);
    one = MapViewOfFile(memory, FILE_MAP_WRITE, 0, 0, 0);
    memcpy(one, "mapped", 6);
    outcome(FlushViewOfFile(one, 0));
    outcome(UnmapViewOfFile(one));
    outcome(CloseHandle(memory));
    say("%u\n", (unsigned)GetFileSize(file, NULL));
    ReadFile(file, text, sizeof text, &count, NULL);
    say("%u %.6s\n", (unsigned)count, text);
    memory = CreateFileMappingW(file, NULL, PAGE_READONLY, 0, 0, NULL);
    outcome(MapViewOfFile(memory, FILE_MAP_WRITE, 0, 0, 0) != NULL);
    one = MapViewOfFile(memory, FILE_MAP_COPY, 0, 0, 0);
    one[0] = 'M';
    two = MapViewOfFile(memory, FILE_MAP_READ, 0, 0, 0);
    say("%.6s %.6s\n", one, two);
    UnmapViewOfFile(one);
    UnmapViewOfFile(two);
    CloseHandle(memory);
    CloseHandle(file);
    DeleteFileA("mapped.txt");
}

static HANDLE told;

static DWORD WINAPI waiting(LPVOID milliseconds)
{
    say("it runs\n");
    Sleep((DWORD)(uintptr_t)milliseconds);
    SetEvent(told);
    return 7;
}

static void handles(void)
{
    HANDLE copy = NULL, self = NULL;
    DWORD code = 0, id = 0;
    told = CreateEventW(NULL, TRUE, FALSE, NULL);
    outcome(DuplicateHandle(GetCurrentProcess(), told, GetCurrentProcess(), &copy, 0, FALSE, DUPLICATE_SAME_ACCESS));
    say("%d\n", copy != told);
    SetEvent(copy);
    say("%u\n", (unsigned)WaitForSingleObject(told, 0));
    ResetEvent(told);
    CloseHandle(copy);
    outcome(DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &self, 0, FALSE,
                            DUPLICATE_SAME_ACCESS));
    say("%d %u\n", GetThreadId(self) == GetCurrentThreadId(), (unsigned)WaitForSingleObject(self, 10));
    CloseHandle(self);

    HANDLE thread = CreateThread(NULL, 0, waiting, (LPVOID)(uintptr_t)50, CREATE_SUSPENDED, &id);
    say("%u\n", (unsigned)WaitForSingleObject(told, 100));
    HANDLE opened = OpenThread(SYNCHRONIZE, FALSE, id);
    say("%d\n", opened != NULL && opened != thread);
    say("%u\n", (unsigned)ResumeThread(thread));
    say("%u\n", (unsigned)WaitForSingleObject(opened, 1000));
    GetExitCodeThread(thread, &code);
    say("%u %u\n", (unsigned)code, (unsigned)WaitForSingleObject(told, 0));
    CloseHandle(opened);
    outcome(DuplicateHandle(GetCurrentProcess(), thread, GetCurrentProcess(), &copy, 0, FALSE,
                            DUPLICATE_SAME_ACCESS | DUPLICATE_CLOSE_SOURCE));
    say("%u\n", (unsigned)WaitForSingleObject(copy, 0));
    CloseHandle(copy);
    CloseHandle(told);
}

static HANDLE port;

static DWORD WINAPI worker(LPVOID self)
{
    DWORD bytes;
    ULONG_PTR key;
    LPOVERLAPPED overlapped;
    (void)self;
    while (GetQueuedCompletionStatus(port, &bytes, &key, &overlapped, INFINITE) && key != 0)
        say("packet %u of %u\n", (unsigned)bytes, (unsigned)key);
    return 0;
}

static void ports(void)
{
    OVERLAPPED marks;
    DWORD bytes = 0;
    ULONG_PTR key = 0;
    LPOVERLAPPED overlapped = &marks;
    port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    BOOL got = GetQueuedCompletionStatus(port, &bytes, &key, &overlapped, 20);
    say("%d %u %d\n", got, (unsigned)GetLastError(), overlapped == NULL);
    outcome(PostQueuedCompletionStatus(port, 1, 2, &marks));
    outcome(PostQueuedCompletionStatus(port, 3, 4, NULL));
    got = GetQueuedCompletionStatus(port, &bytes, &key, &overlapped, 0);
    say("%d %u %u %d\n", got, (unsigned)bytes, (unsigned)key, overlapped == &marks);
    HANDLE thread = CreateThread(NULL, 0, worker, NULL, 0, NULL);
    Sleep(10);
    PostQueuedCompletionStatus(port, 5, 6, NULL);
    Sleep(10);
    PostQueuedCompletionStatus(port, 0, 0, NULL);
    say("%u\n", (unsigned)WaitForSingleObject(thread, 1000));
    CloseHandle(thread);
    PostQueuedCompletionStatus(port, 9, 9, NULL); /* nobody takes it */
    outcome(CloseHandle(port));
}

static DWORD WINAPI wait_for_packet(LPVOID self)
{
    DWORD bytes;
    ULONG_PTR key;
    LPOVERLAPPED overlapped;
    (void)self;
    BOOL got = GetQueuedCompletionStatus(port, &bytes, &key, &overlapped, 60000);
    say("%d %u\n", got, (unsigned)GetLastError());
    return 0;
}

static void closing(void)
{
    port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1);
    HANDLE thread = CreateThread(NULL, 0, wait_for_packet, NULL, 0, NULL);
    Sleep(10);
    outcome(CloseHandle(port));
    say("%u\n", (unsigned)WaitForSingleObject(thread, 1000));
    outcome(DuplicateHandle(GetCurrentProcess(), thread, NULL, NULL, 0, FALSE, DUPLICATE_CLOSE_SOURCE));
    HANDLE self = OpenThread(THREAD_QUERY_INFORMATION | SYNCHRONIZE, FALSE, GetCurrentThreadId());
    outcome(self != NULL && GetThreadId(self) == GetCurrentThreadId());
    CloseHandle(self);
}

/* What lies where */
static void places(void)
{
    MEMORY_BASIC_INFORMATION here;
    DWORD before;
    HMODULE own;
    GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                       (LPCWSTR)(const void *)places, &own);
    VirtualQuery((const void *)places, &here, sizeof here);
    say("%d %x\n", here.AllocationBase == (void *)own, (unsigned)here.Type);
    HANDLE memory = CreateFileMappingW(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, 3 * 4096, NULL);
    char *view = MapViewOfFile(memory, FILE_MAP_ALL_ACCESS, 0, 0, 0);
    VirtualQuery(view + 4096, &here, sizeof here);
    say("%d %u %x\n", here.AllocationBase == (void *)view, (unsigned)here.RegionSize, (unsigned)here.Type);
    outcome(FlushViewOfFile(view + 4096, 100));
    UnmapViewOfFile(view);
    CloseHandle(memory);
    char *pages_of_ours = VirtualAlloc(NULL, 8192, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    outcome(VirtualProtect(pages_of_ours, 4096, 0, &before));
    outcome(VirtualFree(pages_of_ours + 4096, 0, MEM_DECOMMIT));
    pages_of_ours[4096] = 1;
    outcome(VirtualFree(pages_of_ours, 0, MEM_RELEASE));
    say("%d\n", IsBadReadPtr((void *)(intptr_t)-16, 100) != 0);
}

static VOID WINAPI freed(PVOID value)
{
    say("freed %s\n", (const char *)value);
}

static DWORD slot;

static DWORD WINAPI with_value(LPVOID value)
{
    say("%d\n", FlsGetValue(slot) == NULL);
    FlsSetValue(slot, value);
    say("%s\n", (const char *)FlsGetValue(slot));
    return 0;
}

static void locals(void)
{
    static char here[] = "here", there[] = "there";
    slot = FlsAlloc(freed);
    say("%d %d\n", slot != FLS_OUT_OF_INDEXES, FlsGetValue(slot) == NULL);
    outcome(FlsSetValue(slot, here));
    HANDLE thread = CreateThread(NULL, 0, with_value, there, 0, NULL);
    say("%u\n", (unsigned)WaitForSingleObject(thread, 1000));
    CloseHandle(thread);
    say("%s\n", (const char *)FlsGetValue(slot));
    outcome(FlsFree(slot));
}

static void registry(void)
{
    HKEY key, below;
    char name[40], text[40];
    WCHAR wide[40];
    DWORD number = 17, size, units, type, keys, longest, values, longest_name, longest_data;
    RegCreateKeyExA(HKEY_LOCAL_MACHINE, "Software\\Objects", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
    RegCreateKeyExA(key, "first", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &below, NULL);
    RegCloseKey(below);
    RegCreateKeyExA(key, "the second", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &below, NULL);
    RegCloseKey(below);
    RegSetValueExA(key, "count", 0, REG_DWORD, (const BYTE *)&number, sizeof number);
    RegSetValueExA(key, "path", 0, REG_SZ, (const BYTE *)"C:\\Temp", 8);
    units = sizeof name;
    LSTATUS status = RegEnumKeyExA(key, 1, name, &units, NULL, NULL, NULL, NULL);
    say("%u %s %u\n", (unsigned)status, name, (unsigned)units);
    units = 3;
    say("%u\n", (unsigned)RegEnumKeyExA(key, 1, name, &units, NULL, NULL, NULL, NULL));
    units = sizeof name;
    say("%u\n", (unsigned)RegEnumKeyExA(key, 2, name, &units, NULL, NULL, NULL, NULL));
    units = sizeof name;
    size = sizeof text;
    status = RegEnumValueA(key, 1, name, &units, NULL, &type, (BYTE *)text, &size);
    say("%u %s %u: %u %s %u\n", (unsigned)status, name, (unsigned)units, (unsigned)type, text, (unsigned)size);
    size = sizeof text;
    status = RegGetValueA(HKEY_LOCAL_MACHINE, "Software\\Objects", "path", RRF_RT_REG_SZ, &type, text, &size);
    say("%u %s %u\n", (unsigned)status, text, (unsigned)size);
    size = sizeof number;
    status = RegGetValueA(key, NULL, "count", RRF_RT_REG_DWORD, NULL, &number, &size);
    say("%u %u %u\n", (unsigned)status, (unsigned)number, (unsigned)size);
    say("%u\n", (unsigned)RegGetValueA(key, NULL, "count", RRF_RT_REG_SZ, NULL, text, &size));
    say("%u\n", (unsigned)RegGetValueA(key, NULL, "absent", RRF_RT_ANY, NULL, text, &size));
    size = 4;
    status = RegGetValueA(key, NULL, "path", RRF_RT_REG_SZ, NULL, text, &size);
    say("%u\n", (unsigned)status);
    status = RegQueryInfoKeyW(key, NULL, NULL, NULL, &keys, &longest, NULL, &values, &longest_name, &longest_data, NULL,
                              NULL);
    say("%u: %u keys %u, %u values %u %u\n", (unsigned)status, (unsigned)keys, (unsigned)longest, (unsigned)values,
        (unsigned)longest_name, (unsigned)longest_data);
    units = 40;
    status = RegEnumKeyExW(key, 0, wide, &units, NULL, NULL, NULL, NULL);
    say("%u %s\n", (unsigned)status, narrow(wide));
    RegCloseKey(key);
}

static void machine(void)
{
    WCHAR label[10] = L"?", name[10];
    DWORD longest;
    HANDLE file = CreateFileA("machine.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    say("%u\n", (unsigned)GetFileType(file));
    CloseHandle(file);
    DeleteFileA("machine.txt");
    outcome(GetVolumeInformationW(L"C:\\", label, 10, NULL, &longest, NULL, name, 10));
    say("'%s' %s %u\n", narrow(label), narrow(name), (unsigned)longest);
    outcome(GetVolumeInformationW(L"Q:\\", label, 10, NULL, NULL, NULL, name, 10));
    say("%d %d\n", IsProcessorFeaturePresent(PF_XMMI64_INSTRUCTIONS_AVAILABLE), IsProcessorFeaturePresent(63));
}

ACTS({"pages", pages}, {"mappings", mappings}, {"handles", handles}, {"ports", ports}, {"closing", closing},
     {"places", places}, {"locals", locals}, {"registry", registry}, {"machine", machine})
