/* SPDX-License-Identifier: MIT */
/*
 * Sharing modes. Each file has six bytes, by its number, in locks that are set on the folder of the sandbox: three say what it is open for,
 * three what is denied to others. Who opens it locks its bytes as a reader among many; a byte that somebody has locked shows in a
 * question for the lock of a writer. The kernel gives the locks back with the descriptor, also those of a process that has died.
 */
#include "sharing.h"

#include "sandbox.h"

#include <fcntl.h>
#include <share.h>
#include <stdbool.h>
#include <stdint.h>
#include <unistd.h>

enum { KINDS = 3, BYTES_PER_FILE = 8 }; /* FILE_SHARE_READ, _WRITE, _DELETE are bits 0 to 2 */

static off_t byte_of(const struct stat *status, bool denies, unsigned kind)
{
    const uint64_t files = INT64_MAX / BYTES_PER_FILE - 1;
    return (off_t)(((uint64_t)status->st_ino + ((uint64_t)status->st_dev << 40)) % files * BYTES_PER_FILE +
                   (denies ? KINDS : 0) + kind);
}

static void lock_byte(int token, off_t byte)
{
    struct flock lock = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};
    fcntl(token, F_OFD_SETLK, &lock);
}

static bool is_locked(int token, off_t byte)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};
    return fcntl(token, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

DWORD rras_share_take(const struct stat *status, DWORD access, DWORD share, int *token)
{
    bool refused = false;
    *token = -1;
    if (!S_ISREG(status->st_mode) || access == 0)
        return NO_ERROR;
    *token = open(rras_sandbox_folder(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (unsigned kind = 0; *token >= 0 && kind < KINDS; kind++) {
        const DWORD bit = 1u << kind;
        if (access & bit)
            lock_byte(*token, byte_of(status, false, kind));
        if (!(share & bit))
            lock_byte(*token, byte_of(status, true, kind));
        refused |= (access & bit) && is_locked(*token, byte_of(status, true, kind));
        refused |= !(share & bit) && is_locked(*token, byte_of(status, false, kind));
    }
    if (refused) {
        close(*token);
        *token = -1;
    }
    return refused ? ERROR_SHARING_VIOLATION : NO_ERROR;
}

DWORD rras_share_check_delete(const char *native)
{
    struct stat status;
    int token = -1;
    if (stat(native, &status) != 0)
        return NO_ERROR;
    DWORD error = rras_share_take(&status, FILE_SHARE_DELETE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                  &token);
    if (token >= 0)
        close(token);
    return error;
}

DWORD rras_share_of(int mode, BOOL writes)
{
    static const struct {
        int mode;
        DWORD share;
    } known[] = {
        {_SH_COMPAT, FILE_SHARE_READ | FILE_SHARE_WRITE},
        {_SH_DENYRW, 0},
        {_SH_DENYWR, FILE_SHARE_READ},
        {_SH_DENYRD, FILE_SHARE_WRITE},
        {_SH_DENYNO, FILE_SHARE_READ | FILE_SHARE_WRITE},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].mode == mode)
            return known[i].share;
    return mode != _SH_SECURE ? UINT32_MAX : writes ? 0 : FILE_SHARE_READ;
}
