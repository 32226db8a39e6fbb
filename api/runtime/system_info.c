/* SPDX-License-Identifier: MIT */
/* What a server is like: the same one for every callout, whatever the machine below (sysinfoapi.h, winbase.h). */
#include "path.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <windows.h>

/* --- processors and memory --- */

enum { PAGE_SIZE_OF_SERVER = 4096, GRANULARITY = 65536, PROCESSORS = 1 };
#define GIGABYTE (UINT64_C(1) << 30)

VOID WINAPI GetSystemInfo(LPSYSTEM_INFO info)
{
    *info = (SYSTEM_INFO){.dwPageSize = PAGE_SIZE_OF_SERVER,
                          .lpMinimumApplicationAddress = (LPVOID)(uintptr_t)0x10000,
                          .lpMaximumApplicationAddress = (LPVOID)(uintptr_t)0x7ffffffeffff,
                          .dwActiveProcessorMask = 1,
                          .dwNumberOfProcessors = PROCESSORS,
                          .dwProcessorType = PROCESSOR_AMD_X8664,
                          .dwAllocationGranularity = GRANULARITY,
                          .wProcessorLevel = 6};
    info->wProcessorArchitecture = PROCESSOR_ARCHITECTURE_AMD64;
}

VOID WINAPI GetNativeSystemInfo(LPSYSTEM_INFO info)
{
    GetSystemInfo(info);
}

BOOL WINAPI GlobalMemoryStatusEx(LPMEMORYSTATUSEX status)
{
    if (status->dwLength != sizeof *status) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    *status = (MEMORYSTATUSEX){.dwLength = sizeof *status,
                               .dwMemoryLoad = 50,
                               .ullTotalPhys = 4 * GIGABYTE,
                               .ullAvailPhys = 2 * GIGABYTE,
                               .ullTotalPageFile = 8 * GIGABYTE,
                               .ullAvailPageFile = 6 * GIGABYTE,
                               .ullTotalVirtual = 0x20000 * GIGABYTE,
                               .ullAvailVirtual = 0x1ffff * GIGABYTE};
    return TRUE;
}

/* --- the zone --- */

DWORD WINAPI GetTimeZoneInformation(LPTIME_ZONE_INFORMATION zone)
{
    *zone = (TIME_ZONE_INFORMATION){.StandardName = L"Coordinated Universal Time",
                                    .DaylightName = L"Coordinated Universal Time"};
    return TIME_ZONE_ID_UNKNOWN;
}

/* Zones that change for the summer are not known to tell when they do. */
BOOL WINAPI SystemTimeToTzSpecificLocalTime(const TIME_ZONE_INFORMATION *zone, const SYSTEMTIME *time,
                                            LPSYSTEMTIME local)
{
    const uint64_t ticks_per_minute = UINT64_C(600000000);
    FILETIME file;
    if (zone && zone->DaylightDate.wMonth) {
        SetLastError(ERROR_NOT_SUPPORTED);
        return FALSE;
    }
    if (!SystemTimeToFileTime(time, &file))
        return FALSE;
    uint64_t ticks = (uint64_t)file.dwHighDateTime << 32 | file.dwLowDateTime;
    ticks -= (uint64_t)((int64_t)(zone ? zone->Bias + zone->StandardBias : 0)) * ticks_per_minute;
    file = (FILETIME){(DWORD)ticks, (DWORD)(ticks >> 32)};
    return FileTimeToSystemTime(&file, local);
}

/* --- drives --- */

static BOOL is_drive(LPCWSTR path)
{
    return !path || ((path[0] | 0x20) == 'c' && path[1] == ':');
}

UINT WINAPI GetDriveTypeW(LPCWSTR root)
{
    return is_drive(root) ? DRIVE_FIXED : DRIVE_NO_ROOT_DIR;
}

UINT WINAPI GetDriveTypeA(LPCSTR root)
{
    WCHAR wide[4] = {0};
    for (int i = 0; root && root[i] && i < 3; i++)
        wide[i] = (WCHAR)(unsigned char)root[i];
    return GetDriveTypeW(root ? wide : NULL);
}

BOOL WINAPI GetDiskFreeSpaceExW(LPCWSTR path, PULARGE_INTEGER own, PULARGE_INTEGER total, PULARGE_INTEGER there)
{
    if (!is_drive(path)) {
        SetLastError(ERROR_PATH_NOT_FOUND);
        return FALSE;
    }
    if (own)
        own->QuadPart = 40 * GIGABYTE;
    if (total)
        total->QuadPart = 64 * GIGABYTE;
    if (there)
        there->QuadPart = 40 * GIGABYTE;
    return TRUE;
}

static BOOL give(LPCWSTR text, LPWSTR to, DWORD size)
{
    DWORD units = 0;
    while (to && text[units] && units + 1 < size) {
        to[units] = text[units];
        units++;
    }
    if (to && size > 0)
        to[units] = 0;
    return !to || (size > 0 && text[units] == 0);
}

BOOL WINAPI GetVolumeInformationW(LPCWSTR path, LPWSTR label, DWORD label_size, LPDWORD number, LPDWORD longest,
                                  LPDWORD flags, LPWSTR name, DWORD name_size)
{
    enum { NUMBER = 0x52524153, LONGEST = 255, KEEPS_CASE_AND_UNICODE = 7 };
    if (!is_drive(path)) {
        SetLastError(ERROR_PATH_NOT_FOUND);
        return FALSE;
    }
    if (number)
        *number = NUMBER;
    if (longest)
        *longest = LONGEST;
    if (flags)
        *flags = KEEPS_CASE_AND_UNICODE;
    BOOL fits = give(L"", label, label_size) && give(L"NTFS", name, name_size);
    if (!fits)
        SetLastError(ERROR_MORE_DATA);
    return fits;
}

BOOL WINAPI GetVolumeInformationA(LPCSTR path, LPSTR label, DWORD label_size, LPDWORD number, LPDWORD longest,
                                  LPDWORD flags, LPSTR name, DWORD name_size)
{
    WCHAR root[4] = {0}, wide[8];
    for (int i = 0; path && path[i] && i < 3; i++)
        root[i] = (WCHAR)(unsigned char)path[i];
    if (!GetVolumeInformationW(path ? root : NULL, NULL, 0, number, longest, flags, wide, 8))
        return FALSE;
    if (label && label_size > 0)
        *label = '\0';
    if ((label && label_size == 0) || (name && name_size <= strlen("NTFS"))) {
        SetLastError(ERROR_MORE_DATA);
        return FALSE;
    }
    if (name)
        strcpy(name, "NTFS");
    return TRUE;
}

BOOL WINAPI IsProcessorFeaturePresent(DWORD feature)
{
    static const DWORD there[] = {2, 3, 6, 8, 9, 10, 12, 13, 14, 17, 23}; /* of PF_ */
    for (size_t i = 0; i < sizeof there / sizeof *there; i++)
        if (there[i] == feature)
            return TRUE;
    return FALSE;
}

/* --- the process --- */

#define COMMAND "C:\\Windows\\System32\\svchost.exe -k netsvcs -p"

LPSTR WINAPI GetCommandLineA(VOID)
{
    static char command[] = COMMAND;
    return command;
}

LPWSTR WINAPI GetCommandLineW(VOID)
{
    static WCHAR command[] = L"" COMMAND;
    return command;
}

/* A service has none. */
HANDLE WINAPI GetStdHandle(DWORD which)
{
    (void)which;
    return NULL;
}

BOOL WINAPI IsDebuggerPresent(VOID)
{
    return FALSE;
}

UINT WINAPI SetErrorMode(UINT mode)
{
    static UINT present;
    return __atomic_exchange_n(&present, mode, __ATOMIC_SEQ_CST);
}

BOOL WINAPI AreFileApisANSI(VOID)
{
    return TRUE;
}

HANDLE WINAPI GetCurrentThread(VOID)
{
    return (HANDLE)(LONG_PTR)-2;
}

/* All have the same: who is first is decided by who came first. */
BOOL WINAPI SetThreadPriority(HANDLE thread, int priority)
{
    (void)thread, (void)priority;
    return TRUE;
}

BOOL WINAPI HeapValidate(HANDLE heap, DWORD flags, LPCVOID memory)
{
    (void)heap, (void)flags, (void)memory;
    return TRUE;
}

VOID WINAPI ExitProcess(UINT code)
{
    exit((int)code);
}

/* --- small things --- */

int WINAPI MulDiv(int number, int numerator, int denominator)
{
    int64_t product = (int64_t)number * numerator, half = denominator / 2;
    if (denominator == 0)
        return -1;
    int64_t result = (product + ((product < 0) == (denominator < 0) ? half : -half)) / denominator;
    return result == (int)result ? (int)result : -1;
}

BOOL WINAPI Beep(DWORD frequency, DWORD ms)
{
    (void)frequency;
    Sleep(ms);
    return TRUE;
}

/* A service has no screen: on Windows nobody would ever press the button. Here it counts as printed. */
int WINAPI MessageBoxA(HWND window, LPCSTR words, LPCSTR title, UINT type)
{
    (void)window, (void)type;
    fprintf(stderr, "message box: %s: %s\n", title ? title : "Error", words ? words : "");
    fflush(stderr);
    return IDOK;
}

int WINAPI MessageBoxW(HWND window, LPCWSTR words, LPCWSTR title, UINT type)
{
    char narrow_words[1024] = "", narrow_title[256] = "Error";
    if (words)
        WideCharToMultiByte(CP_UTF8, 0, words, -1, narrow_words, sizeof narrow_words, NULL, NULL);
    if (title)
        WideCharToMultiByte(CP_UTF8, 0, title, -1, narrow_title, sizeof narrow_title, NULL, NULL);
    return MessageBoxA(window, narrow_words, narrow_title, type);
}
