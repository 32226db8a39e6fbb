/* SPDX-License-Identifier: MIT */
/**
 * @file rtutils.h
 * @brief Tracing and the event log, as routing components use them.
 *
 * What is traced speaks in the transcript, as OutputDebugStringW() does, behind the client's name in brackets; no file is
 * written, whatever the registry says of tracing. Events are entries of the event log as ReportEventW() writes them. All
 * functions may be called from several threads at once.
 */
#ifndef RRAS_WIN32_RTUTILS_H
#define RRAS_WIN32_RTUTILS_H

#include <windows.h>

#include <stdarg.h>

#ifdef __cplusplus
extern "C" {
#endif

#define INVALID_TRACEID 0xffffffff   /**< No client. */
#define TRACE_USE_FILE 0x00000001    /**< Of TraceRegisterExW(): traces go to a file. */
#define TRACE_USE_CONSOLE 0x00000002 /**< Of TraceRegisterExW(): and to a window. */
#define TRACE_NO_SYNCH 0x00000004    /**< Of TraceRegisterExW(): the registry is not watched. */
#define TRACE_NO_STDINFO 0x00000001  /**< Of TracePrintfExW(): nothing stands in front of the text. */
#define TRACE_USE_MASK 0x00000002    /**< Of TracePrintfExW(): the upper half says what kind of trace it is. */
#define TRACE_USE_MSEC 0x00000004    /**< Of TracePrintfExW(): the time has milliseconds. */
#define TRACE_USE_DATE 0x00000008    /**< Of TracePrintfExW(): the date stands there, too. */

/** @name Tracing
 * @{ */
/**
 * Registers a client.
 * @param lpszCallerName its name
 * @param dwFlags TRACE_USE_*, not used
 * @return its number; #INVALID_TRACEID: there are too many, or it has no name
 */
DWORD WINAPI TraceRegisterExW(LPCWSTR lpszCallerName, DWORD dwFlags);
/** Narrow. @copydoc TraceRegisterExW */
DWORD WINAPI TraceRegisterExA(LPCSTR lpszCallerName, DWORD dwFlags);
/**
 * Ends a client.
 * @param dwTraceID the client
 * @return NO_ERROR; ERROR_INVALID_PARAMETER
 */
DWORD WINAPI TraceDeregisterW(DWORD dwTraceID);
/** Narrow. @copydoc TraceDeregisterW */
DWORD WINAPI TraceDeregisterA(DWORD dwTraceID);
/**
 * Traces.
 * @param dwTraceID the client
 * @param lpszFormat format as of wprintf(), and its arguments
 * @return characters written; 0: there is no such client
 */
DWORD __cdecl TracePrintfW(DWORD dwTraceID, LPCWSTR lpszFormat, ...);
/** Narrow. @copydoc TracePrintfW */
DWORD __cdecl TracePrintfA(DWORD dwTraceID, LPCSTR lpszFormat, ...);
/**
 * Traces.
 * @param dwTraceID the client
 * @param dwFlags TRACE_*, not used
 * @param lpszFormat format as of wprintf(), and its arguments
 * @return characters written; 0: there is no such client
 */
DWORD __cdecl TracePrintfExW(DWORD dwTraceID, DWORD dwFlags, LPCWSTR lpszFormat, ...);
/** Narrow. @copydoc TracePrintfExW */
DWORD __cdecl TracePrintfExA(DWORD dwTraceID, DWORD dwFlags, LPCSTR lpszFormat, ...);
/**
 * Traces.
 * @param dwTraceID the client
 * @param dwFlags TRACE_*, not used
 * @param lpszFormat format as of wprintf()
 * @param arglist its arguments
 * @return characters written; 0: there is no such client
 */
DWORD WINAPI TraceVprintfExW(DWORD dwTraceID, DWORD dwFlags, LPCWSTR lpszFormat, va_list arglist);
/** Narrow. @copydoc TraceVprintfExW */
DWORD WINAPI TraceVprintfExA(DWORD dwTraceID, DWORD dwFlags, LPCSTR lpszFormat, va_list arglist);
/**
 * Traces a text as it is.
 * @param dwTraceID the client
 * @param dwFlags TRACE_*, not used
 * @param lpszString the text
 * @return characters written; 0: there is no such client
 */
DWORD WINAPI TracePutsExW(DWORD dwTraceID, DWORD dwFlags, LPCWSTR lpszString);
/** Narrow. @copydoc TracePutsExW */
DWORD WINAPI TracePutsExA(DWORD dwTraceID, DWORD dwFlags, LPCSTR lpszString);
/** @} */

/** @name The event log
 * @{ */
/**
 * Opens a source of entries.
 * @param lpszSource its name
 * @return a handle, to be closed with RouterLogDeregisterW(); NULL with the last error set
 */
HANDLE WINAPI RouterLogRegisterW(LPCWSTR lpszSource);
/** Narrow. @copydoc RouterLogRegisterW */
HANDLE WINAPI RouterLogRegisterA(LPCSTR lpszSource);
/**
 * Closes one.
 * @param hLogHandle the source
 */
VOID WINAPI RouterLogDeregisterW(HANDLE hLogHandle);
/** Narrow. @copydoc RouterLogDeregisterW */
VOID WINAPI RouterLogDeregisterA(HANDLE hLogHandle);
/**
 * Writes an entry.
 * @param hLogHandle the source
 * @param dwEventType EVENTLOG_*_TYPE
 * @param dwMessageId the entry
 * @param dwSubStringCount how many texts
 * @param plpszSubStringArray the texts
 * @param dwErrorCode an error, which becomes the entry's data; 0: none
 */
VOID WINAPI RouterLogEventW(HANDLE hLogHandle, DWORD dwEventType, DWORD dwMessageId, DWORD dwSubStringCount,
                            LPWSTR *plpszSubStringArray, DWORD dwErrorCode);
/** Narrow. @copydoc RouterLogEventW */
VOID WINAPI RouterLogEventA(HANDLE hLogHandle, DWORD dwEventType, DWORD dwMessageId, DWORD dwSubStringCount,
                            LPSTR *plpszSubStringArray, DWORD dwErrorCode);
/**
 * Writes an entry of the source `RemoteAccess`.
 * @param wEventType EVENTLOG_*_TYPE
 * @param dwMessageId the entry
 * @param cNumberOfSubStrings how many texts
 * @param plpwsSubStrings the texts
 */
VOID WINAPI LogEventW(DWORD wEventType, DWORD dwMessageId, DWORD cNumberOfSubStrings, LPWSTR *plpwsSubStrings);
/** Narrow. @copydoc LogEventW */
VOID WINAPI LogEventA(DWORD wEventType, DWORD dwMessageId, DWORD cNumberOfSubStrings, LPSTR *plpwsSubStrings);
/**
 * Writes an error of the source `RemoteAccess`.
 * @param dwMessageId the entry
 * @param cNumberOfSubStrings how many texts
 * @param plpwsSubStrings the texts
 * @param dwErrorCode an error, which becomes the entry's data; 0: none
 */
VOID WINAPI LogErrorW(DWORD dwMessageId, DWORD cNumberOfSubStrings, LPWSTR *plpwsSubStrings, DWORD dwErrorCode);
/** Narrow. @copydoc LogErrorW */
VOID WINAPI LogErrorA(DWORD dwMessageId, DWORD cNumberOfSubStrings, LPSTR *plpwsSubStrings, DWORD dwErrorCode);
/** @} */

#ifdef __cplusplus
}
#endif

/** @name Short forms
 * @{ */
#define TraceRegisterW(name) TraceRegisterExW(name, 0)                                 /**< Registers a client. */
#define TraceRegisterA(name) TraceRegisterExA(name, 0)                                 /**< Registers a client. */
#define TraceVprintfW(id, format, arguments) TraceVprintfExW(id, 0, format, arguments) /**< Traces. */
#define TraceVprintfA(id, format, arguments) TraceVprintfExA(id, 0, format, arguments) /**< Traces. */
#define TracePutsW(id, text) TracePutsExW(id, 0, text)                                 /**< Traces a text. */
#define TracePutsA(id, text) TracePutsExA(id, 0, text)                                 /**< Traces a text. */
/** Writes an error. */
#define RouterLogErrorW(log, id, count, texts, error) RouterLogEventW(log, EVENTLOG_ERROR_TYPE, id, count, texts, error)
/** Writes an error. */
#define RouterLogErrorA(log, id, count, texts, error) RouterLogEventA(log, EVENTLOG_ERROR_TYPE, id, count, texts, error)
/** Writes a warning. */
#define RouterLogWarningW(log, id, count, texts, error) \
    RouterLogEventW(log, EVENTLOG_WARNING_TYPE, id, count, texts, error)
/** Writes a warning. */
#define RouterLogWarningA(log, id, count, texts, error) \
    RouterLogEventA(log, EVENTLOG_WARNING_TYPE, id, count, texts, error)
/** Writes an information. */
#define RouterLogInformationW(log, id, count, texts, error) \
    RouterLogEventW(log, EVENTLOG_INFORMATION_TYPE, id, count, texts, error)
/** Writes an information. */
#define RouterLogInformationA(log, id, count, texts, error) \
    RouterLogEventA(log, EVENTLOG_INFORMATION_TYPE, id, count, texts, error)
/** @} */

/** @cond by UNICODE */
#ifdef UNICODE
#define TraceRegister TraceRegisterW
#define TraceRegisterEx TraceRegisterExW
#define TraceDeregister TraceDeregisterW
#define TracePrintf TracePrintfW
#define TracePrintfEx TracePrintfExW
#define TraceVprintf TraceVprintfW
#define TraceVprintfEx TraceVprintfExW
#define TracePuts TracePutsW
#define TracePutsEx TracePutsExW
#define RouterLogRegister RouterLogRegisterW
#define RouterLogDeregister RouterLogDeregisterW
#define RouterLogEvent RouterLogEventW
#define RouterLogError RouterLogErrorW
#define RouterLogWarning RouterLogWarningW
#define RouterLogInformation RouterLogInformationW
#define LogEvent LogEventW
#define LogError LogErrorW
#else
#define TraceRegister TraceRegisterA
#define TraceRegisterEx TraceRegisterExA
#define TraceDeregister TraceDeregisterA
#define TracePrintf TracePrintfA
#define TracePrintfEx TracePrintfExA
#define TraceVprintf TraceVprintfA
#define TraceVprintfEx TraceVprintfExA
#define TracePuts TracePutsA
#define TracePutsEx TracePutsExA
#define RouterLogRegister RouterLogRegisterA
#define RouterLogDeregister RouterLogDeregisterA
#define RouterLogEvent RouterLogEventA
#define RouterLogError RouterLogErrorA
#define RouterLogWarning RouterLogWarningA
#define RouterLogInformation RouterLogInformationA
#define LogEvent LogEventA
#define LogError LogErrorA
#endif
/** @endcond */

#endif
