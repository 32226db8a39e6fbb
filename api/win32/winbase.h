/* SPDX-License-Identifier: MIT */
/**
 * @file winbase.h
 * @brief The string functions that Windows offers beside the C run-time library, the texts of error codes, and what
 * speaks to a debugger.
 *
 * The string functions accept NULL where the functions of the C library would crash. Comparison follows the words
 * of a language on Windows; here it is the same on every machine and in every locale: letters
 * compare without regard to case first (Latin, Greek and Cyrillic), a small letter comes before
 * its capital.
 */
#ifndef RRAS_WIN32_WINBASE_H
#define RRAS_WIN32_WINBASE_H

#include <stdarg.h>
#include <minwinbase.h>
#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Compares two strings, capitals and small letters being different.
 * @param left the first string, or NULL, which comes before every string
 * @param right the second string, or NULL
 * @return -1, 0 or 1 as left comes before, is equal to, or comes after right
 */
int WINAPI lstrcmpW(LPCWSTR left, LPCWSTR right);

/**
 * Compares two strings, capitals and small letters being the same.
 * @param left the first string, or NULL, which comes before every string
 * @param right the second string, or NULL
 * @return -1, 0 or 1 as left comes before, is equal to, or comes after right
 */
int WINAPI lstrcmpiW(LPCWSTR left, LPCWSTR right);

/**
 * Counts the units of a string.
 * @param string the string, or NULL
 * @return units before the terminating null; 0 for NULL
 */
int WINAPI lstrlenW(LPCWSTR string);

/**
 * Copies a string.
 * @param to buffer large enough for the string and its null
 * @param from string to copy
 * @return to, or NULL when one of the two is NULL
 */
LPWSTR WINAPI lstrcpyW(LPWSTR to, LPCWSTR from);

/**
 * Appends a string.
 * @param to string in a buffer large enough for both strings and one null
 * @param from string to append
 * @return to, or NULL when one of the two is NULL
 */
LPWSTR WINAPI lstrcatW(LPWSTR to, LPCWSTR from);

/**
 * Speaks to a debugger. Inside a callout the text becomes a record of the transcript, of the type
 * `output` and the stream `debug`; elsewhere nobody hears it.
 * @param text the text, or NULL, which says nothing
 */
VOID WINAPI OutputDebugStringW(LPCWSTR text);

/**
 * Speaks to a debugger, in narrow characters, which are UTF-8 here.
 * @param text the text, or NULL, which says nothing
 */
VOID WINAPI OutputDebugStringA(LPCSTR text);

/** @name Event log
 * An entry becomes a record of the transcript, of the type `eventlog`, with its source, its type as the level, and its strings as
 * the parameters; of the identifier the lower 16 bits, as the Event Viewer shows it. For every thread. A source need not be
 * in the registry, where Windows looks for the texts only.
 * @{ */
/**
 * Opens a source of entries.
 * @param lpUNCServerName NULL: the log of this machine; another cannot be reached, ERROR 1722
 * @param lpSourceName the name that entries get
 * @return a handle for DeregisterEventSource(), or NULL with the last error set
 */
HANDLE WINAPI RegisterEventSourceW(LPCWSTR lpUNCServerName, LPCWSTR lpSourceName);
/** Narrow. @copydoc RegisterEventSourceW */
HANDLE WINAPI RegisterEventSourceA(LPCSTR lpUNCServerName, LPCSTR lpSourceName);
/**
 * Closes a source.
 * @param hEventLog the source
 * @return FALSE, with ERROR_INVALID_HANDLE: it is none
 */
BOOL WINAPI DeregisterEventSource(HANDLE hEventLog);
/**
 * Writes an entry.
 * @param hEventLog the source
 * @param wType EVENTLOG_ERROR_TYPE and the like
 * @param wCategory the source's own
 * @param dwEventID the identifier, with severity and facility in its upper half
 * @param lpUserSid not kept; or NULL
 * @param wNumStrings how many strings, 256 at most
 * @param dwDataSize bytes of data, 61,440 at most
 * @param lpStrings the strings that are inserted into the text
 * @param lpRawData the data, or NULL
 * @return FALSE, with the last error set, when it was not written
 */
BOOL WINAPI ReportEventW(HANDLE hEventLog, WORD wType, WORD wCategory, DWORD dwEventID, PSID lpUserSid,
                         WORD wNumStrings, DWORD dwDataSize, LPCWSTR *lpStrings, LPVOID lpRawData);
/** Narrow. @copydoc ReportEventW */
BOOL WINAPI ReportEventA(HANDLE hEventLog, WORD wType, WORD wCategory, DWORD dwEventID, PSID lpUserSid,
                         WORD wNumStrings, DWORD dwDataSize, LPCSTR *lpStrings, LPVOID lpRawData);

#define EVENTLOG_SUCCESS 0x0000          /**< An entry about a success. */
#define EVENTLOG_ERROR_TYPE 0x0001       /**< An error. */
#define EVENTLOG_WARNING_TYPE 0x0002     /**< A warning. */
#define EVENTLOG_INFORMATION_TYPE 0x0004 /**< Information. */
#define EVENTLOG_AUDIT_SUCCESS 0x0008    /**< An audited success. */
#define EVENTLOG_AUDIT_FAILURE 0x0010    /**< An audited failure. */
/** @} */

/** @name Narrow strings
 * As the wide functions above, of UTF-8.
 * @{ */
/** Narrow. @copydoc lstrcmpW */
int WINAPI lstrcmpA(LPCSTR left, LPCSTR right);
/** Narrow. @copydoc lstrcmpiW */
int WINAPI lstrcmpiA(LPCSTR left, LPCSTR right);
/** Narrow. @copydoc lstrlenW */
int WINAPI lstrlenA(LPCSTR string);
/** Narrow. @copydoc lstrcpyW */
LPSTR WINAPI lstrcpyA(LPSTR to, LPCSTR from);
/** Narrow. @copydoc lstrcatW */
LPSTR WINAPI lstrcatA(LPSTR to, LPCSTR from);
/** @} */

/**
 * Copies at most size - 1 units of a string, and always a null.
 * @param to buffer
 * @param from string
 * @param size units in the buffer
 * @return to, or NULL when one of the two is NULL
 */
LPWSTR WINAPI lstrcpynW(LPWSTR to, LPCWSTR from, int size);
/** Narrow. @copydoc lstrcpynW */
LPSTR WINAPI lstrcpynA(LPSTR to, LPCSTR from, int size);

/** @name Languages; texts here are English
 * @{ */
#define LANG_NEUTRAL 0x00                                                        /**< Any. */
#define LANG_ENGLISH 0x09                                                        /**< English. */
#define SUBLANG_NEUTRAL 0x00                                                     /**< Any. */
#define SUBLANG_DEFAULT 0x01                                                     /**< The user's. */
#define SUBLANG_SYS_DEFAULT 0x02                                                 /**< The system's. */
#define SUBLANG_ENGLISH_US 0x01                                                  /**< American. */
#define MAKELANGID(language, sub) ((WORD)((WORD)(sub) << 10 | (WORD)(language))) /**< A language with its kind. */
/** @} */

/** @name What FormatMessageW() is to do
 * @{ */
#define FORMAT_MESSAGE_ALLOCATE_BUFFER 0x00000100u /**< The buffer is a pointer's address; LocalFree() frees. */
#define FORMAT_MESSAGE_IGNORE_INSERTS 0x00000200u  /**< `%%1` and its like stay as they are. */
#define FORMAT_MESSAGE_FROM_STRING 0x00000400u     /**< The source is the message. */
#define FORMAT_MESSAGE_FROM_HMODULE 0x00000800u    /**< The message is of a DLL: here, of the table below. */
#define FORMAT_MESSAGE_FROM_SYSTEM 0x00001000u     /**< The message is the system's. */
#define FORMAT_MESSAGE_ARGUMENT_ARRAY 0x00002000u  /**< The arguments are an array of DWORD_PTR. */
#define FORMAT_MESSAGE_MAX_WIDTH_MASK 0x000000FFu  /**< No line breaks. */
/** @} */

/**
 * Makes a text: the one of a code of winerror.h, raserror.h or mprerror.h, or a message of the caller's own. The texts
 * of codes are the descriptions in those headers, not Microsoft's sentences, and end in CR LF.
 * @param dwFlags FORMAT_MESSAGE_*
 * @param lpSource the message, with #FORMAT_MESSAGE_FROM_STRING; no module is looked into
 * @param dwMessageId the code
 * @param dwLanguageId not looked at: all texts are English
 * @param lpBuffer receives the text, or with #FORMAT_MESSAGE_ALLOCATE_BUFFER its address
 * @param nSize characters in the buffer, or least number to allocate
 * @param Arguments what `%%1` to `%%99` stand for: strings, or what `!format!` behind the number says
 * @return characters without the null; 0 with ERROR_MR_MID_NOT_FOUND when the code has no text,
 *         ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER
 */
DWORD WINAPI FormatMessageW(DWORD dwFlags, LPCVOID lpSource, DWORD dwMessageId, DWORD dwLanguageId, LPWSTR lpBuffer,
                            DWORD nSize, va_list *Arguments);
/** Narrow. @copydoc FormatMessageW */
DWORD WINAPI FormatMessageA(DWORD dwFlags, LPCVOID lpSource, DWORD dwMessageId, DWORD dwLanguageId, LPSTR lpBuffer,
                            DWORD nSize, va_list *Arguments);

/** @name What IsTextUnicode() may look for
 * @{ */
#define IS_TEXT_UNICODE_ASCII16 0x0001           /**< UTF-16 with nothing but ASCII. */
#define IS_TEXT_UNICODE_STATISTICS 0x0002        /**< Probably UTF-16. */
#define IS_TEXT_UNICODE_CONTROLS 0x0004          /**< It has CR, LF, a blank or a tabulator as UTF-16. */
#define IS_TEXT_UNICODE_SIGNATURE 0x0008         /**< It begins with the byte order mark. */
#define IS_TEXT_UNICODE_REVERSE_SIGNATURE 0x0080 /**< It begins with the mark, bytes swapped. */
#define IS_TEXT_UNICODE_ILLEGAL_CHARS 0x0100     /**< It has a unit that is no character. */
#define IS_TEXT_UNICODE_ODD_LENGTH 0x0200        /**< It has an odd number of bytes. */
#define IS_TEXT_UNICODE_NULL_BYTES 0x1000        /**< It has bytes that are 0. */
#define IS_TEXT_UNICODE_UNICODE_MASK 0x000F      /**< All that speak for UTF-16. */
#define IS_TEXT_UNICODE_REVERSE_MASK 0x00F0      /**< All that speak for swapped bytes. */
#define IS_TEXT_UNICODE_NOT_UNICODE_MASK 0x0F00  /**< All that speak against UTF-16. */
#define IS_TEXT_UNICODE_NOT_ASCII_MASK 0xF000    /**< All that speak against ASCII. */
/** @} */

/**
 * Guesses whether bytes are text in UTF-16.
 * @param lpv the bytes
 * @param iSize how many there are
 * @param lpiResult in: what to look for, IS_TEXT_UNICODE_*; out: what was found; NULL: look for all
 * @return TRUE when all that speaks for UTF-16 was found, or what decides it
 */
BOOL WINAPI IsTextUnicode(const VOID *lpv, int iSize, LPINT lpiResult);

/** @name INI files
 * Text files of sections and entries, in UTF-8, or in UTF-16 where a mark stands in front. A path as of fileapi.h; a name
 * without a folder is in `C:\Windows`. The case of letters does not count.
 * @{ */
/**
 * Tells an entry's value, without blanks and quotes around it.
 * @param lpAppName the section; NULL: the names of all sections
 * @param lpKeyName the entry; NULL: the names of all its entries
 * @param lpDefault what it is when it is not there; or NULL, which is empty
 * @param lpReturnedString receives it, or a list whose strings each end with a null, and the last with two
 * @param nSize units there
 * @param lpFileName the file
 * @return units without the null; nSize - 1 or, for a list, nSize - 2 where something was cut
 */
DWORD WINAPI GetPrivateProfileStringW(LPCWSTR lpAppName, LPCWSTR lpKeyName, LPCWSTR lpDefault, LPWSTR lpReturnedString,
                                      DWORD nSize, LPCWSTR lpFileName);
/** Narrow. @copydoc GetPrivateProfileStringW */
DWORD WINAPI GetPrivateProfileStringA(LPCSTR lpAppName, LPCSTR lpKeyName, LPCSTR lpDefault, LPSTR lpReturnedString,
                                      DWORD nSize, LPCSTR lpFileName);
/**
 * Tells an entry's number.
 * @param lpAppName the section
 * @param lpKeyName the entry
 * @param nDefault what it is when it is not there
 * @param lpFileName the file
 * @return the number with which the value begins, or 0
 */
UINT WINAPI GetPrivateProfileIntW(LPCWSTR lpAppName, LPCWSTR lpKeyName, INT nDefault, LPCWSTR lpFileName);
/** Narrow. @copydoc GetPrivateProfileIntW */
UINT WINAPI GetPrivateProfileIntA(LPCSTR lpAppName, LPCSTR lpKeyName, INT nDefault, LPCSTR lpFileName);
/**
 * Tells a section's entries as they are.
 * @param lpAppName the section
 * @param lpReturnedString receives the list
 * @param nSize units there
 * @param lpFileName the file
 * @return as of GetPrivateProfileStringW()
 */
DWORD WINAPI GetPrivateProfileSectionW(LPCWSTR lpAppName, LPWSTR lpReturnedString, DWORD nSize, LPCWSTR lpFileName);
/** Narrow. @copydoc GetPrivateProfileSectionW */
DWORD WINAPI GetPrivateProfileSectionA(LPCSTR lpAppName, LPSTR lpReturnedString, DWORD nSize, LPCSTR lpFileName);
/**
 * Tells the names of all sections.
 * @param lpszReturnBuffer receives the list
 * @param nSize units there
 * @param lpFileName the file
 * @return as of GetPrivateProfileStringW()
 */
DWORD WINAPI GetPrivateProfileSectionNamesW(LPWSTR lpszReturnBuffer, DWORD nSize, LPCWSTR lpFileName);
/** Narrow. @copydoc GetPrivateProfileSectionNamesW */
DWORD WINAPI GetPrivateProfileSectionNamesA(LPSTR lpszReturnBuffer, DWORD nSize, LPCSTR lpFileName);
/**
 * Writes an entry.
 * @param lpAppName the section
 * @param lpKeyName the entry; NULL takes the section away
 * @param lpString its value; NULL takes the entry away
 * @param lpFileName the file, which is made if need be
 * @return whether it was done
 */
BOOL WINAPI WritePrivateProfileStringW(LPCWSTR lpAppName, LPCWSTR lpKeyName, LPCWSTR lpString, LPCWSTR lpFileName);
/** Narrow. @copydoc WritePrivateProfileStringW */
BOOL WINAPI WritePrivateProfileStringA(LPCSTR lpAppName, LPCSTR lpKeyName, LPCSTR lpString, LPCSTR lpFileName);
/** @} */

/** @name Names
 * Fixed, so that a run is the same on every machine: the server RRAS1 of example.com, whose service is SYSTEM.
 * @{ */
#define MAX_COMPUTERNAME_LENGTH 15 /**< Most characters of the name of a computer. */
/**
 * Tells the computer's name.
 * @param lpBuffer receives it
 * @param nSize units there; receives how many it has
 * @return TRUE; FALSE with ERROR_BUFFER_OVERFLOW
 */
BOOL WINAPI GetComputerNameW(LPWSTR lpBuffer, LPDWORD nSize);
/** Narrow. @copydoc GetComputerNameW */
BOOL WINAPI GetComputerNameA(LPSTR lpBuffer, LPDWORD nSize);
/**
 * Tells the account of this process.
 * @param lpBuffer receives it
 * @param pcbBuffer units there; receives how many it has, with the null
 * @return TRUE; FALSE with ERROR_INSUFFICIENT_BUFFER
 */
BOOL WINAPI GetUserNameW(LPWSTR lpBuffer, LPDWORD pcbBuffer);
/** Narrow. @copydoc GetUserNameW */
BOOL WINAPI GetUserNameA(LPSTR lpBuffer, LPDWORD pcbBuffer);
/** Which name GetComputerNameExW() tells. */
typedef enum _COMPUTER_NAME_FORMAT {
    ComputerNameNetBIOS,                   /**< RRAS1 */
    ComputerNameDnsHostname,               /**< RRAS1 */
    ComputerNameDnsDomain,                 /**< example.com */
    ComputerNameDnsFullyQualified,         /**< RRAS1.example.com */
    ComputerNamePhysicalNetBIOS,           /**< RRAS1 */
    ComputerNamePhysicalDnsHostname,       /**< RRAS1 */
    ComputerNamePhysicalDnsDomain,         /**< example.com */
    ComputerNamePhysicalDnsFullyQualified, /**< RRAS1.example.com */
    ComputerNameMax                        /**< None. */
} COMPUTER_NAME_FORMAT;
/**
 * Tells one of the computer's names.
 * @param NameType which
 * @param lpBuffer receives it
 * @param nSize units there; receives how many it has, or needs with the null
 * @return TRUE; FALSE with ERROR_MORE_DATA, ERROR_INVALID_PARAMETER
 */
BOOL WINAPI GetComputerNameExW(COMPUTER_NAME_FORMAT NameType, LPWSTR lpBuffer, LPDWORD nSize);
/** Narrow. @copydoc GetComputerNameExW */
BOOL WINAPI GetComputerNameExA(COMPUTER_NAME_FORMAT NameType, LPSTR lpBuffer, LPDWORD nSize);
/** @} */

/** @name The service's process
 * @{ */
/**
 * Tells the command of the process: that of a svchost.
 * @return memory of the library
 */
LPWSTR WINAPI GetCommandLineW(VOID);
/** Narrow. @copydoc GetCommandLineW */
LPSTR WINAPI GetCommandLineA(VOID);

#define STD_INPUT_HANDLE ((DWORD)-10)  /**< Standard input. */
#define STD_OUTPUT_HANDLE ((DWORD)-11) /**< Standard output. */
#define STD_ERROR_HANDLE ((DWORD)-12)  /**< Standard error. */
/**
 * Tells a standard handle; a service has none.
 * @param nStdHandle which
 * @return NULL
 */
HANDLE WINAPI GetStdHandle(DWORD nStdHandle);
/**
 * Ends the process, which is the service's: the finding `exit`.
 * @param uExitCode its exit code
 */
__attribute__((noreturn)) VOID WINAPI ExitProcess(UINT uExitCode);

#define SEM_FAILCRITICALERRORS 0x0001 /**< Nobody is asked when a disk is missing. */
#define SEM_NOGPFAULTERRORBOX 0x0002  /**< Nobody is told of a crash. */
#define SEM_NOOPENFILEERRORBOX 0x8000 /**< Nobody is asked when a file is missing. */
/**
 * Sets who is asked about errors: nobody, here.
 * @param uMode SEM_*
 * @return what was set before
 */
UINT WINAPI SetErrorMode(UINT uMode);
/**
 * Whether narrow names of files are of the machine's code page.
 * @return TRUE
 */
BOOL WINAPI AreFileApisANSI(VOID);
/**
 * This thread, for functions that take a thread.
 * @return a handle that is not to be closed
 */
HANDLE WINAPI GetCurrentThread(VOID);

#define THREAD_PRIORITY_LOWEST (-2)       /**< Behind all. */
#define THREAD_PRIORITY_BELOW_NORMAL (-1) /**< Behind others. */
#define THREAD_PRIORITY_NORMAL 0          /**< As usual. */
#define THREAD_PRIORITY_ABOVE_NORMAL 1    /**< Before others. */
#define THREAD_PRIORITY_HIGHEST 2         /**< Before all. */
/**
 * Sets how important a thread is; here all are the same.
 * @param hThread the thread
 * @param nPriority THREAD_PRIORITY_*
 * @return TRUE
 */
BOOL WINAPI SetThreadPriority(HANDLE hThread, int nPriority);
/** @} */

/** @name Drives
 * There is one, C:, of 64 GB, of which 40 GB are free.
 * @{ */
#define DRIVE_UNKNOWN 0     /**< Nobody knows. */
#define DRIVE_NO_ROOT_DIR 1 /**< There is none. */
#define DRIVE_REMOVABLE 2   /**< It can be taken out. */
#define DRIVE_FIXED 3       /**< A disk. */
#define DRIVE_REMOTE 4      /**< Of another machine. */
/**
 * Tells the kind of a drive.
 * @param lpRootPathName the drive; NULL: the one of the working directory
 * @return #DRIVE_FIXED for C:, else #DRIVE_NO_ROOT_DIR
 */
UINT WINAPI GetDriveTypeW(LPCWSTR lpRootPathName);
/** Narrow. @copydoc GetDriveTypeW */
UINT WINAPI GetDriveTypeA(LPCSTR lpRootPathName);
/**
 * Tells how much room there is.
 * @param lpDirectoryName a folder of the drive; NULL: the working directory
 * @param lpFreeBytesAvailableToCaller receives bytes, or NULL
 * @param lpTotalNumberOfBytes receives bytes, or NULL
 * @param lpTotalNumberOfFreeBytes receives bytes, or NULL
 * @return TRUE; FALSE with ERROR_PATH_NOT_FOUND
 */
BOOL WINAPI GetDiskFreeSpaceExW(LPCWSTR lpDirectoryName, PULARGE_INTEGER lpFreeBytesAvailableToCaller,
                                PULARGE_INTEGER lpTotalNumberOfBytes, PULARGE_INTEGER lpTotalNumberOfFreeBytes);
/** @} */

/**
 * Tells of the drive C:, which has no label and is NTFS.
 * @param lpRootPathName `C:\`, or NULL
 * @param lpVolumeNameBuffer receives an empty text; or NULL
 * @param nVolumeNameSize units there
 * @param lpVolumeSerialNumber receives its number; or NULL
 * @param lpMaximumComponentLength receives 255; or NULL
 * @param lpFileSystemFlags receives what its file system can do; or NULL
 * @param lpFileSystemNameBuffer receives `NTFS`; or NULL
 * @param nFileSystemNameSize units there
 * @return TRUE; FALSE with ERROR_PATH_NOT_FOUND, or ERROR_MORE_DATA where a buffer is too small
 */
BOOL WINAPI GetVolumeInformationW(LPCWSTR lpRootPathName, LPWSTR lpVolumeNameBuffer, DWORD nVolumeNameSize,
                                  LPDWORD lpVolumeSerialNumber, LPDWORD lpMaximumComponentLength,
                                  LPDWORD lpFileSystemFlags, LPWSTR lpFileSystemNameBuffer, DWORD nFileSystemNameSize);
/** Narrow. @copydoc GetVolumeInformationW */
BOOL WINAPI GetVolumeInformationA(LPCSTR lpRootPathName, LPSTR lpVolumeNameBuffer, DWORD nVolumeNameSize,
                                  LPDWORD lpVolumeSerialNumber, LPDWORD lpMaximumComponentLength,
                                  LPDWORD lpFileSystemFlags, LPSTR lpFileSystemNameBuffer, DWORD nFileSystemNameSize);
#ifdef UNICODE
#define GetVolumeInformation GetVolumeInformationW /**< As GetVolumeInformationW(). */
#else
#define GetVolumeInformation GetVolumeInformationA /**< As GetVolumeInformationA(). */
#endif

/** @name Pipes with names
 * Nobody serves one here, and none can be made: they fail, with the finding `not-here`. Under Wine they are Wine's.
 * @{ */
#define PIPE_ACCESS_INBOUND 1           /**< The server reads. */
#define PIPE_ACCESS_OUTBOUND 2          /**< The server writes. */
#define PIPE_ACCESS_DUPLEX 3            /**< Both. */
#define PIPE_TYPE_BYTE 0                /**< Bytes. */
#define PIPE_TYPE_MESSAGE 4             /**< Messages. */
#define PIPE_READMODE_MESSAGE 2         /**< Read as messages. */
#define PIPE_WAIT 0                     /**< Calls wait. */
#define PIPE_UNLIMITED_INSTANCES 255    /**< As many as there is room for. */
#define NMPWAIT_USE_DEFAULT_WAIT 0      /**< As the server says. */
#define NMPWAIT_WAIT_FOREVER 0xffffffff /**< However long it takes. */
/**
 * Makes one.
 * @param lpName the name
 * @param dwOpenMode PIPE_ACCESS_
 * @param dwPipeMode PIPE_
 * @param nMaxInstances how many
 * @param nOutBufferSize bytes
 * @param nInBufferSize bytes
 * @param nDefaultTimeOut milliseconds
 * @param lpSecurityAttributes not looked at
 * @return INVALID_HANDLE_VALUE with ERROR_INVALID_NAME
 */
HANDLE WINAPI CreateNamedPipeW(LPCWSTR lpName, DWORD dwOpenMode, DWORD dwPipeMode, DWORD nMaxInstances,
                               DWORD nOutBufferSize, DWORD nInBufferSize, DWORD nDefaultTimeOut,
                               LPSECURITY_ATTRIBUTES lpSecurityAttributes);
/** Narrow. @copydoc CreateNamedPipeW */
HANDLE WINAPI CreateNamedPipeA(LPCSTR lpName, DWORD dwOpenMode, DWORD dwPipeMode, DWORD nMaxInstances,
                               DWORD nOutBufferSize, DWORD nInBufferSize, DWORD nDefaultTimeOut,
                               LPSECURITY_ATTRIBUTES lpSecurityAttributes);
/**
 * Waits until one can be opened.
 * @param lpNamedPipeName the name
 * @param nTimeOut milliseconds, or NMPWAIT_
 * @return FALSE with ERROR_FILE_NOT_FOUND
 */
BOOL WINAPI WaitNamedPipeW(LPCWSTR lpNamedPipeName, DWORD nTimeOut);
/** Narrow. @copydoc WaitNamedPipeW */
BOOL WINAPI WaitNamedPipeA(LPCSTR lpNamedPipeName, DWORD nTimeOut);
#ifdef UNICODE
#define CreateNamedPipe CreateNamedPipeW /**< As CreateNamedPipeW(). */
#define WaitNamedPipe WaitNamedPipeW     /**< As WaitNamedPipeW(). */
#else
#define CreateNamedPipe CreateNamedPipeA /**< As CreateNamedPipeA(). */
#define WaitNamedPipe WaitNamedPipeA     /**< As WaitNamedPipeA(). */
#endif
/** @} */

#define PF_XMMI_INSTRUCTIONS_AVAILABLE 6    /**< SSE; there. */
#define PF_RDTSC_INSTRUCTION_AVAILABLE 8    /**< A counter of cycles; there. */
#define PF_XMMI64_INSTRUCTIONS_AVAILABLE 10 /**< SSE2; there. */
#define PF_NX_ENABLED 12                    /**< Data are no code; there. */
/** Whether the processor can do something: what every x64 processor can. @param ProcessorFeature PF_ @return whether it can */
BOOL WINAPI IsProcessorFeaturePresent(DWORD ProcessorFeature);

/**
 * Lets a library go and ends this thread, whose code lies in it.
 * @param hLibModule the library
 * @param dwExitCode the code
 */
VOID WINAPI FreeLibraryAndExitThread(HMODULE hLibModule, DWORD dwExitCode);

/**
 * Stops for a debugger. A service has none, so that the process ends: finding `crash`.
 */
VOID WINAPI DebugBreak(VOID);

/**
 * Whether a debugger looks on.
 * @return FALSE
 */
BOOL WINAPI IsDebuggerPresent(VOID);
/**
 * Multiplies and divides, without losing bits between.
 * @param nNumber a number
 * @param nNumerator by which it is multiplied
 * @param nDenominator by which the product is divided
 * @return the result, rounded; -1: it does not fit, or the denominator is 0
 */
int WINAPI MulDiv(int nNumber, int nNumerator, int nDenominator);
/**
 * Waits as long as the sound would take, in virtual time.
 * @param dwFreq not used
 * @param dwDuration milliseconds
 * @return TRUE
 */
BOOL WINAPI Beep(DWORD dwFreq, DWORD dwDuration);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * They mean the wide functions where the source defines UNICODE.
 * @{ */
#ifdef UNICODE
#define lstrcpyn lstrcpynW                                           /**< Copies a string as far as it fits. */
#define FormatMessage FormatMessageW                                 /**< Makes a text. */
#define lstrcmp lstrcmpW                                             /**< Compares two strings. */
#define lstrcmpi lstrcmpiW                                           /**< Compares two strings, ignoring case. */
#define lstrlen lstrlenW                                             /**< Counts the units of a string. */
#define lstrcpy lstrcpyW                                             /**< Copies a string. */
#define lstrcat lstrcatW                                             /**< Appends a string. */
#define OutputDebugString OutputDebugStringW                         /**< Speaks to a debugger. */
#define RegisterEventSource RegisterEventSourceW                     /**< Opens a source of entries. */
#define ReportEvent ReportEventW                                     /**< Writes an entry of the event log. */
#define GetComputerName GetComputerNameW                             /**< As GetComputerNameW(). */
#define GetComputerNameEx GetComputerNameExW                         /**< As GetComputerNameExW(). */
#define GetPrivateProfileInt GetPrivateProfileIntW                   /**< As GetPrivateProfileIntW(). */
#define GetPrivateProfileSection GetPrivateProfileSectionW           /**< As GetPrivateProfileSectionW(). */
#define GetPrivateProfileSectionNames GetPrivateProfileSectionNamesW /**< As GetPrivateProfileSectionNamesW(). */
#define GetPrivateProfileString GetPrivateProfileStringW             /**< As GetPrivateProfileStringW(). */
#define GetUserName GetUserNameW                                     /**< As GetUserNameW(). */
#define WritePrivateProfileString WritePrivateProfileStringW         /**< As WritePrivateProfileStringW(). */
#else
#define lstrcmp lstrcmpA                                             /**< Compares two strings. */
#define lstrcmpi lstrcmpiA                                           /**< Compares two strings, ignoring case. */
#define lstrlen lstrlenA                                             /**< Counts the bytes of a string. */
#define lstrcpy lstrcpyA                                             /**< Copies a string. */
#define lstrcat lstrcatA                                             /**< Appends a string. */
#define lstrcpyn lstrcpynA                                           /**< Copies a string as far as it fits. */
#define FormatMessage FormatMessageA                                 /**< Makes a text. */
#define OutputDebugString OutputDebugStringA                         /**< Speaks to a debugger. */
#define RegisterEventSource RegisterEventSourceA                     /**< Opens a source of entries. */
#define ReportEvent ReportEventA                                     /**< Writes an entry of the event log. */
#define GetComputerName GetComputerNameA                             /**< As GetComputerNameA(). */
#define GetComputerNameEx GetComputerNameExA                         /**< As GetComputerNameExA(). */
#define GetPrivateProfileInt GetPrivateProfileIntA                   /**< As GetPrivateProfileIntA(). */
#define GetPrivateProfileSection GetPrivateProfileSectionA           /**< As GetPrivateProfileSectionA(). */
#define GetPrivateProfileSectionNames GetPrivateProfileSectionNamesA /**< As GetPrivateProfileSectionNamesA(). */
#define GetPrivateProfileString GetPrivateProfileStringA             /**< As GetPrivateProfileStringA(). */
#define GetUserName GetUserNameA                                     /**< As GetUserNameA(). */
#define WritePrivateProfileString WritePrivateProfileStringA         /**< As WritePrivateProfileStringA(). */
#endif
/** @} */

#endif
