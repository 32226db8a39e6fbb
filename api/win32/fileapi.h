/* SPDX-License-Identifier: MIT */
/**
 * @file fileapi.h
 * @brief Files and folders.
 *
 * A path of Windows lies in the sandbox folder of the run (`rrasemu run --sandbox`), where the drive C: is the
 * folder `C`; there is no other drive. What is relative starts in `C:\Windows\System32`, as in a service. The case of
 * letters does not count. A path that begins with a slash is one of the system below and stays as it is. Functions
 * that fail say why by GetLastError(). Sharing modes and security attributes are accepted and change nothing.
 */
#ifndef RRAS_WIN32_FILEAPI_H
#define RRAS_WIN32_FILEAPI_H

#include <minwinbase.h>
#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define INVALID_FILE_SIZE ((DWORD)0xFFFFFFFF) /**< What GetFileSize() returns when it fails. */
#define INVALID_SET_FILE_POINTER ((DWORD)-1)  /**< What SetFilePointer() returns when it fails. */
#define INVALID_FILE_ATTRIBUTES ((DWORD)-1)   /**< What GetFileAttributesW() returns when it fails. */

/** @name What may be done with a file
 * @{ */
#define GENERIC_READ 0x80000000u      /**< Read. */
#define GENERIC_WRITE 0x40000000u     /**< Write. */
#define GENERIC_EXECUTE 0x20000000u   /**< Run; nothing here. */
#define GENERIC_ALL 0x10000000u       /**< Read and write. */
#define FILE_READ_DATA 0x0001u        /**< Read. */
#define FILE_WRITE_DATA 0x0002u       /**< Write. */
#define FILE_APPEND_DATA 0x0004u      /**< Write at the end only. */
#define FILE_SHARE_READ 0x00000001u   /**< Others may read it. */
#define FILE_SHARE_WRITE 0x00000002u  /**< Others may write it. */
#define FILE_SHARE_DELETE 0x00000004u /**< Others may delete it. */
/** @} */

/** @name What to do when the file is there, or is not
 * @{ */
#define CREATE_NEW 1        /**< It must not be there. */
#define CREATE_ALWAYS 2     /**< Make it, or empty it; then the last error is ERROR_ALREADY_EXISTS. */
#define OPEN_EXISTING 3     /**< It must be there. */
#define OPEN_ALWAYS 4       /**< Make it if need be; if not, the last error is ERROR_ALREADY_EXISTS. */
#define TRUNCATE_EXISTING 5 /**< It must be there, and is emptied. */
/** @} */

/** @name Attributes and flags
 * @{ */
#define FILE_ATTRIBUTE_READONLY 0x00000001u   /**< It cannot be written. */
#define FILE_ATTRIBUTE_HIDDEN 0x00000002u     /**< Accepted, and changes nothing. */
#define FILE_ATTRIBUTE_DIRECTORY 0x00000010u  /**< It is a folder. */
#define FILE_ATTRIBUTE_ARCHIVE 0x00000020u    /**< Any file. */
#define FILE_ATTRIBUTE_NORMAL 0x00000080u     /**< Nothing special. */
#define FILE_ATTRIBUTE_TEMPORARY 0x00000100u  /**< Accepted, and changes nothing. */
#define FILE_FLAG_WRITE_THROUGH 0x80000000u   /**< Accepted, and changes nothing. */
#define FILE_FLAG_NO_BUFFERING 0x20000000u    /**< Accepted, and changes nothing. */
#define FILE_FLAG_RANDOM_ACCESS 0x10000000u   /**< Accepted, and changes nothing. */
#define FILE_FLAG_SEQUENTIAL_SCAN 0x08000000u /**< Accepted, and changes nothing. */
#define FILE_FLAG_DELETE_ON_CLOSE 0x04000000u /**< It is deleted with its handle. */
/** @} */

/** @name Where SetFilePointer() counts from
 * @{ */
#define FILE_BEGIN 0   /**< The beginning. */
#define FILE_CURRENT 1 /**< The place where it is. */
#define FILE_END 2     /**< The end. */
/** @} */

/**
 * Opens a file.
 * @param lpFileName its path
 * @param dwDesiredAccess #GENERIC_READ and its like
 * @param dwShareMode what others may do
 * @param lpSecurityAttributes NULL
 * @param dwCreationDisposition #CREATE_NEW and its like
 * @param dwFlagsAndAttributes #FILE_ATTRIBUTE_NORMAL and its like
 * @param hTemplateFile NULL
 * @return a handle for CloseHandle(), or INVALID_HANDLE_VALUE
 */
HANDLE WINAPI CreateFileW(LPCWSTR lpFileName, DWORD dwDesiredAccess, DWORD dwShareMode,
                          LPSECURITY_ATTRIBUTES lpSecurityAttributes, DWORD dwCreationDisposition,
                          DWORD dwFlagsAndAttributes, HANDLE hTemplateFile);
/** Narrow. @copydoc CreateFileW */
HANDLE WINAPI CreateFileA(LPCSTR lpFileName, DWORD dwDesiredAccess, DWORD dwShareMode,
                          LPSECURITY_ATTRIBUTES lpSecurityAttributes, DWORD dwCreationDisposition,
                          DWORD dwFlagsAndAttributes, HANDLE hTemplateFile);

/**
 * Reads bytes.
 * @param hFile the file
 * @param lpBuffer receives them
 * @param nNumberOfBytesToRead how many there is room for
 * @param lpNumberOfBytesRead receives how many there were; 0 at the end of the file
 * @param lpOverlapped NULL, or where to read; the call waits all the same
 * @return TRUE, at the end of the file too
 */
BOOL WINAPI ReadFile(HANDLE hFile, LPVOID lpBuffer, DWORD nNumberOfBytesToRead, LPDWORD lpNumberOfBytesRead,
                     LPOVERLAPPED lpOverlapped);

/**
 * Writes bytes.
 * @param hFile the file
 * @param lpBuffer the bytes
 * @param nNumberOfBytesToWrite how many there are
 * @param lpNumberOfBytesWritten receives how many were written
 * @param lpOverlapped NULL, or where to write; the call waits all the same
 * @return whether all of them were written
 */
BOOL WINAPI WriteFile(HANDLE hFile, LPCVOID lpBuffer, DWORD nNumberOfBytesToWrite, LPDWORD lpNumberOfBytesWritten,
                      LPOVERLAPPED lpOverlapped);

/**
 * Moves the place where a file is read and written.
 * @param hFile the file
 * @param lDistanceToMove how far, its low half if lpDistanceToMoveHigh is given
 * @param lpDistanceToMoveHigh the high half, which receives that of the new place; or NULL
 * @param dwMoveMethod #FILE_BEGIN and its like
 * @return the low half of the new place; #INVALID_SET_FILE_POINTER with a last error that is not NO_ERROR
 */
DWORD WINAPI SetFilePointer(HANDLE hFile, LONG lDistanceToMove, PLONG lpDistanceToMoveHigh, DWORD dwMoveMethod);

/**
 * Moves the place where a file is read and written.
 * @param hFile the file
 * @param liDistanceToMove how far
 * @param lpNewFilePointer receives the new place; or NULL
 * @param dwMoveMethod #FILE_BEGIN and its like
 * @return TRUE; FALSE with ERROR_NEGATIVE_SEEK for a place in front of the file
 */
BOOL WINAPI SetFilePointerEx(HANDLE hFile, LARGE_INTEGER liDistanceToMove, LARGE_INTEGER *lpNewFilePointer,
                             DWORD dwMoveMethod);

/**
 * Ends the file where its place is.
 * @param hFile the file
 * @return whether it was done
 */
BOOL WINAPI SetEndOfFile(HANDLE hFile);

/**
 * Has what was written reach the disk.
 * @param hFile the file
 * @return whether it was done
 */
BOOL WINAPI FlushFileBuffers(HANDLE hFile);

/**
 * Tells the size of a file.
 * @param hFile the file
 * @param lpFileSizeHigh receives the high half, or NULL
 * @return the low half; #INVALID_FILE_SIZE with a last error that is not NO_ERROR
 */
DWORD WINAPI GetFileSize(HANDLE hFile, LPDWORD lpFileSizeHigh);

/**
 * Tells the size of a file.
 * @param hFile the file
 * @param lpFileSize receives the bytes
 * @return whether it was done
 */
BOOL WINAPI GetFileSizeEx(HANDLE hFile, LARGE_INTEGER *lpFileSize);

/**
 * Deletes a file.
 * @param lpFileName its path
 * @return TRUE; FALSE with ERROR_FILE_NOT_FOUND and its like
 */
BOOL WINAPI DeleteFileW(LPCWSTR lpFileName);
/** Narrow. @copydoc DeleteFileW */
BOOL WINAPI DeleteFileA(LPCSTR lpFileName);

/**
 * Makes a folder.
 * @param lpPathName its path
 * @param lpSecurityAttributes NULL
 * @return TRUE; FALSE with ERROR_ALREADY_EXISTS or ERROR_PATH_NOT_FOUND
 */
BOOL WINAPI CreateDirectoryW(LPCWSTR lpPathName, LPSECURITY_ATTRIBUTES lpSecurityAttributes);
/** Narrow. @copydoc CreateDirectoryW */
BOOL WINAPI CreateDirectoryA(LPCSTR lpPathName, LPSECURITY_ATTRIBUTES lpSecurityAttributes);

/**
 * Tells what a path leads to.
 * @param lpFileName the path
 * @return #FILE_ATTRIBUTE_DIRECTORY and its like; #INVALID_FILE_ATTRIBUTES with ERROR_FILE_NOT_FOUND: nothing
 */
DWORD WINAPI GetFileAttributesW(LPCWSTR lpFileName);
/** Narrow. @copydoc GetFileAttributesW */
DWORD WINAPI GetFileAttributesA(LPCSTR lpFileName);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define CreateFile CreateFileW               /**< Opens a file. */
#define DeleteFile DeleteFileW               /**< Deletes a file. */
#define CreateDirectory CreateDirectoryW     /**< Makes a folder. */
#define GetFileAttributes GetFileAttributesW /**< Tells what a path leads to. */
#else
#define CreateFile CreateFileA               /**< Opens a file. */
#define DeleteFile DeleteFileA               /**< Deletes a file. */
#define CreateDirectory CreateDirectoryA     /**< Makes a folder. */
#define GetFileAttributes GetFileAttributesA /**< Tells what a path leads to. */
#endif
/** @} */

#endif
