/* SPDX-License-Identifier: MIT */
/**
 * @file crt_file_unit.h
 * @brief Files and folders by path, of the C run-time library, for one width. crt_file.c includes it twice, with the macros UNIT (the
 * type), OF (a function of Windows of this width) CRT (one of the library), DATA and FOUND (what a search finds, for either). Internal to the run-time library.
 */

errno_t CRT(access_s)(const UNIT *path, int mode)
{
    DWORD attributes = path ? OF(GetFileAttributes)(path) : 0;
    if (!path || (mode & ~6))
        return rras_invalid_parameter(EINVAL, EINVAL);
    if (attributes == INVALID_FILE_ATTRIBUTES)
        return errno = rras_errno_of(GetLastError());
    bool kept = (attributes & FILE_ATTRIBUTE_READONLY) && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
    return (mode & 2) && kept ? errno = EACCES : 0;
}

int CRT(access)(const UNIT *path, int mode)
{
    return CRT(access_s)(path, mode) == 0 ? 0 : -1;
}

int CRT(chmod)(const UNIT *path, int mode)
{
    if (!path)
        return rras_invalid_parameter(EINVAL, -1);
    return rras_crt_result(
        OF(SetFileAttributes)(path, mode & _S_IWRITE ? FILE_ATTRIBUTE_NORMAL : FILE_ATTRIBUTE_READONLY));
}

int CRT(unlink)(const UNIT *path)
{
    return path ? rras_crt_result(OF(DeleteFile)(path)) : rras_invalid_parameter(EINVAL, -1);
}

int CRT(mkdir)(const UNIT *path)
{
    return path ? rras_crt_result(OF(CreateDirectory)(path, NULL)) : rras_invalid_parameter(EINVAL, -1);
}

int CRT(rmdir)(const UNIT *path)
{
    return path ? rras_crt_result(OF(RemoveDirectory)(path)) : rras_invalid_parameter(EINVAL, -1);
}

int CRT(chdir)(const UNIT *path)
{
    return path ? rras_crt_result(OF(SetCurrentDirectory)(path)) : rras_invalid_parameter(EINVAL, -1);
}

UNIT *CRT(getcwd)(UNIT *to, int size)
{
    DWORD needed = OF(GetCurrentDirectory)(0, NULL);
    UNIT *buffer = to;
    if (!to) {
        size = size > (int)needed ? size : (int)needed;
        buffer = malloc((size_t)size * sizeof *to);
    }
    if (!buffer || size < (int)needed) {
        errno = buffer ? ERANGE : ENOMEM;
        return NULL;
    }
    OF(GetCurrentDirectory)((DWORD)size, buffer);
    return buffer;
}

static bool CRT(is_program)(const UNIT *path)
{
    static const char *const known[] = {"exe", "com", "bat", "cmd"};
    char extension[8] = "";
    const UNIT *dot = OF(PathFindExtension)(path);
    for (size_t i = 0; *dot && dot[i + 1] && i + 1 < sizeof extension; i++)
        extension[i] = (char)dot[i + 1];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (_stricmp(extension, known[i]) == 0)
            return true;
    return false;
}

int CRT(stat64)(const UNIT *path, struct _stat64 *status)
{
    WIN32_FILE_ATTRIBUTE_DATA data;
    if (!path || !status)
        return rras_invalid_parameter(EINVAL, -1);
    if (!OF(GetFileAttributesEx)(path, GetFileExInfoStandard, &data))
        return rras_crt_result(FALSE);
    fill(status, &data, CRT(is_program)(path));
    return 0;
}

int CRT(stat)(const UNIT *path, struct _stat *status)
{
    struct _stat64 whole;
    if (!path || !status)
        return rras_invalid_parameter(EINVAL, -1);
    return CRT(stat64)(path, &whole) == 0 ? shorten(&whole, status) : -1;
}

static void CRT(take_found)(const DATA *from, struct FOUND *to)
{
    to->attrib = from->dwFileAttributes & (_A_RDONLY | _A_SUBDIR | _A_ARCH);
    to->time_create = seconds_of(from->ftCreationTime);
    to->time_access = seconds_of(from->ftLastAccessTime);
    to->time_write = seconds_of(from->ftLastWriteTime);
    to->size = from->nFileSizeLow;
    memcpy(to->name, from->cFileName, sizeof to->name);
}

intptr_t CRT(findfirst)(const UNIT *pattern, struct FOUND *found)
{
    DATA data;
    if (!pattern || !found)
        return rras_invalid_parameter(EINVAL, -1);
    HANDLE search = OF(FindFirstFile)(pattern, &data);
    if (search == INVALID_HANDLE_VALUE)
        return rras_crt_result(FALSE);
    CRT(take_found)(&data, found);
    return (intptr_t)search;
}

int CRT(findnext)(intptr_t handle, struct FOUND *found)
{
    DATA data;
    if (!found)
        return rras_invalid_parameter(EINVAL, -1);
    if (!OF(FindNextFile)((HANDLE)handle, &data)) {
        errno = GetLastError() == ERROR_NO_MORE_FILES ? ENOENT : EINVAL;
        return -1;
    }
    CRT(take_found)(&data, found);
    return 0;
}
