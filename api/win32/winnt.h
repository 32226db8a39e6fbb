/* SPDX-License-Identifier: MIT */
/**
 * @file winnt.h
 * @brief Characters and texts of the width that UNICODE selects.
 */
#ifndef RRAS_WIN32_WINNT_H
#define RRAS_WIN32_WINNT_H

#include <sal.h>
#include <windef.h>

#ifdef UNICODE
typedef WCHAR TCHAR;     /**< A character. */
typedef WCHAR *PTCHAR;   /**< Address of one. */
typedef LPWSTR LPTSTR;   /**< A text. */
typedef LPWSTR PTSTR;    /**< A text. */
typedef LPCWSTR LPCTSTR; /**< A constant text. */
typedef LPCWSTR PCTSTR;  /**< A constant text. */
#else
typedef CHAR TCHAR;     /**< A character. */
typedef CHAR *PTCHAR;   /**< Address of one. */
typedef LPSTR LPTSTR;   /**< A text. */
typedef LPSTR PTSTR;    /**< A text. */
typedef LPCSTR LPCTSTR; /**< A constant text. */
typedef LPCSTR PCTSTR;  /**< A constant text. */
#endif

#ifndef TEXT
#ifdef UNICODE
#define RRAS_TEXT(text) L##text /**< The same, before a macro in it is replaced. */
#else
#define RRAS_TEXT(text) text /**< The same, before a macro in it is replaced. */
#endif
#define TEXT(text) RRAS_TEXT(text) /**< A text literal. */
#endif

#endif
