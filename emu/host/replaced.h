/* SPDX-License-Identifier: MIT */
/**
 * @file replaced.h
 * Other names for functions of Windows that api/runtime has too, so that they can be built for Windows
 * beside those of the system. Compiled in front of their sources.
 */
#ifndef RRASEMU_HOST_REPLACED_H
#define RRASEMU_HOST_REPLACED_H

#include <windows.h>

VOID WINAPI rras_GetSystemTime(LPSYSTEMTIME time);
VOID WINAPI rras_GetLocalTime(LPSYSTEMTIME time);
VOID WINAPI rras_GetSystemTimeAsFileTime(LPFILETIME time);
DWORD WINAPI rras_GetTickCount(VOID);
ULONGLONG WINAPI rras_GetTickCount64(VOID);
BOOL WINAPI rras_QueryPerformanceCounter(LARGE_INTEGER *count);
BOOL WINAPI rras_QueryPerformanceFrequency(LARGE_INTEGER *frequency);
VOID WINAPI rras_Sleep(DWORD ms);
DWORD WINAPI rras_SleepEx(DWORD ms, BOOL alertable);
VOID WINAPI rras_OutputDebugStringA(LPCSTR text);
VOID WINAPI rras_OutputDebugStringW(LPCWSTR text);
BOOL WINAPI rras_FileTimeToSystemTime(const FILETIME *from, LPSYSTEMTIME time);

#ifdef REPLACE
#define GetSystemTime rras_GetSystemTime
#define GetLocalTime rras_GetLocalTime
#define GetSystemTimeAsFileTime rras_GetSystemTimeAsFileTime
#define GetTickCount rras_GetTickCount
#define GetTickCount64 rras_GetTickCount64
#define QueryPerformanceCounter rras_QueryPerformanceCounter
#define QueryPerformanceFrequency rras_QueryPerformanceFrequency
#define Sleep rras_Sleep
#define SleepEx rras_SleepEx
#define OutputDebugStringA rras_OutputDebugStringA
#define OutputDebugStringW rras_OutputDebugStringW
#define FileTimeToSystemTime rras_FileTimeToSystemTime
#endif

#endif
