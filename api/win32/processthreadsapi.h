/* SPDX-License-Identifier: MIT */
/**
 * @file processthreadsapi.h
 * @brief Threads of a DLL's own, and memory of theirs.
 *
 * What is forbidden inside callouts is allowed on such a thread (B0.forbidden), and its clock is that of the
 * callout that was called last.
 */
#ifndef RRAS_WIN32_PROCESSTHREADSAPI_H
#define RRAS_WIN32_PROCESSTHREADSAPI_H

#include <interlockedapi.h>
#include <synchapi.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a thread runs: its argument, its exit code. */
typedef DWORD(WINAPI *LPTHREAD_START_ROUTINE)(LPVOID lpThreadParameter);

/** It waits for ResumeThread(). */
#define CREATE_SUSPENDED 4
/** What GetExitCodeThread() tells of a thread that runs. */
#define STILL_ACTIVE 259

/**
 * Begins a thread. Its handle is signalled when it has ended.
 * @param lpThreadAttributes not looked at
 * @param dwStackSize not looked at
 * @param lpStartAddress what it runs
 * @param lpParameter the argument
 * @param dwCreationFlags 0 or #CREATE_SUSPENDED
 * @param lpThreadId receives its number, or NULL
 * @return the handle; NULL with ERROR_NOT_ENOUGH_MEMORY
 */
HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES lpThreadAttributes, SIZE_T dwStackSize,
                           LPTHREAD_START_ROUTINE lpStartAddress, LPVOID lpParameter, DWORD dwCreationFlags,
                           LPDWORD lpThreadId);
/**
 * How a thread has ended.
 * @param hThread the thread
 * @param lpExitCode receives the code, or STILL_ACTIVE
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE
 */
BOOL WINAPI GetExitCodeThread(HANDLE hThread, LPDWORD lpExitCode);

/**
 * Lets a thread begin that was made with #CREATE_SUSPENDED.
 * @param hThread the thread
 * @return 1 where it was, 0 where it has begun already; -1 with ERROR_INVALID_HANDLE
 */
DWORD WINAPI ResumeThread(HANDLE hThread);
/**
 * Opens a thread that CreateThread() or the like has begun, and that has not ended.
 * @param dwDesiredAccess not looked at
 * @param bInheritHandle not looked at
 * @param dwThreadId its number
 * @return the handle, to be closed; NULL with ERROR_INVALID_PARAMETER
 */
HANDLE WINAPI OpenThread(DWORD dwDesiredAccess, BOOL bInheritHandle, DWORD dwThreadId);

/** How a program begins. */
typedef struct _STARTUPINFOW {
    DWORD cb;              /**< Its size. */
    LPWSTR lpReserved;     /**< NULL. */
    LPWSTR lpDesktop;      /**< Where its windows are. */
    LPWSTR lpTitle;        /**< What stands above them. */
    DWORD dwX;             /**< Where its window is. */
    DWORD dwY;             /**< Where its window is. */
    DWORD dwXSize;         /**< How wide. */
    DWORD dwYSize;         /**< How high. */
    DWORD dwXCountChars;   /**< Columns. */
    DWORD dwYCountChars;   /**< Lines. */
    DWORD dwFillAttribute; /**< Colours. */
    DWORD dwFlags;         /**< STARTF_*: which of these count. */
    WORD wShowWindow;      /**< Whether its window is shown. */
    WORD cbReserved2;      /**< 0. */
    LPBYTE lpReserved2;    /**< NULL. */
    HANDLE hStdInput;      /**< Standard input. */
    HANDLE hStdOutput;     /**< Standard output. */
    HANDLE hStdError;      /**< Standard error. */
} STARTUPINFOW;
typedef STARTUPINFOW *LPSTARTUPINFOW; /**< Address of one. */

/** The same with narrow texts. */
typedef struct _STARTUPINFOA {
    DWORD cb;              /**< Its size. */
    LPSTR lpReserved;      /**< NULL. */
    LPSTR lpDesktop;       /**< Where its windows are. */
    LPSTR lpTitle;         /**< What stands above them. */
    DWORD dwX;             /**< Where its window is. */
    DWORD dwY;             /**< Where its window is. */
    DWORD dwXSize;         /**< How wide. */
    DWORD dwYSize;         /**< How high. */
    DWORD dwXCountChars;   /**< Columns. */
    DWORD dwYCountChars;   /**< Lines. */
    DWORD dwFillAttribute; /**< Colours. */
    DWORD dwFlags;         /**< STARTF_*: which of these count. */
    WORD wShowWindow;      /**< Whether its window is shown. */
    WORD cbReserved2;      /**< 0. */
    LPBYTE lpReserved2;    /**< NULL. */
    HANDLE hStdInput;      /**< Standard input. */
    HANDLE hStdOutput;     /**< Standard output. */
    HANDLE hStdError;      /**< Standard error. */
} STARTUPINFOA;
typedef STARTUPINFOA *LPSTARTUPINFOA; /**< Address of one. */

/** A program that was begun. */
typedef struct _PROCESS_INFORMATION {
    HANDLE hProcess;   /**< The process. */
    HANDLE hThread;    /**< Its first thread. */
    DWORD dwProcessId; /**< The process's number. */
    DWORD dwThreadId;  /**< The thread's. */
} PROCESS_INFORMATION;
typedef PROCESS_INFORMATION *PPROCESS_INFORMATION;  /**< Address of one. */
typedef PROCESS_INFORMATION *LPPROCESS_INFORMATION; /**< Address of one. */

#define CREATE_NO_WINDOW 0x08000000     /**< Without a window. */
#define DETACHED_PROCESS 0x00000008     /**< Without a console. */
#define STARTF_USESHOWWINDOW 0x00000001 /**< `wShowWindow` counts. */
#define STARTF_USESTDHANDLES 0x00000100 /**< The three handles count. */

/**
 * Would begin a program. Programs of Windows do not run here: it fails, and that is the finding `not-here`. A DLL built
 * for Windows can under Wine.
 * @param lpApplicationName the program, or NULL
 * @param lpCommandLine the command
 * @param lpProcessAttributes not looked at
 * @param lpThreadAttributes not looked at
 * @param bInheritHandles not looked at
 * @param dwCreationFlags not looked at
 * @param lpEnvironment not looked at
 * @param lpCurrentDirectory not looked at
 * @param lpStartupInfo not looked at
 * @param lpProcessInformation not set
 * @return FALSE with ERROR_FILE_NOT_FOUND
 */
BOOL WINAPI CreateProcessW(LPCWSTR lpApplicationName, LPWSTR lpCommandLine, LPSECURITY_ATTRIBUTES lpProcessAttributes,
                           LPSECURITY_ATTRIBUTES lpThreadAttributes, BOOL bInheritHandles, DWORD dwCreationFlags,
                           LPVOID lpEnvironment, LPCWSTR lpCurrentDirectory, LPSTARTUPINFOW lpStartupInfo,
                           LPPROCESS_INFORMATION lpProcessInformation);
/** Narrow. @copydoc CreateProcessW */
BOOL WINAPI CreateProcessA(LPCSTR lpApplicationName, LPSTR lpCommandLine, LPSECURITY_ATTRIBUTES lpProcessAttributes,
                           LPSECURITY_ATTRIBUTES lpThreadAttributes, BOOL bInheritHandles, DWORD dwCreationFlags,
                           LPVOID lpEnvironment, LPCSTR lpCurrentDirectory, LPSTARTUPINFOA lpStartupInfo,
                           LPPROCESS_INFORMATION lpProcessInformation);
/** @cond by UNICODE */
#ifdef UNICODE
#define CreateProcess CreateProcessW
typedef STARTUPINFOW STARTUPINFO;
#else
#define CreateProcess CreateProcessA
typedef STARTUPINFOA STARTUPINFO;
#endif
/** @endcond */

/** Ends this thread: nothing on its stack is unmade. That of a callout is the service's (finding `thread-exit`).
 * @param dwExitCode its exit code */
__attribute__((noreturn)) VOID WINAPI ExitThread(DWORD dwExitCode);

/** The number of a thread.
 * @param Thread its handle
 * @return the number; 0 with ERROR_INVALID_HANDLE */
DWORD WINAPI GetThreadId(HANDLE Thread);

/** Lets other threads run first.
 * @return TRUE */
BOOL WINAPI SwitchToThread(VOID);

/** @return the number of this thread */
DWORD WINAPI GetCurrentThreadId(VOID);
/** @return the number of this process */
DWORD WINAPI GetCurrentProcessId(VOID);
/** @return a handle that means this process wherever it is used; it need not be closed */
HANDLE WINAPI GetCurrentProcess(VOID);

/** No index of thread-local memory. */
#define TLS_OUT_OF_INDEXES 0xFFFFFFFFU

/** @return an index for one pointer of each thread, NULL at first; TLS_OUT_OF_INDEXES when none is left */
DWORD WINAPI TlsAlloc(VOID);
/** @param dwTlsIndex the index
 * @return this thread's pointer; NULL with ERROR_INVALID_PARAMETER for a wrong index */
LPVOID WINAPI TlsGetValue(DWORD dwTlsIndex);
/** @param dwTlsIndex the index
 * @param lpTlsValue this thread's pointer from now on
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER */
BOOL WINAPI TlsSetValue(DWORD dwTlsIndex, LPVOID lpTlsValue);
/** @param dwTlsIndex the index, which is given back
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER */
BOOL WINAPI TlsFree(DWORD dwTlsIndex);

#ifdef __cplusplus
}
#endif

#endif
