/* SPDX-License-Identifier: MIT */
/**
 * @file winreg.h
 * @brief The registry.
 *
 * It is that of the run: what `rrasemu run --reg` read, and what callouts have written since, in the file `registry.reg` of
 * the sandbox folder, where every DLL of the run sees it. The machine's own is never touched. Names are compared
 * without regard to the case of the letters A to Z. Functions return 0 or an error of winerror.h.
 */
#ifndef RRAS_WIN32_WINREG_H
#define RRAS_WIN32_WINREG_H

#include <minwinbase.h>
#include <windef.h>
#include <winerror.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef HKEY *PHKEY;  /**< Address of one. */
typedef DWORD REGSAM; /**< KEY_*; not looked at. */
typedef LONG LSTATUS; /**< An error, or 0. */

/** @name Keys that are always open
 * @{ */
#define HKEY_CLASSES_ROOT ((HKEY)(ULONG_PTR)((LONG)0x80000000))  /**< Kinds of files. */
#define HKEY_CURRENT_USER ((HKEY)(ULONG_PTR)((LONG)0x80000001))  /**< Settings of the account. */
#define HKEY_LOCAL_MACHINE ((HKEY)(ULONG_PTR)((LONG)0x80000002)) /**< Settings of the machine. */
#define HKEY_USERS ((HKEY)(ULONG_PTR)((LONG)0x80000003))         /**< Settings of all accounts. */
/** @} */

/** @name What is wanted of a key; all of it is granted
 * @{ */
#define KEY_QUERY_VALUE 0x0001        /**< Read values. */
#define KEY_SET_VALUE 0x0002          /**< Write values. */
#define KEY_CREATE_SUB_KEY 0x0004     /**< Make keys. */
#define KEY_ENUMERATE_SUB_KEYS 0x0008 /**< List keys. */
#define KEY_NOTIFY 0x0010             /**< Be told of changes, which is not offered. */
#define KEY_WOW64_64KEY 0x0100        /**< The view of 64-bit programs; there is one view only. */
#define KEY_WOW64_32KEY 0x0200        /**< The view of 32-bit programs; there is one view only. */
#define KEY_READ 0x20019              /**< Read everything. */
#define KEY_WRITE 0x20006             /**< Write everything. */
#define KEY_EXECUTE 0x20019           /**< The same as #KEY_READ. */
#define KEY_ALL_ACCESS 0xF003F        /**< Everything. */
/** @} */

/** @name Types of values
 * @{ */
#define REG_NONE 0      /**< No type. */
#define REG_SZ 1        /**< A text with its null. */
#define REG_EXPAND_SZ 2 /**< A text with environment variables in it. */
#define REG_BINARY 3    /**< Bytes. */
#define REG_DWORD 4     /**< A number of 32 bits. */
#define REG_MULTI_SZ 7  /**< Texts, each with its null, and a null. */
#define REG_QWORD 11    /**< A number of 64 bits. */
/** @} */

#define REG_OPTION_NON_VOLATILE 0 /**< The key stays. */
#define REG_OPTION_VOLATILE 1     /**< The key goes when the machine stops; the same here. */
#define REG_CREATED_NEW_KEY 1     /**< The key was made. */
#define REG_OPENED_EXISTING_KEY 2 /**< The key was there. */

/** @name Which types RegGetValueW() may return
 * @{ */
#define RRF_RT_REG_SZ 0x00000002        /**< #REG_SZ. */
#define RRF_RT_REG_EXPAND_SZ 0x00000004 /**< #REG_EXPAND_SZ. */
#define RRF_RT_REG_BINARY 0x00000008    /**< #REG_BINARY. */
#define RRF_RT_REG_DWORD 0x00000010     /**< #REG_DWORD. */
#define RRF_RT_REG_MULTI_SZ 0x00000020  /**< #REG_MULTI_SZ. */
#define RRF_RT_REG_QWORD 0x00000040     /**< #REG_QWORD. */
#define RRF_RT_DWORD 0x00000018         /**< #REG_DWORD, or #REG_BINARY of 4 bytes. */
#define RRF_RT_ANY 0x0000FFFF           /**< Any. */
#define RRF_NOEXPAND 0x10000000         /**< Accepted: nothing is ever expanded. */
/** @} */

/**
 * Opens a key.
 * @param hKey a key that is open
 * @param lpSubKey the path below it; NULL or empty: the key itself
 * @param ulOptions 0
 * @param samDesired KEY_*
 * @param phkResult receives the key, for RegCloseKey()
 * @return 0; ERROR_FILE_NOT_FOUND
 */
LSTATUS WINAPI RegOpenKeyExW(HKEY hKey, LPCWSTR lpSubKey, DWORD ulOptions, REGSAM samDesired, PHKEY phkResult);
/** Narrow. @copydoc RegOpenKeyExW */
LSTATUS WINAPI RegOpenKeyExA(HKEY hKey, LPCSTR lpSubKey, DWORD ulOptions, REGSAM samDesired, PHKEY phkResult);

/**
 * Opens a key, and makes it and those above it if need be.
 * @param hKey a key that is open
 * @param lpSubKey the path below it
 * @param Reserved 0
 * @param lpClass NULL
 * @param dwOptions REG_OPTION_*
 * @param samDesired KEY_*
 * @param lpSecurityAttributes NULL
 * @param phkResult receives the key
 * @param lpdwDisposition receives #REG_CREATED_NEW_KEY or #REG_OPENED_EXISTING_KEY; or NULL
 * @return 0
 */
LSTATUS WINAPI RegCreateKeyExW(HKEY hKey, LPCWSTR lpSubKey, DWORD Reserved, LPWSTR lpClass, DWORD dwOptions,
                               REGSAM samDesired, const LPSECURITY_ATTRIBUTES lpSecurityAttributes, PHKEY phkResult,
                               LPDWORD lpdwDisposition);
/** Narrow. @copydoc RegCreateKeyExW */
LSTATUS WINAPI RegCreateKeyExA(HKEY hKey, LPCSTR lpSubKey, DWORD Reserved, LPSTR lpClass, DWORD dwOptions,
                               REGSAM samDesired, const LPSECURITY_ATTRIBUTES lpSecurityAttributes, PHKEY phkResult,
                               LPDWORD lpdwDisposition);

/**
 * Closes a key.
 * @param hKey the key
 * @return 0; ERROR_INVALID_HANDLE when it is not open
 */
LSTATUS WINAPI RegCloseKey(HKEY hKey);

/**
 * Reads a value.
 * @param hKey the key
 * @param lpValueName its name; NULL or empty: the default value
 * @param lpReserved NULL
 * @param lpType receives REG_*; or NULL
 * @param lpData receives the data; NULL only asks for the size
 * @param lpcbData bytes there, and then bytes of the data
 * @return 0; ERROR_FILE_NOT_FOUND; ERROR_MORE_DATA: there is too little room
 */
LSTATUS WINAPI RegQueryValueExW(HKEY hKey, LPCWSTR lpValueName, LPDWORD lpReserved, LPDWORD lpType, LPBYTE lpData,
                                LPDWORD lpcbData);
/** Narrow. @copydoc RegQueryValueExW */
LSTATUS WINAPI RegQueryValueExA(HKEY hKey, LPCSTR lpValueName, LPDWORD lpReserved, LPDWORD lpType, LPBYTE lpData,
                                LPDWORD lpcbData);

/**
 * Reads a value of certain types.
 * @param hkey a key that is open
 * @param lpSubKey the path below it, or NULL
 * @param lpValue the name; NULL or empty: the default value
 * @param dwFlags RRF_RT_*
 * @param pdwType receives REG_*; or NULL
 * @param pvData receives the data; NULL only asks for the size
 * @param pcbData bytes there, and then bytes of the data
 * @return 0; ERROR_FILE_NOT_FOUND; ERROR_MORE_DATA; ERROR_UNSUPPORTED_TYPE
 */
LSTATUS WINAPI RegGetValueW(HKEY hkey, LPCWSTR lpSubKey, LPCWSTR lpValue, DWORD dwFlags, LPDWORD pdwType, PVOID pvData,
                            LPDWORD pcbData);
/** Narrow, texts too. @copydoc RegGetValueW */
LSTATUS WINAPI RegGetValueA(HKEY hkey, LPCSTR lpSubKey, LPCSTR lpValue, DWORD dwFlags, LPDWORD pdwType, PVOID pvData,
                            LPDWORD pcbData);

/**
 * Writes a value.
 * @param hKey the key
 * @param lpValueName its name; NULL or empty: the default value
 * @param Reserved 0
 * @param dwType REG_*
 * @param lpData the data; of texts with the null
 * @param cbData bytes
 * @return 0
 */
LSTATUS WINAPI RegSetValueExW(HKEY hKey, LPCWSTR lpValueName, DWORD Reserved, DWORD dwType, const BYTE *lpData,
                              DWORD cbData);
/** Narrow. @copydoc RegSetValueExW */
LSTATUS WINAPI RegSetValueExA(HKEY hKey, LPCSTR lpValueName, DWORD Reserved, DWORD dwType, const BYTE *lpData,
                              DWORD cbData);

/**
 * Deletes a value.
 * @param hKey the key
 * @param lpValueName its name; NULL or empty: the default value
 * @return 0; ERROR_FILE_NOT_FOUND
 */
LSTATUS WINAPI RegDeleteValueW(HKEY hKey, LPCWSTR lpValueName);
/** Narrow. @copydoc RegDeleteValueW */
LSTATUS WINAPI RegDeleteValueA(HKEY hKey, LPCSTR lpValueName);
/**
 * Deletes a key with its values.
 * @param hKey a key that is open
 * @param lpSubKey the path below it
 * @return 0; ERROR_FILE_NOT_FOUND; ERROR_ACCESS_DENIED when there are keys below it
 */
LSTATUS WINAPI RegDeleteKeyW(HKEY hKey, LPCWSTR lpSubKey);
/** Narrow. @copydoc RegDeleteKeyW */
LSTATUS WINAPI RegDeleteKeyA(HKEY hKey, LPCSTR lpSubKey);

/**
 * Lists the keys right below a key, in the order of their names.
 * @param hKey the key
 * @param dwIndex from 0 on
 * @param lpName receives the name
 * @param lpcchName units there, and then units without the null
 * @param lpReserved NULL
 * @param lpClass NULL
 * @param lpcchClass NULL
 * @param lpftLastWriteTime receives 0; or NULL
 * @return 0; ERROR_NO_MORE_ITEMS; ERROR_MORE_DATA
 */
LSTATUS WINAPI RegEnumKeyExW(HKEY hKey, DWORD dwIndex, LPWSTR lpName, LPDWORD lpcchName, LPDWORD lpReserved,
                             LPWSTR lpClass, LPDWORD lpcchClass, PFILETIME lpftLastWriteTime);
/** Narrow. @copydoc RegEnumKeyExW */
LSTATUS WINAPI RegEnumKeyExA(HKEY hKey, DWORD dwIndex, LPSTR lpName, LPDWORD lpcchName, LPDWORD lpReserved,
                             LPSTR lpClass, LPDWORD lpcchClass, PFILETIME lpftLastWriteTime);

/**
 * Lists the values of a key.
 * @param hKey the key
 * @param dwIndex from 0 on
 * @param lpValueName receives the name
 * @param lpcchValueName units there, and then units without the null
 * @param lpReserved NULL
 * @param lpType receives REG_*; or NULL
 * @param lpData receives the data; or NULL
 * @param lpcbData bytes there, and then bytes of the data; or NULL
 * @return 0; ERROR_NO_MORE_ITEMS; ERROR_MORE_DATA
 */
LSTATUS WINAPI RegEnumValueW(HKEY hKey, DWORD dwIndex, LPWSTR lpValueName, LPDWORD lpcchValueName, LPDWORD lpReserved,
                             LPDWORD lpType, LPBYTE lpData, LPDWORD lpcbData);
/** Narrow, texts too. @copydoc RegEnumValueW */
LSTATUS WINAPI RegEnumValueA(HKEY hKey, DWORD dwIndex, LPSTR lpValueName, LPDWORD lpcchValueName, LPDWORD lpReserved,
                             LPDWORD lpType, LPBYTE lpData, LPDWORD lpcbData);

/**
 * Counts what is in a key; whatever receives a number may be NULL.
 * @param hKey the key
 * @param lpClass receives an empty text
 * @param lpcchClass receives 0
 * @param lpReserved NULL
 * @param lpcSubKeys receives the number of keys
 * @param lpcbMaxSubKeyLen receives the units of the longest name of a key, without the null
 * @param lpcbMaxClassLen receives 0
 * @param lpcValues receives the number of values
 * @param lpcbMaxValueNameLen receives the units of the longest name of a value, without the null
 * @param lpcbMaxValueLen receives the bytes of the longest data
 * @param lpcbSecurityDescriptor receives 0
 * @param lpftLastWriteTime receives 0
 * @return 0, or an error
 */
LSTATUS WINAPI RegQueryInfoKeyW(HKEY hKey, LPWSTR lpClass, LPDWORD lpcchClass, LPDWORD lpReserved, LPDWORD lpcSubKeys,
                                LPDWORD lpcbMaxSubKeyLen, LPDWORD lpcbMaxClassLen, LPDWORD lpcValues,
                                LPDWORD lpcbMaxValueNameLen, LPDWORD lpcbMaxValueLen, LPDWORD lpcbSecurityDescriptor,
                                PFILETIME lpftLastWriteTime);
/** Narrow, but sizes of texts are those of UTF-16. @copydoc RegQueryInfoKeyW */
LSTATUS WINAPI RegQueryInfoKeyA(HKEY hKey, LPSTR lpClass, LPDWORD lpcchClass, LPDWORD lpReserved, LPDWORD lpcSubKeys,
                                LPDWORD lpcbMaxSubKeyLen, LPDWORD lpcbMaxClassLen, LPDWORD lpcValues,
                                LPDWORD lpcbMaxValueNameLen, LPDWORD lpcbMaxValueLen, LPDWORD lpcbSecurityDescriptor,
                                PFILETIME lpftLastWriteTime);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define RegOpenKeyEx RegOpenKeyExW       /**< Opens a key. */
#define RegCreateKeyEx RegCreateKeyExW   /**< Opens or makes a key. */
#define RegQueryValueEx RegQueryValueExW /**< Reads a value. */
#define RegGetValue RegGetValueW         /**< Reads a value of certain types. */
#define RegSetValueEx RegSetValueExW     /**< Writes a value. */
#define RegDeleteValue RegDeleteValueW   /**< Deletes a value. */
#define RegDeleteKey RegDeleteKeyW       /**< Deletes a key. */
#define RegQueryInfoKey RegQueryInfoKeyW /**< Counts what a key holds. */
#define RegEnumKeyEx RegEnumKeyExW       /**< Lists keys. */
#define RegEnumValue RegEnumValueW       /**< Lists values. */
#else
#define RegOpenKeyEx RegOpenKeyExA       /**< Opens a key. */
#define RegCreateKeyEx RegCreateKeyExA   /**< Opens or makes a key. */
#define RegQueryValueEx RegQueryValueExA /**< Reads a value. */
#define RegSetValueEx RegSetValueExA     /**< Writes a value. */
#define RegDeleteValue RegDeleteValueA   /**< Deletes a value. */
#define RegDeleteKey RegDeleteKeyA       /**< Deletes a key. */
#define RegGetValue RegGetValueA         /**< Reads a value of certain types. */
#define RegEnumKeyEx RegEnumKeyExA       /**< Lists keys. */
#define RegEnumValue RegEnumValueA       /**< Lists values. */
#define RegQueryInfoKey RegQueryInfoKeyA /**< Counts what a key holds. */
#endif
/** @} */

#endif
