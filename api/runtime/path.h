/* SPDX-License-Identifier: MIT */
/**
 * @file path.h
 * @brief Where a path of Windows leads to: the same here and under Wine. Internal to the run-time library and the worker.
 *
 * The drive C: is the sandbox; what begins with a slash or lies on the drive Z: is of the system below. Other drives, other
 * machines and devices are not there, but for NUL.
 */
#ifndef RRAS_RUNTIME_PATH_H
#define RRAS_RUNTIME_PATH_H

#include <stddef.h>
#include <windows.h>

/** Where Windows has its libraries, which is the current folder of a service until a DLL changes it. */
#define RRAS_SYSTEM_DIRECTORY "C:\\Windows\\System32"

/** Bytes of the longest path, with its NUL. */
enum { RRAS_PATH_MOST = 4096 };

/** The current folder of the process, with its drive and, but for the root, without a slash at its end. As on Windows, threads must
 * not change it while others use it. */
extern char rras_path_current[RRAS_PATH_MOST];

enum rras_place {
    RRAS_PLACE_DRIVE, /**< on C: */
    RRAS_PLACE_BELOW, /**< a path of the system below, which is `text` */
    RRAS_PLACE_NULL,  /**< the device NUL */
};

/** A path, taken apart. */
struct rras_path {
    enum rras_place place;
    size_t count;
    const char *names[RRAS_PATH_MOST / 2]; /**< on C:, without `.` and `..` */
    char text[RRAS_PATH_MOST + 2];
};

/** The folders that C: has before anybody writes a file, each behind those it lies in; the last is NULL. */
extern const char *const rras_path_folders[];

/** The environment of a service; the last name is NULL. What is not here is the emulator's. */
extern const struct rras_variable {
    const char *name, *value;
} rras_environment[];

/** The names of the server, and of the account that its service runs as. */
#define RRAS_COMPUTER_NAME "RRAS1"
#define RRAS_COMPUTER_DOMAIN "example.com"
#define RRAS_ACCOUNT_NAME "SYSTEM"

/**
 * Takes a path apart.
 * @param path receives it
 * @param given relative or not, UTF-8
 * @param pattern whether the last name may hold `*` and `?`
 * @return 0, or the error of Windows
 */
DWORD rras_path_take(struct rras_path *path, LPCSTR given, BOOL pattern);

/**
 * Follows the names of a path on C: from its root. All but the last must be there.
 * @param path the path
 * @param step goes one name further, as it is spelled there or as it is given, and says whether it is there; returns 0 or
 * an error, which ends the way
 * @param self is handed to `step`
 * @return 0, or the error of Windows
 */
DWORD rras_path_follow(const struct rras_path *path, DWORD (*step)(void *self, LPCSTR name, BOOL *found), void *self);

/**
 * Whether two names are the same to Windows, as far as letters of ASCII go.
 * @param left a name
 * @param right another one
 * @return TRUE when they are
 */
BOOL rras_path_same_name(LPCSTR left, LPCSTR right);

/** Puts a text into a buffer; its length, or the size it needs where it does not fit. */
DWORD rras_put(LPCSTR text, LPSTR to, DWORD size);

/** The same as UTF-16; length and size are units. */
DWORD rras_put_wide(LPCSTR text, LPWSTR to, DWORD size);

#endif
