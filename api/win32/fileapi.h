/* SPDX-License-Identifier: MIT */
/**
 * @file fileapi.h
 * @brief Files and folders.
 *
 * A path of Windows lies in the sandbox folder of the run (`rrasemu run --sandbox`), where the drive C: is the
 * folder `C`; there is no other drive. What is relative starts in `C:\Windows\System32`, as in a service. The case of
 * letters does not count. A path that begins with a slash is one of the system below and stays as it is. Functions
 * that fail say why by GetLastError(). Sharing modes count, among all processes of the run; security attributes change nothing.
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

/** @name What a handle leads to
 * @{ */
#define FILE_TYPE_UNKNOWN 0 /**< Nothing of these, or there is no such handle. */
#define FILE_TYPE_DISK 1    /**< A file. */
#define FILE_TYPE_CHAR 2    /**< A device. */
#define FILE_TYPE_PIPE 3    /**< A pipe or a socket. */
/** Tells it. @param hFile the handle @return FILE_TYPE_ */
DWORD WINAPI GetFileType(HANDLE hFile);
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

/** What GetFileAttributesExW() tells. */
typedef struct _WIN32_FILE_ATTRIBUTE_DATA {
    DWORD dwFileAttributes;    /**< #FILE_ATTRIBUTE_DIRECTORY and its like. */
    FILETIME ftCreationTime;   /**< Here as ftLastWriteTime. */
    FILETIME ftLastAccessTime; /**< When it was read. */
    FILETIME ftLastWriteTime;  /**< When it was written, by the machine's clock. */
    DWORD nFileSizeHigh;       /**< Its size, the high half. */
    DWORD nFileSizeLow;        /**< And the low half. */
} WIN32_FILE_ATTRIBUTE_DATA;
typedef WIN32_FILE_ATTRIBUTE_DATA *LPWIN32_FILE_ATTRIBUTE_DATA; /**< Address of one. */

/** @name What is in a folder
 * In the order of the names, whatever the case of their letters, as the file system of Windows has them.
 * @{ */
/** Begins to look.
 * @param lpFileName a path whose last name may hold `*` and `?`
 * @param lpFindFileData receives the first
 * @return a handle for FindClose(), or INVALID_HANDLE_VALUE with ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND */
HANDLE WINAPI FindFirstFileW(LPCWSTR lpFileName, LPWIN32_FIND_DATAW lpFindFileData);
/** Narrow. @copydoc FindFirstFileW */
HANDLE WINAPI FindFirstFileA(LPCSTR lpFileName, LPWIN32_FIND_DATAA lpFindFileData);
/** The next.
 * @param hFindFile of FindFirstFileW()
 * @param lpFindFileData receives it
 * @return TRUE; FALSE with ERROR_NO_MORE_FILES */
BOOL WINAPI FindNextFileW(HANDLE hFindFile, LPWIN32_FIND_DATAW lpFindFileData);
/** Narrow. @copydoc FindNextFileW */
BOOL WINAPI FindNextFileA(HANDLE hFindFile, LPWIN32_FIND_DATAA lpFindFileData);
/** Ends it.
 * @param hFindFile of FindFirstFileW()
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE */
BOOL WINAPI FindClose(HANDLE hFindFile);
/** @} */

/** Removes an empty folder.
 * @param lpPathName its path
 * @return TRUE; FALSE with ERROR_DIR_NOT_EMPTY, ERROR_DIRECTORY and others */
BOOL WINAPI RemoveDirectoryW(LPCWSTR lpPathName);
/** Narrow. @copydoc RemoveDirectoryW */
BOOL WINAPI RemoveDirectoryA(LPCSTR lpPathName);

/** Makes a file read-only, or no longer; other attributes change nothing.
 * @param lpFileName its path
 * @param dwFileAttributes #FILE_ATTRIBUTE_READONLY and its like
 * @return whether it was done */
BOOL WINAPI SetFileAttributesW(LPCWSTR lpFileName, DWORD dwFileAttributes);
/** Narrow. @copydoc SetFileAttributesW */
BOOL WINAPI SetFileAttributesA(LPCSTR lpFileName, DWORD dwFileAttributes);

/** Tells attributes, times and size.
 * @param lpFileName the path
 * @param fInfoLevelId GetFileExInfoStandard
 * @param lpFileInformation receives a WIN32_FILE_ATTRIBUTE_DATA
 * @return whether it is there */
BOOL WINAPI GetFileAttributesExW(LPCWSTR lpFileName, GET_FILEEX_INFO_LEVELS fInfoLevelId, LPVOID lpFileInformation);
/** Narrow. @copydoc GetFileAttributesExW */
BOOL WINAPI GetFileAttributesExA(LPCSTR lpFileName, GET_FILEEX_INFO_LEVELS fInfoLevelId, LPVOID lpFileInformation);

/** Tells a file's times.
 * @param hFile the file
 * @param lpCreationTime receives the time of the last write, or NULL
 * @param lpLastAccessTime receives it, or NULL
 * @param lpLastWriteTime receives it, or NULL
 * @return whether it was done */
BOOL WINAPI GetFileTime(HANDLE hFile, LPFILETIME lpCreationTime, LPFILETIME lpLastAccessTime,
                        LPFILETIME lpLastWriteTime);
/** Sets a file's times.
 * @param hFile the file
 * @param lpCreationTime not looked at
 * @param lpLastAccessTime the time, or NULL
 * @param lpLastWriteTime the time, or NULL
 * @return whether it was done */
BOOL WINAPI SetFileTime(HANDLE hFile, const FILETIME *lpCreationTime, const FILETIME *lpLastAccessTime,
                        const FILETIME *lpLastWriteTime);

/** Makes a name for a file, and with it an empty file.
 * @param lpPathName its folder
 * @param lpPrefixString how the name begins, three characters
 * @param uUnique 0; or the number in the name, and no file is made
 * @param lpTempFileName receives the path, #MAX_PATH units
 * @return the number in the name; 0 with ERROR_DIRECTORY and others */
UINT WINAPI GetTempFileNameW(LPCWSTR lpPathName, LPCWSTR lpPrefixString, UINT uUnique, LPWSTR lpTempFileName);
/** Narrow. @copydoc GetTempFileNameW */
UINT WINAPI GetTempFileNameA(LPCSTR lpPathName, LPCSTR lpPrefixString, UINT uUnique, LPSTR lpTempFileName);

/** A path with its drive, and without `.` and `..`.
 * @param lpFileName any path; what it names need not be there
 * @param nBufferLength units there is room for
 * @param lpBuffer receives the path
 * @param lpFilePart receives where its last name begins, or NULL
 * @return units without the terminating null, or with it those that are needed; 0 with the last error set */
DWORD WINAPI GetFullPathNameW(LPCWSTR lpFileName, DWORD nBufferLength, LPWSTR lpBuffer, LPWSTR *lpFilePart);
/** Narrow. @copydoc GetFullPathNameW */
DWORD WINAPI GetFullPathNameA(LPCSTR lpFileName, DWORD nBufferLength, LPSTR lpBuffer, LPSTR *lpFilePart);

/** @name Locks
 * A part of a file is one handle's; reading and writing by others is not kept from it here, as it would be on Windows.
 * @{ */
#define LOCKFILE_FAIL_IMMEDIATELY 0x1u /**< Do not wait. */
#define LOCKFILE_EXCLUSIVE_LOCK 0x2u   /**< For this handle alone; otherwise for all that read. */
/** Locks a part, without waiting.
 * @param hFile the file
 * @param dwFileOffsetLow where it begins, low half
 * @param dwFileOffsetHigh and high half
 * @param nNumberOfBytesToLockLow how long it is, low half
 * @param nNumberOfBytesToLockHigh and high half
 * @return TRUE; FALSE with ERROR_LOCK_VIOLATION */
BOOL WINAPI LockFile(HANDLE hFile, DWORD dwFileOffsetLow, DWORD dwFileOffsetHigh, DWORD nNumberOfBytesToLockLow,
                     DWORD nNumberOfBytesToLockHigh);
/** Gives it back.
 * @param hFile the file
 * @param dwFileOffsetLow as for LockFile()
 * @param dwFileOffsetHigh as for LockFile()
 * @param nNumberOfBytesToUnlockLow as for LockFile()
 * @param nNumberOfBytesToUnlockHigh as for LockFile()
 * @return whether it was done */
BOOL WINAPI UnlockFile(HANDLE hFile, DWORD dwFileOffsetLow, DWORD dwFileOffsetHigh, DWORD nNumberOfBytesToUnlockLow,
                       DWORD nNumberOfBytesToUnlockHigh);
/** Locks a part.
 * @param hFile the file
 * @param dwFlags #LOCKFILE_FAIL_IMMEDIATELY, #LOCKFILE_EXCLUSIVE_LOCK
 * @param dwReserved 0
 * @param nNumberOfBytesToLockLow how long it is, low half
 * @param nNumberOfBytesToLockHigh and high half
 * @param lpOverlapped where it begins
 * @return TRUE; FALSE with ERROR_LOCK_VIOLATION */
BOOL WINAPI LockFileEx(HANDLE hFile, DWORD dwFlags, DWORD dwReserved, DWORD nNumberOfBytesToLockLow,
                       DWORD nNumberOfBytesToLockHigh, LPOVERLAPPED lpOverlapped);
/** Gives it back.
 * @param hFile the file
 * @param dwReserved 0
 * @param nNumberOfBytesToUnlockLow how long it is, low half
 * @param nNumberOfBytesToUnlockHigh and high half
 * @param lpOverlapped where it begins
 * @return whether it was done */
BOOL WINAPI UnlockFileEx(HANDLE hFile, DWORD dwReserved, DWORD nNumberOfBytesToUnlockLow,
                         DWORD nNumberOfBytesToUnlockHigh, LPOVERLAPPED lpOverlapped);
/** @} */

/** @name Moving and copying
 * @{ */
#define MOVEFILE_REPLACE_EXISTING 0x1u   /**< What is there goes. */
#define MOVEFILE_COPY_ALLOWED 0x2u       /**< Has no effect: there is one drive. */
#define MOVEFILE_DELAY_UNTIL_REBOOT 0x4u /**< Never: nothing starts anew. */
#define MOVEFILE_WRITE_THROUGH 0x8u      /**< Has no effect. */
/** Moves a file or a folder.
 * @param lpExistingFileName where it is
 * @param lpNewFileName where it is to be
 * @return TRUE; FALSE with ERROR_ALREADY_EXISTS, ERROR_FILE_NOT_FOUND and others */
BOOL WINAPI MoveFileW(LPCWSTR lpExistingFileName, LPCWSTR lpNewFileName);
/** Narrow. @copydoc MoveFileW */
BOOL WINAPI MoveFileA(LPCSTR lpExistingFileName, LPCSTR lpNewFileName);
/** The same by flags.
 * @param lpExistingFileName where it is
 * @param lpNewFileName where it is to be
 * @param dwFlags #MOVEFILE_REPLACE_EXISTING and its like
 * @return as MoveFileW() */
BOOL WINAPI MoveFileExW(LPCWSTR lpExistingFileName, LPCWSTR lpNewFileName, DWORD dwFlags);
/** Narrow. @copydoc MoveFileExW */
BOOL WINAPI MoveFileExA(LPCSTR lpExistingFileName, LPCSTR lpNewFileName, DWORD dwFlags);
/** Copies a file.
 * @param lpExistingFileName which
 * @param lpNewFileName the copy
 * @param bFailIfExists TRUE: a file that is there stays, and the call fails
 * @return TRUE; FALSE with ERROR_FILE_EXISTS, ERROR_ACCESS_DENIED and others */
BOOL WINAPI CopyFileW(LPCWSTR lpExistingFileName, LPCWSTR lpNewFileName, BOOL bFailIfExists);
/** Narrow. @copydoc CopyFileW */
BOOL WINAPI CopyFileA(LPCSTR lpExistingFileName, LPCSTR lpNewFileName, BOOL bFailIfExists);
/** Puts a file in the place of another.
 * @param lpReplacedFileName which goes
 * @param lpReplacementFileName which comes
 * @param lpBackupFileName what the first is called then, or NULL
 * @param dwReplaceFlags not looked at
 * @param lpExclude NULL
 * @param lpReserved NULL
 * @return whether it was done */
BOOL WINAPI ReplaceFileW(LPCWSTR lpReplacedFileName, LPCWSTR lpReplacementFileName, LPCWSTR lpBackupFileName,
                         DWORD dwReplaceFlags, LPVOID lpExclude, LPVOID lpReserved);
/** @} */

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define CreateFile CreateFileW                   /**< Opens a file. */
#define DeleteFile DeleteFileW                   /**< Deletes a file. */
#define CreateDirectory CreateDirectoryW         /**< Makes a folder. */
#define GetFileAttributes GetFileAttributesW     /**< Tells what a path leads to. */
#define CopyFile CopyFileW                       /**< As CopyFileW(). */
#define FindFirstFile FindFirstFileW             /**< As FindFirstFileW(). */
#define FindNextFile FindNextFileW               /**< As FindNextFileW(). */
#define GetFileAttributesEx GetFileAttributesExW /**< As GetFileAttributesExW(). */
#define GetFullPathName GetFullPathNameW         /**< As GetFullPathNameW(). */
#define GetTempFileName GetTempFileNameW         /**< As GetTempFileNameW(). */
#define MoveFile MoveFileW                       /**< As MoveFileW(). */
#define MoveFileEx MoveFileExW                   /**< As MoveFileExW(). */
#define RemoveDirectory RemoveDirectoryW         /**< As RemoveDirectoryW(). */
#define SetFileAttributes SetFileAttributesW     /**< As SetFileAttributesW(). */
#define ReplaceFile ReplaceFileW                 /**< As ReplaceFileW(). */
#else
#define CreateFile CreateFileA                   /**< Opens a file. */
#define DeleteFile DeleteFileA                   /**< Deletes a file. */
#define CreateDirectory CreateDirectoryA         /**< Makes a folder. */
#define GetFileAttributes GetFileAttributesA     /**< Tells what a path leads to. */
#define CopyFile CopyFileA                       /**< As CopyFileA(). */
#define FindFirstFile FindFirstFileA             /**< As FindFirstFileA(). */
#define FindNextFile FindNextFileA               /**< As FindNextFileA(). */
#define GetFileAttributesEx GetFileAttributesExA /**< As GetFileAttributesExA(). */
#define GetFullPathName GetFullPathNameA         /**< As GetFullPathNameA(). */
#define GetTempFileName GetTempFileNameA         /**< As GetTempFileNameA(). */
#define MoveFile MoveFileA                       /**< As MoveFileA(). */
#define MoveFileEx MoveFileExA                   /**< As MoveFileExA(). */
#define RemoveDirectory RemoveDirectoryA         /**< As RemoveDirectoryA(). */
#define SetFileAttributes SetFileAttributesA     /**< As SetFileAttributesA(). */
#endif
/** @} */

#endif
