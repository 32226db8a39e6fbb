/* SPDX-License-Identifier: MIT */
#include <winsock2.h> /* in front of <windows.h> */

#include "host/imports_windows.h"

#include "host/left_windows.h"
#include "host/misuse_windows.h"
#include "host/replaced.h"

#include "runtime/current_callout.h"
#include "runtime/schedule.h"

#include <string.h>

/* --- what is called instead --- */

/* The replacements of replaced.h are the functions of api/runtime, built once more under other names. */

/* A service has no screen: on Windows nobody would ever press the button. Here it counts as printed. */
static void tell_box(const char *title, const char *words)
{
    DWORD written;
    struct text text = {0};
    text_addf(&text, "message box: %s: %s\n", title ? title : "Error", words ? words : "");
    WriteFile(GetStdHandle(STD_ERROR_HANDLE), text_string(&text), (DWORD)text.length, &written, NULL);
    text_free(&text);
}

static int WINAPI message_box_a(HWND window, LPCSTR words, LPCSTR title, UINT type)
{
    (void)window, (void)type;
    tell_box(title, words);
    return IDOK;
}

static int WINAPI message_box_w(HWND window, LPCWSTR words, LPCWSTR title, UINT type)
{
    char narrow_words[1024] = "", narrow_title[256] = "Error";
    (void)window, (void)type;
    WideCharToMultiByte(CP_UTF8, 0, words ? words : L"", -1, narrow_words, sizeof narrow_words - 1, NULL, NULL);
    WideCharToMultiByte(CP_UTF8, 0, title ? title : L"Error", -1, narrow_title, sizeof narrow_title - 1, NULL, NULL);
    tell_box(narrow_title, narrow_words);
    return IDOK;
}

/* On a thread of the DLL's own, until the callouts' clock has come beyond the time-out */
static DWORD wait_outside(DWORD count, const HANDLE *handles, BOOL all, DWORD ms)
{
    struct rras_limit limit;
    DWORD result;
    rras_limit_begin(&limit, ms * UINT64_C(1000000));
    do
        result = WaitForMultipleObjects(count, handles, all, RRAS_LIMIT_STEP_MS);
    while (result == WAIT_TIMEOUT && !rras_limit_has_come(&limit));
    rras_limit_end(&limit);
    return result;
}

/* As in api/runtime/object.c: in a callout and in DllMain a moment of a time-out is real, the rest virtual. */
static DWORD WINAPI wait_multiple_ex(DWORD count, const HANDLE *handles, BOOL all, DWORD ms, BOOL alertable)
{
    enum { GRACE_MS = 100 };
    if (rras_schedule_is_on()) {
        DWORD found = WaitForMultipleObjectsEx(count, handles, all, ms, alertable);
        misuse_check_handle(found != WAIT_FAILED, handles ? handles[0] : NULL,
                            count == 1 ? "WaitForSingleObject" : "WaitForMultipleObjects");
        return found;
    }
    struct rras_callout *callout = rras_callout_here();
    uint64_t unused;
    bool clock_stands = callout || rras_clock_stands();
    if (!clock_stands && ms > 0 && ms != INFINITE && rras_clock_elapsed(&unused))
        return wait_outside(count, handles, all, ms);
    bool virtual = clock_stands && ms != INFINITE;
    DWORD real = virtual && ms > GRACE_MS ? GRACE_MS : ms;
    uint64_t limit_ns = ms == INFINITE ? UINT64_MAX : rras_clock_now().ns + ms * UINT64_C(1000000);
    bool blocked = ms > 0 && rras_clock_blocked(limit_ns);
    DWORD result = WaitForMultipleObjectsEx(count, handles, all, real, alertable);
    if (blocked)
        rras_clock_unblocked();
    misuse_check_handle(result != WAIT_FAILED, handles ? handles[0] : NULL,
                        count == 1 ? "WaitForSingleObject" : "WaitForMultipleObjects");
    if (virtual && callout && result == WAIT_TIMEOUT && ms > 0 && rras_clock_now().ns < limit_ns)
        rras_clock_sleep(limit_ns - rras_clock_now().ns);
    return result;
}

static DWORD WINAPI sleep_ex(DWORD ms, BOOL alertable)
{
    return rras_schedule_is_on() ? SleepEx(ms, alertable) : rras_SleepEx(ms, alertable);
}

static VOID WINAPI sleep(DWORD ms)
{
    sleep_ex(ms, FALSE);
}

static DWORD WINAPI wait_multiple(DWORD count, const HANDLE *handles, BOOL all, DWORD ms)
{
    return wait_multiple_ex(count, handles, all, ms, FALSE);
}

static DWORD WINAPI wait_single_ex(HANDLE handle, DWORD ms, BOOL alertable)
{
    return wait_multiple_ex(1, &handle, FALSE, ms, alertable);
}

static DWORD WINAPI wait_single(HANDLE handle, DWORD ms)
{
    return wait_multiple_ex(1, &handle, FALSE, ms, FALSE);
}

/* The emulator's stays, so that a crash is told as one; a DLL gets what was set before, and is not asked. */
static LPTOP_LEVEL_EXCEPTION_FILTER WINAPI set_filter(LPTOP_LEVEL_EXCEPTION_FILTER filter)
{
    static LPTOP_LEVEL_EXCEPTION_FILTER last;
    LPTOP_LEVEL_EXCEPTION_FILTER before = last;
    last = filter;
    return before;
}

static FARPROC WINAPI get_proc_address(HMODULE module, LPCSTR name);

static const struct replacement replacements[] = {
    REPLACED("GetSystemTime", rras_GetSystemTime),
    REPLACED("GetLocalTime", rras_GetLocalTime),
    REPLACED("GetSystemTimeAsFileTime", rras_GetSystemTimeAsFileTime),
    REPLACED("GetSystemTimePreciseAsFileTime", rras_GetSystemTimeAsFileTime),
    REPLACED("GetTickCount", rras_GetTickCount),
    REPLACED("GetTickCount64", rras_GetTickCount64),
    REPLACED("QueryPerformanceCounter", rras_QueryPerformanceCounter),
    REPLACED("QueryPerformanceFrequency", rras_QueryPerformanceFrequency),
    REPLACED("Sleep", sleep),
    REPLACED("SleepEx", sleep_ex),
    REPLACED("WaitForSingleObject", wait_single),
    REPLACED("WaitForSingleObjectEx", wait_single_ex),
    REPLACED("WaitForMultipleObjects", wait_multiple),
    REPLACED("WaitForMultipleObjectsEx", wait_multiple_ex),
    REPLACED("OutputDebugStringA", rras_OutputDebugStringA),
    REPLACED("OutputDebugStringW", rras_OutputDebugStringW),
    REPLACED("RegisterEventSourceW", rras_RegisterEventSourceW),
    REPLACED("RegisterEventSourceA", rras_RegisterEventSourceA),
    REPLACED("DeregisterEventSource", rras_DeregisterEventSource),
    REPLACED("ReportEventW", rras_ReportEventW),
    REPLACED("ReportEventA", rras_ReportEventA),
    REPLACED("GetComputerNameW", rras_GetComputerNameW),
    REPLACED("GetComputerNameA", rras_GetComputerNameA),
    REPLACED("GetComputerNameExW", rras_GetComputerNameExW),
    REPLACED("GetComputerNameExA", rras_GetComputerNameExA),
    REPLACED("GetUserNameW", rras_GetUserNameW),
    REPLACED("GetUserNameA", rras_GetUserNameA),
    REPLACED("RegOpenKeyExW", rras_RegOpenKeyExW),
    REPLACED("RegOpenKeyExA", rras_RegOpenKeyExA),
    REPLACED("RegCreateKeyExW", rras_RegCreateKeyExW),
    REPLACED("RegCreateKeyExA", rras_RegCreateKeyExA),
    REPLACED("RegCloseKey", rras_RegCloseKey),
    REPLACED("RegQueryValueExW", rras_RegQueryValueExW),
    REPLACED("RegQueryValueExA", rras_RegQueryValueExA),
    REPLACED("RegGetValueW", rras_RegGetValueW),
    REPLACED("RegSetValueExW", rras_RegSetValueExW),
    REPLACED("RegSetValueExA", rras_RegSetValueExA),
    REPLACED("RegDeleteValueW", rras_RegDeleteValueW),
    REPLACED("RegDeleteValueA", rras_RegDeleteValueA),
    REPLACED("RegDeleteKeyW", rras_RegDeleteKeyW),
    REPLACED("RegDeleteKeyA", rras_RegDeleteKeyA),
    REPLACED("RegEnumKeyExW", rras_RegEnumKeyExW),
    REPLACED("RegEnumValueW", rras_RegEnumValueW),
    REPLACED("accept", rras_accept),
    REPLACED("bind", rras_bind),
    REPLACED("closesocket", rras_closesocket),
    REPLACED("connect", rras_connect),
    REPLACED("freeaddrinfo", rras_freeaddrinfo),
    REPLACED("FreeAddrInfoW", rras_FreeAddrInfoW),
    REPLACED("getaddrinfo", rras_getaddrinfo),
    REPLACED("GetAddrInfoW", rras_GetAddrInfoW),
    REPLACED("gethostbyname", rras_gethostbyname),
    REPLACED("gethostname", rras_gethostname),
    REPLACED("getnameinfo", rras_getnameinfo),
    REPLACED("getpeername", rras_getpeername),
    REPLACED("getsockname", rras_getsockname),
    REPLACED("getsockopt", rras_getsockopt),
    REPLACED("ioctlsocket", rras_ioctlsocket),
    REPLACED("listen", rras_listen),
    REPLACED("recv", rras_recv),
    REPLACED("recvfrom", rras_recvfrom),
    REPLACED("select", rras_select),
    REPLACED("send", rras_send),
    REPLACED("sendto", rras_sendto),
    REPLACED("setsockopt", rras_setsockopt),
    REPLACED("shutdown", rras_shutdown),
    REPLACED("socket", rras_socket),
    REPLACED("WSAPoll", rras_WSAPoll),
    REPLACED("WSASocketA", rras_WSASocketA),
    REPLACED("WSASocketW", rras_WSASocketW),
    REPLACED("NetUserGetInfo", rras_NetUserGetInfo),
    REPLACED("NetUserGetGroups", rras_NetUserGetGroups),
    REPLACED("NetUserGetLocalGroups", rras_NetUserGetLocalGroups),
    REPLACED("NetLocalGroupGetMembers", rras_NetLocalGroupGetMembers),
    REPLACED("NetGetDCName", rras_NetGetDCName),
    REPLACED("NetWkstaGetInfo", rras_NetWkstaGetInfo),
    REPLACED("LookupAccountNameW", rras_LookupAccountNameW),
    REPLACED("LookupAccountNameA", rras_LookupAccountNameA),
    REPLACED("LookupAccountSidW", rras_LookupAccountSidW),
    REPLACED("LookupAccountSidA", rras_LookupAccountSidA),
    REPLACED("LogonUserW", rras_LogonUserW),
    REPLACED("LogonUserA", rras_LogonUserA),
    REPLACED("ImpersonateLoggedOnUser", rras_ImpersonateLoggedOnUser),
    REPLACED("CheckTokenMembership", rras_CheckTokenMembership),
    REPLACED("TraceRegisterExW", rras_TraceRegisterExW),
    REPLACED("TraceRegisterExA", rras_TraceRegisterExA),
    REPLACED("TraceDeregisterW", rras_TraceDeregisterW),
    REPLACED("TraceDeregisterA", rras_TraceDeregisterA),
    REPLACED("TracePutsExW", rras_TracePutsExW),
    REPLACED("TracePutsExA", rras_TracePutsExA),
    REPLACED("TraceVprintfExW", rras_TraceVprintfExW),
    REPLACED("TraceVprintfExA", rras_TraceVprintfExA),
    REPLACED("TracePrintfW", rras_TracePrintfW),
    REPLACED("TracePrintfA", rras_TracePrintfA),
    REPLACED("TracePrintfExW", rras_TracePrintfExW),
    REPLACED("TracePrintfExA", rras_TracePrintfExA),
    REPLACED("RouterLogRegisterW", rras_RouterLogRegisterW),
    REPLACED("RouterLogRegisterA", rras_RouterLogRegisterA),
    REPLACED("RouterLogDeregisterW", rras_RouterLogDeregisterW),
    REPLACED("RouterLogDeregisterA", rras_RouterLogDeregisterA),
    REPLACED("RouterLogEventW", rras_RouterLogEventW),
    REPLACED("RouterLogEventA", rras_RouterLogEventA),
    REPLACED("LogEventW", rras_LogEventW),
    REPLACED("LogEventA", rras_LogEventA),
    REPLACED("LogErrorW", rras_LogErrorW),
    REPLACED("LogErrorA", rras_LogErrorA),
    REPLACED("GetSystemInfo", rras_GetSystemInfo),
    REPLACED("GetNativeSystemInfo", rras_GetNativeSystemInfo),
    REPLACED("GlobalMemoryStatusEx", rras_GlobalMemoryStatusEx),
    REPLACED("GetTimeZoneInformation", rras_GetTimeZoneInformation),
    REPLACED("GetVolumeInformationW", rras_GetVolumeInformationW),
    REPLACED("GetVolumeInformationA", rras_GetVolumeInformationA),
    REPLACED("IsProcessorFeaturePresent", rras_IsProcessorFeaturePresent),
    REPLACED("RegEnumKeyExA", rras_RegEnumKeyExA),
    REPLACED("RegEnumValueA", rras_RegEnumValueA),
    REPLACED("RegGetValueA", rras_RegGetValueA),
    REPLACED("RegQueryInfoKeyW", rras_RegQueryInfoKeyW),
    REPLACED("RegQueryInfoKeyA", rras_RegQueryInfoKeyA),
    REPLACED("GetDriveTypeW", rras_GetDriveTypeW),
    REPLACED("GetDriveTypeA", rras_GetDriveTypeA),
    REPLACED("GetDiskFreeSpaceExW", rras_GetDiskFreeSpaceExW),
    REPLACED("GetCommandLineA", rras_GetCommandLineA),
    REPLACED("GetCommandLineW", rras_GetCommandLineW),
    REPLACED("SetUnhandledExceptionFilter", set_filter),
    REPLACED("MessageBoxA", message_box_a),
    REPLACED("MessageBoxW", message_box_w),
    REPLACED("MessageBoxExA", message_box_a), /* one argument more is the caller's to take away */
    REPLACED("MessageBoxExW", message_box_w),
    REPLACED("GetProcAddress", get_proc_address),
    {NULL, NULL},
};

static FARPROC find_in(const struct replacement *table, const char *name)
{
    while (table->name && strcmp(table->name, name) != 0)
        table++;
    return table->function;
}

FARPROC imports_watched(const struct watched *table, const char *name, FARPROC original)
{
    static const FARPROC none;
    while (table->name && strcmp(table->name, name) != 0)
        table++;
    if (!table->name || !table->real)
        return table->function;
    if (memcmp(table->real, &none, sizeof none) == 0)
        memcpy(table->real, &original, sizeof original);
    return memcmp(table->real, &original, sizeof original) == 0 ? table->function : NULL;
}

/* What C run-time libraries are led to as well */
static FARPROC find_shared(const char *name)
{
    FARPROC found = find_in(file_replacements, name);
    if (!found)
        found = find_in(profile_replacements, name);
    return found ? found : find_in(left_replacements, name);
}

static FARPROC find_replacement(const char *name)
{
    FARPROC found = find_in(replacements, name);
    if (!found)
        found = find_in(clock_replacements, name);
    return found ? found : find_shared(name);
}

static FARPROC WINAPI get_proc_address(HMODULE module, LPCSTR name)
{
    FARPROC replacement = (uintptr_t)name >> 16 ? find_replacement(name) : NULL;
    return replacement ? replacement : GetProcAddress(module, name);
}

/* --- the tables of imports --- */

static const IMAGE_NT_HEADERS *headers_of(HMODULE dll)
{
    const IMAGE_DOS_HEADER *dos = (const void *)dll;
    return (const void *)((const char *)dll + dos->e_lfanew);
}

/* Visual C++ imports what is oldest in Winsock by these numbers. */
static const char *winsock_name(const char *library, unsigned ordinal)
{
    static const char *const names[] = {
        [1] = "accept",      [2] = "bind",       [3] = "closesocket",    [4] = "connect",      [5] = "getpeername",
        [6] = "getsockname", [7] = "getsockopt", [10] = "ioctlsocket",   [13] = "listen",      [16] = "recv",
        [17] = "recvfrom",   [18] = "select",    [19] = "send",          [20] = "sendto",      [21] = "setsockopt",
        [22] = "shutdown",   [23] = "socket",    [52] = "gethostbyname", [57] = "gethostname",
    };
    bool winsock = _stricmp(library, "ws2_32.dll") == 0 || _stricmp(library, "wsock32.dll") == 0;
    return winsock && ordinal < sizeof names / sizeof *names ? names[ordinal] : NULL;
}

/* Calls `visit` for every function a DLL imports by name, and for those of Winsock. Without a table of names of its own, as packers
 * leave it, the names are gone once the DLL is bound. */
static void each_import(HMODULE dll, void (*visit)(const char *library, const char *name, FARPROC *place, void *self),
                        void *self)
{
    char *base = (char *)dll;
    const IMAGE_DATA_DIRECTORY *directory =
        &headers_of(dll)->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    if (!directory->VirtualAddress)
        return;
    for (const IMAGE_IMPORT_DESCRIPTOR *import = (const void *)(base + directory->VirtualAddress); import->Name;
         import++) {
        if (!import->OriginalFirstThunk)
            continue;
        const IMAGE_THUNK_DATA *names = (const void *)(base + import->OriginalFirstThunk);
        FARPROC *places = (FARPROC *)(void *)(base + import->FirstThunk);
        for (size_t i = 0; names[i].u1.AddressOfData; i++) {
            const char *name =
                IMAGE_SNAP_BY_ORDINAL(names[i].u1.Ordinal)
                    ? winsock_name(base + import->Name, (unsigned)IMAGE_ORDINAL(names[i].u1.Ordinal))
                    : ((const IMAGE_IMPORT_BY_NAME *)(const void *)(base + names[i].u1.AddressOfData))->Name;
            if (name)
                visit(base + import->Name, name, &places[i], self);
        }
    }
}

static void lead(FARPROC *place, FARPROC replacement)
{
    DWORD before;
    if (!replacement || !VirtualProtect(place, sizeof *place, PAGE_READWRITE, &before))
        return;
    *place = replacement;
    VirtualProtect(place, sizeof *place, before, &before);
}

static void redirect(const char *library, const char *name, FARPROC *place, void *self)
{
    FARPROC replacement = find_replacement(name);
    (void)library, (void)self;
    if (!replacement)
        replacement = imports_watched(left_memory, name, *place);
    if (!replacement)
        replacement = imports_watched(real_clock_watched, name, *place);
    lead(place, replacement ? replacement : imports_watched(misuse_watched, name, *place));
}

static void redirect_shared(const char *library, const char *name, FARPROC *place, void *self)
{
    (void)library, (void)self;
    lead(place, find_shared(name));
}

/* fopen() and its like end in CreateFile() */
static void redirect_c_library(const char *library)
{
    static const char *const names[] = {"ucrtbase", "msvcr", "api-ms-win-crt-"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        HMODULE module = _strnicmp(library, names[i], strlen(names[i])) == 0 ? GetModuleHandleA(library) : NULL;
        if (module)
            each_import(module, redirect_shared, NULL);
    }
}

/* Of the DLLs that came with it, those that lie in the same folder */
static void redirect_neighbour(const char *library, const char *name, FARPROC *place, void *self)
{
    HMODULE neighbour = GetModuleHandleA(library);
    char theirs[MAX_PATH], ours[MAX_PATH];
    (void)name, (void)place;
    redirect_c_library(library);
    DWORD length = GetModuleFileNameA(self, ours, sizeof ours);
    if (!neighbour || !GetModuleFileNameA(neighbour, theirs, sizeof theirs))
        return;
    while (length > 0 && ours[length - 1] != '\\')
        length--;
    if (_strnicmp(ours, theirs, length) == 0 && !strchr(theirs + length, '\\'))
        each_import(neighbour, redirect, NULL);
}

void imports_redirect(HMODULE dll)
{
    each_import(dll, redirect_neighbour, dll);
    each_import(dll, redirect, NULL);
}

static void check(const char *library, const char *name, FARPROC *place, void *self)
{
    struct text *why = self;
    HMODULE module = GetModuleHandleA(library);
    (void)place;
    if (module && GetProcAddress(module, name))
        return;
    text_addf(why, "%s %s of %s", why->length ? "," : "needs", name, library);
}

static void check_library(const char *library, const char *name, FARPROC *place, void *self)
{
    struct text *why = self;
    HMODULE module = LoadLibraryExA(library, NULL, LOAD_LIBRARY_AS_DATAFILE);
    (void)name, (void)place;
    if (module)
        FreeLibrary(module);
    else if (!strstr(text_string(why), library))
        text_addf(why, "%s %s", why->length ? "," : "needs", library);
}

void imports_missing(const WCHAR *path, struct text *why)
{
    HMODULE image = LoadLibraryExW(path, NULL, DONT_RESOLVE_DLL_REFERENCES | LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!image)
        return;
    each_import(image, check_library, why);
    FreeLibrary(image);
}

void imports_unresolved(HMODULE dll, struct text *why)
{
    each_import(dll, check, why);
}

/* --- the table of exports --- */

void imports_exported(HMODULE dll, void (*tell)(struct text *words, const char *name), struct text *words)
{
    const char *base = (const char *)dll;
    const IMAGE_DATA_DIRECTORY *directory =
        &headers_of(dll)->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT];
    if (!directory->VirtualAddress)
        return;
    const IMAGE_EXPORT_DIRECTORY *exports = (const void *)(base + directory->VirtualAddress);
    const DWORD *names = (const void *)(base + exports->AddressOfNames);
    for (DWORD i = 0; exports->AddressOfNames && i < exports->NumberOfNames; i++)
        tell(words, base + names[i]);
}
