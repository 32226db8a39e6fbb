/* SPDX-License-Identifier: MIT */
/**
 * @file processenv.h
 * @brief Where Windows is, and the environment.
 *
 * These variables are those of a service on a server of the name RRAS1, and all others the emulator's own: `windir`, `SystemRoot`,
 * `SystemDrive`, `TEMP`, `TMP`, `ProgramData`, `ALLUSERSPROFILE`, `ProgramFiles`, `PUBLIC`, `ComSpec`, `COMPUTERNAME`,
 * `USERNAME`, `USERDOMAIN`, `OS`, `PROCESSOR_ARCHITECTURE`. Each function that fills a buffer returns the characters without the null, or, when the buffer is
 * too small, the characters that are needed with it.
 */
#ifndef RRAS_WIN32_PROCESSENV_H
#define RRAS_WIN32_PROCESSENV_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Tells `C:\Windows\System32`.
 * @param lpBuffer receives it
 * @param uSize characters there
 * @return see above
 */
UINT WINAPI GetSystemDirectoryW(LPWSTR lpBuffer, UINT uSize);
/** Narrow. @copydoc GetSystemDirectoryW */
UINT WINAPI GetSystemDirectoryA(LPSTR lpBuffer, UINT uSize);
/**
 * Tells `C:\Windows`.
 * @param lpBuffer receives it
 * @param uSize characters there
 * @return see above
 */
UINT WINAPI GetWindowsDirectoryW(LPWSTR lpBuffer, UINT uSize);
/** Narrow. @copydoc GetWindowsDirectoryW */
UINT WINAPI GetWindowsDirectoryA(LPSTR lpBuffer, UINT uSize);
/**
 * Tells the folder for temporary files, `C:\Windows\Temp\`.
 * @param nBufferLength characters in the buffer
 * @param lpBuffer receives it
 * @return see above
 */
DWORD WINAPI GetTempPathW(DWORD nBufferLength, LPWSTR lpBuffer);
/** Narrow. @copydoc GetTempPathW */
DWORD WINAPI GetTempPathA(DWORD nBufferLength, LPSTR lpBuffer);
/**
 * Tells the current directory, which is a service's until somebody changes it: `C:\Windows\System32`.
 * @param nBufferLength characters in the buffer
 * @param lpBuffer receives it
 * @return see above
 */
DWORD WINAPI GetCurrentDirectoryW(DWORD nBufferLength, LPWSTR lpBuffer);
/** Narrow. @copydoc GetCurrentDirectoryW */
DWORD WINAPI GetCurrentDirectoryA(DWORD nBufferLength, LPSTR lpBuffer);
/**
 * Changes the current directory, of the whole process: for every DLL in it, and for none of the emulator's own.
 * @param lpPathName a folder
 * @return TRUE; FALSE with ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, or ERROR_DIRECTORY for a file
 */
BOOL WINAPI SetCurrentDirectoryW(LPCWSTR lpPathName);
/** Narrow. @copydoc SetCurrentDirectoryW */
BOOL WINAPI SetCurrentDirectoryA(LPCSTR lpPathName);

/**
 * Tells the value of an environment variable.
 * @param lpName its name, in any case
 * @param lpBuffer receives it
 * @param nSize characters in the buffer
 * @return see above; 0 with ERROR_ENVVAR_NOT_FOUND when there is none
 */
DWORD WINAPI GetEnvironmentVariableW(LPCWSTR lpName, LPWSTR lpBuffer, DWORD nSize);
/** Narrow. @copydoc GetEnvironmentVariableW */
DWORD WINAPI GetEnvironmentVariableA(LPCSTR lpName, LPSTR lpBuffer, DWORD nSize);
/**
 * Sets an environment variable, of this process and none other; the C run-time library's copy (getenv()) stays as it is.
 * @param lpName its name, in any case
 * @param lpValue its value; NULL takes it away
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER for a name that is empty or holds `=`
 */
BOOL WINAPI SetEnvironmentVariableW(LPCWSTR lpName, LPCWSTR lpValue);
/** Narrow. @copydoc SetEnvironmentVariableW */
BOOL WINAPI SetEnvironmentVariableA(LPCSTR lpName, LPCSTR lpValue);

/**
 * Puts the values of environment variables in place of their names between percent signs.
 * @param lpSrc the text, as `%%windir%%\log.txt`; what is no variable stays
 * @param lpDst receives the text, or NULL
 * @param nSize characters in the buffer
 * @return the characters that are needed, the null included
 */
DWORD WINAPI ExpandEnvironmentStringsW(LPCWSTR lpSrc, LPWSTR lpDst, DWORD nSize);
/** Narrow. @copydoc ExpandEnvironmentStringsW */
DWORD WINAPI ExpandEnvironmentStringsA(LPCSTR lpSrc, LPSTR lpDst, DWORD nSize);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define GetSystemDirectory GetSystemDirectoryW             /**< Tells the folder of the system. */
#define GetWindowsDirectory GetWindowsDirectoryW           /**< Tells the folder of Windows. */
#define GetTempPath GetTempPathW                           /**< Tells the folder for temporary files. */
#define GetCurrentDirectory GetCurrentDirectoryW           /**< Tells the current directory. */
#define GetEnvironmentVariable GetEnvironmentVariableW     /**< Tells a variable's value. */
#define ExpandEnvironmentStrings ExpandEnvironmentStringsW /**< Puts values in place of names. */
#define SetCurrentDirectory SetCurrentDirectoryW           /**< Changes the current directory. */
#define SetEnvironmentVariable SetEnvironmentVariableW     /**< Sets a variable. */
#else
#define GetSystemDirectory GetSystemDirectoryA             /**< Tells the folder of the system. */
#define GetWindowsDirectory GetWindowsDirectoryA           /**< Tells the folder of Windows. */
#define GetTempPath GetTempPathA                           /**< Tells the folder for temporary files. */
#define GetCurrentDirectory GetCurrentDirectoryA           /**< Tells the current directory. */
#define GetEnvironmentVariable GetEnvironmentVariableA     /**< Tells a variable's value. */
#define ExpandEnvironmentStrings ExpandEnvironmentStringsA /**< Puts values in place of names. */
#define SetCurrentDirectory SetCurrentDirectoryA           /**< Changes the current directory. */
#define SetEnvironmentVariable SetEnvironmentVariableA     /**< Sets a variable. */
#endif
/** @} */

#endif
