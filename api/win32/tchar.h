/* SPDX-License-Identifier: MIT */
/**
 * @file tchar.h
 * @brief The C library's text functions under names of either width: wide where the source defines _UNICODE.
 */
#ifndef RRAS_WIN32_TCHAR_H
#define RRAS_WIN32_TCHAR_H

#include <winnt.h>

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

/** @cond the names say it */
#ifdef _UNICODE
typedef WCHAR _TCHAR;
#define RRAS_T(text) L##text
#define _tcslen wcslen
#define _tcsnlen wcsnlen
#define _tcscmp wcscmp
#define _tcsncmp wcsncmp
#define _tcsicmp _wcsicmp
#define _tcsnicmp _wcsnicmp
#define _tcscpy wcscpy
#define _tcsncpy wcsncpy
#define _tcscat wcscat
#define _tcsncat wcsncat
#define _tcschr wcschr
#define _tcsrchr wcsrchr
#define _tcsstr wcsstr
#define _sntprintf _snwprintf
#define _vsntprintf _vsnwprintf
#else
typedef CHAR _TCHAR;
#define RRAS_T(text) text
#define _tcslen strlen
#define _tcsnlen strnlen
#define _tcscmp strcmp
#define _tcsncmp strncmp
#define _tcsicmp strcasecmp
#define _tcsnicmp strncasecmp
#define _tcscpy strcpy
#define _tcsncpy strncpy
#define _tcscat strcat
#define _tcsncat strncat
#define _tcschr strchr
#define _tcsrchr strrchr
#define _tcsstr strstr
#define _sntprintf snprintf
#define _vsntprintf vsnprintf
#endif
#define _T(text) RRAS_T(text)
#define _TEXT(text) RRAS_T(text)
/** @endcond */

#endif
