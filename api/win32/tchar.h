/* SPDX-License-Identifier: MIT */
/**
 * @file tchar.h
 * @brief The C library's text functions under names of either width: wide where the source defines _UNICODE.
 */
#ifndef RRAS_WIN32_TCHAR_H
#define RRAS_WIN32_TCHAR_H

#include <winnt.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/** @cond the names say it */
#ifdef _UNICODE
typedef WCHAR _TCHAR;
#define RRAS_T(text) L##text
#define RRAS_EITHER(wide, narrow) wide
#else
typedef CHAR _TCHAR;
#define RRAS_T(text) text
#define RRAS_EITHER(wide, narrow) narrow
#endif
#define _T(text) RRAS_T(text)
#define _TEXT(text) RRAS_T(text)
#define _tcslen RRAS_EITHER(wcslen, strlen)
#define _tcsnlen RRAS_EITHER(wcsnlen, strnlen)
#define _tcscmp RRAS_EITHER(wcscmp, strcmp)
#define _tcsncmp RRAS_EITHER(wcsncmp, strncmp)
#define _tcsicmp RRAS_EITHER(_wcsicmp, _stricmp)
#define _tcsnicmp RRAS_EITHER(_wcsnicmp, _strnicmp)
#define _tcscpy RRAS_EITHER(wcscpy, strcpy)
#define _tcsncpy RRAS_EITHER(wcsncpy, strncpy)
#define _tcscat RRAS_EITHER(wcscat, strcat)
#define _tcsncat RRAS_EITHER(wcsncat, strncat)
#define _tcscpy_s RRAS_EITHER(wcscpy_s, strcpy_s)
#define _tcsncpy_s RRAS_EITHER(wcsncpy_s, strncpy_s)
#define _tcscat_s RRAS_EITHER(wcscat_s, strcat_s)
#define _tcsncat_s RRAS_EITHER(wcsncat_s, strncat_s)
#define _tcschr RRAS_EITHER(wcschr, strchr)
#define _tcsrchr RRAS_EITHER(wcsrchr, strrchr)
#define _tcsstr RRAS_EITHER(wcsstr, strstr)
#define _tcsspn RRAS_EITHER(wcsspn, strspn)
#define _tcscspn RRAS_EITHER(wcscspn, strcspn)
#define _tcspbrk RRAS_EITHER(wcspbrk, strpbrk)
#define _tcstok RRAS_EITHER(wcstok, strtok_r)
#define _tcstok_s RRAS_EITHER(wcstok_s, strtok_s)
#define _tcsdup RRAS_EITHER(_wcsdup, _strdup)
#define _tcslwr RRAS_EITHER(_wcslwr, _strlwr)
#define _tcsupr RRAS_EITHER(_wcsupr, _strupr)
#define _tcsrev RRAS_EITHER(_wcsrev, _strrev)
#define _tcstol RRAS_EITHER(wcstol, strtol)
#define _tcstoul RRAS_EITHER(wcstoul, strtoul)
#define _tcstod RRAS_EITHER(wcstod, strtod)
#define _sntprintf RRAS_EITHER(_snwprintf, _snprintf)
#define _vsntprintf RRAS_EITHER(_vsnwprintf, _vsnprintf)
#define _stprintf RRAS_EITHER(_swprintf, sprintf)
#define _stprintf_s RRAS_EITHER(swprintf_s, sprintf_s)
#define _vstprintf_s RRAS_EITHER(vswprintf_s, vsprintf_s)
#define _sntprintf_s RRAS_EITHER(_snwprintf_s, _snprintf_s)
#define _vsntprintf_s RRAS_EITHER(_vsnwprintf_s, _vsnprintf_s)
#define _sctprintf RRAS_EITHER(_scwprintf, _scprintf)
#define _vsctprintf RRAS_EITHER(_vscwprintf, _vscprintf)
#define _tprintf RRAS_EITHER(wprintf, printf)
#define _ftprintf RRAS_EITHER(fwprintf, fprintf)
#define _vftprintf RRAS_EITHER(vfwprintf, vfprintf)
#define _tfopen RRAS_EITHER(_wfopen, fopen)
#define _tfopen_s RRAS_EITHER(_wfopen_s, fopen_s)
#define _tremove RRAS_EITHER(_wremove, remove)
#define _fputts RRAS_EITHER(fputws, fputs)
#define _fgetts RRAS_EITHER(fgetws, fgets)
#define _fputtc RRAS_EITHER(fputwc, fputc)
#define _fgettc RRAS_EITHER(fgetwc, fgetc)
#define _ttoi RRAS_EITHER(_wtoi, atoi)
#define _ttol RRAS_EITHER(_wtol, atol)
#define _ttoi64 RRAS_EITHER(_wtoi64, atoll)
#define _itot RRAS_EITHER(_itow, _itoa)
#define _itot_s RRAS_EITHER(_itow_s, _itoa_s)
#define _ltot RRAS_EITHER(_ltow, _ltoa)
#define _ultot RRAS_EITHER(_ultow, _ultoa)
/** @endcond */

#endif
