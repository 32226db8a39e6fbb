/* SPDX-License-Identifier: MIT */
/**
 * @file sharing.h
 * @brief What those who have a file open let others do with it, in any process of the run. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_SHARING_H
#define RRAS_RUNTIME_SHARING_H

#include <sys/stat.h>
#include <windows.h>

/**
 * Takes a share in a file, unless somebody has it open who does not allow that, or for something that is not allowed to others now.
 * @param status of the file; only regular ones are shared
 * @param access FILE_SHARE_READ, FILE_SHARE_WRITE, FILE_SHARE_DELETE: what it is opened for
 * @param share the same: what others may open it for
 * @param token receives what close() gives the share back by; -1 where there is nothing to give back
 * @return 0, or ERROR_SHARING_VIOLATION
 */
DWORD rras_share_take(const struct stat *status, DWORD access, DWORD share, int *token);

/**
 * Whether a file may be deleted or get another name.
 * @param native its path below
 * @return 0, or ERROR_SHARING_VIOLATION
 */
DWORD rras_share_check_delete(const char *native);

/** The modes of FILE_SHARE_ for one of share.h; 0xffffffff where there is none such. */
DWORD rras_share_of(int mode, BOOL writes);

#endif
