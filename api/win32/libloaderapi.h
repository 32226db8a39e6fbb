/* SPDX-License-Identifier: MIT */
/**
 * @file libloaderapi.h
 * @brief Loaded DLLs, this one among them.
 *
 * A module's handle is the address it is loaded at, as on Windows. A DLL may have a function `DllMain`: it is
 * called with #DLL_PROCESS_ATTACH when the emulator has loaded the DLL, before any other of its functions,
 * and with #DLL_PROCESS_DETACH before it is unloaded. When it returns FALSE to the first, the DLL counts as
 * one that cannot be loaded (S3). It is not called for threads. `(HINSTANCE)&__ImageBase` is the handle of the DLL
 * it is written in.
 */
#ifndef RRAS_WIN32_LIBLOADERAPI_H
#define RRAS_WIN32_LIBLOADERAPI_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define DLL_PROCESS_DETACH 0 /**< The DLL is about to be unloaded. */
#define DLL_PROCESS_ATTACH 1 /**< It was loaded. */
#define DLL_THREAD_ATTACH 2  /**< A thread began; never told here. */
#define DLL_THREAD_DETACH 3  /**< A thread ended; never told here. */

/**
 * A DLL's own: its beginning and its end.
 * @param hinstDLL the DLL
 * @param fdwReason DLL_PROCESS_ATTACH or DLL_PROCESS_DETACH
 * @param lpvReserved NULL
 * @return FALSE refuses to be loaded
 */
BOOL WINAPI DllMain(HINSTANCE hinstDLL, DWORD fdwReason, LPVOID lpvReserved) __attribute__((__visibility__("default")));

/** What a module begins with; only its address means something. */
typedef struct _IMAGE_DOS_HEADER {
    WORD e_magic; /**< Not that of Windows. */
} IMAGE_DOS_HEADER;

/** @cond the beginning of this DLL: `(HINSTANCE)&__ImageBase` is its handle */
extern IMAGE_DOS_HEADER __ImageBase __asm__("__ehdr_start") __attribute__((__visibility__("hidden")));
/** @endcond */

/** @name Modules
 * Names without a path are those of transcripts' DLLs; case does not count.
 * @{ */
/** The handle of a loaded module.
 * @param lpModuleName its name, with or without a path; NULL: the program
 * @return the handle; NULL with ERROR_MOD_NOT_FOUND */
HMODULE WINAPI GetModuleHandleW(LPCWSTR lpModuleName);
/** The same with a narrow name, which is UTF-8.
 * @param lpModuleName its name
 * @return the handle */
HMODULE WINAPI GetModuleHandleA(LPCSTR lpModuleName);
/** The path of a module.
 * @param hModule the module; NULL: the program
 * @param lpFilename receives the path, cut where it is too long
 * @param nSize units there is room for
 * @return the units written, nSize when it was cut; 0 with ERROR_MOD_NOT_FOUND */
DWORD WINAPI GetModuleFileNameW(HMODULE hModule, LPWSTR lpFilename, DWORD nSize);
/** The same in UTF-8.
 * @param hModule the module
 * @param lpFilename receives the path
 * @param nSize bytes there is room for
 * @return the bytes written */
DWORD WINAPI GetModuleFileNameA(HMODULE hModule, LPSTR lpFilename, DWORD nSize);
/** Loads a shared object.
 * @param lpLibFileName its path
 * @return the handle; NULL with ERROR_MOD_NOT_FOUND */
HMODULE WINAPI LoadLibraryW(LPCWSTR lpLibFileName);
/** The same with a path in UTF-8.
 * @param lpLibFileName its path
 * @return the handle */
HMODULE WINAPI LoadLibraryA(LPCSTR lpLibFileName);
/** Unloads it, once for each time it was loaded.
 * @param hLibModule the module
 * @return TRUE; FALSE with ERROR_MOD_NOT_FOUND */
BOOL WINAPI FreeLibrary(HMODULE hLibModule);
/** A function of a module.
 * @param hModule the module
 * @param lpProcName its name
 * @return its address; NULL with ERROR_PROC_NOT_FOUND */
FARPROC WINAPI GetProcAddress(HMODULE hModule, LPCSTR lpProcName);
#define GET_MODULE_HANDLE_EX_FLAG_PIN 1u                /**< It stays until the process ends. */
#define GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT 2u /**< It is not kept from being unloaded. */
#define GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS 4u       /**< The name is an address in it. */
/** The handle of a module, which then stays loaded until FreeLibrary().
 * @param dwFlags GET_MODULE_HANDLE_EX_FLAG_*
 * @param lpModuleName its name, NULL for the program, or an address in it
 * @param phModule receives the handle
 * @return TRUE; FALSE with ERROR_MOD_NOT_FOUND */
BOOL WINAPI GetModuleHandleExW(DWORD dwFlags, LPCWSTR lpModuleName, HMODULE *phModule);
/** Narrow. @copydoc GetModuleHandleExW */
BOOL WINAPI GetModuleHandleExA(DWORD dwFlags, LPCSTR lpModuleName, HMODULE *phModule);
/** Loads a shared object.
 * @param lpLibFileName its path
 * @param hFile NULL
 * @param dwFlags not looked at
 * @return the handle; NULL with ERROR_MOD_NOT_FOUND */
HMODULE WINAPI LoadLibraryExW(LPCWSTR lpLibFileName, HANDLE hFile, DWORD dwFlags);
/** Narrow. @copydoc LoadLibraryExW */
HMODULE WINAPI LoadLibraryExA(LPCSTR lpLibFileName, HANDLE hFile, DWORD dwFlags);
/** Has no effect: threads are never told.
 * @param hLibModule the module
 * @return TRUE */
BOOL WINAPI DisableThreadLibraryCalls(HMODULE hLibModule);
/** @} */

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define GetModuleHandle GetModuleHandleW     /**< The handle of a module. */
#define GetModuleFileName GetModuleFileNameW /**< The path of a module. */
#define LoadLibrary LoadLibraryW             /**< Loads a shared object. */
#define LoadLibraryEx LoadLibraryExW         /**< Loads a shared object. */
#define GetModuleHandleEx GetModuleHandleExW /**< The handle of a module. */
#else
#define GetModuleHandle GetModuleHandleA     /**< The handle of a module. */
#define GetModuleFileName GetModuleFileNameA /**< The path of a module. */
#define LoadLibrary LoadLibraryA             /**< Loads a shared object. */
#define LoadLibraryEx LoadLibraryExA         /**< Loads a shared object. */
#define GetModuleHandleEx GetModuleHandleExA /**< The handle of a module. */
#endif
/** @} */

#endif
